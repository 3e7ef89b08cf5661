/* What the files of reconcile share. */
#ifndef YS_CHECK_H
#define YS_CHECK_H

#include "src/publication/checks/reconcile.h"

/* A sum of printed amounts. */
typedef struct {
	ys_amount sum;
	guint n;                /* amounts in it */
	gboolean overflow;
} ys_sum;

void ys_sum_add(ys_sum *sum, ys_amount amount);

/* Add a check of one comparison; it belongs to the caller's list. */
ys_check *ys_check_compare(GPtrArray *checks, const char *what, const char *subject, const ys_sum *sum,
			   ys_amount declared, ys_amount half_step, int line);
/* Add one that cannot be made. */
ys_check *ys_check_unchecked(GPtrArray *checks, const char *what, const char *subject, int line,
			     const char *why, ...) G_GNUC_PRINTF(5, 6);
/* What does not add up may mean something else: it is not checked, and this is why. */
void ys_check_doubt(ys_check *check, const char *why);
void ys_check_detail(ys_check *check, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* Many comparisons of one kind in a table: those that hold become one check together, each
 * of the others one of its own. */
typedef struct {
	GPtrArray *checks;
	const ys_grid *grid;
	const char *what;
	guint held, rounded, failed;
	ys_amount widest;       /* largest residual of those that hold */
} ys_bulk;

void ys_bulk_init(ys_bulk *bulk, GPtrArray *checks, const ys_grid *grid, const char *what);
/* row: where the declared amount stands; column: which, for the detail. */
void ys_bulk_add(ys_bulk *bulk, const ys_sum *sum, ys_amount declared, guint row, guint column);
/* held: what was compared, in the plural, for the detail of the check that sums up. */
void ys_bulk_end(ys_bulk *bulk, const char *held);

/* What a table is called in a check. */
const char *ys_grid_title(const ys_grid *grid);
/* The head of a column, its groups before it. */
const char *ys_grid_head(const ys_grid *grid, guint column);
/* Note rows against total as the reconciliation of the table. */
void ys_grid_reconciled(const ys_grid *grid, const ys_check *check);

/* The parts, each for one table.  TRUE if the rows were compared with a total, or it was
 * said why they cannot be. */
void ys_reconcile_columns(GPtrArray *checks, const ys_grid *grid);
gboolean ys_reconcile_codes(GPtrArray *checks, const ys_grid *grid);
gboolean ys_reconcile_balance(GPtrArray *checks, const ys_grid *grid);
gboolean ys_reconcile_three_public(GPtrArray *checks, const ys_grid *grid, gboolean final_account);
/* *projects: the sum of the leaves, if the table is one of projects. */
gboolean ys_reconcile_hierarchy(GPtrArray *checks, const ys_grid *grid, const ys_reconcile_context *context,
				ys_sum *projects);
gboolean ys_reconcile_rows(GPtrArray *checks, const ys_grid *grid, GHashTable *bodies);
/* Across tables, and against the prose.  projects: of ys_sum, for each table of projects. */
void ys_reconcile_across(GPtrArray *checks, const ys_reconcile_context *context, const GArray *projects);
void ys_reconcile_prose(GPtrArray *checks, const ys_reconcile_context *context);

#endif
