#include "index/manifest.h"

#include <jansson.h>
#include <string.h>

#include "index/schema.h"
#include "src/error.h"
#include "src/text/fold.h"

ys_manifest *ys_manifest_new(void)
{
	ys_manifest *manifest = g_new0(ys_manifest, 1);

	manifest->schema = YS_SCHEMA_CURRENT;
	manifest->tokeniser = YS_TOKENISER_VERSION;
	manifest->segments = g_ptr_array_new_with_free_func(g_free);
	manifest->hidden = g_ptr_array_new_with_free_func(g_free);
	manifest->entries = g_ptr_array_new_with_free_func((GDestroyNotify)ys_manifest_entry_free);
	return manifest;
}

void ys_manifest_free(ys_manifest *manifest)
{
	if (!manifest)
		return;
	g_ptr_array_unref(manifest->segments);
	g_ptr_array_unref(manifest->hidden);
	g_ptr_array_unref(manifest->entries);
	g_free(manifest);
}

ys_manifest_entry *ys_manifest_entry_new(void)
{
	return g_new0(ys_manifest_entry, 1);
}

void ys_manifest_entry_free(ys_manifest_entry *entry)
{
	if (!entry)
		return;
	g_free(entry->path);
	g_free(entry->id);
	g_free(entry->identity);
	g_free(entry->title);
	g_free(entry->sha256);
	g_free(entry->version);
	g_free(entry->segment);
	g_free(entry);
}

/* A path need not be UTF-8, JSON strings must be: paths are kept in URI escapes where it
 * matters. */
static json_t *path_to_json(const char *path)
{
	g_autofree char *bytes = NULL;

	if (g_utf8_validate(path, -1, NULL))
		return json_string(path);
	bytes = g_uri_escape_bytes((const guint8 *)path, strlen(path), "/ ");
	return json_pack("{s:s}", "escaped", bytes);
}

static char *path_from_json(const json_t *json)
{
	if (json_is_string(json))
		return g_strdup(json_string_value(json));
	if (json_is_string(json_object_get(json, "escaped")))
		return g_uri_unescape_string(json_string_value(json_object_get(json, "escaped")), NULL);
	return NULL;
}

static json_t *counts_to_json(const guint64 *counts)
{
	json_t *json = json_object();

	for (int type = 0; type < YS_N_TYPES; type++)
		json_object_set_new(json, ys_record_type_name(type), json_integer(counts[type]));
	return json;
}

static void append_line(GString *out, json_t *json)
{
	char *line = json_dumps(json, JSON_COMPACT | JSON_PRESERVE_ORDER);

	g_string_append(out, line);
	g_string_append_c(out, '\n');
	free(line);
	json_decref(json);
}

static json_t *strings_to_json(const GPtrArray *strings)
{
	json_t *json = json_array();

	for (guint i = 0; i < strings->len; i++)
		json_array_append_new(json, json_string(g_ptr_array_index(strings, i)));
	return json;
}

static json_t *entry_to_json(const ys_manifest_entry *entry)
{
	guint64 counts[YS_N_TYPES];

	for (int type = 0; type < YS_N_TYPES; type++)
		counts[type] = entry->records[type];
	return json_pack("{s:o, s:s, s:s, s:s?, s:s, s:I, s:I, s:s, s:s, s:i, s:s?, s:o, s:i}",
			 "path", path_to_json(entry->path), "id", entry->id, "identity", entry->identity,
			 "title", entry->title, "sha256", entry->sha256, "size", (json_int_t)entry->size,
			 "mtime", (json_int_t)entry->mtime, "version", entry->version, "segment", entry->segment,
			 "year", entry->year, "region", entry->region.code, "records", counts_to_json(counts),
			 "warnings", (int)entry->warnings);
}

static int by_path(gconstpointer a, gconstpointer b)
{
	const ys_manifest_entry *left = *(ys_manifest_entry *const *)a, *right = *(ys_manifest_entry *const *)b;

	return strcmp(left->path, right->path);
}

char *ys_manifest_to_text(ys_manifest *manifest)
{
	GString *out = g_string_new(NULL);

	g_ptr_array_sort(manifest->entries, by_path);
	manifest->publications = manifest->entries->len;
	memset(manifest->records, 0, sizeof manifest->records);
	for (guint i = 0; i < manifest->entries->len; i++) {
		const ys_manifest_entry *entry = g_ptr_array_index(manifest->entries, i);

		for (int type = 0; type < YS_N_TYPES; type++)
			manifest->records[type] += entry->records[type];
	}
	append_line(out, json_pack("{s:i, s:i, s:i, s:o, s:o, s:i, s:o}", "schema", manifest->schema, "tokeniser",
				   manifest->tokeniser, "generation", (int)manifest->generation, "segments",
				   strings_to_json(manifest->segments), "hidden", strings_to_json(manifest->hidden),
				   "publications", (int)manifest->publications, "records",
				   counts_to_json(manifest->records)));
	for (guint i = 0; i < manifest->entries->len; i++)
		append_line(out, entry_to_json(g_ptr_array_index(manifest->entries, i)));
	return g_string_free(out, FALSE);
}

static void strings_from_json(GPtrArray *strings, const json_t *json)
{
	for (size_t i = 0; i < json_array_size(json); i++)
		if (json_is_string(json_array_get(json, i)))
			g_ptr_array_add(strings, g_strdup(json_string_value(json_array_get(json, i))));
}

static guint64 count_from_json(const json_t *json, int type)
{
	return json_integer_value(json_object_get(json, ys_record_type_name(type)));
}

static gboolean head_from_json(ys_manifest *manifest, const json_t *json)
{
	if (!json_is_integer(json_object_get(json, "schema")))
		return FALSE;
	manifest->schema = json_integer_value(json_object_get(json, "schema"));
	manifest->tokeniser = json_integer_value(json_object_get(json, "tokeniser"));
	manifest->generation = json_integer_value(json_object_get(json, "generation"));
	manifest->publications = json_integer_value(json_object_get(json, "publications"));
	strings_from_json(manifest->segments, json_object_get(json, "segments"));
	strings_from_json(manifest->hidden, json_object_get(json, "hidden"));
	for (int type = 0; type < YS_N_TYPES; type++)
		manifest->records[type] = count_from_json(json_object_get(json, "records"), type);
	return TRUE;
}

static ys_manifest_entry *entry_from_json(const json_t *json)
{
	g_autoptr(ys_manifest_entry) entry = ys_manifest_entry_new();
	json_t *records = json_object_get(json, "records");

	entry->path = path_from_json(json_object_get(json, "path"));
	entry->id = g_strdup(json_string_value(json_object_get(json, "id")));
	entry->identity = g_strdup(json_string_value(json_object_get(json, "identity")));
	entry->title = g_strdup(json_string_value(json_object_get(json, "title")));
	entry->sha256 = g_strdup(json_string_value(json_object_get(json, "sha256")));
	entry->version = g_strdup(json_string_value(json_object_get(json, "version")));
	entry->segment = g_strdup(json_string_value(json_object_get(json, "segment")));
	entry->size = json_integer_value(json_object_get(json, "size"));
	entry->mtime = json_integer_value(json_object_get(json, "mtime"));
	entry->year = json_integer_value(json_object_get(json, "year"));
	entry->warnings = json_integer_value(json_object_get(json, "warnings"));
	if (json_is_string(json_object_get(json, "region")))
		ys_region_of_code(json_string_value(json_object_get(json, "region")), &entry->region);
	for (int type = 0; type < YS_N_TYPES; type++)
		entry->records[type] = count_from_json(records, type);
	if (!entry->path || !entry->id || !entry->identity || !entry->sha256 || !entry->version || !entry->segment)
		return NULL;
	return g_steal_pointer(&entry);
}

static gboolean damaged(GError **error, const char *path, guint line, const char *why)
{
	g_set_error(error, YS_ERROR, YS_ERROR_IO, "%s:%u: %s; run: yusou index --rebuild PATH...", path, line, why);
	return FALSE;
}

static gboolean take_line(ys_manifest *manifest, const char *line, gsize len, guint number, const char *path,
			  GError **error)
{
	json_error_t why;
	json_t *json = json_loadb(line, len, 0, &why);
	gboolean ok;

	if (!json)
		return damaged(error, path, number, why.text);
	if (number == 1) {
		ok = head_from_json(manifest, json);
	} else {
		ys_manifest_entry *entry = entry_from_json(json);

		ok = entry != NULL;
		if (entry)
			g_ptr_array_add(manifest->entries, entry);
	}
	json_decref(json);
	return ok || damaged(error, path, number, "a field is missing");
}

ys_manifest *ys_manifest_load(const char *generation_dir, ys_manifest_extent extent, GError **error)
{
	g_autofree char *path = g_build_filename(generation_dir, YS_MANIFEST_FILE, NULL);
	g_autoptr(GError) why = NULL;
	g_autoptr(GMappedFile) file = g_mapped_file_new(path, FALSE, &why);
	g_autoptr(ys_manifest) manifest = ys_manifest_new();
	const char *p, *end;
	guint number = 0;

	if (!file) {
		g_set_error(error, YS_ERROR, YS_ERROR_IO, "%s", why->message);
		return NULL;
	}
	p = g_mapped_file_get_contents(file);
	end = p + g_mapped_file_get_length(file);
	while (p < end) {
		const char *stop = memchr(p, '\n', end - p);

		if (!stop) {
			damaged(error, path, number + 1, "the file is cut off");
			return NULL;
		}
		if (!take_line(manifest, p, stop - p, ++number, path, error))
			return NULL;
		if (extent == YS_MANIFEST_HEAD)
			break;
		p = stop + 1;
	}
	if (!number) {
		damaged(error, path, 1, "the file is empty");
		return NULL;
	}
	if (extent == YS_MANIFEST_WHOLE && manifest->entries->len != manifest->publications) {
		damaged(error, path, number, "publications are missing");
		return NULL;
	}
	return g_steal_pointer(&manifest);
}

gboolean ys_manifest_check_version(const ys_manifest *manifest, GError **error)
{
	if (manifest->schema == YS_SCHEMA_CURRENT && manifest->tokeniser == YS_TOKENISER_VERSION)
		return TRUE;
	g_set_error(error, YS_ERROR, YS_ERROR_SCHEMA,
		    "the index has schema %d and tokeniser %d, this program %d and %d; "
		    "run: yusou index --rebuild PATH...",
		    manifest->schema, manifest->tokeniser, YS_SCHEMA_CURRENT, YS_TOKENISER_VERSION);
	return FALSE;
}
