/* A query is cut at words of questions and names of divisions into fragments, a fragment into units: pairs of
 * characters, words.  A unit weighs the more the rarer it is in the index.  A text covers the units of the
 * longest runs that stand in it, in the wording that covers most; how much of all the weight that is decides
 * whether it is shown, and where. */
#include "index/search/loose.h"

#include <math.h>
#include <string.h>

#include "index/schema.h"
#include "index/search/stopwords_table.h"
#include "index/search/weights.h"
#include "src/places_table.h"
#include "src/text/fold.h"
#include "src/text/match.h"
#include "src/text/segment.h"
#include "src/text/synonyms.h"
#include "src/word_list.h"

/* A pair of characters that stands alone is weaker evidence than a longer run. */
#define PAIR_SHARE 0.7
/* Longer fragments are sentences, which are not looked for in other wordings. */
#define WORDING_UNITS_MAX 16
/* A division named in the query, against the weight of a unit of text. */
#define PLACE_UNITS 1.5

static void fragment_free(ys_fragment *f)
{
	g_free(f->text);
	g_ptr_array_unref(f->units);
	g_array_unref(f->starts);
	g_array_unref(f->weights);
	g_ptr_array_unref(f->wordings);
	g_free(f);
}

void ys_loose_free(ys_loose *loose)
{
	if (!loose)
		return;
	g_ptr_array_unref(loose->fragments);
	g_ptr_array_unref(loose->terms);
	g_free(loose);
}

/* ---- taking apart ---- */

/* The longest entry of data/stopwords at p; its length in bytes, 0 if there is none.  *kept:
 * it is a content word that only looks like one. */
static gsize stop_word_at(const char *p, const char *end, gboolean *kept)
{
	gsize longest = 0;

	for (gsize i = 0; i < stopwords_table_count; i++) {
		const char *word = stopwords_table[i].field[0];
		gboolean keep = *word == '!';
		gsize len = strlen(word += keep);

		if (len > longest && (gsize)(end - p) >= len && !memcmp(p, word, len)) {
			longest = len;
			*kept = keep;
		}
	}
	return longest;
}

/* What ends where the unit before it ends is a part of that: 线 of 热线 before a number. */
static void add_unit(const char *term, gsize len, ys_query_term_kind kind, void *data)
{
	ys_fragment *f = data;
	gsize start = term - f->text;

	(void)kind;
	if (start + len <= f->end)
		return;
	g_ptr_array_add(f->units, g_strndup(term, len));
	g_array_append_val(f->starts, start);
	f->end = start + len;
}

static ys_fragment *fragment_new(const char *text, gsize len, gboolean place)
{
	ys_fragment *f = g_new0(ys_fragment, 1);

	f->text = g_strndup(text, len);
	f->place = place;
	f->units = g_ptr_array_new_with_free_func(g_free);
	f->starts = g_array_new(FALSE, FALSE, sizeof(gsize));
	f->weights = g_array_new(FALSE, FALSE, sizeof(double));
	f->wordings = g_ptr_array_new_with_free_func((GDestroyNotify)fragment_free);
	if (!place)
		ys_segment_query(f->text, len, add_unit, f);
	return f;
}

static gboolean is_known(const ys_loose *loose, const ys_fragment *fragment)
{
	for (guint i = 0; i < loose->fragments->len; i++) {
		const ys_fragment *other = g_ptr_array_index(loose->fragments, i);

		if (other->place == fragment->place && !strcmp(other->text, fragment->text))
			return TRUE;
	}
	return FALSE;
}

static void add_fragment(ys_loose *loose, const char *start, gsize len, gboolean place, gboolean synonyms)
{
	g_autoptr(GPtrArray) others = g_ptr_array_new_with_free_func(g_free);
	ys_fragment *f;

	if (!len || (!place && g_utf8_strlen(start, len) < 2 && ys_char_class_of(g_utf8_get_char(start)) == YS_CHAR_HAN))
		return;
	f = fragment_new(start, len, place);
	/* said twice it is no more than said once */
	if (is_known(loose, f)) {
		fragment_free(f);
		return;
	}
	if (!place && synonyms && f->units->len <= WORDING_UNITS_MAX)
		ys_synonyms_of(f->text, others);
	for (guint i = 0; i < others->len; i++) {
		const char *other = g_ptr_array_index(others, i);

		g_ptr_array_add(f->wordings, fragment_new(other, strlen(other), FALSE));
	}
	g_ptr_array_add(loose->fragments, f);
}

/* The full name of a division at p, 花都区, 天河区, 广东省; its length, 0 if none.  Of 广州 and 广州市
 * the longer is meant. */
static gsize place_at(const char *p, const char *end)
{
	const char *q = p;
	gsize longest = 0;

	for (int chars = 1; chars <= 8 && q < end; chars++) {
		g_autofree char *name = NULL;
		g_autoptr(GPtrArray) codes = NULL;
		const char *last = q;

		q = g_utf8_next_char(q);
		if (chars < 2 || !ys_word_at_start(last, places_sign))
			continue;
		name = g_strndup(p, q - p);
		codes = ys_region_codes_named(name);
		if (codes->len)
			longest = q - p;
	}
	return longest;
}

static void cut(ys_loose *loose, const char *folded, gboolean synonyms)
{
	const char *end = folded + strlen(folded), *start = folded, *p = folded;

	while (p < end) {
		gboolean kept = FALSE;
		gsize place = place_at(p, end), stop = *p == ' ' ? 1 : stop_word_at(p, end, &kept);

		if (!place && (!stop || kept)) {
			p = kept ? p + stop : g_utf8_next_char(p);
			continue;
		}
		add_fragment(loose, start, p - start, FALSE, synonyms);
		if (place)
			add_fragment(loose, p, place, TRUE, synonyms);
		p += place ? place : stop;
		start = p;
	}
	add_fragment(loose, start, end - start, FALSE, synonyms);
}

/* ---- weighing ---- */

/* Like idf; 0 for a unit that stands nowhere (a slip of the pen).  n: documents that may have it. */
static gboolean weigh_units(ys_fragment *f, double n, xc_reader *reader, GError **error)
{
	for (guint k = 0; k < f->units->len; k++) {
		guint32 freq;
		double weight;

		if (!xc_reader_termfreq(reader, g_ptr_array_index(f->units, k), &freq, error))
			return FALSE;
		weight = freq ? log((n + 1) / freq) : 0;
		g_array_append_val(f->weights, weight);
	}
	for (guint i = 0; i < f->wordings->len; i++)
		if (!weigh_units(g_ptr_array_index(f->wordings, i), n, reader, error))
			return FALSE;
	return TRUE;
}

/* What stands nowhere weighs as much as the rest does on the average, not more than all of
 * it. */
static void even_out(ys_fragment *f, double mean)
{
	double place = PLACE_UNITS * mean;

	if (f->place)
		g_array_append_val(f->weights, place);
	for (guint k = 0; k < f->weights->len; k++)
		if (g_array_index(f->weights, double, k) <= 0)
			g_array_index(f->weights, double, k) = mean;
	for (guint i = 0; i < f->wordings->len; i++)
		even_out(g_ptr_array_index(f->wordings, i), mean);
}

static double fragment_weight(const ys_fragment *f)
{
	double sum = 0;

	for (guint i = 0; i < f->weights->len; i++)
		sum += g_array_index(f->weights, double, i);
	return sum;
}

static gboolean weigh(ys_loose *loose, xc_reader *reader, GError **error)
{
	double sum = 0;
	guint known = 0;
	guint32 lines;

	if (!xc_reader_termfreq(reader, YS_PREFIX_TYPE "line", &lines, error))
		return FALSE;
	for (guint i = 0; i < loose->fragments->len; i++) {
		ys_fragment *f = g_ptr_array_index(loose->fragments, i);

		if (!weigh_units(f, (double)xc_reader_n_documents(reader) - lines, reader, error))
			return FALSE;
		sum += fragment_weight(f);
		for (guint k = 0; k < f->weights->len; k++)
			known += g_array_index(f->weights, double, k) > 0;
	}
	for (guint i = 0; i < loose->fragments->len; i++) {
		ys_fragment *f = g_ptr_array_index(loose->fragments, i);

		even_out(f, known ? sum / known : 1);
		loose->weight += fragment_weight(f);
	}
	return TRUE;
}

static void collect_terms(ys_loose *loose, const GPtrArray *fragments, GHashTable *known)
{
	for (guint i = 0; i < fragments->len; i++) {
		const ys_fragment *f = g_ptr_array_index(fragments, i);

		for (guint k = 0; k < f->units->len; k++)
			if (g_hash_table_add(known, g_ptr_array_index(f->units, k)))
				g_ptr_array_add(loose->terms, g_strdup(g_ptr_array_index(f->units, k)));
		collect_terms(loose, f->wordings, known);
	}
}

static gboolean may_be_loose(const ys_query *query)
{
	if (query->exact || query->operators)
		return FALSE;
	for (guint i = 0; i < query->words->len; i++)
		if (((ys_word *)g_ptr_array_index(query->words, i))->quoted)
			return FALSE;
	return TRUE;
}

ys_loose *ys_loose_new(xc_reader *reader, const ys_query *query, GError **error)
{
	g_autoptr(ys_loose) loose = NULL;
	g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);

	if (!may_be_loose(query))
		return NULL;
	loose = g_new0(ys_loose, 1);
	loose->fragments = g_ptr_array_new_with_free_func((GDestroyNotify)fragment_free);
	loose->terms = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; i < query->words->len; i++) {
		const ys_word *word = g_ptr_array_index(query->words, i);

		if (word->amount == YS_AMOUNT_NONE)
			cut(loose, word->folded, !query->no_synonyms);
	}
	collect_terms(loose, loose->fragments, known);
	if (!loose->terms->len || !weigh(loose, reader, error))
		return NULL;
	return g_steal_pointer(&loose);
}

/* ---- covering ---- */

static gboolean has(const char *folded, gsize len, const char *run)
{
	return ys_match_find(folded, len, run, strlen(run), 0) >= 0;
}

/* The longest part of the fragment from unit first on that stands in the text, as a number
 * of units; *run receives it. */
static guint longest_run(const ys_fragment *f, guint first, const char *folded, gsize len, char **run)
{
	gsize start = g_array_index(f->starts, gsize, first), found = start;
	guint n = 0;

	for (guint k = first; k < f->units->len; k++, n++) {
		gsize end = g_array_index(f->starts, gsize, k) + strlen(g_ptr_array_index(f->units, k));

		if (ys_match_find(folded, len, f->text + start, end - start, 0) < 0)
			break;
		found = end;
	}
	*run = n ? g_strndup(f->text + start, found - start) : NULL;
	return n;
}

static gboolean is_lone_character(const char *run)
{
	return !*g_utf8_next_char(run) && ys_char_class_of(g_utf8_get_char(run)) == YS_CHAR_HAN;
}

/* One Chinese character by itself is no evidence. */
static double cover_text(const ys_fragment *f, const char *folded, gsize len, GPtrArray *needles)
{
	double covered = 0;

	for (guint k = 0; k < f->units->len;) {
		g_autofree char *run = NULL;
		guint n = longest_run(f, k, folded, len, &run);
		double share = n == 1 && f->units->len > 1 ? PAIR_SHARE : 1;

		if (run && !is_lone_character(run)) {
			for (guint i = k; i < k + n; i++)
				covered += share * g_array_index(f->weights, double, i);
			if (needles)
				g_ptr_array_add(needles, g_steal_pointer(&run));
		}
		k += MAX(n, 1);
	}
	return covered;
}

/* The wording of a fragment that the text covers best, and how much of it, 0 to 1. */
static double best_wording(const ys_fragment *f, const char *folded, gsize len, const ys_fragment **best)
{
	double share = cover_text(f, folded, len, NULL) / fragment_weight(f);

	*best = f;
	for (guint i = 0; i < f->wordings->len && share < YS_SYNONYM_SHARE; i++) {
		const ys_fragment *other = g_ptr_array_index(f->wordings, i);
		double s = YS_SYNONYM_SHARE * cover_text(other, folded, len, NULL) / fragment_weight(other);

		if (s > share) {
			share = s;
			*best = other;
		}
	}
	return share;
}

double ys_loose_coverage(const ys_loose *loose, const char *folded, gsize len, const ys_region *region,
			 GPtrArray *needles)
{
	double covered = 0;

	for (guint i = 0; i < loose->fragments->len; i++) {
		const ys_fragment *f = g_ptr_array_index(loose->fragments, i), *best;

		if (f->place) {
			if (ys_region_is_named(region, f->text) || has(folded, len, f->text))
				covered += fragment_weight(f);
			continue;
		}
		covered += fragment_weight(f) * best_wording(f, folded, len, &best);
		if (needles)
			cover_text(best, folded, len, needles);
	}
	return loose->weight > 0 ? covered / loose->weight : 0;
}
