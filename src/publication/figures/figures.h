/* Figures of a whole publication: totals, basic and project expenditure, the three public
 * expenses, procurement.  Tables say them first; prose where no table does. */
#ifndef YS_FIGURES_H
#define YS_FIGURES_H

#include "src/publication/figures/prose.h"
#include "src/publication/tables/grid.h"

/* What the tables say; lines tell where.  grids: of ys_grid, one for each table.
 * final_account: what was executed counts. */
void ys_figures_in_tables(const GPtrArray *grids, gboolean final_account, ys_figure figures[YS_N_FIGURES]);

/* The six of one row of a three-public table whose columns are the kinds of expenses
 * (合计, 因公出国, 小计, 购置, 运行, 接待), once or, with the budget beside the account, twice.
 * columns: from the left, the columns of money of one half.  Nothing is found (FALSE) in a
 * table of another layout.  half: 0 the left, 1 the right one; *n_halves how many there are. */
gboolean ys_three_public_columns(const ys_grid *grid, guint half, guint columns[6], guint *n_halves);

/* Fill in what is known. */
void ys_figures_fill(ys_record *publication, const ys_figure *tables, const ys_prose *prose);

#endif
