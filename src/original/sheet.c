#include "src/original/sheet.h"

/* As many as any sheet has; each takes time for its columns. */
#define MERGES_MAX 65536
/* Merges whose text moves to what is seen of them; each may sort all cells again. */
#define MOVES_MAX 200

typedef struct {
	guint row, column;
	char *text;             /* NULL: not seen */
	guint merge;            /* what it is merged to: index + 1; 0: nothing */
} cell;

typedef struct {
	guint first_row, first_column, last_row, last_column;
} range;

struct ys_sheet {
	GArray *cells;          /* of cell */
	GArray *merges;         /* of range */
	GHashTable *hidden_rows;
	gboolean hidden_columns[YS_SHEET_COLUMNS_MAX];
	guint repeat_first, repeat_last;
	gboolean repeats;
};

static void cell_clear(cell *cell)
{
	g_free(cell->text);
}

ys_sheet *ys_sheet_new(void)
{
	ys_sheet *sheet = g_new0(ys_sheet, 1);

	sheet->cells = g_array_new(FALSE, FALSE, sizeof(cell));
	g_array_set_clear_func(sheet->cells, (GDestroyNotify)cell_clear);
	sheet->merges = g_array_new(FALSE, FALSE, sizeof(range));
	sheet->hidden_rows = g_hash_table_new(NULL, NULL);
	return sheet;
}

void ys_sheet_free(ys_sheet *sheet)
{
	if (!sheet)
		return;
	g_array_unref(sheet->cells);
	g_array_unref(sheet->merges);
	g_hash_table_unref(sheet->hidden_rows);
	g_free(sheet);
}

static gboolean is_blank(const char *text)
{
	for (; *text; text = g_utf8_next_char(text)) {
		gunichar c = g_utf8_get_char(text);

		if (!g_unichar_isspace(c) && !g_unichar_iszerowidth(c))
			return FALSE;
	}
	return TRUE;
}

void ys_sheet_set(ys_sheet *sheet, guint row, guint column, const char *text)
{
	cell at = { row, column, NULL, 0 };

	if (column >= YS_SHEET_COLUMNS_MAX || is_blank(text))
		return;
	at.text = g_strdup(text);
	g_array_append_val(sheet->cells, at);
}

void ys_sheet_hide_row(ys_sheet *sheet, guint row)
{
	g_hash_table_add(sheet->hidden_rows, GUINT_TO_POINTER(row));
}

void ys_sheet_hide_columns(ys_sheet *sheet, guint first, guint last)
{
	for (guint c = first; c <= last && c < YS_SHEET_COLUMNS_MAX; c++)
		sheet->hidden_columns[c] = TRUE;
}

void ys_sheet_merge(ys_sheet *sheet, guint first_row, guint first_column, guint last_row, guint last_column)
{
	range merge = { first_row, first_column, last_row, MIN(last_column, YS_SHEET_COLUMNS_MAX - 1) };

	if (last_row >= first_row && last_column >= first_column && first_column < YS_SHEET_COLUMNS_MAX &&
	    sheet->merges->len < MERGES_MAX)
		g_array_append_val(sheet->merges, merge);
}

void ys_sheet_repeat_rows(ys_sheet *sheet, guint first, guint last)
{
	sheet->repeat_first = first;
	sheet->repeat_last = last;
	sheet->repeats = TRUE;
}

static gint by_place(gconstpointer a, gconstpointer b)
{
	const cell *x = a, *y = b;

	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	return x->column < y->column ? -1 : x->column > y->column;
}

static gint by_first(gconstpointer a, gconstpointer b)
{
	const range *x = a, *y = b;

	if (x->first_row != y->first_row)
		return x->first_row < y->first_row ? -1 : 1;
	return x->first_column < y->first_column ? -1 : x->first_column > y->first_column;
}

static gboolean row_is_hidden(const ys_sheet *sheet, guint row)
{
	return g_hash_table_contains(sheet->hidden_rows, GUINT_TO_POINTER(row));
}

static cell *cell_at(const ys_sheet *sheet, guint row, guint column)
{
	cell place = { row, column, NULL, 0 };
	guint at;

	return g_array_binary_search(sheet->cells, &place, by_place, &at) ?
		       &g_array_index(sheet->cells, cell, at) : NULL;
}

/* The text of a merged cell is seen as long as any part of the cell is: the range begins where its first
 * row and column do that are seen, and its text moves there. */
static void begin_where_seen(ys_sheet *sheet, range *merge)
{
	cell *anchor = cell_at(sheet, merge->first_row, merge->first_column);
	guint row = merge->first_row, column = merge->first_column;

	while (row < merge->last_row && row_is_hidden(sheet, row))
		row++;
	while (column < merge->last_column && sheet->hidden_columns[column])
		column++;
	if (anchor && (row != merge->first_row || column != merge->first_column)) {
		cell *there = cell_at(sheet, row, column);
		cell moved = { row, column, NULL, 0 };

		if (there) {
			g_free(there->text);
			there->text = g_steal_pointer(&anchor->text);
		} else {
			moved.text = g_steal_pointer(&anchor->text);
			g_array_append_val(sheet->cells, moved);
			g_array_sort(sheet->cells, by_place);
		}
	}
	merge->first_row = row;
	merge->first_column = column;
}

static void settle_merges(ys_sheet *sheet)
{
	guint moved = 0;

	for (guint i = 0; i < sheet->merges->len; i++) {
		range *merge = &g_array_index(sheet->merges, range, i);

		if (!row_is_hidden(sheet, merge->first_row) && !sheet->hidden_columns[merge->first_column])
			continue;
		if (moved++ < MOVES_MAX)
			begin_where_seen(sheet, merge);
	}
	g_array_sort(sheet->merges, by_first);
}

/* Which merged cell lies over a column, and down to which row. */
typedef struct {
	guint merge;            /* index + 1 */
	guint below;            /* first row under it */
} cover;

static gboolean overlaps(const range *merge, const cover *covers)
{
	for (guint c = merge->first_column; c <= merge->last_column; c++)
		if (covers[c].merge && covers[c].below > merge->first_row)
			return TRUE;
	return FALSE;
}

/* Of two that overlap, which no program writes, the first counts. */
static void lay_merges(const ys_sheet *sheet, guint *next, guint row, cover *covers)
{
	for (; *next < sheet->merges->len; ++*next) {
		const range *merge = &g_array_index(sheet->merges, range, *next);

		if (merge->first_row > row)
			return;
		if (overlaps(merge, covers))
			continue;
		for (guint c = merge->first_column; c <= merge->last_column; c++)
			covers[c] = (cover){ *next + 1, merge->last_row + 1 };
	}
}

/* What stands below a merged cell or is hidden is not seen; the others learn what they are merged to. */
static void drop_unseen(ys_sheet *sheet)
{
	g_autofree cover *covers = g_new0(cover, YS_SHEET_COLUMNS_MAX);
	guint next = 0;

	for (guint i = 0; i < sheet->cells->len; i++) {
		cell *at = &g_array_index(sheet->cells, cell, i);
		const cover *over = &covers[at->column];
		const range *merge = NULL;

		lay_merges(sheet, &next, at->row, covers);
		if (over->merge && at->row < over->below)
			merge = &g_array_index(sheet->merges, range, over->merge - 1);
		if (merge && merge->first_row == at->row && merge->first_column == at->column)
			at->merge = over->merge;
		else if (merge)
			g_clear_pointer(&at->text, g_free);
		if (row_is_hidden(sheet, at->row) || sheet->hidden_columns[at->column])
			g_clear_pointer(&at->text, g_free);
	}
}

/* What is left of a sheet: the rows with text, and where columns stand without the hidden ones. */
typedef struct {
	GArray *rows;           /* of guint */
	guint columns[YS_SHEET_COLUMNS_MAX + 1];        /* how many are seen in front */
	guint n_columns;        /* as the sheet counts them, without the empty ones at the right */
	gboolean table;         /* a row has two texts */
} seen;

static void look(const ys_sheet *sheet, seen *seen)
{
	guint first = YS_SHEET_COLUMNS_MAX, row = G_MAXUINT;

	for (guint i = 0; i < sheet->cells->len; i++) {
		const cell *at = &g_array_index(sheet->cells, cell, i);

		if (!at->text)
			continue;
		if (at->row == row)
			seen->table = TRUE;
		else
			g_array_append_val(seen->rows, at->row);
		row = at->row;
		first = MIN(first, at->column);
		seen->n_columns = MAX(seen->n_columns, at->column + 1);
	}
	for (guint c = 0; c < YS_SHEET_COLUMNS_MAX; c++)
		seen->columns[c + 1] = seen->columns[c] + (c >= first && !sheet->hidden_columns[c]);
}

/* How many rows with text there are up to this one. */
static guint rows_until(const seen *seen, guint row)
{
	guint low = 0, high = seen->rows->len;

	while (low < high) {
		guint middle = (low + high) / 2;

		if (g_array_index(seen->rows, guint, middle) <= row)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static ys_spot spot_of(const char *name, guint row)
{
	return (ys_spot){ .sheet = name, .row = row + 1 };
}

static void add_cell(const ys_sheet *sheet, const seen *seen, const cell *at, ys_original_table *table,
		     ys_original_row *row)
{
	guint width = 1, height = 1;

	if (at->merge) {
		const range *merge = &g_array_index(sheet->merges, range, at->merge - 1);

		width = seen->columns[MIN(merge->last_column + 1, seen->n_columns)] - seen->columns[at->column];
		height = rows_until(seen, merge->last_row) - rows_until(seen, at->row) + 1;
	}
	ys_original_row_add_cell(table, row, seen->columns[at->column], width, height, at->text);
}

static void deliver_table(const ys_sheet *sheet, const seen *seen, ys_original *original, const char *name)
{
	ys_original_table *table = ys_original_table_new();
	ys_original_row *row = NULL;

	for (guint i = 0; i < sheet->cells->len; i++) {
		const cell *at = &g_array_index(sheet->cells, cell, i);

		if (!at->text)
			continue;
		if (!row || (guint)row->spot.row != at->row + 1) {
			row = ys_original_table_add_row(table, spot_of(name, at->row));
			row->head = sheet->repeats && at->row >= sheet->repeat_first && at->row <= sheet->repeat_last;
		}
		add_cell(sheet, seen, at, table, row);
	}
	ys_original_add_table(original, spot_of(name, g_array_index(seen->rows, guint, 0)), table);
}

static void deliver_prose(const ys_sheet *sheet, ys_original *original, const char *name)
{
	for (guint i = 0; i < sheet->cells->len; i++) {
		const cell *at = &g_array_index(sheet->cells, cell, i);

		if (at->text)
			ys_original_add_text(original, spot_of(name, at->row), at->text, 0);
	}
}

/* Of two texts for one cell, which no program writes, the first stays. */
static void drop_doubles(ys_sheet *sheet)
{
	for (guint i = 1; i < sheet->cells->len; i++) {
		const cell *before = &g_array_index(sheet->cells, cell, i - 1);
		cell *at = &g_array_index(sheet->cells, cell, i);

		if (!by_place(before, at))
			g_clear_pointer(&at->text, g_free);
	}
}

void ys_sheet_deliver(ys_sheet *sheet, ys_original *original, const char *name)
{
	g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(guint));
	seen seen = { .rows = rows };

	g_array_sort(sheet->cells, by_place);
	settle_merges(sheet);
	drop_unseen(sheet);
	drop_doubles(sheet);
	look(sheet, &seen);
	if (!rows->len)
		return;
	name = ys_original_name(original, name);
	if (seen.table)
		deliver_table(sheet, &seen, original, name);
	else
		deliver_prose(sheet, original, name);
}
