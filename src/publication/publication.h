/* A publication: bytes of one file in, or of several that are its parts, records out.  The whole of a file's reading hangs
 * together here:
 *
 *   bytes -> read -> outline -> tables -> projects -> records, checks
 */
#ifndef YS_PUBLICATION_H
#define YS_PUBLICATION_H

#include "src/publication/bundle.h"
#include "src/publication/checks/years.h"

typedef struct {
	char *identity;         /* region, department, year, kind, level and scope: what makes it this publication */
	char *owner;            /* the body that its cover names; NULL: none, or somebody said whose it is */
	char *holds;            /* which tables and sections (holds.h) */
	gboolean nameless;      /* of tables alone, and neither title nor name of the file names a body */
	int said_year;          /* that the title or else the name of the file says, 0 none */
	GPtrArray *records;     /* of ys_record; the publication itself is the first */
	GPtrArray *checks;      /* of ys_check: do its numbers add up */
	GPtrArray *losses;      /* of ys_warning: what was not read, converted or recognised; they are among those of
				   its record */
	ys_years *years;        /* what it says of its year and the one before */
	GPtrArray *remarks;     /* of ys_warning: what to look at before it is published (checks/remarks.h) */
} ys_publication;

/* No publication has nearly as many; what has more is refused, for reading takes two kilobytes for each line that becomes a
 * record. */
#define YS_PUBLICATION_LINES_MAX 1500000

/* Read a publication from its files, at least one: the first says whose it is, of which year and kind.  Each path goes into
 * the records as the source of what stands in that file and, where the title
 * tells no department, into the identity (its base name).  YS_ERROR_FOREIGN when the file is of
 * no format that is known and no text, or no budget or final account can be seen in what was read of
 * it; YS_ERROR_PUBLICATION when it is too large, or of a format that is known and cannot be read. */
ys_publication *ys_publication_read(const ys_bundle_file *files, guint n, GError **error);
void ys_publication_free(ys_publication *publication);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_publication, ys_publication_free)

/* The same of one file, where nothing else is known. */
static inline ys_publication *ys_publication_new(const char *path, const char *data, gsize len, GError **error)
{
	ys_bundle_file file = { path, data, len, NULL };

	return ys_publication_read(&file, 1, error);
}

/* The record of the publication itself. */
ys_record *ys_publication_record(const ys_publication *publication);

#endif
