#include "tools/web/data.h"

#include "src/output/printer.h"
#include "tools/present/json.h"
#include "tools/web/link.h"

static char *url_of(const char *id, const void *data)
{
	return web_url_record(data, id);
}

static present_site site_of(const web_view *view)
{
	return (present_site){ url_of, view->request, NULL, view->request->values[WEB_FACETS] ? G_MAXUINT : DATA_VALUES };
}

void data_page(GString *out, const web_view *view, const ys_query *query, const ys_page *page)
{
	const web_request *request = view->request;
	const guint64 all = page->total + page->total_loose;
	const gboolean more = query->offset + query->limit < all && request->page < WEB_PAGE_MAX;
	g_autofree char *next = more ? web_url_page(request, request->page + 1) : NULL;
	present_site site = site_of(view);

	site.next = next;
	present_site_page_json(out, query, page, &site);
}

void data_record(GString *out, const web_view *view, const ys_record *record)
{
	const present_site site = site_of(view);

	present_site_record_json(out, record, &site);
}

static void print_updated(ys_printer *p, const web_view *view)
{
	g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc(view->published);
	g_autofree char *text = time ? g_date_time_format(time, "%Y-%m-%dT%H:%M:%SZ") : NULL;

	p->integer(p, "generation", view->generation);
	p->string(p, "updated", text);
}

void data_start(GString *out, const web_view *view, const ys_manifest *manifest, const ys_page *publications)
{
	g_autoptr(ys_printer) p = ys_printer_json_new(out, YS_JSON_YUAN);
	const present_site site = site_of(view);

	p->begin_map(p, NULL);
	print_updated(p, view);
	p->begin_map(p, "records");
	for (int type = 0; type < YS_N_TYPES; type++)
		p->integer(p, ys_record_type_name((ys_record_type)type), (gint64)manifest->records[type]);
	p->end(p);
	present_facets_json(p, publications, site.values_max);
	p->end(p);
	g_string_append_c(out, '\n');
}
