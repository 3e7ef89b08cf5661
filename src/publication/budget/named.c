#include "src/publication/budget/named.h"

#include <string.h>

#include "src/publication/figures/balance.h"
#include "src/publication/words/numbering.h"
#include "src/text/key.h"

static ys_entry *collect(ys_collector *collector, const char *classification, const char *title, const char *above)
{
	g_autofree char *key = ys_name_key(ys_behind_marks(title));

	return *key ? ys_collect(collector, classification, key, NULL, title, above) : NULL;
}

/* ---- balances ---- */

static const char *name_of_side(const ys_grid *grid, const ys_side *side, guint i)
{
	const char *head = ys_table_head(grid->table, side->name)->name;

	if (strstr(head, "支出") || strstr(head, "收入"))
		return strstr(head, "支出") ? "支出" : "收入";
	return i ? "支出" : "收入";
}

static void take_side(ys_collector *collector, const ys_grid *grid, const ys_side *side, const char *above,
		      const ys_measure_context *context)
{
	g_autofree const char **measures = ys_measures_new(grid, side->first, side->n, FALSE, context);
	g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);

	for (guint row = 0; row < grid->table->rows->len; row++) {
		const char *name = ys_row_cell(ys_grid_row(grid, row), side->name);
		ys_entry *entry = ys_balance_line_of(grid, side, row) == YS_LINE_NONE ? NULL
			: collect(collector, "balance", name, above);

		/* what is called like another line is a part of something else */
		if (!entry || !g_hash_table_add(seen, entry))
			continue;
		for (guint i = 0; i < side->n; i++)
			if (measures[i])
				ys_collect_cell(collector, entry, measures[i], grid, row,
						ys_grid_money(grid, side->first + i));
	}
}

void ys_collect_balance(ys_collector *collector, const ys_grid *grid, const ys_measure_context *context)
{
	g_autoptr(GArray) sides = NULL;

	if (grid->table->kind != YS_TABLE_BAL && grid->table->kind != YS_TABLE_FBAL)
		return;
	sides = ys_balance_sides(grid);
	for (guint i = 0; i < sides->len; i++) {
		const ys_side *side = &g_array_index(sides, ys_side, i);

		take_side(collector, grid, side, name_of_side(grid, side, i), context);
	}
}

/* ---- the three public expenses ---- */

static const char *above_three_public(ys_figure_id figure)
{
	return figure == YS_FIGURE_THREE_PUBLIC ? NULL : ys_figure_title(YS_FIGURE_THREE_PUBLIC);
}

static ys_entry *collect_three_public(ys_collector *collector, ys_figure_id figure)
{
	ys_entry *entry = collect(collector, "three_public", ys_figure_title(figure), above_three_public(figure));

	if (entry && (figure == YS_FIGURE_VEHICLE_PURCHASE || figure == YS_FIGURE_VEHICLE_RUNNING))
		ys_collect_below(entry, ys_figure_title(YS_FIGURE_VEHICLE));
	return entry;
}

static void take_part(ys_collector *collector, const ys_grid *grid, guint row, const guint columns[6], const char *measure)
{
	for (guint i = 0; i < 6 && measure; i++)
		if (columns[i] != YS_NO_COLUMN)
			ys_collect_cell(collector, collect_three_public(collector, YS_FIGURE_THREE_PUBLIC + i), measure,
					grid, row, columns[i]);
}

/* The row of the total, else the last one. */
static gboolean take_columns(ys_collector *collector, const ys_grid *grid, const ys_measure_context *context)
{
	const guint n_rows = grid->table->rows->len, total = ys_grid_total_row(grid);
	guint columns[6], n = n_rows ? ys_three_public_columns(grid, 0, columns) : 0;

	for (guint part = 0; part < n; part++) {
		ys_three_public_columns(grid, part, columns);
		take_part(collector, grid, total < n_rows ? total : n_rows - 1, columns,
			  columns[0] == YS_NO_COLUMN ? NULL : ys_measure_of_part(grid, columns[0], part, n, context));
	}
	return n > 0;
}

/* Such a table may have rows of other expenses too: 会议费, 机关运行经费. */
static void take_rows(ys_collector *collector, const ys_grid *grid, const ys_measure_context *context)
{
	g_autofree const char **measures = ys_measures_new(grid, 0, grid->money->len, FALSE, context);
	g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);

	for (guint row = 0; row < grid->table->rows->len; row++) {
		const char *name = ys_grid_name(grid, row);
		ys_figure_id figure = ys_figure_of_row(name);
		ys_entry *entry;

		if (figure == YS_FIGURE_NONE && ys_wording_total(name) >= YS_TOTAL_OF_ALL)
			figure = YS_FIGURE_THREE_PUBLIC;
		entry = figure == YS_FIGURE_NONE ? collect(collector, "figure", name, NULL)
						 : collect_three_public(collector, figure);
		if (!entry || !g_hash_table_add(seen, entry))
			continue;
		for (guint i = 0; i < grid->money->len; i++)
			if (measures[i])
				ys_collect_cell(collector, entry, measures[i], grid, row, ys_grid_money(grid, i));
	}
}

void ys_collect_three_public(ys_collector *collector, const ys_grid *grid, const ys_measure_context *context)
{
	if (grid->table->kind == YS_TABLE_SANGONG && !take_columns(collector, grid, context))
		take_rows(collector, grid, context);
}

/* ---- figures ---- */

void ys_collect_figures(ys_collector *collector, const ys_figure *tables, const ys_prose *prose,
			const ys_measure_context *context)
{
	for (ys_figure_id id = 0; id < YS_N_FIGURES; id++) {
		gboolean told = tables[id].amount != YS_AMOUNT_NONE;
		const ys_figure *figure = told ? &tables[id] : &prose->figures[id];
		const char *measure = context->final_account ? "executed" : "budget";
		ys_entry *entry;

		/* a table of them was read already, with more than one number */
		if (figure->amount == YS_AMOUNT_NONE || (told && ys_figure_is_three_public(id)))
			continue;
		entry = ys_figure_is_three_public(id) ? collect_three_public(collector, id)
						      : collect(collector, "figure", ys_figure_title(id), NULL);
		ys_collect_said(collector, entry, ys_figure_is_three_public(id) ? measure : "total", figure->amount,
				figure->place, figure->line);
	}
}
