/* Indicators: how well a project is to do, printed one a row with name, target and what was
 * reached, or all of them in one cell.  Phenomena 45, 46, 56, 108; doc/domain.md 5. */
#ifndef YS_INDICATOR_H
#define YS_INDICATOR_H

#include "src/publication/tables/table.h"

/* The table has a row for each indicator, so that a project takes several rows. */
gboolean ys_table_lists_indicators(const ys_table *table);

/* Append the indicator of a row of such a table behind those that are there already:
 * name：value, or name：目标X，完成Y where both are printed; "；" between two.  A row after a
 * page break that has no name goes on with the one above.  The row of the score, which is
 * none, appends nothing. */
void ys_indicator_append(GString *indicators, const ys_table *table, const ys_row *row);

/* In one of the rows [begin, end) an empty cell stands for that above it, which spans both. */
gboolean ys_indicators_span(const ys_table *table, const GPtrArray *rows, guint begin, guint end);

/* The row with its cells in their columns, if those that span several rows are printed but once and the others
 * stand left of theirs; the caller frees it.  NULL if they stand where they belong, as they do where spans are kept
 * (ys_indicators_span()) and no sign tells otherwise. */
ys_row *ys_indicator_row(const ys_table *table, const ys_row *row, gboolean spans);

/* Put the cells of all rows of a table of indicators into their columns. */
void ys_indicators_place(ys_table *table);

/* All that the indicator columns of a row say, in a table that has one row a project; NULL if
 * they say nothing. */
char *ys_indicators_of_row(const ys_table *table, const ys_row *row);

#endif
