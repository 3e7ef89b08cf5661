/* The characters of a page -> the text of its cells, and the lines that stand outside of them. */
#ifndef YS_PDF_TEXT_H
#define YS_PDF_TEXT_H

#include "src/original/pdf_rules.h"

/* What stands together in a line: between two parts there is room for a column's border. */
typedef struct {
	double x0, x1;
	char *text;
} ys_pdf_part;

typedef struct {
	char *text;             /* of all parts, with a blank between them */
	GArray *parts;          /* of ys_pdf_part, from left to right; at least one */
	double x0, y0, x1, y1;  /* of what is printed */
	double size;            /* of its largest character */
} ys_pdf_line;

void ys_pdf_line_free(ys_pdf_line *line);

/* Put the text of an upright page into the cells of its tables.  What is left, or was drawn outside of
 * them, comes back as lines from top to bottom; text that the page does not show is left out,
 * and so is what runs in another direction outside of tables (counted as slanted). */
GPtrArray *ys_pdf_text_of(ys_pdf_page *page, GPtrArray *grids);

/* Append a line to a text that goes on in it: with a blank only between Latin words. */
void ys_pdf_text_append(GString *text, const char *line);

gboolean ys_pdf_is_wide(gunichar c);    /* Han and the like: no blanks between its words */
/* Whether a text ends with a mark that ends a sentence. */
gboolean ys_pdf_ends_sentence(const char *text);

#endif
