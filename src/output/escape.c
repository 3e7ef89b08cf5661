#include "src/output/escape.h"

#include <string.h>

/* What neither HTML nor XML may hold: C0 but for tab and line ends, DEL, C1, the two characters
 * that are none.  Bidirectional overrides, because they make a figure read backwards and reach
 * beyond the element they stand in. */
static gboolean is_forbidden(gunichar c)
{
	if (c < 0x20)
		return c != '\t' && c != '\n' && c != '\r';
	return (c >= 0x7f && c < 0xa0) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) ||
	       (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
}

/* The bytes of the character at s; 0 if it is broken or forbidden. */
static gsize good_character(const char *s, gsize left)
{
	gunichar c = g_utf8_get_char_validated(s, left);

	if (c == (gunichar)-1 || c == (gunichar)-2 || is_forbidden(c))
		return 0;
	return g_utf8_next_char(s) - s;
}

/* The bytes to step over where no character could be read: a forbidden one whole, a broken one
 * byte by byte. */
static gsize bad_character(const char *s, gsize left)
{
	gunichar c = g_utf8_get_char_validated(s, left);

	return c == (gunichar)-1 || c == (gunichar)-2 ? 1 : g_utf8_next_char(s) - s;
}

static const char *entity(char c, gboolean quotes)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return quotes ? "&quot;" : NULL;
	case '\'':
		return quotes ? "&#39;" : NULL;
	default:
		return NULL;
	}
}

static void append_escaped(GString *out, const char *s, gboolean quotes)
{
	gsize left = s ? strlen(s) : 0, step;

	for (; left; s += step, left -= step) {
		const char *name = entity(*s, quotes);

		step = good_character(s, left);
		if (name) {
			g_string_append(out, name);
		} else if (step) {
			g_string_append_len(out, s, step);
		} else {
			g_string_append(out, "\xEF\xBF\xBD");
			step = bad_character(s, left);
		}
	}
}

void ys_html_text(GString *out, const char *s)
{
	append_escaped(out, s, FALSE);
}

void ys_html_attr(GString *out, const char *s)
{
	append_escaped(out, s, TRUE);
}

void ys_url_arg(GString *out, const char *s)
{
	static const char digits[] = "0123456789ABCDEF";

	for (; s && *s; s++) {
		guchar byte = *s;

		if (g_ascii_isalnum(*s) || strchr("-._~", *s)) {
			g_string_append_c(out, *s);
		} else {
			g_string_append_c(out, '%');
			g_string_append_c(out, digits[byte >> 4]);
			g_string_append_c(out, digits[byte & 15]);
		}
	}
}
