#include "index/compare/compare.h"

#include "index/compare/coverage.h"
#include "index/compare/matrix.h"
#include "index/compare/order.h"

guint ys_measure_of(ys_record_type of)
{
	return ys_measure_named(of == YS_PROJECT ? "budget" : of == YS_LINE ? "total" : "total_expenditure");
}

static gboolean has(const ys_question *question, ys_dimension by)
{
	return ys_question_at(question, by) < question->n_by;
}

/* ---- what is asked ---- */

static gboolean says_kind(const ys_query *query)
{
	for (guint i = 0; i < query->filters->len; i++) {
		const ys_node *node = g_ptr_array_index(query->filters, i);

		if (node->kind == YS_NODE_FILTER && node->filter->kind == YS_FILTER_KIND)
			return TRUE;
	}
	return FALSE;
}

/* Budgets and accounts are never added up: where nothing says which, each has cells of its own. */
static ys_question complete(const ys_question *asked)
{
	ys_question question = *asked;

	if (question.measure == ys_n_measures())
		question.measure = ys_measure_of(question.of);
	if (!has(&question, YS_BY_KIND) && !says_kind(question.query))
		question.by[question.n_by++] = YS_BY_KIND;
	return question;
}

/* Where it is asked what became of projects, those of other years are needed too: what has ended is of the year
 * before. */
static ys_every *read_records(ys_search *search, const ys_question *question, GError **error)
{
	g_autoptr(GPtrArray) filters = g_ptr_array_new();
	ys_query query = *question->query;

	for (guint i = 0; i < query.filters->len; i++) {
		ys_node *node = g_ptr_array_index(query.filters, i);

		if (!has(question, YS_BY_STATUS) || node->kind != YS_NODE_FILTER || node->filter->kind != YS_FILTER_YEAR)
			g_ptr_array_add(filters, node);
	}
	query.filters = filters;
	query.types = 1u << question->of;
	query.types_given = TRUE;
	return ys_search_every(search, &query, error);
}

/* What a project is in one year follows from all years. */
static gboolean link_projects(ys_search *search, ys_comparison *comparison, GError **error)
{
	const ys_question *question = &comparison->question;

	if (!has(question, YS_BY_PROJECT) && !has(question, YS_BY_STATUS))
		return TRUE;
	comparison->all_editions = ys_editions_new(search, question->query, TRUE, error);
	comparison->all_projects = comparison->all_editions
		? ys_editions_records(search, question->query, YS_PROJECT, TRUE, error) : NULL;
	if (!comparison->all_projects)
		return FALSE;
	comparison->links = ys_links_new(comparison->all_editions, comparison->all_projects);
	return TRUE;
}

/* ---- what counts ---- */

static void add_addend(const ys_comparison *comparison, ys_matrix *matrix, GArray *addends, ys_addend addend)
{
	addend.amount = ys_counted_amount(&addend.found->counted, comparison->question.measure);
	addend.cell = ys_matrix_cell(matrix, &addend);
	g_array_append_val(addends, addend);
}

/* In the year in which it is no longer there, if that is compared. */
static void add_ended(const ys_comparison *comparison, ys_matrix *matrix, GArray *addends, const ys_addend *addend)
{
	ys_addend ended = *addend;

	if (!addend->link || !addend->link->ended || !has(&comparison->question, YS_BY_STATUS))
		return;
	ended.edition = ys_editions_find(comparison->editions, addend->link->ended->counted.id);
	ended.ended = TRUE;
	if (ended.edition)
		add_addend(comparison, matrix, addends, ended);
}

/* Records whose publication the filters leave out are none of the comparison. */
static GArray *addends_of(const ys_comparison *comparison, ys_matrix *matrix)
{
	const GArray *found = comparison->every->found;
	GArray *addends = g_array_sized_new(FALSE, FALSE, sizeof(ys_addend), found->len);

	for (guint i = 0; i < found->len; i++) {
		ys_addend addend = { .found = &g_array_index(found, ys_found, i) };

		if (comparison->links)
			addend.link = g_hash_table_lookup(comparison->links->by_id, addend.found->counted.id);
		add_ended(comparison, matrix, addends, &addend);
		addend.edition = ys_editions_find(comparison->editions, addend.found->counted.publication);
		if (addend.edition)
			add_addend(comparison, matrix, addends, addend);
	}
	return addends;
}

static void count_left_out(ys_comparison *comparison, const GArray *addends)
{
	for (guint i = 0; i < addends->len; i++)
		comparison->left_out[g_array_index(addends, ys_addend, i).verdict]++;
	comparison->count = comparison->left_out[YS_COUNTS];
	comparison->left_out[YS_COUNTS] = 0;
}

/* ---- what is indexed ---- */

static gboolean count_superseded(ys_search *search, ys_comparison *comparison, GError **error)
{
	const ys_manifest *manifest = ys_search_files(search, FALSE, error);

	if (!manifest)
		return FALSE;
	for (guint i = 0; i < manifest->superseded->len; i++) {
		const ys_manifest_entry *entry = g_ptr_array_index(manifest->superseded, i);
		g_autofree char *id = ys_record_id(YS_PUBLICATION, entry->identity, NULL);

		/* what a part says is in the records */
		comparison->superseded += !entry->part_of && ys_editions_find(comparison->editions, id) != NULL;
	}
	return TRUE;
}

/* Cells of nothing but what was left out. */
static void drop_empty(GArray *cells)
{
	guint n = 0;

	for (guint i = 0; i < cells->len; i++) {
		const ys_cell *cell = &g_array_index(cells, ys_cell, i);

		if (cell->count || cell->mentioned)
			g_array_index(cells, ys_cell, n++) = *cell;
		else
			g_ptr_array_unref(cell->ids);
	}
	g_array_set_size(cells, n);
}

/* ---- all of it ---- */

ys_comparison *ys_compare(ys_search *search, const ys_question *asked, GError **error)
{
	g_autoptr(ys_comparison) comparison = g_new0(ys_comparison, 1);
	g_autoptr(ys_matrix) matrix = NULL;
	g_autoptr(GArray) addends = NULL;
	ys_count_rules rules = { 0 };

	comparison->question = complete(asked);
	comparison->cells = g_array_new(FALSE, FALSE, sizeof(ys_cell));
	comparison->coverage = g_array_new(FALSE, FALSE, sizeof(ys_coverage));
	comparison->medians = g_array_new(FALSE, FALSE, sizeof(ys_median));
	comparison->strings = g_string_chunk_new(4096);
	comparison->editions = ys_editions_new(search, asked->query, FALSE, error);
	if (!comparison->editions || !count_superseded(search, comparison, error))
		return NULL;
	comparison->every = read_records(search, &comparison->question, error);
	if (!comparison->every || !link_projects(search, comparison, error))
		return NULL;
	rules.mentioned = asked->mentioned;
	rules.levels_apart = has(asked, YS_BY_LEVEL);
	rules.lines_apart = has(asked, YS_BY_LINE) || has(asked, YS_BY_CODE);
	matrix = ys_matrix_new(comparison);
	addends = addends_of(comparison, matrix);
	ys_count(addends, &rules);
	count_left_out(comparison, addends);
	ys_matrix_add(matrix, addends);
	ys_matrix_finish(matrix);
	drop_empty(comparison->cells);
	ys_ranks_add(comparison);
	ys_coverage_add(comparison);
	comparison->n_cells = comparison->cells->len;
	ys_comparison_sort(comparison, comparison->question.max);
	return g_steal_pointer(&comparison);
}
