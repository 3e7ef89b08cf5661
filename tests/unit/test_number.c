#include "tools/web/number.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define NO_ANSWER G_MININT64

static const struct {
	const char *name;
	gint64 part, whole;
	guint scale;
	gint64 expected;
} ratios[] = {
	{ "a fifth", 2655110000, 12993720000, 1000, 204 },
	{ "all of it", 500, 500, 1000, 1000 },
	{ "nothing of something", 0, 500, 1000, 0 },
	{ "a half is rounded up", 5, 10000, 1000, 1 },
	{ "less than a half is not", 4, 10000, 1000, 0 },
	{ "below zero a half is rounded down", -5, 10000, 1000, -1 },
	{ "hundredths of a percent, as printed", -119144, 1560800, 10000, -763 },
	{ "more than the whole", 30, 10, 1000, 3000 },
	{ "a third of an odd number", 1, 3, 10000, 3333 },
	{ "two thirds of it", 2, 3, 10000, 6667 },
	{ "of nothing there is no part", 5, 0, 1000, NO_ANSWER },
	{ "nor of less than nothing", 5, -10, 1000, NO_ANSWER },
	{ "nor of the unknown", 5, YS_AMOUNT_NONE, 1000, NO_ANSWER },
	{ "nor an unknown part", YS_AMOUNT_NONE, 5, 1000, NO_ANSWER },
	{ "the largest of the largest does not fit", G_MAXINT64, G_MAXINT64, 1000, NO_ANSWER },
	{ "the largest of the smallest does not either", G_MAXINT64, 1, 2, NO_ANSWER },
	{ "the largest whole is no trouble", 1000, G_MAXINT64, 1000, 0 },
};

static void a_ratio_is_rounded_once_and_exactly(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(ratios); i++) {
		gint64 got = NO_ANSWER;

		if (!number_ratio(ratios[i].part, ratios[i].whole, ratios[i].scale, &got))
			got = NO_ANSWER;
		if (got != ratios[i].expected)
			fail_msg("%s: %" G_GINT64_FORMAT, ratios[i].name, got);
	}
}

static const struct {
	const char *name;
	ys_amount part, whole;
	gint64 expected;
} shares[] = {
	{ "a project of many", 9500000, 1299372000, 7 },
	{ "the only project", 700, 700, 1000 },
	{ "nothing", 0, 700, 0 },
	{ "more than all projects is no part of them", 701, 700, NO_ANSWER },
	{ "what was paid back is none either", -1, 700, NO_ANSWER },
	{ "an unknown amount", YS_AMOUNT_NONE, 700, NO_ANSWER },
	{ "an unknown whole", 700, YS_AMOUNT_NONE, NO_ANSWER },
};

static void a_share_is_a_part_of_a_whole(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(shares); i++) {
		gint64 got = NO_ANSWER;

		if (!number_share(shares[i].part, shares[i].whole, &got))
			got = NO_ANSWER;
		if (got != shares[i].expected)
			fail_msg("%s: %" G_GINT64_FORMAT, shares[i].name, got);
	}
}

static const struct {
	ys_amount now, before, expected;
} differences[] = {
	{ 300, 100, 200 },
	{ 100, 300, -200 },
	{ -100, -300, 200 },
	{ 0, 0, 0 },
	{ YS_AMOUNT_NONE, 100, YS_AMOUNT_NONE },
	{ 100, YS_AMOUNT_NONE, YS_AMOUNT_NONE },
	{ G_MAXINT64, -1, YS_AMOUNT_NONE },
	{ G_MAXINT64, 0, G_MAXINT64 },
	{ -G_MAXINT64, 1, YS_AMOUNT_NONE },
	{ -G_MAXINT64, 0, -G_MAXINT64 },
	{ -G_MAXINT64, -G_MAXINT64, 0 },
};

static void a_difference_is_exact_or_unknown(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(differences); i++)
		assert_true(number_difference(differences[i].now, differences[i].before) == differences[i].expected);
}

static const struct {
	ys_amount fen;
	const char *yuan, *change, *sum;
} amounts[] = {
	{ 2655110000, "26,551,100", "+2,655.11万元", "2,655.11万元" },
	{ -119144, "-1,191.44", "-0.119144万元", "-0.119144万元" },
	{ 99999, "999.99", "+0.099999万元", "0.099999万元" },
	{ 5, "0.05", "+0.000005万元", "0.000005万元" },
	{ 0, "0", "0.00万元", "0.00万元" },
	{ 100000, "1,000", "+0.10万元", "0.10万元" },
	{ -100000000, "-1,000,000", "-100.00万元", "-100.00万元" },
	{ 36165080000, "361,650,800", "+36,165.08万元", "3.62亿元" },
	{ 9999999999, "99,999,999.99", "+9,999.999999万元", "9,999.999999万元" },
	{ 10000000000, "100,000,000", "+10,000.00万元", "1.00亿元" },
	{ -10500000000, "-105,000,000", "-10,500.00万元", "-1.05亿元" },
	{ G_GINT64_CONSTANT(123456700000000), "1,234,567,000,000", "+123,456,700.00万元", "12,345.67亿元" },
};

static void yuan_have_thousands_and_changes_a_sign(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(amounts); i++) {
		g_autoptr(GString) yuan = g_string_new("7");
		g_autoptr(GString) change = g_string_new("7"), sum = g_string_new("7");

		number_append_yuan(yuan, amounts[i].fen);
		number_append_change(change, amounts[i].fen);
		number_append_short(sum, amounts[i].fen);
		assert_string_equal(sum->str + 1, amounts[i].sum);
		assert_string_equal(yuan->str + 1, amounts[i].yuan);
		assert_string_equal(change->str + 1, amounts[i].change);
	}
}

static const struct {
	gint64 value;
	guint places;
	gboolean sign;
	const char *expected;
} percents[] = {
	{ 204, 1, FALSE, "20.4%" },   { 7, 1, FALSE, "0.7%" },        { 1000, 1, FALSE, "100.0%" },
	{ 0, 1, TRUE, "0.0%" },       { -763, 2, TRUE, "-7.63%" },    { 25244, 2, TRUE, "+252.44%" },
	{ -5, 2, FALSE, "-0.05%" },   { 1234567, 2, FALSE, "12,345.67%" }, { 12, 0, FALSE, "12%" },
	{ G_MININT64 + 1, 0, TRUE, "-9,223,372,036,854,775,807%" },
};

static void a_percent_has_the_places_asked_for(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(percents); i++) {
		g_autoptr(GString) out = g_string_new(NULL);

		number_append_percent(out, percents[i].value, percents[i].places, percents[i].sign);
		assert_string_equal(out->str, percents[i].expected);
	}
}

static void counts_have_thousands(void **state)
{
	static const struct {
		guint64 n;
		const char *expected;
	} counts[] = {
		{ 0, "0" }, { 999, "999" }, { 1000, "1,000" }, { 1234567, "1,234,567" },
		{ G_MAXUINT64, "18,446,744,073,709,551,615" },
	};

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(counts); i++) {
		g_autoptr(GString) out = g_string_new("123");

		number_append_count(out, counts[i].n);
		assert_string_equal(out->str + 3, counts[i].expected);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_ratio_is_rounded_once_and_exactly),
		cmocka_unit_test(a_share_is_a_part_of_a_whole),
		cmocka_unit_test(a_difference_is_exact_or_unknown),
		cmocka_unit_test(yuan_have_thousands_and_changes_a_sign),
		cmocka_unit_test(a_percent_has_the_places_asked_for),
		cmocka_unit_test(counts_have_thousands),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
