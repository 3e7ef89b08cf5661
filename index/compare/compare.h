/* Comparisons are made here. */
#ifndef YS_COMPARE_H
#define YS_COMPARE_H

#include "index/compare/comparison.h"

/* What is meant where no measure is said: of projects budget, of lines total, of publications
 * total_expenditure. */
guint ys_measure_of(ys_record_type of);

/* question is copied; its query must live as long as the comparison. */
ys_comparison *ys_compare(ys_search *search, const ys_question *question, GError **error);

#endif
