/* Tables without rules: their columns are told by how the parts of lines stand below each other. */
#ifndef YS_PDF_COLUMNS_H
#define YS_PDF_COLUMNS_H

#include "src/original/pdf_text.h"

/* The tables among the lines of a page, each a ys_pdf_grid with text; the lines that they hold are
 * taken out of lines.  A page of too many lines is not looked at, and is too dense. */
GPtrArray *ys_pdf_columns_of(GPtrArray *lines, gboolean *too_dense);

#endif
