#include "src/publication/words/slice.h"

#include <string.h>

#include "src/year.h"

ys_slice ys_slice_of(const char *s)
{
	return (ys_slice){ s, strlen(s) };
}

char *ys_slice_dup(const ys_slice *a)
{
	return a->len ? g_strndup(a->s, a->len) : NULL;
}

glong ys_slice_chars(const ys_slice *a)
{
	return g_utf8_strlen(a->s, a->len);
}

gboolean ys_slice_holds(const ys_slice *a, const char *word)
{
	return g_strstr_len(a->s, a->len, word) != NULL;
}

static gboolean starts_with(const ys_slice *a, const char *word)
{
	gsize n = 0;

	while (n < a->len && word[n] && a->s[n] == word[n])
		n++;
	return !word[n];
}

gboolean ys_slice_ends(const ys_slice *a, const char *word)
{
	gsize n = strlen(word);

	return a->len >= n && !memcmp(a->s + a->len - n, word, n);
}

const char *ys_slice_starts_any(const ys_slice *a, const char *const *words)
{
	for (; *words; words++)
		if (starts_with(a, *words))
			return *words;
	return NULL;
}

const char *ys_slice_ends_any(const ys_slice *a, const char *const *words)
{
	for (; *words; words++)
		if (ys_slice_ends(a, *words))
			return *words;
	return NULL;
}

gboolean ys_slice_drop_start(ys_slice *a, const char *word)
{
	if (!starts_with(a, word))
		return FALSE;
	a->s += strlen(word);
	a->len -= strlen(word);
	return TRUE;
}

gboolean ys_slice_drop_end(ys_slice *a, const char *word)
{
	if (!ys_slice_ends(a, word))
		return FALSE;
	a->len -= strlen(word);
	return TRUE;
}

gboolean ys_slice_drop_start_any(ys_slice *a, const char *const *words)
{
	const char *word = ys_slice_starts_any(a, words);

	return word && ys_slice_drop_start(a, word);
}

gboolean ys_slice_drop_end_any(ys_slice *a, const char *const *words)
{
	const char *word = ys_slice_ends_any(a, words);

	return word && ys_slice_drop_end(a, word);
}

static const char *const punctuation[] = {
	" ", "-", "—", "–", "_", "·", "|", ":", "：", ",", "，", "、", ".", "。", ";", "；", "/", "《", "》",
	"【", "】", NULL
};

gboolean ys_slice_has_han(const ys_slice *a)
{
	for (const char *p = a->s; p < a->s + a->len; p = g_utf8_next_char(p))
		if (g_unichar_get_script(g_utf8_get_char(p)) == G_UNICODE_SCRIPT_HAN)
			return TRUE;
	return FALSE;
}

gboolean ys_slice_trim_start(ys_slice *a)
{
	gsize before = a->len;

	while (ys_slice_drop_start_any(a, punctuation))
		;
	return a->len != before;
}

gboolean ys_slice_trim_end(ys_slice *a)
{
	gsize before = a->len;

	while (ys_slice_drop_end_any(a, punctuation))
		;
	return a->len != before;
}

const char *const ys_slice_openings[] = { "(", "（", "[", "〔", NULL };
const char *const ys_slice_closings[] = { ")", "）", "]", "〕", NULL };

gboolean ys_slice_drop_bracket_end(ys_slice *a, ys_slice *inside)
{
	ys_slice rest = *a;

	if (!ys_slice_drop_end_any(&rest, ys_slice_closings))
		return FALSE;
	for (gsize end = rest.len; rest.len; rest.len--) {
		gsize start = rest.len;

		if (!ys_slice_drop_end_any(&rest, ys_slice_openings))
			continue;
		*inside = (ys_slice){ rest.s + start, end - start };
		*a = rest;
		return TRUE;
	}
	return FALSE;
}

/* ---- years ---- */

static const char *const year_words[] = { "年度", "年", "度", NULL };

int ys_slice_drop_year_end(ys_slice *a)
{
	ys_slice rest = *a;
	const char *end, *start;
	int year;

	ys_slice_drop_end_any(&rest, year_words);
	ys_slice_trim_end(&rest);
	start = end = rest.s + rest.len;
	for (int i = 0; i < 4 && start; i++)
		start = g_utf8_find_prev_char(rest.s, start);
	year = start ? ys_year_at(start, end - start).year : 0;
	if (year)
		*a = (ys_slice){ rest.s, start - rest.s };
	return year;
}

int ys_slice_drop_year_start(ys_slice *a)
{
	ys_year found = ys_year_at(a->s, a->len);

	if (found.year)
		*a = (ys_slice){ a->s + found.len, a->len - found.len };
	return found.year;
}
