/* Permalinks of publications whose identity was mended. */
#ifndef YS_FORMER_H
#define YS_FORMER_H

#include "index/store/manifest_entry.h"

/* A file was read again, and entry is what it is now: note in entry->was which identities it had before, as before (NULL:
 * nothing is known) says.  That the identity is another one is a correction where the bytes are the same, so that what reads
 * them, or sources.tsv, says something else of them, or where body, year and kind are; otherwise it is another publication. */
void ys_former_note(ys_manifest_entry *entry, const ys_manifest_entry *before);

/* The ids that records had under such identities. */
typedef struct ys_former ys_former;

ys_former *ys_former_new(const GPtrArray *was);
void ys_former_free(ys_former *former);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_former, ys_former_free)

/* Those of the next record of the publication, in their order: of char *. */
GPtrArray *ys_former_ids(ys_former *former, const ys_record *record);

#endif
