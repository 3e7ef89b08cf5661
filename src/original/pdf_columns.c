#include "src/original/pdf_columns.h"

#include <math.h>
#include <string.h>

#include "src/original/pdf_region.h"

/* Sizes of the font, unless said otherwise. */
#define GAP_MAX 1.6             /* between two lines of a table, */
#define GAP_GROWTH 1.6          /* or so many times as much as between the two lines before */
#define LEADING_MAX 0.8         /* between two lines of a cell */
#define RAGGED 2.5              /* by which a line of a text may be longer than those above it */
#define LARGER 1.15             /* times the size of the rows: a title */
#define BESIDE_MIN 0.25         /* by which an amount and the lines of its text share heights */
#define PADDING 0.3             /* between the text of a column and its edge */
#define ROWS_MIN 3              /* or two amounts under a head */
#define HEAD_LINES_MAX 12
#define LINES_MAX 500           /* of a page: the time it takes grows with their square */

/* ---- lines ---- */

gboolean ys_pdf_is_figure(const char *text)
{
	gboolean digit = FALSE;

	for (; *text; text++) {
		if (!g_ascii_isdigit(*text) && !strchr("+-.,%", *text))
			return FALSE;
		digit |= g_ascii_isdigit(*text) != 0;
	}
	return digit;
}

/* 12. or 5．in front of an entry of a list. */
static gboolean is_entry_number(const char *text)
{
	gsize digits = strspn(text, "0123456789");

	return digits && digits <= 2 && (!strcmp(text + digits, ".") || !strcmp(text + digits, "．"));
}

gboolean ys_pdf_is_amount(const char *text)
{
	return ys_pdf_is_figure(text) && strpbrk(text, ".,") && !is_entry_number(text);
}

/* The numbers of the columns, 1 2 3 ..., which stand below their labels and are as these. */
static gboolean is_index(const ys_pdf_line *line)
{
	for (guint i = 0; i < line->parts->len; i++)
		if (!ys_pdf_is_figure(part_at(line, i)->text) || g_ascii_strtoull(part_at(line, i)->text, NULL, 10) != i + 1)
			return FALSE;
	return line->parts->len >= 2 && line->parts->len <= YS_PDF_REGION_COLUMNS_MAX;
}

static gboolean has_text_and_figures(const ys_pdf_line *line)
{
	if (is_index(line) || line->parts->len > YS_PDF_REGION_COLUMNS_MAX)
		return FALSE;
	for (guint i = 0; line->parts->len >= 2 && i < line->parts->len; i++)
		if (ys_pdf_is_figure(part_at(line, i)->text) && (i || !is_entry_number(part_at(line, i)->text)))
			return TRUE;
	return FALSE;
}

/* Whether a line of several cells stands at half the height of another. */
static gboolean stands_beside(const ys_pdf_line *line, const ys_pdf_line *other)
{
	return other->parts->len >= 2 && overlaps_by(line, other) > BESIDE_MIN * line->size;
}

/* Whether it has text and figures; an amount may stand between two lines of its text. */
static gboolean is_row_line(const GPtrArray *lines, guint i)
{
	const ys_pdf_line *line = line_at(lines, i);

	if (line->parts->len > 1 || !ys_pdf_is_amount(line->text))
		return has_text_and_figures(line);
	return (i && stands_beside(line, line_at(lines, i - 1))) ||
		(i + 1 < lines->len && stands_beside(line, line_at(lines, i + 1)));
}

/* ---- columns ---- */

/* The columns under a part: *first and how many. */
guint ys_pdf_columns_under(const GArray *columns, const ys_pdf_part *part, guint *first)
{
	guint n = 0;

	*first = columns->len;
	for (guint i = 0; i < columns->len; i++) {
		if (column_at(columns, i)->x1 <= part->x0 || column_at(columns, i)->x0 >= part->x1)
			continue;
		*first = n++ ? *first : i;
	}
	return n;
}

gboolean ys_pdf_fits(const GArray *columns, const ys_pdf_line *line)
{
	guint first;

	if (columns->len + line->parts->len > YS_PDF_REGION_COLUMNS_MAX)
		return FALSE;
	for (guint i = 0; i < line->parts->len; i++)
		if (ys_pdf_columns_under(columns, part_at(line, i), &first) > 1)
			return FALSE;
	return TRUE;
}

static gboolean stands_in(const ys_pdf_line *line, const ys_pdf_column *c)
{
	for (guint i = 0; i < line->parts->len; i++)
		if (part_at(line, i)->x0 < c->x1 && part_at(line, i)->x1 > c->x0)
			return TRUE;
	return FALSE;
}

/* Whether no line from first to last has something in both: numbers in the middle of a column and
 * others at its edge look like two columns until a wider one comes. */
static gboolean may_be_one(const GPtrArray *lines, guint first, guint last, const ys_pdf_column *a,
			   const ys_pdf_column *b)
{
	for (guint i = first; i <= last; i++)
		if (stands_in(line_at(lines, i), a) && stands_in(line_at(lines, i), b))
			return FALSE;
	return TRUE;
}

static void merge_next(GArray *columns, guint i)
{
	ys_pdf_column *left = column_at(columns, i), *right = left + 1;

	left->x1 = MAX(left->x1, right->x1);
	left->last_x0 = MAX(left->last_x0, right->last_x0);
	left->first_x1 = MIN(left->first_x1, right->first_x1);
	g_array_remove_index(columns, i + 1);
}

static void add_part(GArray *columns, const ys_pdf_part *part)
{
	ys_pdf_column new = { part->x0, part->x1, part->x0, part->x1, NAN }, *under;
	guint first, n = ys_pdf_columns_under(columns, part, &first);

	if (!n) {
		for (first = 0; first < columns->len && column_at(columns, first)->x0 < part->x0;)
			first++;
		g_array_insert_val(columns, first, new);
	}
	for (; n > 1; n--)
		merge_next(columns, first);
	under = column_at(columns, first);
	under->x0 = MIN(under->x0, part->x0);
	under->x1 = MAX(under->x1, part->x1);
	under->last_x0 = MAX(under->last_x0, part->x0);
	under->first_x1 = MIN(under->first_x1, part->x1);
}

static void add_line(GArray *columns, const ys_pdf_line *line)
{
	for (guint i = 0; i < line->parts->len; i++)
		add_part(columns, part_at(line, i));
}

/* ---- where a table is ---- */

/* Whether a row fits, were columns one that may be. */
static gboolean row_fits(const ys_pdf_region *r, const ys_pdf_line *row)
{
	if (r->columns->len + row->parts->len > YS_PDF_REGION_COLUMNS_MAX)
		return FALSE;
	for (guint i = 0; i < row->parts->len; i++) {
		guint first, n = ys_pdf_columns_under(r->columns, part_at(row, i), &first);

		for (; n > 1; n--)
			if (!may_be_one(r->lines, r->first, r->last, column_at(r->columns, first + n - 2),
					column_at(r->columns, first + n - 1)))
				return FALSE;
	}
	return TRUE;
}

/* Whether line i belongs to a table that goes on until the line before it. */
static gboolean is_near(const ys_pdf_region *r, guint i, double gap_before)
{
	const ys_pdf_line *line = line_at(r->lines, i), *before = line_at(r->lines, i - 1);
	double size = line_at(r->lines, r->first)->size;

	return line->y0 - before->y1 <= MAX(GAP_MAX * size, GAP_GROWTH * gap_before) && line->size <= LARGER * size &&
		(is_row_line(r->lines, i) ? row_fits(r, line) : ys_pdf_fits(r->columns, line));
}

/* From the first row line on to the last; fragments count only between row lines. */
static void find_rows(ys_pdf_region *r)
{
	double gap = 0;
	guint n = 0;

	add_line(r->columns, line_at(r->lines, r->first));
	for (guint i = r->first + 1; i < r->lines->len && is_near(r, i, gap); i++) {
		const ys_pdf_line *line = line_at(r->lines, i);

		gap = MAX(0, line->y0 - line_at(r->lines, i - 1)->y1);
		if (!is_row_line(r->lines, i))
			continue;
		for (guint k = r->last + 1; k < i; k++)
			add_line(r->columns, line_at(r->lines, k));
		add_line(r->columns, line);
		r->last = i;
		n++;
	}
}

static double gap_between(const ys_pdf_line *upper, const ys_pdf_line *lower)
{
	return (lower->y0 - upper->y1) / lower->size;
}

/* Whether a line goes on with the text of cells, of one that is no first one or of several: a note below a
 * table begins where its first column does.  The lines of a text are not all as long as its first. */
static gboolean goes_on(const ys_pdf_region *r, const ys_pdf_line *line)
{
	double right;

	if (!r->columns->len)
		return FALSE;
	right = column_at(r->columns, r->columns->len - 1)->x1;
	if (line->parts->len > 1)
		return line->x1 < right + RAGGED * line->size;
	return line->x0 > column_at(r->columns, 0)->x1 && line->x1 < right + PADDING * line->size;
}

/* The same of a line of the last column below a row; a unit may begin with that above one. */
static gboolean last_goes_on(const ys_pdf_region *r, const ys_pdf_line *line)
{
	const ys_pdf_column *last = column_at(r->columns, r->columns->len - 1);

	return r->columns->len > 1 && line->parts->len == 1 && fabs(line->x0 - last->x0) < PADDING * line->size &&
		line->x1 < last->x1 + RAGGED * line->size;
}

/* The last row's cells may have lines below its figures. */
static void find_tail(ys_pdf_region *r)
{
	while (r->last + 1 < r->lines->len) {
		const ys_pdf_line *last = line_at(r->lines, r->last), *line = line_at(r->lines, r->last + 1);

		if (is_row_line(r->lines, r->last + 1) || !ys_pdf_fits(r->columns, line))
			return;
		if (overlaps_by(last, line) <= 0 && (gap_between(last, line) > LEADING_MAX ||
						     (!goes_on(r, line) && !last_goes_on(r, line))))
			return;
		add_line(r->columns, line);
		r->last++;
	}
}

/* And above them; but what is a part of the line above it is of the head. */
static void find_top(ys_pdf_region *r, guint from)
{
	for (r->top = r->first; r->top > from; r->top--) {
		const ys_pdf_line *line = line_at(r->lines, r->top - 1), *below = line_at(r->lines, r->top);

		if (!ys_pdf_fits(r->columns, line) ||
		    (line->parts->len > 1 && !stands_beside(line_at(r->lines, r->first), line)))
			break;
		if (overlaps_by(line, below) <= 0 && (gap_between(line, below) > LEADING_MAX || !goes_on(r, line)))
			break;
	}
	while (r->top > from && r->top < r->first &&
	       overlaps_by(line_at(r->lines, r->top - 1), line_at(r->lines, r->top)) > 0)
		r->top++;
	for (guint i = r->top; i < r->first; i++)
		add_line(r->columns, line_at(r->lines, i));
}

/* Whether all columns have something in the lines from first up to those that are surely of rows. */
static gboolean all_have_labels(const ys_pdf_region *r, guint first)
{
	for (guint c = 0; c < r->columns->len; c++) {
		guint i = first;

		while (i < r->top && !stands_in(line_at(r->lines, i), column_at(r->columns, c)))
			i++;
		if (i == r->top)
			return FALSE;
	}
	return TRUE;
}

/* What has a colon and stands alone is a caption, unless it is in the midst of a cell. */
static gboolean is_caption(const ys_pdf_region *r, guint i)
{
	const ys_pdf_line *line = line_at(r->lines, i);

	return line->parts->len == 1 && strstr(line->text, "：") &&
		(!goes_on(r, line) || all_have_labels(r, i + 1) ||
		 gap_between(line, line_at(r->lines, i + 1)) > LEADING_MAX);
}

/* Labels stand above the rows, several in a line; what stands alone there, with some room below it, is a title.
 * Between them there may be lines of the first row, as many as it has; that is told later. */
static void find_head(ys_pdf_region *r, guint from)
{
	const ys_pdf_line *row = line_at(r->lines, r->first);
	guint index = 0, n = 0;

	r->head = r->top;
	for (guint i = r->top; i > from && n < HEAD_LINES_MAX; i--, n += all_have_labels(r, i)) {
		const ys_pdf_line *line = line_at(r->lines, i - 1), *below = line_at(r->lines, i);

		if (gap_between(line, below) > GAP_MAX || line->size > LARGER * row->size || is_caption(r, i - 1))
			break;
		index = !index && is_index(line) ? i : index;
		if (line->parts->len > 1 || gap_between(line, below) < LEADING_MAX)
			r->head = i - 1;
	}
	r->top = index ? index : r->top;
	r->labels_end = index ? index - 1 : r->top;
}

static gboolean is_table(const ys_pdf_region *r)
{
	guint n = 0, amounts = 0;

	for (guint i = r->first; i <= r->last; i++) {
		const ys_pdf_line *line = line_at(r->lines, i);

		n += is_row_line(r->lines, i);
		for (guint k = 0; k < line->parts->len; k++)
			amounts += ys_pdf_is_amount(part_at(line, k)->text);
	}
	if (n < ROWS_MIN && amounts < 2 && !(amounts && r->columns->len > 2 && all_have_labels(r, r->head)))
		return FALSE;
	if (n < ROWS_MIN && r->head == r->first)
		return FALSE;
	/* Two columns without amounts are a list of contents. */
	return r->columns->len > 2 || (r->columns->len == 2 && amounts);
}

/* ---- all of it ---- */

static void region_clear(ys_pdf_region *r)
{
	g_array_unref(r->columns);
	g_array_unref(r->rows);
}

/* NULL: no table begins with this row line.  *from is the first line that is free for a head; it
 * moves behind the table. */
static ys_pdf_grid *table_at(GPtrArray *lines, guint first, guint *from, ys_pdf_region *r)
{
	guint top;

	*r = (ys_pdf_region) { .lines = lines, .head = first, .labels_end = first, .top = first, .first = first,
			       .last = first };
	r->columns = g_array_new(FALSE, TRUE, sizeof(ys_pdf_column));
	r->rows = g_array_new(FALSE, TRUE, sizeof(guint));
	find_rows(r);
	find_tail(r);
	find_top(r, *from);
	find_head(r, *from);
	*from = r->last + 1;
	if (!is_table(r))
		return NULL;
	top = r->top;
	if (!ys_pdf_region_find_rows(r))
		return NULL;
	for (guint i = r->top; i < top; i++)
		add_line(r->columns, line_at(lines, i));
	return ys_pdf_region_grid(r);
}

GPtrArray *ys_pdf_columns_of(GPtrArray *lines, gboolean *too_dense)
{
	GPtrArray *grids = g_ptr_array_new_with_free_func((GDestroyNotify)ys_pdf_grid_free);
	g_autofree gboolean *taken = g_new0(gboolean, lines->len + 1);
	guint from = 0;

	if (lines->len > LINES_MAX) {
		*too_dense = TRUE;
		return grids;
	}
	for (guint i = 0; i < lines->len; i = MAX(i + 1, from)) {
		ys_pdf_region r;
		ys_pdf_grid *grid;

		if (!is_row_line(lines, i))
			continue;
		grid = table_at(lines, i, &from, &r);
		for (guint k = r.head; grid && k <= r.last; k++)
			taken[k] = TRUE;
		if (grid)
			g_ptr_array_add(grids, grid);
		region_clear(&r);
	}
	for (guint i = lines->len; i-- > 0;)
		if (taken[i])
			g_ptr_array_remove_index(lines, i);
	return grids;
}
