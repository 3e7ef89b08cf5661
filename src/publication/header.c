#include "src/publication/header.h"

#include <string.h>

#include "src/publication/clean.h"
#include "src/text/key.h"

/* No header seen has more rows; a table of text without numbers must not look like one. */
#define HEADER_MAX 6
/* Characters of the longest header cell, brackets included. */
#define CELL_MAX 40

static gboolean is_small_number(const char *s)
{
	gsize len = strlen(s);

	return len && len <= 3 && strspn(s, "0123456789") == len;
}

gboolean ys_header_is_index_row(const ys_row *row)
{
	int last = 0;
	guint numbers = 0;

	for (guint i = 0; i < row->cells->len; i++) {
		g_auto(GStrv) parts = g_strsplit(ys_row_cell(row, i), " ", -1);

		for (char **part = parts; *part; part++) {
			if (!**part)
				continue;
			if (!strcmp(*part, "栏次") || !strcmp(*part, "行次")) {
				/* 栏次 marks the row by itself; its numbers may restart on the right side */
				last = 0;
				continue;
			}
			if (!is_small_number(*part) || atoi(*part) <= last)
				return FALSE;
			last = atoi(*part);
			numbers++;
		}
	}
	return numbers >= 2 || (numbers == 1 && row->cells->len <= 3 && last == 1);
}

/* A cell that only data has: a number, a code, a sentence. */
static gboolean is_data_cell(const char *cell)
{
	return ys_amount_parse(cell, YS_WAN) != YS_AMOUNT_NONE || strstr(cell, "。") || strstr(cell, "；") ||
	       g_utf8_strlen(cell, -1) > CELL_MAX;
}

static gboolean has_data_cell(const ys_row *row)
{
	for (guint i = 0; i < row->cells->len; i++) {
		const char *cell = ys_row_cell(row, i);

		if (*cell && is_data_cell(cell))
			return TRUE;
	}
	return FALSE;
}

/* At least a third of the cells are words that head columns. */
static gboolean reads_as_header(const ys_row *row)
{
	guint known = 0, cells = 0;

	if (has_data_cell(row))
		return FALSE;
	for (guint i = 0; i < row->cells->len; i++) {
		const char *cell = ys_row_cell(row, i);

		if (!*cell)
			continue;
		cells++;
		if (ys_wording_column(cell) != YS_COLUMN_OTHER)
			known++;
	}
	return cells && known * 3 >= cells;
}

/* 合计 alone heads a column, but a row that begins with it and goes on with nothing is the
 * total of an empty table. */
static gboolean is_total_row(const ys_row *row)
{
	for (guint i = 0; i < row->cells->len; i++)
		if (*ys_row_cell(row, i))
			return i < 2 && ys_wording_row(ys_row_cell(row, i)) == YS_ROW_TOTAL && row->cells->len > i + 1 &&
			       (*ys_row_cell(row, i + 1) == '\0' || has_data_cell(row));
	return FALSE;
}

guint ys_header_length(const GPtrArray *rows, guint first, guint *skip)
{
	guint n = 0;

	*skip = 0;
	/* All that stands above a row of column numbers is header, known words or not. */
	for (guint i = first; i < rows->len && i < first + HEADER_MAX; i++) {
		const ys_row *row = g_ptr_array_index(rows, i);

		if (ys_header_is_index_row(row)) {
			*skip = i - first + 1;
			return i - first;
		}
		if (has_data_cell(row))
			break;
	}
	while (first + n < rows->len && n < HEADER_MAX) {
		const ys_row *row = g_ptr_array_index(rows, first + n);

		if (!reads_as_header(row) || (n && is_total_row(row)))
			break;
		n++;
	}
	*skip = n;
	return n;
}

/* The cells of a header as a set of keys. */
static GHashTable *cell_keys(const GPtrArray *header)
{
	GHashTable *keys = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint r = 0; r < header->len; r++) {
		const ys_row *row = g_ptr_array_index(header, r);

		for (guint i = 0; i < row->cells->len; i++)
			if (*ys_row_cell(row, i))
				g_hash_table_add(keys, ys_name_key(ys_row_cell(row, i)));
	}
	return keys;
}

gboolean ys_header_equal(const GPtrArray *a, const GPtrArray *b)
{
	g_autoptr(GHashTable) left = cell_keys(a), right = cell_keys(b);
	GHashTableIter iter;
	gpointer key;
	guint common = 0, all;

	g_hash_table_iter_init(&iter, left);
	while (g_hash_table_iter_next(&iter, &key, NULL))
		common += g_hash_table_contains(right, key);
	all = g_hash_table_size(left) + g_hash_table_size(right) - common;
	return all && common * 10 >= all * 6;
}

static gboolean rows_equal(const ys_row *a, const ys_row *b)
{
	guint i = 0, k = 0;

	for (;;) {
		while (i < a->cells->len && !*ys_row_cell(a, i))
			i++;
		while (k < b->cells->len && !*ys_row_cell(b, k))
			k++;
		if (i == a->cells->len || k == b->cells->len)
			return i == a->cells->len && k == b->cells->len;
		if (strcmp(ys_row_cell(a, i++), ys_row_cell(b, k++)))
			return FALSE;
	}
}

gboolean ys_header_has_row(const GPtrArray *header, const ys_row *row)
{
	for (guint r = 0; r < header->len; r++)
		if (rows_equal(g_ptr_array_index(header, r), row))
			return TRUE;
	return FALSE;
}

static const char *cell_at(const GPtrArray *header, guint r, guint column)
{
	return ys_row_cell(g_ptr_array_index(header, r), column);
}

/* Something stands below row r in this column. */
static gboolean goes_deeper(const GPtrArray *header, guint r, guint column)
{
	for (guint k = r + 1; k < header->len; k++)
		if (*cell_at(header, k, column))
			return TRUE;
	return FALSE;
}

/* 项目 above 科目编码 and 科目名称 groups those two and no column of money beside them. */
static gboolean may_group(const char *group, const char *below)
{
	ys_column_meaning meaning = ys_wording_column(below);

	if (ys_wording_column(group) != YS_COLUMN_NAME)
		return TRUE;
	return meaning == YS_COLUMN_NAME || meaning == YS_COLUMN_CODE;
}

static const char *deepest(const GPtrArray *header, guint column)
{
	for (guint r = header->len; r-- > 0;)
		if (*cell_at(header, r, column))
			return cell_at(header, r, column);
	return "";
}

/* For each row of the header, the cell that names the group a column is in: its own, or
 * the nearest on the left when its own is empty and something stands below (phenomenon
 * 21).  NULL where there is none.  left holds the answers for the column before. */
static void groups_of(const GPtrArray *header, guint column, const char **left, const char **groups)
{
	gboolean same_parents = TRUE;

	for (guint r = 0; r < header->len; r++) {
		const char *cell = cell_at(header, r, column);

		groups[r] = NULL;
		if (*cell)
			groups[r] = cell;
		else if (same_parents && left[r] && goes_deeper(header, r, column) &&
			 may_group(left[r], deepest(header, column)))
			groups[r] = left[r];
		same_parents &= groups[r] == left[r];
	}
}

/* A head broken over header rows, 附属单位上缴 above 收入, is one name and no group: the upper
 * cell spans this column alone, is not a name for groups, and nothing else is below it
 * (phenomenon 31). */
static gboolean is_broken_head(const GPtrArray *header, guint r, guint column, guint width)
{
	const char *cell = cell_at(header, r, column);
	const char *below;

	if (!*cell || r + 1 >= header->len || ys_wording_column(cell) != YS_COLUMN_OTHER)
		return FALSE;
	below = cell_at(header, r + 1, column);
	return *below && (column + 1 >= width || *cell_at(header, r, column + 1) ||
			  !goes_deeper(header, r, column + 1) || column + 2 >= width);
}

static char *flat_name(const GPtrArray *header, guint column, guint width, const char **groups)
{
	GString *name = g_string_new(NULL);
	gboolean glue = FALSE;

	for (guint r = 0; r < header->len; r++) {
		if (!groups[r])
			continue;
		if (name->len && !glue)
			g_string_append_c(name, '/');
		g_string_append(name, groups[r]);
		glue = groups[r] == cell_at(header, r, column) && is_broken_head(header, r, column, width);
	}
	return g_string_free(name, FALSE);
}

static void column_free(ys_column *column)
{
	g_free(column->name);
	g_free(column);
}

/* The meaning of the lowest head that says one; a single 合计 below 财政拨款 is a total of
 * its group, not of the row, and comes after the row's own in any case. */
static ys_column_meaning column_meaning(const GPtrArray *header, guint column, const char *name)
{
	const char *tail = strrchr(name, '/');
	ys_column_meaning meaning = ys_wording_column(tail ? tail + 1 : name);

	if (meaning == YS_COLUMN_OTHER)
		meaning = ys_wording_column(deepest(header, column));
	return meaning;
}

GPtrArray *ys_header_flatten(const GPtrArray *header, guint width)
{
	GPtrArray *columns = g_ptr_array_new_with_free_func((GDestroyNotify)column_free);
	const char **left = g_new0(const char *, header->len + 1);
	const char **groups = g_new0(const char *, header->len + 1);

	for (guint c = 0; c < width; c++) {
		ys_column *column = g_new0(ys_column, 1);
		const char **swap;

		groups_of(header, c, left, groups);
		column->name = flat_name(header, c, width, groups);
		column->meaning = column_meaning(header, c, column->name);
		g_ptr_array_add(columns, column);
		swap = left;
		left = groups;
		groups = swap;
	}
	g_free(left);
	g_free(groups);
	return columns;
}
