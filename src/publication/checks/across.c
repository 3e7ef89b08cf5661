/* The same amount in two tables: projects and 项目支出, the totals of revenue and expenditure and
 * those of the balance, basic expenditure by unit or economic class and by function. */
#include "src/publication/checks/parts.h"

#include <string.h>

#include "src/publication/figures/balance.h"
#include "src/text/key.h"

/* Amounts that one may be equal to, all printed somewhere. */
typedef struct {
	ys_amount amounts[8];
	guint n;
	ys_amount half_step;
	int line;               /* of the first */
	const char *where;      /* title of its table */
} amounts;

static gboolean is_table(const ys_grid *grid, ys_table_kind kind)
{
	return grid->money->len && grid->table->kind == kind;
}

static void add(amounts *a, const ys_grid *grid, guint row, guint column)
{
	ys_amount amount = ys_grid_amount(grid, row, column);

	if (amount == YS_AMOUNT_NONE || a->n == G_N_ELEMENTS(a->amounts))
		return;
	if (!a->n) {
		a->half_step = grid->half_step;
		a->line = ys_grid_line(grid, row);
		a->where = ys_grid_title(grid);
	}
	a->amounts[a->n++] = amount;
}

/* The totals of one side of the balance table. */
static void add_balance(amounts *a, const ys_reconcile_context *context, guint which)
{
	for (guint i = 0; i < context->grids->len; i++) {
		const ys_grid *grid = g_ptr_array_index(context->grids, i);
		g_autoptr(GArray) sides = NULL;
		const ys_side *side;
		guint year, grand;

		if (!is_table(grid, YS_TABLE_BAL))
			continue;
		sides = ys_balance_sides(grid);
		if (which >= sides->len)
			continue;
		side = &g_array_index(sides, ys_side, which);
		ys_balance_totals(grid, side, &year, &grand);
		if (grand < grid->table->rows->len)
			add(a, grid, grand, ys_grid_money(grid, side->first));
		if (year < grid->table->rows->len)
			add(a, grid, year, ys_grid_money(grid, side->first));
	}
}

/* The total of a column in all tables of one kind. */
static void add_totals(amounts *a, const ys_reconcile_context *context, ys_table_kind kind,
		       ys_column_meaning meaning)
{
	for (guint i = 0; i < context->grids->len; i++) {
		const ys_grid *grid = g_ptr_array_index(context->grids, i);
		guint total = is_table(grid, kind) ? ys_grid_total_row(grid) : 0;
		int column;

		if (!is_table(grid, kind) || total == grid->table->rows->len)
			continue;
		column = meaning == YS_COLUMN_OTHER ? (int)ys_grid_money(grid, 0)
						    : ys_grid_column_under(grid, meaning);
		if (column >= 0)
			add(a, grid, total, column);
	}
}

/* sum, of amounts that are rounded to half_step, must be one of the amounts; the check is against the nearest.
 * NULL if there are none. */
static ys_check *compare(GPtrArray *checks, const char *what, const char *subject, const ys_sum *sum,
			 ys_amount half_step, const amounts *a, int line)
{
	ys_amount best = a->amounts[0];

	if (!a->n || !sum->n || sum->overflow)
		return NULL;
	for (guint i = 1; i < a->n; i++)
		if (ys_amount_distance(a->amounts[i], sum->sum) < ys_amount_distance(best, sum->sum))
			best = a->amounts[i];
	return ys_check_compare(checks, what, subject, sum, best, MAX(half_step, a->half_step), line);
}

static void check_projects(GPtrArray *checks, const ys_reconcile_context *context, const GArray *projects)
{
	amounts a = { .n = 0 };
	ys_amount half_step = 0;
	ys_sum all = { 0 };
	ys_check *check;

	if (!projects->len)
		return;
	for (guint i = 0; i < projects->len; i++) {
		const ys_sum *sum = &g_array_index(projects, ys_sum, i);

		ys_sum_add(&all, sum->sum);
		all.n += sum->n - 1;
		all.overflow |= sum->overflow;
	}
	for (guint i = 0; i < context->grids->len; i++) {
		const ys_grid *grid = g_ptr_array_index(context->grids, i);

		if (is_table(grid, YS_TABLE_PROJ))
			half_step = MAX(half_step, grid->half_step);
	}
	add_totals(&a, context, YS_TABLE_EXP, YS_COLUMN_PROJ);
	add_totals(&a, context, YS_TABLE_GPB, YS_COLUMN_PROJ);
	check = compare(checks, "projects-expenditure", "项目支出", &all, half_step, &a, a.line);
	if (!check)
		ys_check_unchecked(checks, "projects-expenditure", "项目支出", 0,
				   "no table of expenditure prints a total of 项目支出");
	else if (check->status == YS_MISMATCH && projects->len > 1)
		ys_check_doubt(check,
			       "there are several tables of projects; one may list some of another again");
	else
		ys_check_detail(check, "%u projects add up to 项目支出 of %s", all.n, a.where);
}

/* ---- projects that are printed again ---- */

typedef struct {
	const ys_grid *grid;
	guint row;
	gboolean twice;         /* two rows of this name: it cannot be told which is meant */
} place;

static GHashTable *rows_by_name(const ys_reconcile_context *context)
{
	GHashTable *rows = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);

	for (guint i = 0; i < context->grids->len; i++) {
		const ys_grid *grid = g_ptr_array_index(context->grids, i);

		for (guint r = 0; is_table(grid, YS_TABLE_PROJ) && r < grid->table->rows->len; r++) {
			char *key = ys_name_key(ys_grid_name(grid, r));
			place *known = g_hash_table_lookup(rows, key);

			if (known) {
				known->twice = TRUE;
				g_free(key);
			} else {
				known = g_new0(place, 1);
				*known = (place){ grid, r, FALSE };
				g_hash_table_insert(rows, key, known);
			}
		}
	}
	return rows;
}

/* The amount of a row of the table of projects that is nearest to amount: an account has the
 * budget and what was executed. */
static ys_amount nearest_in_row(const place *p, ys_amount amount)
{
	ys_amount best = YS_AMOUNT_NONE;

	for (guint i = 0; i < p->grid->money->len; i++) {
		ys_amount other = ys_grid_amount(p->grid, p->row, ys_grid_money(p->grid, i));

		if (other != YS_AMOUNT_NONE &&
		    (best == YS_AMOUNT_NONE ||
		     ys_amount_distance(other, amount) < ys_amount_distance(best, amount)))
			best = other;
	}
	return best;
}

/* 重点项目: some of the projects once more, with their amounts. */
static void check_key_projects(GPtrArray *checks, const ys_grid *grid, GHashTable *rows)
{
	guint column = ys_grid_money(grid, 0);
	ys_bulk bulk;

	ys_bulk_init(&bulk, checks, grid, "tables-agree");
	for (guint r = 0; r < grid->table->rows->len; r++) {
		g_autofree char *key = ys_name_key(ys_grid_name(grid, r));
		const place *p = *key ? g_hash_table_lookup(rows, key) : NULL;
		ys_sum sum = { 0 };

		if (!p || p->twice || ys_grid_amount(grid, r, column) == YS_AMOUNT_NONE)
			continue;
		ys_sum_add(&sum, ys_grid_amount(grid, r, column));
		ys_bulk_add(&bulk, &sum, nearest_in_row(p, sum.sum), r, column);
	}
	ys_bulk_end(&bulk, "amounts of projects are those of the table of projects");
}

static void check_same(GPtrArray *checks, const ys_grid *grid, ys_amount amount, const amounts *a,
		       const char *detail)
{
	/* rounded once in each of the two tables */
	ys_sum sum = { amount, 2, FALSE };
	ys_check *check = NULL;

	if (amount != YS_AMOUNT_NONE)
		check = compare(checks, "tables-agree", ys_grid_title(grid), &sum, grid->half_step, a,
				grid->table->first_line);
	if (check)
		ys_check_detail(check, "%s of %s", detail, a->where);
}

static ys_amount total_of(const ys_grid *grid)
{
	guint total = ys_grid_total_row(grid);

	return total < grid->table->rows->len ? ys_grid_amount(grid, total, ys_grid_money(grid, 0))
					      : YS_AMOUNT_NONE;
}

void ys_reconcile_across(GPtrArray *checks, const ys_reconcile_context *context, const GArray *tables,
			 const GArray *projects)
{
	amounts income = { .n = 0 }, expenditure = { .n = 0 }, basic = { .n = 0 }, project = { .n = 0 };
	g_autoptr(GHashTable) rows = rows_by_name(context);

	add_balance(&income, context, 0);
	add_balance(&expenditure, context, 1);
	add_totals(&basic, context, YS_TABLE_EXP, YS_COLUMN_BASIC);
	add_totals(&basic, context, YS_TABLE_GPB, YS_COLUMN_BASIC);
	add_totals(&project, context, YS_TABLE_EXP, YS_COLUMN_PROJ);
	add_totals(&project, context, YS_TABLE_GPB, YS_COLUMN_PROJ);
	for (guint i = 0; i < context->grids->len; i++) {
		const ys_grid *grid = g_ptr_array_index(context->grids, i);

		if (is_table(grid, YS_TABLE_REV))
			check_same(checks, grid, total_of(grid), &income, "total = 收入");
		else if (is_table(grid, YS_TABLE_EXP))
			check_same(checks, grid, total_of(grid), &expenditure, "total = 支出");
		else if (is_table(grid, YS_TABLE_BASIC))
			check_same(checks, grid, total_of(grid), &basic, "total = 基本支出");
		else if (is_table(grid, YS_TABLE_GPB_BASIC))
			check_same(checks, grid, g_array_index(tables, ys_reconciliation, i).declared, &basic,
				   "total = 基本支出");
		else if (is_table(grid, YS_TABLE_GPB_PROJ))
			check_same(checks, grid, total_of(grid), &project, "total = 项目支出");
		else if (is_table(grid, YS_TABLE_GOAL_PROJ))
			check_key_projects(checks, grid, rows);
	}
	check_projects(checks, context, projects);
}
