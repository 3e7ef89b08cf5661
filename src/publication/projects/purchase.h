/* Items: what a department buys, from the tables of procurement and of purchased services.
 * Phenomena 73, 92, 109. */
#ifndef YS_PURCHASE_H
#define YS_PURCHASE_H

#include "src/publication/projects/context.h"
#include "src/record.h"

/* Records of type YS_ITEM in the order they are printed; owned by the array.  Totals and the
 * rows above the items (kind, unit, 基本支出, budget project) are none, but say what the items
 * below belong to.  grids: of ys_grid, one for each table.  records: those of the publication so
 * far; a project among them that is named above an item is its parent.  Fields of the
 * publication are the caller's to fill. */
GPtrArray *ys_items_new(const GPtrArray *grids, const GPtrArray *records, const ys_project_context *context);

#endif
