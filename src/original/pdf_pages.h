/* The pages of a PDF -> one running text: page numbers and what stands on every page are left out,
 * lines become paragraphs, and what goes on over a page end is one. */
#ifndef YS_PDF_PAGES_H
#define YS_PDF_PAGES_H

#include "src/original/original.h"
#include "src/original/pdf_layout.h"

/* Mark the items that are furniture.  Pages are ys_pdf_layout, in order. */
void ys_pdf_mark_furniture(const GPtrArray *pages);

/* Between which x the prose of a page stands. */
typedef struct {
	double left, right;
} ys_pdf_margins;

/* The margins of each page: an array of ys_pdf_margins.  Pages with few long lines have those of all pages of
 * their width. */
GArray *ys_pdf_margins_of(const GPtrArray *pages);

/* What two lines that follow each other are. */
typedef struct {
	const ys_pdf_line *line;
	ys_pdf_margins margins;
	guint page;
} ys_pdf_place;

#define YS_PDF_NUMBER_KINDS 7

/* The numbers of headings and entries that paragraphs began with last, by kind; 0: none since one of a kind above. */
typedef struct {
	guint values[YS_PDF_NUMBER_KINDS + 1];
} ys_pdf_numbers;

/* A paragraph begins with this line. */
void ys_pdf_numbers_take(ys_pdf_numbers *numbers, const char *line);

/* Whether the second line goes on with the paragraph that the first one ends so far. */
gboolean ys_pdf_goes_on(const char *paragraph, const ys_pdf_numbers *numbers, const ys_pdf_place *last,
			const ys_pdf_place *next);
/* A line of a list of contents without its leaders and its page number. */
char *ys_pdf_without_leaders(const char *text, gboolean *had);

/* A table over pages, while it is put together. */
typedef struct {
	ys_original_table *table;
	ys_spot spot;
	GArray *xs;             /* of double: the edges of its columns */
	gboolean ruled;
} ys_pdf_joined;

void ys_pdf_joined_begin(ys_pdf_joined *joined, const ys_pdf_grid *grid, guint page);
/* FALSE: the columns do not agree, this is another table. */
gboolean ys_pdf_joined_go_on(ys_pdf_joined *joined, const ys_pdf_grid *grid, guint page);
/* The table goes to the caller. */
ys_original_table *ys_pdf_joined_end(ys_pdf_joined *joined);

/* Write the elements of all pages. */
void ys_pdf_pages_write(const GPtrArray *pages, ys_original *original);

#endif
