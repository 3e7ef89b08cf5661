/* Other wordings: the rules that data/synonyms keeps, and what is made of them. */
#include "src/text/fold.h"
#include "src/text/synonyms.h"
#include "tests/unit/publication_fixture.h"

/* ---- the table ---- */

/* The groups of the file, each a list of words as they stand there. */
static GPtrArray *groups_read(void)
{
	g_autofree char *path = g_build_filename(g_getenv("top_srcdir"), "data", "synonyms", NULL);
	g_autofree char *text = NULL;
	g_auto(GStrv) lines = NULL;
	GPtrArray *groups = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);

	assert_true(g_file_get_contents(path, &text, NULL, NULL));
	lines = g_strsplit(text, "\n", -1);
	for (char **line = lines; *line; line++)
		if (**line && **line != '#')
			g_ptr_array_add(groups, g_strsplit(*line, " ", -1));
	return groups;
}

static gboolean is_typed_only(const char *word)
{
	return *word == '<';
}

static const char *bare(const char *word)
{
	return word + is_typed_only(word);
}

static void there_are_enough_groups(void **state)
{
	g_autoptr(GPtrArray) groups = groups_read();

	(void)state;
	assert_true(groups->len >= 160);
}

/* Two words, one of which is looked for: otherwise there is nothing to find. */
static void every_group_has_something_to_find(void **state)
{
	g_autoptr(GPtrArray) groups = groups_read();

	(void)state;
	for (guint i = 0; i < groups->len; i++) {
		char **group = g_ptr_array_index(groups, i);
		guint looked_for = 0;

		for (char **word = group; *word; word++)
			looked_for += !is_typed_only(*word);
		if (g_strv_length(group) < 2 || !looked_for)
			fail_msg("%s: nothing to find", *group);
	}
}

/* What has no capital letter or sign is taken as it stands. */
static void words_without_capitals_and_signs_are_folded(void **state)
{
	g_autoptr(GPtrArray) groups = groups_read();

	(void)state;
	for (guint i = 0; i < groups->len; i++)
		for (char **word = g_ptr_array_index(groups, i); *word; word++) {
			g_autoptr(GString) folded = g_string_new(NULL);
			gboolean plain = TRUE;

			for (const char *c = bare(*word); *c; c++)
				plain &= !((guint8)*c < 0x80 && !g_ascii_islower(*c) && !g_ascii_isdigit(*c));
			ys_fold_append(folded, bare(*word), -1);
			if (plain && strcmp(folded->str, bare(*word)))
				fail_msg("%s folds to %s", *word, folded->str);
		}
}

/* A word in two groups would join what the groups keep apart. */
static void no_word_stands_twice(void **state)
{
	g_autoptr(GPtrArray) groups = groups_read();
	g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	(void)state;
	for (guint i = 0; i < groups->len; i++)
		for (char **word = g_ptr_array_index(groups, i); *word; word++) {
			g_autoptr(GString) folded = g_string_new(NULL);

			ys_fold_append(folded, bare(*word), -1);
			if (!g_hash_table_add(seen, g_strdup(folded->str)))
				fail_msg("%s stands twice", bare(*word));
		}
}

static void no_word_is_a_single_character(void **state)
{
	g_autoptr(GPtrArray) groups = groups_read();

	(void)state;
	for (guint i = 0; i < groups->len; i++)
		for (char **word = g_ptr_array_index(groups, i); *word; word++)
			if (g_utf8_strlen(bare(*word), -1) < 2)
				fail_msg("'%s' is too short", *word);
}

/* What has another word of its group in it is found with that, and who types it would find the
 * shorter one, which mostly says less: so it must be marked, by someone who looked at it. */
static void what_holds_another_word_is_only_typed(void **state)
{
	g_autoptr(GPtrArray) groups = groups_read();

	(void)state;
	for (guint i = 0; i < groups->len; i++) {
		char **group = g_ptr_array_index(groups, i);

		for (char **word = group; *word; word++)
			for (char **other = group; *other; other++)
				if (word != other && !is_typed_only(*word) && !is_typed_only(*other) &&
				    strstr(*word, *other))
					fail_msg("%s has %s in it", *word, *other);
	}
}

/* Words that a reader would not take for each other, though they are often seen together. */
static const struct apart_row {
	const char *name, *typed, *other;
} apart_rows[] = {
	{ "security is not safety", "安保", "确保安全" },
	{ "country doctors are not country medicine", "乡村医生", "农村医疗" },
	{ "official cars are not all cars of an office", "公务用车", "办公车辆" },
	{ "farm machines are not institutions", "农业机械", "涉农机构" },
	{ "property management is not all property", "物业管理", "物业" },
	{ "cleaning is not clean energy", "保洁", "清洁能源" },
	{ "performance of a system is not its building", "运维", "建设" },
	{ "a canteen is not any restaurant", "食堂", "餐饮" },
	{ "final accounts are not budgets", "决算", "预算" },
	{ "what is spent is not what is earned", "支出", "收入" },
};

static GPtrArray *others_of(const char *folded)
{
	GPtrArray *others = g_ptr_array_new_with_free_func(g_free);

	ys_synonyms_of(folded, others);
	return others;
}

static void what_is_different_stays_apart(void **state)
{
	const struct apart_row *row = *state;
	g_autoptr(GPtrArray) others = others_of(row->typed);

	for (guint i = 0; i < others->len; i++)
		if (strstr(row->other, g_ptr_array_index(others, i)))
			fail_msg("%s finds %s as %s", row->typed, row->other, (char *)g_ptr_array_index(others, i));
}

/* ---- what is made of it ---- */

static const struct wording_row {
	const char *name, *folded, *others;
} wording_rows[] = {
	{ "a word finds the others of its group", "食堂", "饭堂 配餐" },
	{ "each of them does", "配餐", "食堂 饭堂" },
	{ "a word without group finds nothing else", "火星", "" },
	{ "nothing finds nothing", "", "" },
	{ "a word that is only typed finds the others", "房产证", "不动产登记 房产登记" },
	{ "and is not found", "不动产登记", "房产登记" },
	{ "a known word is replaced inside a run", "区级食堂改造", "区级饭堂改造 区级配餐改造" },
	{ "each of several is replaced, one at a time", "食堂路灯", "饭堂路灯 配餐路灯 食堂公共照明 食堂道路照明" },
	{ "of words in each other the longest is meant", "电子政务外网", "政务外网" },
	{ "a number is a word of its own", "12345",
	  "市长热线 市长专线 市长公开电话 政府服务热线 政务服务便民热线" },
	{ "but not as a part of another number", "123456", "" },
	{ "nor before a point", "12345.6", "" },
	{ "a Latin word is not cut", "oasis", "" },
	{ "a Latin word next to Chinese is whole", "oa升级", "协同办公升级 办公自动化升级" },
	{ "two words that meet are kept apart", "2023市长热线",
	  "2023 12345 2023市长专线 2023市长公开电话 2023政府服务热线 2023政务服务便民热线" },
	{ "what holds the typed word is left out", "特教", "特殊教育" },
	{ "also where it is all there is", "村医", "" },
};

static void a_run_is_worded_otherwise(void **state)
{
	const struct wording_row *row = *state;
	g_autoptr(GPtrArray) others = others_of(row->folded);
	g_autoptr(GString) got = g_string_new(NULL);

	for (guint i = 0; i < others->len; i++)
		g_string_append_printf(got, "%s%s", i ? " " : "", (char *)g_ptr_array_index(others, i));
	assert_string_equal(got->str, row->others);
}

static void wordings_are_bounded(void **state)
{
	g_autoptr(GString) run = g_string_new(NULL);
	g_autoptr(GPtrArray) others = NULL;

	(void)state;
	for (int i = 0; i < 50; i++)
		g_string_append(run, "食堂路灯");
	others = others_of(run->str);
	assert_int_equal(others->len, YS_SYNONYMS_MAX);
}

/* Every looked-for wording is found from every other word of its group. */
static void every_word_of_the_table_works(void **state)
{
	g_autoptr(GPtrArray) groups = groups_read();

	(void)state;
	for (guint i = 0; i < groups->len; i++) {
		char **group = g_ptr_array_index(groups, i);

		for (char **word = group; *word; word++) {
			g_autoptr(GString) folded = g_string_new(NULL);
			g_autoptr(GPtrArray) others = NULL;

			ys_fold_append(folded, bare(*word), -1);
			others = others_of(folded->str);
			for (char **other = group; *other; other++) {
				g_autoptr(GString) wanted = g_string_new(NULL);

				ys_fold_append(wanted, bare(*other), -1);
				if (!is_typed_only(*other) && !strstr(wanted->str, folded->str) &&
				    !g_ptr_array_find_with_equal_func(others, wanted->str, g_str_equal, NULL))
					fail_msg("%s does not find %s", *word, *other);
			}
		}
	}
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_TEST(tests, there_are_enough_groups);
	ADD_TEST(tests, every_group_has_something_to_find);
	ADD_TEST(tests, words_without_capitals_and_signs_are_folded);
	ADD_TEST(tests, no_word_stands_twice);
	ADD_TEST(tests, no_word_is_a_single_character);
	ADD_TEST(tests, what_holds_another_word_is_only_typed);
	ADD_ROWS(tests, apart_rows, what_is_different_stays_apart);
	ADD_ROWS(tests, wording_rows, a_run_is_worded_otherwise);
	ADD_TEST(tests, wordings_are_bounded);
	ADD_TEST(tests, every_word_of_the_table_works);
	return run_all("synonyms", tests);
}
