/* Is a document a publication of a budget or final account?  A walked directory holds news, notices and lists of links
 * beside them, under titles much alike. */
#ifndef YS_ACCEPT_H
#define YS_ACCEPT_H

#include "src/publication/given.h"
#include "src/publication/lines/outline.h"
#include "src/publication/title/find.h"

/* Yes: a title of one over something, a table that only those have, or that somebody said so (given, may be NULL).
 * FALSE sets YS_ERROR_FOREIGN: what was looked at, which line came nearest, and what helps. */
gboolean ys_is_publication(const ys_outline *outline, const ys_found_title *found, const GPtrArray *tables,
			   const ys_given *given, GError **error);

#endif
