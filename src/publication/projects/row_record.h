/* What a record takes over from the row of a table that it is made of. */
#ifndef YS_ROW_RECORD_H
#define YS_ROW_RECORD_H

#include "src/publication/tables/table.h"

/* Where the row is printed. */
ys_source *ys_row_source(const ys_table *table, const ys_row *row, const char *path);

/* The amount as printed, with the table's unit; NULL for an empty cell. */
char *ys_row_amount_text(const ys_table *table, const ys_row *row, guint column);

/* Copy the table's warnings about this row, and warn of an amount whose unit is not
 * printed. */
void ys_row_take_warnings(ys_record *record, const ys_table *table, const ys_row *row);

#endif
