#include "tools/web/number.h"

#include <string.h>

static guint64 magnitude(gint64 n)
{
	return n < 0 ? -(guint64)n : (guint64)n;
}

gboolean number_ratio(gint64 part, gint64 whole, guint scale, gint64 *out)
{
	guint64 product, quotient;

	if (part == YS_AMOUNT_NONE || whole == YS_AMOUNT_NONE || whole <= 0 ||
	    !g_uint64_checked_mul(&product, magnitude(part), scale))
		return FALSE;
	quotient = product / (guint64)whole;
	if (product % (guint64)whole >= (guint64)whole - product % (guint64)whole)
		quotient++;
	if (quotient > G_MAXINT64)
		return FALSE;
	*out = part < 0 ? -(gint64)quotient : (gint64)quotient;
	return TRUE;
}

gboolean number_share(ys_amount part, ys_amount whole, gint64 *permille)
{
	return part >= 0 && part <= whole && number_ratio(part, whole, 1000, permille);
}

ys_amount number_difference(ys_amount now, ys_amount before)
{
	if (now == YS_AMOUNT_NONE || before == YS_AMOUNT_NONE ||
	    (before < 0 ? now > G_MAXINT64 + before : now <= G_MININT64 + before))
		return YS_AMOUNT_NONE;
	return now - before;
}

/* Put commas into the run of digits that begins at from and ends with the text or at a point. */
static void separate_thousands(GString *out, gsize from)
{
	gsize end = from + strspn(out->str + from, "0123456789");

	while (end > from + 3) {
		end -= 3;
		g_string_insert_c(out, end, ',');
	}
}

void number_append_count(GString *out, guint64 n)
{
	gsize from = out->len;

	g_string_append_printf(out, "%" G_GUINT64_FORMAT, n);
	separate_thousands(out, from);
}

void number_append_yuan(GString *out, ys_amount amount)
{
	gsize from = out->len;

	ys_amount_append_yuan(out, amount);
	separate_thousands(out, out->str[from] == '-' ? from + 1 : from);
}

void number_append_short(GString *out, ys_amount amount)
{
	const gint64 hundredth = G_GINT64_CONSTANT(100000000);          /* of a hundred million yuan, in fen */
	const guint64 hundredths = (magnitude(amount) + (guint64)hundredth / 2) / (guint64)hundredth;

	if (amount == YS_AMOUNT_NONE)
		return;
	if (magnitude(amount) < (guint64)hundredth * 100) {
		ys_amount_append_wan(out, amount);
		return;
	}
	g_string_append(out, amount < 0 ? "-" : "");
	number_append_count(out, hundredths / 100);
	g_string_append_printf(out, ".%02u亿元", (guint)(hundredths % 100));
}

void number_append_change(GString *out, ys_amount amount)
{
	if (amount > 0)
		g_string_append_c(out, '+');
	ys_amount_append_wan(out, amount);
}

void number_append_percent(GString *out, gint64 value, guint places, gboolean sign)
{
	guint64 digits = magnitude(value), one = 1;

	for (guint i = 0; i < places; i++)
		one *= 10;
	if (value < 0 || (sign && value > 0))
		g_string_append_c(out, value < 0 ? '-' : '+');
	number_append_count(out, digits / one);
	if (places)
		g_string_append_printf(out, ".%0*" G_GUINT64_FORMAT, (int)places, digits % one);
	g_string_append_c(out, '%');
}
