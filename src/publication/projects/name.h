/* The name of a project or purchase as it is printed: behind a code, before a full stop.  Phenomena 67, 73, 107. */
#ifndef YS_PROJECT_NAME_H
#define YS_PROJECT_NAME_H

#include <glib.h>

/* The name in a cell, 某某经费 of 44001022T000000012345-某某经费, newly allocated; *code (may be NULL) becomes
 * the code in front of it, which the caller frees, and is not touched where there is none. */
char *ys_project_name(const char *printed, char **code);

/* The name of a unit behind its code, 820001-某某镇人民政府; printed itself if there is none. */
const char *ys_behind_unit_code(const char *printed);

/* What stands behind a code of the official catalogue, 台式计算机 of A02010104台式计算机, and in *len the
 * bytes of the code; printed itself and 0 if it begins with none, or is nothing else. */
const char *ys_behind_catalogue_code(const char *printed, gsize *len);

#endif
