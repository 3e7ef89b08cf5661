#include "src/publication/words/numbering.h"

#include <string.h>

#include "src/word_list.h"

/* No list is longer; 120、 and 2023. are no numbers of one. */
#define DIGITS_MAX 2

/* The value of a Han digit; -1: c is none. */
static int digit_of(gunichar c)
{
	static const gunichar digits[] = U"零一二三四五六七八九";

	for (int i = 0; i < 10; i++)
		if (digits[i] == c)
			return i;
	return -1;
}

/* The value of the Han numeral that *p begins with, which is moved behind it. */
static guint read_han(const char **p)
{
	guint value = 0, digit = 0;

	for (; **p; *p = g_utf8_next_char(*p)) {
		gunichar c = g_utf8_get_char(*p);
		int found = digit_of(c);

		if (found < 0 && c != U'十' && c != U'百')
			break;
		if (found < 0)
			value += MAX(digit, 1) * (c == U'十' ? 10 : 100);
		digit = MAX(found, 0);
	}
	return value + digit;
}

/* The numeral that s begins with, in Han characters or digits of either width, without its mark;
 * returns what follows. */
static const char *read_numeral(const char *s, ys_number *number)
{
	const char *p = s;

	number->kind = YS_NUMBER_HAN;
	number->value = read_han(&p);
	if (p > s)
		return p;
	number->kind = YS_NUMBER_DIGIT;
	for (guint n = 0; n < DIGITS_MAX && g_unichar_isdigit(g_utf8_get_char(p)); n++) {
		number->value = number->value * 10 + (guint)g_unichar_digit_value(g_utf8_get_char(p));
		p = g_utf8_next_char(p);
	}
	return p;
}

/* ① to ⑳, ⑴ to ⒇, ⒈ to ⒛; returns what follows, NULL if text begins with none. */
static const char *read_sign(const char *text, ys_number *number)
{
	gunichar c = g_utf8_get_char(text);

	if (c < U'①' || c > U'⒛')
		return NULL;
	number->kind = YS_NUMBER_SIGN;
	number->value = (c - U'①') % 20 + 1;
	return g_utf8_next_char(text);
}

/* 第一部分. */
static const char *read_part(const char *text, ys_number *number)
{
	const char *p;

	if (g_utf8_get_char(text) != U'第')
		return NULL;
	p = read_numeral(text + strlen("第"), number);
	number->kind = YS_NUMBER_PART;
	return g_str_has_prefix(p, "部分") ? p + strlen("部分") : NULL;
}

/* A numeral with its mark, perhaps behind a bracket. */
static const char *read_marked(const char *text, ys_number *number)
{
	gboolean opened = *text == '(' || g_utf8_get_char(text) == U'（';
	const char *p = read_numeral(opened ? g_utf8_next_char(text) : text, number);
	gboolean han = number->kind == YS_NUMBER_HAN;
	gunichar mark = g_utf8_get_char(p);

	if (mark == ')' || mark == U'）')
		number->kind = han ? YS_NUMBER_HAN_BRACKET : YS_NUMBER_DIGIT_BRACKET;
	else if (!opened && han && mark == U'是')
		number->kind = YS_NUMBER_CLAUSE;
	else if (opened || (mark != U'、' && mark != '.' && mark != U'．'))
		return NULL;
	return g_utf8_next_char(p);
}

ys_number ys_number_at(const char *text)
{
	ys_number number = { 0 };
	const char *p;

	if (!(p = read_sign(text, &number)) && !(p = read_part(text, &number)))
		p = read_marked(text, &number);
	if (!p || !number.value)
		return (ys_number){ 0 };
	for (gunichar c; (c = g_utf8_get_char(p)) == U'、' || c == U'：' || c == ':' || c == ' ';)
		p = g_utf8_next_char(p);
	number.len = p - text;
	return number;
}

const char *ys_behind_number(const char *text)
{
	ys_number_kind above = YS_NUMBER_NONE;

	for (ys_number number; (number = ys_number_at(text)).kind > above; above = number.kind)
		text += number.len;
	return text;
}

const char *ys_behind_leads(const char *name, const char *const *leads)
{
	const char *before;

	do {
		const char *behind = ys_behind_word(name, leads);

		before = name;
		name = ys_behind_number(behind ? behind : name);
	} while (name != before);
	return name;
}

const char *ys_behind_marks(const char *name)
{
	static const char *const leads[] = { "其中：", "其中:", "其中", "加：", "加:", "减：", "减:", " ", NULL };

	return ys_behind_leads(name, leads);
}
