#include "tools/meant.h"

#include "index/search/search.h"
#include "src/error.h"

static void take(GHashTable *files, const ys_record *record)
{
	if (record->source)
		g_hash_table_add(files, g_strdup(record->source->path));
}

static gboolean take_ids(ys_search *search, char **words, GHashTable *files, GError **error)
{
	for (; *words; words++) {
		g_autoptr(GError) why = NULL;
		g_autoptr(ys_record) record = NULL;

		if (ys_record_type_of_id(*words) == YS_N_TYPES)
			continue;
		record = ys_search_record(search, *words, &why);
		if (why) {
			g_propagate_error(error, g_steal_pointer(&why));
			return FALSE;
		}
		if (record)
			take(files, record);
	}
	return TRUE;
}

static gboolean take_found(ys_search *search, const char *text, guint types, GHashTable *files, GError **error)
{
	g_autoptr(ys_query) query = ys_query_new();
	g_autoptr(ys_stream) stream = NULL;
	g_autoptr(GError) why = NULL;
	ys_record *record;

	query->types = types;
	query->types_given = TRUE;
	if (!ys_query_set_text(query, text, error) || !(stream = ys_stream_new(search, query, error)))
		return FALSE;
	while ((record = ys_stream_next(stream, &why))) {
		take(files, record);
		ys_record_free(record);
	}
	if (!why)
		return TRUE;
	g_propagate_error(error, g_steal_pointer(&why));
	return FALSE;
}

GHashTable *meant_files(const char *dir, char **words, GError **error)
{
	static const guint types[] = { 1u << YS_PUBLICATION | 1u << YS_DEPARTMENT, (1u << YS_N_TYPES) - 1 };
	g_autoptr(ys_search) search = ys_search_open(dir, error);
	g_autoptr(GHashTable) files = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autofree char *text = g_strjoinv(" ", words);

	if (!search || !take_ids(search, words, files, error))
		return NULL;
	for (gsize i = 0; i < G_N_ELEMENTS(types) && !g_hash_table_size(files); i++)
		if (!take_found(search, text, types[i], files, error))
			return NULL;
	if (g_hash_table_size(files))
		return g_steal_pointer(&files);
	g_set_error(error, YS_ERROR, YS_ERROR_INPUT, "'%s' is no file, and nothing that is indexed in %s; "
		    "yusou search --type publication lists what is", text, dir);
	return NULL;
}
