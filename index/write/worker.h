/* A process that reads publications for the writer, so that one that crashes, or is killed,
 * takes down nothing but the file it was at. */
#ifndef YS_WORKER_H
#define YS_WORKER_H

#include "index/write/batch.h"

/* To be called in a forked process, which it ends.  Numbers of batches come in over fd, a
 * line each; what becomes of them goes out over it, a JSON array a line:
 *
 *   ["begin", job]                          about to read the file
 *   ["ask", job, identity, mtime]           is it wanted?  A line "y" or "n" answers
 *   ["remark", job, line, text]             to be said of it
 *   ["same", job, size, mtime, unsettled]   its content is the one that is indexed
 *   ["read", job, entry]                    its records are in the scratch database, if it was wanted
 *   ["failed", job, text]                   it cannot be read
 *   ["done", records]                       the batch is finished, its database committed
 *   ["error", code, text]                   writing failed; the process ends
 *
 * generation goes into the versions of the publications. */
void ys_worker_run(int fd, const GPtrArray *batches, guint generation) G_GNUC_NORETURN;

#endif
