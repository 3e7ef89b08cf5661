/* A check: one comparison of printed numbers, and what all kinds of comparison are made of.
 *
 * Printed numbers are compared, never changed.  What can differ because each number was
 * rounded is no mismatch: n printed amounts may be off by n half units of their last place
 * (doc/domain.md 6).  Nothing is called a mismatch on a guess: where the layout of a table
 * is not told by its words it must be proven by most of its rows. */
#ifndef YS_CHECK_H
#define YS_CHECK_H

#include "src/publication/figures/figures.h"

typedef struct {
	const char *what;       /* stable, for programs; the codes are in yusou(1) */
	char *subject;          /* title of the table, or the words of the prose */
	char *detail;           /* what was compared, or why it cannot be; for people */
	ys_reconciliation_status status;
	ys_amount sum, declared, residual;      /* YS_AMOUNT_NONE where several comparisons hold */
	guint n;                /* comparisons */
	GArray *rows;           /* of int: the lines of mismatches that are only counted; else NULL */
	int line;               /* 0 none */
} ys_check;

void ys_check_free(ys_check *check);

typedef struct {
	const GPtrArray *grids;         /* of ys_grid, one for each table */
	const ys_figure *figures;       /* of the tables */
	const ys_prose *prose;
	GHashTable *bodies;             /* keys of the department and its units */
	gboolean final_account;
	int year;               /* of the publication; 0 unknown */
} ys_reconcile_context;

/* A sum of printed amounts. */
typedef struct {
	ys_amount sum;
	guint n;                /* amounts in it */
	gboolean overflow;
} ys_sum;

void ys_sum_add(ys_sum *sum, ys_amount amount);
/* Of the rows [first, end) for which counts is TRUE, the amounts in a column. */
ys_sum ys_sum_rows(const ys_grid *grid, const gboolean *counts, guint first, guint end, guint column);
/* It is the declared amount, or off by no more than rounding. */
gboolean ys_sum_fits(const ys_sum *sum, ys_amount declared, ys_amount half_step);

/* Add a check of one comparison; it belongs to the caller's list.  Each amount of the sum is rounded to
 * half_step fen. */
ys_check *ys_check_compare(GPtrArray *checks, const char *what, const char *subject, const ys_sum *sum,
			   ys_amount declared, ys_amount half_step, int line);
/* Add one of rows of a table against the amount that row declares for them in a column. */
ys_check *ys_check_rows(GPtrArray *checks, const char *what, const ys_grid *grid, const ys_sum *sum, guint row,
			guint column);
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
	GArray *more;           /* of int: the lines of those that failed and are not listed; NULL: none */
	ys_amount widest;       /* largest residual of those that hold */
} ys_bulk;

void ys_bulk_init(ys_bulk *bulk, GPtrArray *checks, const ys_grid *grid, const char *what);
/* row: where the declared amount stands; column: which, for the detail. */
void ys_bulk_add(ys_bulk *bulk, const ys_sum *sum, ys_amount declared, guint row, guint column);
/* The same rows in other columns of money, [first, first + n) but one, as far as row declares amounts there. */
void ys_bulk_add_columns(ys_bulk *bulk, const gboolean *counts, guint first_row, guint end_row, guint row,
			 guint first, guint n, guint but);
/* held: what was compared, in the plural, for the detail of the check that sums up. */
void ys_bulk_end(ys_bulk *bulk, const char *held);

/* What a table is called in a check. */
const char *ys_grid_title(const ys_grid *grid);
/* Rows against total are a table's reconciliation; what is declared stays known where it cannot be checked. */
void ys_check_take(ys_reconciliation *table, const ys_check *check);

#endif
