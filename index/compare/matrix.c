/* A cell is found by its key as one string.  Of two names of a dimension only what tells them apart goes into
 * the key: a line is its code, however its name is printed; held against the year before, a body is itself under
 * any name. */
#include "index/compare/matrix.h"

#include <string.h>

#include "index/compare/coverage.h"
#include "index/compare/order.h"

#define BORDER "\x1f"
#define UNKNOWN "\x1e"

/* What a cell has beside what is shown. */
typedef struct {
	GHashTable *editions;   /* of const ys_edition *: those that are counted */
	ys_amount budget, executed;     /* of records that have both */
	gboolean has_both;
	int year;
	gboolean nowhere;       /* its region is a dimension, and unknown: whose it was before, nobody knows */
	char *publications;     /* its key in coverage */
	char *sisters;          /* its key without year and kind, with the body for its name */
} behind;

/* Who stands behind a value, or several, of dimensions that publications have. */
typedef struct {
	guint publications;
	GHashTable *bodies;     /* of numbers */
} cover;

struct ys_matrix {
	ys_comparison *comparison;
	GHashTable *numbers;    /* key -> number of the cell + 1 */
	GArray *behind;         /* of behind */
	GHashTable *covers;     /* key of publications -> cover */
	GHashTable *at;         /* year, kind and sisters -> number of the cell + 1 */
};

/* ---- values of dimensions ---- */

static const char *known(const char *text)
{
	return text && *text ? text : NULL;
}

static const char *value_of(ys_comparison *comparison, const ys_addend *addend, ys_dimension by)
{
	const ys_counted *counted = &addend->found->counted;

	switch (by) {
	case YS_BY_CODE:
		return known(counted->code);
	case YS_BY_LINE:
		return known(counted->title);
	case YS_BY_UNIT:
		return known(counted->unit);
	case YS_BY_PROJECT:
		return addend->link ? g_hash_table_lookup(comparison->links->names, GUINT_TO_POINTER(addend->link->chain))
				    : known(counted->title);
	case YS_BY_STATUS:
		return addend->ended ? ys_project_status_name(YS_STATUS_ENDED)
		     : addend->link  ? ys_project_status_name(addend->link->status) : NULL;
	default:
		return ys_edition_value(addend->edition, by, comparison->strings);
	}
}

/* ---- keys ---- */

static void append_part(GString *key, const char *value)
{
	g_string_append(key, value ? value : UNKNOWN);
	g_string_append(key, BORDER);
}

static char *key_of(const ys_question *question, const char *const *values, const ys_addend *addend)
{
	GString *key = g_string_new(NULL);

	for (guint i = 0; i < question->n_by; i++) {
		const gboolean line = question->by[i] == YS_BY_LINE;
		const char *code = addend->found->counted.code;

		append_part(key, !line ? values[i] : *code ? code : addend->found->title);
		if (question->by[i] == YS_BY_PROJECT && addend->link)
			g_string_append_printf(key, "%u" BORDER, addend->link->chain);
		if (line || question->by[i] == YS_BY_CODE)
			g_string_append_printf(key, "%u" BORDER, addend->found->facts->line);
	}
	return g_string_free(key, FALSE);
}

/* Of those values that publications have. */
static char *key_of_publications(ys_comparison *comparison, const ys_edition *edition)
{
	const ys_question *question = &comparison->question;
	GString *key = g_string_new(NULL);

	for (guint i = 0; i < question->n_by; i++)
		if (ys_dimension_is_of_editions(question->by[i]))
			append_part(key, ys_edition_value(edition, question->by[i], comparison->strings));
	return g_string_free(key, FALSE);
}

static char *key_of_sisters(const ys_question *question, const char *const *values, const ys_addend *addend)
{
	GString *key = g_string_new(NULL);

	for (guint i = 0; i < question->n_by; i++) {
		const ys_dimension by = question->by[i];

		if (by == YS_BY_DEPARTMENT)
			g_string_append_printf(key, "%u" BORDER, addend->edition->body);
		else if (by == YS_BY_PROJECT && addend->link)
			g_string_append_printf(key, "%u" BORDER, addend->link->chain);
		else if (by == YS_BY_LINE)
			append_part(key, *addend->found->counted.code ? addend->found->counted.code : addend->found->title);
		else if (by != YS_BY_YEAR && by != YS_BY_KIND)
			append_part(key, values[i]);
	}
	return g_string_free(key, FALSE);
}

/* ---- making them ---- */

static void cover_free(cover *c)
{
	g_hash_table_unref(c->bodies);
	g_free(c);
}

static void add_cover(ys_matrix *matrix, const ys_edition *edition)
{
	char *key = key_of_publications(matrix->comparison, edition);
	cover *c = g_hash_table_lookup(matrix->covers, key);

	if (c) {
		g_free(key);
	} else {
		c = g_new0(cover, 1);
		c->bodies = g_hash_table_new(NULL, NULL);
		g_hash_table_insert(matrix->covers, key, c);
	}
	c->publications++;
	g_hash_table_add(c->bodies, GUINT_TO_POINTER(edition->body + 1));
}

static gboolean is_left_out(const ys_matrix *matrix, const ys_edition *edition)
{
	const ys_question *question = &matrix->comparison->question;

	return edition->contained && ys_question_at(question, YS_BY_LEVEL) == question->n_by;
}

ys_matrix *ys_matrix_new(ys_comparison *comparison)
{
	const GArray *editions = comparison->editions->list;
	ys_matrix *matrix = g_new0(ys_matrix, 1);

	matrix->comparison = comparison;
	matrix->numbers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	matrix->behind = g_array_new(FALSE, TRUE, sizeof(behind));
	matrix->covers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)cover_free);
	matrix->at = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (guint i = 0; i < editions->len; i++) {
		const ys_edition *edition = &g_array_index(editions, ys_edition, i);

		if (is_left_out(matrix, edition))
			continue;
		comparison->publications++;
		add_cover(matrix, edition);
	}
	return matrix;
}

void ys_matrix_free(ys_matrix *matrix)
{
	if (!matrix)
		return;
	for (guint i = 0; i < matrix->behind->len; i++) {
		behind *b = &g_array_index(matrix->behind, behind, i);

		g_hash_table_unref(b->editions);
		g_free(b->publications);
		g_free(b->sisters);
	}
	g_array_unref(matrix->behind);
	g_hash_table_unref(matrix->numbers);
	g_hash_table_unref(matrix->covers);
	g_hash_table_unref(matrix->at);
	g_free(matrix);
}

static char *key_at(int year, const char *kind, const char *sisters)
{
	return g_strdup_printf("%d" BORDER "%s" BORDER "%s", year, kind, sisters);
}

static void add_cell(ys_matrix *matrix, const char *const *values, const ys_addend *addend)
{
	ys_comparison *comparison = matrix->comparison;
	const ys_question *question = &comparison->question;
	ys_cell cell = { .amount = YS_AMOUNT_NONE, .change = YS_AMOUNT_NONE, .change_percent = YS_PERCENT_NONE,
			 .execution_percent = YS_PERCENT_NONE };
	const guint region = ys_question_at(question, YS_BY_REGION);
	behind b = { .editions = g_hash_table_new(NULL, NULL), .year = addend->edition->origin->year,
		     .nowhere = region < question->n_by && !values[region] };

	memcpy(cell.key, values, question->n_by * sizeof *values);
	cell.ids = g_ptr_array_new();
	if (ys_question_at(question, YS_BY_LINE) < question->n_by)
		cell.code = addend->found->counted.code;
	b.publications = key_of_publications(comparison, addend->edition);
	b.sisters = key_of_sisters(question, values, addend);
	g_array_append_val(comparison->cells, cell);
	g_array_append_val(matrix->behind, b);
	g_hash_table_insert(matrix->at, key_at(b.year, addend->edition->origin->kind, b.sisters),
			    GUINT_TO_POINTER(comparison->cells->len));
}

guint ys_matrix_cell(ys_matrix *matrix, const ys_addend *addend)
{
	const ys_question *question = &matrix->comparison->question;
	const char *values[YS_N_BY];
	char *key;
	guint number;

	for (guint i = 0; i < question->n_by; i++)
		values[i] = value_of(matrix->comparison, addend, question->by[i]);
	key = key_of(question, values, addend);
	number = GPOINTER_TO_UINT(g_hash_table_lookup(matrix->numbers, key));
	if (number) {
		g_free(key);
		return number - 1;
	}
	add_cell(matrix, values, addend);
	number = matrix->comparison->cells->len;
	g_hash_table_insert(matrix->numbers, key, GUINT_TO_POINTER(number));
	return number - 1;
}

/* ---- adding up ---- */

static void add(ys_cell *cell, behind *b, const ys_addend *addend)
{
	const ys_counted *counted = &addend->found->counted;
	const ys_amount budget = ys_counted_amount(counted, ys_measure_named("budget"));
	const ys_amount executed = ys_counted_amount(counted, ys_measure_named("executed"));

	cell->amount = cell->count++ ? cell->amount : 0;
	ys_amount_add(&cell->amount, addend->amount);
	g_ptr_array_add(cell->ids, (gpointer)counted->id);
	g_hash_table_add(b->editions, (gpointer)addend->edition);
	if (budget == YS_AMOUNT_NONE || executed == YS_AMOUNT_NONE)
		return;
	b->has_both = TRUE;
	ys_amount_add(&b->budget, budget);
	ys_amount_add(&b->executed, executed);
}

void ys_matrix_add(ys_matrix *matrix, const GArray *addends)
{
	for (guint i = 0; i < addends->len; i++) {
		const ys_addend *addend = &g_array_index(addends, ys_addend, i);
		ys_cell *cell = &g_array_index(matrix->comparison->cells, ys_cell, addend->cell);

		if (addend->verdict == YS_COUNTS)
			add(cell, &g_array_index(matrix->behind, behind, addend->cell), addend);
		cell->mentioned += addend->verdict == YS_LEFT_MENTIONED;
	}
}

/* ---- held against each other ---- */

static gboolean same_bodies(const ys_matrix *matrix, const behind *a, const behind *b)
{
	const ys_question *question = &matrix->comparison->question;
	const cover *left = g_hash_table_lookup(matrix->covers, a->publications);
	const cover *right = g_hash_table_lookup(matrix->covers, b->publications);
	GHashTableIter iter;
	gpointer body;

	/* a project is of one body, under whatever name */
	if (ys_question_at(question, YS_BY_PROJECT) < question->n_by)
		return TRUE;
	if (!left || !right || g_hash_table_size(left->bodies) != g_hash_table_size(right->bodies))
		return FALSE;
	g_hash_table_iter_init(&iter, left->bodies);
	while (g_hash_table_iter_next(&iter, &body, NULL))
		if (!g_hash_table_contains(right->bodies, body))
			return FALSE;
	return TRUE;
}

/* The number of the cell that is this one in another year, or of another kind; -1 if there is none that counts. */
static int cell_at(const ys_matrix *matrix, int year, const char *kind, const char *sisters)
{
	g_autofree char *key = key_at(year, kind, sisters);
	const guint number = GPOINTER_TO_UINT(g_hash_table_lookup(matrix->at, key));

	return number && g_array_index(matrix->comparison->cells, ys_cell, number - 1).count ? (int)number - 1 : -1;
}

static const char *kind_of(const behind *b)
{
	GHashTableIter iter;
	gpointer edition = NULL;

	g_hash_table_iter_init(&iter, b->editions);
	g_hash_table_iter_next(&iter, &edition, NULL);
	return edition ? ((const ys_edition *)edition)->origin->kind : "";
}

static void hold_against_year(ys_matrix *matrix, ys_cell *cell, const behind *b)
{
	const int before = b->year && !b->nowhere ? cell_at(matrix, b->year - 1, kind_of(b), b->sisters) : -1;
	const ys_cell *last;

	if (before < 0)
		return;
	last = &g_array_index(matrix->comparison->cells, ys_cell, before);
	if (__builtin_sub_overflow(cell->amount, last->amount, &cell->change))
		cell->change = YS_AMOUNT_NONE;
	else
		cell->change_percent = ys_ratio(cell->change, last->amount);
	cell->comparable = same_bodies(matrix, b, &g_array_index(matrix->behind, behind, before));
}

static void hold_against_budget(ys_matrix *matrix, ys_cell *cell, const behind *b)
{
	const int budget = !strcmp(kind_of(b), "决算") ? cell_at(matrix, b->year, "预算", b->sisters) : -1;

	if (budget < 0 || !same_bodies(matrix, b, &g_array_index(matrix->behind, behind, budget)))
		return;
	cell->execution_percent = ys_ratio(cell->amount, g_array_index(matrix->comparison->cells, ys_cell, budget).amount);
}

static void add_indexed(const ys_matrix *matrix, ys_cell *cell, const behind *b)
{
	const cover *c = g_hash_table_lookup(matrix->covers, b->publications);

	cell->indexed = c ? c->publications : 0;
	cell->bodies = c ? g_hash_table_size(c->bodies) : 0;
}

void ys_matrix_finish(ys_matrix *matrix)
{
	const ys_question *question = &matrix->comparison->question;
	const gboolean years = ys_question_at(question, YS_BY_YEAR) < question->n_by;
	const gboolean kinds = ys_question_at(question, YS_BY_KIND) < question->n_by;

	for (guint i = 0; i < matrix->behind->len; i++) {
		ys_cell *cell = &g_array_index(matrix->comparison->cells, ys_cell, i);
		const behind *b = &g_array_index(matrix->behind, behind, i);

		add_indexed(matrix, cell, b);
		if (!cell->count)
			continue;
		if (years)
			hold_against_year(matrix, cell, b);
		if (b->has_both)
			cell->execution_percent = ys_ratio(b->executed, b->budget);
		else if (kinds)
			hold_against_budget(matrix, cell, b);
		cell->publications = g_hash_table_size(b->editions);
	}
}
