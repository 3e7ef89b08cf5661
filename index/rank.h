/* Candidates judged, told apart and put in order. */
#ifndef YS_RANK_H
#define YS_RANK_H

#include "index/columns.h"
#include "index/judge.h"
#include "index/loose.h"
#include "index/plan.h"
#include "index/suggest.h"

typedef struct {
	guint32 docid;
	double key;             /* what is sorted by, the largest first; relevance: 0 */
	double score;
	double bonus;           /* the part of it that the judge gave */
	gboolean judged;        /* it was looked at; others are only known to match */
	ys_match match;
	const ys_facts *facts;  /* the columns' */
	gboolean wanted;        /* of a type asked for: a hit; others tell of departments */
} ys_candidate;

typedef struct {
	GArray *candidates;     /* of ys_candidate, best first */
	guint hits;             /* how many of them are wanted, without the loose ones */
	guint loose_hits;
	guint64 estimate;       /* matches where not all candidates were looked at */
	gboolean exact;         /* all were */
	ys_loose *loose;        /* the query taken apart, if the loose tier was asked; NULL */
	GPtrArray *suggestions; /* of char * */
	ys_columns *columns, *loose_columns;    /* what is known of the candidates */
} ys_ranking;

ys_ranking *ys_rank(xc_reader *reader, const ys_query *query, const GPtrArray *hidden, GError **error);
void ys_ranking_free(ys_ranking *ranking);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_ranking, ys_ranking_free)

/* Judge one candidate again, with an explanation; nothing for what was not judged. */
gboolean ys_rank_explain(xc_reader *reader, const ys_query *query, const ys_candidate *candidate, GString *explain,
			 GError **error);

#endif
