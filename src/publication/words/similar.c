#include "src/publication/words/similar.h"

#include <string.h>

#include "src/year.h"

struct ys_similar {
	GHashTable *bigrams;    /* of char * */
	char *numbers;          /* its digits and numerals, years left out */
	char *years;            /* all of them behind each other */
};

/* A digit, or a Chinese numeral that counts: 二期 and 第三 do, 统一 does not. */
static gboolean is_numeral(const char *key, const char *p)
{
	const char *next = g_utf8_next_char(p);

	if (g_ascii_isdigit(*p))
		return TRUE;
	if (!g_utf8_strchr("一二三四五六七八九十", -1, g_utf8_get_char(p)))
		return FALSE;
	return (*next && g_utf8_strchr("期批标号级阶轮季段", -1, g_utf8_get_char(next))) ||
	       (p > key && g_utf8_get_char(g_utf8_prev_char(p)) == g_utf8_get_char("第"));
}

static void split_numbers(ys_similar *name, const char *key)
{
	GString *numbers = g_string_new(NULL), *years = g_string_new(NULL);

	for (const char *p = key; *p;) {
		ys_year year = ys_year_find(p, -1);
		const char *end = year.year ? p + year.start : p + strlen(p);

		for (; p < end; p = g_utf8_next_char(p))
			if (is_numeral(key, p))
				g_string_append_len(numbers, p, g_utf8_next_char(p) - p);
		if (year.year)
			g_string_append_printf(years, "%d", year.year);
		p += year.len;
	}
	name->numbers = g_string_free(numbers, FALSE);
	name->years = g_string_free(years, FALSE);
}

ys_similar *ys_similar_new(const char *key)
{
	ys_similar *name = g_new0(ys_similar, 1);

	name->bigrams = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (const char *p = key; *p; p = g_utf8_next_char(p)) {
		const char *second = g_utf8_next_char(p);

		if (*second)
			g_hash_table_add(name->bigrams, g_strndup(p, g_utf8_next_char(second) - p));
	}
	split_numbers(name, key);
	return name;
}

void ys_similar_free(ys_similar *name)
{
	g_hash_table_unref(name->bigrams);
	g_free(name->numbers);
	g_free(name->years);
	g_free(name);
}

guint ys_similar_score(const ys_similar *a, const ys_similar *b)
{
	guint all = g_hash_table_size(a->bigrams) + g_hash_table_size(b->bigrams), common = 0;
	GHashTableIter iter;
	gpointer bigram;

	if (strcmp(a->numbers, b->numbers) || (*a->years && *b->years && strcmp(a->years, b->years)))
		return 0;
	g_hash_table_iter_init(&iter, a->bigrams);
	while (g_hash_table_iter_next(&iter, &bigram, NULL))
		common += g_hash_table_contains(b->bigrams, bigram);
	return all ? 200 * common / all : 0;
}
