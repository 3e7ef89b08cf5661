/* The rules of a page -> its tables: rules are put on common places and joined, those that touch are a
 * table, their places are the edges of its columns and rows, and what no rule parts is one cell. */
#ifndef YS_PDF_RULES_H
#define YS_PDF_RULES_H

#include "src/original/pdf_page.h"

#define YS_PDF_SNAP 2.0         /* pt: edges that are nearer are one */

typedef struct {
	guint column, row;      /* of its upper left corner, from 0 */
	guint width, height;    /* columns and rows it spans */
	char *text;             /* NULL: none */
	gboolean full;          /* two lines or more that fill its height */
} ys_pdf_cell;

typedef struct {
	GArray *xs, *ys;        /* of double, ascending: the edges of its columns and rows */
	guint n_columns, n_rows;
	GPtrArray *cells;       /* of ys_pdf_cell, row by row; each slot of the grid is of one */
	guint *cell_at;         /* by row * n_columns + column: its place in cells */
	gboolean ruled;         /* else the columns were told by how the text stands */
} ys_pdf_grid;

/* A table with these edges, which it takes, and no cells. */
ys_pdf_grid *ys_pdf_grid_new(GArray *xs, GArray *ys);
void ys_pdf_grid_free(ys_pdf_grid *grid);
/* Append a cell. */
ys_pdf_cell *ys_pdf_grid_add_cell(ys_pdf_grid *grid, guint column, guint row, guint width, guint height);
/* The cell at a point; NULL: it lies outside. */
ys_pdf_cell *ys_pdf_grid_cell(const ys_pdf_grid *grid, double x, double y);
double ys_pdf_grid_x(const ys_pdf_grid *grid, guint edge);
double ys_pdf_grid_y(const ys_pdf_grid *grid, guint edge);

/* The tables of a page from top to bottom, without text; each is a ys_pdf_grid.  Puts the rules of the
 * page in order. */
GPtrArray *ys_pdf_grids_of(ys_pdf_page *page);

#endif
