/* The readers, each in the file of its name, and which of them reads a file. */
#ifndef YS_READERS_H
#define YS_READERS_H

#include "src/original/reader.h"

extern const ys_reader ys_reader_archive, ys_reader_doc, ys_reader_docx, ys_reader_html, ys_reader_mhtml, ys_reader_pdf,
	ys_reader_refused, ys_reader_xls, ys_reader_xlsx;

/* Raised when more or other files can be read than before: what an index knows to hold no publication is then read
 * again. */
#define YS_READERS_VERSION 1

/* The reader that is surest of the bytes; NULL: none knows them. */
const ys_reader *ys_reader_of(const ys_bytes *bytes);

#endif
