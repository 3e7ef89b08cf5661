/* Exact matching in folded text, and snippets of the original around a match. */
#ifndef YS_MATCH_H
#define YS_MATCH_H

#include "src/text/fold.h"

/* Find needle (folded) in hay (folded) at or after byte from.  A match never cuts
 * a word: 5g is not found in 5gb, nor 245 in 12345.  Returns the byte offset or -1. */
gssize ys_match_find(const char *hay, gsize hay_len, const char *needle, gsize needle_len, gsize from);

/* A half-open range of bytes of an original text. */
typedef struct {
	guint32 start, end;
} ys_range;

/* Where the needles (NULL-terminated, folded) stand in the original of folded:
 * exactly the matched characters, from the first to the last of each match, with
 * the blanks that the PDF put inside.  Sorted; overlapping and touching ranges
 * merged.  A GArray of ys_range, the caller's. */
GArray *ys_match_ranges(const ys_folded *folded, const char *const *needles);

typedef struct {
	char *text;             /* a piece of the original */
	gboolean hit;
} ys_piece;

/* The piece is a hit of one of the runs (of folded text; NULL: of none). */
gboolean ys_piece_is_hit_of(const ys_piece *piece, const GPtrArray *runs);

/* Cut text into pieces at the ranges: a GPtrArray of ys_piece that owns them.
 * Whole text when width is 0; else a passage of about width characters (not
 * bytes) chosen to hold the most matches, beginning and ending at a sentence or
 * clause where one is near, with "…" as a piece of its own where text is left out.
 * Line ends and tabs come out as blanks.  Concatenated pieces (without the "…")
 * are a contiguous part of text. */
GPtrArray *ys_snippet_new(const char *text, const GArray *ranges, guint width);

#endif
