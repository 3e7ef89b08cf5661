#include "src/text/fold.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <uninorm.h>

#define SOFT_HYPHEN     "\u00AD"
#define ZERO_WIDTH      "\u200B"
#define JOINER          "\u200D"
#define BOM             "\uFEFF"
#define NBSP            "\u00A0"
#define IDEOGRAPHIC     "\u3000"
#define ACUTE           "\u0301"
#define DOT_BELOW       "\u0323"

static const struct {
	const char *behaviour, *in, *out;
} rows[] = {
	{ "empty stays empty", "", "" },
	{ "Han characters stay", "政务服务中心", "政务服务中心" },
	{ "letters become small", "IPv6 ÉCOLE", "ipv6 école" },
	{ "sharp s folds fully", "Straße", "strasse" },
	{ "full width becomes half width", "ＡＢＣ１２３", "abc123" },
	{ "half width kana become whole", "ｶﾞｲﾄﾞ", "ガイド" },
	{ "traditional becomes simplified", "電子政務雲平臺經費", "电子政务云平台经费" },
	{ "a chain of two conversions goes to its end", "薴", "苎" },
	{ "Kangxi radicals are characters", "⼀⾨⼤", "一门大" },
	{ "supplement radicals are characters", "部⻔⻋⻅⻓⻘⻚⻛⺠⽣", "部门车见长青页风民生" },
	{ "compatibility ideographs are characters", "\uF9DC\uFA19", "隆神" },
	{ "circled numbers are numbers", "①政务", "1政务" },
	{ "bracketed numbers separate", "中⑴国", "中 1 国" },
	{ "units are spelt out", "100㎡", "100m2" },
	{ "a keycap is its digit", "1\uFE0F\u20E3", "1" },
	{ "々 and 〇 are Han", "人々 二 〇 二 三", "人々二〇二三" },
	{ "new ideographs are Han in an old Unicode", "中 \U000323A0 国", "中\U000323A0国" },

	{ "blanks between Han vanish", "项 目 经　费", "项目经费" },
	{ "blanks between Han and digits vanish", "12345 热线 2021 年", "12345热线2021年" },
	{ "blanks between words separate", "smart  city 5", "smart city 5" },
	{ "no-break and ideographic blanks are blanks", "项" NBSP "目" IDEOGRAPHIC "费", "项目费" },
	{ "blanks around vanish", "  项目 ", "项目" },
	{ "quotation marks between Han vanish", "“雪亮”工程", "雪亮工程" },
	{ "quotation marks before a letter vanish", "“天河e企查”", "天河e企查" },
	{ "quotation marks between words separate", "don't", "don t" },
	{ "corner brackets are quotation marks", "「三公」『经费』", "三公经费" },
	{ "full width quotation marks too", "＂三公＂经费", "三公经费" },
	{ "book marks separate", "《办法》通知", "办法 通知" },
	{ "a comma separates Han", "部门，单位", "部门 单位" },
	{ "punctuation with blanks separates once", "部门 、 单位", "部门 单位" },
	{ "punctuation around vanishes", "（部门）。", "部门" },
	{ "tab separates", "部门\t单位", "部门 单位" },
	{ "line end separates", "部门\n单位", "部门 单位" },
	{ "line separator separates", "部门\u2028单位", "部门 单位" },
	{ "a cell border separates", "部门|单位", "部门 单位" },
	{ "replacement characters separate", "预\uFFFD算", "预 算" },
	{ "private glyphs separate", "预\uE000算", "预 算" },

	{ "zero width vanishes between Han", "政" ZERO_WIDTH "务" BOM "云", "政务云" },
	{ "zero width vanishes inside words", "so" SOFT_HYPHEN "ft" JOINER "ware", "software" },
	{ "variation selectors vanish", "葛\U000E0100城", "葛城" },
	{ "zero width does not undo a separator", "a" ZERO_WIDTH "-" ZERO_WIDTH "b", "a b" },

	{ "a thousands comma vanishes", "1,156.36", "1156.36" },
	{ "all thousands commas vanish", "1,234,567万元", "1234567万元" },
	{ "a full width thousands comma vanishes", "１，１５６．３６", "1156.36" },
	{ "a comma before two digits separates", "12,34", "12 34" },
	{ "a comma before four digits separates", "1,2345", "1 2345" },
	{ "each comma is judged alone", "5,000,00", "5000 00" },
	{ "a comma with a blank separates", "36, 145", "36 145" },
	{ "a comma after a letter separates", "a,123", "a 123" },
	{ "two commas separate", "1,,234", "1 234" },
	{ "a comma group ends at a letter", "1,234abc", "1234abc" },
	{ "a comma group ends at a blank", "1,234 567", "1234 567" },
	{ "a comma group ends at Han", "1,234 万", "1234万" },
	{ "zero width inside a comma group", "1" ZERO_WIDTH "," ZERO_WIDTH "2" ZERO_WIDTH "34", "1234" },
	{ "a point between digits stays", "12.50", "12.50" },
	{ "points of a version stay", "1.2.3", "1.2.3" },
	{ "a point at the end vanishes", "12.", "12" },
	{ "a point before digits separates", "a.5", "a 5" },
	{ "a point after digits separates", "5.a", "5 a" },
	{ "two points separate", "1..2", "1 2" },
	{ "a point with a blank separates", "0. 16", "0 16" },
	{ "percent separates", "12.5%和", "12.5 和" },

	{ "a letter and its accent compose", "cafe" ACUTE, "café" },
	{ "marks are put in order", "a" ACUTE DOT_BELOW "x", "ạ\u0301x" },
	{ "capital and accent compose small", "E" ACUTE "cole", "école" },
	{ "composition sees through zero width", "e" JOINER ACUTE "t", "ét" },
	{ "kana and its voice mark compose", "か\u3099", "が" },
	{ "Hangul letters compose", "\u1112\u1161\u11AB", "한" },
	{ "a mark alone vanishes", ACUTE, "" },
	{ "a mark over a blank is a blank", "a " ACUTE "b", "a b" },
	{ "a mark over punctuation separates", "a|" ACUTE "b", "a b" },
	{ "an accent ends a comma group", "1,234" ACUTE "5", "1234" ACUTE "5" },

	{ "an invalid byte separates", "预\xFF算", "预 算" },
	{ "a lone tail separates", "预\x80算", "预 算" },
	{ "a cut sequence separates", "预\xE7\xAE", "预" },
	{ "a cut sequence before a letter separates", "a\xE7" "b", "a b" },
	{ "overlong forms separate", "a\xC1\xA1\xE0\x81\xA1" "b", "a b" },
	{ "surrogates separate", "a\xED\xA0\x80" "b", "a b" },
	{ "beyond Unicode separates", "a\xF4\x90\x80\x80" "b", "a b" },
};

static char *folded_text(const char *s, gssize n)
{
	GString *out = g_string_new(NULL);

	ys_fold_append(out, s, n);
	return g_string_free(out, FALSE);
}

/* What holds for any input; returns the folded text. */
static char *check_fold(const char *s, gsize n)
{
	g_autoptr(ys_folded) f = ys_fold(s, n);
	g_autofree char *text = folded_text(s, n);
	g_autofree char *lines = g_strdelimit(g_strdup(text), " ", '\n');
	g_autofree char *again = folded_text(lines, -1);

	assert_string_equal(f->text, text);
	assert_int_equal(f->len, strlen(text));
	assert_true(g_utf8_validate(text, -1, NULL));
	/* A blank that folding left stands for a separator; a blank would not separate Han. */
	assert_string_equal(again, text);
	assert_null(strstr(text, "  "));
	for (gsize i = 0; i < f->len; i++) {
		assert_true(f->start[i] < f->end[i]);
		assert_true(f->end[i] <= n);
		if (i)
			assert_true(f->start[i - 1] <= f->start[i] && f->end[i - 1] <= f->end[i]);
	}
	return g_steal_pointer(&text);
}

static void every_row_folds_as_written(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *text = check_fold(rows[i].in, strlen(rows[i].in));

		if (strcmp(text, rows[i].out))
			fail_msg("%s: \"%s\" folds to \"%s\", not \"%s\"", rows[i].behaviour, rows[i].in,
				 text, rows[i].out);
	}
}

static void classes_are_known(void **state)
{
	static const struct {
		gunichar c;
		ys_char_class class;
	} want[] = {
		{ 0x653F, YS_CHAR_HAN }, { 0x3005, YS_CHAR_HAN }, { 0x3006, YS_CHAR_HAN },
		{ 0x3007, YS_CHAR_HAN }, { 0x3042, YS_CHAR_HAN }, { 0x30AB, YS_CHAR_HAN },
		{ 0x30FC, YS_CHAR_HAN }, { 0xD55C, YS_CHAR_HAN }, { 0x3105, YS_CHAR_HAN },
		{ 0x20000, YS_CHAR_HAN }, { 0x3021, YS_CHAR_HAN },
		{ 'a', YS_CHAR_WORD }, { '0', YS_CHAR_WORD }, { 0xE9, YS_CHAR_WORD }, { 0x416, YS_CHAR_WORD },
		{ 0x301, YS_CHAR_WORD }, { 0x661, YS_CHAR_WORD }, { 'A', YS_CHAR_WORD },
		{ ' ', YS_CHAR_BLANK }, { 0xA0, YS_CHAR_BLANK }, { 0x3000, YS_CHAR_BLANK },
		{ '"', YS_CHAR_QUOTE }, { 0x201C, YS_CHAR_QUOTE }, { 0xBB, YS_CHAR_QUOTE },
		{ 0x300C, YS_CHAR_QUOTE },
		{ 0x200B, YS_CHAR_IGNORED }, { 0xFEFF, YS_CHAR_IGNORED }, { 0xAD, YS_CHAR_IGNORED },
		{ 0x200E, YS_CHAR_IGNORED }, { 0xFE0F, YS_CHAR_IGNORED },
		{ '\t', YS_CHAR_SEPARATOR }, { '\n', YS_CHAR_SEPARATOR }, { '\r', YS_CHAR_SEPARATOR },
		{ '\v', YS_CHAR_SEPARATOR }, { '\f', YS_CHAR_SEPARATOR }, { 0, YS_CHAR_SEPARATOR },
		{ '.', YS_CHAR_SEPARATOR }, { 0x300A, YS_CHAR_SEPARATOR }, { 0xB7, YS_CHAR_SEPARATOR },
		{ 0xD800, YS_CHAR_SEPARATOR }, { 0x110000, YS_CHAR_SEPARATOR },
		{ 0xFFFFFFFF, YS_CHAR_SEPARATOR },
	};

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(want); i++)
		if (ys_char_class_of(want[i].c) != want[i].class)
			fail_msg("U+%04X is of class %d, not %d", want[i].c, ys_char_class_of(want[i].c),
				 want[i].class);
}

static void appending_keeps_what_was_there(void **state)
{
	g_autoptr(GString) out = g_string_new("A,1");

	(void)state;
	ys_fold_append(out, " 政务\n", -1);
	ys_fold_append(out, ACUTE "2,345 x", 6);
	assert_string_equal(out->str, "A,1政务2 34");
	assert_int_equal(out->len, strlen(out->str));
}

static void a_nul_inside_separates(void **state)
{
	g_autofree char *text = check_fold("预\0算", 7);

	(void)state;
	assert_string_equal(text, "预 算");
}

static void the_map_leads_back(void **state)
{
	static const struct {
		const char *in, *part, *original;
	} want[] = {
		{ "花费 12345 热线 经费", "12345热线", "12345 热线" },
		{ "用“政务 云”平台", "政务云", "政务 云" },
		{ "共１，１５６．３６万元", "1156.36", "１，１５６．３６" },
		{ "共1,234,567元", "4567", "4,567" },
		{ "一cafe" ACUTE "店", "é", "e" ACUTE },
		{ "一e" JOINER ACUTE "店", "é", "e" JOINER ACUTE },
		{ "共1,234" ACUTE, ACUTE, "4" ACUTE },
		{ "部门 、单位", " ", " 、" },
		{ "约100㎡地", "m2", "㎡" },
		{ "共⑴项", "1", "⑴" },
		{ "電子政務", "子政", "子政" },
	};

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(want); i++) {
		g_autoptr(ys_folded) f = ys_fold(want[i].in, -1);
		const char *hit = strstr(f->text, want[i].part);
		g_autofree char *slice = NULL;
		gsize at;

		assert_non_null(hit);
		at = hit - f->text;
		slice = g_strndup(want[i].in + f->start[at],
				  f->end[at + strlen(want[i].part) - 1] - f->start[at]);
		assert_string_equal(slice, want[i].original);
	}
}

static void every_slice_of_the_original_folds_to_its_part(void **state)
{
	static const char line[] = "清溪区“e企查”２０２３年 項 目經費1,156.36万元；IPv6\t改造 Ｃａｆe" ACUTE " 12.5%";
	g_autoptr(ys_folded) f = ys_fold(line, -1);

	(void)state;
	for (gsize from = 0; from < f->len; from++) {
		if (f->text[from] == ' ' || f->text[from] == '.' || ((guint8)f->text[from] & 0xC0) == 0x80)
			continue;
		for (gsize to = from + 1; to <= f->len; to++) {
			g_autofree char *part = NULL, *slice = NULL;

			if (strchr(" .", f->text[to - 1]) || ((guint8)f->text[to] & 0xC0) == 0x80)
				continue;
			/* A group of thousands cut short is two numbers. */
			if (to < f->len && g_ascii_isdigit(f->text[to]))
				continue;
			part = g_strndup(f->text + from, to - from);
			slice = folded_text(line + f->start[from], f->end[to - 1] - f->start[from]);
			assert_string_equal(slice, part);
		}
	}
}

static void every_character_folds_once_and_for_all(void **state)
{
	static const struct {
		const char *before, *after;
	} around[] = {
		{ "", "" }, { "a", "b" }, { "中", "国" }, { "1,", "234" }, { "か", "\u3099" }, { "1", "2" },
	};

	(void)state;
	for (gunichar c = 1; c < 0x110000; c++) {
		char utf8[8] = "";

		/* Planes 4 to 13 are empty. */
		if ((c >= 0xD800 && c < 0xE000) || (c >= 0x40000 && c < 0xE0000))
			continue;
		g_unichar_to_utf8(c, utf8);
		for (gsize i = 0; i < G_N_ELEMENTS(around); i++) {
			g_autofree char *s = g_strconcat(around[i].before, utf8, around[i].after, NULL);
			g_autofree char *once = folded_text(s, -1);
			g_autofree char *lines = g_strdelimit(g_strdup(once), " ", '\n');
			g_autofree char *twice = folded_text(lines, -1);

			if (strcmp(once, twice))
				fail_msg("U+%04X: \"%s\", then \"%s\"", c, once, twice);
			if (i == 0 && ys_folds_to_itself(c) && strcmp(once, utf8))
				fail_msg("U+%04X folds to \"%s\", not to itself", c, once);
		}
	}
}

static void simplified_characters_fold_to_themselves(void **state)
{
	(void)state;
	assert_true(ys_folds_to_itself(U'预'));
	assert_true(ys_folds_to_itself('7'));
	assert_false(ys_folds_to_itself(U'預'));
	assert_false(ys_folds_to_itself('A'));
	assert_false(ys_folds_to_itself(U'，'));
	assert_false(ys_folds_to_itself(0x110000));
}

static void decomposed_text_folds_like_composed(void **state)
{
	(void)state;
	for (gunichar c = 0xA0; c < 0x30000; c++) {
		guint8 utf8[8], room[64], *apart;
		g_autofree char *a = NULL, *b = NULL;
		size_t n = sizeof room;

		if (c >= 0xD800 && c < 0xE000)
			continue;
		gint len = g_unichar_to_utf8(c, (char *)utf8);
		apart = u8_normalize(UNINORM_NFD, utf8, len, room, &n);
		assert_ptr_equal(apart, room);
		a = folded_text((const char *)utf8, len);
		b = folded_text((const char *)apart, n);
		if (strcmp(a, b))
			fail_msg("U+%04X: \"%s\", apart \"%s\"", c, a, b);
	}
}

static void traditional_file_is_sorted_and_used(void **state)
{
	g_autofree char *path = g_build_filename(getenv("top_srcdir") ?: ".", "data", "traditional", NULL);
	g_autofree char *content = NULL;
	g_auto(GStrv) lines = NULL;
	gunichar last = 0;
	guint pairs = 0;

	(void)state;
	assert_true(g_file_get_contents(path, &content, NULL, NULL));
	lines = g_strsplit(content, "\n", -1);
	for (gsize i = 0; lines[i]; i++) {
		g_auto(GStrv) pair = NULL;
		g_autofree char *a = NULL, *b = NULL;

		if (lines[i][0] == '#' || !lines[i][0])
			continue;
		pair = g_strsplit(lines[i], "\t", -1);
		assert_int_equal(g_strv_length(pair), 2);
		assert_int_equal(g_utf8_strlen(pair[0], -1), 1);
		assert_int_equal(g_utf8_strlen(pair[1], -1), 1);
		assert_true(g_utf8_get_char(pair[0]) > last);
		last = g_utf8_get_char(pair[0]);
		a = folded_text(pair[0], -1);
		b = folded_text(pair[1], -1);
		assert_string_equal(a, b);
		assert_string_not_equal(a, pair[0]);
		pairs++;
	}
	assert_true(pairs > 4000);
}

static void garbage_folds_soundly(void **state)
{
	/* Pieces that meet each other's rules, between random bytes. */
	static const char *const pieces[] = {
		",", ".", " ", "1", "234", "e", ACUTE, DOT_BELOW, JOINER, "政", "務", "“", "か", "\u3099",
		"\u1112", "\u1161", "⑴", "\uFDFA", "，", "\n",
	};
	g_autoptr(GRand) rand = g_rand_new_with_seed(20240101);

	(void)state;
	for (guint round = 0; round < 3000; round++) {
		g_autoptr(GString) s = g_string_new(NULL);
		g_autofree char *text = NULL;

		for (guint i = g_rand_int_range(rand, 0, 40); i; i--) {
			if (round % 3 == 0 && g_rand_boolean(rand))
				g_string_append_c(s, g_rand_int_range(rand, 0, 256));
			else
				g_string_append(s, pieces[g_rand_int_range(rand, 0, G_N_ELEMENTS(pieces))]);
		}
		text = check_fold(s->str, s->len);
	}
}

static void a_megabyte_of_anything_folds(void **state)
{
	const gsize n = 1 << 20;
	g_autofree char *bytes = g_malloc(n);
	g_autoptr(GRand) rand = g_rand_new_with_seed(7);
	g_autoptr(GString) marks = g_string_new("e"), long_ones = g_string_new(NULL);
	g_autofree char *a = NULL, *b = NULL, *c = NULL;

	(void)state;
	for (gsize i = 0; i < n; i++)
		bytes[i] = g_rand_int_range(rand, 0, 256);
	a = check_fold(bytes, n);
	while (marks->len < n / 4)
		g_string_append(marks, DOT_BELOW ACUTE);
	b = check_fold(marks->str, marks->len);
	while (long_ones->len < n / 4)
		g_string_append(long_ones, "\uFDFA");
	c = check_fold(long_ones->str, long_ones->len);
	assert_true(strlen(c) > 2 * long_ones->len);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_row_folds_as_written),
		cmocka_unit_test(classes_are_known),
		cmocka_unit_test(appending_keeps_what_was_there),
		cmocka_unit_test(a_nul_inside_separates),
		cmocka_unit_test(the_map_leads_back),
		cmocka_unit_test(every_slice_of_the_original_folds_to_its_part),
		cmocka_unit_test(every_character_folds_once_and_for_all),
		cmocka_unit_test(simplified_characters_fold_to_themselves),
		cmocka_unit_test(decomposed_text_folds_like_composed),
		cmocka_unit_test(traditional_file_is_sorted_and_used),
		cmocka_unit_test(garbage_folds_soundly),
		cmocka_unit_test(a_megabyte_of_anything_folds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
