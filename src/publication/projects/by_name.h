/* Projects by their names. */
#ifndef YS_BY_NAME_H
#define YS_BY_NAME_H

#include "src/record.h"

/* Empty: name key -> GPtrArray of ys_record, borrowed. */
GHashTable *ys_by_name_new(void);
/* Add the projects among records from the first on. */
void ys_by_name_add(GHashTable *by_name, const GPtrArray *records, guint first);
/* The projects of the name key; NULL if there are none. */
const GPtrArray *ys_by_name(GHashTable *by_name, const char *key);

#endif
