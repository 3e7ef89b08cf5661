/* Publications in, a published generation out. */
#ifndef YS_INDEXER_H
#define YS_INDEXER_H

#include "index/write/tally.h"
#include "index/write/walk.h"

/* How far the reading has come. */
typedef struct {
	guint files, files_total;       /* that must be read; unchanged ones are not among them */
	gint64 bytes, bytes_total;
	gint64 began_us;                /* monotonic time */
} ys_index_progress;

typedef void (*ys_index_progress_fn)(const ys_index_progress *progress, void *data);

typedef struct {
	gboolean rebuild;       /* start afresh from the files named, instead of adding to what is there */
	gboolean prune;         /* forget publications whose files, at or below the paths named, are gone */
	gboolean dry_run;       /* read and count, write nothing */
	gboolean warnings;      /* say all warnings, not only the first ones of what was lost */
	gboolean force;         /* publish even if it is much smaller than what it replaces */
	gboolean wait;          /* for another writer to finish */
	gboolean convert;       /* have LibreOffice, outside of what confines readers, convert what only it reads */
	int jobs;               /* processes that read publications; 0: one for each processor */
	gboolean unconfined;    /* these keep all rights of their user, also to do what a broken file makes them do */
	guint seconds;          /* that one of them may say nothing, and LibreOffice take for a file; 0: 600 */
	ys_index_progress_fn progress;  /* may be NULL */
} ys_index_options;

/* At most so many processes, however many processors there are. */
#define YS_JOBS_MAX 64

/* Read the files that paths (NULL-terminated) mean and publish a new generation with them,
 * unless nothing changed.  A file that cannot be read is said through message and counted,
 * keeps no other file out, and leaves what was indexed of it before.  So is one without a
 * publication where it was named, or one is indexed of it; where it was only found in a directory
 * it is said to be passed over and counted as that.
 *
 * A file is known by its absolute path, as unchanged by its size and time of modification,
 * and where these differ by a hash of its content; a publication by its identity.  Of
 * several files of the same publication the newest one (index/write/ledger.h) is taken.  What is
 * published depends on the files alone: not on the order of paths, the number of processes,
 * or in how many runs the files were named.
 *
 * message and options->progress get data.  The process must have no other threads.
 *
 * FALSE and *error when there is nothing to publish, or publishing failed: the generation
 * before stays live. */
gboolean ys_index(const char *root, char *const *paths, const ys_index_options *options, ys_message_fn message,
		  void *data, ys_index_summary *summary, GError **error);

#endif
