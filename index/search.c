#include "index/search.h"

#include <string.h>

#include "index/plan.h"
#include "index/schema.h"
#include "index/store.h"
#include "index/tally.h"
#include "src/text/fold.h"

/* So many candidates are verified, counted and summed exactly; beyond, the best ones are
 * and the page says so.  At some 10 microseconds each this bounds a query to half a second. */
#define CANDIDATES_MAX 50000
/* Where the index alone proves the match, only so many are looked at for their rank. */
#define RANKED_MAX 1000
/* Characters of a snippet. */
#define SNIPPET_WIDTH 90
#define DEPARTMENTS_MAX 10

/* What a match in the title is worth against the weights of its terms, which seldom pass
 * 20: any name that has the query beats any other text, and the more of the name it is the
 * better, up to the name that is the query. */
#define BONUS_IN_TITLE   30.0
#define BONUS_WHOLE_TITLE 30.0

struct ys_search {
	xc_reader *reader;
	ys_manifest *manifest;  /* head only */
};

typedef struct {
	guint32 docid;
	double score;
	ys_match match;
} candidate;

const char *ys_match_name(ys_match match)
{
	return match == YS_MATCH_EXACT ? "exact" : "all";
}

static ys_search *open_generation(const char *dir, GError **error)
{
	g_autoptr(ys_search) search = g_new0(ys_search, 1);

	search->manifest = ys_manifest_load(dir, YS_MANIFEST_HEAD, error);
	if (!search->manifest || !ys_manifest_check_version(search->manifest, error))
		return NULL;
	search->reader = xc_reader_open(dir, error);
	return search->reader ? g_steal_pointer(&search) : NULL;
}

ys_search *ys_search_open(const char *root, GError **error)
{
	g_autofree char *dir = ys_store_current(root, error);
	g_autofree char *newer = NULL;
	g_autoptr(GError) why = NULL;
	ys_search *search;

	if (!dir)
		return NULL;
	search = open_generation(dir, &why);
	if (search)
		return search;
	/* A writer that published twice since may have removed it: what is live now stays. */
	newer = ys_store_current(root, NULL);
	if (newer && strcmp(newer, dir))
		return open_generation(newer, error);
	g_propagate_error(error, g_steal_pointer(&why));
	return NULL;
}

void ys_search_free(ys_search *search)
{
	if (!search)
		return;
	g_clear_pointer(&search->reader, xc_reader_free);
	g_clear_pointer(&search->manifest, ys_manifest_free);
	g_free(search);
}

/* ---- candidates ---- */

/* What it is worth that a run stands at this place of a record's folded text. */
static double bonus_of(const char *folded, gsize len, const char *run, gsize at)
{
	const char *border = memchr(folded, '|', len);
	gsize title_len = border ? (gsize)(border - folded) : len;

	if (at >= title_len)
		return 0;
	return BONUS_IN_TITLE + BONUS_WHOLE_TITLE * strlen(run) / title_len;
}

/* Look at the text of a candidate: does it match, how, and how well.  FALSE if it was a
 * chance meeting of bigrams. */
static gboolean judge(candidate *c, const ys_query *query, const char *folded, gsize len)
{
	gssize at = ys_match_find(folded, len, query->folded, strlen(query->folded), 0);
	double bonus = 0;

	if (at >= 0) {
		c->match = YS_MATCH_EXACT;
		c->score += bonus_of(folded, len, query->folded, at);
		return TRUE;
	}
	c->match = YS_MATCH_ALL;
	for (guint i = 0; i < query->words->len; i++) {
		const ys_word *word = g_ptr_array_index(query->words, i);

		at = ys_match_find(folded, len, word->folded, strlen(word->folded), 0);
		if (at < 0)
			return FALSE;
		bonus += bonus_of(folded, len, word->folded, at) / query->words->len;
	}
	c->score += bonus;
	return !query->exact;
}

static gboolean judge_document(const ys_search *search, candidate *c, const ys_query *query, gboolean *matches,
			       GError **error)
{
	gsize len, folded_len;
	g_autofree char *data = xc_reader_data(search->reader, c->docid, &len, error);
	const char *folded;

	if (!data)
		return FALSE;
	if (!ys_record_stored_folded(data, len, &folded, &folded_len)) {
		g_set_error(error, YS_ERROR, YS_ERROR_IO, "record %u of the index is damaged; "
			    "run: yusou index --rebuild PATH...", c->docid);
		return FALSE;
	}
	*matches = judge(c, query, folded, folded_len);
	return TRUE;
}

static gint by_rank(gconstpointer a, gconstpointer b)
{
	const candidate *left = a, *right = b;

	if (left->match != right->match)
		return left->match < right->match ? -1 : 1;
	if (left->score != right->score)
		return left->score > right->score ? -1 : 1;
	return left->docid < right->docid ? -1 : left->docid > right->docid;
}

static xc_result *fetch(const ys_search *search, const ys_plan *plan, const ys_query *query, GError **error)
{
	xc_page page = { .first = 0, .max = CANDIDATES_MAX, .check_at_least = CANDIDATES_MAX + 1 };

	if (query->sort == YS_SORT_AMOUNT) {
		page.order = XC_BY_NUMBER_DOWN;
		page.sort_slot = YS_SLOT_AMOUNT;
	} else if (query->sort == YS_SORT_YEAR) {
		page.order = XC_BY_NUMBER_DOWN;
		page.sort_slot = YS_SLOT_YEAR;
	}
	return xc_search(search->reader, plan->candidates, &page, error);
}

/* A department is in every publication of it; only the best ranked stays. */
static gboolean unite_departments(const ys_search *search, GArray *candidates, GError **error)
{
	g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	guint kept = 0;

	for (guint i = 0; i < candidates->len; i++) {
		candidate c = g_array_index(candidates, candidate, i);
		char *id = xc_reader_string(search->reader, c.docid, YS_SLOT_ID, error);

		if (!id)
			return FALSE;
		if (g_hash_table_add(seen, id))
			g_array_index(candidates, candidate, kept++) = c;
	}
	g_array_set_size(candidates, kept);
	return TRUE;
}

/* The matches in rank order. */
static GArray *collect(const ys_search *search, const ys_plan *plan, const ys_query *query, const xc_result *found,
		       GError **error)
{
	g_autoptr(GArray) candidates = g_array_new(FALSE, FALSE, sizeof(candidate));

	for (guint i = 0; i < found->hits->len; i++) {
		const xc_hit *hit = &g_array_index(found->hits, xc_hit, i);
		candidate c = { hit->docid, hit->weight, YS_MATCH_EXACT };
		gboolean matches = TRUE;

		if (query->words->len && (plan->verify || query->words->len > 1 || i < RANKED_MAX) &&
		    !judge_document(search, &c, query, &matches, error))
			return NULL;
		if (matches)
			g_array_append_val(candidates, c);
	}
	if (query->sort == YS_SORT_RELEVANCE)
		g_array_sort(candidates, by_rank);
	if (query->types & 1u << YS_DEPARTMENT && !unite_departments(search, candidates, error))
		return NULL;
	return g_steal_pointer(&candidates);
}

/* ---- hits ---- */

static ys_record *load_record(const ys_search *search, guint32 docid, GError **error)
{
	gsize len;
	g_autofree char *data = xc_reader_data(search->reader, docid, &len, error);

	return data ? ys_record_from_stored(data, len, error) : NULL;
}

/* The best text of a record for a snippet: the first that holds a match, the title last. */
typedef struct {
	const char *const *needles;
	const char *field;
	const char *text;
	GArray *ranges;
} passage;

static void consider_text(const char *field, const char *text, void *data)
{
	passage *p = data;
	g_autoptr(ys_folded) folded = NULL;
	GArray *ranges;

	if (!strcmp(field, "title") || (p->ranges && p->ranges->len))
		return;
	folded = ys_fold(text, -1);
	ranges = ys_match_ranges(folded, p->needles);
	if (!p->text || ranges->len) {
		g_clear_pointer(&p->ranges, g_array_unref);
		p->field = field;
		p->text = text;
		p->ranges = g_array_ref(ranges);
	}
	g_array_unref(ranges);
}

static GPtrArray *title_pieces(const ys_record *record, const char *const *needles, gboolean *matched)
{
	const char *title = record->title ? record->title : "";
	g_autoptr(ys_folded) folded = ys_fold(title, -1);
	g_autoptr(GArray) ranges = ys_match_ranges(folded, needles);

	*matched = ranges->len > 0;
	return ys_snippet_new(title, ranges, 0);
}

static void add_snippet(ys_hit *hit, const char *const *needles)
{
	passage p = { .needles = needles };
	gboolean in_title;

	hit->title = title_pieces(hit->record, needles, &in_title);
	ys_record_searchable(hit->record, consider_text, &p);
	if (p.text && (p.ranges->len || !in_title)) {
		hit->field = p.field;
		hit->snippet = ys_snippet_new(p.text, p.ranges, SNIPPET_WIDTH);
	} else {
		hit->field = "title";
		hit->snippet = title_pieces(hit->record, needles, &in_title);
	}
	g_clear_pointer(&p.ranges, g_array_unref);
}

/* What is highlighted: the whole query where it stands as typed, else its words. */
static const char **needles_of(const ys_query *query, ys_match match)
{
	const char **needles = g_new0(const char *, query->words->len + 2);

	if (match == YS_MATCH_EXACT && *query->folded) {
		needles[0] = query->folded;
		return needles;
	}
	for (guint i = 0; i < query->words->len; i++)
		needles[i] = ((ys_word *)g_ptr_array_index(query->words, i))->folded;
	return needles;
}

static void hit_free(ys_hit *hit)
{
	ys_record_free(hit->record);
	g_clear_pointer(&hit->snippet, g_ptr_array_unref);
	g_clear_pointer(&hit->title, g_ptr_array_unref);
	g_free(hit);
}

static gboolean add_hits(const ys_search *search, const ys_query *query, const GArray *candidates, ys_page *page,
			 GError **error)
{
	page->hits = g_ptr_array_new_with_free_func((GDestroyNotify)hit_free);
	for (guint i = query->offset; i < candidates->len && i < query->offset + query->limit; i++) {
		const candidate *c = &g_array_index(candidates, candidate, i);
		g_autofree const char **needles = needles_of(query, c->match);
		ys_record *record = load_record(search, c->docid, error);
		ys_hit *hit;

		if (!record)
			return FALSE;
		hit = g_new0(ys_hit, 1);
		hit->record = record;
		hit->rank = i + 1;
		hit->score = c->score;
		hit->match = c->match;
		add_snippet(hit, needles);
		g_ptr_array_add(page->hits, hit);
	}
	return TRUE;
}

static gboolean add_departments(const ys_search *search, const ys_query *query, const GArray *candidates,
				ys_page *page, GError **error)
{
	g_autoptr(ys_tally) tally = ys_tally_new(query->facets);
	g_autoptr(GArray) tops = NULL;

	for (guint i = 0; i < candidates->len; i++) {
		const candidate *c = &g_array_index(candidates, candidate, i);

		if (!ys_tally_add(tally, search->reader, c->docid, c->score, c->match, error))
			return FALSE;
	}
	ys_tally_finish(tally, DEPARTMENTS_MAX, page, &tops);
	for (guint i = 0; i < page->departments->len; i++) {
		ys_department_hit *department = g_ptr_array_index(page->departments, i);
		g_autoptr(ys_record) record = load_record(search, g_array_index(tops, guint32, i), error);

		if (!record)
			return FALSE;
		department->top_title = g_strdup(record->title);
	}
	return TRUE;
}

ys_page *ys_search_run(ys_search *search, const ys_query *query, GError **error)
{
	gint64 began = g_get_monotonic_time();
	g_autoptr(ys_plan) plan = ys_plan_new(search->reader, query, search->manifest->hidden, error);
	g_autoptr(xc_result) found = plan ? fetch(search, plan, query, error) : NULL;
	g_autoptr(GArray) candidates = found ? collect(search, plan, query, found, error) : NULL;
	g_autoptr(ys_page) page = g_new0(ys_page, 1);

	if (!candidates)
		return NULL;
	page->total_exact = found->hits->len < CANDIDATES_MAX;
	page->total = page->total_exact ? candidates->len : MAX(found->total, candidates->len);
	if (!add_hits(search, query, candidates, page, error) ||
	    !add_departments(search, query, candidates, page, error))
		return NULL;
	page->took_us = g_get_monotonic_time() - began;
	return g_steal_pointer(&page);
}

void ys_page_free(ys_page *page)
{
	if (!page)
		return;
	g_clear_pointer(&page->hits, g_ptr_array_unref);
	g_clear_pointer(&page->departments, g_ptr_array_unref);
	for (int facet = 0; facet < YS_N_FACETS; facet++)
		g_clear_pointer(&page->facets[facet], g_ptr_array_unref);
	g_free(page);
}

/* ---- single records and all of them ---- */

ys_record *ys_search_record(ys_search *search, const char *id, GError **error)
{
	g_autofree char *term = g_strconcat(YS_PREFIX_ID, id, NULL);
	g_autoptr(GError) why = NULL;
	xc_query *query = xc_query_term(term, -1, &why);
	g_autoptr(ys_plan) plan = NULL;
	g_autoptr(xc_result) found = NULL;
	xc_page page = { .first = 0, .max = 1, .check_at_least = 1 };

	/* what is too long for a term is no id */
	if (!query)
		return NULL;
	plan = ys_plan_of(query, search->manifest->hidden, error);
	found = plan ? xc_search(search->reader, plan->candidates, &page, error) : NULL;
	if (!found || !found->hits->len)
		return NULL;
	return load_record(search, g_array_index(found->hits, xc_hit, 0).docid, error);
}

/* Documents a page while everything is streamed. */
#define EACH_PAGE 5000

gboolean ys_search_each(ys_search *search, guint types, ys_record_fn fn, void *data, GError **error)
{
	g_autoptr(GHashTable) departments = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autoptr(ys_plan) plan = ys_plan_all(types, search->manifest->hidden, error);
	guint n;

	if (!plan)
		return FALSE;
	for (guint first = 0;; first += n) {
		xc_page page = { .first = first, .max = EACH_PAGE, .check_at_least = 0 };
		g_autoptr(xc_result) found = xc_search(search->reader, plan->candidates, &page, error);

		if (!found)
			return FALSE;
		n = found->hits->len;
		for (guint i = 0; i < n; i++) {
			g_autoptr(ys_record) record =
				load_record(search, g_array_index(found->hits, xc_hit, i).docid, error);

			if (!record)
				return FALSE;
			if (record->type == YS_DEPARTMENT && !g_hash_table_add(departments, g_strdup(record->id)))
				continue;
			if (!fn(record, data))
				return TRUE;
		}
		if (n < EACH_PAGE)
			return TRUE;
	}
}
