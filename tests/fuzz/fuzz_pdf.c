/* Bytes to an original through poppler: it is read or refused, with a message; what is read can be shown. */
#include "tests/fuzz/fuzz.h"

#include "src/original/readers.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	ys_bytes bytes = { .name = "a.pdf", .data = (const char *)data, .len = size };
	g_autoptr(GError) error = NULL;
	g_autoptr(ys_original) original = ys_reader_pdf.read(&bytes, &error);
	g_autofree char *dump = NULL;

	if (!original) {
		check_error(error, YS_ERROR_PUBLICATION);
		return 0;
	}
	g_assert_no_error(error);
	dump = ys_original_dump(original);
	g_assert_true(g_utf8_validate(dump, -1, NULL));
	return 0;
}
