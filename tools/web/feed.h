/* Documents for programs that read news and search boxes: Atom (RFC 4287) and OpenSearch 1.1. */
#ifndef WEB_FEED_H
#define WEB_FEED_H

#include "tools/web/page.h"

/* An entry a hit of page.  Its id is the record's, so that a reader shows it once, whatever is
 * published later; its date is the day it was published, or, where that is not known, that of the budget
 * year. */
void feed_atom(GString *out, const web_view *view, const ys_page *page);

void feed_opensearch(GString *out, const web_view *view);

#endif
