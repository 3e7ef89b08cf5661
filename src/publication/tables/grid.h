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

/* What a row is among those that one column of projects mixes (hierarchy.h). */
typedef enum {
	YS_LEAF,
	YS_TOTAL,               /* 合计 and the like */
	YS_SUBTOTAL,            /* between the total and the projects */
	YS_UNIT,                /* a body; the rows below are its */
	YS_CATEGORY
} ys_row_kind;

typedef struct {
	const ys_table *table;
	guint width;
	ys_cells *holds;        /* for each column */
	GArray *money;          /* of guint: the columns of money, from the left */
	ys_amount half_step;    /* half a unit of the last place that amounts are printed to, in fen */
	ys_row_kind *kinds;     /* of each row; NULL where rows are not told apart */
	ys_amount *amounts;     /* private: cells of all rows one after the other */
	gsize *begins;
} ys_grid;

/* unit: fen, for a table that prints none.  The table must outlive the grid. */
ys_grid *ys_grid_new(const ys_table *table, gint64 unit);
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

/* The first row that adds up all; the number of rows if there is none. */
guint ys_grid_total_row(const ys_grid *grid);

/* ---- which column: cells say which are money, heads which of those ---- */

/* The first column of money whose head has this meaning, or where it has no amounts, the first with such a
 * head; -1 if there is none. */
int ys_grid_column(const ys_grid *grid, ys_column_meaning meaning);
/* The column with a row's own amount: the budget of the whole year, which is what execution is measured by,
 * else the total, or what was executed where nothing else is printed; where no head over amounts says so, the
 * only column of money, or the first that the total adds up under a head that says nothing.  -1 if none. */
int ys_grid_amount_column(const ys_grid *grid);
/* The same by meanings alone, for rows that are no grid: the head of a form. */
int ys_amount_column_of(const ys_column_meaning *meanings, guint n);
/* The first column of money whose head, or a group it is in, has this meaning; -1 if none. */
int ys_grid_column_under(const ys_grid *grid, ys_column_meaning meaning);

/* Digits of the code a cell begins with: 201, [20103], 2010301行政运行; 0 if it is none.
 * Function classes begin with 2, economic ones with 3 and 5 (doc/domain.md 6). */
guint ys_code_length(const char *cell, const char **digits);

#endif
