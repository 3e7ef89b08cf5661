#include "tools/web/table_shape.h"

#include <string.h>

#include "src/publication/tables/grid.h"
#include "src/publication/words/clean.h"
#include "src/publication/words/wording.h"

/* Levels of a head that are drawn; what lies deeper stays joined by '/'. */
#define LEVELS_MAX 4

/* Characters of a cell that is words, and of one that is prose. */
#define WORDS_MIN 8
#define PROSE_MIN 30

/* A browser lays out so many at once. */
#define COLUMNS_DRAWN_MAX 200

static const char *cell_at(const GPtrArray *cells, guint column)
{
	const char *cell = column < cells->len ? g_ptr_array_index(cells, column) : NULL;

	return cell ? cell : "";
}

static const GPtrArray *row_at(const ys_record *table, int number)
{
	return g_ptr_array_index(table->rows, number - 1);
}

gboolean table_cell_is_figure(const char *cell)
{
	if (!cell || ys_amount_parse(cell, YS_YUAN) == YS_AMOUNT_NONE)
		return FALSE;
	return strpbrk(cell, ".,") || strlen(cell) < strlen("201");
}

/* ---- which columns ---- */

static guint count_columns(const ys_record *table, ys_lines rows)
{
	guint n = table->columns->len;

	for (int i = rows.first; i <= rows.last; i++)
		n = MAX(n, row_at(table, i)->len);
	return n;
}

static gboolean says_nothing(const char *cell)
{
	return ys_is_nothing(cell) || (table_cell_is_figure(cell) && ys_amount_parse(cell, YS_YUAN) == 0);
}

/* Nothing or zero in all rows. */
static gboolean is_empty(const ys_record *table, ys_lines rows, guint column)
{
	for (int i = rows.first; i <= rows.last; i++)
		if (!says_nothing(cell_at(row_at(table, i), column)))
			return FALSE;
	return TRUE;
}

static gboolean has_figure(const ys_record *table, ys_lines rows, guint column)
{
	for (int i = rows.first; i <= rows.last; i++)
		if (table_cell_is_figure(cell_at(row_at(table, i), column)))
			return TRUE;
	return FALSE;
}

/* Marks the columns that are left out; how many.  A table whose amounts are all zero says just that: then none is. */
static guint mark_empty(const ys_record *table, ys_lines rows, guint n, guint name, gboolean *empty)
{
	guint n_empty = 0;
	gboolean figures = FALSE;

	for (guint c = 0; c < n; c++) {
		empty[c] = c != name && is_empty(table, rows, c);
		n_empty += empty[c];
		figures |= !empty[c] && has_figure(table, rows, c);
	}
	if (figures)
		return n_empty;
	memset(empty, 0, n * sizeof *empty);
	return 0;
}

static guint name_column(const ys_record *table)
{
	for (guint c = 0; c < table->columns->len; c++)
		if (ys_wording_column(g_ptr_array_index(table->columns, c)) == YS_COLUMN_NAME)
			return c;
	return 0;
}

static void choose_columns(table_shape *shape, const ys_record *table, ys_lines rows, gboolean all)
{
	const guint printed = count_columns(table, rows);
	g_autofree gboolean *empty = g_new0(gboolean, printed + 1);

	shape->name = name_column(table);
	shape->columns = g_new(guint, printed + 1);
	if (!all)
		shape->n_empty = mark_empty(table, rows, printed, shape->name, empty);
	for (guint c = 0; c < printed && shape->n < COLUMNS_DRAWN_MAX; c++)
		if (!empty[c])
			shape->columns[shape->n++] = c;
	shape->n_cut = printed - shape->n_empty - shape->n;
}

/* ---- their heads and widths ---- */

static column_width width_of(const ys_record *table, ys_lines rows, guint column)
{
	column_width width = COLUMN_PLAIN;

	for (int i = rows.first; i <= rows.last; i++) {
		const char *cell = cell_at(row_at(table, i), column);
		/* bytes are never fewer than characters */
		glong chars = strlen(cell) < WORDS_MIN ? 0 : g_utf8_strlen(cell, -1);

		if (table_cell_is_figure(cell))
			width = MAX(width, COLUMN_FIGURES);
		else if (chars >= WORDS_MIN)
			width = MAX(width, chars >= PROSE_MIN ? COLUMN_PROSE : COLUMN_WORDS);
	}
	return width;
}

static void read_heads(table_shape *shape, const ys_record *table, ys_lines rows)
{
	shape->heads = g_new0(char **, shape->n + 1);
	shape->widths = g_new0(column_width, shape->n + 1);
	shape->levels = 1;
	shape->bare = TRUE;
	for (guint i = 0; i < shape->n; i++) {
		const char *name = cell_at(table->columns, shape->columns[i]);

		shape->bare &= !*name;
		shape->heads[i] = g_strsplit(name, "/", LEVELS_MAX);
		shape->levels = MAX(shape->levels, g_strv_length(shape->heads[i]));
		shape->widths[i] = width_of(table, rows, shape->columns[i]);
	}
}

gboolean table_shape_joined(const table_shape *shape, guint a, guint b, guint level)
{
	if (g_strv_length(shape->heads[a]) <= level + 1 || g_strv_length(shape->heads[b]) <= level + 1)
		return FALSE;
	for (guint i = 0; i <= level; i++)
		if (strcmp(shape->heads[a][i], shape->heads[b][i]))
			return FALSE;
	return TRUE;
}

/* ---- levels of rows ---- */

static void find_codes(table_shape *shape, const ys_record *table)
{
	shape->code = -1;
	for (guint c = 0; c < table->columns->len && shape->code < 0; c++)
		if (ys_wording_column(g_ptr_array_index(table->columns, c)) == YS_COLUMN_CODE)
			shape->code = (int)c;
	if (shape->code < 0)
		shape->code = (int)shape->name;
	for (guint i = 0; i < table->rows->len; i++) {
		const GPtrArray *cells = g_ptr_array_index(table->rows, i);
		guint digits = ys_code_length(cell_at(cells, (guint)shape->code), NULL);

		if (digits && (!shape->top || digits < shape->top))
			shape->top = digits;
	}
	if (!shape->top)
		shape->code = -1;
}

guint table_shape_depth(const table_shape *shape, const GPtrArray *cells)
{
	guint digits = shape->code < 0 ? 0 : ys_code_length(cell_at(cells, (guint)shape->code), NULL);

	return digits ? (digits - shape->top) / 2 : 0;
}

gboolean table_shape_is_sum(const table_shape *shape, const GPtrArray *cells)
{
	const char *name = cell_at(cells, shape->name);

	for (guint c = 0; c < cells->len && !*name; c++)
		name = cell_at(cells, c);
	return *name && ys_wording_total(name) != YS_TOTAL_NONE;
}

/* ---- the whole ---- */

void table_shape_init(table_shape *shape, const ys_record *table, ys_lines rows, gboolean all)
{
	*shape = (table_shape){ 0 };
	choose_columns(shape, table, rows, all);
	read_heads(shape, table, rows);
	find_codes(shape, table);
}

void table_shape_clear(table_shape *shape)
{
	for (guint i = 0; i < shape->n; i++)
		g_strfreev(shape->heads[i]);
	g_free(shape->heads);
	g_free(shape->widths);
	g_free(shape->columns);
}
