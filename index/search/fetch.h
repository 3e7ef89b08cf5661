/* Which documents come into question for a query, what is known of each, and how many of them are
 * looked at. */
#ifndef YS_FETCH_H
#define YS_FETCH_H

#include "index/search/columns.h"
#include "index/search/page.h"
#include "index/search/plan.h"

typedef struct {
	guint32 docid;
	guint place;            /* in the order of the index, from 0 */
	const ys_facts *facts;  /* the columns' */
	double weight;          /* what the index gave */
	gboolean wanted;        /* of a type asked for: a hit; others tell of departments */
	gboolean judged;        /* it is looked at; others are only known to match */

	/* its verdict (index/search/verdicts.h); of what is not looked at, that it stands as typed */
	gboolean rejected;      /* it does not match */
	gboolean typed;         /* it has the words as typed, where others were understood (index/search/asked.h) */
	gboolean synonym;       /* a word is there only in another wording */
	gboolean titled;        /* its title has all words that stand in it */
	gboolean named;         /* a word stands in its text: it is not only of a year or body that is named */
	gboolean chance;        /* the words stand in it only inside other words */
	ys_match match;
	double score;           /* weight and what the judge gave */
} ys_candidate;

typedef struct {
	GArray *list;           /* of ys_candidate, in the order of the documents */
	guint fetched;          /* documents, also those that are no candidates */
	guint64 total;          /* as many match in the index */
	gboolean all;           /* none was left out because they are too many */
} ys_candidates;

/* The candidates of a plan.  Where the index proves that they match, the best of them are looked at, for
 * their rank; else all.  columns: where what is known of them is kept. */
ys_candidates *ys_fetch(xc_reader *reader, const ys_plan *plan, const ys_query *query, ys_columns *columns,
			GError **error);
void ys_candidates_free(ys_candidates *candidates);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_candidates, ys_candidates_free)

#endif
