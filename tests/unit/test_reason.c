/* What a visitor is told when there is no answer, in both languages. */
#include "tools/web/reason.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "src/error.h"
#include "tools/web/gather.h"

static void each_reason_quotes_the_same_in_both_languages(void **state)
{
	static const char *const quoted[] = { "<typed>", "<name>", "111", "222", "{", "}" };

	(void)state;
	for (int reason = 0; reason < YS_N_REASONS; reason++) {
		g_autoptr(GError) error = NULL;
		g_autofree char *zh = NULL;

		assert_false(YS_REFUSE(&error, reason, .typed = "<typed>", .name = "<name>", .bytes = 111,
				       .max = 222));
		zh = web_reason(WEB_ZH, error);
		assert_int_equal(error->code, reason);
		assert_true(*error->message && *zh);
		for (gsize i = 0; i < G_N_ELEMENTS(quoted); i++)
			if (!strstr(error->message, quoted[i]) != !strstr(zh, quoted[i]))
				fail_msg("%s: %s", error->message, zh);
		assert_null(strchr(error->message, '{'));
	}
}

static void each_failure_is_said_in_both_languages(void **state)
{
	(void)state;
	for (int code = YS_ERROR_INPUT; code <= YS_ERROR_INTERNAL; code++) {
		g_autoptr(GError) error = g_error_new_literal(YS_ERROR, code, "/secret/path");
		g_autofree char *zh = web_reason(WEB_ZH, error), *en = web_reason(WEB_EN, error);

		assert_true(zh && *zh && strcmp(zh, en));
		assert_null(strstr(zh, "secret"));
		assert_null(strstr(en, "secret"));
		assert_int_equal(web_reason_status(error), ys_error_answer(error)->http_status);
	}
}

/* What is asked becomes a query, or is refused. */
static GError *refused(const char *method, const char *path, const char *query)
{
	const web_wire wire = { .method = method, .path = path, .query = query };
	GError *error = NULL;
	g_autoptr(web_request) request = web_request_new(&wire, NULL, &error);
	g_autoptr(ys_query) asked = error ? NULL : gather_query(request, 20, &error);

	assert_null(asked);
	return error;
}

static const struct {
	const char *query, *zh, *en;
} refusals[] = {
	{ "amount=much", "“much”不是金额，请写 100万..1亿、>=500万 或 1,156.36（不写单位即万元）。",
	  "'much' is no amount; write 100万..1亿, >=500万 or 1,156.36 (bare numbers are 万元)" },
	{ "q=食堂+(", "查询的第 4 个字符：这个括号没有配对。", "character 4 of the query: this bracket is never closed" },
	{ "q=食堂+year:20x3", "查询的第 9 个字符：“20x3”不是可用的年度，请写：2023、2021..2024 或 2021..。",
	  "character 9 of the query: '20x3' is no year; write 2023, 2021..2024 or 2021.." },
	{ "page=0", "“0”不是可用的页码，请写：1 到 100 的数；再往后请缩小查询范围。",
	  "'0' is no page; write a number from 1 to 100; narrow the search instead" },
	{ "sort=secretly+slow", "排序有 13 字节，最多 12 字节。", "the value of sort has 13 bytes; at most 12 are allowed" },
	{ "exact=yes", "“照原样”选项（exact）有 3 字节，最多 1 字节。", "the value of exact has 3 bytes; at most 1 are allowed" },
	{ "synonyms=2", "“2”不是可用的“同义说法”选项（synonyms），请写：0 或 1。", "'2' is no synonyms; write 0 or 1" },
	{ "id=&id=", "记录编号给了不止一次。", "id is given more than once" },
	{ "year:2023", "没有要查的内容：请写词语，或给出条件。", "there is nothing to look for: name words or a filter" },
	{ "q=year:2023+OR+食堂", "查询的第 1 个字符：条件和词语不能用 OR 相连，请分两次查。",
	  "character 1 of the query: a field and a word cannot be alternatives; ask twice" },
	/* what was typed looks like what we say */
	{ "kind={max}", "没有“{max}”这个种类；可用 预算、决算 和 其他。", "'{max}' is no kind; there are 预算, 决算 and 其他" },
	{ "id={typed}{name}", "“{typed}{name}”不是可用的记录编号，请写：一条记录的编号。",
	  "'{typed}{name}' is no id; write the id of a record" },
	{ "kind=%25s", "没有“%s”这个种类；可用 预算、决算 和 其他。", "'%s' is no kind; there are 预算, 决算 and 其他" },
};

static void a_refusal_is_said_in_both_languages(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(refusals); i++) {
		g_autoptr(GError) error = refused("GET", "", refusals[i].query);
		g_autofree char *zh = web_reason(WEB_ZH, error), *en = web_reason(WEB_EN, error);

		assert_string_equal(zh, refusals[i].zh);
		assert_string_equal(en, refusals[i].en);
		assert_string_equal(error->message, refusals[i].en);
		assert_int_equal(web_reason_status(error), 400);
	}
}

static void a_copy_of_a_refusal_says_the_same(void **state)
{
	GError *error = refused("GET", "", "id=&id=");
	g_autoptr(GError) copy = g_error_copy(error);
	g_autofree char *zh = NULL;

	(void)state;
	g_error_free(error);
	zh = web_reason(WEB_ZH, copy);
	assert_string_equal(zh, "记录编号给了不止一次。");
}

static void bytes_that_are_no_text_can_be_shown(void **state)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *zh = NULL;

	(void)state;
	YS_REFUSE(&error, YS_REASON_NO_KIND, .typed = "预\xe7\xae");
	zh = web_reason(WEB_ZH, error);
	assert_string_equal(zh, "没有“预��”这个种类；可用 预算、决算 和 其他。");
	assert_true(g_utf8_validate(error->message, -1, NULL));
}

static void some_refusals_have_a_status_of_their_own(void **state)
{
	g_autofree char *much = g_strnfill(WEB_QUERY_STRING_MAX + 1, 'x');
	const struct {
		const char *method, *path, *query;
		int status;
	} rows[] = {
		{ "GET", "/elsewhere", "q=x", 404 },
		{ "POST", "", "q=x", 405 },
		{ "GET", "", much, 414 },
	};

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(GError) error = refused(rows[i].method, rows[i].path, rows[i].query);

		assert_int_equal(web_reason_status(error), rows[i].status);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_reason_quotes_the_same_in_both_languages),
		cmocka_unit_test(each_failure_is_said_in_both_languages),
		cmocka_unit_test(a_refusal_is_said_in_both_languages),
		cmocka_unit_test(a_copy_of_a_refusal_says_the_same),
		cmocka_unit_test(bytes_that_are_no_text_can_be_shown),
		cmocka_unit_test(some_refusals_have_a_status_of_their_own),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
