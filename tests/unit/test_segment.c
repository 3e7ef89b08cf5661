#include "src/text/segment.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "src/text/fold.h"

static const struct {
	const char *behaviour, *folded;
	const char *terms;      /* each followed by '/' */
	const char *query;      /* the same; a prefix by '*' */
	gboolean enough;
} rows[] = {
	{ "nothing gives nothing", "", "", "", TRUE },
	{ "two characters are one bigram", "预算", "预算/算/", "预算/", TRUE },
	{ "one character is found as a prefix", "云", "云/", "云*", TRUE },
	{ "three characters overlap", "政务云", "政务/务云/云/", "政务/务云/", FALSE },
	{ "a word is itself", "ipv6", "ipv6/", "ipv6/", TRUE },
	{ "a number keeps its point", "12.5", "12.5/", "12.5/", TRUE },
	{ "Han before a word ends there", "政务云12345", "政务/务云/云/12345/", "政务/务云/云/12345/", FALSE },
	{ "Han after a word may go on", "12345热线", "12345/热线/线/", "12345/热线/", FALSE },
	{ "one character after a word may go on", "e企", "e/企/", "e/企*", FALSE },
	{ "one character before a word is alone", "第3", "第/3/", "第/3/", FALSE },
	{ "a separator ends a run", "三公 经费", "三公/公/经费/费/", "三公/公/经费/", FALSE },
	{ "two words", "smart city", "smart/city/", "smart/city/", FALSE },
	{ "letters with marks are words", "café q\u0303z", "café/q\u0303z/", "café/q\u0303z/", FALSE },
	{ "characters of four bytes", "\U00020000云\U00020001", "\U00020000云/云\U00020001/\U00020001/",
	  "\U00020000云/云\U00020001/", FALSE },
	{ "kana is cut like Han", "ガイド", "ガイ/イド/ド/", "ガイ/イド/", FALSE },
	{ "a doubled character needs a look", "哈哈哈", "哈哈/哈哈/哈/", "哈哈/哈哈/", FALSE },
};

static void add_term(const char *term, gsize len, void *data)
{
	g_string_append_len(data, term, len);
	g_string_append_c(data, '/');
}

static void add_query_term(const char *term, gsize len, ys_query_term_kind kind, void *data)
{
	g_string_append_len(data, term, len);
	g_string_append_c(data, kind == YS_TERM_PREFIX ? '*' : '/');
}

static void every_row_is_cut_as_written(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(GString) terms = g_string_new(NULL), query = g_string_new(NULL);
		gsize len = strlen(rows[i].folded);
		gboolean enough = ys_segment_query(rows[i].folded, len, add_query_term, query);

		ys_segment(rows[i].folded, len, add_term, terms);
		if (strcmp(terms->str, rows[i].terms))
			fail_msg("%s: terms \"%s\", not \"%s\"", rows[i].behaviour, terms->str,
				 rows[i].terms);
		if (strcmp(query->str, rows[i].query))
			fail_msg("%s: query \"%s\", not \"%s\"", rows[i].behaviour, query->str,
				 rows[i].query);
		if (enough != rows[i].enough)
			fail_msg("%s: enough is %d", rows[i].behaviour, enough);
	}
}

static void only_len_bytes_are_read(void **state)
{
	g_autoptr(GString) terms = g_string_new(NULL), query = g_string_new(NULL);

	(void)state;
	ys_segment("政务云平台", 6, add_term, terms);
	assert_string_equal(terms->str, "政务/务/");
	assert_true(ys_segment_query("政务云平台", 3, add_query_term, query));
	assert_string_equal(query->str, "政*");
}

static void long_words_are_cut_at_a_character(void **state)
{
	static const struct {
		gsize ascii;            /* letters before two-byte ones up to 140 bytes */
		gsize term;             /* bytes */
	} want[] = { { 0, 120 }, { 1, 119 }, { 118, 120 }, { 119, 119 }, { 120, 120 }, { 140, 120 } };

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(want); i++) {
		g_autoptr(GString) word = g_string_new(NULL), terms = g_string_new(NULL);
		g_autoptr(GString) query = g_string_new(NULL);

		while (word->len < want[i].ascii)
			g_string_append_c(word, 'a');
		while (word->len < 140)
			g_string_append(word, "ж");
		ys_segment(word->str, word->len, add_term, terms);
		assert_int_equal(terms->len, want[i].term + 1);
		assert_true(g_utf8_validate(terms->str, -1, NULL));
		assert_memory_equal(terms->str, word->str, want[i].term);
		assert_false(ys_segment_query(word->str, word->len, add_query_term, query));
		assert_string_equal(query->str, terms->str);
	}
}

static void a_word_that_a_longer_one_is_cut_to_needs_a_look(void **state)
{
	g_autofree char *word = g_strnfill(YS_WORD_MAX, 'a');

	(void)state;
	for (gsize len = YS_WORD_MAX - 8; len <= YS_WORD_MAX; len++) {
		g_autoptr(GString) query = g_string_new(NULL);

		assert_int_equal(ys_segment_query(word, len, add_query_term, query), len <= YS_WORD_MAX - 4);
		assert_int_equal(query->len, len + 1);
	}
}

static void add_to_set(const char *term, gsize len, void *data)
{
	g_hash_table_add(data, g_strndup(term, len));
}

static void check_in_set(const char *term, gsize len, ys_query_term_kind kind, void *data)
{
	g_autofree char *wanted = g_strndup(term, len);
	GHashTableIter iter;
	gpointer key;

	if (kind == YS_TERM_WHOLE) {
		if (!g_hash_table_contains(data, wanted))
			fail_msg("the line has no term \"%s\"", wanted);
		return;
	}
	g_hash_table_iter_init(&iter, data);
	while (g_hash_table_iter_next(&iter, &key, NULL))
		if (g_str_has_prefix(key, wanted))
			return;
	fail_msg("the line has no term that begins with \"%s\"", wanted);
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

static void every_window_of_a_line_asks_only_for_its_terms(void **state)
{
	static const char line[] =
		"清溪区“e企查”２０２３年 １２３４５ 热线、IPv6改造經費1,156.36万元（占12.5%）项 目A-1 café①，"
		"第3批；電子政務雲平臺 1,234,567 smart city“雪亮”工\u200B程";
	static const glong widths[] = { 1, 2, 3, 4, 8 };
	g_autoptr(GHashTable) set = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autofree gunichar *chars = NULL;
	g_autoptr(ys_folded) folded = ys_fold(line, -1);
	glong n;
	guint windows = 0;

	(void)state;
	chars = g_utf8_to_ucs4_fast(line, -1, &n);
	ys_segment(folded->text, folded->len, add_to_set, set);
	for (gsize w = 0; w < G_N_ELEMENTS(widths); w++) {
		for (glong i = 0; i + widths[w] <= n; i++) {
			g_autofree char *window = g_ucs4_to_utf8(chars + i, widths[w], NULL, NULL, NULL);
			g_autoptr(ys_folded) query = ys_fold(window, -1);

			if ((i && !may_cut(chars[i - 1], chars[i])) ||
			    (i + widths[w] < n && !may_cut(chars[i + widths[w] - 1], chars[i + widths[w]])))
				continue;
			ys_segment_query(query->text, query->len, check_in_set, set);
			windows++;
		}
	}
	assert_true(windows > 150);
}

static void ignore_term(const char *term, gsize len, void *data)
{
	gsize *sum = data;

	*sum += len + (guint8)term[len - 1];
}

static void text_that_is_not_folded_does_no_harm(void **state)
{
	g_autoptr(GRand) rand = g_rand_new_with_seed(3);
	gsize sum = 0;

	(void)state;
	for (guint round = 0; round < 2000; round++) {
		gsize n = g_rand_int_range(rand, 0, 64);
		g_autofree char *bytes = g_malloc(n);

		for (gsize i = 0; i < n; i++)
			bytes[i] = g_rand_int_range(rand, 0, 256);
		ys_segment(bytes, n, ignore_term, &sum);
	}
	assert_true(sum > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_row_is_cut_as_written),
		cmocka_unit_test(only_len_bytes_are_read),
		cmocka_unit_test(long_words_are_cut_at_a_character),
		cmocka_unit_test(a_word_that_a_longer_one_is_cut_to_needs_a_look),
		cmocka_unit_test(every_window_of_a_line_asks_only_for_its_terms),
		cmocka_unit_test(text_that_is_not_folded_does_no_harm),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
