/* A line by itself. */
#ifndef YS_LINE_H
#define YS_LINE_H

#include "src/publication/lines/input.h"

/* A heading is short (phenomenon 11), in characters; the longest table captions are near this. */
#define YS_HEADING_MAX 60

/* TRUE if the line is a row of cells: tabs, or a markdown | row |. */
gboolean ys_line_is_row(const ys_line *line);
/* The line without markdown marks: "## ", "- ", "**" (phenomena 7-9).  Newly allocated. */
char *ys_line_clean(const ys_line *line);

/* The level of a heading with the number that text begins with: 1 第X部分, 2 一、, 3 （一）; 0 if it has none. */
int ys_heading_level(const char *text);
/* The text behind a heading's number; text itself if it has none. */
const char *ys_heading_text(const char *text);

/* TRUE if the cleaned text begins as a note below a table does: 注：... */
gboolean ys_text_is_note(const char *text);
/* TRUE if the cleaned text is short and called a table, ...表 or ...表（...）, whatever follows it. */
gboolean ys_text_is_caption(const char *text);

#endif
