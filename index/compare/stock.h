/* What is indexed, by region, year, kind and what else publications have, and what is missing against other years. */
#ifndef YS_STOCK_H
#define YS_STOCK_H

#include "index/compare/comparison.h"

/* A publication that is not there, though others have published it: the body has the other kind of the same year, or
 * the same kind of a year before and, but for the year after its last, of a year behind. */
typedef struct {
	const char *department; /* as it was called last */
	int year;
	const char *kind;
} ys_missing;

typedef struct {
	const char *key[YS_N_BY];       /* NULL unknown */
	guint publications, bodies;
	guint superseded;       /* of which a newer file stands for them */
	guint warnings;         /* of their records */
	GArray *missing;        /* of ys_missing, by department, year and kind */
} ys_stock_cell;

typedef struct {
	guint n_by;
	ys_dimension by[YS_N_BY];
	GArray *cells;          /* of ys_stock_cell, by their keys */
	ys_editions *editions;  /* behind it */
	GStringChunk *strings;
} ys_stock;

/* by: n dimensions that publications have (index/compare/coverage.h). */
ys_stock *ys_stock_new(ys_search *search, const ys_dimension *by, guint n, GError **error);
void ys_stock_free(ys_stock *stock);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_stock, ys_stock_free)

#endif
