/* Percentages against the amounts they follow from, all as exact as they are printed. */
#ifndef YS_CHECK_PERCENT_H
#define YS_CHECK_PERCENT_H

#include "src/publication/checks/check.h"

/* An amount and by how much it may be off, in fen. */
typedef struct {
	ys_amount amount, half;
} ys_rough;

/* A difference of two printed amounts is as rough as both. */
ys_rough ys_rough_of(const ys_figure *figure);
ys_rough ys_rough_minus(ys_rough a, ys_rough b);

/* Add a check that percent, which is printed to place (hundredths of a percent), is part / whole.  Percentages that
 * are cut off instead of rounded are rounding.  Nothing is added where whole is not more than 0. */
void ys_check_percent(GPtrArray *checks, const char *subject, ys_rough part, ys_rough whole, ys_percent percent,
		      ys_percent place, int line);

#endif
