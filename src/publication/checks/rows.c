/* Rows without codes against the total, units and categories against their members.
 *
 * Tables of projects go by what their grid says of each row (tables/hierarchy.h).  In others it must be found
 * out which rows the total adds up: the numbered, those with text, the bodies, or every one.  A reading
 * that leaves no other is compared whether it fits or not; any other only if it fits, and where none does
 * nothing is said, for a mismatch must be no guess. */
#include "src/publication/checks/parts.h"

#include <string.h>

#include "src/publication/words/clean.h"
#include "src/publication/words/numbering.h"
#include "src/text/key.h"

/* ---- tables of projects, and of basic expenditure by unit ---- */

typedef struct {
	GPtrArray *checks;
	const ys_grid *grid;
	ys_reconciliation *table;
	gboolean *leaves;       /* which rows are no sums of others */
	guint column;           /* whose checks are listed one by one */
	ys_sum *below;          /* of that column: all leaves below each row */
	guint stands_for_all;   /* groups that were found to stand for all below them */
	ys_bulk others;         /* the other columns of money */
} hierarchy_check;

/* A department above its units may stand for all of them, and its category too; no more than
 * this are looked for, so that the time stays linear. */
#define STANDS_FOR_ALL_MAX 16
/* Rows that one row is looked at as the sum of. */
#define NEXT_MAX 1000

static guint n_rows(const ys_grid *grid)
{
	return grid->table->rows->len;
}

/* The leaves in rows [first, end). */
static ys_sum leaves(const hierarchy_check *h, guint first, guint end)
{
	return ys_sum_rows(h->grid, h->leaves, first, end, h->column);
}

/* The rows behind row add up to it. */
static gboolean is_sum_of_next(const hierarchy_check *h, guint row, ys_amount amount)
{
	ys_sum sum = { 0 };

	for (guint r = row + 1;
	     r < n_rows(h->grid) && sum.n < NEXT_MAX && !sum.overflow && sum.sum <= amount; r++) {
		if (h->leaves[r])
			ys_sum_add(&sum, ys_grid_amount(h->grid, r, h->column));
		if (sum.n && ys_sum_fits(&sum, amount, h->grid->half_step))
			return TRUE;
	}
	return FALSE;
}

/* What the rows give too much is a row that adds up those behind it, or all of them once
 * more: a level that neither its words nor its place told. */
static gboolean hides_a_level(const hierarchy_check *h, const ys_sum *sum, ys_amount declared)
{
	ys_amount excess;

	if (declared <= 0 || __builtin_sub_overflow(sum->sum, declared, &excess) || excess <= 0)
		return FALSE;
	if (ys_sum_fits(&(ys_sum){ excess, sum->n, FALSE }, declared, h->grid->half_step))
		return TRUE;
	for (guint r = 0; r < n_rows(h->grid); r++) {
		ys_sum row = { ys_grid_amount(h->grid, r, h->column), sum->n, FALSE };

		if (h->leaves[r] && ys_sum_fits(&row, excess, h->grid->half_step))
			return is_sum_of_next(h, r, row.sum);
	}
	return FALSE;
}

/* FALSE if the leaves cannot be told from rows that add them up. */
static gboolean check_total(const hierarchy_check *h, guint total)
{
	guint n = n_rows(h->grid);
	ys_sum sum = leaves(h, 0, n);
	ys_check *check = ys_check_rows(h->checks, "rows-total", h->grid, &sum, total, h->column);
	ys_bulk others;

	if (check->status == YS_MISMATCH && hides_a_level(h, &sum, check->declared)) {
		ys_check_doubt(check, "it cannot be told which rows add up others");
		return FALSE;
	}
	ys_check_take(h->table, check);
	ys_bulk_init(&others, h->checks, h->grid, "rows-total");
	ys_bulk_add_columns(&others, h->leaves, 0, n, total, 0, h->grid->money->len, h->column);
	ys_bulk_end(&others, "more columns add up to the total");
	return TRUE;
}

/* Where the members of a unit or category end: at the next row of its own or a higher kind. */
static guint members_end(const ys_grid *grid, guint row)
{
	ys_row_kind kind = grid->kinds[row];
	guint end = row + 1;

	for (; end < n_rows(grid); end++) {
		ys_row_kind below = grid->kinds[end];

		if (below == YS_TOTAL || below == YS_UNIT || (kind == YS_CATEGORY && below != YS_LEAF))
			break;
	}
	return end;
}

/* The members of a group are the rows up to *end, or the first of them: a project of no
 * category may follow the last of one. */
static ys_sum members(const hierarchy_check *h, guint row, guint *end, ys_amount declared)
{
	ys_sum all = leaves(h, row + 1, *end), sum = { 0 };

	if (declared == YS_AMOUNT_NONE || ys_sum_fits(&all, declared, h->grid->half_step))
		return all;
	for (guint r = row + 1; r < *end; r++) {
		if (!h->leaves[r])
			continue;
		ys_sum_add(&sum, ys_grid_amount(h->grid, r, h->column));
		if (sum.n && ys_sum_fits(&sum, declared, h->grid->half_step)) {
			*end = r + 1;
			return sum;
		}
	}
	return all;
}

static void check_group(hierarchy_check *h, guint row, guint end)
{
	const ys_grid *grid = h->grid;
	ys_amount declared = ys_grid_amount(grid, row, h->column);
	ys_sum sum = members(h, row, &end, declared);

	if (declared == YS_AMOUNT_NONE || !sum.n)
		return;
	if (!ys_sum_fits(&sum, declared, grid->half_step) && h->stands_for_all < STANDS_FOR_ALL_MAX &&
	    ys_sum_fits(&h->below[row], declared, grid->half_step)) {
		sum = h->below[row];
		end = n_rows(grid);
		h->stands_for_all++;
	}
	ys_check_rows(h->checks, "group-members", grid, &sum, row, h->column);
	ys_bulk_add_columns(&h->others, h->leaves, row + 1, end, row, 0, grid->money->len, h->column);
}

static void check_groups(hierarchy_check *h)
{
	guint n = n_rows(h->grid);
	ys_sum sum = { 0 };

	h->below = g_new0(ys_sum, n + 1);
	for (guint r = n; r-- > 0;) {
		h->below[r] = sum;
		if (h->leaves[r])
			ys_sum_add(&sum, ys_grid_amount(h->grid, r, h->column));
	}
	for (guint r = 0; r < n; r++)
		if (h->grid->kinds[r] == YS_UNIT || h->grid->kinds[r] == YS_CATEGORY)
			check_group(h, r, members_end(h->grid, r));
	g_free(h->below);
}

/* 工资福利支出合计 = 工资福利支出 of all units: totals by name, above the units. */
static void check_totals_by_name(hierarchy_check *h)
{
	g_autoptr(GHashTable) sums = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	const ys_grid *grid = h->grid;

	for (guint r = 0; r < n_rows(grid); r++)
		if (h->leaves[r]) {
			char *key = ys_name_key(ys_grid_name(grid, r));
			ys_sum *sum = g_hash_table_lookup(sums, key);

			if (!sum)
				g_hash_table_insert(sums, g_strdup(key), sum = g_new0(ys_sum, 1));
			ys_sum_add(sum, ys_grid_amount(grid, r, h->column));
			g_free(key);
		}
	for (guint r = 0; r < n_rows(grid); r++) {
		g_autofree char *key = ys_name_key(ys_grid_name(grid, r));
		ys_amount declared = ys_grid_amount(grid, r, h->column);
		const ys_sum *sum;

		if (!g_str_has_suffix(key, "合计") || strlen(key) == strlen("合计") ||
		    declared == YS_AMOUNT_NONE)
			continue;
		key[strlen(key) - strlen("合计")] = '\0';
		sum = g_hash_table_lookup(sums, key);
		if (sum)
			ys_bulk_add(&h->others, sum, declared, r, h->column);
	}
}

/* FALSE as check_total(). */
static gboolean check_hierarchy(hierarchy_check *h)
{
	guint n = n_rows(h->grid), total = ys_grid_total_row(h->grid);

	if (total == n)
		ys_check_unchecked(h->checks, "rows-total", ys_grid_title(h->grid), h->grid->table->first_line,
				   "no total is printed");
	else if (!check_total(h, total))
		return FALSE;
	ys_bulk_init(&h->others, h->checks, h->grid, "group-members");
	check_groups(h);
	check_totals_by_name(h);
	ys_bulk_end(&h->others, "more amounts of groups are the sums of their rows");
	return TRUE;
}

gboolean ys_reconcile_hierarchy(GPtrArray *checks, const ys_grid *grid, const ys_reconcile_context *context,
				ys_reconciliation *table, ys_sum *projects)
{
	gboolean proj = grid->table->kind == YS_TABLE_PROJ;
	int column = ys_grid_amount_column(grid);
	int executed = ys_grid_column(grid, YS_COLUMN_EXECUTED);
	hierarchy_check h = { .checks = checks, .grid = grid, .table = table, .column = column };

	if ((!proj && grid->table->kind != YS_TABLE_BASIC) || !grid->kinds ||
	    grid->holds[column] != YS_CELLS_MONEY)
		return FALSE;
	h.leaves = g_new(gboolean, n_rows(grid) + 1);
	for (guint r = 0; r < n_rows(grid); r++)
		h.leaves[r] = grid->kinds[r] == YS_LEAF;
	if (check_hierarchy(&h) && proj) {
		if (context->final_account && executed >= 0)
			h.column = executed;
		*projects = leaves(&h, 0, n_rows(grid));
	}
	g_free(h.leaves);
	return TRUE;
}

/* ---- other tables with a total ---- */

/* Which rows a table's total adds up. */
typedef enum {
	NUMBERED,               /* 一、 二、 */
	WITH_TEXT,              /* items: more is said of them than a name */
	BODIES,                 /* the units */
	EVERY_ROW,
	N_READINGS
} reading;

typedef struct {
	const ys_grid *grid;
	GHashTable *bodies;
	guint total;
	guint numbered, bodies_found, plain, with_text;         /* rows of each kind */
} rows_check;

static guint texts_of(const ys_grid *grid, guint r)
{
	const ys_row *row = ys_grid_row(grid, r);
	guint n = 0;

	for (guint c = 0; c < row->cells->len && c < grid->width; c++)
		n += grid->holds[c] == YS_CELLS_TEXT && !ys_is_nothing(ys_row_cell(row, c));
	return n;
}

static gboolean is_body(const rows_check *c, guint row)
{
	g_autofree char *key = ys_name_key(ys_grid_name(c->grid, row));

	return g_hash_table_contains(c->bodies, key);
}

static gboolean is_numbered(const rows_check *c, guint row)
{
	return ys_number_at(ys_grid_name(c->grid, row)).kind == YS_NUMBER_HAN;
}

static gboolean counts(const rows_check *c, guint row, reading reading)
{
	const char *name = ys_grid_name(c->grid, row);

	if (row == c->total || ys_wording_total(name) || g_str_has_prefix(name, "其中"))
		return FALSE;
	switch (reading) {
	case NUMBERED:
		return is_numbered(c, row);
	case WITH_TEXT:
		return texts_of(c->grid, row) > 1;
	case BODIES:
		return is_body(c, row);
	default:
		return !is_body(c, row);
	}
}

/* Whether each row is added up. */
static gboolean *rows_of(const rows_check *c, reading reading)
{
	gboolean *rows = g_new(gboolean, n_rows(c->grid) + 1);

	for (guint r = 0; r < n_rows(c->grid); r++)
		rows[r] = counts(c, r, reading);
	return rows;
}

static void count_kinds(rows_check *c)
{
	for (guint r = 0; r < n_rows(c->grid); r++) {
		if (r == c->total || ys_wording_total(ys_grid_name(c->grid, r)))
			continue;
		c->numbered += is_numbered(c, r);
		if (is_body(c, r))
			c->bodies_found++;
		else if (texts_of(c->grid, r) > 1)
			c->with_text++;
		else
			c->plain++;
	}
}

/* The rows are of one kind beside the total and the units, so that there is only one way to
 * read them. */
static gboolean is_certain(const rows_check *c, reading reading)
{
	if (reading == NUMBERED)
		return c->numbered >= 2 && c->numbered == c->plain + c->with_text;
	return reading == WITH_TEXT && c->with_text >= 2 && !c->plain;
}

/* The reading that is certain, or else fits; N_READINGS if there is none. */
static reading choose(const rows_check *c, guint column, ys_amount declared)
{
	for (reading reading = NUMBERED; reading < N_READINGS; reading++) {
		g_autofree gboolean *rows = rows_of(c, reading);
		ys_sum sum = ys_sum_rows(c->grid, rows, 0, n_rows(c->grid), column);

		if (sum.n && (is_certain(c, reading) || ys_sum_fits(&sum, declared, c->grid->half_step)))
			return reading;
	}
	return N_READINGS;
}

static void check_empty(GPtrArray *checks, const ys_grid *grid, guint total, ys_amount declared,
			ys_reconciliation *table)
{
	ys_sum sum = { 0 };
	ys_check *check;

	if (declared) {
		ys_check_unchecked(checks, "rows-total", ys_grid_title(grid), ys_grid_line(grid, total),
				   "nothing but the total is printed");
		return;
	}
	check = ys_check_compare(checks, "rows-total", ys_grid_title(grid), &sum, declared, grid->half_step,
				 ys_grid_line(grid, total));
	ys_check_detail(check, "declared empty");
	ys_check_take(table, check);
}

static void compare_columns(GPtrArray *checks, const rows_check *c, reading reading, ys_reconciliation *table)
{
	const ys_grid *grid = c->grid;
	g_autofree gboolean *rows = rows_of(c, reading);
	guint n = n_rows(grid), column = ys_grid_money(grid, 0);
	ys_sum sum = ys_sum_rows(grid, rows, 0, n, column);
	ys_bulk others;

	ys_check_take(table, ys_check_rows(checks, "rows-total", grid, &sum, c->total, column));
	ys_bulk_init(&others, checks, grid, "rows-total");
	ys_bulk_add_columns(&others, rows, 0, n, c->total, 0, grid->money->len, column);
	ys_bulk_end(&others, "more columns add up to the total");
}

gboolean ys_reconcile_rows(GPtrArray *checks, const ys_grid *grid, GHashTable *bodies,
			   ys_reconciliation *table)
{
	rows_check c = { .grid = grid, .bodies = bodies, .total = ys_grid_total_row(grid) };
	ys_amount declared;
	reading chosen;

	if (c.total == n_rows(grid))
		return FALSE;
	declared = ys_grid_amount(grid, c.total, ys_grid_money(grid, 0));
	if (declared == YS_AMOUNT_NONE)
		return FALSE;
	count_kinds(&c);
	if (!c.plain && !c.with_text && !c.bodies_found) {
		check_empty(checks, grid, c.total, declared, table);
		return TRUE;
	}
	chosen = choose(&c, ys_grid_money(grid, 0), declared);
	if (chosen == N_READINGS)
		ys_check_unchecked(checks, "rows-total", ys_grid_title(grid), ys_grid_line(grid, c.total),
				   "it cannot be told which rows are totals of others");
	else
		compare_columns(checks, &c, chosen, table);
	return TRUE;
}
