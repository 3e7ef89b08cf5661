/* A table of goals is read into blocks, one a name, with the texts and amounts of its rows.  Blocks
 * then find their projects in three rounds, each for those that the one before left: a project of the
 * same name; the most alike of all pairs of names that are alike, again and again, without the projects
 * that have a block; and what is still left is a project of its own. */
#include "src/publication/projects/goal.h"

#include <string.h>

#include "src/publication/projects/by_name.h"
#include "src/publication/projects/name.h"
#include "src/publication/projects/row_record.h"
#include "src/publication/tables/form_shape.h"
#include "src/publication/tables/indicator.h"
#include "src/publication/words/clean.h"
#include "src/publication/words/similar.h"
#include "src/text/key.h"

/* Projects are compared one by one only up to so many; no department has more. */
#define COMPARED_MAX 300

typedef struct {
	char *name;
	char *code;             /* NULL not printed */
	char *key;
	GString *goal, *indicators;
	char *unit;             /* NULL not printed */
	ys_amount amount;
	char *amount_text;
	ys_source *source;      /* NULL once it is a project's */
} block;

/* Where a goal table has what; -1 where there is no such column. */
typedef struct {
	int name, code, goal, unit, amount;
} layout;

typedef struct {
	const ys_grid *grid;
	const ys_table *table;
	const ys_project_context *context;
	layout at;
	GPtrArray *blocks;
	block *open;            /* the last one, as long as it may go on */
	const char *unit;       /* of the rows to come; NULL */
} reader;

static void block_free(block *b)
{
	g_free(b->name);
	g_free(b->code);
	g_free(b->key);
	g_string_free(b->goal, TRUE);
	g_string_free(b->indicators, TRUE);
	g_free(b->unit);
	g_free(b->amount_text);
	g_clear_pointer(&b->source, ys_source_free);
	g_free(b);
}

static void open_block(reader *r, const ys_row *row)
{
	block *b = g_new0(block, 1);
	const char *unit = ys_behind_unit_code(ys_row_said(row, r->at.unit));

	/* one cell for all projects of a unit */
	if (*unit)
		r->unit = unit;
	b->name = ys_project_name(ys_row_cell(row, r->at.name), &b->code);
	if (!b->code && *ys_row_said(row, r->at.code))
		b->code = g_strdup(ys_row_cell(row, r->at.code));
	b->key = ys_name_key(b->name);
	b->goal = g_string_new(NULL);
	b->indicators = g_string_new(NULL);
	b->unit = g_strdup(r->unit);
	b->amount = YS_AMOUNT_NONE;
	b->source = ys_source_new(r->context->path, r->table->title);
	g_ptr_array_add(r->blocks, b);
	r->open = b;
}

/* The row says something of its project beside the name. */
static gboolean has_text(const reader *r, const ys_row *row)
{
	for (guint i = 0; i < row->cells->len; i++)
		if ((int)i != r->at.name && (int)i != r->at.code && (int)i != r->at.unit && (int)i != r->at.amount &&
		    !ys_is_nothing(ys_row_cell(row, i)))
			return TRUE;
	return FALSE;
}

static gboolean is_body(const reader *r, const char *name)
{
	g_autofree char *key = ys_name_key(ys_behind_unit_code(name));

	return g_hash_table_contains(r->context->bodies, key) || ys_wording_is_body(name);
}

/* The name stands again: on each row of its block, or on top of a page. */
static gboolean repeats_name(const reader *r, const ys_row *row)
{
	g_autofree char *name = ys_project_name(ys_row_cell(row, r->at.name), NULL);
	g_autofree char *key = ys_name_key(name);
	const char *goal = ys_row_said(row, r->at.goal);

	return r->open && !strcmp(key, r->open->key) &&
	       (row->after_break || !*goal || !strcmp(goal, r->open->goal->str));
}

static void take_name(reader *r, const ys_row *row)
{
	const char *cell = ys_row_cell(row, r->at.name);

	if (ys_wording_row(cell) == YS_ROW_TOTAL) {
		r->open = NULL;
	} else if (!has_text(r, row) && is_body(r, cell)) {
		r->unit = ys_behind_unit_code(cell);
		r->open = NULL;
	} else if (!repeats_name(r, row)) {
		open_block(r, row);
	}
}

/* A stop alone names nothing, nor do a sum and a kind of indicators in the wrong column. */
static gboolean is_name(const char *cell)
{
	return strcmp(cell, "。") && ys_amount_parse(cell, YS_YUAN) == YS_AMOUNT_NONE &&
	       !(ys_wording_has_indicators(cell) && g_str_has_suffix(cell, "指标"));
}

static void take_row(reader *r, guint i)
{
	const ys_row *row = ys_grid_row(r->grid, i);
	const char *goal = ys_row_said(row, r->at.goal);
	const char *name = ys_row_cell(row, r->at.name);
	block *b;

	if (*name && is_name(name))
		take_name(r, row);
	b = r->open;
	if (!b)
		return;
	if (strcmp(goal, b->goal->str))
		g_string_append(b->goal, goal);
	if (ys_table_lists_indicators(r->table)) {
		ys_indicator_append(b->indicators, r->table, row);
	} else {
		g_autofree char *indicators = ys_indicators_of_row(r->table, row);

		g_string_append(b->indicators, indicators ? indicators : "");
	}
	if (r->at.amount >= 0 && b->amount == YS_AMOUNT_NONE) {
		b->amount = ys_grid_amount(r->grid, i, r->at.amount);
		if (b->amount != YS_AMOUNT_NONE)
			b->amount_text = ys_row_amount_text(r->table, row, r->at.amount);
	}
	for (guint k = 0; k < row->lines->len; k++)
		ys_source_add_line(b->source, g_array_index(row->lines, int, k));
}

static GPtrArray *blocks_of(const ys_grid *grid, const ys_project_context *context)
{
	const ys_table *table = grid->table;
	reader r = { .grid = grid, .table = table, .context = context };

	r.at = (layout){
		.name = ys_table_column(table, YS_COLUMN_NAME),
		.code = ys_table_code_column(table),
		.goal = ys_table_column(table, YS_COLUMN_GOAL),
		.unit = ys_table_column(table, YS_COLUMN_UNIT_NAME),
		.amount = ys_grid_amount_column(grid),
	};
	r.blocks = g_ptr_array_new_with_free_func((GDestroyNotify)block_free);
	for (guint i = 0; i < table->rows->len; i++)
		take_row(&r, i);
	return r.blocks;
}

static void fill(char **field, const char *value)
{
	if (!*field && !ys_is_nothing(value))
		*field = g_strdup(value);
}

/* The block goes on from the row that made the project. */
static gboolean is_own_place(const ys_source *source, const ys_source *of_block)
{
	int first = g_array_index(of_block->lines, ys_lines, 0).first;

	for (guint i = 0; i < source->lines->len; i++) {
		const ys_lines *lines = &g_array_index(source->lines, ys_lines, i);

		if (first >= lines->first && first <= lines->last)
			return TRUE;
	}
	return FALSE;
}

static void add_place(ys_record *project, block *b)
{
	if (!is_own_place(project->source, b->source)) {
		g_ptr_array_add(project->also, g_steal_pointer(&b->source));
		return;
	}
	for (guint i = 0; i < b->source->lines->len; i++) {
		const ys_lines *lines = &g_array_index(b->source->lines, ys_lines, i);

		for (int line = lines->first; line <= lines->last; line++)
			ys_source_add_line(project->source, line);
	}
	g_clear_pointer(&b->source, ys_source_free);
}

static void settle(block *b, ys_record *project)
{
	fill(&project->goal, b->goal->str);
	fill(&project->indicators, b->indicators->str);
	/* another name and other words of it are found as well */
	ys_source_add_text(b->source, b->name, project->title);
	ys_source_add_text(b->source, b->goal->str, project->goal);
	ys_source_add_text(b->source, b->indicators->str, project->indicators);
	add_place(project, b);
	fill(&project->unit, b->unit);
	fill(&project->code, b->code);
	if (project->amount == YS_AMOUNT_NONE) {
		project->amount = b->amount;
		fill(&project->amount_text, b->amount_text);
	}
}

/* ---- blocks named like a project ---- */

/* Of several projects of one name the one with the block's amount, else the next that no
 * block took yet.  When all are taken, the last is printed once more: it is no new one. */
static ys_record *named_project(const GPtrArray *same, const block *b, GHashTable *taken)
{
	ys_record *next = NULL;

	for (guint i = 0; i < same->len && i < COMPARED_MAX; i++) {
		ys_record *project = g_ptr_array_index(same, i);

		if (g_hash_table_contains(taken, project))
			continue;
		if (b->amount != YS_AMOUNT_NONE && b->amount == project->amount)
			return project;
		if (!next)
			next = project;
	}
	return next ? next : g_ptr_array_index(same, same->len - 1);
}

static void settle_named(const GPtrArray *blocks, GHashTable *by_name, GHashTable *taken)
{
	for (guint i = 0; i < blocks->len; i++) {
		block *b = g_ptr_array_index(blocks, i);
		const GPtrArray *same = ys_by_name(by_name, b->key);
		ys_record *project = same ? named_project(same, b, taken) : NULL;

		if (!project)
			continue;
		settle(b, project);
		g_hash_table_add(taken, project);
	}
}

/* ---- blocks named almost like a project ---- */

typedef struct {
	guint score, order;
	block *block;
	ys_record *project;
} pair;

/* Best first; equal ones as they are printed. */
static int compare_pairs(gconstpointer a, gconstpointer b)
{
	const pair *left = a, *right = b;

	if (left->score != right->score)
		return left->score > right->score ? -1 : 1;
	return left->order < right->order ? -1 : left->order > right->order;
}

static void add_pairs(GArray *pairs, block *b, const GPtrArray *projects, const GPtrArray *names,
		      GHashTable *taken)
{
	ys_similar *name = ys_similar_new(b->key);

	for (guint i = 0; i < projects->len; i++) {
		pair one = { .block = b, .project = g_ptr_array_index(projects, i), .order = pairs->len };

		if (g_hash_table_contains(taken, one.project) ||
		    (b->amount != YS_AMOUNT_NONE && one.project->amount != YS_AMOUNT_NONE &&
		     b->amount != one.project->amount))
			continue;
		one.score = ys_similar_score(name, g_ptr_array_index(names, i));
		if (one.score >= YS_SIMILAR_MIN)
			g_array_append_val(pairs, one);
	}
	ys_similar_free(name);
}

static void settle_similar(const GPtrArray *blocks, const GPtrArray *projects, GHashTable *taken)
{
	g_autoptr(GArray) pairs = g_array_new(FALSE, FALSE, sizeof(pair));
	g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func((GDestroyNotify)ys_similar_free);

	if (blocks->len > COMPARED_MAX || projects->len > COMPARED_MAX)
		return;
	for (guint i = 0; i < projects->len; i++) {
		g_autofree char *key = ys_name_key(((ys_record *)g_ptr_array_index(projects, i))->title);

		g_ptr_array_add(names, ys_similar_new(key));
	}
	for (guint i = 0; i < blocks->len; i++) {
		block *b = g_ptr_array_index(blocks, i);

		if (b->source)
			add_pairs(pairs, b, projects, names, taken);
	}
	g_array_sort(pairs, compare_pairs);
	for (guint i = 0; i < pairs->len; i++) {
		pair *one = &g_array_index(pairs, pair, i);

		if (!one->block->source || g_hash_table_contains(taken, one->project))
			continue;
		settle(one->block, one->project);
		g_hash_table_add(taken, one->project);
	}
}

/* ---- blocks of projects that stand nowhere else ---- */

/* The one unit that all projects belong to; NULL if they belong to several. */
static const char *only_unit(const GPtrArray *projects)
{
	const char *unit = NULL;

	for (guint i = 0; i < projects->len; i++) {
		const ys_record *project = g_ptr_array_index(projects, i);

		if (unit && g_strcmp0(unit, project->unit))
			return NULL;
		unit = project->unit;
	}
	return unit;
}

static ys_record *project_new(block *b, const char *unit)
{
	ys_record *project = ys_record_new(YS_PROJECT);
	int line = g_array_index(b->source->lines, ys_lines, 0).first;

	project->title = g_strdup(b->name);
	project->code = g_strdup(b->code);
	project->unit = g_strdup(b->unit ? b->unit : unit);
	project->amount = b->amount;
	project->amount_text = g_strdup(b->amount_text);
	fill(&project->goal, b->goal->str);
	fill(&project->indicators, b->indicators->str);
	project->source = g_steal_pointer(&b->source);
	if (b->amount == YS_AMOUNT_NONE)
		g_ptr_array_add(project->warnings,
				ys_warning_new("amount-missing", line,
					       "only the table of goals names it, without amount"));
	return project;
}

/* Blocks of one name that no project has are one new project. */
static void add_new(GPtrArray *projects, const GPtrArray *blocks)
{
	g_autoptr(GHashTable) new = g_hash_table_new(g_str_hash, g_str_equal);
	g_autofree char *unit = g_strdup(only_unit(projects));

	for (guint i = 0; i < blocks->len; i++) {
		block *b = g_ptr_array_index(blocks, i);
		ys_record *before;

		if (!b->source || (!b->goal->len && !b->indicators->len))
			continue;
		before = g_hash_table_lookup(new, b->key);
		if (before && (b->amount == YS_AMOUNT_NONE || b->amount == before->amount)) {
			settle(b, before);
			continue;
		}
		g_ptr_array_add(projects, project_new(b, unit));
		g_hash_table_insert(new, b->key, projects->pdata[projects->len - 1]);
	}
}

gboolean ys_is_goal_table(const ys_grid *grid)
{
	const ys_table *table = grid->table;
	gboolean amounts = ys_grid_amount_column(grid) >= 0, lists = ys_table_lists_indicators(table);

	if (table->columns->len > YS_COLUMNS_MAX ||
	    ys_table_column(table, YS_COLUMN_NAME) < 0 || ys_table_is_form(table))
		return FALSE;
	if (table->kind == YS_TABLE_PROJ)
		return lists;
	return table->kind == YS_TABLE_GOAL_PROJ && (lists || !amounts) &&
	       (lists || ys_table_column(table, YS_COLUMN_GOAL) >= 0);
}

void ys_goals_add(GPtrArray *projects, const ys_grid *grid, const ys_project_context *context)
{
	g_autoptr(GHashTable) by_name = ys_by_name_new(), taken = g_hash_table_new(NULL, NULL);
	g_autoptr(GPtrArray) blocks = blocks_of(grid, context);

	ys_by_name_add(by_name, projects, 0);
	settle_named(blocks, by_name, taken);
	settle_similar(blocks, projects, taken);
	add_new(projects, blocks);
}
