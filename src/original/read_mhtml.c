#include <string.h>

#include "src/error.h"
#include "src/original/html.h"
#include "src/original/readers.h"

/* A web archive: the headers of a message, then its parts between lines that begin with --boundary. */

/* Parts are searched for the page in their order; it is among the first. */
#define PARTS_MAX 1000

typedef struct {
	const char *at, *end;
} span;

/* One line without its end; *rest goes behind it.  FALSE: there is none. */
static gboolean next_line(span *rest, span *line)
{
	const char *end;

	if (rest->at >= rest->end)
		return FALSE;
	end = memchr(rest->at, '\n', rest->end - rest->at);
	line->at = rest->at;
	line->end = end ? end : rest->end;
	rest->at = end ? end + 1 : rest->end;
	if (line->end > line->at && line->end[-1] == '\r')
		line->end--;
	return TRUE;
}

/* Headers up to the blank line, where *rest stands then: a GHashTable of lower-case names, lines that go
 * on joined. */
static GHashTable *take_headers(span *rest)
{
	GHashTable *headers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	g_autofree char *name = NULL;
	span line;

	while (next_line(rest, &line) && line.at < line.end && g_hash_table_size(headers) < 100) {
		const char *colon = memchr(line.at, ':', line.end - line.at);

		if ((*line.at == ' ' || *line.at == '\t') && name) {
			g_autofree char *more = g_strndup(line.at, line.end - line.at);
			const char *before = g_hash_table_lookup(headers, name);

			if (strlen(before) < 10000)
				g_hash_table_replace(headers, g_strdup(name), g_strconcat(before, more, NULL));
		} else if (colon) {
			g_free(name);
			name = g_ascii_strdown(line.at, colon - line.at);
			g_hash_table_replace(headers, g_strdup(name),
					     g_strstrip(g_strndup(colon + 1, line.end - colon - 1)));
		}
	}
	return headers;
}

/* charset=..., boundary="...": NULL: not there. */
static char *parameter(GHashTable *headers, const char *header, const char *name)
{
	const char *value = g_hash_table_lookup(headers, header);
	g_autofree char *lower = value ? g_ascii_strdown(value, -1) : NULL;
	g_autofree char *key = g_strconcat(name, "=", NULL);
	const char *found = lower ? strstr(lower, key) : NULL;

	if (!found)
		return NULL;
	value += found - lower + strlen(key);
	if (*value == '"')
		return g_strndup(value + 1, strcspn(value + 1, "\""));
	return g_strndup(value, strcspn(value, "; \t"));
}

static gboolean header_begins(GHashTable *headers, const char *header, const char *with)
{
	const char *value = g_hash_table_lookup(headers, header);

	return value && !g_ascii_strncasecmp(value, with, strlen(with));
}

/* =E9=A2=84, and = at the end of a line that goes on. */
static GString *from_quoted_printable(span text)
{
	GString *out = g_string_sized_new(text.end - text.at);

	for (const char *p = text.at; p < text.end; p++) {
		if (*p != '=') {
			g_string_append_c(out, *p);
		} else if (text.end - p > 2 && g_ascii_isxdigit(p[1]) && g_ascii_isxdigit(p[2])) {
			g_string_append_c(out, g_ascii_xdigit_value(p[1]) << 4 | g_ascii_xdigit_value(p[2]));
			p += 2;
		} else {
			const char *q = p + 1;

			while (q < text.end && (*q == ' ' || *q == '\t' || *q == '\r'))
				q++;
			if (q < text.end && *q == '\n')
				p = q;
			else if (q < text.end)
				g_string_append_c(out, '=');
			else
				p = q - 1;
		}
	}
	return out;
}

static GString *from_base64(span text)
{
	GString *out = g_string_sized_new((text.end - text.at) / 4 * 3 + 3);
	int state = 0;
	guint save = 0;

	g_string_set_size(out, (text.end - text.at) / 4 * 3 + 3);
	g_string_set_size(out, g_base64_decode_step(text.at, text.end - text.at, (guchar *)out->str, &state, &save));
	return out;
}

static GString *decode(GHashTable *headers, span body)
{
	if (header_begins(headers, "content-transfer-encoding", "quoted-printable"))
		return from_quoted_printable(body);
	if (header_begins(headers, "content-transfer-encoding", "base64"))
		return from_base64(body);
	return g_string_new_len(body.at, body.end - body.at);
}

/* The next part between two boundaries; the last one of an archive that is cut off ends with it. */
static gboolean next_part(span *rest, const char *boundary, span *part)
{
	gsize len = strlen(boundary);
	gboolean found = FALSE;
	span line;

	part->at = rest->at;
	while (next_line(rest, &line)) {
		if ((gsize)(line.end - line.at) < len + 2 || memcmp(line.at, "--", 2) ||
		    memcmp(line.at + 2, boundary, len))
			continue;
		if (found) {
			part->end = line.at;
			rest->at = line.at;
			return TRUE;
		}
		found = TRUE;
		part->at = rest->at;
	}
	part->end = rest->end;
	return found && part->at < part->end;
}

static ys_original *read_parts(const ys_bytes *bytes, span rest, const char *boundary, GError **error)
{
	span part;

	for (guint i = 0; i < PARTS_MAX && next_part(&rest, boundary, &part); i++) {
		g_autoptr(GHashTable) headers = take_headers(&part);

		if (header_begins(headers, "content-type", "text/html")) {
			g_autofree char *charset = parameter(headers, "content-type", "charset");
			GString *page = decode(headers, part);
			ys_bytes inner = { bytes->name, page->str, page->len, bytes->budget };
			ys_original *original = ys_html_read(&inner, "mhtml", charset, error);

			g_string_free(page, TRUE);
			return original;
		}
	}
	g_set_error_literal(error, YS_ERROR, YS_ERROR_PUBLICATION,
			    "a web archive (MHTML) without a page in it; open it in a browser or office program and "
			    "save it as PDF");
	return NULL;
}

/* How much of the file the headers may take. */
#define HEADERS_MAX 4096

static int bid_mhtml(const ys_bytes *bytes)
{
	static const char mark[] = "multipart/related";
	g_autofree char *head = g_ascii_strdown(bytes->data, MIN(bytes->len, HEADERS_MAX));

	return strstr(head, "mime-version:") && strstr(head, mark) ? 8 * strlen(mark) : 0;
}

static ys_original *read_mhtml(const ys_bytes *bytes, GError **error)
{
	span rest = { bytes->data, bytes->data + bytes->len };
	g_autoptr(GHashTable) headers = NULL;
	g_autofree char *boundary = NULL;

	while (rest.at < rest.end && g_ascii_isspace(*rest.at))
		rest.at++;
	headers = take_headers(&rest);
	boundary = parameter(headers, "content-type", "boundary");
	return read_parts(bytes, rest, boundary ? boundary : "", error);
}

const ys_reader ys_reader_mhtml = { "mhtml", bid_mhtml, read_mhtml };
