/* What a reader makes of a file: make tools/original, tools/original FILE... */
#include <stdio.h>

#include "src/original/reader.h"

static gboolean show(const char *path)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(ys_original) original = NULL;
	g_autofree char *data = NULL, *text = NULL;
	const ys_reader *reader;
	ys_bytes bytes = { .name = path };

	if (!g_file_get_contents(path, &data, &bytes.len, &error)) {
		fprintf(stderr, "%s\n", error->message);
		return FALSE;
	}
	bytes.data = data;
	reader = ys_reader_of(&bytes);
	original = reader ? reader->read(&bytes, &error) : NULL;
	if (!original) {
		fprintf(stderr, "%s: %s\n", path, error ? error->message : "no reader knows it");
		return FALSE;
	}
	text = ys_original_dump(original);
	fputs(text, stdout);
	return TRUE;
}

int main(int argc, char **argv)
{
	int status = 0;

	for (int i = 1; i < argc; i++)
		status |= !show(argv[i]);
	return status;
}
