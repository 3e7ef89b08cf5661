#include "src/amount.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define NONE YS_AMOUNT_NONE

typedef struct {
	const char *name;
	const char *text;
	gint64 unit;
	ys_amount expected;
} number_row;

static const number_row numbers[] = {
	{ "a number with thousands commas is read", "7,983.78", YS_WAN, 7983780000 },
	{ "a number without thousands commas is read", "7941.09", YS_WAN, 7941090000 },
	{ "blanks of the PDF inside a number vanish", "36, 145. 11", YS_WAN, 36145110000 },
	{ "a blank behind the point vanishes", "0. 16", YS_WAN, 160000 },
	{ "NBSP, U+3000 and zero-width blanks vanish",
	  "\u00a01\u3000684.\u200b02\u2009", YS_WAN, 1684020000 },
	{ "tab and line end around a number vanish", "\t12.5\r\n", YS_YUAN, 1250 },
	{ "a tab inside is the border of two numbers", "12\t5", YS_YUAN, NONE },
	{ "a line end inside is the border of two numbers", "2,530.\n02", YS_YUAN, NONE },
	{ "three decimals of 万元 are exact", "120.692", YS_WAN, 120692000 },
	{ "six decimals of 万元 reach one fen", "0.000001", YS_WAN, 1 },
	{ "seven decimals of 万元 are finer than a fen", "0.0000001", YS_WAN, NONE },
	{ "trailing zeros are not finer than a fen", "1.2300000000", YS_YUAN, 123 },
	{ "three decimals of 元 are finer than a fen", "1.234", YS_YUAN, NONE },
	{ "eight decimals of 亿元 are whole yuan", "1.00000001", YS_YI, 10000000100 },
	{ "a tenth is exact, as no double is", "0.1", YS_YUAN, 10 },
	{ "zero is zero", "0.00", YS_WAN, 0 },
	{ "minus zero is zero", "-0.00", YS_WAN, 0 },
	{ "a minus sign negates", "-12.5", YS_WAN, -12500000 },
	{ "a blank behind the minus sign vanishes", "- 12.5", YS_WAN, -12500000 },
	{ "brackets negate", "(12.5)", YS_WAN, -12500000 },
	{ "full-width brackets negate", "（12.5）", YS_WAN, -12500000 },
	{ "mixed brackets negate", "（12.5)", YS_WAN, -12500000 },
	{ "full-width digits, comma and point are read", "７，９８３．７８", YS_WAN, 7983780000 },
	{ "a full-width minus sign negates", "－3", YS_YUAN, -300 },
	{ "a mathematical minus sign negates", "\u22123", YS_YUAN, -300 },
	{ "millions have two commas", "11,563,600", YS_YUAN, 1156360000 },
	{ "a hyphen alone is a printed nothing", "-", YS_WAN, 0 },
	{ "two hyphens are a printed nothing", "--", YS_WAN, 0 },
	{ "a dash is a printed nothing", "—", YS_WAN, 0 },
	{ "a Chinese dash is a printed nothing", " —— ", YS_WAN, 0 },
	{ "three hyphens are a rule, not a number", "---", YS_WAN, NONE },
	{ "an empty cell is not zero", "", YS_WAN, NONE },
	{ "a blank cell is not zero", " \u3000", YS_WAN, NONE },
	{ "NULL is not zero", NULL, YS_WAN, NONE },
	{ "无 is not zero", "无", YS_WAN, NONE },
	{ "text is no number", "物业管理费", YS_WAN, NONE },
	{ "a number with its unit is no bare number", "12万元", YS_WAN, NONE },
	{ "a percentage is no amount", "12%", YS_WAN, NONE },
	{ "a point without decimals is half a number", "2,530.", YS_WAN, NONE },
	{ "decimals without a whole are half a number", ".02", YS_WAN, NONE },
	{ "a leading zero is half a number or a code", "02", YS_WAN, NONE },
	{ "a leading zero before a comma is refused", "0,123", YS_WAN, NONE },
	{ "two points are refused", "1.2.3", YS_WAN, NONE },
	{ "a comma before two digits is refused", "1,15", YS_WAN, NONE },
	{ "a comma before four digits is refused", "1,1563", YS_WAN, NONE },
	{ "four digits before a comma are refused", "1156,300", YS_WAN, NONE },
	{ "two digits between commas are refused", "1,15,600", YS_WAN, NONE },
	{ "a comma at the beginning is refused", ",156", YS_WAN, NONE },
	{ "a comma at the end is refused", "156,", YS_WAN, NONE },
	{ "two commas in a row are refused", "1,,156", YS_WAN, NONE },
	{ "a comma behind the point is refused", "1.156,300", YS_WAN, NONE },
	{ "an open bracket is refused", "(12", YS_WAN, NONE },
	{ "a closing bracket is refused", "12)", YS_WAN, NONE },
	{ "a minus sign in brackets is refused", "(-12)", YS_WAN, NONE },
	{ "a minus sign behind is refused", "12-", YS_WAN, NONE },
	{ "two minus signs are refused", "--12", YS_WAN, NONE },
	{ "a range is refused", "2021-2022", YS_WAN, NONE },
	{ "brackets alone are refused", "()", YS_WAN, NONE },
	{ "one bracket alone is refused", "(", YS_WAN, NONE },
	{ "a point alone is refused", ".", YS_WAN, NONE },
	{ "invalid UTF-8 is refused", "12\xE5", YS_WAN, NONE },
	{ "without a unit there is no amount", "12", 0, NONE },
	{ "the largest amount is read", "92233720368547758.07", YS_YUAN, G_MAXINT64 },
	{ "its negative is read", "-92233720368547758.07", YS_YUAN, -G_MAXINT64 },
	{ "one fen more overflows", "92233720368547758.08", YS_YUAN, NONE },
	{ "minus one fen more is not mistaken for NONE by luck", "-92233720368547758.08", YS_YUAN, NONE },
	{ "what fits 64 bits only without a sign overflows", "150000000000000000", YS_YUAN, NONE },
	{ "scaling overflows", "92233720369", YS_YI, NONE },
	{ "twenty digits overflow", "99999999999999999999", 1, NONE },
	{ "a hundred digits overflow",
	  "11111111111111111111111111111111111111111111111111"
	  "11111111111111111111111111111111111111111111111111",
	  YS_YUAN, NONE },
};

static void parse_reads_numbers(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(numbers); i++) {
		ys_amount got = ys_amount_parse(numbers[i].text, numbers[i].unit);

		if (got != numbers[i].expected)
			fail_msg("%s: got %" G_GINT64_FORMAT, numbers[i].name, got);
	}
}

static const number_row typed[] = {
	{ "500万 is five million yuan", "500万", 0, 500 * YS_WAN },
	{ "1亿 is a hundred million yuan", "1亿", 0, YS_YI },
	{ "0.5亿元 is fifty million yuan", "0.5亿元", 0, YS_YI / 2 },
	{ "万元 is read with commas", "1,156.36万元", 0, 1156360000 },
	{ "元 is read", "11563600元", 0, 1156360000 },
	{ "without a unit it is 万元", "1,156.36", 0, 1156360000 },
	{ "blanks vanish", " 500 万 元 ", 0, 500 * YS_WAN },
	{ "full width is read", "５００万", 0, 500 * YS_WAN },
	{ "traditional characters are read", "500萬", 0, 500 * YS_WAN },
	{ "3千万 is thirty million", "3千万", 0, 3000 * YS_WAN },
	{ "2百万元 is two million", "2百万元", 0, 200 * YS_WAN },
	{ "5千 is five thousand yuan", "5千", 0, 5000 * YS_YUAN },
	{ "a negative amount is read", "-3万", 0, -3 * YS_WAN },
	{ "brackets without a unit are 万元 too", "(3)", 0, -3 * YS_WAN },
	{ "the longest has room for its unit", "1.00000000000000000000000000000000000000000000000000", 0, YS_WAN },
	{ "a longer one is refused", "1.000000000000000000000000000000000000000000000000000", 0, NONE },
	{ "a dash is no amount", "-", 0, NONE },
	{ "a unit alone is no amount", "万元", 0, NONE },
	{ "元 alone is no amount", "元", 0, NONE },
	{ "two units are refused", "1亿5000万", 0, NONE },
	{ "a unit twice is refused", "5万万", 0, NONE },
	{ "元 before 万 is refused", "5元万", 0, NONE },
	{ "nothing is no amount", "", 0, NONE },
	{ "NULL is no amount", NULL, 0, NONE },
	{ "words are no amount", "很多", 0, NONE },
	{ "overflow is refused", "922337203685477.5807亿", 0, NONE },
};

static void parse_typed_reads_the_unit(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(typed); i++) {
		ys_amount got = ys_amount_parse_typed(typed[i].text);

		if (got != typed[i].expected)
			fail_msg("%s: got %" G_GINT64_FORMAT, typed[i].name, got);
	}
}

static const struct {
	const char *text;
	gint64 expected;
} units[] = {
	{ "单位：万元", YS_WAN },
	{ "金额单位: 元", YS_YUAN },
	{ "单位： 万 元", YS_WAN },
	{ "单位：千元", 1000 * YS_YUAN },
	{ "单位：百万元", 100 * YS_WAN },
	{ "单位：百 万 元", 100 * YS_WAN },
	{ "单位：亿元", YS_YI },
	{ "單位：萬元", YS_WAN },
	{ "預算數（億元）", YS_YI },
	{ "预算数（万元）", YS_WAN },
	{ "预算数（单位：元）", YS_YUAN },
	{ "金额（元）", YS_YUAN },
	{ "元", YS_YUAN },
	{ "万元", YS_WAN },
	{ "人民币元", YS_YUAN },
	{ "单位：元 部门名称：云溪区档案馆", YS_YUAN },
	{ "部门：广元市云溪区档案馆　单位：万元", YS_WAN },
	{ "部门：元氏县档案馆　单位：元", YS_YUAN },
	{ "广元市档案馆", 0 },
	{ "元氏县档案馆", 0 },
	{ "单元楼维修", 0 },
	{ "单位：万美元", 0 },
	{ "单位：港元", 0 },
	{ "单位：十万元", 0 },
	{ "单位：百元", 0 },
	{ "单价50万元以上通用设备（台，套）", 0 },
	{ "单价 50 万元以上设备", 0 },
	{ "五十万元以上设备", 0 },
	{ "数千万元以上项目", 0 },
	{ "补助100元", 0 },
	{ "单价50万元以上设备（元）", YS_YUAN },
	{ "单位：个", 0 },
	{ "", 0 },
	{ NULL, 0 },
	{ "\xE5\xFC元", YS_YUAN },
	{ "万\xFC元", YS_YUAN },
};

static void unit_in_finds_the_unit_a_caption_names(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(units); i++) {
		gint64 got = ys_unit_in(units[i].text);

		if (got != units[i].expected)
			fail_msg("%s: got %" G_GINT64_FORMAT, units[i].text, got);
	}
}

/* 几万元 is an amount, 预算额元 names the unit. */
static void unit_in_looks_at_what_stands_before(void **state)
{
	static const char numerals[] = "一二三四五六七八九十百千万亿两几0９", heads[] = "位币额数为";

	(void)state;
	for (const char *p = numerals; *p; p = g_utf8_next_char(p)) {
		g_autofree char *text = g_strdup_printf("%.*s亿元", (int)(g_utf8_next_char(p) - p), p);

		if (ys_unit_in(text))
			fail_msg("%s names a unit", text);
	}
	for (const char *p = heads; *p; p = g_utf8_next_char(p)) {
		g_autofree char *text = g_strdup_printf("%.3s元", p);

		if (ys_unit_in(text) != YS_YUAN)
			fail_msg("%s names none", text);
	}
}

static const struct {
	const char *text;
	gint64 unit;
	const char *rest;
} behind[] = {
	{ "元。", YS_YUAN, "。" },
	{ "千元", 1000 * YS_YUAN, "" },
	{ "万元，", YS_WAN, "，" },
	{ "百万元", 100 * YS_WAN, "" },
	{ "千万元", 1000 * YS_WAN, "" },
	{ "亿元", YS_YI, "" },
	{ "萬元、億元", YS_WAN, "、億元" },
	{ "億元", YS_YI, "" },
	{ "万", 0, "万" },
	{ "百元", 0, "百元" },
	{ "个", 0, "个" },
	{ "", 0, "" },
};

static void unit_at_reads_the_unit_behind_digits(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(behind); i++) {
		gint64 unit = 0;
		gsize len = ys_unit_at(behind[i].text, &unit);

		if (unit != behind[i].unit || strcmp(behind[i].text + len, behind[i].rest))
			fail_msg("%s: got %" G_GINT64_FORMAT, behind[i].text, unit);
	}
}

static void units_have_names(void **state)
{
	(void)state;
	assert_string_equal(ys_unit_name(YS_WAN), "万元");
	assert_string_equal(ys_unit_name(ys_unit_in("單位：萬元")), "万元");
	assert_string_equal(ys_unit_name(YS_YUAN), "元");
	assert_null(ys_unit_name(0));
}

static const struct {
	ys_amount amount;
	const char *yuan;
	const char *wan;
} written[] = {
	{ 0, "0", "0.00万元" },
	{ 2655110000, "26551100", "2,655.11万元" },
	{ 50, "0.5", "0.00005万元" },
	{ -1234, "-12.34", "-0.001234万元" },
	{ 1, "0.01", "0.000001万元" },
	{ 120692000, "1206920", "120.692万元" },
	{ 10 * YS_WAN, "100000", "10.00万元" },
	{ 100 * YS_WAN, "1000000", "100.00万元" },
	{ -1000 * YS_WAN, "-10000000", "-1,000.00万元" },
	{ 1234567 * YS_WAN, "12345670000", "1,234,567.00万元" },
	{ G_MAXINT64, "92233720368547758.07", "9,223,372,036,854.775807万元" },
	{ -G_MAXINT64, "-92233720368547758.07", "-9,223,372,036,854.775807万元" },
	{ NONE, "", "" },
};

static void append_writes_exact_decimals(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(written); i++) {
		g_autoptr(GString) yuan = g_string_new("=");
		g_autoptr(GString) wan = g_string_new("=");

		ys_amount_append_yuan(yuan, written[i].amount);
		ys_amount_append_wan(wan, written[i].amount);
		assert_string_equal(yuan->str + 1, written[i].yuan);
		assert_string_equal(wan->str + 1, written[i].wan);
	}
}

static void what_append_writes_parse_reads(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(written); i++) {
		g_autoptr(GString) yuan = g_string_new(NULL);
		g_autoptr(GString) wan = g_string_new(NULL);

		ys_amount_append_yuan(yuan, written[i].amount);
		ys_amount_append_wan(wan, written[i].amount);
		assert_int_equal(ys_amount_parse(yuan->str, YS_YUAN), written[i].amount);
		assert_int_equal(ys_amount_parse_typed(wan->str), written[i].amount);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parse_reads_numbers),
		cmocka_unit_test(parse_typed_reads_the_unit),
		cmocka_unit_test(unit_in_finds_the_unit_a_caption_names),
		cmocka_unit_test(unit_in_looks_at_what_stands_before),
		cmocka_unit_test(unit_at_reads_the_unit_behind_digits),
		cmocka_unit_test(units_have_names),
		cmocka_unit_test(append_writes_exact_decimals),
		cmocka_unit_test(what_append_writes_parse_reads),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
