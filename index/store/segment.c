#include "index/store/segment.h"

#include <string.h>
#include <sys/stat.h>

#include "index/schema.h"
#include "index/store/disk.h"
#include "index/store/store.h"
#include "index/xapian_c.h"
#include "src/text/fold.h"
#include "src/text/segment.h"

/* Databases that are open at a time while they are merged: some files each. */
#define MERGE_MAX 64

/* Files up to this size are read whole at each opening: Xapian keeps in one of about 100
 * bytes where each table begins. */
#define SMALL_FILE 4096

/* Publications that must be found by their titles before a segment is published. */
#define SAMPLES 16

/* ---- making ---- */

static gboolean merge_some(const GPtrArray *sources, guint first, guint n, const char *dest, GError **error)
{
	g_autofree const char **list = g_new0(const char *, n + 1);

	for (guint i = 0; i < n; i++)
		list[i] = g_ptr_array_index(sources, first + i);
	return xc_compact(list, dest, error);
}

gboolean ys_segment_merge(const GPtrArray *sources, const char *dest, GError **error)
{
	g_autoptr(GPtrArray) parts = NULL;
	gboolean ok = TRUE;

	if (sources->len <= MERGE_MAX)
		return merge_some(sources, 0, sources->len, dest, error);
	parts = g_ptr_array_new_with_free_func(g_free);
	for (guint first = 0; first < sources->len && ok; first += MERGE_MAX) {
		char *part = g_strdup_printf("%s.part-%u", dest, parts->len + 1);

		g_ptr_array_add(parts, part);
		ok = merge_some(sources, first, MIN(MERGE_MAX, sources->len - first), part, error);
	}
	ok = ok && ys_segment_merge(parts, dest, error);
	for (guint i = 0; i < parts->len; i++)
		ok = ys_disk_remove(g_ptr_array_index(parts, i), ok ? error : NULL) && ok;
	return ok;
}

static int by_name(gconstpointer a, gconstpointer b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

ys_segment_info *ys_segment_describe(const char *dir, const char *name, GError **error)
{
	g_autoptr(ys_segment_info) info = ys_segment_info_new(name);
	g_autoptr(xc_reader) reader = xc_reader_open(dir, error);
	g_autoptr(GPtrArray) names = reader ? ys_disk_list(dir, error) : NULL;

	if (!names)
		return NULL;
	info->records = xc_reader_n_documents(reader);
	g_ptr_array_sort(names, by_name);
	for (guint i = 0; i < names->len; i++) {
		g_autofree char *path = g_build_filename(dir, names->pdata[i], NULL);
		ys_segment_file *file = g_new0(ys_segment_file, 1);

		file->name = g_strdup(names->pdata[i]);
		g_ptr_array_add(info->files, file);
		file->sha256 = ys_disk_sha256(path, &file->bytes, error);
		if (!file->sha256)
			return NULL;
	}
	return g_steal_pointer(&info);
}

/* ---- trying ---- */

static gboolean refuse(GError **error, const char *dir, const char *title, const char *why)
{
	g_set_error(error, YS_ERROR, YS_ERROR_IO, "%s: %s%s%s; not published, the index in service is unchanged", dir,
		    title ? title : "", title ? ": " : "", why);
	return FALSE;
}

static gboolean has_all(xc_reader *reader, const char *dir, const ys_manifest_entry *entry, GError **error)
{
	g_autofree char *term = g_strconcat(YS_PREFIX_VERSION, entry->version, NULL);
	guint32 freq;

	if (!xc_reader_termfreq(reader, term, &freq, error))
		return FALSE;
	return freq == ys_manifest_entry_records(entry) || refuse(error, dir, entry->path, "records are missing");
}

typedef struct {
	xc_query *query;
	GError **error;
} sample;

static void add_term(const char *term, gsize len, ys_query_term_kind kind, void *data)
{
	sample *s = data;
	xc_query *both[] = { s->query, NULL };

	if (!s->query)
		return;
	both[1] = kind == YS_TERM_PREFIX ? xc_query_prefix(term, len, s->error) : xc_query_term(term, len, s->error);
	s->query = xc_query_and(both, 2, s->error);
}

/* As a person would look for it, but among its own records only. */
static gboolean is_found(xc_reader *reader, const char *dir, const ys_manifest_entry *entry, GError **error)
{
	g_autofree char *term = g_strconcat(YS_PREFIX_ID, entry->id, NULL);
	g_autoptr(GString) folded = g_string_new(NULL);
	sample s = { xc_query_term(term, -1, error), error };
	g_autoptr(xc_query) query = NULL;
	g_autoptr(xc_result) found = NULL;
	xc_page page = { .max = 1, .check_at_least = 1 };

	if (entry->title)
		ys_fold_append(folded, entry->title, -1);
	ys_segment_query(folded->str, folded->len, add_term, &s);
	query = s.query;
	found = query ? xc_search(reader, query, &page, error) : NULL;
	if (!found)
		return FALSE;
	return found->hits->len || refuse(error, dir, entry->path, "it is not found by its title");
}

gboolean ys_segment_try(const char *dir, const GPtrArray *entries, guint64 records, GError **error)
{
	g_autoptr(xc_reader) reader = xc_reader_open(dir, error);
	guint step = MAX(1, entries->len / SAMPLES);

	if (!reader)
		return FALSE;
	if (xc_reader_n_documents(reader) != records)
		return refuse(error, dir, NULL, "it does not hold all records");
	for (guint i = 0; i < entries->len; i++) {
		const ys_manifest_entry *entry = g_ptr_array_index(entries, i);

		if (!has_all(reader, dir, entry, error) || (i % step == 0 && !is_found(reader, dir, entry, error)))
			return FALSE;
	}
	return TRUE;
}

/* ---- checking ---- */

static gboolean damaged(GError **error, const char *path, const char *why)
{
	g_set_error(error, YS_ERROR, YS_ERROR_IO, "%s %s: the index is damaged; run: yusou index --rebuild PATH...",
		    path, why);
	return FALSE;
}

static gboolean check_file(const char *path, const ys_segment_file *file, GError **error)
{
	g_autofree char *sum = NULL;
	struct stat st;
	gint64 bytes;

	if (stat(path, &st) != 0)
		return damaged(error, path, "is missing");
	if (st.st_size != file->bytes)
		return damaged(error, path, st.st_size < file->bytes ? "is cut off" : "has grown");
	if (!file->bytes || file->bytes > SMALL_FILE)
		return TRUE;
	sum = ys_disk_sha256(path, &bytes, error);
	return sum && (!strcmp(sum, file->sha256) || damaged(error, path, "has changed"));
}

static gboolean check_segment(const char *generation_dir, const ys_segment_info *info, GError **error)
{
	if (!ys_store_is_segment(info->name))
		return damaged(error, info->name, "in the manifest is no name of a segment");
	for (guint i = 0; i < info->files->len; i++) {
		const ys_segment_file *file = g_ptr_array_index(info->files, i);
		g_autofree char *path = g_build_filename(generation_dir, info->name, file->name, NULL);

		if (!check_file(path, file, error))
			return FALSE;
	}
	return TRUE;
}

gboolean ys_segments_check(const char *generation_dir, const ys_manifest *manifest, GError **error)
{
	for (guint i = 0; i < manifest->segments->len; i++)
		if (!check_segment(generation_dir, g_ptr_array_index(manifest->segments, i), error))
			return FALSE;
	return TRUE;
}
