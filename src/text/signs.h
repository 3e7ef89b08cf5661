/* Signs that mean something, which folding lets separate like any punctuation: 35% is not 35, nor C++ C. */
#ifndef YS_SIGNS_H
#define YS_SIGNS_H

#include <glib.h>

typedef enum {
	YS_SIGNS_NONE,          /* the text has the folded run nowhere, or nowhere with its signs */
	YS_SIGNS_OTHER,         /* with its signs, but where it has a dash, slash or such another mark separates */
	YS_SIGNS_STAND
} ys_signs;

/* Some sign or mark stands in the text or next to it. */
gboolean ys_signs_any(const char *typed);

/* How what was typed stands in an original text.  Signs are those of mathematics, % and of currencies; marks are
 * dashes, / & # and @.  Forms of one sign are the same: ％ and %, ≥ and >=, — and -.  Blanks do not
 * count. */
ys_signs ys_signs_stand(const char *original, const char *typed);

#endif
