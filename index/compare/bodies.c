#include "index/compare/bodies.h"

#include <string.h>

#include "src/text/key.h"

void ys_bodies_number(GArray *editions)
{
	g_autoptr(GHashTable) numbers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = 0; i < editions->len; i++) {
		ys_edition *edition = &g_array_index(editions, ys_edition, i);
		g_autofree char *region = ys_region_key(edition->origin->region);
		g_autofree char *name = ys_name_key(edition->origin->department);
		char *key = g_strdup_printf("%s|%s", region, name);
		gpointer number = g_hash_table_lookup(numbers, key);

		if (!number) {
			number = GUINT_TO_POINTER(g_hash_table_size(numbers) + 1);
			g_hash_table_insert(numbers, key, number);
		} else {
			g_free(key);
		}
		edition->body = GPOINTER_TO_UINT(number) - 1;
	}
}
