/* Tables of projects come first: rows that no other row adds up become records.  What tables of key
 * projects, of goals and forms print goes to these by name, and becomes a record only where there is
 * none; a table of key projects may be all there is.  Within one table two rows of a name are two
 * projects; another table repeats the first that has the name and no other amount. */
#include "src/publication/projects/project.h"

#include <string.h>

#include "src/publication/projects/by_name.h"
#include "src/publication/projects/description.h"
#include "src/publication/projects/form.h"
#include "src/publication/projects/goal.h"
#include "src/publication/projects/name.h"
#include "src/publication/projects/row_record.h"
#include "src/publication/tables/form_shape.h"
#include "src/publication/tables/indicator.h"
#include "src/text/key.h"

/* No department has more projects of one name; a bound, so that a million of them do not take
 * quadratic time. */
#define SAME_MAX 1000

/* Where in a project table things stand; -1 where there is no such column. */
typedef struct {
	int name, code, amount, executed, unit, content, goal;
} layout;

static layout layout_of(const ys_grid *grid)
{
	const ys_table *table = grid->table;
	layout l = {
		.name = ys_table_name_column(table),
		.code = ys_table_code_column(table),
		.amount = ys_grid_amount_column(grid),
		.executed = ys_grid_column(grid, YS_COLUMN_EXECUTED),
		.unit = ys_table_column(table, YS_COLUMN_UNIT_NAME),
		.content = ys_table_column(table, YS_COLUMN_CONTENT),
		.goal = ys_table_column(table, YS_COLUMN_GOAL),
	};

	/* where units and projects share a column, those of rows above are the units */
	if (l.unit == l.name)
		l.unit = -1;
	return l;
}

/* The table has projects in its rows, or transfers to lower governments, where its head says that these are
 * projects and no codes, regions or kinds. */
static gboolean is_project_table(const ys_table *table, const layout *l)
{
	if (l->name < 0 || l->amount < 0 || ys_table_is_form(table))
		return FALSE;
	return table->kind == YS_TABLE_PROJ || (table->kind == YS_TABLE_TRANSFER && ys_column_names_projects(table, l->name));
}

/* 重点项目: some of the projects once more, or, where no project table is published, all
 * that is known of them. */
static gboolean is_key_project_table(const ys_grid *grid, const layout *l)
{
	const ys_table *table = grid->table;

	return l->name >= 0 && l->amount >= 0 && table->kind == YS_TABLE_GOAL_PROJ &&
	       !ys_is_goal_table(grid) && !ys_table_is_form(table);
}

static char *text_or_null(const ys_row *row, int column)
{
	const char *cell = ys_row_said(row, column);

	return *cell ? g_strdup(cell) : NULL;
}

/* 财政拨款/合计 is 财政拨款合计; 财政拨款/一般公共预算 is 一般公共预算. */
static char *funding_name(const ys_column *column)
{
	const char *tail = strrchr(column->name, '/');

	if (!tail)
		return g_strdup(column->name);
	if (column->meaning == YS_COLUMN_TOTAL) {
		g_auto(GStrv) parts = g_strsplit(column->name, "/", -1);

		return g_strjoinv("", parts);
	}
	return g_strdup(tail + 1);
}

/* For each column of the table, what its amounts are called in a project's funding; NULL for
 * one that holds none.  No name twice, for two columns with the same head are two amounts. */
static GPtrArray *funding_names(const ys_table *table, const layout *l)
{
	GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GHashTable) taken = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < table->columns->len; i++) {
		const ys_column *column = ys_table_head(table, i);
		char *name = NULL;

		if ((int)i != l->amount && (int)i != l->executed && ys_column_is_amount(column->meaning)) {
			name = funding_name(column);
			if (g_hash_table_contains(taken, name)) {
				g_free(name);
				name = g_strdup(column->name);
			}
			for (guint n = i + 1; g_hash_table_contains(taken, name); n++) {
				g_free(name);
				name = g_strdup_printf("%s %u", column->name, n);
			}
			g_hash_table_add(taken, name);
		}
		g_ptr_array_add(names, name);
	}
	return names;
}

static void add_funding(ys_record *project, const ys_grid *grid, guint row, const GPtrArray *names)
{
	for (guint i = 0; i < names->len; i++) {
		const char *name = g_ptr_array_index(names, i);
		ys_amount amount = name ? ys_grid_amount(grid, row, i) : YS_AMOUNT_NONE;

		if (amount != YS_AMOUNT_NONE)
			g_ptr_array_add(project->funding, ys_funding_new(name, amount));
	}
}

static ys_record *project_from_row(const ys_grid *grid, guint r, const layout *l, const GPtrArray *funding,
				   const ys_project_context *context)
{
	const ys_table *table = grid->table;
	const ys_row *row = ys_grid_row(grid, r);
	ys_record *project = ys_record_new(YS_PROJECT);

	project->title = ys_project_name(ys_row_cell(row, l->name), &project->code);
	if (l->code >= 0 && !project->code)
		project->code = text_or_null(row, l->code);
	project->amount = ys_grid_amount(grid, r, l->amount);
	project->amount_text = ys_row_amount_text(table, row, l->amount);
	if (l->executed >= 0)
		project->executed = ys_grid_amount(grid, r, l->executed);
	project->content = text_or_null(row, l->content);
	/* where indicators take more rows, those are read as a block (goal.h) */
	if (!ys_table_lists_indicators(table)) {
		project->goal = text_or_null(row, l->goal);
		project->indicators = ys_indicators_of_row(table, row);
	}
	add_funding(project, grid, r, funding);
	project->source = ys_row_source(table, row, context->path);
	ys_row_take_warnings(project, table, row);
	return project;
}

/* What was read so far.  by_name holds the projects of the tables before the current
 * one: within one table two rows of equal name are two projects. */
typedef struct {
	GPtrArray *projects;
	GHashTable *by_name;
	guint known;            /* how many of projects are in by_name */
} collection;

static void end_table(collection *c)
{
	ys_by_name_add(c->by_name, c->projects, c->known);
	c->known = c->projects->len;
}

/* The record of this project from an earlier table: the same name, and not another
 * amount. */
static ys_record *find_project(const collection *c, const ys_record *wanted)
{
	g_autofree char *key = ys_name_key(wanted->title);
	const GPtrArray *same = ys_by_name(c->by_name, key);

	for (guint i = 0; same && i < MIN(same->len, SAME_MAX); i++) {
		ys_record *project = g_ptr_array_index(same, i);

		if (project->amount == wanted->amount || wanted->amount == YS_AMOUNT_NONE ||
		    project->amount == YS_AMOUNT_NONE)
			return project;
	}
	return NULL;
}

static void fill(char **field, char **value)
{
	if (!*field)
		*field = g_steal_pointer(value);
}

/* Fold what another table prints of the same project into its record. */
static void merge_project(ys_record *project, ys_record *again)
{
	fill(&project->goal, &again->goal);
	fill(&project->content, &again->content);
	fill(&project->indicators, &again->indicators);
	fill(&project->code, &again->code);
	fill(&project->basis, &again->basis);
	fill(&project->plan, &again->plan);
	fill(&project->period, &again->period);
	/* what it says in other words is found as well */
	ys_source_add_text(again->source, again->goal, project->goal);
	ys_source_add_text(again->source, again->content, project->content);
	ys_source_add_text(again->source, again->indicators, project->indicators);
	g_ptr_array_add(project->also, g_steal_pointer(&again->source));
	g_ptr_array_extend_and_steal(project->also, g_steal_pointer(&again->also));
	again->also = g_ptr_array_new();
	if (project->amount == YS_AMOUNT_NONE) {
		project->amount = again->amount;
		fill(&project->amount_text, &again->amount_text);
	}
	if (project->executed == YS_AMOUNT_NONE)
		project->executed = again->executed;
	ys_record_free(again);
}

static void take_project(collection *c, ys_record *project)
{
	ys_record *before = find_project(c, project);

	if (before)
		merge_project(before, project);
	else
		g_ptr_array_add(c->projects, project);
}

static void projects_from_table(collection *c, const ys_grid *grid, const layout *l,
				const ys_project_context *context)
{
	g_autoptr(GPtrArray) funding = funding_names(grid->table, l);
	guint n = grid->table->rows->len;
	const char *category = NULL, *unit = NULL;

	/* Rows above the first unit row are the department's; a table that prints no units does
	 * not say whose its projects are. */
	for (guint i = 0; i < n && !unit; i++)
		if (grid->kinds[i] == YS_UNIT)
			unit = context->department;
	for (guint i = 0; i < n; i++) {
		const ys_row *row = ys_grid_row(grid, i);
		const char *name = ys_row_cell(row, l->name), *own = ys_row_said(row, l->unit);
		ys_record *project;

		switch (grid->kinds[i]) {
		case YS_UNIT:
			unit = name;
			category = NULL;
			continue;
		case YS_CATEGORY:
			category = name;
			continue;
		case YS_TOTAL:
		case YS_SUBTOTAL:
			category = NULL;
			continue;
		case YS_LEAF:
			break;
		}
		if (!*name)
			continue;
		project = project_from_row(grid, i, l, funding, context);
		project->category = g_strdup(category);
		project->unit = g_strdup(*own ? own : unit);
		take_project(c, project);
	}
	end_table(c);
}

GPtrArray *ys_projects_new(const GPtrArray *grids, const ys_outline *outline, const ys_project_context *context)
{
	g_autoptr(GPtrArray) described = ys_descriptions_new(outline, context);
	collection c = { .projects = g_ptr_array_new_with_free_func((GDestroyNotify)ys_record_free) };

	c.by_name = ys_by_name_new();
	/* Project tables first: what other places print of a project is added to its row. */
	for (int pass = 0; pass < 2; pass++)
		for (guint i = 0; i < grids->len; i++) {
			const ys_grid *grid = g_ptr_array_index(grids, i);
			layout l = layout_of(grid);

			if (pass ? is_key_project_table(grid, &l) : is_project_table(grid->table, &l))
				projects_from_table(&c, grid, &l, context);
		}
	for (guint i = 0; i < grids->len; i++)
		if (ys_is_goal_table(g_ptr_array_index(grids, i)))
			ys_goals_add(c.projects, g_ptr_array_index(grids, i), context);
	end_table(&c);
	for (guint i = 0; i < grids->len; i++) {
		g_autoptr(GPtrArray) forms = g_ptr_array_new();

		ys_forms_add(forms, grids, i, context);
		for (guint k = 0; k < forms->len; k++)
			take_project(&c, forms->pdata[k]);
		end_table(&c);
	}
	g_ptr_array_set_free_func(described, NULL);
	for (guint i = 0; i < described->len; i++)
		take_project(&c, described->pdata[i]);
	g_hash_table_unref(c.by_name);
	return c.projects;
}
