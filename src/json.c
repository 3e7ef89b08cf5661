#include "src/json.h"

#include <string.h>

#define DEPTH_MAX 64

struct ys_json_text {
	char *data;             /* strings are decoded in it */
	ys_json *values;
	guint n;
};

typedef struct {
	ys_json_text *text;
	char *p;                /* the text ends in a NUL */
	guint depth;
} parser;

void ys_json_text_free(ys_json_text *text)
{
	if (!text)
		return;
	g_free(text->data);
	g_free(text->values);
	g_free(text);
}

const ys_json *ys_json_root(const ys_json_text *text)
{
	return &text->values[0];
}

static void skip_blanks(parser *s)
{
	while (*s->p == ' ' || *s->p == '\t' || *s->p == '\n' || *s->p == '\r')
		s->p++;
}

/* ---- strings ---- */

/* Four hexadecimal digits at p; -1 if they are not. */
static int unit_at(const char *p)
{
	int unit = 0;

	for (int i = 0; i < 4; i++) {
		int digit = g_ascii_xdigit_value(p[i]);

		if (digit < 0)
			return -1;
		unit = unit << 4 | digit;
	}
	return unit;
}

/* What follows a backslash, written to *out; FALSE if it is no escape. */
static gboolean take_escape(parser *s, char **out)
{
	static const char names[] = "\"\"\\\\//b\bf\fn\nr\rt\t";
	gunichar c;
	int unit, low;

	for (const char *name = names; *name; name += 2)
		if (*s->p == *name) {
			*(*out)++ = name[1];
			s->p++;
			return TRUE;
		}
	if (*s->p != 'u' || (unit = unit_at(s->p + 1)) <= 0)
		return FALSE;
	s->p += 5;
	c = unit;
	if (unit >= 0xD800 && unit < 0xE000) {
		low = unit < 0xDC00 && s->p[0] == '\\' && s->p[1] == 'u' ? unit_at(s->p + 2) : -1;
		if (low < 0xDC00 || low >= 0xE000)
			return FALSE;
		s->p += 6;
		c = 0x10000 + ((gunichar)(unit - 0xD800) << 10) + (low - 0xDC00);
	}
	/* never longer than the escape */
	*out += g_unichar_to_utf8(c, *out);
	return TRUE;
}

/* The string whose quotation mark is at s->p; NULL if it is none. */
static const char *take_string(parser *s)
{
	char *begin = s->p + 1, *out = begin;

	if (*s->p != '"')
		return NULL;
	for (s->p = begin; *s->p != '"';) {
		char *plain = s->p;

		while ((guchar)*s->p >= 0x20 && *s->p != '"' && *s->p != '\\')
			s->p++;
		if (out != plain)
			memmove(out, plain, s->p - plain);
		out += s->p - plain;
		if (*s->p == '\\') {
			s->p++;
			if (!take_escape(s, &out))
				return NULL;
		} else if (*s->p != '"') {
			return NULL;
		}
	}
	s->p++;
	*out = '\0';
	return begin;
}

/* ---- values ---- */

static gboolean take_digits(parser *s)
{
	const char *begin = s->p;

	while (g_ascii_isdigit(*s->p))
		s->p++;
	return s->p > begin;
}

static gboolean take_number(parser *s, ys_json *value)
{
	const char *begin = s->p;
	gboolean real = FALSE, zero;

	s->p += *s->p == '-';
	zero = *s->p == '0';
	if (!take_digits(s) || (zero && s->p - begin > 1 + (*begin == '-')))
		return FALSE;
	if (*s->p == '.') {
		real = TRUE;
		s->p++;
		if (!take_digits(s))
			return FALSE;
	}
	if (*s->p == 'e' || *s->p == 'E') {
		real = TRUE;
		s->p++;
		s->p += *s->p == '+' || *s->p == '-';
		if (!take_digits(s))
			return FALSE;
	}
	value->kind = real ? YS_JSON_REAL : YS_JSON_INTEGER;
	if (!real) {
		g_autofree char *digits = g_strndup(begin, s->p - begin);

		return g_ascii_string_to_signed(digits, 10, G_MININT64, G_MAXINT64, &value->integer, NULL);
	}
	return TRUE;
}

static gboolean take_word(parser *s, const char *word)
{
	gsize len = strlen(word);

	if (strncmp(s->p, word, len) != 0)
		return FALSE;
	s->p += len;
	return TRUE;
}

static ys_json *take_value(parser *s);

static const char *take_key(parser *s)
{
	const char *key = take_string(s);

	skip_blanks(s);
	if (*s->p != ':')
		return NULL;
	s->p++;
	return key;
}

/* A list or map, whose bracket is at s->p. */
static gboolean take_inside(parser *s, ys_json *value, char closing)
{
	const ys_json **link = &value->first;

	if (++s->depth > DEPTH_MAX)
		return FALSE;
	s->p++;
	for (skip_blanks(s); *s->p != closing || value->size; skip_blanks(s)) {
		const char *key = NULL;
		ys_json *inner;

		if (value->kind == YS_JSON_MAP && !(key = take_key(s)))
			return FALSE;
		inner = take_value(s);
		if (!inner)
			return FALSE;
		inner->key = key;
		*link = inner;
		link = &inner->next;
		value->size++;
		skip_blanks(s);
		if (*s->p == closing)
			break;
		if (*s->p++ != ',')
			return FALSE;
	}
	s->p++;
	s->depth--;
	return TRUE;
}

static ys_json *take_value(parser *s)
{
	ys_json *value = &s->text->values[s->text->n++];
	gboolean ok = FALSE;

	skip_blanks(s);
	*value = (ys_json){ .kind = YS_JSON_NULL };
	switch (*s->p) {
	case '"':
		value->kind = YS_JSON_STRING;
		value->string = take_string(s);
		ok = value->string != NULL;
		break;
	case '{':
		value->kind = YS_JSON_MAP;
		ok = take_inside(s, value, '}');
		break;
	case '[':
		value->kind = YS_JSON_LIST;
		ok = take_inside(s, value, ']');
		break;
	case 'n':
		ok = take_word(s, "null");
		break;
	case 't':
	case 'f':
		value->kind = YS_JSON_BOOLEAN;
		value->integer = *s->p == 't';
		ok = take_word(s, value->integer ? "true" : "false");
		break;
	default:
		ok = take_number(s, value);
	}
	return ok ? value : NULL;
}

ys_json_text *ys_json_parse(const char *data, gsize len)
{
	g_autoptr(ys_json_text) text = g_new0(ys_json_text, 1);
	parser s = { .text = text };
	guint values = 1;

	if (!len || !g_utf8_validate_len(data, len, NULL))
		return NULL;
	/* each but the first value has one of these before it */
	for (gsize i = 0; i < len; i++)
		values += data[i] == ',' || data[i] == '[' || data[i] == '{';
	text->data = g_strndup(data, len);
	text->values = g_new(ys_json, values);
	s.p = text->data;
	if (!take_value(&s))
		return NULL;
	skip_blanks(&s);
	return s.p == text->data + len ? g_steal_pointer(&text) : NULL;
}

const ys_json *ys_json_member(const ys_json *value, const char *key, const ys_json *after)
{
	if (!value || value->kind != YS_JSON_MAP)
		return NULL;
	for (const ys_json *member = after ? after->next : NULL; member; member = member->next)
		if (!strcmp(member->key, key))
			return member;
	for (const ys_json *member = value->first; member; member = member->next)
		if (!strcmp(member->key, key))
			return member;
	return NULL;
}
