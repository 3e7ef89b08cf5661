/* Archives: all files in them, read together or one by one. */
#ifndef YS_ARCHIVE_H
#define YS_ARCHIVE_H

#include "src/original/parts.h"

/* The files in an archive, and in archives in it, of ys_part, by the path through all of them, which never leads up, each another; in the
 * order people number them.  *rest is why what followed was not read; NULL: it is all.  YS_ERROR_PUBLICATION: nothing of
 * it can be read. */
GPtrArray *ys_archive_files(const ys_bytes *bytes, const char **rest, GError **error);

/* Read the files in it, as the reader of archives does, until goes_on() (NULL: always TRUE) has seen one that is the last
 * to be read; member is NULL where it could not be.  YS_ERROR_SEVERAL: none of them could be; text, which no reader knows, is for who reads them one by one. */
typedef gboolean (*ys_member_fn)(const char *name, const ys_original *member, void *data);
ys_original *ys_archive_read(const ys_bytes *bytes, ys_member_fn goes_on, void *data, GError **error);

#endif
