#include "index/rank.h"

#include <math.h>
#include <string.h>

#include "index/order.h"
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
/* The loose tier looks at so many, fewer where the query has many parts, and wants a third of
 * the query's weight. */
#define LOOSE_MAX 400
#define LOOSE_MIN 50
#define LOOSE_PARTS_MAX 20000
#define LOOSE_COVERAGE_MIN 0.34
/* A loose match of everything would score so much; its title counts up to so much more. */
#define LOOSE_SCORE 20.0
#define LOOSE_TITLE 6.0
/* What the amount may add: of two equal matches the larger project stands first. */
#define AMOUNT_FACTOR 0.25
#define SUGGESTIONS_MAX 3

void ys_ranking_free(ys_ranking *ranking)
{
	if (!ranking)
		return;
	g_clear_pointer(&ranking->candidates, g_array_unref);
	g_clear_pointer(&ranking->loose, ys_loose_free);
	g_clear_pointer(&ranking->suggestions, g_ptr_array_unref);
	g_clear_pointer(&ranking->columns, ys_columns_free);
	g_free(ranking);
}

/* ---- one document ---- */

static gboolean asks_for_code(const ys_query *query)
{
	for (guint i = 0; i < query->words->len; i++)
		if (((const ys_word *)g_ptr_array_index(query->words, i))->code)
			return TRUE;
	return FALSE;
}

static ys_evidence evidence_of(const ys_facts *facts, const char *text, gsize len)
{
	ys_evidence evidence = {
		.folded = text,
		.len = len,
		.type = facts->type,
		.amount = facts->amount,
		.body = facts->origin->department,
		.region = facts->origin->region,
		.place = facts->origin->place,
	};

	if (facts->type == YS_PROJECT || facts->type == YS_ITEM)
		evidence.department = facts->origin->own;
	return evidence;
}

static double amount_bonus(ys_amount amount)
{
	return amount > YS_YUAN ? AMOUNT_FACTOR * log10((double)(amount / YS_YUAN)) : 0;
}

static gboolean judge(xc_reader *reader, const ys_query *query, ys_candidate *c, const char *text, gsize len,
		      gboolean *matches, GString *explain, GError **error)
{
	ys_evidence evidence = evidence_of(c->facts, text, len);
	g_autofree char *rows = NULL;
	ys_verdict verdict;
	double bonus;

	if (c->facts->type == YS_TABLE && asks_for_code(query)) {
		rows = xc_reader_data(reader, c->docid, &evidence.rows_len, error);
		if (!rows)
			return FALSE;
		evidence.rows = rows;
	}
	*matches = ys_judge(query, &evidence, &verdict, explain);
	bonus = query->no_amount_factor ? 0 : amount_bonus(evidence.amount);
	c->match = verdict.match;
	c->score = c->weight + verdict.bonus + bonus;
	if (explain && bonus > 0) {
		char number[G_ASCII_DTOSTR_BUF_SIZE];

		g_string_append_printf(explain, "amount: %s\n", g_ascii_formatd(number, sizeof number, "%+.1f", bonus));
	}
	return TRUE;
}

gboolean ys_rank_explain(xc_reader *reader, const ys_query *query, const ys_candidate *candidate, GString *explain,
			 GError **error)
{
	ys_candidate c = *candidate;
	g_autofree char *text = NULL;
	gboolean matches;

	if (!c.judged)
		return TRUE;
	text = xc_reader_string(reader, c.docid, YS_SLOT_TEXT, error);
	return text && judge(reader, query, &c, text, strlen(text), &matches, explain, error);
}

/* ---- order ---- */

/* Numbers that sort as the doubles do, the largest first. */
static guint64 descending(double value)
{
	gint64 bits;

	/* 0 and -0 are equal */
	value += 0.0;
	memcpy(&bits, &value, sizeof bits);
	return bits < 0 ? (guint64)bits : ~((guint64)bits | G_GUINT64_CONSTANT(1) << 63);
}

/* What is not known comes last. */
static double key_of(const ys_facts *facts, const ys_query *query)
{
	if (query->sort == YS_SORT_AMOUNT)
		return facts->amount == YS_AMOUNT_NONE ? -G_MAXDOUBLE : (double)facts->amount;
	return facts->origin->year ? facts->origin->year : -G_MAXDOUBLE;
}

/* Among equals glossaries come last, the better match comes first, and then the document that
 * comes first: that is how they stand here. */
static void sort_candidates(GArray **candidates, const ys_query *query)
{
	const ys_candidate *all = (const ys_candidate *)(void *)(*candidates)->data;
	const guint n = (*candidates)->len;
	g_autofree ys_order *order = g_new(ys_order, n + 1);
	GArray *sorted = g_array_set_size(g_array_sized_new(FALSE, FALSE, sizeof *all, n), n);

	for (guint i = 0; i < n; i++)
		order[i] = (ys_order){ (guint64)all[i].facts->aside << 63 | (guint64)all[i].match << 61 |
				       descending(all[i].score) >> 3, i };
	ys_order_sort(order, n);
	if (query->sort != YS_SORT_RELEVANCE) {
		for (guint i = 0; i < n; i++)
			order[i].key = descending(key_of(all[order[i].index].facts, query));
		ys_order_sort(order, n);
	}
	for (guint i = 0; i < n; i++)
		g_array_index(sorted, ys_candidate, i) = all[order[i].index];
	g_array_unref(*candidates);
	*candidates = sorted;
}

static void count(ys_ranking *ranking, const ys_candidate *c)
{
	if (c->wanted && c->match != YS_MATCH_LOOSE)
		ranking->hits++;
	else if (c->wanted)
		ranking->loose_hits++;
}

/* Keep what was not rejected, and count it. */
static void sieve(ys_ranking *ranking, GArray *candidates)
{
	guint kept = 0;

	for (guint i = 0; i < candidates->len; i++) {
		const ys_candidate *c = &g_array_index(candidates, ys_candidate, i);

		if (c->rejected)
			continue;
		count(ranking, c);
		if (kept != i)
			g_array_index(candidates, ys_candidate, kept) = *c;
		kept++;
	}
	g_array_set_size(candidates, kept);
}

/* A department is in every publication of it; only the best ranked stays. */
static void unite_departments(ys_ranking *ranking)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
	guint kept = 0;

	for (guint i = 0; i < ranking->candidates->len; i++) {
		const ys_candidate *c = &g_array_index(ranking->candidates, ys_candidate, i);

		if (c->facts->type != YS_DEPARTMENT || g_hash_table_add(seen, (gpointer)c->facts->origin->id)) {
			if (kept != i)
				g_array_index(ranking->candidates, ys_candidate, kept) = *c;
			kept++;
		} else if (c->wanted && c->match == YS_MATCH_LOOSE) {
			ranking->loose_hits--;
		} else if (c->wanted) {
			ranking->hits--;
		}
	}
	g_array_set_size(ranking->candidates, kept);
}

/* A table that is not asked for says of its department what the section above it says, and
 * is the largest kind of record to look at. */
static gboolean is_idle(const ys_candidate *c)
{
	return !c->wanted && c->facts->type == YS_TABLE;
}

/* ---- many documents ---- */

/* The candidates of a search in the order of the documents, in which values are read.  place
 * is where each stood in the search. */
typedef struct {
	GArray *candidates;     /* of ys_candidate */
	GArray *places;         /* of guint */
} found_documents;

static void found_clear(found_documents *found)
{
	g_clear_pointer(&found->candidates, g_array_unref);
	g_clear_pointer(&found->places, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(found_documents, found_clear)

static gboolean take_found(found_documents *found, ys_ranking *ranking, xc_reader *reader, const ys_query *query,
			   const GArray *hits, GError **error)
{
	g_autofree ys_order *order = g_new(ys_order, hits->len + 1);
	g_autofree guint32 *docids = g_new(guint32, hits->len + 1);
	const ys_facts *facts;
	guint n = 0;

	for (guint i = 0; i < hits->len; i++)
		order[i] = (ys_order){ g_array_index(hits, xc_hit, i).docid, i };
	ys_order_sort(order, hits->len);
	for (guint i = 0; i < hits->len; i++)
		docids[i] = order[i].key;
	facts = ys_columns_read(ranking->columns, reader, docids, hits->len, error);
	found->candidates = g_array_set_size(g_array_new(FALSE, TRUE, sizeof(ys_candidate)), hits->len);
	found->places = g_array_set_size(g_array_new(FALSE, FALSE, sizeof(guint)), hits->len);
	for (guint i = 0; facts && i < hits->len; i++) {
		ys_candidate *c = &g_array_index(found->candidates, ys_candidate, n);

		c->docid = docids[i];
		c->facts = &facts[i];
		c->match = YS_MATCH_EXACT;
		c->score = c->weight = g_array_index(hits, xc_hit, order[i].index).weight;
		c->wanted = (query->types & 1u << facts[i].type) != 0;
		if (is_idle(c))
			continue;
		g_array_index(found->places, guint, n++) = order[i].index;
	}
	g_array_set_size(found->candidates, n);
	return facts != NULL;
}

/* What is done with the text of a candidate; FALSE on error. */
typedef gboolean (*text_fn)(ys_candidate *c, const char *text, gsize len, void *data, GError **error);

typedef struct {
	GPtrArray *candidates;  /* of ys_candidate */
	text_fn fn;
	void *data;
	GError *error;
} text_reading;

static void take_text(guint i, const char *value, gsize len, void *data)
{
	text_reading *reading = data;

	if (!reading->error)
		reading->fn(g_ptr_array_index(reading->candidates, i), value, len, reading->data, &reading->error);
}

/* Read the texts of some candidates, in the order of the documents. */
static gboolean read_texts(xc_reader *reader, GPtrArray *candidates, text_fn fn, void *data, GError **error)
{
	g_autofree guint32 *docids = g_new(guint32, candidates->len + 1);
	text_reading reading = { candidates, fn, data, NULL };

	for (guint i = 0; i < candidates->len; i++)
		docids[i] = ((const ys_candidate *)g_ptr_array_index(candidates, i))->docid;
	if (!xc_reader_values(reader, YS_SLOT_TEXT, docids, candidates->len, take_text, &reading, error)) {
		g_clear_error(&reading.error);
		return FALSE;
	}
	if (reading.error)
		g_propagate_error(error, reading.error);
	return !reading.error;
}

/* ---- the tiers above ---- */

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

static xc_result *fetch(xc_reader *reader, const ys_plan *plan, const ys_query *query, guint32 max, GError **error)
{
	xc_page page = { .first = 0, .max = max, .check_at_least = max + 1 };

	if (query->sort != YS_SORT_RELEVANCE) {
		page.order = XC_BY_NUMBER_DOWN;
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
	return best->total > CANDIDATES_MAX ? fetch(reader, plan, query, CANDIDATES_MAX, error) :
					      g_steal_pointer(&best);
}

typedef struct {
	xc_reader *reader;
	const ys_query *query;
} court;

static gboolean judge_text(ys_candidate *c, const char *text, gsize len, void *data, GError **error)
{
	const court *j = data;
	gboolean matches;

	if (!judge(j->reader, j->query, c, text, len, &matches, NULL, error))
		return FALSE;
	c->rejected = !matches;
	return TRUE;
}

/* Of so many in the index as many as of those looked at are hits. */
static guint64 estimate(const ys_ranking *ranking, const xc_result *result)
{
	return result->hits->len ? (guint64)((double)result->total * ranking->hits / result->hits->len) : 0;
}

static gboolean strict(ys_ranking *ranking, xc_reader *reader, const ys_query *query, const ys_plan *plan,
		       GError **error)
{
	const guint max = candidates_max(query);
	guint looked_at = plan->verify || query->words->len > 1 ? G_MAXUINT : RANKED_MAX;
	g_autoptr(xc_result) result = plan->term ? fetch_proven(reader, plan, query, &looked_at, error) :
						   fetch(reader, plan, query, max, error);
	g_auto(found_documents) found = { 0 };
	g_autoptr(GPtrArray) judged = g_ptr_array_new();
	court j = { reader, query };

	if (!result || !take_found(&found, ranking, reader, query, result->hits, error))
		return FALSE;
	for (guint i = 0; i < found.candidates->len && query->words_tree; i++) {
		ys_candidate *c = &g_array_index(found.candidates, ys_candidate, i);

		c->judged = g_array_index(found.places, guint, i) < looked_at;
		if (c->judged)
			g_ptr_array_add(judged, c);
	}
	if (!read_texts(reader, judged, judge_text, &j, error))
		return FALSE;
	g_array_unref(ranking->candidates);
	ranking->candidates = g_steal_pointer(&found.candidates);
	sieve(ranking, ranking->candidates);
	ranking->exact = result->hits->len < max;
	ranking->estimate = estimate(ranking, result);
	/* also when the index sorted them: it knows nothing of tiers among equals */
	sort_candidates(&ranking->candidates, query);
	unite_departments(ranking);
	return TRUE;
}

/* ---- the loose tier ---- */

static GHashTable *known_documents(const ys_ranking *ranking)
{
	GHashTable *known = g_hash_table_new(NULL, NULL);

	for (guint i = 0; i < ranking->candidates->len; i++)
		g_hash_table_add(known, GUINT_TO_POINTER(g_array_index(ranking->candidates, ys_candidate, i).docid));
	return known;
}

typedef struct {
	const ys_query *query;
	const ys_loose *loose;
	ys_suggest *suggest;    /* NULL: not asked */
} loose_court;

static gboolean judge_loosely(ys_candidate *c, const char *text, gsize len, void *data, GError **error)
{
	const loose_court *j = data;
	const ys_region *region = c->facts->origin->region;
	const char *border = memchr(text, '|', len);
	double coverage, title;

	(void)error;
	c->match = YS_MATCH_LOOSE;
	if (j->suggest)
		ys_suggest_add(j->suggest, text, len);
	coverage = ys_loose_coverage(j->loose, text, len, region, NULL);
	c->rejected = coverage < LOOSE_COVERAGE_MIN;
	if (c->rejected)
		return TRUE;
	title = ys_loose_coverage(j->loose, text, border ? (gsize)(border - text) : len, region, NULL);
	c->score = LOOSE_SCORE * coverage + LOOSE_TITLE * title +
		   (j->query->no_amount_factor ? 0 : amount_bonus(c->facts->amount));
	return TRUE;
}

/* The candidates that have part of the query, best first. */
static GArray *find_loose(ys_ranking *ranking, xc_reader *reader, const ys_query *query, const ys_plan *plan,
			  ys_suggest *suggest, GError **error)
{
	const guint max = CLAMP(LOOSE_PARTS_MAX / ranking->loose->terms->len, LOOSE_MIN, LOOSE_MAX);
	xc_page page = { .max = max, .check_at_least = max };
	g_autoptr(xc_result) result = xc_search(reader, plan->candidates, &page, error);
	g_auto(found_documents) found = { 0 };
	g_autoptr(GPtrArray) judged = g_ptr_array_new();
	g_autoptr(GHashTable) known = known_documents(ranking);
	g_autoptr(GArray) loose = g_array_new(FALSE, FALSE, sizeof(ys_candidate));
	loose_court j = { query, ranking->loose, suggest };

	if (!result || !take_found(&found, ranking, reader, query, result->hits, error))
		return NULL;
	for (guint i = 0; i < found.candidates->len; i++) {
		ys_candidate *c = &g_array_index(found.candidates, ys_candidate, i);

		if (!g_hash_table_contains(known, GUINT_TO_POINTER(c->docid)))
			g_ptr_array_add(judged, c);
	}
	if (!read_texts(reader, judged, judge_loosely, &j, error))
		return NULL;
	for (guint i = 0; i < judged->len; i++) {
		const ys_candidate *c = g_ptr_array_index(judged, i);

		if (!c->rejected)
			g_array_append_vals(loose, c, 1);
	}
	sort_candidates(&loose, query);
	return g_steal_pointer(&loose);
}

static gboolean loosen(ys_ranking *ranking, xc_reader *reader, const ys_query *query, const GPtrArray *hidden,
		       GError **error)
{
	g_autoptr(GError) why = NULL;
	g_autoptr(ys_plan) plan = NULL;
	g_autoptr(GArray) loose = NULL;
	g_autoptr(ys_suggest) suggest = ranking->hits ? NULL : ys_suggest_new(query->folded);

	ranking->loose = ys_loose_new(reader, query, &why);
	if (!ranking->loose) {
		if (why)
			g_propagate_error(error, g_steal_pointer(&why));
		return why == NULL;
	}
	plan = ys_plan_any(reader, query, ranking->loose->terms, hidden, error);
	loose = plan ? find_loose(ranking, reader, query, plan, suggest, error) : NULL;
	if (!loose)
		return FALSE;
	sieve(ranking, loose);
	g_array_append_vals(ranking->candidates, loose->data, loose->len);
	if (suggest)
		ranking->suggestions = ys_suggest_finish(suggest, SUGGESTIONS_MAX);
	unite_departments(ranking);
	return TRUE;
}

ys_ranking *ys_rank(xc_reader *reader, const ys_query *query, const GPtrArray *hidden, GError **error)
{
	g_autoptr(ys_ranking) ranking = g_new0(ys_ranking, 1);
	g_autoptr(ys_plan) plan = ys_plan_new(reader, query, hidden, error);

	ranking->candidates = g_array_new(FALSE, FALSE, sizeof(ys_candidate));
	ranking->columns = ys_columns_new();
	if (!plan || !strict(ranking, reader, query, plan, error))
		return NULL;
	if (ranking->hits < query->offset + query->limit && !loosen(ranking, reader, query, hidden, error))
		return NULL;
	return g_steal_pointer(&ranking);
}
