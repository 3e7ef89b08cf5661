/* A publication: bytes of one file in, records out.  The whole of a file's reading hangs
 * together here:
 *
 *   bytes -> read -> outline -> tables -> projects -> records
 */
#ifndef YS_PUBLICATION_H
#define YS_PUBLICATION_H

#include "src/record.h"

typedef struct {
	char *identity;         /* region, department, year, kind, level and scope: what makes it this publication */
	GPtrArray *records;     /* of ys_record; the publication itself is the first */
} ys_publication;

/* Read a publication.  path goes into the records as their source and, where the title
 * tells no department, into the identity (its base name).  YS_ERROR_PUBLICATION when the
 * file is no text, or no budget or final account can be seen in it. */
ys_publication *ys_publication_new(const char *path, const char *data, gsize len, GError **error);
void ys_publication_free(ys_publication *publication);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_publication, ys_publication_free)

/* The record of the publication itself. */
ys_record *ys_publication_record(const ys_publication *publication);

#endif
