/* Every cell is read as an amount once, and what a column holds is told by counting its cells: codes
 * that go on from each other, amounts, numbers of lines, text.  Its head is asked where the cells leave
 * it open.  For the amount of a row the heads over money are asked first, then all heads, and the cells
 * where a head stands over texts. */
#include "src/publication/tables/grid.h"

#include <stdlib.h>
#include <string.h>

#include "src/publication/tables/heads_table.h"
#include "src/publication/words/clean.h"
#include "src/word_list.h"

/* Columns of money beyond this are left alone: no table has as many, and sums of each by each
 * row must not take the product of a wide row and many short ones. */
#define MONEY_MAX 200

/* Places behind the point that are told apart. */
#define PLACES_MAX 6
/* So many of the amounts, one of that number, print as many places as all are rounded to: others end in zeros
 * that are left out, and a few are typed by hand. */
#define OF_AMOUNTS 10

/* ---- cells ---- */

guint ys_code_length(const char *cell, const char **digits)
{
	const char *p = cell;
	gsize n;

	if (*p == '[')
		p++;
	else if (g_str_has_prefix(p, "【"))
		p += strlen("【");
	n = strspn(p, "0123456789");
	if (digits)
		*digits = p;
	if ((n != 3 && n != 5 && n != 7) || !strchr("235", *p))
		return 0;
	/* a bracket that closes, a name, nothing; but no decimal point and no comma */
	return !p[n] || p[n] == ']' || p[n] == ' ' || (guchar)p[n] >= 0x80 ? n : 0;
}

static const char *without_path(const char *column_name)
{
	const char *tail = strrchr(column_name, '/');

	return tail ? tail + 1 : column_name;
}

/* ---- columns ---- */

/* What the cells of one column are, counted. */
typedef struct {
	guint cells, amounts, codes, ordinals;
	gboolean nested;        /* a code goes on from the one above it, or stands with a name */
	const char *above;      /* the last code */
	guint above_length;
	int last;               /* the last whole number */
	guint places[PLACES_MAX + 1];   /* amounts that print at least so many */
} tally;

static void count_code(tally *t, const char *cell)
{
	const char *digits;
	guint length = ys_code_length(cell, &digits);

	if (!length)
		return;
	t->codes++;
	t->nested |= *cell == '[' || digits[length] != '\0' ||
		     (t->above && t->above_length < length && !memcmp(t->above, digits, t->above_length));
	t->above = digits;
	t->above_length = length;
}

/* 1 2 3 down a column are the numbers of its lines. */
static void count_ordinal(tally *t, const char *cell)
{
	gsize n = strlen(cell);

	if (n > 3 || strspn(cell, "0123456789") != n || atoi(cell) <= t->last)
		return;
	t->last = atoi(cell);
	t->ordinals++;
}

static void count_places(tally *t, const char *cell)
{
	const char *point = strrchr(cell, '.');
	gsize n = point ? strspn(point + 1, "0123456789") : 0;

	for (guint i = 0; i <= MIN(n, PLACES_MAX); i++)
		t->places[i]++;
}

static void count_cell(tally *t, const char *cell, ys_amount amount)
{
	if (!*cell || (amount == YS_AMOUNT_NONE && ys_is_nothing(cell)))
		return;
	t->cells++;
	t->amounts += amount != YS_AMOUNT_NONE;
	if (amount != YS_AMOUNT_NONE)
		count_places(t, cell);
	count_code(t, cell);
	count_ordinal(t, cell);
}

/* 合计 among codes is none of them, which tells in a short table. */
static guint count_totals(const ys_grid *grid, guint column)
{
	guint n = 0;

	for (guint r = 0; r < grid->table->rows->len; r++)
		n += ys_wording_total(ys_row_cell(ys_grid_row(grid, r), column)) != YS_TOTAL_NONE;
	return n;
}

static ys_cells what_it_holds(const tally *t, const ys_column *column)
{
	const char *head = without_path(column->name);

	if (!t->cells)
		return YS_CELLS_NOTHING;
	if (t->codes * 10 >= t->cells * 8 && (t->nested || column->meaning == YS_COLUMN_CODE))
		return YS_CELLS_CODE;
	if (t->amounts * 10 < t->cells * 8)
		return YS_CELLS_TEXT;
	if (ys_word_at_end(head, strlen(head), heads_number) || column->meaning == YS_COLUMN_CODE ||
	    (t->cells >= 5 && t->ordinals == t->cells))
		return YS_CELLS_NUMBER;
	return YS_CELLS_MONEY;
}

/* ---- the grid ---- */

static void read_row(ys_grid *grid, guint r, const gint64 *units, tally *tallies)
{
	const ys_row *row = ys_grid_row(grid, r);

	for (guint c = 0; c < row->cells->len && c < grid->width; c++) {
		const char *cell = g_ptr_array_index(row->cells, c);
		ys_amount amount = *cell ? ys_amount_parse(cell, units[c]) : YS_AMOUNT_NONE;

		grid->amounts[grid->begins[r] + c] = amount;
		count_cell(&tallies[c], cell, amount);
	}
}

static void lay_out(ys_grid *grid)
{
	const GPtrArray *rows = grid->table->rows;

	grid->begins = g_new(gsize, rows->len + 1);
	grid->begins[0] = 0;
	for (guint r = 0; r < rows->len; r++)
		grid->begins[r + 1] = grid->begins[r] + MIN(ys_grid_row(grid, r)->cells->len, grid->width);
	grid->amounts = g_new(ys_amount, grid->begins[rows->len] + 1);
}

/* Half of the last place that amounts of the table are printed to, in fen; no less than one. */
static ys_amount half_step_of(const ys_grid *grid, gint64 unit, const tally *tallies)
{
	guint counts[PLACES_MAX + 1] = { 0 };
	gint64 place = unit;

	for (guint m = 0; m < grid->money->len; m++)
		for (guint i = 0; i <= PLACES_MAX; i++)
			counts[i] += tallies[ys_grid_money(grid, m)].places[i];
	for (guint i = 1; i <= PLACES_MAX && counts[i] && counts[i] * OF_AMOUNTS >= counts[0]; i++)
		place /= 10;
	return MAX(1, place / 2);
}

ys_grid *ys_grid_new(const ys_table *table, gint64 unit)
{
	ys_grid *grid = g_new0(ys_grid, 1);
	g_autofree tally *tallies = NULL;
	g_autofree gint64 *units = NULL;

	grid->table = table;
	grid->width = table->columns->len;
	unit = table->unit ? table->unit : unit;
	units = g_new(gint64, grid->width + 1);
	tallies = g_new0(tally, grid->width + 1);
	for (guint c = 0; c < grid->width; c++) {
		units[c] = ys_unit_in(ys_table_head(table, c)->name);
		if (!units[c])
			units[c] = unit;
	}
	lay_out(grid);
	for (guint r = 0; r < table->rows->len; r++)
		read_row(grid, r, units, tallies);
	grid->holds = g_new(ys_cells, grid->width + 1);
	grid->money = g_array_new(FALSE, FALSE, sizeof(guint));
	for (guint c = 0; c < grid->width; c++) {
		if (tallies[c].codes && tallies[c].nested)
			tallies[c].cells -= count_totals(grid, c);
		grid->holds[c] = what_it_holds(&tallies[c], ys_table_head(table, c));
		if (grid->holds[c] == YS_CELLS_MONEY && grid->money->len == MONEY_MAX)
			grid->holds[c] = YS_CELLS_NUMBER;
		if (grid->holds[c] == YS_CELLS_MONEY)
			g_array_append_val(grid->money, c);
	}
	grid->half_step = half_step_of(grid, unit, tallies);
	return grid;
}

void ys_grid_free(ys_grid *grid)
{
	if (!grid)
		return;
	g_free(grid->holds);
	g_free(grid->kinds);
	g_array_unref(grid->money);
	g_free(grid->amounts);
	g_free(grid->begins);
	g_free(grid);
}

ys_amount ys_grid_amount(const ys_grid *grid, guint row, guint column)
{
	gsize at = grid->begins[row] + column;

	return at < grid->begins[row + 1] ? grid->amounts[at] : YS_AMOUNT_NONE;
}

guint ys_grid_money(const ys_grid *grid, guint i)
{
	return g_array_index(grid->money, guint, i);
}

const ys_row *ys_grid_row(const ys_grid *grid, guint row)
{
	return g_ptr_array_index(grid->table->rows, row);
}

int ys_grid_line(const ys_grid *grid, guint row)
{
	return g_array_index(ys_grid_row(grid, row)->lines, int, 0);
}

const char *ys_grid_name(const ys_grid *grid, guint row)
{
	const ys_row *r = ys_grid_row(grid, row);

	for (guint c = 0; c < r->cells->len && c < grid->width; c++) {
		const char *cell = g_ptr_array_index(r->cells, c);

		if (*cell && grid->holds[c] != YS_CELLS_MONEY && grid->holds[c] != YS_CELLS_NUMBER &&
		    ys_grid_amount(grid, row, c) == YS_AMOUNT_NONE)
			return cell;
	}
	return "";
}

guint ys_grid_total_row(const ys_grid *grid)
{
	guint r = 0;

	while (r < grid->table->rows->len && ys_wording_total(ys_grid_name(grid, r)) < YS_TOTAL_OF_ALL)
		r++;
	return r;
}

/* ---- which column ---- */

int ys_grid_column(const ys_grid *grid, ys_column_meaning meaning)
{
	for (guint i = 0; i < grid->money->len; i++)
		if (ys_table_head(grid->table, ys_grid_money(grid, i))->meaning == meaning)
			return ys_grid_money(grid, i);
	return ys_table_column(grid->table, meaning);
}

int ys_amount_column_of(const ys_column_meaning *meanings, guint n)
{
	static const ys_column_meaning best[] = { YS_COLUMN_ADJUSTED, YS_COLUMN_TOTAL, YS_COLUMN_EXECUTED };

	for (gsize b = 0; b < G_N_ELEMENTS(best); b++)
		for (guint i = 0; i < n; i++)
			if (meanings[i] == best[b])
				return i;
	return -1;
}

/* The only column of money, or one whose head says nothing and that the row of the total adds up: numbers
 * that nobody adds up are targets or counts. */
static int unnamed_amounts(const ys_grid *grid)
{
	guint total = ys_grid_total_row(grid);

	for (guint i = 0; i < grid->money->len; i++) {
		guint column = ys_grid_money(grid, i);
		ys_column_meaning meaning = ys_table_head(grid->table, column)->meaning;

		if ((grid->money->len == 1 && ys_column_is_amount(meaning)) ||
		    (meaning == YS_COLUMN_OTHER && total < grid->table->rows->len &&
		     ys_grid_amount(grid, total, column) != YS_AMOUNT_NONE))
			return column;
	}
	return -1;
}

int ys_grid_amount_column(const ys_grid *grid)
{
	g_autofree ys_column_meaning *heads = g_new(ys_column_meaning, grid->width + 1);
	g_autofree ys_column_meaning *of_money = g_new0(ys_column_meaning, grid->width + 1);
	int named, unnamed;

	for (guint c = 0; c < grid->width; c++) {
		heads[c] = ys_table_head(grid->table, c)->meaning;
		if (grid->holds[c] == YS_CELLS_MONEY)
			of_money[c] = heads[c];
	}
	named = ys_amount_column_of(of_money, grid->width);
	if (named < 0)
		named = ys_amount_column_of(heads, grid->width);
	/* a head over texts stands in the wrong place */
	unnamed = named < 0 || grid->holds[named] == YS_CELLS_TEXT ? unnamed_amounts(grid) : -1;
	return unnamed >= 0 ? unnamed : named;
}

int ys_grid_column_under(const ys_grid *grid, ys_column_meaning meaning)
{
	for (guint i = 0; i < grid->money->len; i++) {
		guint column = ys_grid_money(grid, i);
		g_auto(GStrv) levels = g_strsplit(
			ys_table_head(grid->table, column)->name, "/", -1);

		for (char **level = levels; *level; level++)
			if (ys_wording_column(*level) == meaning)
				return column;
	}
	return -1;
}
