/* Lines of a budget (预算科目): what the statutory tables and prose say in numbers, a record for each
 * (doc/domain.md 4-8). */
#ifndef YS_BUDGET_H
#define YS_BUDGET_H

#include "src/publication/budget/measure.h"
#include "src/publication/figures/figures.h"

typedef struct {
	const char *path;               /* of the file, for sources */
	const GPtrArray *grids;         /* of ys_grid, one for each table */
	const ys_figure *figures;       /* of the tables */
	const ys_prose *prose;
	ys_measure_context measures;
} ys_budget_context;

/* Records of type YS_LINE in the order in which they are met; owned by the array.  Fields of the publication
 * (department, year, ids) are the caller's to fill. */
GPtrArray *ys_budget_lines_new(const ys_budget_context *context);

#endif
