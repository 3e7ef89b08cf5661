/* Files to be indexed: what tells whether one has changed, and reading it whole. */
#ifndef YS_FILE_H
#define YS_FILE_H

#include "src/error.h"

/* What stat() says of a file: cheap to compare, and different when it was written to. */
typedef struct {
	gint64 size, mtime;     /* bytes; nanoseconds since 1970 */
	gboolean unsettled;     /* taken so soon after mtime, or before it, that a later change may
				 * not show: file systems tell times only so finely, and clocks go back */
} ys_stamp;

/* FALSE with the reason, without the path, if there is no regular file, or one that is too
 * large for a publication. */
gboolean ys_file_stamp(const char *path, ys_stamp *stamp, GError **error);

/* What lies in an archive has a path through it: a.zip!/b/c.pdf. */
char *ys_file_in_archive(const char *archive, const char *name);

/* The archive that a path leads through, and in *name the rest of the path; NULL if it leads through none. */
char *ys_file_archive(const char *path, const char **name);

/* Of what lies in an archive, whether this does.  FALSE only where there is certainly nothing any more: what cannot be looked at may be there. */
gboolean ys_file_exists(const char *path);

/* Whether an absolute path is root, or lies below it, or in it where that is an archive. */
gboolean ys_file_is_below(const char *file, const char *root);

/* The contents, newly allocated, with a NUL behind them; *stamp is that of the moment.  A
 * file that is being written is read again; one that goes on changing is an error. */
char *ys_file_read(const char *path, gsize *len, ys_stamp *stamp, GError **error);

#endif
