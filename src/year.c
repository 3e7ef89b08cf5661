#include "src/year.h"

#include <string.h>

/* The value of a digit; Han ones have what people type for 〇 among them.  -1 if c is none. */
static int digit_of(gunichar c)
{
	static const char digits[] = "〇一二三四五六七八九";
	const char *found = c ? g_utf8_strchr(digits, -1, c) : NULL;

	if (found)
		return (int)g_utf8_pointer_to_offset(digits, found);
	return c == U'○' || c == U'零' || c == 'O' ? 0 : g_unichar_digit_value(c);
}

/* The digit at *p, which is moved behind it; -1 if there is none before end. */
static int take_digit(const char **p, const char *end)
{
	int digit = *p < end ? digit_of(g_utf8_get_char(*p)) : -1;

	if (digit >= 0)
		*p = g_utf8_next_char(*p);
	return digit;
}

static const char *skip_sign(const char *p, const char *end)
{
	static const char *const signs[] = { "年度", "年", "度" };

	for (gsize i = 0; i < G_N_ELEMENTS(signs); i++)
		if ((gsize)(end - p) >= strlen(signs[i]) && !memcmp(p, signs[i], strlen(signs[i])))
			return p + strlen(signs[i]);
	return p;
}

ys_year ys_year_at(const char *s, gssize n)
{
	const char *p = s, *end = s + (n < 0 ? strlen(s) : (gsize)n), *rest;
	int year = 0;

	for (int i = 0; i < 4; i++) {
		int digit = take_digit(&p, end);

		if (digit < 0)
			return (ys_year){ 0 };
		year = 10 * year + digit;
	}
	rest = p;
	if (year < YS_YEAR_FIRST || year > YS_YEAR_LAST || take_digit(&rest, end) >= 0)
		return (ys_year){ 0 };
	return (ys_year){ year, 0, skip_sign(p, end) - s };
}

ys_year ys_year_find(const char *s, gssize n)
{
	const char *end = s + (n < 0 ? strlen(s) : (gsize)n), *sign = s;

	for (; (sign = g_strstr_len(sign, end - sign, "年")); sign += strlen("年")) {
		const char *p = sign;
		ys_year found = { 0 };

		for (int i = 0; i < 4 && p; i++)
			p = g_utf8_find_prev_char(s, p);
		if (p)
			found = ys_year_at(p, end - p);
		if (found.year) {
			found.start = p - s;
			return found;
		}
	}
	return (ys_year){ 0 };
}

int ys_year_of(const char *s)
{
	ys_year found = ys_year_at(s, -1);

	return found.len == strlen(s) ? found.year : 0;
}
