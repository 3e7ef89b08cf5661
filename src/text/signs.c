/* Both texts are folded, which keeps the way back to the original: what stood between two folded characters that
 * are next to each other is a gap, and the signs of the gaps are compared. */
#include "src/text/signs.h"

#include <string.h>

#include "src/text/fold.h"
#include "src/text/match.h"

/* Full-width forms stand so far behind their ASCII ones. */
#define FULL_WIDTH 0xFEE0

typedef enum {
	NO_SIGN,
	MARK,
	SIGN
} sort;

static gunichar plain(gunichar c)
{
	if (c > 0xFF00 && c < 0xFF5F)
		return c - FULL_WIDTH;
	switch (c) {
	case 0xFFE5: return 0xA5;
	case 0x2266: return 0x2264;
	case 0x2267: return 0x2265;
	}
	return g_unichar_type(c) == G_UNICODE_DASH_PUNCTUATION ? '-' : c;
}

static sort sort_of(gunichar c)
{
	if (c && c < 0x80 && strchr("-/&#@", (int)c))
		return MARK;
	if (c == '|' || c == '~')
		return NO_SIGN;
	if (c == '%' || c == 0x2030)
		return SIGN;
	switch (g_unichar_type(c)) {
	case G_UNICODE_MATH_SYMBOL:
	case G_UNICODE_CURRENCY_SYMBOL:
		return SIGN;
	default:
		return NO_SIGN;
	}
}

/* Append the signs, or the marks, of a gap. */
static void take(GString *out, const char *text, gsize from, gsize to, sort wanted)
{
	for (const char *p = text + from; p < text + to; p = g_utf8_next_char(p)) {
		const gunichar c = plain(g_utf8_get_char(p));

		if (sort_of(c) != wanted)
			continue;
		if (c == 0x2264)
			g_string_append(out, "<=");
		else if (c == 0x2265)
			g_string_append(out, ">=");
		else
			g_string_append_unichar(out, c);
	}
}

gboolean ys_signs_any(const char *typed)
{
	for (const char *p = typed; *p; p = g_utf8_next_char(p))
		if (sort_of(plain(g_utf8_get_char(p))) != NO_SIGN)
			return TRUE;
	return FALSE;
}

/* A folded text, what it was made of, and a part of it. */
typedef struct {
	const ys_folded *folded;
	const char *text;
	gsize at, end;
} part;

/* The gap before the folded character at i, i as far as the end: bytes of the original.  What separates is of the
 * gap itself. */
static void gap_at(const part *p, gsize i, gsize *from, gsize *to)
{
	const char *text = p->folded->text;
	const gsize before = i && text[i - 1] == ' ' ? i - 1 : i, behind = text[i] == ' ' ? i + 1 : i;

	*from = before ? p->folded->end[before - 1] : 0;
	*to = behind < p->folded->len ? p->folded->start[behind] : strlen(p->text);
}

static gboolean gap_has(const part *typed, const part *found, gsize i, sort wanted)
{
	g_autoptr(GString) want = g_string_new(NULL), have = g_string_new(NULL);
	gsize from, to;

	gap_at(typed, i, &from, &to);
	take(want, typed->text, from, to, wanted);
	if (!want->len)
		return TRUE;
	gap_at(found, found->at + i, &from, &to);
	take(have, found->text, from, to, wanted);
	if (!i)
		return g_str_has_suffix(have->str, want->str);
	return i == typed->end ? g_str_has_prefix(have->str, want->str) : !strcmp(have->str, want->str);
}

static gboolean all_gaps(const part *typed, const part *found, sort wanted)
{
	for (gsize i = 0; i <= typed->end; i++) {
		/* inside a character there is none */
		if (i && i < typed->end && (typed->folded->text[i] & 0xC0) == 0x80)
			continue;
		if (!gap_has(typed, found, i, wanted))
			return FALSE;
	}
	return TRUE;
}

ys_signs ys_signs_stand(const char *original, const char *typed)
{
	g_autoptr(ys_folded) folded = ys_fold(original, -1), run = ys_fold(typed, -1);
	const part want = { run, typed, 0, run->len };
	ys_signs best = YS_SIGNS_NONE;

	for (gssize at = 0; best != YS_SIGNS_STAND &&
	     (at = ys_match_find(folded->text, folded->len, run->text, run->len, at)) >= 0; at++) {
		const part found = { folded, original, at, at + run->len };

		if (all_gaps(&want, &found, SIGN))
			best = all_gaps(&want, &found, MARK) ? YS_SIGNS_STAND : YS_SIGNS_OTHER;
	}
	return best;
}
