#include "tools/web/feed.h"

#include <string.h>

#include "config.h"
#include "src/output/escape.h"
#include "tools/web/page_text.h"

static void append_link(GString *out, const char *relation, const char *type, char *url)
{
	g_autofree char *owned = url;

	g_string_append_printf(out, "<link rel=\"%s\" type=\"%s\" href=\"", relation, type);
	ys_html_attr(out, owned);
	YS_HTML_LIT(out, "\"/>\n");
}

static void append_element(GString *out, const char *name, const char *text)
{
	g_string_append_printf(out, "<%s>", name);
	ys_html_text(out, text);
	g_string_append_printf(out, "</%s>\n", name);
}

static void append_time(GString *out, const char *name, gint64 seconds)
{
	g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc(seconds);
	g_autofree char *text = time ? g_date_time_format(time, "%Y-%m-%dT%H:%M:%SZ") : NULL;

	append_element(out, name, text ? text : "1970-01-01T00:00:00Z");
}

/* A budget whose day is not known is published as its year begins, a final account in the year after. */
static void append_updated(GString *out, const ys_record *record)
{
	int year = record->year ? record->year + !g_strcmp0(record->kind, "决算") : 1970;
	g_autofree char *text = record->published ? g_strconcat(record->published, "T00:00:00Z", NULL) :
						    g_strdup_printf("%04d-01-01T00:00:00Z", year);

	append_element(out, "updated", text);
}

static void append_snippet(GString *out, const GPtrArray *pieces)
{
	g_autoptr(GString) text = g_string_new(NULL);
	g_autofree char *clipped = NULL;

	for (guint i = 0; i < pieces->len; i++)
		g_string_append(text, ((ys_piece *)g_ptr_array_index(pieces, i))->text);
	clipped = page_clipped(text->str, PAGE_PIECES_MAX);
	ys_html_text(out, clipped);
}

static void append_summary(GString *out, const ys_hit *hit)
{
	const ys_record *record = hit->record;

	YS_HTML_LIT(out, "<summary type=\"text\">");
	if (record->department)
		ys_html_text(out, record->department);
	if (record->year)
		g_string_append_printf(out, " · %d年", record->year);
	if (record->kind)
		ys_html_text(out, record->kind);
	if (hit->field && strcmp(hit->field, "title")) {
		YS_HTML_LIT(out, " · ");
		append_snippet(out, hit->snippet);
	}
	YS_HTML_LIT(out, "</summary>\n");
}

static void append_entry(GString *out, const web_view *view, const ys_hit *hit)
{
	const ys_record *record = hit->record;
	g_autofree char *urn = g_strconcat("urn:yusou:", record->id, NULL);
	g_autofree char *name = page_clipped(record->title, PAGE_TITLE_MAX);
	g_autoptr(GString) title = g_string_new(name);

	if (record->amount != YS_AMOUNT_NONE) {
		g_string_append_c(title, ' ');
		ys_amount_append_wan(title, record->amount);
	}
	YS_HTML_LIT(out, "<entry>\n");
	append_element(out, "id", urn);
	append_element(out, "title", title->str);
	append_updated(out, record);
	YS_HTML_LIT(out, "<author>");
	append_element(out, "name", record->department ? record->department : "—");
	YS_HTML_LIT(out, "</author>\n");
	append_link(out, "alternate", "text/html", web_url_record(view->request, record->id));
	append_summary(out, hit);
	YS_HTML_LIT(out, "</entry>\n");
}

static const char *site_title(const web_view *view)
{
	return view->title ? view->title : "预搜 yusou";
}

void feed_atom(GString *out, const web_view *view, const ys_page *page)
{
	g_autofree char *self = web_url_format(view->request, WEB_ATOM);
	g_autofree char *urn = g_strdup_printf("urn:yusou:search:%s", strchr(self, '?') ? strchr(self, '?') : "");
	const char *words = view->request->values[WEB_Q];
	g_autofree char *title = g_strconcat(site_title(view), words ? "：" : "", words, NULL);

	YS_HTML_LIT(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
			 "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"zh-CN\">\n");
	append_element(out, "id", urn);
	append_element(out, "title", title);
	append_time(out, "updated", view->published);
	YS_HTML_LIT(out, "<generator version=\"" PACKAGE_VERSION "\">yusou</generator>\n");
	append_link(out, "self", "application/atom+xml", g_steal_pointer(&self));
	append_link(out, "alternate", "text/html", web_url_format(view->request, WEB_HTML));
	for (guint i = 0; i < page->hits->len; i++)
		append_entry(out, view, g_ptr_array_index(page->hits, i));
	YS_HTML_LIT(out, "</feed>\n");
}

void feed_opensearch(GString *out, const web_view *view)
{
	const char *url = view->request->url ? view->request->url : view->request->self;

	YS_HTML_LIT(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
			 "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n");
	/* ShortName may have 16 characters */
	YS_HTML_LIT(out, "<ShortName>预搜 yusou</ShortName>\n");
	append_element(out, "Description", site_title(view));
	YS_HTML_LIT(out, "<InputEncoding>UTF-8</InputEncoding>\n<OutputEncoding>UTF-8</OutputEncoding>\n"
			 "<Url type=\"text/html\" template=\"");
	ys_html_attr(out, url);
	YS_HTML_LIT(out, "?q={searchTerms}\"/>\n<Url type=\"application/atom+xml\" template=\"");
	ys_html_attr(out, url);
	YS_HTML_LIT(out, "?q={searchTerms}&amp;format=atom\"/>\n</OpenSearchDescription>\n");
}
