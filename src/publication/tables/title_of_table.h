/* Titles of tables whose caption is not printed.  Phenomena 27, 28. */
#ifndef YS_TITLE_OF_TABLE_H
#define YS_TITLE_OF_TABLE_H

#include "src/publication/tables/table.h"

/* Give each untitled table its title: what its own header calls it, else the entry of the
 * contents that is left over at its place, else the heading it stands under.  Then the
 * kinds. */
void ys_table_titles(GPtrArray *tables, const GPtrArray *contents);

#endif
