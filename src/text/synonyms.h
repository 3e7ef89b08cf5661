/* Synonyms: everyday words and the official ones, from data/synonyms. */
#ifndef YS_SYNONYMS_H
#define YS_SYNONYMS_H

#include <glib.h>

/* At most so many other wordings of one word are looked for. */
#define YS_SYNONYMS_MAX 24

/* Append to others (of char *, which it frees) what says the same as the folded run: the
 * run with each known word in it replaced by each word of its group that is looked for.
 * Doubles, and what has the run itself in it, are left out. */
void ys_synonyms_of(const char *folded, GPtrArray *others);

#endif
