/* What people type that means something else than its text: years, amounts with words that compare, regions, 预算 and
 * 决算, what is to be the largest, who is to be compared, and words that only ask (data/asking).  Nothing is decided
 * here: a reading says what a piece of the text may mean, and whoever searches takes it or leaves it. */
#ifndef YS_UNDERSTAND_H
#define YS_UNDERSTAND_H

#include "src/query/understand/reading.h"

/* Readings of text, whose words outside of quotation marks and fields are in tree, in their order, all taken: an array
 * of ys_reading, which it owns; empty where nothing is understood, as below any operator.  newest: the year that 今年
 * means, 0 unknown. */
GPtrArray *ys_understand(const char *text, const ys_node *tree, int newest);

#endif
