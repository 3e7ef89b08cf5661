#include "index/compare/stock.h"

#include <string.h>

#include "index/compare/coverage.h"

/* A body with what it has published. */
typedef struct {
	const ys_edition *last; /* any of its last year */
	GHashTable *has;        /* "2023|预算" -> itself */
	GHashTable *kinds;      /* those that it has of any year; borrowed */
	GHashTable *years;      /* numbers */
	int first;              /* year */
} body;

typedef struct {
	ys_stock *stock;
	GHashTable *numbers;    /* key -> number of the cell + 1 */
	GPtrArray *bodies_of;   /* of GHashTable: numbers of bodies of each cell */
	GHashTable *bodies;     /* number -> body */
	GHashTable *issues;     /* "2023|预算" that anybody has published -> an edition of it */
} stocktaking;

void ys_stock_free(ys_stock *stock)
{
	if (!stock)
		return;
	for (guint i = 0; i < stock->cells->len; i++)
		g_array_unref(g_array_index(stock->cells, ys_stock_cell, i).missing);
	g_array_unref(stock->cells);
	g_clear_pointer(&stock->editions, ys_editions_free);
	g_string_chunk_free(stock->strings);
	g_free(stock);
}

static void body_free(body *b)
{
	g_hash_table_unref(b->has);
	g_hash_table_unref(b->kinds);
	g_hash_table_unref(b->years);
	g_free(b);
}

/* ---- cells ---- */

static guint cell_of(stocktaking *s, const ys_edition *edition)
{
	g_autoptr(GString) key = g_string_new(NULL);
	ys_stock_cell cell = { .missing = NULL };
	guint number;

	for (guint i = 0; i < s->stock->n_by; i++) {
		cell.key[i] = ys_edition_value(edition, s->stock->by[i], s->stock->strings);
		g_string_append_printf(key, "%s\x1f", cell.key[i] ? cell.key[i] : "\x1e");
	}
	number = GPOINTER_TO_UINT(g_hash_table_lookup(s->numbers, key->str));
	if (number)
		return number - 1;
	cell.missing = g_array_new(FALSE, FALSE, sizeof(ys_missing));
	g_array_append_val(s->stock->cells, cell);
	g_ptr_array_add(s->bodies_of, g_hash_table_new(NULL, NULL));
	g_hash_table_insert(s->numbers, g_strdup(key->str), GUINT_TO_POINTER(s->stock->cells->len));
	return s->stock->cells->len - 1;
}

static char *issue_of(int year, const char *kind)
{
	return g_strdup_printf("%d|%s", year, kind);
}

static void note_body(stocktaking *s, const ys_edition *edition)
{
	const gpointer number = GUINT_TO_POINTER(edition->body);
	char *issue = issue_of(edition->origin->year, edition->origin->kind);
	body *b = g_hash_table_lookup(s->bodies, number);

	if (!b) {
		b = g_new0(body, 1);
		b->has = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
		b->kinds = g_hash_table_new(g_str_hash, g_str_equal);
		b->years = g_hash_table_new(NULL, NULL);
		g_hash_table_insert(s->bodies, number, b);
	}
	if (!b->last || b->last->origin->year < edition->origin->year)
		b->last = edition;
	b->first = b->first ? MIN(b->first, edition->origin->year) : edition->origin->year;
	g_hash_table_insert(s->issues, g_strdup(issue), (gpointer)edition);
	g_hash_table_add(b->has, issue);
	g_hash_table_add(b->kinds, (gpointer)edition->origin->kind);
	g_hash_table_add(b->years, GINT_TO_POINTER(edition->origin->year));
}

static void count_editions(stocktaking *s)
{
	const GArray *list = s->stock->editions->list;

	for (guint i = 0; i < list->len; i++) {
		const ys_edition *edition = &g_array_index(list, ys_edition, i);
		const guint number = cell_of(s, edition);
		GHashTable *bodies = g_ptr_array_index(s->bodies_of, number);
		ys_stock_cell *cell = &g_array_index(s->stock->cells, ys_stock_cell, number);

		g_hash_table_add(bodies, GUINT_TO_POINTER(edition->body + 1));
		cell->publications++;
		cell->bodies = g_hash_table_size(bodies);
		if (edition->origin->year && *edition->origin->kind)
			note_body(s, edition);
	}
}

/* ---- what is missing ---- */

/* Who was not there yet, or is long gone, misses nothing. */
static gboolean is_missing(const body *b, const char *issue, const ys_edition *example)
{
	const int year = example->origin->year;

	if (g_hash_table_contains(b->has, issue))
		return FALSE;
	if (g_hash_table_contains(b->years, GINT_TO_POINTER(year)))
		return TRUE;
	return year > b->first && year <= b->last->origin->year + 1 &&
	       g_hash_table_contains(b->kinds, example->origin->kind);
}

/* As if it were there. */
static void add_missing(stocktaking *s, const body *b, const ys_edition *example)
{
	const ys_missing missing = { b->last->origin->department, example->origin->year, example->origin->kind };
	ys_origin origin = *b->last->origin;
	ys_edition edition = *b->last;
	guint number;

	origin.year = missing.year;
	origin.kind = missing.kind;
	edition.origin = &origin;
	/* making a cell moves the others */
	number = cell_of(s, &edition);
	g_array_append_val(g_array_index(s->stock->cells, ys_stock_cell, number).missing, missing);
}

static void find_missing(stocktaking *s)
{
	GHashTableIter bodies, issues;
	gpointer b, issue, example;

	g_hash_table_iter_init(&bodies, s->bodies);
	while (g_hash_table_iter_next(&bodies, NULL, &b)) {
		g_hash_table_iter_init(&issues, s->issues);
		while (g_hash_table_iter_next(&issues, &issue, &example))
			if (is_missing(b, issue, example))
				add_missing(s, b, example);
	}
}

/* ---- what the manifest knows ---- */

/* Where the publication with this id is counted; NULL if it is not there. */
static ys_stock_cell *cell_with(stocktaking *s, const char *id)
{
	const ys_edition *edition = ys_editions_find(s->stock->editions, id);
	const guint number = edition ? cell_of(s, edition) : 0;

	return edition ? &g_array_index(s->stock->cells, ys_stock_cell, number) : NULL;
}

static gboolean count_files(stocktaking *s, ys_search *search, GError **error)
{
	const ys_manifest *manifest = ys_search_files(search, TRUE, error);

	if (!manifest)
		return FALSE;
	for (guint i = 0; i < manifest->entries->len; i++) {
		const ys_manifest_entry *entry = g_ptr_array_index(manifest->entries, i);
		ys_stock_cell *cell = cell_with(s, entry->id);

		if (cell)
			cell->warnings += entry->warnings;
	}
	for (guint i = 0; i < manifest->superseded->len; i++) {
		const ys_manifest_entry *entry = g_ptr_array_index(manifest->superseded, i);
		g_autofree char *id = ys_record_id(YS_PUBLICATION, entry->identity, NULL);
		ys_stock_cell *cell = cell_with(s, id);

		if (cell)
			cell->superseded++;
	}
	return TRUE;
}

/* ---- order ---- */

static int by_missing(gconstpointer a, gconstpointer b)
{
	const ys_missing *left = a, *right = b;
	const int order = strcmp(left->department, right->department);

	if (order || left->year != right->year)
		return order ? order : left->year - right->year;
	return -strcmp(left->kind, right->kind);
}

/* Unknown values last; 预算 before 决算. */
static int by_key(gconstpointer a, gconstpointer b, gpointer data)
{
	const ys_stock_cell *left = a, *right = b;
	const ys_stock *stock = data;

	for (guint i = 0; i < stock->n_by; i++) {
		const char *x = left->key[i], *y = right->key[i];
		const int order = x && y ? strcmp(x, y) : !x - !y;

		if (order)
			return stock->by[i] == YS_BY_KIND && x && y ? -order : order;
	}
	return 0;
}

static void put_in_order(ys_stock *stock)
{
	for (guint i = 0; i < stock->cells->len; i++)
		g_array_sort(g_array_index(stock->cells, ys_stock_cell, i).missing, by_missing);
	g_array_sort_with_data(stock->cells, by_key, stock);
}

ys_stock *ys_stock_new(ys_search *search, const ys_dimension *by, guint n, GError **error)
{
	g_autoptr(ys_stock) stock = g_new0(ys_stock, 1);
	g_autoptr(ys_query) all = ys_query_new();
	stocktaking s = { .stock = stock };
	gboolean ok;

	stock->n_by = n;
	memcpy(stock->by, by, n * sizeof *by);
	stock->cells = g_array_new(FALSE, FALSE, sizeof(ys_stock_cell));
	stock->strings = g_string_chunk_new(4096);
	stock->editions = ys_editions_new(search, all, TRUE, error);
	if (!stock->editions)
		return NULL;
	s.numbers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	s.bodies_of = g_ptr_array_new_with_free_func((GDestroyNotify)g_hash_table_unref);
	s.bodies = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)body_free);
	s.issues = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	count_editions(&s);
	find_missing(&s);
	ok = count_files(&s, search, error);
	put_in_order(stock);
	g_hash_table_unref(s.numbers);
	g_ptr_array_unref(s.bodies_of);
	g_hash_table_unref(s.bodies);
	g_hash_table_unref(s.issues);
	return ok ? g_steal_pointer(&stock) : NULL;
}
