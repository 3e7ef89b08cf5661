/* The forms in which converters write tables into text, beyond tabs and | rows |: bars in other places,
 * quoted values, columns at fixed positions.  They become lines with tabs, so that all that is read
 * from here on knows one form. */
#ifndef YS_TEXT_TABLES_H
#define YS_TEXT_TABLES_H

#include "src/publication/lines/input.h"

/* Write each line that begins a row of such a table anew, with tabs, and mark those that belong to it or
 * stand between two rows.  Titles and units in the grid of a table become lines above it.  No line is
 * added or taken away: rows stand where the file has them; a line of prose is left as it is. */
void ys_text_tables(ys_input *input);

#endif
