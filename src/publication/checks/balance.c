/* Balance tables: the items of a side against its 本年合计, that and what is carried over against
 * its 总计, and income against expenditure. */
#include "src/publication/checks/parts.h"

#include <string.h>

#include "src/publication/figures/balance.h"
#include "src/publication/words/numbering.h"

/* Rows of amounts between two totals of which any may be parts of others. */
#define SOME_MAX 8

/* What of the rows between two totals is added up. */
typedef enum {
	EVERY_ITEM,             /* all but marked parts */
	NOT_THE_FUNDS,          /* nor 一般公共预算财政拨款 ... below 年初财政拨款结转和结余 */
	NUMBERED_ITEMS,         /* 一、 二、 only */
	N_READINGS
} reading;

typedef struct {
	const ys_grid *grid;
	const ys_side *side;
	guint column;
	GPtrArray *checks;
	guint year, grand;
} side_check;

static const char *name_at(const side_check *s, guint row)
{
	return ys_row_cell(ys_grid_row(s->grid, row), s->side->name);
}

static gboolean is_fund(const char *name)
{
	return g_str_has_prefix(name, "一般公共预算") || g_str_has_prefix(name, "政府性基金") ||
	       g_str_has_prefix(name, "国有资本经营");
}

static gboolean counts(const side_check *s, guint row, reading reading)
{
	switch (ys_balance_line_of(s->grid, s->side, row)) {
	case YS_LINE_ITEM:
		return TRUE;
	case YS_LINE_PLAIN:
		return reading == EVERY_ITEM || (reading == NOT_THE_FUNDS && !is_fund(name_at(s, row)));
	default:
		return FALSE;
	}
}

static ys_sum sum_of(const side_check *s, guint first, guint last, reading reading)
{
	ys_sum sum = { 0 };

	for (guint r = first; r < last; r++)
		if (counts(s, r, reading))
			ys_sum_add(&sum, ys_grid_amount(s->grid, r, s->column));
	return sum;
}

/* The rows of the side are all there: its first item has the first number. */
static gboolean begins_at_one(const side_check *s)
{
	for (guint r = 0; r < s->grid->table->rows->len; r++)
		switch (ys_balance_line_of(s->grid, s->side, r)) {
		case YS_LINE_NONE:
			break;
		case YS_LINE_ITEM:
			return ys_number_at(name_at(s, r)).value == 1;
		case YS_LINE_PLAIN:
			return TRUE;
		default:
			return FALSE;
		}
	return FALSE;
}

/* Every item has a number, so that what counts is certain. */
static gboolean all_numbered(const side_check *s, guint first, guint last)
{
	guint items = 0;

	for (guint r = first; r < last; r++) {
		ys_balance_line line = ys_balance_line_of(s->grid, s->side, r);

		if (line == YS_LINE_PLAIN)
			return FALSE;
		items += line == YS_LINE_ITEM;
	}
	return items >= 2;
}

/* Some of the rows add up to the total with base: then the others may be parts of them.  With
 * too many rows that can always be. */
static gboolean some_fit(const side_check *s, ys_amount base, guint first, guint last, ys_amount declared)
{
	ys_amount rows[SOME_MAX];
	guint n = 0;

	for (guint r = first; r < last; r++) {
		ys_amount amount = ys_grid_amount(s->grid, r, s->column);

		if (!counts(s, r, EVERY_ITEM) || amount == YS_AMOUNT_NONE || !amount)
			continue;
		if (n == SOME_MAX)
			return TRUE;
		rows[n++] = amount;
	}
	for (guint chosen = 0; chosen < 1u << n; chosen++) {
		ys_sum sum = { 0 };

		ys_sum_add(&sum, base);
		for (guint i = 0; i < n; i++)
			if (chosen & 1u << i)
				ys_sum_add(&sum, rows[i]);
		if (ys_sum_fits(&sum, declared, s->grid->half_step))
			return TRUE;
	}
	return FALSE;
}

/* base and the rows [first, last) against the total in row total. */
static ys_check *check_items(const side_check *s, ys_amount base, guint first, guint last, guint total,
			     gboolean certain)
{
	ys_amount declared = ys_grid_amount(s->grid, total, s->column);
	ys_sum sum = { 0 }, chosen = { 0 };
	gboolean fits = FALSE;
	ys_check *check;

	for (reading reading = EVERY_ITEM; reading < N_READINGS && !fits; reading++) {
		sum = sum_of(s, first, last, reading);
		ys_sum_add(&sum, base);
		fits = ys_sum_fits(&sum, declared, s->grid->half_step);
		if (fits || !chosen.n)
			chosen = sum;
	}
	if (!chosen.n || declared == YS_AMOUNT_NONE)
		return NULL;
	if (!fits && !certain)
		return ys_check_unchecked(
			s->checks, "balance-parts", ys_grid_title(s->grid), ys_grid_line(s->grid, total),
			"it cannot be told which rows are items and which are parts of them: %s",
			name_at(s, total));
	check = ys_check_compare(s->checks, "balance-parts", ys_grid_title(s->grid), &chosen, declared,
				 s->grid->half_step, ys_grid_line(s->grid, total));
	ys_check_detail(check, "%u amounts add up to %s", chosen.n, name_at(s, total));
	return check;
}

/* （一） （二） below 一、 are its parts.  Not all of them need be printed, but they cannot be more
 * than the whole. */
static void check_parts(const side_check *s, guint item, guint end)
{
	ys_amount declared = ys_grid_amount(s->grid, item, s->column);
	ys_sum sum = { 0 };
	ys_check *check;

	for (guint r = item + 1; r < end; r++) {
		ys_balance_line line = ys_balance_line_of(s->grid, s->side, r);

		if (line != YS_LINE_PART && line != YS_LINE_NONE)
			break;
		if (line == YS_LINE_PART && ys_number_at(name_at(s, r)).kind != YS_NUMBER_HAN_BRACKET)
			return;
		if (line == YS_LINE_PART)
			ys_sum_add(&sum, ys_grid_amount(s->grid, r, s->column));
	}
	if (!sum.n || sum.overflow || declared == YS_AMOUNT_NONE)
		return;
	if (!ys_sum_fits(&sum, declared, s->grid->half_step) && sum.sum < declared)
		return;
	check = ys_check_compare(s->checks, "balance-parts", ys_grid_title(s->grid), &sum, declared,
				 s->grid->half_step, ys_grid_line(s->grid, item));
	ys_check_detail(check, "%u parts of %s", sum.n, name_at(s, item));
}

/* One column of one side; the check of its grand total, or of the only one. */
static ys_check *check_column(side_check *s)
{
	guint n = s->grid->table->rows->len, end = MIN(s->year, s->grand);
	ys_check *check = NULL;

	if (end == n)
		return NULL;
	if (!begins_at_one(s)) {
		ys_check_unchecked(s->checks, "balance-parts", ys_grid_title(s->grid),
				   ys_grid_line(s->grid, end), "the first rows are lost: %s",
				   name_at(s, end));
	} else {
		check = check_items(s, YS_AMOUNT_NONE, 0, end, end, all_numbered(s, 0, end));
	}
	for (guint r = 0; r < end; r++)
		if (ys_balance_line_of(s->grid, s->side, r) == YS_LINE_ITEM)
			check_parts(s, r, end);
	if (s->year < s->grand && s->grand < n) {
		ys_amount year = ys_grid_amount(s->grid, s->year, s->column);
		ys_amount grand = ys_grid_amount(s->grid, s->grand, s->column);
		gboolean certain = all_numbered(s, s->year + 1, s->grand) ||
				   !some_fit(s, year, s->year + 1, s->grand, grand);

		check = check_items(s, year, s->year + 1, s->grand, s->grand, certain);
	}
	return check;
}

static void check_income_is_expenditure(GPtrArray *checks, const ys_grid *grid, const GArray *sides)
{
	const ys_side *left = &g_array_index(sides, ys_side, 0), *right = &g_array_index(sides, ys_side, 1);
	guint n = grid->table->rows->len, year, income, expenditure;
	/* two printed amounts, and each may have been rounded */
	ys_sum sum = { 0, 1, FALSE };
	ys_check *check;

	ys_balance_totals(grid, left, &year, &income);
	ys_balance_totals(grid, right, &year, &expenditure);
	if (income == n || expenditure == n) {
		ys_check_unchecked(checks, "income-expenditure", ys_grid_title(grid), grid->table->first_line,
				   "no grand total is printed on both sides");
		return;
	}
	ys_sum_add(&sum, ys_grid_amount(grid, income, ys_grid_money(grid, left->first)));
	check = ys_check_compare(checks, "income-expenditure", ys_grid_title(grid), &sum,
				 ys_grid_amount(grid, expenditure, ys_grid_money(grid, right->first)),
				 grid->half_step, ys_grid_line(grid, income));
	ys_check_detail(check, "%s = %s", ys_row_cell(ys_grid_row(grid, income), left->name),
			ys_row_cell(ys_grid_row(grid, expenditure), right->name));
}

gboolean ys_reconcile_balance(GPtrArray *checks, const ys_grid *grid, ys_reconciliation *table)
{
	g_autoptr(GArray) sides = NULL;

	if (grid->table->kind != YS_TABLE_BAL && grid->table->kind != YS_TABLE_FBAL)
		return FALSE;
	sides = ys_balance_sides(grid);
	if (sides->len < 2) {
		ys_check_unchecked(checks, "rows-total", ys_grid_title(grid), grid->table->first_line,
				   "income and expenditure do not stand side by side");
		return TRUE;
	}
	for (guint i = 0; i < sides->len; i++) {
		const ys_side *side = &g_array_index(sides, ys_side, i);
		side_check s = { .grid = grid, .side = side, .checks = checks };

		ys_balance_totals(grid, side, &s.year, &s.grand);
		for (guint c = 0; c < side->n; c++) {
			ys_check *check;

			s.column = ys_grid_money(grid, side->first + c);
			check = check_column(&s);
			if (check && !i && !c)
				ys_check_take(table, check);
		}
	}
	check_income_is_expenditure(checks, grid, sides);
	return TRUE;
}
