/* Pages and records as JSON (contract: yusou(1), "JSON"). */
#ifndef YS_PRESENT_JSON_H
#define YS_PRESENT_JSON_H

#include "index/search/search.h"

/* One object: query, total, total_exact, took_ms, hits, departments, facets. */
void present_page_json(GString *out, const ys_query *query, const ys_page *page);
/* One hit a line. */
void present_page_jsonl(GString *out, const ys_query *query, const ys_page *page);
/* One record, whole, and a line end. */
void present_record_json(GString *out, const ys_record *record);

#endif
