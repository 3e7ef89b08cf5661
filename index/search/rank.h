/* Candidates judged, told apart and put in order. */
#ifndef YS_RANK_H
#define YS_RANK_H

#include "index/search/columns.h"
#include "index/search/judge.h"
#include "index/search/loose.h"
#include "index/search/plan.h"
#include "index/search/suggest.h"

typedef struct {
	guint32 docid;
	ys_match match;
	double weight;          /* what the index gave */
	double score;           /* with what the judge gave */
	const ys_facts *facts;  /* the columns' */
	gboolean judged;        /* it was looked at; others are only known to match */
	gboolean rejected;      /* and does not match: none of these in a ranking */
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
	ys_columns *columns;    /* what is known of the candidates */
} ys_ranking;

ys_ranking *ys_rank(xc_reader *reader, const ys_query *query, const GPtrArray *hidden, GError **error);
void ys_ranking_free(ys_ranking *ranking);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_ranking, ys_ranking_free)

/* Judge one candidate again, with an explanation; nothing for what was not judged. */
gboolean ys_rank_explain(xc_reader *reader, const ys_query *query, const ys_candidate *candidate, GString *explain,
			 GError **error);

#endif
