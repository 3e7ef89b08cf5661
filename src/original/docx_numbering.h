/* Numbers that Word sets before paragraphs: they are not in the text, but 一、 and （二） are what makes a
 * heading one. */
#ifndef YS_DOCX_NUMBERING_H
#define YS_DOCX_NUMBERING_H

#include "src/original/docx_styles.h"

typedef struct ys_docx_numbering ys_docx_numbering;

/* root: of word/numbering.xml, or NULL: there are no lists.  styles must stay until it is freed. */
ys_docx_numbering *ys_docx_numbering_new(const xmlNode *root, GHashTable *styles);
void ys_docx_numbering_free(ys_docx_numbering *numbering);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_docx_numbering, ys_docx_numbering_free)

/* Count one paragraph of list id and append its number, with the blank behind it if there is one.  Level
 * from 0; -1: the one the list has for paragraphs of this style (may be NULL).  Bullets are no text. */
void ys_docx_numbering_append(ys_docx_numbering *numbering, int id, int level, const char *style, GString *out);

#endif
