/* What was found for a query, before it becomes a page. */
#ifndef YS_ANSWER_H
#define YS_ANSWER_H

#include "index/search/loose.h"
#include "index/search/rank.h"

typedef struct {
	xc_reader *reader;      /* borrowed, as is hidden: the versions to leave out */
	const GPtrArray *hidden;
	ys_query query;         /* as asked, or split; its parts are the caller's */
	gboolean split;         /* names of bodies are taken off the runs they begin */
	ys_columns *columns;    /* what is known of the candidates */
	ys_ranking *ranking;
	guint64 total;          /* matches of all of the query */
	gboolean exact;         /* total counts each of them */
	ys_loose *parts;        /* of the query, where what has some of them is ranked too; NULL */
	ys_candidates *partly;  /* what was looked at for them */
} ys_answer;

/* Nothing found yet.  reader, hidden and the parts of query must live as long as the answer. */
ys_answer *ys_answer_new(xc_reader *reader, const GPtrArray *hidden, const ys_query *query);
void ys_answer_free(ys_answer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_answer, ys_answer_free)

/* What has all of the query. */
gboolean ys_answer_find_all(ys_answer *answer, GError **error);
/* Records of a type whose terms are apart that have all of the query, behind what is ranked. */
gboolean ys_answer_find_apart(ys_answer *answer, ys_record_type type, GError **error);
/* Who types 青禾政数局光纤 in one run names the department and what it buys.  The run as typed comes first:
 * it may well stand somewhere; where nothing was found, the answer becomes that to the split query. */
gboolean ys_answer_find_split(ys_answer *answer, GError **error);
/* What has part of the query fills a page that all of it leaves short. */
gboolean ys_answer_find_parts(ys_answer *answer, GError **error);

#endif
