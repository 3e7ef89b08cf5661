/* Query in, page of hits out.  Read-only: one published generation, as it was when it was
 * opened. */
#ifndef YS_SEARCH_H
#define YS_SEARCH_H

#include "index/search/every.h"
#include "index/search/page.h"
#include "index/store/manifest.h"
#include "src/query/query.h"

/* A view of one generation.  Not thread-safe. */
typedef struct ys_search ys_search;

/* Open the generation the pointer names now.  It stays readable until it is freed, however
 * many generations are published, and this one removed, in the meantime.  YS_ERROR_NO_INDEX:
 * nothing was ever published; YS_ERROR_SCHEMA: rebuild needed; YS_ERROR_IO: damaged. */
ys_search *ys_search_open(const char *root, GError **error);
/* The same of the generation with this number, live or not. */
ys_search *ys_search_open_generation(const char *root, guint number, GError **error);
void ys_search_free(ys_search *search);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_search, ys_search_free)

/* What is indexed: the head of the generation's manifest. */
const ys_manifest *ys_search_manifest(const ys_search *search);
/* The same with all files, or only with those that were superseded or passed over, which takes a hundredth of the
 * time; NULL on error. */
const ys_manifest *ys_search_files(ys_search *search, gboolean all, GError **error);

ys_page *ys_search_run(ys_search *search, const ys_query *query, GError **error);

/* Every record of the query's types that has all of the query, for sums. */
ys_every *ys_search_every(ys_search *search, const ys_query *query, GError **error);

/* The record with this id, or that had it before its publication was said to be of another body, year or kind; NULL without
 * *error if there is none. */
ys_record *ys_search_record(ys_search *search, const char *id, GError **error);

/* The records of the types (bits per ys_record_type) that stand in the publication with this id, in
 * their order, at most max: a GPtrArray of ys_record that owns them, empty if there is none. */
GPtrArray *ys_search_publication(ys_search *search, const char *id, guint types, guint max, GError **error);

/* All hits of a query one by one, however many: the records that match with every word, as
 * ranked, without snippets.  Offset and limit of the query do not count. */
typedef struct ys_stream ys_stream;

/* search is borrowed and must live as long as the stream. */
ys_stream *ys_stream_new(ys_search *search, const ys_query *query, GError **error);
void ys_stream_free(ys_stream *stream);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_stream, ys_stream_free)
/* The next one, the caller's; NULL without *error after the last. */
ys_record *ys_stream_next(ys_stream *stream, GError **error);

/* Every record of the types (bits per ys_record_type) until fn returns FALSE: by the paths of the
 * files, and as they stand in them, so that the same files give the same order however they
 * came into the index.  A department, which every publication of it has, comes once.  FALSE
 * on error. */
typedef gboolean (*ys_record_fn)(const ys_record *record, void *data);
gboolean ys_search_each(ys_search *search, guint types, ys_record_fn fn, void *data, GError **error);

#endif
