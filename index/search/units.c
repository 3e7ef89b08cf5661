/* The cheapest cut, from the front: each unit costs, a known word least and a character by itself most. */
#include "index/search/units.h"

#include <math.h>
#include <string.h>

#include "src/text/fold.h"
#include "src/text/segment.h"

#define COST_KNOWN      1.0
/* Two characters that stand together somewhere, and each one more. */
#define COST_PAIR       2.2
#define COST_LONGER     0.7
#define COST_SINGLE     2.0
/* Two characters that stand together nowhere: less than each by itself. */
#define COST_NOWHERE    3.8
/* Of known words, and of others. */
#define KNOWN_CHARS_MAX 12
#define OTHER_CHARS_MAX 4
/* Numbers of more digits are names: 12345, a code. */
#define SHORT_DIGITS    4

/* What is behind any name and what is in very many, against other words; one character by itself. */
#define SHARE_GENERIC   0.1
#define SHARE_WEAK      0.4
#define SHARE_SINGLE    0.1

typedef struct {
	double cost;            /* of the cheapest way here */
	guint from;             /* where its last unit begins: a character */
} step;

typedef struct {
	const char *run;
	GArray *places;         /* of gsize: where each character begins, and the end */
	step *steps;
	xc_reader *reader;
	GError *error;
} cutter;

static gsize place(const cutter *c, guint i)
{
	return g_array_index(c->places, gsize, i);
}

static ys_char_class class_at(const cutter *c, guint i)
{
	return ys_char_class_of(g_utf8_get_char(c->run + place(c, i)));
}

/* In how many records the two characters at byte p stand together. */
static guint32 pair_freq(xc_reader *reader, const char *p, GError **error)
{
	const char *end = g_utf8_next_char(g_utf8_next_char(p));
	g_autofree char *pair = g_strndup(p, end - p);
	guint32 freq = 0;

	return !*error && xc_reader_termfreq(reader, pair, &freq, error) ? freq : 0;
}

static void offer(cutter *c, guint from, guint to, double cost)
{
	if (c->steps[from].cost + cost >= c->steps[to].cost)
		return;
	c->steps[to] = (step){ c->steps[from].cost + cost, from };
}

/* A word of letters or digits is one unit; its end. */
static guint word_end(const cutter *c, guint i)
{
	const guint n = c->places->len - 1;

	while (i < n && (class_at(c, i) == YS_CHAR_WORD || c->run[place(c, i)] == '.'))
		i++;
	return i;
}

static void offer_known(cutter *c, guint i)
{
	const guint n = c->places->len - 1;

	for (guint to = i + 2; to <= n && to <= i + KNOWN_CHARS_MAX; to++)
		if (ys_lexicon_sort(c->run + place(c, i), place(c, to) - place(c, i)) != YS_WORD_UNKNOWN)
			offer(c, i, to, COST_KNOWN);
}

/* Characters each of which stands somewhere beside the next. */
static void offer_others(cutter *c, guint i)
{
	const guint n = c->places->len - 1;

	offer(c, i, i + 1, COST_SINGLE);
	for (guint to = i + 2; to <= n && to <= i + OTHER_CHARS_MAX && class_at(c, to - 1) == YS_CHAR_HAN; to++) {
		if (!pair_freq(c->reader, c->run + place(c, to - 2), &c->error)) {
			if (to == i + 2)
				offer(c, i, to, COST_NOWHERE);
			return;
		}
		offer(c, i, to, COST_PAIR + (to - i - 2) * COST_LONGER);
	}
}

static void cut(cutter *c)
{
	const guint n = c->places->len - 1;

	for (guint i = 0; i < n; i++) {
		if (c->steps[i].cost == G_MAXDOUBLE)
			continue;
		if (class_at(c, i) != YS_CHAR_HAN) {
			offer(c, i, MAX(word_end(c, i), i + 1), COST_KNOWN);
			continue;
		}
		offer_known(c, i);
		offer_others(c, i);
	}
}

void ys_unit_free(ys_unit *unit)
{
	g_free(unit->text);
	g_ptr_array_unref(unit->pieces);
	g_ptr_array_unref(unit->synonyms);
	g_ptr_array_unref(unit->related);
	g_ptr_array_unref(unit->before);
	g_ptr_array_unref(unit->behind);
	g_free(unit);
}

static gboolean is_single_han(const char *text)
{
	return !*g_utf8_next_char(text) && ys_char_class_of(g_utf8_get_char(text)) == YS_CHAR_HAN;
}

static ys_unit *unit_new(const char *run, gsize start, gsize len, gboolean wordings);

/* The longest known words one behind the other that a known word is made of: 网站 and 运维 of 网站运维. */
static void add_pieces(ys_unit *unit, gboolean wordings)
{
	const gsize len = unit->len;
	gsize at = 0;

	while (at < len) {
		gsize n = len - (at ? at : 1);

		while (n && (ys_lexicon_sort(unit->text + at, n) == YS_WORD_UNKNOWN ||
			     !ys_lexicon_makes(unit->text + at + n, len - at - n)))
			n--;
		if (!n)
			return;
		g_ptr_array_add(unit->pieces, unit_new(unit->text, at, n, wordings));
		at += n;
	}
}

/* A year or a count tells little: 2020 of a document number, 11 of 11号. */
static gboolean is_short_number(const char *text)
{
	return strlen(text) <= SHORT_DIGITS && strspn(text, "0123456789") == strlen(text);
}

static ys_unit *unit_new(const char *run, gsize start, gsize len, gboolean wordings)
{
	ys_unit *unit = g_new0(ys_unit, 1);

	unit->start = start;
	unit->len = len;
	unit->text = g_strndup(run + start, len);
	unit->sort = ys_lexicon_sort(unit->text, len);
	unit->content = unit->sort != YS_WORD_GENERIC && unit->sort != YS_WORD_WEAK && !is_single_han(unit->text) &&
			!is_short_number(unit->text);
	unit->pieces = g_ptr_array_new_with_free_func((GDestroyNotify)ys_unit_free);
	unit->synonyms = g_ptr_array_new_with_free_func(g_free);
	unit->related = g_ptr_array_new_with_free_func(g_free);
	unit->before = g_ptr_array_new_with_free_func(g_free);
	unit->behind = g_ptr_array_new_with_free_func(g_free);
	if (wordings && unit->content) {
		ys_synonyms_of(unit->text, unit->synonyms);
		ys_related_of(unit->text, unit->related);
	}
	ys_lexicon_borders(unit->text, unit->before, unit->behind);
	if (unit->sort != YS_WORD_UNKNOWN)
		add_pieces(unit, wordings);
	return unit;
}

static GPtrArray *collect(const cutter *c, gboolean wordings)
{
	GPtrArray *units = g_ptr_array_new_with_free_func((GDestroyNotify)ys_unit_free);

	for (guint to = c->places->len - 1; to; to = c->steps[to].from) {
		const gsize start = place(c, c->steps[to].from);

		g_ptr_array_insert(units, 0, unit_new(c->run, start, place(c, to) - start, wordings));
	}
	return units;
}

GPtrArray *ys_units_of(const char *run, gboolean wordings, xc_reader *reader, GError **error)
{
	g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(gsize));
	g_autofree step *steps = NULL;
	cutter c = { run, places, NULL, reader, NULL };
	const char *p = run;

	for (;; p = g_utf8_next_char(p)) {
		const gsize at = p - run;

		g_array_append_val(places, at);
		if (!*p)
			break;
	}
	c.steps = steps = g_new0(step, places->len);
	for (guint i = 1; i < places->len; i++)
		steps[i].cost = G_MAXDOUBLE;
	cut(&c);
	if (c.error) {
		g_propagate_error(error, c.error);
		return NULL;
	}
	return collect(&c, wordings);
}

/* ---- weighing ---- */

typedef struct {
	xc_reader *reader;
	guint32 freq;           /* of the rarest term */
	GError *error;
} rarest;

static void look_up(const char *term, gsize len, ys_query_term_kind kind, void *data)
{
	rarest *r = data;
	g_autofree char *whole = g_strndup(term, len);
	guint32 freq = 0;

	if (kind == YS_TERM_PREFIX || r->error || !xc_reader_termfreq(r->reader, whole, &freq, &r->error))
		return;
	r->freq = MIN(r->freq, freq);
}

static double share_of(const ys_unit *unit)
{
	if (is_single_han(unit->text))
		return SHARE_SINGLE;
	if (is_short_number(unit->text))
		return SHARE_WEAK;
	return unit->sort == YS_WORD_GENERIC ? SHARE_GENERIC : unit->sort == YS_WORD_WEAK ? SHARE_WEAK : 1;
}

gboolean ys_units_weigh(const GPtrArray *units, double n, xc_reader *reader, GError **error)
{
	for (guint i = 0; i < units->len; i++) {
		ys_unit *unit = g_ptr_array_index(units, i);
		rarest r = { reader, G_MAXUINT32, NULL };

		ys_segment_query(unit->text, unit->len, look_up, &r);
		if (r.error) {
			g_propagate_error(error, r.error);
			return FALSE;
		}
		/* of a single character nothing is known */
		if (r.freq == G_MAXUINT32)
			r.freq = MAX(n / 10, 1);
		if (!ys_units_weigh(unit->pieces, n, reader, error))
			return FALSE;
		unit->weight = r.freq ? share_of(unit) * (1 + log((n + 1) / MIN(r.freq, n))) : 0;
	}
	return TRUE;
}
