#include "src/codes.h"

#include <stdlib.h>
#include <string.h>

#include "src/economics_table.h"
#include "src/functions_table.h"
#include "src/text/key.h"

/* Name key -> GPtrArray of codes. */
static GHashTable *codes;

static void load_row(const char *code, const char *row)
{
	g_auto(GStrv) words = g_strsplit(row, " ", -1);

	for (char **word = words; *word; word++) {
		char *key = ys_name_key(*word);
		GPtrArray *same = g_hash_table_lookup(codes, key);

		if (!same) {
			same = g_ptr_array_new();
			g_hash_table_insert(codes, g_strdup(key), same);
		}
		g_ptr_array_add(same, (gpointer)code);
		g_free(key);
	}
}

/* Some two thousand names, folded on first use. */
static void load(void)
{
	static gsize loaded;

	if (!g_once_init_enter(&loaded))
		return;
	codes = g_hash_table_new(g_str_hash, g_str_equal);
	for (gsize i = 0; i < functions_table_count; i++)
		load_row(functions_table[i].field[0], functions_table[i].field[1]);
	for (gsize i = 0; i < economics_table_count; i++)
		load_row(economics_table[i].field[0], economics_table[i].field[1]);
	g_once_init_leave(&loaded, 1);
}

static int by_code(gconstpointer code, gconstpointer row)
{
	return strcmp(code, *(const char *const *)row);
}

/* Looked up in the tables as they are: what shows a line of a budget asks for a few, and folding all names
 * takes a millisecond. */
const char *ys_code_name(const char *code)
{
	const gboolean function = *code == '2';
	const char *const *row = function ? bsearch(code, functions_table, functions_table_count, sizeof functions_table[0], by_code)
		: bsearch(code, economics_table, economics_table_count, sizeof economics_table[0], by_code);
	const char *names = row ? row[1] : NULL, *end = names ? strchr(names, ' ') : NULL;
	g_autofree char *first = end ? g_strndup(names, end - names) : NULL;

	return first ? g_intern_string(first) : names;
}

static const GPtrArray *codes_of(const char *name)
{
	g_autofree char *key = ys_name_key(name);

	load();
	return g_hash_table_lookup(codes, key);
}

gboolean ys_code_is_named(const char *code, const char *name)
{
	const GPtrArray *same = codes_of(name);

	for (guint i = 0; same && i < same->len; i++)
		if (!strcmp(g_ptr_array_index(same, i), code))
			return TRUE;
	return FALSE;
}

GPtrArray *ys_codes_named(const char *name)
{
	const GPtrArray *same = codes_of(name);
	GPtrArray *found = g_ptr_array_new();

	for (guint i = 0; same && i < same->len; i++)
		g_ptr_array_add(found, g_ptr_array_index(same, i));
	return found;
}
