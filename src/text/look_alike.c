#include "src/text/look_alike.h"

#include "src/text/shapes_table.h"

static void add(GHashTable *table, gunichar c, gunichar other)
{
	GArray *others = g_hash_table_lookup(table, GUINT_TO_POINTER(c));

	if (!others) {
		others = g_array_new(FALSE, FALSE, sizeof(gunichar));
		g_hash_table_insert(table, GUINT_TO_POINTER(c), others);
	}
	g_array_append_val(others, other);
}

/* Pairs stand once in the table; both ways here. */
static GHashTable *loaded(void)
{
	static GHashTable *table;
	static gsize done;

	if (g_once_init_enter(&done)) {
		table = g_hash_table_new(NULL, NULL);
		for (gsize i = 0; i < shapes_table_count; i++) {
			const gunichar c = g_utf8_get_char(shapes_table[i].field[0]);

			for (const char *p = shapes_table[i].field[1]; *p; p = g_utf8_next_char(p)) {
				add(table, c, g_utf8_get_char(p));
				add(table, g_utf8_get_char(p), c);
			}
		}
		g_once_init_leave(&done, 1);
	}
	return table;
}

GArray *ys_look_alikes(gunichar c)
{
	const GArray *others = g_hash_table_lookup(loaded(), GUINT_TO_POINTER(c));
	GArray *copy = g_array_new(FALSE, FALSE, sizeof(gunichar));

	if (others)
		g_array_append_vals(copy, others->data, others->len);
	return copy;
}
