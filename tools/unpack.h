/* The files in an archive, unpacked in a process of its own. */
#ifndef TOOL_UNPACK_H
#define TOOL_UNPACK_H

#include <glib.h>

typedef struct {
	char *name;             /* its path in the archive */
	GBytes *bytes;
	char *failure;          /* why it could not be unpacked; NULL: it was */
} tool_unpacked;

/* All of them, of tool_unpacked, as ys_archive_files() finds them; *rest, to be freed, is why what followed was not read,
 * NULL: it is all.  path is for messages only.  The calling process must have no other threads. */
GPtrArray *tool_unpack(const char *path, GBytes *archive, char **rest, GError **error);

#endif
