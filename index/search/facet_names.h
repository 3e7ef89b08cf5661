/* Names of places in facets. */
#ifndef YS_FACET_NAMES_H
#define YS_FACET_NAMES_H

#include "index/search/page.h"

/* What tells a place from others of its name: 广东省|广州市|白云区; "" unknown.  Newly allocated. */
char *ys_facet_names_path(const ys_region *region);

/* Replace the paths that are the values of a facet (of ys_facet_value) by names: of the county,
 * else the city or province, by which a person would choose.  Where several have one name
 * (城关区, 新华区) each has its city, else its province, before it, as
 * ys_region_codes_meant() understands it.  A city beside its districts is 广州市本级: each value, as a
 * filter, finds as many as are counted with it. */
void ys_facet_names_set(GPtrArray *values);

#endif
