#include "tools/web/number.h"
#include "tools/web/page_parts.h"

/* Publications of a body that its card names. */
#define PUBLISHED_MAX 12

/* ---- publications as a table ---- */

typedef struct {
	web_word head;
	const char *sort;       /* the order that the head asks for; NULL: none */
	ys_sort order;
	const char *attribute;  /* of its head */
} column;

static const column columns[] = {
	{ W_TYPE_PUBLICATION, NULL, YS_SORT_RELEVANCE, " class=\"f\"" },
	{ W_DEPARTMENT, NULL, YS_SORT_RELEVANCE, " class=\"w\"" },
	{ W_YEAR, "year", YS_SORT_YEAR, "" },
	{ W_EXPENDITURE, "amount", YS_SORT_AMOUNT, " class=\"n\"" },
	{ W_PROJECTS, NULL, YS_SORT_RELEVANCE, " class=\"n\"" },
	{ W_THREE_PUBLIC, NULL, YS_SORT_RELEVANCE, " class=\"n\"" },
};

static void append_head(page_out *p, ys_sort now, gsize i)
{
	const gboolean sorted = columns[i].sort && now == columns[i].order;

	PAGE_LIT(p, "<th scope=\"col\"");
	g_string_append(p->out, columns[i].attribute);
	g_string_append(p->out, sorted ? " aria-sort=\"descending\">" : ">");
	if (columns[i].sort && !sorted)
		page_link_word(p, web_link_with(p->request, WEB_SORT, columns[i].sort), columns[i].head);
	else
		page_word(p, columns[i].head);
	g_string_append(p->out, sorted ? " <span aria-hidden=\"true\">▾</span></th>" : "</th>");
}

static void append_publication(page_out *p, const ys_hit *hit)
{
	const ys_record *record = hit->record;
	g_autofree char *when = page_year_kind(p, record->year, record->kind);
	const ys_amount amounts[] = {
		record->total_expenditure, record->project, ys_funding_named(record->three_public, "total"),
	};

	PAGE_LIT(p, "<tr><th scope=\"row\">");
	page_anchor(p, web_link_record(p->request, record->id));
	if (record->title && *record->title)
		page_pieces(p, hit->title, hit->synonyms);
	else
		page_word(p, W_UNTITLED);
	PAGE_LIT(p, "</a>");
	PAGE_IN(p, "</th><td>", page_clipped_text(p, record->department, PAGE_NAME_MAX), "</td>");
	PAGE_IN(p, "<td class=\"m\">", page_text(p, when), "</td>");
	for (gsize i = 0; i < G_N_ELEMENTS(amounts); i++)
		PAGE_IN(p, "<td class=\"n\">", page_amount(p, amounts[i]), "</td>");
	PAGE_LIT(p, "</tr>\n");
}

void page_publications(page_out *p, const web_results *results)
{
	const GPtrArray *hits = results->page->hits;

	if (!hits->len)
		return;
	PAGE_LIT(p, "<div class=\"scroll\" role=\"region\" aria-labelledby=\"list\" tabindex=\"0\">\n<table>\n"
		 "<caption id=\"list\" class=\"vh\">");
	page_word(p, W_RESULTS);
	PAGE_LIT(p, "</caption>\n<thead><tr>");
	for (gsize i = 0; i < G_N_ELEMENTS(columns); i++)
		append_head(p, ys_query_order(results->query), i);
	PAGE_LIT(p, "</tr></thead>\n<tbody>\n");
	for (guint i = 0; i < hits->len; i++)
		append_publication(p, g_ptr_array_index(hits, i));
	PAGE_LIT(p, "</tbody>\n</table>\n</div>\n");
}

/* ---- a body ---- */

/* What is published of it, by year and kind, as links in one line. */
static void append_published(page_out *p, const GPtrArray *publications)
{
	const char *comma = p->request->lang == WEB_ZH ? "、" : ", ";

	for (guint i = 0; i < publications->len && i < PUBLISHED_MAX; i++) {
		const ys_record *record = g_ptr_array_index(publications, i);
		g_autofree char *when = page_year_kind(p, record->year, record->kind);

		g_string_append(p->out, i ? comma : "");
		page_link(p, web_link_record(p->request, record->id), *when ? when : page_title_of(p, record));
		if (record->total_expenditure != YS_AMOUNT_NONE) {
			PAGE_LIT(p, " ");
			page_sum(p, record->total_expenditure);
		}
	}
	if (publications->len > PUBLISHED_MAX)
		PAGE_LIT(p, " …");
}

void page_card(page_out *p, const web_results *results)
{
	const ys_record *body = results->body;
	g_autofree char *region = body ? page_region_text(&body->region) : NULL;

	if (!body)
		return;
	PAGE_LIT(p, "<section class=\"card\">\n<p class=\"kind\">");
	page_word(p, W_DEPARTMENT);
	if (region) {
		PAGE_LIT(p, " · ");
		page_text(p, region);
	}
	PAGE_IN(p, "</p>\n<h2>", page_record_link(p, body), "</h2>\n<p>");
	page_word(p, W_PUBLISHED_ARE);
	append_published(p, results->published);
	PAGE_IN(p, "</p>\n<p>", page_link_word(p, web_link_of(p->request, "department", body->department, NULL),
						    W_ALL_PROJECTS_OF), "</p>\n</section>\n");
}
