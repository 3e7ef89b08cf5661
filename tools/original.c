/* What a reader makes of a file: make tools/original, tools/original FILE...; or a picture of what the PDF
 * reader sees on a page: tools/original --svg PAGE FILE... */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/original/readers.h"
#include "tools/pdf_svg.h"

static char *read_as_text(const ys_bytes *bytes, GError **error)
{
	const ys_reader *reader = ys_reader_of(bytes);
	g_autoptr(ys_original) original = reader ? reader->read(bytes, error) : NULL;

	return original ? ys_original_dump(original) : NULL;
}

/* page: of the picture; 0: the text. */
static gboolean show(const char *path, int page)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *data = NULL, *text = NULL;
	ys_bytes bytes = { .name = path };

	if (!g_file_get_contents(path, &data, &bytes.len, &error)) {
		fprintf(stderr, "%s\n", error->message);
		return FALSE;
	}
	bytes.data = data;
	text = page ? ys_pdf_svg(&bytes, page, &error) : read_as_text(&bytes, &error);
	if (!text) {
		fprintf(stderr, "%s: %s\n", path, error ? error->message : "no reader knows it");
		return FALSE;
	}
	fputs(text, stdout);
	return TRUE;
}

int main(int argc, char **argv)
{
	int status = 0, first = 1, page = 0;

	if (argc > 3 && strcmp(argv[1], "--svg") == 0) {
		page = atoi(argv[2]);
		first = 3;
	}
	for (int i = first; i < argc; i++)
		status |= !show(argv[i], page);
	return status;
}
