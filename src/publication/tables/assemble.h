/* From blocks of rows to tables: the fragments that page breaks made of one table put together
 * again, headers flattened, cells joined that a page break cut.  Phenomena 21-58. */
#ifndef YS_ASSEMBLE_H
#define YS_ASSEMBLE_H

#include "src/publication/lines/outline.h"
#include "src/publication/tables/table.h"

/* All tables of a publication in the order they are printed: a GPtrArray that owns them. */
GPtrArray *ys_tables_assemble(const ys_input *input, const ys_outline *outline);

#endif
