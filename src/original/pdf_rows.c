/* A table without rules, whose lines and columns are found -> where its head ends, and which lines are a row.
 *
 * The cells of a row stand at one height: their middles or their tops agree.  Where rows are not apart nothing
 * else tells where a long cell ends and the one below it begins.  So every way to cut the lines into a head and
 * rows has a price, for each that of what it would be strange in, and the cheapest is taken. */
#include "src/original/pdf_region.h"

#include <math.h>
#include <string.h>

/* Sizes of the font, unless said otherwise. */
#define OFF_MIN 0.2             /* from the height of a row to that of a cell beside it: an error */
#define OVERLAP_MAX 0.3         /* of the lines of two rows */
#define STEP_MAX 1.2            /* times the least step in a column: from line to line of a cell */
#define STEP_SLACK 0.1
#define SHORT 1.5               /* by which a line ends before its column, whose text may end there, */
#define VERY_SHORT 5.0          /* and surely does: no word is as long, and names have no paragraphs */
#define LONG 6.0                /* a line of a text in several lines */
#define DECIMALS 2              /* of an amount */
#define LABEL_MAX 120           /* bytes of a label */
#define ROW_LINES_MAX 120       /* the time it takes grows with them times the lines */

/* Prices.  A cell that is off cannot be; the others may. */
#define PRICE_OFF 4.0           /* a cell at another height */
#define PRICE_APART 3.0         /* a gap within a cell */
#define PRICE_NO_FIGURES 1.5    /* a row without figures where amounts stand */
#define PRICE_FIGURES 1.0       /* a figure below another in a cell, as may be of a code in two lines */
#define PRICE_AMOUNTS 3.0       /* the same of two amounts, which are whole */
#define PRICE_TORN 1.0          /* an amount with less than two places behind the point, where most have them */
#define PRICE_SHORT 0.5         /* a line in the midst of a cell that ends early */
#define PRICE_VERY_SHORT 4.0    /* the same of a name, which stands left of the amounts */
#define PRICE_FULL 0.5          /* a long text that ends with its column, as those do that go on */
#define PRICE_NO_LABEL 1.5      /* a column without a label in a head */
#define PRICE_NO_HEAD 1.0       /* the same where there is no head */
#define PRICE_LONG_LABEL 4.0    /* a text in a head */
#define PRICE_HIGH 1.0          /* a label above the middle of the head */
#define PRICE_LOW 0.5           /* a label below the middle of the head, as those have that share one above them */

typedef enum { MIDDLES, TOPS, N_HEIGHTS } height;

/* The part of a row in a column. */
typedef struct {
	double y0, y1;
	guint n;
	gsize len;              /* of its text */
	const char *figure;     /* the upmost; NULL: none */
	gboolean whole;         /* it and the one below it are one amount */
	gboolean full;          /* its last line */
} block;

/* Lines that may be a row; it grows upwards. */
typedef struct {
	block blocks[YS_PDF_REGION_COLUMNS_MAX];
	guint n_columns, n_figures, n_values;   /* values are figures where amounts stand */
	double y0, y1;
	double price;           /* of all but the heights */
} candidate;

typedef struct {
	const ys_pdf_region *region;
	guint begin;            /* the first line of the head, or of the rows if nothing is to be told of it */
	double size;
	guint first_amounts;    /* the leftmost column with amounts */
	double step;            /* the least from line to line of a column */
	gboolean two_places;    /* most amounts have two behind the point */
	GArray *bottoms;        /* of double: of each line, where what stands above it ends at the latest */
	GArray *tops;           /* and where it and what stands below begin at the earliest */
} rows;

/* ---- lines ---- */

static guint column_under(const ys_pdf_region *r, const ys_pdf_part *part)
{
	guint first;

	ys_pdf_columns_under(r->columns, part, &first);
	return first;
}

/* The least way between two lines of a column that are no part of one another. */
static double least_step(const ys_pdf_region *r, double size)
{
	g_autofree double *last = g_new(double, r->columns->len + 1);
	double least = INFINITY;

	for (guint c = 0; c < r->columns->len; c++)
		last[c] = -INFINITY;
	for (guint i = r->top; i <= r->last; i++) {
		const ys_pdf_line *line = line_at(r->lines, i);

		for (guint k = 0; k < line->parts->len; k++) {
			guint c = column_under(r, part_at(line, k));

			if (c == r->columns->len)
				continue;
			if (middle_of(line) - last[c] > size / 2)
				least = MIN(least, middle_of(line) - last[c]);
			last[c] = middle_of(line);
		}
	}
	return least;
}

static guint first_amounts(const ys_pdf_region *r)
{
	guint first = r->columns->len;

	for (guint i = r->first; i <= r->last; i++)
		for (guint k = 0; k < line_at(r->lines, i)->parts->len; k++) {
			const ys_pdf_part *part = part_at(line_at(r->lines, i), k);

			if (ys_pdf_is_amount(part->text))
				first = MIN(first, column_under(r, part));
		}
	return first;
}

static gsize decimals(const char *figure)
{
	const char *point = strrchr(figure, '.');

	return point ? strlen(point + 1) : 0;
}

static gboolean has_two_places(const ys_pdf_region *r)
{
	guint one = 0, two = 0;

	for (guint i = r->first; i <= r->last; i++)
		for (guint k = 0; k < line_at(r->lines, i)->parts->len; k++) {
			const char *text = part_at(line_at(r->lines, i), k)->text;

			one += ys_pdf_is_amount(text) && decimals(text) == 1;
			two += ys_pdf_is_amount(text) && decimals(text) == DECIMALS;
		}
	return two > one;
}

static void find_bounds(rows *rows)
{
	const ys_pdf_region *r = rows->region;
	guint n = r->last - rows->begin + 1;
	double y = -INFINITY;

	g_array_set_size(rows->bottoms, n);
	g_array_set_size(rows->tops, n);
	for (guint i = 0; i < n; i++) {
		g_array_index(rows->bottoms, double, i) = y;
		y = MAX(y, line_at(r->lines, rows->begin + i)->y1);
	}
	y = INFINITY;
	for (guint i = n; i-- > 0;) {
		y = MIN(y, line_at(r->lines, rows->begin + i)->y0);
		g_array_index(rows->tops, double, i) = y;
	}
}

static gboolean may_begin_row(const rows *rows, guint i)
{
	return g_array_index(rows->bottoms, double, i) - g_array_index(rows->tops, double, i) <=
		OVERLAP_MAX * rows->size;
}

/* ---- a row ---- */

/* Of a figure above another in a cell: 41.9 above 1 is one that is torn, and 1,326 above .34. */
static double price_of_figures(const char *upper, const char *lower)
{
	if (*lower == '.' && !strchr(upper, '.'))
		return strlen(lower) == DECIMALS + 1 ? 0 : PRICE_FIGURES;
	if (strchr(upper, '.') && !strchr(lower, '.') && decimals(upper) < DECIMALS)
		return decimals(upper) + strlen(lower) == DECIMALS ? 0 : PRICE_FIGURES;
	return ys_pdf_is_amount(upper) && ys_pdf_is_amount(lower) ? PRICE_AMOUNTS : PRICE_FIGURES;
}

/* Puts a part above those that the candidate has. */
static void add_part(const rows *rows, candidate *row, const ys_pdf_line *line, const ys_pdf_part *part)
{
	const ys_pdf_region *r = rows->region;
	guint c = column_under(r, part);
	gboolean figure = ys_pdf_is_figure(part->text);
	double left;            /* behind its end, sizes */
	block *b = &row->blocks[c];

	if (c == r->columns->len)
		return;
	left = (column_at(r->columns, c)->x1 - part->x1) / line->size;
	if (b->n && middle_of(line) + rows->step * STEP_MAX + STEP_SLACK * rows->size <
			    (b->y0 + line->y1 - line->y0 + b->y0) / 2)
		row->price += PRICE_APART;
	if (b->n && !figure && left > SHORT)
		row->price += left > VERY_SHORT && c < rows->first_amounts ? PRICE_VERY_SHORT : PRICE_SHORT;
	if (b->figure && figure) {
		row->price += price_of_figures(part->text, b->figure);
		b->whole = price_of_figures(part->text, b->figure) <= 0;
	}
	if (!b->n) {
		b->y1 = line->y1;
		b->full = left <= SHORT && part->x1 - part->x0 > LONG * line->size;
	}
	b->y0 = line->y0;
	b->n++;
	b->len += strlen(part->text);
	b->figure = figure ? part->text : b->figure;
	row->n_figures += figure;
	row->n_values += figure && (c >= rows->first_amounts || rows->first_amounts == r->columns->len);
}

static void add_line(const rows *rows, candidate *row, guint i)
{
	const ys_pdf_line *line = line_at(rows->region->lines, i);

	for (guint k = 0; k < line->parts->len; k++)
		add_part(rows, row, line, part_at(line, k));
	row->y0 = MIN(row->y0, line->y0);
	row->y1 = MAX(row->y1, line->y1);
}

static double price_of_heights(const candidate *row, height how, double size)
{
	double price = 0;

	for (guint c = 0; c < row->n_columns; c++) {
		const block *b = &row->blocks[c];
		double off = how == TOPS ? b->y0 - row->y0 : (b->y0 + b->y1 - row->y0 - row->y1) / 2;

		price += b->n && fabs(off) > OFF_MIN * size ? PRICE_OFF : 0;
		price += b->full ? PRICE_FULL : 0;
	}
	return price;
}

static gboolean is_torn(const block *b)
{
	return b->figure && !b->whole && strchr(b->figure, '.') && decimals(b->figure) < DECIMALS;
}

static double price_of_torn(const rows *rows, const candidate *row)
{
	double price = 0;

	for (guint c = 0; rows->two_places && c < row->n_columns; c++)
		price += is_torn(&row->blocks[c]) ? PRICE_TORN : 0;
	return price;
}

/* The pieces of rows that a page end cuts may stand at their top, whatever the others do. */
static double price_of_row(const rows *rows, const candidate *row, gboolean at_end, height how)
{
	double price = price_of_heights(row, how, rows->size);

	if (price > 0 && at_end)
		price = MIN(price, price_of_heights(row, TOPS, rows->size));
	return price + row->price + price_of_torn(rows, row) + (row->n_values ? 0 : PRICE_NO_FIGURES);
}

static double price_of_head(const rows *rows, const candidate *head)
{
	double price = PRICE_OFF * head->n_figures;

	for (guint c = 0; c < head->n_columns; c++) {
		const block *b = &head->blocks[c];
		double off = (b->y0 + b->y1 - head->y0 - head->y1) / 2;

		price += b->len > LABEL_MAX ? PRICE_LONG_LABEL : 0;
		if (!b->n)
			price += PRICE_NO_LABEL;
		else if (fabs(off) > OFF_MIN * rows->size)
			price += off > 0 ? PRICE_LOW : PRICE_HIGH;
	}
	return price;
}

/* ---- all rows ---- */

/* What it costs that a line is the first of the rows: INFINITY if it cannot be. */
static double price_before(const rows *rows, guint at, gboolean *has_head)
{
	const ys_pdf_region *r = rows->region;
	candidate head = { .n_columns = r->columns->len, .y0 = INFINITY, .y1 = -INFINITY };

	*has_head = FALSE;
	if (rows->begin == r->top)
		return at ? INFINITY : 0;
	if (rows->begin + at > r->first || !may_begin_row(rows, at))
		return INFINITY;
	for (guint i = rows->begin + at; i < r->top; i++)
		if (!ys_pdf_fits(r->columns, line_at(r->lines, i)))
			return INFINITY;
	for (guint i = at; i-- > 0;)
		add_line(rows, &head, rows->begin + i);
	*has_head = at > 0;
	return at ? price_of_head(rows, &head) : PRICE_NO_HEAD * r->columns->len;
}

/* The cheapest way; behind[i] is the first line of the row that ends before line i, or i if the rows begin with it. */
static double cheapest(const rows *rows, height how, GArray *behind)
{
	guint n = rows->region->last - rows->begin + 1;
	g_autofree double *best = g_new(double, n + 1);

	g_array_set_size(behind, n + 1);
	for (guint to = 0; to <= n; to++) {
		candidate row = { .n_columns = rows->region->columns->len, .y0 = INFINITY, .y1 = -INFINITY };
		gboolean has_head;

		best[to] = price_before(rows, to, &has_head);
		g_array_index(behind, guint, to) = to;
		for (guint from = to; from-- > 0 && to - from <= ROW_LINES_MAX;) {
			gboolean at_end = g_array_index(behind, guint, from) == from || to == n;
			double price;

			add_line(rows, &row, rows->begin + from);
			if (!isfinite(best[from]) || !may_begin_row(rows, from))
				continue;
			price = best[from] + price_of_row(rows, &row, at_end, how);
			if (price < best[to]) {
				best[to] = price;
				g_array_index(behind, guint, to) = from;
			}
		}
	}
	return best[n];
}

static void number_rows(const rows *rows, ys_pdf_region *r, const GArray *behind)
{
	guint at = behind->len - 1, n = 0, n_lines;
	gboolean has_head;

	g_array_set_size(r->rows, behind->len);
	for (; g_array_index(behind, guint, at) < at; n++) {
		guint from = g_array_index(behind, guint, at);

		for (; at > from; at--)
			g_array_index(r->rows, guint, at - 1) = n;
	}
	n_lines = behind->len - 1 - at;
	g_array_remove_range(r->rows, behind->len - 1, 1);
	g_array_remove_range(r->rows, 0, at);
	for (guint i = 0; i < n_lines; i++)
		g_array_index(r->rows, guint, i) = n - 1 - g_array_index(r->rows, guint, i);
	r->n_rows = n;
	price_before(rows, at, &has_head);
	if (rows->begin == r->top)
		return;
	r->top = r->labels_end = rows->begin + at;
	if (!has_head)
		r->head = r->top;
}

gboolean ys_pdf_region_find_rows(ys_pdf_region *r)
{
	rows rows = { .region = r, .size = line_at(r->lines, r->first)->size };
	g_autoptr(GArray) middles = g_array_new(FALSE, FALSE, sizeof(guint));
	g_autoptr(GArray) tops = g_array_new(FALSE, FALSE, sizeof(guint));
	double middle, top;

	rows.begin = r->labels_end < r->top ? r->top : r->head;
	rows.first_amounts = first_amounts(r);
	rows.step = least_step(r, rows.size);
	rows.two_places = has_two_places(r);
	rows.bottoms = g_array_new(FALSE, FALSE, sizeof(double));
	rows.tops = g_array_new(FALSE, FALSE, sizeof(double));
	find_bounds(&rows);
	middle = cheapest(&rows, MIDDLES, middles);
	top = cheapest(&rows, TOPS, tops);
	if (isfinite(MIN(middle, top)))
		number_rows(&rows, r, middle <= top ? middles : tops);
	g_array_unref(rows.bottoms);
	g_array_unref(rows.tops);
	return isfinite(MIN(middle, top));
}
