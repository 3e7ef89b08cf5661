/* Rows with codes of the function or an economic classification: 类 = sum of its 款, 款 = sum of
 * its 项, the classes = the total, in each column of money.  A code that stands twice counts
 * twice (phenomenon 36).  Codes side by side, code | name | amount twice or more, are read as if
 * each group went on from the end of the one left of it: 302 begins in the middle and goes on at
 * the right.  How many groups a total is of its words do not tell: the sums do. */
#include "src/publication/checks/parts.h"

#include <string.h>

#include "src/publication/tables/code_section.h"

/* 类, 款, 项 */
#define LEVELS 3
#define TWICE G_MAXUINT

/* Sections of one table that have the same classification and as many columns of money each. */
typedef struct {
	const ys_grid *grid;
	const ys_code_section *sections;
	guint n_sections;
	guint n_rows;
	gboolean alone;         /* no other money in the table belongs to codes */
} band;

/* A row that others may go on from. */
typedef struct {
	guint section, row;
	const char *digits;
	guint length;
	guint children;
	ys_sum *sums;           /* of the children, for each column of the section */
} node;

typedef struct {
	const band *band;
	GArray *nodes;          /* of node, in the order they are read */
	GHashTable *once;       /* code -> place in nodes, from 1 on, or TWICE; NULL where sections are one */
	guint stack[LEVELS];    /* of nodes */
	guint depth;
	guint shortest;         /* digits of the highest level there is */
	gboolean *top;          /* of each section, which rows go on from no other */
	guint n_orphans, orphan;/* among them: rows without their class; of nodes, the first */
} tree;

static guint column_of(const band *b, guint section, guint i)
{
	return ys_grid_money(b->grid, b->sections[section].first + i);
}

static guint n_columns(const band *b)
{
	return b->sections[0].n;
}

/* ---- totals ---- */

/* A row that adds up sections. */
typedef struct {
	guint row;
	const char *label;
	ys_total rank;
	gboolean rivals;        /* there are others of its kind with another amount */
	guint section;          /* the label stands here */
	guint amounts;          /* and the amounts in this section or, under a cell that spans several, right of it */
} total;

/* The label of a total among the names of a section, or, where there is one section only,
 * anywhere before the money. */
static const char *label_in(const band *b, guint r, guint section)
{
	const ys_grid *grid = b->grid;
	const ys_row *row = ys_grid_row(grid, r);

	for (guint c = b->alone ? 0 : b->sections[section].code; c < MIN(grid->width, row->cells->len); c++) {
		const char *cell = g_ptr_array_index(row->cells, c);

		if (grid->holds[c] == YS_CELLS_MONEY)
			break;
		if (ys_wording_total(cell))
			return cell;
	}
	return "";
}

/* The section from this one on, up to the next label, where the row has an amount; this one if there is none. */
static guint amounts_in(const band *b, guint r, guint section)
{
	for (guint k = section; k < b->n_sections; k++) {
		if (k > section && *label_in(b, r, k))
			break;
		if (ys_grid_amount(b->grid, r, column_of(b, k, 0)) != YS_AMOUNT_NONE)
			return k;
	}
	return section;
}

static ys_amount amount_of(const band *b, const total *total)
{
	return ys_grid_amount(b->grid, total->row, column_of(b, total->amounts, 0));
}

/* The total whose label stands in a section; its label is NULL if there is none. */
static total total_of(const band *b, guint section)
{
	total found = { .row = b->n_rows, .rank = YS_TOTAL_NONE };

	for (guint r = 0; r < b->n_rows; r++) {
		const char *label = label_in(b, r, section);
		total here = { r, label, ys_wording_total(label), FALSE, section, amounts_in(b, r, section) };

		if (here.rank > found.rank)
			found = here;
		else if (here.rank && here.rank == found.rank)
			found.rivals |= amount_of(b, &here) != amount_of(b, &found);
	}
	return found;
}

/* ---- the tree ---- */

static node *node_at(const tree *t, guint i)
{
	return &g_array_index(t->nodes, node, i);
}

static gboolean goes_on_from(const node *below, const node *above)
{
	return above->length < below->length && !memcmp(above->digits, below->digits, above->length);
}

/* The class or group of a row that no other has been open for, if the table has one only; else NULL. */
static node *elsewhere(const tree *t, const node *below)
{
	for (guint length = below->length - 2; t->once && length >= 3; length -= 2) {
		g_autofree char *digits = g_strndup(below->digits, length);
		guint i = GPOINTER_TO_UINT(g_hash_table_lookup(t->once, digits));

		if (i)
			return i == TWICE ? NULL : node_at(t, i - 1);
	}
	return NULL;
}

static void take_node(tree *t, guint i)
{
	const node *n = node_at(t, i);
	node *above;

	while (t->depth && !goes_on_from(n, node_at(t, t->stack[t->depth - 1])))
		t->depth--;
	above = t->depth ? node_at(t, t->stack[t->depth - 1]) : elsewhere(t, n);
	if (above) {
		above->children++;
		for (guint c = 0; c < n_columns(t->band); c++)
			ys_sum_add(&above->sums[c],
				   ys_grid_amount(t->band->grid, n->row, column_of(t->band, n->section, c)));
	} else {
		if (n->length > t->shortest && !t->n_orphans++)
			t->orphan = i;
		t->top[n->section * t->band->n_rows + n->row] = TRUE;
	}
	/* lengths grow by two from 3 to 7, so that no more levels than LEVELS can be open */
	t->stack[t->depth++] = i;
}

static void read_nodes(tree *t)
{
	const band *b = t->band;

	for (guint k = 0; k < b->n_sections; k++)
		for (guint r = 0; r < b->n_rows; r++) {
			node n = { .section = k, .row = r };

			n.length = ys_code_length(ys_row_cell(ys_grid_row(b->grid, r), b->sections[k].code), &n.digits);
			if (!n.length)
				continue;
			n.sums = g_new0(ys_sum, n_columns(b) + 1);
			t->shortest = MIN(t->shortest, n.length);
			g_array_append_val(t->nodes, n);
		}
}

static void find_once(tree *t)
{
	t->once = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (guint i = 0; i < t->nodes->len; i++) {
		const node *n = node_at(t, i);
		char *digits = g_strndup(n->digits, n->length);
		guint place = g_hash_table_contains(t->once, digits) ? TWICE : i + 1;

		g_hash_table_insert(t->once, digits, GUINT_TO_POINTER(place));
	}
}

static void node_clear(node *n)
{
	g_free(n->sums);
}

static void tree_init(tree *t, const band *b)
{
	*t = (tree){ .band = b, .shortest = G_MAXUINT };
	t->nodes = g_array_new(FALSE, FALSE, sizeof(node));
	g_array_set_clear_func(t->nodes, (GDestroyNotify)node_clear);
	t->top = g_new0(gboolean, b->n_sections * b->n_rows + 1);
	read_nodes(t);
	if (b->n_sections > 1)
		find_once(t);
	for (guint i = 0; i < t->nodes->len; i++)
		take_node(t, i);
}

static void tree_clear(tree *t)
{
	g_array_unref(t->nodes);
	g_clear_pointer(&t->once, g_hash_table_unref);
	g_free(t->top);
}

static void check_levels(const tree *t, GPtrArray *checks)
{
	ys_bulk tally;

	ys_bulk_init(&tally, checks, t->band->grid, "code-levels");
	for (guint i = 0; i < t->nodes->len; i++) {
		const node *n = node_at(t, i);

		for (guint c = 0; n->children && c < n_columns(t->band); c++) {
			guint column = column_of(t->band, n->section, c);
			ys_amount declared = ys_grid_amount(t->band->grid, n->row, column);

			if (declared != YS_AMOUNT_NONE && n->sums[c].n)
				ys_bulk_add(&tally, &n->sums[c], declared, n->row, column);
		}
	}
	ys_bulk_end(&tally, "classes and groups are the sums of what is in them");
}

/* ---- classes against totals ---- */

/* What a total may be of: the rows of t->top for which it is TRUE, in all sections. */
static void of_sections(const tree *t, guint begin, guint end, gboolean *counts)
{
	guint n = t->band->n_rows;

	memset(counts, 0, t->band->n_sections * n * sizeof *counts);
	memcpy(counts + begin * n, t->top + begin * n, (end - begin) * n * sizeof *counts);
}

/* 人员经费合计 is of 工资福利支出 and 对个人和家庭的补助, 公用经费合计 of all else; FALSE if the label says neither. */
static gboolean of_words(const tree *t, const char *label, gboolean *counts)
{
	gboolean staff = g_str_has_prefix(label, "人员经费");

	if (!staff && !g_str_has_prefix(label, "公用经费"))
		return FALSE;
	of_sections(t, 0, t->band->n_sections, counts);
	for (guint i = 0; i < t->nodes->len; i++) {
		const node *n = node_at(t, i);
		gboolean of_staff = g_str_has_prefix(n->digits, "301") || g_str_has_prefix(n->digits, "303");

		if (of_staff != staff)
			counts[n->section * t->band->n_rows + n->row] = FALSE;
	}
	return TRUE;
}

static ys_sum sum_of(const tree *t, const gboolean *counts, guint i)
{
	ys_sum sum = { 0 };

	for (guint k = 0; k < t->band->n_sections; k++) {
		ys_sum part = ys_sum_rows(t->band->grid, counts + k * t->band->n_rows, 0, t->band->n_rows,
					  column_of(t->band, k, i));

		sum.overflow |= part.overflow || __builtin_add_overflow(sum.sum, part.sum, &sum.sum);
		sum.n += part.n;
	}
	return sum;
}

static gboolean fits(const tree *t, const gboolean *counts, const total *total)
{
	ys_sum sum = sum_of(t, counts, 0);

	return ys_sum_fits(&sum, amount_of(t->band, total), t->band->grid->half_step);
}

/* The first reading that fits; if none does, what the label says, else the sections up to the next label. */
static void choose(const tree *t, const total *total, const gboolean *labelled, gboolean *counts)
{
	guint end = total->section + 1;

	for (guint e = end; e <= t->band->n_sections; e++) {
		of_sections(t, total->section, e, counts);
		if (fits(t, counts, total))
			return;
	}
	if (t->band->n_sections > 1 && of_words(t, total->label, counts))
		return;
	while (end < t->band->n_sections && !labelled[end])
		end++;
	of_sections(t, total->section, end, counts);
}

static guint n_counted(const tree *t, const gboolean *counts)
{
	guint n = 0;

	for (guint i = 0; i < t->band->n_sections * t->band->n_rows; i++)
		n += counts[i];
	return n;
}

static ys_check *check_top(const tree *t, const total *total, const gboolean *labelled, GPtrArray *checks)
{
	const band *b = t->band;
	g_autofree gboolean *counts = g_new0(gboolean, b->n_sections * b->n_rows + 1);
	ys_check *check;
	ys_bulk others;
	ys_sum sum;

	choose(t, total, labelled, counts);
	sum = sum_of(t, counts, 0);
	check = ys_check_rows(checks, "rows-total", b->grid, &sum, total->row, column_of(b, total->amounts, 0));
	if (check->status == YS_MISMATCH && total->rivals) {
		ys_check_doubt(check, "there are several totals, and it cannot be told of what");
		return check;
	}
	ys_check_detail(check, "%u classes add up to %s", n_counted(t, counts), total->label);
	ys_bulk_init(&others, checks, b->grid, "rows-total");
	for (guint i = 1; i < n_columns(b); i++) {
		guint column = column_of(b, total->amounts, i);
		ys_amount declared = ys_grid_amount(b->grid, total->row, column);

		sum = sum_of(t, counts, i);
		if (declared != YS_AMOUNT_NONE && sum.n)
			ys_bulk_add(&others, &sum, declared, total->row, column);
	}
	ys_bulk_end(&others, "more columns add up to the total");
	return check;
}

/* The first code of the table stands without its class: what came before it is lost
 * (phenomenon 35). */
static gboolean begins_inside(const tree *t)
{
	return t->n_orphans && t->orphan == 0;
}

static void say_orphan(const tree *t, GPtrArray *checks, const char *what, const char *why)
{
	const node *n = node_at(t, t->orphan);

	ys_check_unchecked(checks, what, ys_grid_title(t->band->grid), ys_grid_line(t->band->grid, n->row),
			   "%s%.*s without its class", why, (int)n->length, n->digits);
}

/* 人员经费 and 公用经费 side by side are one table: what both declare is what it declares. */
static void add_reconciliation(ys_reconciliation *r, const ys_check *check, gboolean first)
{
	if (first) {
		*r = (ys_reconciliation){ check->status, check->sum, check->declared, check->residual };
	} else if (check->status == YS_UNCHECKED || r->status == YS_UNCHECKED) {
		*r = (ys_reconciliation){ YS_UNCHECKED, YS_AMOUNT_NONE, YS_AMOUNT_NONE, YS_AMOUNT_NONE };
	} else {
		r->status = MAX(r->status, check->status);
		r->sum += check->sum;
		r->declared += check->declared;
		r->residual += check->residual;
	}
}

/* Each total against its classes.  The table declares what those of the highest rank do together. */
static gboolean check_totals(const tree *t, GPtrArray *checks, ys_reconciliation *table, gboolean first)
{
	const band *b = t->band;
	g_autofree total *totals = g_new(total, b->n_sections);
	g_autofree gboolean *labelled = g_new(gboolean, b->n_sections);
	ys_total best = YS_TOTAL_NONE;

	for (guint k = 0; k < b->n_sections; k++) {
		totals[k] = total_of(b, k);
		labelled[k] = totals[k].rank != YS_TOTAL_NONE;
		best = MAX(best, totals[k].rank);
	}
	for (guint k = 0; k < b->n_sections; k++) {
		ys_check *check = labelled[k] ? check_top(t, &totals[k], labelled, checks) : NULL;

		if (!check || totals[k].rank != best)
			continue;
		add_reconciliation(table, check, first);
		first = FALSE;
	}
	if (!best)
		ys_check_unchecked(checks, "rows-total", ys_grid_title(b->grid), b->grid->table->first_line,
				   "no total is printed");
	return first;
}

/* TRUE if the table has still nothing it was compared with. */
static gboolean check_band(GPtrArray *checks, const band *b, ys_reconciliation *table, gboolean first)
{
	tree t;

	tree_init(&t, b);
	check_levels(&t, checks);
	if (begins_inside(&t)) {
		say_orphan(&t, checks, "rows-total", "the first page is lost: the rows begin with ");
	} else {
		if (t.n_orphans)
			say_orphan(&t, checks, "code-levels", "there is ");
		first = check_totals(&t, checks, table, first);
	}
	tree_clear(&t);
	return first;
}

/* What the first code of a section begins with: its classification. */
static char classification_of(const ys_grid *grid, const ys_code_section *s)
{
	for (guint r = 0; r < grid->table->rows->len; r++) {
		const char *digits;

		if (ys_code_length(ys_row_cell(ys_grid_row(grid, r), s->code), &digits))
			return *digits;
	}
	return '\0';
}

/* The sections from the first on that are one band with it. */
static guint band_length(const ys_grid *grid, const GArray *sections, guint begin)
{
	const ys_code_section *first = &g_array_index(sections, ys_code_section, begin);
	guint end = begin + 1;

	for (; end < sections->len; end++) {
		const ys_code_section *s = &g_array_index(sections, ys_code_section, end);

		if (s->n != first->n || s->first == first->first ||
		    classification_of(grid, s) != classification_of(grid, first))
			break;
	}
	return end - begin;
}

gboolean ys_reconcile_codes(GPtrArray *checks, const ys_grid *grid, ys_reconciliation *table)
{
	g_autoptr(GArray) sections = ys_code_sections(grid);
	gboolean alone = TRUE, first = TRUE;
	ys_reconciliation again = *table;       /* of two codes of one row the first is compared with the total */

	for (guint i = 1; i < sections->len; i++)
		alone = alone && g_array_index(sections, ys_code_section, i).first ==
					 g_array_index(sections, ys_code_section, 0).first;
	for (guint i = 0; i < sections->len;) {
		band b = { grid, &g_array_index(sections, ys_code_section, i), 1, grid->table->rows->len, alone };

		b.n_sections = band_length(grid, sections, i);
		if (b.sections[0].n)
			first = check_band(checks, &b, first || !alone ? table : &again, first);
		i += b.n_sections;
	}
	return sections->len > 0;
}
