/* Tables whose columns a converter lost: their cells stand one a line, or run together. */
#ifndef YS_LOST_TABLES_H
#define YS_LOST_TABLES_H

#include "src/publication/lines/outline.h"

/* How many titles of tables, behind the contents, have lines of numbers below them that are no rows; in
 * *first the line of the first one, 0 if there is none. */
guint ys_lost_tables(const ys_input *input, const ys_outline *outline, int *first);

#endif
