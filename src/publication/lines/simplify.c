#include "src/publication/lines/simplify.h"

#include <string.h>

#include "src/record.h"
#include "src/text/fold.h"

/* As much of the text as tells in which characters it is written. */
#define SAMPLE (64 * 1024)
/* Of so many Han characters one is traditional at least: of running text every third one is, of a simplified text
 * with a few names none of hundreds. */
#define HAN_FOR_ONE 10
#define TRADITIONAL_MIN 4
/* Bytes of what stands in brackets behind a character: a syllable or two. */
#define PINYIN_BYTES 24

/* Unified ideographs; compatibility forms are the printing's, not the writing's. */
static gboolean is_han(gunichar c)
{
	return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x323AF);
}

/* The character at p in the form that is compared, in scratch. */
static const char *simplified(const char *p, GString *scratch)
{
	g_string_truncate(scratch, 0);
	ys_fold_append(scratch, p, g_utf8_skip[(guchar)*p]);
	return scratch->str;
}

static gboolean is_traditional(const char *text)
{
	g_autoptr(GString) scratch = g_string_new(NULL);
	const char *end = text + strnlen(text, SAMPLE);
	guint han = 0, traditional = 0;

	for (const char *p = text; p < end; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		if (!is_han(c))
			continue;
		han++;
		traditional += !ys_folds_to_itself(c) && !g_str_has_prefix(p, simplified(p, scratch));
	}
	return traditional >= TRADITIONAL_MIN && traditional * HAN_FOR_ONE >= han;
}

static gboolean is_letter_with_tone(gunichar c)
{
	return c > 0x7F && g_unichar_get_script(c) == G_UNICODE_SCRIPT_LATIN;
}

/* The bytes of (yù) or （yù） at p, 0 if there is none: a word in brackets is no pinyin without a tone. */
static gsize pinyin_at(const char *p, const char *end)
{
	gboolean tone = FALSE;
	const char *start = p;

	if (p == end || (*p != '(' && !g_str_has_prefix(p, "（")))
		return 0;
	for (p = g_utf8_next_char(p); p < end && p - start < PINYIN_BYTES; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		if (c == ')' || c == 0xFF09)
			return tone ? g_utf8_next_char(p) - start : 0;
		if (!g_ascii_islower(*p) && *p != ' ' && !is_letter_with_tone(c))
			return 0;
		tone = tone || is_letter_with_tone(c);
	}
	return 0;
}

static void append_line(GString *out, const ys_line *line, GString *scratch)
{
	const char *end = line->text + line->len;

	for (const char *p = line->text; p < end;) {
		const char *next = g_utf8_next_char(p);

		if (is_han(g_utf8_get_char(p))) {
			g_string_append(out, simplified(p, scratch));
			next += pinyin_at(next, end);
		} else {
			g_string_append_len(out, p, next - p);
		}
		p = next;
	}
}

void ys_input_simplify(ys_input *input)
{
	g_autoptr(GString) scratch = g_string_new(NULL);
	g_autofree gsize *begins = NULL;
	GString *out;

	if (!is_traditional(input->text))
		return;
	out = g_string_new(NULL);
	begins = g_new(gsize, input->lines->len);
	for (guint i = 0; i < input->lines->len; i++) {
		ys_line *line = &g_array_index(input->lines, ys_line, i);

		begins[i] = out->len;
		append_line(out, line, scratch);
		line->len = out->len - begins[i];
		g_string_append_c(out, '\n');
	}
	g_free(input->text);
	input->text = g_string_free(out, FALSE);
	for (guint i = 0; i < input->lines->len; i++)
		g_array_index(input->lines, ys_line, i).text = input->text + begins[i];
	g_ptr_array_add(input->warnings, ys_warning_new("traditional", 0, "converted from traditional characters"));
}
