#include "index/suggest.h"

#include <string.h>

#include "index/schema.h"
#include "src/text/fold.h"

/* Two characters are near to everything; longer runs are sentences. */
#define CHARS_MIN 3
#define CHARS_MAX 16

/* So often it must be followed by the same to be only part of a name. */
#define PART_MIN 3
/* What is so many times as seldom as the best pair is mostly where two words meet: 地出 beside 地块. */
#define SELDOM 4
/* Characters of what follows. */
#define FOLLOWING 2

struct ys_suggest {
	gunichar *wanted;
	glong n;
	GHashTable *found;      /* near run -> near_run */
};

/* What follows a run mostly, as a vote of its occurrences has it: each that has the same raises the
 * lead, each other lowers it, and a lead of nothing elects anew. */
typedef struct {
	guint seen;
	gunichar next[FOLLOWING];
	guint lead[FOLLOWING];
} near_run;

ys_suggest *ys_suggest_new(const char *folded)
{
	glong n = g_utf8_strlen(folded, -1);
	ys_suggest *suggest;

	if (n < CHARS_MIN || n > CHARS_MAX || strchr(folded, ' '))
		return NULL;
	suggest = g_new0(ys_suggest, 1);
	suggest->wanted = g_utf8_to_ucs4_fast(folded, -1, NULL);
	suggest->n = n;
	suggest->found = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
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

/* text is what follows the run; no Chinese is 0. */
static void note_following(near_run *run, const gunichar *text, glong len)
{
	run->seen++;
	for (glong i = 0; i < FOLLOWING; i++) {
		gunichar c = i < len && ys_char_class_of(text[i]) == YS_CHAR_HAN ? text[i] : 0;

		if (!run->lead[i])
			run->next[i] = c;
		else if (run->next[i] != c) {
			run->lead[i]--;
			return;
		}
		run->lead[i]++;
	}
}

void ys_suggest_add(ys_suggest *suggest, const char *folded, gsize len)
{
	glong n;
	g_autofree gunichar *text = g_utf8_to_ucs4_fast(folded, len, &n);

	for (glong i = 0; i + suggest->n <= n; i++) {
		char *run;
		near_run *known;

		if (!is_near(suggest->wanted, text + i, suggest->n) || !is_whole(text, n, i, suggest->n))
			continue;
		run = g_ucs4_to_utf8(text + i, suggest->n, NULL, NULL, NULL);
		known = g_hash_table_lookup(suggest->found, run);
		if (strpbrk(run, " |")) {
			g_free(run);
			continue;
		}
		if (known)
			g_free(run);
		else
			g_hash_table_insert(suggest->found, run, known = g_new0(near_run, 1));
		note_following(known, text + i + suggest->n, n - i - suggest->n);
	}
}

/* Most occurrences, about five of six, are followed by the same. */
static gboolean is_followed(const near_run *run, int i)
{
	return run->seen >= PART_MIN && run->next[i] && run->lead[i] * 10 >= run->seen * 7;
}

static gboolean is_part(const near_run *run)
{
	return is_followed(run, 0);
}

static int by_worth(gconstpointer a, gconstpointer b, gpointer data)
{
	GHashTable *found = data;
	const char *left = *(char *const *)a, *right = *(char *const *)b;
	const near_run *l = g_hash_table_lookup(found, left), *r = g_hash_table_lookup(found, right);

	if (is_part(l) != is_part(r))
		return is_part(l) ? 1 : -1;
	return l->seen != r->seen ? (l->seen > r->seen ? -1 : 1) : strcmp(left, right);
}

static char *whole_name(const char *text, const near_run *run)
{
	GString *name = g_string_new(text);

	for (int i = 0; i < FOLLOWING && is_followed(run, i); i++)
		g_string_append_unichar(name, run->next[i]);
	return g_string_free(name, FALSE);
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
	g_ptr_array_sort_with_data(all, by_worth, suggest->found);
	for (guint i = 0; i < all->len && i < max; i++) {
		const char *text = g_ptr_array_index(all, i);

		g_ptr_array_add(best, whole_name(text, g_hash_table_lookup(suggest->found, text)));
	}
	return best;
}

/* ---- from terms ---- */

typedef struct {
	char *text;
	guint32 freq;
} near_term;

typedef struct {
	const gunichar *wanted;
	gboolean first;         /* the first character is the same; else the second */
	GArray *found;          /* of near_term */
} term_search;

static void near_term_clear(gpointer data)
{
	g_free(((near_term *)data)->text);
}

/* A pair of Chinese characters of which one is as wanted. */
static gboolean take_term(const char *term, guint32 freq, void *data)
{
	const term_search *search = data;
	const char *pair = term + strlen(YS_PREFIX_TITLE), *second = g_utf8_next_char(pair);
	gunichar other = g_utf8_get_char(search->first && *pair ? second : pair);
	near_term found = { NULL, freq };

	if (!*pair || !*second || *g_utf8_next_char(second) || ys_char_class_of(other) != YS_CHAR_HAN ||
	    is_particle(other) || (!search->first && g_utf8_get_char(second) != search->wanted[1]))
		return TRUE;
	found.text = g_strdup(pair);
	g_array_append_val(search->found, found);
	return TRUE;
}

static int by_frequency(gconstpointer a, gconstpointer b)
{
	const near_term *left = a, *right = b;

	return left->freq != right->freq ? (left->freq > right->freq ? -1 : 1) : strcmp(left->text, right->text);
}

static gboolean find_pairs(xc_reader *reader, const gunichar *wanted, gboolean first, GArray *found, GError **error)
{
	term_search search = { wanted, first, found };
	g_autofree char *begin = first ? g_ucs4_to_utf8(wanted, 1, NULL, NULL, NULL) : g_strdup("");
	g_autofree char *prefix = g_strconcat(YS_PREFIX_TITLE, begin, NULL);

	return xc_reader_each_term(reader, prefix, take_term, &search, error);
}

/* Turn pairs that begin as the three characters do into those three, as far as there is a pair that
 * ends so. */
static gboolean complete(xc_reader *reader, const gunichar *wanted, GArray *found, GError **error)
{
	g_autofree char *last = g_ucs4_to_utf8(wanted + 2, 1, NULL, NULL, NULL);

	for (guint i = 0; i < found->len; i++) {
		near_term *one = &g_array_index(found, near_term, i);
		g_autofree char *pair = g_strconcat(YS_PREFIX_TITLE, g_utf8_next_char(one->text), last, NULL);
		char *whole = g_strconcat(one->text, last, NULL);
		guint32 freq;

		g_free(one->text);
		one->text = whole;
		if (!xc_reader_termfreq(reader, pair, &freq, error))
			return FALSE;
		one->freq = MIN(one->freq, freq);
	}
	return TRUE;
}

gboolean ys_suggest_terms(xc_reader *reader, const char *folded, guint max, GPtrArray *out, GError **error)
{
	glong n;
	g_autofree gunichar *wanted = g_utf8_to_ucs4_fast(folded, -1, &n);
	g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(near_term));

	g_array_set_clear_func(found, near_term_clear);
	for (glong i = 0; i < n; i++)
		if (n > 3 || ys_char_class_of(wanted[i]) != YS_CHAR_HAN)
			return TRUE;
	if (n < 2)
		return TRUE;
	if (!find_pairs(reader, wanted, TRUE, found, error) ||
	    !(n == 2 ? find_pairs(reader, wanted, FALSE, found, error) : complete(reader, wanted, found, error)))
		return FALSE;
	for (guint i = 0; i < found->len; i++)
		/* it is there as typed; a filter keeps it out */
		if (!strcmp(g_array_index(found, near_term, i).text, folded))
			return TRUE;
	g_array_sort(found, by_frequency);
	for (guint i = 0; i < found->len && out->len < max; i++) {
		const near_term *one = &g_array_index(found, near_term, i);

		if (one->freq && one->freq * SELDOM >= g_array_index(found, near_term, 0).freq)
			g_ptr_array_add(out, g_strdup(one->text));
	}
	return TRUE;
}
