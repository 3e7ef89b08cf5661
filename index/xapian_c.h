/* libxapian for C.  xapian_c.cc is the only C++ file and the only one that sees
 * Xapian's headers.  Thin: language, folding, snippets and policy stay in C.
 *
 * Every function is a noexcept boundary: whatever Xapian or the C++ run time
 * throws comes back as a GError.  Codes: YS_ERROR_SCHEMA (a format this libxapian does
 * not read), YS_ERROR_INPUT (a term over Xapian's length), YS_ERROR_IO (missing, damaged,
 * unreadable, disk full), YS_ERROR_INTERNAL (no memory, bug). */
#ifndef YS_XAPIAN_C_H
#define YS_XAPIAN_C_H

#include <glib.h>

G_BEGIN_DECLS

/* Here, because the C++ side must see its functions as C too. */
#include "src/error.h"

/* ---- writing: one fresh database, filled once ---- */

typedef struct xc_document xc_document;
typedef struct xc_writer xc_writer;

/* A document under construction.  Whatever goes wrong on the way (no memory, a term
 * that is empty or too long) shows when it is added; NULL is accepted everywhere. */
xc_document *xc_document_new(void);
/* Add a term, counting wdf (0 for a boolean term).  len < 0: NUL-terminated. */
void xc_document_add_term(xc_document *doc, const char *term, gssize len, guint wdf);
/* Sortable number in a value slot. */
void xc_document_set_number(xc_document *doc, guint slot, double value);
/* len < 0: NUL-terminated. */
void xc_document_set_value(xc_document *doc, guint slot, const char *value, gssize len);
void xc_document_set_data(xc_document *doc, const char *data, gsize len);
void xc_document_free(xc_document *doc);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(xc_document, xc_document_free)

/* Create a database at path (must not exist), without positions and termlist.
 * YS_ERROR_IO if something is there. */
xc_writer *xc_writer_create(const char *path, GError **error);
/* A document with an error of its own is refused and changes nothing.  After a failure
 * of the database itself the writer refuses everything: some documents are lost. */
gboolean xc_writer_add(xc_writer *writer, const xc_document *doc, GError **error);
/* Make what was added visible to readers; nothing else does.  The files are not synced. */
gboolean xc_writer_commit(xc_writer *writer, GError **error);
/* Close without committing. */
void xc_writer_free(xc_writer *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(xc_writer, xc_writer_free)

/* Merge the databases sources (NULL-terminated, at least one) into a fully compacted one
 * at dest (must not exist; on failure half of it may).  Documents keep their order, the
 * first source's before the second's, and get new docids from 1 without gaps. */
gboolean xc_compact(const char *const *sources, const char *dest, GError **error);

/* ---- queries ---- */

typedef struct xc_query xc_query;

/* Constructors return NULL and set *error when out of memory or on a bad term.
 * Those that combine take ownership of their operands, also when they fail;
 * a NULL operand makes the result NULL with *error untouched (so that calls nest
 * and the first error is kept).  An empty AND matches everything, an empty OR nothing. */
xc_query *xc_query_term(const char *term, gssize len, GError **error);
/* Any term that begins with prefix, weighted as one synonym. */
xc_query *xc_query_prefix(const char *prefix, gssize len, GError **error);
xc_query *xc_query_all(GError **error);
xc_query *xc_query_and(xc_query **queries, gsize n, GError **error);
xc_query *xc_query_or(xc_query **queries, gsize n, GError **error);
/* Documents of query that also match filter, which adds no weight. */
xc_query *xc_query_filter(xc_query *query, xc_query *filter, GError **error);
xc_query *xc_query_and_not(xc_query *query, xc_query *excluded, GError **error);
/* Documents of query; those that match bonus too weigh more. */
xc_query *xc_query_and_maybe(xc_query *query, xc_query *bonus, GError **error);
xc_query *xc_query_scale(xc_query *query, double factor, GError **error);
/* lo <= number in slot <= hi; documents without a value never match. */
xc_query *xc_query_number_range(guint slot, double lo, double hi, GError **error);
void xc_query_free(xc_query *query);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(xc_query, xc_query_free)

/* ---- reading ---- */

typedef struct xc_reader xc_reader;

/* Open a database, or a stub (a file, or a directory with a file XAPIANDB) that lists
 * several, which may be stubs again.  The docids of several databases interleave, so
 * they hold for this reader only.  A stub that lists none has no documents. */
xc_reader *xc_reader_open(const char *path, GError **error);
void xc_reader_free(xc_reader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(xc_reader, xc_reader_free)

guint32 xc_reader_n_documents(const xc_reader *reader);
/* Number of documents with the term. */
gboolean xc_reader_termfreq(xc_reader *reader, const char *term, guint32 *freq, GError **error);
/* Databases read as one: neighbours in one of them are so many documents apart. */
guint32 xc_reader_stride(const xc_reader *reader);
/* Newly allocated, *len bytes and a NUL.  No such document: YS_ERROR_IO. */
char *xc_reader_data(xc_reader *reader, guint32 docid, gsize *len, GError **error);
/* The values of a slot for n documents in ascending order: fn is called for each, with "" and
 * 0 for one without a value.  Much cheaper than asking for each of them. */
typedef void (*xc_value_fn)(guint i, const char *value, gsize len, void *data);
gboolean xc_reader_values(xc_reader *reader, guint slot, const guint32 *docids, gsize n, xc_value_fn fn, void *fn_data,
			  GError **error);
/* Where one document keeps the value of a slot for itself and all that stand before it, back to
 * the last one that has a value: for each of n documents in ascending order fn is called with
 * that document, how many documents stand between, and its value ("" and 0 if none follows).
 * value stays the same pointer for the same keeper only until the next call. */
typedef void (*xc_group_fn)(guint i, guint32 keeper, guint32 back, const char *value, gsize len, void *data);
gboolean xc_reader_groups(xc_reader *reader, guint slot, const guint32 *docids, gsize n, xc_group_fn fn, void *fn_data,
			  GError **error);
/* Each term that begins with prefix, in byte order, until fn returns FALSE. */
typedef gboolean (*xc_term_fn)(const char *term, guint32 freq, void *data);
gboolean xc_reader_each_term(xc_reader *reader, const char *prefix, xc_term_fn fn, void *fn_data,
			     GError **error);

/* The docids of all documents that have the term, ascending: an array of guint32, NULL on error.
 * A search for the same would sort them first. */
GArray *xc_reader_documents(xc_reader *reader, const char *term, GError **error);

typedef enum {
	XC_BY_RELEVANCE,        /* BM25 without document lengths (b=0); ties by ascending docid */
	XC_BY_NUMBER            /* in sort_slot, the largest first, documents without one last; then relevance */
} xc_order;

typedef struct {
	guint32 max;            /* so many of the best */
	guint32 check_at_least; /* so many candidates are counted exactly */
	xc_order order;
	guint sort_slot;
} xc_page;

typedef struct {
	guint32 docid;
	double weight;
} xc_hit;

typedef struct {
	GArray *hits;           /* of xc_hit, best first */
	guint64 total;          /* documents that match, an estimate beyond check_at_least */
} xc_result;

xc_result *xc_search(xc_reader *reader, const xc_query *query, const xc_page *page, GError **error);
void xc_result_free(xc_result *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(xc_result, xc_result_free)

G_END_DECLS

#endif
