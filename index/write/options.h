/* What an indexer is told, and tells while it reads. */
#ifndef YS_OPTIONS_H
#define YS_OPTIONS_H

#include <glib.h>

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

#endif
