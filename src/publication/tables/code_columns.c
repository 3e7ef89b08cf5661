/* The columns are found by their heads, or where those say nothing more than the first of them by their cells.
 * Then each row is read from the left: a level goes on from what stands left of it, or above it.  All this comes
 * before heads are made flat, so that what groups the columns is laid over one. */
#include "src/publication/tables/code_columns.h"

#include <string.h>

/* 类, 款, 项 */
#define LEVELS 3
/* Digits of a code of all levels, and one that ends the string. */
#define CODE_MAX 8

static const char *const names[LEVELS] = { "类", "款", "项" };
static const guint lengths[LEVELS] = { 3, 2, 2 };

/* The columns [first, first + n) are the levels of one code. */
typedef struct {
	guint first, n;
} levels;

static const ys_row *row_of(const GPtrArray *rows, guint r)
{
	return g_ptr_array_index(rows, r);
}

/* ---- which columns ---- */

static int level_named(const char *cell)
{
	for (int i = 0; i < LEVELS; i++)
		if (!strcmp(cell, names[i]))
			return i;
	return -1;
}

gboolean ys_row_names_levels(const ys_row *row)
{
	int last = -1;
	guint n = 0;

	for (guint i = 0; i < row->cells->len; i++) {
		const char *cell = ys_row_cell(row, i);
		int level = level_named(cell);

		if (!*cell)
			continue;
		/* 类 款 项 类 款: of a function beside that of a purpose */
		if (level < 0 || (level != last + 1 && level != 0))
			return FALSE;
		last = level;
		n++;
	}
	return n >= 2;
}

/* The last head of a column, "" if it has none. */
static const char *lowest_head(const ys_table *table, guint column)
{
	for (guint r = table->header->len; r-- > 0;)
		if (*ys_row_cell(row_of(table->header, r), column))
			return ys_row_cell(row_of(table->header, r), column);
	return "";
}

/* How many levels the heads from this column on name; 0 if less than two. */
static guint levels_by_heads(const ys_table *table, guint column)
{
	guint n = 0;

	while (n < LEVELS && level_named(lowest_head(table, column + n)) == (int)n)
		n++;
	return n < 2 ? 0 : n;
}

static gboolean is_digits(const char *cell, gsize most)
{
	gsize n = strlen(cell);

	return n && n <= most && strspn(cell, "0123456789") == n;
}

/* Its heads say nothing that the first column's do not. */
static gboolean is_spanned(const ys_table *table, guint first, guint column)
{
	for (guint r = 0; r < table->header->len; r++) {
		const char *cell = ys_row_cell(row_of(table->header, r), column);

		if (*cell && strcmp(cell, ys_row_cell(row_of(table->header, r), first)))
			return FALSE;
	}
	return TRUE;
}

/* All cells of the columns are levels of codes or, in the first, words; and there are codes of both levels. */
static gboolean holds_levels(const ys_table *table, guint first, guint n)
{
	guint classes = 0, below = 0;

	for (guint r = 0; r < table->rows->len; r++) {
		const ys_row *row = row_of(table->rows, r);
		const char *class = ys_row_cell(row, first);

		if (is_digits(class, CODE_MAX) && (strlen(class) != lengths[0] || !strchr("235", *class)))
			return FALSE;
		classes += is_digits(class, lengths[0]);
		for (guint i = 1; i < n; i++) {
			const char *cell = ys_row_cell(row, first + i);

			if (*cell && (!is_digits(cell, lengths[i]) || !is_digits(ys_row_cell(row, first + i - 1), 3)))
				return FALSE;
			below += *cell != '\0';
		}
	}
	return classes >= 2 && below >= 2;
}

static guint levels_by_cells(const ys_table *table, guint column, guint width)
{
	guint n = 1;

	if (ys_wording_column(lowest_head(table, column)) != YS_COLUMN_CODE)
		return 0;
	while (n < LEVELS && column + n < width && is_spanned(table, column, column + n))
		n++;
	while (n >= 2 && !holds_levels(table, column, n))
		n--;
	return n < 2 ? 0 : n;
}

/* ---- rows ---- */

static gboolean is_text(const char *cell)
{
	return *cell && !is_digits(cell, CODE_MAX - 1);
}

/* Each level has a name of its own: then they are no codes. */
static gboolean holds_names(const ys_table *table, const levels *l)
{
	for (guint r = 0; r < table->rows->len; r++) {
		g_autoptr(GString) all = g_string_new(NULL);
		guint texts = 0;

		for (guint i = 0; i < l->n; i++) {
			const char *cell = ys_row_cell(row_of(table->rows, r), l->first + i);

			texts += is_text(cell);
			g_string_append(all, cell);
		}
		if (texts > 1 && ys_wording_total(all->str) == YS_TOTAL_NONE)
			return TRUE;
	}
	return FALSE;
}

/* Append a level to the code: all of it printed again, or what it adds, with the zero that a number has
 * lost.  *lost: it had. */
static void append_level(GString *code, const char *cell, guint level, gboolean *lost)
{
	gsize n = strlen(cell);

	if (code->len && n > code->len && g_str_has_prefix(cell, code->str)) {
		g_string_assign(code, cell);
		return;
	}
	for (; level && n < lengths[level]; n++) {
		g_string_append_c(code, '0');
		*lost = TRUE;
	}
	g_string_append(code, cell);
}

/* The cells of a row as one; open: the levels above, which those of the row replace. */
static char *join_cells(const ys_row *row, const levels *l, char open[LEVELS][CODE_MAX], gboolean *lost)
{
	g_autoptr(GString) code = g_string_new(NULL), text = g_string_new(NULL);
	guint deepest = 0, filled = 0;
	gboolean digits = TRUE;

	for (guint i = 0; i < l->n; i++) {
		const char *cell = ys_row_cell(row, l->first + i);

		g_string_append(text, cell);
		digits = digits && !is_text(cell);
		if (*cell) {
			deepest = i;
			filled++;
		}
	}
	if (!digits || !filled)
		return g_strdup(text->str);
	for (guint i = 0; i <= deepest; i++) {
		const char *cell = ys_row_cell(row, l->first + i);

		if (*cell)
			g_strlcpy(open[i], cell, CODE_MAX);
		append_level(code, open[i], i, lost);
	}
	for (guint i = deepest + 1; i < LEVELS; i++)
		*open[i] = '\0';
	return g_strdup(code->str);
}

/* The text, which the row takes over, stands for all cells of the levels. */
static void set_joined(ys_row *row, const levels *l, char *text)
{
	if (*text)
		ys_row_set_cell(row, l->first, text);
	else
		g_free(text);
	if (row->cells->len > l->first + 1)
		g_ptr_array_remove_range(row->cells, l->first + 1, MIN(l->n - 1, row->cells->len - l->first - 1));
}

static void join_rows(ys_table *table, const levels *l)
{
	char open[LEVELS][CODE_MAX] = { "" };
	g_autofree char *example = NULL;
	guint n_lost = 0;
	int line = 0;

	for (guint r = 0; r < table->rows->len; r++) {
		ys_row *row = g_ptr_array_index(table->rows, r);
		gboolean lost = FALSE;
		char *code = join_cells(row, l, open, &lost);

		if (lost && !n_lost++) {
			line = g_array_index(row->lines, int, 0);
			example = g_strdup(code);
		}
		set_joined(row, l, code);
	}
	if (n_lost)
		g_ptr_array_add(table->warnings,
				ys_warning_new("code-rebuilt", line,
					       "%u %s without the zero of a level; the first was read as %s", n_lost,
					       n_lost == 1 ? "code is printed" : "codes are printed", example));
}

/* ---- heads ---- */

/* The first cell of the levels that says something; "" where it is 类, as what is over it names the column, and
 * 类款项 where nothing is. */
static char *joined_head(const ys_row *row, const levels *l, gboolean named)
{
	for (guint i = 0; i < l->n; i++) {
		const char *cell = ys_row_cell(row, l->first + i);

		if (!*cell)
			continue;
		if (level_named(cell) != 0)
			return g_strdup(cell);
		return named ? g_strdup("") : g_strconcat(names[0], names[1], l->n > 2 ? names[2] : NULL, NULL);
	}
	return g_strdup("");
}

/* A row that had nothing but levels is none any more. */
static void drop_empty(GPtrArray *header, guint r)
{
	ys_row *row = g_ptr_array_index(header, r), *above;

	for (guint i = 0; i < row->cells->len; i++)
		if (*ys_row_cell(row, i))
			return;
	above = g_ptr_array_index(header, r - 1);
	g_array_append_vals(above->lines, row->lines->data, row->lines->len);
	g_ptr_array_remove_index(header, r);
}

static void join_heads(ys_table *table, const levels *l)
{
	gboolean named = FALSE;

	for (guint r = 0; r < table->header->len; r++) {
		ys_row *row = g_ptr_array_index(table->header, r);
		char *head = joined_head(row, l, named);

		named |= *head != '\0';
		ys_row_set_cell(row, l->first, g_strdup(""));
		set_joined(row, l, head);
	}
	if (table->header->len > 1)
		drop_empty(table->header, table->header->len - 1);
}

void ys_code_columns_join(ys_table *table)
{
	guint width = MIN(MAX(ys_rows_width(table->header), ys_rows_width(table->rows)), YS_COLUMNS_MAX);

	for (guint c = 0; c < width; c++) {
		levels l = { c, levels_by_heads(table, c) };

		if (!l.n)
			l.n = levels_by_cells(table, c, width);
		if (!l.n || holds_names(table, &l))
			continue;
		join_rows(table, &l);
		join_heads(table, &l);
	}
}
