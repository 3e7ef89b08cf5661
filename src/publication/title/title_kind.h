/* Where a title says 预算 or 决算, and the words about whose: 部门综合预算.  Part of title.c. */
#ifndef YS_TITLE_KIND_H
#define YS_TITLE_KIND_H

#include "src/publication/words/slice.h"

/* Split a title at the word that is its kind: "预算" or "决算", static.  NULL if it is about
 * neither: a government's accounts, an evaluation, 三公经费 alone (doc/domain.md 1). */
const char *ys_title_split(const ys_slice *title, ys_slice *left, ys_slice *right);

/* Take a word like 综合 or 收支, which stands between level and kind, off the end. */
gboolean ys_title_drop_filler(ys_slice *a);

/* Take 部门, 单位, 部门(单位), 部门及单位 off the end; *level becomes "部门", "单位", or NULL
 * where the words leave it open. */
gboolean ys_title_drop_level(ys_slice *a, const char **level);

#endif
