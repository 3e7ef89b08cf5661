/* The stored form of a line of a budget: what its publication says is left out, and its places are packed. */
#ifndef YS_RECORD_LINE_H
#define YS_RECORD_LINE_H

#include "src/json.h"
#include "src/output/printer.h"

/* Its members, into a map that is open. */
void ys_record_line_write(ys_printer *printer, const ys_record *line);
/* Fill in a line; FALSE if object is not what was written. */
gboolean ys_record_line_read(const ys_json *object, ys_record *line);

#endif
