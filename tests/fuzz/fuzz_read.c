/* Bytes to lines: whatever comes in, lines of valid UTF-8 come out that leave nothing of the
 * text between them but line ends. */
#include "tests/fuzz/fuzz.h"

#include <string.h>

#include "src/publication/lines/read.h"
#include "src/record.h"

static void check_lines(const ys_input *input)
{
	const char *at = input->text;

	g_assert_cmpuint(input->lines->len, >, 0);
	for (guint i = 0; i < input->lines->len; i++) {
		const ys_line *line = &g_array_index(input->lines, ys_line, i);

		g_assert_true(line->text == at);
		for (gsize k = 0; k < line->len; k++)
			g_assert_true(line->text[k] && !strchr("\n\r\f", line->text[k]));
		at += line->len;
		if (*at)
			at += at[0] == '\r' && at[1] == '\n' ? 2 : 1;
	}
	g_assert_true(*at == '\0');
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(ys_input) input = ys_input_new((const char *)data, size, &error);

	if (!input) {
		check_unread(error);
		return 0;
	}
	g_assert_no_error(error);
	g_assert_true(g_utf8_validate(input->text, -1, NULL));
	check_lines(input);
	for (guint i = 0; i < input->warnings->len; i++) {
		const ys_warning *warning = g_ptr_array_index(input->warnings, i);

		g_assert_true(*warning->code && g_utf8_validate(warning->message, -1, NULL));
		g_assert_true(warning->line >= 0 && (guint)warning->line <= input->lines->len);
	}
	return 0;
}
