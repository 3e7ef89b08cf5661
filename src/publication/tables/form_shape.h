/* Which tables are forms: a project's goals or self-assessment on a page of its own, as pairs of
 * labels and values and no matrix.  Phenomena 43, 44, 91. */
#ifndef YS_FORM_SHAPE_H
#define YS_FORM_SHAPE_H

#include "src/publication/tables/table.h"

/* The cell is one of these labels (data/labels), whatever blanks and punctuation are in it. */
gboolean ys_cell_is(const ys_row *row, guint i, const char *const *labels);
/* The next cell with something in it, from column i on; how many cells the row has if there is none. */
guint ys_row_next_cell(const ys_row *row, guint i);

/* The row says 项目名称 and, right of it, which: a form begins. */
gboolean ys_row_opens_form(const ys_row *row);

/* One of the first rows of the table opens a form. */
gboolean ys_table_is_form(const ys_table *table);

/* A table of indicators without names of projects, as it stands below a form. */
gboolean ys_table_continues_form(const ys_table *table);

#endif
