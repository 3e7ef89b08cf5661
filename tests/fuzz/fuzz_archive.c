/* Archives of all kinds, and the readers of what is in them. */
#include "tests/fuzz/original.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	check_reader(&ys_reader_archive, data, size);
	return 0;
}
