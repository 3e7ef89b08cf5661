#include "src/publication/projects/purchase.h"

#include <string.h>

#include "src/publication/projects/by_name.h"
#include "src/publication/projects/row_record.h"
#include "src/publication/tables/grid.h"
#include "src/text/key.h"

typedef struct {
	const ys_project_context *context;
	GHashTable *projects;   /* by name */
	GPtrArray *items;
	const ys_grid *grid;    /* of the current table */
	const ys_table *table;
	int level, unit, amount; /* its columns: what the rows above name, the body, the money */
	/* named by the rows above; NULL */
	const char *kind, *body, *project;
} reader;

/* The last cell under a head of this meaning: of three levels of the catalogue the lowest. */
static const char *lowest(const ys_table *table, const ys_row *row, ys_column_meaning meaning)
{
	const char *found = "";

	for (guint i = 0; i < table->columns->len && i < row->cells->len; i++)
		if (ys_table_head(table, i)->meaning == meaning && *ys_row_said(row, i))
			found = ys_row_cell(row, i);
	return found;
}

/* The name behind a code of the catalogue: A02010104台式计算机 (phenomenon 73); the text
 * itself if there is no code, or nothing else. */
static const char *without_code(const char *text)
{
	const char *p = text;
	gsize digits;

	if (g_ascii_isupper(*p))
		p++;
	digits = strspn(p, "0123456789");
	if (digits < 4)
		return text;
	p += digits;
	while (*p == ' ' || *p == '-' || *p == '.')
		p++;
	return *p && !g_ascii_isalnum(*p) ? p : text;
}

static gboolean is_body(const reader *r, const char *name)
{
	g_autofree char *key = ys_name_key(name);

	if (ys_by_name(r->projects, key))
		return FALSE;
	return g_hash_table_contains(r->context->bodies, key) || ys_wording_is_body(name);
}

/* Totals, and 基本支出 or 项目支出, which stand between unit and budget project. */
static gboolean is_subtotal(const char *name)
{
	ys_column_meaning meaning = ys_wording_column(name);
	ys_row_wording wording = ys_wording_row(name);

	return wording == YS_ROW_TOTAL || wording == YS_ROW_SUBTOTAL || meaning == YS_COLUMN_BASIC ||
	       meaning == YS_COLUMN_PROJ;
}

/* A name among the rows above the items, or in the same column beside one. */
static void take_level(reader *r, const char *name)
{
	if (!*name)
		return;
	if (ys_wording_is_purchase_kind(name)) {
		r->kind = name;
		r->project = NULL;
	} else if (is_subtotal(name)) {
		r->project = NULL;
	} else if (is_body(r, name)) {
		r->body = name;
		r->project = NULL;
	} else {
		r->project = name;
	}
}

/* What the item is bought for, and, where that is no project of this publication, its name
 * beside the kind. */
static void link_parent(const reader *r, ys_record *item)
{
	g_autofree char *key = r->project ? ys_name_key(r->project) : NULL;
	const GPtrArray *same = key ? ys_by_name(r->projects, key) : NULL;
	const ys_record *parent = same ? g_ptr_array_index(same, 0) : NULL;

	if (parent) {
		item->parent = g_strdup(parent->id);
		item->parent_title = g_strdup(parent->title);
		if (!item->unit)
			item->unit = g_strdup(parent->unit);
		item->category = g_strdup(r->kind);
	} else if (r->kind && r->project) {
		item->category = g_strdup_printf("%s/%s", r->kind, r->project);
	} else {
		item->category = g_strdup(r->project ? r->project : r->kind);
	}
}

static void take_row(reader *r, guint i)
{
	const ys_row *row = ys_grid_row(r->grid, i);
	ys_amount amount = ys_grid_amount(r->grid, i, r->amount);
	const char *level = ys_row_said(row, r->level), *catalogue = lowest(r->table, row, YS_COLUMN_CATALOGUE);
	const char *name = lowest(r->table, row, YS_COLUMN_ITEM), *unit = ys_row_said(row, r->unit);
	ys_record *item;

	if (!*name)
		name = catalogue;
	take_level(r, level);
	if (r->unit != r->level && *unit)
		r->body = unit;
	if (!*name || is_subtotal(name) || ys_wording_row(level) == YS_ROW_TOTAL || amount == YS_AMOUNT_NONE)
		return;
	item = ys_record_new(YS_ITEM);
	item->title = g_strdup(without_code(name));
	item->amount = amount;
	item->amount_text = ys_row_amount_text(r->table, row, r->amount);
	item->unit = g_strdup(r->body);
	if (*catalogue && strcmp(without_code(catalogue), item->title))
		item->content = g_strdup(without_code(catalogue));
	link_parent(r, item);
	item->source = ys_row_source(r->table, row, r->context->path);
	ys_row_take_warnings(item, r->table, row);
	g_ptr_array_add(r->items, item);
}

static void take_table(reader *r, const ys_grid *grid)
{
	const ys_table *table = grid->table;
	int name = ys_table_column(table, YS_COLUMN_NAME);

	if ((table->kind != YS_TABLE_PROCURE && table->kind != YS_TABLE_SERVICE) ||
	    table->columns->len > YS_COLUMNS_MAX)
		return;
	r->grid = grid;
	r->table = table;
	r->unit = ys_table_column(table, YS_COLUMN_UNIT_NAME);
	/* 单位名称（支出项目名称） holds both */
	r->level = name >= 0 ? name : r->unit;
	r->amount = ys_grid_amount_column(grid);
	r->kind = r->body = r->project = NULL;
	for (guint i = 0; i < table->rows->len; i++)
		take_row(r, i);
}

GPtrArray *ys_items_new(const GPtrArray *grids, const GPtrArray *records, const ys_project_context *context)
{
	g_autoptr(GHashTable) projects = ys_by_name_new();
	reader r = { .context = context, .projects = projects };

	r.items = g_ptr_array_new_with_free_func((GDestroyNotify)ys_record_free);
	ys_by_name_add(projects, records, 0);
	for (guint i = 0; i < grids->len; i++)
		take_table(&r, g_ptr_array_index(grids, i));
	return r.items;
}
