/* What every comparison is made of: sums that know how many amounts they have, and so how far rounding
 * may go; the status that follows; and bulks, which say many comparisons of one table that hold in one
 * check and list the others. */
#include "src/publication/checks/check.h"

/* Mismatches of one kind that are listed one by one; the rest is counted. */
#define FAILED_MAX 20

/* Of a sum of n printed amounts against a declared one. */
static ys_reconciliation_status status_of(ys_amount sum, ys_amount declared, guint n, ys_amount half_step)
{
	ys_amount residual;

	/* a residual that no amount can hold cannot be said */
	if (sum == YS_AMOUNT_NONE || declared == YS_AMOUNT_NONE ||
	    __builtin_sub_overflow(sum, declared, &residual) || residual == YS_AMOUNT_NONE)
		return YS_UNCHECKED;
	if (!residual)
		return YS_OK;
	return ys_amount_distance(sum, declared) <= (guint64)n * half_step ? YS_ROUNDING : YS_MISMATCH;
}

void ys_sum_add(ys_sum *sum, ys_amount amount)
{
	if (amount == YS_AMOUNT_NONE)
		return;
	sum->overflow |= __builtin_add_overflow(sum->sum, amount, &sum->sum);
	sum->n++;
}

ys_sum ys_sum_rows(const ys_grid *grid, const gboolean *counts, guint first, guint end, guint column)
{
	ys_sum sum = { 0 };

	for (guint r = first; r < end; r++)
		if (counts[r])
			ys_sum_add(&sum, ys_grid_amount(grid, r, column));
	return sum;
}

gboolean ys_sum_fits(const ys_sum *sum, ys_amount declared, ys_amount half_step)
{
	ys_reconciliation_status status = status_of(sum->sum, declared, sum->n, half_step);

	return !sum->overflow && (status == YS_OK || status == YS_ROUNDING);
}

/* ---- checks ---- */

void ys_check_free(ys_check *check)
{
	if (!check)
		return;
	g_free(check->subject);
	g_free(check->detail);
	if (check->rows)
		g_array_unref(check->rows);
	g_free(check);
}

static ys_check *check_new(GPtrArray *checks, const char *what, const char *subject, int line)
{
	ys_check *check = g_new0(ys_check, 1);

	check->what = what;
	check->subject = g_strdup(subject);
	check->line = line;
	check->sum = check->declared = check->residual = YS_AMOUNT_NONE;
	g_ptr_array_add(checks, check);
	return check;
}

void ys_check_detail(ys_check *check, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	g_free(check->detail);
	check->detail = g_strdup_vprintf(format, args);
	va_end(args);
}

void ys_check_doubt(ys_check *check, const char *why)
{
	check->status = YS_UNCHECKED;
	ys_check_detail(check, "%s", why);
}

ys_check *ys_check_compare(GPtrArray *checks, const char *what, const char *subject, const ys_sum *sum,
			   ys_amount declared, ys_amount half_step, int line)
{
	ys_check *check = check_new(checks, what, subject, line);

	check->n = 1;
	if (sum->overflow) {
		ys_check_detail(check, "the sum is beyond all amounts");
		return check;
	}
	check->sum = sum->sum;
	check->declared = declared;
	check->status = status_of(sum->sum, declared, sum->n, half_step);
	if (check->status != YS_UNCHECKED)
		check->residual = sum->sum - declared;
	return check;
}

ys_check *ys_check_rows(GPtrArray *checks, const char *what, const ys_grid *grid, const ys_sum *sum, guint row,
			guint column)
{
	ys_check *check = ys_check_compare(checks, what, ys_grid_title(grid), sum,
					   ys_grid_amount(grid, row, column), grid->half_step,
					   ys_grid_line(grid, row));

	if (!sum->overflow)
		ys_check_detail(check, "%u %s up to %s", sum->n, sum->n == 1 ? "row adds" : "rows add",
				ys_grid_name(grid, row));
	return check;
}

ys_check *ys_check_unchecked(GPtrArray *checks, const char *what, const char *subject, int line,
			     const char *why, ...)
{
	ys_check *check = check_new(checks, what, subject, line);
	va_list args;

	va_start(args, why);
	check->detail = g_strdup_vprintf(why, args);
	va_end(args);
	return check;
}

/* ---- tallies ---- */

void ys_bulk_init(ys_bulk *bulk, GPtrArray *checks, const ys_grid *grid, const char *what)
{
	*bulk = (ys_bulk){ .checks = checks, .grid = grid, .what = what };
}

void ys_bulk_add(ys_bulk *bulk, const ys_sum *sum, ys_amount declared, guint row, guint column)
{
	const ys_grid *grid = bulk->grid;
	ys_reconciliation_status status;
	ys_check *check;

	if (sum->overflow)
		return;
	status = status_of(sum->sum, declared, sum->n, grid->half_step);
	if (status == YS_OK || status == YS_ROUNDING) {
		ys_amount residual = sum->sum - declared;

		bulk->held++;
		bulk->rounded += status == YS_ROUNDING;
		if (ABS(residual) > ABS(bulk->widest))
			bulk->widest = residual;
	} else if (status == YS_MISMATCH && bulk->failed++ >= FAILED_MAX) {
		int line = ys_grid_line(grid, row);

		if (!bulk->more)
			bulk->more = g_array_new(FALSE, FALSE, sizeof(int));
		g_array_append_val(bulk->more, line);
	} else if (status == YS_MISMATCH) {
		check = ys_check_compare(bulk->checks, bulk->what, ys_grid_title(grid), sum, declared,
					 grid->half_step, ys_grid_line(grid, row));
		ys_check_detail(check, "%s, %s", ys_grid_name(grid, row),
				ys_table_head(grid->table, column)->name);
	}
}

void ys_bulk_add_columns(ys_bulk *bulk, const gboolean *counts, guint first_row, guint end_row, guint row,
			 guint first, guint n, guint but)
{
	for (guint i = first; i < first + n; i++) {
		guint column = ys_grid_money(bulk->grid, i);
		ys_amount declared = ys_grid_amount(bulk->grid, row, column);
		ys_sum sum;

		if (column == but || declared == YS_AMOUNT_NONE)
			continue;
		sum = ys_sum_rows(bulk->grid, counts, first_row, end_row, column);
		if (sum.n)
			ys_bulk_add(bulk, &sum, declared, row, column);
	}
}

void ys_bulk_end(ys_bulk *bulk, const char *held)
{
	ys_check *check;

	if (bulk->failed > FAILED_MAX) {
		check = check_new(bulk->checks, bulk->what, ys_grid_title(bulk->grid),
				  bulk->grid->table->first_line);
		check->status = YS_MISMATCH;
		check->n = bulk->failed - FAILED_MAX;
		check->rows = g_steal_pointer(&bulk->more);
		ys_check_detail(check, "and %u more", check->n);
	}
	for (int rounded = 0; rounded < 2; rounded++) {
		guint n = rounded ? bulk->rounded : bulk->held - bulk->rounded;

		if (!n)
			continue;
		check = check_new(bulk->checks, bulk->what, ys_grid_title(bulk->grid),
				  bulk->grid->table->first_line);
		check->status = rounded ? YS_ROUNDING : YS_OK;
		check->n = n;
		check->residual = rounded ? bulk->widest : 0;
		ys_check_detail(check, "%u %s", n, held);
	}
}

/* ---- tables ---- */

const char *ys_grid_title(const ys_grid *grid)
{
	const ys_table *table = grid->table;

	return table->title ? table->title : table->section ? table->section : "";
}

void ys_check_take(ys_reconciliation *table, const ys_check *check)
{
	if (check->status != YS_UNCHECKED)
		*table = (ys_reconciliation){ check->status, check->sum, check->declared, check->residual };
}
