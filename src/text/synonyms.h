/* Other words: everyday words and the official ones, from data/synonyms, and kinds and parts of what a word
 * means, from data/related. */
#ifndef YS_SYNONYMS_H
#define YS_SYNONYMS_H

#include <glib.h>

/* At most so many other wordings of one word are looked for. */
#define YS_SYNONYMS_MAX 24

/* Append to others (of char *, which it frees) what says the same as the folded run: the
 * run with each known word in it replaced by each word of its group that is looked for.
 * Doubles, and what has the run itself in it, are left out. */
void ys_synonyms_of(const char *folded, GPtrArray *others);

/* Likewise what says a kind or a part of it: the run with each word that is typed for others replaced by each
 * of those.  They do not lead back. */
void ys_related_of(const char *folded, GPtrArray *others);

/* Every word of both tables, folded, not NUL-terminated; it lives as long as the program.  A word may come
 * several times. */
typedef void (*ys_known_word_fn)(const char *word, gsize len, void *data);
void ys_synonyms_each_word(ys_known_word_fn fn, void *data);

#endif
