/* How fast publications are read: bytes to records, one thread, files in memory.
 *
 * usage: make bench/parse && bench/parse [-n ROUNDS] PATH...
 *
 * Each round reads every file once; what is printed is the best round.  With -s the records
 * are brought into their stored form too, as indexing does. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "index/write/walk.h"
#include "src/publication/publication.h"

typedef struct {
	char *path, *data;
	gsize len;
} file;

static void complain(const char *path, G_GNUC_UNUSED int line, const char *text, G_GNUC_UNUSED void *data)
{
	fprintf(stderr, "%s: %s\n", path, text);
}

static double seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return now.tv_sec + now.tv_nsec * 1e-9;
}

static void file_clear(file *f)
{
	g_free(f->path);
	g_free(f->data);
}

static GArray *load(char **paths, gsize *bytes)
{
	g_autoptr(ys_walk) walk = ys_walk_new(paths, complain, NULL);
	GArray *files = g_array_new(FALSE, FALSE, sizeof(file));

	g_array_set_clear_func(files, (GDestroyNotify)file_clear);
	*bytes = 0;
	for (guint i = 0; i < walk->files->len; i++) {
		file f = { .path = g_strdup(((ys_walk_file *)g_ptr_array_index(walk->files, i))->path) };

		if (!g_file_get_contents(f.path, &f.data, &f.len, NULL)) {
			file_clear(&f);
			continue;
		}
		*bytes += f.len;
		g_array_append_val(files, f);
	}
	return files;
}

static guint64 store(const ys_publication *publication)
{
	guint64 bytes = 0;

	for (guint i = 0; i < publication->records->len; i++) {
		const ys_record *record = g_ptr_array_index(publication->records, i);
		g_autofree char *folded = ys_record_folded(record);
		g_autofree char *stored = ys_record_to_stored(record);

		bytes += strlen(folded) + strlen(stored);
	}
	return bytes;
}

static guint64 read_all(const GArray *files, gboolean storing)
{
	guint64 records = 0;

	for (guint i = 0; i < files->len; i++) {
		const file *f = &g_array_index(files, file, i);
		g_autoptr(ys_publication) publication = ys_publication_new(f->path, f->data, f->len, NULL);

		if (!publication)
			continue;
		records += publication->records->len;
		if (storing)
			store(publication);
	}
	return records;
}

int main(int argc, char **argv)
{
	int rounds = 5, i = 1;
	gboolean storing = FALSE;
	double best = 0;
	guint64 records = 0;
	gsize bytes;
	GArray *files;

	for (; i < argc && *argv[i] == '-'; i++) {
		if (!strcmp(argv[i], "-s"))
			storing = TRUE;
		else if (!strcmp(argv[i], "-n") && i + 1 < argc)
			rounds = atoi(argv[++i]);
	}
	if (i == argc || rounds < 1) {
		fprintf(stderr, "usage: %s [-s] [-n ROUNDS] PATH...\n", argv[0]);
		return 2;
	}
	files = load(argv + i, &bytes);
	for (int round = 0; round < rounds; round++) {
		double start = seconds(), took;

		records = read_all(files, storing);
		took = seconds() - start;
		if (!round || took < best)
			best = took;
	}
	printf("%u files, %" G_GSIZE_FORMAT " bytes, %" G_GUINT64_FORMAT " records: %.3f s, %.2f MB/s\n",
	       files->len, bytes, records, best, bytes / best / 1e6);
	g_array_unref(files);
	return 0;
}
