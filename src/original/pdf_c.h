/* libpoppler for C: the pages of a PDF as characters and rules.  Nothing is rendered and no font is
 * opened; no name of poppler and no exception gets past this file.
 *
 * Its headers are of poppler's private interface, which may change with every release: configure asks
 * for what differs.  A file is read from memory; poppler itself reads its tables of character names
 * below /usr/share/poppler while it works.
 *
 * One document at a time in a process: poppler has globals. */
#ifndef YS_PDF_C_H
#define YS_PDF_C_H

#include "src/original/pdf_page.h"

G_BEGIN_DECLS

typedef struct pdf_c_document pdf_c_document;

/* The document in bytes that the caller keeps until it is closed.  YS_ERROR_PUBLICATION: it wants a password, or
 * is damaged. */
pdf_c_document *pdf_c_open(const char *data, gsize len, GError **error);
void pdf_c_close(pdf_c_document *document);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(pdf_c_document, pdf_c_close)

guint pdf_c_n_pages(const pdf_c_document *document);

/* Page from 1.  One that the file lacks or that cannot be understood has nothing on it.  What takes
 * more than so many seconds of computing, or is denser than a page may be, is read up to there and
 * too_dense. */
ys_pdf_page *pdf_c_page(pdf_c_document *document, guint number, double seconds, GError **error);

/* Whether a font was met whose characters nothing on this machine can name: poppler-data is missing. */
gboolean pdf_c_lacks_poppler_data(const pdf_c_document *document);

G_END_DECLS

#endif
