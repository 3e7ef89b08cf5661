/* Suggestions for a query that nothing matches: what stands in the index and differs in one
 * character, or in two that changed places (政务云 for 政务去, 12345热线 for 12354热线).  A run that is
 * always followed by the same is only part of a name, and suggested with that, behind those
 * that stand by themselves: 政务服务 for 政务去. */
#ifndef YS_SUGGEST_H
#define YS_SUGGEST_H

#include "index/xapian_c.h"

typedef struct ys_suggest ys_suggest;

/* For a folded query; NULL if it is too short or long to guess at. */
ys_suggest *ys_suggest_new(const char *folded);
void ys_suggest_free(ys_suggest *suggest);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_suggest, ys_suggest_free)

/* Look for near runs in a folded title or text. */
void ys_suggest_add(ys_suggest *suggest, const char *folded, gsize len);

/* The best ones, most frequent first: a GPtrArray of char *, at most max. */
GPtrArray *ys_suggest_finish(ys_suggest *suggest, guint max);

/* Suggest from the terms of titles, for what shares no two neighbouring characters with any name and
 * so finds no text to look at: two characters of which one is wrong, or three of which the
 * middle one is.  Appends at most max to out, most frequent first; FALSE on error. */
gboolean ys_suggest_terms(xc_reader *reader, const char *folded, guint max, GPtrArray *out, GError **error);

#endif
