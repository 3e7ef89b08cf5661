/* The index directory: generations, the pointer, the lock.  Knows files, not records.
 * Layout and guarantees: doc/yusou-index.5.
 *
 *   DIR/current         "auto gen-0042": the live generation, replaced atomically
 *   DIR/lock            held by the writer; its pid inside
 *   DIR/gen-0042/       published whole, never written again
 *       XAPIANDB        a Xapian stub that lists the segments
 *       manifest.jsonl  what is in it (index/store/manifest.h)
 *       seg-0001/ ...   compacted Xapian databases
 *   DIR/gen-0043.tmp/   being built by the holder of the lock
 *
 * A generation that keeps segments of the one before has hard links to the same
 * files: each generation is complete by itself, and removing one removes nothing
 * of another.  Where the file system has no hard links the files are copied. */
#ifndef YS_STORE_H
#define YS_STORE_H

#include "src/error.h"

#define YS_STORE_STUB "XAPIANDB"

/* ---- readers ---- */

/* The directory of the live generation, newly allocated.
 * YS_ERROR_NO_INDEX if none was published, YS_ERROR_IO if current cannot be read or
 * is not a pointer. */
char *ys_store_current(const char *root, GError **error);

/* Whether a directory with these entries (of char *) is an index, be it that the first generation is only
 * being built. */
gboolean ys_store_is_index(const GPtrArray *names);

/* Whether this may be the name of a segment: it comes from a manifest and becomes a path. */
gboolean ys_store_is_segment(const char *name);

/* The directory of a generation, be it there or not; newly allocated. */
char *ys_store_generation(const char *root, guint number);

/* The numbers of the generations that are there, live or not: of guint, ascending. */
GArray *ys_store_generations(const char *root, GError **error);

/* ---- the writer ---- */

typedef struct ys_store ys_store;

/* Create root if needed and take its lock, where wait says so when the writer that holds
 * it has finished.  Otherwise YS_ERROR_LOCKED names the pid of the holder.  Leftovers of a
 * writer that died (.tmp) are removed.
 *
 * A forked child holds the lock too, until it ends: what is being built cannot be taken
 * away under the workers of a writer that was killed. */
ys_store *ys_store_lock(const char *root, gboolean wait, GError **error);
/* Release the lock; an unpublished generation is removed. */
void ys_store_free(ys_store *store);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_store, ys_store_free)

/* Begin the next generation.  Its temporary directory: borrowed. */
const char *ys_store_begin(ys_store *store, GError **error);
/* Number of the generation begun, 1 for the first. */
guint ys_store_number(const ys_store *store);
/* Directory of the live generation that it will replace; NULL if there is none. */
const char *ys_store_live(const ys_store *store);
/* Bring a segment of the live generation over under the same name. */
gboolean ys_store_keep_segment(ys_store *store, const char *segment, GError **error);
/* Path of a new segment to be created in the generation begun; *name (borrowed
 * until the next call) is what the manifest and stub call it. */
char *ys_store_new_segment(ys_store *store, const char **name);
/* Write a file of the generation begun. */
gboolean ys_store_write(ys_store *store, const char *name, const char *data, gsize len, GError **error);

/* Make the generation live: write the stub for segments (NULL-terminated), sync
 * every file, rename, replace the pointer in one step, sync the directory, remove
 * all but the previous generation.  On error the old one stays live. */
gboolean ys_store_publish(ys_store *store, const char *const *segments, GError **error);

#endif
