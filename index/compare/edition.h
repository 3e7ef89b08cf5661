/* A publication as comparisons see it: who, when, of what kind, and whether its amounts are contained in those of
 * another. */
#ifndef YS_EDITION_H
#define YS_EDITION_H

#include "index/counted.h"
#include "index/search/columns.h"

typedef struct {
	const ys_origin *origin;
	ys_counted counted;
	const char *region;     /* names of province, city and county joined; NULL unknown */
	const char *role;       /* what sort of body it is (data/bodies), static; NULL unknown */
	guint body;             /* whose it is: the same number for one body (index/compare/bodies.h) */
	gboolean contained;     /* in the sums of another edition of the same year and kind: a 单位 in those of its
				 * 部门, the 本级 of a body in those of the whole */
} ys_edition;

#endif
