/* Money.  An amount is an exact number of fen (1/100 yuan); it never passes
 * through a double.  Range: about +-9.2e16 yuan, far above any budget. */
#ifndef YS_AMOUNT_H
#define YS_AMOUNT_H

#include <glib.h>

typedef gint64 ys_amount;

/* Not printed, unreadable, or blank in the source: never the same as 0. */
#define YS_AMOUNT_NONE G_MININT64

/* Fen in one 元, 万元 and 亿元. */
#define YS_YUAN  G_GINT64_CONSTANT(100)
#define YS_WAN   (10000 * YS_YUAN)
#define YS_YI    (10000 * YS_WAN)

/* The fen in one of the unit named in s (a caption such as 单位：万元, a header
 * such as 预算数（万元）, or the unit alone); 0 when none is named.  Blanks inside
 * are ignored.  Units: 元, 千元, 万元, 百万元, 亿元 (doc/domain.md 6). */
gint64 ys_unit_in(const char *s);

/* The unit that stands at s, behind the digits of an amount: its length in bytes, and in *fen how
 * much one is; 0 if there is none.  千万元 as well. */
gsize ys_unit_at(const char *s, gint64 *fen);

/* "万元" for YS_WAN; NULL for what is no unit.  Static. */
const char *ys_unit_name(gint64 fen);

/* Read the number that is the whole of s, in multiples of unit fen.
 * Understands 7,983.78  7941.09  36, 145. 11 (blanks of the PDF)  -12.5  (12.5)
 * and full-width digits.  A bare -, -- or — is a printed nothing: 0.
 * Blank, 无, text, a fraction finer than a fen after scaling, or overflow:
 * YS_AMOUNT_NONE. */
ys_amount ys_amount_parse(const char *s, gint64 unit);

/* Read an amount a person typed, with its unit behind it: 500万, 1亿, 1,156.36万元,
 * 11563600元.  Without a unit it counts as 万元.  YS_AMOUNT_NONE if unreadable. */
ys_amount ys_amount_parse_typed(const char *s);

/* How far apart two amounts are, which may be more than an amount can hold. */
static inline guint64 ys_amount_distance(ys_amount a, ys_amount b)
{
	return a > b ? (guint64)a - (guint64)b : (guint64)b - (guint64)a;
}

/* Add to a sum; an unknown amount adds nothing.  A sum that would overflow stops at the largest amount: no budget
 * comes near. */
static inline void ys_amount_add(ys_amount *sum, ys_amount amount)
{
	if (amount != YS_AMOUNT_NONE && __builtin_add_overflow(*sum, amount, sum))
		*sum = amount > 0 ? G_MAXINT64 : G_MININT64 + 1;
}

/* Append the exact number of yuan: 26551100, 0.5, -12.34 (at most two places,
 * no trailing zeros).  This is what JSON and CSV show. */
void ys_amount_append_yuan(GString *out, ys_amount amount);

/* Append in 万元 with thousands separators and two places, or more where two
 * would lose fen: 2,655.11万元.  This is what a person reads. */
void ys_amount_append_wan(GString *out, ys_amount amount);

#endif
