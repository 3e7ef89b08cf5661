#include "src/publication/projects/row_record.h"

ys_source *ys_row_source(const ys_table *table, const ys_row *row, const char *path)
{
	ys_source *source = ys_source_new(path, table->title);

	for (guint i = 0; i < row->lines->len; i++)
		ys_source_add_line(source, g_array_index(row->lines, int, i));
	return source;
}

char *ys_row_amount_text(const ys_table *table, const ys_row *row, guint column)
{
	const char *cell = ys_row_cell(row, column);

	return *cell ? g_strconcat(cell, table->unit_text ? table->unit_text : "", NULL) : NULL;
}

/* The first warning about this line or one below it; they are in the order of their lines. */
static guint first_warning(const ys_table *table, int line)
{
	guint low = 0, high = table->warnings->len;

	while (low < high) {
		guint middle = low + (high - low) / 2;

		if (((ys_warning *)g_ptr_array_index(table->warnings, middle))->line < line)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

void ys_row_take_warnings(ys_record *record, const ys_table *table, const ys_row *row)
{
	int line = g_array_index(row->lines, int, 0);

	for (guint w = first_warning(table, line); w < table->warnings->len; w++) {
		const ys_warning *warning = g_ptr_array_index(table->warnings, w);

		if (warning->line != line)
			break;
		g_ptr_array_add(record->warnings, ys_warning_copy(warning));
	}
	if (!table->unit && record->amount != YS_AMOUNT_NONE)
		g_ptr_array_add(record->warnings,
				ys_warning_new("unit-missing", table->first_line,
					       "the table prints no unit; the publication's was taken"));
}
