/* Columns of codes, and the columns of names and money that belong to each. */
#ifndef YS_CODE_SECTION_H
#define YS_CODE_SECTION_H

#include "src/publication/tables/grid.h"

/* 人员经费 and 公用经费 stand side by side: code, name, amount, twice or more. */
typedef struct {
	guint code;             /* column */
	guint names_end;        /* the first column that is not of this section's names */
	guint first, n;         /* of grid->money */
} ys_code_section;

/* Those of a table from the left: a GArray of ys_code_section.  Two without money between them, where a row has
 * codes of two classifications, have the same money. */
GArray *ys_code_sections(const ys_grid *grid);

#endif
