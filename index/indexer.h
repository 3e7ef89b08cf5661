/* Publications in, a published generation out. */
#ifndef YS_INDEXER_H
#define YS_INDEXER_H

#include "index/walk.h"
#include "src/record.h"

typedef struct {
	gboolean rebuild;       /* start afresh from the files named, instead of adding to what is there */
	gboolean dry_run;       /* read and count, write nothing */
	gboolean force;         /* publish a rebuild even if it is much smaller than what it replaces */
} ys_index_options;

typedef struct {
	guint added, corrected, unchanged, ignored, failed;     /* files */
	guint superseded;       /* files that lost to a newer one of the same publication */
	guint publications;     /* in the generation now live */
	guint64 records[YS_N_TYPES];    /* of those */
	guint warnings;         /* of the publications read now */
	guint generation;       /* published; 0 if nothing was */
} ys_index_summary;

/* Read the files that paths (NULL-terminated) mean and publish a new generation with them,
 * unless nothing changed.  A file that cannot be read is said through message and counted,
 * keeps no other file out, and leaves what was indexed of it before.  A publication is
 * recognised by its identity, its content by a hash: an unchanged file costs only its
 * reading, and so does a copy of one that is still there.  Of two files of the same
 * publication the newer one (time of modification, then name) is taken; of a file that
 * became another publication nothing stays.
 *
 * FALSE and *error when there is nothing to publish, or publishing failed: the generation
 * before stays live. */
gboolean ys_index(const char *root, char *const *paths, const ys_index_options *options, ys_message_fn message,
		  void *data, ys_index_summary *summary, GError **error);

#endif
