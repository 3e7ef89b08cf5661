/* What was understood of a query, for people: on top of its hits. */
#ifndef PRESENT_UNDERSTOOD_H
#define PRESENT_UNDERSTOOD_H

#include "index/search/page.h"
#include "src/output/printer.h"

/* Lines that say what was read as what, what was not for want of hits, and what of a department is not indexed;
 * nothing where there is nothing to say. */
void present_understood_text(GString *out, const ys_page *page);
/* The members understood and, where there is something to say, not_indexed of an answer. */
void present_understood_json(ys_printer *p, const ys_page *page);
/* By what a department was compared: 公务接待费 2.08万元 (2020年决算), 252.44%. */
void present_measure_text(GString *out, const ys_department_measure *measure);

#endif
