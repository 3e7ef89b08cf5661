/* Headers of tables: which rows belong to one, and the flat names of its columns.
 * Phenomena 21-23, 25, 31-33. */
#ifndef YS_HEADER_H
#define YS_HEADER_H

#include "src/publication/tables/table.h"

/* How many of the rows from first on are a header, and, in *skip, how many with the
 * row of column numbers below it.  Both 0 if data begins at once. */
guint ys_header_length(const GPtrArray *rows, guint first, guint *skip);

/* Whether all that the table has so far may be the beginning of a header, which a page cut. */
gboolean ys_header_may_go_on(const ys_table *table);

/* The row says itself that it is one of column numbers, 栏次 1 2: wherever it stands it is head. */
gboolean ys_row_numbers_columns(const ys_row *row);

/* How much of all their cells two headers have in common, in percent; blanks and width do
 * not count. */
guint ys_header_likeness(const GPtrArray *a, const GPtrArray *b);

/* Columns up to the last one with a head. */
guint ys_header_width(const GPtrArray *header);
/* How many of its cells mean something, less those that do not. */
int ys_header_quality(const GPtrArray *header);

/* Flat columns of a header of width columns: a GPtrArray of ys_column that owns them. */
GPtrArray *ys_header_flatten(const GPtrArray *header, guint width);

#endif
