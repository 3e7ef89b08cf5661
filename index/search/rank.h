/* Candidates that match, in order. */
#ifndef YS_RANK_H
#define YS_RANK_H

#include "index/search/fetch.h"

typedef struct {
	GArray *candidates;     /* of ys_candidate, best first: no rejected ones */
	guint hits;             /* how many of them are wanted and have all of the query */
	guint beside[YS_N_MATCHES];     /* and how many of each tier behind those */
	guint chances;          /* of the hits, those that have words only inside other words */
	GHashTable *departments;        /* ids of those among them, borrowed from their facts */
} ys_ranking;

ys_ranking *ys_ranking_new(void);
void ys_ranking_free(ys_ranking *ranking);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_ranking, ys_ranking_free)

/* Reject those candidates that are ranked already: they need not be looked at. */
void ys_rank_reject_known(const ys_ranking *ranking, ys_candidates *candidates);

/* Put the candidates that were not rejected behind what is ranked, as the query wants them sorted.  Of the
 * records of a department, which every publication of it has, the best one is ranked.  Their facts must
 * live as long as the ranking. */
void ys_rank_add(ys_ranking *ranking, const ys_candidates *candidates, const ys_query *query);

/* Put one more behind them. */
void ys_rank_append(ys_ranking *ranking, const ys_candidate *candidate);

/* Put hits of the query as typed behind what is ranked, marked as such: those whose name has all of its words, and
 * with anywhere those that have it as one run. */
void ys_rank_add_typed(ys_ranking *ranking, const ys_ranking *typed, gboolean anywhere);

/* Bring what is ranked into the order that was asked for, by amount or year. */
void ys_rank_sort(ys_ranking *ranking, const ys_query *query);

/* Put those that have words only inside other words (ys_candidate.chance) behind all that are ranked, by
 * relevance. */
void ys_rank_chance_last(ys_ranking *ranking);

#endif
