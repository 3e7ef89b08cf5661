/* A page -> its lines and tables in the order they are read. */
#ifndef YS_PDF_LAYOUT_H
#define YS_PDF_LAYOUT_H

#include "src/original/pdf_text.h"

/* Either a line or a table. */
typedef struct {
	ys_pdf_line *line;
	ys_pdf_grid *grid;
	double x0, y0, x1, y1;
	gboolean furniture;     /* a page number, or what stands on every page */
} ys_pdf_item;

typedef struct {
	guint number;
	double width, height;
	GPtrArray *items;       /* of ys_pdf_item, from top to bottom */
	gsize n_slots;          /* of all its tables */
	guint n_pictures, n_unknown, n_slanted;
	gboolean too_dense;
} ys_pdf_layout;

/* Turns the page upright and puts its rules in order. */
ys_pdf_layout *ys_pdf_layout_of(ys_pdf_page *page);
void ys_pdf_layout_free(ys_pdf_layout *layout);

#endif
