/* A process that reads publications for the writer, so that one that crashes, or is killed,
 * takes down nothing but the file it was at. */
#ifndef YS_WORKER_H
#define YS_WORKER_H

#include "index/write/batch.h"

/* To be called in a forked process, which it ends.  Numbers of batches come in over fd, and what becomes of
 * them is reported over it (index/write/pipe.h).  generation goes into the versions of the publications. */
void ys_worker_run(int fd, const GPtrArray *batches, guint generation) G_GNUC_NORETURN;

#endif
