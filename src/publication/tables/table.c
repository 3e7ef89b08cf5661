#include "src/publication/tables/table.h"

#include <string.h>

#include "src/publication/words/clean.h"

const char *ys_row_cell(const ys_row *row, guint column)
{
	return column < row->cells->len ? g_ptr_array_index(row->cells, column) : "";
}

const char *ys_row_said(const ys_row *row, int column)
{
	const char *cell = column < 0 ? "" : ys_row_cell(row, column);

	return ys_is_nothing(cell) ? "" : cell;
}

/* What all empty cells share: a page may be ruled with more of them than it has words. */
static char empty_cell[] = "";

static void cell_free(char *cell)
{
	if (cell != empty_cell)
		g_free(cell);
}

GPtrArray *ys_cells_new(gsize n)
{
	return g_ptr_array_new_full(n, (GDestroyNotify)cell_free);
}

void ys_cells_add(GPtrArray *cells, char *text)
{
	g_ptr_array_add(cells, text ? text : empty_cell);
}

void ys_row_set_cell(ys_row *row, guint column, char *text)
{
	while (row->cells->len <= column)
		ys_cells_add(row->cells, NULL);
	cell_free(row->cells->pdata[column]);
	row->cells->pdata[column] = text;
}

ys_row *ys_row_new(int line)
{
	ys_row *row = g_new0(ys_row, 1);

	row->cells = ys_cells_new(0);
	row->lines = g_array_new(FALSE, FALSE, sizeof(int));
	g_array_append_val(row->lines, line);
	return row;
}

void ys_row_free(ys_row *row)
{
	if (!row)
		return;
	g_ptr_array_unref(row->cells);
	g_array_free(row->lines, TRUE);
	g_free(row);
}

GPtrArray *ys_rows_new(void)
{
	return g_ptr_array_new_with_free_func((GDestroyNotify)ys_row_free);
}

guint ys_rows_width(const GPtrArray *rows)
{
	guint width = 0;

	for (guint i = 0; i < rows->len; i++)
		width = MAX(width, ((ys_row *)g_ptr_array_index(rows, i))->cells->len);
	return width;
}

ys_table *ys_table_new(int first_line)
{
	ys_table *table = g_new0(ys_table, 1);

	table->header = ys_rows_new();
	table->rows = ys_rows_new();
	table->first_line = first_line;
	table->notes = g_ptr_array_new_with_free_func(g_free);
	table->warnings = g_ptr_array_new_with_free_func((GDestroyNotify)ys_warning_free);
	return table;
}

void ys_table_free(ys_table *table)
{
	g_free(table->title);
	g_free(table->section);
	g_free(table->unit_text);
	g_ptr_array_unref(table->header);
	g_clear_pointer(&table->columns, g_ptr_array_unref);
	g_ptr_array_unref(table->rows);
	g_ptr_array_unref(table->notes);
	g_ptr_array_unref(table->warnings);
	g_free(table);
}

const ys_column *ys_table_head(const ys_table *table, guint column)
{
	return g_ptr_array_index(table->columns, column);
}

int ys_table_column(const ys_table *table, ys_column_meaning meaning)
{
	for (guint i = 0; i < table->columns->len; i++)
		if (ys_table_head(table, i)->meaning == meaning)
			return i;
	return -1;
}

/* The head of the unit's column has another in brackets, of what else stands there. */
static gboolean names_both(const char *head)
{
	const char *open = strchr(head, '('), *close;
	g_autofree char *other = NULL;

	if (!open)
		open = strstr(head, "（");
	if (!open)
		return FALSE;
	open = g_utf8_next_char(open);
	close = strchr(open, ')');
	if (!close)
		close = strstr(open, "）");
	other = g_strndup(open, close ? (gsize)(close - open) : strlen(open));
	return ys_wording_column(other) == YS_COLUMN_NAME;
}

int ys_table_name_column(const ys_table *table)
{
	int name = ys_table_column(table, YS_COLUMN_NAME), unit = ys_table_column(table, YS_COLUMN_UNIT_NAME);

	if (name >= 0)
		return name;
	return unit >= 0 && names_both(ys_table_head(table, unit)->name) ? unit : -1;
}

gboolean ys_table_heads_money(const ys_table *table)
{
	for (guint i = 0; i < table->columns->len; i++)
		if (ys_column_is_amount(ys_table_head(table, i)->meaning))
			return TRUE;
	return FALSE;
}
