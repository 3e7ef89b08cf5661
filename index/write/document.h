/* A record as a document of the index (index/schema.h). */
#ifndef YS_DOCUMENT_H
#define YS_DOCUMENT_H

#include "index/cards.h"
#include "index/xapian_c.h"
#include "src/record.h"

/* The document of a record that belongs to this publication version.  former: ids (of char *) that lead to it too.  Each record is noted in
 * cards; the last one of its publication keeps them. */
xc_document *ys_document_new(const ys_record *record, const GPtrArray *former, const char *version, ys_cards *cards,
			     gboolean last);

#endif
