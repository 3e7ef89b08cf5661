/* Publications in, a published generation out. */
#ifndef YS_INDEXER_H
#define YS_INDEXER_H

#include "index/write/options.h"
#include "index/write/tally.h"
#include "index/write/walk.h"

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
