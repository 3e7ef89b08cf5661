/* Printed text without what the converter left in it: tags, LaTeX, emphasis, and the
 * blanks a PDF puts inside words (phenomena 53, 59, 62-64). */
#ifndef YS_CLEAN_H
#define YS_CLEAN_H

#include <glib.h>

/* The text of a cell or paragraph as a person would read it: HTML tags and entities,
 * LaTeX and ^{} marks spelled out, every run of blanks removed, or kept as one blank
 * where both sides are letters or digits.  Line ends count as blanks.  Newly allocated. */
char *ys_clean(const char *s, gssize n);
/* ys_clean() would leave nothing of it; the first character tells that mostly. */
gboolean ys_clean_is_empty(const char *s, gsize n);

/* s has more than so many characters; looks at no more of them, as a paragraph may have thousands. */
gboolean ys_is_longer(const char *s, guint chars);

/* s is blank, or a printed nothing: 无, 无。, —, /.  0 is not, nor is % alone, which is a measure. */
gboolean ys_is_nothing(const char *s);

/* The bytes of s without the full stop that closes each cell of some tables, and some headings
 * (phenomena 12, 67).  A stop alone stays. */
gsize ys_length_before_stop(const char *s);

#endif
