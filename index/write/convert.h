/* Files that only an office program reads, made into ones that are read, by LibreOffice. */
#ifndef YS_CONVERT_H
#define YS_CONVERT_H

#include "index/write/batch.h"

typedef struct ys_convert ys_convert;

/* A new directory for what is converted, removed with it.  seconds: that LibreOffice may take for a file; 0: 600. */
ys_convert *ys_convert_new(guint seconds, GError **error);
void ys_convert_free(ys_convert *convert);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_convert, ys_convert_free)

/* Have the file of a job that failed saved as something that is read: a new job, which reads that in its place.
 * NULL, with a remark of the old job that says what to do, if LibreOffice is not there, ends without a result or takes
 * too long.
 *
 * LibreOffice runs with all rights of the user, but with a profile of its own: settings and macros of the user have
 * no part in it, nor has one that is open.  What it makes is a stranger's file as before. */
ys_job *ys_convert_job(ys_convert *convert, ys_job *job);

#endif
