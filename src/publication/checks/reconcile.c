#include "src/publication/checks/reconcile.h"

#include <string.h>

#include "src/publication/checks/check.h"

/* Mismatches of one kind that are listed one by one; the rest is counted. */
#define FAILED_MAX 20

ys_reconciliation_status ys_reconcile_status(ys_amount sum, ys_amount declared, guint n, ys_amount half_step)
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

/* ---- checks ---- */

void ys_check_free(ys_check *check)
{
	if (!check)
		return;
	g_free(check->subject);
	g_free(check->detail);
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
	check->status = ys_reconcile_status(sum->sum, declared, sum->n, half_step);
	if (check->status != YS_UNCHECKED)
		check->residual = sum->sum - declared;
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
	*bulk = (ys_bulk){ checks, grid, what, 0, 0, 0, 0 };
}

void ys_bulk_add(ys_bulk *bulk, const ys_sum *sum, ys_amount declared, guint row, guint column)
{
	const ys_grid *grid = bulk->grid;
	ys_reconciliation_status status;
	ys_check *check;

	if (sum->overflow)
		return;
	status = ys_reconcile_status(sum->sum, declared, sum->n, grid->half_step);
	if (status == YS_OK || status == YS_ROUNDING) {
		ys_amount residual = sum->sum - declared;

		bulk->held++;
		bulk->rounded += status == YS_ROUNDING;
		if (ABS(residual) > ABS(bulk->widest))
			bulk->widest = residual;
	} else if (status == YS_MISMATCH && bulk->failed++ < FAILED_MAX) {
		check = ys_check_compare(bulk->checks, bulk->what, ys_grid_title(grid), sum, declared,
					 grid->half_step, ys_grid_line(grid, row));
		ys_check_detail(check, "%s, %s", ys_grid_name(grid, row), ys_grid_head(grid, column));
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

const char *ys_grid_head(const ys_grid *grid, guint column)
{
	return ((ys_column *)g_ptr_array_index(grid->table->columns, column))->name;
}

void ys_grid_reconciled(const ys_grid *grid, const ys_check *check)
{
	ys_reconciliation *r = &grid->table->reconciliation;

	/* what is declared stays known where it cannot be checked */
	if (check->status != YS_UNCHECKED)
		*r = (ys_reconciliation){ check->status, check->sum, check->declared, check->residual };
}

/* The first amount of the row that adds up all; 收入总计, which comes after 本年收入合计, is
 * taken before it. */
static ys_amount declared_total(const ys_grid *grid)
{
	ys_amount declared = YS_AMOUNT_NONE;

	for (guint r = 0; r < grid->table->rows->len; r++) {
		const char *name = ys_grid_name(grid, r);

		if (!ys_is_total_name(name) || (declared != YS_AMOUNT_NONE && !strstr(name, "总计")))
			continue;
		for (guint i = 0; i < grid->money->len; i++) {
			ys_amount amount = ys_grid_amount(grid, r, ys_grid_money(grid, i));

			if (amount != YS_AMOUNT_NONE) {
				declared = amount;
				break;
			}
		}
	}
	return declared;
}

/* A table without amounts: indicators, units. */
static gboolean is_about_money(const ys_grid *grid)
{
	return grid->money->len && grid->table->rows->len && g_strcmp0(grid->table->canonical, "eval") &&
	       g_strcmp0(grid->table->canonical, "goal_dept");
}

/* 合计, 因公出国, 小计, 购置, ...: they have a check of their own. */
static gboolean has_expenses_in_columns(const ys_grid *grid)
{
	guint columns[YS_FIGURE_RECEPTION - YS_FIGURE_THREE_PUBLIC + 1], n;

	return ys_three_public_columns(grid, 0, columns, &n);
}

static void reconcile_table(GPtrArray *checks, const ys_grid *grid, const ys_reconcile_context *context,
			    GArray *projects)
{
	ys_sum sum = { 0 };

	if (!is_about_money(grid))
		return;
	grid->table->reconciliation = (ys_reconciliation){ YS_UNCHECKED, YS_AMOUNT_NONE, declared_total(grid),
							   YS_AMOUNT_NONE };
	if (!has_expenses_in_columns(grid))
		ys_reconcile_columns(checks, grid);
	if (!ys_reconcile_three_public(checks, grid, context->final_account) &&
	    !ys_reconcile_codes(checks, grid) && !ys_reconcile_balance(checks, grid) &&
	    !ys_reconcile_hierarchy(checks, grid, context, &sum) &&
	    !ys_reconcile_rows(checks, grid, context->bodies) &&
	    g_strcmp0(grid->table->canonical, "goal_proj"))
		ys_check_unchecked(checks, "rows-total", ys_grid_title(grid), grid->table->first_line,
				   "no total is printed");
	if (sum.n)
		g_array_append_val(projects, sum);
}

GPtrArray *ys_reconcile(const ys_reconcile_context *context)
{
	GPtrArray *checks = g_ptr_array_new_with_free_func((GDestroyNotify)ys_check_free);
	g_autoptr(GArray) projects = g_array_new(FALSE, FALSE, sizeof(ys_sum));

	for (guint i = 0; i < context->grids->len; i++)
		reconcile_table(checks, g_ptr_array_index(context->grids, i), context, projects);
	ys_reconcile_across(checks, context, projects);
	ys_reconcile_prose(checks, context);
	return checks;
}
