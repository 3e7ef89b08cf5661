/* A remark, and what all kinds of remark are made of. */
#ifndef YS_CHECK_REMARK_H
#define YS_CHECK_REMARK_H

#include "src/publication/figures/prose.h"
#include "src/publication/lines/outline.h"
#include "src/publication/tables/grid.h"
#include "src/publication/title/title.h"

typedef struct {
	const ys_input *input;
	const ys_outline *outline;
	const ys_title *title;
	const GPtrArray *grids; /* of ys_grid, one for each table */
	GHashTable *bodies;     /* keys of the department and its units */
	const ys_prose *prose;
	const ys_figure *figures;       /* of the tables */
} ys_remark_context;

/* Add a remark, unless there are many of its code already. */
void ys_remark_add(GPtrArray *remarks, const char *code, int line, const char *format, ...) G_GNUC_PRINTF(4, 5);

/* A public body, by its key, that is neither the department nor one of its units. */
gboolean ys_remark_is_stranger(const ys_remark_context *context, const char *key);

#endif
