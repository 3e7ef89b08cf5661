#include "src/text/match.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct {
	const char *behaviour, *hay, *needle;
	gsize from;
	gssize at;
} finds[] = {
	{ "Han is found anywhere", "电子政务云平台", "政务", 0, 6 },
	{ "Han is found at the end", "政务云", "云", 0, 6 },
	{ "what is not there is not found", "政务云", "云政", 0, -1 },
	{ "an empty needle is not found", "政务云", "", 0, -1 },
	{ "nothing is found in nothing", "", "云", 0, -1 },
	{ "the search begins at from", "云云", "云", 1, 3 },
	{ "from beyond the end finds nothing", "云", "云", 9, -1 },
	{ "a word is found whole", "the 5g net", "5g", 0, 4 },
	{ "a word is not cut at its end", "5gb", "5g", 0, -1 },
	{ "a word is not cut at its beginning", "x5g", "5g", 0, -1 },
	{ "a number is not cut", "12345", "245", 0, -1 },
	{ "nor in its middle", "12345", "234", 0, -1 },
	{ "an integer is not its decimal", "12.5", "12", 0, -1 },
	{ "nor are the decimals", "12.5", "5", 0, -1 },
	{ "a decimal is found", "占12.5和", "12.5", 0, 3 },
	{ "a later whole word is found", "12345 2345 345", "345", 0, 11 },
	{ "overlapping tries do not hide a match", "aaba aba", "aba", 0, 5 },
	{ "a run of Han and digits is found", "第12345热线", "12345热线", 0, 3 },
	{ "a word is bounded by Han", "于ipv6改造", "ipv6", 0, 3 },
	{ "letters with accents are letters", "écafé", "caf", 0, -1 },
	{ "a Han end is no boundary of the next word", "热线5gb", "热线", 0, 0 },
	{ "a separator must stand in both", "三公 经费", "三公经费", 0, -1 },
};

static void every_find_row_holds(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(finds); i++) {
		gssize at = ys_match_find(finds[i].hay, strlen(finds[i].hay), finds[i].needle,
					  strlen(finds[i].needle), finds[i].from);

		if (at != finds[i].at)
			fail_msg("%s: \"%s\" in \"%s\" at %ld, not %ld", finds[i].behaviour, finds[i].needle,
				 finds[i].hay, (long)at, (long)finds[i].at);
	}
}

/* Slow and plain: the truth that find is compared with. */
static gssize find_plainly(const char *hay, const char *needle, gsize from)
{
	gsize n = strlen(needle), len = strlen(hay);

	for (gsize i = from; n && i + n <= len; i++) {
		gboolean starts = !i || !g_ascii_isalnum(hay[i]) || !g_ascii_isalnum(hay[i - 1]);
		gboolean ends = i + n == len || !g_ascii_isalnum(hay[i + n - 1]) ||
				!g_ascii_isalnum(hay[i + n]);

		if (starts && ends && !memcmp(hay + i, needle, n))
			return i;
	}
	return -1;
}

static void find_agrees_with_plain_search(void **state)
{
	static const char *const units[] = { "a", "b", "a", " ", "云" };
	g_autoptr(GRand) rand = g_rand_new_with_seed(11);
	guint found = 0;

	(void)state;
	for (guint round = 0; round < 20000; round++) {
		g_autoptr(GString) hay = g_string_new(NULL), needle = g_string_new(NULL);
		gssize want, got;

		for (guint i = g_rand_int_range(rand, 0, 30); i; i--)
			g_string_append(hay, units[g_rand_int_range(rand, 0, G_N_ELEMENTS(units))]);
		for (guint i = g_rand_int_range(rand, 1, 6); i; i--)
			g_string_append(needle, units[g_rand_int_range(rand, 0, G_N_ELEMENTS(units))]);
		want = find_plainly(hay->str, needle->str, round % 4);
		got = ys_match_find(hay->str, hay->len, needle->str, needle->len, round % 4);
		assert_int_equal(got, want);
		found += want >= 0;
	}
	assert_true(found > 2000);
}

static void hostile_text_takes_linear_time(void **state)
{
	const gsize n = 1 << 20;
	g_autofree char *letters = g_strnfill(n, 'a');
	g_autoptr(GString) words = g_string_sized_new(n), han = g_string_sized_new(n);
	g_autofree char *needle = NULL, *run = NULL;
	g_autoptr(ys_folded) folded = NULL;
	g_autoptr(GArray) ranges = NULL;

	(void)state;
	/* Quadratic ways would need hours here. */
	assert_int_equal(ys_match_find(letters, n, letters, n / 2, 0), -1);
	while (words->len < n)
		g_string_append(words, "aa ");
	needle = g_strndup(words->str + 1, words->len / 2);
	assert_int_equal(ys_match_find(words->str, words->len, needle, strlen(needle), 0), -1);
	while (han->len < n / 4)
		g_string_append(han, "云");
	run = g_strndup(han->str, (han->len / 6) * 3);
	folded = ys_fold(han->str, han->len);
	ranges = ys_match_ranges(folded, (const char *const[]){ run, NULL });
	assert_int_equal(ranges->len, 1);
	assert_int_equal(g_array_index(ranges, ys_range, 0).end, han->len);
}

/* text with each range in [ ]; needles are folded here and separated by '/'. */
static char *marked(const char *text, const char *needles)
{
	g_auto(GStrv) list = g_strsplit(needles, "/", -1);
	g_autoptr(ys_folded) folded = ys_fold(text, -1);
	g_autoptr(GArray) ranges = ys_match_ranges(folded, (const char *const *)list);
	GString *out = g_string_new(NULL);
	gsize at = 0;

	for (guint i = 0; i < ranges->len; i++) {
		ys_range r = g_array_index(ranges, ys_range, i);

		assert_true(r.start < r.end && r.end <= strlen(text));
		assert_true(i == 0 || r.start > at);
		g_string_append_len(out, text + at, r.start - at);
		g_string_append_c(out, '[');
		g_string_append_len(out, text + r.start, r.end - r.start);
		g_string_append_c(out, ']');
		at = r.end;
	}
	g_string_append(out, text + at);
	return g_string_free(out, FALSE);
}

static void ranges_cover_exactly_the_match(void **state)
{
	static const struct {
		const char *behaviour, *text, *needles, *want;
	} want[] = {
		{ "no needles, no ranges", "政务云", "", "政务云" },
		{ "every occurrence", "云平台上云", "云", "[云]平台上[云]" },
		{ "blanks inside are covered, around are not", " 12345 热 线 。", "12345热线", " [12345 热 线] 。" },
		{ "quotation marks inside are covered", "建“政务”云 ", "政务云", "建“[政务”云] " },
		{ "overlapping occurrences merge", "哈哈哈好", "哈哈", "[哈哈哈]好" },
		{ "touching ranges merge", "政务云平台", "政务/云平", "[政务云平]台" },
		{ "nested ranges merge", "政务云平台", "政务云平台/务云", "[政务云平台]" },
		{ "ranges are sorted", "甲乙丙丁", "丁/甲", "[甲]乙丙[丁]" },
		{ "traditional and full width text", "電子政務雲 ＩＰｖ６", "政务云/ipv6", "電子[政務雲] [ＩＰｖ６]" },
		{ "commas of a number are covered", "共1,156.36万元", "1156.36", "共[1,156.36]万元" },
		{ "words are whole", "5gb 5G", "5g", "5gb [5G]" },
		{ "an accent is covered", "cafe\u0301 x", "café", "[cafe\u0301] x" },
		{ "bad bytes are outside", "\xE4\xBA云\xFF", "云", "\xE4\xBA[云]\xFF" },
	};

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(want); i++) {
		g_autofree char *got = marked(want[i].text, want[i].needles);

		if (strcmp(got, want[i].want))
			fail_msg("%s: \"%s\", not \"%s\"", want[i].behaviour, got, want[i].want);
	}
}

/* The pieces in one string, hits in [ ]; checks what holds of all snippets. */
static char *snippet(const char *text, const GArray *ranges, guint width)
{
	g_autoptr(GPtrArray) pieces = ys_snippet_new(text, ranges, width);
	g_autofree char *flat = g_strdelimit(g_strdup(text), "\t\n\v\f\r", ' ');
	g_autoptr(GString) joined = g_string_new(NULL);
	GString *out = g_string_new(NULL);
	gboolean before = FALSE;

	for (guint i = 0; i < pieces->len; i++) {
		const ys_piece *p = g_ptr_array_index(pieces, i);
		gboolean outer = i == 0 || i + 1 == pieces->len;
		gboolean ellipsis = width && outer && !p->hit && !strcmp(p->text, "…");

		assert_true(*p->text);
		if (g_utf8_validate(text, -1, NULL))
			assert_true(g_utf8_validate(p->text, -1, NULL));
		if (!ellipsis) {
			assert_true(!joined->len || p->hit != before);
			before = p->hit;
			g_string_append(joined, p->text);
		}
		g_string_append_printf(out, p->hit ? "[%s]" : "%s", p->text);
	}
	assert_non_null(strstr(flat, joined->str));
	if (!width)
		assert_string_equal(flat, joined->str);
	return g_string_free(out, FALSE);
}

static char *snippet_of(const char *text, const char *needles, guint width)
{
	g_auto(GStrv) list = g_strsplit(needles, "/", -1);
	g_autoptr(ys_folded) folded = ys_fold(text, -1);
	g_autoptr(GArray) ranges = ys_match_ranges(folded, (const char *const *)list);

	return snippet(text, ranges, width);
}

static void snippets_are_as_written(void **state)
{
	static const char prose[] =
		"本项目由清溪区数据管理局实施。主要用于政务云平台的租用，包括计算和存储资源。"
		"另有热线运行经费1,156.36万元，用于12345 热线坐席。全年预计服务群众三百万人次，满意度不低于百分之九十。";
	static const struct {
		const char *behaviour, *text, *needles;
		guint width;
		const char *want;
	} want[] = {
		{ "width 0 is the whole text", "甲云乙", "云", 0, "甲[云]乙" },
		{ "short text is whole", "甲云乙", "云", 3, "甲[云]乙" },
		{ "no text, no pieces", "", "云", 10, "" },
		{ "line ends and tabs become blanks", "甲\n云\t乙\r\n", "云", 0, "甲 [云] 乙  " },
		{ "without a match the beginning", prose, "没有", 18, "本项目由清溪区数据管理局实施。…" },
		{ "a passage ends and begins at sentences", prose, "政务云", 26,
		  "…主要用于[政务云]平台的租用，包括计算和存储资源。…" },
		{ "the passage with most matches", prose, "政务云/热线/12345", 28,
		  "…另有[热线]运行经费1,156.36万元，用于[12345] [热线]坐席。…" },
		{ "a match at the end shows what stands before", prose, "九十", 24,
		  "…全年预计服务群众三百万人次，满意度不低于百分之[九十]。" },
		{ "a match longer than the width is whole", prose, "包括计算和存储资源", 3, "…[包括计算和存储资源]…" },
		{ "another match at the edge is whole", "甲云乙丙丁戊政务云平台己庚辛壬癸子丑寅", "甲云/政务云平台", 8,
		  "[甲云]乙丙丁戊[政务云平台]…" },
		{ "numbers are not cut", "经费1234567890.25万元经费1234567890.25万元", "万元", 9,
		  "…1234567890.25[万元]…" },
		{ "blank rests leave no ellipsis", "  \n 云平台 \n  ", "云", 4, "[云]平台" },
	};

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(want); i++) {
		g_autofree char *got = snippet_of(want[i].text, want[i].needles, want[i].width);

		if (strcmp(got, want[i].want))
			fail_msg("%s: \"%s\", not \"%s\"", want[i].behaviour, got, want[i].want);
	}
}

static void no_snippet_cuts_a_match_or_a_character(void **state)
{
	static const char *const units[] = {
		"政务", "云", "，", "。", " ", "\n", "12.5", "ipv6", "é", "“", "\U00020000",
	};
	g_autoptr(GRand) rand = g_rand_new_with_seed(5);

	(void)state;
	for (guint round = 0; round < 4000; round++) {
		guint width = g_rand_int_range(rand, 0, 40);
		g_autoptr(GString) text = g_string_new(NULL);
		g_autofree char *all = NULL, *got = NULL;

		for (guint i = g_rand_int_range(rand, 0, 60); i; i--)
			g_string_append(text, units[g_rand_int_range(rand, 0, G_N_ELEMENTS(units))]);
		all = snippet_of(text->str, "政务云/ipv6/云 云", 0);
		got = snippet_of(text->str, "政务云/ipv6/云 云", width);
		assert_true(!strchr(all, '[') == !strchr(got, '['));
		/* What is shown of 12.5 or ipv6 is shown whole. */
		for (const char *s = got; (s = strpbrk(s, "5v")); s++) {
			assert_true(s > got);
			if (*s == 'v')
				assert_memory_equal(s - 2, "ipv6", 4);
			else
				assert_memory_equal(s - 3, "12.5", 4);
		}
		if (width)
			assert_true(g_utf8_strlen(got, -1) <= width + width / 6 + 64);
	}
}

static void wild_ranges_do_no_harm(void **state)
{
	g_autoptr(GRand) rand = g_rand_new_with_seed(6);

	(void)state;
	for (guint round = 0; round < 4000; round++) {
		g_autoptr(GArray) ranges = g_array_new(FALSE, FALSE, sizeof(ys_range));
		g_autoptr(GString) text = g_string_new(NULL);
		g_autofree char *got = NULL;

		for (guint i = g_rand_int_range(rand, 0, 60); i; i--)
			if (round % 2)
				g_string_append_c(text, g_rand_int_range(rand, 1, 256));
			else
				g_string_append(text, g_rand_boolean(rand) ? "云 " : "a，");
		for (guint i = g_rand_int_range(rand, 0, 5); i; i--) {
			ys_range r = { g_rand_int_range(rand, 0, 200), g_rand_int_range(rand, 0, 200) };

			g_array_append_val(ranges, r);
		}
		got = snippet(text->str, ranges, g_rand_int_range(rand, 0, 30));
		assert_non_null(got);
	}
}

static gboolean may_be_in_number(gunichar c)
{
	return c == '.' || c == ',' || c == 0xFF0C;
}

/* Whether a query may begin or end between two characters of the original. */
static gboolean may_cut(gunichar a, gunichar b)
{
	ys_char_class x = ys_char_class_of(a), y = ys_char_class_of(b);

	if (may_be_in_number(a) || may_be_in_number(b))
		return FALSE;
	return x != YS_CHAR_WORD || y != YS_CHAR_WORD;
}

static void every_window_of_a_line_finds_it(void **state)
{
	static const char line[] =
		"清溪区“e企查”２０２３年 １２３４５ 热线、IPv6改造經費1,156.36万元（占12.5%）项 目A-1 café①，"
		"第3批；電子政務雲平臺 1,234,567 smart city“雪亮”工\u200B程";
	static const glong widths[] = { 1, 2, 3, 4, 8 };
	g_autofree gunichar *chars = NULL;
	g_autoptr(ys_folded) hay = ys_fold(line, -1);
	guint windows = 0;
	glong n;

	(void)state;
	chars = g_utf8_to_ucs4_fast(line, -1, &n);
	for (gsize w = 0; w < G_N_ELEMENTS(widths); w++) {
		for (glong i = 0; i + widths[w] <= n; i++) {
			g_autofree char *window = g_ucs4_to_utf8(chars + i, widths[w], NULL, NULL, NULL);
			g_autoptr(ys_folded) needle = ys_fold(window, -1);
			g_autoptr(ys_folded) again = NULL;
			gssize at;

			if (!needle->len || (i && !may_cut(chars[i - 1], chars[i])) ||
			    (i + widths[w] < n && !may_cut(chars[i + widths[w] - 1], chars[i + widths[w]])))
				continue;
			at = ys_match_find(hay->text, hay->len, needle->text, needle->len, 0);
			if (at < 0)
				fail_msg("\"%s\" is not found in \"%s\"", needle->text, hay->text);
			again = ys_fold(line + hay->start[at],
					hay->end[at + needle->len - 1] - hay->start[at]);
			assert_string_equal(again->text, needle->text);
			windows++;
		}
	}
	assert_true(windows > 150);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_find_row_holds),
		cmocka_unit_test(find_agrees_with_plain_search),
		cmocka_unit_test(hostile_text_takes_linear_time),
		cmocka_unit_test(ranges_cover_exactly_the_match),
		cmocka_unit_test(snippets_are_as_written),
		cmocka_unit_test(no_snippet_cuts_a_match_or_a_character),
		cmocka_unit_test(wild_ranges_do_no_harm),
		cmocka_unit_test(every_window_of_a_line_finds_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
