/* A table without rules, whose lines and columns are found -> its rows, its edges and its head. */
#include "src/original/pdf_region.h"

#include <math.h>

/* Sizes of the font, unless said otherwise. */
#define PADDING 0.3             /* between the text of a column and its edge */
#define LOW 0.3                 /* by which a label stands below the middle of a head of two rows */
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

static GArray *edges_of(const ys_pdf_region *r, double padding)
{
	GArray *xs = g_array_new(FALSE, FALSE, sizeof(double));
	double x = column_at(r->columns, 0)->x0 - padding;

	g_array_append_val(xs, x);
	for (guint i = 0; i + 1 < r->columns->len; i++) {
		x = border(column_at(r->columns, i), column_at(r->columns, i + 1), padding);
		g_array_append_val(xs, x);
	}
	x = column_at(r->columns, r->columns->len - 1)->x1 + padding;
	g_array_append_val(xs, x);
	return xs;
}

static gboolean has_index(const ys_pdf_region *r)
{
	return r->labels_end < r->top;
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

static guint column_of(const GArray *xs, double x)
{
	guint i = 0;

	while (i + 2 < xs->len && g_array_index(xs, double, i + 1) <= x)
		i++;
	return i;
}

/* ---- the head ---- */

typedef struct {
	GString *text;          /* of the whole label, */
	GString *upper, *lower; /* and of its first line and the others */
	double top, bottom;     /* of the whole */
	double upper_x;         /* the middle of its first line */
} label;

static void label_clear(label *l)
{
	g_string_free(l->text, TRUE);
	g_string_free(l->upper, TRUE);
	g_string_free(l->lower, TRUE);
}

static void add_label(label *l, const ys_pdf_line *line, const ys_pdf_part *part)
{
	gboolean first = l->text->len == 0;

	ys_pdf_text_append(l->text, part->text);
	ys_pdf_text_append(first ? l->upper : l->lower, part->text);
	l->top = MIN(l->top, line->y0);
	l->bottom = MAX(l->bottom, line->y1);
	if (first)
		l->upper_x = middle_of_part(part);
}

static double head_middle(const ys_pdf_region *r)
{
	double top = INFINITY, bottom = -INFINITY;

	for (guint i = r->head; i < r->labels_end; i++) {
		top = MIN(top, line_at(r->lines, i)->y0);
		bottom = MAX(bottom, line_at(r->lines, i)->y1);
	}
	return (top + bottom) / 2;
}

static GArray *labels_of(const ys_pdf_region *r, const GArray *xs)
{
	GArray *labels = g_array_new(FALSE, TRUE, sizeof(label));

	g_array_set_clear_func(labels, (GDestroyNotify)label_clear);
	for (guint i = 0; i + 1 < xs->len; i++) {
		label l = { g_string_new(NULL), g_string_new(NULL), g_string_new(NULL), INFINITY, -INFINITY, 0 };

		g_array_append_val(labels, l);
	}
	for (guint i = r->head; i < r->labels_end; i++) {
		const ys_pdf_line *line = line_at(r->lines, i);

		for (guint k = 0; k < line->parts->len; k++) {
			const ys_pdf_part *part = part_at(line, k);
			guint at = column_of(xs, (part->x0 + part->x1) / 2);

			add_label(&g_array_index(labels, label, at), line, part);
		}
	}
	return labels;
}

/* A label that stands low has a common label above it, which stands over one of its neighbours. */
static gboolean stands_low(const GArray *labels, guint i, double middle, double size)
{
	const label *l = &g_array_index(labels, label, i);

	return l->text->len && (l->top + l->bottom) / 2 > middle + LOW * size;
}

static double edge(const GArray *xs, guint i)
{
	return g_array_index(xs, double, i);
}

/* Of the columns from first on that the common label over column i may span, those whose middle it
 * stands over. */
static void span_of(const GArray *xs, const gboolean *low, guint i, double x, guint *from, guint *to)
{
	double best = INFINITY;
	guint a = i;

	for (;; a--) {
		for (guint b = i; b + 1 < xs->len && (b == i || low[b]); b++) {
			double off = fabs((edge(xs, a) + edge(xs, b + 1)) / 2 - x);

			if (b > a && off < best) {
				best = off;
				*from = a;
				*to = b;
			}
		}
		if (a == 0 || !low[a - 1])
			return;
	}
}

static ys_pdf_cell *add_cell(ys_pdf_grid *grid, guint column, guint row, guint width, guint height, const char *text)
{
	ys_pdf_cell *cell = ys_pdf_grid_add_cell(grid, column, row, width, height);

	cell->text = *text ? g_strdup(text) : NULL;
	return cell;
}

static gboolean find_low(const ys_pdf_region *r, const GArray *labels, gboolean *low)
{
	double middle = head_middle(r), size = line_at(r->lines, r->first)->size;
	gboolean any = FALSE;

	for (guint i = 0; i < labels->len; i++)
		any |= low[i] = stands_low(labels, i, middle, size);
	return any;
}

/* A head of two rows: common labels over those that stand low, the others over both rows. */
static void write_two_rows(ys_pdf_grid *grid, const GArray *labels, const gboolean *low)
{
	g_autofree guint *ends = g_new0(guint, labels->len + 1);
	GString *common;

	for (guint i = 0; i < labels->len; i++) {
		const label *l = &g_array_index(labels, label, i);
		gboolean beside = (i && low[i - 1] && !ends[i - 1]) || (i + 1 < labels->len && low[i + 1]);
		guint from = i, to = i;

		if (low[i] || !beside || !l->upper->len || !l->lower->len)
			continue;
		span_of(grid->xs, low, i, l->upper_x, &from, &to);
		while (from < i && ends[from])
			from++;
		ends[from] = to + 1;
		add_cell(grid, from, 0, to + 1 - from, 1, l->upper->str);
		for (guint k = from; k <= to; k++) {
			common = k == i ? l->lower : g_array_index(labels, label, k).text;
			add_cell(grid, k, 1, 1, 1, common->str);
			ends[k] = MAX(ends[k], 1);
		}
	}
	for (guint i = 0; i < labels->len; i++)
		if (!ends[i])
			add_cell(grid, i, 0, 1, 2, g_array_index(labels, label, i).text->str);
}

/* ---- all of it ---- */

static void write_index(const ys_pdf_region *r, ys_pdf_grid *grid, guint row)
{
	const ys_pdf_line *line = line_at(r->lines, r->labels_end);

	for (guint c = 0; c < grid->n_columns; c++)
		add_cell(grid, c, row, 1, 1, "");
	for (guint k = 0; k < line->parts->len; k++) {
		const ys_pdf_part *part = part_at(line, k);
		guint at = row * grid->n_columns + column_of(grid->xs, (part->x0 + part->x1) / 2);
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
				first = column_of(grid->xs, middle_of_part(part));
			cell = g_ptr_array_index(grid->cells, grid->cell_at[row * grid->n_columns + first]);
			text = g_string_new(cell->text);
			ys_pdf_text_append(text, part->text);
			g_free(cell->text);
			cell->text = g_strdup(text->str);
		}
	}
}

/* The number of the columns that stands nearest to a column. */
static guint nearest_number(const ys_pdf_line *index, const ys_pdf_column *c)
{
	double x = (c->x0 + c->x1) / 2;
	guint best = 0;

	for (guint k = 1; k < index->parts->len; k++)
		if (fabs(middle_of_part(part_at(index, k)) - x) < fabs(middle_of_part(part_at(index, best)) - x))
			best = k;
	return best;
}

/* A column without anything in it has still its number. */
static void add_empty_columns(ys_pdf_region *r, const ys_pdf_line *index)
{
	for (guint k = 0; k < index->parts->len; k++) {
		double x = middle_of_part(part_at(index, k));
		ys_pdf_column empty = { x, x, x, x, x };

		if (k < r->columns->len && nearest_number(index, column_at(r->columns, k)) == k)
			continue;
		if (k > 0 && column_at(r->columns, k - 1)->x1 >= x)
			return;
		if (k < r->columns->len && column_at(r->columns, k)->x0 <= x)
			return;
		g_array_insert_val(r->columns, k, empty);
	}
}

/* The middle of the lowest label over each column; the numbers of the columns tell it best. */
static void find_label_places(ys_pdf_region *r)
{
	const ys_pdf_line *index = has_index(r) ? line_at(r->lines, r->labels_end) : NULL;
	guint first;

	for (guint i = r->head; i < r->labels_end; i++) {
		const ys_pdf_line *line = line_at(r->lines, i);

		for (guint k = 0; k < line->parts->len; k++)
			if (ys_pdf_columns_under(r->columns, part_at(line, k), &first) == 1)
				column_at(r->columns, first)->label = middle_of_part(part_at(line, k));
	}
	if (!index || index->parts->len < r->columns->len)
		return;
	add_empty_columns(r, index);
	for (guint k = 0; index->parts->len == r->columns->len && k < r->columns->len; k++)
		column_at(r->columns, k)->label = middle_of_part(part_at(index, k));
}

ys_pdf_grid *ys_pdf_region_grid(ys_pdf_region *r)
{
	double padding = PADDING * line_at(r->lines, r->first)->size;
	g_autoptr(GArray) labels = NULL;
	g_autofree gboolean *low = NULL;
	ys_pdf_grid *grid;
	GArray *xs;
	guint n_head;

	find_label_places(r);
	xs = edges_of(r, padding);
	labels = labels_of(r, xs);
	low = g_new0(gboolean, labels->len);
	n_head = r->head == r->labels_end ? 0 : find_low(r, labels, low) ? 2 : 1;
	grid = ys_pdf_grid_new(xs, heights_of(r, n_head));
	if (n_head == 2)
		write_two_rows(grid, labels, low);
	for (guint i = 0; n_head == 1 && i < labels->len; i++)
		add_cell(grid, i, 0, 1, 1, g_array_index(labels, label, i).text->str);
	if (has_index(r))
		write_index(r, grid, n_head++);
	write_rows(r, grid, n_head);
	return grid;
}
