#include "src/publication/permalink.h"

#include "src/text/key.h"

struct ys_permalinks {
	char *identity;
	GHashTable *seen[YS_N_TYPES];   /* key of a name -> how many records of the type have it */
};

ys_permalinks *ys_permalinks_new(const char *identity)
{
	ys_permalinks *links = g_new0(ys_permalinks, 1);

	links->identity = g_strdup(identity);
	for (int type = 0; type < YS_N_TYPES; type++)
		links->seen[type] = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	return links;
}

void ys_permalinks_free(ys_permalinks *links)
{
	if (!links)
		return;
	g_free(links->identity);
	for (int type = 0; type < YS_N_TYPES; type++)
		g_hash_table_unref(links->seen[type]);
	g_free(links);
}

/* Rows of equal name are told apart by their number among them. */
static char *of_row(ys_permalinks *links, const ys_record *record)
{
	GHashTable *seen = links->seen[record->type];
	g_autofree char *key = record->title ? ys_name_key(record->title) : g_strdup("");
	guint n = GPOINTER_TO_UINT(g_hash_table_lookup(seen, key)) + 1;
	g_autofree char *number = g_strdup_printf("%u", n);

	g_hash_table_insert(seen, g_strdup(key), GUINT_TO_POINTER(n));
	return ys_record_id(record->type, links->identity, key, number, NULL);
}

/* A line is called by its code, else by its name, below another on a side of a balance. */
static char *of_line(const ys_permalinks *links, const ys_record *line)
{
	g_autofree char *key = ys_name_key(line->title);
	const char *above = line->code || !line->path->len ? "" : g_ptr_array_index(line->path, 0);

	return ys_record_id(YS_LINE, links->identity, line->classification, line->code ? line->code : key, above, NULL);
}

char *ys_permalink(ys_permalinks *links, const ys_record *record)
{
	switch (record->type) {
	case YS_PUBLICATION:
		return ys_record_id(YS_PUBLICATION, links->identity, NULL);
	case YS_DEPARTMENT:
		return NULL;
	case YS_LINE:
		return of_line(links, record);
	default:
		return of_row(links, record);
	}
}
