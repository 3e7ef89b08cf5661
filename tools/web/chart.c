#include "tools/web/chart.h"

#include "src/output/escape.h"
#include "tools/web/number.h"

/* Pixels that a row with label and bar takes; the style sheet sets its text in pixels too. */
#define ROW_HEIGHT 46
/* Where bars begin in a row of a list, and how high they are, in thousandths of it. */
#define BEHIND_TOP 830
#define BEHIND_HEIGHT 90

ys_amount chart_longest(const GArray *bars)
{
	ys_amount longest = 0;

	for (guint i = 0; i < bars->len; i++)
		longest = MAX(longest, g_array_index(bars, chart_bar, i).amount);
	return longest;
}

/* In thousandths of the longest. */
static guint width_of(ys_amount amount, ys_amount longest)
{
	gint64 width;

	if (amount == YS_AMOUNT_NONE || amount <= 0 || longest <= 0)
		return 0;
	if (amount >= longest)
		return 1000;
	/* of amounts too large for the product a rounded one is good enough to look at */
	if (!number_ratio(amount, longest, 1000, &width) &&
	    !number_ratio(amount >> 10, MAX(longest >> 10, 1), 1000, &width))
		return 0;
	return CLAMP(width, 1, 1000);
}

static void append_texts(GString *out, const char *title, const char *description)
{
	YS_HTML_LIT(out, "<title>");
	ys_html_text(out, title);
	YS_HTML_LIT(out, "</title><desc>");
	ys_html_text(out, description);
	YS_HTML_LIT(out, "</desc>");
}

/* Hundredths of a percent of n parts of the whole, each part being 1000. */
static guint part_of(guint thousandths, guint n)
{
	return (guint)((guint64)thousandths * 10 / MAX(n, 1));
}

/* The list decides how high the image is, so that both keep step at any size of text. */
void chart_behind(GString *out, const char *title, const char *description, const GArray *bars)
{
	ys_amount longest = chart_longest(bars);
	guint height = part_of(BEHIND_HEIGHT, bars->len);

	YS_HTML_LIT(out, "<svg class=\"behind\" role=\"img\">");
	append_texts(out, title, description);
	for (guint i = 0; i < bars->len; i++) {
		guint width = width_of(g_array_index(bars, chart_bar, i).amount, longest);
		guint top = part_of(i * 1000 + BEHIND_TOP, bars->len);

		if (width)
			g_string_append_printf(out, "<rect y=\"%u.%02u%%\" width=\"%u.%u%%\" height=\"%u.%02u%%\"/>",
					       top / 100, top % 100, width / 10, width % 10, height / 100,
					       height % 100);
	}
	YS_HTML_LIT(out, "</svg>");
}

static void append_row(GString *out, guint top, const chart_bar *bar, guint width)
{
	g_string_append_printf(out, "<text y=\"%u\">", top + 18);
	ys_html_text(out, bar->label);
	g_string_append_printf(out, "</text><text class=\"r\" x=\"100%%\" y=\"%u\">", top + 18);
	if (bar->amount != YS_AMOUNT_NONE)
		ys_amount_append_wan(out, bar->amount);
	YS_HTML_LIT(out, "</text>");
	if (width)
		g_string_append_printf(out, "<rect y=\"%u\" width=\"%u.%u%%\" height=\"10\"/>", top + 26, width / 10,
				       width % 10);
}

void chart_alone(GString *out, const char *title, const char *description, const GArray *bars)
{
	ys_amount longest = chart_longest(bars);

	g_string_append_printf(out, "<svg role=\"img\" height=\"%u\">", bars->len * ROW_HEIGHT);
	append_texts(out, title, description);
	for (guint i = 0; i < bars->len; i++) {
		const chart_bar *bar = &g_array_index(bars, chart_bar, i);

		append_row(out, i * ROW_HEIGHT, bar, width_of(bar->amount, longest));
	}
	YS_HTML_LIT(out, "</svg>");
}
