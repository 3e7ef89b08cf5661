/* From what the writer has read to a published generation: merge, try, write, publish. */
#ifndef YS_GENERATION_H
#define YS_GENERATION_H

#include "index/store/store.h"
#include "index/write/ledger.h"
#include "index/write/pool.h"

/* Publish what the ledger says: the segments of the live generation that are still good for
 * something, and a new one with the scratch databases of batches (of ys_batch), to which
 * copies are added, and whatever is merged (index/write/merge_policy.h).  dir is the directory of the
 * generation begun.
 *
 * The entries of the ledger are told their new segment; its segments are used up.  On error
 * the generation before stays live. */
gboolean ys_generation_publish(ys_store *store, const char *dir, ys_ledger *ledger, GPtrArray *batches,
			       const ys_pool_options *pool, GError **error);

#endif
