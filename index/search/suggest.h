/* Suggestions for a query that nothing matches: words that stand in the index, whole as far as it can tell,
 * and are found with the query's filters.  First what sounds or looks like it (食堂 for 食唐), for that is how people
 * err, and what has two neighbours in another order (12345热线 for 12354热线).  If none of them is surely a whole
 * word, what differs in one character that stands nowhere so, where two others at least are right (政务云 for
 * 政务去).  For letters, words that are spelt so: 食堂 for shitang. */
#ifndef YS_SUGGEST_H
#define YS_SUGGEST_H

#include "index/search/fetch.h"

/* The best ones for a query, at most max: a GPtrArray of char *, folded.  alike: what sounds or looks like it and was
 * not searched already (correct.h).  near are candidates that have part of it, in whose texts runs that differ in
 * one character are looked for.  None for a query that is too short or too long to guess at, or that stands in the
 * index as typed, where only its filters or types keep it out.  NULL on error. */
GPtrArray *ys_suggest(xc_reader *reader, const ys_query *query, const GPtrArray *hidden, const GPtrArray *alike,
		      const ys_candidates *near, guint max, GError **error);

#endif
