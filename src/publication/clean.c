#include "src/publication/clean.h"

#include <string.h>

#include "src/text/key.h"

/* A tag has no more bytes, attributes included. */
#define TAG_MAX 200

/* LaTeX commands that formulas in tables use, and what they stand for. */
static const struct {
	const char *command, *text;
} latex_words[] = {
	{ "Sigma", "Σ" }, { "sum", "Σ" },   { "div", "÷" },   { "times", "×" }, { "geq", "≥" },
	{ "ge", "≥" },    { "leq", "≤" },   { "le", "≤" },    { "approx", "≈" }, { "pm", "±" },
	{ "cdot", "·" },  { "text", "" },   { "mathrm", "" }, { "left", "" },   { "right", "" },
	{ "quad", "" },
};

static const char *latex_word(const char *command, gsize len)
{
	for (gsize i = 0; i < G_N_ELEMENTS(latex_words); i++)
		if (strlen(latex_words[i].command) == len && !memcmp(latex_words[i].command, command, len))
			return latex_words[i].text;
	return "";
}

/* Spell out the formula between s and end. */
static void append_latex(GString *out, const char *s, const char *end)
{
	while (s < end) {
		if (*s == '\\' && s + 1 < end && g_ascii_isalpha(s[1])) {
			const char *command = ++s;

			while (s < end && g_ascii_isalpha(*s))
				s++;
			g_string_append(out, latex_word(command, s - command));
		} else if (*s == '\\' || *s == '{' || *s == '}') {
			/* an escaped character stands for itself, braces only group */
			s++;
		} else {
			g_string_append_c(out, *s++);
		}
	}
}

/* The end of the formula that begins after a '$' at s, or NULL: two prices in one
 * sentence are no formula, so it must hold a command. */
static const char *latex_end(const char *s, const char *end)
{
	const char *close = memchr(s, '$', MIN(end - s, 2000));

	return close && memchr(s, '\\', close - s) ? close : NULL;
}

/* The end of the tag that begins with '<' at s, or NULL if it is a less-than sign
 * (phenomenon 70): a tag has a name, and nothing but ASCII outside quotation marks. */
static const char *tag_end(const char *s, const char *end)
{
	const char *p = s + 1;
	gboolean quoted = FALSE;

	if (p < end && *p == '/')
		p++;
	if (p >= end || !g_ascii_isalpha(*p))
		return NULL;
	while (p < end && g_ascii_isalnum(*p))
		p++;
	if (p < end && !strchr("> /\t\r\n", *p))
		return NULL;
	for (end = MIN(end, s + TAG_MAX); p < end; p++) {
		if (*p == '>' && !quoted)
			return p + 1;
		if (*p == '"')
			quoted = !quoted;
		else if ((*p & 0x80) && !quoted)
			return NULL;
	}
	return NULL;
}

static const struct {
	const char *entity, *text;
} entities[] = {
	{ "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" }, { "&quot;", "\"" }, { "&nbsp;", " " },
};

/* Copy s without tags, formulas and emphasis; a tag leaves a blank. */
static void append_without_markup(GString *out, const char *s, const char *end)
{
	while (s < end) {
		const char *next = NULL;

		if (*s == '<' && (next = tag_end(s, end))) {
			g_string_append_c(out, ' ');
			s = next;
			continue;
		}
		if (*s == '$' && (next = latex_end(s + 1, end))) {
			append_latex(out, s + 1, next);
			s = next + 1;
			continue;
		}
		if (*s == '^' && end - s > 3 && s[1] == '{' && (next = memchr(s, '}', MIN(end - s, 20)))) {
			g_string_append_len(out, s + 2, next - s - 2);
			s = next + 1;
			continue;
		}
		if (*s == '*' && s + 1 < end && s[1] == '*') {
			s += 2;
			continue;
		}
		for (gsize i = 0; *s == '&' && i < G_N_ELEMENTS(entities); i++) {
			gsize len = strlen(entities[i].entity);

			if ((gsize)(end - s) >= len && !memcmp(s, entities[i].entity, len)) {
				g_string_append(out, entities[i].text);
				next = s + len;
				break;
			}
		}
		if (next) {
			s = next;
			continue;
		}
		g_string_append_c(out, *s++);
	}
}

/* Letters and digits that keep a blank between them.  Full-width ones do not: they
 * are set like Han characters. */
static gboolean keeps_blank(gunichar c)
{
	return c < 0x2e80 && g_unichar_isalnum(c);
}

static gboolean is_blank(gunichar c)
{
	return g_unichar_isspace(c) || c == 0x200b || c == 0xfeff || c == 0x200c || c == 0x200d;
}

char *ys_clean(const char *s, gssize n)
{
	g_autoptr(GString) plain = g_string_new(NULL);
	GString *out;
	gunichar before = 0;
	gboolean blank = FALSE;

	if (n < 0)
		n = s ? (gssize)strlen(s) : 0;
	append_without_markup(plain, s, s + n);
	out = g_string_sized_new(plain->len);
	for (const char *p = plain->str, *end = p + plain->len; p < end;) {
		gunichar c = g_utf8_get_char_validated(p, end - p);

		if (c == (gunichar)-1 || c == (gunichar)-2) {
			p++;
			continue;
		}
		p = g_utf8_next_char(p);
		if (is_blank(c)) {
			blank = TRUE;
			continue;
		}
		if (blank && before && keeps_blank(before) && keeps_blank(c))
			g_string_append_c(out, ' ');
		blank = FALSE;
		g_string_append_unichar(out, c);
		before = c;
	}
	return g_string_free(out, FALSE);
}

void ys_clean_join(GString *text, const char *piece)
{
	g_string_append(text, piece);
}

gboolean ys_is_nothing(const char *s)
{
	g_autofree char *key = s ? ys_name_key(s) : NULL;

	return !key || !*key || !strcmp(key, "无");
}
