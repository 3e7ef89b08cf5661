#include <string.h>

#include "src/output/place.h"
#include "tools/web/page_parts.h"

/* ---- where we are ---- */

static void append_crumbs(page_out *p, const web_record *shown)
{
	const ys_record *record = shown->record;
	g_autofree char *region = page_region_text(&record->region);
	const char *deepest = record->region.county ? record->region.county
			      : record->region.city ? record->region.city
						    : record->region.province;

	PAGE_LIT(p, "<nav class=\"crumbs\" aria-label=\"");
	ys_html_attr(p->out, page_word_text(p, W_BREADCRUMB));
	PAGE_IN(p, "\"><ol>\n<li>", page_link_word(p, web_link_record(p->request, NULL), W_HOME), "</li>\n");
	if (region) {
		PAGE_LIT(p, "<li>");
		page_link(p, web_link_search(p->request, WEB_REGION, deepest), region);
		PAGE_LIT(p, "</li>\n");
	}
	if (record->department && record->type != YS_DEPARTMENT) {
		PAGE_LIT(p, "<li>");
		page_link(p, web_link_search(p->request, WEB_DEPARTMENT, record->department), record->department);
		PAGE_LIT(p, "</li>\n");
	}
	if (shown->publication) {
		g_autofree char *when =
			page_year_kind(p, shown->publication->year, shown->publication->kind);

		PAGE_LIT(p, "<li>");
		page_link(p, web_link_record(p->request, shown->publication->id),
			  *when ? when : page_title_of(p, shown->publication));
		PAGE_LIT(p, "</li>\n");
	}
	PAGE_LIT(p, "</ol></nav>\n");
}

/* ---- where it is printed ---- */

/* The name of the file without its directories, which are the server's business. */
static void append_place(page_out *p, const GPtrArray *tables, const ys_source *source)
{
	g_autofree char *where = ys_place_text(source, p->request->lang == WEB_ZH);
	g_autofree char *file = g_path_get_basename(source->path);

	PAGE_LIT(p, "<li>");
	if (source->table) {
		gboolean linked = page_table_anchor(p, tables, source);

		page_say(p, W_IN_TABLE, source->table, NULL);
		g_string_append(p->out, linked ? "</a><br>" : "<br>");
	}
	PAGE_IN(p, "<code>", page_text(p, file), "</code>");
	if (*where) {
		PAGE_LIT(p, " ");
		page_text(p, where);
	}
	page_original(p, source);
	if (source->text) {
		PAGE_IN(p, "<details><summary>", page_word(p, W_ALSO_SAYS), "</summary>");
		page_paragraphs(p, source->text, PAGE_VALUE_MAX);
		PAGE_LIT(p, "</details>");
	}
	PAGE_LIT(p, "</li>\n");
}

static void append_places(page_out *p, const web_record *shown)
{
	const ys_record *record = shown->record;

	/* a department stands in all its publications, not in the one where it was first seen */
	if (!record->source || record->type == YS_DEPARTMENT)
		return;
	page_heading(p, W_PLACES);
	PAGE_LIT(p, "<ul class=\"places\">\n");
	append_place(p, shown->tables, record->source);
	if (record->published)
		PAGE_IN(p, "<li>", page_say(p, W_PUBLISHED, record->published, NULL), "</li>\n");
	for (guint i = 0; i < record->also->len && i < PAGE_LIST_MAX; i++)
		append_place(p, shown->tables, g_ptr_array_index(record->also, i));
	page_list_rest(p, record->also->len);
	PAGE_LIT(p, "</ul>\n");
}

/* ---- how to cite it ---- */

/* The title in marks for titles: 《 》 is for documents, a row or a table is quoted. */
static void cite_title(GString *text, const page_out *p, const web_record *shown)
{
	const ys_record *record = shown->record;
	const ys_record *document = shown->publication ? shown->publication : record;
	gboolean zh = p->request->lang == WEB_ZH;
	g_autofree char *own = page_clipped(record->title, PAGE_TITLE_MAX);
	g_autofree char *whole = page_clipped(page_title_of(p, document), PAGE_TITLE_MAX);

	if (record != document && own)
		g_string_append_printf(text, zh ? "“%s”，" : "“%s”, ", own);
	g_string_append_printf(text, zh ? "《%s》" : "%s", whole);
}

/* When and where the original was published. */
static void cite_original(GString *text, const page_out *p, const ys_record *record)
{
	const char *comma = p->request->lang == WEB_ZH ? "，" : ", ";
	g_autofree char *published = record->published ? page_saying(p, W_PUBLISHED, record->published, NULL) : NULL;
	g_autofree char *url = record->source ? ys_place_url(record->source) : NULL;

	if (record->type == YS_DEPARTMENT)
		return;
	if (published)
		g_string_append_printf(text, "%s%s", comma, published);
	if (url)
		g_string_append_printf(text, "%s%s", comma, url);
}

static char *citation(const page_out *p, const web_record *shown)
{
	const ys_record *record = shown->record;
	const char *comma = p->request->lang == WEB_ZH ? "，" : ", ";
	g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc(p->view->published);
	g_autofree char *date = time ? g_date_time_format(time, "%Y-%m-%d") : g_strdup("");
	g_autofree char *number = g_strdup_printf("%u", p->view->generation);
	g_autofree char *address = web_url_record(p->request, record->id);
	g_autofree char *when = page_year_kind(p, record->year, record->kind);
	g_autofree char *index = page_saying(p, W_CITE_INDEX, number, date, NULL);
	g_autofree char *where = record->source ? ys_place_text(record->source, p->request->lang == WEB_ZH)
						: g_strdup("");
	GString *text = g_string_new(NULL);

	if (record->department)
		g_string_append(text, record->department);
	if (record->type != YS_DEPARTMENT) {
		if (text->len)
			g_string_append(text, p->request->lang == WEB_ZH ? "：" : ": ");
		cite_title(text, p, shown);
		if (*when)
			g_string_append_printf(text, "%s%s", comma, when);
	}
	if (record->source && record->source->table) {
		g_autofree char *table = page_saying(p, W_CITE_TABLE, record->source->table, NULL);

		g_string_append_printf(text, "%s%s", comma, table);
	}
	if (*where && record->type != YS_PUBLICATION && record->type != YS_DEPARTMENT)
		g_string_append_printf(text, "%s%s", comma, where);
	cite_original(text, p, record);
	g_string_append_printf(text, p->request->lang == WEB_ZH ? "。%s（%s）" : ". %s (%s)", address, index);
	return g_string_free(text, FALSE);
}

static void append_citation(page_out *p, const web_record *shown)
{
	g_autofree char *text = citation(p, shown);

	page_heading(p, W_CITATION);
	PAGE_IN(p, "<p><label class=\"vh\" for=\"cite\">", page_word(p, W_CITATION_LABEL), "</label>");
	PAGE_LIT(p, "<textarea id=\"cite\" readonly rows=\"5\" cols=\"40\">");
	page_plain(p, text);
	PAGE_LIT(p, "</textarea></p>\n");
}

/* ---- the page ---- */

/* What is printed below a table. */
static void append_table_notes(page_out *p, const ys_record *table)
{
	for (guint i = 0; i < table->notes->len; i++) {
		PAGE_LIT(p, "<p");
		page_chinese(p);
		PAGE_IN(p, ">", page_text(p, g_ptr_array_index(table->notes, i)), "</p>\n");
	}
}

static void append_table(page_out *p, const ys_record *record)
{
	page_warnings(p, record->warnings);
	page_reconciliation(p, record);
	page_table(p, record, (ys_lines){ 1, G_MAXINT }, NULL);
	append_table_notes(p, record);
	PAGE_IN(p, "<p class=\"by\">", page_link_word(p, web_link_format(p->request, WEB_CSV), W_ROWS_AS_CSV), "</p>\n");
}

static void append_section(page_out *p, const web_record *shown)
{
	const ys_record *record = shown->record;

	if (record->parent && record->parent_title) {
		g_autofree char *title = page_clipped(record->parent_title, PAGE_NAME_MAX);

		PAGE_LIT(p, "<p class=\"by\">");
		page_link(p, web_link_record(p->request, record->parent), title);
		PAGE_LIT(p, "</p>\n");
	}
	page_warnings(p, record->warnings);
	PAGE_LIT(p, "<div class=\"prose\">\n");
	page_paragraphs(p, record->text, PAGE_TEXT_BYTES_MAX);
	PAGE_LIT(p, "</div>\n");
}

static void append_body(page_out *p, const web_record *shown)
{
	switch (shown->record->type) {
	case YS_PROJECT:
	case YS_ITEM:
		page_project(p, shown);
		break;
	case YS_TABLE:
		append_table(p, shown->record);
		break;
	case YS_SECTION:
		append_section(p, shown);
		break;
	case YS_LINE:
		page_line(p, shown);
		break;
	case YS_PUBLICATION:
		page_publication(p, shown);
		break;
	default:
		page_department(p, shown);
		break;
	}
}

void page_record(GString *out, const web_view *view, const web_record *shown)
{
	const ys_record *record = shown->record;
	g_autofree char *title = page_clipped(record->title, PAGE_TITLE_MAX);
	page_out page = page_begin(out, view, title, PAGE_WITH_DATA, FALSE), *p = &page;

	append_crumbs(p, shown);
	PAGE_IN(p, "<article>\n<p class=\"kind\">", page_word(p, web_type_word(record->type)), "</p>\n");
	PAGE_IN(p, "<h1>", page_clipped_text(p, page_title_of(p, record), PAGE_TITLE_MAX), "</h1>\n");
	append_body(p, shown);
	append_places(p, shown);
	append_citation(p, shown);
	PAGE_LIT(p, "</article>\n");
	page_end(p, PAGE_WITH_DATA);
}
