/* Candidates before the judge: their texts are read, and each gets its verdict. */
#ifndef YS_VERDICTS_H
#define YS_VERDICTS_H

#include "index/search/fetch.h"
#include "index/search/judge.h"

/* What the judge is told of a record: its searchable text, or the beginning of it, and its facts. */
ys_evidence ys_evidence_of(const ys_facts *facts, const char *text, gsize len);

/* What candidates are judged by, tier for tier; borrowed. */
typedef struct {
	const ys_query *query;          /* all of it: exact and all, and with related words */
	const ys_query *corrected;      /* the same with words corrected; NULL: none is */
	const ys_loose *parts;          /* what it is made of; NULL: nothing is loose */
} ys_measures;

/* Judge those candidates that are to be looked at, by all of the query (YS_MATCH_ALL), with related words, by the
 * corrected query or by its parts (YS_MATCH_LOOSE). */
gboolean ys_verdicts_pass(xc_reader *reader, const ys_measures *measures, ys_match tier, ys_candidates *candidates,
			  GError **error);

/* Judge one that was ranked once more, to learn what its verdict rests on. */
gboolean ys_verdicts_review(xc_reader *reader, const ys_measures *measures, const ys_candidate *candidate,
			    ys_grounds *grounds, GError **error);

#endif
