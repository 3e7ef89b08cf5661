#include "src/publication/tables/form_shape.h"

#include "src/publication/tables/indicator.h"
#include "src/publication/tables/labels_table.h"
#include "src/text/key.h"

/* A form opens in one of so many rows; above are its title, year and rubbish. */
#define OPENING_ROWS 8
/* 项目名称, 项目编码 and their values; a row of more cells is a header. */
#define OPENING_CELLS 4

gboolean ys_cell_is(const ys_row *row, guint i, const char *const *labels)
{
	g_autofree char *key = ys_name_key(ys_row_cell(row, i));

	return g_strv_contains(labels, key);
}

guint ys_row_next_cell(const ys_row *row, guint i)
{
	while (i < row->cells->len && !*ys_row_cell(row, i))
		i++;
	return i;
}

gboolean ys_row_opens_form(const ys_row *row)
{
	guint label = ys_row_next_cell(row, 0), value = ys_row_next_cell(row, label + 1), cells = 0;

	if (value >= row->cells->len || !ys_cell_is(row, label, labels_name) ||
	    ys_wording_column(ys_row_cell(row, value)) != YS_COLUMN_OTHER)
		return FALSE;
	for (guint i = label; i < row->cells->len; i++)
		cells += *ys_row_cell(row, i) != '\0';
	return cells <= OPENING_CELLS;
}

gboolean ys_table_is_form(const ys_table *table)
{
	guint n = table->header->len;

	for (guint i = 0; i < n + table->rows->len && i < OPENING_ROWS; i++)
		if (ys_row_opens_form(i < n ? g_ptr_array_index(table->header, i)
					    : g_ptr_array_index(table->rows, i - n)))
			return TRUE;
	return FALSE;
}

gboolean ys_table_continues_form(const ys_table *table)
{
	return ys_table_lists_indicators(table) && ys_table_column(table, YS_COLUMN_TARGET) >= 0 &&
	       ys_table_column(table, YS_COLUMN_NAME) < 0 && !ys_table_heads_money(table);
}
