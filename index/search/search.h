/* Query in, page of hits out.  Read-only: one published generation, as it was when it was
 * opened. */
#ifndef YS_SEARCH_H
#define YS_SEARCH_H

#include "index/store/manifest.h"
#include "src/query/query.h"
#include "src/text/match.h"

/* A view of one generation.  Not thread-safe. */
typedef struct ys_search ys_search;

/* Open the generation the pointer names now.  It stays readable until it is freed, however
 * many generations are published, and this one removed, in the meantime.  YS_ERROR_NO_INDEX:
 * nothing was ever published; YS_ERROR_SCHEMA: rebuild needed; YS_ERROR_IO: damaged. */
ys_search *ys_search_open(const char *root, GError **error);
void ys_search_free(ys_search *search);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_search, ys_search_free)

typedef enum {
	YS_MATCH_EXACT,         /* all of the query stands there contiguously as typed */
	YS_MATCH_ALL,           /* every word is there, perhaps in another wording */
	YS_MATCH_LOOSE          /* only part of the query is there */
} ys_match;

const char *ys_match_name(ys_match match);

typedef struct {
	ys_record *record;
	guint rank;             /* 1 for the first of all */
	double score;
	ys_match match;
	const char *field;      /* where the snippet is from: "title", "goal"; NULL without one */
	GPtrArray *snippet;     /* of ys_piece */
	GPtrArray *title;       /* of ys_piece: the title with its matches */
	GPtrArray *department;  /* of ys_piece: the department's name with its matches */
	GPtrArray *synonyms;    /* of char *: wordings that were found instead of typed ones */
	char *explanation;      /* why it stands where it does, a line each; NULL unless asked */
} ys_hit;

typedef struct {
	char *department;
	ys_region region;
	double score;           /* of its best project */
	ys_match match;
	guint projects;
	ys_amount amount;       /* sum of the matching projects, or items where only those are
				 * looked for; unknown ones add nothing */
	GArray *years;          /* of int, ascending */
	char *top_id, *top_title;       /* the best match among them */
} ys_department_hit;

typedef struct {
	char *value;
	guint count;            /* of all that match */
	ys_amount amount;       /* summed as that of a department */
} ys_facet_value;

typedef enum {
	YS_FACET_REGION,
	YS_FACET_YEAR,
	YS_FACET_KIND,
	YS_FACET_DEPARTMENT,
	YS_N_FACETS
} ys_facet;

const char *ys_facet_name(ys_facet facet);

/* Owns everything in it. */
typedef struct {
	guint64 total;          /* matches of the whole query */
	guint total_loose;      /* beside them, those of part of it; counted only where the loose tier was asked */
	gboolean total_exact;   /* FALSE: total, departments and facets count the best candidates only */
	gboolean elsewhere;     /* records of types that are not asked for match as well */
	gboolean apart;         /* the words as typed found nothing; these are hits of the query's apart */
	gint64 took_us;
	GPtrArray *hits;        /* of ys_hit */
	GPtrArray *departments; /* of ys_department_hit, best first, at most 10 */
	GPtrArray *facets[YS_N_FACETS]; /* of ys_facet_value, most first; NULL unless asked */
	GPtrArray *suggestions; /* of char *: names near to a query that nothing matches */
} ys_page;

/* What is indexed: the head of the generation's manifest. */
const ys_manifest *ys_search_manifest(const ys_search *search);

ys_page *ys_search_run(ys_search *search, const ys_query *query, GError **error);
void ys_page_free(ys_page *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_page, ys_page_free)

/* The record with this id; NULL without *error if there is none. */
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
