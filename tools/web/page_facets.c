#include <string.h>

#include "src/region.h"
#include "tools/web/chart.h"
#include "tools/web/page_parts.h"

/* Values of a facet that are shown; the rest is counted. */
#define FACET_MAX 8
/* And where all are asked for. */
#define ALL_MAX 1000
/* Years and kinds whose sums are said above the hits. */
#define SUMS_MAX 6
/* Departments of those found, which are more in the JSON. */
#define DEPARTMENTS_MAX 5

static const struct {
	web_value value;
	web_word heading, chart;
} facets[YS_N_FACETS] = {
	[YS_FACET_REGION] = { WEB_REGION, W_BY_REGION, W_CHART_BY_REGION },
	[YS_FACET_YEAR] = { WEB_YEAR, W_BY_YEAR, W_CHART_BY_YEAR },
	[YS_FACET_KIND] = { WEB_KIND, W_BY_KIND, W_N_WORDS },
	[YS_FACET_DEPARTMENT] = { WEB_DEPARTMENT, W_BY_DEPARTMENT, W_N_WORDS },
	[YS_FACET_YEAR_KIND] = { WEB_N_VALUES, W_N_WORDS, W_N_WORDS },
};

/* ---- filters ---- */

/* A value of a parameter in the language of the page. */
static const char *say_value(const page_out *p, web_value parameter, const char *text)
{
	web_word word = W_N_WORDS;

	if (parameter == WEB_KIND)
		word = web_kind_word(text);
	else if (parameter == WEB_REGION && !strcmp(text, YS_REGION_UNKNOWN))
		word = W_REGION_UNKNOWN;
	else if (parameter == WEB_TYPE)
		word = !strcmp(text, "all") ? W_U_ALL_TYPES : web_type_word(ys_record_type_named(text));
	return word == W_N_WORDS ? text : page_word_text(p, word);
}

/* The same of a list; newly allocated. */
static char *say_values(const page_out *p, web_value parameter, const char *text)
{
	g_auto(GStrv) values = g_strsplit(text, parameter == WEB_DEPARTMENT || parameter == WEB_AMOUNT ? "\n" : ",", -1);
	GString *said = g_string_new(NULL);

	for (char **value = values; *value; value++)
		g_string_append_printf(said, "%s%s", said->len ? p->request->lang == WEB_ZH ? "、" : ", " : "",
				       say_value(p, parameter, *value));
	return g_string_free(said, FALSE);
}

static char *label_of(page_out *p, const web_results *results, web_value value)
{
	static const web_word labels[WEB_N_VALUES] = {
		[WEB_YEAR] = W_YEAR, [WEB_REGION] = W_REGION, [WEB_KIND] = W_KIND, [WEB_DEPARTMENT] = W_DEPARTMENT,
		[WEB_TYPE] = W_TYPE, [WEB_AMOUNT] = W_AMOUNT,
	};
	const char *text = p->request->values[value];
	const ys_record *publication = NULL;

	if (value == WEB_EXACT)
		return g_strdup(page_word_text(p, W_EXACT_ON));
	if (value == WEB_LITERAL)
		return g_strdup(page_word_text(p, W_LITERAL_ON));
	if (value == WEB_SYNONYMS)
		return g_strdup(page_word_text(p, W_SYNONYMS_OFF));
	if (value != WEB_PUBLICATION) {
		g_autofree char *said = say_values(p, value, text);

		return g_strdup_printf("%s %s", page_word_text(p, labels[value]), said);
	}
	for (guint i = 0; results->publications && i < results->publications->len && !publication; i++)
		publication = g_ptr_array_index(results->publications, i);
	return page_saying(p, W_IN_PUBLICATION, publication ? page_title_of(p, publication) : text, NULL);
}

static void append_filter(page_out *p, const web_results *results, web_value value)
{
	g_autofree char *label = label_of(p, results, value);
	g_autofree char *address = web_link_with(p->request, value, NULL);
	g_autofree char *remove = page_saying(p, W_REMOVE, label, NULL);

	PAGE_LIT(p, "<li><a href=\"");
	ys_html_attr(p->out, address);
	PAGE_LIT(p, "\" aria-label=\"");
	ys_html_attr(p->out, remove);
	PAGE_LIT(p, "\">");
	page_text(p, label);
	PAGE_LIT(p, " <span aria-hidden=\"true\">×</span></a></li>\n");
}

void page_filters(page_out *p, const web_results *results)
{
	g_autofree char *label = g_markup_escape_text(page_word_text(p, W_FILTERS), -1);
	gsize begin = p->out->len, empty;

	g_string_append_printf(p->out, "<ul class=\"chips\" aria-label=\"%s\">\n", label);
	empty = p->out->len;
	for (int value = WEB_YEAR; value < WEB_N_VALUES; value++)
		if (value != WEB_SORT && value < WEB_LIMIT && p->request->values[value])
			append_filter(p, results, (web_value)value);
	if (p->out->len == empty)
		g_string_truncate(p->out, begin);
	else
		PAGE_LIT(p, "</ul>\n");
}

/* ---- facets ---- */

static GArray *bars_of(const GPtrArray *values, guint n)
{
	GArray *bars = g_array_new(FALSE, FALSE, sizeof(chart_bar));

	for (guint i = 0; i < n; i++) {
		const ys_facet_value *value = g_ptr_array_index(values, i);
		chart_bar bar = { value->value, value->amount };

		g_array_append_val(bars, bar);
	}
	return bars;
}

static void append_bars(page_out *p, ys_facet facet, const GPtrArray *values, guint n)
{
	g_autoptr(GArray) bars = bars_of(values, n);
	ys_amount longest = chart_longest(bars);
	g_autofree char *amount = page_amount_text(longest), *description = NULL;
	const char *label = "";

	if (longest <= 0)
		return;
	for (guint i = 0; i < bars->len && !*label; i++)
		if (g_array_index(bars, chart_bar, i).amount == longest)
			label = g_array_index(bars, chart_bar, i).label;
	description = page_saying(p, W_CHART_LARGEST, label, amount, NULL);
	chart_behind(p->out, page_word_text(p, facets[facet].chart), description, bars);
}

/* What of a facet is chosen; NULL: nothing, or not by its values (2021..2024, part of a name). */
static char **chosen_of(const page_out *p, const GPtrArray *values, ys_facet facet)
{
	const char *text = p->request->values[facets[facet].value];
	g_auto(GStrv) chosen = text ? g_strsplit(text, facet == YS_FACET_DEPARTMENT ? "\n" : ",", -1) : NULL;

	for (guint i = 0; chosen && chosen[i]; i++) {
		gboolean known = FALSE;

		for (guint k = 0; k < values->len && !known; k++)
			known = !strcmp(((ys_facet_value *)g_ptr_array_index(values, k))->value, chosen[i]);
		if (!known)
			return NULL;
	}
	return g_steal_pointer(&chosen);
}

static gboolean is_chosen(char **chosen, const char *value)
{
	return chosen && g_strv_contains((const char *const *)chosen, value);
}

/* With the value too, or without it if it is chosen. */
static char *link_to(const page_out *p, ys_facet facet, char **chosen, const char *value)
{
	g_autoptr(GString) list = g_string_new(NULL);

	for (char **other = chosen; other && *other; other++)
		if (strcmp(*other, value) != 0)
			g_string_append_printf(list, "%s%s", list->len ? "," : "", *other);
	if (!is_chosen(chosen, value))
		g_string_append_printf(list, "%s%s", list->len ? "," : "", value);
	return web_link_with(p->request, facets[facet].value, list->len ? list->str : NULL);
}

/* Items are parts of projects: where both are found their sum is no part of the other. */
static void append_sum(page_out *p, const ys_facet_value *value)
{
	const gboolean items = value->items == value->count && value->items_amount != 0;

	if (items)
		PAGE_IN(p, " <b>", page_word(p, W_ITEMS_SUM), " ");
	else if (value->amount != YS_AMOUNT_NONE && value->amount != 0)
		PAGE_LIT(p, " <b>");
	else
		return;
	PAGE_IN(p, "", page_sum(p, items ? value->items_amount : value->amount), "</b>");
}

static void append_value(page_out *p, ys_facet facet, char **chosen, const ys_facet_value *value)
{
	const gboolean is = is_chosen(chosen, value->value);
	g_autofree char *count = page_count_text(value->count);
	g_autofree char *address = link_to(p, facet, chosen, value->value);

	PAGE_LIT(p, "<li><a href=\"");
	ys_html_attr(p->out, address);
	g_string_append(p->out, is ? "\">✓ " : "\">");
	page_text(p, say_value(p, facets[facet].value, value->value));
	PAGE_IN(p, "</a> <i>", page_say(p, W_COUNT, count, NULL), "</i>");
	append_sum(p, value);
	PAGE_LIT(p, "</li>\n");
}

static int by_year(gconstpointer a, gconstpointer b)
{
	const ys_facet_value *left = *(ys_facet_value *const *)a, *right = *(ys_facet_value *const *)b;

	return strcmp(right->value, left->value);
}

/* Years stand in their order, everything else with the most first; what is chosen is always there. */
static GPtrArray *values_of(const ys_page *page, ys_facet facet, guint max, char **chosen)
{
	GPtrArray *values = g_ptr_array_new();

	for (guint i = 0; i < page->facets[facet]->len; i++) {
		ys_facet_value *value = g_ptr_array_index(page->facets[facet], i);

		if (i < max || is_chosen(chosen, value->value))
			g_ptr_array_add(values, value);
	}
	if (facet == YS_FACET_YEAR)
		g_ptr_array_sort(values, by_year);
	return values;
}

void page_facet(page_out *p, const ys_page *page, ys_facet facet, guint max, gboolean bars)
{
	g_autoptr(GPtrArray) values = NULL;
	g_auto(GStrv) chosen = NULL;

	if (!page->facets[facet] || !page->facets[facet]->len)
		return;
	if (p->request->values[WEB_FACETS])
		max = ALL_MAX;
	chosen = chosen_of(p, page->facets[facet], facet);
	values = values_of(page, facet, max, chosen);
	PAGE_IN(p, "<section class=\"facet\"><h3>", page_word(p, facets[facet].heading), "</h3>");
	PAGE_LIT(p, "<div>");
	if (bars && facets[facet].chart != W_N_WORDS)
		append_bars(p, facet, values, values->len);
	PAGE_LIT(p, "<ul>\n");
	for (guint i = 0; i < values->len; i++)
		append_value(p, facet, chosen, g_ptr_array_index(values, i));
	PAGE_LIT(p, "</ul></div>\n");
	if (page->facets[facet]->len > values->len) {
		g_autofree char *more = page_count_text(page->facets[facet]->len - values->len);

		PAGE_IN(p, "<p class=\"by\">", page_anchor(p, web_link_with(p->request, WEB_FACETS, "all")), "");
		page_say(p, W_MORE_SHOW, more, NULL);
		PAGE_LIT(p, "</a></p>\n");
	}
	PAGE_LIT(p, "</section>\n");
}

/* ---- sums of years and kinds, which alone may be added up ---- */

/* The newest first. */
static GPtrArray *newest_first(const GPtrArray *values)
{
	GPtrArray *sorted = g_ptr_array_new();

	for (guint i = 0; i < values->len; i++)
		g_ptr_array_add(sorted, g_ptr_array_index(values, i));
	g_ptr_array_sort(sorted, by_year);
	return sorted;
}

/* 2023年预算 in the language of the page; newly allocated. */
static char *year_kind_text(const page_out *p, const char *value)
{
	const char *kind = strstr(value, "年");

	return page_year_kind(p, atoi(value), kind ? kind + strlen("年") : NULL);
}

/* What the sum before it leaves out. */
static void append_left_out(page_out *p, const ys_facet_value *value)
{
	g_autofree char *left_out = page_count_text(value->left_out);

	if (value->left_out)
		page_say(p, W_LEFT_OUT, left_out, NULL);
}

/* 2023年预算 5 条 1,200.00万元，采购明细 2 条 80.00万元 */
static void append_year_kind(page_out *p, const ys_facet_value *value)
{
	const guint projects = value->count - value->items;
	g_autofree char *when = year_kind_text(p, value->value), *count = page_count_text(projects);
	g_autofree char *items = page_count_text(value->items);

	page_text(p, when);
	if (projects) {
		PAGE_IN(p, " ", page_say(p, W_N_HITS, count, NULL), "");
		if (value->amount != YS_AMOUNT_NONE && value->amount != 0)
			PAGE_IN(p, " ", page_sum(p, value->amount), "");
	}
	if (value->items) {
		g_string_append(p->out, projects ? p->request->lang == WEB_ZH ? "，" : ", " : " ");
		PAGE_IN(p, "", page_say(p, W_N_ITEMS, items, NULL), " ");
		page_sum(p, value->items_amount);
	}
	append_left_out(p, value);
}

static gboolean has_amounts(const GPtrArray *values)
{
	for (guint i = 0; i < values->len; i++) {
		const ys_facet_value *value = g_ptr_array_index(values, i);

		if (value->amount != 0 || value->items_amount != 0 || value->left_out)
			return TRUE;
	}
	return FALSE;
}

void page_sums(page_out *p, const ys_page *page)
{
	const GPtrArray *values = page->facets[YS_FACET_YEAR_KIND];
	g_autoptr(GPtrArray) sorted = values ? newest_first(values) : NULL;

	if (!sorted || !has_amounts(sorted))
		return;
	PAGE_LIT(p, "<p class=\"by\">");
	for (guint i = 0; i < sorted->len && i < SUMS_MAX; i++) {
		g_string_append(p->out, i ? p->request->lang == WEB_ZH ? "；" : "; " : "");
		append_year_kind(p, g_ptr_array_index(sorted, i));
	}
	if (sorted->len > SUMS_MAX)
		PAGE_LIT(p, " …");
	PAGE_LIT(p, "</p>\n");
}

void page_otherwise(page_out *p, const ys_page *page)
{
	g_autoptr(GPtrArray) sorted = page->otherwise ? newest_first(page->otherwise) : NULL;
	const char *comma = p->request->lang == WEB_ZH ? "、" : ", ";

	if (!sorted)
		return;
	PAGE_IN(p, "<p>", page_word(p, W_OTHERWISE), " ");
	for (guint i = 0; i < sorted->len; i++) {
		const ys_facet_value *value = g_ptr_array_index(sorted, i);
		const char *kind = strstr(value->value, "年");
		g_autofree char *year = g_strndup(value->value, kind ? kind - value->value : 0);
		g_autofree char *when = year_kind_text(p, value->value), *count = page_count_text(value->count);

		g_string_append(p->out, i ? comma : "");
		if (p->request->values[WEB_YEAR] || p->request->values[WEB_KIND])
			page_link(p, web_link_year_kind(p->request, year, kind ? kind + strlen("年") : NULL), when);
		else
			page_text(p, when);
		PAGE_LIT(p, " ");
		page_say(p, W_N_HITS, count, NULL);
	}
	PAGE_LIT(p, "</p>\n");
}

/* A department is one record for all its publications: it has no year and no kind to be counted
 * with. */
static gboolean is_of_a_year(const web_results *results, ys_facet facet)
{
	return (facet != YS_FACET_YEAR && facet != YS_FACET_KIND) || !(results->query->types & 1u << YS_DEPARTMENT);
}

void page_facets(page_out *p, const web_results *results)
{
	/* departments have a list of their own, which says more */
	static const ys_facet order[] = { YS_FACET_YEAR, YS_FACET_REGION, YS_FACET_KIND };

	page_heading(p, W_NARROW);
	for (guint i = 0; i < G_N_ELEMENTS(order); i++)
		if (is_of_a_year(results, order[i]))
			page_facet(p, results->page, order[i], FACET_MAX, TRUE);
}

/* ---- departments ---- */

static char *years_text(const GArray *years)
{
	GString *text = g_string_new(NULL);

	for (guint i = 0; i < years->len; i++)
		g_string_append_printf(text, "%s%d", i ? ", " : "", g_array_index(years, int, i));
	return g_string_free(text, FALSE);
}

/* As many as its link finds, of whatever type; nothing where it only has part of the query. */
static void append_count(page_out *p, const ys_page *page, const char *department)
{
	const GPtrArray *values = page->facets[YS_FACET_DEPARTMENT];

	for (guint i = 0; values && i < values->len; i++) {
		const ys_facet_value *value = g_ptr_array_index(values, i);
		g_autofree char *count = NULL, *amount = NULL;

		if (strcmp(value->value, department) != 0)
			continue;
		count = page_count_text(value->count);
		page_say(p, W_N_HITS, count, NULL);
		if (value->amount != YS_AMOUNT_NONE && value->amount != 0) {
			amount = page_sum_text(value->amount);
			page_say(p, W_HITS_SUM, amount, NULL);
		}
		append_left_out(p, value);
		PAGE_LIT(p, " · ");
		return;
	}
}

static void append_department(page_out *p, const ys_page *page, const ys_department_hit *department)
{
	g_autofree char *years = years_text(department->years);
	g_autofree char *title = page_clipped(department->top_title, PAGE_NAME_MAX);

	PAGE_LIT(p, "<li>");
	page_link(p, web_link_with(p->request, WEB_DEPARTMENT, department->department), department->department);
	PAGE_LIT(p, "<br><span class=\"by\">");
	append_count(p, page, department->department);
	page_text(p, years);
	if (department->top_id) {
		PAGE_LIT(p, "<br>");
		page_word(p, W_DEPARTMENT_TOP);
		page_link(p, web_link_record(p->request, department->top_id), title);
	}
	PAGE_LIT(p, "</span></li>\n");
}

static void append_measured(page_out *p, const ys_department_hit *department)
{
	const ys_department_measure *measure = department->measure;
	g_autofree char *when = page_year_kind(p, measure->year, measure->kind), *sum = page_sum_text(measure->amount);

	PAGE_LIT(p, "<li>");
	page_link(p, web_link_with(p->request, WEB_DEPARTMENT, department->department), department->department);
	PAGE_LIT(p, " ");
	if (measure->percent != YS_PERCENT_NONE)
		page_change(p, measure->amount, measure->percent);
	else
		page_text(p, sum);
	PAGE_IN(p, "<br><span class=\"by\">", page_text(p, when), " ");
	if (measure->id && measure->title)
		page_link(p, web_link_record(p->request, measure->id), measure->title);
	PAGE_LIT(p, "</span></li>\n");
}

/* Departments that are compared are what was asked for. */
static gboolean are_compared(const ys_page *page)
{
	return page->departments->len && ((const ys_department_hit *)g_ptr_array_index(page->departments, 0))->measure;
}

void page_measured(page_out *p, const ys_page *page)
{
	if (!are_compared(page))
		return;
	page_heading(p, W_DEPARTMENTS);
	PAGE_LIT(p, "<ol class=\"departments\">\n");
	for (guint i = 0; i < page->departments->len; i++)
		append_measured(p, g_ptr_array_index(page->departments, i));
	PAGE_LIT(p, "</ol>\n");
}

void page_departments(page_out *p, const ys_page *page)
{
	if (!page->departments->len || are_compared(page))
		return;
	page_heading(p, W_DEPARTMENTS);
	PAGE_LIT(p, "<ul class=\"departments\">\n");
	for (guint i = 0; i < page->departments->len && i < DEPARTMENTS_MAX; i++)
		append_department(p, page, g_ptr_array_index(page->departments, i));
	PAGE_LIT(p, "</ul>\n");
}
