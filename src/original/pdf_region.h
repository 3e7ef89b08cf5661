/* Between finding a table without rules and writing it: private to pdf_columns.c, which finds it,
 * pdf_rows.c, pdf_labels.c and pdf_column_grid.c. */
#ifndef YS_PDF_REGION_H
#define YS_PDF_REGION_H

#include "src/original/pdf_text.h"

#define YS_PDF_REGION_COLUMNS_MAX 64

typedef struct {
	double x0, x1;          /* of what stands in it */
	double last_x0, first_x1;       /* the rightmost beginning of that, and the leftmost end */
	double label;           /* the middle of its label in the head; NAN: none */
} ys_pdf_column;

/* A row line has text and figures.  A fragment has only parts of the cells of a row, or is a row
 * without figures. */
typedef struct {
	const GPtrArray *lines; /* all of the page */
	guint first;            /* its first row line */
	guint head, top, last;  /* where its head begins, its rows, and the last of these; top <= first */
	guint labels_end;       /* behind the labels of its head; only the numbers of columns may be below them */
	GArray *columns;        /* of ys_pdf_column, from left to right */
	GArray *rows;           /* of guint: the row of each line from top to last */
	guint n_rows;
} ys_pdf_region;

static inline const ys_pdf_line *line_at(const GPtrArray *lines, guint i)
{
	return (const ys_pdf_line *)g_ptr_array_index(lines, i);
}

static inline const ys_pdf_part *part_at(const ys_pdf_line *line, guint i)
{
	return &g_array_index(line->parts, ys_pdf_part, i);
}

static inline ys_pdf_column *column_at(const GArray *columns, guint i)
{
	return &g_array_index(columns, ys_pdf_column, i);
}

static inline double middle_of_part(const ys_pdf_part *part)
{
	return (part->x0 + part->x1) / 2;
}

static inline double middle_of(const ys_pdf_line *line)
{
	return (line->y0 + line->y1) / 2;
}

static inline double overlaps_by(const ys_pdf_line *a, const ys_pdf_line *b)
{
	return MIN(a->y1, b->y1) - MAX(a->y0, b->y0);
}

/* Digits with signs and points, and nothing else. */
gboolean ys_pdf_is_figure(const char *text);
/* The same with a point or a comma in it. */
gboolean ys_pdf_is_amount(const char *text);
/* The columns under a part: *first and how many. */
guint ys_pdf_columns_under(const GArray *columns, const ys_pdf_part *part, guint *first);
/* Whether each part of a line stands in one column at most. */
gboolean ys_pdf_fits(const GArray *columns, const ys_pdf_line *line);
/* The rows of the lines from top to last, once the columns are found; where what is above them may be its
 * head or of its rows, top too.  FALSE: its lines run over each other, and it can be cut nowhere. */
gboolean ys_pdf_region_find_rows(ys_pdf_region *region);
/* The column between the edges xs in which x is. */
guint ys_pdf_column_at(const GArray *xs, double x);

/* A label of a head. */
typedef struct {
	guint column, row, width;       /* where it begins, and how many columns it is over */
	gboolean common;        /* other labels stand below it */
	GString *text;          /* "" where a column has none */
} ys_pdf_label;

/* The labels of the head, ys_pdf_label; its columns are between the edges xs.  *n_rows: how many rows of them;
 * 0 where there is no head. */
GPtrArray *ys_pdf_region_labels(const ys_pdf_region *region, const GArray *xs, guint *n_rows);
/* The table, once its lines and columns are found. */
ys_pdf_grid *ys_pdf_region_grid(ys_pdf_region *region);

#endif
