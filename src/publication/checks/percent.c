#include "src/publication/checks/percent.h"

typedef __int128 wide;

static wide magnitude(wide n)
{
	return n < 0 ? -n : n;
}

ys_rough ys_rough_of(const ys_figure *figure)
{
	return (ys_rough){ figure->amount, (figure->place + 1) / 2 };
}

ys_rough ys_rough_minus(ys_rough a, ys_rough b)
{
	ys_rough out = { YS_AMOUNT_NONE, a.half + b.half };

	if (a.amount == YS_AMOUNT_NONE || b.amount == YS_AMOUNT_NONE ||
	    __builtin_sub_overflow(a.amount, b.amount, &out.amount))
		out.amount = YS_AMOUNT_NONE;
	return out;
}

static ys_reconciliation_status status_of(ys_rough part, ys_rough whole, ys_percent percent, ys_percent place,
					  ys_percent *right)
{
	wide exact, slack, off;

	if (part.amount == YS_AMOUNT_NONE || whole.amount == YS_AMOUNT_NONE || whole.amount <= 0)
		return YS_UNCHECKED;
	/* ten-thousandths of a percent, so that rounding here does not matter */
	exact = (wide)part.amount * 1000000 / whole.amount;
	slack = (1000000 * (wide)part.half + magnitude(exact) * whole.half) / whole.amount + 1;
	*right = (ys_percent)CLAMP((exact + (exact < 0 ? -50 : 50)) / 100, -G_MAXINT, G_MAXINT);
	off = magnitude(exact - (wide)percent * 100);
	/* nothing falls by more than all of it */
	if (percent < -10000 && part.amount >= -whole.amount)
		return YS_MISMATCH;
	if (off <= (wide)place * 50 + slack)
		return YS_OK;
	/* some cut off where others round */
	return off <= (wide)place * 100 + slack ? YS_ROUNDING : YS_MISMATCH;
}

static void append_percent(GString *out, ys_percent percent)
{
	ys_amount_append_yuan(out, percent);
	g_string_append_c(out, '%');
}

void ys_check_percent(GPtrArray *checks, const char *subject, ys_rough part, ys_rough whole, ys_percent percent,
		      ys_percent place, int line)
{
	ys_percent right = 0;
	ys_reconciliation_status status = status_of(part, whole, percent, place, &right);
	g_autoptr(GString) detail = NULL;
	ys_check *check;

	if (status == YS_UNCHECKED)
		return;
	detail = g_string_new(NULL);
	append_percent(detail, percent);
	g_string_append(detail, status == YS_OK ? " is " : " printed, ");
	if (status != YS_OK) {
		append_percent(detail, right);
		g_string_append(detail, " is ");
	}
	ys_amount_append_wan(detail, part.amount);
	g_string_append(detail, " of ");
	ys_amount_append_wan(detail, whole.amount);
	check = ys_check_unchecked(checks, "prose-percent", subject, line, "%s", detail->str);
	check->status = status;
	check->n = 1;
}
