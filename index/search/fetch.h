/* Which documents come into question for a query, and how many of them are looked at. */
#ifndef YS_FETCH_H
#define YS_FETCH_H

#include "index/search/plan.h"

/* The candidates of a plan.  The first *looked_at of them must be looked at: where the index
 * proves that they match, those are the best, for their rank.  *all: none was left out because
 * they are too many. */
xc_result *ys_fetch(xc_reader *reader, const ys_plan *plan, const ys_query *query, guint *looked_at, gboolean *all,
		    GError **error);

#endif
