/* The head of a publication, the lines above its tables and sections, cut into pieces of which each is one
 * thing: a line that may be a title, the value of a label, a place in a site.  What stands on a page beside the
 * document is told by words (data/title), never by where it stands. */
#ifndef YS_HEAD_H
#define YS_HEAD_H

#include <glib.h>

typedef enum {
	YS_HEAD_LINE,           /* may be a title, or part of one that goes on in the next piece */
	YS_HEAD_TITLE,          /* behind a label that gives the title: 标题： */
	YS_HEAD_VALUE,          /* behind any label that nobody knows */
	YS_HEAD_PUBLISHER,      /* behind 发布机构： mostly the body, or the office that runs the site */
	YS_HEAD_HEADING,        /* behind the number of a heading */
	YS_HEAD_PROSE,          /* of a sentence that names the publication: 现将...公开如下 */
	YS_HEAD_PATH,           /* a step of the way to the page: 首页 > 政务公开 */
	YS_HEAD_FILE,           /* the name of a file, without its end */
	YS_HEAD_SENTENCE,       /* other prose */
	YS_HEAD_BREAK           /* nothing of these; no title goes on over it */
} ys_head_kind;

typedef struct {
	ys_head_kind kind;
	int line;               /* counted from 1 */
	gboolean below;         /* below the contents or the first heading */
	char *text;             /* cleaned, in the characters that names are compared in; "" of what cannot be a title */
} ys_head_piece;

/* Lines with something in them that are looked at. */
#define YS_HEAD_LINES 60

/* The pieces of the first lines of text, and headings of parts and sentences that name the publication from
 * further down; of ys_head_piece.  *lines is how many lines with something in them were looked at as lines. */
GPtrArray *ys_head_of(const char *text, guint *lines);

#endif
