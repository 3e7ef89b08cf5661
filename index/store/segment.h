/* Segments: Xapian databases that are written once, and then compared with what the manifest
 * says of them. */
#ifndef YS_STORE_SEGMENT_H
#define YS_STORE_SEGMENT_H

#include "index/store/manifest.h"

/* Merge databases (of char *, at least one) into a segment at dest, which must not exist;
 * their documents keep their order.  Beside dest there is room for what lies between. */
gboolean ys_segment_merge(const GPtrArray *sources, const char *dest, GError **error);

/* What the manifest says of the segment in a directory. */
ys_segment_info *ys_segment_describe(const char *dir, const char *name, GError **error);

/* The new segment opens, holds just so many records, every publication of it (of
 * ys_manifest_entry) whole, and finds some of them by their titles. */
gboolean ys_segment_try(const char *dir, const GPtrArray *entries, guint64 records, GError **error);

/* Compare the segments of a generation with its manifest: cheap enough for every opening.
 * Finds what is missing, cut off or lengthened, and damage where a segment begins.
 * YS_ERROR_IO with the file. */
gboolean ys_segments_check(const char *generation_dir, const ys_manifest *manifest, GError **error);

#endif
