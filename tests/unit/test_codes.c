/* Names of codes: what is found by either, and the tables they are from. */
#include "src/codes.h"
#include "tests/unit/publication_fixture.h"

static const struct code_row {
	const char *name, *called, *codes;
} code_rows[] = {
	{ "a name that one code has", "科技条件与服务", "20605" },
	{ "one of a class", "教育支出", "205" },
	{ "one of earlier years", "行政事业单位离退休", "20805" },
	{ "one in both kinds of codes for purposes", "会议费", "30215 50202" },
	{ "brackets of another shape", "维修(护)费", "30213 50209" },
	{ "brackets and blanks that are missing", "因公出国境 费用", "30212 50207" },
	{ "quotation marks that are missing", "两房建设", "2040409" },
	{ "a name that nothing has", "火星事务", "" },
	{ "part of a name", "科技条件", "" },
	{ "nothing", "", "" },
};

static void codes_are_found_by_name(void **state)
{
	const struct code_row *row = *state;
	g_autoptr(GPtrArray) codes = ys_codes_named(row->called);
	g_autofree char *joined = NULL;

	for (guint i = 0; i < codes->len; i++)
		assert_true(ys_code_is_named(g_ptr_array_index(codes, i), row->called));
	g_ptr_array_add(codes, NULL);
	joined = g_strjoinv(" ", (char **)codes->pdata);
	assert_string_equal(joined, row->codes);
}

static void a_name_of_many_codes_finds_them_all(void **state)
{
	g_autoptr(GPtrArray) codes = ys_codes_named("机关服务");

	(void)state;
	assert_true(codes->len > 50);
	for (guint i = 0; i < codes->len; i++)
		assert_true(g_str_has_suffix(g_ptr_array_index(codes, i), "03"));
}

static void a_code_has_the_name_in_force(void **state)
{
	(void)state;
	assert_string_equal(ys_code_name("20805"), "行政事业单位养老支出");
	assert_string_equal(ys_code_name("30201"), "办公费");
	assert_null(ys_code_name("2010398"));
	assert_null(ys_code_name(""));
	assert_false(ys_code_is_named("2010301", "一般行政管理事务"));
	assert_false(ys_code_is_named("2010398", "行政运行"));
}

/* ---- the tables ---- */

typedef void (*line_fn)(const char *code, char **names, void *data);

static guint each_line(const char *file, line_fn fn, void *data)
{
	g_autofree char *path = g_build_filename(g_getenv("top_srcdir"), "data", file, NULL);
	g_autofree char *text = NULL;
	g_auto(GStrv) lines = NULL;
	guint n = 0;

	assert_true(g_file_get_contents(path, &text, NULL, NULL));
	lines = g_strsplit(text, "\n", -1);
	for (char **line = lines; *line; line++) {
		g_auto(GStrv) columns = NULL, names = NULL;

		if (!**line || **line == '#')
			continue;
		columns = g_strsplit(*line, "\t", -1);
		if (g_strv_length(columns) != 2)
			fail_msg("%s: '%s' is not a code and its names", file, *line);
		names = g_strsplit(columns[1], " ", -1);
		fn(columns[0], names, data);
		n++;
	}
	return n;
}

static void check_line(const char *code, char **names, void *data)
{
	const char *classes = data;
	gsize len = strlen(code);
	g_autofree char *above = g_strndup(code, len - 2);

	if ((len != 3 && len != 5 && len != 7) || strspn(code, "0123456789") != len || !strchr(classes, *code))
		fail_msg("%s is no code of this table", code);
	if (len > 3 && !ys_code_name(above))
		fail_msg("%s stands below no %s", code, above);
	assert_string_equal(ys_code_name(code), *names);
	for (char **name = names; *name; name++)
		if (!**name || !ys_code_is_named(code, *name))
			fail_msg("'%s' is not found as a name of %s", *name, code);
}

static void every_code_stands_below_another(void **state)
{
	(void)state;
	assert_true(each_line("functions", check_line, (void *)"2") > 1000);
	assert_true(each_line("economics", check_line, (void *)"35") > 150);
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, code_rows, codes_are_found_by_name);
	ADD_TEST(tests, a_name_of_many_codes_finds_them_all);
	ADD_TEST(tests, a_code_has_the_name_in_force);
	ADD_TEST(tests, every_code_stands_below_another);
	return run_all("codes", tests);
}
