#include "src/publication/figures/figures.h"

#include <string.h>

#include "src/publication/figures/balance.h"
#include "src/publication/figures/three_public_table.h"
#include "src/word_list.h"

#define N_KINDS 6       /* total, abroad, vehicle, purchase, running, reception */

static void set(ys_figure *figure, const ys_grid *grid, guint row, guint column)
{
	ys_amount amount = ys_grid_amount(grid, row, column);

	if (figure->amount == YS_AMOUNT_NONE && amount != YS_AMOUNT_NONE)
		*figure = (ys_figure){ amount, grid->half_step * 2, ys_grid_line(grid, row) };
}

/* ---- totals ---- */

static void read_balance(const ys_grid *grid, ys_figure *figures)
{
	g_autoptr(GArray) sides = ys_balance_sides(grid);

	for (guint i = 0; i < sides->len && i < 2; i++) {
		const ys_side *side = &g_array_index(sides, ys_side, i);
		ys_figure *figure = &figures[i ? YS_FIGURE_EXPENDITURE : YS_FIGURE_INCOME];
		guint year, grand;

		ys_balance_totals(grid, side, &year, &grand);
		if (grand < grid->table->rows->len)
			set(figure, grid, grand, ys_grid_money(grid, side->first));
		if (year < grid->table->rows->len)
			set(figure, grid, year, ys_grid_money(grid, side->first));
	}
}

static void read_expenditure(const ys_grid *grid, ys_figure *figures)
{
	int basic = ys_grid_column_under(grid, YS_COLUMN_BASIC);
	int project = ys_grid_column_under(grid, YS_COLUMN_PROJ);
	guint total = ys_grid_total_row(grid);

	if (total == grid->table->rows->len || basic < 0 || project < 0)
		return;
	set(&figures[YS_FIGURE_BASIC], grid, total, basic);
	set(&figures[YS_FIGURE_PROJECT], grid, total, project);
}

static void read_total(const ys_grid *grid, ys_figure *figure)
{
	guint total = ys_grid_total_row(grid);

	if (total < grid->table->rows->len && grid->money->len)
		set(figure, grid, total, ys_grid_money(grid, 0));
}

/* ---- the three public expenses ---- */

/* Which of the six the lowest head of a column names; -1 if it is none. */
static int kind_of_head(const char *name)
{
	static const char *const *const words[N_KINDS] = {
		three_public_three_public,     three_public_abroad,          three_public_vehicle,
		three_public_vehicle_purchase, three_public_vehicle_running, three_public_reception,
	};
	const char *tail = strrchr(name, '/');
	gsize longest = 0;
	int kind = -1;

	for (int i = 0; i < N_KINDS; i++) {
		const char *word = ys_word_in(tail ? tail + 1 : name, words[i]);

		if (word && strlen(word) > longest) {
			longest = strlen(word);
			kind = i;
		}
	}
	return kind;
}

/* The heads of the table, wherever they ended up, speak of all the expenses. */
static gboolean heads_are_kinds(const ys_grid *grid)
{
	static const char *const *const words[] = {
		three_public_abroad, three_public_cars, three_public_reception
	};

	for (gsize w = 0; w < G_N_ELEMENTS(words); w++) {
		guint c = 0;

		while (c < grid->width && !ys_word_in(ys_table_head(grid->table, c)->name, words[w]))
			c++;
		if (c == grid->width)
			return FALSE;
	}
	return TRUE;
}

gboolean ys_three_public_columns(const ys_grid *grid, guint half, guint columns[N_KINDS], guint *n_halves)
{
	guint named[N_KINDS], first = half * N_KINDS;
	gboolean seen[N_KINDS] = { FALSE };
	gboolean all = TRUE;

	*n_halves = grid->money->len / N_KINDS;
	if (grid->table->kind != YS_TABLE_SANGONG || !*n_halves || *n_halves > 2 || half >= *n_halves ||
	    grid->money->len % N_KINDS || !heads_are_kinds(grid))
		return FALSE;
	/* The law prescribes the order; heads decide where each of them is clear (phenomenon 31:
	 * often they are not). */
	for (guint i = 0; i < N_KINDS; i++) {
		int kind = kind_of_head(ys_table_head(grid->table, ys_grid_money(grid, first + i))->name);

		columns[i] = ys_grid_money(grid, first + i);
		all = all && kind >= 0 && !seen[kind];
		if (all) {
			named[kind] = columns[i];
			seen[kind] = TRUE;
		}
	}
	if (all)
		memcpy(columns, named, sizeof(named));
	return TRUE;
}

static gboolean read_kinds_in_columns(const ys_grid *grid, gboolean final_account, ys_figure *figures)
{
	guint columns[N_KINDS], n_halves;

	if (!ys_three_public_columns(grid, 0, columns, &n_halves) || !grid->table->rows->len)
		return FALSE;
	/* the budget stands left of the account; of two years' budgets the new one is right */
	if (n_halves == 2 && (final_account || !strstr(ys_table_head(grid->table, columns[0])->name, "本年")))
		ys_three_public_columns(grid, 1, columns, &n_halves);
	for (guint i = 0; i < N_KINDS; i++)
		set(&figures[YS_FIGURE_THREE_PUBLIC + i], grid, grid->table->rows->len - 1, columns[i]);
	return TRUE;
}

/* The column of a table whose rows are the kinds. */
static guint column_of_kinds(const ys_grid *grid, gboolean final_account)
{
	int executed = ys_grid_column(grid, YS_COLUMN_EXECUTED);

	if (final_account && executed >= 0 && grid->holds[executed] == YS_CELLS_MONEY)
		return executed;
	return ys_grid_money(grid, 0);
}

static void read_kinds_in_rows(const ys_grid *grid, gboolean final_account, ys_figure *figures)
{
	guint column = column_of_kinds(grid, final_account);

	for (guint r = 0; r < grid->table->rows->len; r++) {
		const char *name = ys_grid_name(grid, r);
		ys_figure_id figure = ys_figure_of_row(name);

		if (figure == YS_FIGURE_NONE && ys_wording_total(name) >= YS_TOTAL_OF_ALL)
			figure = YS_FIGURE_THREE_PUBLIC;
		if (figure != YS_FIGURE_NONE)
			set(&figures[figure], grid, r, column);
	}
}

void ys_figures_in_tables(const GPtrArray *grids, gboolean final_account, ys_figure figures[YS_N_FIGURES])
{
	for (guint i = 0; i < YS_N_FIGURES; i++)
		figures[i] = (ys_figure){ YS_AMOUNT_NONE, 0, 0 };
	for (guint i = 0; i < grids->len; i++) {
		const ys_grid *grid = g_ptr_array_index(grids, i);

		if (!grid->money->len)
			continue;
		if (grid->table->kind == YS_TABLE_BAL)
			read_balance(grid, figures);
		else if (grid->table->kind == YS_TABLE_EXP)
			read_expenditure(grid, figures);
		else if (grid->table->kind == YS_TABLE_PROCURE)
			read_total(grid, &figures[YS_FIGURE_PROCUREMENT]);
		else if (grid->table->kind == YS_TABLE_SANGONG &&
			 !read_kinds_in_columns(grid, final_account, figures))
			read_kinds_in_rows(grid, final_account, figures);
	}
}

/* ---- the record ---- */

static ys_amount either(ys_figure_id figure, const ys_figure *tables, const ys_prose *prose)
{
	return tables[figure].amount != YS_AMOUNT_NONE ? tables[figure].amount
						       : prose->figures[figure].amount;
}

/* All names if one is known, so that a reader of the record need not look for them. */
static void fill_map(GPtrArray *map, ys_figure_id first, ys_figure_id last, const ys_figure *tables,
		     const ys_prose *prose)
{
	gboolean known = FALSE;

	for (ys_figure_id figure = first; figure <= last; figure++)
		known |= either(figure, tables, prose) != YS_AMOUNT_NONE;
	for (ys_figure_id figure = first; known && figure <= last; figure++)
		g_ptr_array_add(map, ys_funding_new(ys_figure_name(figure), either(figure, tables, prose)));
}

void ys_figures_fill(ys_record *publication, const ys_figure *tables, const ys_prose *prose)
{
	publication->total_income = either(YS_FIGURE_INCOME, tables, prose);
	publication->total_expenditure = either(YS_FIGURE_EXPENDITURE, tables, prose);
	publication->basic = either(YS_FIGURE_BASIC, tables, prose);
	publication->project = either(YS_FIGURE_PROJECT, tables, prose);
	fill_map(publication->three_public, YS_FIGURE_THREE_PUBLIC, YS_FIGURE_RECEPTION, tables, prose);
	fill_map(publication->procurement, YS_FIGURE_PROCUREMENT, YS_FIGURE_SERVICES, tables, prose);
	publication->change = prose->change.amount;
	publication->change_percent = prose->change_percent;
}
