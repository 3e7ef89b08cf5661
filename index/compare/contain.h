/* Which publications are contained in others. */
#ifndef YS_CONTAIN_H
#define YS_CONTAIN_H

#include "index/compare/edition.h"

/* Decide which of the editions (array of ys_edition) are contained in others of them. */
void ys_editions_contain(GArray *editions);

#endif
