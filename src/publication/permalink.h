/* What the records of a publication are called for good: made of its identity and of what a record is called, so that it is
 * the same wherever and in whatever order files are read. */
#ifndef YS_PERMALINK_H
#define YS_PERMALINK_H

#include "src/record.h"

/* Those of the publication with this identity. */
typedef struct ys_permalinks ys_permalinks;

ys_permalinks *ys_permalinks_new(const char *identity);
void ys_permalinks_free(ys_permalinks *links);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_permalinks, ys_permalinks_free)

/* The id of the next record, newly allocated; records of a type come in their order, for those of one name are told apart by
 * their number.  NULL for a department, which is in several publications. */
char *ys_permalink(ys_permalinks *links, const ys_record *record);

#endif
