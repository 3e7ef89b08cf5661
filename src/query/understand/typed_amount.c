/* An amount is one part or several, each a number and a unit, the units ever smaller: 1亿2000万.  Digits are read
 * by the one reader of amounts; numerals become digits first. */
#include "src/query/understand/typed_amount.h"

#include <string.h>

/* Digits of one number, with its commas and point. */
#define DIGITS_MAX 32

/* ---- numerals ---- */

static int digit_of(gunichar c)
{
	static const char digits[] = "零一二三四五六七八九";
	const char *found = c ? g_utf8_strchr(digits, -1, c) : NULL;

	if (c == U'两')
		return 2;
	return found ? (int)g_utf8_pointer_to_offset(digits, found) : -1;
}

static guint power_of(gunichar c)
{
	return c == U'十' ? 10 : c == U'百' ? 100 : c == U'千' ? 1000 : 0;
}

/* Below ten thousand: 三百二十, 百, 两千零五; powers fall.  What has no power is one digit. */
static gsize numeral_at(const char *s, guint *number)
{
	const char *p = s;
	guint last = 10000;

	*number = 0;
	for (;;) {
		const char *q = p;
		int digit;
		guint power;

		while (g_utf8_get_char(q) == U'零' && q > s)
			q = g_utf8_next_char(q);
		digit = digit_of(g_utf8_get_char(q));
		if (digit > 0)
			q = g_utf8_next_char(q);
		power = power_of(g_utf8_get_char(q));
		if ((!power && digit <= 0) || (power && power >= last) || (!power && last <= 1))
			break;
		p = power ? g_utf8_next_char(q) : q;
		last = power ? power : 1;
		*number += (guint)(digit > 0 ? digit : 1) * last;
	}
	return p - s;
}

gsize ys_typed_number_at(const char *s, guint *number)
{
	gsize n = strspn(s, "0123456789");

	if (!n)
		return numeral_at(s, number);
	*number = n <= 4 ? (guint)g_ascii_strtoull(s, NULL, 10) : 0;
	return n <= 4 ? n : 0;
}

/* ---- parts ---- */

/* One number and its unit. */
typedef struct {
	ys_amount amount;
	gint64 unit;            /* 0: none was typed */
	gsize len;
	gboolean in_words;
} part;

static gsize unit_at(const char *s, gint64 *fen)
{
	static const struct {
		const char *name;
		gint64 fen;
	} units[] = {
		{ "个亿", YS_YI },             { "亿", YS_YI },       { "千万", 1000 * YS_WAN },
		{ "百万", 100 * YS_WAN },      { "万", YS_WAN },      { "块", YS_YUAN },
	};
	static const char *const tails[] = { "元", "块钱", "块" };
	gsize len = 0;

	*fen = 0;
	for (gsize i = 0; i < G_N_ELEMENTS(units) && !len; i++)
		if (g_str_has_prefix(s, units[i].name)) {
			*fen = units[i].fen;
			len = strlen(units[i].name);
		}
	for (gsize i = 0; i < G_N_ELEMENTS(tails); i++)
		if (g_str_has_prefix(s + len, tails[i])) {
			*fen = len ? *fen : YS_YUAN;
			return len + strlen(tails[i]);
		}
	return len;
}

/* unit: of a number that has none; 0: it is no amount then. */
static gboolean part_at(const char *s, gint64 unit, part *out)
{
	char digits[DIGITS_MAX + 1];
	gsize n = strspn(s, "0123456789"), taken = 0;
	guint number;

	*out = (part){ .amount = YS_AMOUNT_NONE };
	if (n) {
		n = strspn(s, "0123456789.,");
		/* a point or comma at the end belongs to what follows */
		while (n && strchr(".,", s[n - 1]))
			n--;
		if (n > DIGITS_MAX)
			return FALSE;
		memcpy(digits, s, n);
		digits[n] = '\0';
	} else {
		n = numeral_at(s, &number);
		out->in_words = TRUE;
		g_snprintf(digits, sizeof digits, "%u", number);
	}
	/* 亿元以上 */
	if (!n && g_str_has_prefix(s, "亿"))
		g_strlcpy(digits, "1", sizeof digits);
	else if (!n)
		return FALSE;
	taken = unit_at(s + n, &out->unit);
	out->len = n + taken;
	out->amount = out->unit || unit ? ys_amount_parse(digits, out->unit ? out->unit : unit) : YS_AMOUNT_NONE;
	return out->amount != YS_AMOUNT_NONE;
}

ys_typed_amount ys_typed_amount_at(const char *s, gint64 unit)
{
	ys_typed_amount all = { .amount = 0 };
	gint64 last = G_MAXINT64;
	part next;

	while (part_at(s + all.len, all.len ? 0 : unit, &next) && (next.unit < last) &&
	       !__builtin_add_overflow(all.amount, next.amount, &all.amount)) {
		all.in_words |= next.in_words;
		all.bare = !next.unit;
		all.len += next.len;
		last = next.unit;
		if (last <= YS_YUAN)
			break;
	}
	return all;
}

gint64 ys_typed_amount_unit(const char *s)
{
	gint64 unit = 0;
	gsize at = 0;
	part next;

	while (part_at(s + at, 0, &next) && (!unit || next.unit < unit)) {
		unit = next.unit;
		at += next.len;
	}
	return unit;
}
