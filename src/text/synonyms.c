#include "src/text/synonyms.h"

#include <string.h>

#include "src/text/fold.h"
#include "src/text/match.h"
#include "src/text/synonyms_table.h"

/* Folded word -> the GPtrArray of its group: folded words that are looked for. */
static GHashTable *group_of;
/* The longest word, in characters. */
static glong longest;

/* A word behind < finds the others of its group, but is not looked for itself. */
static void load_group(const char *row)
{
	g_auto(GStrv) words = g_strsplit(row, " ", -1);
	GPtrArray *group = g_ptr_array_new();

	for (char **word = words; *word; word++) {
		g_autoptr(GString) folded = g_string_new(NULL);
		char *known;

		ys_fold_append(folded, *word, -1);
		known = g_strdup(folded->str);
		g_hash_table_insert(group_of, known, group);
		longest = MAX(longest, g_utf8_strlen(known, -1));
		if (**word != '<')
			g_ptr_array_add(group, known);
	}
}

/* A few hundred rows, folded on first use: some 100 microseconds. */
static void load(void)
{
	static gsize loaded;

	if (!g_once_init_enter(&loaded))
		return;
	group_of = g_hash_table_new(g_str_hash, g_str_equal);
	for (gsize i = 0; i < synonyms_table_count; i++)
		load_group(synonyms_table[i].field[0]);
	g_once_init_leave(&loaded, 1);
}

/* What has the typed run in it is found with that. */
static void add(GPtrArray *others, const char *typed, char *other)
{
	gboolean known = others->len >= YS_SYNONYMS_MAX ||
			 ys_match_find(other, strlen(other), typed, strlen(typed), 0) >= 0;

	for (guint i = 0; i < others->len && !known; i++)
		known = !strcmp(g_ptr_array_index(others, i), other);
	if (known)
		g_free(other);
	else
		g_ptr_array_add(others, other);
}

static gboolean ends_in_word(const char *run, const char *end)
{
	return end > run && ys_char_class_of(g_utf8_get_char(g_utf8_prev_char(end))) == YS_CHAR_WORD;
}

static gboolean begins_with_word(const char *s)
{
	return ys_char_class_of(g_utf8_get_char(s)) == YS_CHAR_WORD;
}

/* Two words that meet are kept apart, as folding keeps them. */
static void replace(const char *run, const char *at, gsize len, const GPtrArray *group, GPtrArray *others)
{
	for (guint i = 0; i < group->len; i++) {
		const char *word = g_ptr_array_index(group, i);
		gboolean before = ends_in_word(run, at) && begins_with_word(word);
		gboolean after = ends_in_word(word, word + strlen(word)) && begins_with_word(at + len);

		add(others, run, g_strdup_printf("%.*s%s%s%s%s", (int)(at - run), run, before ? " " : "", word,
						 after ? " " : "", at + len));
	}
}

/* A known word may stand anywhere in a Han run, but it does not cut a Latin word or number. */
static gboolean stands_alone(const char *run, const char *at, gsize len)
{
	return ys_match_find(run, strlen(run), at, len, at - run) == at - run;
}

/* The longest known word at p: of 电子政务外网 and 政务外网 the longer is meant.  Its length,
 * 0 if there is none. */
static gsize known_at(const char *run, const char *p, const GPtrArray **group)
{
	const char *end = p;
	gsize best = 0;

	for (glong n = 0; n < longest && *end; n++) {
		g_autofree char *word = NULL;
		const GPtrArray *found;

		end = g_utf8_next_char(end);
		word = g_strndup(p, end - p);
		found = g_hash_table_lookup(group_of, word);
		if (found && stands_alone(run, p, end - p)) {
			best = end - p;
			*group = found;
		}
	}
	return best;
}

/* What begins inside a known word and ends there is a part of it and not meant by itself. */
void ys_synonyms_of(const char *folded, GPtrArray *others)
{
	const char *meant = folded;

	load();
	for (const char *p = folded; *p; p = g_utf8_next_char(p)) {
		const GPtrArray *group = NULL;
		gsize len = known_at(folded, p, &group);

		if (!len || p + len <= meant)
			continue;
		replace(folded, p, len, group, others);
		meant = p + len;
	}
}
