#include "index/search/word_border.h"

#include <string.h>

#include "index/schema.h"
#include "src/text/match.h"
#include "src/text/segment.h"

/* Records, and places in them, that are looked at. */
#define TEXTS_MAX  24
#define PLACES_MAX 48
/* Neighbours that stand together in so many times as many records as those of the run are of one word, which
 * it cuts. */
#define FIRMER 2
/* Of ten places so many with the same behind them are most. */
#define MOST 7

typedef struct {
	xc_reader *reader;
	const char *run;
	gsize len;
	guint32 first, last;    /* records with its first two characters, and with its last two */
	GHashTable *freqs;      /* pair -> records with it */
	GHashTable *followers;  /* Chinese character behind the run -> places */
	guint places, whole;
	guint followed;         /* by the most frequent of them */
	guint firmer;           /* by one that stands more with the last character than that with the run */
	GError *error;
} look;

static gboolean is_han_at(const char *p)
{
	return ys_char_class_of(g_utf8_get_char(p)) == YS_CHAR_HAN;
}

/* In how many records the character at p and the next one stand together. */
static guint32 pair_freq(look *l, const char *p)
{
	const char *end = g_utf8_next_char(g_utf8_next_char(p));
	g_autofree char *pair = g_strndup(p, end - p);
	gpointer known;
	guint32 freq = 0;

	if (g_hash_table_lookup_extended(l->freqs, pair, NULL, &known))
		return GPOINTER_TO_UINT(known);
	if (!l->error && !xc_reader_termfreq(l->reader, pair, &freq, &l->error))
		return 0;
	g_hash_table_insert(l->freqs, g_steal_pointer(&pair), GUINT_TO_POINTER(freq));
	return freq;
}

/* The place at text's at is a word of its own. */
static gboolean is_whole(look *l, const char *text, const char *end, const char *at)
{
	const char *behind = at + l->len;
	const char *last = g_utf8_prev_char(behind);
	const char *before = at > text ? g_utf8_prev_char(at) : NULL;
	guint32 left = before && is_han_at(before) && is_han_at(at) ? pair_freq(l, before) : 0;
	guint32 right = behind < end && is_han_at(last) && is_han_at(behind) ? pair_freq(l, last) : 0;

	l->firmer += right > l->last;
	if (left > l->first && right > l->last)
		return FALSE;
	return left / FIRMER <= l->first && right / FIRMER <= l->last;
}

static void note_follower(look *l, const char *behind, const char *end)
{
	gpointer c;
	guint n;

	if (behind >= end || !is_han_at(behind))
		return;
	c = GUINT_TO_POINTER(g_utf8_get_char(behind));
	n = GPOINTER_TO_UINT(g_hash_table_lookup(l->followers, c)) + 1;
	g_hash_table_insert(l->followers, c, GUINT_TO_POINTER(n));
	l->followed = MAX(l->followed, n);
}

static void look_at(guint i, const char *value, gsize len, void *data)
{
	look *l = data;

	(void)i;
	for (gssize at = ys_match_find(value, len, l->run, l->len, 0); at >= 0 && l->places < PLACES_MAX;
	     at = ys_match_find(value, len, l->run, l->len, at + l->len)) {
		l->places++;
		l->whole += is_whole(l, value, value + len, value + at);
		note_follower(l, value + at + l->len, value + len);
	}
}

/* Records that have the pair at p; where it is none of Chinese characters, nothing stands more
 * firmly together. */
static guint32 inner_freq(look *l, const char *p)
{
	const char *second = g_utf8_next_char(p);

	return is_han_at(p) && second < l->run + l->len && is_han_at(second) ? pair_freq(l, p) : G_MAXUINT32;
}

static gint by_document(gconstpointer a, gconstpointer b)
{
	const guint32 left = *(const guint32 *)a, right = *(const guint32 *)b;

	return left < right ? -1 : left > right;
}

static ys_standing verdict(const look *l)
{
	if (!l->places)
		return YS_STANDING_NOWHERE;
	if (l->whole * 2 < l->places)
		return YS_STANDING_PART;
	if (l->followed * 10 < l->places * MOST)
		return YS_STANDING_WHOLE;
	return l->firmer * 10 < l->places * MOST ? YS_STANDING_FOLLOWED : YS_STANDING_PART;
}

/* In what the plan finds. */
static gboolean standing_in(xc_reader *reader, const ys_plan *plan, const char *run, ys_standing *standing,
			    GError **error)
{
	const xc_page page = { .max = TEXTS_MAX, .check_at_least = TEXTS_MAX };
	g_autoptr(xc_result) result = xc_search(reader, plan->candidates, &page, error);
	g_autoptr(GHashTable) freqs = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autoptr(GHashTable) followers = g_hash_table_new(NULL, NULL);
	guint32 docids[TEXTS_MAX];
	look l = { .reader = reader, .run = run, .len = strlen(run), .freqs = freqs, .followers = followers };
	const char *last = g_utf8_prev_char(run + l.len);

	if (!result)
		return FALSE;
	for (guint i = 0; i < result->hits->len; i++)
		docids[i] = g_array_index(result->hits, xc_hit, i).docid;
	qsort(docids, result->hits->len, sizeof *docids, by_document);
	l.first = inner_freq(&l, run);
	l.last = last > run ? inner_freq(&l, g_utf8_prev_char(last)) : G_MAXUINT32;
	if (!xc_reader_values(reader, YS_SLOT_TEXT, docids, result->hits->len, look_at, &l, error)) {
		g_clear_error(&l.error);
		return FALSE;
	}
	if (l.error) {
		g_propagate_error(error, l.error);
		return FALSE;
	}
	*standing = verdict(&l);
	return TRUE;
}

typedef struct {
	xc_reader *reader;
	gboolean all;           /* terms looked up so far are in the index */
	GError *error;
} term_check;

static void check_term(const char *term, gsize len, ys_query_term_kind kind, void *data)
{
	term_check *check = data;
	g_autofree char *whole = g_strndup(term, len);
	guint32 freq = 0;

	if (kind == YS_TERM_PREFIX || !check->all || check->error)
		return;
	check->all = xc_reader_termfreq(check->reader, whole, &freq, &check->error) && freq;
}

gboolean ys_word_border_of(xc_reader *reader, const ys_query *query, const char *run, const GPtrArray *hidden,
			   ys_standing *standing, GError **error)
{
	term_check check = { reader, TRUE, NULL };
	g_autoptr(ys_plan) plan = NULL;

	*standing = YS_STANDING_NOWHERE;
	ys_segment_query(run, strlen(run), check_term, &check);
	if (check.error) {
		g_propagate_error(error, check.error);
		return FALSE;
	}
	if (!check.all)
		return TRUE;
	plan = ys_plan_run(reader, query, run, hidden, error);
	return plan && standing_in(reader, plan, run, standing, error);
}
