/* A query is cut at words of questions and names of divisions into fragments, a fragment into units (units.h).  A
 * text covers the units that stand in it, side by side as typed or apart, in another wording, or as words related to
 * them; how much of all the weight that is decides whether it is shown, and where.  Where two units meet, the pair
 * of characters over the seam mostly stands nowhere and counts neither way. */
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
#include "src/word_list.h"

/* A unit that stands apart from its neighbours is weaker evidence than one beside them; a part of one that is no
 * known word is weaker still. */
#define APART_SHARE 0.85
#define PAIR_SHARE 0.7
/* Runs by which candidates are found, typed ones first. */
#define RUNS_MAX 160
/* A division named in the query, against the weight of a unit of text. */
#define PLACE_UNITS 1.5

static void fragment_free(ys_fragment *f)
{
	g_free(f->text);
	g_ptr_array_unref(f->units);
	g_free(f);
}

void ys_loose_free(ys_loose *loose)
{
	if (!loose)
		return;
	g_ptr_array_unref(loose->fragments);
	g_ptr_array_unref(loose->runs);
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

static ys_fragment *fragment_new(const char *text, gsize len, gboolean place)
{
	ys_fragment *f = g_new0(ys_fragment, 1);

	f->text = g_strndup(text, len);
	f->place = place;
	f->units = g_ptr_array_new_with_free_func((GDestroyNotify)ys_unit_free);
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

static void add_fragment(ys_loose *loose, const char *start, gsize len, gboolean place)
{
	ys_fragment *f;

	if (!len || (!place && g_utf8_strlen(start, len) < 2 && ys_char_class_of(g_utf8_get_char(start)) == YS_CHAR_HAN))
		return;
	f = fragment_new(start, len, place);
	/* said twice it is no more than said once */
	if (is_known(loose, f))
		fragment_free(f);
	else
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

static void cut(ys_loose *loose, const char *folded)
{
	const char *end = folded + strlen(folded), *start = folded, *p = folded;

	while (p < end) {
		gboolean kept = FALSE;
		gsize place = place_at(p, end), stop = *p == ' ' ? 1 : stop_word_at(p, end, &kept);

		if (!place && (!stop || kept)) {
			p = kept ? p + stop : g_utf8_next_char(p);
			continue;
		}
		add_fragment(loose, start, p - start, FALSE);
		if (place)
			add_fragment(loose, p, place, TRUE);
		p += place ? place : stop;
		start = p;
	}
	add_fragment(loose, start, end - start, FALSE);
}

/* ---- weighing ---- */

/* What stands nowhere weighs as much as content does on the average, not more than all of it. */
static void even_out(ys_loose *loose, double mean)
{
	for (guint i = 0; i < loose->fragments->len; i++) {
		ys_fragment *f = g_ptr_array_index(loose->fragments, i);

		if (f->place)
			f->weight = PLACE_UNITS * mean;
		for (guint k = 0; k < f->units->len; k++) {
			ys_unit *unit = g_ptr_array_index(f->units, k);

			if (unit->weight <= 0)
				unit->weight = unit->content ? mean : mean / 10;
			f->weight += unit->weight;
		}
		loose->weight += f->weight;
	}
}

/* The mean weight of content that stands somewhere; where none does, that of a seldom word among n records. */
static double mean_weight(const ys_loose *loose, double n)
{
	double sum = 0;
	guint known = 0;

	for (guint i = 0; i < loose->fragments->len; i++) {
		const ys_fragment *f = g_ptr_array_index(loose->fragments, i);

		for (guint k = 0; k < f->units->len; k++) {
			const ys_unit *unit = g_ptr_array_index(f->units, k);

			sum += unit->content ? unit->weight : 0;
			known += unit->content && unit->weight > 0;
		}
	}
	return known ? sum / known : MAX(log(n + 1) / 2, 1);
}

static gboolean weigh(ys_loose *loose, xc_reader *reader, gboolean wordings, GError **error)
{
	guint32 lines;
	double n;

	if (!xc_reader_termfreq(reader, YS_PREFIX_TYPE "line", &lines, error))
		return FALSE;
	n = (double)xc_reader_n_documents(reader) - lines;
	for (guint i = 0; i < loose->fragments->len; i++) {
		ys_fragment *f = g_ptr_array_index(loose->fragments, i);
		g_autoptr(GPtrArray) units = f->place ? NULL : ys_units_of(f->text, wordings, reader, error);

		if (f->place)
			continue;
		if (!units || !ys_units_weigh(units, n, reader, error))
			return FALSE;
		g_ptr_array_unref(f->units);
		f->units = g_steal_pointer(&units);
		for (guint k = 0; k < f->units->len; k++)
			f->telling += ((const ys_unit *)g_ptr_array_index(f->units, k))->content;
		loose->content |= f->telling > 0;
		f->telling = f->telling ? f->telling : f->units->len;
	}
	even_out(loose, mean_weight(loose, n));
	return TRUE;
}

/* ---- candidates ---- */

static void add_run(GPtrArray *runs, const char *run, gsize len)
{
	char *copy = g_strndup(run, len);

	if (runs->len >= RUNS_MAX || g_ptr_array_find_with_equal_func(runs, copy, g_str_equal, NULL))
		g_free(copy);
	else
		g_ptr_array_add(runs, copy);
}

static void add_term(const char *term, gsize len, ys_query_term_kind kind, void *data)
{
	if (kind != YS_TERM_PREFIX)
		add_run(data, term, len);
}

/* What of it counts: a known word as a whole or by its pieces, of another any two characters. */
static void add_typed(ys_loose *loose, const ys_unit *unit)
{
	if (loose->content && !unit->content)
		return;
	if (unit->sort == YS_WORD_UNKNOWN)
		ys_segment_query(unit->text, unit->len, add_term, loose->runs);
	else
		add_run(loose->runs, unit->text, unit->len);
	for (guint i = 0; i < unit->pieces->len; i++)
		add_typed(loose, g_ptr_array_index(unit->pieces, i));
}

static void add_wordings(ys_loose *loose, const ys_unit *unit)
{
	if (loose->content && !unit->content)
		return;
	for (guint i = 0; i < unit->synonyms->len; i++)
		add_run(loose->runs, g_ptr_array_index(unit->synonyms, i), strlen(g_ptr_array_index(unit->synonyms, i)));
	for (guint i = 0; i < unit->related->len; i++)
		add_run(loose->runs, g_ptr_array_index(unit->related, i), strlen(g_ptr_array_index(unit->related, i)));
	for (guint i = 0; i < unit->pieces->len; i++)
		add_wordings(loose, g_ptr_array_index(unit->pieces, i));
}

static void each_unit(ys_loose *loose, void (*add)(ys_loose *loose, const ys_unit *unit))
{
	for (guint i = 0; i < loose->fragments->len; i++) {
		const ys_fragment *f = g_ptr_array_index(loose->fragments, i);

		for (guint k = 0; k < f->units->len; k++)
			add(loose, g_ptr_array_index(f->units, k));
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

	if (!may_be_loose(query))
		return NULL;
	loose = g_new0(ys_loose, 1);
	loose->fragments = g_ptr_array_new_with_free_func((GDestroyNotify)fragment_free);
	loose->runs = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; i < query->words->len; i++) {
		const ys_word *word = g_ptr_array_index(query->words, i);

		/* a name that only means a body weighs no more than a place */
		if (word->body && query->words->len > 1)
			add_fragment(loose, word->folded, strlen(word->folded), TRUE);
		else if (word->amount == YS_AMOUNT_NONE)
			cut(loose, word->folded);
	}
	if (!loose->fragments->len || !weigh(loose, reader, !query->no_synonyms, error))
		return NULL;
	each_unit(loose, add_typed);
	each_unit(loose, add_wordings);
	return loose->runs->len ? g_steal_pointer(&loose) : NULL;
}

/* ---- covering ---- */

static gboolean is_lone_character(const char *run)
{
	return !*g_utf8_next_char(run) && ys_char_class_of(g_utf8_get_char(run)) == YS_CHAR_HAN;
}

static gboolean has(const char *folded, gsize len, const char *run)
{
	return ys_match_find(folded, len, run, strlen(run), 0) >= 0;
}

/* ---- how a unit is there ---- */

/* The run stands in the text, and not only by chance. */
static gboolean stands(const ys_unit *unit, const char *folded, gsize len)
{
	gssize at = ys_match_find(folded, len, unit->text, unit->len, 0);

	while (at >= 0 && ys_lexicon_is_chance(folded, len, at, unit->len, unit->before, unit->behind))
		at = ys_match_find(folded, len, unit->text, unit->len, at + unit->len);
	return at >= 0;
}

static const char *first_of(const GPtrArray *runs, const char *folded, gsize len)
{
	for (guint i = 0; i < runs->len; i++)
		if (has(folded, len, g_ptr_array_index(runs, i)))
			return g_ptr_array_index(runs, i);
	return NULL;
}

/* How many units from first on stand in the text side by side, with the first in it; 0 if that does not stand. */
static guint count_together(const ys_fragment *f, guint first, const char *folded, gsize len)
{
	const ys_unit *unit = g_ptr_array_index(f->units, first);
	guint n = 1;

	if (!stands(unit, folded, len))
		return 0;
	for (; first + n < f->units->len; n++) {
		const ys_unit *last = g_ptr_array_index(f->units, first + n);

		if (ys_match_find(folded, len, f->text + unit->start, last->start + last->len - unit->start, 0) < 0)
			break;
	}
	return n;
}

static gboolean tells(const char *run, gsize len)
{
	const ys_word_sort sort = ys_lexicon_sort(run, len);

	return sort != YS_WORD_GENERIC && sort != YS_WORD_WEAK;
}

/* The longest part of a unit that is no known word, more than one character and less than all: bytes. */
static gsize part_of(const ys_unit *unit, const char *folded, gsize len, gsize *start)
{
	gsize longest = 0;

	if (unit->sort != YS_WORD_UNKNOWN || g_utf8_strlen(unit->text, unit->len) < 3)
		return 0;
	for (const char *p = unit->text; *p; p = g_utf8_next_char(p))
		for (const char *end = unit->text + unit->len; end - p > (gssize)longest; end = g_utf8_prev_char(end))
			if (end > g_utf8_next_char(p) && tells(p, end - p) && ys_match_find(folded, len, p, end - p, 0) >= 0) {
				longest = end - p;
				*start = p - unit->text;
			}
	return longest;
}

typedef struct {
	const char *folded;
	gsize len;
	GPtrArray *needles, *wordings;  /* NULL: not asked for */
	double covered;
	gboolean content;       /* some unit that tells what is looked for is there */
} covering;

static void note(GPtrArray *list, const char *run, gsize len)
{
	if (list)
		g_ptr_array_add(list, g_strndup(run, len));
}

static void cover_otherwise(covering *c, const ys_unit *unit);

/* The known words that a unit is made of, by themselves: how much of it they are. */
static double cover_pieces(covering *c, const ys_unit *unit)
{
	covering inner = *c;
	double all = 0;

	inner.covered = 0;
	for (guint i = 0; i < unit->pieces->len; i++) {
		const ys_unit *piece = g_ptr_array_index(unit->pieces, i);

		all += MAX(piece->weight, 0.1);
		if (!stands(piece, c->folded, c->len)) {
			cover_otherwise(&inner, piece);
			continue;
		}
		inner.covered += MAX(piece->weight, 0.1);
		inner.content |= piece->content;
		note(c->needles, piece->text, piece->len);
	}
	c->content |= inner.content;
	return all > 0 ? APART_SHARE * inner.covered / all : 0;
}

/* A unit that does not stand there as typed. */
static void cover_otherwise(covering *c, const ys_unit *unit)
{
	const char *same = first_of(unit->synonyms, c->folded, c->len);
	const char *related = same ? NULL : first_of(unit->related, c->folded, c->len);
	const char *run = same ? same : related;
	const double pieces = same ? 0 : cover_pieces(c, unit);
	gsize start = 0, part = run ? 0 : part_of(unit, c->folded, c->len, &start);

	if (pieces > (run ? YS_RELATED_SHARE : 0)) {
		c->covered += unit->weight * pieces;
	} else if (run) {
		c->covered += unit->weight * (same ? YS_SYNONYM_SHARE : YS_RELATED_SHARE);
		c->content |= unit->content;
		note(c->needles, run, strlen(run));
		note(c->wordings, run, strlen(run));
	} else if (part) {
		c->covered += unit->weight * PAIR_SHARE * part / unit->len;
		c->content |= unit->content;
		note(c->needles, unit->text + start, part);
	}
}

static void cover_fragment(covering *c, const ys_fragment *f)
{
	for (guint k = 0; k < f->units->len;) {
		const ys_unit *unit = g_ptr_array_index(f->units, k), *last;
		guint n = count_together(f, k, c->folded, c->len);
		const double share = n == 1 && f->telling > 1 ? APART_SHARE : 1;

		if (!n) {
			cover_otherwise(c, unit);
			k++;
			continue;
		}
		last = g_ptr_array_index(f->units, k + n - 1);
		/* one Chinese character by itself is no evidence */
		if (n > 1 || !is_lone_character(unit->text)) {
			for (guint i = k; i < k + n; i++) {
				const ys_unit *met = g_ptr_array_index(f->units, i);

				c->covered += share * met->weight;
				c->content |= met->content;
			}
			note(c->needles, f->text + unit->start, last->start + last->len - unit->start);
		}
		k += n;
	}
}

double ys_loose_coverage(const ys_loose *loose, const char *folded, gsize len, const ys_region *region,
			 GPtrArray *needles, GPtrArray *wordings)
{
	covering c = { folded, len, needles, wordings, 0, FALSE };

	for (guint i = 0; i < loose->fragments->len; i++) {
		const ys_fragment *f = g_ptr_array_index(loose->fragments, i);

		if (!f->place)
			cover_fragment(&c, f);
		else if (ys_region_is_named(region, f->text) || has(folded, len, f->text))
			c.covered += f->weight;
	}
	if (loose->content && !c.content)
		return 0;
	return loose->weight > 0 ? c.covered / loose->weight : 0;
}
