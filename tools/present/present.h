/* Pages of hits and records in the formats of the command line. */
#ifndef YS_PRESENT_H
#define YS_PRESENT_H

#include "index/search/search.h"

typedef struct {
	const char *name;
	void (*page)(GString *out, const ys_query *query, const ys_page *page);
} present_format;

/* text, json, jsonl or csv; NULL if there is no such format. */
const present_format *present_format_named(const char *name);

/* What is said on stderr below a page: how many, how long, and the query as understood. */
void present_footer(const ys_query *query, const ys_page *page);

#endif
