/* How many rows are a header: all above a row of column numbers, or else as many as hold no data and
 * enough words that head columns.  What its columns are called: the cells are laid out on a grid and
 * put right there, cells cut in two, halves of a name one above the other, groups that stand in the
 * wrong column (mend()); then each column takes, from the top down, its own cell or that of the group
 * which goes on over it, with '/' between them. */
#include "src/publication/tables/header.h"

#include <string.h>

#include "src/publication/words/clean.h"
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

/* How a row numbers the columns: 1 2 3, or 栏次 1 2 (phenomenon 22). */
typedef enum {
	NO_NUMBERS,
	NUMBERS,
	MARKED_NUMBERS
} index_row;

static index_row index_row_of(const ys_row *row)
{
	int first = 0, last = 0;
	guint numbers = 0;
	gboolean marked = FALSE;

	for (guint i = 0; i < row->cells->len; i++) {
		g_auto(GStrv) parts = g_strsplit(ys_row_cell(row, i), " ", -1);

		for (char **part = parts; *part; part++) {
			if (!**part)
				continue;
			if (!strcmp(*part, "栏次") || !strcmp(*part, "行次")) {
				/* marks the row by itself, whatever OCR made of its numbers */
				marked = TRUE;
				continue;
			}
			if (!is_small_number(*part) || (!marked && atoi(*part) <= last))
				return NO_NUMBERS;
			last = atoi(*part);
			if (!numbers++)
				first = last;
		}
	}
	/* two numbers may also be the rest of amounts that a page break cut (phenomenon 52) */
	if (marked)
		return numbers ? MARKED_NUMBERS : NO_NUMBERS;
	return numbers >= 3 || (first == 1 && (numbers == 2 || (numbers == 1 && row->cells->len <= 3)));
}

static gboolean is_index_row(const ys_row *row)
{
	return index_row_of(row) != NO_NUMBERS;
}

gboolean ys_row_numbers_columns(const ys_row *row)
{
	return index_row_of(row) == MARKED_NUMBERS;
}

/* A cell that only data has: a number, a code, a sentence. */
static gboolean is_data_cell(const char *cell)
{
	return ys_amount_parse(cell, YS_WAN) != YS_AMOUNT_NONE || strstr(cell, "。") || strstr(cell, "；") ||
	       ys_is_longer(cell, CELL_MAX);
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

/* The rows from first on that the format says are the head. */
static guint told_length(const GPtrArray *rows, guint first)
{
	guint n = 0;

	while (first + n < rows->len && ((ys_row *)g_ptr_array_index(rows, first + n))->head)
		n++;
	return n;
}

guint ys_header_length(const GPtrArray *rows, guint first, guint *skip)
{
	guint n = told_length(rows, first);

	*skip = n + (n && first + n < rows->len && is_index_row(g_ptr_array_index(rows, first + n)));
	if (n)
		return n;
	/* All that stands above a row of column numbers is header, known words or not. */
	for (guint i = first; i < rows->len && i < first + HEADER_MAX; i++) {
		const ys_row *row = g_ptr_array_index(rows, i);

		if (is_index_row(row)) {
			*skip = i - first + 1;
			return i - first;
		}
		if (has_data_cell(row))
			break;
	}
	while (first + n < rows->len && n < HEADER_MAX) {
		if (!reads_as_header(g_ptr_array_index(rows, first + n)))
			break;
		n++;
	}
	*skip = n;
	return n;
}

gboolean ys_header_may_go_on(const ys_table *table)
{
	if (table->header->len + table->rows->len >= HEADER_MAX || told_length(table->header, 0))
		return FALSE;
	for (guint i = 0; i < table->rows->len; i++)
		if (has_data_cell(g_ptr_array_index(table->rows, i)))
			return FALSE;
	return TRUE;
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

guint ys_header_likeness(const GPtrArray *a, const GPtrArray *b)
{
	g_autoptr(GHashTable) left = cell_keys(a), right = cell_keys(b);
	GHashTableIter iter;
	gpointer key;
	guint common = 0, all;

	g_hash_table_iter_init(&iter, left);
	while (g_hash_table_iter_next(&iter, &key, NULL))
		common += g_hash_table_contains(right, key);
	all = g_hash_table_size(left) + g_hash_table_size(right) - common;
	return all ? 100 * common / all : 0;
}

guint ys_header_width(const GPtrArray *header)
{
	guint width = 0;

	for (guint r = 0; r < header->len; r++) {
		const ys_row *row = g_ptr_array_index(header, r);

		for (guint i = row->cells->len; i > width; i--)
			if (*ys_row_cell(row, i - 1))
				width = i;
	}
	return width;
}

int ys_header_quality(const GPtrArray *header)
{
	int quality = 0;

	for (guint r = 0; r < header->len; r++) {
		const ys_row *row = g_ptr_array_index(header, r);

		for (guint i = 0; i < row->cells->len; i++)
			if (*ys_row_cell(row, i))
				quality += ys_wording_column(ys_row_cell(row, i)) == YS_COLUMN_OTHER ? -1 : 1;
	}
	return quality;
}

/* ---- flattening ---- */

/* The cells of a header, put right where they were displaced. */
typedef struct {
	guint rows, width;
	const char **cells;     /* rows * width; borrowed */
	GPtrArray *made;        /* strings that are printed nowhere as one */
	gboolean told;          /* by the format: nothing is displaced */
} grid;

/* A cell below which no group goes on; it reads as empty. */
static const char closed[] = "";

static const char **at(const grid *g, guint r, guint column)
{
	return &g->cells[(gsize)r * g->width + column];
}

static const char *cell_at(const grid *g, guint r, guint column)
{
	return r < g->rows && column < g->width ? *at(g, r, column) : "";
}

static void grid_init(grid *g, const GPtrArray *header, guint width)
{
	g->rows = header->len;
	g->width = width;
	g->cells = g_new(const char *, (gsize)header->len * width + 1);
	g->made = g_ptr_array_new_with_free_func(g_free);
	g->told = told_length(header, 0) > 0;
	for (guint r = 0; r < g->rows; r++)
		for (guint c = 0; c < width; c++)
			*at(g, r, c) = ys_row_cell(g_ptr_array_index(header, r), c);
}

static void grid_clear(grid *g)
{
	g_free(g->cells);
	g_ptr_array_unref(g->made);
}

/* Something stands below row r in this column. */
static gboolean goes_deeper(const grid *g, guint r, guint column)
{
	for (guint k = r + 1; k < g->rows; k++)
		if (*cell_at(g, k, column))
			return TRUE;
	return FALSE;
}

static const char *deepest(const grid *g, guint column)
{
	for (guint r = g->rows; r-- > 0;)
		if (*cell_at(g, r, column))
			return cell_at(g, r, column);
	return "";
}

/* a and b behind each other, if they mean something together; NULL.  The grid owns it. */
static const char *known_together(grid *g, const char *a, const char *b)
{
	char *joined;

	if (strlen(a) + strlen(b) > 4 * CELL_MAX)
		return NULL;
	joined = g_strconcat(a, b, NULL);
	if (ys_wording_column(joined) == YS_COLUMN_OTHER) {
		g_free(joined);
		return NULL;
	}
	g_ptr_array_add(g->made, joined);
	return joined;
}

static gboolean is_unknown(const char *cell)
{
	return *cell && ys_wording_column(cell) == YS_COLUMN_OTHER;
}

/* 支⇥出: one cell cut in two (phenomenon 32). */
static void mend_cut_cells(grid *g)
{
	for (guint r = 0; r < g->rows; r++)
		for (guint c = 0; c + 1 < g->width; c++) {
			const char *whole;

			if (!is_unknown(cell_at(g, r, c)) || !is_unknown(cell_at(g, r, c + 1)) ||
			    !(whole = known_together(g, cell_at(g, r, c), cell_at(g, r, c + 1))))
				continue;
			*at(g, r, c) = whole;
			*at(g, r, c + 1) = "";
		}
}

/* The name printed in two halves stands in row r + 1; no group goes on above it. */
static void set_name(grid *g, guint r, guint column, const char *name)
{
	*at(g, r, column) = closed;
	*at(g, r + 1, column) = name;
}

static GArray *unknown_cells(const grid *g, guint r)
{
	GArray *columns = g_array_new(FALSE, FALSE, sizeof(guint));

	for (guint c = 0; c < g->width; c++)
		if (is_unknown(cell_at(g, r, c)))
			g_array_append_val(columns, c);
	return columns;
}

/* Heads broken over two rows and displaced beside each other, 因公出国 above or left of (境)费:
 * the halves belong together in their order, if each pair means something (phenomenon 31).
 * The groups between them keep their places in that order. */
static gboolean mend_displaced_halves(grid *g, guint r)
{
	g_autoptr(GArray) upper = unknown_cells(g, r), lower = unknown_cells(g, r + 1);
	g_autoptr(GPtrArray) names = g_ptr_array_new();

	if (!upper->len || upper->len != lower->len)
		return FALSE;
	for (guint i = 0; i < upper->len; i++) {
		const char *name = known_together(g, cell_at(g, r, g_array_index(upper, guint, i)),
						  cell_at(g, r + 1, g_array_index(lower, guint, i)));

		if (!name)
			return FALSE;
		g_ptr_array_add(names, (gpointer)name);
	}
	for (guint i = 0, c = 0, free = 0; c < g->width; c++) {
		const char *group = cell_at(g, r, c);

		if (i < upper->len && c == g_array_index(upper, guint, i)) {
			*at(g, r, c) = "";
			free = g_array_index(lower, guint, i++) + 1;
		} else if (*group && c < free && free < g->width) {
			*at(g, r, c) = "";
			*at(g, r, free) = group;
			c = free;
		}
	}
	for (guint i = 0; i < names->len; i++)
		set_name(g, r, g_array_index(lower, guint, i), names->pdata[i]);
	return TRUE;
}

/* 附属单位上缴 above 收入: one name and no group. */
static void mend_halves(grid *g, guint r)
{
	for (guint c = 0; c < g->width; c++) {
		const char *name = is_unknown(cell_at(g, r, c)) && *cell_at(g, r + 1, c)
					   ? known_together(g, cell_at(g, r, c), cell_at(g, r + 1, c))
					   : NULL;

		if (name)
			set_name(g, r, c, name);
	}
}

/* Where the last row begins again with the cell it began with, a second block of columns
 * begins: 项目 行次 金额 项目 行次 金额.  Returns the first columns of the blocks. */
static GArray *block_starts(const grid *g)
{
	GArray *starts = g_array_new(FALSE, FALSE, sizeof(guint));
	g_autofree char *first = NULL;

	for (guint c = 0; g->rows && c < g->width; c++) {
		g_autofree char *key = ys_name_key(cell_at(g, g->rows - 1, c));

		if (*key && !first)
			first = g_strdup(key);
		if (first && !strcmp(key, first))
			g_array_append_val(starts, c);
	}
	return starts;
}

/* How many cells stand in row r between two columns, halves of names included, and where the
 * last of them does. */
static guint cells_between(const grid *g, guint r, guint from, guint to, guint *column)
{
	guint n = 0;

	for (guint c = from; c < to; c++)
		if (*cell_at(g, r, c) || cell_at(g, r, c) == closed) {
			*column = c;
			n++;
		}
	return n;
}

/* One group over each block covers the whole of it, wherever in the block it was printed
 * (phenomenon 32). */
static void settle_blocks(grid *g)
{
	g_autoptr(GArray) starts = block_starts(g);

	for (guint r = 0; r + 1 < g->rows && starts->len > 1; r++) {
		gboolean alone = TRUE;
		guint column = 0;

		for (guint pass = 0; pass < 2 && alone; pass++)
			for (guint b = 0; b < starts->len && alone; b++) {
				guint from = g_array_index(starts, guint, b);
				gboolean last = b + 1 == starts->len;
				guint to = last ? g->width : g_array_index(starts, guint, b + 1);
				const char *group;

				alone = cells_between(g, r, from, to, &column) == 1 &&
					goes_deeper(g, r, column);
				if (!pass || !alone)
					continue;
				group = cell_at(g, r, column);
				*at(g, r, column) = "";
				*at(g, r, from) = group;
			}
	}
}

/* 项目 printed above the names alone groups the codes left of them too, and a group printed
 * one column too far right has its 小计 (phenomenon 32). */
static void draw_groups_left(grid *g)
{
	for (guint r = 0; r + 1 < g->rows; r++)
		for (guint c = 0; c + 1 < g->width; c++) {
			const char *right = cell_at(g, r, c + 1), *below = deepest(g, c);
			gboolean subtotal = !strcmp(below, "小计") && cell_at(g, r, c) != closed;
			gboolean code = ys_wording_column(right) == YS_COLUMN_NAME &&
					ys_wording_column(below) == YS_COLUMN_CODE;
			gboolean other = c && *cell_at(g, r, c - 1) && goes_deeper(g, r, c - 1);

			if (*cell_at(g, r, c) || !*right || !goes_deeper(g, r, c) ||
			    !goes_deeper(g, r, c + 1) || !(code || (subtotal && !other)))
				continue;
			*at(g, r, c) = right;
			*at(g, r, c + 1) = "";
		}
}

/* 项目 above 科目编码 and 科目名称 groups those two and no column of money beside them; what is
 * carried over is no part of 本年支出. */
static gboolean may_group(const char *group, const char *below)
{
	ys_column_meaning meaning = ys_wording_column(below);

	if (ys_wording_column(group) == YS_COLUMN_NAME)
		return meaning == YS_COLUMN_NAME || meaning == YS_COLUMN_CODE;
	return meaning != YS_COLUMN_CARRY || !g_str_has_suffix(group, "支出");
}

/* For each row of the header, the cell that names the group a column is in: its own, or
 * the nearest on the left when its own is empty and something stands below (phenomenon
 * 21).  NULL where there is none.  left holds the answers for the column before. */
static void groups_of(const grid *g, guint column, const char **left, const char **groups)
{
	gboolean same_parents = TRUE;

	for (guint r = 0; r < g->rows; r++) {
		const char *cell = cell_at(g, r, column);

		groups[r] = NULL;
		if (*cell)
			groups[r] = cell;
		else if (same_parents && left[r] && cell != closed && goes_deeper(g, r, column) &&
			 may_group(left[r], deepest(g, column)))
			groups[r] = left[r];
		same_parents &= groups[r] == left[r];
	}
}

/* An unknown cell over one column alone, with nothing else below it, is the upper half of a
 * name that data/columns does not list. */
static gboolean is_upper_half(const grid *g, guint r, guint column)
{
	if (!is_unknown(cell_at(g, r, column)) || r + 1 >= g->rows || !*cell_at(g, r + 1, column))
		return FALSE;
	return column + 2 >= g->width || *cell_at(g, r, column + 1) || !goes_deeper(g, r, column + 1);
}

/* Each column has what spans it, so that nothing has to be guessed. */
static void groups_told(const grid *g, guint column, const char **groups)
{
	const char *above = "";

	for (guint r = 0; r < g->rows; r++) {
		const char *cell = cell_at(g, r, column);

		groups[r] = *cell && strcmp(cell, above) ? cell : NULL;
		if (*cell)
			above = cell;
	}
}

static char *flat_name(const grid *g, guint column, const char **groups)
{
	g_autoptr(GString) name = g_string_new(NULL);
	gboolean glue = FALSE;

	for (guint r = 0; r < g->rows; r++) {
		if (!groups[r])
			continue;
		if (name->len && !glue)
			g_string_append_c(name, '/');
		g_string_append(name, groups[r]);
		glue = !g->told && groups[r] == cell_at(g, r, column) && is_upper_half(g, r, column);
	}
	return g_strndup(name->str, name->len);
}

/* What all columns without a head share: a page may be ruled with more of them than it has
 * words. */
static ys_column blank_column = { (char *)"", YS_COLUMN_OTHER };

static void column_free(ys_column *column)
{
	if (column == &blank_column)
		return;
	g_free(column->name);
	g_free(column);
}

/* The meaning of the lowest head that says one; a single 合计 below 财政拨款 is a total of
 * its group, not of the row, and comes after the row's own in any case. */
static ys_column_meaning column_meaning(const grid *g, guint column, const char *name)
{
	const char *tail = strrchr(name, '/');
	ys_column_meaning meaning = ys_wording_column(tail ? tail + 1 : name);

	if (meaning == YS_COLUMN_OTHER)
		meaning = ys_wording_column(deepest(g, column));
	return meaning;
}

static ys_column *column_new(const grid *g, guint column, const char **groups)
{
	g_autofree char *name = flat_name(g, column, groups);
	ys_column *made;

	if (!*name)
		return &blank_column;
	made = g_new0(ys_column, 1);
	made->meaning = column_meaning(g, column, name);
	made->name = g_steal_pointer(&name);
	return made;
}

static void mend(grid *g)
{
	mend_cut_cells(g);
	for (guint r = 0; r + 1 < g->rows; r++)
		if (!mend_displaced_halves(g, r))
			mend_halves(g, r);
	settle_blocks(g);
	draw_groups_left(g);
}

GPtrArray *ys_header_flatten(const GPtrArray *header, guint width)
{
	GPtrArray *columns = g_ptr_array_new_with_free_func((GDestroyNotify)column_free);
	const char **left = g_new0(const char *, header->len + 1);
	const char **groups = g_new0(const char *, header->len + 1);
	grid g;

	grid_init(&g, header, width);
	if (!g.told)
		mend(&g);
	for (guint c = 0; c < width; c++) {
		const char **swap;

		if (g.told)
			groups_told(&g, c, groups);
		else
			groups_of(&g, c, left, groups);
		g_ptr_array_add(columns, column_new(&g, c, groups));
		swap = left;
		left = groups;
		groups = swap;
	}
	g_free(left);
	g_free(groups);
	grid_clear(&g);
	return columns;
}
