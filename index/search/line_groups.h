/* Lines of budgets that a query names, those of one name together: thirty departments have 教育支出. */
#ifndef YS_LINE_GROUPS_H
#define YS_LINE_GROUPS_H

#include "index/search/rank.h"

/* Fill page->lines with the lines of a ranking, which are sorted by amount.  A line that only belongs to a year or
 * body that is named is none of them. */
gboolean ys_line_groups_add(xc_reader *reader, const ys_query *query, const ys_ranking *ranking, ys_page *page,
			    GError **error);

#endif
