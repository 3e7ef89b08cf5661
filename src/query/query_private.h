/* What the files of this room share: how a text becomes a tree of words and filters. */
#ifndef YS_QUERY_PRIVATE_H
#define YS_QUERY_PRIVATE_H

#include "src/query/tree.h"
#include "src/refusal.h"

/* Bounds that keep a query cheap: words, brackets inside each other, and words of a single character,
 * of which each is any of hundreds of terms. */
#define YS_QUERY_WORDS_MAX 64
#define YS_QUERY_DEPTH_MAX 32
#define YS_QUERY_SINGLES_MAX 16
/* Other wordings of all words together; where there are more each word has its share. */
#define YS_QUERY_WORDINGS_MAX 192

/* A filter from a field's value; NULL and YS_REFUSAL, which quotes no more than what is wrong of it. */
ys_filter *ys_filter_new(ys_filter_kind kind, const char *value, GError **error);
void ys_filter_free(ys_filter *filter);
/* The field of a name, English or Chinese; FALSE if there is none. */
gboolean ys_filter_named(const char *name, gsize len, ys_filter_kind *kind);

ys_node *ys_node_new(ys_node_kind kind, guint at);
void ys_node_free(ys_node *node);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_node, ys_node_free)

/* Parse text into a tree; NULL without *error for blank text. */
ys_node *ys_query_parse(const char *text, GError **error);

#endif
