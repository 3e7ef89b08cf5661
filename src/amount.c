#include "src/amount.h"

#include <string.h>

/* A number is read in two steps: squeeze() leaves ASCII and unit characters, without
 * blanks; then a strict grammar decides.  What the grammar refuses is often half a
 * number (phenomenon 52), so it refuses rather than guesses. */

/* Longer than any number that fits an amount, with its unit; room for a unit that was not typed. */
#define SQUEEZED_SIZE 64
#define UNIT_ROOM 12

/* ---- characters ---- */

static gboolean is_dash(gunichar c)
{
	return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2500 ||
	       c == 0xFE58 || c == 0xFE63 || c == 0xFF0D;
}

/* Blanks of the layout and the zero-width characters that come with them. */
static gboolean is_blank(gunichar c)
{
	return g_unichar_isspace(c) || g_unichar_type(c) == G_UNICODE_FORMAT;
}

/* A tab or line end is the border of a cell: digits on its two sides are two numbers. */
static gboolean is_border(gunichar c)
{
	return (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* The form of c that the grammar knows; 0 if no number or unit holds it, as where c stands for invalid UTF-8. */
static gunichar plain(gunichar c)
{
	if (c >= U'０' && c <= U'９')
		return '0' + (c - U'０');
	if (is_dash(c))
		return '-';
	switch (c) {
	case U'，': return ',';
	case U'．': return '.';
	case U'（': return '(';
	case U'）': return ')';
	case U'萬': return U'万';
	case U'億': return U'亿';
	case U'元': case U'千': case U'百': case U'万': case U'亿':
		return c;
	default:
		return c > 0 && c < 0x80 && strchr("0123456789,.()", (int)c) ? c : 0;
	}
}

/* Copy s without blanks and in plain form to buf; FALSE if it cannot be a number. */
static gboolean squeeze(const char *s, char buf[SQUEEZED_SIZE])
{
	gboolean border = FALSE;
	gsize n = 0;

	for (; *s; s = g_utf8_next_char(s)) {
		gunichar c = g_utf8_get_char_validated(s, -1), form = plain(c);

		if (!form && !is_border(c) && !is_blank(c))
			return FALSE;
		if (!form) {
			border |= is_border(c) && n > 0;
			continue;
		}
		if (border || n + UNIT_ROOM >= SQUEEZED_SIZE)
			return FALSE;
		n += g_unichar_to_utf8(form, buf + n);
	}
	buf[n] = '\0';
	return n > 0;
}

/* ---- the number ---- */

/* Read 7983 or 7,983; returns what follows it, NULL if it is neither.  02 is refused:
 * a leading zero is the mark of a code or of the second half of a broken number. */
static const char *read_integer(const char *s, guint64 *value)
{
	const char *p;
	gboolean commas = FALSE;
	guint group = 0;

	*value = 0;
	for (p = s; g_ascii_isdigit(*p) || *p == ','; p++) {
		if (*p != ',') {
			group++;
			if (!g_uint64_checked_mul(value, *value, 10) ||
			    !g_uint64_checked_add(value, *value, (guint64)(*p - '0')))
				return NULL;
			continue;
		}
		if (group == 0 || group > 3 || (commas && group < 3))
			return NULL;
		commas = TRUE;
		group = 0;
	}
	if (group == 0 || (commas && group != 3) || (*s == '0' && p - s > 1))
		return NULL;
	return p;
}

/* Read the digits behind the point, in multiples of unit fen.  FALSE if there are
 * none, something follows them, or they are finer than a fen. */
static gboolean read_fraction(const char *s, guint64 unit, guint64 *fen)
{
	const char *p;

	*fen = 0;
	for (p = s; g_ascii_isdigit(*p); p++) {
		guint64 digit = (guint64)(*p - '0');

		if (unit % 10 == 0) {
			unit /= 10;
			*fen += digit * unit;
		} else if (digit) {
			return FALSE;
		}
	}
	return p > s && !*p;
}

static gboolean read_magnitude(const char *s, gint64 unit, guint64 *fen)
{
	guint64 fraction = 0;

	s = read_integer(s, fen);
	if (!s || !g_uint64_checked_mul(fen, *fen, (guint64)unit))
		return FALSE;
	if (*s == '.' ? !read_fraction(s + 1, (guint64)unit, &fraction) : *s != '\0')
		return FALSE;
	return g_uint64_checked_add(fen, *fen, fraction) && *fen <= G_MAXINT64;
}

/* The signed number in s, which is cut in the course. */
static ys_amount read_number(char *s, gint64 unit)
{
	gsize n = strlen(s);
	gboolean negative = FALSE;
	guint64 fen;

	if (*s == '-') {
		negative = TRUE;
		s++;
	} else if (*s == '(' && s[n - 1] == ')') {
		negative = TRUE;
		s[n - 1] = '\0';
		s++;
	}
	if (unit <= 0 || !read_magnitude(s, unit, &fen))
		return YS_AMOUNT_NONE;
	return negative ? -(gint64)fen : (gint64)fen;
}

ys_amount ys_amount_parse(const char *s, gint64 unit)
{
	char buf[SQUEEZED_SIZE];

	if (!s || !squeeze(s, buf))
		return YS_AMOUNT_NONE;
	if (strcmp(buf, "-") == 0 || strcmp(buf, "--") == 0)
		return 0;
	return read_number(buf, unit);
}

/* ---- units ---- */

/* Each before those that it ends with. */
static const struct {
	const char *name;
	gint64 fen;
} units[] = {
	{ "千万元", 1000 * YS_WAN },    /* typed and told, but the unit of no table */
	{ "百万元", 100 * YS_WAN },
	{ "亿元", YS_YI },
	{ "万元", YS_WAN },
	{ "千元", 1000 * YS_YUAN },
	{ "元", YS_YUAN },
};
enum { TABLE_UNITS = 1 };               /* the first of those that tables have */

static gboolean cut_suffix(char *s, const char *suffix)
{
	if (!g_str_has_suffix(s, suffix))
		return FALSE;
	s[strlen(s) - strlen(suffix)] = '\0';
	return TRUE;
}

ys_amount ys_amount_parse_typed(const char *s)
{
	char buf[SQUEEZED_SIZE];

	if (!s || !squeeze(s, buf))
		return YS_AMOUNT_NONE;
	/* 500万 is 500万元, 500 too */
	if (!g_str_has_suffix(buf, "元"))
		strcat(buf, (guchar)buf[strlen(buf) - 1] < 0x80 ? "万元" : "元");
	for (gsize i = 0; i < G_N_ELEMENTS(units); i++)
		if (cut_suffix(buf, units[i].name))
			return read_number(buf, units[i].fen);
	return YS_AMOUNT_NONE;
}

gsize ys_unit_at(const char *s, gint64 *fen)
{
	for (gsize i = 0; i < G_N_ELEMENTS(units); i++) {
		const char *p = s, *name = units[i].name;

		while (*name && plain(g_utf8_get_char(p)) == g_utf8_get_char(name)) {
			p = g_utf8_next_char(p);
			name = g_utf8_next_char(name);
		}
		if (*name)
			continue;
		*fen = units[i].fen;
		return p - s;
	}
	return 0;
}

const char *ys_unit_name(gint64 fen)
{
	for (gsize i = 0; i < G_N_ELEMENTS(units); i++)
		if (units[i].fen == fen)
			return units[i].name;
	return NULL;
}

/* The character before *p that is no blank, and *p moved to it; 0 at the start of s. */
static gunichar step_back(const char *s, const char **p)
{
	const char *q = *p;

	while ((q = g_utf8_find_prev_char(s, q))) {
		gunichar c = g_utf8_get_char_validated(q, *p - q);

		*p = q;
		if (!is_blank(c))
			return c;
	}
	return 0;
}

/* A digit or a numeral: with it in front, 万元 ends an amount
 * (单价50万元以上设备) or is a unit we do not know (十万元). */
static gboolean is_numeral(gunichar c)
{
	return g_unichar_isdigit(c) || (c && g_utf8_strchr("一二三四五六七八九十百千万亿两几", -1, c));
}

/* Whether 元 alone, after before and up to rest, names the unit and is not part of a
 * word: 广元市, 元氏县, 美元, 单元, 100元 are not. */
static gboolean is_bare_yuan(gunichar before, const char *rest)
{
	gunichar after = g_utf8_get_char_validated(rest, -1);

	if (*rest && after != (gunichar)-1 && after != (gunichar)-2 && g_unichar_isalnum(after))
		return FALSE;
	return !before || !g_unichar_isalnum(before) || g_utf8_strchr("位币额数为", -1, before);
}

/* The word, in any of its forms, ends at *p, which is moved before it. */
static gboolean step_back_over(const char *s, const char **p, const char *word)
{
	for (const char *w = word + strlen(word); w > word;) {
		w = g_utf8_prev_char(w);
		if (plain(step_back(s, p)) != g_utf8_get_char(w))
			return FALSE;
	}
	return TRUE;
}

/* The unit that ends with the 元 before end in s; 0 if it is none. */
static gint64 unit_ending_at(const char *s, const char *end)
{
	for (gsize i = TABLE_UNITS; i < G_N_ELEMENTS(units); i++) {
		const char *p = end;
		gunichar before;

		if (!step_back_over(s, &p, units[i].name))
			continue;
		before = step_back(s, &p);
		if (units[i].fen == YS_YUAN ? is_bare_yuan(before, end) : !is_numeral(before))
			return units[i].fen;
		return 0;
	}
	return 0;
}

gint64 ys_unit_in(const char *s)
{
	const char *yuan = s;

	while (s && (yuan = strstr(yuan, "元"))) {
		gint64 fen;

		yuan += strlen("元");
		fen = unit_ending_at(s, yuan);
		if (fen)
			return fen;
	}
	return 0;
}

/* ---- writing ---- */

static guint64 append_sign(GString *out, ys_amount amount)
{
	if (amount >= 0)
		return (guint64)amount;
	g_string_append_c(out, '-');
	return -(guint64)amount;
}

/* Append a fraction of so many places, without trailing zeros but at least least of them. */
static void append_fraction(GString *out, guint64 fraction, int places, int least)
{
	while (places > least && fraction % 10 == 0) {
		fraction /= 10;
		places--;
	}
	if (places > 0)
		g_string_append_printf(out, ".%0*" G_GUINT64_FORMAT, places, fraction);
}

void ys_amount_append_yuan(GString *out, ys_amount amount)
{
	guint64 fen;

	if (amount == YS_AMOUNT_NONE)
		return;
	fen = append_sign(out, amount);
	g_string_append_printf(out, "%" G_GUINT64_FORMAT, fen / YS_YUAN);
	append_fraction(out, fen % YS_YUAN, 2, 0);
}

void ys_amount_append_wan(GString *out, ys_amount amount)
{
	gsize start, digits;
	guint64 fen;

	if (amount == YS_AMOUNT_NONE)
		return;
	fen = append_sign(out, amount);
	start = out->len;
	g_string_append_printf(out, "%" G_GUINT64_FORMAT, fen / YS_WAN);
	digits = out->len - start;
	for (gsize i = 3; i < digits; i += 3)
		g_string_insert_c(out, (gssize)(start + digits - i), ',');
	append_fraction(out, fen % YS_WAN, 6, 2);
	g_string_append(out, "万元");
}
