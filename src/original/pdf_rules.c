#include "src/original/pdf_rules.h"

#include <math.h>

#define GAP_MAX 3.0             /* pt between two rules that are one */
#define SHORT_MAX 4.0           /* pt: a rule not longer is a part of a letter or a tick */
#define TOUCH 2.0               /* pt between two rules that meet */
#define OPEN_MIN 6.0            /* pt that rules run beyond the last one across them for an open side */
#define SLOTS_MAX 100000        /* columns by rows of a table */
#define GRIDS_MAX 200           /* of a page */
#define FRAME_CELLS 4           /* a table around others that has fewer is a frame */

static ys_pdf_rule *rule_at(const GArray *rules, guint i)
{
	return &g_array_index(rules, ys_pdf_rule, i);
}

static double edge_at(const GArray *edges, guint i)
{
	return g_array_index(edges, double, i);
}

/* ---- rules put in order ---- */

static int compare(double a, double b)
{
	return (a > b) - (a < b);
}

static int by_place(const void *a, const void *b)
{
	const ys_pdf_rule *x = a, *y = b;
	int order = compare(x->at, y->at);

	return order ? order : compare(x->from, y->from);
}

/* Rules of nearly one place are put on the middle of it; long ones count more. */
static void snap(GArray *rules)
{
	g_array_sort(rules, by_place);
	for (guint i = 0, end; i < rules->len; i = end) {
		double first = rule_at(rules, i)->at, sum = 0, weight = 0;

		for (end = i; end < rules->len && rule_at(rules, end)->at - first <= YS_PDF_SNAP; end++) {
			const ys_pdf_rule *rule = rule_at(rules, end);

			sum += (rule->at - first) * (rule->to - rule->from);
			weight += rule->to - rule->from;
		}
		for (guint k = i; k < end; k++)
			rule_at(rules, k)->at = first + (weight > 0 ? sum / weight : 0);
	}
	g_array_sort(rules, by_place);
}

/* Rules on one place that touch are one.  Borders are often drawn cell by cell. */
static void join(GArray *rules)
{
	guint kept = 0;

	for (guint i = 0; i < rules->len; i++) {
		const ys_pdf_rule rule = *rule_at(rules, i);
		ys_pdf_rule *last = kept ? rule_at(rules, kept - 1) : NULL;

		if (last && last->at == rule.at && rule.from <= last->to + GAP_MAX)
			last->to = MAX(last->to, rule.to);
		else
			*rule_at(rules, kept++) = rule;
	}
	g_array_set_size(rules, kept);
}

static void drop_short(GArray *rules)
{
	guint kept = 0;

	for (guint i = 0; i < rules->len; i++)
		if (rule_at(rules, i)->to - rule_at(rules, i)->from > SHORT_MAX)
			*rule_at(rules, kept++) = *rule_at(rules, i);
	g_array_set_size(rules, kept);
}

static void put_in_order(GArray *rules)
{
	snap(rules);
	join(rules);
	drop_short(rules);
}

/* ---- rules that touch ---- */

static guint root_of(guint *parents, guint i)
{
	while (parents[i] != i)
		i = parents[i] = parents[parents[i]];
	return i;
}

/* The smaller number is the root: regions are found in their order. */
static void unite(guint *parents, guint a, guint b)
{
	a = root_of(parents, a);
	b = root_of(parents, b);
	parents[MAX(a, b)] = MIN(a, b);
}

static guint *singles(guint n)
{
	guint *parents = g_new(guint, n + 1);

	for (guint i = 0; i < n; i++)
		parents[i] = i;
	return parents;
}

/* The first rule at a place or behind it. */
static guint first_from(const GArray *rules, double place)
{
	guint low = 0, high = rules->len;

	while (low < high) {
		guint middle = (low + high) / 2;

		if (rule_at(rules, middle)->at < place)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void unite_crossing(const GArray *across, const GArray *down, guint *parents)
{
	for (guint i = 0; i < across->len; i++) {
		const ys_pdf_rule *a = rule_at(across, i);

		for (guint k = first_from(down, a->from - TOUCH); k < down->len; k++) {
			const ys_pdf_rule *d = rule_at(down, k);

			if (d->at > a->to + TOUCH)
				break;
			if (d->from - TOUCH <= a->at && a->at <= d->to + TOUCH)
				unite(parents, i, across->len + k);
		}
	}
}

/* ---- edges ---- */

/* The places of rules, which are sorted, each once. */
static GArray *places_of(const GArray *rules)
{
	GArray *edges = g_array_new(FALSE, FALSE, sizeof(double));

	for (guint i = 0; i < rules->len; i++) {
		double at = rule_at(rules, i)->at;

		if (!edges->len || at - edge_at(edges, edges->len - 1) > YS_PDF_SNAP)
			g_array_append_val(edges, at);
	}
	return edges;
}

/* A table may be open at its sides, and at the top and the bottom of a page: there the ends of the
 * rules of the other direction close it. */
static void close_open_sides(GArray *edges, const GArray *others)
{
	double from = INFINITY, to = -INFINITY;

	for (guint i = 0; i < others->len; i++) {
		from = MIN(from, rule_at(others, i)->from);
		to = MAX(to, rule_at(others, i)->to);
	}
	if (from < edge_at(edges, 0) - OPEN_MIN)
		g_array_prepend_val(edges, from);
	if (to > edge_at(edges, edges->len - 1) + OPEN_MIN)
		g_array_append_val(edges, to);
}

/* ---- cells ---- */

enum { WALL_RIGHT = 1, WALL_BELOW = 2 };

/* The part between edges in which a place lies; at least 0 and under edges->len - 1. */
static guint part_of(const GArray *edges, double place)
{
	guint low = 0, high = edges->len - 1;

	while (high - low > 1) {
		guint middle = (low + high) / 2;

		if (edge_at(edges, middle) <= place)
			low = middle;
		else
			high = middle;
	}
	return low;
}

/* The edge nearest to a place, which is one of them or as good as. */
static guint nearest(const GArray *edges, double place)
{
	guint part = part_of(edges, place);

	return place - edge_at(edges, part) < edge_at(edges, part + 1) - place ? part : part + 1;
}

static double middle_of(const GArray *edges, guint part)
{
	return (edge_at(edges, part) + edge_at(edges, part + 1)) / 2;
}

/* A rule is a wall of the slots along whose middle it runs. */
static void mark_walls(guint8 *walls, const ys_pdf_grid *grid, const GArray *across, const GArray *down)
{
	for (guint i = 0; i < down->len; i++) {
		const ys_pdf_rule *rule = rule_at(down, i);
		guint edge = nearest(grid->xs, rule->at), row = part_of(grid->ys, rule->from);

		for (; edge > 0 && row < grid->n_rows && middle_of(grid->ys, row) <= rule->to; row++)
			if (rule->from <= middle_of(grid->ys, row))
				walls[row * grid->n_columns + edge - 1] |= WALL_RIGHT;
	}
	for (guint i = 0; i < across->len; i++) {
		const ys_pdf_rule *rule = rule_at(across, i);
		guint edge = nearest(grid->ys, rule->at), column = part_of(grid->xs, rule->from);

		for (; edge > 0 && column < grid->n_columns && middle_of(grid->xs, column) <= rule->to; column++)
			if (rule->from <= middle_of(grid->xs, column))
				walls[(edge - 1) * grid->n_columns + column] |= WALL_BELOW;
	}
}

/* Slots that no wall parts have one root. */
static guint *regions_of(const ys_pdf_grid *grid, const GArray *across, const GArray *down)
{
	g_autofree guint8 *walls = g_new0(guint8, (gsize)grid->n_columns * grid->n_rows);
	guint *parents = singles(grid->n_columns * grid->n_rows);

	mark_walls(walls, grid, across, down);
	for (guint row = 0; row < grid->n_rows; row++)
		for (guint column = 0; column < grid->n_columns; column++) {
			guint slot = row * grid->n_columns + column;

			if (column + 1 < grid->n_columns && !(walls[slot] & WALL_RIGHT))
				unite(parents, slot, slot + 1);
			if (row + 1 < grid->n_rows && !(walls[slot] & WALL_BELOW))
				unite(parents, slot, slot + grid->n_columns);
		}
	return parents;
}

/* How many slots of the row from column on are of the region and of no cell yet. */
static guint run_of(const ys_pdf_grid *grid, guint *regions, guint region, guint row, guint column)
{
	guint width = 0;

	for (; column + width < grid->n_columns; width++) {
		guint slot = row * grid->n_columns + column + width;

		if (root_of(regions, slot) != region || grid->cell_at[slot] != G_MAXUINT)
			break;
	}
	return width;
}

/* A region is mostly a rectangle.  One that is not, because a rule is missing, becomes several. */
static void add_cells(ys_pdf_grid *grid, guint *regions)
{
	for (guint row = 0; row < grid->n_rows; row++)
		for (guint column = 0; column < grid->n_columns; column++) {
			guint slot = row * grid->n_columns + column, region = root_of(regions, slot);
			guint width, height = 1;

			if (grid->cell_at[slot] != G_MAXUINT)
				continue;
			width = run_of(grid, regions, region, row, column);
			while (row + height < grid->n_rows &&
			       run_of(grid, regions, region, row + height, column) == width)
				height++;
			ys_pdf_grid_add_cell(grid, column, row, width, height);
		}
}

static void cell_free(ys_pdf_cell *cell)
{
	g_free(cell->text);
	g_free(cell);
}

ys_pdf_grid *ys_pdf_grid_new(GArray *xs, GArray *ys)
{
	ys_pdf_grid *grid = g_new0(ys_pdf_grid, 1);

	grid->xs = xs;
	grid->ys = ys;
	grid->n_columns = xs->len - 1;
	grid->n_rows = ys->len - 1;
	grid->cells = g_ptr_array_new_with_free_func((GDestroyNotify)cell_free);
	grid->cell_at = g_new(guint, (gsize)grid->n_columns * grid->n_rows);
	for (guint i = 0; i < grid->n_columns * grid->n_rows; i++)
		grid->cell_at[i] = G_MAXUINT;
	return grid;
}

void ys_pdf_grid_free(ys_pdf_grid *grid)
{
	g_array_unref(grid->xs);
	g_array_unref(grid->ys);
	g_ptr_array_unref(grid->cells);
	g_free(grid->cell_at);
	g_free(grid);
}

ys_pdf_cell *ys_pdf_grid_add_cell(ys_pdf_grid *grid, guint column, guint row, guint width, guint height)
{
	ys_pdf_cell *cell = g_new0(ys_pdf_cell, 1);

	cell->column = column;
	cell->row = row;
	cell->width = width;
	cell->height = height;
	for (guint y = row; y < row + height; y++)
		for (guint x = column; x < column + width; x++)
			grid->cell_at[y * grid->n_columns + x] = grid->cells->len;
	g_ptr_array_add(grid->cells, cell);
	return cell;
}

double ys_pdf_grid_x(const ys_pdf_grid *grid, guint edge)
{
	return edge_at(grid->xs, edge);
}

double ys_pdf_grid_y(const ys_pdf_grid *grid, guint edge)
{
	return edge_at(grid->ys, edge);
}

ys_pdf_cell *ys_pdf_grid_cell(const ys_pdf_grid *grid, double x, double y)
{
	guint column, row;

	if (x < edge_at(grid->xs, 0) || x > edge_at(grid->xs, grid->n_columns) || y < edge_at(grid->ys, 0) ||
	    y > edge_at(grid->ys, grid->n_rows))
		return NULL;
	column = part_of(grid->xs, x);
	row = part_of(grid->ys, y);
	return g_ptr_array_index(grid->cells, grid->cell_at[row * grid->n_columns + column]);
}

/* ---- tables ---- */

static ys_pdf_grid *grid_of(const GArray *across, const GArray *down, gboolean *too_dense)
{
	g_autofree guint *regions = NULL;
	GArray *xs, *ys;
	ys_pdf_grid *grid;

	xs = places_of(down);
	ys = places_of(across);
	close_open_sides(xs, across);
	close_open_sides(ys, down);
	if (xs->len < 2 || ys->len < 2 || (gsize)(xs->len - 1) * (ys->len - 1) > SLOTS_MAX) {
		if (xs->len >= 2 && ys->len >= 2)
			*too_dense = TRUE;
		g_array_unref(xs);
		g_array_unref(ys);
		return NULL;
	}
	grid = ys_pdf_grid_new(xs, ys);
	grid->ruled = TRUE;
	regions = regions_of(grid, across, down);
	add_cells(grid, regions);
	return grid;
}

/* The rules of one set, in their order. */
static GArray *members(const GArray *rules, guint *parents, guint first, guint root)
{
	GArray *set = g_array_new(FALSE, FALSE, sizeof(ys_pdf_rule));

	for (guint i = 0; i < rules->len; i++)
		if (root_of(parents, first + i) == root)
			g_array_append_val(set, *rule_at(rules, i));
	return set;
}

static gboolean lies_in(const ys_pdf_grid *inner, const ys_pdf_grid *outer)
{
	return ys_pdf_grid_x(inner, 0) > ys_pdf_grid_x(outer, 0) - YS_PDF_SNAP &&
		ys_pdf_grid_x(inner, inner->n_columns) < ys_pdf_grid_x(outer, outer->n_columns) + YS_PDF_SNAP &&
		ys_pdf_grid_y(inner, 0) > ys_pdf_grid_y(outer, 0) - YS_PDF_SNAP &&
		ys_pdf_grid_y(inner, inner->n_rows) < ys_pdf_grid_y(outer, outer->n_rows) + YS_PDF_SNAP;
}

static gboolean is_frame(const GPtrArray *grids, guint i)
{
	const ys_pdf_grid *grid = g_ptr_array_index(grids, i);

	if (grid->cells->len < 2)
		return TRUE;
	for (guint k = 0; grid->cells->len < FRAME_CELLS && k < grids->len; k++)
		if (k != i && lies_in(g_ptr_array_index(grids, k), grid))
			return TRUE;
	return FALSE;
}

static int by_top(const void *a, const void *b)
{
	const ys_pdf_grid *x = *(ys_pdf_grid *const *)a, *y = *(ys_pdf_grid *const *)b;
	int order = compare(ys_pdf_grid_y(x, 0), ys_pdf_grid_y(y, 0));

	return order ? order : compare(ys_pdf_grid_x(x, 0), ys_pdf_grid_x(y, 0));
}

/* How many rules each root has across and down. */
static void count_sets(const ys_pdf_page *page, guint *parents, guint *across, guint *down)
{
	for (guint i = 0; i < page->across->len; i++)
		across[root_of(parents, i)]++;
	for (guint i = 0; i < page->down->len; i++)
		down[root_of(parents, page->across->len + i)]++;
}

static void add_grids(GPtrArray *grids, ys_pdf_page *page, guint *parents)
{
	guint n = page->across->len + page->down->len;
	g_autofree guint *n_across = g_new0(guint, n + 1), *n_down = g_new0(guint, n + 1);

	count_sets(page, parents, n_across, n_down);
	for (guint root = 0; root < n; root++) {
		g_autoptr(GArray) across = NULL, down = NULL;
		ys_pdf_grid *grid;

		/* One rule parts two columns if others across it end beside it. */
		if (!n_across[root] || !n_down[root] || n_across[root] + n_down[root] < 3)
			continue;
		if (grids->len == GRIDS_MAX) {
			page->too_dense = TRUE;
			return;
		}
		across = members(page->across, parents, 0, root);
		down = members(page->down, parents, page->across->len, root);
		grid = grid_of(across, down, &page->too_dense);
		if (grid)
			g_ptr_array_add(grids, grid);
	}
}

GPtrArray *ys_pdf_grids_of(ys_pdf_page *page)
{
	GPtrArray *grids = g_ptr_array_new_with_free_func((GDestroyNotify)ys_pdf_grid_free);
	g_autofree guint *parents = NULL;

	put_in_order(page->across);
	put_in_order(page->down);
	parents = singles(page->across->len + page->down->len);
	unite_crossing(page->across, page->down, parents);
	add_grids(grids, page, parents);
	for (guint i = grids->len; i-- > 0;)
		if (is_frame(grids, i))
			g_ptr_array_remove_index(grids, i);
	g_ptr_array_sort(grids, by_top);
	return grids;
}
