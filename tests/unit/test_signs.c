/* Signs must stand in the original. */
#include "src/text/signs.h"
#include "tests/unit/publication_fixture.h"

static const struct signs_row {
	const char *name, *original, *typed;
	ys_signs signs;
} signs_rows[] = {
	{ "a sign behind the word", "达到35%以上", "35%", YS_SIGNS_STAND },
	{ "is missed where it is not", "达到35个", "35%", YS_SIGNS_NONE },
	{ "one before it", "办结率>95%。", ">95%", YS_SIGNS_STAND },
	{ "is not another that has it", "办结率≥95%。", ">95%", YS_SIGNS_NONE },
	{ "full-width is the same", "误差＜５％", "<5%", YS_SIGNS_STAND },
	{ "two signs are one", "购买>=4", "≥4", YS_SIGNS_STAND },
	{ "several", "用C++写成", "c++", YS_SIGNS_STAND },
	{ "fewer", "用C+写成", "C++", YS_SIGNS_NONE },
	{ "between words", "“互联网+政务服务”", "互联网+政务", YS_SIGNS_STAND },
	{ "not so where another mark separates", "互联网、政务服务", "互联网+政务", YS_SIGNS_NONE },
	{ "blanks do not count", "± 5 度", "±5", YS_SIGNS_STAND },
	{ "a later place may have it", "35个，占35%", "35%", YS_SIGNS_STAND },
	{ "a mark that is another is not as typed", "2020—2023年，25元、月", "25元/月", YS_SIGNS_OTHER },
	{ "a longer dash is a dash", "2020—2023年", "2020-2023年", YS_SIGNS_STAND },
	{ "no place at all", "别的", "35%", YS_SIGNS_NONE },
};

static void signs_are_looked_for_in_the_original(void **state)
{
	const struct signs_row *row = *state;

	assert_true(ys_signs_any(row->typed));
	assert_int_equal(ys_signs_stand(row->original, row->typed), row->signs);
}

static void other_punctuation_is_no_sign(void **state)
{
	static const char *const none[] = { "物业", "“雪亮工程”", "集体投诉、重复投诉", "国办发〔2019〕54号", "1,156.36", "" };

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(none); i++)
		if (ys_signs_any(none[i]))
			fail_msg("%s has signs", none[i]);
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, signs_rows, signs_are_looked_for_in_the_original);
	ADD_TEST(tests, other_punctuation_is_no_sign);
	return run_all("signs", tests);
}
