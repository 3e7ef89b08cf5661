#include <string.h>

#include "tools/web/chart.h"
#include "tools/web/page_parts.h"

/* Values of a facet that are shown; the rest is counted. */
#define FACET_MAX 8
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
};

/* ---- filters ---- */

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
	if (value == WEB_SYNONYMS)
		return g_strdup(page_word_text(p, W_SYNONYMS_OFF));
	if (value == WEB_KIND && web_kind_word(text) != W_N_WORDS)
		text = page_word_text(p, web_kind_word(text));
	if (value != WEB_PUBLICATION)
		return g_strdup_printf("%s %s", page_word_text(p, labels[value]), text);
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
		if (value != WEB_SORT && p->request->values[value])
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

static void append_value(page_out *p, ys_facet facet, const ys_facet_value *value)
{
	web_value parameter = facets[facet].value;
	gboolean chosen = !g_strcmp0(p->request->values[parameter], value->value);
	g_autofree char *count = page_count_text(value->count);
	g_autofree char *address = web_link_with(p->request, parameter, chosen ? NULL : value->value);
	web_word kind = facet == YS_FACET_KIND ? web_kind_word(value->value) : W_N_WORDS;

	PAGE_LIT(p, "<li><a href=\"");
	ys_html_attr(p->out, address);
	PAGE_LIT(p, "\">");
	if (chosen)
		PAGE_LIT(p, "✓ ");
	page_text(p, kind == W_N_WORDS ? value->value : page_word_text(p, kind));
	PAGE_IN(p, "</a> <i>", page_say(p, W_COUNT, count, NULL), "</i>");
	if (value->amount != YS_AMOUNT_NONE && value->amount != 0)
		PAGE_IN(p, " <b>", page_amount_bare(p, value->amount), "</b>");
	PAGE_LIT(p, "</li>\n");
}

static int by_year(gconstpointer a, gconstpointer b)
{
	const ys_facet_value *left = *(ys_facet_value *const *)a, *right = *(ys_facet_value *const *)b;

	return strcmp(right->value, left->value);
}

/* Years stand in their order, everything else with the most first. */
static GPtrArray *values_of(const ys_page *page, ys_facet facet, guint max)
{
	GPtrArray *values = g_ptr_array_new();

	for (guint i = 0; i < page->facets[facet]->len && i < max; i++)
		g_ptr_array_add(values, g_ptr_array_index(page->facets[facet], i));
	if (facet == YS_FACET_YEAR)
		g_ptr_array_sort(values, by_year);
	return values;
}

void page_facet(page_out *p, const ys_page *page, ys_facet facet, guint max, gboolean bars)
{
	g_autoptr(GPtrArray) values = NULL;

	if (!page->facets[facet] || !page->facets[facet]->len)
		return;
	values = values_of(page, facet, max);
	PAGE_IN(p, "<section class=\"facet\"><h3>", page_word(p, facets[facet].heading), "</h3>");
	PAGE_LIT(p, "<div>");
	if (bars && facets[facet].chart != W_N_WORDS)
		append_bars(p, facet, values, values->len);
	PAGE_LIT(p, "<ul>\n");
	for (guint i = 0; i < values->len; i++)
		append_value(p, facet, g_ptr_array_index(values, i));
	PAGE_LIT(p, "</ul></div>\n");
	if (page->facets[facet]->len > max) {
		g_autofree char *more = page_count_text(page->facets[facet]->len - max);

		PAGE_IN(p, "<p class=\"by\">", page_say(p, W_MORE_VALUES, more, NULL), "</p>\n");
	}
	PAGE_LIT(p, "</section>\n");
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
			amount = page_amount_text(value->amount);
			page_say(p, W_HITS_SUM, amount, NULL);
		}
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

void page_departments(page_out *p, const ys_page *page)
{
	if (!page->departments->len)
		return;
	page_heading(p, W_DEPARTMENTS);
	PAGE_LIT(p, "<ul class=\"departments\">\n");
	for (guint i = 0; i < page->departments->len && i < DEPARTMENTS_MAX; i++)
		append_department(p, page, g_ptr_array_index(page->departments, i));
	PAGE_LIT(p, "</ul>\n");
}
