#include "index/rank.h"

#include <math.h>
#include <string.h>

#include "index/schema.h"
#include "src/text/fold.h"

/* So many candidates are verified, counted and summed exactly; beyond, the best ones are
 * and the page says so.  At some 10 microseconds each this bounds a query to half a second. */
#define CANDIDATES_MAX 50000
/* Where the index alone proves the match, only so many are looked at for their rank. */
#define RANKED_MAX 300
/* The loose tier looks at so many, and wants a third of the query's weight. */
#define LOOSE_MAX 400
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
	g_clear_pointer(&ranking->loose_columns, ys_columns_free);
	g_free(ranking);
}

/* ---- one document ---- */

/* What is read of a document before it is judged. */
typedef struct {
	char *data;
	char *place, *own;
	ys_evidence evidence;
} document;

static void document_clear(document *d)
{
	g_clear_pointer(&d->data, g_free);
	g_clear_pointer(&d->place, g_free);
	g_clear_pointer(&d->own, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(document, document_clear)

/* 白云区 -> 白云: what a name has of its place is mostly the short form. */
static char *short_place(const ys_region *region)
{
	const char *name = region->county ? region->county : region->city;
	g_autoptr(GString) folded = g_string_new(NULL);

	if (!name)
		return NULL;
	if (g_utf8_strlen(name, -1) > 2)
		ys_fold_append(folded, name, g_utf8_prev_char(name + strlen(name)) - name);
	else
		ys_fold_append(folded, name, -1);
	return g_strdup(folded->str);
}

/* 岚汀市石蕖区数据局 -> 石蕖区数据局: the department as the names of its projects have it (phenomenon
 * 89).  NULL for records that are about the department itself. */
static char *own_name(const ys_facts *facts)
{
	const char *place = facts->region->county ? facts->region->county : facts->region->city;
	const char *own = place ? strstr(facts->department, place) : NULL;
	g_autoptr(GString) folded = g_string_new(NULL);

	if (!*facts->department || (facts->type != YS_PROJECT && facts->type != YS_ITEM))
		return NULL;
	ys_fold_append(folded, own ? own : facts->department, -1);
	return g_strdup(folded->str);
}

static gboolean load(xc_reader *reader, guint32 docid, const ys_facts *facts, document *d, GError **error)
{
	gsize len;

	d->data = xc_reader_data(reader, docid, &len, error);
	if (!d->data)
		return FALSE;
	d->place = short_place(facts->region);
	d->own = own_name(facts);
	d->evidence.place = d->place;
	d->evidence.department = d->own;
	d->evidence.amount = facts->amount;
	d->evidence.rows = d->data;
	d->evidence.rows_len = len;
	if (ys_record_stored_folded(d->data, len, &d->evidence.folded, &d->evidence.len))
		return TRUE;
	g_set_error(error, YS_ERROR, YS_ERROR_IO, "record %u of the index is damaged; run: yusou index --rebuild PATH...",
		    docid);
	return FALSE;
}

static double amount_bonus(ys_amount amount)
{
	return amount > YS_YUAN ? AMOUNT_FACTOR * log10((double)(amount / YS_YUAN)) : 0;
}

static gboolean judge(xc_reader *reader, const ys_query *query, guint32 docid, const ys_facts *facts,
		      ys_verdict *verdict, gboolean *matches, GString *explain, GError **error)
{
	g_auto(document) d = { 0 };
	double bonus;

	if (!load(reader, docid, facts, &d, error))
		return FALSE;
	*matches = ys_judge(query, &d.evidence, verdict, explain);
	bonus = query->no_amount_factor ? 0 : amount_bonus(d.evidence.amount);
	verdict->bonus += bonus;
	if (explain && bonus > 0) {
		char number[G_ASCII_DTOSTR_BUF_SIZE];

		g_string_append_printf(explain, "amount: %s\n", g_ascii_formatd(number, sizeof number, "%+.1f", bonus));
	}
	return TRUE;
}

gboolean ys_rank_explain(xc_reader *reader, const ys_query *query, const ys_candidate *candidate, GString *explain,
			 GError **error)
{
	ys_verdict verdict = { YS_MATCH_EXACT, 0, FALSE };
	gboolean matches;

	return !candidate->judged || judge(reader, query, candidate->docid, candidate->facts, &verdict, &matches, explain,
					   error);
}

/* ---- order ---- */

/* Loose matches come after all others, however sorted; among equals glossaries come last
 * and the better match comes first. */
static gint by_rank(gconstpointer a, gconstpointer b)
{
	const ys_candidate *left = a, *right = b;
	gboolean left_loose = left->match == YS_MATCH_LOOSE, right_loose = right->match == YS_MATCH_LOOSE;

	if (left_loose != right_loose)
		return left_loose ? 1 : -1;
	if (left->key != right->key)
		return left->key > right->key ? -1 : 1;
	if (left->facts->aside != right->facts->aside)
		return left->facts->aside ? 1 : -1;
	if (left->match != right->match)
		return left->match < right->match ? -1 : 1;
	if (left->score != right->score)
		return left->score > right->score ? -1 : 1;
	return left->docid < right->docid ? -1 : left->docid > right->docid;
}

/* What is not known comes last. */
static double key_of(const ys_facts *facts, const ys_query *query)
{
	if (query->sort == YS_SORT_AMOUNT)
		return facts->amount == YS_AMOUNT_NONE ? -G_MAXDOUBLE : (double)facts->amount;
	if (query->sort == YS_SORT_YEAR)
		return facts->year ? facts->year : -G_MAXDOUBLE;
	return 0;
}

static ys_candidate candidate_of(const xc_hit *hit, const ys_facts *facts, const ys_query *query)
{
	ys_candidate c = { .docid = hit->docid, .facts = facts, .key = key_of(facts, query) };

	c.wanted = (query->types & 1u << facts->type) != 0;
	return c;
}

/* ---- the tiers above ---- */

static xc_result *fetch(xc_reader *reader, const ys_plan *plan, const ys_query *query, guint32 max, GError **error)
{
	xc_page page = { .first = 0, .max = max, .check_at_least = max + 1 };

	if (query->sort != YS_SORT_RELEVANCE) {
		page.order = XC_BY_NUMBER_DOWN;
		page.sort_slot = query->sort == YS_SORT_AMOUNT ? YS_SLOT_AMOUNT : YS_SLOT_YEAR;
	}
	return xc_search(reader, plan->candidates, &page, error);
}

static void add(ys_ranking *ranking, const ys_candidate *c)
{
	g_array_append_vals(ranking->candidates, c, 1);
	if (c->wanted && c->match != YS_MATCH_LOOSE)
		ranking->hits++;
	else if (c->wanted)
		ranking->loose_hits++;
}

/* A department is in every publication of it; only the best ranked stays. */
static void unite_departments(ys_ranking *ranking)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
	guint kept = 0;

	for (guint i = 0; i < ranking->candidates->len; i++) {
		ys_candidate c = g_array_index(ranking->candidates, ys_candidate, i);

		if (c.facts->type != YS_DEPARTMENT || g_hash_table_add(seen, (gpointer)c.facts->id))
			g_array_index(ranking->candidates, ys_candidate, kept++) = c;
		else if (c.wanted && c.match == YS_MATCH_LOOSE)
			ranking->loose_hits--;
		else if (c.wanted)
			ranking->hits--;
	}
	g_array_set_size(ranking->candidates, kept);
}

/* A table that is not asked for says of its department what the section above it says, and
 * is the largest kind of record to look at. */
static gboolean is_idle(const ys_candidate *c)
{
	return !c->wanted && c->facts->type == YS_TABLE;
}

static gboolean strict(ys_ranking *ranking, xc_reader *reader, const ys_query *query, const ys_plan *plan,
		       GError **error)
{
	g_autoptr(xc_result) found = fetch(reader, plan, query, CANDIDATES_MAX, error);

	if (!found || !(ranking->columns = ys_columns_read(reader, found->hits, error)))
		return FALSE;
	for (guint i = 0; i < found->hits->len; i++) {
		const xc_hit *hit = &g_array_index(found->hits, xc_hit, i);
		ys_candidate c = candidate_of(hit, ys_columns_facts(ranking->columns, i), query);
		ys_verdict verdict = { YS_MATCH_EXACT, 0, FALSE };
		gboolean matches = TRUE;

		if (is_idle(&c))
			continue;
		c.judged = query->words_tree && (plan->verify || query->words->len > 1 || i < RANKED_MAX);
		if (c.judged && !judge(reader, query, c.docid, c.facts, &verdict, &matches, NULL, error))
			return FALSE;
		if (!matches)
			continue;
		c.match = verdict.match;
		c.bonus = verdict.bonus;
		c.score = hit->weight + verdict.bonus;
		add(ranking, &c);
	}
	ranking->exact = found->hits->len < CANDIDATES_MAX;
	ranking->estimate = found->total;
	/* also when the index sorted them: it knows nothing of tiers among equals */
	g_array_sort(ranking->candidates, by_rank);
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

static gboolean judge_loosely(ys_ranking *ranking, xc_reader *reader, const ys_query *query, ys_candidate c,
			      ys_suggest *suggest, GArray *out, GError **error)
{
	g_auto(document) d = { 0 };
	const char *border;
	double coverage, title;

	if (!load(reader, c.docid, c.facts, &d, error))
		return FALSE;
	c.match = YS_MATCH_LOOSE;
	if (suggest)
		ys_suggest_add(suggest, d.evidence.folded, d.evidence.len);
	coverage = ys_loose_coverage(ranking->loose, d.evidence.folded, d.evidence.len, c.facts->region, NULL);
	if (coverage < LOOSE_COVERAGE_MIN)
		return TRUE;
	border = memchr(d.evidence.folded, '|', d.evidence.len);
	title = ys_loose_coverage(ranking->loose, d.evidence.folded,
				  border ? (gsize)(border - d.evidence.folded) : d.evidence.len, c.facts->region, NULL);
	c.score = LOOSE_SCORE * coverage + LOOSE_TITLE * title +
		  (query->no_amount_factor ? 0 : amount_bonus(d.evidence.amount));
	g_array_append_val(out, c);
	return TRUE;
}

static gboolean loosen(ys_ranking *ranking, xc_reader *reader, const ys_query *query, const GPtrArray *hidden,
		       GError **error)
{
	g_autoptr(GError) why = NULL;
	g_autoptr(ys_plan) plan = NULL;
	g_autoptr(xc_result) found = NULL;
	g_autoptr(GHashTable) known = NULL;
	g_autoptr(GArray) loose = g_array_new(FALSE, FALSE, sizeof(ys_candidate));
	g_autoptr(ys_suggest) suggest = ranking->hits ? NULL : ys_suggest_new(query->folded);
	xc_page page = { .first = 0, .max = LOOSE_MAX, .check_at_least = LOOSE_MAX };

	ranking->loose = ys_loose_new(reader, query, &why);
	if (!ranking->loose) {
		if (why)
			g_propagate_error(error, g_steal_pointer(&why));
		return why == NULL;
	}
	plan = ys_plan_any(reader, query, ranking->loose->terms, hidden, error);
	found = plan ? xc_search(reader, plan->candidates, &page, error) : NULL;
	if (!found || !(ranking->loose_columns = ys_columns_read(reader, found->hits, error)))
		return FALSE;
	known = known_documents(ranking);
	for (guint i = 0; i < found->hits->len; i++) {
		ys_candidate c = candidate_of(&g_array_index(found->hits, xc_hit, i),
					      ys_columns_facts(ranking->loose_columns, i), query);

		if (!is_idle(&c) && !g_hash_table_contains(known, GUINT_TO_POINTER(c.docid)) &&
		    !judge_loosely(ranking, reader, query, c, suggest, loose, error))
			return FALSE;
	}
	g_array_sort(loose, by_rank);
	for (guint i = 0; i < loose->len; i++)
		add(ranking, &g_array_index(loose, ys_candidate, i));
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
	if (!plan || !strict(ranking, reader, query, plan, error))
		return NULL;
	if (ranking->hits < query->offset + query->limit && !loosen(ranking, reader, query, hidden, error))
		return NULL;
	return g_steal_pointer(&ranking);
}
