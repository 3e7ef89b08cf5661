#include "index/store/verify.h"

#include <string.h>

#include "index/store/disk.h"
#include "index/store/manifest.h"
#include "index/store/store.h"
#include "index/xapian_c.h"

typedef struct {
	const char *dir;        /* of the generation */
	ys_message_fn message;
	void *data;
	guint findings;
} verifier;

static void find(verifier *v, const char *path, const char *why)
{
	v->findings++;
	v->message(path, 0, why, v->data);
}

static gboolean is_listed(const ys_segment_info *info, const char *name)
{
	for (guint i = 0; i < info->files->len; i++)
		if (!strcmp(((ys_segment_file *)g_ptr_array_index(info->files, i))->name, name))
			return TRUE;
	return FALSE;
}

static void verify_file(verifier *v, const char *path, const ys_segment_file *file)
{
	g_autoptr(GError) why = NULL;
	gint64 bytes;
	g_autofree char *sum = ys_disk_sha256(path, &bytes, &why);

	if (!sum)
		find(v, path, why->message);
	else if (bytes != file->bytes)
		find(v, path, bytes < file->bytes ? "is cut off" : "has grown");
	else if (strcmp(sum, file->sha256))
		find(v, path, "has changed: its checksum is not that of the manifest");
}

static void verify_segment(verifier *v, const ys_segment_info *info)
{
	g_autofree char *dir = g_build_filename(v->dir, info->name, NULL);
	g_autoptr(GError) why = NULL;
	g_autoptr(GPtrArray) names = NULL;

	if (!ys_store_is_segment(info->name)) {
		find(v, dir, "is no name of a segment");
		return;
	}
	names = ys_disk_list(dir, &why);
	if (!names) {
		find(v, dir, why->message);
		return;
	}
	for (guint i = 0; i < info->files->len; i++) {
		const ys_segment_file *file = g_ptr_array_index(info->files, i);
		g_autofree char *path = g_build_filename(dir, file->name, NULL);

		verify_file(v, path, file);
	}
	for (guint i = 0; i < names->len; i++) {
		g_autofree char *path = g_build_filename(dir, names->pdata[i], NULL);

		if (!is_listed(info, names->pdata[i]))
			find(v, path, "is not of this index");
	}
}

/* The list that Xapian opens names the segments of the manifest, in their order. */
static void verify_stub(verifier *v, const ys_manifest *manifest)
{
	g_autofree char *path = g_build_filename(v->dir, YS_STORE_STUB, NULL), *text = NULL;
	g_autoptr(GString) wanted = g_string_new(NULL);

	for (guint i = 0; i < manifest->segments->len; i++)
		g_string_append_printf(wanted, "auto %s\n",
				       ((ys_segment_info *)g_ptr_array_index(manifest->segments, i))->name);
	if (!g_file_get_contents(path, &text, NULL, NULL) || strcmp(text, wanted->str))
		find(v, path, "does not list the segments of the manifest");
}

static void verify_counts(verifier *v, const ys_manifest *manifest)
{
	g_autoptr(GError) why = NULL;
	g_autoptr(xc_reader) reader = xc_reader_open(v->dir, &why);
	guint64 records = 0;

	for (guint i = 0; i < manifest->segments->len; i++)
		records += ((ys_segment_info *)g_ptr_array_index(manifest->segments, i))->records;
	if (!reader)
		find(v, v->dir, why->message);
	else if (xc_reader_n_documents(reader) != records)
		find(v, v->dir, "does not hold as many records as the manifest says");
}

gboolean ys_index_verify(const char *root, ys_message_fn message, void *data, GError **error)
{
	g_autofree char *dir = ys_store_current(root, error);
	g_autoptr(ys_manifest) manifest = dir ? ys_manifest_load(dir, YS_MANIFEST_WHOLE, error) : NULL;
	verifier v = { dir, message, data, 0 };

	if (!manifest || !ys_manifest_check_version(manifest, error))
		return FALSE;
	verify_stub(&v, manifest);
	for (guint i = 0; i < manifest->segments->len; i++)
		verify_segment(&v, g_ptr_array_index(manifest->segments, i));
	if (!v.findings)
		verify_counts(&v, manifest);
	if (!v.findings)
		return TRUE;
	g_set_error(error, YS_ERROR, YS_ERROR_IO, "%s is damaged in %u places; run: yusou index --rebuild PATH...", dir,
		    v.findings);
	return FALSE;
}
