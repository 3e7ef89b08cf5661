/* Which part of a page is its article. */
#ifndef YS_PAGE_H
#define YS_PAGE_H

#include "src/original/original.h"
#include "src/original/xml.h"

typedef struct {
	const xmlNode *area;    /* the element to read, which holds all tables of the page */
	gboolean sure;          /* it is marked as the article; else it is the whole page */
	const xmlNode *heading; /* the first <h1>, or the title in front of the area; NULL: there is none */
	gboolean heading_inside;        /* of the area */
	GHashTable *tables;     /* the <table> elements with rows and columns of text and none such inside */
} ys_page;

/* Survey the tree, whose nodes are marked by it.  An area that such pages name (data/pages) is only taken
 * where it holds at least half of the text that is not links. */
void ys_page_init(ys_page *page, const xmlNode *root);
void ys_page_clear(ys_page *page);

/* Is the node of a tree that was surveyed seen in print, and no part of what stands around all articles? */
gboolean ys_page_shows(const xmlNode *node);
/* A line that says where in the site the page is. */
gboolean ys_page_is_trail(const char *text);

/* What the page says of itself in <meta>, else in its heading, else in <title>. */
void ys_page_take_meta(ys_original *original, const xmlNode *root, const xmlNode *heading);

/* Text of an element as a browser prints it: blanks are one, <br> and paragraphs end lines.  Appended. */
void ys_page_append_text(GString *out, const xmlNode *node);
/* A blank where out does not end in one; for text in front of which was some. */
void ys_page_append_collapsed(GString *out, const char *text);

gboolean ys_page_is_block(const xmlNode *node);
/* Rows of a table, not of those in it; of xmlNode *. */
GPtrArray *ys_page_rows(const xmlNode *table);

#endif
