/* Where each record is printed, in the words of its format: page, sheet, table, row. */
#ifndef YS_PROVENANCE_H
#define YS_PROVENANCE_H

#include "src/publication/checks/check.h"
#include "src/publication/lines/input.h"
#include "src/publication/tables/table.h"

/* One of the files of the input. */
typedef struct {
	const char *path;
	const char *url;        /* where it is published; NULL unknown */
} ys_provenance_file;

/* Complete the sources of all records, which know their lines, by what the input says of those lines and
 * by the rows of the tables that stand there.  A publication and a department are no place of one page.  files: one for
 * each of the input; from here on lines are counted in each by itself, a source is of the file its first line is of, and
 * the publication, the first of records, has the other files in its also. */
void ys_provenance_fill(GPtrArray *records, const ys_input *input, const GPtrArray *tables,
			const ys_provenance_file *files);

/* The same of what is said of a line of the publication: of another file than the first it begins with its name. */
void ys_provenance_warn(const ys_input *input, const ys_provenance_file *files, const GPtrArray *warnings);
void ys_provenance_check(const ys_input *input, const ys_provenance_file *files, const GPtrArray *checks);

/* Say of all records when they were published; may be NULL. */
void ys_provenance_give(GPtrArray *records, const char *published);

#endif
