#include "index/columns.h"

#include "index/schema.h"

struct ys_columns {
	ys_facts *facts;
	GStringChunk *strings;
	GHashTable *regions;    /* code -> ys_region */
	guint *order;           /* indices of the hits by ascending document */
};

typedef struct {
	ys_columns *columns;
	int slot;
} column;

static const ys_region no_region;

static const ys_region *region_of(ys_columns *columns, const char *code)
{
	ys_region *region = g_hash_table_lookup(columns->regions, code);

	if (!*code)
		return &no_region;
	if (!region) {
		region = g_new0(ys_region, 1);
		ys_region_of_code(code, region);
		g_hash_table_insert(columns->regions, g_strdup(code), region);
	}
	return region;
}

static void take_value(guint i, const char *value, gsize len, void *data)
{
	const column *c = data;
	ys_columns *columns = c->columns;
	ys_facts *facts = &columns->facts[columns->order[i]];

	switch (c->slot) {
	case YS_SLOT_AMOUNT:
		facts->amount = len ? (ys_amount)xc_value_number(value, len) : YS_AMOUNT_NONE;
		break;
	case YS_SLOT_YEAR:
		facts->year = len ? (int)xc_value_number(value, len) : 0;
		break;
	case YS_SLOT_DEPARTMENT:
		facts->department = g_string_chunk_insert_const(columns->strings, value);
		break;
	case YS_SLOT_REGION:
		facts->region = region_of(columns, value);
		break;
	case YS_SLOT_KIND:
		facts->kind = g_string_chunk_insert_const(columns->strings, value);
		break;
	case YS_SLOT_ID:
		facts->id = g_string_chunk_insert(columns->strings, value);
		facts->type = ys_record_type_of_id(value);
		break;
	case YS_SLOT_ASIDE:
		facts->aside = len > 0;
		break;
	}
}

static int by_document(gconstpointer a, gconstpointer b, gpointer data)
{
	const GArray *hits = data;
	guint32 left = g_array_index(hits, xc_hit, *(const guint *)a).docid;
	guint32 right = g_array_index(hits, xc_hit, *(const guint *)b).docid;

	return left < right ? -1 : left > right;
}

ys_columns *ys_columns_read(xc_reader *reader, const GArray *hits, GError **error)
{
	static const int slots[] = { YS_SLOT_AMOUNT, YS_SLOT_YEAR, YS_SLOT_DEPARTMENT, YS_SLOT_REGION,
				     YS_SLOT_KIND,   YS_SLOT_ID,   YS_SLOT_ASIDE };
	g_autoptr(ys_columns) columns = g_new0(ys_columns, 1);
	g_autofree guint32 *docids = g_new(guint32, hits->len + 1);

	columns->facts = g_new0(ys_facts, hits->len + 1);
	columns->strings = g_string_chunk_new(4096);
	columns->regions = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	columns->order = g_new(guint, hits->len + 1);
	for (guint i = 0; i < hits->len; i++)
		columns->order[i] = i;
	g_qsort_with_data(columns->order, hits->len, sizeof *columns->order, by_document, (gpointer)hits);
	for (guint i = 0; i < hits->len; i++)
		docids[i] = g_array_index(hits, xc_hit, columns->order[i]).docid;
	for (gsize s = 0; s < G_N_ELEMENTS(slots); s++) {
		column c = { columns, slots[s] };

		if (!xc_reader_values(reader, slots[s], docids, hits->len, take_value, &c, error))
			return NULL;
	}
	return g_steal_pointer(&columns);
}

void ys_columns_free(ys_columns *columns)
{
	if (!columns)
		return;
	g_free(columns->facts);
	g_clear_pointer(&columns->strings, g_string_chunk_free);
	g_clear_pointer(&columns->regions, g_hash_table_unref);
	g_free(columns->order);
	g_free(columns);
}

const ys_facts *ys_columns_facts(const ys_columns *columns, guint i)
{
	return &columns->facts[i];
}
