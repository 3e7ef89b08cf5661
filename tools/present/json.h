/* Pages and records as JSON (contract: yusou(1), "JSON"). */
#ifndef YS_PRESENT_JSON_H
#define YS_PRESENT_JSON_H

#include "index/search/search.h"
#include "src/output/printer.h"

/* What JSON has more on a web site. */
typedef struct {
	char *(*url)(const char *id, const void *data); /* the address of a record; newly allocated */
	const void *data;
	const char *next;       /* the address of the next page; NULL after the last */
	guint values_max;       /* of a facet */
} present_site;

/* One object: query, total, total_exact, took_ms, hits, departments, facets. */
void present_page_json(GString *out, const ys_query *query, const ys_page *page);
/* The same, with the addresses of records and of the next page; site: NULL for none. */
void present_site_page_json(GString *out, const ys_query *query, const ys_page *page, const present_site *site);
/* One hit a line. */
void present_page_jsonl(GString *out, const ys_query *query, const ys_page *page);
/* The facets as members of a map: each at most max values, and facets_cut where there are more. */
void present_facets_json(ys_printer *p, const ys_page *page, guint max);
/* One record, whole, and a line end. */
void present_record_json(GString *out, const ys_record *record);
void present_site_record_json(GString *out, const ys_record *record, const present_site *site);

#endif
