/* Rows with codes of the function or an economic classification: 类 = sum of its 款, 款 = sum of
 * its 项, the classes = the total, in each column of money.  A code that stands twice counts
 * twice (phenomenon 36). */
#include "src/publication/checks/parts.h"

#include <string.h>

#include "src/publication/tables/code_section.h"

/* 类, 款, 项 */
#define LEVELS 3

/* A row that others may go on from. */
typedef struct {
	guint row;
	const char *digits;
	guint length;
	guint children;
	ys_sum *sums;           /* of the children, for each column of the section */
} node;

typedef struct {
	const ys_grid *grid;
	const ys_code_section *section;
	node stack[LEVELS];
	guint depth;
	guint shortest;         /* digits of the highest level there is */
	gboolean *top;          /* which rows go on from no other */
	guint n_top;
	guint n_orphans, orphan;/* among them: rows without their class, and the first of them */
	ys_bulk tally;
} tree;

/* ---- sections ---- */

/* A row that adds up a section. */
typedef struct {
	guint row;
	const char *label;
	gboolean rivals;        /* there are others of its kind with another amount */
} total;

/* The label of a total among the names of a section, or, where there is one section only,
 * anywhere before the money. */
static const char *label_in(const ys_grid *grid, guint r, const ys_code_section *s, gboolean only)
{
	const ys_row *row = ys_grid_row(grid, r);

	for (guint c = only ? 0 : s->code; c < MIN(grid->width, row->cells->len); c++) {
		const char *cell = g_ptr_array_index(row->cells, c);

		if (grid->holds[c] == YS_CELLS_MONEY)
			break;
		if (ys_wording_total(cell))
			return cell;
	}
	return "";
}

/* The total of a section; its row is the number of rows if there is none. */
static total total_of(const ys_grid *grid, const ys_code_section *s, gboolean only)
{
	total found = { grid->table->rows->len, NULL, FALSE };
	guint column = ys_grid_money(grid, s->first);
	ys_total best = YS_TOTAL_NONE;

	for (guint r = 0; r < grid->table->rows->len; r++) {
		const char *label = label_in(grid, r, s, only);
		ys_total rank = ys_wording_total(label);

		if (rank > best) {
			found = (total){ r, label, FALSE };
			best = rank;
		} else if (rank && rank == best) {
			found.rivals |=
				ys_grid_amount(grid, r, column) != ys_grid_amount(grid, found.row, column);
		}
	}
	return found;
}

/* ---- the tree ---- */

static void end_node(tree *t)
{
	node *node = &t->stack[--t->depth];

	for (guint i = 0; node->children && i < t->section->n; i++) {
		guint column = ys_grid_money(t->grid, t->section->first + i);
		ys_amount declared = ys_grid_amount(t->grid, node->row, column);

		if (declared != YS_AMOUNT_NONE && node->sums[i].n)
			ys_bulk_add(&t->tally, &node->sums[i], declared, node->row, column);
	}
	g_free(node->sums);
}

static void add_row(tree *t, ys_sum *sums, guint row)
{
	for (guint i = 0; i < t->section->n; i++)
		ys_sum_add(&sums[i],
			   ys_grid_amount(t->grid, row, ys_grid_money(t->grid, t->section->first + i)));
}

static void take_code(tree *t, guint row, const char *digits, guint length)
{
	while (t->depth && (t->stack[t->depth - 1].length >= length ||
			    memcmp(t->stack[t->depth - 1].digits, digits, t->stack[t->depth - 1].length)))
		end_node(t);
	if (t->depth) {
		t->stack[t->depth - 1].children++;
		add_row(t, t->stack[t->depth - 1].sums, row);
	} else {
		if (length > t->shortest && !t->n_orphans++)
			t->orphan = row;
		t->n_top++;
		t->top[row] = TRUE;
	}
	/* lengths grow by two from 3 to 7, so that no more levels than LEVELS can be open */
	t->stack[t->depth++] = (node){ row, digits, length, 0, g_new0(ys_sum, t->section->n + 1) };
}

static ys_check *check_top(const tree *t, const total *total, GPtrArray *checks)
{
	const ys_grid *grid = t->grid;
	guint n = grid->table->rows->len, column = ys_grid_money(grid, t->section->first);
	ys_sum sum = ys_sum_rows(grid, t->top, 0, n, column);
	ys_check *check = ys_check_rows(checks, "rows-total", grid, &sum, total->row, column);
	ys_bulk others;

	if (check->status == YS_MISMATCH && total->rivals) {
		ys_check_doubt(check, "there are several totals, and it cannot be told of what");
		return check;
	}
	ys_check_detail(check, "%u classes add up to %s", t->n_top, total->label);
	ys_bulk_init(&others, checks, grid, "rows-total");
	ys_bulk_add_columns(&others, t->top, 0, n, total->row, t->section->first, t->section->n, column);
	ys_bulk_end(&others, "more columns add up to the total");
	return check;
}

static guint code_at(const tree *t, guint row, const char **digits)
{
	return ys_code_length(ys_row_cell(ys_grid_row(t->grid, row), t->section->code), digits);
}

static void read_tree(tree *t)
{
	guint n = t->grid->table->rows->len;

	t->shortest = G_MAXUINT;
	for (guint r = 0; r < n; r++) {
		guint length = code_at(t, r, NULL);

		if (length)
			t->shortest = MIN(t->shortest, length);
	}
	for (guint r = 0; r < n; r++) {
		const char *digits;
		guint length = code_at(t, r, &digits);

		if (length)
			take_code(t, r, digits, length);
	}
	while (t->depth)
		end_node(t);
}

/* The first code of the table stands without its class: what came before it is lost
 * (phenomenon 35). */
static gboolean begins_inside(const tree *t)
{
	guint first = 0;

	while (!code_at(t, first, NULL))
		first++;
	return t->n_orphans && t->orphan == first;
}

static void say_orphan(const tree *t, GPtrArray *checks, const char *what, const char *why)
{
	const char *digits;
	guint length = code_at(t, t->orphan, &digits);

	ys_check_unchecked(checks, what, ys_grid_title(t->grid), ys_grid_line(t->grid, t->orphan),
			   "%s%.*s without its class", why, (int)length, digits);
}

/* One section; the check of its rows against its total, NULL if it cannot be made. */
static ys_check *check_section(GPtrArray *checks, const ys_grid *grid, const ys_code_section *s, gboolean only)
{
	tree t = { .grid = grid, .section = s };
	total total = total_of(grid, s, only);
	ys_check *check = NULL;

	t.top = g_new0(gboolean, grid->table->rows->len + 1);
	ys_bulk_init(&t.tally, checks, grid, "code-levels");
	read_tree(&t);
	ys_bulk_end(&t.tally, "classes and groups are the sums of what is in them");
	if (t.n_orphans && begins_inside(&t)) {
		say_orphan(&t, checks, "rows-total", "the first page is lost: the rows begin with ");
	} else {
		if (t.n_orphans)
			say_orphan(&t, checks, "code-levels", "there is ");
		if (total.label)
			check = check_top(&t, &total, checks);
		else
			ys_check_unchecked(checks, "rows-total", ys_grid_title(grid), grid->table->first_line,
					   "no total is printed");
	}
	g_free(t.top);
	return check;
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

gboolean ys_reconcile_codes(GPtrArray *checks, const ys_grid *grid, ys_reconciliation *table)
{
	g_autoptr(GArray) sections = ys_code_sections(grid);
	gboolean only = TRUE, first = TRUE;

	for (guint i = 1; i < sections->len; i++)
		only = only && g_array_index(sections, ys_code_section, i).first ==
				       g_array_index(sections, ys_code_section, 0).first;
	for (guint i = 0; i < sections->len; i++) {
		const ys_code_section *s = &g_array_index(sections, ys_code_section, i);
		ys_check *check = s->n ? check_section(checks, grid, s, only) : NULL;

		if (check && (first || !only))
			add_reconciliation(table, check, first);
		first = first && !check;
	}
	return sections->len > 0;
}
