#include <string.h>

#include "tools/web/chart.h"
#include "tools/web/page_parts.h"

/* Short names of a department that are listed. */
#define ALIASES_MAX 12

/* ---- totals ---- */

static void append_total(page_out *p, web_word label, ys_amount amount)
{
	if (amount == YS_AMOUNT_NONE)
		return;
	PAGE_LIT(p, "<li>");
	page_word(p, label);
	PAGE_IN(p, " <b>", page_amount(p, amount), "</b></li>\n");
}

static void append_totals(page_out *p, const ys_record *record)
{
	PAGE_LIT(p, "<ul class=\"totals\">\n");
	append_total(p, W_EXPENDITURE, record->total_expenditure);
	if (record->change != YS_AMOUNT_NONE) {
		PAGE_LIT(p, "<li>");
		page_word(p, W_ON_LAST_YEAR);
		PAGE_IN(p, " <b>", page_change(p, record->change, record->change_percent), "</b></li>\n");
	}
	append_total(p, W_PROJECTS, record->project);
	append_total(p, W_BASIC, record->basic);
	append_total(p, W_INCOME, record->total_income);
	PAGE_LIT(p, "</ul>\n");
}

static gboolean is_known(const GPtrArray *figures)
{
	for (guint i = 0; figures && i < figures->len; i++)
		if (((ys_funding *)g_ptr_array_index(figures, i))->amount != YS_AMOUNT_NONE)
			return TRUE;
	return FALSE;
}

/* A total and what it consists of. */
static void append_figures(page_out *p, web_word heading, const GPtrArray *figures)
{
	if (!is_known(figures))
		return;
	PAGE_LIT(p, "<section>");
	page_heading(p, heading);
	PAGE_IN(p, "<table class=\"small\">\n<caption class=\"vh\">", page_word(p, heading), "</caption>\n");
	PAGE_LIT(p, "<tbody>\n");
	for (guint i = 0; i < figures->len; i++) {
		const ys_funding *figure = g_ptr_array_index(figures, i);
		web_word word = web_figure_word(figure->name);

		if (figure->amount == YS_AMOUNT_NONE)
			continue;
		PAGE_LIT(p, "<tr><th scope=\"row\">");
		page_text(p, word == W_N_WORDS ? figure->name : page_word_text(p, word));
		PAGE_IN(p, "</th><td class=\"n\">", page_amount(p, figure->amount), "</td></tr>\n");
	}
	PAGE_LIT(p, "</tbody>\n</table>\n</section>\n");
}

/* ---- projects ---- */

static void append_project(page_out *p, const ys_record *project, const ys_record *publication)
{
	g_autofree char *share = page_share_text(project, publication);

	PAGE_IN(p, "<tr><th scope=\"row\">", page_record_link(p, project), "</th>");
	PAGE_IN(p, "<td class=\"n\">", page_amount(p, project->amount), "</td>");
	PAGE_IN(p, "<td class=\"n\">", page_text(p, share), "</td></tr>\n");
}

/* Of a publication; of a department those of its newest. */
static void append_largest(page_out *p, const web_record *shown)
{
	const ys_record *publication = shown->record->type == YS_PUBLICATION ? shown->record
				       : shown->history->len ? g_ptr_array_index(shown->history, 0)
							     : NULL;

	if (!publication || !shown->largest || !shown->largest->hits->len)
		return;
	page_heading(p, W_LARGEST);
	if (shown->record->type == YS_DEPARTMENT)
		PAGE_IN(p, "<p class=\"by\">", page_record_link(p, publication), "</p>\n");
	PAGE_IN(p, "<table class=\"wide\">\n<caption class=\"vh\">", page_word(p, W_LARGEST), "</caption>\n");
	PAGE_IN(p, "<thead><tr><th scope=\"col\">", page_word(p, W_NAME), "</th>");
	PAGE_IN(p, "<th scope=\"col\" class=\"n\">", page_word(p, W_AMOUNT), "</th>");
	PAGE_IN(p, "<th scope=\"col\" class=\"n\">", page_word(p, W_SHARE_LABEL), "</th></tr></thead>\n");
	PAGE_LIT(p, "<tbody>\n");
	for (guint i = 0; i < shown->largest->hits->len; i++)
		append_project(p, ((ys_hit *)g_ptr_array_index(shown->largest->hits, i))->record, publication);
	PAGE_LIT(p, "</tbody>\n</table>\n<p>");
	if (shown->record->type == YS_DEPARTMENT)
		page_link_word(p, web_link_search(p->request, WEB_DEPARTMENT, shown->record->department), W_ALL_PROJECTS_OF);
	else
		page_link_word(p, web_link_search(p->request, WEB_PUBLICATION, publication->id), W_ALL_PROJECTS_OF);
	PAGE_LIT(p, "</p>\n");
}

/* ---- tables and sections ---- */

static void append_status(page_out *p, const ys_reconciliation *r)
{
	static const web_word words[] = {
		[YS_UNCHECKED] = W_STATUS_UNCHECKED,
		[YS_OK] = W_STATUS_OK,
		[YS_ROUNDING] = W_STATUS_ROUNDING,
		[YS_MISMATCH] = W_STATUS_MISMATCH,
	};
	g_autofree char *residual = page_amount_text(r->residual);

	g_string_append_printf(p->out, "<span class=\"s-%s\">", ys_reconciliation_status_name(r->status));
	page_word(p, words[r->status]);
	if (r->status == YS_MISMATCH || r->status == YS_ROUNDING) {
		PAGE_LIT(p, " ");
		page_text(p, residual);
	}
	PAGE_LIT(p, "</span>");
}

static void append_tables(page_out *p, const GPtrArray *tables)
{
	if (!tables || !tables->len)
		return;
	page_heading(p, W_TABLES);
	PAGE_LIT(p, "<ul class=\"tables\">\n");
	for (guint i = 0; i < tables->len; i++) {
		const ys_record *table = g_ptr_array_index(tables, i);
		g_autofree char *rows = page_count_text(table->n_rows);

		PAGE_LIT(p, "<li>");
		page_record_link(p, table);
		PAGE_IN(p, " <span class=\"by\">", page_say(p, W_N_ROWS, rows, NULL), "</span> ");
		append_status(p, &table->reconciliation);
		PAGE_LIT(p, "</li>\n");
	}
	PAGE_LIT(p, "</ul>\n");
}

static void append_section(page_out *p, const ys_record *section, gsize max)
{
	PAGE_LIT(p, "<details><summary>");
	page_clipped_text(p, page_title_of(p, section), PAGE_NAME_MAX);
	PAGE_LIT(p, "</summary>\n");
	page_paragraphs(p, section->text, max);
	PAGE_LIT(p, "<p class=\"by\">");
	page_link_word(p, web_link_record(p->request, section->id), W_SECTION_PAGE);
	PAGE_LIT(p, "</p>\n</details>\n");
}

static void append_sections(page_out *p, const GPtrArray *sections)
{
	gsize left = PAGE_TEXT_BYTES_MAX;

	if (!sections || !sections->len)
		return;
	page_heading(p, W_SECTIONS);
	PAGE_LIT(p, "<div class=\"sections\">\n");
	for (guint i = 0; i < sections->len; i++) {
		const ys_record *section = g_ptr_array_index(sections, i);

		/* a heading that only holds other sections */
		if (!section->text || !*section->text) {
			PAGE_IN(p, "<h3>", page_clipped_text(p, page_title_of(p, section), PAGE_NAME_MAX), "</h3>\n");
			continue;
		}
		append_section(p, section, left);
		left -= MIN(left, strlen(section->text));
	}
	PAGE_LIT(p, "</div>\n");
}

static void append_names(page_out *p, web_word heading, const GPtrArray *names)
{
	if (!names || !names->len)
		return;
	page_heading(p, heading);
	PAGE_LIT(p, "<ul>\n");
	for (guint i = 0; i < names->len && i < PAGE_LIST_MAX; i++) {
		PAGE_LIT(p, "<li>");
		page_clipped_text(p, g_ptr_array_index(names, i), PAGE_NAME_MAX);
		PAGE_LIT(p, "</li>\n");
	}
	page_list_rest(p, names->len);
	PAGE_LIT(p, "</ul>\n");
}

/* ---- years ---- */

static void append_chart(page_out *p, const GPtrArray *publications)
{
	g_autoptr(GArray) bars = g_array_new(FALSE, FALSE, sizeof(chart_bar));
	g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *amount = NULL, *description = NULL;
	const char *largest = "";
	ys_amount longest;

	for (guint i = 0; i < publications->len; i++) {
		const ys_record *record = g_ptr_array_index(publications, i);
		chart_bar bar = { page_year_kind(p, record->year, record->kind), record->total_expenditure };

		g_ptr_array_add(labels, bar.label);
		g_array_append_val(bars, bar);
	}
	longest = chart_longest(bars);
	if (bars->len < 2 || longest <= 0)
		return;
	for (guint i = 0; i < bars->len && !*largest; i++)
		if (g_array_index(bars, chart_bar, i).amount == longest)
			largest = g_array_index(bars, chart_bar, i).label;
	amount = page_amount_text(longest);
	description = page_saying(p, W_CHART_LARGEST, largest, amount, NULL);
	chart_alone(p->out, page_word_text(p, W_YEARS_CHART), description, bars);
}

static void append_year(page_out *p, const ys_record *record, gboolean current)
{
	g_autofree char *when = page_year_kind(p, record->year, record->kind);
	const ys_amount amounts[] = {
		record->total_expenditure, record->project, record->basic,
		ys_funding_named(record->three_public, "total"),
	};

	g_string_append(p->out, current ? "<tr class=\"here\"><th scope=\"row\">" : "<tr><th scope=\"row\">");
	if (current)
		page_text(p, when);
	else
		page_link(p, web_link_record(p->request, record->id), *when ? when : page_title_of(p, record));
	PAGE_LIT(p, "</th>");
	for (guint i = 0; i < G_N_ELEMENTS(amounts); i++)
		PAGE_IN(p, "<td class=\"n\">", page_amount(p, amounts[i]), "</td>");
	PAGE_LIT(p, "<td class=\"n\">");
	page_change(p, record->change, record->change_percent);
	PAGE_LIT(p, "</td></tr>\n");
}

/* The publications of a department by year, as a table and bars. */
static void append_years(page_out *p, const GPtrArray *publications, const char *current)
{
	static const web_word columns[] = {
		W_YEAR, W_EXPENDITURE, W_PROJECTS, W_BASIC, W_THREE_PUBLIC, W_ON_LAST_YEAR,
	};

	if (!publications || !publications->len)
		return;
	page_heading(p, W_YEARS_OF);
	append_chart(p, publications);
	PAGE_LIT(p, "<div class=\"scroll\" role=\"region\" aria-labelledby=\"years\" tabindex=\"0\">\n<table>\n"
		 "<caption id=\"years\" class=\"vh\">");
	page_word(p, W_YEARS_OF);
	PAGE_LIT(p, "</caption>\n<thead><tr>");
	for (guint i = 0; i < G_N_ELEMENTS(columns); i++) {
		g_string_append(p->out, i ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\" class=\"f\">");
		page_word(p, columns[i]);
		PAGE_LIT(p, "</th>");
	}
	PAGE_LIT(p, "</tr></thead>\n<tbody>\n");
	for (guint i = 0; i < publications->len; i++) {
		const ys_record *record = g_ptr_array_index(publications, i);

		append_year(p, record, !g_strcmp0(record->id, current));
	}
	PAGE_LIT(p, "</tbody>\n</table>\n</div>\n");
}

/* ---- pages ---- */

void page_publication(page_out *p, const web_record *shown)
{
	const ys_record *record = shown->record;

	page_warnings(p, record->warnings);
	append_totals(p, record);
	append_largest(p, shown);
	if (is_known(record->three_public) || is_known(record->procurement)) {
		PAGE_LIT(p, "<div class=\"columns\">\n");
		append_figures(p, W_THREE_PUBLIC, record->three_public);
		append_figures(p, W_PROCUREMENT, record->procurement);
		PAGE_LIT(p, "</div>\n");
	}
	append_tables(p, shown->tables);
	append_names(p, W_UNITS, record->subordinate_units);
	append_sections(p, shown->sections);
	if (shown->history && shown->history->len > 1)
		append_years(p, shown->history, record->id);
}

/* In one quiet line: a search by them finds it, and nobody reads them for their own sake. */
static void append_aliases(page_out *p, const GPtrArray *aliases)
{
	if (!aliases->len)
		return;
	PAGE_IN(p, "<p class=\"by\">", page_word(p, W_ALIASES), "");
	g_string_append(p->out, p->request->lang == WEB_ZH ? "：" : ": ");
	for (guint i = 0; i < aliases->len && i < ALIASES_MAX; i++) {
		g_string_append(p->out, !i ? "" : p->request->lang == WEB_ZH ? "、" : ", ");
		page_clipped_text(p, g_ptr_array_index(aliases, i), PAGE_NAME_MAX);
	}
	PAGE_LIT(p, "</p>\n");
}

void page_department(page_out *p, const web_record *shown)
{
	append_aliases(p, shown->record->aliases);
	append_years(p, shown->history, NULL);
	append_largest(p, shown);
	append_names(p, W_UNITS, shown->record->subordinate_units);
}
