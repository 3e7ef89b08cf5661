#include "src/publication/checks/reconcile.h"

#include <string.h>

#include "src/publication/checks/parts.h"

/* The first amount of the row that adds up all; 收入总计, which comes after 本年收入合计, is
 * taken before it. */
static ys_amount declared_total(const ys_grid *grid)
{
	ys_amount declared = YS_AMOUNT_NONE;

	for (guint r = 0; r < grid->table->rows->len; r++) {
		ys_total total = ys_wording_total(ys_grid_name(grid, r));

		if (!total || (declared != YS_AMOUNT_NONE && total != YS_TOTAL_GRAND))
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
	return grid->money->len && grid->table->rows->len && grid->table->kind != YS_TABLE_EVAL &&
	       grid->table->kind != YS_TABLE_GOAL_DEPT;
}

/* 合计, 因公出国, 小计, 购置, ...: they have a check of their own. */
static gboolean has_expenses_in_columns(const ys_grid *grid)
{
	guint columns[YS_FIGURE_RECEPTION - YS_FIGURE_THREE_PUBLIC + 1];

	return ys_three_public_columns(grid, 0, columns) > 0;
}

static ys_reconciliation reconcile_table(GPtrArray *checks, const ys_grid *grid,
					 const ys_reconcile_context *context, GArray *projects)
{
	ys_reconciliation table = { YS_UNCHECKED, YS_AMOUNT_NONE, YS_AMOUNT_NONE, YS_AMOUNT_NONE };
	ys_sum sum = { 0 };

	if (!is_about_money(grid))
		return table;
	table.declared = declared_total(grid);
	if (!has_expenses_in_columns(grid))
		ys_reconcile_columns(checks, grid);
	if (!ys_reconcile_three_public(checks, grid, context->final_account, &table) &&
	    !ys_reconcile_codes(checks, grid, &table) && !ys_reconcile_balance(checks, grid, &table) &&
	    !ys_reconcile_hierarchy(checks, grid, context, &table, &sum) &&
	    !ys_reconcile_rows(checks, grid, context->bodies, &table) &&
	    grid->table->kind != YS_TABLE_GOAL_PROJ)
		ys_check_unchecked(checks, "rows-total", ys_grid_title(grid), grid->table->first_line,
				   "no total is printed");
	if (sum.n)
		g_array_append_val(projects, sum);
	return table;
}

GPtrArray *ys_reconcile(const ys_reconcile_context *context, GArray **tables)
{
	GPtrArray *checks = g_ptr_array_new_with_free_func((GDestroyNotify)ys_check_free);
	g_autoptr(GArray) projects = g_array_new(FALSE, FALSE, sizeof(ys_sum));

	*tables = g_array_new(FALSE, FALSE, sizeof(ys_reconciliation));
	for (guint i = 0; i < context->grids->len; i++) {
		ys_reconciliation table =
			reconcile_table(checks, g_ptr_array_index(context->grids, i), context, projects);

		g_array_append_val(*tables, table);
	}
	ys_reconcile_across(checks, context, *tables, projects);
	ys_reconcile_prose(checks, context);
	ys_reconcile_statements(checks, context->prose);
	ys_reconcile_wholes(checks, context->prose);
	ys_reconcile_items(checks, context);
	return checks;
}
