/* What checks found of a row becomes a warning of the records that are read from it. */
#ifndef YS_MARKS_H
#define YS_MARKS_H

#include "src/publication/checks/check.h"

/* Records that are printed in a row whose columns do not add up to its total, in the first place or another, get
 * the warning row-differs.  checks: of ys_check; records: of ys_record. */
void ys_marks_of_rows(const GPtrArray *checks, const GPtrArray *records);

#endif
