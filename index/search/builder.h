/* Queries to the index under construction: parts that become one.  The first error stays; what comes
 * after it is not built. */
#ifndef YS_BUILDER_H
#define YS_BUILDER_H

#include "index/xapian_c.h"

typedef struct {
	GPtrArray *parts;       /* of xc_query */
	GError **error;
	gboolean failed;
} ys_builder;

void ys_builder_init(ys_builder *builder, GError **error);

/* Takes the query; NULL: it failed, and has set the error. */
void ys_builder_add(ys_builder *builder, xc_query *query);

/* What has all, or any, of the parts; NULL on error.  The builder is cleared. */
xc_query *ys_builder_all(ys_builder *builder);
xc_query *ys_builder_any(ys_builder *builder);

/* What has the term of this prefix, or any of several (of char *). */
xc_query *ys_builder_term(const char *prefix, const char *value, GError **error);
xc_query *ys_builder_any_term(const char *prefix, const GPtrArray *values, GError **error);

#endif
