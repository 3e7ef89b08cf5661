/* What the styles of a Word document say of their paragraphs and runs. */
#ifndef YS_DOCX_STYLES_H
#define YS_DOCX_STYLES_H

#include "src/original/xml.h"

typedef struct {
	char *based_on;
	int level;              /* of a heading, from 1; 0: none; -1: not said */
	int numbering;          /* w:numId; 0: none; -1: not said */
	int numbering_level;    /* from 0; -1: not said */
	int hidden;             /* 1, 0; -1: not said */
} ys_docx_style;

/* Of ys_docx_style by id.  root: of word/styles.xml, or NULL. */
GHashTable *ys_docx_styles(const xmlNode *root);

/* With what it takes from the styles it is based on; id may be NULL or unknown. */
ys_docx_style ys_docx_style_of(GHashTable *styles, const char *id);

/* What is said by w:pPr and w:rPr themselves; node may be NULL. */
ys_docx_style ys_docx_style_in(const xmlNode *ppr, const xmlNode *rpr);

#endif
