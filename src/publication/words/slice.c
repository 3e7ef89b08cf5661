#include "src/publication/words/slice.h"

#include <string.h>

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

gboolean ys_slice_starts(const ys_slice *a, const char *word)
{
	gsize n = strlen(word);

	return a->len >= n && !memcmp(a->s, word, n);
}

gboolean ys_slice_ends(const ys_slice *a, const char *word)
{
	gsize n = strlen(word);

	return a->len >= n && !memcmp(a->s + a->len - n, word, n);
}

const char *ys_slice_starts_any(const ys_slice *a, const char *const *words)
{
	for (; *words; words++)
		if (ys_slice_starts(a, *words))
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
	if (!ys_slice_starts(a, word))
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

/* Value of the digit that ends a, in ASCII or Chinese, which is taken off; -1 if none. */
static int drop_digit(ys_slice *a)
{
	static const char *const digits[] = { "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九" };

	if (a->len && g_ascii_isdigit(a->s[a->len - 1]))
		return a->s[--a->len] - '0';
	for (int i = 0; i < 10; i++)
		if (ys_slice_drop_end(a, digits[i]))
			return i;
	/* what else people type for 〇 */
	return ys_slice_drop_end(a, "○") || ys_slice_drop_end(a, "零") || ys_slice_drop_end(a, "O") ? 0 : -1;
}

static const char *const year_words[] = { "年度", "年", "度", NULL };

int ys_slice_drop_year_end(ys_slice *a)
{
	ys_slice rest = *a;
	int year = 0;

	ys_slice_drop_end_any(&rest, year_words);
	ys_slice_trim_end(&rest);
	for (int i = 0, unit = 1; i < 4; i++, unit *= 10) {
		int digit = drop_digit(&rest);

		if (digit < 0)
			return 0;
		year += digit * unit;
	}
	if (year < 1990 || year > 2099)
		return 0;
	*a = rest;
	return year;
}

int ys_slice_drop_year_start(ys_slice *a)
{
	ys_slice head = { a->s, 0 }, rest;
	int year;

	for (int i = 0; i < 4 && head.len < a->len; i++)
		head.len += g_utf8_skip[(guchar)a->s[head.len]];
	if (head.len > a->len)
		return 0;
	rest = (ys_slice){ a->s + head.len, a->len - head.len };
	if (rest.len && g_ascii_isdigit(*rest.s))
		return 0;
	year = ys_slice_drop_year_end(&head);
	if (!year || head.len)
		return 0;
	ys_slice_drop_start_any(&rest, year_words);
	*a = rest;
	return year;
}
