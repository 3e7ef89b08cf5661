#include "src/year.h"

#include "tests/unit/publication_fixture.h"

static const struct {
	const char *name, *text;
	int year;
	const char *behind;     /* what follows the year */
} begin_rows[] = {
	{ "four digits are a year", "2023", 2023, "" },
	{ "年 belongs to it", "2023年预算", 2023, "预算" },
	{ "so does 年度", "2023年度预算", 2023, "预算" },
	{ "and 度 alone", "2023度预算", 2023, "预算" },
	{ "full-width digits are digits", "２０２３年", 2023, "" },
	{ "so are Han ones", "二〇二三年度部门", 2023, "部门" },
	{ "all of them", "一九四九年", 1949, "" },
	{ "and the others", "二〇五六年", 2056, "" },
	{ "seven and eight", "二〇七八年", 2078, "" },
	{ "what is typed for 〇 is one", "二○二零年", 2020, "" },
	{ "even a letter", "2O21年", 2021, "" },
	{ "the first year", "1949", 1949, "" },
	{ "the one before is none", "1948", 0, "1948" },
	{ "the last year", "2099年", 2099, "" },
	{ "the one behind is none", "2100年", 0, "2100年" },
	{ "a fifth digit makes a code of it", "20231", 0, "20231" },
	{ "a Han one too", "二〇二三一", 0, "二〇二三一" },
	{ "three digits are none", "202年", 0, "202年" },
	{ "four digits may be anything", "1234年", 0, "1234年" },
	{ "a word is none", "政务云", 0, "政务云" },
	{ "nothing is none", "", 0, "" },
};

static void a_text_begins_with_a_year(void **state)
{
	const typeof(begin_rows[0]) *row = *state;
	ys_year found = ys_year_at(row->text, -1);

	assert_int_equal(found.year, row->year);
	assert_int_equal(found.start, 0);
	assert_string_equal(row->text + found.len, row->behind);
	assert_int_equal(ys_year_of(row->text), *row->behind ? 0 : row->year);
}

static const struct {
	const char *name, *text;
	int year;
	const char *before, *behind;
} inside_rows[] = {
	{ "a year stands inside a name", "阳城县2023年度部门决算", 2023, "阳城县", "部门决算" },
	{ "the first one counts", "比2021年增加，2022年减少", 2021, "比", "增加，2022年减少" },
	{ "without 年 it is no year there", "表2023，2022年", 2022, "表2023，", "" },
	{ "nor with 度 only", "2023度", 0, "", "2023度" },
	{ "digits before it are a code", "1012023年部门", 2023, "101", "部门" },
	{ "another word with 年 goes before", "全年和二〇二三年", 2023, "全年和", "" },
	{ "too few digits are none", "近3年", 0, "", "近3年" },
	{ "a year that is none is passed", "第1234年，2023年", 2023, "第1234年，", "" },
	{ "nothing holds none", "", 0, "", "" },
};

static void a_text_holds_a_year(void **state)
{
	const typeof(inside_rows[0]) *row = *state;
	ys_year found = ys_year_find(row->text, -1);

	assert_int_equal(found.year, row->year);
	assert_int_equal(found.start, strlen(row->before));
	assert_string_equal(row->text + found.start + found.len, row->behind);
}

static void only_the_given_bytes_are_read(void **state)
{
	(void)state;
	assert_int_equal(ys_year_at("2023年", 3).year, 0);
	assert_int_equal(ys_year_at("20231", 4).year, 2023);
	assert_int_equal(ys_year_at("2023年", 4).len, 4);
	assert_int_equal(ys_year_at("2023年度", strlen("2023年")).len, strlen("2023年"));
	assert_int_equal(ys_year_find("2023年", 4).year, 0);
	assert_int_equal(ys_year_find("2023年度", strlen("2023年")).len, strlen("2023年"));
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, begin_rows, a_text_begins_with_a_year);
	ADD_ROWS(tests, inside_rows, a_text_holds_a_year);
	ADD_TEST(tests, only_the_given_bytes_are_read);
	return run_all("year", tests);
}
