/* Between finding a table without rules and writing it: private to pdf_columns.c, which finds it, and
 * pdf_column_grid.c. */
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

static inline gboolean overlaps(const ys_pdf_line *upper, const ys_pdf_line *lower)
{
	return upper->y1 > lower->y0;
}

/* Whether it has text and figures. */
gboolean ys_pdf_is_row_line(const ys_pdf_line *line);
/* The columns under a part: *first and how many. */
guint ys_pdf_columns_under(const GArray *columns, const ys_pdf_part *part, guint *first);
/* The table, once its lines and columns are found. */
ys_pdf_grid *ys_pdf_region_grid(ys_pdf_region *region);

#endif
