/* A record as a document of the index (index/schema.h). */
#ifndef YS_DOCUMENT_H
#define YS_DOCUMENT_H

#include "index/xapian_c.h"
#include "src/record.h"

/* What goes from one record of a publication to the next. */
typedef struct ys_document_writer ys_document_writer;

ys_document_writer *ys_document_writer_new(void);
void ys_document_writer_free(ys_document_writer *writer);

/* The document of a record that belongs to this publication version.  former: ids (of char *) that lead to it too.
 * Each record is noted on cards (index/cards.h), and lines on a sheet (index/stored.h); the last one of its publication
 * keeps them. */
xc_document *ys_document_new(ys_document_writer *writer, const ys_record *record, const GPtrArray *former,
			     const char *version, gboolean last);

#endif
