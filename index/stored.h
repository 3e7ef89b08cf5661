/* What is stored of a record, as a document of the index keeps it (index/schema.h). */
#ifndef YS_STORED_H
#define YS_STORED_H

#include "index/xapian_c.h"
#include "src/record.h"

/* ---- writing ---- */

/* The lines of a publication on their way into its documents. */
typedef struct ys_line_sheet ys_line_sheet;

ys_line_sheet *ys_line_sheet_new(void);
void ys_line_sheet_free(ys_line_sheet *sheet);

/* The data of the next document of a publication, newly allocated.  The publication comes first of its records, the lines
 * last.  last: of the publication. */
char *ys_stored_data(const ys_record *record, ys_line_sheet *sheet, gboolean last);

/* ---- reading ---- */

/* The record of a document, of a line with what its publication says; NULL on error. */
ys_record *ys_stored_record(xc_reader *reader, guint32 docid, GError **error);

#endif
