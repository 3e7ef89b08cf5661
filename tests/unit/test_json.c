#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "src/json.h"

/* A value in a notation of its own, so that reading is not compared with writing. */
static void append(GString *out, const ys_json *value)
{
	if (value->key)
		g_string_append_printf(out, "%s=", value->key);
	switch (value->kind) {
	case YS_JSON_NULL:
		g_string_append_c(out, '-');
		break;
	case YS_JSON_BOOLEAN:
		g_string_append_c(out, value->integer ? 't' : 'f');
		break;
	case YS_JSON_INTEGER:
		g_string_append_printf(out, "%" G_GINT64_FORMAT, value->integer);
		break;
	case YS_JSON_REAL:
		g_string_append_c(out, 'r');
		break;
	case YS_JSON_STRING:
		g_string_append_printf(out, "'%s'", value->string);
		break;
	default:
		g_string_append_printf(out, "%s%u", value->kind == YS_JSON_MAP ? "map" : "list", value->size);
		for (const ys_json *inner = value->first; inner; inner = inner->next) {
			g_string_append_c(out, inner == value->first ? '(' : ' ');
			append(out, inner);
		}
		g_string_append(out, value->first ? ")" : "");
	}
}

static const struct {
	const char *text;
	const char *expected;   /* NULL: refused */
} rows[] = {
	{ "null", "-" },
	{ " true ", "t" },
	{ "false", "f" },
	{ "0", "0" },
	{ "-0", "0" },
	{ "-763", "-763" },
	{ "9223372036854775807", "9223372036854775807" },
	{ "-9223372036854775808", "-9223372036854775808" },
	{ "1.5", "r" },
	{ "-1e+30", "r" },
	{ "\"\"", "''" },
	{ "\"政务云 \\\"\\\\\\/\\b\\f\\n\\r\\t\"", "'政务云 \"\\/\b\f\n\r\t'" },
	{ "\"\\u4e91a\\u00e9\\ud83d\\ude00\"", "'云aé😀'" },
	{ "[]", "list0" },
	{ "[ ]", "list0" },
	{ "{}", "map0" },
	{ "[1,[2,[]],{\"a\":null}]", "list3(1 list2(2 list0) map1(a=-))" },
	{ "{ \"a\" : 1 , \"b\" : [ \"x\" , true ] }", "map2(a=1 b=list2('x' t))" },
	{ "", NULL },
	{ " ", NULL },
	{ "nul", NULL },
	{ "truer", NULL },
	{ "1 2", NULL },
	{ "01", NULL },
	{ "-", NULL },
	{ "+1", NULL },
	{ "1.", NULL },
	{ "1e", NULL },
	{ ".5", NULL },
	{ "9223372036854775808", NULL },
	{ "\"", NULL },
	{ "\"a", NULL },
	{ "\"a\nb\"", NULL },
	{ "\"\\", NULL },
	{ "\"\\x\"", NULL },
	{ "\"\\u12\"", NULL },
	{ "\"\\u0000\"", NULL },
	{ "\"\\ud83d\"", NULL },
	{ "\"\\ud83d\\u0041\"", NULL },
	{ "\"\\ude00\"", NULL },
	{ "\"\xff\"", NULL },
	{ "[", NULL },
	{ "[1", NULL },
	{ "[1,", NULL },
	{ "[1,]", NULL },
	{ "[,1]", NULL },
	{ "[1}", NULL },
	{ "]", NULL },
	{ "{\"a\"}", NULL },
	{ "{\"a\":}", NULL },
	{ "{\"a\":1,}", NULL },
	{ "{a:1}", NULL },
	{ "{\"a\":1", NULL },
};

static void values_are_read_as_they_are_written(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		/* no byte behind it may be read */
		g_autofree char *exact = g_memdup2(rows[i].text, strlen(rows[i].text));
		g_autoptr(ys_json_text) text = ys_json_parse(exact, strlen(rows[i].text));
		g_autoptr(GString) got = g_string_new(NULL);

		if (text)
			append(got, ys_json_root(text));
		if (!text != !rows[i].expected || (text && strcmp(got->str, rows[i].expected)))
			fail_msg("%s: %s", rows[i].text, text ? got->str : "refused");
	}
}

static void a_nul_is_refused(void **state)
{
	(void)state;
	assert_null(ys_json_parse("\"a\0b\"", 5));
	assert_null(ys_json_parse("1\0", 2));
}

static void what_nests_too_deep_is_refused(void **state)
{
	g_autofree char *open = g_strnfill(65, '['), *closed = g_strnfill(65, ']');
	g_autofree char *deep = g_strconcat(open, closed, NULL);
	g_autoptr(ys_json_text) less = ys_json_parse(deep + 1, 128);

	(void)state;
	assert_null(ys_json_parse(deep, 130));
	assert_non_null(less);
}

static void members_are_found_in_any_order(void **state)
{
	static const char data[] = "{\"a\":1,\"b\":2,\"c\":3}";
	g_autoptr(ys_json_text) text = ys_json_parse(data, strlen(data));
	const ys_json *map = ys_json_root(text), *b = ys_json_member(map, "b", NULL);

	(void)state;
	assert_int_equal(b->integer, 2);
	assert_int_equal(ys_json_member(map, "c", b)->integer, 3);
	assert_int_equal(ys_json_member(map, "a", b)->integer, 1);
	assert_null(ys_json_member(map, "d", b));
	assert_null(ys_json_member(b, "a", NULL));
	assert_null(ys_json_member(NULL, "a", NULL));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_are_read_as_they_are_written),
		cmocka_unit_test(a_nul_is_refused),
		cmocka_unit_test(what_nests_too_deep_is_refused),
		cmocka_unit_test(members_are_found_in_any_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
