/* What is new: publications and records that were added, corrected or removed between two generations. */
#ifndef YS_CHANGES_H
#define YS_CHANGES_H

#include "index/search/search.h"

typedef enum {
	YS_ADDED,
	YS_CORRECTED,
	YS_REMOVED
} ys_change_kind;

/* "added".  Static. */
const char *ys_change_kind_name(ys_change_kind kind);

typedef struct {
	ys_change_kind kind;
	ys_record_type type;
	char *id, *title;       /* title: NULL for none */
	ys_amount before, now;  /* YS_AMOUNT_NONE: none, or it was not there */
} ys_record_change;

typedef struct {
	ys_change_kind kind;
	char *id, *title, *path;        /* as it is now or, removed, as it was */
	guint records[YS_N_TYPES];      /* of it, likewise */
	GPtrArray *changes;     /* of ys_record_change: of a corrected one, in their order */
} ys_publication_change;

typedef struct {
	guint from, to;         /* numbers of generations */
	GPtrArray *publications;        /* of ys_publication_change, by path */
} ys_changes;

/* from 0: the generation before to; to 0: the one that is live.  YS_ERROR_INPUT with those that there are, if one of
 * them is not there. */
ys_changes *ys_changes_new(const char *root, guint from, guint to, GError **error);
void ys_changes_free(ys_changes *changes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_changes, ys_changes_free)

#endif
