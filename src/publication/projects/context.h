/* What is known of a publication when its projects are read. */
#ifndef YS_PROJECT_CONTEXT_H
#define YS_PROJECT_CONTEXT_H

#include <glib.h>

typedef struct {
	const char *path;       /* of the file, for sources */
	const char *department; /* full name; NULL unknown */
	GHashTable *bodies;     /* keys of the department and its units */
	gint64 unit;            /* fen, where a table prints no unit */
} ys_project_context;

#endif
