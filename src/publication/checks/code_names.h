/* Names beside codes: a row of 2010301 that is called 一般行政管理事务. */
#ifndef YS_CODE_NAMES_H
#define YS_CODE_NAMES_H

#include "src/publication/tables/grid.h"

/* A row whose code has a name that belongs to another code of the same class. */
typedef struct {
	int line;
	char code[8];
	const char *name;       /* as printed: the table's */
	const char *known;      /* what the code is called, and what is called so: static */
	const char *owner;
} ys_code_conflict;

/* Append what there is of them in a table to conflicts.  A name or code that the lists do not know is no
 * contradiction: names change from year to year, and the lists are not complete. */
void ys_code_conflicts(const ys_grid *grid, GArray *conflicts);

#endif
