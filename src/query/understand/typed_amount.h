/* Amounts of money as people type them in a run of other words: 500万, 三百万, 两个亿, 1,156.36万元. */
#ifndef YS_TYPED_AMOUNT_H
#define YS_TYPED_AMOUNT_H

#include "src/amount.h"

typedef struct {
	ys_amount amount;
	gsize len;              /* bytes it takes; 0: there is none */
	gboolean in_words;      /* with Chinese numerals */
	gboolean bare;          /* a number without a unit, in multiples of unit */
} ys_typed_amount;

/* The amount at s, whose digits and signs are those of ASCII.  unit, in fen: that of a number with none, as the
 * first has it in 50到100万元; 0: there must be one. */
ys_typed_amount ys_typed_amount_at(const char *s, gint64 unit);

/* The unit of the last part of the amount at s, in fen: 万 of 1亿2000万; 0 if there is no amount. */
gint64 ys_typed_amount_unit(const char *s);

/* A whole number below ten thousand in digits or Chinese numerals: 5, 十二, 两百, 百; its length in bytes, 0 if there
 * is none. */
gsize ys_typed_number_at(const char *s, guint *number);

#endif
