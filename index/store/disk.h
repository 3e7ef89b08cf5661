/* Files and directories of an index: whole writes, syncs and errors that say what to do.
 * Knows nothing of what is in them. */
#ifndef YS_DISK_H
#define YS_DISK_H

#include <glib.h>
#include <sys/types.h>

/* Set *error from errno: "cannot WHAT PATH: ...".  Always FALSE. */
gboolean ys_disk_fail(GError **error, const char *what, const char *path);

/* All of it, whatever interrupts; FALSE with errno. */
gboolean ys_disk_write_all(int fd, const char *data, gsize len);
/* At most size bytes; -1 with errno. */
ssize_t ys_disk_read_some(int fd, char *buf, gsize size);

/* Create or replace a file; not synced. */
gboolean ys_disk_write(const char *path, const char *data, gsize len, GError **error);
gboolean ys_disk_sync(const char *path, GError **error);
/* What is in the directories below path, then the directories. */
gboolean ys_disk_sync_tree(const char *path, GError **error);

/* The names in a directory, in no order: of char *. */
GPtrArray *ys_disk_list(const char *path, GError **error);
/* Remove a file or a directory with all in it; what is not there is no error.  Symbolic
 * links are removed, not followed. */
gboolean ys_disk_remove(const char *path, GError **error);
/* A hard link, or a copy where the file system has none. */
gboolean ys_disk_link(const char *from, const char *to, GError **error);
/* SHA-256 of a file as hexadecimal digits, newly allocated; *bytes its size. */
char *ys_disk_sha256(const char *path, gint64 *bytes, GError **error);

#endif
