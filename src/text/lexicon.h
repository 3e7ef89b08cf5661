/* Words that are known to be words: those of data/words, data/synonyms and data/related.  By them a run is cut
 * into units, and a word is told from characters that meet by chance: 计费 in 设计费. */
#ifndef YS_LEXICON_H
#define YS_LEXICON_H

#include "src/text/synonyms.h"

typedef enum {
	YS_WORD_UNKNOWN,
	YS_WORD_GENERIC,        /* 经费: behind any name, tells nothing of it */
	YS_WORD_WEAK,           /* 系统: in very many names */
	YS_WORD_PLAIN
} ys_word_sort;

/* What the whole run of len bytes is. */
ys_word_sort ys_lexicon_sort(const char *run, gsize len);

/* The whole run is known words, one behind the other. */
gboolean ys_lexicon_makes(const char *run, gsize len);

/* How long the run is without the generic words at its end, 电梯 of 电梯经费; all of it where nothing that means
 * something would be left. */
gsize ys_lexicon_stem(const char *run, gsize len);

/* Append to before and behind (of char *, which they free) what stands directly before or behind a folded run
 * where it is none of the words there, because a known word ends in its beginning or begins with its end: 设 for
 * 计费, as 设计 is a word.  For runs of two or three Chinese characters; longer ones do not meet by
 * chance.  Words that are other wordings of the run, or kinds of what it means, are left out. */
void ys_lexicon_borders(const char *run, GPtrArray *before, GPtrArray *behind);

/* Whether the run at hay + at stands there by chance, as its borders tell. */
gboolean ys_lexicon_is_chance(const char *hay, gsize hay_len, gsize at, gsize run_len, const GPtrArray *before,
			      const GPtrArray *behind);

/* Every known word, folded. */
void ys_lexicon_each(ys_known_word_fn fn, void *data);

#endif
