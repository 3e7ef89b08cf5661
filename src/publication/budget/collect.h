/* Lines of a budget while tables are read: one of each, however many tables print it, with each of its amounts
 * once. */
#ifndef YS_COLLECT_H
#define YS_COLLECT_H

#include "src/publication/tables/grid.h"

typedef struct ys_collector ys_collector;
typedef struct ys_entry ys_entry;

/* path: of the file, for sources; it must outlive the collector. */
ys_collector *ys_collector_new(const char *path);

/* The line of this classification and key; if there is none, a new one with this code (NULL: none) and this
 * title, which is taken without the marks before it.  above: the name it stands below, or NULL.  What it returns
 * is the collector's. */
ys_entry *ys_collect(ys_collector *collector, const char *classification, const char *key, const char *code,
		     const char *title, const char *above);

/* It stands below one more name, which is below those that it stands below already. */
void ys_collect_below(ys_entry *entry, const char *above);

/* Amounts of one measure in one table add up: a table may list the codes of each unit.  Where the first of them
 * is the sum of the others, they are parts of it.  Nothing happens for a cell without amount. */
void ys_collect_cell(ys_collector *collector, ys_entry *entry, const char *measure, const ys_grid *grid, guint row,
		     guint column);
/* One that prose says, on this line of the file; place: fen in one of its last printed place. */
void ys_collect_said(ys_collector *collector, ys_entry *entry, const char *measure, ys_amount amount,
		     ys_amount place, int line);

/* Frees the collector; records of type YS_LINE in the order in which they were met, owned by the array.  Of two
 * tables with other amounts of one measure the first counts, and a warning says so.  A line whose cells are all empty
 * is left out; a printed zero is a figure. */
GPtrArray *ys_collector_end(ys_collector *collector);

#endif
