/* The kinds of comparison, a file for each. */
#ifndef YS_CHECK_PARTS_H
#define YS_CHECK_PARTS_H

#include "src/publication/checks/check.h"

/* For one table.  TRUE if the rows were compared with a total, which then is in *table, or it was said why
 * they cannot be. */
void ys_reconcile_columns(GPtrArray *checks, const ys_grid *grid);
gboolean ys_reconcile_codes(GPtrArray *checks, const ys_grid *grid, ys_reconciliation *table);
gboolean ys_reconcile_balance(GPtrArray *checks, const ys_grid *grid, ys_reconciliation *table);
gboolean ys_reconcile_three_public(GPtrArray *checks, const ys_grid *grid, gboolean final_account,
				   ys_reconciliation *table);
/* *projects: the sum of the leaves, if the table is one of projects. */
gboolean ys_reconcile_hierarchy(GPtrArray *checks, const ys_grid *grid, const ys_reconcile_context *context,
				ys_reconciliation *table, ys_sum *projects);
gboolean ys_reconcile_rows(GPtrArray *checks, const ys_grid *grid, GHashTable *bodies,
			   ys_reconciliation *table);
/* Across tables, and against the prose.  tables: of ys_reconciliation, for each grid; projects: of ys_sum, for
 * each table of projects. */
void ys_reconcile_across(GPtrArray *checks, const ys_reconcile_context *context, const GArray *tables,
			 const GArray *projects);
void ys_reconcile_prose(GPtrArray *checks, const ys_reconcile_context *context);
void ys_reconcile_statements(GPtrArray *checks, const ys_prose *prose);
void ys_reconcile_wholes(GPtrArray *checks, const ys_prose *prose);
/* 本年合计 of a side of the balance table: some prose means it by 总收入.  YS_AMOUNT_NONE if none is printed. */
ys_amount ys_year_total(const ys_reconcile_context *context, guint side);
/* The words of the clause that a number ends.  Newly allocated. */
char *ys_prose_subject(const ys_prose_number *number);
void ys_reconcile_items(GPtrArray *checks, const ys_reconcile_context *context);

#endif
