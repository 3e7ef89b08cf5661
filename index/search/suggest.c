/* What may have been meant is tried from the most to the least likely: runs that sound or look alike
 * (correct.h), two neighbours in another order, one character that differs.  The last is learnt from
 * texts that have part of the query.  A run is suggested only if it stands in the index as a word of
 * its own and, with the fields of the query, finds something. */
#include "index/search/suggest.h"

#include <string.h>

#include "index/schema.h"
#include "index/search/word_border.h"
#include "src/text/fold.h"
#include "src/text/lexicon.h"
#include "src/text/readings.h"

/* One character is near to everything; longer runs are sentences. */
#define CHARS_MIN 2
#define CHARS_MAX 16
/* Where fewer are right, only the sound corrects: a character with any other is near to everything. */
#define RIGHT_MIN 2
/* So many are looked up as a whole, the most likely first. */
#define TRIED_MAX 12

typedef struct {
	xc_reader *reader;
	const ys_query *query;
	const GPtrArray *hidden;
	gunichar *wanted;       /* the query, folded */
	glong n;
	GHashTable *seen;       /* run that differs in one character -> how often */
	GPtrArray *best;        /* of char * */
	guint max;
	gboolean sure;          /* one of them is a whole word */
	GError *error;
} inquiry;

/* ---- one character that differs, seen in texts ---- */

/* Characters that stand next to any name, and so near to any query: 食堂的 is no correction of
 * 食堂村. */
static gboolean is_particle(gunichar c)
{
	return g_utf8_strchr("的了在和与及或为对是个各等其有由按将把", -1, c) != NULL;
}

/* Another number or shorter word is another thing: 2022 is no correction of 2023, nor ipv6 of ipv4. */
static gboolean may_differ(const inquiry *q, glong at, gunichar c)
{
	gunichar typed = q->wanted[at];
	glong han = 0;

	if (ys_char_class_of(typed) != ys_char_class_of(c) || is_particle(c))
		return FALSE;
	if (ys_char_class_of(c) == YS_CHAR_HAN)
		return TRUE;
	for (glong i = 0; i < q->n; i++)
		han += ys_char_class_of(q->wanted[i]) == YS_CHAR_HAN;
	return g_unichar_isdigit(typed) == g_unichar_isdigit(c) && han >= RIGHT_MIN;
}

/* What differs in the first character is mostly another of the kind: 高铁站 is no correction of 地铁站. */
static gboolean is_near(const inquiry *q, const gunichar *run)
{
	glong at = -1;

	for (glong i = 0; i < q->n; i++) {
		if (q->wanted[i] == run[i])
			continue;
		if (i == 0 || at >= 0)
			return FALSE;
		at = i;
	}
	return at > 0 && may_differ(q, at, run[at]);
}

/* A run that begins or ends inside a word or number is no suggestion. */
static gboolean is_cut(const gunichar *text, glong len, glong at, glong n)
{
	gboolean before = at > 0 && ys_char_class_of(text[at - 1]) == YS_CHAR_WORD &&
			  ys_char_class_of(text[at]) == YS_CHAR_WORD;
	gboolean after = at + n < len && ys_char_class_of(text[at + n - 1]) == YS_CHAR_WORD &&
			 ys_char_class_of(text[at + n]) == YS_CHAR_WORD;

	return before || after;
}

static void note_near(guint i, const char *folded, gsize len, void *data)
{
	inquiry *q = data;
	glong n = 0;
	g_autofree gunichar *text = g_utf8_to_ucs4_fast(folded, len, &n);

	(void)i;
	for (glong at = 0; at + q->n <= n; at++) {
		char *run;
		guint seen;

		if (!is_near(q, text + at) || is_cut(text, n, at, q->n))
			continue;
		run = g_ucs4_to_utf8(text + at, q->n, NULL, NULL, NULL);
		seen = GPOINTER_TO_UINT(g_hash_table_lookup(q->seen, run));
		g_hash_table_replace(q->seen, run, GUINT_TO_POINTER(seen + 1));
	}
}

static void look_for_near(inquiry *q, const ys_candidates *near)
{
	g_autoptr(GArray) docids = g_array_new(FALSE, FALSE, sizeof(guint32));

	for (guint i = 0; i < near->list->len; i++) {
		const ys_candidate *c = &g_array_index(near->list, ys_candidate, i);

		if (c->judged)
			g_array_append_val(docids, c->docid);
	}
	xc_reader_values(q->reader, YS_SLOT_TEXT, (const guint32 *)(void *)docids->data, docids->len, note_near, q,
			 &q->error);
}

static gint by_seen(gconstpointer a, gconstpointer b, gpointer data)
{
	const char *left = *(char *const *)a, *right = *(char *const *)b;
	const guint l = GPOINTER_TO_UINT(g_hash_table_lookup(data, left));
	const guint r = GPOINTER_TO_UINT(g_hash_table_lookup(data, right));

	return l != r ? (l > r ? -1 : 1) : strcmp(left, right);
}

static GPtrArray *seen_most(const inquiry *q)
{
	GPtrArray *runs = g_ptr_array_new_with_free_func(g_free);
	GHashTableIter iter;
	gpointer run;

	g_hash_table_iter_init(&iter, q->seen);
	while (g_hash_table_iter_next(&iter, &run, NULL))
		g_ptr_array_add(runs, g_strdup(run));
	g_ptr_array_sort_with_data(runs, by_seen, q->seen);
	return runs;
}

/* ---- looked up in the index ---- */

/* As the query would find it. */
static ys_standing standing_of(inquiry *q, const char *run)
{
	ys_standing standing = YS_STANDING_NOWHERE;

	if (!q->error)
		ys_word_border_of(q->reader, q->query, run, q->hidden, &standing, &q->error);
	return standing;
}

/* Two characters stand together somewhere. */
static gboolean has_pair(inquiry *q, const char *pair)
{
	guint32 freq = 0;

	return !q->error && xc_reader_termfreq(q->reader, pair, &freq, &q->error) && freq;
}

/* Take the runs that stand at least so. */
static void take(inquiry *q, const GPtrArray *runs, ys_standing least)
{
	for (guint i = 0; i < runs->len && i < TRIED_MAX && q->best->len < q->max; i++) {
		const char *run = g_ptr_array_index(runs, i);
		ys_standing standing = standing_of(q, run);

		if (standing >= least && !g_ptr_array_find_with_equal_func(q->best, run, g_str_equal, NULL))
			g_ptr_array_add(q->best, g_strdup(run));
		q->sure |= standing == YS_STANDING_WHOLE;
	}
}

/* Two neighbours that changed places. */
static void take_swapped(inquiry *q)
{
	const glong n = q->n;
	g_autoptr(GPtrArray) runs = g_ptr_array_new_with_free_func(g_free);
	g_autofree gunichar *text = g_memdup2(q->wanted, n * sizeof *text);

	for (glong i = 0; n > RIGHT_MIN && i + 1 < n; i++) {
		const gunichar one = text[i], other = text[i + 1];
		g_autofree char *run = NULL;

		if (one == other || ys_char_class_of(one) != ys_char_class_of(other))
			continue;
		text[i] = other;
		text[i + 1] = one;
		run = g_ucs4_to_utf8(text, n, NULL, NULL, NULL);
		g_ptr_array_add(runs, g_steal_pointer(&run));
		text[i] = one;
		text[i + 1] = other;
	}
	take(q, runs, YS_STANDING_FOLLOWED);
}

/* A character that stands beside its neighbours elsewhere was meant: 火车站 is no slip for 火灾站. */
static gboolean is_odd(inquiry *q, const char *run)
{
	g_autofree gunichar *text = g_utf8_to_ucs4_fast(run, -1, NULL);
	const gunichar *wanted = q->wanted;
	glong at = 0;

	while (text[at] == wanted[at])
		at++;
	for (glong i = at - 1; i <= at && i + 1 < q->n; i++) {
		g_autofree char *pair = g_ucs4_to_utf8(wanted + i, 2, NULL, NULL, NULL);

		if (ys_char_class_of(wanted[i]) == YS_CHAR_HAN &&
		    ys_char_class_of(wanted[i + 1]) == YS_CHAR_HAN && has_pair(q, pair))
			return FALSE;
	}
	return TRUE;
}

static void take_seen(inquiry *q, const ys_candidates *near)
{
	g_autoptr(GPtrArray) runs = NULL;

	if (q->n <= RIGHT_MIN || q->error)
		return;
	look_for_near(q, near);
	runs = seen_most(q);
	for (guint i = runs->len; i-- > 0;)
		if (!is_odd(q, g_ptr_array_index(runs, i)))
			g_ptr_array_remove_index(runs, i);
	take(q, runs, YS_STANDING_WHOLE);
}

/* ---- spelt in Latin letters ---- */

typedef struct {
	const char *latin;
	GPtrArray *whole, *initials;    /* of char *: words that are spelt so */
} spelling;

static void note_spelt(const char *word, gsize len, void *data)
{
	spelling *s = data;
	glong n;
	g_autofree gunichar *text = g_utf8_to_ucs4_fast(word, len, &n);

	if (ys_readings_spell(text, n, s->latin, FALSE))
		g_ptr_array_add(s->whole, g_strndup(word, len));
	else if (n > RIGHT_MIN && ys_readings_spell(text, n, s->latin, TRUE))
		g_ptr_array_add(s->initials, g_strndup(word, len));
}

/* shitang for 食堂, zwy for 政务云: known words that the index has. */
static void take_spelt(inquiry *q)
{
	g_autoptr(GPtrArray) whole = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) initials = g_ptr_array_new_with_free_func(g_free);
	spelling s = { q->query->folded, whole, initials };

	ys_lexicon_each(note_spelt, &s);
	take(q, whole, YS_STANDING_PART);
	take(q, initials, YS_STANDING_PART);
}

static gboolean is_latin(const char *run)
{
	for (; *run; run++)
		if (!g_ascii_islower(*run))
			return FALSE;
	return TRUE;
}

/* ---- all of it ---- */

static void inquire(inquiry *q, const GPtrArray *alike, const ys_candidates *near)
{
	ys_standing standing;

	if (!ys_word_border_of(q->reader, NULL, q->query->folded, q->hidden, &standing, &q->error) ||
	    standing != YS_STANDING_NOWHERE)
		return;
	for (guint i = 0; i < alike->len && q->best->len < q->max; i++)
		g_ptr_array_add(q->best, g_strdup(g_ptr_array_index(alike, i)));
	q->sure = alike->len > 0;
	if (is_latin(q->query->folded))
		take_spelt(q);
	take_swapped(q);
	if (!q->sure)
		take_seen(q, near);
}

GPtrArray *ys_suggest(xc_reader *reader, const ys_query *query, const GPtrArray *hidden, const GPtrArray *alike,
		      const ys_candidates *near, guint max, GError **error)
{
	glong n;
	g_autofree gunichar *wanted = g_utf8_to_ucs4_fast(query->folded, -1, &n);
	g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autoptr(GPtrArray) best = g_ptr_array_new_with_free_func(g_free);
	inquiry q = { .reader = reader, .query = query, .hidden = hidden, .wanted = wanted, .n = n, .seen = seen,
		      .best = best, .max = max };

	if (n >= CHARS_MIN && n <= CHARS_MAX && !strchr(query->folded, ' '))
		inquire(&q, alike, near);
	if (q.error) {
		g_propagate_error(error, q.error);
		return NULL;
	}
	return g_steal_pointer(&best);
}
