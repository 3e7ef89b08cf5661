/* Calls a harness for each file of its corpus: replay_x takes tests/fuzz/corpus/x, or the files and
 * directories named. */
#include "tests/fuzz/fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static guint replayed;

static void replay_file(const char *path)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *data = NULL;
	g_autofree uint8_t *exact = NULL;
	gsize len;

	if (!g_file_get_contents(path, &data, &len, &error)) {
		fprintf(stderr, "%s\n", error->message);
		exit(EXIT_FAILURE);
	}
	/* what a failed assertion is about */
	fprintf(stderr, "%s\n", path);
	/* without the NUL that GLib adds, so that the sanitizer sees a read behind the end */
	exact = g_memdup2(data, len);
	LLVMFuzzerTestOneInput(exact, len);
	replayed++;
}

static void replay(const char *path)
{
	g_autoptr(GDir) dir = g_file_test(path, G_FILE_TEST_IS_DIR) ? g_dir_open(path, 0, NULL) : NULL;
	const char *name;

	if (!dir) {
		replay_file(path);
		return;
	}
	while ((name = g_dir_read_name(dir))) {
		g_autofree char *file = g_build_filename(path, name, NULL);

		replay_file(file);
	}
}

int main(int argc, char **argv)
{
	const char *top = g_getenv("top_srcdir");
	const char *name = g_strrstr(argv[0], "replay_");

	for (int i = 1; i < argc; i++)
		replay(argv[i]);
	if (argc < 2 && name) {
		g_autofree char *corpus =
			g_build_filename(top ? top : ".", "tests", "fuzz", "corpus", name + strlen("replay_"), NULL);

		replay(corpus);
	}
	/* a corpus that is not found tests nothing */
	return replayed ? EXIT_SUCCESS : EXIT_FAILURE;
}
