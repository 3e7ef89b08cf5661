/* A request as it comes over the wire: lines of METHOD, path, query string, then headers.  What is
 * understood is safe to use and to write into links; what is refused has a status and a
 * sentence, in Chinese too. */
#include "tests/fuzz/fuzz.h"

#include <string.h>

#include "src/output/escape.h"
#include "tools/web/gather.h"
#include "tools/web/link.h"
#include "tools/web/reason.h"

enum { METHOD, PATH, QUERY, SCRIPT, HOST, LANGUAGE, ETAG, SINCE, N_LINES };

static void check_link(char *link, const char *begins)
{
	g_autofree char *owned = link;

	g_assert_true(g_str_has_prefix(owned, begins));
	for (const char *c = owned; *c; c++)
		g_assert_true(g_ascii_isalnum(*c) || strchr("-._~/%?&=:[]", *c));
}

static void check_links(const web_request *request)
{
	const char *url = request->url ? request->url : request->self;

	g_assert_true(*request->self == '/' && request->self[1] != '/');
	check_link(web_link_with(request, WEB_YEAR, "<\"'&>"), request->self);
	check_link(web_link_page(request, 3), request->self);
	check_link(web_link_format(request, WEB_CSV), request->self);
	check_link(web_link_lang(request, WEB_EN), request->self);
	check_link(web_link_record(request, "p'\"<"), request->self);
	check_link(web_url_format(request, WEB_ATOM), url);
}

static void check_values(const web_request *request)
{
	for (int i = 0; i < WEB_N_VALUES; i++) {
		const char *value = request->values[i];

		g_assert_true(!value || (*value && g_utf8_validate(value, -1, NULL)));
		for (const char *c = value; c && *c; c++)
			g_assert_true((guchar)*c >= 0x20);
	}
	g_assert_cmpuint(request->page, >=, 1);
	g_assert_cmpuint(request->page, <=, WEB_PAGE_MAX);
	g_assert_true(!request->id || ys_record_type_of_id(request->id) != YS_N_TYPES);
}

static void check_reason(const GError *error)
{
	g_autofree char *chinese = web_reason(WEB_ZH, error);
	int status = web_reason_status(error);

	check_refusal(error);
	g_assert_true(*chinese && g_utf8_validate(chinese, -1, NULL));
	g_assert_true(status == 400 || status == 404 || status == 405 || status == 414);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autofree char *text = g_strndup((const char *)data, size);
	g_auto(GStrv) lines = g_strsplit(text, "\n", N_LINES);
	const char *given[N_LINES] = { NULL };
	g_autoptr(GError) error = NULL;
	g_autoptr(web_request) request = NULL;
	web_wire wire;

	for (int i = 0; i < N_LINES && lines[i]; i++)
		given[i] = lines[i];
	wire = (web_wire){ .method = given[METHOD], .path = given[PATH], .query = given[QUERY],
			   .script = given[SCRIPT], .host = given[HOST], .accept_language = given[LANGUAGE],
			   .if_none_match = given[ETAG], .if_modified_since = given[SINCE] };
	request = web_request_new(&wire, NULL, &error);
	g_assert_nonnull(request);
	check_values(request);
	check_links(request);
	if (error) {
		check_reason(error);
	} else if (!web_request_is_blank(request)) {
		g_autoptr(ys_query) query = gather_query(request, PAGE_HITS, &error);

		if (!query)
			check_reason(error);
	}
	return 0;
}
