/* Parts of a line, and taking words, brackets and years off their two ends: how titles
 * are read.  A slice points into text that somebody else owns. */
#ifndef YS_SLICE_H
#define YS_SLICE_H

#include <glib.h>

typedef struct {
	const char *s;
	gsize len;
} ys_slice;

ys_slice ys_slice_of(const char *s);
/* A copy of its own; NULL if the slice is empty. */
char *ys_slice_dup(const ys_slice *a);
/* Length in characters. */
glong ys_slice_chars(const ys_slice *a);

gboolean ys_slice_holds(const ys_slice *a, const char *word);
gboolean ys_slice_ends(const ys_slice *a, const char *word);
/* The first of the words (NULL-terminated) that a starts or ends with, or NULL. */
const char *ys_slice_starts_any(const ys_slice *a, const char *const *words);
const char *ys_slice_ends_any(const ys_slice *a, const char *const *words);

/* Take the word, or the first of the words that fits, off; FALSE if a does not have it. */
gboolean ys_slice_drop_start(ys_slice *a, const char *word);
gboolean ys_slice_drop_end(ys_slice *a, const char *word);
gboolean ys_slice_drop_start_any(ys_slice *a, const char *const *words);
gboolean ys_slice_drop_end_any(ys_slice *a, const char *const *words);

/* Some character of a is Chinese. */
gboolean ys_slice_has_han(const ys_slice *a);

/* Take blanks and punctuation, not brackets, off; TRUE if there were any. */
gboolean ys_slice_trim_start(ys_slice *a);
gboolean ys_slice_trim_end(ys_slice *a);

extern const char *const ys_slice_openings[], *const ys_slice_closings[];

/* Take a bracket off the end; *inside is its text.  FALSE if a does not end in one. */
gboolean ys_slice_drop_bracket_end(ys_slice *a, ys_slice *inside);

/* Take 2023年度, 2023年, 2023 or 二〇二三年 off an end; 0 if none stands there.  At the end,
 * digits before the four are a unit code's and stay; at the start, five digits are no year. */
int ys_slice_drop_year_end(ys_slice *a);
int ys_slice_drop_year_start(ys_slice *a);

#endif
