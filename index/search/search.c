/* The way of every query (index/search/answer.h) is gone as asked; again as it was understood, or with names of bodies
 * taken off where nothing was found; and again with words related or corrected, and with parts of the query, where the
 * page is left short.  The page is then filled from the ranking: hits, departments, facets, and what else is told. */
#include "index/search/search.h"

#include <string.h>

#include "index/schema.h"
#include "index/search/answer.h"
#include "index/search/asked.h"
#include "index/search/facets.h"
#include "index/search/hit.h"
#include "index/search/line_groups.h"
#include "index/search/measured.h"
#include "index/search/not_indexed.h"
#include "index/search/suggest.h"
#include "index/store/segment.h"
#include "index/store/store.h"
#include "index/stored.h"
#include "src/text/segment.h"

#define DEPARTMENTS_MAX 10
#define SUGGESTIONS_MAX 3
#define ELSEWHERE_HITS_MAX 3
#define ALL_TYPES ((1u << YS_N_TYPES) - 1)

struct ys_search {
	xc_reader *reader;
	ys_manifest *manifest;  /* head only */
};

static ys_search *open_generation(const char *dir, GError **error)
{
	g_autoptr(ys_search) search = g_new0(ys_search, 1);

	search->manifest = ys_manifest_load(dir, YS_MANIFEST_HEAD, error);
	if (!search->manifest || !ys_manifest_check_version(search->manifest, error) ||
	    !ys_segments_check(dir, search->manifest, error))
		return NULL;
	/* all files are open from here on: it does not matter what becomes of dir */
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

ys_search *ys_search_open_generation(const char *root, guint number, GError **error)
{
	g_autofree char *dir = ys_store_generation(root, number);

	return open_generation(dir, error);
}

void ys_search_free(ys_search *search)
{
	if (!search)
		return;
	g_clear_pointer(&search->reader, xc_reader_free);
	g_clear_pointer(&search->manifest, ys_manifest_free);
	g_free(search);
}

const ys_manifest *ys_search_manifest(const ys_search *search)
{
	return search->manifest;
}

const ys_manifest *ys_search_files(ys_search *search, gboolean all, GError **error)
{
	return (all ? ys_manifest_load_entries : ys_manifest_load_superseded)(search->manifest, error) ? search->manifest
												     : NULL;
}

ys_every *ys_search_every(ys_search *search, const ys_query *query, GError **error)
{
	return ys_every_new(search->reader, query, search->manifest->hidden, error);
}

/* ---- a query ---- */

static ys_answer *answer_to(const ys_search *search, const ys_query *query)
{
	return ys_answer_new(search->reader, search->manifest->hidden, query);
}

/* Where nothing has all of the query, what may have been meant. */
static gboolean add_suggestions(const ys_search *search, const ys_answer *a, ys_page *page, GError **error)
{
	if (ys_answer_has_any(a) || !a->partly)
		return TRUE;
	page->suggestions = ys_suggest(search->reader, &a->query, search->manifest->hidden, a->alike, a->partly,
				       SUGGESTIONS_MAX, error);
	return page->suggestions != NULL;
}

/* ---- beside the hits: lines ---- */

static gboolean asks_for_code(const ys_query *query)
{
	for (guint i = 0; i < query->filters->len; i++) {
		const ys_node *node = g_ptr_array_index(query->filters, i);

		if (node->kind == YS_NODE_FILTER && node->filter->kind == YS_FILTER_CODE)
			return TRUE;
	}
	return FALSE;
}

typedef struct {
	xc_reader *reader;
	const char *prefix;
	gboolean missing;       /* some term stands in no such record */
} term_check;

static void check_term(const char *term, gsize len, ys_query_term_kind kind, void *data)
{
	term_check *check = data;
	g_autofree char *prefixed = g_strdup_printf("%s%.*s", check->prefix, (int)len, term);
	guint32 freq = 1;

	if (kind == YS_TERM_WHOLE && !check->missing && xc_reader_termfreq(check->reader, prefixed, &freq, NULL))
		check->missing = !freq;
}

/* What is apart has few words: mostly a look at those of the query tells that there is none, which costs a tenth of
 * asking for it. */
static gboolean may_have(const ys_search *search, const ys_query *query, ys_record_type type)
{
	for (guint i = 0; i < query->words->len && !query->operators; i++) {
		const ys_word *word = g_ptr_array_index(query->words, i);
		term_check check = { search->reader, ys_plan_apart(type), FALSE };

		if (word->synonyms->len || word->body || word->year || word->amount != YS_AMOUNT_NONE)
			continue;
		ys_segment_query(word->folded, strlen(word->folded), check_term, &check);
		if (check.missing)
			return FALSE;
	}
	return TRUE;
}

/* Lines that the query names, on the first page of what was asked without a type. */
static gboolean add_lines(const ys_search *search, const ys_answer *a, ys_page *page, GError **error)
{
	g_autoptr(ys_answer) lines = NULL;

	if (a->query.types_given || a->query.offset || !(a->query.words_tree || asks_for_code(&a->query)) ||
	    !may_have(search, &a->query, YS_LINE))
		return TRUE;
	lines = answer_to(search, &a->query);
	lines->query.types = 1u << YS_LINE;
	lines->query.sort = YS_SORT_AMOUNT;
	if (!ys_answer_find_apart(lines, YS_LINE, error) ||
	    !ys_line_groups_add(search->reader, &lines->query, lines->ranking, page, error))
		return FALSE;
	page->counts[YS_LINE] = lines->total;
	return TRUE;
}

/* ---- beside the hits: other types ---- */

/* Each record that has the query is a candidate; where not all were looked at, as many as total supposes. */
static void count_types(const ys_answer *a, guint64 counts[YS_N_TYPES])
{
	guint n[YS_N_TYPES] = { 0 };

	for (guint i = 0; i < a->ranking->candidates->len; i++) {
		const ys_candidate *c = &g_array_index(a->ranking->candidates, ys_candidate, i);

		n[c->facts->type] += c->match <= YS_MATCH_ALL;
	}
	for (int type = 0; type < YS_N_TYPES; type++)
		if (n[type])
			counts[type] = a->exact || !a->ranking->hits ? n[type] :
				       (guint64)((double)a->total * n[type] / a->ranking->hits);
}

/* What a query without words has of a type: the index proves it. */
static gboolean count_filtered(const ys_search *search, const ys_answer *a, int type, ys_page *page, GError **error)
{
	const xc_page counted = { .max = 1, .check_at_least = (guint)search->manifest->records[type] };
	ys_query query = a->query;
	g_autoptr(ys_plan) plan = NULL;
	g_autoptr(xc_result) found = NULL;

	query.types = 1u << type;
	plan = ys_plan_run(search->reader, &query, "", search->manifest->hidden, error);
	found = plan ? xc_search(search->reader, plan->candidates, &counted, error) : NULL;
	page->counts[type] = found ? found->total : 0;
	return found != NULL;
}

/* What records of these types have of the query. */
static gboolean count_more(const ys_search *search, const ys_answer *a, guint types, ys_page *page, GError **error)
{
	g_autoptr(ys_answer) more = answer_to(search, &a->query);
	guint64 counts[YS_N_TYPES] = { 0 };

	more->query.types = types;
	if (!ys_answer_find_all(more, error))
		return FALSE;
	count_types(more, counts);
	for (int type = 0; type < YS_N_TYPES; type++)
		if (types & 1u << type)
			page->counts[type] = counts[type];
	return TRUE;
}

/* What was not counted on the way: what is apart from the types that were asked for, and others beside what is. */
static gboolean add_counts(const ys_search *search, const ys_answer *a, ys_page *page, GError **error)
{
	const guint apart = 1u << YS_LINE | 1u << YS_TABLE, asked = a->query.types;

	count_types(a, page->counts);
	/* a department has a document for each of its publications */
	for (int type = 0; !a->query.words_tree && type < YS_N_TYPES; type++)
		if (~asked & 1u << type && type != YS_DEPARTMENT && !count_filtered(search, a, type, page, error))
			return FALSE;
	if (!a->query.words_tree)
		return asked & 1u << YS_DEPARTMENT || count_more(search, a, 1u << YS_DEPARTMENT, page, error);
	if ((asked == 1u << YS_LINE || asked == 1u << YS_TABLE) &&
	    !count_more(search, a, ALL_TYPES & ~apart, page, error))
		return FALSE;
	for (int type = 0; type < YS_N_TYPES; type++)
		if (apart & ~asked & 1u << type && !(type == YS_LINE && page->lines) &&
		    may_have(search, &a->query, type) && !count_more(search, a, 1u << type, page, error))
			return FALSE;
	return TRUE;
}

static void elsewhere_free(ys_elsewhere *elsewhere)
{
	g_clear_pointer(&elsewhere->hits, g_ptr_array_unref);
	g_free(elsewhere);
}

static gboolean add_type(const ys_search *search, const ys_query *query, ys_record_type type, GPtrArray *all,
			 GError **error)
{
	g_autoptr(ys_answer) found = answer_to(search, query);
	g_autoptr(ys_page) page = g_new0(ys_page, 1);
	ys_elsewhere *elsewhere;

	found->query.types = 1u << type;
	found->query.limit = ELSEWHERE_HITS_MAX;
	if (!ys_answer_find_all(found, error) ||
	    !ys_hits_add(found, page, error))
		return FALSE;
	if (!found->ranking->hits)
		return TRUE;
	elsewhere = g_new0(ys_elsewhere, 1);
	*elsewhere = (ys_elsewhere){ type, found->total, g_steal_pointer(&page->hits) };
	g_ptr_array_add(all, elsewhere);
	return TRUE;
}

/* Where nothing of what was asked for without a type has all of the query, what other records have of it. */
static gboolean add_elsewhere(const ys_search *search, const ys_answer *a, ys_page *page, GError **error)
{
	static const ys_record_type types[] = { YS_LINE, YS_TABLE, YS_SECTION, YS_PUBLICATION };
	g_autoptr(GPtrArray) all = NULL;

	if (a->ranking->hits || a->query.types_given || a->query.offset)
		return TRUE;
	all = g_ptr_array_new_with_free_func((GDestroyNotify)elsewhere_free);
	for (gsize i = 0; i < G_N_ELEMENTS(types); i++)
		if (!(a->query.types & 1u << types[i]) && !add_type(search, &a->query, types[i], all, error))
			return FALSE;
	if (all->len)
		page->elsewhere = g_steal_pointer(&all);
	return TRUE;
}

/* ---- a page ---- */

/* What a record of each type says about its department. */
static const double type_share[YS_N_TYPES] = {
	[YS_PUBLICATION] = 0.9, [YS_SECTION] = 0.7, [YS_TABLE] = 0.6,
	[YS_PROJECT] = 1.0,     [YS_ITEM] = 0.8,    [YS_DEPARTMENT] = 1.2, [YS_LINE] = 0.8,
};

static void count_candidates(const ys_ranking *ranking, ys_facets *facets)
{
	for (guint i = 0; i < ranking->candidates->len; i++) {
		const ys_candidate *c = &g_array_index(ranking->candidates, ys_candidate, i);

		/* a table says of its department what the section above it says */
		if (!c->wanted && c->facts->type == YS_TABLE)
			continue;
		/* what stands after all others tells nothing against its department */
		ys_facets_add(facets, c->docid, c->facts, MAX(c->score, 0) * type_share[c->facts->type], c->match,
			      c->wanted);
	}
}

static gboolean add_departments(const ys_search *search, const ys_answer *a, ys_page *page, GError **error)
{
	g_autoptr(ys_facets) facets = ys_facets_new(a->query.facets, a->query.types, a->columns);
	g_autoptr(GArray) tops = NULL;

	count_candidates(a->ranking, facets);
	if (a->measured) {
		ys_facets_finish(facets, G_MAXUINT, page, &tops);
		return ys_measured_put(a, DEPARTMENTS_MAX, page, error);
	}
	ys_facets_finish(facets, DEPARTMENTS_MAX, page, &tops);
	for (guint i = 0; i < page->departments->len; i++) {
		ys_department_hit *department = g_ptr_array_index(page->departments, i);
		g_autoptr(ys_record) top = ys_stored_record(search->reader, g_array_index(tops, guint32, i), error);

		if (!top)
			return FALSE;
		department->top_id = g_strdup(top->id);
		department->top_title = g_strdup(top->title);
	}
	return TRUE;
}

/* All of the query, as typed, as understood or split. */
static gboolean find(ys_answer **a, GError **error)
{
	return ys_answer_find_all(*a, error) && ys_asked_find(a, error) && ys_answer_find_split(*a, error);
}

/* What has less than all of it. */
static gboolean find_less(ys_answer *a, GError **error)
{
	return ys_answer_find_related(a, error) && ys_answer_find_corrected(a, error) && ys_answer_find_parts(a, error);
}

ys_page *ys_search_run(ys_search *search, const ys_query *query, GError **error)
{
	gint64 began = g_get_monotonic_time();
	g_autoptr(ys_page) page = g_new0(ys_page, 1);
	g_autoptr(ys_answer) a = answer_to(search, query);

	if (!find(&a, error) || !find_less(a, error) || !add_suggestions(search, a, page, error) ||
	    !ys_hits_add(a, page, error) ||
	    !add_departments(search, a, page, error) || !add_lines(search, a, page, error) ||
	    !add_counts(search, a, page, error) || !add_elsewhere(search, a, page, error) ||
	    !ys_not_indexed_add(a, page, error))
		return NULL;
	if (a->readings)
		page->understood = g_ptr_array_ref(a->readings);
	page->words = g_steal_pointer(&a->words);
	page->total = a->total;
	page->total_related = a->ranking->beside[YS_MATCH_RELATED];
	page->total_corrected = a->ranking->beside[YS_MATCH_CORRECTED];
	page->total_loose = a->ranking->beside[YS_MATCH_LOOSE];
	page->corrected = a->corrected && page->total_corrected + page->total_loose ? g_strdup(a->corrected->text) : NULL;
	page->total_exact = a->exact;
	page->split_body = a->split;
	page->took_us = g_get_monotonic_time() - began;
	return g_steal_pointer(&page);
}

/* ---- single records and all of them ---- */

ys_record *ys_search_record(ys_search *search, const char *id, GError **error)
{
	const xc_page page = { .max = 8 /* others may have had it before */, .check_at_least = 1 };
	g_autoptr(ys_plan) plan = ys_plan_term(YS_PREFIX_ID, id, ALL_TYPES, search->manifest->hidden, NULL);
	g_autoptr(xc_result) found = NULL;
	g_autoptr(ys_record) former = NULL;

	/* what is too long for a term is no id */
	if (!plan)
		return NULL;
	found = xc_search(search->reader, plan->candidates, &page, error);
	for (guint i = 0; found && i < found->hits->len; i++) {
		g_autoptr(ys_record) record =
			ys_stored_record(search->reader, g_array_index(found->hits, xc_hit, i).docid, error);

		if (!record || !strcmp(record->id, id))
			return g_steal_pointer(&record);
		former = former ? former : g_steal_pointer(&record);
	}
	return g_steal_pointer(&former);
}

GPtrArray *ys_search_publication(ys_search *search, const char *id, guint types, guint max, GError **error)
{
	g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func((GDestroyNotify)ys_record_free);
	g_autoptr(ys_plan) plan = ys_plan_term(YS_PREFIX_PUBLICATION, id, types, search->manifest->hidden,
						error);
	xc_page page = { .max = max };
	g_autoptr(xc_result) found = plan ? xc_search(search->reader, plan->candidates, &page, error) : NULL;

	if (!found)
		return NULL;
	for (guint i = 0; i < found->hits->len; i++) {
		ys_record *record = ys_stored_record(search->reader, g_array_index(found->hits, xc_hit, i).docid, error);

		if (!record)
			return NULL;
		g_ptr_array_add(records, record);
	}
	return g_steal_pointer(&records);
}

struct ys_stream {
	xc_reader *reader;
	ys_answer *found;
	guint next;
};

ys_stream *ys_stream_new(ys_search *search, const ys_query *query, GError **error)
{
	g_autoptr(ys_stream) stream = g_new0(ys_stream, 1);

	stream->reader = search->reader;
	stream->found = answer_to(search, query);
	if (!find(&stream->found, error))
		return NULL;
	return g_steal_pointer(&stream);
}

void ys_stream_free(ys_stream *stream)
{
	if (!stream)
		return;
	ys_answer_free(stream->found);
	g_free(stream);
}

ys_record *ys_stream_next(ys_stream *stream, GError **error)
{
	const GArray *candidates = stream->found->ranking->candidates;

	while (stream->next < candidates->len) {
		const ys_candidate *c = &g_array_index(candidates, ys_candidate, stream->next++);

		if (c->wanted)
			return ys_stored_record(stream->reader, c->docid, error);
	}
	return NULL;
}

/* The records of one publication, in their order; neither fewer nor more than were written. */
static xc_result *find_publication(const ys_search *search, const ys_manifest_entry *entry, guint types,
				   GError **error)
{
	xc_page page = { .max = ys_manifest_entry_records(entry) };
	g_autoptr(ys_plan) plan = ys_plan_term(YS_PREFIX_VERSION, entry->version, types, NULL, error);
	g_autoptr(xc_result) found = plan ? xc_search(search->reader, plan->candidates, &page, error) : NULL;
	guint64 expected = 0;

	for (int type = 0; type < YS_N_TYPES; type++)
		expected += types & 1u << type ? entry->records[type] : 0;
	if (!found || found->hits->len == expected)
		return g_steal_pointer(&found);
	g_set_error(error, YS_ERROR, YS_ERROR_IO, "%s: the index has %u of its %" G_GUINT64_FORMAT " records: "
		    "it is damaged; run: yusou index --rebuild PATH...", entry->path, found->hits->len, expected);
	return NULL;
}

gboolean ys_search_each(ys_search *search, guint types, ys_record_fn fn, void *data, GError **error)
{
	g_autoptr(GHashTable) departments = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	if (!ys_manifest_load_entries(search->manifest, error))
		return FALSE;
	for (guint i = 0; i < search->manifest->entries->len; i++) {
		g_autoptr(xc_result) found =
			find_publication(search, g_ptr_array_index(search->manifest->entries, i), types, error);

		if (!found)
			return FALSE;
		for (guint k = 0; k < found->hits->len; k++) {
			g_autoptr(ys_record) record =
				ys_stored_record(search->reader, g_array_index(found->hits, xc_hit, k).docid, error);

			if (!record)
				return FALSE;
			if (record->type == YS_DEPARTMENT && !g_hash_table_add(departments, g_strdup(record->id)))
				continue;
			if (!fn(record, data))
				return TRUE;
		}
	}
	return TRUE;
}
