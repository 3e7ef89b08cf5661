#include "tools/web/reason.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "src/error.h"
#include "src/query/query.h"
#include "tools/web/request.h"

static const struct {
	const char *message, *expected;
} sentences[] = {
	{ "'much' is no amount; write 100万..1亿, >=500万 or 1,156.36 (bare numbers are 万元)",
	  "“much”不是金额，请写 100万..1亿、>=500万 或 1,156.36（不写单位即万元）。" },
	{ "character 5 of the query: this bracket is never closed", "查询的第 5 个字符：这个括号没有配对。" },
	{ "character 12 of the query: '20x3' is no year; write 2023, 2021..2024 or 2021..",
	  "查询的第 12 个字符：“20x3”不是可用的年度，请写：2023、2021..2024 或 2021..。" },
	{ "'0' is no page; write a number from 1 to 100; narrow the search instead",
	  "“0”不是可用的页码，请写：1 到 100 的数；再往后请缩小查询范围。" },
	{ "the value of q has 9 bytes; at most 8 are allowed", "查询词有 9 字节，最多 8 字节。" },
	/* what was typed looks like what we say */
	{ "'x' is no year; write y' is no id; write the id of a record",
	  "“x' is no year; write y”不是可用的记录编号，请写：一条记录的编号。" },
	{ "'character 3 of the query: ' is no kind; there are 预算, 决算 and 其他",
	  "没有“character 3 of the query: ”这个种类；可用 预算、决算 和 其他。" },
	{ "the years %u %s run backwards", "年度“%u %s”先后颠倒了。" },
	{ "the years  run backwards", "年度“”先后颠倒了。" },
	/* anything else */
	{ "", NULL },
	{ "character 5 of the query: ", NULL },
	{ "character 5 of the query: what nobody says", NULL },
	{ "character x of the query: this bracket is never closed", NULL },
	{ "this bracket is never closed, or is it", NULL },
	{ "see: this bracket is never closed", NULL },
	{ "more than many words", NULL },
	{ "the value of colour is not valid UTF-8", NULL },
};

static void a_message_is_said_in_chinese_or_not_at_all(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(sentences); i++) {
		g_autofree char *sentence = web_reason_zh(sentences[i].message);

		if (g_strcmp0(sentence, sentences[i].expected))
			fail_msg("%s: %s", sentences[i].message, sentence ? sentence : "not known");
	}
}

static void every_answer_to_a_failure_is_known(void **state)
{
	(void)state;
	for (int code = YS_ERROR_INPUT; code <= YS_ERROR_INTERNAL; code++) {
		g_autoptr(GError) error = g_error_new_literal(YS_ERROR, code, "");
		g_autofree char *sentence = web_reason_zh(ys_error_answer(error)->visitor);

		if (!sentence)
			fail_msg("tools/web/reason.c lacks: %s", ys_error_answer(error)->visitor);
	}
}

/* ---- what the sources say ---- */

/* Where messages are made that a visitor sees. */
static const char *const sources[] = {
	"src/query/filter.c", "src/query/parse.c",   "src/query/query.c",
	"tools/web/gather.c", "tools/web/handler.c", "tools/web/request.c",
};

/* These hand on what is looked at where it is made. */
static const char *const wrappers[] = { "%s", "character %u of the query: %s" };

static gboolean is_wrapper(const char *format)
{
	for (gsize i = 0; i < G_N_ELEMENTS(wrappers); i++)
		if (!strcmp(format, wrappers[i]))
			return TRUE;
	return FALSE;
}

static char *read_source(const char *name)
{
	g_autofree char *path = g_build_filename(g_getenv("top_srcdir"), name, NULL);
	char *text;

	if (!g_file_get_contents(path, &text, NULL, NULL))
		fail_msg("%s cannot be read", path);
	return text;
}

/* The literals that follow each other from the quotation mark at s, as one. */
static char *literal_at(const char *s)
{
	g_autoptr(GString) raw = g_string_new(NULL);

	while (*s == '"') {
		const char *end = s + 1;

		while (*end != '"')
			end += *end == '\\' ? 2 : 1;
		g_string_append_len(raw, s + 1, end - s - 1);
		for (s = end + 1; g_ascii_isspace(*s); s++)
			;
	}
	return g_strcompress(raw->str);
}

/* "is no type" with typed text, one of our words or a number where the format has it; word
 * decides which. */
static char *fill(const char *format, const char *const *samples)
{
	g_autoptr(GRegex) hole = g_regex_new("%(\\.\\*s|s|u|d|zu|%)", 0, 0, NULL);
	g_auto(GStrv) parts = g_regex_split(hole, format, 0);
	g_autoptr(GString) out = g_string_new(NULL);

	/* text and holes by turns */
	for (guint i = 0; parts[i]; i++) {
		if (i % 2 == 0)
			g_string_append(out, parts[i]);
		else if (!strcmp(parts[i], "%"))
			g_string_append_c(out, '%');
		else if (strchr(parts[i], 's'))
			g_string_append(out, *samples++);
		else
			g_string_append(out, "7");
	}
	return g_string_free(g_steal_pointer(&out), FALSE);
}

/* In one of the ways in which its holes are filled the format is known. */
static gboolean is_known(const char *format)
{
	static const char *const samples[] = { "typed", "year", "zh or en", "alternatives" };
	const guint n = G_N_ELEMENTS(samples);

	for (guint i = 0; i < n * n * n; i++) {
		const char *chosen[] = { samples[i % n], samples[i / n % n], samples[i / n / n], "", "" };
		g_autofree char *message = fill(format, chosen);
		g_autofree char *sentence = web_reason_zh(message);

		if (sentence)
			return TRUE;
	}
	return FALSE;
}

/* The end of the call whose bracket opens at s. */
static const char *call_end(const char *s)
{
	int open = 0;

	for (; *s; s++) {
		if (*s == '"') {
			for (s++; *s != '"'; s++)
				s += *s == '\\';
		} else if (*s == '(') {
			open++;
		} else if (*s == ')' && !--open) {
			return s;
		}
	}
	return s;
}

static guint check_source(const char *name)
{
	g_autofree char *text = read_source(name);
	g_autoptr(GRegex) calls = g_regex_new("\\b(?:fail|invalid|refuse|g_set_error|g_set_error_literal)(?=\\()|"
					      "^static const char no_\\w+\\[\\] = (?=\")",
					      G_REGEX_MULTILINE, 0, NULL);
	g_autoptr(GMatchInfo) found = NULL;
	guint n = 0;

	for (g_regex_match(calls, text, 0, &found); g_match_info_matches(found); g_match_info_next(found, NULL)) {
		const char *literal, *end;
		g_autofree char *format = NULL, *call = NULL;
		int at;

		g_match_info_fetch_pos(found, 0, NULL, &at);
		end = text[at] == '"' ? text + at : call_end(text + at);
		literal = text[at] == '"' ? text + at : memchr(text + at, '"', end - text - at);
		call = g_strndup(text + at, end - text - at);
		/* one that declares, one that hands on, and one whose message is a constant of above */
		if (!literal && (strchr(call, '*') || strstr(call, "_ERROR") || strstr(call, "no_")))
			continue;
		if (!literal)
			fail_msg("%s: this test does not see what %s) says", name, call);
		format = literal_at(literal);
		n++;
		if (!is_wrapper(format) && !is_known(format))
			fail_msg("tools/web/reason.c lacks what %s says: %s", name, format);
	}
	return n;
}

static void every_message_of_the_sources_is_known(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(sources); i++)
		if (!check_source(sources[i]))
			fail_msg("%s says nothing", sources[i]);
}

/* ---- what requests provoke ---- */

static void check_message(const GError *error)
{
	g_autofree char *sentence = web_reason_zh(error->message);

	if (!sentence)
		fail_msg("tools/web/reason.c lacks: %s", error->message);
}

static GError *refused(const char *query)
{
	const web_wire wire = { .method = "GET", .query = query };
	GError *error = NULL;
	web_request *request = web_request_new(&wire, NULL, &error);

	web_request_free(request);
	return error;
}

/* Names of all parameters, from the table in tools/web/request.c. */
static GPtrArray *parameters(void)
{
	g_autofree char *text = read_source("tools/web/request.c");
	g_autoptr(GRegex) row = g_regex_new("\\] = \\{ \"([a-z]+)\", \\w+, \\w+, \"", 0, 0, NULL);
	g_autoptr(GMatchInfo) found = NULL;
	GPtrArray *names = g_ptr_array_new_with_free_func(g_free);

	for (g_regex_match(row, text, 0, &found); g_match_info_matches(found); g_match_info_next(found, NULL))
		g_ptr_array_add(names, g_match_info_fetch(found, 1));
	assert_true(names->len > WEB_N_VALUES);
	return names;
}

static void whatever_is_wrong_with_a_parameter_is_known(void **state)
{
	static const char *const values[] = { "NAME=!", "NAME=%ff", "NAME=%01", "NAME=%", "NAME=&NAME=" };
	g_autoptr(GPtrArray) names = parameters();
	g_autofree char *much = g_strnfill(3000, '7');

	(void)state;
	for (guint i = 0; i < names->len; i++) {
		const char *name = g_ptr_array_index(names, i);
		g_autofree char *long_one = g_strdup_printf("%s=%s", name, much);
		g_autoptr(GError) too_long = refused(long_one);

		assert_non_null(too_long);
		check_message(too_long);
		for (gsize k = 0; k < G_N_ELEMENTS(values); k++) {
			g_auto(GStrv) parts = g_strsplit(values[k], "NAME", -1);
			g_autofree char *query = g_strjoinv(name, parts);
			g_autoptr(GError) error = refused(query);

			/* "!" is text as good as any where text is wanted */
			if (error)
				check_message(error);
			else
				assert_int_equal(k, 0);
		}
	}
}

static void words_that_fill_messages_of_queries_are_known(void **state)
{
	static const char *const texts[] = { "year:2023 OR 食堂", "-(year:2023 食堂)" };

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
		g_autoptr(ys_query) query = ys_query_new();
		g_autoptr(GError) error = NULL;

		assert_false(ys_query_set_text(query, texts[i], &error));
		check_message(error);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_message_is_said_in_chinese_or_not_at_all),
		cmocka_unit_test(every_answer_to_a_failure_is_known),
		cmocka_unit_test(every_message_of_the_sources_is_known),
		cmocka_unit_test(whatever_is_wrong_with_a_parameter_is_known),
		cmocka_unit_test(words_that_fill_messages_of_queries_are_known),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
