#include "src/publication/words/clean.h"

#include <string.h>

#include "src/text/fold.h"

/* A tag has no more bytes, attributes included. */
#define TAG_MAX 200

/* LaTeX commands that formulas in tables use, and what they stand for; others stand for nothing. */
static const struct {
	const char *command, *text;
} latex_words[] = {
	{ "Sigma", "Σ" }, { "sum", "Σ" },   { "div", "÷" },   { "times", "×" }, { "geq", "≥" },
	{ "ge", "≥" },    { "leq", "≤" },   { "le", "≤" },    { "approx", "≈" }, { "pm", "±" },
	{ "cdot", "·" },
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

/* Most text has none, and need not be copied to be rid of it. */
static gboolean may_hold_markup(const char *s, gsize n)
{
	for (gsize i = 0; i < n; i++)
		if (s[i] == '<' || s[i] == '$' || s[i] == '^' || s[i] == '*' || s[i] == '&')
			return TRUE;
	return FALSE;
}

/* Most of all characters: Han of three bytes, U+4000 to U+9FFF, which need no table. */
static gboolean is_common_han(const char *p, const char *end)
{
	return (guchar)*p >= 0xe4 && (guchar)*p <= 0xe9 && end - p >= 3 && (p[1] & 0xc0) == 0x80 &&
	       (p[2] & 0xc0) == 0x80;
}

/* Clean text without markup.  What comes out is never longer: a blank stands for at least
 * one. */
static char *clean_plain(const char *s, gsize n)
{
	char *out = g_malloc(n + 1), *to = out;
	gboolean blank = FALSE, keeps = FALSE;  /* keeps: the last character keeps a blank behind it */

	for (const char *p = s, *end = s + n; p < end;) {
		gsize len = 3;

		if (is_common_han(p, end)) {
			keeps = FALSE;
		} else {
			gunichar c = g_utf8_get_char_validated(p, end - p);
			gboolean kept;

			if (c == (gunichar)-1 || c == (gunichar)-2) {
				p++;
				continue;
			}
			len = g_utf8_next_char(p) - p;
			if (is_blank(c)) {
				blank = TRUE;
				p += len;
				continue;
			}
			kept = keeps_blank(c);
			if (blank && keeps && kept)
				*to++ = ' ';
			keeps = kept;
		}
		blank = FALSE;
		memcpy(to, p, len);
		to += len;
		p += len;
	}
	*to = '\0';
	return out;
}

char *ys_clean(const char *s, gssize n)
{
	g_autoptr(GString) plain = NULL;

	if (n < 0)
		n = s ? (gssize)strlen(s) : 0;
	if (!may_hold_markup(s, n))
		return clean_plain(s, n);
	plain = g_string_sized_new(n);
	append_without_markup(plain, s, s + n);
	return clean_plain(plain->str, plain->len);
}

gboolean ys_clean_is_empty(const char *s, gsize n)
{
	const char *end = s + n;
	g_autofree char *clean = NULL;

	while (s < end) {
		gunichar c = g_utf8_get_char_validated(s, end - s);
		gboolean valid = c != (gunichar)-1 && c != (gunichar)-2;

		if (valid && !is_blank(c) && !may_hold_markup(s, 1))
			return FALSE;
		if (valid && !is_blank(c))
			break;
		s += valid ? g_utf8_next_char(s) - s : 1;
	}
	clean = ys_clean(s, end - s);
	return !*clean;
}

gboolean ys_is_longer(const char *s, guint chars)
{
	guint n = 0;

	for (; *s && n <= chars; s = g_utf8_next_char(s))
		n++;
	return n > chars;
}

gboolean ys_is_nothing(const char *s)
{
	g_autoptr(GString) folded = NULL;
	gunichar first = s ? g_utf8_get_char_validated(s, -1) : 0;
	gsize len = s ? strlen(s) : 0;

	/* most cells begin with a letter or digit that stays */
	if (first != U'无' && ys_folds_to_itself(first))
		return FALSE;
	folded = g_string_new(NULL);
	/* the beginning of a text tells that it says more than 无 */
	ys_fold_append(folded, s ? s : "", MIN(len, 48));
	if (len > 48 && folded->len <= strlen("无")) {
		g_string_truncate(folded, 0);
		ys_fold_append(folded, s, len);
	}
	if (folded->len)
		return !strcmp(folded->str, "无");
	return !s || !(strchr(s, '%') || strstr(s, "％") || strstr(s, "‰"));
}

gsize ys_length_before_stop(const char *s)
{
	gsize len = strlen(s), stop = strlen("。");

	return len > stop && g_str_has_suffix(s, "。") ? len - stop : len;
}
