/* Segmentation: folded text to index terms, and a query's run to the terms that
 * every match must have.  Both sides live here so that they cannot differ.
 *
 * A Han run gives every bigram and its last character alone; a word (letters,
 * digits) gives itself.  So 政务云12345 gives 政务 务云 云 12345.  One character X is
 * found as the prefix X*, exactly: every occurrence either begins a bigram or
 * ends a run. */
#ifndef YS_SEGMENT_H
#define YS_SEGMENT_H

#include <glib.h>

/* Longest word that is a term of its own, in bytes; longer ones are indexed by
 * their first YS_WORD_MAX bytes (cut at a character) and told apart by
 * ys_match_find().  Xapian's limit is 245 with the prefix. */
#define YS_WORD_MAX 120

/* Called once for each occurrence, in text order; term is not NUL-terminated. */
typedef void (*ys_term_fn)(const char *term, gsize len, void *data);
void ys_segment(const char *folded, gsize len, ys_term_fn fn, void *data);

typedef enum {
	YS_TERM_WHOLE,          /* the term itself */
	YS_TERM_PREFIX          /* any term that begins so: a lone Han character */
} ys_query_term_kind;

/* The terms a document needs to contain the folded text as one contiguous run.
 * Returns TRUE if having them is enough (one bigram, one word, one character),
 * FALSE if the text of a candidate must still be looked at with ys_match_find(). */
typedef void (*ys_query_term_fn)(const char *term, gsize len, ys_query_term_kind kind, void *data);
gboolean ys_segment_query(const char *folded, gsize len, ys_query_term_fn fn, void *data);

#endif
