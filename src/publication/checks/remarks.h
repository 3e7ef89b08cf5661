/* What an editor should look at before a publication goes out, beside its sums: tables the
 * law asks for, years that contradict each other, what a template left behind.
 * doc/domain.md 1, 2 and 7; phenomenon 2. */
#ifndef YS_REMARKS_H
#define YS_REMARKS_H

#include "src/publication/checks/remark.h"

/* Remarks as a GPtrArray of ys_warning, in the order of the file.  Codes:
 *   table-missing     a statutory table is not there
 *   table-empty       it is there and says that nothing is in it
 *   year-contradicts  title, captions and text speak of different years
 *   template-left     XX部门, 增长%, （注：请...
 *   name-differs      a table names another body than the title
 *   code-contradicts  a row has the name of another code (src/publication/checks/code_names.h)
 *   code-unknown      what stands among codes is none
 *   name-old          a class has a name of earlier years, beside the one in force
 *   note-contradicts  the note below a table says that it is empty, or is of another table */
GPtrArray *ys_remarks_new(const ys_remark_context *context);

/* What seems to have been lost on the way to this text, as a GPtrArray of ys_warning.  Codes:
 *   no-tables         a budget or final account without any table
 *   tables-lost       the contents list tables that were not recognised
 *   columns-lost      titles of tables with numbers below and no table, or amounts in lines that are no rows of one */
GPtrArray *ys_losses_new(const ys_remark_context *context);

/* The remarks together with what reading the file left in the records of the publication and
 * its tables (region-unresolved, number-rebuilt, ...), each once, by line.  A new array whose
 * elements belong to the two. */
GPtrArray *ys_remarks_with_warnings(const GPtrArray *remarks, const GPtrArray *records);

#endif
