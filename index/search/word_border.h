/* Does a run stand in records, and as a whole word? */
#ifndef YS_WORD_BORDER_H
#define YS_WORD_BORDER_H

#include "index/search/plan.h"

typedef enum {
	YS_STANDING_NOWHERE,
	YS_STANDING_PART,       /* 政务公 in 政务公开, 火行 in 灭火行动 */
	YS_STANDING_FOLLOWED,   /* 政务大 where it is always 政务大厅, and 食堂 where all is 食堂改造 */
	YS_STANDING_WHOLE
} ys_standing;

/* How the folded run stands in what a query might find by its types and filters, or in all with query NULL, of which
 * so many records are looked at that it is cheap; a look at the terms mostly tells that it stands nowhere.  It ends
 * inside a word where its last character and the one behind it stand together in far more records than its last two
 * do, begins inside one likewise, and does both where both are only more; it is part of words if most of its places
 * are so.  If most have the same character behind it, it is part of a word where that is only more, and else may be
 * either.  FALSE on error. */
gboolean ys_word_border_of(xc_reader *reader, const ys_query *query, const char *run, const GPtrArray *hidden,
			   ys_standing *standing, GError **error);

#endif
