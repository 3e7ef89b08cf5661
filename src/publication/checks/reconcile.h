/* Do the numbers of a publication add up?  DOMAIN section 8.
 *
 * Printed numbers are compared, never changed.  What can differ because each number was
 * rounded is no mismatch: n printed amounts may be off by n half units of their last place
 * (DOMAIN section 6).  Nothing is called a mismatch on a guess: where the layout of a table
 * is not told by its words it must be proven by most of its rows. */
#ifndef YS_RECONCILE_H
#define YS_RECONCILE_H

#include "src/publication/figures/figures.h"

typedef struct {
	const char *what;       /* stable, for programs; the codes are in yusou(1) */
	char *subject;          /* title of the table, or the words of the prose */
	char *detail;           /* what was compared, or why it cannot be; for people */
	ys_reconciliation_status status;
	ys_amount sum, declared, residual;      /* YS_AMOUNT_NONE where several comparisons hold */
	guint n;                /* comparisons */
	int line;               /* 0 none */
} ys_check;

void ys_check_free(ys_check *check);

typedef struct {
	const GPtrArray *grids;         /* of ys_grid, one for each table */
	const ys_figure *figures;       /* of the tables */
	const ys_prose *prose;
	GHashTable *bodies;             /* keys of the department and its units */
	gint64 unit;                    /* fen, for tables that print none */
	gboolean final_account;
} ys_reconcile_context;

/* All checks, table by table and then across them: a GPtrArray of ys_check.  Sets the
 * tables' reconciliation: that of their rows against the total. */
GPtrArray *ys_reconcile(const ys_reconcile_context *context);

/* The status of a sum of n printed amounts against a declared one: each is rounded to
 * half_step fen. */
ys_reconciliation_status ys_reconcile_status(ys_amount sum, ys_amount declared, guint n, ys_amount half_step);

#endif
