/* What cells of a comparison are to each other. */
#ifndef YS_ORDER_H
#define YS_ORDER_H

#include "index/compare/comparison.h"

/* part of whole, in hundredths of a percent, rounded half away from zero; NONE of nothing, and where it cannot be
 * said in 64 bits. */
ys_percent ys_ratio(ys_amount part, ys_amount whole);

/* Ranks and medians, where bodies are a dimension. */
void ys_ranks_add(ys_comparison *comparison);

/* Cells in their order; then, with max, only so many of them. */
void ys_comparison_sort(ys_comparison *comparison, guint max);

#endif
