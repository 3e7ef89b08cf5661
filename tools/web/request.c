#include "tools/web/request.h"

#include <stdio.h>
#include <string.h>

/* Bytes of a value that names something. */
#define NAME_MAX_BYTES 300

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
	return made_of(s, "0123456789.<>=,");
}

static gboolean a_list_of_types(const char *s)
{
	return made_of(s, "abcdefghijklmnopqrstuvwxyz,");
}

static gboolean an_order(const char *s)
{
	return !strcmp(s, "relevance") || !strcmp(s, "amount") || !strcmp(s, "year") || !strcmp(s, "group") ||
	       !strcmp(s, "change");
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

static gboolean a_table(const char *s)
{
	guint64 number;

	return g_ascii_string_to_unsigned(s, 10, 1, WEB_TABLE_MAX, &number, NULL);
}

static const char *const views[WEB_N_VIEWS] = { NULL, "help", "compare", "coverage" };

static web_view_name view_named(const char *s)
{
	for (int i = WEB_VIEW_NONE + 1; i < WEB_N_VIEWS; i++)
		if (!strcmp(s, views[i]))
			return (web_view_name)i;
	return WEB_VIEW_NONE;
}

static gboolean a_view(const char *s)
{
	return view_named(s) != WEB_VIEW_NONE;
}

static gboolean all_or_not(const char *s)
{
	return !strcmp(s, "all");
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
	COLUMNS,
	VIEW,
	TABLE,
	N_PARAMS
};

static const struct {
	const char *name, *zh;  /* as it is called in Chinese sentences */
	gsize max;
	shape_fn shape;
	ys_reason reason;       /* to refuse what has another shape; YS_N_REASONS: nothing has */
} params[N_PARAMS] = {
	[WEB_Q] = { "q", "查询词", 2048, any_text, YS_N_REASONS },
	[WEB_YEAR] = { "year", "年度", 64, a_range_of_years, YS_REASON_NO_YEAR },
	[WEB_REGION] = { "region", "地区", NAME_MAX_BYTES, any_text, YS_N_REASONS },
	[WEB_KIND] = { "kind", "种类", 64, any_text, YS_N_REASONS },
	[WEB_DEPARTMENT] = { "department", "部门", NAME_MAX_BYTES, any_text, YS_N_REASONS },
	[WEB_TYPE] = { "type", "类型", 64, a_list_of_types, YS_REASON_NO_TYPE },
	[WEB_AMOUNT] = { "amount", "金额", 64, any_text, YS_N_REASONS },
	[WEB_PUBLICATION] = { "publication", "公开文件", 24, a_publication, YS_REASON_NO_PUBLICATION },
	[WEB_SORT] = { "sort", "排序", 12, an_order, YS_REASON_NO_ORDER },
	[WEB_EXACT] = { "exact", "“照原样”选项（exact）", 1, a_switch, YS_REASON_NO_SWITCH },
	[WEB_LITERAL] = { "literal", "“按字面”选项（literal）", 1, a_switch, YS_REASON_NO_SWITCH },
	[WEB_SYNONYMS] = { "synonyms", "“同义说法”选项（synonyms）", 1, a_switch, YS_REASON_NO_SWITCH },
	[WEB_LIMIT] = { "limit", "每页条数", 6, a_page, YS_REASON_NO_NUMBER },
	[WEB_FACETS] = { "facets", "分类", 12, all_or_not, YS_REASON_NO_ALL },
	[WEB_BY] = { "by", "比较的方式（by）", 100, any_text, YS_N_REASONS },
	[WEB_OF] = { "of", "比较的内容（of）", 20, any_text, YS_N_REASONS },
	[WEB_MEASURE] = { "measure", "口径", 40, any_text, YS_N_REASONS },
	[WEB_MATCH] = { "match", "查找范围（match）", 20, any_text, YS_N_REASONS },
	[WEB_CELL] = { "cell", "格", 2048, any_text, YS_N_REASONS },
	[PAGE] = { "page", "页码", 6, a_page, YS_REASON_NO_PAGE },
	[FORMAT] = { "format", "格式", 12, a_format, YS_REASON_NO_FORMAT },
	[LANG] = { "lang", "语言", 2, a_language, YS_REASON_NO_LANG },
	[ID] = { "id", "记录编号", 24, an_id, YS_REASON_NO_ID },
	[TABLE] = { "table", "表号", 6, a_table, YS_REASON_NO_NUMBER },
	[VIEW] = { "view", "页面", 12, a_view, YS_REASON_NO_VIEW },
	[COLUMNS] = { "columns", "列", 12, all_or_not, YS_REASON_NO_ALL },
};

const char *web_value_name(web_value value)
{
	return params[value].name;
}

const char *web_parameter_zh(const char *name)
{
	for (int i = 0; i < N_PARAMS; i++)
		if (!g_strcmp0(name, params[i].name))
			return params[i].zh;
	return name;
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
		return YS_REFUSE(error, YS_REASON_VALUE_LONG, .name = name, .bytes = text->len,
				 .max = params[param].max);
	if (has_control(text))
		return YS_REFUSE(error, YS_REASON_VALUE_CONTROL, .name = name);
	if (!g_utf8_validate(text->str, text->len, NULL))
		return YS_REFUSE(error, YS_REASON_VALUE_UTF8, .name = name);
	/* those of them that say how much there may be count pages, and hits of one */
	if (text->len && !params[param].shape(text->str))
		return YS_REFUSE(error, params[param].reason, .typed = text->str, .name = name,
				 .max = param == TABLE ? WEB_TABLE_MAX : WEB_PAGE_MAX);
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
		return YS_REFUSE(error, YS_REASON_VALUE_PERCENT, .name = params[param].name);
	if (values[param])
		return YS_REFUSE(error, YS_REASON_VALUE_TWICE, .name = params[param].name);
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
	if (request->values[WEB_LIMIT])
		request->limit = (guint)g_ascii_strtoull(request->values[WEB_LIMIT], NULL, 10);
	if (values[TABLE] && *values[TABLE])
		request->table = (guint)g_ascii_strtoull(values[TABLE], NULL, 10);
	request->view = values[VIEW] && *values[VIEW] ? view_named(values[VIEW]) : WEB_VIEW_NONE;
	/* of a comparison alone: nothing else is to carry them on */
	for (int i = WEB_BY; i <= WEB_CELL && request->view != WEB_VIEW_COMPARE; i++)
		g_clear_pointer(&request->values[i], g_free);
	request->all_columns = values[COLUMNS] && *values[COLUMNS];
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
		return YS_REFUSE(error, YS_REASON_METHOD);
	request->head = !strcmp(wire->method, "HEAD");
	if (wire->query && strlen(wire->query) > WEB_QUERY_STRING_MAX)
		return YS_REFUSE(error, YS_REASON_ADDRESS_LONG, .max = WEB_QUERY_STRING_MAX);
	good = take_all(values, wire->query ? wire->query : "", error);
	adopt(request, values);
	for (int i = 0; i < N_PARAMS; i++)
		g_free(values[i]);
	if (good && wire->path && *wire->path && strcmp(wire->path, "/"))
		return YS_REFUSE(error, YS_REASON_ADDRESS_UNKNOWN);
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
		if (request->values[i] && i != WEB_SORT && i < WEB_EXACT)
			return FALSE;
	return !request->id;
}

const char *web_view_text(web_view_name view)
{
	return views[view];
}

const char *web_format_name(web_format format)
{
	return formats[format];
}
