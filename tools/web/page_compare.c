/* A comparison: what is compared, a chart, the table, and below it what was left out.  Of each cell a link leads to the
 * records that are added up in it, and to no others. */
#include <string.h>

#include "tools/web/gather.h"
#include "tools/web/number.h"
#include "tools/web/page_parts.h"

/* ---- words ---- */

static const char *key_text(const page_out *p, const ys_question *question, const ys_cell *cell, guint i)
{
	const ys_dimension by = question->by[i];
	const char *value = cell->key[i];
	web_word word = W_N_WORDS;

	if (!value)
		word = by == YS_BY_REGION ? W_REGION_UNKNOWN : W_COMPARE_UNKNOWN;
	else if (by == YS_BY_KIND)
		word = web_kind_word(value);
	else if (by == YS_BY_STATUS)
		word = web_status_word(value);
	return word == W_N_WORDS ? value : page_word_text(p, word);
}

char *page_keys_text(const page_out *p, const ys_question *question, const ys_cell *cell, ys_dimension except)
{
	GString *text = g_string_new(NULL);

	for (guint i = 0; i < question->n_by; i++)
		if (question->by[i] != except)
			g_string_append_printf(text, "%s%s", text->len ? " " : "", key_text(p, question, cell, i));
	return g_string_free(text, FALSE);
}

static char *headline(const page_out *p)
{
	const char *words = p->request->values[WEB_Q];

	return words ? page_saying(p, W_COMPARE_OF, words, NULL) : g_strdup(page_word_text(p, W_COMPARE));
}

/* What is compared, by what, and the conditions in force. */
static void append_asked(page_out *p, const ys_question *question)
{
	static const web_value filters[] = {
		WEB_YEAR, WEB_REGION, WEB_KIND, WEB_DEPARTMENT, WEB_AMOUNT, WEB_PUBLICATION,
	};

	PAGE_LIT(p, "<p>");
	page_word(p, web_type_word(question->of));
	PAGE_IN(p, " · ", page_word(p, web_measure_word(ys_measure_name(question->measure))), "");
	for (guint i = 0; i < question->n_by; i++) {
		g_string_append(p->out, i ? " × " : " · ");
		page_word(p, web_dimension_word(ys_dimension_name(question->by[i])));
	}
	for (gsize i = 0; i < G_N_ELEMENTS(filters); i++)
		if (p->request->values[filters[i]])
			PAGE_IN(p, " · ", page_text(p, p->request->values[filters[i]]), "");
	PAGE_LIT(p, "</p>\n");
}

/* ---- the form ---- */

static void append_option(page_out *p, const char *value, gboolean chosen, const char *text)
{
	PAGE_LIT(p, "<option value=\"");
	ys_html_attr(p->out, value);
	g_string_append(p->out, chosen ? "\" selected>" : "\">");
	page_plain(p, text);
	PAGE_LIT(p, "</option>");
}

static void begin_select(page_out *p, web_value value, web_word label)
{
	const char *name = web_value_name(value);

	g_string_append_printf(p->out, "<p><label for=\"c-%s\">", name);
	page_word(p, label);
	g_string_append_printf(p->out, "</label><select id=\"c-%s\" name=\"%s\">", name, name);
}

static void append_of(page_out *p, const ys_question *question)
{
	static const ys_record_type types[] = { YS_PROJECT, YS_LINE, YS_PUBLICATION };

	begin_select(p, WEB_OF, W_COMPARE_WHAT);
	for (gsize i = 0; i < G_N_ELEMENTS(types); i++)
		append_option(p, ys_record_type_name(types[i]), types[i] == question->of,
			      page_word_text(p, web_type_word(types[i])));
	PAGE_LIT(p, "</select></p>\n");
}

/* As the parameter has it, with what was added. */
static char *by_of(const ys_question *question)
{
	GString *list = g_string_new(NULL);

	for (guint i = 0; i < question->n_by; i++)
		g_string_append_printf(list, "%s%s", i ? "," : "", ys_dimension_name(question->by[i]));
	return g_string_free(list, FALSE);
}

static void append_by_option(page_out *p, const char *list, gboolean chosen)
{
	g_auto(GStrv) names = g_strsplit(list, ",", -1);
	g_autoptr(GString) text = g_string_new(NULL);

	for (guint i = 0; names[i]; i++)
		g_string_append_printf(text, "%s%s", i ? " × " : "", page_word_text(p, web_dimension_word(names[i])));
	append_option(p, list, chosen, text->str);
}

static void append_by(page_out *p, const ys_question *question)
{
	static const char *const lists[] = {
		"region", "region,year", "department", "department,year", "role", "role,year", "year", "region,department",
	};
	static const char *const own[][3] = {
		[0] = { "project,year", "status,year", "unit" },
		[1] = { "line,year", "line", "code" },
		[2] = { "level", NULL, NULL },
	};
	const guint of = question->of == YS_PROJECT ? 0 : question->of == YS_LINE ? 1 : 2;
	const char *now = p->request->values[WEB_BY];
	g_autofree char *answered = by_of(question);
	gboolean any = FALSE;

	begin_select(p, WEB_BY, W_COMPARE_BY);
	for (gsize i = 0; i < G_N_ELEMENTS(lists) + 3; i++) {
		const char *list = i < G_N_ELEMENTS(lists) ? lists[i] : own[of][i - G_N_ELEMENTS(lists)];
		const gboolean chosen = list && !strcmp(list, now ? now : "region,year");

		if (list)
			append_by_option(p, list, chosen);
		any |= chosen;
	}
	if (!any)
		append_by_option(p, now ? now : answered, TRUE);
	PAGE_LIT(p, "</select></p>\n");
}

static void append_measures(page_out *p, const ys_question *question)
{
	static const char *const of_projects[] = { "budget", "executed", NULL };
	static const char *const of_lines[] = {
		"total", "basic", "project", "budget", "executed", "last_year", "income", "appropriation", "general_public",
		"general_public_basic", "general_public_project", "government_fund", "state_capital", NULL
	};
	static const char *const of_publications[] = {
		"total_expenditure", "total_income", "basic", "project", "change", "three_public_total",
		"three_public_abroad", "three_public_vehicle", "three_public_vehicle_purchase",
		"three_public_vehicle_running", "three_public_reception", "procurement_total", "procurement_goods",
		"procurement_works", "procurement_services", NULL
	};
	const char *const *names = question->of == YS_PROJECT ? of_projects : question->of == YS_LINE ? of_lines : of_publications;
	const char *now = p->request->values[WEB_MEASURE];

	begin_select(p, WEB_MEASURE, W_MEASURE);
	append_option(p, "", !now, page_word_text(p, W_COMPARE_USUAL));
	for (; *names; names++)
		append_option(p, *names, !g_strcmp0(now, *names), page_word_text(p, web_measure_word(*names)));
	PAGE_LIT(p, "</select></p>\n");
}

static void append_rest(page_out *p, const ys_question *question)
{
	static const struct {
		const char *value;
		web_word word;
	} orders[] = { { "", W_COMPARE_LARGEST }, { "amount", W_COMPARE_AMOUNT }, { "change", W_COMPARE_CHANGE } };

	begin_select(p, WEB_SORT, W_SORT);
	for (guint i = 0; i < G_N_ELEMENTS(orders); i++)
		append_option(p, orders[i].value, i == question->order, page_word_text(p, orders[i].word));
	PAGE_LIT(p, "</select></p>\n");
	begin_select(p, WEB_MATCH, W_COMPARE_MATCH);
	append_option(p, "", !question->mentioned, page_word_text(p, W_COMPARE_TITLE));
	append_option(p, "text", question->mentioned, page_word_text(p, W_COMPARE_TEXT));
	PAGE_LIT(p, "</select></p>\n");
}

static void append_hidden(page_out *p, const char *name, const char *value)
{
	if (!value)
		return;
	g_string_append_printf(p->out, "<input type=\"hidden\" name=\"%s\" value=\"", name);
	ys_html_attr(p->out, value);
	PAGE_LIT(p, "\">");
}

static void append_form(page_out *p, const ys_question *question)
{
	PAGE_LIT(p, "<form class=\"compare\" method=\"get\" action=\"");
	ys_html_attr(p->out, p->request->self);
	PAGE_LIT(p, "\">\n");
	append_hidden(p, "view", web_view_text(WEB_VIEW_COMPARE));
	for (int i = WEB_Q; i < WEB_BY; i++)
		if (i != WEB_SORT && i != WEB_TYPE && i != WEB_FACETS)
			append_hidden(p, web_value_name((web_value)i), p->request->values[i]);
	if (p->request->lang_chosen)
		append_hidden(p, "lang", p->request->lang == WEB_EN ? "en" : "zh");
	PAGE_LIT(p, "<div class=\"fields\">\n");
	append_by(p, question);
	append_of(p, question);
	append_measures(p, question);
	append_rest(p, question);
	PAGE_IN(p, "</div>\n<p><button>", page_word(p, W_COMPARE_SHOW), "</button></p>\n</form>\n");
}

/* ---- the table ---- */

/* Columns that no cell has are left out. */
typedef struct {
	gboolean change, execution, rank, mentioned, other_bodies;
} columns;

static columns columns_of(const ys_comparison *comparison)
{
	columns has = { 0 };

	for (guint i = 0; i < comparison->cells->len; i++) {
		const ys_cell *cell = &g_array_index(comparison->cells, ys_cell, i);

		has.change |= cell->change != YS_AMOUNT_NONE;
		has.execution |= cell->execution_percent != YS_PERCENT_NONE;
		has.rank |= cell->rank != 0;
		has.other_bodies |= cell->change != YS_AMOUNT_NONE && !cell->comparable;
	}
	return has;
}

static void append_column(page_out *p, web_word word, gboolean number)
{
	g_string_append(p->out, number ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">");
	page_word(p, word);
	PAGE_LIT(p, "</th>");
}

static void append_heads(page_out *p, const ys_question *question, const columns *has)
{
	PAGE_LIT(p, "<thead><tr>");
	for (guint i = 0; i < question->n_by; i++)
		append_column(p, web_dimension_word(ys_dimension_name(question->by[i])), FALSE);
	append_column(p, web_measure_word(ys_measure_name(question->measure)), TRUE);
	if (has->change)
		append_column(p, W_ON_LAST_YEAR, TRUE);
	if (has->execution)
		append_column(p, W_COMPARE_RATE, TRUE);
	append_column(p, W_COMPARE_RECORDS, TRUE);
	if (has->rank)
		append_column(p, W_COMPARE_RANK, TRUE);
	append_column(p, W_COMPARE_INDEXED, TRUE);
	PAGE_LIT(p, "</tr></thead>\n");
}

static void append_keys(page_out *p, const ys_question *question, const ys_cell *cell)
{
	for (guint i = 0; i < question->n_by; i++) {
		g_string_append(p->out, i ? "<td>" : "<th scope=\"row\">");
		page_clipped_text(p, key_text(p, question, cell, i), PAGE_NAME_MAX);
		if (question->by[i] == YS_BY_LINE && cell->code && *cell->code)
			PAGE_IN(p, " <span class=\"by\">", page_plain(p, cell->code), "</span>");
		g_string_append(p->out, i ? "</td>" : "</th>");
	}
}

static void append_figures(page_out *p, const ys_cell *cell, const columns *has)
{
	if (has->change) {
		PAGE_LIT(p, "<td class=\"n\">");
		page_change(p, cell->change, cell->change_percent);
		g_string_append(p->out, cell->change != YS_AMOUNT_NONE && !cell->comparable ? "*</td>" : "</td>");
	}
	if (has->execution) {
		PAGE_LIT(p, "<td class=\"n\">");
		if (cell->execution_percent != YS_PERCENT_NONE)
			number_append_percent(p->out, cell->execution_percent, 2, FALSE);
		PAGE_LIT(p, "</td>");
	}
}

static void append_indexed(page_out *p, const ys_cell *cell)
{
	g_autofree char *number = page_count_text(cell->bodies > 1 ? cell->bodies : cell->indexed);

	PAGE_LIT(p, "<td class=\"n\">");
	page_say(p, cell->bodies > 1 ? W_COMPARE_BODIES_N : W_COMPARE_PUBLICATIONS_N, number, NULL);
	PAGE_LIT(p, "</td>");
}

static void append_cell(page_out *p, const ys_comparison *comparison, const ys_cell *cell, const columns *has)
{
	g_autofree char *name = ys_cell_name(comparison, cell), *mentioned = page_count_text(cell->mentioned);

	PAGE_LIT(p, "<tr>");
	append_keys(p, &comparison->question, cell);
	PAGE_LIT(p, "<td class=\"n\">");
	if (cell->count) {
		page_anchor(p, web_link_with(p->request, WEB_CELL, name));
		PAGE_IN(p, "", page_amount(p, cell->amount), "</a>");
	}
	PAGE_LIT(p, "</td>");
	append_figures(p, cell, has);
	g_string_append_printf(p->out, "<td class=\"n\">%u", cell->count);
	if (cell->mentioned)
		page_say(p, W_COMPARE_MENTIONED, mentioned, NULL);
	PAGE_LIT(p, "</td>");
	if (has->rank && cell->rank)
		g_string_append_printf(p->out, "<td class=\"n\">%u</td>", cell->rank);
	else if (has->rank)
		PAGE_LIT(p, "<td></td>");
	append_indexed(p, cell);
	PAGE_LIT(p, "</tr>\n");
}

static void append_table(page_out *p, const ys_comparison *comparison, const char *title)
{
	const columns has = columns_of(comparison);
	const guint shown = MIN(comparison->cells->len, PAGE_CELLS);
	g_autofree char *first = page_count_text(shown), *all = page_count_text(comparison->n_cells);

	PAGE_IN(p, "<p class=\"hint\">", page_word(p, W_TABLE_SCROLLS), "</p>\n");
	PAGE_LIT(p, "<div class=\"scroll\" role=\"region\" aria-labelledby=\"cells\" tabindex=\"0\">\n<table>\n"
		 "<caption id=\"cells\" class=\"vh\">");
	page_text(p, title);
	PAGE_LIT(p, "</caption>\n");
	append_heads(p, &comparison->question, &has);
	PAGE_LIT(p, "<tbody>\n");
	for (guint i = 0; i < shown; i++)
		append_cell(p, comparison, &g_array_index(comparison->cells, ys_cell, i), &has);
	PAGE_LIT(p, "</tbody>\n</table>\n</div>\n");
	if (shown < comparison->n_cells)
		PAGE_IN(p, "<p>", page_say(p, W_COMPARE_CUT, first, all, NULL), "</p>\n");
	if (has.other_bodies)
		PAGE_IN(p, "<p class=\"by\">", page_word(p, W_COMPARE_OTHERS), "</p>\n");
}

static void append_medians(page_out *p, const ys_comparison *comparison)
{
	const gsize begin = p->out->len;
	gboolean any = FALSE;

	PAGE_LIT(p, "<ul class=\"by\">\n");
	for (guint i = 0; i < comparison->medians->len && i < PAGE_LIST_MAX; i++) {
		const ys_median *median = &g_array_index(comparison->medians, ys_median, i);
		ys_cell keys = { 0 };
		g_autofree char *bodies = page_count_text(median->bodies), *amount = page_amount_text(median->median), *name = NULL;

		if (median->bodies < 2)
			continue;
		any = TRUE;
		memcpy(keys.key, median->key, sizeof keys.key);
		name = page_keys_text(p, &comparison->question, &keys, YS_BY_DEPARTMENT);
		PAGE_IN(p, "<li>", page_text(p, name), " ");
		PAGE_IN(p, "", page_say(p, W_COMPARE_MEDIAN, amount, bodies, NULL), "</li>\n");
	}
	PAGE_LIT(p, "</ul>\n");
	if (!any)
		g_string_truncate(p->out, begin);
}

/* ---- what it rests on ---- */

static void append_counted(page_out *p, const ys_comparison *comparison)
{
	g_autofree char *publications = page_count_text(comparison->publications), *count = page_count_text(comparison->count);

	PAGE_LIT(p, "<p class=\"found\" role=\"status\">");
	if (comparison->count)
		page_say(p, W_COMPARE_COUNTED, publications, count, NULL);
	else
		page_word(p, W_COMPARE_COUNTED_NONE);
	PAGE_LIT(p, "</p>\n");
}

static void append_reason(page_out *p, web_word word, guint n)
{
	g_autofree char *number = page_count_text(n);

	if (n)
		PAGE_IN(p, "<li>", page_say(p, word, number, NULL), "</li>\n");
}

static void append_left_out(page_out *p, const ys_comparison *comparison)
{
	static const web_word words[YS_N_LEFT] = {
		[YS_LEFT_CONTAINED] = W_LEFT_CONTAINED,     [YS_LEFT_OTHER_VIEW] = W_LEFT_OTHER_VIEW,
		[YS_LEFT_NO_AMOUNT] = W_LEFT_NO_AMOUNT,     [YS_LEFT_IMPLAUSIBLE] = W_LEFT_IMPLAUSIBLE,
		[YS_LEFT_MENTIONED] = W_LEFT_MENTIONED,
	};

	page_heading(p, W_COMPARE_LEFT);
	PAGE_LIT(p, "<ul>\n");
	for (int verdict = YS_COUNTS + 1; verdict < YS_N_LEFT; verdict++)
		append_reason(p, words[verdict], comparison->left_out[verdict]);
	append_reason(p, W_LEFT_SUPERSEDED, comparison->superseded);
	PAGE_IN(p, "<li>", page_word(p, W_COMPARE_KINDS), "</li>\n</ul>\n");
}

/* ---- the records of a cell ---- */

static void append_added(page_out *p, const web_added *added)
{
	const ys_origin *origin = added->found->facts->origin;
	const char *id = added->found->counted.id, *title = added->found->counted.title;
	g_autofree char *when = page_year_kind(p, origin->year, *origin->kind ? origin->kind : NULL);
	g_autofree char *name = page_clipped(*title ? title : page_word_text(p, W_UNTITLED), PAGE_NAME_MAX);

	PAGE_IN(p, "<tr><th scope=\"row\">", page_link(p, web_link_record(p->request, id), name), "</th>");
	PAGE_IN(p, "<td>", page_text(p, origin->department), "</td>");
	PAGE_IN(p, "<td>", page_text(p, when), "</td>");
	PAGE_IN(p, "<td class=\"n\">", page_amount(p, added->amount), "</td></tr>\n");
}

static void append_turns(page_out *p, guint now, guint last)
{
	if (last < 2)
		return;
	PAGE_LIT(p, "<nav class=\"pages\" aria-label=\"");
	ys_html_attr(p->out, page_word_text(p, W_PAGES));
	PAGE_LIT(p, "\">\n");
	if (now > 1)
		page_link_word(p, web_link_page(p->request, now - 1), W_PREVIOUS);
	g_string_append_printf(p->out, "<b>%u / %u</b>\n", now, last);
	if (now < last && now < WEB_PAGE_MAX)
		page_link_word(p, web_link_page(p->request, now + 1), W_NEXT);
	PAGE_LIT(p, "</nav>\n");
}

static void append_records(page_out *p, const web_comparison *shown, const char *title)
{
	const guint size = p->request->limit ? p->request->limit : PAGE_RECORDS, from = (p->request->page - 1) * size;
	g_autoptr(GArray) all = gather_added(shown);

	PAGE_IN(p, "<table class=\"wide\">\n<caption class=\"vh\">", page_text(p, title), "</caption>\n<thead><tr>");
	append_column(p, W_NAME, FALSE);
	append_column(p, W_DEPARTMENT, FALSE);
	append_column(p, W_YEAR, FALSE);
	append_column(p, web_measure_word(ys_measure_name(shown->comparison->question.measure)), TRUE);
	PAGE_LIT(p, "</tr></thead>\n<tbody>\n");
	for (guint i = from; i < all->len && i - from < size; i++)
		append_added(p, &g_array_index(all, web_added, i));
	PAGE_LIT(p, "</tbody>\n</table>\n");
	append_turns(p, p->request->page, (all->len + size - 1) / size);
}

static void append_cell_page(page_out *p, const web_comparison *shown, const char *title)
{
	const ys_cell *cell = shown->cell;
	g_autofree char *name = page_keys_text(p, &shown->comparison->question, cell, YS_N_BY);
	g_autofree char *count = page_count_text(cell->count), *amount = page_amount_text(cell->amount);

	PAGE_IN(p, "<p class=\"crumbs\">", page_link_word(p, web_link_with(p->request, WEB_CELL, NULL), W_COMPARE_BACK), "</p>\n");
	PAGE_LIT(p, "<h1>");
	page_text(p, title);
	PAGE_IN(p, " · ", page_text(p, name), "</h1>\n");
	PAGE_IN(p, "<p class=\"found\" role=\"status\">", page_say(p, W_CELL_FOUND, count, amount, NULL), "</p>\n");
	append_records(p, shown, name);
}

/* ---- the page ---- */

void page_compare(GString *out, const web_view *view, const web_comparison *shown)
{
	page_out words = { out, view, view->request, 0 }, page, *p = &page;
	const ys_comparison *comparison = shown->comparison;
	g_autofree char *title = headline(&words);

	page = page_begin(out, view, title, PAGE_WITH_DATA, FALSE);
	if (shown->cell) {
		append_cell_page(p, shown, title);
		page_end(p, PAGE_WITH_DATA);
		return;
	}
	PAGE_IN(p, "<h1>", page_text(p, title), "</h1>\n");
	append_asked(p, &comparison->question);
	page_understood(p, comparison->question.query);
	append_counted(p, comparison);
	append_form(p, &comparison->question);
	page_compare_chart(p, comparison);
	if (comparison->cells->len)
		append_table(p, comparison, title);
	append_medians(p, comparison);
	append_left_out(p, comparison);
	page_end(p, PAGE_WITH_DATA);
}
