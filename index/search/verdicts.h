/* Candidates before the judge: their texts are read, and each gets its verdict. */
#ifndef YS_VERDICTS_H
#define YS_VERDICTS_H

#include "index/search/fetch.h"
#include "index/search/loose.h"

/* Judge those candidates that are to be looked at: by all of the query or, with its parts, by how much of
 * it there is. */
gboolean ys_verdicts_pass(xc_reader *reader, const ys_query *query, const ys_loose *parts, ys_candidates *candidates,
			  GError **error);

/* Say of one candidate what counted, a line each. */
gboolean ys_verdicts_explain(xc_reader *reader, const ys_query *query, const ys_candidate *candidate, GString *explain,
			     GError **error);

#endif
