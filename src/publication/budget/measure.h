/* What the columns of money of a statutory table say of its rows. */
#ifndef YS_MEASURE_H
#define YS_MEASURE_H

#include "src/publication/tables/grid.h"

typedef struct {
	gboolean final_account; /* what was executed counts */
	int year;               /* of the publication; 0 unknown */
} ys_measure_context;

/* The measure of each of n columns of money from the first of grid->money on, static strings; NULL where a
 * column says nothing that is kept.  No two have the same.  Of a table whose rows are no lines of a budget all
 * are NULL.  economic: its rows have codes of purposes, not of functions.  Newly allocated array. */
const char **ys_measures_new(const ys_grid *grid, guint first, guint n, gboolean economic,
			     const ys_measure_context *context);

/* What the total of rows of functions is called in tables of a kind; NULL of those that have no such rows. */
const char *ys_measure_of_kind(ys_table_kind kind);

/* The same of a part of a table of the three public expenses, whose columns are their kinds: budget, executed or
 * last_year, by the head of its total, else by its place among n parts.  NULL if it is of another year. */
const char *ys_measure_of_part(const ys_grid *grid, guint column, guint part, guint n,
			       const ys_measure_context *context);

#endif
