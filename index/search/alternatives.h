/* What else could be asked instead of what was chosen. */
#ifndef YS_ALTERNATIVES_H
#define YS_ALTERNATIVES_H

#include "index/search/search.h"

/* Count the facets of a page of the query from which an option or parameter chose (--year, not a year that was typed)
 * as if it had not: else the chosen value would be the only one.  And where nothing of the year or kind that was
 * asked for matches, fill in page->otherwise, of a query without facets too.  Each costs a
 * search. */
gboolean ys_alternatives_add(ys_search *search, const ys_query *query, ys_page *page, GError **error);

#endif
