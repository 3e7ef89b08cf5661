/* Names against codes.  What the tables of this publication call a class is right, and what it was called in
 * earlier years is old; names that no list knows say nothing. */
#include "src/publication/checks/remark_parts.h"

#include <string.h>

#include "src/codes.h"
#include "src/publication/checks/code_names.h"
#include "src/publication/checks/items.h"
#include "src/publication/figures/balance.h"
#include "src/publication/words/numbering.h"
#include "src/text/key.h"

/* Digits of a 类. */
#define CLASS_DIGITS 3

static void remark_conflicts(const ys_remark_context *c, GPtrArray *remarks)
{
	g_autoptr(GArray) conflicts = g_array_new(FALSE, FALSE, sizeof(ys_code_conflict));

	for (guint i = 0; i < c->grids->len; i++)
		ys_code_conflicts(g_ptr_array_index(c->grids, i), conflicts);
	for (guint i = 0; i < conflicts->len; i++) {
		const ys_code_conflict *one = &g_array_index(conflicts, ys_code_conflict, i);

		ys_remark_add(remarks, "code-contradicts", one->line,
			      "%s is %s, but here it is called %s, which is %s", one->code, one->known, one->name,
			      one->owner);
	}
}

/* As long as a code, and none: of no classification. */
static gboolean is_no_code(const char *cell)
{
	gsize n = strlen(cell);

	return (n == 5 || n == 7) && strspn(cell, "0123456789") == n && !ys_code_length(cell, NULL);
}

static void remark_unknown(const ys_grid *grid, GPtrArray *remarks)
{
	for (guint column = 0; column < grid->width; column++)
		for (guint r = 0; grid->holds[column] == YS_CELLS_CODE && r < grid->table->rows->len; r++) {
			const char *cell = ys_row_cell(ys_grid_row(grid, r), column);

			if (is_no_code(cell))
				ys_remark_add(remarks, "code-unknown", ys_grid_line(grid, r),
					      "%s is no code of the classification: %s", cell, ys_grid_name(grid, r));
		}
}

/* ---- names of earlier years ---- */

/* Classes by code, with the name that the tables give them: static keys. */
static GHashTable *names_of_classes(const ys_remark_context *c)
{
	GHashTable *names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);

	for (guint i = 0; i < c->grids->len; i++) {
		const ys_grid *grid = g_ptr_array_index(c->grids, i);

		for (guint column = 0; column + 1 < grid->width; column++)
			for (guint r = 0; grid->holds[column] == YS_CELLS_CODE && r < grid->table->rows->len; r++) {
				const char *digits, *name = ys_row_cell(ys_grid_row(grid, r), column + 1);
				g_autofree char *code = NULL;

				if (ys_code_length(ys_row_cell(ys_grid_row(grid, r), column), &digits) != CLASS_DIGITS)
					continue;
				code = g_strndup(digits, CLASS_DIGITS);
				if (ys_code_is_named(code, name) && !g_hash_table_contains(names, code))
					g_hash_table_insert(names, g_steal_pointer(&code), g_strdup(name));
			}
	}
	return names;
}

/* The class that had this name, if the tables give it another; NULL. */
static const char *class_renamed(GHashTable *names, const char *name)
{
	g_autoptr(GPtrArray) codes = ys_codes_named(name);

	for (guint i = 0; i < codes->len; i++) {
		const char *code = g_ptr_array_index(codes, i), *now = g_hash_table_lookup(names, code);
		g_autofree char *key = ys_name_key(name), *other = now ? ys_name_key(now) : NULL;

		if (other && strcmp(key, other))
			return code;
	}
	return NULL;
}

static void remark_name(GHashTable *names, const char *name, int line, GPtrArray *remarks)
{
	const char *code = *name ? class_renamed(names, name) : NULL;

	if (code)
		ys_remark_add(remarks, "name-old", line, "the tables call %s %s, but here stands %s", code,
			      (char *)g_hash_table_lookup(names, code), name);
}

static void remark_balance(const ys_grid *grid, GHashTable *names, GPtrArray *remarks)
{
	g_autoptr(GArray) sides = ys_balance_sides(grid);

	for (guint i = 0; i < sides->len; i++)
		for (guint r = 0; r < grid->table->rows->len; r++) {
			const ys_side *side = &g_array_index(sides, ys_side, i);

			remark_name(names, ys_behind_number(ys_row_cell(ys_grid_row(grid, r), side->name)),
				    ys_grid_line(grid, r), remarks);
		}
}

static void remark_old_names(const ys_remark_context *c, GPtrArray *remarks)
{
	g_autoptr(GHashTable) names = names_of_classes(c);

	for (guint i = 0; g_hash_table_size(names) && i < c->grids->len; i++) {
		const ys_grid *grid = g_ptr_array_index(c->grids, i);

		if (grid->table->kind == YS_TABLE_BAL || grid->table->kind == YS_TABLE_FBAL)
			remark_balance(grid, names, remarks);
	}
	for (guint i = 0; g_hash_table_size(names) && i < c->prose->numbers->len; i++) {
		const ys_prose_number *n = &g_array_index(c->prose->numbers, ys_prose_number, i);
		ys_item_name item;

		if (ys_item_name_read(&item, n->words))
			remark_name(names, item.names[0], n->value.line, remarks);
		ys_item_name_clear(&item);
	}
}

void ys_remark_codes(const ys_remark_context *context, GPtrArray *remarks)
{
	remark_conflicts(context, remarks);
	for (guint i = 0; i < context->grids->len; i++)
		remark_unknown(g_ptr_array_index(context->grids, i), remarks);
	remark_old_names(context, remarks);
}
