/* A process that reads publications for the writer, so that one that crashes, or is killed,
 * takes down nothing but the file it was at. */
#ifndef YS_WORKER_H
#define YS_WORKER_H

#include "index/write/batch.h"

/* To be called in a forked process, which it ends.  Numbers of batches come in over fd, and what becomes of
 * them is reported over it (index/write/pipe.h).  generation goes into the versions of the publications.
 *
 * It reads strangers' files, so it gives up what it does not need (src/confine.h): all files but those beside
 * the ones it is to read and the databases it fills, connections, programs, memory and time without end.
 * unconfined: it keeps them.  Where the system lets it give up nothing, it refuses to read. */
void ys_worker_run(int fd, const GPtrArray *batches, guint generation, gboolean unconfined) G_GNUC_NORETURN;

/* Of processor time, for a file. */
#define YS_WORKER_SECONDS 300

#endif
