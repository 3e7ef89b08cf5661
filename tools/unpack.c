/* The process that unpacks writes a letter: 'n' and why nothing could be unpacked; or 'y', why not all was (an empty
 * string: all was), and of each file its name, why it failed (an empty string: it did not), its length and its bytes. */
#include "tools/unpack.h"

#include <string.h>

#include "src/error.h"
#include "src/original/archive.h"
#include "tools/apart.h"

typedef struct {
	const char *path;
	GBytes *archive;
} packed;

static void append_string(GString *out, const char *s)
{
	g_string_append_len(out, s ? s : "", s ? (gssize)strlen(s) + 1 : 1);
}

static void append_file(GString *out, const ys_part *file)
{
	gsize len = file->failure ? 0 : file->len;

	append_string(out, file->name);
	append_string(out, file->failure);
	g_string_append_len(out, (const char *)&len, sizeof len);
	g_string_append_len(out, len ? file->data : "", (gssize)len);
}

static void unpack_apart(GString *out, void *data)
{
	const packed *p = data;
	ys_bytes bytes = { .name = p->path };
	const char *rest = NULL;
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) files = NULL;

	bytes.data = g_bytes_get_data(p->archive, &bytes.len);
	files = ys_archive_files(&bytes, &rest, &error);
	g_string_append_c(out, files ? 'y' : 'n');
	append_string(out, files ? rest : error->message);
	for (guint i = 0; files && i < files->len; i++)
		append_file(out, g_ptr_array_index(files, i));
}

static void unpacked_free(tool_unpacked *file)
{
	g_free(file->name);
	g_free(file->failure);
	g_clear_pointer(&file->bytes, g_bytes_unref);
	g_free(file);
}

/* A string that another process wrote; NULL: none ends before the end. */
static const char *take_string(const char **p, const char *end)
{
	const char *s = *p, *stop = memchr(s, '\0', end - s);

	if (stop)
		*p = stop + 1;
	return stop ? s : NULL;
}

/* FALSE if it is not what append_file() writes. */
static gboolean take_file(GPtrArray *files, const char **p, const char *end)
{
	const char *name = take_string(p, end), *failure = name ? take_string(p, end) : NULL;
	tool_unpacked *file;
	gsize len;

	if (!failure || (gsize)(end - *p) < sizeof len)
		return FALSE;
	memcpy(&len, *p, sizeof len);
	*p += sizeof len;
	if (len > (gsize)(end - *p))
		return FALSE;
	file = g_new0(tool_unpacked, 1);
	file->name = g_strdup(name);
	file->failure = *failure ? g_strdup(failure) : NULL;
	file->bytes = g_bytes_new(*p, len);
	*p += len;
	g_ptr_array_add(files, file);
	return TRUE;
}

static GPtrArray *refuse(GError **error, const char *why)
{
	g_set_error_literal(error, YS_ERROR, YS_ERROR_PUBLICATION, why);
	return NULL;
}

GPtrArray *tool_unpack(const char *path, GBytes *archive, char **rest, GError **error)
{
	packed what = { path, archive };
	g_autoptr(GString) out = g_string_new(NULL);
	g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func((GDestroyNotify)unpacked_free);
	const char *p, *end, *why;

	if (!apart_run(unpack_apart, &what, out, error))
		return NULL;
	p = out->str + 1;
	end = out->str + out->len;
	why = out->len ? take_string(&p, end) : NULL;
	while (why && *out->str == 'y' && p < end)
		if (!take_file(files, &p, end))
			why = NULL;
	if (!why)
		return refuse(error, "the process that unpacked it is not understood");
	if (*out->str != 'y')
		return refuse(error, why);
	*rest = *why ? g_strdup_printf("not all of it was read: %s", why) : NULL;
	return g_steal_pointer(&files);
}
