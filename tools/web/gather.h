/* What pages show, brought together from an index. */
#ifndef WEB_GATHER_H
#define WEB_GATHER_H

#include "tools/web/page.h"

/* The search that a request asks for; hits a page.  YS_REFUSAL: it is not valid. */
ys_query *gather_query(const web_request *request, guint hits, GError **error);

/* Every publication, the newest of them as hits, with facets. */
ys_page *gather_publications(ys_search *search, guint newest, GError **error);

/* The publication of each hit: a GPtrArray of ys_record, NULL where there is none. */
GPtrArray *gather_hits_publications(ys_search *search, const ys_page *page, GError **error);

/* A record and what belongs to it; owns all of it. */
typedef struct web_gathered web_gathered;

/* record becomes its own. */
web_gathered *gather_record(ys_search *search, ys_record *record, GError **error);
const web_record *web_gathered_record(const web_gathered *gathered);
void web_gathered_free(web_gathered *gathered);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(web_gathered, web_gathered_free)

#endif
