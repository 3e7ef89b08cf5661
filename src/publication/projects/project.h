/* Projects: the leaf rows of project tables, the forms of a final account, and prose about one project.
 * Phenomena 76-92, 110. */
#ifndef YS_PROJECT_H
#define YS_PROJECT_H

#include "src/publication/lines/outline.h"
#include "src/publication/projects/context.h"

/* Records of type YS_PROJECT in the order they are printed; owned by the array.  The same
 * project printed in several tables is one record.  Fields of the publication (department,
 * year, ids) are the caller's to fill.  grids: of ys_grid, one for each table, whose rows are
 * told apart (hierarchy.h). */
GPtrArray *ys_projects_new(const GPtrArray *grids, const ys_outline *outline, const ys_project_context *context);

#endif
