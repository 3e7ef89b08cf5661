/* Pages and records for people at a terminal. */
#ifndef YS_PRESENT_TEXT_H
#define YS_PRESENT_TEXT_H

#include "index/search/search.h"
#include "src/output/text.h"

/* Of the standard output. */
ys_style present_style(void);

void present_page_text(GString *out, const ys_query *query, const ys_page *page);

/* One record: a card, or a table drawn as a table. */
void present_record_text(GString *out, const ys_record *record);

#endif
