/* Originals in short: a line "| a | 2x1:b |" is a row of a table, whose cells stand in the next free
 * columns and may span columns x rows; "head| " begins a row that its format calls a head, "page| " the
 * first one on a page, "full| " one whose texts fill their cells.  An empty line ends a table.  Any other
 * line is a paragraph. */
#ifndef YS_ORIGINAL_FIXTURE_H
#define YS_ORIGINAL_FIXTURE_H

#include <stdlib.h>
#include <string.h>

#include "src/original/original.h"

/* taken: for each column, how many rows below are still covered by what spans them. */
static inline void original_row(ys_original_table *table, const char *text, GArray *taken, int number)
{
	ys_spot spot = { .page = 1, .row = number };
	ys_original_row *row = ys_original_table_add_row(table, spot);
	const char *bar = strchr(text, '|');
	g_auto(GStrv) cells = g_strsplit(bar + 1, "|", -1);
	gboolean full = g_str_has_prefix(text, "full");
	guint column = 0;

	row->head = g_str_has_prefix(text, "head");
	row->begins_page = g_str_has_prefix(text, "page");
	for (char **cell = cells; cell[0] && cell[1]; cell++) {
		char *own = g_strstrip(*cell), *end;
		guint width = 1, height = 1;

		if (strtoul(own, &end, 10) && *end == 'x') {
			width = strtoul(own, NULL, 10);
			height = strtoul(end + 1, &end, 10);
			own = end + 1;
		}
		while (column < taken->len && g_array_index(taken, guint, column))
			column++;
		ys_original_row_add_cell(table, row, column, width, height, own)->full = full;
		for (guint end_column = column + width; column < end_column; column++) {
			if (column >= taken->len)
				g_array_set_size(taken, column + 1);
			g_array_index(taken, guint, column) = height;
		}
	}
	for (guint i = 0; i < taken->len; i++)
		if (g_array_index(taken, guint, i))
			g_array_index(taken, guint, i)--;
}

static inline ys_original *original_of(const char *text)
{
	ys_original *original = ys_original_new("test");
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	ys_original_table *table = NULL;
	g_autoptr(GArray) taken = g_array_new(FALSE, TRUE, sizeof(guint));
	ys_spot spot = { .page = 1 };
	int number = 0;

	for (char **line = lines; *line; line++) {
		gboolean is_row = **line == '|' || (strchr(*line, '|') == *line + 4);

		if (is_row) {
			if (!table) {
				table = ys_original_table_new();
				g_array_set_size(taken, 0);
			}
			original_row(table, *line, taken, ++number);
			continue;
		}
		if (table)
			ys_original_add_table(original, spot, g_steal_pointer(&table));
		ys_original_add_text(original, spot, *line, 0);
	}
	if (table)
		ys_original_add_table(original, spot, table);
	return original;
}

#endif
