#include "src/publication/provenance.h"

/* What stands on a line: a row of a table, or its head; table 0: prose. */
typedef struct {
	guint table, row;       /* counted from 1; row 0 is the head */
} standing;

static void note_rows(const GPtrArray *rows, guint table, gboolean head, standing *lines, guint n)
{
	for (guint r = 0; r < rows->len; r++) {
		const ys_row *row = g_ptr_array_index(rows, r);

		for (guint i = 0; i < row->lines->len; i++) {
			int line = g_array_index(row->lines, int, i);

			if (line > 0 && (guint)line <= n)
				lines[line] = (standing){ table, head ? 0 : r + 1 };
		}
	}
}

static standing *stand_of_lines(const GPtrArray *tables, guint n)
{
	standing *lines = g_new0(standing, (gsize)n + 1);

	for (guint t = 0; t < tables->len; t++) {
		const ys_table *table = g_ptr_array_index(tables, t);

		note_rows(table->header, t + 1, TRUE, lines, n);
		note_rows(table->rows, t + 1, FALSE, lines, n);
	}
	return lines;
}

static void take_spot(ys_source *source, const ys_spot *spot)
{
	if (!source->part && spot->part)
		source->part = g_strdup(spot->part);
	if (!source->sheet && spot->sheet)
		source->sheet = g_strdup(spot->sheet);
	if (!source->sheet_row)
		source->sheet_row = spot->row;
	if (spot->page && (!source->pages->len ||
			   g_array_index(source->pages, int, source->pages->len - 1) < spot->page))
		g_array_append_val(source->pages, spot->page);
}

static void take_standing(ys_source *source, standing standing)
{
	if (!standing.table || (source->table_no && source->table_no != (int)standing.table))
		return;
	source->table_no = standing.table;
	if (!standing.row)
		return;
	if (!source->rows.first)
		source->rows.first = standing.row;
	source->rows.first = MIN(source->rows.first, (int)standing.row);
	source->rows.last = MAX(source->rows.last, (int)standing.row);
}

static void fill(ys_source *source, const ys_input *input, const standing *lines, gboolean in_table)
{
	if (source && !source->format)
		source->format = g_strdup(input->format);
	for (guint i = 0; source && i < source->lines->len; i++) {
		const ys_lines *range = &g_array_index(source->lines, ys_lines, i);

		for (int line = range->first; line <= range->last && (guint)line <= input->lines->len; line++) {
			const ys_spot *spot = ys_input_spot(input, line);

			if (spot)
				take_spot(source, spot);
			if (in_table)
				take_standing(source, lines[line]);
		}
	}
}

void ys_provenance_fill(GPtrArray *records, const ys_input *input, const GPtrArray *tables)
{
	g_autofree standing *lines = stand_of_lines(tables, input->lines->len);

	for (guint i = 0; i < records->len; i++) {
		ys_record *record = g_ptr_array_index(records, i);

		if (record->type == YS_PUBLICATION || record->type == YS_DEPARTMENT) {
			record->source->format = g_strdup(input->format);
			continue;
		}
		fill(record->source, input, lines, record->type != YS_SECTION);
		for (guint k = 0; k < record->also->len; k++)
			fill(g_ptr_array_index(record->also, k), input, lines, TRUE);
	}
}

static void give_url(ys_source *source, const char *url)
{
	if (source && !source->url)
		source->url = g_strdup(url);
}

void ys_provenance_give(GPtrArray *records, const char *url, const char *published)
{
	for (guint i = 0; i < records->len; i++) {
		ys_record *record = g_ptr_array_index(records, i);

		record->published = g_strdup(published);
		give_url(record->source, url);
		for (guint k = 0; k < record->also->len; k++)
			give_url(g_ptr_array_index(record->also, k), url);
	}
}
