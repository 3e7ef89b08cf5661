/* Rows of a table in text, in whatever form they are written, and the readers of the forms. */
#ifndef YS_TEXT_ROWS_H
#define YS_TEXT_ROWS_H

#include "src/publication/lines/input.h"

typedef struct {
	guint first, last;      /* lines, counted from 0 */
	GPtrArray *cells;       /* of char *, as printed; none at all: lines that are drawn between rows */
} ys_text_row;

/* An array that owns its ys_text_row. */
GPtrArray *ys_text_rows_new(void);
/* Append a row without cells. */
ys_text_row *ys_text_rows_add(GPtrArray *rows, guint first, guint last);
/* Append a cell: s without blanks around it. */
void ys_text_row_take(ys_text_row *row, const char *s, gsize len);

/* The cells of the widest row. */
guint ys_text_rows_width(const GPtrArray *rows);
/* Is it a table of a publication?  Its head has two heads that are known, or most rows of three columns
 * have an amount behind words. */
gboolean ys_text_rows_tell(const GPtrArray *rows);
/* The n bytes of s are digits, with the signs that numbers are printed with. */
gboolean ys_text_is_number(const char *s, gsize n);
/* There is nothing in the line but blanks. */
gboolean ys_text_is_blank(const ys_line *line);

/* The rows that begin in line first, or NULL if none of this form do.  *next is the first line behind
 * `first` in which it is worth looking again. */
typedef GPtrArray *ys_text_form(const ys_input *input, guint first, guint *next);

ys_text_form ys_bar_rows;       /* a | b | c, and with bars at either end */
ys_text_form ys_quoted_rows;    /* "a","b" or "a";"b", those with such a sign in them quoted at least */
ys_text_form ys_quoted_tab_rows;        /* lines with tabs, some of whose cells are quoted */
ys_text_form ys_layout_rows;    /* columns at the same positions of their lines */

#endif
