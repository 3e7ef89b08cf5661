/* What is drawn of a table: which columns, under which heads, how wide; how deep a row stands and whether it adds up
 * others.  Told from its cells as they are printed. */
#ifndef WEB_TABLE_SHAPE_H
#define WEB_TABLE_SHAPE_H

#include "src/record.h"

typedef enum {
	COLUMN_PLAIN,
	COLUMN_FIGURES,         /* has amounts, which line up on the right */
	COLUMN_WORDS,           /* some words in a cell: not to be narrower than a line of them */
	COLUMN_PROSE            /* sentences */
} column_width;

typedef struct {
	guint *columns;         /* of the table, from 0: those that are drawn, from the left */
	char ***heads;          /* of each of them, from the outermost level; NULL-terminated */
	column_width *widths;
	guint n, levels;        /* how many; levels of their heads */
	guint n_empty;          /* columns left out because nothing or zero stands in all of them */
	guint n_cut;            /* and because there are too many */
	guint name;             /* the column of the table that says what a row is about */
	gboolean bare;          /* nothing is printed above the rows, as in forms */
	int code;               /* the column of the table whose cells begin with codes; -1: none */
	guint top;              /* digits of the shortest code */
} table_shape;

/* Of the rows first to last of a table that has columns and rows, counted from 1.  all: columns that say nothing are
 * drawn too.  Borrows nothing; clear it. */
void table_shape_init(table_shape *shape, const ys_record *table, ys_lines rows, gboolean all);
void table_shape_clear(table_shape *shape);

/* Neighbours among the drawn columns stand below the same cell of a level of heads. */
gboolean table_shape_joined(const table_shape *shape, guint a, guint b, guint level);

/* Levels of codes that a row stands below the highest: 2 of 2010301 under 201; 0 without a code. */
guint table_shape_depth(const table_shape *shape, const GPtrArray *cells);
/* The row adds up others: 合计, 本年支出合计, but not 其中. */
gboolean table_shape_is_sum(const table_shape *shape, const GPtrArray *cells);

/* A cell that is an amount, and no code. */
gboolean table_cell_is_figure(const char *cell);

#endif
