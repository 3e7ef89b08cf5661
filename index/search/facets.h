/* Departments and facets of what matched, counted from value slots. */
#ifndef YS_FACETS_H
#define YS_FACETS_H

#include "index/search/columns.h"
#include "index/search/page.h"

typedef struct ys_facets ys_facets;

/* asked: facets are wanted beside departments.  types: those that are looked for, bits as in
 * ys_query.  Where projects are among them only their amounts are summed: an item is a part of
 * a project.  columns: those that all facts are from. */
ys_facets *ys_facets_new(gboolean asked, guint types, const ys_columns *columns);
void ys_facets_free(ys_facets *facets);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_facets, ys_facets_free)

/* Count a match; call in rank order, the best first.  Only wanted ones are counted in facets
 * and sums; others tell that their department has to do with the query.  score: what the match
 * says about the department.  facts must live until ys_facets_finish(). */
void ys_facets_add(ys_facets *facets, guint32 docid, const ys_facts *facts, double score, ys_match match,
		   gboolean wanted);

/* Move the results into page: departments best first, the first max of them; facets most
 * first.  top_id and top_title are the caller's, from *top_docids, an array of guint32 in the
 * order of page->departments. */
void ys_facets_finish(ys_facets *facets, guint max, ys_page *page, GArray **top_docids);

#endif
