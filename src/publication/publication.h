/* A publication: bytes of one file in, records out.  The whole of a file's reading hangs
 * together here:
 *
 *   bytes -> read -> outline -> tables -> projects -> records, checks
 */
#ifndef YS_PUBLICATION_H
#define YS_PUBLICATION_H

#include "src/publication/checks/check.h"
#include "src/publication/given.h"

typedef struct {
	char *identity;         /* region, department, year, kind, level and scope: what makes it this publication */
	char *owner;            /* the body that its cover names; NULL: none, or somebody said whose it is */
	GPtrArray *records;     /* of ys_record; the publication itself is the first */
	GPtrArray *checks;      /* of ys_check: do its numbers add up */
	GPtrArray *losses;      /* of ys_warning: what was not read, converted or recognised; they are among those of
				   its record */
	GPtrArray *remarks;     /* of ys_warning: what to look at before it is published (checks/remarks.h) */
} ys_publication;

/* No publication is nearly as large; what is larger is refused unread, for reading takes memory in
 * proportion: some ten times the bytes of a large file, and two kilobytes for each line that
 * becomes a record. */
#define YS_PUBLICATION_BYTES_MAX (256 * 1024 * 1024)
#define YS_PUBLICATION_LINES_MAX 1500000

/* Read a publication.  given: what is known of it otherwise, or NULL; it beats what the text says.  path goes into the records as their source and, where the title
 * tells no department, into the identity (its base name).  YS_ERROR_FOREIGN when the file is of
 * no format that is known and no text, or no budget or final account can be seen in what was read of
 * it; YS_ERROR_PUBLICATION when it is too large, or of a format that is known and cannot be read. */
ys_publication *ys_publication_read(const char *path, const char *data, gsize len, const ys_given *given,
				    GError **error);
void ys_publication_free(ys_publication *publication);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_publication, ys_publication_free)

/* The same where nothing else is known. */
static inline ys_publication *ys_publication_new(const char *path, const char *data, gsize len, GError **error)
{
	return ys_publication_read(path, data, len, NULL, error);
}

/* The record of the publication itself. */
ys_record *ys_publication_record(const ys_publication *publication);

#endif
