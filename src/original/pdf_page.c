#include "src/original/pdf_page.h"

#include <math.h>

#define SLANT_MAX 1.0           /* pt from one end of a rule to the other */
#define THIN_MAX 3.0            /* pt: a filled box thicker than that is a background */
#define TURNED_SHARE 0.6        /* of the characters must run one way to turn the page */

ys_pdf_page *ys_pdf_page_new(guint number, double width, double height)
{
	ys_pdf_page *page = g_new0(ys_pdf_page, 1);

	page->number = number;
	page->width = width;
	page->height = height;
	page->chars = g_array_new(FALSE, FALSE, sizeof(ys_pdf_char));
	page->across = g_array_new(FALSE, FALSE, sizeof(ys_pdf_rule));
	page->down = g_array_new(FALSE, FALSE, sizeof(ys_pdf_rule));
	return page;
}

void ys_pdf_page_free(ys_pdf_page *page)
{
	if (!page)
		return;
	g_array_unref(page->chars);
	g_array_unref(page->across);
	g_array_unref(page->down);
	g_free(page);
}

static gboolean names_a_look(gunichar c)
{
	return (c >= 0x2e80 && c <= 0x2fdf) || (c >= 0xf900 && c <= 0xfaff);
}

/* The character to keep; 0: none. */
static gunichar plain(gunichar c)
{
	gunichar one[2];

	if (g_unichar_isspace(c))
		return ' ';
	if (!g_unichar_validate(c) || c == 0xfffd || g_unichar_iscntrl(c) || g_unichar_type(c) == G_UNICODE_FORMAT)
		return 0;
	if (names_a_look(c) && g_unichar_fully_decompose(c, TRUE, one, G_N_ELEMENTS(one)) == 1)
		return one[0];
	return c;
}

static gboolean is_box(double x0, double y0, double x1, double y1)
{
	return isfinite(x0) && isfinite(y0) && isfinite(x1) && isfinite(y1);
}

void ys_pdf_page_add_char(ys_pdf_page *page, const ys_pdf_char *drawn)
{
	ys_pdf_char kept = *drawn;

	kept.unicode = plain(drawn->unicode);
	if (!kept.unicode || !is_box(kept.x0, kept.y0, kept.x1, kept.y1))
		return;
	if (page->chars->len >= YS_PDF_CHARS_MAX) {
		page->too_dense = TRUE;
		return;
	}
	g_array_append_val(page->chars, kept);
}

static void add_rule(ys_pdf_page *page, GArray *rules, double at, double from, double to)
{
	ys_pdf_rule rule = { at, MIN(from, to), MAX(from, to) };

	if (page->across->len + page->down->len >= YS_PDF_RULES_MAX)
		page->too_dense = TRUE;
	else
		g_array_append_val(rules, rule);
}

void ys_pdf_page_add_stroke(ys_pdf_page *page, double x0, double y0, double x1, double y1)
{
	double width = fabs(x1 - x0), height = fabs(y1 - y0);

	if (!is_box(x0, y0, x1, y1))
		return;
	if (height <= SLANT_MAX && width > height)
		add_rule(page, page->across, (y0 + y1) / 2, x0, x1);
	else if (width <= SLANT_MAX && height > width)
		add_rule(page, page->down, (x0 + x1) / 2, y0, y1);
}

void ys_pdf_page_add_fill(ys_pdf_page *page, double x0, double y0, double x1, double y1)
{
	double width = fabs(x1 - x0), height = fabs(y1 - y0);

	if (!is_box(x0, y0, x1, y1))
		return;
	if (height < THIN_MAX && width > height)
		add_rule(page, page->across, (y0 + y1) / 2, x0, x1);
	else if (width < THIN_MAX && height > width)
		add_rule(page, page->down, (x0 + x1) / 2, y0, y1);
}

/* ---- turning ---- */

void ys_pdf_char_turn(ys_pdf_char *c, double page_width)
{
	ys_pdf_char old = *c;

	c->x0 = old.y0;
	c->x1 = old.y1;
	c->y0 = page_width - old.x1;
	c->y1 = page_width - old.x0;
	c->turn = (old.turn + 3) % 4;
	c->cut_across = old.cut_down;
	c->cut_down = old.cut_across;
}

static void turn_quarter(ys_pdf_page *page)
{
	GArray *down = page->across;
	double width = page->width;

	for (guint i = 0; i < page->chars->len; i++)
		ys_pdf_char_turn(&g_array_index(page->chars, ys_pdf_char, i), width);
	for (guint i = 0; i < down->len; i++) {
		ys_pdf_rule *rule = &g_array_index(down, ys_pdf_rule, i), old = *rule;

		rule->from = width - old.to;
		rule->to = width - old.from;
	}
	for (guint i = 0; i < page->down->len; i++) {
		ys_pdf_rule *rule = &g_array_index(page->down, ys_pdf_rule, i);

		rule->at = width - rule->at;
	}
	page->across = page->down;
	page->down = down;
	page->width = page->height;
	page->height = width;
}

void ys_pdf_page_turn_upright(ys_pdf_page *page)
{
	guint n[4] = { 0 }, most = YS_PDF_RIGHT;

	for (guint i = 0; i < page->chars->len; i++)
		n[g_array_index(page->chars, ys_pdf_char, i).turn]++;
	for (guint turn = 0; turn < G_N_ELEMENTS(n); turn++)
		if (n[turn] > n[most])
			most = turn;
	if (n[most] < page->chars->len * TURNED_SHARE)
		return;
	for (; most != YS_PDF_RIGHT; most--)
		turn_quarter(page);
}
