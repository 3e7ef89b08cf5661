/* Between indexer.c and look.c: a run. */
#ifndef YS_INDEXER_PRIVATE_H
#define YS_INDEXER_PRIVATE_H

#include "index/store/store.h"
#include "index/write/convert.h"
#include "index/write/ledger.h"
#include "index/write/options.h"
#include "index/write/pool.h"
#include "index/write/salvage.h"
#include "index/write/saying.h"
#include "index/write/sources.h"
#include "index/write/tally.h"

typedef struct {
	const ys_index_options *options;
	ys_saying saying;
	ys_index_summary *summary;
	ys_store *store;        /* NULL in a dry run */
	const char *dir;        /* of the generation begun; NULL in a dry run */
	ys_ledger *ledger;
	ys_salvage *salvage;    /* what a rebuild replaces; NULL otherwise */
	ys_sources *sources;    /* what is said of files */
	GPtrArray *failed;      /* of char *: paths that could not be taken and are not settled yet */
	GPtrArray *gone;        /* of char *: files that are no more in their archives */
	guint before;           /* publications in the generation replaced */
	gint64 read_again;      /* bytes of files that turned out unchanged */
	GHashTable *walked;     /* absolute path -> ys_job, NULL if it need not be read */
	GPtrArray *jobs;        /* of ys_job: all of this run */
	guint n_said;           /* of how many what became of them was said */
	GPtrArray *batches;     /* of ys_batch: all of this run */
	GHashTable *newest;     /* identity -> newest: of those read in this round */
	ys_pool_options pool;
	ys_convert *convert;    /* NULL until it is needed */
	ys_index_progress progress;
} ys_indexer;

/* Look at every file that paths mean.  What must be read is added to todo, of ys_job. */
void ys_look_at_paths(ys_indexer *x, char *const *paths, GPtrArray *todo);

/* The same for the files in an archive of several publications; those that are no more in it are noted. */
void ys_look_at_members(ys_indexer *x, const ys_job *archive, GPtrArray *todo);

/* Note that nothing is any more in an archive of several publications: it is one. */
void ys_note_gone(ys_indexer *x, const char *file);

/* Forget what was noted. */
void ys_forget_gone(ys_indexer *x);

/* Take a job into the run, and add it to todo. */
void ys_add_job(ys_indexer *x, GPtrArray *todo, ys_job *job);

void ys_note_failure(ys_indexer *x, const char *path);
void ys_count_unchanged(ys_indexer *x, ys_claim *claim);

/* Whether a file, or one in it, was indexed or remembered when the run began. */
gboolean ys_is_known(const ys_indexer *x, const char *file);

#endif
