/* What numbers the headings of a publication and the members of its lists. */
#ifndef YS_NUMBERING_H
#define YS_NUMBERING_H

#include <glib.h>

/* In the order in which one stands below another.  The first three number headings. */
typedef enum {
	YS_NUMBER_NONE,
	YS_NUMBER_PART,         /* 第一部分 */
	YS_NUMBER_HAN,          /* 一、 */
	YS_NUMBER_HAN_BRACKET,  /* （一） or 一） */
	YS_NUMBER_DIGIT,        /* 1. or 1、 */
	YS_NUMBER_DIGIT_BRACKET,/* (1) or 1) */
	YS_NUMBER_SIGN,         /* ① ⑴ ⒈ */
	YS_NUMBER_CLAUSE        /* 一是, inside a sentence */
} ys_number_kind;

typedef struct {
	ys_number_kind kind;
	guint value;
	gsize len;              /* bytes up to the text that it numbers */
} ys_number;

/* The number that text, which is cleaned, begins with; of either width.  A numeral without its
 * mark is none: 十堰市, 三公经费, 12345热线.  A name may begin with a digit, 1.5G网络, so that
 * 12.5 counts as 12. here: who reads on in a sentence looks at what follows. */
ys_number ys_number_at(const char *text);

/* The text behind its number, and behind one of a deeper kind that follows: 一、1.名称 is 名称;
 * text itself if it has none. */
const char *ys_behind_number(const char *text);

/* What stands behind all of these leads (NULL-terminated) and numbers before it, in whatever order. */
const char *ys_behind_leads(const char *name, const char *const *leads);

/* The name of a row behind all marks before it: 其中：（一）因公出国（境）费 is 因公出国（境）费. */
const char *ys_behind_marks(const char *name);

#endif
