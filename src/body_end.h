/* What the end of a name says of whether it is a public body's (data/body-ends). */
#ifndef YS_BODY_END_H
#define YS_BODY_END_H

#include <glib.h>

typedef struct {
	const char *text;       /* 局, 委员会, static; NULL: the name is no body's */
	const char *kind;       /* what short names say for it: 委 for 委员会 and 管委会; NULL for nothing, static */
	gboolean anywhere;      /* tells a body even among names of other things: 档案局, not 植物园 */
} ys_body_end;

/* The end of the first len bytes of name, which is compared as it stands. */
ys_body_end ys_body_end_of(const char *name, gsize len);

#endif
