/* Prose about one project in chapters of fixed headings: 某某项目经费情况说明, below it 一、项目概述, 二、立项依据
 * and so on to its sum.  Phenomenon 106. */
#ifndef YS_DESCRIPTION_H
#define YS_DESCRIPTION_H

#include "src/publication/lines/outline.h"
#include "src/publication/projects/context.h"

/* Records of the projects that are described so, owned by the array.  The name is that of the heading, or where
 * that has none, of the sums or of the first sentence; what names no project becomes none. */
GPtrArray *ys_descriptions_new(const ys_outline *outline, const ys_project_context *context);

#endif
