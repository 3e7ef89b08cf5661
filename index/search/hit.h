/* Hits: records with their snippets. */
#ifndef YS_HIT_H
#define YS_HIT_H

#include "index/search/loose.h"
#include "index/search/rank.h"

/* Fill page->hits with the part of the ranking that the query asks for.  parts: those of the query, if
 * some match with part of it. */
gboolean ys_hits_add(xc_reader *reader, const ys_query *query, const ys_loose *parts, const ys_ranking *ranking,
		     ys_page *page, GError **error);

/* The record of a document. */
ys_record *ys_hit_record(xc_reader *reader, guint32 docid, GError **error);

#endif
