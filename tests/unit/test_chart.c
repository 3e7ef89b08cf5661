#include "tools/web/chart.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define SECOND(width) "<rect y=\"91.50%\" width=\"" width "%\""

static const struct {
	const char *name;
	ys_amount amount, longest;
	const char *expected;           /* the bar of the amount, below that of the longest; NULL: none */
} widths[] = {
	{ "the longest bar is whole", 500, 500, SECOND("100.0") },
	{ "half as much is half as long", 250, 500, SECOND("50.0") },
	{ "a thousandth", 1, 1000, SECOND("0.1") },
	{ "what is almost nothing is seen", 1, G_GINT64_CONSTANT(1000000000), SECOND("0.1") },
	{ "almost all is not more than all", 999999, 1000000, SECOND("100.0") },
	{ "nothing has no bar", 0, 500, NULL },
	{ "less than nothing has none", -100, 500, NULL },
	{ "nor has what is not known", YS_AMOUNT_NONE, 500, NULL },
	{ "without anything no bar at all", 0, 0, NULL },
	{ "amounts whose product does not fit", G_MAXINT64 / 2, G_MAXINT64, SECOND("50.0") },
	{ "the largest amount", G_MAXINT64, G_MAXINT64, SECOND("100.0") },
};

static GArray *bars_of(const ys_amount *amounts, guint n)
{
	GArray *bars = g_array_new(FALSE, FALSE, sizeof(chart_bar));

	for (guint i = 0; i < n; i++) {
		chart_bar bar = { (char *)"<2023>", amounts[i] };

		g_array_append_val(bars, bar);
	}
	return bars;
}

static void a_bar_is_as_long_as_its_amount(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(widths); i++) {
		const ys_amount amounts[] = { widths[i].longest, widths[i].amount };
		g_autoptr(GArray) bars = bars_of(amounts, G_N_ELEMENTS(amounts));
		g_autoptr(GString) out = g_string_new(NULL);
		const char *second;

		chart_behind(out, "title", "description", bars);
		second = strstr(out->str, "<rect y=\"91.50%\"");
		if (!widths[i].expected ? second != NULL : !second || !g_str_has_prefix(second, widths[i].expected))
			fail_msg("%s: %s", widths[i].name, out->str);
	}
}

static void the_longest_is_never_less_than_nothing(void **state)
{
	static const ys_amount some[] = { 5, YS_AMOUNT_NONE, 700, -3 }, none[] = { -5, YS_AMOUNT_NONE };
	g_autoptr(GArray) positive = bars_of(some, G_N_ELEMENTS(some));
	g_autoptr(GArray) negative = bars_of(none, G_N_ELEMENTS(none));

	(void)state;
	assert_int_equal(chart_longest(positive), 700);
	assert_int_equal(chart_longest(negative), 0);
}

static void a_chart_says_in_words_what_it_shows(void **state)
{
	static const ys_amount amounts[] = { 2 * YS_WAN, YS_WAN, YS_AMOUNT_NONE };
	g_autoptr(GArray) bars = bars_of(amounts, G_N_ELEMENTS(amounts));
	g_autoptr(GString) out = g_string_new(NULL);

	(void)state;
	chart_alone(out, "a & b", "most: <2023>", bars);
	assert_non_null(strstr(out->str, "<svg role=\"img\" height=\"138\"><title>a &amp; b</title>"
				"<desc>most: &lt;2023&gt;</desc>"));
	assert_non_null(strstr(out->str, ">&lt;2023&gt;</text>"));
	assert_non_null(strstr(out->str, ">2.00万元</text>"));
	assert_non_null(strstr(out->str, "width=\"100.0%\""));
	assert_non_null(strstr(out->str, "width=\"50.0%\""));
	assert_null(strstr(out->str, "style="));
}

static void bars_behind_a_list_have_no_text_of_their_own(void **state)
{
	static const ys_amount amounts[] = { YS_WAN, 0, YS_WAN };
	g_autoptr(GArray) bars = bars_of(amounts, G_N_ELEMENTS(amounts));
	g_autoptr(GString) out = g_string_new(NULL);

	(void)state;
	chart_behind(out, "title", "description", bars);
	assert_null(strstr(out->str, "<text"));
	/* the row of nothing keeps its place */
	assert_non_null(strstr(out->str, "<rect y=\"27.66%\" width=\"100.0%\" height=\"3.00%\"/>"
				"<rect y=\"94.33%\" width=\"100.0%\" height=\"3.00%\"/></svg>"));
}

static guint count_of(const char *text, const char *what)
{
	guint n = 0;

	for (const char *at = strstr(text, what); at; at = strstr(at + 1, what))
		n++;
	return n;
}

static const struct {
	const char *name;
	ys_amount amounts[5];
	guint n, points, strokes;
	const char *expected;           /* stands there */
} lines[] = {
	{ "as many strokes as there are steps", { 100, 200, 400 }, 3, 3, 2,
	  "<line x1=\"50.0%\" y1=\"65\" x2=\"98.0%\" y2=\"30\"/>" },
	{ "what is not known leaves a gap", { 400, YS_AMOUNT_NONE, 400, 400 }, 4, 3, 1,
	  "<line x1=\"66.0%\" y1=\"30\" x2=\"98.0%\" y2=\"30\"/>" },
	{ "nothing lies at the bottom", { 400, 0 }, 2, 2, 1, "<circle cx=\"98.0%\" cy=\"100\" r=\"4\"/>" },
	{ "one point is no line", { YS_AMOUNT_NONE, 400, YS_AMOUNT_NONE }, 3, 1, 0, "<circle cx=\"50.0%\" cy=\"30\" r=\"4\"/>" },
	{ "no points, no figures", { YS_AMOUNT_NONE, YS_AMOUNT_NONE }, 2, 0, 0, "height=\"1\"/></svg>" },
};

static void a_line_goes_through_what_is_known(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
		g_autoptr(GArray) points = bars_of(lines[i].amounts, lines[i].n);
		g_autoptr(GString) out = g_string_new(NULL);

		chart_line(out, "title", "description", points, 400);
		if (count_of(out->str, "<circle") != lines[i].points || count_of(out->str, "<line ") != lines[i].strokes ||
		    !strstr(out->str, lines[i].expected))
			fail_msg("%s: %s", lines[i].name, out->str);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_bar_is_as_long_as_its_amount),
		cmocka_unit_test(the_longest_is_never_less_than_nothing),
		cmocka_unit_test(a_chart_says_in_words_what_it_shows),
		cmocka_unit_test(bars_behind_a_list_have_no_text_of_their_own),
		cmocka_unit_test(a_line_goes_through_what_is_known),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
