#include "src/publication/own_rows.h"

#include <string.h>

/* So many bytes of a table are searched: its first rows tell what it is about. */
#define TEXT_MAX 4096

typedef struct {
	guint8 *taken;          /* for each line of the file, whether a record that is no table stands there */
	guint n_lines;
} map;

static void take_place(map *m, const ys_source *source)
{
	for (guint i = 0; source && i < source->lines->len; i++) {
		const ys_lines *range = &g_array_index(source->lines, ys_lines, i);

		for (int line = range->first; line <= range->last && (guint)line <= m->n_lines; line++)
			m->taken[line] = TRUE;
	}
}

static void take_records(map *m, const GPtrArray *records)
{
	for (guint i = 0; i < records->len; i++) {
		const ys_record *record = g_ptr_array_index(records, i);

		if (record->type != YS_PROJECT && record->type != YS_ITEM && record->type != YS_LINE)
			continue;
		take_place(m, record->source);
		for (guint k = 0; k < record->also->len; k++)
			take_place(m, g_ptr_array_index(record->also, k));
	}
}

static gboolean is_taken(const map *m, const ys_row *row)
{
	for (guint i = 0; i < row->lines->len; i++) {
		int line = g_array_index(row->lines, int, i);

		if (line > 0 && (guint)line <= m->n_lines && m->taken[line])
			return TRUE;
	}
	return FALSE;
}

/* A row of what the law prescribes: its code tells what it is, and a line has its name. */
static gboolean is_coded(const ys_table *table, const ys_row *row)
{
	const char *digits;

	for (guint i = 0; table->kind != YS_TABLE_OTHER && i < row->cells->len; i++)
		if (ys_code_length(g_ptr_array_index(row->cells, i), &digits))
			return TRUE;
	return FALSE;
}

/* Words over amounts are more of the head (phenomenon 96). */
static gboolean is_head(const ys_grid *grid, guint r)
{
	const ys_row *row = ys_grid_row(grid, r);

	for (guint i = 0; i < row->cells->len; i++)
		if (*ys_row_cell(row, i) && (r + 1 == grid->table->rows->len ||
					     ys_grid_amount(grid, r + 1, i) == YS_AMOUNT_NONE))
			return FALSE;
	return TRUE;
}

static gboolean is_total(const ys_row *row)
{
	for (guint i = 0; i < row->cells->len; i++) {
		const char *cell = g_ptr_array_index(row->cells, i);

		if (*cell && !g_ascii_isdigit(*cell))
			return ys_wording_total(cell) != YS_TOTAL_NONE;
	}
	return FALSE;
}

static void add_row(GArray *ranges, int row)
{
	ys_lines *last = ranges->len ? &g_array_index(ranges, ys_lines, ranges->len - 1) : NULL;
	const ys_lines one = { row, row };

	if (last && last->last + 1 == row)
		last->last = row;
	else
		g_array_append_val(ranges, one);
}

static void fill(const map *m, const ys_grid *grid, ys_record *record)
{
	const ys_table *table = grid->table;
	gsize bytes = 0;

	for (guint r = 0; r < table->rows->len && r < record->rows->len; r++) {
		const ys_row *row = g_ptr_array_index(table->rows, r);
		g_autofree char *text = NULL;

		if (is_taken(m, row) || is_total(row) || is_head(grid, r) || is_coded(table, row))
			continue;
		text = ys_record_row_text(record, r);
		if (!*text)
			continue;
		bytes += strlen(text);
		if (bytes > TEXT_MAX)
			return;
		add_row(record->own_rows, r + 1);
	}
}

void ys_own_rows_fill(GPtrArray *records, const ys_input *input, const GPtrArray *grids)
{
	g_autofree guint8 *taken = g_new0(guint8, input->lines->len + 1);
	map m = { taken, input->lines->len };
	guint t = 0;

	take_records(&m, records);
	for (guint i = 0; i < records->len && t < grids->len; i++) {
		ys_record *record = g_ptr_array_index(records, i);

		if (record->type == YS_TABLE)
			fill(&m, g_ptr_array_index(grids, t++), record);
	}
}
