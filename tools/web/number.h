/* Numbers as people read them.  All arithmetic is in integers. */
#ifndef WEB_NUMBER_H
#define WEB_NUMBER_H

#include "src/record.h"

/* part / whole * scale, rounded half away from zero; scale 1000 gives tenths of a percent.
 * FALSE where there is no answer: an amount is unknown, the whole is not positive, or
 * the product does not fit (beyond any budget). */
gboolean number_ratio(gint64 part, gint64 whole, guint scale, gint64 *out);

/* The share a project has in all projects of its publication, in tenths of a percent.  FALSE
 * also where it is no part: negative, or more than the whole. */
gboolean number_share(ys_amount part, ys_amount whole, gint64 *permille);

/* now - before; YS_AMOUNT_NONE if one is unknown or the difference does not fit. */
ys_amount number_difference(ys_amount now, ys_amount before);

/* 12,345 */
void number_append_count(GString *out, guint64 n);
/* 26,551,100 or 0.05: yuan with thousands separators, at most two places. */
void number_append_yuan(GString *out, ys_amount amount);
/* As amounts are written, 2,655.11万元; from a hundred million yuan on rounded to two places of that: 3.62亿元. */
void number_append_short(GString *out, ys_amount amount);
/* The same in 万元, with the sign of a change: +1.00万元, -1.00万元, 0.00万元. */
void number_append_change(GString *out, ys_amount amount);
/* value / 10^places percent: 204, 1 gives 20.4%.  signed: a plus before what is more than 0. */
void number_append_percent(GString *out, gint64 value, guint places, gboolean sign);

#endif
