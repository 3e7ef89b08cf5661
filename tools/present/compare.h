/* Comparisons in the formats of the command line and of pages (contract: yusou(1), "Comparing"). */
#ifndef YS_PRESENT_COMPARE_H
#define YS_PRESENT_COMPARE_H

#include "index/compare/comparison.h"
#include "src/output/text.h"

/* Where the records of a cell are; newly allocated, NULL nowhere. */
typedef struct {
	char *(*address)(const ys_comparison *comparison, const ys_cell *cell, const void *data);
	const void *data;
} present_cells;

/* cells: NULL for the search that finds them, as the end of an address.
 *
 * Its numbers are those of the comparison, and never depend on the locale. */
void present_comparison_json(GString *out, const ys_comparison *comparison, const present_cells *cells);
/* One cell a line below the names of columns.  sheet: for a spreadsheet (src/output/csv.h). */
void present_comparison_csv(GString *out, const ys_comparison *comparison, const present_cells *cells, gboolean sheet);
void present_comparison_text(GString *out, const ys_comparison *comparison, const ys_style *style);

#endif
