/* Which lines of a text are its title.
 *
 * Every piece of the head (head.h), alone or joined with what follows, is read as a title and weighed: what it
 * says, where it stands, whether other lines say the same.  The heaviest is the title; what it leaves open is
 * taken from the others.  Phenomena 1-3, 112-114. */
#ifndef YS_FIND_H
#define YS_FIND_H

#include "src/publication/title/title.h"

typedef struct {
	ys_title *title;        /* never NULL; its text is NULL if there is none */
	gboolean has_text;      /* something stands below the title that is neither a label of the page nor another title */
	char *nearest;          /* without a title: the line that is most like one; NULL */
	int nearest_line;
	const char *other;      /* the word that says it is a notice or the like: 通知, static; NULL */
	guint lines;            /* lines that were looked at */
} ys_found_title;

/* Find the title of the publication that is all of text.  owner: the body that a label on its cover names
 * (owner.h), or NULL; hint as in ys_title_place(). */
ys_found_title *ys_title_find(const char *text, const char *owner, const char *hint);
void ys_found_title_free(ys_found_title *found);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_found_title, ys_found_title_free)

#endif
