/* Bytes of the files of a publication as lines; of an archive, those of all files in it, if they are one publication. */
#ifndef YS_BUNDLE_H
#define YS_BUNDLE_H

#include "src/publication/given.h"
#include "src/publication/lines/input.h"

/* No publication is nearly as large; what is larger is refused unread, for reading takes memory in proportion: some ten
 * times the bytes of a large file. */
#define YS_PUBLICATION_BYTES_MAX (256 * 1024 * 1024)

typedef struct {
	const char *path, *data;
	gsize len;
	const ys_given *given;  /* what is known of it otherwise, or NULL; it beats what the text says */
} ys_bundle_file;

/* The lines of a publication, whatever the format, from its files, at least one.  Fails as ys_publication_read() does, and with YS_ERROR_SEVERAL where the files of
 * an archive are several publications: two of them say by body, year and kind, in their titles or else in their names,
 * that they are different ones, and given does not say whose all are.  A file that does not say all of these is a
 * part, as tables beside the prose are. */
ys_input *ys_bundle_read(const ys_bundle_file *files, guint n, GError **error);

#endif
