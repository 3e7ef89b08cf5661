/* What a generation holds: gen-NNNN/manifest.jsonl.  The first line is about the whole
 * generation and all that a search needs; then one line a publication.  Format:
 * doc/yusou-index.5. */
#ifndef YS_MANIFEST_H
#define YS_MANIFEST_H

#include "src/record.h"

#define YS_MANIFEST_FILE "manifest.jsonl"

typedef struct {
	char *path;             /* of the file, as it was given */
	char *id;               /* record id of the publication */
	char *identity;         /* what makes it this publication */
	char *title;            /* NULL unknown */
	char *sha256;           /* of the file's bytes */
	gint64 size, mtime;     /* bytes; seconds since 1970 */
	char *version;          /* term of its documents */
	char *segment;          /* where they are */
	int year;
	ys_region region;
	guint records[YS_N_TYPES];
	guint warnings;
} ys_manifest_entry;

typedef struct {
	int schema, tokeniser;
	guint generation;
	GPtrArray *segments;    /* of char * */
	GPtrArray *hidden;      /* of char *: versions that are no longer valid */
	guint publications;     /* how many entries there are, also when they were not loaded */
	guint64 records[YS_N_TYPES];
	GPtrArray *entries;     /* of ys_manifest_entry, by path */
} ys_manifest;

typedef enum {
	YS_MANIFEST_HEAD,       /* the first line only: fast at any size of index */
	YS_MANIFEST_WHOLE
} ys_manifest_extent;

ys_manifest *ys_manifest_new(void);
void ys_manifest_free(ys_manifest *manifest);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_manifest, ys_manifest_free)

ys_manifest_entry *ys_manifest_entry_new(void);
void ys_manifest_entry_free(ys_manifest_entry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_manifest_entry, ys_manifest_entry_free)

/* Load from the directory of a generation.  Any schema version is read (so that stats can
 * show it); fields this version does not know are ignored.  YS_ERROR_IO if damaged. */
ys_manifest *ys_manifest_load(const char *generation_dir, ys_manifest_extent extent, GError **error);

/* YS_ERROR_SCHEMA unless made by this schema and tokeniser. */
gboolean ys_manifest_check_version(const ys_manifest *manifest, GError **error);

/* The text of the file; entries are sorted by path, counts computed from them. */
char *ys_manifest_to_text(ys_manifest *manifest);

#endif
