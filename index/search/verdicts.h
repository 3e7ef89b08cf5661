/* Candidates before the judge: their texts are read, and each gets its verdict. */
#ifndef YS_VERDICTS_H
#define YS_VERDICTS_H

#include "index/search/fetch.h"
#include "index/search/judge.h"

/* What the judge is told of a record: its searchable text, or the beginning of it, and its facts. */
ys_evidence ys_evidence_of(const ys_facts *facts, const char *text, gsize len);

/* Judge those candidates that are to be looked at: by all of the query or, with its parts, by how much of
 * it there is. */
gboolean ys_verdicts_pass(xc_reader *reader, const ys_query *query, const ys_loose *parts, ys_candidates *candidates,
			  GError **error);

/* Judge one that was ranked once more, to learn what its verdict rests on; parts, if any, for a loose one. */
gboolean ys_verdicts_review(xc_reader *reader, const ys_query *query, const ys_loose *parts,
			    const ys_candidate *candidate, ys_grounds *grounds, GError **error);

#endif
