/* Lines that name the body they are of: 部门名称：..., 编制单位：... 单位：万元 (data/wording, owner). */
#ifndef YS_OWNER_H
#define YS_OWNER_H

#include "src/publication/lines/input.h"

/* The name in a cleaned line, up to what else stands there (data/sections, behind_owner), newly allocated
 * and perhaps empty; NULL if the line names no body. */
char *ys_owner_in(const char *clean);

/* The name in the line that says on the cover, or else close above the first table, whose text it is, newly
 * allocated; NULL if none does.  What stands further down may be of a part, or of another body. */
char *ys_owner_of_text(const ys_input *input);

#endif
