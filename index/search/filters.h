/* The filters of a query as queries to the index: conditions that documents meet or do not, whatever their
 * text says.  None of them gives weight. */
#ifndef YS_FILTERS_H
#define YS_FILTERS_H

#include "index/xapian_c.h"
#include "src/query/query.h"

/* What passes all filters of the query.  Those of the same field are alternatives; an option narrows what was
 * typed: who chooses 2024 of the years that year:2021..2024 found wants that one. */
xc_query *ys_filters_query(xc_reader *reader, const ys_query *query, GError **error);

/* Records of these types, bits as in ys_query. */
xc_query *ys_filters_types(guint types, GError **error);

/* What belongs to departments whose name has the key (src/text/key.h; NULL: none), or that the body's name
 * (NULL: none) may mean. */
xc_query *ys_filters_departments(xc_reader *reader, const char *key, const ys_body_asked *body, GError **error);

#endif
