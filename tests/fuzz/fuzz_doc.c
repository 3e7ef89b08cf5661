/* Documents of old Word: whatever the bytes, they are read or refused with a reason. */
#include "src/original/readers.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autoptr(GError) error = NULL;
	ys_bytes bytes = { .name = "fuzz", .data = (const char *)data, .len = size };
	g_autoptr(ys_original) original = ys_reader_doc.read(&bytes, &error);
	g_autofree char *dump = original ? ys_original_dump(original) : NULL;

	if (!original == !error || (dump && !g_utf8_validate(dump, -1, NULL)))
		abort();
	return 0;
}
