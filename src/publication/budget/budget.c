#include "src/publication/budget/budget.h"

#include "src/publication/budget/coded.h"
#include "src/publication/budget/named.h"

GPtrArray *ys_budget_lines_new(const ys_budget_context *context)
{
	ys_collector *collector = ys_collector_new(context->path);
	GPtrArray *lines;

	for (guint i = 0; i < context->grids->len; i++) {
		const ys_grid *grid = g_ptr_array_index(context->grids, i);

		if (!grid->money->len)
			continue;
		ys_collect_coded(collector, grid, &context->measures);
		ys_collect_balance(collector, grid, &context->measures);
		ys_collect_three_public(collector, grid, &context->measures);
	}
	ys_collect_figures(collector, context->figures, context->prose, &context->measures);
	lines = ys_collector_end(collector);
	ys_coded_fill_paths(lines);
	return lines;
}
