#include "src/output/text.h"

#include "src/text/match.h"

#define HIT_ON  "\033[1;31m"
#define DIM_ON  "\033[2m"
#define OFF     "\033[0m"

static guint width_of(gunichar c)
{
	if (g_unichar_iszerowidth(c))
		return 0;
	return g_unichar_iswide(c) ? 2 : 1;
}

/* C0, DEL and C1: what a terminal obeys instead of showing.  Bidirectional overrides can
 * make a figure read backwards. */
static gboolean is_control(gunichar c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static gunichar safe(gunichar c)
{
	if (c == '\n' || c == '\t' || c == '\r')
		return ' ';
	return is_control(c) ? 0xfffd : c;
}

guint ys_text_width(const char *s)
{
	guint width = 0;

	for (; *s; s = g_utf8_next_char(s))
		width += width_of(safe(g_utf8_get_char(s)));
	return width;
}

void ys_text_append_safe(GString *out, const char *s)
{
	for (; *s; s = g_utf8_next_char(s))
		g_string_append_unichar(out, safe(g_utf8_get_char(s)));
}

void ys_text_append_column(GString *out, const char *s, guint width)
{
	gboolean cut = ys_text_width(s) > width;
	guint room = cut && width ? width - 1 : width, used = 0;

	for (; *s; s = g_utf8_next_char(s)) {
		gunichar c = safe(g_utf8_get_char(s));

		if (used + width_of(c) > room)
			break;
		g_string_append_unichar(out, c);
		used += width_of(c);
	}
	if (cut && width) {
		g_string_append(out, "…");
		used++;
	}
	for (; used < width; used++)
		g_string_append_c(out, ' ');
}

void ys_text_append_pieces(GString *out, const GPtrArray *pieces, const ys_style *style)
{
	for (guint i = 0; i < pieces->len; i++) {
		const ys_piece *piece = g_ptr_array_index(pieces, i);

		if (piece->hit && style->colour)
			g_string_append(out, HIT_ON);
		ys_text_append_safe(out, piece->text);
		if (piece->hit && style->colour)
			g_string_append(out, OFF);
	}
}

void ys_text_append_dim(GString *out, const char *s, const ys_style *style)
{
	if (style->colour)
		g_string_append(out, DIM_ON);
	ys_text_append_safe(out, s);
	if (style->colour)
		g_string_append(out, OFF);
}
