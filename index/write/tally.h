/* What a run came to. */
#ifndef YS_TALLY_H
#define YS_TALLY_H

#include "index/message.h"
#include "index/write/ledger.h"

typedef struct {
	guint added, corrected, unchanged, removed, failed;
	guint passed_over;      /* files found in directories that hold no publication */
	guint kept, lost;       /* in a rebuild, of files that failed: publications that were taken over from
				 * the generation before, and those that could not be */
	guint parts;            /* files, beside the first one, of publications in several files */
	guint superseded;       /* files that lost to a newer one of the same publication */
	guint publications;     /* in the generation now live */
	guint64 records[YS_N_TYPES];    /* of those */
	guint warnings;         /* of the publications read now */
	guint unsaid;           /* of those that were not said one by one */
	gint64 bytes;           /* of the files read now */
	guint generation;       /* published; 0 if nothing was */
} ys_index_summary;

/* Count in summary what is decided; each file that gives way to another of this run or of before is said through
 * message. */
void ys_tally(const ys_ledger *ledger, ys_index_summary *summary, ys_message_fn message, void *data);

#endif
