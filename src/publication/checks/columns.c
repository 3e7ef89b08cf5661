/* Columns of a row against its total: 合计 = 基本支出 + 项目支出, and the same in each group of
 * columns.  Heads alone do not tell for certain which columns a total adds up: groups are
 * lost, 其中 columns are parts of others, 结转下年 is spent or not.  So a few readings are tried,
 * and the one that holds for most rows is what the table means. */
#include "src/publication/checks/parts.h"

#include <string.h>

#include "src/text/key.h"

/* Totals of one level that are checked; no table has more, and each costs a walk. */
#define TOTALS_MAX 8
/* Columns beside it that a total among others is tried with. */
#define MEMBERS_MAX 8

/* What a reading leaves out. */
enum {
	WITHOUT_OF_WHICH = 1,   /* 其中：...: already in the column before */
	WITHOUT_CARRY = 2,      /* 年末结转, 结转下年: not spent */
	WITHOUT_TOTALS = 4,     /* 财政拨款合计 beside its members */
	N_READINGS = 8
};

/* A column of money: its groups and its name. */
typedef struct {
	guint column;
	char **path;
	guint length;
	gboolean total, of_which, carry;
	gboolean known;         /* the head is a known name of money */
} head;

typedef struct {
	const ys_grid *grid;
	GPtrArray *checks;
	GArray *heads;          /* of head */
	ys_bulk tally;
	gboolean unclear;       /* a total with columns that fit in no reading */
} layout;

static head *head_at(const layout *l, guint i)
{
	return &g_array_index(l->heads, head, i);
}

static void add_head(layout *l, guint c)
{
	const ys_column *column = ys_table_head(l->grid->table, c);
	head h = { .column = c, .path = g_strsplit(column->name, "/", -1) };
	const char *name;

	h.length = MAX(1, g_strv_length(h.path));
	name = *h.path ? h.path[h.length - 1] : "";
	h.total = ys_wording_total(name);
	h.of_which = g_str_has_prefix(name, "其中");
	h.carry = strstr(name, "结转下年") || strstr(name, "年末结转");
	h.known = ys_column_is_amount(column->meaning);
	g_array_append_val(l->heads, h);
}

/* The end of the group that begins with head i at this depth; i + 1 for a column by itself.  A column above
 * its own parts, 基本支出 | 基本支出/人员经费 | 基本支出/公用经费, stands for them. */
static guint group_end(const layout *l, guint i, guint last, guint depth)
{
	const head *first = head_at(l, i);
	guint end = i + 1;

	while (end < last && head_at(l, end)->length > depth + 1 &&
	       !g_strcmp0(head_at(l, end)->path[depth], first->path[depth]))
		end++;
	return end;
}

static gboolean is_group(const layout *l, guint i, guint depth)
{
	return head_at(l, i)->length > depth + 1;
}

/* The columns whose sum is the value of heads [first, last): a group's own total if it has
 * one, else its members. */
static void add_value(const layout *l, guint first, guint last, guint depth, GArray *columns)
{
	if (!is_group(l, first, depth)) {
		g_array_append_val(columns, head_at(l, first)->column);
		return;
	}
	for (guint i = first; i < last; i++)
		if (head_at(l, i)->length == depth + 2 && head_at(l, i)->total) {
			g_array_append_val(columns, head_at(l, i)->column);
			return;
		}
	for (guint i = first; i < last;) {
		guint end = group_end(l, i, last, depth + 1);

		add_value(l, i, end, depth + 1, columns);
		i = end;
	}
}

/* The columns that a reading adds up for the total at head t.  *left_out: what of a reading
 * there was to leave out, so that no reading is tried twice. */
static GArray *parts_of(const layout *l, guint t, guint last, guint depth, int reading, gboolean to_next,
			int *left_out)
{
	GArray *columns = g_array_new(FALSE, FALSE, sizeof(guint));

	*left_out = 0;
	for (guint i = t + 1; i < last;) {
		guint end = group_end(l, i, last, depth);
		const head *h = head_at(l, i);
		gboolean group = is_group(l, i, depth);
		int kind = group ? 0 : (h->of_which ? WITHOUT_OF_WHICH : 0) | (h->carry ? WITHOUT_CARRY : 0) |
				       (h->total ? WITHOUT_TOTALS : 0);

		if (to_next && kind & WITHOUT_TOTALS)
			break;
		*left_out |= kind;
		if (!(kind & reading) && !(group && g_str_has_prefix(h->path[depth], "其中")))
			add_value(l, i, end, depth, columns);
		i = end;
	}
	return columns;
}

static ys_sum sum_of(const ys_grid *grid, guint row, const GArray *columns)
{
	ys_sum sum = { 0 };

	for (guint i = 0; i < columns->len; i++)
		ys_sum_add(&sum, ys_grid_amount(grid, row, g_array_index(columns, guint, i)));
	return sum;
}

/* How many rows there are something to add up in, and in how many of them it fits. */
static guint count_fits(const ys_grid *grid, guint total, const GArray *columns, guint *rows)
{
	guint fits = 0;

	*rows = 0;
	for (guint r = 0; r < grid->table->rows->len; r++) {
		ys_amount declared = ys_grid_amount(grid, r, total);
		ys_sum sum = sum_of(grid, r, columns);

		if (declared == YS_AMOUNT_NONE || !sum.n || sum.overflow || (!declared && !sum.sum))
			continue;
		++*rows;
		fits += ys_sum_fits(&sum, declared, grid->half_step);
	}
	return fits;
}

static void compare(layout *l, guint total, const GArray *columns)
{
	for (guint r = 0; r < l->grid->table->rows->len; r++) {
		ys_amount declared = ys_grid_amount(l->grid, r, total);
		ys_sum sum = sum_of(l->grid, r, columns);

		if (declared != YS_AMOUNT_NONE && sum.n)
			ys_bulk_add(&l->tally, &sum, declared, r, total);
	}
}

static gboolean all_known(const layout *l, guint t, guint last)
{
	for (guint i = t + 1; i < last; i++)
		if (!head_at(l, i)->known || head_at(l, i)->of_which)
			return FALSE;
	return TRUE;
}

/* Take columns off the end until what is left fits most rows. */
static void shorten(const ys_grid *grid, guint total, GArray *columns, guint *fits, guint *rows)
{
	g_array_set_size(columns, MIN(columns->len, MEMBERS_MAX));
	while (columns->len > 1 && *fits * 3 < *rows * 2) {
		g_array_set_size(columns, columns->len - 1);
		*fits = count_fits(grid, total, columns, rows);
	}
}

/* The columns right of the total at head t, in the reading that holds for most rows. */
static void check_total(layout *l, guint t, guint last, guint depth, gboolean to_next)
{
	guint total = head_at(l, t)->column;
	g_autoptr(GArray) best = NULL;
	guint best_fits = 0, rows = 0;

	for (int reading = 0; reading < N_READINGS; reading++) {
		int left_out;
		g_autoptr(GArray) columns = parts_of(l, t, last, depth, reading, to_next, &left_out);
		guint fits, n;

		if (reading & ~left_out || !columns->len)
			continue;
		fits = count_fits(l->grid, total, columns, &n);
		if (!best || fits > best_fits) {
			g_clear_pointer(&best, g_array_unref);
			best = g_steal_pointer(&columns);
			best_fits = fits;
			rows = n;
		}
	}
	if (!best)
		return;
	if (to_next && best_fits * 3 < rows * 2) {
		/* 财政拨款合计 among others: where its members end is not told */
		shorten(l->grid, total, best, &best_fits, &rows);
		if (best_fits * 3 < rows * 2 || best->len < 2)
			return;
	}
	/* with one or two rows there is no majority: then the names must be clear */
	if (best_fits * 3 >= rows * 2 || (rows <= 2 && all_known(l, t, last)))
		compare(l, total, best);
	else if (best->len > 1)
		l->unclear = TRUE;
}

static void check_level(layout *l, guint first, guint last, guint depth)
{
	guint totals = 0;

	for (guint i = first; i < last;) {
		guint end = group_end(l, i, last, depth);

		if (is_group(l, i, depth)) {
			check_level(l, i, end, depth + 1);
		} else if (head_at(l, i)->total && totals < TOTALS_MAX) {
			check_total(l, i, last, depth, totals > 0);
			totals++;
		}
		i = end;
	}
}

static void head_clear(head *h)
{
	g_strfreev(h->path);
}

void ys_reconcile_columns(GPtrArray *checks, const ys_grid *grid)
{
	layout l = { .grid = grid, .checks = checks };

	l.heads = g_array_new(FALSE, FALSE, sizeof(head));
	g_array_set_clear_func(l.heads, (GDestroyNotify)head_clear);
	for (guint i = 0; i < grid->money->len; i++)
		add_head(&l, ys_grid_money(grid, i));
	ys_bulk_init(&l.tally, checks, grid, "columns-total");
	check_level(&l, 0, l.heads->len, 0);
	ys_bulk_end(&l.tally, "totals of rows are the sums of their columns");
	if (l.unclear)
		ys_check_unchecked(checks, "columns-total", ys_grid_title(grid), grid->table->first_line,
				   "the heads do not tell which columns a total adds up");
	g_array_unref(l.heads);
}
