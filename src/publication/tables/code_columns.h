/* Codes printed in a column for each of their levels, 类 | 款 | 项, become codes in one column. */
#ifndef YS_CODE_COLUMNS_H
#define YS_CODE_COLUMNS_H

#include "src/publication/tables/table.h"

/* Nothing stands in the row but 类, 款 and 项: it is head wherever it stands, also at the end of a page. */
gboolean ys_row_names_levels(const ys_row *row);

/* Make one column of each run of them: 201 | 13 | 01 is 2011301, 301 | 2 is 30102.  A level that a row leaves
 * to the rows above it is theirs.  What is no code, 合计, stays what it is. */
void ys_code_columns_join(ys_table *table);

#endif
