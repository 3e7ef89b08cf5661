/* Web archives: headers, parts and encodings around a page. */
#include "tests/fuzz/original.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	check_reader(&ys_reader_mhtml, data, size);
	return 0;
}
