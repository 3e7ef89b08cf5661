#include "index/suggest.h"

#include <string.h>

#include "src/text/fold.h"

/* Two characters are near to everything; longer runs are sentences. */
#define CHARS_MIN 3
#define CHARS_MAX 16

struct ys_suggest {
	gunichar *wanted;
	glong n;
	GHashTable *found;      /* near run -> how often */
};

ys_suggest *ys_suggest_new(const char *folded)
{
	glong n = g_utf8_strlen(folded, -1);
	ys_suggest *suggest;

	if (n < CHARS_MIN || n > CHARS_MAX || strchr(folded, ' '))
		return NULL;
	suggest = g_new0(ys_suggest, 1);
	suggest->wanted = g_utf8_to_ucs4_fast(folded, -1, NULL);
	suggest->n = n;
	suggest->found = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	return suggest;
}

void ys_suggest_free(ys_suggest *suggest)
{
	if (!suggest)
		return;
	g_free(suggest->wanted);
	g_hash_table_unref(suggest->found);
	g_free(suggest);
}

/* Characters that stand next to any name, and so near to any query: 的社区 is no correction of
 * 村社区. */
static gboolean is_particle(gunichar c)
{
	return g_utf8_strchr("的了在和与及或为对是个各等其有由按将把", -1, c) != NULL;
}

static gboolean is_near(const gunichar *wanted, const gunichar *run, glong n)
{
	glong first = -1, differ = 0;

	for (glong i = 0; i < n && differ <= 2; i++)
		if (wanted[i] != run[i] && differ++ == 0)
			first = i;
	if (differ == 1)
		return !is_particle(run[first]);
	return differ == 2 && first + 1 < n && wanted[first] == run[first + 1] && wanted[first + 1] == run[first];
}

/* A run that begins or ends inside a word or number is no suggestion. */
static gboolean is_whole(const gunichar *text, glong len, glong at, glong n)
{
	gboolean before = at > 0 && ys_char_class_of(text[at - 1]) == YS_CHAR_WORD &&
			  ys_char_class_of(text[at]) == YS_CHAR_WORD;
	gboolean after = at + n < len && ys_char_class_of(text[at + n - 1]) == YS_CHAR_WORD &&
			 ys_char_class_of(text[at + n]) == YS_CHAR_WORD;

	return !before && !after;
}

void ys_suggest_add(ys_suggest *suggest, const char *folded, gsize len)
{
	glong n;
	g_autofree gunichar *text = g_utf8_to_ucs4_fast(folded, len, &n);

	for (glong i = 0; i + suggest->n <= n; i++) {
		char *run;
		guint seen;

		if (!is_near(suggest->wanted, text + i, suggest->n) || !is_whole(text, n, i, suggest->n))
			continue;
		run = g_ucs4_to_utf8(text + i, suggest->n, NULL, NULL, NULL);
		if (strpbrk(run, " |")) {
			g_free(run);
			continue;
		}
		seen = GPOINTER_TO_UINT(g_hash_table_lookup(suggest->found, run));
		g_hash_table_replace(suggest->found, run, GUINT_TO_POINTER(seen + 1));
	}
}

static int by_frequency(gconstpointer a, gconstpointer b, gpointer data)
{
	GHashTable *found = data;
	const char *left = *(char *const *)a, *right = *(char *const *)b;
	guint n = GPOINTER_TO_UINT(g_hash_table_lookup(found, left));
	guint m = GPOINTER_TO_UINT(g_hash_table_lookup(found, right));

	return n != m ? (n > m ? -1 : 1) : strcmp(left, right);
}

GPtrArray *ys_suggest_finish(ys_suggest *suggest, guint max)
{
	g_autoptr(GPtrArray) all = g_ptr_array_new();
	GPtrArray *best = g_ptr_array_new_with_free_func(g_free);
	GHashTableIter iter;
	gpointer run;

	g_hash_table_iter_init(&iter, suggest->found);
	while (g_hash_table_iter_next(&iter, &run, NULL))
		g_ptr_array_add(all, run);
	g_ptr_array_sort_with_data(all, by_frequency, suggest->found);
	for (guint i = 0; i < all->len && i < max; i++)
		g_ptr_array_add(best, g_strdup(g_ptr_array_index(all, i)));
	return best;
}
