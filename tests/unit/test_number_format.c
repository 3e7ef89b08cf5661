#include "src/original/number_format.h"

#include <math.h>

#include "src/original/numeral.h"
#include "tests/unit/publication_fixture.h"

typedef struct {
	const char *name, *code;
	double number;
	const char *printed;
} row;

static const row number_rows[] = {
	{ "a code of a function is not given decimals", "General", 201, "201" },
	{ "General shows what is known", "General", 1422.84, "1422.84" },
	{ "General does not show the noise of a sum", "General", 0.1 + 0.2, "0.3" },
	{ "General knows fifteen digits", "General", 123456789012345, "123456789012345" },
	{ "General of a negative number", "General", -0.5, "-0.5" },
	{ "General of nothing", "General", 0, "0" },
	{ "a small number in General", "General", 0.000012, "0.000012" },
	{ "a very large one has an exponent", "General", 1.5e30, "1.5E+30" },
	{ "whole numbers", "0", 12.5, "13" },
	{ "two decimals", "0.00", 3, "3.00" },
	{ "half goes away from zero, in decimal", "0.00", 1.005, "1.01" },
	{ "half of a negative number too", "0.00", -2.675, "-2.68" },
	{ "nines carry over", "0.00", 9.999, "10.00" },
	{ "nines carry into a new digit", "0", 0.6, "1" },
	{ "thousands", "#,##0.00", 1234567.891, "1,234,567.89" },
	{ "thousands of less than a thousand", "#,##0.00", 123, "123.00" },
	{ "thousands of less than one", "#,##0.00", 0.5, "0.50" },
	{ "a place that need not be filled", "#.##", 0.25, ".25" },
	{ "places that need not be filled end with the digits", "0.####", 1.25, "1.25" },
	{ "leading zeros", "000000", 1234, "001234" },
	{ "per cent", "0.00%", 0.9985, "99.85%" },
	{ "per cent without decimals", "0%", 0.285, "29%" },
	{ "in thousands", "#,##0,", 1234567, "1,235" },
	{ "text in front and behind", "\"¥\"#,##0.00\"元\"", 1234.5, "¥1,234.50元" },
	{ "a character behind a backslash", "0\\元", 5, "5元" },
	{ "what is only measured is not printed", "_ * #,##0.00_ ", 1234.5, "1,234.50" },
	{ "the currency of a country", "[$¥-804]#,##0", 1200, "¥1,200" },
	{ "a section for negative numbers shows their sign", "0.00;-0.00", -3, "-3.00" },
	{ "brackets", "#,##0.00_);(#,##0.00)", -1234.5, "(1,234.50)" },
	{ "red alone is told by a minus", "#,##0.00;[Red]#,##0.00", -1234.5, "-1,234.50" },
	{ "red with its sign has one sign", "0.00;[Red]-0.00", -1, "-1.00" },
	{ "a dash for zero", "#,##0.00;-#,##0.00;\"-\"", 0, "-" },
	{ "the accountant's zero", "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"?\?_ ;_ @_ ", 0, "-" },
	{ "a section for text does not take zero", "0.0;-0.0;@", 0, "0.0" },
	{ "nothing is printed of zero", "0.00;-0.00;", 0, "" },
	{ "nothing is printed of anything", ";;;", 12, "" },
	{ "a condition", "[>=10000]0.0,\"千\";0", 12500, "12.5千" },
	{ "its other side", "[>=10000]0.0,\"千\";0", 9999, "9999" },
	{ "a number in a cell for text", "@", 20101, "20101" },
	{ "a number among words", "第0号", 7, "第7号" },
	{ "digits with a line between them", "000-0000", 1234567, "123-4567" },
	{ "an exponent", "0.00E+00", 12345, "1.23E+04" },
	{ "fractions are printed as decimals", "# ?/?", 0.5, "0.5" },
	{ "a code that ends in quotation marks", "0\"元", 5, "5元" },
	{ "a code that ends in a backslash", "0\\", 5, "5" },
	{ "no code", "", 5, "" },
	{ "figures of Chinese, digit by digit", "[DBNum1]0", 2023, "二〇二三" },
	{ "figures of Chinese, in words", "[DBNum1][$-804]General", 123, "一百二十三" },
	{ "figures of cheques", "[DBNum2][$-804]General", 10050, "壹万零伍拾" },
	{ "wide digits", "[DBNum3]0.00", 1.5, "１.５０" },
	{ "a date", "yyyy-mm-dd", 45327, "2024-02-05" },
	{ "a date in Chinese", "yyyy\"年\"m\"月\"d\"日\"", 45327, "2024年2月5日" },
	{ "a year and a month", "yyyy\"年\"m\"月\"", 45327, "2024年2月" },
	{ "a date with another country's mark", "[$-F800]dddd, mmmm dd, yyyy", 45327, "星期一, February 05, 2024" },
	{ "a date in figures of Chinese", "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", 45275, "二〇二三年十二月十五日" },
	{ "a year of two digits", "yy/m/d", 45327, "24/2/5" },
	{ "a weekday", "aaaa", 45327, "星期一" },
	{ "a time", "h:mm", 0.75, "18:00" },
	{ "minutes before seconds", "mm:ss", 0.5 / 24, "30:00" },
	{ "morning and afternoon", "h:mm AM/PM", 0.75, "6:00 PM" },
	{ "afternoon in Chinese", "上午/下午h\"时\"mm\"分\"", 0.75, "下午6时00分" },
	{ "a date with its time", "yyyy/m/d h:mm", 45327.5, "2024/2/5 12:00" },
	{ "the last second of a day is not sixty", "h:mm:ss", 0.9999999, "0:00:00" },
	{ "hours beyond a day", "[h]:mm", 1.5, "36:00" },
	{ "the day that never was", "yyyy-mm-dd", 60, "1900-02-29" },
	{ "the day before it", "yyyy-mm-dd", 59, "1900-02-28" },
	{ "the day after it", "yyyy-mm-dd", 61, "1900-03-01" },
	{ "the first day", "yyyy-mm-dd", 1, "1900-01-01" },
	{ "a number that is no day", "yyyy-mm-dd", -5, "-5" },
	{ "a number after all days", "yyyy-mm-dd", 1e9, "1000000000" },
	{ "what is no number", "0.00", NAN, "" },
};

static void a_number_is_printed(void **state)
{
	const row *row = *state;
	g_autofree char *printed = ys_number_format(row->number, row->code, FALSE);

	assert_string_equal(printed, row->printed);
}

static void a_macintosh_counts_from_1904(void **state)
{
	g_autofree char *printed = ys_number_format(43865, "yyyy-mm-dd", TRUE);

	(void)state;
	assert_string_equal(printed, "2024-02-05");
}

static const struct {
	const char *name, *code, *text, *printed;
} text_rows[] = {
	{ "text stays", "General", "合计", "合计" },
	{ "text in a cell for numbers stays", "#,##0.00", "合计", "合计" },
	{ "text gets what the code adds", "@\"科\"", "人事", "人事科" },
	{ "the section for text is the last", "0.00;-0.00;0;\"项目：\"@", "道路", "项目：道路" },
};

static void text_is_printed(void **state)
{
	const typeof(text_rows[0]) *row = *state;
	g_autofree char *printed = ys_number_format_text(row->text, row->code);

	assert_string_equal(printed, row->printed);
}

static const struct {
	const char *name;
	guint64 number;
	ys_numeral numeral;
	const char *words;
} numeral_rows[] = {
	{ "zero", 0, YS_NUMERAL_CHINESE, "〇" },
	{ "ten", 10, YS_NUMERAL_CHINESE, "十" },
	{ "eleven", 11, YS_NUMERAL_CHINESE, "十一" },
	{ "twenty", 20, YS_NUMERAL_CHINESE, "二十" },
	{ "one hundred and five", 105, YS_NUMERAL_CHINESE, "一百〇五" },
	{ "one hundred and ten", 110, YS_NUMERAL_CHINESE, "一百一十" },
	{ "ten of cheques", 10, YS_NUMERAL_LEGAL, "壹拾" },
	{ "a gap between two groups", 100005, YS_NUMERAL_LEGAL, "壹拾万零伍" },
	{ "an empty group", 100000000, YS_NUMERAL_CHINESE, "一亿" },
	{ "wide digits have no words", 12, YS_NUMERAL_WIDE, "１２" },
};

static void a_number_is_spelled(void **state)
{
	const typeof(numeral_rows[0]) *row = *state;
	g_autoptr(GString) words = g_string_new(NULL);

	ys_numeral_append(words, row->number, row->numeral);
	assert_string_equal(words->str, row->words);
}

static void formats_without_a_code_are_those_of_china(void **state)
{
	(void)state;
	assert_string_equal(ys_number_format_builtin(31), "yyyy\"年\"m\"月\"d\"日\"");
	assert_string_equal(ys_number_format_builtin(49), "@");
	assert_null(ys_number_format_builtin(163));
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, number_rows, a_number_is_printed);
	ADD_ROWS(tests, text_rows, text_is_printed);
	ADD_ROWS(tests, numeral_rows, a_number_is_spelled);
	ADD_TEST(tests, a_macintosh_counts_from_1904);
	ADD_TEST(tests, formats_without_a_code_are_those_of_china);
	return run_all("number_format", tests);
}
