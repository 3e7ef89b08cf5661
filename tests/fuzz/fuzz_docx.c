/* Word documents: their XML, in a sound package. */
#include "tests/fuzz/original.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autoptr(GByteArray) package = package_of(data, size);

	check_reader(&ys_reader_docx, package->data, package->len);
	return 0;
}
