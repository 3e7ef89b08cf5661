/* A reader of one record does not see the checks of its table: a cell that was lost moves the others, and what
 * then stands under 合计 is no amount of the project. */
#include "src/publication/checks/marks.h"

#include <string.h>

/* line -> check, of rows that differ; those that were only counted too. */
static GHashTable *rows_that_differ(const GPtrArray *checks)
{
	GHashTable *rows = g_hash_table_new(NULL, NULL);

	for (guint i = 0; i < checks->len; i++) {
		ys_check *check = g_ptr_array_index(checks, i);

		if (check->status != YS_MISMATCH || strcmp(check->what, "columns-total"))
			continue;
		if (!check->rows)
			g_hash_table_insert(rows, GINT_TO_POINTER(check->line), check);
		for (guint k = 0; check->rows && k < check->rows->len; k++)
			g_hash_table_insert(rows, GINT_TO_POINTER(g_array_index(check->rows, int, k)), check);
	}
	return rows;
}

static void warn(ys_record *record, const ys_check *check, int line)
{
	g_autoptr(GString) sum = g_string_new(NULL), declared = g_string_new(NULL);

	if (check->rows) {
		g_ptr_array_add(record->warnings,
				ys_warning_new("row-differs", line, "the columns of the row do not add up to its total"));
		return;
	}
	ys_amount_append_wan(sum, check->sum);
	ys_amount_append_wan(declared, check->declared);
	g_ptr_array_add(record->warnings,
			ys_warning_new("row-differs", line, "the columns of the row add up to %s, not to %s", sum->str,
				       declared->str));
}

static void mark_place(GHashTable *rows, ys_record *record, const ys_source *source)
{
	for (guint i = 0; source && i < source->lines->len; i++) {
		int line = g_array_index(source->lines, ys_lines, i).first;
		const ys_check *check = g_hash_table_lookup(rows, GINT_TO_POINTER(line));

		if (check)
			warn(record, check, line);
	}
}

void ys_marks_of_rows(const GPtrArray *checks, const GPtrArray *records)
{
	g_autoptr(GHashTable) rows = rows_that_differ(checks);

	if (!g_hash_table_size(rows))
		return;
	for (guint i = 0; i < records->len; i++) {
		ys_record *record = g_ptr_array_index(records, i);

		if (record->type != YS_PROJECT && record->type != YS_ITEM && record->type != YS_LINE)
			continue;
		mark_place(rows, record, record->source);
		for (guint k = 0; k < record->also->len; k++)
			mark_place(rows, record, g_ptr_array_index(record->also, k));
	}
}
