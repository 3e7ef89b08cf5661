/* Whether the unit of a table can be right. */
#ifndef YS_UNITS_H
#define YS_UNITS_H

#include "src/publication/checks/check.h"

/* A table whose total is 10,000 times one that another table or the prose prints, digit by digit, or the other way
 * round, and that nothing else prints, has the warning unit-implausible, and so has what is read from its rows.
 * grids: of ys_grid; reconciliations: of ys_reconciliation, for each; records: of ys_record. */
void ys_units_check(const GPtrArray *grids, const GArray *reconciliations, const ys_prose *prose,
		    const GPtrArray *records);

#endif
