#include "tools/web/request.h"

#include <stdio.h>
#include <string.h>

G_DEFINE_QUARK(web-error-quark, web_error)

/* Bytes of a value that names something. */
#define NAME_MAX_BYTES 300

static gboolean fail(GError **error, int status, const char *format, ...) G_GNUC_PRINTF(3, 4);
static gboolean fail(GError **error, int status, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	g_propagate_error(error, g_error_new_valist(WEB_ERROR, status, format, args));
	va_end(args);
	return FALSE;
}

/* ---- what each parameter may look like ---- */

typedef gboolean (*shape_fn)(const char *s);

static gboolean any_text(const char *s)
{
	(void)s;
	return TRUE;
}

static gboolean made_of(const char *s, const char *characters)
{
	return s[strspn(s, characters)] == '\0';
}

static gboolean a_range_of_years(const char *s)
{
	return made_of(s, "0123456789.<>=");
}

static gboolean a_list_of_types(const char *s)
{
	return made_of(s, "abcdefghijklmnopqrstuvwxyz,");
}

static gboolean a_word(const char *s)
{
	return made_of(s, "abcdefghijklmnopqrstuvwxyz");
}

static gboolean a_publication(const char *s)
{
	return ys_record_type_of_id(s) == YS_PUBLICATION;
}

static gboolean an_id(const char *s)
{
	return ys_record_type_of_id(s) != YS_N_TYPES;
}

static gboolean a_switch(const char *s)
{
	return !strcmp(s, "0") || !strcmp(s, "1");
}

static gboolean a_page(const char *s)
{
	guint64 number;

	return g_ascii_string_to_unsigned(s, 10, 1, WEB_PAGE_MAX, &number, NULL);
}

static gboolean a_language(const char *s)
{
	return !strcmp(s, "zh") || !strcmp(s, "en");
}

static const char *const formats[WEB_N_FORMATS] = { "html", "json", "csv", "atom", "opensearch" };

static gboolean a_format(const char *s)
{
	for (int i = 0; i < WEB_N_FORMATS; i++)
		if (!strcmp(s, formats[i]))
			return TRUE;
	return FALSE;
}

/* Beside the parameters of a search, those that say how it is shown. */
enum {
	PAGE = WEB_N_VALUES,
	FORMAT,
	LANG,
	ID,
	N_PARAMS
};

static const struct {
	const char *name;
	gsize max;
	shape_fn shape;
	const char *wanted;     /* what to write instead */
} params[N_PARAMS] = {
	[WEB_Q] = { "q", 2048, any_text, "words" },
	[WEB_YEAR] = { "year", 12, a_range_of_years, "2023, 2021..2024 or 2021.." },
	[WEB_REGION] = { "region", NAME_MAX_BYTES, any_text, "a province, city or county" },
	[WEB_KIND] = { "kind", 12, any_text, "预算 or 决算" },
	[WEB_DEPARTMENT] = { "department", NAME_MAX_BYTES, any_text, "part of a name" },
	[WEB_TYPE] = { "type", 64, a_list_of_types, "project, item, table, section, publication or department" },
	[WEB_AMOUNT] = { "amount", 64, any_text, "100万..1亿, 500万.. or >=500万" },
	[WEB_PUBLICATION] = { "publication", 24, a_publication, "the id of a publication" },
	[WEB_SORT] = { "sort", 12, a_word, "relevance, amount or year" },
	[WEB_EXACT] = { "exact", 1, a_switch, "0 or 1" },
	[WEB_SYNONYMS] = { "synonyms", 1, a_switch, "0 or 1" },
	[PAGE] = { "page", 6, a_page, "a number from 1 to " G_STRINGIFY(WEB_PAGE_MAX) "; narrow the search instead" },
	[FORMAT] = { "format", 12, a_format, "html, json, csv or atom" },
	[LANG] = { "lang", 2, a_language, "zh or en" },
	[ID] = { "id", 24, an_id, "the id of a record" },
};

const char *web_value_name(web_value value)
{
	return params[value].name;
}

/* ---- percent signs ---- */

static int hex(char c)
{
	return g_ascii_isxdigit(c) ? g_ascii_xdigit_value(c) : -1;
}

/* Decode len bytes of a form; NULL on a broken percent sign. */
static GString *decode(const char *s, gsize len)
{
	g_autoptr(GString) out = g_string_sized_new(len);

	for (gsize i = 0; i < len; i++) {
		if (s[i] == '%') {
			int high = i + 2 < len ? hex(s[i + 1]) : -1, low = i + 2 < len ? hex(s[i + 2]) : -1;

			if (high < 0 || low < 0)
				return NULL;
			g_string_append_c(out, (char)(high << 4 | low));
			i += 2;
		} else {
			g_string_append_c(out, s[i] == '+' ? ' ' : s[i]);
		}
	}
	return g_steal_pointer(&out);
}

static gboolean has_control(const GString *text)
{
	for (gsize i = 0; i < text->len; i++)
		if ((guchar)text->str[i] < 0x20 || text->str[i] == 0x7f)
			return TRUE;
	return FALSE;
}

/* ---- the query string ---- */

static int param_named(const GString *name)
{
	for (int i = 0; i < N_PARAMS; i++)
		if (name->len == strlen(params[i].name) && !memcmp(name->str, params[i].name, name->len))
			return i;
	return N_PARAMS;
}

static gboolean check_value(int param, const GString *text, GError **error)
{
	const char *name = params[param].name;

	if (text->len > params[param].max)
		return fail(error, 400, "the value of %s has %zu bytes; at most %zu are allowed", name, text->len,
			    params[param].max);
	if (has_control(text))
		return fail(error, 400, "the value of %s has a control character", name);
	if (!g_utf8_validate(text->str, text->len, NULL))
		return fail(error, 400, "the value of %s is not valid UTF-8", name);
	if (text->len && !params[param].shape(text->str))
		return fail(error, 400, "'%s' is no %s; write %s", text->str, name, params[param].wanted);
	return TRUE;
}

/* One NAME=VALUE of the query string.  What is not known is ignored, so that counters and the
 * like that others append to an address do no harm. */
static gboolean take(char *values[N_PARAMS], const char *pair, gsize len, GError **error)
{
	const char *equals = memchr(pair, '=', len);
	gsize name_len = equals ? (gsize)(equals - pair) : len;
	g_autoptr(GString) name = decode(pair, name_len), text = NULL;
	int param = name ? param_named(name) : N_PARAMS;

	if (param == N_PARAMS)
		return TRUE;
	text = equals ? decode(equals + 1, len - name_len - 1) : g_string_new(NULL);
	if (!text)
		return fail(error, 400, "the value of %s has a percent sign without two hexadecimal digits; write %%25 "
					"for the sign itself",
			    params[param].name);
	if (values[param])
		return fail(error, 400, "%s is given more than once", params[param].name);
	if (!check_value(param, text, error))
		return FALSE;
	values[param] = g_string_free(g_steal_pointer(&text), FALSE);
	return TRUE;
}

static gboolean take_all(char *values[N_PARAMS], const char *query, GError **error)
{
	gboolean good = TRUE;

	/* all of them, also behind a bad one: the language of the answer may stand there */
	for (const char *pair = query; *pair;) {
		gsize len = strcspn(pair, "&");

		if (!take(values, pair, len, good ? error : NULL))
			good = FALSE;
		pair += len;
		pair += *pair == '&';
	}
	return good;
}

static void adopt(web_request *request, char *values[N_PARAMS])
{
	for (int i = 0; i < WEB_N_VALUES; i++)
		if (values[i] && *values[i])
			request->values[i] = g_steal_pointer(&values[i]);
	/* what is usual need not be said */
	if (!g_strcmp0(request->values[WEB_EXACT], "0"))
		g_clear_pointer(&request->values[WEB_EXACT], g_free);
	if (!g_strcmp0(request->values[WEB_SYNONYMS], "1"))
		g_clear_pointer(&request->values[WEB_SYNONYMS], g_free);
	if (values[PAGE] && *values[PAGE])
		request->page = (guint)g_ascii_strtoull(values[PAGE], NULL, 10);
	for (int i = 0; values[FORMAT] && i < WEB_N_FORMATS; i++)
		if (!strcmp(values[FORMAT], formats[i]))
			request->format = (web_format)i;
	if (values[LANG] && *values[LANG]) {
		request->lang = !strcmp(values[LANG], "en") ? WEB_EN : WEB_ZH;
		request->lang_chosen = TRUE;
	}
	if (values[ID] && *values[ID])
		request->id = g_steal_pointer(&values[ID]);
}

/* ---- headers ---- */

/* The first of the languages we have, by the weights of RFC 9110, section 12.5.4. */
static web_lang lang_of(const char *accept)
{
	g_auto(GStrv) ranges = g_strsplit(accept ? accept : "", ",", 32);
	double best = 0;
	web_lang lang = WEB_ZH;

	for (char **range = ranges; *range; range++) {
		const char *tag = g_strstrip(*range), *q = strchr(tag, ';');
		double weight;
		gboolean zh = !g_ascii_strncasecmp(tag, "zh", 2), en = !g_ascii_strncasecmp(tag, "en", 2);

		/* blanks may stand on either side of the semicolon */
		q = q ? strstr(q, "q=") : NULL;
		weight = q ? g_ascii_strtod(q + 2, NULL) : 1;
		if ((!zh && !en) || g_ascii_isalnum(tag[2]) || weight <= best)
			continue;
		best = weight;
		lang = en ? WEB_EN : WEB_ZH;
	}
	return lang;
}

/* Sun, 06 Nov 1994 08:49:37 GMT: the one form of date that is sent today.  Not strptime(), which
 * knows the names of months in the user's language only. */
static gint64 date_of(const char *s)
{
	static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	int day, year, hour, minute, second;
	char month[4] = "", zone[4] = "";
	const char *at;
	g_autoptr(GDateTime) date = NULL;

	if (!s || strlen(s) != 29 ||
	    sscanf(s + 5, "%2d %3[A-Za-z] %4d %2d:%2d:%2d %3[A-Z]", &day, month, &year, &hour, &minute, &second, zone) != 7)
		return -1;
	at = strlen(month) == 3 ? strstr(months, month) : NULL;
	if (!at || (at - months) % 3 || strcmp(zone, "GMT"))
		return -1;
	date = g_date_time_new_utc(year, (int)(at - months) / 3 + 1, day, hour, minute, second);
	return date ? g_date_time_to_unix(date) : -1;
}

/* Where we are, as a path of safe characters: the web server decoded it. */
static char *self_of(const char *script)
{
	g_autofree char *escaped = NULL;
	const char *path = script ? script : "";

	/* "//" at the beginning would be the name of another host */
	while (path[0] == '/' && path[1] == '/')
		path++;
	escaped = g_uri_escape_bytes((const guint8 *)path, strlen(path), "/");
	return *escaped == '/' ? g_steal_pointer(&escaped) : g_strconcat("/", escaped, NULL);
}

static gboolean is_host(const char *host)
{
	const char *port = host + strspn(host, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-");

	if (*host == '[')
		port = host + 1 + strspn(host + 1, "0123456789abcdefABCDEF:");
	if (*host == '[' && *port++ != ']')
		return FALSE;
	if (port == host || strlen(host) > 255)
		return FALSE;
	return !*port || (*port == ':' && port[1] && strlen(port) <= 6 && made_of(port + 1, "0123456789"));
}

static char *url_of(const web_wire *wire, const char *base, const char *self)
{
	if (base)
		return g_strdup(base);
	if (!wire->host || !is_host(wire->host))
		return NULL;
	return g_strconcat(wire->https ? "https://" : "http://", wire->host, self, NULL);
}

/* ---- a request ---- */

static gboolean understand(web_request *request, const web_wire *wire, GError **error)
{
	char *values[N_PARAMS] = { NULL };
	gboolean good;

	if (g_strcmp0(wire->method, "GET") && g_strcmp0(wire->method, "HEAD"))
		return fail(error, 405, "only GET and HEAD are answered");
	request->head = !strcmp(wire->method, "HEAD");
	if (wire->query && strlen(wire->query) > WEB_QUERY_STRING_MAX)
		return fail(error, 414, "the address has more than %d characters behind its question mark",
			    WEB_QUERY_STRING_MAX);
	good = take_all(values, wire->query ? wire->query : "", error);
	adopt(request, values);
	for (int i = 0; i < N_PARAMS; i++)
		g_free(values[i]);
	if (good && wire->path && *wire->path && strcmp(wire->path, "/"))
		return fail(error, 404, "there is nothing at this address");
	return good;
}

web_request *web_request_new(const web_wire *wire, const char *base, GError **error)
{
	web_request *request = g_new0(web_request, 1);

	request->page = 1;
	request->lang = lang_of(wire->accept_language);
	request->self = self_of(wire->script);
	request->url = url_of(wire, base, request->self);
	request->if_none_match = g_strdup(wire->if_none_match);
	request->if_modified_since = date_of(wire->if_modified_since);
	understand(request, wire, error);
	return request;
}

void web_request_free(web_request *request)
{
	if (!request)
		return;
	for (int i = 0; i < WEB_N_VALUES; i++)
		g_free(request->values[i]);
	g_free(request->id);
	g_free(request->self);
	g_free(request->url);
	g_free(request->if_none_match);
	g_free(request);
}

gboolean web_request_is_blank(const web_request *request)
{
	for (int i = 0; i < WEB_N_VALUES; i++)
		if (request->values[i] && i != WEB_SORT && i != WEB_EXACT && i != WEB_SYNONYMS)
			return FALSE;
	return !request->id;
}

const char *web_format_name(web_format format)
{
	return formats[format];
}
