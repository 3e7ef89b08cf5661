/* The readers, for the table of them; each in the file of its name. */
#ifndef YS_READERS_H
#define YS_READERS_H

#include "src/original/reader.h"

extern const ys_reader ys_reader_archive, ys_reader_docx, ys_reader_html, ys_reader_mhtml, ys_reader_refused,
	ys_reader_xlsx;

#endif
