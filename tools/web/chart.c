#include "tools/web/chart.h"

#include "src/output/escape.h"
#include "tools/web/number.h"

/* Pixels that a row with label and bar takes; the style sheet sets its text in pixels too. */
#define ROW_HEIGHT 46
/* Where bars begin in a row of a list, and how high they are, in thousandths of it. */
#define BEHIND_TOP 830
#define BEHIND_HEIGHT 90
/* Of a line: the image, with figures above it and labels below, and what is between; its bottom is nothing, and drawn. */
#define LINE_HEIGHT 130
#define LINE_TOP 30
#define LINE_BOTTOM 100

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

/* ---- lines ---- */

static gboolean is_known(const GArray *points, guint i)
{
	return i < points->len && g_array_index(points, chart_bar, i).amount != YS_AMOUNT_NONE;
}

static guint y_of(const GArray *points, guint i, ys_amount highest)
{
	return LINE_BOTTOM - width_of(g_array_index(points, chart_bar, i).amount, highest) * (LINE_BOTTOM - LINE_TOP) / 1000;
}

/* In tenths of a percent; not at the very edge, where half of a point would be cut off. */
static guint x_of(const GArray *points, guint i)
{
	return points->len > 1 ? 20 + i * 960 / (points->len - 1) : 500;
}

static void append_at(GString *out, guint x, guint y, const char *class, const char *text)
{
	g_string_append_printf(out, "<text class=\"%s\" x=\"%u.%u%%\" y=\"%u\">", class, x / 10, x % 10, y);
	ys_html_text(out, text);
	YS_HTML_LIT(out, "</text>");
}

/* Text begins at the first point and ends at the last. */
static void append_figure(GString *out, const GArray *points, guint i, ys_amount highest)
{
	const chart_bar *point = &g_array_index(points, chart_bar, i);
	const char *class = !i ? "a" : i + 1 == points->len ? "r" : "c";
	const guint x = !i ? 0 : i + 1 == points->len ? 1000 : x_of(points, i);
	g_autoptr(GString) text = g_string_new(NULL);

	number_append_short(text, point->amount);
	append_at(out, x, y_of(points, i, highest) - 10, class, text->str);
	append_at(out, x, LINE_HEIGHT - 8, class, point->label);
}

static void append_stroke(GString *out, const GArray *points, guint i, ys_amount highest)
{
	const guint from = x_of(points, i - 1), to = x_of(points, i);

	g_string_append_printf(out, "<line x1=\"%u.%u%%\" y1=\"%u\" x2=\"%u.%u%%\" y2=\"%u\"/>", from / 10, from % 10,
			       y_of(points, i - 1, highest), to / 10, to % 10, y_of(points, i, highest));
}

void chart_line(GString *out, const char *title, const char *description, const GArray *points, ys_amount highest)
{
	guint first = G_MAXUINT, last = 0;

	g_string_append_printf(out, "<svg class=\"line\" role=\"img\" height=\"%d\">", LINE_HEIGHT);
	append_texts(out, title, description);
	g_string_append_printf(out, "<rect y=\"%d\" width=\"100%%\" height=\"1\"/>", LINE_BOTTOM);
	for (guint i = 0; i < points->len; i++) {
		const guint x = x_of(points, i);

		if (!is_known(points, i))
			continue;
		first = MIN(first, i);
		last = i;
		if (i && is_known(points, i - 1))
			append_stroke(out, points, i, highest);
		g_string_append_printf(out, "<circle cx=\"%u.%u%%\" cy=\"%u\" r=\"4\"/>", x / 10, x % 10,
				       y_of(points, i, highest));
	}
	if (first < points->len)
		append_figure(out, points, first, highest);
	if (first < last)
		append_figure(out, points, last, highest);
	YS_HTML_LIT(out, "</svg>");
}
