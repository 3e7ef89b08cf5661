/* The list of contents: what it says and where it ends, and which lines below are headings because it lists them.
 * Phenomena 4-6. */
#ifndef YS_CONTENTS_H
#define YS_CONTENTS_H

#include "src/publication/lines/input.h"

typedef struct ys_contents ys_contents;

ys_contents *ys_contents_new(void);
void ys_contents_free(ys_contents *contents);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_contents, ys_contents_free)

/* The cleaned line heads such a list: 目录. */
gboolean ys_contents_begin(const char *text);

/* Read the list whose first line is this, counted from 0; returns the line behind it, or the first one if it is no
 * list. */
guint ys_contents_read(ys_contents *contents, const ys_input *input, guint first);

/* The cleaned line is an entry of a list by itself, wherever it stands: leaders and a page behind it, or what a
 * field left that Word filled in. */
gboolean ys_contents_is_entry(const char *text);

/* Where the leaders and the page of an entry begin; the end of the text where it has none. */
const char *ys_contents_text_end(const char *text);

/* What a cleaned line without number is as a heading: the level of the entry that lists it, 1 where the list has
 * no chapters; 0: nothing lists it, or it was there already. */
int ys_contents_level(ys_contents *contents, const char *text);
/* A heading with a number stands here: whatever lists it has its heading. */
void ys_contents_found(ys_contents *contents, const char *text);

/* What the list has below its chapters, cleaned, without numbers: a GPtrArray of char *, the caller's. */
GPtrArray *ys_contents_take_titles(ys_contents *contents);

#endif
