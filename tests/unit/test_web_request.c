/* Requests: what each parameter may be, which errors have which status, and that links bring a
 * visitor back to what he asked. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "tools/web/gather.h"
#include "tools/web/link.h"
#include "tools/web/reason.h"

#define SELF "/cgi-bin/yusou.cgi"

static web_request *request_of(const char *query, GError **error)
{
	web_wire wire = { .method = "GET", .query = query, .script = SELF };

	return web_request_new(&wire, NULL, error);
}

/* ---- what is refused ---- */

static const struct {
	const char *says;
	const char *query;
	const char *message;
} refused[] = {
	{ "a percent sign at the end", "q=a%",
	  "the value of q has a percent sign without two hexadecimal digits; write %25 for the sign itself" },
	{ "a percent sign before one digit", "q=%4",
	  "the value of q has a percent sign without two hexadecimal digits; write %25 for the sign itself" },
	{ "a percent sign before a blank and a sign, which sscanf() would take", "year=% 1%+1",
	  "the value of year has a percent sign without two hexadecimal digits; write %25 for the sign itself" },
	{ "NUL", "q=a%00b", "the value of q has a control character" },
	{ "a line end", "q=a%0d%0aLocation:%20x", "the value of q has a control character" },
	{ "a tab", "region=a%09", "the value of region has a control character" },
	{ "broken UTF-8", "q=%ff", "the value of q is not valid UTF-8" },
	{ "UTF-8 cut in a character", "q=%e4%ba", "the value of q is not valid UTF-8" },
	{ "overlong UTF-8", "q=%c0%af", "the value of q is not valid UTF-8" },
	{ "a surrogate", "q=%ed%a0%80", "the value of q is not valid UTF-8" },
	{ "a repeated parameter", "q=a&q=b", "q is given more than once" },
	{ "a repeated empty parameter", "year=&year=", "year is given more than once" },
	{ "a repeated parameter in another spelling", "q=a&%71=b", "q is given more than once" },
	{ "a year of letters", "year=abcd", "'abcd' is no year; write 2023, 2021..2024 or 2021.." },
	{ "types of punctuation", "type=../table",
	  "'../table' is no type; there are publication, section, table, project, item, department, line and all" },
	{ "an order of blanks", "sort=a+b", "'a b' is no order; there are relevance, amount and year" },
	{ "page nought", "page=0", "'0' is no page; write a number from 1 to 100; narrow the search instead" },
	{ "a page too far", "page=101",
	  "'101' is no page; write a number from 1 to 100; narrow the search instead" },
	{ "a page below nought", "page=-1",
	  "'-1' is no page; write a number from 1 to 100; narrow the search instead" },
	{ "a page of more digits than fit", "page=9999999", "the value of page has 7 bytes; at most 6 are allowed" },
	{ "a format there is not", "format=xml", "'xml' is no format; write html, json, csv or atom" },
	{ "a language there is not", "lang=fr", "'fr' is no lang; write zh or en" },
	{ "an id that is a path", "id=../../etc/passwd", "'../../etc/passwd' is no id; write the id of a record" },
	{ "an id too short", "id=p1", "'p1' is no id; write the id of a record" },
	{ "a publication that is a project", "publication=paaaaaaaaaaaaaaaa",
	  "'paaaaaaaaaaaaaaaa' is no id of a publication; a search prints them" },
	{ "a switch that is neither on nor off", "exact=2", "'2' is no exact; write 0 or 1" },
};

static void what_is_wrong_is_refused_with_a_reason(void **state)
{
	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(refused); i++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(web_request) request = request_of(refused[i].query, &error);

		if (!error || web_reason_status(error) != 400 || strcmp(error->message, refused[i].message))
			fail_msg("%s: %s", refused[i].says, error ? error->message : "was accepted");
	}
}

static void a_value_may_be_so_long_and_no_longer(void **state)
{
	g_autoptr(GString) query = g_string_new("q=");
	g_autoptr(GError) error = NULL;
	g_autoptr(web_request) most = NULL, more = NULL;

	(void)state;
	for (int i = 0; i < 2048; i++)
		g_string_append_c(query, 'a');
	most = request_of(query->str, &error);
	assert_null(error);
	assert_int_equal(strlen(most->values[WEB_Q]), 2048);
	g_string_append_c(query, 'a');
	more = request_of(query->str, &error);
	assert_string_equal(error->message, "the value of q has 2049 bytes; at most 2048 are allowed");
}

static void a_query_string_too_long_is_not_looked_at(void **state)
{
	g_autofree char *query = g_strnfill(WEB_QUERY_STRING_MAX + 1, '&');
	g_autoptr(GError) error = NULL;
	g_autoptr(web_request) request = request_of(query, &error);

	(void)state;
	assert_true(g_error_matches(error, YS_REFUSAL, YS_REASON_ADDRESS_LONG));
}

static void only_get_and_head_are_answered(void **state)
{
	static const char *const methods[] = { "POST", "PUT", "get", "", "GET ", "OPTIONS" };

	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(methods); i++) {
		web_wire wire = { .method = methods[i], .query = "q=1" };
		g_autoptr(GError) error = NULL;
		g_autoptr(web_request) request = web_request_new(&wire, NULL, &error);

		assert_true(g_error_matches(error, YS_REFUSAL, YS_REASON_METHOD));
	}
}

static void other_addresses_below_the_program_are_not_there(void **state)
{
	web_wire wire = { .method = "GET", .path = "/../../etc/passwd" };
	g_autoptr(GError) error = NULL;
	g_autoptr(web_request) request = web_request_new(&wire, NULL, &error);

	(void)state;
	assert_true(g_error_matches(error, YS_REFUSAL, YS_REASON_ADDRESS_UNKNOWN));
}

/* ---- what is understood ---- */

static void a_search_is_understood(void **state)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(web_request) r = request_of(
		"q=%E9%A3%9F%E5%A0%82+%22a%26b%22&year=&kind=%e9%a2%84%e7%ae%97&utm_source=x&page=3&format=csv&&=&lang=en"
		"&sort=year&exact=0&synonyms=1",
		&error);

	(void)state;
	assert_null(error);
	assert_string_equal(r->values[WEB_Q], "食堂 \"a&b\"");
	assert_null(r->values[WEB_YEAR]);
	assert_string_equal(r->values[WEB_KIND], "预算");
	assert_string_equal(r->values[WEB_SORT], "year");
	assert_null(r->values[WEB_EXACT]);
	assert_null(r->values[WEB_SYNONYMS]);
	assert_int_equal(r->page, 3);
	assert_int_equal(r->format, WEB_CSV);
	assert_int_equal(r->lang, WEB_EN);
	assert_true(r->lang_chosen);
	assert_false(web_request_is_blank(r));
}

static void a_refused_request_still_has_its_language(void **state)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(web_request) r = request_of("page=0&lang=en", &error);

	(void)state;
	assert_non_null(error);
	assert_int_equal(r->lang, WEB_EN);
}

static void a_language_alone_asks_for_nothing(void **state)
{
	static const struct {
		const char *query;
		gboolean blank;
	} rows[] = {
		{ NULL, TRUE }, { "", TRUE }, { "lang=en", TRUE }, { "q=&year=", TRUE }, { "sort=amount&exact=1", TRUE },
		{ "year=2023", FALSE }, { "q=1", FALSE }, { "id=paaaaaaaaaaaaaaaa", FALSE },
	};

	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(web_request) r = request_of(rows[i].query, NULL);

		assert_int_equal(web_request_is_blank(r), rows[i].blank);
	}
}

static void the_browser_says_which_language(void **state)
{
	static const struct {
		const char *accept;
		web_lang lang;
	} rows[] = {
		{ NULL, WEB_ZH },
		{ "", WEB_ZH },
		{ "*", WEB_ZH },
		{ "de", WEB_ZH },
		{ "en", WEB_EN },
		{ "en-GB,en;q=0.9", WEB_EN },
		{ "en;q=0.8, zh-CN;q=0.9", WEB_ZH },
		{ "zh;q=0.3,en;q=0.5", WEB_EN },
		{ "de,en;q=0.1", WEB_EN },
		{ "en;q=0", WEB_ZH },
		{ "en; q=0.5, zh;q=0.9", WEB_ZH },
		{ "zh ;q=0.3,en ; q=0.5", WEB_EN },
		{ "eng", WEB_ZH },
		{ ",,;q=,=;q=nan", WEB_ZH },
	};

	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		web_wire wire = { .method = "GET", .accept_language = rows[i].accept };
		g_autoptr(web_request) r = web_request_new(&wire, NULL, NULL);

		if (r->lang != rows[i].lang)
			fail_msg("%s", rows[i].accept ? rows[i].accept : "none");
	}
}

static void a_date_is_of_one_form(void **state)
{
	static const struct {
		const char *date;
		gint64 seconds;
	} rows[] = {
		{ "Sun, 06 Nov 1994 08:49:37 GMT", 784111777 },
		{ "Thu, 01 Jan 1970 00:00:00 GMT", 0 },
		{ NULL, -1 },
		{ "", -1 },
		{ "Sunday, 06-Nov-94 08:49:37 GMT", -1 },
		{ "Sun, 06 Nob 1994 08:49:37 GMT", -1 },
		{ "Sun, 06 ovD 1994 08:49:37 GMT", -1 },
		{ "Sun, 36 Nov 1994 08:49:37 GMT", -1 },
		{ "Sun, 06 Nov 1994 08:49:37 CET", -1 },
	};

	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		web_wire wire = { .method = "GET", .if_modified_since = rows[i].date };
		g_autoptr(web_request) r = web_request_new(&wire, NULL, NULL);

		assert_int_equal(r->if_modified_since, rows[i].seconds);
	}
}

/* ---- where we are ---- */

static const struct {
	const char *says;
	const char *script, *host, *base;
	gboolean https;
	const char *self, *url;
} places[] = {
	{ "as the visitor called it", SELF, "budget.example", NULL, FALSE, SELF, "http://budget.example" SELF },
	{ "with a port and a certificate", SELF, "budget.example:8443", NULL, TRUE, SELF,
	  "https://budget.example:8443" SELF },
	{ "an address of version 6", "", "[::1]:80", NULL, FALSE, "/", "http://[::1]:80/" },
	{ "as the site says", SELF, "other.example", "https://a.example/b", FALSE, SELF, "https://a.example/b" },
	{ "no host", SELF, NULL, NULL, FALSE, SELF, NULL },
	{ "a host with a path", SELF, "a/b", NULL, FALSE, SELF, NULL },
	{ "a host with a user", SELF, "a@b", NULL, FALSE, SELF, NULL },
	{ "a host with a line end", SELF, "a\r\nb", NULL, FALSE, SELF, NULL },
	{ "a host of no name", SELF, ":80", NULL, FALSE, SELF, NULL },
	{ "a port of letters", SELF, "a:b", NULL, FALSE, SELF, NULL },
	{ "a path that would name another host", "//evil.example/", NULL, NULL, FALSE, "/evil.example/", NULL },
	{ "a path with a quotation mark", "/a\"b c", NULL, NULL, FALSE, "/a%22b%20c", NULL },
	{ "a path without a beginning", "javascript:x", NULL, NULL, FALSE, "/javascript%3Ax", NULL },
};

static void where_we_are_is_safe_to_write(void **state)
{
	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
		web_wire wire = { .method = "GET", .script = places[i].script, .host = places[i].host,
				  .https = places[i].https };
		g_autoptr(web_request) r = web_request_new(&wire, places[i].base, NULL);

		if (strcmp(r->self, places[i].self) || g_strcmp0(r->url, places[i].url))
			fail_msg("%s: %s %s", places[i].says, r->self, r->url ? r->url : "none");
	}
}

/* ---- links ---- */

static void assert_link(char *link, const char *expected)
{
	g_autofree char *owned = link;

	assert_string_equal(owned, expected);
}

static void links_keep_what_was_asked(void **state)
{
	g_autoptr(web_request) r = request_of("q=a%26b&region=x&page=4&sort=amount", NULL);
	g_autoptr(web_request) en = request_of("q=a&lang=en", NULL);
	g_autoptr(web_request) record = request_of("id=paaaaaaaaaaaaaaaa", NULL);

	(void)state;
	assert_link(web_link_with(r, WEB_YEAR, "2021..2024"), SELF "?q=a%26b&year=2021..2024&region=x&sort=amount");
	assert_link(web_link_with(r, WEB_REGION, NULL), SELF "?q=a%26b&sort=amount");
	assert_link(web_link_page(r, 5), SELF "?q=a%26b&region=x&sort=amount&page=5");
	assert_link(web_link_page(r, 1), SELF "?q=a%26b&region=x&sort=amount");
	assert_link(web_link_format(r, WEB_CSV), SELF "?q=a%26b&region=x&sort=amount&format=csv");
	assert_link(web_link_lang(r, WEB_EN), SELF "?q=a%26b&region=x&sort=amount&page=4&lang=en");
	assert_link(web_link_with(en, WEB_Q, "食"), SELF "?q=%E9%A3%9F&lang=en");
	assert_link(web_link_record(en, "pbbbbbbbbbbbbbbbb"), SELF "?id=pbbbbbbbbbbbbbbbb&lang=en");
	assert_link(web_link_record(r, ""), SELF);
	assert_link(web_link_search(r, WEB_Q, "1+1"), SELF "?q=1%2B1");
	assert_link(web_link_format(record, WEB_JSON), SELF "?id=paaaaaaaaaaaaaaaa&format=json");
	assert_link(web_url_record(r, "pbbbbbbbbbbbbbbbb"), SELF "?id=pbbbbbbbbbbbbbbbb");
}

static void a_link_is_read_as_it_was_meant(void **state)
{
	static const char *const values[] = { "食堂 \"公务\"", "a&b=c", "100%", "+", "#?/", "<script>'" };

	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(values); i++) {
		g_autoptr(web_request) first = request_of("", NULL), again = NULL;
		g_autofree char *link = web_link_with(first, WEB_Q, values[i]);
		g_autoptr(GError) error = NULL;

		again = request_of(strchr(link, '?') + 1, &error);
		assert_null(error);
		assert_string_equal(again->values[WEB_Q], values[i]);
	}
}

/* ---- the search ---- */

static void a_request_becomes_a_query(void **state)
{
	g_autoptr(web_request) r = request_of("q=食堂&year=2023&type=table&sort=amount&page=3&exact=1&synonyms=0", NULL);
	g_autoptr(GError) error = NULL;
	g_autoptr(ys_query) query = gather_query(r, 20, &error);

	(void)state;
	assert_null(error);
	assert_string_equal(query->text, "食堂");
	assert_int_equal(query->limit, 20);
	assert_int_equal(query->offset, 40);
	assert_int_equal(query->types, 1u << YS_TABLE);
	assert_int_equal(query->sort, YS_SORT_AMOUNT);
	assert_true(query->exact && query->no_synonyms && query->facets);
}

static void a_request_that_is_no_query_says_why(void **state)
{
	static const struct {
		const char *query, *message;
	} rows[] = {
		{ "q=+", "there is nothing to look for: name words or a filter" },
		{ "kind=x", "'x' is no kind; there are 预算, 决算 and 其他" },
		{ "year=2024..2021", "the years 2024..2021 run backwards" },
		{ "q=year:x", "character 6 of the query: 'x' is no year; write 2023, 2021..2024 or 2021.." },
	};

	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(web_request) r = request_of(rows[i].query, NULL);
		g_autoptr(GError) error = NULL;

		assert_null(gather_query(r, 20, &error));
		assert_string_equal(error->message, rows[i].message);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_wrong_is_refused_with_a_reason),
		cmocka_unit_test(a_value_may_be_so_long_and_no_longer),
		cmocka_unit_test(a_query_string_too_long_is_not_looked_at),
		cmocka_unit_test(only_get_and_head_are_answered),
		cmocka_unit_test(other_addresses_below_the_program_are_not_there),
		cmocka_unit_test(a_search_is_understood),
		cmocka_unit_test(a_refused_request_still_has_its_language),
		cmocka_unit_test(a_language_alone_asks_for_nothing),
		cmocka_unit_test(the_browser_says_which_language),
		cmocka_unit_test(a_date_is_of_one_form),
		cmocka_unit_test(where_we_are_is_safe_to_write),
		cmocka_unit_test(links_keep_what_was_asked),
		cmocka_unit_test(a_link_is_read_as_it_was_meant),
		cmocka_unit_test(a_request_becomes_a_query),
		cmocka_unit_test(a_request_that_is_no_query_says_why),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
