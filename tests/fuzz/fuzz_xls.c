/* Workbooks of Excel 97 to 2003: whatever the bytes, they are read or refused with a reason. */
#include "tests/fuzz/original.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	check_reader(&ys_reader_xls, data, size);
	return 0;
}
