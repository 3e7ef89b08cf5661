#include "src/publication/projects/purchase.h"

#include <string.h>

#include "src/publication/projects/by_name.h"
#include "src/publication/projects/name.h"
#include "src/publication/projects/row_record.h"
#include "src/publication/tables/grid.h"
#include "src/publication/tables/labels_table.h"
#include "src/text/key.h"
#include "src/word_list.h"

typedef struct {
	const ys_project_context *context;
	GHashTable *projects;   /* by name */
	GPtrArray *items;
	const ys_grid *grid;    /* of the current table */
	const ys_table *table;
	int level, unit, amount; /* its columns: what the rows above name, the body, the money */
	/* named by the rows above; NULL.  The purpose stands beside the item, or one above it */
	const char *kind, *body, *project, *purpose;
	gboolean breaks_down;   /* the row above begins to break a total down */
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

/* A kind right below another that has a sum, or below 其中：..., breaks the total down and heads nothing. */
static void take_kind(reader *r, const char *name, ys_amount amount)
{
	r->kind = r->breaks_down ? NULL : name;
	r->breaks_down = r->breaks_down || (amount != YS_AMOUNT_NONE && amount != 0);
	r->project = r->purpose = NULL;
}

/* A name among the rows above the items, or in the same column beside one. */
static void take_level(reader *r, const char *name, ys_amount amount, gboolean beside_item)
{
	if (!*name)
		return;
	if (ys_wording_is_purchase_kind(name)) {
		take_kind(r, name, amount);
		return;
	}
	r->breaks_down = g_str_has_prefix(name, "其中");
	r->purpose = NULL;
	if (is_subtotal(name)) {
		r->project = NULL;
	} else if (is_body(r, name)) {
		r->body = name;
		r->project = NULL;
	} else if (beside_item) {
		r->purpose = name;
	} else {
		r->project = name;
	}
}

static const ys_record *project_named(const reader *r, const char *name)
{
	g_autofree char *key = name ? ys_name_key(name) : NULL;
	const GPtrArray *same = key ? ys_by_name(r->projects, key) : NULL;

	return same ? g_ptr_array_index(same, 0) : NULL;
}

/* What the item is bought for: the project of this publication that is named beside it or above, and in its
 * category whatever else says so. */
static void link_parent(const reader *r, ys_record *item)
{
	const ys_record *beside = project_named(r, r->purpose), *parent = beside ? beside : project_named(r, r->project);
	const char *purpose = r->purpose ? r->purpose : r->project;

	if (parent) {
		item->parent = g_strdup(parent->id);
		item->parent_title = g_strdup(parent->title);
		if (!item->unit)
			item->unit = g_strdup(parent->unit);
		purpose = beside ? NULL : r->purpose;
	}
	if (r->kind && purpose)
		item->category = g_strdup_printf("%s/%s", r->kind, purpose);
	else
		item->category = g_strdup(purpose ? purpose : r->kind);
}

/* The code of what is bought in the official catalogue: in front of its entry or its name, or in a column of
 * its own; NULL. */
static char *code_of(const ys_table *table, const ys_row *row, const char *catalogue, const char *name)
{
	gsize len;

	ys_behind_catalogue_code(catalogue, &len);
	if (len)
		return g_strndup(catalogue, len);
	ys_behind_catalogue_code(name, &len);
	if (len)
		return g_strndup(name, len);
	for (guint i = 0; i < table->columns->len; i++)
		if (ys_table_head(table, i)->meaning == YS_COLUMN_CODE && *ys_row_said(row, i) &&
		    ys_word_in(ys_table_head(table, i)->name, labels_catalogue))
			return g_strdup(ys_row_cell(row, i));
	return NULL;
}

static ys_record *item_of_row(const reader *r, guint i, const char *name, const char *catalogue)
{
	const ys_row *row = ys_grid_row(r->grid, i);
	ys_record *item = ys_record_new(YS_ITEM);
	gsize len;

	item->title = g_strdup(ys_behind_catalogue_code(name, &len));
	item->code = code_of(r->table, row, catalogue, name);
	item->amount = ys_grid_amount(r->grid, i, r->amount);
	item->amount_text = ys_row_amount_text(r->table, row, r->amount);
	item->unit = g_strdup(r->body);
	catalogue = ys_behind_catalogue_code(catalogue, &len);
	if (*catalogue && strcmp(catalogue, item->title))
		item->content = g_strdup(catalogue);
	link_parent(r, item);
	item->source = ys_row_source(r->table, row, r->context->path);
	ys_row_take_warnings(item, r->table, row);
	return item;
}

static void take_row(reader *r, guint i)
{
	const ys_row *row = ys_grid_row(r->grid, i);
	ys_amount amount = ys_grid_amount(r->grid, i, r->amount);
	const char *level = ys_row_said(row, r->level), *catalogue = lowest(r->table, row, YS_COLUMN_CATALOGUE);
	const char *name = lowest(r->table, row, YS_COLUMN_ITEM), *unit = ys_row_said(row, r->unit);

	if (!*name)
		name = catalogue;
	take_level(r, level, amount, *name != '\0');
	if (r->unit != r->level && *unit)
		r->body = unit;
	if (!*name || is_subtotal(name) || ys_wording_row(level) == YS_ROW_TOTAL || amount == YS_AMOUNT_NONE)
		return;
	g_ptr_array_add(r->items, item_of_row(r, i, name, catalogue));
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
	r->kind = r->body = r->project = r->purpose = NULL;
	r->breaks_down = FALSE;
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
