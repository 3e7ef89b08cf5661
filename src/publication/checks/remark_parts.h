/* The kinds of remark that have a file of their own. */
#ifndef YS_REMARK_PARTS_H
#define YS_REMARK_PARTS_H

#include "src/publication/checks/remark.h"

/* What was copied: from another year, another table, another body. */
void ys_remark_copied(const ys_remark_context *context, GPtrArray *remarks);
/* Codes that are none, and names that codes had in earlier years. */
void ys_remark_codes(const ys_remark_context *context, GPtrArray *remarks);

#endif
