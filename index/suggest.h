/* Suggestions for a query that nothing matches: what stands in the index and differs in one
 * character, or in two that changed places (政务去 for 政务云, 12354热线 for 12345热线). */
#ifndef YS_SUGGEST_H
#define YS_SUGGEST_H

#include <glib.h>

typedef struct ys_suggest ys_suggest;

/* For a folded query; NULL if it is too short or long to guess at. */
ys_suggest *ys_suggest_new(const char *folded);
void ys_suggest_free(ys_suggest *suggest);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_suggest, ys_suggest_free)

/* Look for near runs in a folded title or text. */
void ys_suggest_add(ys_suggest *suggest, const char *folded, gsize len);

/* The best ones, most frequent first: a GPtrArray of char *, at most max. */
GPtrArray *ys_suggest_finish(ys_suggest *suggest, guint max);

#endif
