#include "index/search/fetch.h"

#include "index/schema.h"

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

/* The best ones, weighed. */
static xc_result *fetch_weighed(xc_reader *reader, const ys_plan *plan, const ys_query *query, GError **error)
{
	const guint max = candidates_max(query);
	xc_page page = { .max = max, .check_at_least = max + 1 };

	if (query->sort != YS_SORT_RELEVANCE) {
		page.order = XC_BY_NUMBER;
		page.sort_slot = query->sort == YS_SORT_AMOUNT ? YS_SLOT_AMOUNT : YS_SLOT_YEAR;
	}
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

xc_result *ys_fetch(xc_reader *reader, const ys_plan *plan, const ys_query *query, guint *looked_at, gboolean *all,
		    GError **error)
{
	xc_result *result;

	*looked_at = plan->verify || query->words->len > 1 ? G_MAXUINT : RANKED_MAX;
	result = plan->term ? fetch_proven(reader, plan, query, looked_at, error) :
			      fetch_weighed(reader, plan, query, error);
	*all = result && result->hits->len < candidates_max(query);
	return result;
}
