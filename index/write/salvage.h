/* What a rebuild takes over from the generation it replaces: the publications of files that
 * cannot be read now.  A bad file never removes what was indexed of it before. */
#ifndef YS_SALVAGE_H
#define YS_SALVAGE_H

#include "index/write/ledger.h"

typedef struct ys_salvage ys_salvage;

/* live: directory of the generation; NULL if there is none. */
ys_salvage *ys_salvage_new(const char *root, const char *live);
void ys_salvage_free(ys_salvage *salvage);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_salvage, ys_salvage_free)

/* Publications in the old generation; 0 if that cannot be told. */
guint ys_salvage_before(const ys_salvage *salvage);

/* What was indexed of the file (absolute), as far as that can be told, borrowed; NULL: nothing. */
const ys_manifest_entry *ys_salvage_find(const ys_salvage *salvage, const char *file);

/* Whether it was an archive of several publications. */
gboolean ys_salvage_is_archive(const ys_salvage *salvage, const char *file);

/* Put what was indexed of the file path, or of files in that directory, into ledger, as far as
 * they are not in it; how many publications.  They stay in their old segments, from which
 * the generation copies them.  Where the old generation is damaged or of another version
 * nothing can be taken from it: then *lost is set, and they are counted only. */
guint ys_salvage_keep(ys_salvage *salvage, ys_ledger *ledger, const char *path, gboolean *lost);

#endif
