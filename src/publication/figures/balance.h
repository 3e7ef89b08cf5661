/* Balance tables: income and expenditure side by side, each with names and money of its own
 * (phenomenon 39; doc/domain.md 5). */
#ifndef YS_BALANCE_H
#define YS_BALANCE_H

#include "src/publication/tables/grid.h"

typedef struct {
	guint name;             /* column of the names */
	guint first, n;         /* its columns of money: first of grid->money, how many */
} ys_side;

/* The sides of a table from the left: a GArray of ys_side. */
GArray *ys_balance_sides(const ys_grid *grid);

typedef enum {
	YS_LINE_NONE,           /* no name on this side */
	YS_LINE_ITEM,           /* 一、一般公共服务支出 */
	YS_LINE_PLAIN,          /* a name without number: 年初结转和结余 */
	YS_LINE_PART,           /* （一）, 其中: part of the item above */
	YS_LINE_YEAR,           /* 本年收入合计 */
	YS_LINE_GRAND           /* 收入总计 */
} ys_balance_line;

/* What stands in a row of a side. */
ys_balance_line ys_balance_line_of(const ys_grid *grid, const ys_side *side, guint row);

/* The rows of a side's totals: *year, *grand; the number of rows where there is none.  A
 * single total is the grand one. */
void ys_balance_totals(const ys_grid *grid, const ys_side *side, guint *year, guint *grand);

#endif
