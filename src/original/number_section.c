#include "src/original/number_section.h"

#include <string.h>

/* A code is shorter in any program that writes them. */
#define CODE_MAX 1024

static void token_clear(ys_format_token *token)
{
	g_free(token->text);
}

static void section_free(ys_format_section *section)
{
	g_array_unref(section->tokens);
	g_free(section);
}

static ys_format_section *section_new(void)
{
	ys_format_section *section = g_new0(ys_format_section, 1);

	section->tokens = g_array_new(FALSE, TRUE, sizeof(ys_format_token));
	g_array_set_clear_func(section->tokens, (GDestroyNotify)token_clear);
	return section;
}

static void add(ys_format_section *section, ys_format_kind kind, char sign, guint n)
{
	ys_format_token token = { .kind = kind, .sign = sign, .n = n };

	g_array_append_val(section->tokens, token);
}

static void add_literal(ys_format_section *section, const char *text, gsize len)
{
	ys_format_token token = { .kind = YS_FORMAT_LITERAL, .text = g_strndup(text, len) };

	g_array_append_val(section->tokens, token);
}

gboolean ys_format_has(const ys_format_section *section, ys_format_kind kind)
{
	for (guint i = 0; i < section->tokens->len; i++)
		if (g_array_index(section->tokens, ys_format_token, i).kind == kind)
			return TRUE;
	return FALSE;
}

/* [Red] [>=100] [$¥-804] [DBNum1] [h]: what stands between the brackets. */
static void take_bracket(ys_format_section *section, const char *at, gsize len)
{
	gsize letters = strspn(at, "hHmMsS");

	if (letters && letters == len) {
		add(section, YS_FORMAT_ELAPSED, g_ascii_tolower(*at), len);
		section->date = TRUE;
	} else if (*at == '$') {
		add_literal(section, at + 1, MIN(strcspn(at + 1, "-]"), len - 1));
	} else if (*at && strchr("<>=", *at)) {
		gsize n = at[1] == '=' || at[1] == '>' ? 2 : 1;

		memcpy(section->condition, at, n);
		section->condition[n] = '\0';
		section->limit = g_ascii_strtod(at + n, NULL);
	} else if (len > 5 && !g_ascii_strncasecmp(at, "dbnum", 5)) {
		section->numerals = at[5] - '0';
	}
}

static const struct {
	const char *text;
	ys_format_kind kind;
	char sign;
} words[] = {
	{ "General", YS_FORMAT_GENERAL, 0 }, { "G/通用格式", YS_FORMAT_GENERAL, 0 },
	{ "上午/下午", YS_FORMAT_DATE, 'b' }, { "AM/PM", YS_FORMAT_DATE, 'B' }, { "A/P", YS_FORMAT_DATE, 'B' },
	{ "E+", YS_FORMAT_EXPONENT, '+' }, { "E-", YS_FORMAT_EXPONENT, '-' },
};

/* How many bytes of a word stand there, whose token is added. */
static gsize take_word(ys_format_section *section, const char *at)
{
	for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
		gsize len = strlen(words[i].text);

		if (g_ascii_strncasecmp(at, words[i].text, len))
			continue;
		add(section, words[i].kind, words[i].sign, 1);
		section->date |= words[i].kind == YS_FORMAT_DATE;
		return len;
	}
	return 0;
}

/* ymdhsa, as often as it stands there; e is a year too. */
static gsize take_date(ys_format_section *section, const char *at)
{
	char sign = g_ascii_tolower(*at);
	gsize n = 1;

	if (!sign || !strchr("ymdhsae", sign))
		return 0;
	while (g_ascii_tolower(at[n]) == sign)
		n++;
	if (sign == 'a' && n < 3)
		return 0;
	if (sign == 'e')
		add(section, YS_FORMAT_DATE, 'y', 4);
	else
		add(section, YS_FORMAT_DATE, sign, n);
	section->date = TRUE;
	return n;
}

/* A comma between digits groups them; one behind the last divides by a thousand. */
static void take_comma(ys_format_section *section, const char *at)
{
	if (!section->n_decimals && !section->n_integer)
		add_literal(section, at, 1);
	else if (at[1] && strchr("0#?", at[1]))
		section->thousands |= !section->n_decimals;
	else
		section->shift -= 3;
}

static void take_digit(ys_format_section *section, char sign)
{
	if (ys_format_has(section, YS_FORMAT_EXPONENT)) {
		add(section, YS_FORMAT_DIGIT, sign, 2);
		return;
	}
	if (ys_format_has(section, YS_FORMAT_POINT))
		section->n_decimals++;
	else
		section->n_integer++;
	add(section, YS_FORMAT_DIGIT, sign, ys_format_has(section, YS_FORMAT_POINT));
}

/* A sign of one byte; how many bytes were taken. */
static gsize take_sign(ys_format_section *section, const char *at)
{
	switch (*at) {
	case '0': case '#': case '?':
		take_digit(section, *at);
		return 1;
	case '.':
		add(section, YS_FORMAT_POINT, 0, 1);
		return 1;
	case ',':
		take_comma(section, at);
		return 1;
	case '%':
		add(section, YS_FORMAT_PERCENT, 0, 1);
		section->shift += 2;
		return 1;
	case '@':
		add(section, YS_FORMAT_TEXT, 0, 1);
		section->text = TRUE;
		return 1;
	case '/':
		if (!section->date && section->n_integer)
			add(section, YS_FORMAT_FRACTION, 0, 1);
		else
			add_literal(section, at, 1);
		return 1;
	default:
		return 0;
	}
}

/* Text as it stands: "quoted", \ and one character, _ and * with one that is only measured or filled with. */
static gsize take_literal(ys_format_section *section, const char *at)
{
	gsize len;

	if (*at == '"') {
		len = strcspn(at + 1, "\"");
		add_literal(section, at + 1, len);
		return 1 + len + (at[1 + len] == '"');
	}
	if (strchr("\\_*", *at)) {
		len = at[1] ? g_utf8_next_char(at + 1) - (at + 1) : 0;
		if (*at == '\\')
			add_literal(section, at + 1, len);
		return 1 + len;
	}
	len = g_utf8_next_char(at) - at;
	add_literal(section, at, len);
	return len;
}

static gsize take(ys_format_section *section, const char *at)
{
	gsize taken;

	if (*at == '[' && strchr(at, ']')) {
		gsize len = strcspn(at + 1, "]");

		take_bracket(section, at + 1, len);
		return len + 2;
	}
	if ((taken = take_word(section, at)) || (taken = take_date(section, at)) || (taken = take_sign(section, at)))
		return taken;
	return take_literal(section, at);
}

/* m is the minute behind an hour and before a second. */
static void tell_minutes(ys_format_section *section)
{
	char before = 0;

	for (guint i = 0; i < section->tokens->len; i++) {
		ys_format_token *token = &g_array_index(section->tokens, ys_format_token, i);

		if (token->kind != YS_FORMAT_DATE && token->kind != YS_FORMAT_ELAPSED)
			continue;
		if (token->kind == YS_FORMAT_DATE && token->sign == 'm' && token->n < 3 && before == 'h')
			token->sign = 'i';
		if (token->sign == 's')
			for (guint k = i; k-- > 0;) {
				ys_format_token *minute = &g_array_index(section->tokens, ys_format_token, k);

				if (minute->kind != YS_FORMAT_DATE)
					continue;
				if (minute->sign == 'm' && minute->n < 3)
					minute->sign = 'i';
				break;
			}
		before = token->sign;
	}
}

GPtrArray *ys_format_sections(const char *code)
{
	GPtrArray *sections = g_ptr_array_new_with_free_func((GDestroyNotify)section_free);
	ys_format_section *section = section_new();

	g_ptr_array_add(sections, section);
	if (strlen(code) > CODE_MAX || !g_utf8_validate(code, -1, NULL))
		code = "General";
	while (*code) {
		if (*code == ';') {
			section = section_new();
			g_ptr_array_add(sections, section);
			code++;
			continue;
		}
		code += take(section, code);
	}
	for (guint i = 0; i < sections->len; i++)
		tell_minutes(g_ptr_array_index(sections, i));
	return sections;
}
