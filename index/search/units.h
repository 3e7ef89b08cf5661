/* A run cut into units: words that are known or that the index has, numbers.  How telling each is. */
#ifndef YS_UNITS_H
#define YS_UNITS_H

#include "index/xapian_c.h"
#include "src/text/lexicon.h"

typedef struct {
	gsize start, len;       /* in the run, in bytes */
	char *text;
	ys_word_sort sort;      /* UNKNOWN: not a known word, but what the index has, or nothing */
	gboolean content;       /* it tells what is looked for, and is more than a single character */
	double weight;          /* the rarer in the index, the more; less for what is in many names */
	GPtrArray *pieces;      /* of ys_unit: known words that a known one is made of; empty: none */
	GPtrArray *synonyms, *related;  /* of char *: other wordings, words that are related */
	GPtrArray *before, *behind;     /* of char *: what tells that it stands by chance (ys_lexicon_borders()) */
} ys_unit;

void ys_unit_free(ys_unit *unit);

/* Cut a folded run (of one fragment, without blanks) into as few units as can be, known words before others: an
 * array of ys_unit.  Pairs of characters that stand together nowhere are no unit if that can be.  wordings: with
 * synonyms and related words.  NULL on error. */
GPtrArray *ys_units_of(const char *run, gboolean wordings, xc_reader *reader, GError **error);

/* Weigh units, NULL for none: n records may have them.  What stands nowhere has weight 0.  FALSE on error. */
gboolean ys_units_weigh(const GPtrArray *units, double n, xc_reader *reader, GError **error);

#endif
