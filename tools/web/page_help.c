/* How to ask: every example is a link, so that it can be tried, and tests can follow it. */
#include "src/region.h"
#include "tools/web/page_parts.h"

/* One or two parameters of an example. */
typedef struct {
	const char *names[3], *values[3];       /* NULL: no more of them */
	web_word what;
} example;

static const example words[] = {
	{ { "q" }, { "物业管理" }, W_H_WORDS },
	{ { "q" }, { "“信息化建设”" }, W_H_QUOTED },
	{ { "q" }, { "食堂 OR 物业" }, W_H_OR },
	{ { "q" }, { "培训 -因公出国" }, W_H_NOT },
	{ { "q" }, { "公务接待费" }, W_H_LINE },
	{ { "q" }, { "科目:2050201" }, W_H_CODE },
	{ { "q" }, { "运维 金额:>=200万" }, W_EX_AMOUNT },
	{ { "q" }, { "培训 年度:2021..2024" }, W_EX_YEAR },
};

static const example parameters[] = {
	{ { "q", "year" }, { "培训", "2022,2024" }, W_H_YEAR },
	{ { "q", "region" }, { "培训", YS_REGION_UNKNOWN }, W_H_REGION },
	{ { "q", "kind" }, { "培训", "预算" }, W_H_KIND },
	{ { "q", "department" }, { "培训", "教育局" }, W_H_DEPARTMENT },
	{ { "q", "amount" }, { "培训", "10万..100万" }, W_H_AMOUNT },
	{ { "type", "sort" }, { "publication", "amount" }, W_H_TYPE },
	{ { "q", "sort" }, { "培训", "amount" }, W_H_SORT },
	{ { "q", "exact" }, { "培训", "1" }, W_H_EXACT },
	{ { "q", "synonyms" }, { "培训", "0" }, W_H_SYNONYMS },
	{ { "q", "page", "limit" }, { "费", "2", "5" }, W_H_PAGE },
};

static const example data[] = {
	{ { "q", "format" }, { "培训", "json" }, W_H_JSON },
	{ { "q", "format", "limit" }, { "费", "json", "100" }, W_H_LIMIT },
	{ { "q", "format", "facets" }, { "费", "json", "all" }, W_H_FACETS },
	{ { "q", "format" }, { "培训", "csv" }, W_H_CSV },
	{ { "q", "format" }, { "培训", "atom" }, W_H_ATOM },
	{ { "format" }, { "json" }, W_H_STATS },
	{ { "view", "q", "by" }, { "compare", "培训", "region,year" }, W_H_COMPARE },
	{ { "view", "of", "by" }, { "compare", "publication", "department,year" }, W_H_COMPARE_OF },
	{ { "view", "format" }, { "coverage", "json" }, W_H_COVERAGE },
};

static char *address_of(const page_out *p, const example *e)
{
	return web_link_of(p->request, e->names[0], e->values[0], e->names[1], e->values[1], e->names[2], e->values[2],
			   NULL);
}

/* As it is typed into the box, or into the address. */
static void append_typed(page_out *p, const example *e, gboolean box)
{
	g_autoptr(GString) typed = g_string_new(NULL);

	for (gsize i = 0; i < G_N_ELEMENTS(e->names) && e->names[i]; i++)
		g_string_append_printf(typed, "%s%s%s%s", i ? "&" : "", box ? "" : e->names[i], box ? "" : "=",
				       e->values[i]);
	page_link(p, address_of(p, e), typed->str);
}

static void append_examples(page_out *p, web_word heading, const example *examples, gsize n, gboolean box)
{
	page_heading(p, heading);
	PAGE_LIT(p, "<dl class=\"facts\">\n");
	for (gsize i = 0; i < n; i++) {
		PAGE_LIT(p, "<dt><code>");
		append_typed(p, &examples[i], box);
		PAGE_IN(p, "</code></dt><dd>", page_word(p, examples[i].what), "</dd>\n");
	}
	PAGE_LIT(p, "</dl>\n");
}

static void append_fields(page_out *p)
{
	static const struct {
		const char *name;
		web_word what;
	} fields[] = {
		{ "total, total_loose", W_H_F_TOTAL },  { "next", W_H_F_NEXT },
		{ "hits", W_H_F_HITS },                 { "lines", W_H_F_LINES },
		{ "elsewhere", W_H_F_ELSEWHERE },       { "departments", W_H_F_DEPARTMENTS },
		{ "facets", W_H_F_FACETS },             { "otherwise", W_H_F_OTHERWISE },
	};

	page_heading(p, W_H_FIELDS);
	PAGE_LIT(p, "<dl class=\"facts\">\n");
	for (gsize i = 0; i < G_N_ELEMENTS(fields); i++) {
		PAGE_IN(p, "<dt><code>", page_plain(p, fields[i].name), "</code></dt>");
		PAGE_IN(p, "<dd>", page_word(p, fields[i].what), "</dd>\n");
	}
	PAGE_LIT(p, "</dl>\n");
}

void page_help(GString *out, const web_view *view)
{
	g_autofree char *title = g_strdup(web_word_text(view->request->lang, W_HELP));
	page_out page = page_begin(out, view, title, PAGE_PLAIN, FALSE), *p = &page;

	PAGE_IN(p, "<article>\n<h1>", page_word(p, W_HELP), "</h1>\n");
	append_examples(p, W_H_BOX, words, G_N_ELEMENTS(words), TRUE);
	append_examples(p, W_H_PARAMETERS, parameters, G_N_ELEMENTS(parameters), FALSE);
	append_examples(p, W_H_DATA, data, G_N_ELEMENTS(data), FALSE);
	PAGE_IN(p, "<p>", page_word(p, W_H_ID), "</p>\n");
	append_fields(p);
	PAGE_LIT(p, "</article>\n");
	page_end(p, PAGE_PLAIN);
}
