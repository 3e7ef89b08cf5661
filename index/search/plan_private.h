/* What the files that make a plan share: queries put together from parts, and the conditions of fields. */
#ifndef YS_PLAN_PRIVATE_H
#define YS_PLAN_PRIVATE_H

#include "index/xapian_c.h"
#include "src/query/query.h"

/* Under construction.  The first error stays; what comes after it is not built. */
typedef struct {
	GPtrArray *parts;       /* of xc_query */
	GError **error;
	gboolean failed;
} ys_builder;

void ys_builder_init(ys_builder *b, GError **error);
/* Takes the query; NULL: it could not be built. */
void ys_builder_add(ys_builder *b, xc_query *query);
/* The parts become one query, which must all or any hold; NULL on error. */
xc_query *ys_builder_all(ys_builder *b);
xc_query *ys_builder_any(ys_builder *b);

xc_query *ys_term_query(const char *prefix, const char *value, GError **error);
xc_query *ys_any_term(const char *prefix, const GPtrArray *values, GError **error);

/* Departments whose name has the key (NULL: none), or that the name of a body (NULL: none) may mean. */
xc_query *ys_departments_query(xc_reader *reader, const char *key, const ys_body_asked *body, GError **error);
/* Records of the types, bits as in ys_query. */
xc_query *ys_types_query(guint types, GError **error);
/* All conditions of the query's fields. */
xc_query *ys_filters_query(xc_reader *reader, const ys_query *query, GError **error);

#endif
