/* What pages show, brought together from an index. */
#ifndef WEB_GATHER_H
#define WEB_GATHER_H

#include "tools/web/page.h"

/* The search that a request asks for; hits a page.  YS_REFUSAL: it is not valid. */
ys_query *gather_query(const web_request *request, guint hits, GError **error);

/* The comparison that a request asks for.  *query becomes the caller's, and must live as long as the comparison.
 * YS_REFUSAL: it is not valid. */
ys_comparison *gather_comparison(ys_search *search, const web_request *request, ys_query **query, GError **error);

/* A record that is added up in a cell, with what of it is. */
typedef struct {
	const ys_found *found;
	ys_amount amount;
} web_added;
/* Those of the cell that is shown, the largest first: an array of web_added. */
GArray *gather_added(const web_comparison *shown);

/* Every publication, the newest of them as hits, with facets. */
ys_page *gather_publications(ys_search *search, guint newest, GError **error);

/* The publication of each hit: a GPtrArray of ys_record, NULL where there is none. */
GPtrArray *gather_hits_publications(ys_search *search, const ys_page *page, GError **error);

/* The department whose name, or short name, the query is, into *body, which becomes the caller's; NULL stays where it
 * is none, or several are so called. */
gboolean gather_body(ys_search *search, const ys_query *query, const ys_page *page, ys_record **body, GError **error);
/* Publications of the department of a record, the newest first, into an array of ys_record that owns them. */
gboolean gather_published(ys_search *search, const ys_record *record, GPtrArray *publications, GError **error);

/* The table that is the nth of a publication; NULL without *error if there is none. */
ys_record *gather_table(ys_search *search, const char *publication, guint number, GError **error);

/* A record and what belongs to it; owns all of it. */
typedef struct web_gathered web_gathered;

/* record becomes its own. */
web_gathered *gather_record(ys_search *search, ys_record *record, GError **error);
const web_record *web_gathered_record(const web_gathered *gathered);
void web_gathered_free(web_gathered *gathered);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(web_gathered, web_gathered_free)

#endif
