/* Files inside archives, which are opened once for many of them. */
#ifndef YS_OPENED_H
#define YS_OPENED_H

#include "index/write/file.h"

/* The archive that was opened last stays in memory, and its bytes are those of that moment. */
typedef struct ys_opened ys_opened;

ys_opened *ys_opened_new(void);
void ys_opened_free(ys_opened *opened);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_opened, ys_opened_free)

/* The files in the archive at path, of ys_part, borrowed until another one is opened.  *rest: as ys_archive_files() tells;
 * stamp: that of the archive. */
const GPtrArray *ys_opened_files(ys_opened *opened, const char *path, const char **rest, ys_stamp *stamp, GError **error);

/* As ys_file_read(), of the file that an archive has inside; its age is that of the archive. */
char *ys_opened_read(ys_opened *opened, const char *path, const char *inside, gsize *len, ys_stamp *stamp, GError **error);

#endif
