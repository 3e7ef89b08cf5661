/* Projects: the leaf rows of project tables and the forms of a final account.
 * Phenomena 76-92. */
#ifndef YS_PROJECT_H
#define YS_PROJECT_H

#include "src/publication/tables/table.h"

typedef struct {
	const char *path;       /* of the file, for sources */
	const char *department; /* full name; NULL unknown */
	GHashTable *bodies;     /* keys of the department and its units */
	gint64 unit;            /* fen, where a table prints no unit */
} ys_project_context;

/* Records of type YS_PROJECT in the order they are printed; owned by the array.  The same
 * project printed in several tables is one record.  Fields of the publication (department,
 * year, ids) are the caller's to fill.  Sets the tables' reconciliation. */
GPtrArray *ys_projects_new(GPtrArray *tables, const ys_project_context *context);

#endif
