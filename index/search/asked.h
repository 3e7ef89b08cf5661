/* The answer to what a query was understood to ask (src/query/understand). */
#ifndef YS_ASKED_H
#define YS_ASKED_H

#include "index/search/answer.h"

/* *answer has what the query as typed finds.  Where something else is understood in it and found, *answer becomes the
 * answer to that, behind the hits whose names have what was typed; readings that leave nothing are not taken.  Either
 * way its readings are set where anything was understood. */
gboolean ys_asked_find(ys_answer **answer, GError **error);

#endif
