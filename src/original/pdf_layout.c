#include "src/original/pdf_layout.h"

#include "src/original/pdf_columns.h"

static void item_free(ys_pdf_item *item)
{
	if (item->line)
		ys_pdf_line_free(item->line);
	if (item->grid)
		ys_pdf_grid_free(item->grid);
	g_free(item);
}

static ys_pdf_item *add_item(ys_pdf_layout *layout, double x0, double y0, double x1, double y1)
{
	ys_pdf_item *item = g_new0(ys_pdf_item, 1);

	item->x0 = x0;
	item->y0 = y0;
	item->x1 = x1;
	item->y1 = y1;
	g_ptr_array_add(layout->items, item);
	return item;
}

/* Takes the tables over. */
static void add_grids(ys_pdf_layout *layout, GPtrArray *grids)
{
	g_ptr_array_set_free_func(grids, NULL);
	for (guint i = 0; i < grids->len; i++) {
		ys_pdf_grid *grid = g_ptr_array_index(grids, i);

		add_item(layout, ys_pdf_grid_x(grid, 0), ys_pdf_grid_y(grid, 0), ys_pdf_grid_x(grid, grid->n_columns),
			 ys_pdf_grid_y(grid, grid->n_rows))->grid = grid;
		layout->n_slots += (gsize)grid->n_columns * grid->n_rows;
	}
}

/* Takes the lines over. */
static void add_lines(ys_pdf_layout *layout, GPtrArray *lines)
{
	g_ptr_array_set_free_func(lines, NULL);
	for (guint i = 0; i < lines->len; i++) {
		ys_pdf_line *line = g_ptr_array_index(lines, i);

		add_item(layout, line->x0, line->y0, line->x1, line->y1)->line = line;
	}
}

static int by_top(const void *a, const void *b)
{
	const ys_pdf_item *x = *(ys_pdf_item *const *)a, *y = *(ys_pdf_item *const *)b;

	if (x->y0 != y->y0)
		return x->y0 < y->y0 ? -1 : 1;
	return (x->x0 > y->x0) - (x->x0 < y->x0);
}

ys_pdf_layout *ys_pdf_layout_of(ys_pdf_page *page)
{
	ys_pdf_layout *layout = g_new0(ys_pdf_layout, 1);
	g_autoptr(GPtrArray) ruled = NULL, lines = NULL, aligned = NULL;

	ys_pdf_page_turn_upright(page);
	ruled = ys_pdf_grids_of(page);
	lines = ys_pdf_text_of(page, ruled);
	aligned = ys_pdf_columns_of(lines, &page->too_dense);
	layout->items = g_ptr_array_new_with_free_func((GDestroyNotify)item_free);
	add_grids(layout, ruled);
	add_grids(layout, aligned);
	add_lines(layout, lines);
	g_ptr_array_sort(layout->items, by_top);
	layout->number = page->number;
	layout->width = page->width;
	layout->height = page->height;
	layout->n_pictures = page->n_pictures;
	layout->n_unknown = page->n_unknown;
	layout->n_slanted = page->n_slanted;
	layout->too_dense = page->too_dense;
	return layout;
}

void ys_pdf_layout_free(ys_pdf_layout *layout)
{
	g_ptr_array_unref(layout->items);
	g_free(layout);
}
