#include "src/publication/lines/read.h"

#include <errno.h>
#include <string.h>

#include "src/error.h"
#include "src/original/charset.h"
#include "src/record.h"

/* How much of a file is looked at to tell its encoding. */
#define SAMPLE 65536

typedef enum {
	ENCODING_UTF8,
	ENCODING_UTF16LE,
	ENCODING_UTF16BE,
	ENCODING_GB18030,
	ENCODING_BINARY
} encoding;

static const char *const encoding_names[] = { "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", NULL };

/* UTF-16 of Chinese text without a BOM: line ends, digits and blanks have a zero
 * byte, always on the same side. */
static encoding utf16_by_zeros(const char *data, gsize len)
{
	gsize zeros[2] = { 0, 0 };

	for (gsize i = 0; i < MIN(len, SAMPLE); i++)
		if (!data[i])
			zeros[i & 1]++;
	if (zeros[1] > 8 * (zeros[0] + 1))
		return ENCODING_UTF16LE;
	if (zeros[0] > 8 * (zeros[1] + 1))
		return ENCODING_UTF16BE;
	return ENCODING_BINARY;
}

/* Text has few control characters; an executable or an archive has many. */
static gboolean looks_binary(const char *data, gsize len)
{
	gsize control = 0, n = MIN(len, SAMPLE);

	for (gsize i = 0; i < n; i++)
		if ((guchar)data[i] < 0x20 && (!data[i] || !strchr("\t\n\r\f\v", data[i])))
			control++;
	return control * 50 > n;
}

/* *bad: the first byte that is no UTF-8, or the end; set if it is UTF-8 all the same. */
static encoding encoding_of(const char *data, gsize len, const char **bad)
{
	encoding utf16;

	if (len >= 2 && !memcmp(data, "\xff\xfe", 2))
		return ENCODING_UTF16LE;
	if (len >= 2 && !memcmp(data, "\xfe\xff", 2))
		return ENCODING_UTF16BE;
	utf16 = utf16_by_zeros(data, len);
	if (utf16 != ENCODING_BINARY)
		return utf16;
	if (looks_binary(data, len))
		return ENCODING_BINARY;
	if (g_utf8_validate_len(data, len, bad))
		return ENCODING_UTF8;
	return ys_charset_is_mostly_utf8(data, len) ? ENCODING_UTF8 : ENCODING_GB18030;
}

/* How many bytes of a line end stand at p, 0 if none: CR LF is one. */
static gsize line_end(const char *p, const char *end)
{
	if (p == end || (*p != '\n' && *p != '\r' && *p != '\f'))
		return 0;
	return *p == '\r' && end - p >= 2 && p[1] == '\n' ? 2 : 1;
}

static int line_at(const char *text, gsize offset)
{
	int line = 1;

	for (const char *p = text, *end = text + offset; p < end;) {
		gsize n = line_end(p, end);

		line += n != 0;
		p += n ? n : 1;
	}
	return line;
}

static void warn(ys_input *input, ys_warning *warning)
{
	g_ptr_array_add(input->warnings, warning);
}

static void warn_cut_off(ys_input *input, const char *text, gsize offset)
{
	warn(input, ys_warning_new("text-cut-off", line_at(text, offset),
				   "the file ends in the middle of a character"));
}

static void warn_damaged(ys_input *input, const char *text, gsize offset, const char *encoding)
{
	warn(input, ys_warning_new("text-damaged", line_at(text, offset),
				   "bytes that are not %s were replaced", encoding));
}

/* Take over UTF-8 that may be damaged or cut off: bad is the first such byte, or the end. */
static void take_utf8(ys_input *input, const char *data, gsize len, const char *bad, gsize *text_len)
{
	const char *end = data + len;

	if (len >= 3 && !memcmp(data, "\xef\xbb\xbf", 3)) {
		data += 3;
		len -= 3;
	}
	if (bad == end) {
		input->text = g_strndup(data, len);
		*text_len = len;
		return;
	}
	input->text = g_utf8_make_valid(data, len);
	*text_len = strlen(input->text);
	/* -2 is also what a NUL gives */
	if (g_utf8_get_char_validated(bad, end - bad) == (gunichar)-2 && !memchr(bad, 0, end - bad))
		warn_cut_off(input, data, bad - data);
	else
		warn_damaged(input, data, bad - data, encoding_names[ENCODING_UTF8]);
}

#define REPLACEMENT "\xef\xbf\xbd"

/* Convert with one replacement character for each piece that cannot be: a byte, or two in
 * UTF-16.  *damaged and *cut_off are offsets in out, -1 for none; *pieces counts all. */
static void convert(GIConv converter, const char *data, gsize len, gsize step, GString *out, gssize *damaged,
		    gssize *cut_off, gsize *pieces)
{
	char *from = (char *)data;

	*damaged = *cut_off = -1;
	*pieces = 0;
	while (len) {
		char buffer[4096], *to = buffer;
		gsize room = sizeof buffer;
		gboolean failed = g_iconv(converter, &from, &len, &to, &room) == (gsize)-1;
		int why = errno;

		g_string_append_len(out, buffer, to - buffer);
		if (!failed || why == E2BIG)
			continue;
		if (why == EINVAL) {
			*cut_off = out->len;
			len = 0;
		} else {
			if (*damaged < 0)
				*damaged = out->len;
			from += MIN(step, len);
			len -= MIN(step, len);
		}
		++*pieces;
		g_string_append(out, REPLACEMENT);
	}
}

static gboolean take_converted(ys_input *input, const char *data, gsize len, encoding from, gsize *text_len,
			       GError **error)
{
	const char *name = encoding_names[from];
	GIConv converter = g_iconv_open("UTF-8", name);
	g_autoptr(GString) out = g_string_sized_new(len + len / 2);
	gssize damaged, cut_off;
	const char *nul;
	gsize pieces;

	if (converter == (GIConv)-1) {
		g_set_error(error, YS_ERROR, YS_ERROR_INTERNAL, "this system cannot convert %s", name);
		return FALSE;
	}
	if (from != ENCODING_GB18030 && len >= 2 &&
	    (!memcmp(data, "\xff\xfe", 2) || !memcmp(data, "\xfe\xff", 2))) {
		data += 2;
		len -= 2;
	}
	convert(converter, data, len, from == ENCODING_GB18030 ? 1 : 2, out, &damaged, &cut_off, &pieces);
	g_iconv_close(converter);
	/* what is damaged in more than one place of a hundred is something else */
	if (pieces > 1 + out->len / 100) {
		g_set_error(error, YS_ERROR, YS_ERROR_FOREIGN,
			    "neither UTF-8 nor valid %s text; convert it to UTF-8", name);
		return FALSE;
	}
	warn(input, ys_warning_new("encoding", 0, "converted from %s", name));
	nul = memchr(out->str, 0, out->len);
	if (damaged < 0 && nul)
		damaged = nul - out->str;
	if (damaged >= 0)
		warn_damaged(input, out->str, damaged, name);
	if (cut_off >= 0)
		warn_cut_off(input, out->str, cut_off);
	/* valid but for a NUL, which would end all text behind it */
	input->text = g_utf8_make_valid(out->str, out->len);
	*text_len = strlen(input->text);
	return TRUE;
}

static void split_lines(ys_input *input, gsize len)
{
	const char *p = input->text, *end = p + len;

	while (p < end) {
		ys_line line = { .text = p };

		p += strcspn(p, "\n\r\f");
		line.len = p - line.text;
		p += line_end(p, end);
		g_array_append_val(input->lines, line);
	}
}

static gboolean is_blank_text(const char *text, gsize len)
{
	for (const char *p = text; p < text + len; p = g_utf8_next_char(p))
		if (!g_unichar_isspace(g_utf8_get_char(p)))
			return FALSE;
	return TRUE;
}

typedef struct {
	const char *begins, *kind;
	gboolean foreign;       /* no publication comes as one; of the others, this one is damaged */
} file_kind;

/* What people take for text because its name ends so, by how it begins.  Markup would be read as prose: a
 * publication that seems to be there, and has no projects. */
static const file_kind *kind_of_file(const char *data, gsize len)
{
	static const file_kind html = { "<html", "an HTML page", FALSE };
	static const file_kind kinds[] = {
		{ "%PDF-", "a PDF file", FALSE },
		{ "PK\003\004", "an office document or a ZIP archive", FALSE },
		{ "\320\317\021\340", "an office document", FALSE },
		{ "\377\330\377", "a picture", FALSE },
		{ "\211PNG", "a picture", FALSE },
		{ "{\\rtf", "an RTF file", FALSE },
		{ "<!doctype html", "an HTML page", FALSE },
		{ "<?xml", "an XML file", TRUE },
	};

	while (len && g_ascii_isspace(*data)) {
		data++;
		len--;
	}
	for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
		if (len >= strlen(kinds[i].begins) &&
		    !g_ascii_strncasecmp(data, kinds[i].begins, strlen(kinds[i].begins)))
			return &kinds[i];
	/* converters write <html><body><table> too, for a table in text */
	return len >= strlen(html.begins) && !g_ascii_strncasecmp(data, html.begins, strlen(html.begins)) &&
	       (g_strstr_len(data, MIN(len, 1024), "<head") || g_strstr_len(data, MIN(len, 1024), "<HEAD")) ?
		       &html : NULL;
}

static gboolean refuse_other_files(const char *data, gsize len, GError **error)
{
	const file_kind *kind = kind_of_file(data, len);

	if (kind)
		g_set_error(error, YS_ERROR, kind->foreign ? YS_ERROR_FOREIGN : YS_ERROR_PUBLICATION,
			    "%s; convert it to text first", kind->kind);
	return kind != NULL;
}

ys_input *ys_input_new(const char *data, gsize len, GError **error)
{
	g_autoptr(ys_input) input = ys_input_new_empty("text");
	const char *bad = NULL;
	encoding from = len ? encoding_of(data, len, &bad) : ENCODING_UTF8;
	gsize text_len = 0;

	if (!len) {
		g_set_error(error, YS_ERROR, YS_ERROR_FOREIGN, "the file is empty");
		return NULL;
	}
	if (refuse_other_files(data, len, error))
		return NULL;
	if (from == ENCODING_BINARY) {
		g_set_error(error, YS_ERROR, YS_ERROR_FOREIGN, "not a text file; convert it to text first");
		return NULL;
	}
	if (from == ENCODING_UTF8)
		take_utf8(input, data, len, bad, &text_len);
	else if (!take_converted(input, data, len, from, &text_len, error))
		return NULL;
	if (looks_binary(input->text, text_len)) {
		g_set_error(error, YS_ERROR, YS_ERROR_FOREIGN, "not a text file; convert it to text first");
		return NULL;
	}
	/* behind a byte order mark, or of two bytes a character */
	if (refuse_other_files(input->text, text_len, error))
		return NULL;
	if (is_blank_text(input->text, text_len)) {
		g_set_error(error, YS_ERROR, YS_ERROR_FOREIGN, "the file holds nothing but blanks");
		return NULL;
	}
	split_lines(input, text_len);
	return g_steal_pointer(&input);
}
