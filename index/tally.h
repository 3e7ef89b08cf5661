/* Departments and facets of what matched, counted from value slots. */
#ifndef YS_TALLY_H
#define YS_TALLY_H

#include "index/search.h"
#include "index/xapian_c.h"

typedef struct ys_tally ys_tally;

ys_tally *ys_tally_new(gboolean facets);
void ys_tally_free(ys_tally *tally);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_tally, ys_tally_free)

/* Count a match; call in rank order, the best first. */
gboolean ys_tally_add(ys_tally *tally, xc_reader *reader, guint32 docid, double score, ys_match match, GError **error);

/* Move the results into page: departments best first, the first max of them; facets most
 * first.  top_id is filled; top_title is the caller's, from *top_docids, an array of guint32
 * in the order of page->departments. */
void ys_tally_finish(ys_tally *tally, guint max, ys_page *page, GArray **top_docids);

#endif
