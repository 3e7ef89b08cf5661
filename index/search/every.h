/* Every record that matches a query, however many: what sums and comparisons are made of.  No record is opened. */
#ifndef YS_EVERY_H
#define YS_EVERY_H

#include "index/counted.h"
#include "index/search/columns.h"
#include "src/query/query.h"

typedef struct {
	const ys_facts *facts;
	const char *title;      /* folded; "" for none */
	gboolean whole;         /* its title is what was asked for, no more */
	gboolean named;         /* its title alone matches, of a line also its code; TRUE if no words were asked.
				 * Others only mention what was asked for */
	ys_counted counted;
} ys_found;

typedef struct {
	GArray *found;          /* of ys_found, in the order of the index */
	ys_columns *columns;
	GStringChunk *strings;
} ys_every;

/* Those of the query's types that match with every word; sort, limit and offset do not count.
 * hidden are the versions to leave out. */
ys_every *ys_every_new(xc_reader *reader, const ys_query *query, const GPtrArray *hidden, GError **error);
void ys_every_free(ys_every *every);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_every, ys_every_free)

#endif
