/* Texts that stand in the wrong columns of a row: two columns in one cell, or all of them one
 * column too far left on a single page.  Phenomena 59, 60. */
#ifndef YS_SHIFT_H
#define YS_SHIFT_H

#include "src/publication/tables/table.h"

/* Stands in a cell, until the table is finished, where one paragraph ends and another
 * begins. */
#define YS_PARAGRAPH_MARK '\n'

/* Like ys_clean(), but the end of the first of exactly two paragraphs, </p> <p>, leaves a
 * mark. */
char *ys_clean_paragraphs(const char *s, gsize len);

/* For rows where a mark means nothing. */
void ys_shift_drop_marks(GPtrArray *rows);

/* Two paragraphs in one cell of the table are two columns where a cell right of it is
 * missing; all marks of its rows vanish. */
void ys_shift_glued(ys_table *table);

/* Move the texts of above one column to the right, where the row that goes on with it shows
 * that they belong there. */
void ys_shift_to(const ys_table *table, ys_row *above, const ys_row *row);

#endif
