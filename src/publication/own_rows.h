/* Rows of tables that are no record of their own: units, staff, cars, remarks in a cell.  Their words are searched as
 * the table's, so that all that is printed can be found. */
#ifndef YS_OWN_ROWS_H
#define YS_OWN_ROWS_H

#include "src/publication/lines/input.h"
#include "src/publication/tables/grid.h"

/* Fill own_rows of the tables among the records, which know their lines; grids: of ys_grid, one for each table in the order
 * of those records. */
void ys_own_rows_fill(GPtrArray *records, const ys_input *input, const GPtrArray *grids);

#endif
