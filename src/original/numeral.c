#include "src/original/numeral.h"

static const char *const figures[][10] = {
	[YS_NUMERAL_CHINESE] = { "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九" },
	[YS_NUMERAL_LEGAL] = { "零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖" },
	[YS_NUMERAL_WIDE] = { "０", "１", "２", "３", "４", "５", "６", "７", "８", "９" },
};
static const char *const tens[][4] = {
	[YS_NUMERAL_CHINESE] = { "", "十", "百", "千" },
	[YS_NUMERAL_LEGAL] = { "", "拾", "佰", "仟" },
};
static const char *const myriads[] = { "", "万", "亿", "万亿", "亿亿" };

void ys_numeral_append_digits(GString *out, const char *digits, ys_numeral numeral)
{
	for (; *digits; digits++)
		if (g_ascii_isdigit(*digits))
			g_string_append(out, figures[numeral][*digits - '0']);
		else
			g_string_append_c(out, *digits);
}

/* Below ten thousand; gap: a nought stands between this and what is in front. */
static void append_group(GString *out, guint number, ys_numeral numeral, gboolean gap)
{
	guint divisor = 1000;

	for (int place = 3; place >= 0; place--, divisor /= 10) {
		guint figure = number / divisor % 10;

		if (!figure) {
			gap = gap || number >= divisor * 10;
			continue;
		}
		if (gap && out->len)
			g_string_append(out, figures[numeral][0]);
		gap = FALSE;
		/* 12 is 十二, but 112 一百一十二 */
		if (figure != 1 || place != 1 || number >= 100 || numeral == YS_NUMERAL_LEGAL)
			g_string_append(out, figures[numeral][figure]);
		g_string_append(out, tens[numeral][place]);
	}
}

void ys_numeral_append(GString *out, guint64 number, ys_numeral numeral)
{
	g_autoptr(GString) words = g_string_new(NULL);
	guint64 divisor = 1;
	int group = 0;

	if (numeral == YS_NUMERAL_WIDE || !number) {
		g_autofree char *digits = g_strdup_printf("%" G_GUINT64_FORMAT, number);

		ys_numeral_append_digits(out, digits, numeral);
		return;
	}
	while (number / divisor >= 10000) {
		divisor *= 10000;
		group++;
	}
	for (; group >= 0; group--, divisor /= 10000) {
		guint part = number / divisor % 10000;

		if (!part)
			continue;
		append_group(words, part, numeral, words->len && part < 1000);
		g_string_append(words, myriads[group]);
	}
	g_string_append(out, words->str);
}
