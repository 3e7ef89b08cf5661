/* What is indexed, by region, kind and year, and what is missing: what every comparison rests on. */
#include <string.h>

#include "tools/web/page_parts.h"

/* The dimensions, in the order of page.h. */
enum {
	REGION,
	KIND,
	YEAR
};

static const ys_stock_cell *cell_at(const ys_stock *stock, guint i)
{
	return &g_array_index(stock->cells, ys_stock_cell, i);
}

static gint by_year(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The years there are, ascending; NULL behind them if some are not known. */
static GPtrArray *years_of(const ys_stock *stock)
{
	GPtrArray *years = g_ptr_array_new();
	gboolean unknown = FALSE;

	for (guint i = 0; i < stock->cells->len; i++) {
		const char *year = cell_at(stock, i)->key[YEAR];

		unknown |= !year;
		if (year && !g_ptr_array_find_with_equal_func(years, year, g_str_equal, NULL))
			g_ptr_array_add(years, (gpointer)year);
	}
	g_ptr_array_sort(years, by_year);
	if (unknown)
		g_ptr_array_add(years, NULL);
	return years;
}

/* ---- the matrix ---- */

/* A search for a region finds those in it, too: what has some in it has no link. */
static gboolean has_regions(const ys_stock *stock, const char *region)
{
	for (guint i = 0; i < stock->cells->len; i++) {
		const char *other = cell_at(stock, i)->key[REGION];

		if (region && other && strlen(other) > strlen(region) && g_str_has_prefix(other, region))
			return TRUE;
	}
	return FALSE;
}

static void append_count(page_out *p, const ys_stock *stock, const ys_stock_cell *cell)
{
	const char *region = cell->key[REGION] ? cell->key[REGION] : page_word_text(p, W_REGION_UNKNOWN);
	g_autofree char *number = page_count_text(cell->publications);

	if (cell->publications && cell->key[YEAR] && cell->key[KIND] && cell->key[REGION] && !has_regions(stock, cell->key[REGION]))
		page_link(p, web_link_of(p->request, "type", "publication", "year", cell->key[YEAR], "region", region, "kind",
					 cell->key[KIND], NULL), number);
	else
		page_plain(p, number);
}

static void append_note(page_out *p, web_word word, guint n)
{
	g_autofree char *number = page_count_text(n);

	if (n)
		PAGE_IN(p, "<br><span class=\"by\">", page_say(p, word, number, NULL), "</span>");
}

static void append_cell(page_out *p, const ys_stock *stock, const ys_stock_cell *cell)
{
	PAGE_LIT(p, "<td class=\"n\">");
	if (cell) {
		append_count(p, stock, cell);
		append_note(p, W_COVERAGE_MISSING_N, cell->missing->len);
		append_note(p, W_COVERAGE_SUPERSEDED_N, cell->superseded);
		append_note(p, W_COVERAGE_WARNINGS_N, cell->warnings);
	}
	PAGE_LIT(p, "</td>");
}

static gboolean same_row(const ys_stock_cell *a, const ys_stock_cell *b)
{
	return !g_strcmp0(a->key[REGION], b->key[REGION]) && !g_strcmp0(a->key[KIND], b->key[KIND]);
}

/* Cells are in the order of their keys: those of a row stand together.  The number behind them. */
static guint append_row(page_out *p, const ys_stock *stock, guint from, const GPtrArray *years)
{
	const ys_stock_cell *head = cell_at(stock, from);
	const char *region = head->key[REGION] ? head->key[REGION] : page_word_text(p, W_REGION_UNKNOWN);
	const web_word kind = web_kind_word(head->key[KIND]);
	guint end = from;

	while (end < stock->cells->len && same_row(cell_at(stock, end), head))
		end++;
	PAGE_IN(p, "<tr><th scope=\"row\">", page_text(p, region), "</th><td>");
	page_word(p, kind == W_N_WORDS ? W_COMPARE_UNKNOWN : kind);
	PAGE_LIT(p, "</td>");
	for (guint k = 0; k < years->len; k++) {
		const ys_stock_cell *cell = NULL;

		for (guint i = from; i < end; i++)
			if (!g_strcmp0(cell_at(stock, i)->key[YEAR], g_ptr_array_index(years, k)))
				cell = cell_at(stock, i);
		append_cell(p, stock, cell);
	}
	PAGE_LIT(p, "</tr>\n");
	return end;
}

static void append_matrix(page_out *p, const ys_stock *stock)
{
	g_autoptr(GPtrArray) years = years_of(stock);

	PAGE_IN(p, "<p class=\"hint\">", page_word(p, W_TABLE_SCROLLS), "</p>\n");
	PAGE_LIT(p, "<div class=\"scroll\" role=\"region\" aria-labelledby=\"matrix\" tabindex=\"0\">\n<table>\n"
		 "<caption id=\"matrix\" class=\"vh\">");
	PAGE_IN(p, "", page_word(p, W_COVERAGE), "</caption>\n<thead><tr>");
	PAGE_IN(p, "<th scope=\"col\">", page_word(p, W_REGION), "</th>");
	PAGE_IN(p, "<th scope=\"col\">", page_word(p, W_KIND), "</th>");
	for (guint i = 0; i < years->len; i++) {
		const char *year = g_ptr_array_index(years, i);

		PAGE_IN(p, "<th scope=\"col\" class=\"n\">",
			page_text(p, year ? year : page_word_text(p, W_COMPARE_UNKNOWN)), "</th>");
	}
	PAGE_LIT(p, "</tr></thead>\n<tbody>\n");
	for (guint i = 0, rows = 0; i < stock->cells->len && rows < PAGE_CELLS; rows++)
		i = append_row(p, stock, i, years);
	PAGE_LIT(p, "</tbody>\n</table>\n</div>\n");
}

/* ---- what is missing ---- */

static void append_missing(page_out *p, const ys_stock *stock)
{
	guint n = 0;

	page_heading(p, W_COVERAGE_MISSING);
	PAGE_IN(p, "<p>", page_word(p, W_COVERAGE_MISSING_IS), "</p>\n<ul>\n");
	for (guint i = 0; i < stock->cells->len; i++)
		for (guint k = 0; k < cell_at(stock, i)->missing->len; k++, n++) {
			const ys_missing *missing = &g_array_index(cell_at(stock, i)->missing, ys_missing, k);
			g_autofree char *when = page_year_kind(p, missing->year, missing->kind);

			if (n >= PAGE_LIST_MAX)
				continue;
			PAGE_LIT(p, "<li>");
			page_link(p, web_link_search(p->request, WEB_DEPARTMENT, missing->department), missing->department);
			PAGE_IN(p, " ", page_text(p, when), "</li>\n");
		}
	page_list_rest(p, n);
	if (!n)
		PAGE_IN(p, "<li>", page_word(p, W_COVERAGE_NONE), "</li>\n");
	PAGE_LIT(p, "</ul>\n");
}

void page_coverage(GString *out, const web_view *view, const ys_stock *stock)
{
	page_out page = page_begin(out, view, web_word_text(view->request->lang, W_COVERAGE), PAGE_WITH_DATA, FALSE), *p = &page;

	PAGE_IN(p, "<h1>", page_word(p, W_COVERAGE), "</h1>\n");
	PAGE_IN(p, "<p>", page_word(p, W_COVERAGE_IS), "</p>\n");
	if (stock->cells->len)
		append_matrix(p, stock);
	append_missing(p, stock);
	page_end(p, PAGE_WITH_DATA);
}
