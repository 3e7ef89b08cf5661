/* How characters sound beside each other. */
#include "src/text/readings.h"
#include "tests/unit/publication_fixture.h"

static const struct pair_row {
	const char *name, *pair;
	ys_sound sound;
} pair_rows[] = {
	{ "one syllable is the same sound", "唐堂", YS_SOUND_SAME },
	{ "whatever its tone", "馆管", YS_SOUND_SAME },
	{ "a character is its own", "堂堂", YS_SOUND_SAME },
	{ "one of several readings is enough", "航行", YS_SOUND_SAME },
	{ "and another of them", "形行", YS_SOUND_SAME },
	{ "one that is rarer in prose", "快会", YS_SOUND_SAME },
	{ "zh and z are alike", "智自", YS_SOUND_LIKE },
	{ "ch and c are", "出粗", YS_SOUND_LIKE },
	{ "sh and s are", "书苏", YS_SOUND_LIKE },
	{ "n and l are", "牛流", YS_SOUND_LIKE },
	{ "also before ü", "女绿", YS_SOUND_LIKE },
	{ "ang and an are", "方翻", YS_SOUND_LIKE },
	{ "eng and en are", "程陈", YS_SOUND_LIKE },
	{ "ing and in are", "京金", YS_SOUND_LIKE },
	{ "both ends of a syllable may be mixed up", "张簪", YS_SOUND_LIKE },
	{ "ong and on are not: there is no on", "东灯", YS_SOUND_OTHER },
	{ "hu and f are not", "湖福", YS_SOUND_OTHER },
	{ "u and ü are not", "路驴", YS_SOUND_OTHER },
	{ "others are not", "去云", YS_SOUND_OTHER },
	{ "nothing is known of a letter", "aa", YS_SOUND_OTHER },
	{ "nor of a rare character", "㐀一", YS_SOUND_OTHER },
	{ "the first of all has a reading", "一以", YS_SOUND_SAME },
	{ "and the last", "龠月", YS_SOUND_SAME },
};

static void two_characters_are_compared(void **state)
{
	const struct pair_row *row = *state;
	gunichar a = g_utf8_get_char(row->pair), b = g_utf8_get_char(g_utf8_next_char(row->pair));

	assert_int_equal(ys_readings_compare(a, b), row->sound);
	assert_int_equal(ys_readings_compare(b, a), row->sound);
}

/* Both tables say the same. */
static void what_is_near_is_what_compares_so(void **state)
{
	static const char *const characters[] = { "唐", "行", "中", "女", "嗯", "儿", "一", "龠" };

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(characters); i++) {
		gunichar c = g_utf8_get_char(characters[i]);
		g_autoptr(GArray) near = ys_readings_near(c);
		guint found = 0;

		for (gunichar other = 0x4e00; other < 0xa000; other++) {
			if (other == c || ys_readings_compare(c, other) == YS_SOUND_OTHER)
				continue;
			assert_true(found < near->len);
			assert_int_equal(g_array_index(near, gunichar, found), other);
			found++;
		}
		assert_int_equal(found, near->len);
	}
}

static void nothing_is_near_to_a_letter(void **state)
{
	g_autoptr(GArray) near = ys_readings_near('a');

	(void)state;
	assert_int_equal(near->len, 0);
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, pair_rows, two_characters_are_compared);
	ADD_TEST(tests, what_is_near_is_what_compares_so);
	ADD_TEST(tests, nothing_is_near_to_a_letter);
	return run_all("readings", tests);
}
