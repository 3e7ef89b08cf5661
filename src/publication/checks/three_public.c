/* The three public expenses: 三公 = 因公出国 + 公务用车 + 公务接待, 公务用车 = 购置 + 运行维护. */
#include "src/publication/checks/parts.h"

#include <string.h>

/* The six in the order of ys_figure_id, from YS_FIGURE_THREE_PUBLIC on. */
#define KINDS 6
#define KIND(figure) ((figure) - YS_FIGURE_THREE_PUBLIC)

typedef struct {
	ys_amount amounts[KINDS];
	guint row, column;      /* of the total */
	const char *detail;     /* which of several the table has */
	gboolean others;        /* there are rows for something else: 会议费, 培训费 */
	ys_bulk *bulk;          /* where the check goes, if not by itself */
	ys_reconciliation *table;
} expenses;

static void compare(GPtrArray *checks, const ys_grid *grid, const expenses *e, ys_figure_id total,
		    const ys_figure_id *parts, guint n_parts)
{
	ys_amount declared = e->amounts[KIND(total)];
	ys_sum sum = { 0 };
	ys_check *check;

	for (guint i = 0; i < n_parts; i++) {
		if (e->amounts[KIND(parts[i])] == YS_AMOUNT_NONE)
			return;
		ys_sum_add(&sum, e->amounts[KIND(parts[i])]);
	}
	if (declared == YS_AMOUNT_NONE)
		return;
	if (e->bulk) {
		if (!e->others)
			ys_bulk_add(e->bulk, &sum, declared, e->row, e->column);
		return;
	}
	check = ys_check_compare(checks, "three-public", ys_grid_title(grid), &sum, declared, grid->half_step,
				 ys_grid_line(grid, e->row));
	ys_check_detail(check, "%s%s", total == YS_FIGURE_VEHICLE ? "公务用车 = 购置 + 运行维护"
								  : "三公 = 因公出国 + 公务用车 + 公务接待",
			e->detail);
	if (total == YS_FIGURE_THREE_PUBLIC && check->status == YS_MISMATCH && e->others)
		ys_check_doubt(check,
			       "its total also adds up rows that are not of the three public expenses");
	if (total == YS_FIGURE_THREE_PUBLIC && e->table->status == YS_UNCHECKED)
		ys_check_take(e->table, check);
}

static void check_expenses(GPtrArray *checks, const ys_grid *grid, const expenses *e)
{
	static const ys_figure_id all[] = { YS_FIGURE_ABROAD, YS_FIGURE_VEHICLE, YS_FIGURE_RECEPTION };
	static const ys_figure_id split[] = { YS_FIGURE_ABROAD, YS_FIGURE_VEHICLE_PURCHASE,
					      YS_FIGURE_VEHICLE_RUNNING, YS_FIGURE_RECEPTION };
	static const ys_figure_id vehicle[] = { YS_FIGURE_VEHICLE_PURCHASE, YS_FIGURE_VEHICLE_RUNNING };

	if (e->amounts[KIND(YS_FIGURE_VEHICLE)] != YS_AMOUNT_NONE)
		compare(checks, grid, e, YS_FIGURE_THREE_PUBLIC, all, G_N_ELEMENTS(all));
	else
		compare(checks, grid, e, YS_FIGURE_THREE_PUBLIC, split, G_N_ELEMENTS(split));
	compare(checks, grid, e, YS_FIGURE_VEHICLE, vehicle, G_N_ELEMENTS(vehicle));
}

static gboolean check_columns(GPtrArray *checks, const ys_grid *grid, gboolean final_account,
			      ys_reconciliation *table)
{
	guint columns[KINDS], n = ys_three_public_columns(grid, 0, columns);

	/* the part that counts last, so that the other's check is the table's only without it */
	for (guint part = 0; part < n; part++) {
		ys_three_public_columns(grid, part, columns);
		for (guint r = 0; r < grid->table->rows->len; r++) {
			expenses e = { .row = r, .detail = "", .table = table };

			if (n == 2)
				e.detail = part ? final_account ? ", right half: account" : ", right half"
						: final_account ? ", left half: budget" : ", left half";
			for (guint i = 0; i < KINDS; i++)
				e.amounts[i] = ys_grid_amount(grid, r, columns[i]);
			if (part)
				table->status = YS_UNCHECKED;
			check_expenses(checks, grid, &e);
		}
	}
	return n > 0;
}

/* What the rows of a table are about; *found: how many of the six there are. */
static ys_figure_id *kinds_of_rows(const ys_grid *grid, guint *found)
{
	ys_figure_id *kinds = g_new(ys_figure_id, grid->table->rows->len + 1);
	gboolean seen[KINDS] = { FALSE };

	*found = 0;
	for (guint r = 0; r < grid->table->rows->len; r++) {
		kinds[r] = ys_figure_of_row(ys_grid_name(grid, r));
		/* of two rows of one kind the first is it: the other is part of something else */
		if (kinds[r] == YS_FIGURE_NONE || seen[KIND(kinds[r])])
			continue;
		seen[KIND(kinds[r])] = TRUE;
		++*found;
	}
	return kinds;
}

/* One column of a table whose rows are the kinds. */
static void check_column_of_rows(GPtrArray *checks, const ys_grid *grid, guint column,
				 const ys_figure_id *kinds, ys_bulk *bulk, ys_reconciliation *table)
{
	expenses e = { .column = column, .detail = "", .bulk = bulk, .table = table };
	ys_amount whole = YS_AMOUNT_NONE;
	guint whole_row = 0;

	for (guint i = 0; i < KINDS; i++)
		e.amounts[i] = YS_AMOUNT_NONE;
	for (guint r = 0; r < grid->table->rows->len; r++) {
		ys_amount amount = ys_grid_amount(grid, r, column);

		if (kinds[r] != YS_FIGURE_NONE && e.amounts[KIND(kinds[r])] == YS_AMOUNT_NONE) {
			e.amounts[KIND(kinds[r])] = amount;
			if (kinds[r] == YS_FIGURE_THREE_PUBLIC)
				e.row = r;
		} else if (kinds[r] == YS_FIGURE_NONE &&
			   ys_wording_total(ys_grid_name(grid, r)) >= YS_TOTAL_OF_ALL) {
			if (whole == YS_AMOUNT_NONE)
				whole_row = r;
			whole = whole == YS_AMOUNT_NONE ? amount : whole;
		} else if (kinds[r] == YS_FIGURE_NONE) {
			e.others |= amount != YS_AMOUNT_NONE && amount != 0;
		}
	}
	if (e.amounts[KIND(YS_FIGURE_THREE_PUBLIC)] == YS_AMOUNT_NONE) {
		e.amounts[KIND(YS_FIGURE_THREE_PUBLIC)] = whole;
		e.row = whole_row;
	} else {
		e.others = FALSE;
	}
	check_expenses(checks, grid, &e);
}

gboolean ys_reconcile_three_public(GPtrArray *checks, const ys_grid *grid, gboolean final_account,
				   ys_reconciliation *table)
{
	g_autofree ys_figure_id *kinds = NULL;
	ys_bulk others;
	guint found;

	if (grid->table->kind != YS_TABLE_SANGONG)
		return FALSE;
	if (check_columns(checks, grid, final_account, table))
		return TRUE;
	kinds = kinds_of_rows(grid, &found);
	ys_bulk_init(&others, checks, grid, "three-public");
	for (guint i = 0; found >= 3 && i < grid->money->len; i++)
		check_column_of_rows(checks, grid, ys_grid_money(grid, i), kinds, i ? &others : NULL, table);
	ys_bulk_end(&others, "more sums of the three public expenses");
	if (found < 3)
		ys_check_unchecked(checks, "three-public", ys_grid_title(grid), grid->table->first_line,
				   "its rows and columns do not name the three public expenses");
	return TRUE;
}
