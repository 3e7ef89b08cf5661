/* Which publications are of one body, through the years and over new names. */
#ifndef YS_BODIES_H
#define YS_BODIES_H

#include "index/compare/edition.h"

/* Fill in the bodies of editions (array of ys_edition), numbered from 0. */
void ys_bodies_number(GArray *editions);

#endif
