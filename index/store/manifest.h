/* What a generation holds: gen-NNNN/manifest.jsonl.  The first line is about the whole
 * generation and all that a search needs; then one line a publication, one for each file
 * that lost to a newer one of the same publication, and one for each that holds none.  Format: doc/yusou-index.5. */
#ifndef YS_MANIFEST_H
#define YS_MANIFEST_H

#include "index/store/manifest_entry.h"

#define YS_MANIFEST_FILE "manifest.jsonl"

typedef struct {
	int schema, tokeniser;
	guint generation;
	GPtrArray *segments;    /* of ys_segment_info */
	GPtrArray *hidden;      /* of char *, borrowed from the segments when it was loaded: all of theirs */
	guint publications;     /* how many entries there are, also when they were not loaded */
	guint64 records[YS_N_TYPES];
	GPtrArray *entries;     /* of ys_manifest_entry, by path */
	GPtrArray *superseded;  /* of ys_manifest_entry without a version, by path */

	GPtrArray *passed_over; /* of ys_manifest_entry that hold no publication, by path */

	char *path;             /* of the file, for messages; NULL when it was not loaded */
	GMappedFile *text;      /* the file: what follows the first line is read when asked for */
	gboolean intact;        /* the first line is as it was written */
	gboolean whole;         /* all lines were read */
} ys_manifest;

ys_manifest *ys_manifest_new(void);
void ys_manifest_free(ys_manifest *manifest);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_manifest, ys_manifest_free)

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

/* Only of the files that hold no publication, or one that a newer file has too: a hundredth of the time. */
gboolean ys_manifest_load_superseded(ys_manifest *manifest, GError **error);

/* YS_ERROR_SCHEMA unless made by this schema and tokeniser, YS_ERROR_IO if the first line
 * is not as it was written. */
gboolean ys_manifest_check_version(const ys_manifest *manifest, GError **error);

/* The text of the file; entries are sorted by path, counts computed from them. */
char *ys_manifest_to_text(ys_manifest *manifest);

#endif
