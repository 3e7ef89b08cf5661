/* The parts of a manifest: files that were read, and segments. */
#ifndef YS_MANIFEST_ENTRY_H
#define YS_MANIFEST_ENTRY_H

#include "src/record.h"

/* A file that was read, and the publication in it. */
typedef struct {
	char *path;             /* as it was given: what records name as their source */
	char *file;             /* the same as an absolute path: by which it is known again */
	char *identity;         /* what makes it this publication */
	GPtrArray *was;         /* of char *: identities it had before, which was mended; the oldest first */
	char *owner;            /* the body that its cover names; NULL */
	char *sha256;           /* of the file's bytes */
	char *holds;            /* which tables and sections (src/publication/holds.h); NULL unknown */
	gboolean nameless;      /* tables, of which neither title nor name of the file says whose they are; then */
	int said_year;          /* the year that one of them says, 0 none, and */
	char *host;             /* identity of the only publication beside it, of which it may be a part; NULL */
	char *part_of;          /* file that has the documents of the publication it is a part of; NULL */
	char *given;            /* digest of what sources.tsv says of it (src/publication/given.h); NULL nothing */
	gint64 size, mtime;     /* bytes; nanoseconds since 1970 */
	gboolean unsettled;     /* read so soon after mtime that a later change may not show in it */

	/* NULL and 0 from here in a file that a newer one of the same publication replaced, or that is a part of
	 * another's: it is remembered, so that it need not be read again to lose again */
	char *version;          /* term of its documents */
	char *segment;          /* where they are */
	char *composition;      /* digest of all files that they are made of (index/write/composition.h); NULL: this one */
	char *id;               /* record id of the publication */
	char *title;            /* NULL unknown */
	int year;
	ys_region region;
	guint records[YS_N_TYPES];
	guint warnings;
	GPtrArray *losses;      /* of char *: messages of what of it was not read, converted or recognised */

	/* Why it is passed over: then it holds no publication, and has neither identity nor sum; NULL.  readers: the
	 * version (src/original/readers.h) that said so. */
	char *passed_over;
	int readers;
	GPtrArray *members;     /* of char *: it is an archive of several publications, with these files; else none */

	/* The line it was read from, inside the manifest's text: written again as it is, which
	 * costs a tenth.  Whoever changes a member sets it to NULL. */
	const char *line;
	gsize line_len;
} ys_manifest_entry;

typedef struct {
	char *name;
	gint64 bytes;
	char *sha256;
} ys_segment_file;

typedef struct {
	char *name;
	guint64 records;        /* documents in it, those of hidden versions too */
	GPtrArray *hidden;      /* of char *: versions in it that are no longer valid */
	GPtrArray *files;       /* of ys_segment_file, by name */
} ys_segment_info;

ys_manifest_entry *ys_manifest_entry_new(void);
void ys_manifest_entry_free(ys_manifest_entry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_manifest_entry, ys_manifest_entry_free)

ys_segment_info *ys_segment_info_new(const char *name);
void ys_segment_info_free(ys_segment_info *info);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_segment_info, ys_segment_info_free)
/* Bytes of its files. */
gint64 ys_segment_info_bytes(const ys_segment_info *info);

/* Whether the file in the archive is one of members. */
gboolean ys_manifest_entry_has_member(const ys_manifest_entry *archive, const char *name);

/* All records of a publication. */
guint64 ys_manifest_entry_records(const ys_manifest_entry *entry);

#endif
