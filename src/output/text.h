/* Text for people at a terminal: columns by East Asian width, highlights, and nothing of
 * the index that a terminal could take for a command. */
#ifndef YS_TEXT_H
#define YS_TEXT_H

#include <glib.h>

typedef struct {
	gboolean colour;        /* highlight with escape sequences */
	guint width;            /* columns of the terminal */
} ys_style;

/* Columns that s takes: 2 for wide characters, 0 for combining ones. */
guint ys_text_width(const char *s);

/* Append s with control characters shown as U+FFFD and line ends and tabs as blanks. */
void ys_text_append_safe(GString *out, const char *s);

/* The same, cut with "…" to at most width columns and filled up with blanks to them. */
void ys_text_append_column(GString *out, const char *s, guint width);

/* Append pieces (GPtrArray of ys_piece); hits are highlighted when style says so. */
void ys_text_append_pieces(GString *out, const GPtrArray *pieces, const ys_style *style);

/* Append s in the colour of something said beside the result. */
void ys_text_append_dim(GString *out, const char *s, const ys_style *style);

#endif
