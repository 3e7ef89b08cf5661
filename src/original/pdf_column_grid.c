/* A table without rules, whose lines and columns are found -> its rows, its edges and its head. */
#include "src/original/pdf_region.h"

#include <math.h>

/* Sizes of the font, unless said otherwise. */
#define PADDING 0.3             /* between the text of a column and its edge */
#define SAME_STEP 0.5           /* pt between ways that are equal */

/* ---- edges ---- */

/* Whether what stands in a column ends at one place, as figures do, rather than begins at one.  If it
 * does both it stands left or right of its label. */
static gboolean is_flush_right(const ys_pdf_column *c)
{
	double ends = c->x1 - c->first_x1, begins = c->last_x0 - c->x0;

	if (fabs(ends - begins) < SAME_STEP)
		return !(c->label > (c->x0 + c->x1) / 2);
	return ends < begins;
}

static gboolean is_empty(const ys_pdf_column *c)
{
	return c->x0 == c->x1;
}

/* Figures end at the right edge of their column, words begin at the left one. */
static double border(const ys_pdf_column *left, const ys_pdf_column *right, double padding)
{
	double middle = (left->x1 + right->x0) / 2;

	if (is_empty(left) || is_empty(right))
		return middle;
	if (is_flush_right(left) && !is_flush_right(right))
		return middle;
	if (is_flush_right(left))
		return MIN(left->x1 + padding, middle);
	if (!is_flush_right(right))
		return MAX(right->x0 - padding, middle);
	/* Words, then figures: the label stands in the middle of the figures' column. */
	if (isfinite(right->label))
		return CLAMP(2 * right->label - right->x1 - padding, left->x1, right->x0);
	return middle;
}

static gboolean has_index(const ys_pdf_region *r)
{
	return r->labels_end < r->top;
}

/* The line that has a part for each column at least: their numbers, or the lowest labels.  NULL: none. */
static const ys_pdf_line *complete_line(const ys_pdf_region *r)
{
	const ys_pdf_line *line;

	if (r->head == r->labels_end && !has_index(r))
		return NULL;
	line = line_at(r->lines, has_index(r) ? r->labels_end : r->labels_end - 1);
	return line->parts->len >= r->columns->len && line->parts->len <= YS_PDF_REGION_COLUMNS_MAX ? line : NULL;
}

/* As near to x as it can be without touching them; they stand beside each other. */
static double between_parts(double x, const ys_pdf_part *left, const ys_pdf_part *right)
{
	return CLAMP(x, left->x1, MAX(left->x1, right->x0));
}

static GArray *edges_of(const ys_pdf_region *r, double padding)
{
	GArray *xs = g_array_new(FALSE, FALSE, sizeof(double));
	const ys_pdf_line *labels = complete_line(r);
	guint n = r->columns->len;
	double x = column_at(r->columns, 0)->x0 - padding;

	if (labels && labels->parts->len != n)
		labels = NULL;
	x = labels ? MIN(x, part_at(labels, 0)->x0) : x;
	g_array_append_val(xs, x);
	for (guint i = 0; i + 1 < n; i++) {
		x = border(column_at(r->columns, i), column_at(r->columns, i + 1), padding);
		x = labels ? between_parts(x, part_at(labels, i), part_at(labels, i + 1)) : x;
		g_array_append_val(xs, x);
	}
	x = column_at(r->columns, n - 1)->x1 + padding;
	x = labels ? MAX(x, part_at(labels, n - 1)->x1) : x;
	g_array_append_val(xs, x);
	return xs;
}

/* Where rows end: half way between the last line of one and the first of the next. */
static GArray *heights_of(const ys_pdf_region *r, guint n_head)
{
	GArray *ys = g_array_new(FALSE, FALSE, sizeof(double));
	double top = line_at(r->lines, r->head)->y0, first = line_at(r->lines, r->labels_end)->y0, y;

	for (guint i = 0; i <= n_head; i++) {
		y = n_head ? top + (first - top) * i / n_head : first;
		g_array_append_val(ys, y);
	}
	if (has_index(r)) {
		y = line_at(r->lines, r->top)->y0;
		g_array_append_val(ys, y);
	}
	for (guint i = r->top + 1; i <= r->last; i++) {
		if (g_array_index(r->rows, guint, i - r->top) == g_array_index(r->rows, guint, i - 1 - r->top))
			continue;
		y = (line_at(r->lines, i - 1)->y1 + line_at(r->lines, i)->y0) / 2;
		g_array_append_val(ys, y);
	}
	y = line_at(r->lines, r->last)->y1;
	g_array_append_val(ys, y);
	return ys;
}

guint ys_pdf_column_at(const GArray *xs, double x)
{
	guint i = 0;

	while (i + 2 < xs->len && g_array_index(xs, double, i + 1) <= x)
		i++;
	return i;
}

static void add_cell(ys_pdf_grid *grid, guint column, guint row, guint width, guint height, const char *text)
{
	ys_pdf_cell *cell = ys_pdf_grid_add_cell(grid, column, row, width, height);

	cell->text = *text ? g_strdup(text) : NULL;
}

/* ---- all of it ---- */

/* Those that have none below them reach down to the rows. */
static void write_labels(ys_pdf_grid *grid, const GPtrArray *labels, guint n_head)
{
	for (guint i = 0; i < labels->len; i++) {
		const ys_pdf_label *label = g_ptr_array_index(labels, i);
		guint height = label->common ? 1 : n_head - label->row;

		add_cell(grid, label->column, label->row, label->width, height, label->text->str);
	}
}

static void write_index(const ys_pdf_region *r, ys_pdf_grid *grid, guint row)
{
	const ys_pdf_line *line = line_at(r->lines, r->labels_end);

	for (guint c = 0; c < grid->n_columns; c++)
		add_cell(grid, c, row, 1, 1, "");
	for (guint k = 0; k < line->parts->len; k++) {
		const ys_pdf_part *part = part_at(line, k);
		guint at = row * grid->n_columns + ys_pdf_column_at(grid->xs, (part->x0 + part->x1) / 2);
		ys_pdf_cell *cell = g_ptr_array_index(grid->cells, grid->cell_at[at]);

		if (!cell->text)
			cell->text = g_strdup(part->text);
	}
}

static void write_rows(const ys_pdf_region *r, ys_pdf_grid *grid, guint n_head)
{
	for (guint row = 0; row < r->n_rows; row++) {
		for (guint c = 0; c < grid->n_columns; c++)
			add_cell(grid, c, n_head + row, 1, 1, "");
	}
	for (guint i = r->top; i <= r->last; i++) {
		const ys_pdf_line *line = line_at(r->lines, i);
		guint row = n_head + g_array_index(r->rows, guint, i - r->top), first;

		for (guint k = 0; k < line->parts->len; k++) {
			const ys_pdf_part *part = part_at(line, k);
			ys_pdf_cell *cell;
			g_autoptr(GString) text = NULL;

			if (!ys_pdf_columns_under(r->columns, part, &first))
				first = ys_pdf_column_at(grid->xs, middle_of_part(part));
			cell = g_ptr_array_index(grid->cells, grid->cell_at[row * grid->n_columns + first]);
			text = g_string_new(cell->text);
			ys_pdf_text_append(text, part->text);
			g_free(cell->text);
			cell->text = g_strdup(text->str);
		}
	}
}

/* The one of a line's parts that stands nearest to a column. */
static guint nearest_part(const ys_pdf_line *line, const ys_pdf_column *c)
{
	double x = (c->x0 + c->x1) / 2;
	guint best = 0;

	for (guint k = 1; k < line->parts->len; k++)
		if (fabs(middle_of_part(part_at(line, k)) - x) < fabs(middle_of_part(part_at(line, best)) - x))
			best = k;
	return best;
}

/* A column without anything in it has still its number, and its label. */
static void add_empty_columns(ys_pdf_region *r, const ys_pdf_line *line)
{
	for (guint k = 0; k < line->parts->len; k++) {
		double x = middle_of_part(part_at(line, k));
		ys_pdf_column empty = { x, x, x, x, x };

		if (k < r->columns->len && nearest_part(line, column_at(r->columns, k)) == k)
			continue;
		if (k > 0 && column_at(r->columns, k - 1)->x1 >= x)
			return;
		if (k < r->columns->len && column_at(r->columns, k)->x0 <= x)
			return;
		g_array_insert_val(r->columns, k, empty);
	}
}

/* The middle of the lowest label over each column; a line with one for each tells it best. */
static void find_label_places(ys_pdf_region *r)
{
	const ys_pdf_line *complete = complete_line(r);
	guint first;

	for (guint i = r->head; i < r->labels_end; i++) {
		const ys_pdf_line *line = line_at(r->lines, i);

		for (guint k = 0; k < line->parts->len; k++)
			if (ys_pdf_columns_under(r->columns, part_at(line, k), &first) == 1)
				column_at(r->columns, first)->label = middle_of_part(part_at(line, k));
	}
	if (!complete)
		return;
	add_empty_columns(r, complete);
	for (guint k = 0; complete->parts->len == r->columns->len && k < r->columns->len; k++)
		column_at(r->columns, k)->label = middle_of_part(part_at(complete, k));
}

ys_pdf_grid *ys_pdf_region_grid(ys_pdf_region *r)
{
	double padding = PADDING * line_at(r->lines, r->first)->size;
	g_autoptr(GPtrArray) labels = NULL;
	ys_pdf_grid *grid;
	GArray *xs;
	guint n_head;

	find_label_places(r);
	xs = edges_of(r, padding);
	labels = ys_pdf_region_labels(r, xs, &n_head);
	grid = ys_pdf_grid_new(xs, heights_of(r, n_head));
	write_labels(grid, labels, n_head);
	if (has_index(r))
		write_index(r, grid, n_head++);
	write_rows(r, grid, n_head);
	return grid;
}
