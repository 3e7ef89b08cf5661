/* What is drawn on a page of a PDF, as far as it matters to reading: characters and rules.
 *
 * The unit is the point, 1/72 inch; x runs to the right and y down, from the upper left corner of the
 * page as a viewer shows it, /Rotate applied. */
#ifndef YS_PDF_PAGE_H
#define YS_PDF_PAGE_H

#include <glib.h>

G_BEGIN_DECLS

/* No page of a budget comes near these; one that is denser is read up to them, and says so. */
#define YS_PDF_CHARS_MAX 100000         /* of a page */
#define YS_PDF_RULES_MAX 20000          /* of a page */

/* Of the size of a character; what is left of its box lies below the baseline. */
#define YS_PDF_ASCENT 0.85

/* Where text runs to. */
typedef enum { YS_PDF_RIGHT, YS_PDF_DOWN, YS_PDF_LEFT, YS_PDF_UP } ys_pdf_turn;

typedef struct {
	double x0, y0, x1, y1;  /* its box */
	double size;            /* of the font */
	gunichar unicode;       /* ' ' for every kind of blank */
	guint run;              /* characters that one operator drew have the same */
	ys_pdf_turn turn;
	gboolean cut_across;    /* its middle lies left or right of what the page shows of it */
	gboolean cut_down;      /* or above or below */
} ys_pdf_char;

/* A straight line along an axis: at y from x to x, or at x from y to y. */
typedef struct {
	double at, from, to;
} ys_pdf_rule;

typedef struct {
	guint number;           /* from 1 */
	double width, height;
	GArray *chars;          /* of ys_pdf_char, as drawn */
	GArray *across, *down;  /* of ys_pdf_rule */
	guint n_pictures;
	guint n_unknown;        /* characters of which nothing tells the Unicode */
	guint n_slanted;        /* characters along no axis, mostly watermarks: left out */
	gboolean too_dense;     /* one of the bounds was met: the rest of the page is not here */
} ys_pdf_page;

ys_pdf_page *ys_pdf_page_new(guint number, double width, double height);
void ys_pdf_page_free(ys_pdf_page *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_pdf_page, ys_pdf_page_free)

/* Append a character.  Control characters are left out; radicals and compatibility forms, which some
 * fonts name their glyphs by, become the characters that they look like. */
void ys_pdf_page_add_char(ys_pdf_page *page, const ys_pdf_char *drawn);

/* Append what was stroked from one point to another; left out where it is along no axis. */
void ys_pdf_page_add_stroke(ys_pdf_page *page, double x0, double y0, double x1, double y1);

/* Append a filled box: a rule if it is thin, else a background. */
void ys_pdf_page_add_fill(ys_pdf_page *page, double x0, double y0, double x1, double y1);

/* Turn a character by a quarter to the left, about the upper left corner of a page of that width: what
 * ran down runs to the right. */
void ys_pdf_char_turn(ys_pdf_char *c, double page_width);

/* Turn the page so that most of its text runs to the right. */
void ys_pdf_page_turn_upright(ys_pdf_page *page);

G_END_DECLS

#endif
