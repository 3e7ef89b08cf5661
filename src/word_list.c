#include "src/word_list.h"

#include <string.h>

const char *ys_word_at_start(const char *s, const char *const *words)
{
	for (; *words; words++)
		if (g_str_has_prefix(s, *words))
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
