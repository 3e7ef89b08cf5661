/* The parts of a manifest as JSON: in its file, and on the way from a worker to the writer. */
#ifndef YS_MANIFEST_JSON_H
#define YS_MANIFEST_JSON_H

#include <jansson.h>

#include "index/store/manifest_entry.h"

/* Bytes that need not be UTF-8, as JSON strings must be: those that are not become an
 * object with URI escapes. */
json_t *ys_bytes_to_json(const char *bytes);
/* NULL if json is no such thing. */
char *ys_bytes_from_json(const json_t *json);

json_t *ys_counts_to_json(const guint64 *counts);
guint64 ys_count_from_json(const json_t *counts, int type);

json_t *ys_manifest_entry_to_json(const ys_manifest_entry *entry);
/* NULL if a field is missing. */
ys_manifest_entry *ys_manifest_entry_from_json(const json_t *json);

json_t *ys_segment_info_to_json(const ys_segment_info *info);
ys_segment_info *ys_segment_info_from_json(const json_t *json);

#endif
