/* Walking over the blocks of a Word document. */
#ifndef YS_DOCX_WALK_H
#define YS_DOCX_WALK_H

#include "src/original/docx_numbering.h"
#include "src/original/original.h"

typedef struct {
	ys_original *original;
	GHashTable *styles;
	ys_docx_numbering *numbering;
	GString *lines;         /* of the cell that is read; NULL: paragraphs go to the original */
	GString *paragraph;     /* what is read of it */
	GPtrArray *boxes;       /* text boxes in the paragraph, of xmlNode *: they are read behind it */
	GArray *fields;         /* of gboolean, outer first: still in the instruction of the field? */
} ys_docx_walk;

/* The paragraphs and tables that node holds, as they are printed once all changes are accepted. */
void ys_docx_walk_blocks(ys_docx_walk *walk, const xmlNode *node);

/* The table if it holds data: a row of two cells with text, and no such table inside; else its cells are
 * walked like the text around it. */
void ys_docx_walk_table(ys_docx_walk *walk, const xmlNode *table);

/* A part of the document as a whole; level is that of a heading. */
void ys_docx_end_paragraph(ys_docx_walk *walk, int level);

/* Elements between a thing and what holds it: of content controls and changes. */
const xmlNode *ys_docx_inside(const xmlNode *node);

#endif
