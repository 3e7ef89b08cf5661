/* Prose against tables, and against itself: its amounts are those of the tables, its
 * percentages follow from its amounts, its parts add up. */
#include "src/publication/checks/parts.h"

#include "src/publication/checks/percent.h"
#include "src/publication/figures/balance.h"

/* Half a unit of the last place of a printed number; 0 is 0, though it is mostly printed without places. */
static ys_amount half(const ys_figure *figure)
{
	return figure->amount ? figure->place / 2 : 0;
}

ys_amount ys_year_total(const ys_reconcile_context *context, guint which)
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
	    ys_year_total(context, id == YS_FIGURE_EXPENDITURE) == prose->amount)
		declared = prose->amount;
	check = ys_check_compare(checks, "prose-table", ys_figure_title(id), &sum, declared,
				 MAX(half(prose), half(table)), prose->line);
	ys_check_detail(check, "prose = table in line %d", table->line);
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

/* change / (amount - change) */
static void check_growth(GPtrArray *checks, const ys_growth *growth)
{
	ys_rough now = ys_rough_of(&growth->now), change = ys_rough_of(&growth->change);

	ys_check_percent(checks, growth->label, change, ys_rough_minus(now, change), growth->percent, growth->place,
			 growth->now.line);
}

static const ys_change *change_at(const ys_prose *prose, guint i)
{
	return &g_array_index(prose->changes, ys_change, i);
}

/* The change of a figure that is printed on this line, else the first; NULL if none is. */
static const ys_change *change_of(const ys_prose *prose, ys_figure_id figure, int line)
{
	const ys_change *first = NULL;

	for (guint i = 0; i < prose->changes->len; i++) {
		const ys_change *change = change_at(prose, i);

		if (change->figure == figure && (!first || change->by.line == line))
			first = change;
		if (first && first->by.line == line)
			break;
	}
	return first;
}

/* What a figure changed by is what its parts changed by, if all are compared with the same and the figures
 * themselves add up: else the parts are not all that there is. */
static void check_change(GPtrArray *checks, const ys_reconcile_context *context, ys_figure_id whole,
			 const ys_figure_id *parts, guint n)
{
	const ys_prose *prose = context->prose;
	const ys_change *part = change_of(prose, parts[0], 0);
	const ys_change *change = part ? change_of(prose, whole, part->by.line) : NULL;
	ys_sum figures = { 0 }, sum = { 0 };
	ys_amount half_step;
	ys_check *check;

	if (!change)
		return;
	half_step = half(&change->by);
	for (guint i = 0; i < n; i++) {
		part = change_of(prose, parts[i], change->by.line);
		if (!part || part->against != change->against)
			return;
		ys_sum_add(&figures, prose->figures[parts[i]].amount);
		ys_sum_add(&sum, part->by.amount);
		half_step = MAX(half_step, half(&part->by));
	}
	if (!ys_sum_fits(&figures, prose->figures[whole].amount, half_step))
		return;
	/* the amounts they are differences of were rounded, too */
	sum.n = 2 * (sum.n + 1);
	check = ys_check_compare(checks, "prose-change", ys_figure_title(whole), &sum, change->by.amount, half_step,
				 change->by.line);
	ys_check_detail(check, "%u parts changed by as much, in the prose", n);
}

/* A figure changed by the same wherever that is printed. */
static void check_repeated_changes(GPtrArray *checks, const ys_prose *prose)
{
	for (guint i = 0; i < prose->changes->len; i++) {
		const ys_change *change = change_at(prose, i), *first = change_of(prose, change->figure, 0);
		ys_sum sum = { 0 };
		ys_check *check;

		if (first == change || first->against != change->against)
			continue;
		ys_sum_add(&sum, change->by.amount);
		check = ys_check_compare(checks, "prose-change", ys_figure_title(change->figure), &sum, first->by.amount,
					 half(&change->by) + half(&first->by), change->by.line);
		ys_check_detail(check, "its change is the one in line %d", first->by.line);
	}
}

static void check_changes(GPtrArray *checks, const ys_reconcile_context *context)
{
	static const ys_figure_id expenses[] = { YS_FIGURE_ABROAD, YS_FIGURE_VEHICLE, YS_FIGURE_RECEPTION };
	static const ys_figure_id vehicle[] = { YS_FIGURE_VEHICLE_PURCHASE, YS_FIGURE_VEHICLE_RUNNING };
	static const ys_figure_id spent[] = { YS_FIGURE_BASIC, YS_FIGURE_PROJECT };
	static const ys_figure_id balanced[] = { YS_FIGURE_EXPENDITURE };

	check_change(checks, context, YS_FIGURE_THREE_PUBLIC, expenses, G_N_ELEMENTS(expenses));
	check_change(checks, context, YS_FIGURE_VEHICLE, vehicle, G_N_ELEMENTS(vehicle));
	check_change(checks, context, YS_FIGURE_EXPENDITURE, spent, G_N_ELEMENTS(spent));
	check_change(checks, context, YS_FIGURE_INCOME, balanced, G_N_ELEMENTS(balanced));
	check_repeated_changes(checks, context->prose);
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
	check_changes(checks, context);
}
