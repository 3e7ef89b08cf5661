/* Bytes of a file as lines; of an archive, those of all files in it, if they are one publication. */
#ifndef YS_BUNDLE_H
#define YS_BUNDLE_H

#include "src/publication/given.h"
#include "src/publication/lines/input.h"

/* The lines of a publication, whatever the format.  Fails as ys_publication_read() does, and where the files of an
 * archive are several publications: two of them say by body, year and kind, in their titles or else in their names,
 * that they are different ones, and given does not say whose all are.  A file that does not say all of these is a
 * part, as tables beside the prose are. */
ys_input *ys_bundle_read(const char *path, const char *data, gsize len, const ys_given *given, GError **error);

#endif
