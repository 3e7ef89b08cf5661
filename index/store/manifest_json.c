#include "index/store/manifest_json.h"

#include <string.h>

json_t *ys_bytes_to_json(const char *bytes)
{
	g_autofree char *escaped = NULL;

	if (g_utf8_validate(bytes, -1, NULL))
		return json_string(bytes);
	escaped = g_uri_escape_bytes((const guint8 *)bytes, strlen(bytes), "/ ");
	return json_pack("{s:s}", "escaped", escaped);
}

char *ys_bytes_from_json(const json_t *json)
{
	if (json_is_string(json))
		return g_strdup(json_string_value(json));
	if (json_is_string(json_object_get(json, "escaped")))
		return g_uri_unescape_string(json_string_value(json_object_get(json, "escaped")), NULL);
	return NULL;
}

json_t *ys_counts_to_json(const guint64 *counts)
{
	json_t *json = json_object();

	for (int type = 0; type < YS_N_TYPES; type++)
		json_object_set_new(json, ys_record_type_name(type), json_integer(counts[type]));
	return json;
}

guint64 ys_count_from_json(const json_t *counts, int type)
{
	return json_integer_value(json_object_get(counts, ys_record_type_name(type)));
}

static void set_string(json_t *json, const char *key, const char *value)
{
	if (value)
		json_object_set_new(json, key, json_string(value));
}

static void publication_to_json(const ys_manifest_entry *entry, json_t *json)
{
	g_autofree char *region = ys_region_key(&entry->region);
	guint64 counts[YS_N_TYPES];

	for (int type = 0; type < YS_N_TYPES; type++)
		counts[type] = entry->records[type];
	json_object_update_new(json, json_pack("{s:s, s:s?, s:s, s:s?, s:i, s:s?, s:o, s:i}", "version", entry->version,
					       "segment", entry->segment, "id", entry->id, "title", entry->title,
					       "year", entry->year, "region", *region ? region : NULL, "records",
					       ys_counts_to_json(counts), "warnings", (int)entry->warnings));
	set_string(json, "composition", entry->composition);
}

static json_t *strings_to_json(const GPtrArray *strings)
{
	json_t *json = json_array();

	for (guint i = 0; i < strings->len; i++)
		json_array_append_new(json, json_string(g_ptr_array_index(strings, i)));
	return json;
}

static void strings_from_json(GPtrArray *strings, const json_t *json)
{
	for (size_t i = 0; i < json_array_size(json); i++)
		if (json_is_string(json_array_get(json, i)))
			g_ptr_array_add(strings, g_strdup(json_string_value(json_array_get(json, i))));
}

json_t *ys_manifest_entry_to_json(const ys_manifest_entry *entry)
{
	json_t *json = json_pack("{s:o}", "path", ys_bytes_to_json(entry->path));

	if (strcmp(entry->file, entry->path))
		json_object_set_new(json, "file", ys_bytes_to_json(entry->file));
	if (entry->passed_over)
		json_object_update_new(json, json_pack("{s:o, s:i}", "passed_over", ys_bytes_to_json(entry->passed_over),
						       "readers", entry->readers));
	else
		json_object_update_new(json, json_pack("{s:s, s:s}", "identity", entry->identity, "sha256",
						       entry->sha256));
	json_object_update_new(json, json_pack("{s:I, s:I}", "size", (json_int_t)entry->size, "mtime_ns",
					       (json_int_t)entry->mtime));
	set_string(json, "owner", entry->owner);
	set_string(json, "given", entry->given);
	set_string(json, "holds", entry->holds);
	if (entry->nameless)
		json_object_set_new(json, "nameless", json_integer(entry->said_year));
	set_string(json, "host", entry->host);
	if (entry->part_of)
		json_object_set_new(json, "part_of", ys_bytes_to_json(entry->part_of));
	if (entry->unsettled)
		json_object_set_new(json, "unsettled", json_true());
	if (entry->version)
		publication_to_json(entry, json);
	if (entry->was->len)
		json_object_set_new(json, "was", strings_to_json(entry->was));
	if (entry->members->len)
		json_object_set_new(json, "members", strings_to_json(entry->members));
	if (entry->losses->len)
		json_object_set_new(json, "losses", strings_to_json(entry->losses));
	return json;
}

static char *string_from_json(const json_t *json, const char *key)
{
	return g_strdup(json_string_value(json_object_get(json, key)));
}

static void publication_from_json(ys_manifest_entry *entry, const json_t *json)
{
	const json_t *region = json_object_get(json, "region");

	entry->segment = string_from_json(json, "segment");
	entry->composition = string_from_json(json, "composition");
	entry->id = string_from_json(json, "id");
	entry->title = string_from_json(json, "title");
	entry->year = json_integer_value(json_object_get(json, "year"));
	entry->warnings = json_integer_value(json_object_get(json, "warnings"));
	strings_from_json(entry->losses, json_object_get(json, "losses"));
	if (json_is_string(region))
		ys_region_of_key(json_string_value(region), &entry->region);
	for (int type = 0; type < YS_N_TYPES; type++)
		entry->records[type] = ys_count_from_json(json_object_get(json, "records"), type);
}

ys_manifest_entry *ys_manifest_entry_from_json(const json_t *json)
{
	g_autoptr(ys_manifest_entry) entry = ys_manifest_entry_new();

	entry->path = ys_bytes_from_json(json_object_get(json, "path"));
	entry->file = ys_bytes_from_json(json_object_get(json, "file"));
	if (!entry->file)
		entry->file = g_strdup(entry->path);
	entry->identity = string_from_json(json, "identity");
	entry->sha256 = string_from_json(json, "sha256");
	entry->owner = string_from_json(json, "owner");
	strings_from_json(entry->was, json_object_get(json, "was"));
	entry->given = string_from_json(json, "given");
	entry->holds = string_from_json(json, "holds");
	entry->nameless = json_is_integer(json_object_get(json, "nameless"));
	entry->said_year = json_integer_value(json_object_get(json, "nameless"));
	entry->host = string_from_json(json, "host");
	entry->part_of = ys_bytes_from_json(json_object_get(json, "part_of"));
	entry->size = json_integer_value(json_object_get(json, "size"));
	entry->mtime = json_integer_value(json_object_get(json, "mtime_ns"));
	entry->unsettled = json_is_true(json_object_get(json, "unsettled"));
	entry->version = string_from_json(json, "version");
	if (entry->version)
		publication_from_json(entry, json);
	entry->passed_over = ys_bytes_from_json(json_object_get(json, "passed_over"));
	strings_from_json(entry->members, json_object_get(json, "members"));
	entry->readers = json_integer_value(json_object_get(json, "readers"));
	if (entry->path && entry->passed_over && !entry->version)
		return g_steal_pointer(&entry);
	if (!entry->path || !entry->identity || !entry->sha256 || (entry->version && !entry->id))
		return NULL;
	return g_steal_pointer(&entry);
}

json_t *ys_segment_info_to_json(const ys_segment_info *info)
{
	json_t *hidden = json_array(), *files = json_object();

	for (guint i = 0; i < info->hidden->len; i++)
		json_array_append_new(hidden, json_string(g_ptr_array_index(info->hidden, i)));
	for (guint i = 0; i < info->files->len; i++) {
		const ys_segment_file *file = g_ptr_array_index(info->files, i);

		json_object_set_new(files, file->name, json_pack("{s:I, s:s}", "bytes", (json_int_t)file->bytes,
								 "sha256", file->sha256));
	}
	return json_pack("{s:s, s:I, s:o, s:o}", "name", info->name, "records", (json_int_t)info->records, "hidden",
			 hidden, "files", files);
}

static gboolean files_from_json(ys_segment_info *info, const json_t *json)
{
	const char *name;
	json_t *value;

	json_object_foreach((json_t *)json, name, value) {
		ys_segment_file *file = g_new0(ys_segment_file, 1);

		g_ptr_array_add(info->files, file);
		file->name = g_strdup(name);
		file->bytes = json_integer_value(json_object_get(value, "bytes"));
		file->sha256 = string_from_json(value, "sha256");
		/* it becomes a path */
		if (!file->sha256 || !*name || *name == '.' || strchr(name, '/'))
			return FALSE;
	}
	return json_is_object(json);
}

ys_segment_info *ys_segment_info_from_json(const json_t *json)
{
	const char *name = json_string_value(json_object_get(json, "name"));
	const json_t *hidden = json_object_get(json, "hidden");
	g_autoptr(ys_segment_info) info = name ? ys_segment_info_new(name) : NULL;

	if (!info || !json_is_array(hidden) || !files_from_json(info, json_object_get(json, "files")))
		return NULL;
	info->records = json_integer_value(json_object_get(json, "records"));
	for (size_t i = 0; i < json_array_size(hidden); i++) {
		if (!json_is_string(json_array_get(hidden, i)))
			return NULL;
		g_ptr_array_add(info->hidden, g_strdup(json_string_value(json_array_get(hidden, i))));
	}
	return g_steal_pointer(&info);
}
