#include "tools/web/page_parts.h"

/* Regions and years that are listed. */
#define START_REGIONS 12
#define START_YEARS 12
#define START_NEWEST 6

static const struct {
	const char *query;
	web_word what;
} examples[] = {
	{ "物业管理", W_EX_PROPERTY },
	{ "食堂", W_EX_CANTEEN },
	{ "信息化", W_EX_IT },
	{ "公务用车", W_EX_CAR },
	{ "12345热线", W_EX_HOTLINE },
	{ "运维 金额:>=200万", W_EX_AMOUNT },
	{ "培训 年度:2021..2024", W_EX_YEAR },
};

void page_examples(page_out *p)
{
	page_heading(p, W_EXAMPLES);
	PAGE_LIT(p, "<ul class=\"examples\">\n");
	for (guint i = 0; i < G_N_ELEMENTS(examples); i++) {
		PAGE_LIT(p, "<li>");
		page_link(p, web_link_search(p->request, WEB_Q, examples[i].query), examples[i].query);
		PAGE_IN(p, " <span class=\"by\">", page_word(p, examples[i].what), "</span></li>\n");
	}
	PAGE_LIT(p, "</ul>\n");
}

/* ---- what is indexed ---- */

static void append_number(page_out *p, const char *number, web_word what)
{
	PAGE_IN(p, "<li><b>", page_text(p, number), "</b> ");
	page_word(p, what);
	PAGE_LIT(p, "</li>\n");
}

/* The years from the first to the last: 2020–2024. */
static char *years_text(const GPtrArray *years)
{
	const char *first = NULL, *last = NULL;

	for (guint i = 0; years && i < years->len; i++) {
		const char *year = ((ys_facet_value *)g_ptr_array_index(years, i))->value;

		first = !first || g_strcmp0(year, first) < 0 ? year : first;
		last = !last || g_strcmp0(year, last) > 0 ? year : last;
	}
	if (!first || !g_strcmp0(first, last))
		return g_strdup(first);
	return g_strdup_printf("%s–%s", first, last);
}

static void append_numbers(page_out *p, const web_start *start)
{
	const ys_page *page = start->publications;
	/* of whatever level: a city's own departments publish for the city, not for its counties */
	const GPtrArray *regions = page->facets[YS_FACET_REGION];
	g_autofree char *publications = page_count_text(page->total);
	g_autofree char *projects = page_count_text(start->projects);
	g_autofree char *places = page_count_text(regions ? regions->len : 0);
	g_autofree char *years = years_text(page->facets[YS_FACET_YEAR]);

	PAGE_LIT(p, "<ul class=\"numbers\">\n");
	append_number(p, publications, W_N_PUBLICATIONS);
	append_number(p, projects, W_N_PROJECTS);
	append_number(p, places, W_N_REGIONS);
	if (years)
		append_number(p, years, W_N_YEARS);
	PAGE_LIT(p, "</ul>\n");
}

static void append_newest(page_out *p, const ys_page *page)
{
	if (!page->hits->len)
		return;
	PAGE_IN(p, "<h3>", page_word(p, W_NEWEST), "</h3>\n");
	PAGE_LIT(p, "<ul>\n");
	for (guint i = 0; i < page->hits->len && i < START_NEWEST; i++) {
		PAGE_LIT(p, "<li>");
		page_record_link(p, ((ys_hit *)g_ptr_array_index(page->hits, i))->record);
		PAGE_LIT(p, "</li>\n");
	}
	PAGE_LIT(p, "</ul>\n<p>");
	page_link_word(p, web_link_search(p->request, WEB_TYPE, "publication"), W_ALL_PUBLICATIONS);
	PAGE_LIT(p, " · ");
	page_link_word(p, web_link_of(p->request, "view", web_view_text(WEB_VIEW_COVERAGE), NULL), W_COVERAGE);
	PAGE_LIT(p, "</p>\n");
}

static void append_indexed(page_out *p, const web_start *start)
{
	const ys_page *page = start->publications;

	page_heading(p, W_INDEXED);
	if (!page || !page->total) {
		PAGE_IN(p, "<p>", page_word(p, W_START_EMPTY), "</p>\n");
		return;
	}
	append_numbers(p, start);
	PAGE_LIT(p, "<div class=\"columns\">\n");
	page_facet(p, page, YS_FACET_YEAR, START_YEARS, FALSE);
	page_facet(p, page, YS_FACET_REGION, START_REGIONS, FALSE);
	PAGE_LIT(p, "</div>\n");
	append_newest(p, page);
}

/* ---- tables that are ready to open ---- */

static void append_leagues(page_out *p)
{
	static const struct {
		const char *name, *value;       /* what is compared beside bodies and years */
		const char *of, *sort;
		web_word word;
	} leagues[] = {
		{ "measure", "three_public_total", "publication", NULL, W_LEAGUE_THREE },
		{ "measure", "procurement_total", "publication", NULL, W_LEAGUE_PROCUREMENT },
		{ "q", "机关运行经费", "line", NULL, W_LEAGUE_OPERATION },
		{ "measure", "project", "publication", "change", W_LEAGUE_PROJECTS },
	};

	page_heading(p, W_LEAGUES);
	PAGE_LIT(p, "<ul>\n");
	for (gsize i = 0; i < G_N_ELEMENTS(leagues); i++)
		PAGE_IN(p, "<li>", page_link_word(p, web_link_of(p->request, "view", web_view_text(WEB_VIEW_COMPARE),
			"of", leagues[i].of, "by", "department,year", leagues[i].name, leagues[i].value,
			"sort", leagues[i].sort, NULL), leagues[i].word), "</li>\n");
	PAGE_LIT(p, "</ul>\n");
}

/* ---- words and citing ---- */

static void append_glossary(page_out *p)
{
	static const web_word entries[][2] = {
		{ W_G_THREE, W_G_THREE_IS },     { W_G_BASIC, W_G_BASIC_IS }, { W_G_PROJECT, W_G_PROJECT_IS },
		{ W_G_BUDGET, W_G_BUDGET_IS },   { W_G_FINAL, W_G_FINAL_IS }, { W_G_WAN, W_G_WAN_IS },
	};

	page_heading(p, W_GLOSSARY);
	PAGE_LIT(p, "<dl class=\"glossary\">\n");
	for (guint i = 0; i < G_N_ELEMENTS(entries); i++) {
		PAGE_IN(p, "<dt>", page_word(p, entries[i][0]), "</dt>");
		PAGE_IN(p, "<dd>", page_word(p, entries[i][1]), "</dd>\n");
	}
	PAGE_LIT(p, "</dl>\n");
}

void page_start(GString *out, const web_view *view, const web_start *start)
{
	page_out page = page_begin(out, view, NULL, PAGE_PLAIN, FALSE), *p = &page;

	PAGE_LIT(p, "<h1>");
	page_text(p, view->title ? view->title : page_word_text(p, W_SITE_LONG));
	PAGE_IN(p, "</h1>\n<p class=\"lead\">", page_word(p, W_START_LEAD), "</p>\n");
	PAGE_LIT(p, "<div class=\"two\">\n<div>\n");
	page_examples(p);
	append_leagues(p);
	append_indexed(p, start);
	PAGE_LIT(p, "</div>\n<aside>\n");
	append_glossary(p);
	page_heading(p, W_CITE);
	PAGE_IN(p, "<p>", page_word(p, W_CITE_IS), "</p>\n</aside>\n</div>\n");
	page_end(p, PAGE_PLAIN);
}
