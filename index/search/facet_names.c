#include "index/search/facet_names.h"

#include <string.h>

#define SEPARATOR "|"

char *ys_facet_names_path(const ys_region *region)
{
	const char *parts[] = { region->province, region->city, region->county };
	GString *path = g_string_new(NULL);

	for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
		if (parts[i])
			g_string_append_printf(path, "%s%s", path->len ? SEPARATOR : "", parts[i]);
	return g_string_free(path, FALSE);
}

static const char *own_name(const char *path)
{
	const char *last = strrchr(path, *SEPARATOR);

	return last ? last + 1 : path;
}

/* What it lies in and its own: 广州市白云区; newly allocated. */
static char *longer_name(const char *path)
{
	const char *own = own_name(path);
	g_autofree char *outer = own > path ? g_strndup(path, own - path - 1) : g_strdup("");

	return g_strconcat(own_name(outer), own, NULL);
}

/* Add the paths of what a place lies in. */
static void add_outer(GHashTable *paths, const char *path)
{
	for (const char *end = strchr(path, *SEPARATOR); end; end = strchr(end + 1, *SEPARATOR))
		g_hash_table_add(paths, g_strndup(path, end - path));
}

void ys_facet_names_set(GPtrArray *values)
{
	g_autoptr(GHashTable) counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	g_autoptr(GHashTable) outer = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = 0; i < values->len; i++) {
		const char *own = own_name(((ys_facet_value *)g_ptr_array_index(values, i))->value);
		guint n = GPOINTER_TO_UINT(g_hash_table_lookup(counts, own));

		g_hash_table_insert(counts, g_strdup(own), GUINT_TO_POINTER(n + 1));
		add_outer(outer, ((ys_facet_value *)g_ptr_array_index(values, i))->value);
	}
	for (guint i = 0; i < values->len; i++) {
		ys_facet_value *value = g_ptr_array_index(values, i);
		g_autofree char *path = value->value;
		gboolean alone = GPOINTER_TO_UINT(g_hash_table_lookup(counts, own_name(path))) == 1;

		g_autofree char *name = alone ? g_strdup(own_name(path)) : longer_name(path);

		value->value = g_strconcat(name, g_hash_table_contains(outer, path) ? YS_REGION_OWN : NULL, NULL);
	}
}
