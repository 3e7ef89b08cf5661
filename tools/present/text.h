/* Pages and records for people at a terminal. */
#ifndef YS_PRESENT_TEXT_H
#define YS_PRESENT_TEXT_H

#include "index/search/search.h"

void present_page_text(GString *out, const ys_query *query, const ys_page *page);

/* One record: a card, or a table drawn as a table. */
void present_record_text(GString *out, const ys_record *record);

#endif
