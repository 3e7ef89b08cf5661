/* Forms: a project's goals or self-assessment on a page of its own, as pairs of labels and
 * values and no matrix.  Phenomena 43, 44, 91. */
#ifndef YS_FORM_H
#define YS_FORM_H

#include "src/publication/projects/project.h"

/* The row says 项目名称 and, right of it, which: a form begins. */
gboolean ys_row_opens_form(const ys_row *row);

/* One of the first rows of the table opens a form. */
gboolean ys_table_is_form(const ys_table *table);

/* A table of indicators without names of projects, as it stands below a form. */
gboolean ys_table_continues_form(const ys_table *table);

/* Add the projects of the forms in table i to projects: 项目支出绩效自评表, 项目支出绩效目标表.
 * The tables of indicators below belong to the last of them. */
void ys_forms_add(GPtrArray *projects, const GPtrArray *tables, guint i, const ys_project_context *context);

/* Goal and result of a form whose two columns the converter printed as one, line by line
 * (phenomenon 43), without the heads above; NULL if they stand apart. */
char *ys_form_mixed_text(const ys_table *table);

#endif
