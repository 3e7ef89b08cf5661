/* Figures of a whole publication: totals, basic and project expenditure, the three public
 * expenses, procurement.  Tables say them first; prose where no table does. */
#ifndef YS_FIGURES_H
#define YS_FIGURES_H

#include "src/publication/figures/prose.h"
#include "src/publication/tables/grid.h"

/* What the tables say; lines tell where.  grids: of ys_grid, one for each table.
 * final_account: what was executed counts. */
void ys_figures_in_tables(const GPtrArray *grids, gboolean final_account, ys_figure figures[YS_N_FIGURES]);

/* A kind of expense that a table has no column for; no table has so many. */
#define YS_NO_COLUMN G_MAXUINT

/* The six of one row of a three-public table whose columns are the kinds of expenses (合计, 因公出国, 小计, 购置,
 * 运行, 接待), once or in several parts: budget and account, this year and the last.  Returns how many parts there
 * are, from the left; 0 in a table of another layout.  columns: those of one part, YS_NO_COLUMN where it lacks
 * a kind; left alone if there is no such part. */
guint ys_three_public_columns(const ys_grid *grid, guint part, guint columns[6]);

/* Fill in what is known. */
void ys_figures_fill(ys_record *publication, const ys_figure *tables, const ys_prose *prose);

#endif
