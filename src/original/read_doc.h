/* Word 97 to 2003.  Numbers of automatic lists are not in the text of these files and are not read. */
#ifndef YS_READ_DOC_H
#define YS_READ_DOC_H

#include "src/original/reader.h"

extern const ys_reader ys_reader_doc;

#endif
