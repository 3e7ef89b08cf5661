/* Tables that go on over pages -> one. */
#include "src/original/pdf_pages.h"

#include <math.h>

#define SAME_EDGE 3.0           /* pt between the same edge on two pages, */
#define SAME_BORDER 15.0        /* where no rules are, and each page tells its edges by other words */
#define SHARED_MIN 4            /* edges, where one page has only some of the columns */
#define FEW_ROWS 3              /* of a last page with a total row alone, or a first with half a head */

static double edge_at(const GArray *edges, guint i)
{
	return g_array_index(edges, double, i);
}

/* For each edge of some the one of all; NULL: some is no subset with the same two outer edges. */
static guint *map_of(const GArray *some, const GArray *all, double slack)
{
	g_autofree guint *map = g_new(guint, some->len);
	guint k = 0;

	for (guint i = 0; i < some->len; i++) {
		while (k < all->len && edge_at(all, k) < edge_at(some, i) - slack)
			k++;
		if (k == all->len || edge_at(all, k) > edge_at(some, i) + slack)
			return NULL;
		map[i] = k++;
	}
	if (map[0] != 0 || map[some->len - 1] != all->len - 1)
		return NULL;
	return g_steal_pointer(&map);
}

static void add_row(ys_original_table *table, ys_original_row *row, const ys_pdf_grid *grid, guint y,
		    const guint *map)
{
	for (guint x = 0; x < grid->n_columns; x++) {
		const ys_pdf_cell *cell = g_ptr_array_index(grid->cells, grid->cell_at[y * grid->n_columns + x]);
		guint from = map[x];

		if (cell->column != x || cell->row != y)
			continue;
		ys_original_row_add_cell(table, row, from, map[x + cell->width] - from, cell->height,
					 cell->text ? cell->text : "")->full = cell->full;
	}
}

static void add_rows(ys_pdf_joined *joined, const ys_pdf_grid *grid, guint page, const guint *map)
{
	gboolean goes_on = joined->table->rows->len > 0;

	for (guint y = 0; y < grid->n_rows; y++) {
		ys_original_row *row = ys_original_table_add_row(joined->table, (ys_spot) { .page = (int)page });

		row->begins_page = goes_on && y == 0;
		add_row(joined->table, row, grid, y, map);
	}
}

void ys_pdf_joined_begin(ys_pdf_joined *joined, const ys_pdf_grid *grid, guint page)
{
	g_autofree guint *map = map_of(grid->xs, grid->xs, 0);

	joined->table = ys_original_table_new();
	joined->spot = (ys_spot) { .page = (int)page };
	joined->xs = g_array_copy(grid->xs);
	joined->ruled = grid->ruled;
	add_rows(joined, grid, page, map);
}

/* Put what is there on more columns. */
static void widen(ys_pdf_joined *joined, const GArray *xs, const guint *map)
{
	for (guint r = 0; r < joined->table->rows->len; r++) {
		const GPtrArray *cells = ((ys_original_row *)g_ptr_array_index(joined->table->rows, r))->cells;

		for (guint c = 0; c < cells->len; c++) {
			ys_original_cell *cell = g_ptr_array_index(cells, c);
			guint end = map[cell->column + cell->width];

			cell->column = map[cell->column];
			cell->width = end - cell->column;
		}
	}
	joined->table->n_columns = xs->len - 1;
	g_array_unref(joined->xs);
	joined->xs = g_array_copy((GArray *)xs);
}

gboolean ys_pdf_joined_go_on(ys_pdf_joined *joined, const ys_pdf_grid *grid, guint page)
{
	double slack = grid->ruled ? SAME_EDGE : SAME_BORDER;
	g_autofree guint *map = NULL, *back = NULL;

	if (grid->ruled != joined->ruled)
		return FALSE;
	map = map_of(grid->xs, joined->xs, slack);
	if (map && grid->xs->len < joined->xs->len && grid->xs->len < SHARED_MIN && grid->n_rows > FEW_ROWS)
		return FALSE;
	if (!map) {
		back = map_of(joined->xs, grid->xs, slack);
		if (!back || (joined->xs->len < SHARED_MIN && joined->table->rows->len > FEW_ROWS))
			return FALSE;
		widen(joined, grid->xs, back);
		map = map_of(grid->xs, joined->xs, slack);
	}
	add_rows(joined, grid, page, map);
	return TRUE;
}

ys_original_table *ys_pdf_joined_end(ys_pdf_joined *joined)
{
	g_array_unref(joined->xs);
	joined->xs = NULL;
	return g_steal_pointer(&joined->table);
}
