#include "tools/web/gather.h"

#include <string.h>

#include "index/compare/compare.h"
#include "src/text/key.h"

/* Of one publication: more than any has by far, and few enough for one page. */
#define TABLES_MAX 200
#define SECTIONS_MAX 300
#define LARGEST 10
#define HISTORY_MAX 100
#define SAME_MAX 20
/* The largest of other bodies, and how many lines are looked at for them: names that contain the one that is meant, and
 * lines of the body itself, are found too. */
#define OTHERS_MAX 10
#define LINES_TRIED_MAX 300
/* Where nothing is said. */
#define COMPARE_BY "region,year"

/* ---- searches ---- */

/* of_search: also what a comparison has no use for, or another order. */
static gboolean set_values(ys_query *query, const web_request *request, gboolean of_search, GError **error)
{
	static const web_value filters[] = {
		WEB_YEAR, WEB_REGION, WEB_KIND, WEB_DEPARTMENT, WEB_AMOUNT, WEB_PUBLICATION, WEB_TYPE, WEB_SORT,
	};
	const gsize n = G_N_ELEMENTS(filters) - (of_search ? 0 : 2);

	for (gsize i = 0; i < n; i++) {
		const char *value = request->values[filters[i]];

		if (value && !ys_query_set(query, web_value_name(filters[i]), value, error))
			return FALSE;
	}
	return TRUE;
}

ys_query *gather_query(const web_request *request, guint hits, GError **error)
{
	g_autoptr(ys_query) query = ys_query_new();
	const char *words = request->values[WEB_Q];

	query->facets = TRUE;
	query->limit = hits;
	query->offset = (request->page - 1) * hits;
	query->exact = request->values[WEB_EXACT] != NULL;
	query->literal = request->values[WEB_LITERAL] != NULL;
	query->no_synonyms = request->values[WEB_SYNONYMS] != NULL;
	if (!set_values(query, request, TRUE, error) || !ys_query_set_text(query, words ? words : "", error))
		return NULL;
	if (!ys_query_is_empty(query))
		return g_steal_pointer(&query);
	YS_REFUSE(error, YS_REASON_NOTHING_ASKED);
	return NULL;
}

/* ---- comparisons ---- */

static gboolean read_dimensions(const char *list, ys_question *question, GError **error)
{
	g_auto(GStrv) names = g_strsplit(list, ",", -1);

	for (guint i = 0; names[i]; i++) {
		const ys_dimension by = ys_dimension_named(names[i]);

		if (by == YS_N_BY)
			return YS_REFUSE(error, YS_REASON_NO_DIMENSION, .typed = names[i]);
		if (ys_question_at(question, by) < question->n_by)
			return YS_REFUSE(error, YS_REASON_DIMENSION_TWICE, .typed = names[i]);
		question->by[question->n_by++] = by;
	}
	return TRUE;
}

static gboolean read_question(const web_request *request, ys_question *question, GError **error)
{
	char *const *values = request->values;
	const char *of = values[WEB_OF] ? values[WEB_OF] : "project";

	question->of = ys_record_type_named(of);
	question->measure = values[WEB_MEASURE] ? ys_measure_named(values[WEB_MEASURE]) : ys_measure_of(question->of);
	question->mentioned = !g_strcmp0(values[WEB_MATCH], "text");
	question->order = values[WEB_SORT] ? ys_cell_order_named(values[WEB_SORT]) : YS_ORDER_GROUPS;
	/* a cell may be behind the limit */
	question->max = values[WEB_CELL] ? 0 : request->limit;
	if (question->of != YS_PROJECT && question->of != YS_LINE && question->of != YS_PUBLICATION)
		return YS_REFUSE(error, YS_REASON_NO_COMPARED, .typed = of);
	if (question->measure == ys_n_measures())
		return YS_REFUSE(error, YS_REASON_NO_MEASURE, .typed = values[WEB_MEASURE]);
	if (values[WEB_MATCH] && !question->mentioned && strcmp(values[WEB_MATCH], "title") != 0)
		return YS_REFUSE(error, YS_REASON_NO_MATCH, .typed = values[WEB_MATCH]);
	if (question->order == YS_N_ORDERS)
		return YS_REFUSE(error, YS_REASON_NO_CELL_ORDER, .typed = values[WEB_SORT]);
	if (!read_dimensions(values[WEB_BY] ? values[WEB_BY] : COMPARE_BY, question, error))
		return FALSE;
	if (ys_question_misfit(question) != YS_N_BY)
		return YS_REFUSE(error, YS_REASON_DIMENSION_MISFITS,
				 .typed = ys_dimension_name(ys_question_misfit(question)));
	return TRUE;
}

ys_comparison *gather_comparison(ys_search *search, const web_request *request, ys_query **query, GError **error)
{
	const char *words = request->values[WEB_Q];
	g_autoptr(ys_query) asked = ys_query_new();
	ys_question question = { .query = asked };
	ys_comparison *comparison;

	asked->exact = request->values[WEB_EXACT] != NULL;
	asked->literal = request->values[WEB_LITERAL] != NULL;
	asked->no_synonyms = request->values[WEB_SYNONYMS] != NULL;
	if (!read_question(request, &question, error) || !set_values(asked, request, FALSE, error) ||
	    !ys_query_set_text(asked, words ? words : "", error))
		return NULL;
	comparison = ys_compare(search, &question, error);
	if (comparison)
		*query = g_steal_pointer(&asked);
	return comparison;
}

static gint largest_first(gconstpointer a, gconstpointer b)
{
	const web_added *left = a, *right = b;

	if (left->amount != right->amount)
		return left->amount > right->amount ? -1 : 1;
	return strcmp(left->found->counted.id, right->found->counted.id);
}

GArray *gather_added(const web_comparison *shown)
{
	const GArray *found = shown->comparison->every->found;
	g_autoptr(GHashTable) ids = g_hash_table_new(g_str_hash, g_str_equal);
	GArray *all = g_array_new(FALSE, FALSE, sizeof(web_added));

	for (guint i = 0; i < shown->cell->ids->len; i++)
		g_hash_table_add(ids, g_ptr_array_index(shown->cell->ids, i));
	for (guint i = 0; i < found->len; i++) {
		web_added added = { .found = &g_array_index(found, ys_found, i) };

		if (!g_hash_table_contains(ids, added.found->counted.id))
			continue;
		added.amount = ys_counted_amount(&added.found->counted, shown->comparison->question.measure);
		g_array_append_val(all, added);
	}
	g_array_sort(all, largest_first);
	return all;
}

/* ---- records ---- */

static ys_query *query_of(guint types, ys_sort sort, guint limit)
{
	ys_query *query = ys_query_new();

	query->types = types;
	query->types_given = TRUE;
	query->sort = sort;
	query->limit = limit;
	return query;
}

ys_page *gather_publications(ys_search *search, guint newest, GError **error)
{
	g_autoptr(ys_query) query = query_of(1u << YS_PUBLICATION, YS_SORT_YEAR, newest);

	query->facets = TRUE;
	return ys_search_run(search, query, error);
}

GPtrArray *gather_hits_publications(ys_search *search, const ys_page *page, GError **error)
{
	g_autoptr(GPtrArray) publications = g_ptr_array_new_with_free_func((GDestroyNotify)ys_record_free);

	for (guint i = 0; i < page->hits->len; i++) {
		const ys_hit *hit = g_ptr_array_index(page->hits, i);
		const char *id = hit->record->publication;
		GError *why = NULL;
		ys_record *publication = id ? ys_search_record(search, id, &why) : NULL;

		if (why) {
			g_propagate_error(error, why);
			return NULL;
		}
		g_ptr_array_add(publications, publication);
	}
	return g_steal_pointer(&publications);
}

/* ---- the department whose name a query is ---- */

/* Whether a page is worth looking for one: a name that begins there, or a short name that is asked for. */
static gboolean may_be_body(const ys_query *query, const ys_page *page)
{
	g_autofree char *key = ys_name_key(query->text);

	if (!*key || query->offset)
		return FALSE;
	for (guint i = 0; i < page->departments->len; i++) {
		const ys_department_hit *department = g_ptr_array_index(page->departments, i);
		g_autofree char *name = ys_name_key(department->department);

		if (!strcmp(name, key))
			return TRUE;
	}
	/* a year or kind may stand beside it */
	for (guint i = 1; i < query->words->len; i++) {
		const ys_word *word = g_ptr_array_index(query->words, i);

		if (!word->year && strcmp(word->text, "预算") != 0 && strcmp(word->text, "决算") != 0)
			return FALSE;
	}
	return query->words->len && ((const ys_word *)g_ptr_array_index(query->words, 0))->body;
}

gboolean gather_body(ys_search *search, const ys_query *query, const ys_page *page, ys_record **body, GError **error)
{
	g_autoptr(ys_query) asked = NULL;
	g_autoptr(ys_page) found = NULL;
	ys_hit *hit;

	if (!may_be_body(query, page))
		return TRUE;
	asked = query_of(1u << YS_DEPARTMENT, YS_SORT_RELEVANCE, 1);
	/* years and kinds may be beside the name: it has all of them */
	if (!ys_query_set_text(asked, ((const ys_word *)g_ptr_array_index(query->words, 0))->text, NULL))
		return TRUE;
	found = ys_search_run(search, asked, error);
	if (!found)
		return FALSE;
	hit = found->total == 1 ? g_ptr_array_index(found->hits, 0) : NULL;
	if (hit)
		*body = g_steal_pointer(&hit->record);
	return TRUE;
}

ys_record *gather_table(ys_search *search, const char *publication, guint number, GError **error)
{
	g_autoptr(GPtrArray) tables = ys_search_publication(search, publication, 1u << YS_TABLE, TABLES_MAX, error);

	for (guint i = 0; tables && i < tables->len; i++) {
		const ys_record *table = g_ptr_array_index(tables, i);

		if (table->source && table->source->table_no == (int)number)
			return ys_search_record(search, table->id, error);
	}
	return NULL;
}

/* ---- what belongs to a record ---- */

struct web_gathered {
	web_record shown;
	ys_record *record, *publication, *project;
	GPtrArray *tables;
	ys_page *largest;
};

static gboolean is_row(const ys_record *record)
{
	return record->type == YS_PROJECT || record->type == YS_ITEM || record->type == YS_LINE;
}

static gboolean same_name(const char *a, const char *b)
{
	g_autofree char *left = ys_name_key(a), *right = ys_name_key(b);

	return !strcmp(left, right);
}

static gboolean same_body(const ys_record *a, const ys_record *b)
{
	return !g_strcmp0(a->department, b->department) && !g_strcmp0(a->region.code, b->region.code);
}

gboolean gather_published(ys_search *search, const ys_record *record, GPtrArray *publications, GError **error)
{
	g_autoptr(ys_query) query = query_of(1u << YS_PUBLICATION, YS_SORT_YEAR, HISTORY_MAX);
	g_autoptr(ys_page) page = NULL;

	if (!record->department)
		return TRUE;
	if (!ys_query_set(query, "department", record->department, error))
		return FALSE;
	page = ys_search_run(search, query, error);
	for (guint i = 0; page && i < page->hits->len; i++) {
		ys_hit *hit = g_ptr_array_index(page->hits, i);

		/* the filter takes parts of names too */
		if (same_body(hit->record, record))
			g_ptr_array_add(publications, g_steal_pointer(&hit->record));
	}
	return page != NULL;
}

/* A name as a quoted run of the query language, which has no way to write a quotation mark inside;
 * folding does not tell it from a blank. */
static char *quoted_name(const char *name)
{
	GString *out = g_string_new("\"");

	for (const char *at = name; *at; at = g_utf8_next_char(at)) {
		gunichar c = g_utf8_get_char(at);

		g_string_append_unichar(out, c == '"' || c == 0x201c || c == 0x201d || c == 0xff02 ? ' ' : c);
	}
	g_string_append_c(out, '"');
	return g_string_free(out, FALSE);
}

/* Projects of the same name in the department's other publications. */
static gboolean gather_same(ys_search *search, web_gathered *g, GError **error)
{
	g_autofree char *quoted = NULL;
	g_autoptr(ys_query) query = query_of(1u << YS_PROJECT, YS_SORT_YEAR, SAME_MAX);
	g_autoptr(ys_page) page = NULL;

	if (g->record->type != YS_PROJECT || !g->record->title || !g->record->department ||
	    strlen(g->record->title) > YS_QUERY_TEXT_MAX / 2)
		return TRUE;
	quoted = quoted_name(g->record->title);
	g->shown.like = g_strdup(quoted);
	query->exact = TRUE;
	/* a name of brackets alone is no query: then nothing is the same */
	if (!ys_query_set(query, "department", g->record->department, error) ||
	    !ys_query_set_text(query, quoted, NULL))
		return TRUE;
	page = ys_search_run(search, query, error);
	for (guint i = 0; page && i < page->hits->len; i++) {
		ys_hit *hit = g_ptr_array_index(page->hits, i);

		if (g_strcmp0(hit->record->publication, g->record->publication) &&
		    same_name(hit->record->title, g->record->title))
			g_ptr_array_add(g->shown.same, g_steal_pointer(&hit->record));
	}
	return page != NULL;
}

static gboolean same_line(const ys_record *a, const ys_record *b)
{
	if (g_strcmp0(a->classification, b->classification) || g_strcmp0(a->code, b->code))
		return FALSE;
	return a->code || same_name(a->title, b->title);
}

/* What finds lines like this one; NULL if nothing can. */
static ys_query *query_like(const ys_record *line, ys_sort sort)
{
	g_autoptr(ys_query) query = query_of(1u << YS_LINE, sort, YS_QUERY_LIMIT);
	g_autofree char *quoted = NULL;

	if (line->code)
		return ys_query_set(query, "code", line->code, NULL) ? g_steal_pointer(&query) : NULL;
	if (!line->title || strlen(line->title) > YS_QUERY_TEXT_MAX / 2)
		return NULL;
	quoted = quoted_name(line->title);
	query->exact = TRUE;
	return ys_query_set_text(query, quoted, NULL) ? g_steal_pointer(&query) : NULL;
}

/* Take up to max lines of what the query finds, of the line's own body or of all others. */
static gboolean take_lines(ys_search *search, const ys_query *query, const ys_record *line, gboolean own, guint max,
			   GPtrArray *taken, GError **error)
{
	g_autoptr(ys_stream) stream = ys_stream_new(search, query, error);

	for (guint i = 0; stream && i < LINES_TRIED_MAX && taken->len < max; i++) {
		GError *why = NULL;
		g_autoptr(ys_record) found = ys_stream_next(stream, &why);

		if (why) {
			g_propagate_error(error, why);
			return FALSE;
		}
		if (!found)
			break;
		if (same_line(found, line) && same_body(found, line) == own &&
		    g_strcmp0(found->publication, line->publication))
			g_ptr_array_add(taken, g_steal_pointer(&found));
	}
	return stream != NULL;
}

static gboolean gather_lines(ys_search *search, web_gathered *g, GError **error)
{
	const ys_record *line = g->record;
	g_autoptr(ys_query) own = NULL, others = NULL;
	g_autofree char *year = g_strdup_printf("%d", line->year);

	if (line->type != YS_LINE || !line->department)
		return TRUE;
	own = query_like(line, YS_SORT_YEAR);
	others = query_like(line, YS_SORT_AMOUNT);
	if (!own || !others)
		return TRUE;
	g->shown.like = line->code ? g_strconcat("code:", line->code, NULL) : quoted_name(line->title);
	if (ys_query_set(own, "department", line->department, NULL) &&
	    !take_lines(search, own, line, TRUE, SAME_MAX, g->shown.same, error))
		return FALSE;
	if (!line->year || !line->kind || !ys_query_set(others, "year", year, NULL) ||
	    !ys_query_set(others, "kind", line->kind, NULL))
		return TRUE;
	g->shown.others_query = g_strdup_printf("%s type:line year:%s kind:%s", g->shown.like, year, line->kind);
	return take_lines(search, others, line, FALSE, OTHERS_MAX, g->shown.others, error);
}

/* The largest projects of a publication. */
static gboolean gather_largest(ys_search *search, web_gathered *g, const char *publication, GError **error)
{
	g_autoptr(ys_query) query = query_of(1u << YS_PROJECT, YS_SORT_AMOUNT, LARGEST);

	if (!ys_query_set(query, "publication", publication, error))
		return FALSE;
	g->largest = ys_search_run(search, query, error);
	g->shown.largest = g->largest;
	return g->largest != NULL;
}

static gboolean gather_of_publication(ys_search *search, web_gathered *g, GError **error)
{
	const char *id = g->record->id;

	g_clear_pointer(&g->shown.sections, g_ptr_array_unref);
	g->shown.sections = ys_search_publication(search, id, 1u << YS_SECTION, SECTIONS_MAX, error);
	return g->shown.sections && gather_largest(search, g, id, error);
}

static gboolean fetch(ys_search *search, const char *id, ys_record **record, GError **error)
{
	GError *why = NULL;

	if (id)
		*record = ys_search_record(search, id, &why);
	if (!why)
		return TRUE;
	g_propagate_error(error, why);
	return FALSE;
}

static gboolean gather_around(ys_search *search, web_gathered *g, GError **error)
{
	const ys_record *record = g->record;
	const char *publication = record->type == YS_PUBLICATION ? record->id : record->publication;

	if (!fetch(search, record->publication, &g->publication, error) ||
	    (record->type == YS_ITEM && !fetch(search, record->parent, &g->project, error)))
		return FALSE;
	if (publication && (is_row(record) || record->type == YS_PUBLICATION)) {
		g_clear_pointer(&g->tables, g_ptr_array_unref);
		g->tables = ys_search_publication(search, publication, 1u << YS_TABLE, TABLES_MAX, error);
		if (!g->tables)
			return FALSE;
	}
	if (record->type == YS_PUBLICATION && !gather_of_publication(search, g, error))
		return FALSE;
	if (!gather_published(search, record, g->shown.history, error))
		return FALSE;
	if (record->type == YS_DEPARTMENT && g->shown.history->len &&
	    !gather_largest(search, g, ((const ys_record *)g_ptr_array_index(g->shown.history, 0))->id, error))
		return FALSE;
	return gather_same(search, g, error) && gather_lines(search, g, error);
}

web_gathered *gather_record(ys_search *search, ys_record *record, GError **error)
{
	g_autoptr(web_gathered) g = g_new0(web_gathered, 1);
	GDestroyNotify destroy = (GDestroyNotify)ys_record_free;

	g->record = record;
	g->tables = g_ptr_array_new_with_free_func(destroy);
	g->shown.sections = g_ptr_array_new_with_free_func(destroy);
	g->shown.history = g_ptr_array_new_with_free_func(destroy);
	g->shown.same = g_ptr_array_new_with_free_func(destroy);
	g->shown.others = g_ptr_array_new_with_free_func(destroy);
	if (!gather_around(search, g, error))
		return NULL;
	g->shown.record = g->record;
	g->shown.publication = g->publication;
	g->shown.project = g->project;
	g->shown.tables = g->tables;
	return g_steal_pointer(&g);
}

const web_record *web_gathered_record(const web_gathered *gathered)
{
	return &gathered->shown;
}

void web_gathered_free(web_gathered *g)
{
	if (!g)
		return;
	g_clear_pointer(&g->record, ys_record_free);
	g_clear_pointer(&g->publication, ys_record_free);
	g_clear_pointer(&g->project, ys_record_free);
	g_clear_pointer(&g->tables, g_ptr_array_unref);
	g_clear_pointer(&g->shown.sections, g_ptr_array_unref);
	g_clear_pointer(&g->shown.history, g_ptr_array_unref);
	g_clear_pointer(&g->shown.same, g_ptr_array_unref);
	g_clear_pointer(&g->shown.others, g_ptr_array_unref);
	g_free(g->shown.like);
	g_free(g->shown.others_query);
	g_clear_pointer(&g->largest, ys_page_free);
	g_free(g);
}
