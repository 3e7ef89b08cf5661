/* The processes that read publications for a writer (index/write/worker.h). */
#ifndef YS_POOL_H
#define YS_POOL_H

#include "index/write/batch.h"

typedef struct {
	guint n_workers;        /* at most so many at a time */
	guint generation;       /* the one being made */
	guint seconds;          /* without a word of a process, in which it is taken to hang; 0: 600 */
	gboolean unconfined;    /* they keep all rights of their user */
	/* Whether the publication in a file is to be written, as far as is known; may be NULL: yes.
	 * mtime: of the content that was read. */
	gboolean (*is_wanted)(const ys_job *job, const char *identity, gint64 mtime, void *data);
	/* Called when a file has been dealt with; may be NULL. */
	void (*progress)(const ys_job *job, void *data);
	void *data;
} ys_pool_options;

/* Have batches (of ys_batch) done, each by one of several forked processes; the outcome
 * does not depend on which.  A process that crashes or is killed costs the file it was at,
 * which fails with a remark that says so; the rest of its batch is done by another.
 *
 * The calling process must have no other threads.  FALSE and *error when writing failed or
 * no process can be started; then all of them have ended. */
gboolean ys_pool_run(const GPtrArray *batches, const ys_pool_options *options, GError **error);

#endif
