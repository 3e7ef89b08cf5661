/* What the prose of a self-assessment says of the projects: 1. 某项目。 (1)项目概况。 ①项目基本
 * 情况。...  Phenomena 43, 91. */
#ifndef YS_SELF_ASSESSMENT_H
#define YS_SELF_ASSESSMENT_H

#include "src/publication/lines/outline.h"
#include "src/publication/tables/table.h"
#include "src/record.h"

/* Fill in the content of projects that have none from the paragraphs below a line that is
 * nothing but the project's name; they become another place of it.  Goals whose form is
 * mixed up (ys_form_mixed_text()) are taken from there too, as far as the form confirms
 * them. */
void ys_assess(GPtrArray *projects, const ys_outline *outline, const GPtrArray *tables);

#endif
