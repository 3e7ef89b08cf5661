/* Which files of a publication count together.
 *
 * A publication may come in several files of one directory: prose as a page and tables as a workbook, a file for each
 * table.  Files that hold nothing twice (src/publication/holds.h) are parts of one publication; of those that hold the
 * same the newest counts. */
#ifndef YS_COMPOSITION_H
#define YS_COMPOSITION_H

#include "index/store/manifest_entry.h"

/* Of entries (of ys_manifest_entry) with one identity, or a host of it, those that count, in the order in which they are
 * read: those that say themselves whose they are first, then by their names.  The first one stands for the publication.
 * The result depends on the entries, not on their order. */
GPtrArray *ys_composition_choose(const GPtrArray *entries);

/* What tells that the parts (of ys_manifest_entry, in that order) are others than they were; NULL: there is only one. */
char *ys_composition_digest(const GPtrArray *parts);

/* Of the entries of a directory the only publication that says itself whose it is, if there is only one; NULL otherwise. */
const ys_manifest_entry *ys_composition_only_whole(const GPtrArray *entries);

/* Whether a nameless entry may be a part of that publication: nothing it says is otherwise there, and it holds nothing that
 * another of the directory's entries holds, of which it might then be another version. */
gboolean ys_composition_fits(const ys_manifest_entry *nameless, const ys_manifest_entry *whole, const GPtrArray *entries);

#endif
