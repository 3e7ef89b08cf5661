/* The reader of PDF. */
#ifndef YS_READ_PDF_H
#define YS_READ_PDF_H

#include "src/original/reader.h"

extern const ys_reader ys_reader_pdf;

#endif
