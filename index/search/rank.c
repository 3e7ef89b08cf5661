#include "index/search/rank.h"

#include <math.h>
#include <string.h>

#include "index/schema.h"
#include "index/search/fetch.h"
#include "index/search/radix.h"

/* Of the hits for a single character so many more, to tell those that only name a place. */
#define RANKED_SINGLES_MAX 1000
/* The loose tier looks at so many, fewer where the query has many parts, and wants a third of
 * the query's weight. */
#define LOOSE_MAX 400
#define LOOSE_MIN 50
#define LOOSE_PARTS_MAX 40000
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
		.year = facts->origin->year,
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
	g_autofree ys_radix_item *order = g_new(ys_radix_item, n + 1);
	GArray *sorted = g_array_set_size(g_array_sized_new(FALSE, FALSE, sizeof *all, n), n);

	for (guint i = 0; i < n; i++)
		order[i] = (ys_radix_item){ (guint64)all[i].facts->glossary << 63 | (guint64)all[i].match << 61 |
					    descending(all[i].score) >> 3, i };
	ys_radix_sort(order, n);
	if (query->sort != YS_SORT_RELEVANCE) {
		for (guint i = 0; i < n; i++)
			order[i].key = descending(key_of(all[order[i].index].facts, query));
		ys_radix_sort(order, n);
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
	g_autofree ys_radix_item *order = g_new(ys_radix_item, hits->len + 1);
	g_autofree guint32 *docids = g_new(guint32, hits->len + 1);
	const ys_facts *facts;
	guint n = 0;

	for (guint i = 0; i < hits->len; i++)
		order[i] = (ys_radix_item){ g_array_index(hits, xc_hit, i).docid, i };
	ys_radix_sort(order, hits->len);
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

/* Choose what is looked at: all where the index does not prove it, else the first looked_at of the
 * search, and of those that only a single character was looked for the best hits. */
static GPtrArray *choose_judged(found_documents *found, const ys_query *query, guint looked_at)
{
	GPtrArray *judged = g_ptr_array_new();
	g_autofree ys_radix_item *order = g_new(ys_radix_item, found->candidates->len + 1);
	guint n = 0;

	for (guint i = 0; i < found->candidates->len; i++) {
		ys_candidate *c = &g_array_index(found->candidates, ys_candidate, i);

		c->judged = g_array_index(found->places, guint, i) < looked_at;
		if (c->wanted)
			order[n++] = (ys_radix_item){ g_array_index(found->places, guint, i), i };
	}
	if (query->words->len == 1 && ((const ys_word *)g_ptr_array_index(query->words, 0))->places) {
		ys_radix_sort(order, n);
		for (guint i = 0; i < MIN(n, RANKED_SINGLES_MAX); i++)
			g_array_index(found->candidates, ys_candidate, order[i].index).judged = TRUE;
	}
	for (guint i = 0; i < found->candidates->len; i++)
		if (g_array_index(found->candidates, ys_candidate, i).judged)
			g_ptr_array_add(judged, &g_array_index(found->candidates, ys_candidate, i));
	return judged;
}

static gboolean strict(ys_ranking *ranking, xc_reader *reader, const ys_query *query, const ys_plan *plan,
		       GError **error)
{
	guint looked_at;
	gboolean all;
	g_autoptr(xc_result) result = ys_fetch(reader, plan, query, &looked_at, &all, error);
	g_auto(found_documents) found = { 0 };
	g_autoptr(GPtrArray) judged = NULL;
	court j = { reader, query };

	if (!result || !take_found(&found, ranking, reader, query, result->hits, error))
		return FALSE;
	judged = choose_judged(&found, query, query->words_tree ? looked_at : 0);
	if (!read_texts(reader, judged, judge_text, &j, error))
		return FALSE;
	g_array_unref(ranking->candidates);
	ranking->candidates = g_steal_pointer(&found.candidates);
	sieve(ranking, ranking->candidates);
	ranking->exact = all;
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

/* 石蕖区数据局 -> 数据局: what is left of its name without the place, and what other names of the
 * department in the text have too.  NULL if nothing is. */
static const char *bare_name(const ys_origin *origin)
{
	const char *name = origin->own;

	if (name && origin->place && g_str_has_prefix(name, origin->place)) {
		name += strlen(origin->place);
		/* the 区 of 石蕖区 */
		name = *name ? g_utf8_next_char(name) : name;
	}
	return name && *name ? name : NULL;
}

/* The text without the department's own name.  It stands as the using unit in all its projects, and
 * covers part of many a query. */
static char *without_name(const ys_candidate *c, const char *text, gsize len)
{
	const char *name = c->facts->type == YS_PROJECT || c->facts->type == YS_ITEM ?
		bare_name(c->facts->origin) : NULL;
	const gsize n = name ? strlen(name) : 0;
	char *copy = n ? memmem(text, len, name, n) : NULL;
	char *at;

	if (!copy)
		return NULL;
	copy = g_strndup(text, len);
	for (at = copy; (at = strstr(at, name)); at += n)
		memset(at, '|', n);
	return copy;
}

static gboolean judge_loosely(ys_candidate *c, const char *text, gsize len, void *data, GError **error)
{
	const loose_court *j = data;
	const ys_region *region = c->facts->origin->region;
	const char *border = memchr(text, '|', len);
	g_autofree char *rest = without_name(c, text, len);
	double coverage, title;

	(void)error;
	c->match = YS_MATCH_LOOSE;
	if (j->suggest)
		ys_suggest_add(j->suggest, text, len);
	coverage = ys_loose_coverage(j->loose, text, len, region, NULL);
	c->rejected = coverage < LOOSE_COVERAGE_MIN;
	if (c->rejected)
		return TRUE;
	if (rest) {
		double without = ys_loose_coverage(j->loose, rest, len, region, NULL);

		c->rejected = without < LOOSE_COVERAGE_MIN;
		coverage = (coverage + without) / 2;
	}
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
	unite_departments(ranking);
	if (ranking->hits)
		return TRUE;
	ranking->suggestions = suggest ?
		ys_suggest_finish(suggest, reader, query, hidden, SUGGESTIONS_MAX, error) :
		g_ptr_array_new_with_free_func(g_free);
	return ranking->suggestions != NULL;
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
