#include "src/word_list.h"

#include <string.h>

/* Nearly no word of a list fits, and one or two bytes tell that: no call, and no length. */
static inline gboolean begins_with(const char *s, const char *word)
{
	while (*word && *s == *word) {
		s++;
		word++;
	}
	return !*word;
}

const char *ys_word_at_start(const char *s, const char *const *words)
{
	for (; *words; words++)
		if (begins_with(s, *words))
			return *words;
	return NULL;
}

const char *ys_word_at_end(const char *s, gsize len, const char *const *words)
{
	for (; *words; words++) {
		gsize n = strlen(*words);

		if (n <= len && !memcmp(s + len - n, *words, n))
			return *words;
	}
	return NULL;
}

const char *ys_word_in(const char *s, const char *const *words)
{
	for (; *words; words++)
		if (strstr(s, *words))
			return *words;
	return NULL;
}

const char *ys_behind_word(const char *s, const char *const *words)
{
	const char *word = ys_word_at_start(s, words);

	return word ? s + strlen(word) : NULL;
}
