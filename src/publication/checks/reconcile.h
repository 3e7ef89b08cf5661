/* Do the numbers of a publication add up?  doc/domain.md 8. */
#ifndef YS_RECONCILE_H
#define YS_RECONCILE_H

#include "src/publication/checks/check.h"

/* All checks, table by table and then across them: a GPtrArray of ys_check.  *tables becomes an array of
 * ys_reconciliation, one for each grid: that of its rows against the total.  Both are the caller's. */
GPtrArray *ys_reconcile(const ys_reconcile_context *context, GArray **tables);

#endif
