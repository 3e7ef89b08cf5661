/* A table as numbers: what each column holds, told by its cells where the head is garbled
 * (phenomena 31-33), and every amount read once. */
#ifndef YS_GRID_H
#define YS_GRID_H

#include "src/publication/tables/table.h"

typedef enum {
	YS_CELLS_NOTHING,
	YS_CELLS_TEXT,
	YS_CELLS_CODE,          /* of the function or an economic classification */
	YS_CELLS_MONEY,
	YS_CELLS_NUMBER         /* counts, rates, numbers of lines: never added up */
} ys_cells;

typedef struct {
	ys_table *table;
	guint width;
	ys_cells *holds;        /* for each column */
	GArray *money;          /* of guint: the columns of money, from the left */
	ys_amount half_step;    /* half a unit of the last printed place, in fen */
	ys_amount *amounts;     /* private: cells of all rows one after the other */
	gsize *begins;
} ys_grid;

/* unit: fen, for a table that prints none.  The table must outlive the grid. */
ys_grid *ys_grid_new(ys_table *table, gint64 unit);
void ys_grid_free(ys_grid *grid);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_grid, ys_grid_free)

/* The amount of a cell; YS_AMOUNT_NONE where none is printed. */
ys_amount ys_grid_amount(const ys_grid *grid, guint row, guint column);
guint ys_grid_money(const ys_grid *grid, guint i);
const ys_row *ys_grid_row(const ys_grid *grid, guint row);
/* The line of the file a row begins on. */
int ys_grid_line(const ys_grid *grid, guint row);
/* The text of a row that names it: its first cell that is text. */
const char *ys_grid_name(const ys_grid *grid, guint row);

/* The first column of money whose head, or a group it is in, has this meaning; -1 if none. */
int ys_grid_column_under(const ys_grid *grid, ys_column_meaning meaning);

/* Digits of the code a cell begins with: 201, [20103], 2010301行政运行; 0 if it is none.
 * Function classes begin with 2, economic ones with 3 and 5 (DOMAIN section 6). */
guint ys_code_length(const char *cell, const char **digits);

/* The name says that a row or column adds others up: 合计, 财政拨款合计, 收入总计; 其中 does not. */
gboolean ys_is_total_name(const char *name);
/* It adds up all: no more than 合计, 支出总计. */
gboolean ys_is_whole_total_name(const char *name);

#endif
