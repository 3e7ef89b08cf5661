#include "src/publication/words/slice.h"

#include "tests/unit/publication_fixture.h"

static const struct {
	const char *name, *text;
	int year;
	const char *rest;
} end_rows[] = {
	{ "a year is taken off the end", "云栖县2023年", 2023, "云栖县" },
	{ "with its long sign", "云栖县2023年度", 2023, "云栖县" },
	{ "with the end of it", "云栖县2023度", 2023, "云栖县" },
	{ "without any", "云栖县2023", 2023, "云栖县" },
	{ "with a mark between", "云栖县2023-年", 2023, "云栖县" },
	{ "in Han digits", "云栖县二〇二三年", 2023, "云栖县" },
	{ "digits before it are a code's", "3600352023年", 2023, "360035" },
	{ "it may be all there is", "2023", 2023, "" },
	{ "another number stays", "云栖县1234", 0, "云栖县1234" },
	{ "three digits stay", "023", 0, "023" },
	{ "words stay", "云栖县", 0, "云栖县" },
	{ "nothing stays", "", 0, "" },
}, start_rows[] = {
	{ "a year is taken off the start", "2023年度云栖县", 2023, "云栖县" },
	{ "without a sign", "2023云栖县", 2023, "云栖县" },
	{ "five digits are a code", "20231云栖县", 0, "20231云栖县" },
	{ "words stay", "云栖县", 0, "云栖县" },
};

static void a_year_is_taken_off_the_end(void **state)
{
	const typeof(end_rows[0]) *row = *state;
	ys_slice slice = ys_slice_of(row->text);
	g_autofree char *rest = NULL;

	assert_int_equal(ys_slice_drop_year_end(&slice), row->year);
	rest = g_strndup(slice.s, slice.len);
	assert_string_equal(rest, row->rest);
}

static void a_year_is_taken_off_the_start(void **state)
{
	const typeof(start_rows[0]) *row = *state;
	ys_slice slice = ys_slice_of(row->text);

	assert_int_equal(ys_slice_drop_year_start(&slice), row->year);
	assert_string_equal(slice.s, row->rest);
	assert_int_equal(slice.len, strlen(row->rest));
}

static const struct {
	const char *name, *text;
	const char *rest, *inside;      /* inside NULL: there is no bracket */
} bracket_rows[] = {
	{ "a bracket is taken off the end", "交通局（本级）", "交通局", "本级" },
	{ "a narrow one too", "交通局(本级)", "交通局", "本级" },
	{ "so are square ones", "交通局[本级]〔汇总〕", "交通局[本级]", "汇总" },
	{ "the last of a row opens it", "交通局（原（本级）", "交通局（原", "本级" },
	{ "one that was never opened stays", "交通局）", "交通局）", NULL },
	{ "one inside stays", "交通局（本级）预算", "交通局（本级）预算", NULL },
};

static void a_bracket_is_taken_off_the_end(void **state)
{
	const typeof(bracket_rows[0]) *row = *state;
	ys_slice slice = ys_slice_of(row->text), inside;
	g_autofree char *rest = NULL, *text = NULL;

	assert_int_equal(ys_slice_drop_bracket_end(&slice, &inside), row->inside != NULL);
	rest = ys_slice_dup(&slice);
	assert_string_equal(rest, row->rest);
	text = row->inside ? ys_slice_dup(&inside) : NULL;
	assert_int_equal(g_strcmp0(text, row->inside), 0);
}

static void blanks_and_punctuation_are_trimmed(void **state)
{
	static const char marks[] = " -—–_·|:：,，、.。;；/《》【】", kept[] = "(（[〔)）]〕%甲";

	(void)state;
	for (const char *p = marks; *p; p = g_utf8_next_char(p)) {
		g_autofree char *text = g_strdup_printf("%.*s%.*s甲", (int)(g_utf8_next_char(p) - p), p, 1, "-");
		g_autofree char *behind = g_strdup_printf("甲-%.*s", (int)(g_utf8_next_char(p) - p), p);
		ys_slice start = ys_slice_of(text), end = ys_slice_of(behind);

		if (!ys_slice_trim_start(&start) || start.len != strlen("甲") || !ys_slice_trim_end(&end) ||
		    end.len != strlen("甲"))
			fail_msg("%s stays", text);
	}
	for (const char *p = kept; *p; p = g_utf8_next_char(p)) {
		ys_slice slice = { p, g_utf8_next_char(p) - p };

		assert_false(ys_slice_trim_start(&slice) || ys_slice_trim_end(&slice));
	}
}

static void words_are_taken_off(void **state)
{
	static const char *const words[] = { "交通局", "局", "云栖", NULL };
	ys_slice slice = ys_slice_of("云栖县交通局"), empty = { "", 0 };

	(void)state;
	assert_true(ys_slice_holds(&slice, "县"));
	assert_false(ys_slice_holds(&slice, "市"));
	assert_string_equal(ys_slice_starts_any(&slice, words), "云栖");
	assert_string_equal(ys_slice_ends_any(&slice, words), "交通局");
	assert_true(ys_slice_drop_end_any(&slice, words));
	assert_false(ys_slice_drop_end_any(&slice, words));
	assert_int_equal(ys_slice_chars(&slice), 3);
	assert_true(ys_slice_drop_start_any(&slice, words));
	assert_false(ys_slice_drop_start(&slice, "县城"));
	assert_true(ys_slice_drop_start(&slice, "县"));
	assert_null(ys_slice_dup(&slice));
	assert_null(ys_slice_starts_any(&empty, words));
	assert_true(ys_slice_has_han(&(ys_slice){ "5G甲", 5 }));
	assert_false(ys_slice_has_han(&(ys_slice){ "5G甲", 2 }));
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, end_rows, a_year_is_taken_off_the_end);
	ADD_ROWS(tests, start_rows, a_year_is_taken_off_the_start);
	ADD_ROWS(tests, bracket_rows, a_bracket_is_taken_off_the_end);
	ADD_TEST(tests, blanks_and_punctuation_are_trimmed);
	ADD_TEST(tests, words_are_taken_off);
	return run_all("slice", tests);
}
