/* What was typed is searched for first, as it stands.  Then what was understood is: the words without it, and filters,
 * an order or a measure instead.  Where that leaves nothing, one reading after the other is put back into the text;
 * where no single one is to blame, none is taken.
 *
 * Both answers have one set of columns, for the ranking of the second begins with hits of the first. */
#include "index/search/asked.h"

#include <string.h>

#include "index/schema.h"
#include "index/search/measured.h"
#include "src/query/understand/understand.h"

#define ALL_TYPES ((1u << YS_N_TYPES) - 1)

/* ---- the year that 今年 means ---- */

/* Of all publications; 0 where the text names no year, or there is none. */
static gboolean newest_year(ys_answer *typed, int *newest, GError **error)
{
	const xc_page page = { .max = 1, .check_at_least = 1, .order = XC_BY_NUMBER, .sort_slot = YS_SLOT_YEAR };
	g_autoptr(xc_query) publications = NULL;
	g_autoptr(xc_result) found = NULL;
	const ys_facts *facts;

	*newest = 0;
	if (!strstr(typed->query.text, "年"))
		return TRUE;
	publications = xc_query_term(YS_PREFIX_TYPE "publication", -1, error);
	found = publications ? xc_search(typed->reader, publications, &page, error) : NULL;
	if (!found || !found->hits->len)
		return found != NULL;
	facts = ys_columns_read(typed->columns, typed->reader, &g_array_index(found->hits, xc_hit, 0).docid, 1, error);
	if (facts)
		*newest = facts->origin->year;
	return facts != NULL;
}

/* ---- a query of what is left ---- */

static gboolean add_filters(ys_query *words, const GPtrArray *readings)
{
	for (guint i = 0; i < readings->len; i++) {
		const ys_reading *reading = g_ptr_array_index(readings, i);
		ys_filter_kind kind;

		if (reading->taken && ys_reading_filter(reading, &kind) &&
		    !ys_query_set_understood(words, kind, reading->value, NULL))
			return FALSE;
	}
	return TRUE;
}

static ys_query *words_left(const ys_query *typed, const GPtrArray *readings)
{
	g_autofree char *rest = ys_understood_rest(typed->text, readings);
	g_autoptr(ys_query) words = ys_query_new();

	words->no_synonyms = typed->no_synonyms;
	if (!ys_query_set_text(words, rest, NULL) || !add_filters(words, readings))
		return NULL;
	return g_steal_pointer(&words);
}

/* The options of typed stay; an order that somebody chose goes before one that was understood. */
static void set_query(ys_answer *a, const ys_query *typed)
{
	const ys_query *words = a->words;
	const ys_reading *order = ys_answer_reading(a, YS_READ_ORDER);

	a->filters = g_ptr_array_new();
	for (guint i = 0; i < words->filters->len; i++)
		g_ptr_array_add(a->filters, g_ptr_array_index(words->filters, i));
	for (guint i = 0; i < typed->filters->len; i++)
		if (!((const ys_node *)g_ptr_array_index(typed->filters, i))->at)
			g_ptr_array_add(a->filters, g_ptr_array_index(typed->filters, i));
	a->query.words_tree = words->words_tree;
	a->query.words = words->words;
	a->query.folded = words->folded;
	a->query.filters = a->filters;
	a->query.split_body = NULL;
	if (order && typed->sort == YS_SORT_RELEVANCE) {
		a->query.sort = YS_SORT_AMOUNT;
		a->query.ascending = !g_strcmp0(order->value, "least");
		a->query.named_first = words->words_tree != NULL;
	}
}

/* An answer with nothing found yet but what stands as typed; NULL where the readings leave no query. */
static ys_answer *answer_beside(ys_answer *typed, GPtrArray *readings)
{
	ys_query *words = words_left(&typed->query, readings);
	ys_answer *a;

	if (!words)
		return NULL;
	a = ys_answer_beside(typed);
	a->readings = g_ptr_array_ref(readings);
	a->words = words;
	set_query(a, &typed->query);
	return a;
}

/* ---- finding ---- */

/* What was understood is never as typed. */
static void mark_understood(ys_answer *a)
{
	for (guint i = 0; i < a->ranking->candidates->len; i++) {
		ys_candidate *c = &g_array_index(a->ranking->candidates, ys_candidate, i);

		if (!c->typed)
			c->match = MAX(c->match, YS_MATCH_ALL);
	}
}

/* Records of any type have what is asked for, if none of those wanted does. */
static gboolean is_elsewhere(const ys_answer *a, gboolean *found, GError **error)
{
	g_autoptr(ys_answer) any = ys_answer_new(a->reader, a->hidden, &a->query);

	any->query.types = ALL_TYPES;
	if (!ys_answer_find_all(any, error))
		return FALSE;
	*found = any->ranking->hits > 0;
	return TRUE;
}

/* Departments in an order, or *a dropped where there are none. */
static gboolean compare(ys_answer **a, GError **error)
{
	gboolean ok = ys_answer_find_all(*a, error) && ys_measured_find(*a, error);

	if (!ok || !(*a)->measured)
		g_clear_pointer(a, ys_answer_free);
	return ok;
}

/* Whether all that was understood, taken together, finds anything; then *out has it, without what stands as typed. */
static gboolean try(ys_answer *typed, GPtrArray *readings, ys_answer **out, GError **error)
{
	ys_answer *a = answer_beside(typed, readings);
	gboolean found = FALSE, ok = TRUE;

	*out = NULL;
	if (!a)
		return TRUE;
	if (ys_answer_reading(a, YS_READ_CHANGE) || ys_answer_reading(a, YS_READ_NONE) ||
	    (ys_answer_reading(a, YS_READ_BY) && ys_answer_reading(a, YS_READ_ORDER))) {
		*out = a;
		return compare(out, error);
	}
	if (a->query.words_tree || a->query.filters->len || a->query.sort != YS_SORT_RELEVANCE)
		ok = ys_answer_find_all(a, error);
	found = ok && a->ranking->hits;
	if (ok && !found && !a->query.types_given && (a->query.words_tree || a->query.filters->len))
		ok = is_elsewhere(a, &found, error);
	if (found)
		*out = g_steal_pointer(&a);
	g_clear_pointer(&a, ys_answer_free);
	return ok;
}

/* The weakest first: of a name 预算 is sooner a part than a region. */
static const ys_reading_kind doubtful[] = { YS_READ_KIND, YS_READ_YEAR,   YS_READ_AMOUNT, YS_READ_CHANGE, YS_READ_NONE,
					    YS_READ_BY,   YS_READ_ORDER, YS_READ_REGION, YS_READ_DEPARTMENT,
					    YS_READ_QUESTION };

static void take_all(GPtrArray *readings, gboolean taken)
{
	for (guint i = 0; i < readings->len; i++) {
		ys_reading *reading = g_ptr_array_index(readings, i);

		reading->taken = taken;
		reading->ignored = FALSE;
	}
}

/* All but one. */
static gboolean try_without_one(ys_answer *typed, GPtrArray *readings, ys_answer **out, GError **error)
{
	for (gsize k = 0; k < G_N_ELEMENTS(doubtful); k++)
		for (guint i = 0; i < readings->len && readings->len > 1; i++) {
			ys_reading *reading = g_ptr_array_index(readings, i);

			if (reading->as != doubtful[k])
				continue;
			reading->taken = FALSE;
			if (!try(typed, readings, out, error))
				return FALSE;
			if (*out)
				return TRUE;
			reading->taken = TRUE;
		}
	return TRUE;
}

/* Of a department that lacks the year or kind, what there is. */
static gboolean try_department(ys_answer *typed, GPtrArray *readings, ys_answer **out, GError **error)
{
	gboolean ignored = FALSE;
	g_autoptr(ys_query) words = NULL;

	take_all(readings, FALSE);
	for (guint i = 0; i < readings->len; i++) {
		ys_reading *reading = g_ptr_array_index(readings, i);

		reading->ignored = reading->as == YS_READ_YEAR || reading->as == YS_READ_KIND;
		reading->taken = reading->as == YS_READ_DEPARTMENT;
		ignored |= reading->ignored;
	}
	words = ignored ? words_left(&typed->query, readings) : NULL;
	for (guint i = 0; words && i < words->words->len; i++)
		if (!((const ys_word *)g_ptr_array_index(words->words, i))->body)
			g_clear_pointer(&words, ys_query_free);
	if (words && words->words->len && !try(typed, readings, out, error))
		return FALSE;
	if (!*out)
		take_all(readings, FALSE);
	return TRUE;
}

/* All readings; all but one; none, but what was read as words of its own; or what there is of a department. */
static gboolean try_readings(ys_answer *typed, GPtrArray *readings, ys_answer **out, GError **error)
{
	if (!try(typed, readings, out, error) || (!*out && !try_without_one(typed, readings, out, error)))
		return FALSE;
	if (*out)
		return TRUE;
	take_all(readings, FALSE);
	if (!typed->ranking->hits && !try(typed, readings, out, error))
		return FALSE;
	return *out || try_department(typed, readings, out, error);
}

/* Hits of the query as typed come first, of a text that is all understood only those that are called so. */
static void put_typed_first(ys_answer *a, const ys_answer *typed)
{
	ys_ranking *understood = a->ranking;
	g_autoptr(GHashTable) known = g_hash_table_new(NULL, NULL);

	a->ranking = ys_ranking_new();
	ys_rank_add_typed(a->ranking, typed->ranking, a->query.words_tree != NULL);
	for (guint i = 0; i < a->ranking->candidates->len; i++)
		g_hash_table_add(known, GUINT_TO_POINTER(g_array_index(a->ranking->candidates, ys_candidate, i).docid));
	a->total += a->ranking->hits;
	for (guint i = 0; i < understood->candidates->len; i++) {
		const ys_candidate *c = &g_array_index(understood->candidates, ys_candidate, i);

		if (g_hash_table_contains(known, GUINT_TO_POINTER(c->docid)))
			a->total -= c->wanted;
		else
			ys_rank_append(a->ranking, c);
	}
	ys_ranking_free(understood);
	if (typed->query.sort != YS_SORT_RELEVANCE)
		ys_rank_sort(a->ranking, &a->query);
}

gboolean ys_asked_find(ys_answer **answer, GError **error)
{
	ys_answer *typed = *answer, *found;
	g_autoptr(GPtrArray) readings = NULL;
	int newest;

	if (typed->query.literal || typed->query.exact || typed->query.operators || !typed->query.words_tree)
		return TRUE;
	if (!newest_year(typed, &newest, error))
		return FALSE;
	readings = ys_understand(typed->query.text, typed->query.words_tree, newest);
	if (!readings->len)
		return TRUE;
	if (!try_readings(typed, readings, &found, error))
		return FALSE;
	if (!found) {
		typed->readings = g_steal_pointer(&readings);
		return TRUE;
	}
	mark_understood(found);
	put_typed_first(found, typed);
	found->typed = typed;
	found->beside = FALSE;
	typed->beside = TRUE;
	*answer = found;
	return TRUE;
}
