/* How many candidates may be looked at follows from what looking costs.  Where the terms prove a match
 * only the best are looked at and the rest are listed, so that sums and facets stay exact; where they
 * do not, all are looked at, up to the bound, beyond which the page says that numbers are estimates. */
#include "index/search/fetch.h"

#include "index/schema.h"
#include "index/search/radix.h"

/* So many candidates are verified, counted and summed exactly; beyond, the best ones are
 * and the page says so. */
#define CANDIDATES_MAX 50000
/* What looking at them may cost, in microseconds as measured: so much for each, and so much for each run
 * that is looked for in it.  Bounds a query of many words to a third of a second. */
#define COST_MAX 300000
#define COST_OF_TEXT 2.0
#define COST_OF_RUN 0.3
/* Where the index alone proves the match, only so many are looked at for their rank. */
#define RANKED_MAX 300
/* Of the hits for a single character so many more, to tell those that only name a place. */
#define RANKED_SINGLES_MAX 1000
/* Of what has any part of a query the best so many, fewer where it has many parts. */
#define PARTLY_MAX 400
#define PARTLY_MIN 50
#define PARTLY_PARTS_MAX 40000

void ys_candidates_free(ys_candidates *candidates)
{
	if (!candidates)
		return;
	g_array_unref(candidates->list);
	g_free(candidates);
}

/* ---- which ---- */

/* Runs that may be looked for in a text. */
static guint count_runs(const ys_node *node)
{
	guint n = node->kind == YS_NODE_WORD ? 1 + node->word->synonyms->len : 0;

	for (guint i = 0; i < node->children->len; i++)
		n += count_runs(g_ptr_array_index(node->children, i));
	return n;
}

static guint candidates_max(const ys_query *query)
{
	double each = COST_OF_TEXT + (query->words_tree ? COST_OF_RUN * count_runs(query->words_tree) : 0);

	return MIN(CANDIDATES_MAX, (guint)(COST_MAX / each));
}

static xc_result *fetch_partly(xc_reader *reader, const ys_plan *plan, GError **error)
{
	const guint max = CLAMP(PARTLY_PARTS_MAX / plan->parts, PARTLY_MIN, PARTLY_MAX);
	const xc_page page = { .max = max, .check_at_least = max };

	return xc_search(reader, plan->candidates, &page, error);
}

/* The best ones, weighed.  Numbers of documents take twice as long to read as all else does: they decide which are
 * the best where those are not all, and the ranking sorts them in any case.  Which are looked at depends on their order
 * where the terms prove a match. */
static xc_result *fetch_weighed(xc_reader *reader, const ys_plan *plan, const ys_query *query, GError **error)
{
	const guint max = candidates_max(query);
	const gboolean by_number = ys_query_order(query) != YS_SORT_RELEVANCE;
	xc_page page = { .max = max, .check_at_least = max + 1 };
	g_autoptr(xc_result) all = by_number && !plan->verify ? NULL : xc_search(reader, plan->candidates, &page, error);

	if (!by_number || (plan->verify && (!all || all->hits->len < max)))
		return g_steal_pointer(&all);
	page.order = XC_BY_NUMBER;
	page.sort_slot = ys_query_order(query) == YS_SORT_AMOUNT ? YS_SLOT_AMOUNT : YS_SLOT_YEAR;
	return xc_search(reader, plan->candidates, &page, error);
}

static gint by_document(gconstpointer a, gconstpointer b)
{
	const xc_hit *left = a, *right = b;

	return left->docid < right->docid ? -1 : left->docid > right->docid;
}

/* Append to hits those of more, which are sorted by document, that are not among them, with their
 * own weight or a given one. */
static void add_others(GArray *hits, const GArray *more, const double *weight)
{
	g_autoptr(GArray) known = g_array_copy(hits);
	guint k = 0;

	g_array_sort(known, by_document);
	for (guint i = 0; i < more->len; i++) {
		xc_hit hit = g_array_index(more, xc_hit, i);

		while (k < known->len && g_array_index(known, xc_hit, k).docid < hit.docid)
			k++;
		if (k < known->len && g_array_index(known, xc_hit, k).docid == hit.docid)
			continue;
		if (weight)
			hit.weight = *weight;
		g_array_append_val(hits, hit);
	}
}

static gboolean add_documents(xc_reader *reader, const ys_plan *plan, GArray *hits, GError **error)
{
	g_autoptr(GArray) docids = xc_reader_documents(reader, plan->term, error);
	g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(xc_hit));
	const double weight = g_array_index(hits, xc_hit, hits->len - 1).weight;

	if (!docids)
		return FALSE;
	g_array_set_size(all, docids->len);
	for (guint i = 0; i < docids->len; i++)
		g_array_index(all, xc_hit, i).docid = g_array_index(docids, guint32, i);
	add_others(hits, all, &weight);
	return TRUE;
}

/* What one term of the index proves is only listed, beyond the best ones that are looked at: of
 * the hits, and of the records of any type that tell of departments.  *n is how many. */
static xc_result *fetch_proven(xc_reader *reader, const ys_plan *plan, const ys_query *query, guint *n, GError **error)
{
	xc_page page = { .max = RANKED_MAX, .check_at_least = RANKED_MAX };
	g_autoptr(xc_result) best = xc_search(reader, plan->candidates, &page, error), wanted = NULL;

	*n = G_MAXUINT;
	if (!best || best->hits->len < RANKED_MAX)
		return g_steal_pointer(&best);
	wanted = xc_search(reader, plan->wanted, &page, error);
	if (!wanted)
		return NULL;
	g_array_sort(wanted->hits, by_document);
	add_others(best->hits, wanted->hits, NULL);
	*n = best->hits->len;
	if (!add_documents(reader, plan, best->hits, error))
		return NULL;
	best->total = best->hits->len;
	return best->total > CANDIDATES_MAX ? fetch_weighed(reader, plan, query, error) : g_steal_pointer(&best);
}

/* The documents of a plan; the first *looked_at of them must be looked at. */
static xc_result *find(xc_reader *reader, const ys_plan *plan, const ys_query *query, guint *looked_at, GError **error)
{
	*looked_at = plan->verify || query->words->len > 1 ? G_MAXUINT : RANKED_MAX;
	if (plan->term)
		return fetch_proven(reader, plan, query, looked_at, error);
	return plan->parts ? fetch_partly(reader, plan, error) : fetch_weighed(reader, plan, query, error);
}

/* ---- what is known of them ---- */

/* Values are read in the order of the documents. */
static gboolean add_candidates(ys_candidates *candidates, xc_reader *reader, const GArray *hits, guint types,
			       ys_columns *columns, GError **error)
{
	g_autofree ys_radix_item *order = g_new(ys_radix_item, hits->len + 1);
	g_autofree guint32 *docids = g_new(guint32, hits->len + 1);
	const ys_facts *facts;

	for (guint i = 0; i < hits->len; i++)
		order[i] = (ys_radix_item){ g_array_index(hits, xc_hit, i).docid, i };
	ys_radix_sort(order, hits->len);
	for (guint i = 0; i < hits->len; i++)
		docids[i] = order[i].key;
	facts = ys_columns_read(columns, reader, docids, hits->len, error);
	for (guint i = 0; facts && i < hits->len; i++) {
		const double weight = g_array_index(hits, xc_hit, order[i].index).weight;
		const ys_candidate c = { .docid = docids[i], .place = order[i].index, .facts = &facts[i],
					 .weight = weight, .wanted = (types & 1u << facts[i].type) != 0,
					 .match = YS_MATCH_EXACT, .score = weight };

		g_array_append_vals(candidates->list, &c, 1);
	}
	return facts != NULL;
}

/* Choose what is looked at: all where the index does not prove it, else the first looked_at of the
 * search, and of those that only a single character was looked for the best hits. */
static void choose_judged(GArray *list, const ys_query *query, guint looked_at)
{
	g_autofree ys_radix_item *order = g_new(ys_radix_item, list->len + 1);
	guint n = 0;

	for (guint i = 0; i < list->len; i++) {
		ys_candidate *c = &g_array_index(list, ys_candidate, i);

		c->judged = c->place < looked_at;
		if (c->wanted)
			order[n++] = (ys_radix_item){ c->place, i };
	}
	if (query->words->len != 1 || !((const ys_word *)g_ptr_array_index(query->words, 0))->places)
		return;
	ys_radix_sort(order, n);
	for (guint i = 0; i < MIN(n, RANKED_SINGLES_MAX); i++)
		g_array_index(list, ys_candidate, order[i].index).judged = TRUE;
}

ys_candidates *ys_fetch(xc_reader *reader, const ys_plan *plan, const ys_query *query, ys_columns *columns,
			GError **error)
{
	guint looked_at;
	g_autoptr(xc_result) found = find(reader, plan, query, &looked_at, error);
	g_autoptr(ys_candidates) candidates = NULL;

	if (!found)
		return NULL;
	candidates = g_new0(ys_candidates, 1);
	candidates->list = g_array_sized_new(FALSE, FALSE, sizeof(ys_candidate), found->hits->len);
	candidates->fetched = found->hits->len;
	candidates->total = found->total;
	candidates->all = found->hits->len < candidates_max(query);
	if (!add_candidates(candidates, reader, found->hits, query->types, columns, error))
		return NULL;
	choose_judged(candidates->list, query, query->words_tree ? looked_at : 0);
	return g_steal_pointer(&candidates);
}
