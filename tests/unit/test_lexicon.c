/* Known words, what stands by chance, and characters that look alike. */
#include <string.h>

#include "src/text/fold.h"
#include "src/text/lexicon.h"
#include "src/text/look_alike.h"
#include "tests/unit/publication_fixture.h"

/* ---- chance ---- */

static const struct chance_row {
	const char *name, *run, *text;
	gboolean chance;
} chance_rows[] = {
	{ "the end of one word and the beginning of another", "制服", "编制服务", TRUE },
	{ "the end of a word and what is behind it", "计费", "设计费", TRUE },
	{ "a word", "制服", "新制服", FALSE },
	{ "two words that share a character are both", "政务云", "政务云租赁", FALSE },
	{ "a kind of what is meant is no chance", "电费", "水电费", FALSE },
	{ "nor is a longer word with it", "物业", "物业管理", FALSE },
	{ "four characters do not meet by chance", "制服务台", "编制服务台", FALSE },
};

static void a_run_stands_by_chance_or_not(void **state)
{
	const struct chance_row *row = *state;
	g_autoptr(GPtrArray) before = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) behind = g_ptr_array_new_with_free_func(g_free);
	const gsize at = strstr(row->text, row->run) - row->text;

	ys_lexicon_borders(row->run, before, behind);
	assert_int_equal(ys_lexicon_is_chance(row->text, strlen(row->text), at, strlen(row->run), before, behind),
			 row->chance);
}

/* ---- stems ---- */

static const struct stem_row {
	const char *name, *run, *stem;
} stem_rows[] = {
	{ "an end that tells nothing", "电梯经费", "电梯" },
	{ "two of them", "电梯项目经费", "电梯" },
	{ "none", "电梯", "电梯" },
	{ "one character is no stem", "水费", "水费" },
	{ "nor is another that tells nothing", "项目经费", "项目经费" },
};

static void a_run_has_a_stem(void **state)
{
	const struct stem_row *row = *state;

	assert_int_equal(ys_lexicon_stem(row->run, strlen(row->run)), strlen(row->stem));
}

static void known_words_make_a_run_or_not(void **state)
{
	(void)state;
	assert_true(ys_lexicon_makes("电梯维保", strlen("电梯维保")));
	assert_false(ys_lexicon_makes("电梯维报", strlen("电梯维报")));
}

static void check_folded(const char *word, gsize len, void *data)
{
	g_autofree char *copy = g_strndup(word, len);
	g_autoptr(GString) folded = g_string_new(NULL);

	(void)data;
	ys_fold_append(folded, copy, -1);
	if (strcmp(folded->str, copy) || g_utf8_strlen(copy, -1) < (g_ascii_isalnum(*copy) ? 2 : 1))
		fail_msg("%s folds to %s", copy, folded->str);
}

static void every_word_is_folded(void **state)
{
	(void)state;
	ys_lexicon_each(check_folded, NULL);
}

/* ---- shapes ---- */

static gboolean look_alike(gunichar a, gunichar b)
{
	g_autoptr(GArray) others = ys_look_alikes(a);

	for (guint i = 0; i < others->len; i++)
		if (g_array_index(others, gunichar, i) == b)
			return TRUE;
	return FALSE;
}

static void look_alikes_go_both_ways(void **state)
{
	static const char *const pairs[] = { "未末", "己已", "晴睛", "账帐", "材村", "拆诉", "慕幕", "今令" };

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(pairs); i++) {
		const gunichar a = g_utf8_get_char(pairs[i]), b = g_utf8_get_char(g_utf8_next_char(pairs[i]));

		if (!look_alike(a, b) || !look_alike(b, a))
			fail_msg("%s are not told to look alike", pairs[i]);
	}
	assert_false(look_alike(g_utf8_get_char("水"), g_utf8_get_char("龙")));
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, chance_rows, a_run_stands_by_chance_or_not);
	ADD_ROWS(tests, stem_rows, a_run_has_a_stem);
	ADD_TEST(tests, known_words_make_a_run_or_not);
	ADD_TEST(tests, every_word_is_folded);
	ADD_TEST(tests, look_alikes_go_both_ways);
	return run_all("lexicon", tests);
}
