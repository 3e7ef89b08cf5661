#include "src/publication/figures/figures.h"

#include <string.h>

#include "src/publication/figures/balance.h"
#include "src/publication/figures/three_public_table.h"
#include "src/word_list.h"
#include "src/year.h"

#define N_KINDS 6       /* total, abroad, vehicle, purchase, running, reception */
#define PARTS_MAX 4     /* of one table: budget and account, this year and the last */

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

/* Which of the six a head names; -1 if it is none. */
static int kind_of_head(const char *head)
{
	static const char *const *const words[] = {
		three_public_three_public,     three_public_abroad,          three_public_vehicle,
		three_public_vehicle_purchase, three_public_vehicle_running, three_public_reception,
		three_public_other,
	};
	gsize longest = 0;
	int kind = -1;

	for (int i = 0; i < (int)G_N_ELEMENTS(words); i++) {
		const char *word = ys_word_in(head, words[i]);

		if (word && strlen(word) > longest) {
			longest = strlen(word);
			kind = i;
		}
	}
	return kind < N_KINDS ? kind : -1;
}

/* Which of the six the lowest head of a column does that names any; what the others say goes to *rest: 预算数, which
 * may stand above the kinds or below each. */
static int kind_of_column(const char *name, char **rest)
{
	g_auto(GStrv) heads = g_strsplit(name, "/", -1);
	GString *others = g_string_new(NULL);
	int kind = -1;

	for (guint i = 0; heads[i]; i++) {
		int named = kind_of_head(heads[i]);

		if (named < 0)
			g_string_append(others, heads[i]);
		else
			kind = named;
	}
	*rest = g_string_free(others, FALSE);
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

/* The part that a column goes into: the last with these words around the kinds, if it lacks the kind; else a
 * new one.  PARTS_MAX if there are too many. */
static guint part_of(guint columns[PARTS_MAX][N_KINDS], char *words[PARTS_MAX], guint *n, int kind, const char *rest)
{
	for (guint part = *n; part-- > 0;) {
		if (strcmp(words[part], rest))
			continue;
		if (columns[part][kind] == YS_NO_COLUMN)
			return part;
		break;
	}
	if (*n < PARTS_MAX)
		words[*n] = g_strdup(rest);
	return *n < PARTS_MAX ? (*n)++ : PARTS_MAX;
}

/* The columns of each kind as far as heads name them, in parts in which each comes once.  Empty columns have their
 * kind too.  Returns how many parts; 0 if there are too many. */
static guint read_heads(const ys_grid *grid, guint columns[PARTS_MAX][N_KINDS])
{
	char *words[PARTS_MAX] = { NULL };
	guint n = 0, part = 0;

	for (guint i = 0; i < PARTS_MAX * N_KINDS; i++)
		columns[i / N_KINDS][i % N_KINDS] = YS_NO_COLUMN;
	for (guint c = 0; c < grid->width && part < PARTS_MAX; c++) {
		g_autofree char *rest = NULL;
		int kind;

		if (grid->holds[c] != YS_CELLS_MONEY && grid->holds[c] != YS_CELLS_NOTHING)
			continue;
		kind = kind_of_column(ys_table_head(grid->table, c)->name, &rest);
		if (kind < 0)
			continue;
		part = part_of(columns, words, &n, kind, rest);
		if (part < PARTS_MAX)
			columns[part][kind] = c;
	}
	for (guint i = 0; i < n; i++)
		g_free(words[i]);
	return part < PARTS_MAX ? n : 0;
}

/* Each part has all six kinds, or, with few, those without which it is none. */
static gboolean parts_are_whole(guint columns[PARTS_MAX][N_KINDS], guint n, gboolean few)
{
	static const ys_figure_id cars[] = { YS_FIGURE_VEHICLE, YS_FIGURE_VEHICLE_PURCHASE, YS_FIGURE_VEHICLE_RUNNING };

	for (guint part = 0; part < n; part++) {
		guint missing = 0, missing_cars = 0;

		for (guint i = 0; i < N_KINDS; i++)
			missing += columns[part][i] == YS_NO_COLUMN;
		for (guint i = 0; i < G_N_ELEMENTS(cars); i++)
			missing_cars += columns[part][cars[i] - YS_FIGURE_THREE_PUBLIC] == YS_NO_COLUMN;
		if (few ? missing > missing_cars || missing_cars == G_N_ELEMENTS(cars) : missing > 0)
			return FALSE;
	}
	return n > 0;
}

/* Parts are printed, and no total: the cells of the row have moved. */
static gboolean has_lost_totals(const ys_grid *grid, guint columns[PARTS_MAX][N_KINDS], guint n)
{
	for (guint part = 0; part < n; part++)
		for (guint i = 1; i < N_KINDS; i++)
			if (columns[part][i] != YS_NO_COLUMN && grid->holds[columns[part][i]] == YS_CELLS_MONEY &&
			    (columns[part][0] == YS_NO_COLUMN || grid->holds[columns[part][0]] != YS_CELLS_MONEY))
				return TRUE;
	return FALSE;
}

guint ys_three_public_columns(const ys_grid *grid, guint part, guint columns[N_KINDS])
{
	guint by_heads[PARTS_MAX][N_KINDS], n;

	if (grid->table->kind != YS_TABLE_SANGONG || !grid->money->len || !heads_are_kinds(grid))
		return 0;
	n = read_heads(grid, by_heads);
	if (!parts_are_whole(by_heads, n, FALSE)) {
		guint parts = grid->money->len / N_KINDS;

		/* the law prescribes the order, and often heads are not clear (phenomenon 31) */
		if (parts && parts <= 2 && grid->money->len % N_KINDS == 0) {
			for (guint i = 0; part < parts && i < N_KINDS; i++)
				columns[i] = ys_grid_money(grid, part * N_KINDS + i);
			return parts;
		}
		if (!parts_are_whole(by_heads, n, TRUE))
			return 0;
	}
	if (has_lost_totals(grid, by_heads, n))
		return 0;
	if (part < n)
		memcpy(columns, by_heads[part], sizeof(by_heads[part]));
	return n;
}

/* How much a part is what was asked for: an account's what was executed, a budget's of the latest year. */
static int worth_of_part(const ys_grid *grid, const guint *columns, gboolean final_account)
{
	const char *name = ys_table_head(grid->table, columns[0])->name;
	gboolean executed = ys_word_in(name, three_public_executed) != NULL;
	int year = ys_year_find(name, -1).year;

	return (executed == final_account ? 10000 : 0) + (strstr(name, "本年") ? 5000 : 0) + year;
}

/* Cells of the row are blank, and what is printed in it adds up to its total without them: they are 0. */
static void fill_blanks(const ys_grid *grid, guint row, ys_figure *figures)
{
	static const ys_figure_id parts[] = { YS_FIGURE_ABROAD, YS_FIGURE_VEHICLE, YS_FIGURE_RECEPTION };
	static const ys_figure_id cars[] = { YS_FIGURE_VEHICLE_PURCHASE, YS_FIGURE_VEHICLE_RUNNING };
	ys_figure zero = { 0, grid->half_step * 2, ys_grid_line(grid, row) };
	ys_amount total = figures[YS_FIGURE_THREE_PUBLIC].amount, sum = 0;

	for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
		if (figures[parts[i]].amount != YS_AMOUNT_NONE &&
		    __builtin_add_overflow(sum, figures[parts[i]].amount, &sum))
			return;
	if (total == YS_AMOUNT_NONE || sum != total)
		return;
	for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
		if (figures[parts[i]].amount == YS_AMOUNT_NONE)
			figures[parts[i]] = zero;
	for (gsize i = 0; i < G_N_ELEMENTS(cars); i++)
		if (figures[cars[i]].amount == YS_AMOUNT_NONE &&
		    figures[cars[!i]].amount == figures[YS_FIGURE_VEHICLE].amount)
			figures[cars[i]] = zero;
	if (!figures[YS_FIGURE_VEHICLE].amount)
		for (gsize i = 0; i < G_N_ELEMENTS(cars); i++)
			if (figures[cars[i]].amount == YS_AMOUNT_NONE)
				figures[cars[i]] = zero;
}

static gboolean read_kinds_in_columns(const ys_grid *grid, gboolean final_account, ys_figure *figures)
{
	guint columns[N_KINDS], best[N_KINDS], n = ys_three_public_columns(grid, 0, best);
	guint row = ys_grid_total_row(grid), n_rows = grid->table->rows->len;

	if (!n || !n_rows)
		return FALSE;
	for (guint part = 1; part < n; part++) {
		ys_three_public_columns(grid, part, columns);
		/* the budget stands left of the account, last year's left of this one's */
		if (worth_of_part(grid, columns, final_account) >= worth_of_part(grid, best, final_account))
			memcpy(best, columns, sizeof(best));
	}
	row = row < n_rows ? row : n_rows - 1;
	for (guint i = 0; i < N_KINDS; i++)
		set(&figures[YS_FIGURE_THREE_PUBLIC + i], grid, row, best[i]);
	fill_blanks(grid, row, figures);
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
