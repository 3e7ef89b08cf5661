/* Suggestions for a query that nothing matches: words that stand in the index, whole as far as it can tell,
 * and are found with the query's filters.  First what sounds like it (食堂 for 食唐), for that is how people err,
 * and what has two neighbours in another order (12345热线 for 12354热线).  If none of them is surely a whole
 * word, what differs in one character that stands nowhere so, where two others at least are right (政务云 for
 * 政务去). */
#ifndef YS_SUGGEST_H
#define YS_SUGGEST_H

#include "index/xapian_c.h"
#include "src/query/query.h"

typedef struct ys_suggest ys_suggest;

/* For a folded query; NULL if it is too short or long to guess at. */
ys_suggest *ys_suggest_new(const char *folded);
void ys_suggest_free(ys_suggest *suggest);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_suggest, ys_suggest_free)

/* Look in a folded title or text for runs that differ in one character. */
void ys_suggest_add(ys_suggest *suggest, const char *folded, gsize len);

/* The best ones, at most max: a GPtrArray of char *, folded.  None if the query stands in the index as typed,
 * and only its filters or types keep that out.  NULL on error. */
GPtrArray *ys_suggest_finish(const ys_suggest *suggest, xc_reader *reader, const ys_query *query,
			     const GPtrArray *hidden, guint max, GError **error);

#endif
