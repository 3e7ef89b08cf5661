/* What readers of formats make of a file, as text that a test can compare. */
#ifndef YS_READER_FIXTURE_H
#define YS_READER_FIXTURE_H

#include "src/error.h"
#include "src/original/readers.h"
#include "tests/unit/archive_fixture.h"
#include "tests/unit/publication_fixture.h"

/* The dump of what the reader of the bytes makes of them, or "refused: " and why; "unknown" without one. */
static inline char *read_as_dump(const void *data, gsize len)
{
	/* without the NUL behind them, so that the sanitizer sees a read behind the end */
	g_autofree char *exact = g_memdup2(data, len);
	ys_bytes bytes = { .name = "f", .data = exact, .len = len };
	const ys_reader *reader = ys_reader_of(&bytes);
	g_autoptr(GError) error = NULL;
	g_autoptr(ys_original) original = reader ? reader->read(&bytes, &error) : NULL;

	if (!reader)
		return g_strdup("unknown");
	if (original)
		return ys_original_dump(original);
	assert_non_null(error);
	assert_true(g_error_matches(error, YS_ERROR, YS_ERROR_PUBLICATION) || error->domain == YS_SAVE_AS ||
			    g_error_matches(error, YS_ERROR, YS_ERROR_FOREIGN) ||
			    g_error_matches(error, YS_ERROR, YS_ERROR_SEVERAL));
	return g_strdup_printf("refused: %s", error->message);
}

static inline char *read_bytes(GByteArray *bytes)
{
	char *dump = read_as_dump(bytes->data, bytes->len);

	g_byte_array_unref(bytes);
	return dump;
}

/* The text is part of the dump. */
static inline void assert_dumped(const char *dump, const char *text)
{
	if (!strstr(dump, text))
		fail_msg("not found:\n%s\nin:\n%s", text, dump);
}

#endif
