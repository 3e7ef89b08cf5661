/* Which rows of a project table are projects: totals, subtotals, units, categories and
 * projects stand in one column, and only wording and sums tell them apart.
 * Phenomena 76-83; DOMAIN section 7, 7. */
#ifndef YS_HIERARCHY_H
#define YS_HIERARCHY_H

#include "src/publication/tables/table.h"

typedef enum {
	YS_LEAF,
	YS_TOTAL,               /* 合计 and the like */
	YS_SUBTOTAL,            /* between the total and the projects */
	YS_UNIT,                /* a body; the rows below are its */
	YS_CATEGORY
} ys_row_kind;

typedef struct {
	ys_row_kind *kinds;     /* for each row of the table */
	ys_amount declared;     /* of the total row; YS_AMOUNT_NONE if there is none */
	ys_amount sum;          /* of the leaves */
	ys_amount tolerance;    /* what rounding of so many rows may make up (DOMAIN section 6) */
} ys_hierarchy;

/* bodies: keys (ys_name_key) of the department and its units, which are unit rows
 * wherever they stand alone.  unit: fen, for tables that print none. */
ys_hierarchy *ys_hierarchy_new(const ys_table *table, GHashTable *bodies, gint64 unit);
void ys_hierarchy_free(ys_hierarchy *hierarchy);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_hierarchy, ys_hierarchy_free)

/* The column with a row's own amount: the budget of the whole year, which is what execution
 * is measured by, else the total, or what was executed where nothing else is printed.  -1 if
 * the table has none. */
int ys_hierarchy_amount_column(const ys_table *table);

/* The row says something beside its name and amounts. */
gboolean ys_row_has_text(const ys_table *table, const ys_row *row);

#endif
