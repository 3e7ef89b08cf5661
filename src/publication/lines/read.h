/* Bytes to lines: encodings and line ends. */
#ifndef YS_READ_H
#define YS_READ_H

#include <glib.h>

typedef struct {
	const char *text;       /* in the input, not NUL-terminated */
	gsize len;              /* without the line end */
} ys_line;

typedef struct {
	char *text;             /* the whole file in UTF-8 */
	GArray *lines;          /* of ys_line; line i of the file is element i - 1 */
	GPtrArray *warnings;    /* of ys_warning: what was converted or repaired */
} ys_input;

/* Decode a text file: UTF-8 (with or without BOM), UTF-16 with BOM or of recognisable
 * pattern, GB18030.  A character cut off at the end of the file, and single damaged
 * characters, are replaced by U+FFFD with a warning.  YS_ERROR_PUBLICATION for an empty
 * file, for one with nothing but blanks, and for one that is not text. */
ys_input *ys_input_new(const char *data, gsize len, GError **error);
void ys_input_free(ys_input *input);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_input, ys_input_free)

#endif
