/* A request is parsed, and refused or given to what answers its kind, on the generation that is live by
 * then; headers come last.  An error at any point throws away the body, of which nothing was sent yet,
 * and becomes a page of its own.  Of what the visitor has already, nothing is made. */
#include "tools/web/handler.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "config.h"
#include "index/search/alternatives.h"
#include "index/store/store.h"
#include "src/output/csv.h"
#include "src/output/printer.h"
#include "src/output/text.h"
#include "tools/present/stock.h"
#include "tools/web/data.h"
#include "tools/web/feed.h"
#include "tools/web/gather.h"
#include "tools/web/link.h"
#include "tools/web/page.h"
#include "tools/web/reason.h"

/* Rows of one piece of a CSV file. */
#define PIECE 200

struct web_handler {
	const web_site *site;
	ys_search *search;      /* NULL: no index, or it cannot be read */
	char *dir;              /* of the generation that is open */
	gint64 changed;         /* when its manifest was written, nanoseconds since 1970 */
	char *shown;            /* sum of the settings that are seen in answers; "" without any */
};

/* One request on its way to an answer. */
typedef struct {
	web_handler *handler;
	web_request *request;
	web_response *response;
	web_view view;
} exchange;

/* Another title or address of the site makes other pages of the same index. */
static char *settings_sum(const web_site *site)
{
	g_autofree char *all = g_strconcat(site->title ? site->title : "", "\n", site->base, NULL);

	return site->title || site->base ? g_strdup_printf("%08x-", g_str_hash(all)) : g_strdup("");
}

web_handler *web_handler_new(const web_site *site)
{
	web_handler *handler = g_new0(web_handler, 1);

	handler->site = site;
	handler->shown = settings_sum(site);
	return handler;
}

static void close_generation(web_handler *handler)
{
	g_clear_pointer(&handler->search, ys_search_free);
	g_clear_pointer(&handler->dir, g_free);
	handler->changed = 0;
}

void web_handler_free(web_handler *handler)
{
	if (!handler)
		return;
	close_generation(handler);
	g_free(handler->shown);
	g_free(handler);
}

/* ---- the generation ---- */

/* A generation is never written again, but an index that was removed begins anew with the same
 * names. */
static gint64 changed_of(const char *dir)
{
	g_autofree char *path = g_build_filename(dir, YS_MANIFEST_FILE, NULL);
	struct stat st;

	if (stat(path, &st))
		return 0;
	return (gint64)st.st_mtim.tv_sec * G_GINT64_CONSTANT(1000000000) + st.st_mtim.tv_nsec;
}

/* Have the generation open that is live now. */
static gboolean refresh(web_handler *handler, GError **error)
{
	g_autofree char *dir = ys_store_current(handler->site->index, error);
	gint64 changed = dir ? changed_of(dir) : 0;

	if (!dir) {
		close_generation(handler);
		return FALSE;
	}
	if (handler->search && !strcmp(dir, handler->dir) && changed == handler->changed)
		return TRUE;
	close_generation(handler);
	handler->search = ys_search_open(handler->site->index, error);
	if (!handler->search)
		return FALSE;
	handler->dir = g_steal_pointer(&dir);
	handler->changed = changed;
	return TRUE;
}

/* ---- caching ---- */

/* Weak: took_ms differs between two answers that are the same in all that matters. */
static char *etag_of(const exchange *x)
{
	return g_strdup_printf("W/\"%u-%" G_GINT64_MODIFIER "x-%s-%s%s\"", x->view.generation,
			       (guint64)x->handler->changed, x->request->lang == WEB_EN ? "en" : "zh",
			       x->handler->shown, PACKAGE_VERSION);
}

static gboolean names_etag(const char *list, const char *etag)
{
	g_auto(GStrv) tags = g_strsplit(list, ",", 64);

	for (char **tag = tags; *tag; tag++) {
		const char *given = g_strstrip(*tag);

		/* compared weakly: RFC 9110, section 13.1.2 */
		if (!strcmp(given, "*") || !strcmp(given, etag) || !strcmp(given, etag + 2))
			return TRUE;
	}
	return FALSE;
}

static gboolean has_it(const exchange *x, const char *etag)
{
	if (x->request->if_none_match)
		return names_etag(x->request->if_none_match, etag);
	return x->request->if_modified_since >= x->view.published;
}

/* Set the validators, and the status if the visitor has this answer already.  To be asked once it is
 * known that there is one: nobody has an error already (RFC 9110, section 13.2.1). */
static gboolean is_unchanged(exchange *x)
{
	g_autofree char *etag = etag_of(x);
	g_autoptr(GDateTime) published = g_date_time_new_from_unix_utc(x->view.published);
	static const char days[][4] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
	static const char months[][4] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
					  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };

	web_response_header(x->response, "ETag", "%s", etag);
	web_response_header(x->response, "Cache-Control", "public, no-cache");
	web_response_header(x->response, "Vary", "Accept-Language");
	if (published)
		web_response_header(x->response, "Last-Modified", "%s, %02d %s %d %02d:%02d:%02d GMT",
				    days[g_date_time_get_day_of_week(published) - 1],
				    g_date_time_get_day_of_month(published), months[g_date_time_get_month(published) - 1],
				    g_date_time_get_year(published), g_date_time_get_hour(published),
				    g_date_time_get_minute(published), g_date_time_get_second(published));
	if (!has_it(x, etag))
		return FALSE;
	x->response->status = 304;
	return TRUE;
}

/* ---- answers ---- */

static const char *const content_types[WEB_N_FORMATS] = {
	[WEB_HTML] = "text/html; charset=utf-8",
	[WEB_JSON] = "application/json; charset=utf-8",
	[WEB_CSV] = "text/csv; charset=utf-8; header=present",
	[WEB_ATOM] = "application/atom+xml; charset=utf-8",
	[WEB_OPENSEARCH] = "application/opensearchdescription+xml; charset=utf-8",
};

static gboolean answer_start(exchange *x, GError **error)
{
	ys_search *search = x->handler->search;
	g_autoptr(ys_page) publications = NULL;
	web_start start;

	if (x->request->format != WEB_HTML && x->request->format != WEB_JSON)
		return YS_REFUSE(error, YS_REASON_NOTHING_ASKED);
	if (is_unchanged(x))
		return TRUE;
	publications = gather_publications(search, PAGE_NEWEST, error);
	if (!publications)
		return FALSE;
	if (x->request->format == WEB_JSON) {
		data_start(x->response->body, &x->view, ys_search_manifest(search), publications);
		return TRUE;
	}
	start.publications = publications;
	start.projects = ys_search_manifest(search)->records[YS_PROJECT];
	page_start(x->response->body, &x->view, &start);
	return TRUE;
}

/* Of a table its rows, of all others their fields; an id is safe in the name of a file. */
static void answer_record_csv(exchange *x, const ys_record *record)
{
	web_response_header(x->response, "Content-Disposition", "attachment; filename=\"yusou-%s.csv\"", record->id);
	if (record->type == YS_TABLE) {
		ys_csv_append_sheet_table(x->response->body, record);
		return;
	}
	ys_csv_append_sheet_head(x->response->body);
	ys_csv_append_sheet_record(x->response->body, record);
}

/* It is called otherwise now, for it was mended whose publication it is of. */
static void answer_moved(exchange *x, const ys_record *record)
{
	g_autofree char *link = web_link_record(x->request, record->id);

	x->response->status = 301;
	web_response_header(x->response, "Location", "%s", link);
}

static gboolean answer_record(exchange *x, GError **error)
{
	ys_search *search = x->handler->search;
	GError *why = NULL;
	ys_record *record = x->request->table ? gather_table(search, x->request->id, x->request->table, &why) :
						ys_search_record(search, x->request->id, &why);
	g_autoptr(web_gathered) gathered = NULL;

	if (!record) {
		if (!why)
			return YS_REFUSE(error, YS_REASON_RECORD_UNKNOWN);
		g_propagate_error(error, why);
		return FALSE;
	}
	/* from here on it is the table that is asked for, also by the links of its page */
	if (x->request->table) {
		g_free(x->request->id);
		x->request->id = g_strdup(record->id);
	}
	if (x->request->format == WEB_ATOM) {
		ys_record_free(record);
		return YS_REFUSE(error, YS_REASON_RECORD_FEED);
	}
	/* data says itself how it is called */
	if (x->request->format == WEB_HTML && strcmp(record->id, x->request->id)) {
		answer_moved(x, record);
		ys_record_free(record);
		return TRUE;
	}
	if (is_unchanged(x)) {
		ys_record_free(record);
		return TRUE;
	}
	if (x->request->format == WEB_HTML) {
		gathered = gather_record(search, record, error);
		if (!gathered)
			return FALSE;
		page_record(x->response->body, &x->view, web_gathered_record(gathered));
		return TRUE;
	}
	if (x->request->format == WEB_JSON) {
		data_record(x->response->body, &x->view, record);
	} else if (x->request->format == WEB_CSV) {
		answer_record_csv(x, record);
	}
	ys_record_free(record);
	return TRUE;
}

/* The rows of a CSV file: with an index of its own, as it may outlive the handler's. */
typedef struct {
	ys_query *query;
	ys_search *search;
	ys_stream *stream;
} csv_body;

static void csv_body_free(void *data)
{
	csv_body *csv = data;

	g_clear_pointer(&csv->stream, ys_stream_free);
	g_clear_pointer(&csv->search, ys_search_free);
	g_clear_pointer(&csv->query, ys_query_free);
	g_free(csv);
}

static gboolean next_rows(void *data, GString *out, GError **error)
{
	csv_body *csv = data;

	for (int i = 0; i < PIECE; i++) {
		GError *why = NULL;
		g_autoptr(ys_record) record = ys_stream_next(csv->stream, &why);

		if (!record) {
			if (why)
				g_propagate_error(error, why);
			return FALSE;
		}
		ys_csv_append_sheet_record(out, record);
	}
	return TRUE;
}

static gboolean answer_csv(exchange *x, ys_query *query, GError **error)
{
	csv_body *csv = g_new0(csv_body, 1);

	x->response->data = csv;
	x->response->destroy = csv_body_free;
	csv->query = query;
	csv->search = ys_search_open(x->handler->site->index, error);
	csv->stream = csv->search ? ys_stream_new(csv->search, query, error) : NULL;
	if (!csv->stream)
		return FALSE;
	web_response_header(x->response, "Content-Disposition", "attachment; filename=\"yusou.csv\"");
	ys_csv_append_sheet_head(x->response->body);
	x->response->next = next_rows;
	return TRUE;
}

static gboolean answer_page(exchange *x, ys_query *query, GError **error)
{
	ys_search *search = x->handler->search;
	g_autoptr(ys_page) page = NULL;
	g_autoptr(GPtrArray) publications = NULL, published = NULL;
	g_autoptr(ys_record) body = NULL;
	web_results results = { .query = query };

	/* what is new must be among the entries, whatever it is called */
	if (x->request->format == WEB_ATOM && !x->request->values[WEB_SORT])
		query->sort = YS_SORT_YEAR;
	page = ys_search_run(search, query, error);
	if (!page || !ys_alternatives_add(search, query, page, error))
		return FALSE;
	if (x->request->format == WEB_JSON) {
		data_page(x->response->body, &x->view, query, page);
	} else if (x->request->format == WEB_ATOM) {
		feed_atom(x->response->body, &x->view, page);
	} else {
		publications = gather_hits_publications(search, page, error);
		published = g_ptr_array_new_with_free_func((GDestroyNotify)ys_record_free);
		if (!publications || !gather_body(search, query, page, &body, error) ||
		    (body && !gather_published(search, body, published, error)))
			return FALSE;
		results.page = page;
		results.publications = publications;
		results.body = body;
		results.published = published;
		page_results(x->response->body, &x->view, &results);
	}
	return TRUE;
}

static gboolean answer_search(exchange *x, GError **error)
{
	web_format format = x->request->format;
	const guint limit = x->request->limit ? x->request->limit : PAGE_HITS;
	g_autoptr(ys_query) query = gather_query(x->request, format == WEB_ATOM ? PAGE_ENTRIES : limit, error);

	if (!query)
		return FALSE;
	if (is_unchanged(x))
		return TRUE;
	if (format == WEB_ATOM)
		query->offset = 0;
	if (format == WEB_CSV)
		return answer_csv(x, g_steal_pointer(&query), error);
	return answer_page(x, query, error);
}

static gboolean answer_help(exchange *x, GError **error)
{
	if (x->request->format != WEB_HTML)
		return YS_REFUSE(error, YS_REASON_NOTHING_ASKED);
	if (!is_unchanged(x))
		page_help(x->response->body, &x->view);
	return TRUE;
}

/* All of it is known before the first byte; processor time bounds it as any request. */
static gboolean answer_comparison(exchange *x, GError **error)
{
	const web_format format = x->request->format;
	const char *name = x->request->values[WEB_CELL];
	g_autoptr(ys_query) query = NULL;
	g_autoptr(ys_comparison) comparison = NULL;
	web_comparison shown = { 0 };

	if (format == WEB_ATOM)
		return YS_REFUSE(error, YS_REASON_RECORD_FEED);
	comparison = gather_comparison(x->handler->search, x->request, &query, error);
	if (!comparison)
		return FALSE;
	shown.comparison = comparison;
	shown.cell = name ? ys_cell_named(comparison, name) : NULL;
	if (name && !shown.cell)
		return YS_REFUSE(error, YS_REASON_NO_CELL);
	if (is_unchanged(x))
		return TRUE;
	if (format == WEB_HTML) {
		page_compare(x->response->body, &x->view, &shown);
		return TRUE;
	}
	if (format == WEB_CSV)
		web_response_header(x->response, "Content-Disposition", "attachment; filename=\"yusou-compare.csv\"");
	if (shown.cell)
		data_cell(x->response->body, &x->view, &shown);
	else
		data_comparison(x->response->body, &x->view, comparison);
	return TRUE;
}

static gboolean answer_coverage(exchange *x, GError **error)
{
	/* as the page shows them */
	static const ys_dimension by[] = { YS_BY_REGION, YS_BY_KIND, YS_BY_YEAR };
	const web_format format = x->request->format;
	g_autoptr(ys_stock) stock = NULL;

	if (format == WEB_ATOM)
		return YS_REFUSE(error, YS_REASON_RECORD_FEED);
	if (is_unchanged(x))
		return TRUE;
	stock = ys_stock_new(x->handler->search, by, G_N_ELEMENTS(by), error);
	if (!stock)
		return FALSE;
	if (format == WEB_CSV)
		web_response_header(x->response, "Content-Disposition", "attachment; filename=\"yusou-coverage.csv\"");
	if (format == WEB_HTML)
		page_coverage(x->response->body, &x->view, stock);
	else
		(format == WEB_CSV ? present_stock_csv : present_stock_json)(x->response->body, stock);
	return TRUE;
}

static gboolean dispatch(exchange *x, GError **error)
{
	if (x->request->format == WEB_OPENSEARCH) {
		feed_opensearch(x->response->body, &x->view);
		return TRUE;
	}
	if (!refresh(x->handler, error))
		return FALSE;
	x->view.generation = ys_search_manifest(x->handler->search)->generation;
	x->view.published = x->handler->changed / G_GINT64_CONSTANT(1000000000);
	if (x->request->view == WEB_VIEW_HELP)
		return answer_help(x, error);
	if (x->request->view == WEB_VIEW_COMPARE)
		return answer_comparison(x, error);
	if (x->request->view == WEB_VIEW_COVERAGE)
		return answer_coverage(x, error);
	if (x->request->id)
		return answer_record(x, error);
	if (web_request_is_blank(x->request))
		return answer_start(x, error);
	return answer_search(x, error);
}

/* ---- what goes wrong ---- */

/* A body that was begun is thrown away: nothing of it was sent. */
static void reset(exchange *x)
{
	web_response *fresh = web_response_new();

	web_response_free(x->response);
	x->response = fresh;
}

static void note(exchange *x, const char *message)
{
	g_autofree char *valid = g_utf8_make_valid(message, -1);
	g_autoptr(GString) line = g_string_new(NULL);

	ys_text_append_safe(line, valid);
	x->response->log = g_strdup(line->str);
}

static void answer_error(exchange *x, const GError *error)
{
	gboolean json = x->request->format == WEB_JSON;
	g_autofree char *reason = web_reason(json ? WEB_EN : x->request->lang, error);

	reset(x);
	x->response->status = web_reason_status(error);
	/* what is wrong with us is the operator's */
	if (error->domain != YS_REFUSAL)
		note(x, error->message);
	if (x->response->status == 405)
		web_response_header(x->response, "Allow", "GET, HEAD");
	if (x->response->status == 503)
		web_response_header(x->response, "Retry-After", "60");
	web_response_header(x->response, "Cache-Control", "no-store");
	if (json) {
		g_autoptr(ys_printer) p = ys_printer_json_new(x->response->body, YS_JSON_YUAN);

		p->begin_map(p, NULL);
		p->integer(p, "status", x->response->status);
		p->string(p, "error", reason);
		p->end(p);
		g_string_append_c(x->response->body, '\n');
	} else {
		x->request->format = WEB_HTML;
		page_error(x->response->body, &x->view, x->response->status, reason);
	}
}

static void add_headers(exchange *x)
{
	web_response *response = x->response;
	const char *origin = x->handler->site->origin;

	web_response_header(response, "X-Content-Type-Options", "nosniff");
	web_response_header(response, "Referrer-Policy", "no-referrer");
	web_response_header(response, "X-Frame-Options", "DENY");
	web_response_header(response, "Content-Security-Policy", "%s", page_security_policy());
	if (origin)
		web_response_header(response, "Access-Control-Allow-Origin", "%s", origin);
	if (response->status == 304)
		return;
	web_response_header(response, "Content-Type", "%s", content_types[x->request->format]);
	if (x->request->format == WEB_HTML)
		web_response_header(response, "Content-Language", "%s", x->request->lang == WEB_EN ? "en" : "zh-CN");
	if (!response->next)
		web_response_header(response, "Content-Length", "%" G_GSIZE_FORMAT, response->body->len);
	if (x->request->head) {
		g_string_truncate(response->body, 0);
		response->next = NULL;
	}
}

web_response *web_answer(web_handler *handler, const web_wire *wire)
{
	g_autoptr(GError) error = NULL;
	exchange x = { .handler = handler, .response = web_response_new() };

	x.request = web_request_new(wire, handler->site->base, &error);
	x.view.title = handler->site->title;
	x.view.request = x.request;
	if (error || !dispatch(&x, &error))
		answer_error(&x, error);
	add_headers(&x);
	web_request_free(x.request);
	return x.response;
}
