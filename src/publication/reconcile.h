/* Do the numbers of a table add up?  DOMAIN section 8. */
#ifndef YS_RECONCILE_H
#define YS_RECONCILE_H

#include "src/publication/table.h"

/* Find the declared total of a table and, where its rows carry codes of the function or
 * economic classification, compare it with the sum of the top-level ones.  Tables of
 * projects are reconciled where their rows are told apart (hierarchy.h).
 * unit: fen, for a table that prints none. */
void ys_reconcile(ys_table *table, gint64 unit);

/* The status of a sum of n printed amounts against a declared one: each is rounded to
 * half_step fen. */
ys_reconciliation_status ys_reconcile_status(ys_amount sum, ys_amount declared, guint n, ys_amount half_step);

/* Figures of the whole publication, from its balance and expenditure tables; those that
 * are not found stay YS_AMOUNT_NONE. */
void ys_figures(const GPtrArray *tables, gint64 unit, ys_record *publication);

#endif
