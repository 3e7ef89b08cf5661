#include "index/search/columns.h"

#include "index/cards.h"
#include "index/schema.h"

struct ys_columns {
	ys_facts *facts;        /* being filled */
	GPtrArray *filled;      /* of arrays of ys_facts */
	GPtrArray *origins;     /* of ys_origin */
	GStringChunk *strings;
	GHashTable *regions;    /* key -> ys_region */
	GHashTable *groups;     /* keeper -> number of its first origin + 1 */
	guint32 keeper;         /* of the group read last, */
	guint first;            /* and its first origin */
	gboolean damaged;
};

static const ys_region no_region;

static const ys_region *region_of(ys_columns *columns, const char *key)
{
	ys_region *region;

	if (!*key)
		return &no_region;
	region = g_hash_table_lookup(columns->regions, key);
	if (!region) {
		region = g_new0(ys_region, 1);
		ys_region_of_key(key, region);
		g_hash_table_insert(columns->regions, g_strdup(key), region);
	}
	return region;
}

static const char *keep(ys_columns *columns, const char *text)
{
	return *text ? g_string_chunk_insert(columns->strings, text) : "";
}

static void add_origin(const ys_card_origin *card, void *data)
{
	ys_columns *columns = data;
	ys_origin *origin = g_new0(ys_origin, 1);

	origin->index = columns->origins->len;
	origin->department = keep(columns, card->department);
	origin->kind = keep(columns, card->kind);
	origin->id = keep(columns, card->id);
	origin->region = region_of(columns, card->region);
	origin->year = card->year;
	origin->place = *card->place ? keep(columns, card->place) : NULL;
	origin->own = *card->own ? keep(columns, card->own) : NULL;
	g_ptr_array_add(columns->origins, origin);
}

/* Resolve the origins of a publication the first time that one of its documents is met. */
static gboolean enter_group(ys_columns *columns, guint32 keeper, const ys_card_view *view)
{
	gpointer known;

	if (columns->keeper == keeper)
		return TRUE;
	known = g_hash_table_lookup(columns->groups, GUINT_TO_POINTER(keeper));
	columns->keeper = keeper;
	if (known) {
		columns->first = GPOINTER_TO_UINT(known) - 1;
		return TRUE;
	}
	columns->first = columns->origins->len;
	g_hash_table_insert(columns->groups, GUINT_TO_POINTER(keeper), GUINT_TO_POINTER(columns->first + 1));
	return ys_card_view_origins(view, add_origin, columns);
}

static void take_group(guint i, guint32 keeper, guint32 back, const char *value, gsize len, void *data)
{
	ys_columns *columns = data;
	ys_facts *facts = &columns->facts[i];
	ys_card_view view;
	ys_card card;

	if (columns->damaged)
		return;
	if (!keeper || !ys_card_view_open(&view, value, len) || !ys_card_view_card(&view, back, &card) ||
	    !enter_group(columns, keeper, &view)) {
		columns->damaged = TRUE;
		return;
	}
	facts->type = card.type;
	facts->glossary = card.glossary;
	facts->line = card.line;
	facts->amount = card.amount;
	facts->doubtful = card.doubtful;
	facts->origin = g_ptr_array_index(columns->origins, columns->first + card.origin);
}

ys_columns *ys_columns_new(void)
{
	ys_columns *columns = g_new0(ys_columns, 1);

	columns->filled = g_ptr_array_new_with_free_func(g_free);
	columns->origins = g_ptr_array_new_with_free_func(g_free);
	columns->strings = g_string_chunk_new(4096);
	columns->regions = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	columns->groups = g_hash_table_new(NULL, NULL);
	return columns;
}

const ys_facts *ys_columns_read(ys_columns *columns, xc_reader *reader, const guint32 *docids, gsize n, GError **error)
{
	columns->facts = g_new(ys_facts, n + 1);
	g_ptr_array_add(columns->filled, columns->facts);
	if (!xc_reader_groups(reader, YS_SLOT_CARDS, docids, n, take_group, columns, error))
		return NULL;
	if (!columns->damaged)
		return columns->facts;
	g_set_error(error, YS_ERROR, YS_ERROR_IO, "the cards of the index are damaged; run: yusou index --rebuild PATH...");
	return NULL;
}

void ys_columns_free(ys_columns *columns)
{
	if (!columns)
		return;
	g_ptr_array_unref(columns->filled);
	g_ptr_array_unref(columns->origins);
	g_string_chunk_free(columns->strings);
	g_hash_table_unref(columns->regions);
	g_hash_table_unref(columns->groups);
	g_free(columns);
}

guint ys_columns_n_origins(const ys_columns *columns)
{
	return columns->origins->len;
}
