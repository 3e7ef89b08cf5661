#include "index/store/manifest.h"

#include <string.h>

#include "index/schema.h"
#include "index/store/manifest_json.h"
#include "src/error.h"
#include "src/text/fold.h"

/* How the first line ends: the sum of what stands before this, closed by a brace. */
#define SEAL ",\"head_sha256\":\""
#define SEAL_END "\"}"
#define SHA256_DIGITS 64

ys_manifest *ys_manifest_new(void)
{
	ys_manifest *manifest = g_new0(ys_manifest, 1);

	manifest->schema = YS_SCHEMA_CURRENT;
	manifest->tokeniser = YS_TOKENISER_VERSION;
	manifest->segments = g_ptr_array_new_with_free_func((GDestroyNotify)ys_segment_info_free);
	manifest->hidden = g_ptr_array_new();
	manifest->entries = g_ptr_array_new_with_free_func((GDestroyNotify)ys_manifest_entry_free);
	manifest->superseded = g_ptr_array_new_with_free_func((GDestroyNotify)ys_manifest_entry_free);
	manifest->passed_over = g_ptr_array_new_with_free_func((GDestroyNotify)ys_manifest_entry_free);
	return manifest;
}

void ys_manifest_free(ys_manifest *manifest)
{
	if (!manifest)
		return;
	g_ptr_array_unref(manifest->hidden);
	g_ptr_array_unref(manifest->segments);
	g_ptr_array_unref(manifest->entries);
	g_ptr_array_unref(manifest->superseded);
	g_ptr_array_unref(manifest->passed_over);
	g_clear_pointer(&manifest->text, g_mapped_file_unref);
	g_free(manifest->path);
	g_free(manifest);
}

/* ---- writing ---- */

static int by_path(gconstpointer a, gconstpointer b)
{
	const ys_manifest_entry *left = *(ys_manifest_entry *const *)a, *right = *(ys_manifest_entry *const *)b;
	int order = strcmp(left->path, right->path);

	return order ? order : strcmp(left->file, right->file);
}

static void append_json(GString *out, json_t *json)
{
	char *line = json_dumps(json, JSON_COMPACT | JSON_PRESERVE_ORDER);

	g_string_append(out, line);
	free(line);
	json_decref(json);
}

static void append_entries(GString *out, GPtrArray *entries)
{
	g_ptr_array_sort(entries, by_path);
	for (guint i = 0; i < entries->len; i++) {
		const ys_manifest_entry *entry = g_ptr_array_index(entries, i);

		if (entry->line)
			g_string_append_len(out, entry->line, entry->line_len);
		else
			append_json(out, ys_manifest_entry_to_json(entry));
		g_string_append_c(out, '\n');
	}
}

static void count(ys_manifest *manifest)
{
	manifest->publications = manifest->entries->len;
	memset(manifest->records, 0, sizeof manifest->records);
	for (guint i = 0; i < manifest->entries->len; i++) {
		const ys_manifest_entry *entry = g_ptr_array_index(manifest->entries, i);

		for (int type = 0; type < YS_N_TYPES; type++)
			manifest->records[type] += entry->records[type];
	}
}

static json_t *head_to_json(const ys_manifest *manifest, const GString *body)
{
	g_autofree char *sum = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)body->str, body->len);
	json_t *segments = json_array();

	for (guint i = 0; i < manifest->segments->len; i++)
		json_array_append_new(segments, ys_segment_info_to_json(g_ptr_array_index(manifest->segments, i)));
	return json_pack("{s:i, s:i, s:i, s:o, s:i, s:o, s:s}", "schema", manifest->schema, "tokeniser",
			 manifest->tokeniser, "generation", (int)manifest->generation, "segments", segments,
			 "publications", (int)manifest->publications, "records", ys_counts_to_json(manifest->records),
			 "body_sha256", sum);
}

char *ys_manifest_to_text(ys_manifest *manifest)
{
	g_autoptr(GString) body = g_string_new(NULL);
	g_autofree char *sum = NULL;
	GString *out = g_string_new(NULL);

	count(manifest);
	append_entries(body, manifest->entries);
	append_entries(body, manifest->superseded);
	append_entries(body, manifest->passed_over);
	append_json(out, head_to_json(manifest, body));
	sum = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)out->str, out->len);
	g_string_truncate(out, out->len - 1);
	g_string_append_printf(out, SEAL "%s" SEAL_END "\n", sum);
	g_string_append_len(out, body->str, body->len);
	return g_string_free(out, FALSE);
}

/* ---- reading ---- */

static gboolean segments_from_json(ys_manifest *manifest, const json_t *json)
{
	for (size_t i = 0; i < json_array_size(json); i++) {
		ys_segment_info *info = ys_segment_info_from_json(json_array_get(json, i));

		if (!info)
			return FALSE;
		g_ptr_array_add(manifest->segments, info);
		g_ptr_array_extend(manifest->hidden, info->hidden, NULL, NULL);
	}
	return TRUE;
}

static gboolean head_from_json(ys_manifest *manifest, const json_t *json)
{
	if (!json_is_integer(json_object_get(json, "schema")))
		return FALSE;
	manifest->schema = json_integer_value(json_object_get(json, "schema"));
	manifest->tokeniser = json_integer_value(json_object_get(json, "tokeniser"));
	manifest->generation = json_integer_value(json_object_get(json, "generation"));
	manifest->publications = json_integer_value(json_object_get(json, "publications"));
	for (int type = 0; type < YS_N_TYPES; type++)
		manifest->records[type] = ys_count_from_json(json_object_get(json, "records"), type);
	/* another version may say it in another way */
	return segments_from_json(manifest, json_object_get(json, "segments")) ||
	       manifest->schema != YS_SCHEMA_CURRENT;
}

/* Whether the first line ends in the sum of what stands before it. */
static gboolean is_sealed(const char *line, gsize len)
{
	const gsize seal = strlen(SEAL SEAL_END) + SHA256_DIGITS;
	g_autofree char *head = NULL, *sum = NULL;

	if (len < seal || memcmp(line + len - seal, SEAL, strlen(SEAL)))
		return FALSE;
	head = g_strdup_printf("%.*s}", (int)(len - seal), line);
	sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, head, -1);
	return !memcmp(line + len - strlen(SEAL_END) - SHA256_DIGITS, sum, SHA256_DIGITS);
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
		manifest->intact = is_sealed(line, len);
	} else {
		ys_manifest_entry *entry = ys_manifest_entry_from_json(json);

		ok = entry && (!entry->version || entry->segment);
		if (entry) {
			entry->line = line;
			entry->line_len = len;
			g_ptr_array_add(entry->passed_over ? manifest->passed_over :
					entry->version	   ? manifest->entries :
							     manifest->superseded, entry);
		}
	}
	json_decref(json);
	return ok || damaged(error, path, number, "a field is missing");
}

/* Where the line at p ends; NULL if it does not. */
static const char *end_of_line(const char *p, const char *end, guint number, const char *path, GError **error)
{
	const char *stop = p < end ? memchr(p, '\n', end - p) : NULL;

	if (!stop)
		damaged(error, path, number, p < end ? "the file is cut off" : "the file is empty");
	return stop;
}

static gboolean check_body(const ys_manifest *manifest, const char *line, const char *body, const char *end)
{
	static const char key[] = "\"body_sha256\":\"";
	const char *wanted = g_strstr_len(line, body - line, key);
	g_autofree char *sum = NULL;

	/* what another version promised is not ours to judge; that it is promised at all, the
	 * first line has sealed */
	if (manifest->schema != YS_SCHEMA_CURRENT || !wanted)
		return TRUE;
	sum = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)body, end - body);
	return g_str_has_prefix(wanted + strlen(key), sum);
}

/* The lines behind the first one, but for so many. */
static gboolean load_lines(ys_manifest *manifest, guint skip, GError **error)
{
	const char *head = g_mapped_file_get_contents(manifest->text), *p, *body;
	const char *end = head + g_mapped_file_get_length(manifest->text);
	guint number = 1;

	p = body = (const char *)memchr(head, '\n', end - head) + 1;
	while (p < end) {
		const char *stop = end_of_line(p, end, ++number, manifest->path, error);

		if (!stop || (number > skip + 1 && !take_line(manifest, p, stop - p, number, manifest->path, error)))
			return FALSE;
		p = stop + 1;
	}
	return check_body(manifest, head, body, end) ||
	       damaged(error, manifest->path, 2, "the lines are not those that were written");
}

gboolean ys_manifest_load_entries(ys_manifest *manifest, GError **error)
{
	if (manifest->whole)
		return TRUE;
	g_ptr_array_set_size(manifest->superseded, 0);
	g_ptr_array_set_size(manifest->passed_over, 0);
	if (!load_lines(manifest, 0, error))
		return FALSE;
	if (manifest->entries->len != manifest->publications)
		return damaged(error, manifest->path, manifest->entries->len + 1, "publications are missing");
	manifest->whole = TRUE;
	return TRUE;
}

gboolean ys_manifest_load_superseded(ys_manifest *manifest, GError **error)
{
	return manifest->whole || manifest->superseded->len || manifest->passed_over->len ||
	       load_lines(manifest, manifest->publications, error);
}

ys_manifest *ys_manifest_load(const char *generation_dir, ys_manifest_extent extent, GError **error)
{
	g_autoptr(GError) why = NULL;
	g_autoptr(ys_manifest) manifest = ys_manifest_new();
	const char *p, *stop;

	manifest->path = g_build_filename(generation_dir, YS_MANIFEST_FILE, NULL);
	manifest->text = g_mapped_file_new(manifest->path, FALSE, &why);
	if (!manifest->text) {
		g_set_error(error, YS_ERROR, YS_ERROR_IO, "%s", why->message);
		return NULL;
	}
	p = g_mapped_file_get_contents(manifest->text);
	stop = end_of_line(p, p + g_mapped_file_get_length(manifest->text), 1, manifest->path,
			   error);
	if (!stop || !take_line(manifest, p, stop - p, 1, manifest->path, error) ||
	    (extent == YS_MANIFEST_WHOLE && !ys_manifest_load_entries(manifest, error)))
		return NULL;
	return g_steal_pointer(&manifest);
}

gboolean ys_manifest_check_version(const ys_manifest *manifest, GError **error)
{
	if (manifest->schema != YS_SCHEMA_CURRENT || manifest->tokeniser != YS_TOKENISER_VERSION) {
		g_set_error(error, YS_ERROR, YS_ERROR_SCHEMA,
			    "the index has schema %d and tokeniser %d, this program %d and %d; "
			    "run: yusou index --rebuild PATH...",
			    manifest->schema, manifest->tokeniser, YS_SCHEMA_CURRENT, YS_TOKENISER_VERSION);
		return FALSE;
	}
	return manifest->intact || damaged(error, manifest->path, 1, "the line is not the one that was written");
}
