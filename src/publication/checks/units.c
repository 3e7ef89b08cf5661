/* 元 and 万元 are mixed up by those who fill in the templates.  The digits tell: a total of four of them or more
 * that stands elsewhere 10,000 times larger or smaller is no accident.  Which of the two is wrong they do not tell,
 * unless one of them is printed once more. */
#include "src/publication/checks/units.h"

/* Fen of 1 yuan and of 1 万元 have this ratio. */
#define RATIO 10000
/* So many of its last printed place are an amount of four digits. */
#define STEPS_MIN 1000
/* Amounts that totals are compared with; a bound, for a file may have a total in each line. */
#define PRINTED_MAX 2000

/* A total that is printed somewhere. */
typedef struct {
	ys_amount amount, half_step;
	guint table;            /* of grids; their number for the prose */
	int line;
} printed;

typedef struct {
	const GPtrArray *grids;
	GArray *all;            /* of printed */
} totals;

static const ys_grid *grid_at(const totals *t, guint i)
{
	return g_ptr_array_index(t->grids, i);
}

static void add(totals *t, ys_amount amount, ys_amount half_step, guint table, int line)
{
	printed p = { amount, half_step, table, line };

	if (amount > 0 && amount / 2 / STEPS_MIN >= half_step && t->all->len < PRINTED_MAX)
		g_array_append_val(t->all, p);
}

static void add_rows(totals *t, guint table)
{
	const ys_grid *grid = grid_at(t, table);

	for (guint r = 0; r < grid->table->rows->len && t->all->len < PRINTED_MAX; r++) {
		if (!ys_wording_total(ys_grid_name(grid, r)))
			continue;
		for (guint i = 0; i < grid->money->len; i++)
			add(t, ys_grid_amount(grid, r, ys_grid_money(grid, i)), grid->half_step, table,
			    ys_grid_line(grid, r));
	}
}

static void add_prose(totals *t, const ys_prose *prose)
{
	for (guint i = 0; i < prose->numbers->len; i++) {
		const ys_prose_number *number = &g_array_index(prose->numbers, ys_prose_number, i);

		if (!number->percent)
			add(t, number->value.amount, MAX(1, number->value.place / 2), t->grids->len, number->value.line);
	}
}

/* What a table declares; where it has no total, what its projects are together. */
static printed declared_by(const totals *t, guint table, const GArray *reconciliations)
{
	const ys_grid *grid = grid_at(t, table);
	printed p = { g_array_index(reconciliations, ys_reconciliation, table).declared, grid->half_step, table,
		      grid->table->first_line };
	int column = grid->kinds ? ys_grid_amount_column(grid) : -1;
	ys_sum sum = { 0 };

	for (guint r = 0; p.amount == YS_AMOUNT_NONE && column >= 0 && r < grid->table->rows->len; r++)
		if (grid->kinds[r] == YS_LEAF)
			ys_sum_add(&sum, ys_grid_amount(grid, r, column));
	if (sum.n && !sum.overflow) {
		p.amount = sum.sum;
		p.half_step *= sum.n;
	}
	return p;
}

/* The amounts are one, each times as much as said, and rounded. */
static gboolean agree(const printed *a, gint64 times_a, const printed *b, gint64 times_b)
{
	ys_amount left, right;

	if (__builtin_mul_overflow(a->amount, times_a, &left) || __builtin_mul_overflow(b->amount, times_b, &right))
		return FALSE;
	return ys_amount_distance(left, right) <= (guint64)(a->half_step * times_a + b->half_step * times_b);
}

/* Another place prints the same amount; if not, *against is the first that speaks against it, or as it was. */
static gboolean is_confirmed(const totals *t, const printed *own, const printed **against)
{
	if (own->amount == YS_AMOUNT_NONE || own->amount / 2 / STEPS_MIN < own->half_step)
		return FALSE;
	for (guint i = 0; i < t->all->len; i++) {
		const printed *other = &g_array_index(t->all, printed, i);

		if (other->table == own->table)
			continue;
		if (agree(own, 1, other, 1))
			return TRUE;
		if (!*against && (agree(own, RATIO, other, 1) || agree(own, 1, other, RATIO)))
			*against = other;
	}
	return FALSE;
}

/* What speaks against the unit of a table, if nothing speaks for it; *own: the total it is about. */
static const printed *against(const totals *t, guint table, const GArray *reconciliations, printed *own)
{
	const printed *found = NULL;

	*own = declared_by(t, table, reconciliations);
	if (is_confirmed(t, own, &found))
		return NULL;
	for (guint i = 0; i < t->all->len; i++) {
		const printed *p = &g_array_index(t->all, printed, i);
		const printed *before = found;

		if (p->table != table)
			continue;
		if (is_confirmed(t, p, &found))
			return NULL;
		if (found && !before)
			*own = *p;
	}
	return found;
}

/* ---- what is read from such a table ---- */

typedef struct {
	const ys_table *table;
	printed own, other;
} doubt;

/* The doubt about the table that a line is in; they are in the order of their lines. */
static const doubt *doubt_at(const GArray *doubts, int line)
{
	guint low = 0, high = doubts->len;

	while (low < high) {
		guint middle = low + (high - low) / 2;
		const doubt *d = &g_array_index(doubts, doubt, middle);

		if (line > d->table->last_line)
			low = middle + 1;
		else if (line < d->table->first_line)
			high = middle;
		else
			return d;
	}
	return NULL;
}

static void mark(ys_record *record, const doubt *d)
{
	g_autoptr(GString) here = g_string_new(NULL), there = g_string_new(NULL);

	ys_amount_append_wan(here, d->own.amount);
	ys_amount_append_wan(there, d->other.amount);
	g_ptr_array_add(record->warnings,
			ys_warning_new("unit-implausible", d->table->first_line,
				       "the table has %s in all, line %d has %s: one of the units is wrong", here->str,
				       d->other.line, there->str));
}

static void mark_all(const GArray *doubts, const GPtrArray *records)
{
	for (guint i = 0; doubts->len && i < records->len; i++) {
		ys_record *record = g_ptr_array_index(records, i);
		const ys_source *source = record->type == YS_PUBLICATION ? NULL : record->source;
		const doubt *d = source && source->lines->len
					 ? doubt_at(doubts, g_array_index(source->lines, ys_lines, 0).first)
					 : NULL;

		if (d)
			mark(record, d);
	}
}

void ys_units_check(const GPtrArray *grids, const GArray *reconciliations, const ys_prose *prose,
		    const GPtrArray *records)
{
	totals t = { .grids = grids, .all = g_array_new(FALSE, FALSE, sizeof(printed)) };
	g_autoptr(GArray) doubts = g_array_new(FALSE, FALSE, sizeof(doubt));

	for (guint i = 0; i < grids->len; i++)
		add_rows(&t, i);
	add_prose(&t, prose);
	for (guint i = 0; i < grids->len; i++) {
		printed own;
		const printed *other = against(&t, i, reconciliations, &own);

		if (other) {
			doubt d = { grid_at(&t, i)->table, own, *other };

			g_array_append_val(doubts, d);
		}
	}
	mark_all(doubts, records);
	g_array_unref(t.all);
}
