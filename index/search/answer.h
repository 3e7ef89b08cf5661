/* What was found for a query, before it becomes a page. */
#ifndef YS_ANSWER_H
#define YS_ANSWER_H

#include "index/search/loose.h"
#include "index/search/rank.h"
#include "index/search/verdicts.h"
#include "src/query/understand/reading.h"

typedef struct ys_answer {
	xc_reader *reader;      /* borrowed, as is hidden: the versions to leave out */
	const GPtrArray *hidden;
	ys_query query;         /* as asked, or split; its parts are the caller's */
	gboolean split;         /* names of bodies are taken off the runs they begin */
	ys_columns *columns;    /* what is known of the candidates */
	gboolean beside;        /* these are another answer's */
	ys_ranking *ranking;
	guint64 total;          /* matches of all of the query */
	gboolean exact;         /* total counts each of them */
	ys_query *corrected;    /* words in whose place others were typed; NULL */
	ys_query as_corrected;  /* the query with those */
	GPtrArray *alike;       /* of char *: what else it may have been typed for */
	ys_loose *parts;        /* of the query, where what has some of them is ranked too; NULL */
	ys_candidates *partly;  /* what was looked at for them */

	/* where something was understood in the query (index/search/asked.h); else NULL */
	GPtrArray *readings;    /* of ys_reading: those that are not taken would have left nothing */
	ys_query *words;        /* what is left of the text; query borrows its words and filters */
	GPtrArray *filters;     /* of those and of the options, borrowed */
	struct ys_answer *typed;        /* what the query as typed found, where that is another query; NULL */
	GPtrArray *measured;    /* of ys_measure (index/search/measured.h): departments in the order asked for; NULL */
} ys_answer;

/* Nothing found yet.  reader, hidden and the parts of query must live as long as the answer. */
ys_answer *ys_answer_new(xc_reader *reader, const GPtrArray *hidden, const ys_query *query);
/* To ask the same, or part of it, with the columns of an answer, which must live as long. */
ys_answer *ys_answer_beside(const ys_answer *answer);
void ys_answer_free(ys_answer *answer);
/* The reading of that kind that was taken; NULL. */
const ys_reading *ys_answer_reading(const ys_answer *answer, ys_reading_kind as);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_answer, ys_answer_free)

/* What has all of the query. */
gboolean ys_answer_find_all(ys_answer *answer, GError **error);
/* Records of a type whose terms are apart that have all of the query, behind what is ranked. */
gboolean ys_answer_find_apart(ys_answer *answer, ys_record_type type, GError **error);
/* Who types 青禾政数局光纤 in one run names the department and what it buys.  The run as typed comes first:
 * it may well stand somewhere; where nothing was found, the answer becomes that to the split query. */
gboolean ys_answer_find_split(ys_answer *answer, GError **error);
/* What has a kind or a part of what a word means fills a page that the word leaves short. */
gboolean ys_answer_find_related(ys_answer *answer, GError **error);
/* Where nothing is as typed, what a word was typed for. */
gboolean ys_answer_find_corrected(ys_answer *answer, GError **error);
/* What has part of the query, as corrected if it is, fills a page that all of it leaves short. */
gboolean ys_answer_find_parts(ys_answer *answer, GError **error);

/* Something has all of the query, or words related to it. */
gboolean ys_answer_has_any(const ys_answer *answer);
/* What its candidates are judged by. */
ys_measures ys_answer_measures(const ys_answer *answer);

#endif
