/* A picture of what the PDF reader sees on a page, for whoever mends a rule of it. */
#ifndef YS_PDF_SVG_H
#define YS_PDF_SVG_H

#include "src/original/reader.h"

/* SVG of a page, from 1: its characters in grey and those that a clip hides in orange, its rules in red, the
 * cells made of them in blue, of tables without rules in green, the lines outside of tables in violet.  What
 * the cells and lines were read as comes up under the pointer. */
char *ys_pdf_svg(const ys_bytes *bytes, guint number, GError **error);

#endif
