/* What a file holds, whatever its format: paragraphs and tables in the order they are read, each with
 * the place where it is printed.  Readers (src/original/reader.h) make it; src/publication makes lines of it.
 * Nothing here knows what a budget is.
 *
 * All text is UTF-8 as printed, without control characters but '\n', which ends a line that the author
 * ended.  What cannot be told stays 0 or NULL. */
#ifndef YS_ORIGINAL_H
#define YS_ORIGINAL_H

#include <glib.h>

/* Where something stands.  Strings are the original's. */
typedef struct {
	const char *part;       /* the file inside an archive; NULL: the file itself */
	const char *sheet;      /* of a workbook */
	int page;               /* as the file counts them, from 1; the number printed on it may be another */
	int row;                /* of a sheet, from 1 */
} ys_spot;

typedef struct {
	char *text;             /* never NULL; '\n' between paragraphs */
	guint column;           /* of its upper left corner, from 0 */
	guint width, height;    /* columns and rows it spans, at least 1 */
	gboolean full;          /* two lines or more that fill its height: it may go on behind a page end */
} ys_original_cell;

typedef struct {
	GPtrArray *cells;       /* of ys_original_cell, by column; what a span of an upper row covers has none */
	ys_spot spot;
	gboolean head;          /* the format says so: <th>, a row that Word repeats on each page */
	gboolean begins_page;   /* the first one of the table on its page, but not of the table */
} ys_original_row;

typedef struct {
	GPtrArray *rows;        /* of ys_original_row; hidden ones are left out */
	guint n_columns;
} ys_original_table;

typedef enum {
	YS_ELEMENT_TEXT,        /* a paragraph, whole: lines that only the width of the page ended are joined */
	YS_ELEMENT_TABLE,
	YS_ELEMENT_PAGE_END     /* between two pages; none inside a table that goes on */
} ys_element_kind;

typedef struct {
	ys_element_kind kind;
	ys_spot spot;
	char *text;             /* TEXT */
	int level;              /* TEXT: of a heading, from 1, where the format says that it is one */
	ys_original_table *table; /* TABLE */
} ys_element;

/* Something that was not read, or had to be guessed; the rest is good. */
typedef struct {
	const char *code;       /* stable, for programs: "page-without-text" */
	ys_spot spot;
	char *message;
} ys_original_remark;

typedef struct {
	const char *format;     /* of the reader: "pdf" */
	GPtrArray *elements;    /* of ys_element */
	GPtrArray *members;     /* of ys_original: the files of an archive, whose own elements are none; else empty */
	guint n_pages;
	char *title, *publisher, *published;    /* what the file says of itself; published: YYYY-MM-DD */
	GPtrArray *remarks;     /* of ys_original_remark */
	GStringChunk *names;    /* private: parts and sheets */
} ys_original;

ys_original *ys_original_new(const char *format);
void ys_original_free(ys_original *original);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_original, ys_original_free)

/* A string of the original's, for a spot. */
const char *ys_original_name(ys_original *original, const char *name);

/* Append an element; text is copied, without its control characters and the blanks at its two ends.
 * Empty text is left out. */
void ys_original_add_text(ys_original *original, ys_spot spot, const char *text, int level);
/* The original takes the table over; one without any text is left out. */
void ys_original_add_table(ys_original *original, ys_spot spot, ys_original_table *table);
void ys_original_add_page_end(ys_original *original, ys_spot spot);
void ys_original_add_remark(ys_original *original, const char *code, ys_spot spot, const char *format, ...)
	G_GNUC_PRINTF(4, 5);

ys_original_table *ys_original_table_new(void);
/* A new row at the end. */
ys_original_row *ys_original_table_add_row(ys_original_table *table, ys_spot spot);
/* A new cell at the end of the row, which must stand right of those before; text is copied as
 * ys_original_add_text() does.  The table grows as wide as it needs. */
ys_original_cell *ys_original_row_add_cell(ys_original_table *table, ys_original_row *row, guint column, guint width,
				       guint height, const char *text);

/* The whole as text for people who mend a reader: an element a line, a table as its rows with spans. */
char *ys_original_dump(const ys_original *original);

#endif
