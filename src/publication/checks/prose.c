/* Prose against tables, and against itself: its amounts are those of the tables, its
 * percentages follow from its amounts, its parts add up. */
#include "src/publication/checks/parts.h"

#include "src/publication/figures/balance.h"

/* Half a unit of the last place of a printed number. */
static ys_amount half(const ys_figure *figure)
{
	return figure->place / 2;
}

/* 本年合计 of a side of the balance table: some prose means it by 总收入. */
static ys_amount year_total(const ys_reconcile_context *context, guint which)
{
	for (guint i = 0; i < context->grids->len; i++) {
		const ys_grid *grid = g_ptr_array_index(context->grids, i);
		g_autoptr(GArray) sides = NULL;
		guint year, grand;

		if (grid->table->kind != YS_TABLE_BAL)
			continue;
		sides = ys_balance_sides(grid);
		if (which >= sides->len)
			continue;
		ys_balance_totals(grid, &g_array_index(sides, ys_side, which), &year, &grand);
		if (year < grid->table->rows->len)
			return ys_grid_amount(
				grid, year, ys_grid_money(grid, g_array_index(sides, ys_side, which).first));
	}
	return YS_AMOUNT_NONE;
}

static void check_amount(GPtrArray *checks, const ys_reconcile_context *context, ys_figure_id id)
{
	const ys_figure *prose = &context->prose->figures[id], *table = &context->figures[id];
	ys_amount declared = table->amount;
	ys_sum sum = { prose->amount, 1, FALSE };
	ys_check *check;

	if (prose->amount == YS_AMOUNT_NONE || table->amount == YS_AMOUNT_NONE)
		return;
	if (declared != prose->amount && (id == YS_FIGURE_INCOME || id == YS_FIGURE_EXPENDITURE) &&
	    year_total(context, id == YS_FIGURE_EXPENDITURE) == prose->amount)
		declared = prose->amount;
	check = ys_check_compare(checks, "prose-table", ys_figure_title(id), &sum, declared,
				 MAX(half(prose), half(table)), prose->line);
	ys_check_detail(check, "prose = table in line %d", table->line);
}

/* ---- percentages ---- */

typedef __int128 wide;

static wide magnitude(wide n)
{
	return n < 0 ? -n : n;
}

/* Does the percentage follow?  change / (now - change) in hundredths of a percent, where both
 * amounts are rounded to their last place. */
static ys_reconciliation_status growth_status(const ys_growth *growth, ys_percent *right)
{
	wide now = growth->now.amount, change = growth->change.amount, base = now - change;
	wide exact, slack, off;

	if (base <= 0)
		return YS_UNCHECKED;
	/* ten-thousandths of a percent, so that rounding here does not matter */
	exact = change * 1000000 / base;
	slack = (1000000 * (wide)growth->change.place +
		 magnitude(exact) * ((wide)growth->now.place + growth->change.place)) /
			(2 * base) + 1;
	*right = (ys_percent)CLAMP((exact + (exact < 0 ? -50 : 50)) / 100, -G_MAXINT, G_MAXINT);
	off = magnitude(exact - (wide)growth->percent * 100);
	if (off <= (wide)growth->place * 50 + slack)
		return YS_OK;
	/* some cut off where others round */
	return off <= (wide)growth->place * 100 + slack ? YS_ROUNDING : YS_MISMATCH;
}

static void append_percent(GString *out, ys_percent percent)
{
	ys_amount_append_yuan(out, percent);
	g_string_append_c(out, '%');
}

static void check_growth(GPtrArray *checks, const ys_growth *growth)
{
	ys_percent right = 0;
	ys_reconciliation_status status = growth_status(growth, &right);
	g_autoptr(GString) detail = NULL;
	ys_check *check;

	if (status == YS_UNCHECKED)
		return;
	detail = g_string_new(NULL);
	append_percent(detail, growth->percent);
	g_string_append(detail, status == YS_OK ? " of " : " printed, ");
	if (status != YS_OK) {
		append_percent(detail, right);
		g_string_append(detail, " follows from ");
	}
	ys_amount_append_wan(detail, growth->now.amount);
	g_string_append(detail, " and ");
	ys_amount_append_wan(detail, growth->change.amount);
	check = ys_check_unchecked(checks, "prose-percent", growth->label, growth->now.line, "%s",
				   detail->str);
	check->status = status;
	check->n = 1;
}

/* ---- parts ---- */

static void check_parts(GPtrArray *checks, const ys_reconcile_context *context, const char *what,
			ys_figure_id total, const ys_figure_id *parts, guint n)
{
	const ys_figure *figures = context->prose->figures;
	ys_amount half_step = half(&figures[total]);
	ys_sum sum = { 0 };
	ys_check *check;

	for (guint i = 0; i < n; i++) {
		if (figures[parts[i]].amount == YS_AMOUNT_NONE)
			return;
		ys_sum_add(&sum, figures[parts[i]].amount);
		half_step = MAX(half_step, half(&figures[parts[i]]));
	}
	if (figures[total].amount == YS_AMOUNT_NONE)
		return;
	check = ys_check_compare(checks, what, ys_figure_title(total), &sum, figures[total].amount, half_step,
				 figures[total].line);
	ys_check_detail(check, "%u parts in the prose add up to it", sum.n);
}

void ys_reconcile_prose(GPtrArray *checks, const ys_reconcile_context *context)
{
	static const ys_figure_id kinds[] = { YS_FIGURE_GOODS, YS_FIGURE_WORKS, YS_FIGURE_SERVICES };
	static const ys_figure_id expenses[] = { YS_FIGURE_ABROAD, YS_FIGURE_VEHICLE, YS_FIGURE_RECEPTION };
	static const ys_figure_id vehicle[] = { YS_FIGURE_VEHICLE_PURCHASE, YS_FIGURE_VEHICLE_RUNNING };

	for (ys_figure_id id = 0; id < YS_N_FIGURES; id++)
		check_amount(checks, context, id);
	check_parts(checks, context, "procurement", YS_FIGURE_PROCUREMENT, kinds, G_N_ELEMENTS(kinds));
	check_parts(checks, context, "three-public", YS_FIGURE_THREE_PUBLIC, expenses,
		    G_N_ELEMENTS(expenses));
	check_parts(checks, context, "three-public", YS_FIGURE_VEHICLE, vehicle, G_N_ELEMENTS(vehicle));
	for (guint i = 0; i < context->prose->growths->len; i++)
		check_growth(checks, g_ptr_array_index(context->prose->growths, i));
}
