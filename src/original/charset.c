#include "src/original/charset.h"

#include <string.h>

/* In GB18030 two bytes seldom happen to form a sequence of three; damage is rare. */
gboolean ys_charset_is_mostly_utf8(const char *data, gsize len)
{
	gsize good = 0, bad = 0;

	for (gsize i = 0; i < len;) {
		gunichar c = g_utf8_get_char_validated(data + i, len - i);

		if (!(data[i] & 0x80)) {
			i++;
		} else if (c == (gunichar)-1 || c == (gunichar)-2) {
			bad++;
			i++;
		} else {
			good++;
			i += g_utf8_skip[(guchar)data[i]];
		}
	}
	return good > 4 * bad || (good && bad <= 3 && good >= bad);
}

static const char *encoding_of(const char *data, gsize len, const char *declared)
{
	if (len >= 2 && !memcmp(data, "\xff\xfe", 2))
		return "UTF-16";
	if (len >= 2 && !memcmp(data, "\xfe\xff", 2))
		return "UTF-16";
	if (g_utf8_validate_len(data, len, NULL) || ys_charset_is_mostly_utf8(data, len))
		return NULL;
	if (declared && !g_ascii_strncasecmp(declared, "big5", 4))
		return "BIG5-HKSCS";
	return "GB18030";
}

/* iconv goes on behind what it cannot convert, which becomes U+FFFD. */
static char *convert(const char *data, gsize len, const char *encoding, gsize *n, gboolean *damaged)
{
	GString *out = g_string_sized_new(len + len / 2);

	while (len) {
		gsize read = 0, written = 0;
		g_autofree char *text = g_convert(data, len, "UTF-8", encoding, &read, &written, NULL);

		if (text) {
			g_string_append_len(out, text, written);
			break;
		}
		if (read) {
			g_autofree char *good = g_convert(data, read, "UTF-8", encoding, NULL, &written, NULL);

			if (good)
				g_string_append_len(out, good, written);
		}
		*damaged = TRUE;
		g_string_append(out, "\xef\xbf\xbd");
		read = MIN(read + 1, len);
		data += read;
		len -= read;
	}
	*n = out->len;
	return g_string_free(out, FALSE);
}

static char *valid(const char *data, gsize len, gsize *n, gboolean *damaged)
{
	char *text = g_utf8_validate_len(data, len, NULL) ? g_strndup(data, len) : NULL;

	*n = len;
	if (!text) {
		*damaged = TRUE;
		text = g_utf8_make_valid(data, len);
		*n = strlen(text);
	}
	return text;
}

char *ys_charset_decode(const char *data, gsize len, const char *declared, gsize *n, gboolean *damaged)
{
	const char *encoding = encoding_of(data, len, declared);
	g_autofree char *text = NULL;

	*damaged = FALSE;
	if (len >= 3 && !memcmp(data, "\xef\xbb\xbf", 3)) {
		data += 3;
		len -= 3;
	}
	if (!encoding)
		return valid(data, len, n, damaged);
	text = convert(data, len, encoding, n, damaged);
	return valid(text, *n, n, damaged);
}

char *ys_charset_decode_name(const char *name)
{
	gboolean damaged;
	gsize n;

	if (g_utf8_validate(name, -1, NULL))
		return g_strdup(name);
	return convert(name, strlen(name), "GB18030", &n, &damaged);
}
