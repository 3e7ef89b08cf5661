/* Words of one class, as data/gen/gen_rows.c makes them of files of data/: NULL behind the last, the
 * longer first, so that the first that fits is the longest.  Compared byte by byte, as printed. */
#ifndef YS_WORD_LIST_H
#define YS_WORD_LIST_H

#include <glib.h>

/* The word that s begins with, that its first len bytes end with, that stands in it; NULL if none. */
const char *ys_word_at_start(const char *s, const char *const *words);
const char *ys_word_at_end(const char *s, gsize len, const char *const *words);
const char *ys_word_in(const char *s, const char *const *words);

/* What stands behind the word that s begins with; NULL if none. */
const char *ys_behind_word(const char *s, const char *const *words);

#endif
