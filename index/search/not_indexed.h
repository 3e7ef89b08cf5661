/* What a query asks of a department that is not indexed of it: 花都区政数局决算 where only its budget is. */
#ifndef YS_NOT_INDEXED_H
#define YS_NOT_INDEXED_H

#include "index/search/answer.h"
#include "index/search/page.h"

/* Says on the page which years and kinds that were understood no publication of the department that is named has,
 * and what there is. */
gboolean ys_not_indexed_add(const ys_answer *answer, ys_page *page, GError **error);

#endif
