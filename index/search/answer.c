/* One way for every query: a plan finds candidates, their facts and texts are fetched, the judge passes
 * verdicts, and what is left is ranked (pursue()). */
#include "index/search/answer.h"

#include "index/search/verdicts.h"

ys_answer *ys_answer_new(xc_reader *reader, const GPtrArray *hidden, const ys_query *query)
{
	ys_answer *a = g_new0(ys_answer, 1);

	a->reader = reader;
	a->hidden = hidden;
	a->query = *query;
	a->columns = ys_columns_new();
	a->ranking = ys_ranking_new();
	return a;
}

ys_answer *ys_answer_beside(const ys_answer *answer)
{
	ys_answer *a = g_new0(ys_answer, 1);

	a->reader = answer->reader;
	a->hidden = answer->hidden;
	a->query = answer->query;
	a->columns = answer->columns;
	a->beside = TRUE;
	a->ranking = ys_ranking_new();
	return a;
}

void ys_answer_free(ys_answer *a)
{
	if (!a)
		return;
	g_clear_pointer(&a->parts, ys_loose_free);
	g_clear_pointer(&a->partly, ys_candidates_free);
	g_clear_pointer(&a->ranking, ys_ranking_free);
	if (!a->beside)
		g_clear_pointer(&a->columns, ys_columns_free);
	g_clear_pointer(&a->measured, g_ptr_array_unref);
	g_clear_pointer(&a->filters, g_ptr_array_unref);
	g_clear_pointer(&a->words, ys_query_free);
	g_clear_pointer(&a->readings, g_ptr_array_unref);
	g_clear_pointer(&a->typed, ys_answer_free);
	g_free(a);
}

const ys_reading *ys_answer_reading(const ys_answer *a, ys_reading_kind as)
{
	for (guint i = 0; a->readings && i < a->readings->len; i++) {
		const ys_reading *reading = g_ptr_array_index(a->readings, i);

		if (reading->taken && reading->as == as)
			return reading;
	}
	return NULL;
}

/* Ranks what a plan (NULL: failed) finds and the judge lets pass, behind what is ranked.  Returns the
 * candidates, also those that did not match; NULL on error. */
static ys_candidates *pursue(ys_answer *a, const ys_plan *plan, GError **error)
{
	g_autoptr(ys_candidates) candidates = plan ?
		ys_fetch(a->reader, plan, &a->query, a->columns, error) : NULL;

	if (!candidates)
		return NULL;
	ys_rank_reject_known(a->ranking, candidates);
	if (!ys_verdicts_pass(a->reader, &a->query, a->parts, candidates, error))
		return NULL;
	ys_rank_add(a->ranking, candidates, &a->query);
	return g_steal_pointer(&candidates);
}

/* The matches among candidates; known: hits of the ranking that are none of them. */
static void count_hits(ys_answer *a, const ys_candidates *candidates, guint known)
{
	const guint hits = a->ranking->hits - known;

	a->exact = (a->exact || !known) && candidates->all;
	/* of so many in the index as many as of those looked at are hits */
	a->total += candidates->all ? hits : MAX(hits, (guint64)((double)candidates->total * hits / candidates->fetched));
}

gboolean ys_answer_find_apart(ys_answer *a, ys_record_type type, GError **error)
{
	const guint known = a->ranking->hits;
	const guint types = a->query.types;
	g_autoptr(ys_plan) plan = NULL;
	g_autoptr(ys_candidates) candidates = NULL;

	a->query.types = 1u << type;
	plan = ys_plan_new(a->reader, &a->query, a->hidden, error);
	candidates = pursue(a, plan, error);
	a->query.types = types;
	if (!candidates)
		return FALSE;
	count_hits(a, candidates, known);
	return TRUE;
}

gboolean ys_answer_find_all(ys_answer *a, GError **error)
{
	g_autoptr(ys_plan) plan = ys_plan_new(a->reader, &a->query, a->hidden, error);
	g_autoptr(ys_candidates) candidates = pursue(a, plan, error);

	if (!candidates)
		return FALSE;
	count_hits(a, candidates, 0);
	for (int type = 0; type < YS_N_TYPES && a->query.words_tree; type++)
		if (ys_plan_apart(type) && a->query.types & 1u << type && a->query.types != 1u << type &&
		    !ys_answer_find_apart(a, type, error))
			return FALSE;
	return TRUE;
}

gboolean ys_answer_find_split(ys_answer *a, GError **error)
{
	g_autoptr(ys_answer) split = NULL;

	if (a->ranking->hits || !a->query.split_body)
		return TRUE;
	split = ys_answer_new(a->reader, a->hidden, &a->query);
	split->split = TRUE;
	split->query.words_tree = a->query.split_body->words_tree;
	split->query.words = a->query.split_body->words;
	if (!ys_answer_find_all(split, error))
		return FALSE;
	if (split->ranking->hits) {
		const ys_answer typed = *a;

		*a = *split;
		*split = typed;
	}
	return TRUE;
}

gboolean ys_answer_find_parts(ys_answer *a, GError **error)
{
	g_autoptr(ys_plan) plan = NULL;
	g_autoptr(GError) why = NULL;

	if (a->ranking->hits >= a->query.offset + a->query.limit)
		return TRUE;
	a->parts = ys_loose_new(a->reader, &a->query, &why);
	if (!a->parts) {
		if (why)
			g_propagate_error(error, g_steal_pointer(&why));
		return why == NULL;
	}
	/* what has part of a name is not in the order of names */
	if (a->query.named_first)
		a->query.sort = YS_SORT_RELEVANCE;
	plan = ys_plan_any(a->reader, &a->query, a->parts->terms, a->hidden, error);
	a->partly = pursue(a, plan, error);
	return a->partly != NULL;
}
