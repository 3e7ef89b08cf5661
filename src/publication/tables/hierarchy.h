/* Which rows of a project table are projects: totals, subtotals, units, categories and
 * projects stand in one column, and only wording and sums tell them apart.
 * Phenomena 76-83; doc/domain.md 7. */
#ifndef YS_HIERARCHY_H
#define YS_HIERARCHY_H

#include "src/publication/tables/grid.h"

/* Tell the kinds of the rows, if the table is one of projects or of what units spend, and has names and
 * amounts.  bodies: keys (ys_name_key) of the
 * department and its units, which are unit rows wherever they stand alone. */
void ys_hierarchy_solve(ys_grid *grid, GHashTable *bodies);

#endif
