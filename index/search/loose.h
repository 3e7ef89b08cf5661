/* The loose tier: records that have part of the query, ordered by how much of its weight.
 * Only asked where the tiers above leave a page short. */
#ifndef YS_LOOSE_H
#define YS_LOOSE_H

#include "index/search/units.h"
#include "src/query/query.h"
#include "src/region.h"

typedef struct {
	char *text;             /* folded: Han runs and words */
	gboolean place;         /* the name of a division: matched by region, not by text */
	GPtrArray *units;       /* of ys_unit */
	guint telling;          /* how many of them tell what is looked for; all of them where none does */
	double weight;          /* of all of them */
} ys_fragment;

typedef struct {
	GPtrArray *fragments;   /* of ys_fragment */
	double weight;          /* of all of them */
	gboolean content;       /* some unit tells what is looked for: at least one such must be there */
	GPtrArray *runs;        /* of char *: any of which makes a candidate */
} ys_loose;

/* Take a query apart: function words and boiler-plate (data/stopwords) away, the rest cut
 * into fragments.  NULL without *error if the query is not one to be loose with (quoted,
 * exact, with operators) or nothing is left.  An amount is there or not, so it is left out. */
ys_loose *ys_loose_new(xc_reader *reader, const ys_query *query, GError **error);
void ys_loose_free(ys_loose *loose);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_loose, ys_loose_free)

/* How much of the query's weight the text covers, 0 to 1.  Appends the runs that were found to needles (of char *), and
 * those of them that were not typed to wordings, if not NULL. */
double ys_loose_coverage(const ys_loose *loose, const char *folded, gsize len, const ys_region *region,
			 GPtrArray *needles, GPtrArray *wordings);

#endif
