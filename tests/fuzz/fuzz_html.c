/* Pages: whatever comes in, text and tables in which nothing overlaps come out. */
#include "tests/fuzz/original.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	check_reader(&ys_reader_html, data, size);
	return 0;
}
