#include "tools/web/link.h"

#include <stdarg.h>
#include <string.h>

#include "src/output/escape.h"

/* An address under construction. */
typedef struct {
	GString *out;
	gboolean any;           /* a parameter is there already */
} address;

static address begin(const char *path)
{
	return (address){ g_string_new(path), FALSE };
}

static void add(address *a, const char *name, const char *value)
{
	if (!value || !*value)
		return;
	g_string_append_c(a->out, a->any ? '&' : '?');
	a->any = TRUE;
	g_string_append(a->out, name);
	g_string_append_c(a->out, '=');
	ys_url_arg(a->out, value);
}

static void add_lang(address *a, const web_request *request)
{
	if (request->lang_chosen)
		add(a, "lang", request->lang == WEB_EN ? "en" : "zh");
}

static void add_values(address *a, const web_request *request, int except, const char *instead)
{
	add(a, "view", web_view_text(request->view));
	for (int i = 0; i < WEB_N_VALUES; i++)
		add(a, web_value_name((web_value)i), i == except ? instead : request->values[i]);
}

char *web_link_with(const web_request *request, web_value value, const char *text)
{
	address a = begin(request->self);

	add_values(&a, request, value, text);
	add_lang(&a, request);
	return g_string_free(a.out, FALSE);
}

char *web_link_year_kind(const web_request *request, const char *year, const char *kind)
{
	address a = begin(request->self);

	for (int i = 0; i < WEB_N_VALUES; i++)
		add(&a, web_value_name((web_value)i), i == WEB_YEAR ? year : i == WEB_KIND ? kind : request->values[i]);
	add_lang(&a, request);
	return g_string_free(a.out, FALSE);
}

char *web_link_page(const web_request *request, guint page)
{
	address a = begin(request->self);
	g_autofree char *number = g_strdup_printf("%u", page);

	add_values(&a, request, -1, NULL);
	if (page > 1)
		add(&a, "page", number);
	add_lang(&a, request);
	return g_string_free(a.out, FALSE);
}

/* What a browser lists among its search engines is the site, whatever is shown. */
static void add_format(address *a, const web_request *request, web_format format)
{
	if (format != WEB_OPENSEARCH) {
		add_values(a, request, -1, NULL);
		add(a, "id", request->id);
	}
	if (format != WEB_HTML)
		add(a, "format", web_format_name(format));
}

char *web_link_format(const web_request *request, web_format format)
{
	address a = begin(request->self);

	add_format(&a, request, format);
	return g_string_free(a.out, FALSE);
}

char *web_link_lang(const web_request *request, web_lang lang)
{
	address a = begin(request->self);
	g_autofree char *number = g_strdup_printf("%u", request->page);

	add_values(&a, request, -1, NULL);
	add(&a, "id", request->id);
	if (request->all_columns)
		add(&a, "columns", "all");
	if (request->page > 1)
		add(&a, "page", number);
	add(&a, "lang", lang == WEB_EN ? "en" : "zh");
	return g_string_free(a.out, FALSE);
}

char *web_link_record(const web_request *request, const char *id)
{
	address a = begin(request->self);

	add(&a, "id", id);
	add_lang(&a, request);
	return g_string_free(a.out, FALSE);
}

char *web_link_row(const web_request *request, const char *id, int row)
{
	g_autofree char *record = web_link_record(request, id);

	return g_strdup_printf("%s#r%d", record, row);
}

char *web_link_place(const web_request *request, const char *publication, guint table, int row)
{
	address a = begin(request->self);
	g_autofree char *number = g_strdup_printf("%u", table);

	add(&a, "id", publication);
	add(&a, "table", number);
	add_lang(&a, request);
	g_string_append_printf(a.out, "#r%d", row);
	return g_string_free(a.out, FALSE);
}

char *web_link_columns(const web_request *request, gboolean all)
{
	address a = begin(request->self);

	add(&a, "id", request->id);
	if (all)
		add(&a, "columns", "all");
	add_lang(&a, request);
	return g_string_free(a.out, FALSE);
}

char *web_link_help(const web_request *request)
{
	address a = begin(request->self);

	add(&a, "view", "help");
	add_lang(&a, request);
	return g_string_free(a.out, FALSE);
}

char *web_link_of(const web_request *request, ...)
{
	address a = begin(request->self);
	va_list list;

	va_start(list, request);
	for (const char *name = va_arg(list, const char *); name; name = va_arg(list, const char *))
		add(&a, name, va_arg(list, const char *));
	va_end(list);
	add_lang(&a, request);
	return g_string_free(a.out, FALSE);
}

char *web_link_search(const web_request *request, web_value value, const char *text)
{
	address a = begin(request->self);

	add(&a, web_value_name(value), text);
	add_lang(&a, request);
	return g_string_free(a.out, FALSE);
}

char *web_link_compare(const web_request *request, const char *by, const char *of)
{
	static const web_value kept[] = {
		WEB_Q, WEB_YEAR, WEB_REGION, WEB_KIND, WEB_DEPARTMENT, WEB_AMOUNT, WEB_PUBLICATION, WEB_EXACT, WEB_SYNONYMS,
		WEB_LITERAL,
	};
	address a = begin(request->self);

	add(&a, "view", web_view_text(WEB_VIEW_COMPARE));
	for (gsize i = 0; i < G_N_ELEMENTS(kept); i++)
		add(&a, web_value_name(kept[i]), request->values[kept[i]]);
	add(&a, "by", by);
	add(&a, "of", of);
	add_lang(&a, request);
	return g_string_free(a.out, FALSE);
}

char *web_url_cell(const web_request *request, const char *name)
{
	address a = begin(request->url ? request->url : request->self);

	add_values(&a, request, WEB_CELL, name);
	return g_string_free(a.out, FALSE);
}

char *web_url_record(const web_request *request, const char *id)
{
	address a = begin(request->url ? request->url : request->self);

	add(&a, "id", id);
	return g_string_free(a.out, FALSE);
}

char *web_url_page(const web_request *request, guint page)
{
	address a = begin(request->url ? request->url : request->self);
	g_autofree char *number = g_strdup_printf("%u", page);

	add_values(&a, request, -1, NULL);
	add(&a, "page", number);
	if (request->format != WEB_HTML)
		add(&a, "format", web_format_name(request->format));
	return g_string_free(a.out, FALSE);
}

char *web_url_format(const web_request *request, web_format format)
{
	address a = begin(request->url ? request->url : request->self);

	add_format(&a, request, format);
	return g_string_free(a.out, FALSE);
}
