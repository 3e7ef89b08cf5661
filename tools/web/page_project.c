#include <string.h>

#include "tools/web/number.h"
#include "tools/web/page_parts.h"

/* Rows of its own that are shown of a project: a form has dozens. */
#define ROWS_MAX 8

/* ---- the card ---- */

static void append_amount(page_out *p, const ys_record *record)
{
	g_autoptr(GString) yuan = g_string_new(NULL);

	PAGE_LIT(p, "<p class=\"big\">");
	if (record->amount == YS_AMOUNT_NONE) {
		page_word(p, W_NO_AMOUNT);
	} else {
		number_append_yuan(yuan, record->amount);
		PAGE_IN(p, "<b>", page_amount_bare(p, record->amount), "</b> ");
		page_say(p, W_YUAN, yuan->str, NULL);
	}
	PAGE_LIT(p, "</p>\n");
	if (record->amount == 0)
		PAGE_IN(p, "<p class=\"warn\">", page_word(p, W_PLACEHOLDER), "</p>\n");
}

static void append_executed(page_out *p, const ys_record *record)
{
	g_autoptr(GString) percent = g_string_new(NULL);
	gint64 rate;

	if (record->executed == YS_AMOUNT_NONE)
		return;
	page_fact_begin(p, W_EXECUTED);
	page_amount(p, record->executed);
	if (number_ratio(record->executed, record->amount, 1000, &rate)) {
		number_append_percent(percent, rate, 1, FALSE);
		PAGE_LIT(p, " · ");
		page_say(p, W_RATE, percent->str, NULL);
	}
	page_fact_end(p);
}

static void append_share(page_out *p, const web_record *shown)
{
	g_autofree char *share = page_share_text(shown->record, shown->publication);

	if (!share)
		return;
	page_fact_begin(p, W_SHARE_LABEL);
	page_say(p, W_SHARE, share, NULL);
	page_fact_end(p);
}

static void append_funding(page_out *p, const ys_record *record)
{
	gboolean any = FALSE;

	for (guint i = 0; i < record->funding->len; i++) {
		const ys_funding *funding = g_ptr_array_index(record->funding, i);

		/* the columns that are 0.00 stand in the row below */
		if (funding->amount == YS_AMOUNT_NONE || funding->amount == 0)
			continue;
		if (!any)
			page_fact_begin(p, W_FUNDING);
		else
			PAGE_LIT(p, "<br>");
		any = TRUE;
		page_clipped_text(p, funding->name, PAGE_NAME_MAX);
		PAGE_LIT(p, " ");
		page_amount(p, funding->amount);
	}
	if (any)
		page_fact_end(p);
}

static void append_list(page_out *p, web_word heading, const char *text)
{
	g_autoptr(GPtrArray) entries = NULL;
	gboolean numbered;

	if (!text || !*text)
		return;
	page_heading(p, heading);
	entries = strlen(text) <= PAGE_TEXT_BYTES_MAX ? page_split_list(text, &numbered) : NULL;
	if (!entries) {
		page_paragraphs(p, text, PAGE_TEXT_BYTES_MAX);
		return;
	}
	g_string_append(p->out, numbered ? "<ol>\n" : "<ul>\n");
	for (guint i = 0; i < entries->len; i++)
		PAGE_IN(p, "<li>", page_text(p, g_ptr_array_index(entries, i)), "</li>\n");
	g_string_append(p->out, numbered ? "</ol>\n" : "</ul>\n");
}

static void append_text(page_out *p, web_word heading, const char *text)
{
	if (!text || !*text)
		return;
	page_heading(p, heading);
	page_paragraphs(p, text, PAGE_TEXT_BYTES_MAX);
}

static void append_parent(page_out *p, const web_record *shown)
{
	if (!shown->project)
		return;
	page_fact_begin(p, W_OF_PROJECT);
	page_record_link(p, shown->project);
	PAGE_LIT(p, " ");
	page_amount(p, shown->project->amount);
	page_fact_end(p);
}

static void append_department(page_out *p, const ys_record *record)
{
	if (!record->department)
		return;
	page_fact_begin(p, W_DEPARTMENT);
	page_link(p, web_link_search(p->request, WEB_DEPARTMENT, record->department), record->department);
	page_fact_end(p);
}

static void append_facts(page_out *p, const web_record *shown)
{
	const ys_record *record = shown->record;
	g_autofree char *when = page_year_kind(p, record->year, record->kind);

	PAGE_LIT(p, "<dl class=\"facts\">\n");
	append_department(p, record);
	page_fact(p, W_UNIT, record->unit);
	page_fact(p, W_YEAR, when);
	append_parent(p, shown);
	page_fact(p, W_CODE, record->code);
	page_fact(p, W_CATEGORY, record->category);
	page_fact(p, W_AMOUNT_PRINTED, record->amount_text);
	append_executed(p, record);
	append_share(p, shown);
	append_funding(p, record);
	PAGE_LIT(p, "</dl>\n");
}

/* ---- its row ---- */

static void append_row(page_out *p, const web_record *shown)
{
	const ys_source *place = shown->record->source;
	const ys_record *table = page_table_of(shown->tables, place);

	if (!table || !place->rows.first || place->rows.first > (int)table->rows->len)
		return;
	page_heading(p, W_ROW);
	page_table(p, table, (ys_lines){ place->rows.first - 1, MIN(place->rows.last, place->rows.first + ROWS_MAX - 1) + 1 },
		   &place->rows);
	PAGE_LIT(p, "<p class=\"by\">");
	page_word(p, W_ROW_IS);
	PAGE_LIT(p, " ");
	page_table_anchor(p, shown->tables, place);
	PAGE_IN(p, "", page_word(p, W_WHOLE_TABLE), "</a></p>\n");
}

/* ---- the publication it stands in ---- */

static void append_publication(page_out *p, const ys_record *publication)
{
	if (!publication)
		return;
	page_heading(p, W_PUBLICATION);
	PAGE_IN(p, "<p>", page_record_link(p, publication), "</p>\n");
	PAGE_LIT(p, "<dl class=\"facts\">\n");
	page_fact_amount(p, W_EXPENDITURE, publication->total_expenditure);
	page_fact_amount(p, W_BASIC, publication->basic);
	page_fact_amount(p, W_PROJECTS, publication->project);
	PAGE_LIT(p, "</dl>\n");
}

/* ---- other years ---- */

static int newest_first(gconstpointer a, gconstpointer b)
{
	const ys_record *left = *(ys_record *const *)a, *right = *(ys_record *const *)b;

	return left->year != right->year ? right->year - left->year : g_strcmp0(left->kind, right->kind);
}

/* Each year is compared with the nearest one before it of the same kind: -1 where there is none. */
static int year_before(const GPtrArray *records, guint i)
{
	const ys_record *record = g_ptr_array_index(records, i);

	for (guint k = i + 1; k < records->len; k++) {
		const ys_record *other = g_ptr_array_index(records, k);

		if (other->year && other->year < record->year && !g_strcmp0(other->kind, record->kind))
			return (int)k;
	}
	return -1;
}

static void append_year(page_out *p, const GPtrArray *years, guint i, const ys_record *current)
{
	const ys_record *record = g_ptr_array_index(years, i);
	const ys_record *before = NULL;
	g_autofree char *when = page_year_kind(p, record->year, record->kind);
	int k = year_before(years, i);
	ys_amount change = YS_AMOUNT_NONE;
	ys_percent percent = YS_PERCENT_NONE;

	if (k >= 0) {
		before = g_ptr_array_index(years, k);
		change = number_difference(record->amount, before->amount);
		if (!number_ratio(change, before->amount, 10000, &percent))
			percent = YS_PERCENT_NONE;
	}
	g_string_append(p->out, record == current ? "<tr class=\"here\"><th scope=\"row\">" : "<tr><th scope=\"row\">");
	if (record == current)
		page_text(p, when);
	else
		page_link(p, web_link_record(p->request, record->id), when);
	PAGE_IN(p, "</th><td>", page_clipped_text(p, page_title_of(p, record), PAGE_NAME_MAX), "</td>");
	PAGE_IN(p, "<td class=\"n\">", page_amount(p, record->amount), "</td>");
	PAGE_IN(p, "<td class=\"n\">", page_amount(p, record->executed), "</td>");
	PAGE_IN(p, "<td class=\"n\">", page_change(p, change, percent), "</td></tr>\n");
}

typedef enum {
	COLUMN_FIRST,           /* stays in place */
	COLUMN_TEXT,
	COLUMN_AMOUNT
} column_kind;

static void append_column(page_out *p, web_word word, column_kind kind)
{
	static const char *const starts[] = {
		"<th scope=\"col\" class=\"f\">", "<th scope=\"col\">", "<th scope=\"col\" class=\"n\">",
	};

	g_string_append(p->out, starts[kind]);
	page_word(p, word);
	PAGE_LIT(p, "</th>");
}

static void append_years(page_out *p, const web_record *shown)
{
	g_autoptr(GPtrArray) years = g_ptr_array_new();

	page_heading(p, W_SAME);
	if (!shown->same || !shown->same->len) {
		PAGE_IN(p, "<p>", page_word(p, W_SAME_NONE), "</p>\n");
		return;
	}
	g_ptr_array_add(years, (gpointer)shown->record);
	for (guint i = 0; i < shown->same->len; i++)
		g_ptr_array_add(years, g_ptr_array_index(shown->same, i));
	g_ptr_array_sort(years, newest_first);
	PAGE_LIT(p, "<div class=\"scroll\" role=\"region\" aria-labelledby=\"same\" tabindex=\"0\">\n<table>\n"
		 "<caption id=\"same\" class=\"vh\">");
	page_word(p, W_SAME);
	PAGE_LIT(p, "</caption>\n<thead><tr>");
	append_column(p, W_YEAR, COLUMN_FIRST);
	append_column(p, W_NAME, COLUMN_TEXT);
	append_column(p, W_AMOUNT, COLUMN_AMOUNT);
	append_column(p, W_EXECUTED, COLUMN_AMOUNT);
	append_column(p, W_CHANGE, COLUMN_AMOUNT);
	PAGE_LIT(p, "</tr></thead>\n<tbody>\n");
	for (guint i = 0; i < years->len; i++)
		append_year(p, years, i, shown->record);
	PAGE_LIT(p, "</tbody>\n</table>\n</div>\n");
}

void page_project(page_out *p, const web_record *shown)
{
	const ys_record *record = shown->record;

	append_amount(p, record);
	page_warnings(p, record->warnings);
	append_facts(p, shown);
	append_row(p, shown);
	append_text(p, W_CONTENT, record->content);
	append_text(p, W_GOAL, record->goal);
	append_list(p, W_INDICATORS, record->indicators);
	append_text(p, W_BASIS, record->basis);
	append_text(p, W_PLAN, record->plan);
	append_text(p, W_PERIOD, record->period);
	if (record->type == YS_PROJECT)
		append_years(p, shown);
	append_publication(p, shown->publication);
}
