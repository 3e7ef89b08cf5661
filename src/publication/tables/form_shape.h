/* Which tables are forms: a project's goals or self-assessment on a page of its own, as pairs of
 * labels and values and no matrix.  Phenomena 43, 44, 91. */
#ifndef YS_FORM_SHAPE_H
#define YS_FORM_SHAPE_H

#include "src/publication/tables/table.h"

/* The cell is one of these labels (data/labels), whatever number it has and blanks and punctuation are in it. */
gboolean ys_cell_is(const ys_row *row, guint i, const char *const *labels);
/* It is the label of anything that a form says of its project. */
gboolean ys_cell_is_label(const ys_row *row, guint i);
/* The next cell with something in it, from column i on; how many cells the row has if there is none. */
guint ys_row_next_cell(const ys_row *row, guint i);

/* The column whose head is the label of a project's code, 项目编码; -1 if there is none. */
int ys_table_code_column(const ys_table *table);

/* The head of the column of names (ys_table_name_column()) says that these are names of projects. */
gboolean ys_column_names_projects(const ys_table *table, guint column);

/* The row says 项目名称 and, right of it, which: a form begins. */
gboolean ys_row_opens_form(const ys_row *row);

/* One of the first rows of the table opens a form. */
gboolean ys_table_is_form(const ys_table *table);

/* A table of indicators without names of projects, as it stands below a form. */
gboolean ys_table_continues_form(const ys_table *table);

#endif
