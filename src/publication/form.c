#include <string.h>

#include "src/publication/clean.h"
#include "src/publication/project.h"
#include "src/text/key.h"

/* The labels of a form are found wherever the converter put them: first by row, then the
 * cells right of them. */

static gboolean cell_is(const ys_row *row, guint i, const char *label)
{
	g_autofree char *key = ys_name_key(ys_row_cell(row, i));

	return !strcmp(key, label);
}

/* The next cell with something in it, right of column i; NULL. */
static const char *value_right_of(const ys_row *row, guint i)
{
	for (guint k = i + 1; k < row->cells->len; k++)
		if (*ys_row_cell(row, k))
			return ys_row_cell(row, k);
	return NULL;
}

static const char *value_of(const GPtrArray *rows, const char *label, const ys_row **found)
{
	for (guint r = 0; r < rows->len; r++) {
		const ys_row *row = g_ptr_array_index(rows, r);

		for (guint i = 0; i < row->cells->len; i++)
			if (cell_is(row, i, label)) {
				*found = row;
				return value_right_of(row, i);
			}
	}
	return NULL;
}

/* The row that heads the amounts: 预算数 and 执行数 side by side. */
static const ys_row *amounts_head(const GPtrArray *rows, int *budget, int *executed)
{
	for (guint r = 0; r < rows->len; r++) {
		const ys_row *row = g_ptr_array_index(rows, r);

		*budget = *executed = -1;
		for (guint i = 0; i < row->cells->len; i++) {
			ys_column_meaning meaning = ys_wording_column(ys_row_cell(row, i));

			/* of 年初预算数 and 全年预算数 the later, adjusted one is executed against */
			if (meaning == YS_COLUMN_TOTAL && *executed < 0)
				*budget = i;
			else if (meaning == YS_COLUMN_EXECUTED && *executed < 0)
				*executed = i;
		}
		if (*budget >= 0 && *executed >= 0)
			return row;
	}
	return NULL;
}

static gboolean is_sum_label(const char *cell)
{
	g_autofree char *key = ys_name_key(cell);

	return g_str_has_suffix(key, "总额") || !strcmp(key, "合计");
}

/* The row below the head whose label says it is the whole sum. */
static const ys_row *sum_row(const GPtrArray *rows, const ys_row *head)
{
	gboolean below = FALSE;

	for (guint r = 0; r < rows->len; r++) {
		const ys_row *row = g_ptr_array_index(rows, r);

		for (guint i = 0; below && i < row->cells->len && i < 3; i++)
			if (is_sum_label(ys_row_cell(row, i)))
				return row;
		below |= row == head;
	}
	return NULL;
}

/* Forms print their head as rows and their rows as heads: look at all of them. */
static GPtrArray *all_rows(const ys_table *table)
{
	GPtrArray *rows = g_ptr_array_new();

	for (guint i = 0; i < table->header->len; i++)
		g_ptr_array_add(rows, g_ptr_array_index(table->header, i));
	for (guint i = 0; i < table->rows->len; i++)
		g_ptr_array_add(rows, g_ptr_array_index(table->rows, i));
	return rows;
}

static void add_line(ys_record *project, const ys_row *row)
{
	for (guint i = 0; i < row->lines->len; i++)
		ys_source_add_line(project->source, g_array_index(row->lines, int, i));
}

ys_record *ys_project_from_form(const ys_table *table, const ys_project_context *context)
{
	g_autoptr(GPtrArray) rows = NULL;
	const ys_row *name_row = NULL, *unit_row = NULL, *sums;
	const char *name, *unit;
	int budget, executed;
	ys_record *project;
	gint64 fen = table->unit ? table->unit : context->unit;

	if (!table->canonical || strcmp(table->canonical, "eval"))
		return NULL;
	rows = all_rows(table);
	name = value_of(rows, "项目名称", &name_row);
	sums = amounts_head(rows, &budget, &executed);
	if (!name || !sums || !(sums = sum_row(rows, sums)))
		return NULL;
	unit = value_of(rows, "实施单位", &unit_row);
	project = ys_record_new(YS_PROJECT);
	project->title = g_strdup(name);
	project->unit = g_strdup(unit ? unit : context->department);
	project->amount = ys_amount_parse(ys_row_cell(sums, budget), fen);
	project->executed = ys_amount_parse(ys_row_cell(sums, executed), fen);
	project->amount_text = g_strconcat(ys_row_cell(sums, budget), table->unit_text, NULL);
	project->source = ys_source_new(context->path, table->title);
	add_line(project, name_row);
	add_line(project, sums);
	return project;
}
