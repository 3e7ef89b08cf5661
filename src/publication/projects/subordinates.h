/* The bodies a publication speaks for: the department and its subordinate units. */
#ifndef YS_SUBORDINATES_H
#define YS_SUBORDINATES_H

#include "src/publication/lines/outline.h"
#include "src/publication/tables/table.h"

/* Names of subordinate units, from sentences such as 下属单位具体包括：甲中心、乙站 and from
 * tables of units; cleaned, in order, each once.  Never the department itself. */
GPtrArray *ys_subordinate_units(const ys_outline *outline, const GPtrArray *tables, const char *department);

/* Add the keys of the names a body goes by in tables: its own, and that without the regions in
 * front, 湖南省云栖县交通运输局 as 云栖县交通运输局 and 交通运输局. */
void ys_body_add_names(GHashTable *bodies, const char *name);

#endif
