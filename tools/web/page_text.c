#include "tools/web/page_text.h"

#include <stdarg.h>
#include <string.h>

#include "src/output/place.h"

#define ARGUMENTS_MAX 4

void page_plain(page_out *p, const char *text)
{
	ys_html_text(p->out, text);
}

void page_chinese(page_out *p)
{
	if (p->request->lang != WEB_ZH)
		PAGE_LIT(p, " lang=\"zh-CN\"");
}

/* With the punctuation of its width, but not the quotation marks that English has too. */
static gboolean is_chinese(gunichar c)
{
	return ys_char_class_of(c) == YS_CHAR_HAN || (c >= 0x3000 && c <= 0x303f) || (c >= 0xff00 && c <= 0xffef);
}

/* The end of the Chinese that begins at s: up to the next Latin letter, without the digits and signs
 * in front of that, which belong to either. */
static const char *chinese_end(const char *s)
{
	const char *end = s;

	for (; *s && !g_ascii_isalpha(*s); s = g_utf8_next_char(s))
		if (is_chinese(g_utf8_get_char(s)))
			end = g_utf8_next_char(s);
	return end;
}

/* Where the Chinese at s begins, not before from: 2023年 is said as one, but the figure of 2,655.11万元 is
 * said in English. */
static const char *chinese_begin(const char *from, const char *s)
{
	static const char *const units[] = { "万", "亿", "元" };

	for (gsize i = 0; i < G_N_ELEMENTS(units); i++)
		if (g_str_has_prefix(s, units[i]))
			return s;
	while (s > from && g_ascii_isdigit(s[-1]))
		s--;
	return s;
}

static void append_part(page_out *p, const char *from, const char *to)
{
	g_autofree char *part = g_strndup(from, to - from);

	page_plain(p, part);
}

void page_text(page_out *p, const char *text)
{
	const char *from = text, *s = text;

	if (!text || p->request->lang == WEB_ZH) {
		page_plain(p, text);
		return;
	}
	while (*s) {
		if (!is_chinese(g_utf8_get_char(s))) {
			s = g_utf8_next_char(s);
			continue;
		}
		s = chinese_begin(from, s);
		append_part(p, from, s);
		PAGE_LIT(p, "<span lang=\"zh-CN\">");
		from = chinese_end(s);
		append_part(p, s, from);
		PAGE_LIT(p, "</span>");
		s = from;
	}
	page_plain(p, from);
}

char *page_clipped(const char *text, guint max)
{
	const char *end;

	/* bytes are never fewer than characters */
	if (!text || strlen(text) <= max || g_utf8_strlen(text, -1) <= (glong)max)
		return g_strdup(text);
	end = g_utf8_offset_to_pointer(text, max);
	return g_strdup_printf("%.*s…", (int)(end - text), text);
}

void page_clipped_text(page_out *p, const char *text, guint max)
{
	g_autofree char *clipped = page_clipped(text, max);

	page_text(p, clipped);
}

void page_clipped_plain(page_out *p, const char *text, guint max)
{
	g_autofree char *clipped = page_clipped(text, max);

	page_plain(p, clipped);
}

const char *page_word_text(const page_out *p, web_word word)
{
	return web_word_text(p->request->lang, word);
}

void page_word(page_out *p, web_word word)
{
	page_text(p, page_word_text(p, word));
}

static char *fill_in(const char *pattern, va_list list)
{
	const char *arguments[ARGUMENTS_MAX] = { NULL };
	GString *text = g_string_new(NULL);

	for (guint i = 0; i < ARGUMENTS_MAX && (arguments[i] = va_arg(list, const char *)); i++)
		;
	for (; *pattern; pattern++) {
		guint n = pattern[0] == '{' ? (guint)(pattern[1] - '1') : ARGUMENTS_MAX;

		if (n >= ARGUMENTS_MAX) {
			g_string_append_c(text, *pattern);
			continue;
		}
		g_string_append(text, arguments[n] ? arguments[n] : "");
		pattern += strlen("{1}") - 1;
	}
	return g_string_free(text, FALSE);
}

char *page_saying(const page_out *p, web_word word, ...)
{
	va_list list;
	char *text;

	va_start(list, word);
	text = fill_in(page_word_text(p, word), list);
	va_end(list);
	return text;
}

void page_say(page_out *p, web_word word, ...)
{
	g_autofree char *text = NULL;
	va_list list;

	va_start(list, word);
	text = fill_in(page_word_text(p, word), list);
	va_end(list);
	page_text(p, text);
}

void page_heading(page_out *p, web_word word)
{
	PAGE_IN(p, "<h2>", page_word(p, word), "</h2>\n");
}

/* ---- links ---- */

void page_anchor(page_out *p, char *address)
{
	PAGE_LIT(p, "<a href=\"");
	ys_html_attr(p->out, address);
	PAGE_LIT(p, "\">");
	g_free(address);
}

void page_link(page_out *p, char *address, const char *text)
{
	page_anchor(p, address);
	page_text(p, text);
	PAGE_LIT(p, "</a>");
}

void page_link_word(page_out *p, char *address, web_word word)
{
	page_link(p, address, page_word_text(p, word));
}

void page_original(page_out *p, const ys_source *source)
{
	g_autofree char *url = source ? ys_place_url(source) : NULL;

	if (!url)
		return;
	PAGE_LIT(p, " <a class=\"original\" rel=\"noopener noreferrer\" href=\"");
	ys_html_attr(p->out, url);
	PAGE_IN(p, "\">", page_word(p, W_ORIGINAL), "</a>");
}

const char *page_title_of(const page_out *p, const ys_record *record)
{
	return record->title && *record->title ? record->title : page_word_text(p, W_UNTITLED);
}

void page_record_link(page_out *p, const ys_record *record)
{
	g_autofree char *title = page_clipped(page_title_of(p, record), PAGE_NAME_MAX);

	page_link(p, web_link_record(p->request, record->id), title);
}
