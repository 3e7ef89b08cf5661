/* First the words: totals, subtotals and known bodies are told, and whatever may be a unit or category
 * is a candidate.  Then the sums, from the last row upwards: a candidate is confirmed by the rows below
 * it that add up to it, groups that were confirmed counting as one.  Where words and sums disagree
 * three readings are tried, and the first is taken whose leaves add up to the declared total, or the
 * first of all. */
#include "src/publication/tables/hierarchy.h"

#include "src/publication/words/clean.h"
#include "src/text/key.h"

/* No group has more members; a bound, so that a table of a million rows without text does
 * not take quadratic time. */
#define MEMBERS_MAX 2000

/* A row as the sums see it. */
typedef struct {
	ys_amount amount;
	gboolean candidate;     /* may be a unit or category */
	gboolean worded;        /* is one by its wording alone */
	gboolean body;          /* named like a public body */
	guint end;              /* last row of what it adds up; 0 if its sum is not confirmed */
} node;

typedef struct {
	const ys_grid *grid;
	node *nodes;
	guint n;
	ys_row_kind *kinds;
	ys_amount declared;     /* of the total row; YS_AMOUNT_NONE if there is none */
} solver;

/* The row says something beside its name and amounts. */
static gboolean has_text(const ys_table *table, const ys_row *row)
{
	for (guint i = 0; i < table->columns->len && i < row->cells->len; i++) {
		ys_column_meaning meaning = ys_table_head(table, i)->meaning;

		if ((meaning == YS_COLUMN_CONTENT || meaning == YS_COLUMN_GOAL || meaning == YS_COLUMN_INDICATORS) &&
		    *ys_row_said(row, i))
			return TRUE;
	}
	return FALSE;
}

static gboolean has_text_columns(const ys_table *table)
{
	return ys_table_column(table, YS_COLUMN_CONTENT) >= 0 || ys_table_column(table, YS_COLUMN_GOAL) >= 0 ||
	       ys_table_column(table, YS_COLUMN_INDICATORS) >= 0;
}

static gboolean is_total_kind(ys_row_kind kind)
{
	return kind == YS_TOTAL || kind == YS_SUBTOTAL;
}

/* What the wording of each row says; nothing is confirmed yet. */
static void read_rows(solver *s, GHashTable *bodies)
{
	const ys_table *table = s->grid->table;
	int name_column = ys_table_name_column(table);
	int amount_column = ys_grid_amount_column(s->grid);
	gboolean texts = has_text_columns(table);

	for (guint i = 0; i < s->n; i++) {
		const ys_row *row = ys_grid_row(s->grid, i);
		const char *name = ys_row_cell(row, name_column);
		g_autofree char *key = ys_name_key(name);
		ys_row_wording wording = ys_wording_row(name);
		gboolean said = texts && has_text(table, row);
		node *node = &s->nodes[i];

		node->amount = ys_grid_amount(s->grid, i, amount_column);
		if (wording == YS_ROW_TOTAL) {
			s->kinds[i] = YS_TOTAL;
			if (s->declared == YS_AMOUNT_NONE)
				s->declared = node->amount;
		} else if (wording == YS_ROW_SUBTOTAL && !said) {
			s->kinds[i] = YS_SUBTOTAL;
		} else if (g_hash_table_contains(bodies, key)) {
			s->kinds[i] = YS_UNIT;
		} else {
			node->body = ys_wording_is_body(name);
			node->worded = wording == YS_ROW_CATEGORY && !said;
			node->candidate = !said && (texts || node->worded || node->body);
		}
	}
}

/* Find the rows below i that add up to it: whole groups, ending where another row that may
 * be a parent begins.  Bottom-up, so that groups below i are known by their own end. */
static void confirm(solver *s, guint i)
{
	ys_amount sum = 0;
	guint members = 0;

	for (guint k = i + 1; k < s->n && members < MEMBERS_MAX;) {
		const node *below = &s->nodes[k];
		guint next = below->end ? below->end + 1 : k + 1;
		guint64 rounding;

		/* a unit is followed by its 部门项目支出, which adds up the same rows */
		if (s->kinds[k] == YS_SUBTOTAL && !members) {
			k++;
			continue;
		}
		if (is_total_kind(s->kinds[k]) || s->kinds[k] == YS_UNIT)
			return;
		if (below->amount != YS_AMOUNT_NONE && __builtin_add_overflow(sum, below->amount, &sum))
			return;
		members++;
		rounding = (guint64)members * s->grid->half_step;
		if (ys_amount_distance(sum, s->nodes[i].amount) <= rounding &&
		    (next >= s->n || s->nodes[next].candidate || s->kinds[next] != YS_LEAF)) {
			s->nodes[i].end = next - 1;
			return;
		}
		if (sum > s->nodes[i].amount && ys_amount_distance(sum, s->nodes[i].amount) > rounding)
			return;
		k = next;
	}
}

typedef enum {
	ALL_WORDED,             /* worded categories count even where their sum is not confirmed */
	CONFIRMED,
	NONE,
	N_READINGS
} reading;

static gboolean is_parent(const node *node, reading reading)
{
	if (!node->candidate)
		return FALSE;
	if (node->amount == YS_AMOUNT_NONE)
		return TRUE;    /* a head without text and amount */
	return (reading == ALL_WORDED && (node->worded || node->end)) || (reading == CONFIRMED && node->end);
}

/* Sum of the leaves under a reading; FALSE if it overflows. */
static gboolean leaf_sum(const solver *s, reading reading, ys_amount *sum, guint *leaves)
{
	*sum = 0;
	*leaves = 0;
	for (guint i = 0; i < s->n; i++) {
		if (s->kinds[i] != YS_LEAF || is_parent(&s->nodes[i], reading) ||
		    s->nodes[i].amount == YS_AMOUNT_NONE)
			continue;
		if (__builtin_add_overflow(*sum, s->nodes[i].amount, sum))
			return FALSE;
		++*leaves;
	}
	return TRUE;
}

/* The first reading whose leaves add up to the declared total; the first one if none does
 * or no total is declared. */
static reading choose(const solver *s)
{
	for (reading reading = ALL_WORDED; reading < N_READINGS && s->declared != YS_AMOUNT_NONE; reading++) {
		ys_amount sum;
		guint leaves;

		if (leaf_sum(s, reading, &sum, &leaves) &&
		    ys_amount_distance(sum, s->declared) <= (guint64)leaves * s->grid->half_step)
			return reading;
	}
	return ALL_WORDED;
}

/* Projects, transfers, or what units spend on their staff. */
static gboolean mixes_rows(const ys_table *table)
{
	return table->kind == YS_TABLE_PROJ || table->kind == YS_TABLE_GOAL_PROJ || table->kind == YS_TABLE_BASIC ||
	       table->kind == YS_TABLE_TRANSFER;
}

void ys_hierarchy_solve(ys_grid *grid, GHashTable *bodies)
{
	solver s = { .grid = grid, .n = grid->table->rows->len, .declared = YS_AMOUNT_NONE };
	reading reading;

	if (!mixes_rows(grid->table) || ys_table_name_column(grid->table) < 0 ||
	    ys_grid_amount_column(grid) < 0)
		return;
	s.kinds = grid->kinds = g_new0(ys_row_kind, s.n + 1);
	s.nodes = g_new0(node, s.n + 1);
	read_rows(&s, bodies);
	for (guint i = s.n; i-- > 0;)
		if (s.kinds[i] == YS_LEAF && s.nodes[i].candidate && s.nodes[i].amount != YS_AMOUNT_NONE)
			confirm(&s, i);
	reading = choose(&s);
	for (guint i = 0; i < s.n; i++)
		if (s.kinds[i] == YS_LEAF && is_parent(&s.nodes[i], reading))
			s.kinds[i] = s.nodes[i].body ? YS_UNIT : YS_CATEGORY;
	g_free(s.nodes);
}
