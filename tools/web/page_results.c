#include <string.h>

#include "tools/web/page_parts.h"

/* Numbers of pages shown on either side of the one we are on. */
#define PAGES_AROUND 3

/* ---- above the hits ---- */

/* Hits of a tier that the total does not count. */
static void append_beside(page_out *p, guint n, web_word word)
{
	g_autofree char *count = page_count_text(n);

	if (!n)
		return;
	page_text(p, p->request->lang == WEB_ZH ? "；" : "; ");
	page_say(p, word, count, NULL);
}

static void append_found(page_out *p, const web_results *results)
{
	const ys_page *page = results->page;
	g_autofree char *total = page_count_text(page->total);

	PAGE_LIT(p, "<p class=\"found\" role=\"status\">");
	if (page->total)
		page_say(p, page->total_exact ? W_FOUND : W_FOUND_ABOUT, total, NULL);
	else
		page_word(p, page->elsewhere || page->lines ? W_FOUND_ELSEWHERE : W_FOUND_NOTHING);
	append_beside(p, page->total_related, W_FOUND_RELATED);
	append_beside(p, page->total_corrected, W_FOUND_CORRECTED);
	append_beside(p, page->total_loose, W_FOUND_LOOSE);
	if (p->request->page > 1) {
		g_autofree char *number = page_count_text(p->request->page);

		PAGE_LIT(p, " · ");
		page_say(p, W_FOUND_PAGE, number, NULL);
	}
	PAGE_LIT(p, "</p>\n");
	if (page->total && !page->total_exact)
		PAGE_IN(p, "<p class=\"by\">", page_word(p, W_ABOUT_ONLY), "</p>\n");
}

/* count: of what the link finds; NULL: none is said. */
static void append_choice(page_out *p, web_value value, const char *text, gboolean chosen, web_word word,
			  const guint64 *count)
{
	g_autofree char *number = count ? page_count_text(*count) : NULL;

	if (chosen)
		PAGE_LIT(p, "<b>");
	else
		page_anchor(p, web_link_with(p->request, value, text));
	page_word(p, word);
	if (number)
		PAGE_IN(p, " <small>", page_plain(p, number), "</small>");
	g_string_append(p->out, chosen ? "</b>\n" : "</a>\n");
}

static void begin_choices(page_out *p, web_word label)
{
	PAGE_LIT(p, "<nav aria-label=\"");
	ys_html_attr(p->out, page_word_text(p, label));
	PAGE_IN(p, "\"><span aria-hidden=\"true\">", page_word(p, label), "</span>\n");
}

/* Nothing but a type is asked for: without it this is the start page. */
static gboolean is_type_only(const web_request *request)
{
	for (int value = 0; value < WEB_SORT; value++)
		if (value != WEB_TYPE && request->values[value])
			return FALSE;
	return TRUE;
}

static void append_types(page_out *p, const web_results *results)
{
	static const ys_record_type types[] = { YS_LINE, YS_TABLE, YS_SECTION, YS_PUBLICATION, YS_DEPARTMENT };
	const guint64 *counts = results->page->counts;
	const guint64 both = counts[YS_PROJECT] + counts[YS_ITEM];
	const char *chosen = p->request->values[WEB_TYPE];
	/* a code asks for tables where no type is named */
	const gboolean tables = !results->query->types_given && results->query->types & 1u << YS_TABLE;
	const char *usual = tables ? "table" : NULL;

	begin_choices(p, W_TYPE);
	append_choice(p, WEB_TYPE, usual || is_type_only(p->request) ? "project,item" : NULL, !chosen && !usual,
		      W_TYPES_DEFAULT, &both);
	for (gsize i = 0; i < G_N_ELEMENTS(types); i++) {
		const char *name = ys_record_type_name(types[i]);

		append_choice(p, WEB_TYPE, name, !g_strcmp0(chosen ? chosen : usual, name), web_type_word(types[i]),
			      &counts[types[i]]);
	}
	PAGE_LIT(p, "</nav>\n");
}

static void append_orders(page_out *p, const web_results *results)
{
	const ys_sort order = ys_query_order(results->query);

	begin_choices(p, W_SORT);
	if (results->query->words_tree)
		append_choice(p, WEB_SORT, NULL, order == YS_SORT_RELEVANCE, W_SORT_RELEVANCE, NULL);
	append_choice(p, WEB_SORT, "amount", order == YS_SORT_AMOUNT, W_SORT_AMOUNT, NULL);
	append_choice(p, WEB_SORT, "year", order == YS_SORT_YEAR, W_SORT_YEAR, NULL);
	PAGE_LIT(p, "</nav>\n");
}

static void append_choices(page_out *p, const web_results *results)
{
	PAGE_LIT(p, "<div class=\"choices\">\n");
	append_types(p, results);
	append_orders(p, results);
	PAGE_LIT(p, "</div>\n");
}

static gboolean any_synonym(const ys_page *page)
{
	for (guint i = 0; i < page->hits->len; i++)
		if (((ys_hit *)g_ptr_array_index(page->hits, i))->synonyms->len)
			return TRUE;
	return FALSE;
}

/* Ways to ask more strictly, where there is something to leave out. */
static void append_stricter(page_out *p, const web_results *results)
{
	const ys_hit *last = results->page->hits->len
				     ? g_ptr_array_index(results->page->hits, results->page->hits->len - 1)
				     : NULL;
	gboolean synonyms = any_synonym(results->page) && !p->request->values[WEB_SYNONYMS];
	gboolean exact = last && last->match != YS_MATCH_EXACT && !p->request->values[WEB_EXACT];

	if (!synonyms && !exact)
		return;
	PAGE_LIT(p, "<p class=\"by\">");
	if (exact)
		page_link_word(p, web_link_with(p->request, WEB_EXACT, "1"), W_ONLY_EXACT);
	if (exact && synonyms)
		PAGE_LIT(p, " · ");
	if (synonyms)
		page_link_word(p, web_link_with(p->request, WEB_SYNONYMS, "0"), W_NO_SYNONYMS);
	PAGE_LIT(p, "</p>\n");
}

/* What is found, added up and side by side.  Where the query names lines of budgets and no project these are meant. */
static void append_compared(page_out *p, const web_results *results)
{
	static const struct {
		const char *by;
		web_word word;
	} links[] = {
		{ "region,year", W_COMPARE_REGIONS }, { "department,year", W_COMPARE_BODIES }, { "year", W_COMPARE_YEARS },
	};
	const ys_page *page = results->page;
	const guint types = results->query->types;
	const gboolean lines = types == 1u << YS_LINE || (page->lines && !page->total);
	const char *of = lines ? "line" : types == 1u << YS_PUBLICATION ? "publication" : types & 1u << YS_PROJECT ? "project" : NULL;

	if (!of || (!page->total && !lines))
		return;
	PAGE_LIT(p, "<p class=\"by\">");
	for (gsize i = 0; i < G_N_ELEMENTS(links); i++) {
		g_string_append(p->out, i ? " · " : "");
		page_link_word(p, web_link_compare(p->request, links[i].by, of), links[i].word);
	}
	PAGE_LIT(p, "</p>\n");
}

/* ---- nothing found ---- */

static void append_suggestions(page_out *p, const ys_page *page)
{
	if (!page->suggestions || !page->suggestions->len)
		return;
	PAGE_IN(p, "<p>", page_word(p, W_SUGGESTIONS), "</p>\n");
	PAGE_LIT(p, "<ul>\n");
	for (guint i = 0; i < page->suggestions->len; i++) {
		const char *text = g_ptr_array_index(page->suggestions, i);

		PAGE_IN(p, "<li>", page_link(p, web_link_search(p->request, WEB_Q, text), text), "</li>\n");
	}
	PAGE_LIT(p, "</ul>\n");
}

static void append_nothing(page_out *p, const ys_page *page)
{
	if (page->hits->len || page->elsewhere || page->lines)
		return;
	PAGE_LIT(p, "<p>");
	if (p->request->page > 1 && page->total) {
		page_word(p, W_PAST_END);
		PAGE_LIT(p, " ");
		page_link_word(p, web_link_page(p->request, 1), W_FIRST_PAGE);
	} else {
		page_word(p, W_NOTHING_ADVICE);
	}
	PAGE_LIT(p, "</p>\n");
}

/* ---- paging ---- */

static void append_page_link(page_out *p, guint page, const char *rel, web_word word)
{
	g_autofree char *address = web_link_page(p->request, page);

	g_string_append_printf(p->out, "<a rel=\"%s\" href=\"", rel);
	ys_html_attr(p->out, address);
	PAGE_LIT(p, "\">");
	page_word(p, word);
	PAGE_LIT(p, "</a>\n");
}

static void append_pages(page_out *p, const ys_page *page)
{
	const guint shown = p->request->limit ? p->request->limit : PAGE_HITS;
	const guint64 hits = page->total + page->total_related + page->total_corrected + page->total_loose;
	const guint64 all = (hits + shown - 1) / shown;
	guint last = (guint)MIN(all, WEB_PAGE_MAX), now = p->request->page;

	if (last < 2 || !page->hits->len)
		return;
	PAGE_LIT(p, "<nav class=\"pages\" aria-label=\"");
	ys_html_attr(p->out, page_word_text(p, W_PAGES));
	PAGE_LIT(p, "\">\n");
	if (now > 1)
		append_page_link(p, now - 1, "prev", W_PREVIOUS);
	for (guint i = now > PAGES_AROUND ? now - PAGES_AROUND : 1; i <= last && i <= now + PAGES_AROUND; i++) {
		if (i == now) {
			g_string_append_printf(p->out, "<b>%u</b>\n", i);
		} else {
			page_anchor(p, web_link_page(p->request, i));
			g_string_append_printf(p->out, "%u</a>\n", i);
		}
	}
	if (now < last)
		append_page_link(p, now + 1, "next", W_NEXT);
	PAGE_LIT(p, "</nav>\n");
}

/* ---- the page ---- */

static char *headline(const GString *out, const web_view *view)
{
	page_out page = { (GString *)out, view, view->request, 0 };
	const char *text = view->request->values[WEB_Q];

	return text ? page_saying(&page, W_RESULTS_OF, text, NULL) : g_strdup(page_word_text(&page, W_RESULTS_ALL));
}

/* Ahead of the hits, so that a phone has them before twenty of these: there behind a switch, on wider screens beside
 * them. */
static void append_aside(page_out *p, const web_results *results)
{
	gboolean any = FALSE;

	for (int facet = 0; facet < YS_N_FACETS; facet++)
		any |= results->page->facets[facet] && results->page->facets[facet]->len;
	if (!any)
		return;
	PAGE_IN(p, "<p class=\"skips\"><a class=\"skip\" href=\"#hits\">", page_word(p, W_SKIP_FACETS), "</a></p>\n");
	PAGE_LIT(p, "<input type=\"checkbox\" id=\"narrow\"><label for=\"narrow\">");
	page_word(p, W_NARROW);
	PAGE_LIT(p, "</label>\n<aside>\n");
	page_facets(p, results);
	page_departments(p, results->page);
	PAGE_LIT(p, "</aside>\n");
}

void page_results(GString *out, const web_view *view, const web_results *results)
{
	g_autofree char *title = headline(out, view);
	page_out page = page_begin(out, view, title, PAGE_WITH_FEED, FALSE), *p = &page;

	PAGE_IN(p, "<h1>", page_text(p, title), "</h1>\n");
	append_found(p, results);
	page_sums(p, results->page);
	page_otherwise(p, results->page);
	page_understood(p, results->page->words ? results->page->words : results->query);
	page_readings(p, results->page);
	page_filters(p, results);
	append_compared(p, results);
	append_choices(p, results);
	PAGE_LIT(p, "<div class=\"two\">\n");
	append_aside(p, results);
	PAGE_IN(p, "<div id=\"hits\" tabindex=\"-1\">\n<h2 class=\"vh\">", page_word(p, W_RESULTS), "</h2>\n");
	append_suggestions(p, results->page);
	append_nothing(p, results->page);
	page_card(p, results);
	page_measured(p, results->page);
	page_lines(p, results->page);
	page_elsewhere(p, results->page);
	if (results->query->types == 1u << YS_PUBLICATION)
		page_publications(p, results);
	else
		page_hits(p, results);
	append_stricter(p, results);
	append_pages(p, results->page);
	PAGE_LIT(p, "</div>\n</div>\n");
	page_end(p, PAGE_WITH_FEED);
}
