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
	const ys_table *table;
	node *nodes;
	guint n;
	ys_hierarchy *out;
	ys_amount half_step;    /* half a unit of the last printed place, in fen */
} solver;

int ys_hierarchy_amount_column(const ys_table *table)
{
	static const ys_column_meaning meanings[] = { YS_COLUMN_ADJUSTED, YS_COLUMN_TOTAL, YS_COLUMN_EXECUTED };
	int column = -1;

	for (gsize i = 0; i < G_N_ELEMENTS(meanings) && column < 0; i++)
		column = ys_table_column(table, meanings[i]);
	return column;
}

gboolean ys_row_has_text(const ys_table *table, const ys_row *row)
{
	for (guint i = 0; i < table->columns->len && i < row->cells->len; i++) {
		ys_column_meaning meaning = ((ys_column *)g_ptr_array_index(table->columns, i))->meaning;

		if ((meaning == YS_COLUMN_CONTENT || meaning == YS_COLUMN_GOAL || meaning == YS_COLUMN_INDICATORS) &&
		    !ys_is_nothing(ys_row_cell(row, i)))
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
static void read_rows(solver *s, GHashTable *bodies, gint64 unit)
{
	int name_column = ys_table_column(s->table, YS_COLUMN_NAME);
	int amount_column = ys_hierarchy_amount_column(s->table);
	gboolean texts = has_text_columns(s->table);

	for (guint i = 0; i < s->n; i++) {
		const ys_row *row = g_ptr_array_index(s->table->rows, i);
		const char *name = ys_row_cell(row, name_column);
		g_autofree char *key = ys_name_key(name);
		ys_row_wording wording = ys_wording_row(name);
		gboolean has_text = texts && ys_row_has_text(s->table, row);
		node *node = &s->nodes[i];

		node->amount = ys_table_amount(s->table, row, amount_column, unit);
		if (wording == YS_ROW_TOTAL) {
			s->out->kinds[i] = YS_TOTAL;
			if (s->out->declared == YS_AMOUNT_NONE)
				s->out->declared = node->amount;
		} else if (wording == YS_ROW_SUBTOTAL && !has_text) {
			s->out->kinds[i] = YS_SUBTOTAL;
		} else if (g_hash_table_contains(bodies, key)) {
			s->out->kinds[i] = YS_UNIT;
		} else {
			node->body = ys_wording_is_body(name);
			node->worded = wording == YS_ROW_CATEGORY && !has_text;
			node->candidate = !has_text && (texts || node->worded || node->body);
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
		if (s->out->kinds[k] == YS_SUBTOTAL && !members) {
			k++;
			continue;
		}
		if (is_total_kind(s->out->kinds[k]) || s->out->kinds[k] == YS_UNIT)
			return;
		if (below->amount != YS_AMOUNT_NONE && __builtin_add_overflow(sum, below->amount, &sum))
			return;
		members++;
		rounding = (guint64)members * s->half_step;
		if (ys_amount_distance(sum, s->nodes[i].amount) <= rounding &&
		    (next >= s->n || s->nodes[next].candidate || s->out->kinds[next] != YS_LEAF)) {
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
		if (s->out->kinds[i] != YS_LEAF || is_parent(&s->nodes[i], reading) ||
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
static reading choose(solver *s)
{
	reading chosen = ALL_WORDED;
	ys_amount sum;
	guint leaves;

	for (reading reading = ALL_WORDED; reading < N_READINGS && s->out->declared != YS_AMOUNT_NONE; reading++) {
		if (leaf_sum(s, reading, &sum, &leaves) &&
		    ys_amount_distance(sum, s->out->declared) <= (guint64)leaves * s->half_step) {
			chosen = reading;
			break;
		}
	}
	if (!leaf_sum(s, chosen, &s->out->sum, &leaves))
		s->out->sum = YS_AMOUNT_NONE;
	s->out->tolerance = (ys_amount)leaves * s->half_step;
	return chosen;
}

ys_hierarchy *ys_hierarchy_new(const ys_table *table, GHashTable *bodies, gint64 unit)
{
	ys_hierarchy *out = g_new0(ys_hierarchy, 1);
	solver s = { .table = table, .n = table->rows->len, .out = out };
	reading reading;

	out->kinds = g_new0(ys_row_kind, s.n + 1);
	out->declared = YS_AMOUNT_NONE;
	s.nodes = g_new0(node, s.n + 1);
	s.half_step = MAX(1, (table->unit ? table->unit : unit) / 200);
	read_rows(&s, bodies, unit);
	for (guint i = s.n; i-- > 0;)
		if (out->kinds[i] == YS_LEAF && s.nodes[i].candidate && s.nodes[i].amount != YS_AMOUNT_NONE)
			confirm(&s, i);
	reading = choose(&s);
	for (guint i = 0; i < s.n; i++)
		if (out->kinds[i] == YS_LEAF && is_parent(&s.nodes[i], reading))
			out->kinds[i] = s.nodes[i].body ? YS_UNIT : YS_CATEGORY;
	g_free(s.nodes);
	return out;
}

void ys_hierarchy_free(ys_hierarchy *hierarchy)
{
	if (!hierarchy)
		return;
	g_free(hierarchy->kinds);
	g_free(hierarchy);
}
