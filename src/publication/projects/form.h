/* What forms (tables/form_shape.h) say of their projects.  Phenomena 43, 44, 91, 107, 108. */
#ifndef YS_FORM_H
#define YS_FORM_H

#include "src/publication/projects/context.h"
#include "src/publication/tables/grid.h"

/* Add the projects of the forms in the table of grid i: 项目支出绩效自评表, 项目支出绩效目标表.  The tables of
 * indicators below belong to the last of them. */
void ys_forms_add(GPtrArray *projects, const GPtrArray *grids, guint i, const ys_project_context *context);

/* Goal and result of a form whose two columns the converter printed as one, line by line
 * (phenomenon 43), without the heads above; NULL if they stand apart. */
char *ys_form_mixed_text(const ys_table *table);

#endif
