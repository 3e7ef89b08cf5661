/* Lines without a code: sides of balances, the three public expenses, figures. */
#ifndef YS_NAMED_H
#define YS_NAMED_H

#include "src/publication/budget/collect.h"
#include "src/publication/budget/measure.h"
#include "src/publication/figures/figures.h"

/* Collect those of a table. */
void ys_collect_balance(ys_collector *collector, const ys_grid *grid, const ys_measure_context *context);
void ys_collect_three_public(ys_collector *collector, const ys_grid *grid, const ys_measure_context *context);

/* Collect the figures of the whole publication: what the tables say, else prose. */
void ys_collect_figures(ys_collector *collector, const ys_figure *tables, const ys_prose *prose,
			const ys_measure_context *context);

#endif
