/* A publication as lines, whatever it was before: what is read from here on knows no format. */
#ifndef YS_INPUT_H
#define YS_INPUT_H

#include "src/original/original.h"

/* What a format says of a line beyond its text. */
typedef enum {
	YS_LINE_BEGINS_TABLE = 1 << 0,
	YS_LINE_HEAD = 1 << 1,          /* a row of a table's head, in which each column that a cell spans has its text */
	YS_LINE_BEGINS_PAGE = 1 << 2,   /* a row of a table that goes on: the first one on its page */
	YS_LINE_FULL = 1 << 3,          /* a row with a text that fills the height of its cell, and may go on behind a page end */
	YS_LINE_OF_ROW = 1 << 4,        /* empty: what it prints is told with the row above */
	YS_LINE_BETWEEN_ROWS = 1 << 5,  /* empty, and ends no table */
	YS_LINE_CAPTION = 1 << 6,       /* the title of the table below it, after which its sheet is named */
	YS_LINE_WHOLE = 1 << 7          /* a whole paragraph: it does not go on with the one above */
} ys_line_marks;

typedef struct {
	const char *text;       /* in the input, not NUL-terminated */
	gsize len;              /* without the line end */
	ys_line_marks marks;
	guint spot;             /* number of its place in spots; 0: the line of the file */
} ys_line;

typedef struct {
	const char *format;     /* as in ys_input */
	int first;              /* its first line */
} ys_input_file;

typedef struct {
	const char *format;     /* "text", or of the reader: "pdf"; of several files that of the first */
	char *text;             /* all lines, in UTF-8 */
	GArray *lines;          /* of ys_line; line i is element i - 1 */
	GArray *files;          /* of ys_input_file: those the lines are of, one but where several were joined */
	GArray *spots;          /* of ys_spot; the first one is nowhere */
	GStringChunk *names;    /* private: parts and sheets of the spots, and rows written anew */
	char *published;        /* the day it was, as the file says: YYYY-MM-DD; NULL */
	GPtrArray *warnings;    /* of ys_warning: what was converted, repaired or not read */
	GPtrArray *joined;      /* of ys_input, private but for ys_input_front(); NULL: one file */
} ys_input;

ys_input *ys_input_new_empty(const char *format);
void ys_input_free(ys_input *input);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_input, ys_input_free)

/* The lines of several files as those of one, in their order; takes the elements of inputs (of ys_input, at least one).
 * Text and title are the first one's. */
ys_input *ys_input_join(GPtrArray *inputs);
/* The first file by itself, borrowed. */
const ys_input *ys_input_front(const ys_input *input);
/* Number of the file that a line is of, from 0. */
guint ys_input_file_at(const ys_input *input, int line);

/* The place of a line, counted from 1; NULL in text, where it is the line. */
const ys_spot *ys_input_spot(const ys_input *input, int line);

#endif
