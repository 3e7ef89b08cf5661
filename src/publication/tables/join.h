/* Rows that a page break cut in two put together again.  Phenomena 48-54. */
#ifndef YS_JOIN_H
#define YS_JOIN_H

#include "src/publication/tables/table.h"

/* Join continuation rows of the table to the rows they go on with.  A name or number
 * that was put together again leaves a warning in the table. */
void ys_join_rows(ys_table *table);

#endif
