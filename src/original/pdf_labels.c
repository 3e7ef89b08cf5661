/* The head of a table without rules, whose columns are found -> its labels, and which is over which.
 *
 * A label stands in the middle of its cell.  So one that is alone over its columns stands in the middle of the
 * head's height, and where all of them in some columns stand lower there are common labels above: these share
 * the columns out among them so that each is in the middle of its own.  Below a common label it is the same
 * again. */
#include "src/original/pdf_region.h"

#include <math.h>

/* Sizes of the font. */
#define LOW 0.3                 /* by which a label stands below the middle */
#define UNCOVERED 1.5           /* off the middle that a common label may stand, before a column is not its */

typedef struct {
	const ys_pdf_line *line;
	const ys_pdf_part *part;
} piece;

typedef struct {
	const GArray *xs;       /* edges of the columns */
	GPtrArray *columns;     /* of GArray of piece: what stands over each, from above */
	double size;
	GPtrArray *labels;
	guint n_rows;
} head;

/* Columns that have common labels, and these. */
typedef struct {
	guint first, n;         /* of the columns */
	GArray *common;         /* of guint: the column over which each stands */
} run;

static const GArray *pieces_at(const head *h, guint column)
{
	return g_ptr_array_index(h->columns, column);
}

static const piece *piece_at(const GArray *pieces, guint i)
{
	return &g_array_index(pieces, piece, i);
}

static double edge(const head *h, guint i)
{
	return g_array_index(h->xs, double, i);
}

/* ---- heights ---- */

static double top_of(const GArray *pieces)
{
	double top = INFINITY;

	for (guint i = 0; i < pieces->len; i++)
		top = MIN(top, piece_at(pieces, i)->line->y0);
	return top;
}

static double bottom_of(const GArray *pieces)
{
	double bottom = -INFINITY;

	for (guint i = 0; i < pieces->len; i++)
		bottom = MAX(bottom, piece_at(pieces, i)->line->y1);
	return bottom;
}

static double middle_of_columns(const head *h, guint first, guint n)
{
	double top = INFINITY, bottom = -INFINITY;

	for (guint c = first; c < first + n; c++) {
		top = MIN(top, top_of(pieces_at(h, c)));
		bottom = MAX(bottom, bottom_of(pieces_at(h, c)));
	}
	return (top + bottom) / 2;
}

static gboolean stands_low(const head *h, guint c, double middle)
{
	const GArray *pieces = pieces_at(h, c);

	return pieces->len && (top_of(pieces) + bottom_of(pieces)) / 2 > middle + LOW * h->size;
}

/* Whether what stands upmost over a column may be a common label: something is below it. */
static gboolean may_be_common(const head *h, guint c, double top, double middle)
{
	const GArray *pieces = pieces_at(h, c);

	return pieces->len > 1 && piece_at(pieces, 0)->line->y0 <= top + LOW * h->size &&
		middle_of(piece_at(pieces, 0)->line) < middle - LOW * h->size;
}

/* ---- common labels ---- */

/* The lowest label over a column. */
static const ys_pdf_part *lowest(const head *h, guint column)
{
	const GArray *pieces = pieces_at(h, column);

	return piece_at(pieces, pieces->len - 1)->part;
}

/* How far the common label is from the middle of n columns from first on, or from that of their labels, for edges
 * between columns without rules are a guess; INFINITY: it cannot be theirs. */
static double distance(const head *h, guint column, guint first, guint n)
{
	double x = middle_of_part(piece_at(pieces_at(h, column), 0)->part);
	double columns = (edge(h, first) + edge(h, first + n)) / 2;
	double labels = (lowest(h, first)->x0 + lowest(h, first + n - 1)->x1) / 2;

	if (column < first || column >= first + n)
		return INFINITY;
	return MIN(fabs(columns - x), fabs(labels - x)) / h->size;
}

/* The cheapest way to share out the first columns of a run among its first common labels. */
typedef struct {
	double sum;             /* sizes of the font */
	guint width;            /* of the last label; 0: the last column has none of them */
} share;

/* The columns of the k-th common label may end in front of column `to` of the run. */
static void share_up_to(const head *h, const run *run, share *shares, guint k, guint to)
{
	guint n = run->n + 1, column = k ? g_array_index(run->common, guint, k - 1) : G_MAXUINT;
	share *best = &shares[k * n + to];

	*best = (share) { k || to ? INFINITY : 0, 0 };
	if (to && column != run->first + to - 1)
		best->sum = shares[k * n + to - 1].sum + UNCOVERED;
	for (guint width = 1; k && width <= to; width++) {
		double sum = shares[(k - 1) * n + to - width].sum +
			distance(h, column, run->first + to - width, width);

		if (sum < best->sum)
			*best = (share) { sum, width };
	}
}

/* Shares the columns of a run out: spans[c] is how many the common label has that begins with column c of it; 0:
 * none begins there. */
static void share_out(const head *h, const run *run, guint *spans)
{
	guint n = run->n + 1, m = run->common->len;
	g_autofree share *shares = g_new(share, (m + 1) * n);

	for (guint k = 0; k <= m; k++)
		for (guint to = 0; to < n; to++)
			share_up_to(h, run, shares, k, to);
	for (guint k = m, to = run->n; to > 0;) {
		guint width = shares[k * n + to].width;

		to -= MAX(width, 1);
		spans[to] = width;
		k -= width > 0;
	}
}

/* The columns from first on that common labels are over, with these; FALSE: the first has none. */
static gboolean find_run(const head *h, guint first, guint end, double middle, run *run)
{
	double top = INFINITY;
	gboolean any = FALSE;

	for (guint c = first; c < end; c++)
		top = MIN(top, top_of(pieces_at(h, c)));
	g_array_set_size(run->common, 0);
	run->first = first;
	for (run->n = 0; first + run->n < end; run->n++) {
		guint c = first + run->n;
		gboolean low = stands_low(h, c, middle), common = may_be_common(h, c, top, middle);

		if (!low && !common)
			break;
		any |= low;
		if (common)
			g_array_append_val(run->common, c);
	}
	return any && run->common->len;
}

/* ---- labels ---- */

static ys_pdf_label *add_label(head *h, guint column, guint row, guint width)
{
	ys_pdf_label *label = g_new0(ys_pdf_label, 1);

	*label = (ys_pdf_label) { .column = column, .row = row, .width = width, .text = g_string_new(NULL) };
	g_ptr_array_add(h->labels, label);
	h->n_rows = MAX(h->n_rows, row + 1);
	return label;
}

static void add_leaf(head *h, guint column, guint row)
{
	ys_pdf_label *label = add_label(h, column, row, 1);

	for (guint i = 0; i < pieces_at(h, column)->len; i++)
		ys_pdf_text_append(label->text, piece_at(pieces_at(h, column), i)->part->text);
}

static void add_labels(head *h, guint first, guint n, guint row);

/* Its columns are a head of their own below it. */
static void add_common(head *h, guint column, guint first, guint n, guint row)
{
	ys_pdf_label *label = add_label(h, first, row, n);

	label->common = TRUE;
	ys_pdf_text_append(label->text, piece_at(pieces_at(h, column), 0)->part->text);
	g_array_remove_index(g_ptr_array_index(h->columns, column), 0);
	add_labels(h, first, n, row + 1);
}

static void add_run(head *h, const run *run, guint row)
{
	g_autofree guint *spans = g_new0(guint, run->n);
	guint k = 0;

	share_out(h, run, spans);
	for (guint c = 0; c < run->n; c += MAX(spans[c], 1)) {
		if (spans[c] <= 1)
			add_leaf(h, run->first + c, row);
		else
			add_common(h, g_array_index(run->common, guint, k), run->first + c, spans[c], row);
		k += spans[c] > 0;
	}
}

static void add_labels(head *h, guint first, guint n, guint row)
{
	double middle = middle_of_columns(h, first, n);
	run run = { .common = g_array_new(FALSE, FALSE, sizeof(guint)) };

	for (guint c = first; c < first + n;) {
		if (find_run(h, c, first + n, middle, &run)) {
			add_run(h, &run, row);
			c += run.n;
		} else {
			add_leaf(h, c++, row);
		}
	}
	g_array_unref(run.common);
}

/* ---- all of it ---- */

static void find_pieces(head *h, const ys_pdf_region *r)
{
	for (guint i = 0; i + 1 < h->xs->len; i++)
		g_ptr_array_add(h->columns, g_array_new(FALSE, FALSE, sizeof(piece)));
	for (guint i = r->head; i < r->labels_end; i++) {
		const ys_pdf_line *line = line_at(r->lines, i);

		for (guint k = 0; k < line->parts->len; k++) {
			piece p = { line, part_at(line, k) };

			g_array_append_val(g_ptr_array_index(h->columns,
							     ys_pdf_column_at(h->xs, middle_of_part(p.part))), p);
		}
	}
}

static void label_free(ys_pdf_label *label)
{
	g_string_free(label->text, TRUE);
	g_free(label);
}

GPtrArray *ys_pdf_region_labels(const ys_pdf_region *r, const GArray *xs, guint *n_rows)
{
	head h = { .xs = xs, .size = line_at(r->lines, r->first)->size,
		   .columns = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref),
		   .labels = g_ptr_array_new_with_free_func((GDestroyNotify)label_free) };

	find_pieces(&h, r);
	if (r->head < r->labels_end)
		add_labels(&h, 0, xs->len - 1, 0);
	*n_rows = h.n_rows;
	g_ptr_array_unref(h.columns);
	return h.labels;
}
