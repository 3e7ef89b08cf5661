/* What a table is, however it was printed: columns with flat names, rows of cells, and where
 * each stands. */
#ifndef YS_TABLE_H
#define YS_TABLE_H

#include "src/publication/words/wording.h"
#include "src/record.h"

typedef struct {
	GPtrArray *cells;       /* of char *, cleaned; trailing empty ones may be missing; see ys_cells_add() */
	GArray *lines;          /* of int: where it is printed, the first line first */
	gboolean after_break;   /* first data row of a fragment, or on its page */
	gboolean head;          /* the format says that it is one, and each column has what spans it */
	gboolean full;          /* a text fills the height of its cell: it may go on behind a page end */
} ys_row;

/* No table of projects has more columns.  Wider ones stay tables, but are not read for
 * projects, so that looking for a column in each row stays cheap on any input. */
#define YS_COLUMNS_MAX 200

/* An array of cells, with room for n. */
GPtrArray *ys_cells_new(gsize n);
/* Append text, which the cells take over; NULL: an empty cell.  All empty cells are one and the same
 * string, for a page may be ruled with more of them than it has words: a cell is never freed or written
 * to but by the functions of this file. */
void ys_cells_add(GPtrArray *cells, char *text);

/* A row without cells, printed on this line. */
ys_row *ys_row_new(int line);
void ys_row_free(ys_row *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_row, ys_row_free)
/* An array that owns its ys_row. */
GPtrArray *ys_rows_new(void);
/* Cells of the longest of them. */
guint ys_rows_width(const GPtrArray *rows);
/* The cell, "" if the row is shorter. */
const char *ys_row_cell(const ys_row *row, guint column);
/* Put text, which the row takes over, in the place of a cell. */
void ys_row_set_cell(ys_row *row, guint column, char *text);

typedef struct {
	char *name;             /* header levels joined with '/' */
	ys_column_meaning meaning;
} ys_column;

typedef struct {
	char *title;            /* printed caption, or the one of the contents or section; NULL unknown */
	gboolean title_printed;
	ys_table_kind kind;
	char *section;          /* the heading it stands under; NULL */
	char *unit_text;        /* "万元"; NULL if not printed */
	gint64 unit;            /* fen in one of it; 0 if not printed */
	GPtrArray *header;      /* of ys_row: as printed on the first page */
	GPtrArray *columns;     /* of ys_column */
	GPtrArray *rows;        /* of ys_row */
	guint n_fragments;
	int first_line, last_line;
	GPtrArray *notes;       /* of char *: printed below it, those that say something */
	GPtrArray *warnings;    /* of ys_warning, in the order of their lines */
} ys_table;

/* A table without anything in it; columns is NULL. */
ys_table *ys_table_new(int first_line);
void ys_table_free(ys_table *table);

/* The cell of a column, which is -1 where there is none; "" if it says nothing: 无, —. */
const char *ys_row_said(const ys_row *row, int column);

const ys_column *ys_table_head(const ys_table *table, guint column);
/* The first column with this meaning; -1 if there is none. */
int ys_table_column(const ys_table *table, ys_column_meaning meaning);
/* The column of what the rows are about, or of units where its head says that it holds both:
 * 单位名称（支出项目名称）; -1 if there is neither. */
int ys_table_name_column(const ys_table *table);
/* A head is one of money.  Which columns hold any, and which of them what, tell the cells: tables/grid.h. */
gboolean ys_table_heads_money(const ys_table *table);

#endif
