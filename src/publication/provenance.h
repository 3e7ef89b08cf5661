/* Where each record is printed, in the words of its format: page, sheet, table, row. */
#ifndef YS_PROVENANCE_H
#define YS_PROVENANCE_H

#include "src/publication/lines/input.h"
#include "src/publication/tables/table.h"

/* Complete the sources of all records, which know their lines, by what the input says of those lines and
 * by the rows of the tables that stand there.  A publication and a department are no place of one page. */
void ys_provenance_fill(GPtrArray *records, const ys_input *input, const GPtrArray *tables);

/* Say of all records where and when they were published; either may be NULL. */
void ys_provenance_give(GPtrArray *records, const char *url, const char *published);

#endif
