/* What a generation holds: gen-NNNN/manifest.jsonl.  The first line is about the whole
 * generation and all that a search needs; then one line a publication, and one for each
 * file that lost to a newer one of the same publication.  Format: doc/yusou-index.5. */
#ifndef YS_MANIFEST_H
#define YS_MANIFEST_H

#include "src/record.h"

#define YS_MANIFEST_FILE "manifest.jsonl"

/* A file that was read, and the publication in it. */
typedef struct {
	char *path;             /* as it was given: what records name as their source */
	char *file;             /* the same as an absolute path: by which it is known again */
	char *identity;         /* what makes it this publication */
	char *sha256;           /* of the file's bytes */
	gint64 size, mtime;     /* bytes; nanoseconds since 1970 */
	gboolean unsettled;     /* read so soon after mtime that a later change may not show in it */

	/* NULL and 0 from here in a file that a newer one of the same publication replaced: it
	 * is remembered, so that it need not be read again to lose again */
	char *version;          /* term of its documents */
	char *segment;          /* where they are */
	char *id;               /* record id of the publication */
	char *title;            /* NULL unknown */
	int year;
	ys_region region;
	guint records[YS_N_TYPES];
	guint warnings;

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

typedef struct {
	int schema, tokeniser;
	guint generation;
	GPtrArray *segments;    /* of ys_segment_info */
	GPtrArray *hidden;      /* of char *, borrowed from the segments when it was loaded: all of theirs */
	guint publications;     /* how many entries there are, also when they were not loaded */
	guint64 records[YS_N_TYPES];
	GPtrArray *entries;     /* of ys_manifest_entry, by path */
	GPtrArray *superseded;  /* of ys_manifest_entry without a version, by path */

	char *path;             /* of the file, for messages; NULL when it was not loaded */
	GMappedFile *text;      /* the file: what follows the first line is read when asked for */
	gboolean intact;        /* the first line is as it was written */
	gboolean whole;         /* all lines were read */
} ys_manifest;

ys_manifest *ys_manifest_new(void);
void ys_manifest_free(ys_manifest *manifest);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_manifest, ys_manifest_free)

ys_manifest_entry *ys_manifest_entry_new(void);
void ys_manifest_entry_free(ys_manifest_entry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_manifest_entry, ys_manifest_entry_free)

ys_segment_info *ys_segment_info_new(const char *name);
void ys_segment_info_free(ys_segment_info *info);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_segment_info, ys_segment_info_free)
/* Bytes of its files. */
gint64 ys_segment_info_bytes(const ys_segment_info *info);

/* All records of a publication. */
guint64 ys_manifest_entry_records(const ys_manifest_entry *entry);

typedef enum {
	YS_MANIFEST_HEAD,       /* the first line only: fast at any size of index */
	YS_MANIFEST_WHOLE
} ys_manifest_extent;

/* Load from the directory of a generation.  Any schema version is read (so that stats can
 * show it); fields this version does not know are ignored.  YS_ERROR_IO if damaged. */
ys_manifest *ys_manifest_load(const char *generation_dir, ys_manifest_extent extent, GError **error);

/* Load the rest of one whose head was loaded; also when the generation was removed since.  To
 * be tried once. */
gboolean ys_manifest_load_entries(ys_manifest *manifest, GError **error);

/* YS_ERROR_SCHEMA unless made by this schema and tokeniser, YS_ERROR_IO if the first line
 * is not as it was written. */
gboolean ys_manifest_check_version(const ys_manifest *manifest, GError **error);

/* The text of the file; entries are sorted by path, counts computed from them. */
char *ys_manifest_to_text(ys_manifest *manifest);

#endif
