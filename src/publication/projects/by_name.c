#include "src/publication/projects/by_name.h"

#include "src/text/key.h"

GHashTable *ys_by_name_new(void)
{
	return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
}

void ys_by_name_add(GHashTable *by_name, const GPtrArray *records, guint first)
{
	for (guint i = first; i < records->len; i++) {
		ys_record *record = g_ptr_array_index(records, i);
		g_autofree char *key = record->type == YS_PROJECT ? ys_name_key(record->title) : NULL;
		GPtrArray *same = key ? g_hash_table_lookup(by_name, key) : NULL;

		if (!key)
			continue;
		if (!same) {
			same = g_ptr_array_new();
			g_hash_table_insert(by_name, g_steal_pointer(&key), same);
		}
		g_ptr_array_add(same, record);
	}
}

const GPtrArray *ys_by_name(GHashTable *by_name, const char *key)
{
	return g_hash_table_lookup(by_name, key);
}
