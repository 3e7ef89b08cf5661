/* What a run was typed wrong for: by its sound, 物业管理 for 物业馆里, or by its shape, 耗材 for 耗村. */
#ifndef YS_CORRECT_H
#define YS_CORRECT_H

#include "index/xapian_c.h"
#include "src/query/query.h"

/* The words of the query, each that stands nowhere in the index corrected, the others as they are.  A word is
 * corrected to one of the index, as far as that and the known words can tell, which is found with the types and
 * filters of the query; a part of it may be right, 电梯维保 for 电梯维报.  Known words are not corrected, nor is what
 * is too short or long to guess at.  others receives what else a query of one word may have been typed for.  NULL
 * without *error if no word is to be corrected, or one cannot be. */
ys_query *ys_correct_query(xc_reader *reader, const ys_query *query, const GPtrArray *hidden, GPtrArray *others,
			   GError **error);

#endif
