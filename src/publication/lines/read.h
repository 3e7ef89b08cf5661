/* Bytes of text to lines: encodings and line ends. */
#ifndef YS_READ_H
#define YS_READ_H

#include "src/publication/lines/input.h"

/* Decode a text file: UTF-8 (with or without BOM), UTF-16 with BOM or of recognisable
 * pattern, GB18030.  A character cut off at the end of the file, and single damaged
 * characters, are replaced by U+FFFD with a warning.  YS_ERROR_FOREIGN for an empty
 * file, for one with nothing but blanks, and for one that is not text. */
ys_input *ys_input_new(const char *data, gsize len, GError **error);

#endif
