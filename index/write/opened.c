#include "index/write/opened.h"

#include <string.h>

#include "src/original/archive.h"

struct ys_opened {
	char *path;             /* NULL: none */
	GPtrArray *files;       /* of ys_part */
	const char *rest;
	ys_stamp stamp;
};

ys_opened *ys_opened_new(void)
{
	return g_new0(ys_opened, 1);
}

static void close_archive(ys_opened *opened)
{
	g_clear_pointer(&opened->path, g_free);
	g_clear_pointer(&opened->files, g_ptr_array_unref);
}

void ys_opened_free(ys_opened *opened)
{
	if (!opened)
		return;
	close_archive(opened);
	g_free(opened);
}

static gboolean open_archive(ys_opened *opened, const char *path, GError **error)
{
	g_autofree char *data = NULL;
	ys_bytes bytes = { .name = path };

	if (!g_strcmp0(opened->path, path))
		return TRUE;
	close_archive(opened);
	bytes.data = data = ys_file_read(path, &bytes.len, &opened->stamp, error);
	if (!data || !(opened->files = ys_archive_files(&bytes, &opened->rest, error)))
		return FALSE;
	opened->path = g_strdup(path);
	return TRUE;
}

const GPtrArray *ys_opened_files(ys_opened *opened, const char *path, const char **rest, ys_stamp *stamp, GError **error)
{
	if (!open_archive(opened, path, error))
		return NULL;
	*rest = opened->rest;
	*stamp = opened->stamp;
	return opened->files;
}

static const ys_part *find(const GPtrArray *files, const char *name)
{
	for (guint i = 0; i < files->len; i++)
		if (!strcmp(((const ys_part *)g_ptr_array_index(files, i))->name, name))
			return g_ptr_array_index(files, i);
	return NULL;
}

char *ys_opened_read(ys_opened *opened, const char *path, const char *inside, gsize *len, ys_stamp *stamp, GError **error)
{
	const ys_part *file;
	char *data;

	if (!open_archive(opened, path, error))
		return NULL;
	file = find(opened->files, inside);
	if (!file || file->failure) {
		g_set_error_literal(error, YS_ERROR, YS_ERROR_PUBLICATION,
				    file ? file->failure : "the archive was written to while it was read; index it again");
		return NULL;
	}
	*stamp = opened->stamp;
	stamp->size = (gint64)(*len = file->len);
	/* with a NUL behind them */
	data = g_malloc(*len + 1);
	memcpy(data, file->data, *len);
	data[*len] = '\0';
	return data;
}
