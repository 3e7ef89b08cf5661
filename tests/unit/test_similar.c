#include "src/publication/words/similar.h"

#include "src/text/key.h"
#include "tests/unit/publication_fixture.h"

static guint score(const char *left, const char *right)
{
	g_autofree char *left_key = ys_name_key(left), *right_key = ys_name_key(right);
	ys_similar *a = ys_similar_new(left_key), *b = ys_similar_new(right_key);
	guint out = ys_similar_score(a, b);

	assert_int_equal(ys_similar_score(b, a), out);
	ys_similar_free(a);
	ys_similar_free(b);
	return out;
}

static const struct {
	const char *name, *left, *right;
	guint score;
} rows[] = {
	{ "the same is all the same", "道路养护经费", "道路养护经费", 100 },
	{ "blanks and marks do not count", "道路 养护经费。", "道路养护经费", 100 },
	{ "half of the pairs", "道路养护", "道路养老", 66 },
	{ "nothing in common", "道路养护", "热线", 0 },
	{ "one character has no pair", "路", "路", 0 },
	{ "nothing has none", "", "", 0 },
	{ "another digit is another project", "5G基站", "4G基站", 0 },
	{ "another numeral that counts too", "道路养护二期", "道路养护一期", 0 },
	{ "one behind 第 counts", "第三水厂改造", "第二水厂改造", 0 },
	{ "another word before 期 does not", "道路养护近期", "道路养护远期", 60 },
	{ "one in a word does not", "统一道路养护", "道路养护", 75 },
	{ "years are compared as years", "2022年道路养护", "2023年道路养护", 0 },
	{ "a year of one of them does not matter", "2023年度道路养护", "道路养护", 50 },
	{ "in whatever digits they are", "二〇二三年道路养护", "2023年道路养护", 50 },
	{ "without 年 they are numbers", "2023道路养护", "道路养护", 0 },
	{ "numbers on both sides of a year count", "1区2023年2期养护", "1区2023年3期养护", 0 },
};

static void two_names_are_compared(void **state)
{
	const typeof(rows[0]) *row = *state;

	assert_int_equal(score(row->left, row->right), row->score);
}

/* What counts: each numeral before each of the words that are counted. */
static void numerals_count_before_some_words(void **state)
{
	static const char numerals[] = "一二三四五六七八九十", counted[] = "期批标号级阶轮季段";

	(void)state;
	for (const char *n = numerals; *n; n = g_utf8_next_char(n))
		for (const char *c = counted; *c; c = g_utf8_next_char(c)) {
			g_autofree char *name = g_strdup_printf("道路养护%.3s%.3s", n, c);
			g_autofree char *without = g_strdup_printf("道路养护两%.3s", c);

			if (score(name, without))
				fail_msg("%s does not count", name);
		}
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, rows, two_names_are_compared);
	ADD_TEST(tests, numerals_count_before_some_words);
	return run_all("similar", tests);
}
