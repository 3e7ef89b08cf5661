/* How much is indexed behind each value of each dimension that publications have. */
#ifndef YS_COVERAGE_H
#define YS_COVERAGE_H

#include "index/compare/comparison.h"

/* Whether publications have this dimension, and what an edition has of it: a text kept in strings, NULL unknown. */
gboolean ys_dimension_is_of_editions(ys_dimension by);
const char *ys_edition_value(const ys_edition *edition, ys_dimension by, GStringChunk *strings);

void ys_coverage_add(ys_comparison *comparison);

#endif
