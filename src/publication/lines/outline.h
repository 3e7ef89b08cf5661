/* The lines of a publication below its title as a sequence of blocks: headings, paragraphs, captions,
 * runs of table rows, notes.  Phenomena 4-20. */
#ifndef YS_OUTLINE_H
#define YS_OUTLINE_H

#include "src/publication/lines/line.h"

typedef enum {
	YS_BLOCK_HEADING,
	YS_BLOCK_PARAGRAPH,
	YS_BLOCK_CAPTION,       /* of the table below */
	YS_BLOCK_UNIT,          /* the line that says 单位：万元 */
	YS_BLOCK_NOTE,          /* 注：..., which ends a table */
	YS_BLOCK_ROWS           /* neighbouring lines with cells */
} ys_block_kind;

typedef struct {
	ys_block_kind kind;
	int first, last;        /* lines, counted from 1 */
	char *text;             /* cleaned; NULL for rows */
	int level;              /* heading: 1 第X部分, 2 一、, 3 （一）, 4 （一） below （一） */
} ys_block;

typedef struct {
	GPtrArray *contents;    /* of char *: what the table of contents lists below its chapters, cleaned,
				   without numbering */
	GPtrArray *blocks;      /* of ys_block */
} ys_outline;

ys_outline *ys_outline_new(const ys_input *input);
void ys_outline_free(ys_outline *outline);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_outline, ys_outline_free)

#endif
