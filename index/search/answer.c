/* One way for every query: a plan finds candidates, their facts and texts are fetched, the judge passes
 * verdicts, and what is left is ranked (pursue()).  It is gone as asked; again with names of bodies taken off where
 * nothing was found; with words related to those typed where the page is left short; with words corrected where
 * nothing is as typed; and with parts of the query. */
#include "index/search/answer.h"

#include "index/search/correct.h"

ys_answer *ys_answer_new(xc_reader *reader, const GPtrArray *hidden, const ys_query *query)
{
	ys_answer *a = g_new0(ys_answer, 1);

	a->reader = reader;
	a->hidden = hidden;
	a->query = *query;
	a->alike = g_ptr_array_new_with_free_func(g_free);
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
	a->alike = g_ptr_array_new_with_free_func(g_free);
	a->ranking = ys_ranking_new();
	return a;
}

void ys_answer_free(ys_answer *a)
{
	if (!a)
		return;
	g_clear_pointer(&a->parts, ys_loose_free);
	g_clear_pointer(&a->corrected, ys_query_free);
	g_clear_pointer(&a->alike, g_ptr_array_unref);
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

ys_measures ys_answer_measures(const ys_answer *a)
{
	return (ys_measures){ &a->query, a->corrected ? &a->as_corrected : NULL, a->parts };
}

/* Ranks what a plan (NULL: failed) finds and the judge of the tier lets pass, behind what is ranked.  Returns the
 * candidates, also those that did not match; NULL on error. */
static ys_candidates *pursue(ys_answer *a, const ys_plan *plan, ys_match tier, GError **error)
{
	const ys_measures measures = ys_answer_measures(a);
	g_autoptr(ys_candidates) candidates = plan ?
		ys_fetch(a->reader, plan, &a->query, a->columns, error) : NULL;

	if (!candidates)
		return NULL;
	ys_rank_reject_known(a->ranking, candidates);
	if (!ys_verdicts_pass(a->reader, &measures, tier, candidates, error))
		return NULL;
	ys_rank_add(a->ranking, candidates, &a->query);
	if (ys_query_order(&a->query) == YS_SORT_RELEVANCE && tier != YS_MATCH_LOOSE)
		ys_rank_chance_last(a->ranking);
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
	candidates = pursue(a, plan, YS_MATCH_ALL, error);
	a->query.types = types;
	if (!candidates)
		return FALSE;
	count_hits(a, candidates, known);
	return TRUE;
}

gboolean ys_answer_find_all(ys_answer *a, GError **error)
{
	g_autoptr(ys_plan) plan = ys_plan_new(a->reader, &a->query, a->hidden, error);
	g_autoptr(ys_candidates) candidates = pursue(a, plan, YS_MATCH_ALL, error);

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

/* What has less than all of the words is not in the order of names. */
static void leave_names(ys_answer *a)
{
	if (a->query.named_first)
		a->query.sort = YS_SORT_RELEVANCE;
}

/* behind: so many of the hits come after the tier that is to be asked. */
static gboolean is_short(const ys_answer *a, guint behind)
{
	guint64 hits = a->ranking->hits - behind;

	for (int tier = 0; tier < YS_N_MATCHES; tier++)
		hits += a->ranking->beside[tier];
	return hits < a->query.offset + a->query.limit;
}

static gboolean has_related(const ys_query *query)
{
	for (guint i = 0; i < query->words->len; i++)
		if (((const ys_word *)g_ptr_array_index(query->words, i))->related->len)
			return TRUE;
	return FALSE;
}

/* What has a kind or a part of what a word means fills a page that the word leaves short. */
gboolean ys_answer_find_related(ys_answer *a, GError **error)
{
	g_autoptr(ys_plan) plan = NULL;
	g_autoptr(ys_candidates) candidates = NULL;

	if (a->query.exact || !has_related(&a->query) ||
	    !is_short(a, ys_query_order(&a->query) == YS_SORT_RELEVANCE ? a->ranking->chances : 0))
		return TRUE;
	leave_names(a);
	a->query.with_related = TRUE;
	plan = ys_plan_new(a->reader, &a->query, a->hidden, error);
	candidates = pursue(a, plan, YS_MATCH_RELATED, error);
	a->query.with_related = FALSE;
	return candidates != NULL;
}

gboolean ys_answer_has_any(const ys_answer *a)
{
	return a->ranking->hits || a->ranking->beside[YS_MATCH_RELATED];
}

/* Where nothing is as typed, what a word was typed for. */
gboolean ys_answer_find_corrected(ys_answer *a, GError **error)
{
	g_autoptr(ys_plan) plan = NULL;
	g_autoptr(ys_candidates) candidates = NULL;
	g_autoptr(GError) why = NULL;

	if (ys_answer_has_any(a))
		return TRUE;
	a->corrected = ys_correct_query(a->reader, &a->query, a->hidden, a->alike, &why);
	if (!a->corrected) {
		if (why)
			g_propagate_error(error, g_steal_pointer(&why));
		return why == NULL;
	}
	leave_names(a);
	a->as_corrected = a->query;
	a->as_corrected.words_tree = a->corrected->words_tree;
	a->as_corrected.words = a->corrected->words;
	a->as_corrected.folded = a->corrected->folded;
	plan = ys_plan_new(a->reader, &a->as_corrected, a->hidden, error);
	candidates = pursue(a, plan, YS_MATCH_CORRECTED, error);
	return candidates != NULL;
}

/* What has part of the query, as corrected if it is, fills a page that all of it leaves short. */
gboolean ys_answer_find_parts(ys_answer *a, GError **error)
{
	g_autoptr(ys_plan) plan = NULL;
	g_autoptr(GError) why = NULL;

	if (!is_short(a, 0))
		return TRUE;
	a->parts = ys_loose_new(a->reader, a->corrected ? &a->as_corrected : &a->query, &why);
	if (!a->parts) {
		if (why)
			g_propagate_error(error, g_steal_pointer(&why));
		return why == NULL;
	}
	leave_names(a);
	plan = ys_plan_any(a->reader, &a->query, a->parts->runs, a->hidden, error);
	a->partly = pursue(a, plan, YS_MATCH_LOOSE, error);
	return a->partly != NULL;
}
