#include "tools/web/data.h"

#include "src/output/csv.h"
#include "src/output/printer.h"
#include "tools/present/compare.h"
#include "tools/present/json.h"
#include "tools/web/gather.h"
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

static char *url_of_cell(const ys_comparison *comparison, const ys_cell *cell, const void *data)
{
	const web_request *request = data;
	g_autofree char *name = cell->count ? ys_cell_name(comparison, cell) : NULL;

	return name ? web_url_cell(request, name) : NULL;
}

void data_comparison(GString *out, const web_view *view, const ys_comparison *comparison)
{
	const present_cells cells = { url_of_cell, view->request };

	if (view->request->format == WEB_CSV)
		present_comparison_csv(out, comparison, &cells, TRUE);
	else
		present_comparison_json(out, comparison, &cells);
}

/* ---- the records of a cell ---- */

static void print_added(ys_printer *p, const web_view *view, const web_added *added)
{
	g_autofree char *url = web_url_record(view->request, added->found->counted.id);
	const ys_origin *origin = added->found->facts->origin;

	p->begin_map(p, NULL);
	p->string(p, "id", added->found->counted.id);
	p->string(p, "title", added->found->counted.title);
	p->string(p, "department", origin->department);
	p->integer(p, "year", origin->year);
	p->string(p, "kind", origin->kind);
	p->amount(p, "amount", added->amount);
	p->string(p, "url", url);
	p->end(p);
}

static void append_added(GString *out, const web_view *view, const web_added *added)
{
	g_autofree char *url = web_url_record(view->request, added->found->counted.id);
	const ys_origin *origin = added->found->facts->origin;

	ys_csv_append_field(out, added->found->counted.id, TRUE);
	g_string_append_c(out, ',');
	ys_csv_append_field(out, added->found->counted.title, TRUE);
	g_string_append_c(out, ',');
	ys_csv_append_field(out, origin->department, TRUE);
	g_string_append_printf(out, ",%d,%s,", origin->year, origin->kind);
	ys_amount_append_yuan(out, added->amount);
	g_string_append_c(out, ',');
	ys_csv_append_field(out, url, TRUE);
	g_string_append(out, "\r\n");
}

static void append_cell_json(GString *out, const web_view *view, const web_comparison *shown, const GArray *all)
{
	g_autoptr(ys_printer) p = ys_printer_json_new(out, YS_JSON_YUAN);

	p->begin_map(p, NULL);
	p->string(p, "measure", ys_measure_name(shown->comparison->question.measure));
	p->integer(p, "total", shown->cell->count);
	p->amount(p, "amount", shown->cell->amount);
	p->begin_list(p, "hits");
	for (guint i = 0; i < all->len; i++)
		print_added(p, view, &g_array_index(all, web_added, i));
	p->end(p);
	p->end(p);
	g_string_append_c(out, '\n');
}

void data_cell(GString *out, const web_view *view, const web_comparison *shown)
{
	g_autoptr(GArray) all = gather_added(shown);

	if (view->request->format != WEB_CSV) {
		append_cell_json(out, view, shown, all);
		return;
	}
	g_string_append(out, "\xef\xbb\xbfid,title,department,year,kind,amount_yuan,url\r\n");
	for (guint i = 0; i < all->len; i++)
		append_added(out, view, &g_array_index(all, web_added, i));
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
