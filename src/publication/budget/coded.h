/* Rows with codes of the function or an economic classification. */
#ifndef YS_CODED_H
#define YS_CODED_H

#include "src/publication/budget/collect.h"
#include "src/publication/budget/measure.h"

/* Collect those of a table, if it is one that the law prescribes.  A row with codes of a function and of a
 * purpose is a crossing of both, and no line. */
void ys_collect_coded(ys_collector *collector, const ys_grid *grid, const ys_measure_context *context);

/* Names of the levels above each line with a code: as printed in this publication, else as the classification
 * has them. */
void ys_coded_fill_paths(const GPtrArray *lines);

#endif
