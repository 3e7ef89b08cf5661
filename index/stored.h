/* What is stored of a record, as a document of the index keeps it (index/schema.h). */
#ifndef YS_STORED_H
#define YS_STORED_H

#include "index/xapian_c.h"
#include "src/record.h"

/* ---- writing ---- */

/* The data of the next document of a publication, newly allocated.  sheet: its lines so far, which come last of
 * its records and which the last of them keeps; last: of the publication. */
char *ys_stored_data(const ys_record *record, GString *sheet, gboolean last);

/* ---- reading ---- */

/* The record of a document, of a line with what its publication says; NULL on error. */
ys_record *ys_stored_record(xc_reader *reader, guint32 docid, GError **error);

#endif
