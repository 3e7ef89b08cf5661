/* A run as a whole is tried first.  Then it is cut in two, of which one stands in the index as typed and the other is
 * corrected: a compound mostly stands nowhere as a whole.  Known words are believed before others, and never
 * corrected themselves: what budgets of other places have is right, though nothing here has it. */
#include "index/search/correct.h"

#include <string.h>

#include "index/search/homophone.h"
#include "index/search/word_border.h"
#include "src/text/fold.h"
#include "src/text/lexicon.h"

/* One character is near to everything; longer runs are sentences. */
#define CHARS_MIN 2
#define CHARS_MAX 16
/* A run is cut only up to this length: beyond, one wrong character leaves enough. */
#define CUT_MAX   8
/* So many are looked up as a whole, the most likely first. */
#define TRIED_MAX 12
/* And so many of those that are right are told of beside the likeliest. */
#define OTHERS_MAX 2

typedef struct {
	xc_reader *reader;
	const ys_query *query;
	const GPtrArray *hidden;
	GError *error;
} inquiry;

static gint by_knowledge(gconstpointer a, gconstpointer b)
{
	const char *left = *(char *const *)a, *right = *(char *const *)b;

	return ys_lexicon_makes(right, strlen(right)) - ys_lexicon_makes(left, strlen(left));
}

/* A known word need only stand there; another must stand as a word of its own, and one of two characters as a
 * known one if it was not typed by its sound. */
static gboolean is_right(inquiry *q, const char *run)
{
	ys_standing standing = YS_STANDING_NOWHERE;

	if (q->error || !ys_word_border_of(q->reader, q->query, run, q->hidden, &standing, &q->error))
		return FALSE;
	return standing >= (ys_lexicon_makes(run, strlen(run)) ? YS_STANDING_PART : YS_STANDING_FOLLOWED);
}

/* What the run as a whole may have been typed for. */
static GPtrArray *correct_whole(inquiry *q, const gunichar *wanted, glong n, guint max)
{
	GPtrArray *right = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) alike = g_ptr_array_new_with_free_func(g_free);

	if (q->error || !ys_homophone_runs(q->reader, wanted, n, alike, &q->error))
		return right;
	/* the sort is stable: among known ones the likelier stays first */
	g_ptr_array_sort(alike, by_knowledge);
	for (guint i = 0; i < alike->len && i < TRIED_MAX && right->len < max; i++)
		if (is_right(q, g_ptr_array_index(alike, i)))
			g_ptr_array_add(right, g_strdup(g_ptr_array_index(alike, i)));
	return right;
}

static gboolean stands(inquiry *q, const char *run)
{
	ys_standing standing = YS_STANDING_NOWHERE;

	return !q->error && ys_word_border_of(q->reader, NULL, run, q->hidden, &standing, &q->error) &&
	       standing != YS_STANDING_NOWHERE;
}

/* One side of the cut as typed, the other corrected; NULL if that is not to be had. */
static char *correct_side(inquiry *q, const gunichar *wanted, glong n, glong cut, gboolean left)
{
	g_autofree char *before = g_ucs4_to_utf8(wanted, cut, NULL, NULL, NULL);
	g_autofree char *behind = g_ucs4_to_utf8(wanted + cut, n - cut, NULL, NULL, NULL);
	g_autoptr(GPtrArray) right = NULL;

	if (!stands(q, left ? behind : before) || stands(q, left ? before : behind) ||
	    ys_lexicon_makes(left ? before : behind, strlen(left ? before : behind)))
		return NULL;
	right = correct_whole(q, left ? wanted : wanted + cut, left ? cut : n - cut, 1);
	if (!right->len)
		return NULL;
	return left ? g_strconcat(g_ptr_array_index(right, 0), behind, NULL) :
		      g_strconcat(before, g_ptr_array_index(right, 0), NULL);
}

/* The longest part that stands is believed. */
static void correct_part(inquiry *q, const gunichar *wanted, glong n, GPtrArray *right)
{
	for (glong wrong = CHARS_MIN; wrong <= n - CHARS_MIN && !right->len; wrong++) {
		char *run = correct_side(q, wanted, n, n - wrong, FALSE);

		if (!run)
			run = correct_side(q, wanted, n, wrong, TRUE);
		if (run)
			g_ptr_array_add(right, run);
	}
}

/* Runs that a folded run, which stands nowhere, may have been typed for, the most likely first; NULL on error. */
static GPtrArray *correct_run(xc_reader *reader, const ys_query *query, const char *run, const GPtrArray *hidden,
			      guint max, GError **error)
{
	inquiry q = { reader, query, hidden, NULL };
	glong n;
	g_autofree gunichar *wanted = g_utf8_to_ucs4_fast(run, -1, &n);
	g_autoptr(GPtrArray) right = NULL;

	if (n < CHARS_MIN || n > CHARS_MAX || strchr(run, ' ') || ys_lexicon_makes(run, strlen(run)) || stands(&q, run)) {
		if (q.error)
			g_propagate_error(error, q.error);
		return q.error ? NULL : g_ptr_array_new_with_free_func(g_free);
	}
	right = correct_whole(&q, wanted, n, max);
	if (!right->len && n <= CUT_MAX)
		correct_part(&q, wanted, n, right);
	if (q.error) {
		g_propagate_error(error, q.error);
		return NULL;
	}
	return g_steal_pointer(&right);
}

/* ---- a query ---- */

static gboolean may_be_corrected(const ys_query *query)
{
	if (query->exact || query->operators || !query->words_tree)
		return FALSE;
	for (guint i = 0; i < query->words->len; i++) {
		const ys_word *word = g_ptr_array_index(query->words, i);

		if (word->quoted || word->signs)
			return FALSE;
	}
	return TRUE;
}

/* Append the word, corrected if it is to be; FALSE if it is and cannot, or on error. */
static gboolean append_word(GString *text, gboolean *any, const ys_word *word, xc_reader *reader, const ys_query *query,
			    const GPtrArray *hidden, GPtrArray *others, GError **error)
{
	g_autoptr(GPtrArray) right = NULL;
	ys_standing standing;

	if (text->len)
		g_string_append_c(text, ' ');
	if (!ys_word_border_of(reader, NULL, word->folded, hidden, &standing, error))
		return FALSE;
	if (standing != YS_STANDING_NOWHERE || word->body || word->year || word->amount != YS_AMOUNT_NONE) {
		g_string_append(text, word->text);
		return TRUE;
	}
	right = correct_run(reader, query, word->folded, hidden, OTHERS_MAX + 1, error);
	if (!right || !right->len)
		return FALSE;
	*any = TRUE;
	g_string_append(text, g_ptr_array_index(right, 0));
	for (guint i = 1; query->words->len == 1 && i < right->len; i++)
		g_ptr_array_add(others, g_strdup(g_ptr_array_index(right, i)));
	return TRUE;
}

ys_query *ys_correct_query(xc_reader *reader, const ys_query *query, const GPtrArray *hidden, GPtrArray *others,
			   GError **error)
{
	g_autoptr(GString) text = g_string_new(NULL);
	g_autoptr(ys_query) words = NULL;
	gboolean any = FALSE;

	if (!may_be_corrected(query))
		return NULL;
	for (guint i = 0; i < query->words->len; i++)
		if (!append_word(text, &any, g_ptr_array_index(query->words, i), reader, query, hidden, others, error))
			return NULL;
	if (!any)
		return NULL;
	words = ys_query_new();
	words->no_synonyms = query->no_synonyms;
	return ys_query_set_text(words, text->str, NULL) && words->words_tree ? g_steal_pointer(&words) : NULL;
}
