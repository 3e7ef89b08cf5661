#include "config.h"

#include "tools/pdf_svg.h"

#include "src/error.h"

#ifdef HAVE_POPPLER

#include "src/original/pdf_c.h"
#include "src/original/pdf_layout.h"

#define SECONDS_MAX 60.0

static void add_box(GString *out, const char *colour, double x0, double y0, double x1, double y1, const char *text)
{
	g_autofree char *escaped = g_markup_escape_text(text ? text : "", -1);

	g_string_append_printf(out, "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\" "
			       "fill-opacity=\"0.12\" stroke=\"%s\" stroke-width=\"0.5\"><title>%s</title></rect>\n",
			       x0, y0, x1 - x0, y1 - y0, colour, colour, escaped);
}

static void add_line(GString *out, double x0, double y0, double x1, double y1)
{
	g_string_append_printf(out, "<path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"red\"/>\n", x0, y0, x1, y1);
}

static void add_char(GString *out, const ys_pdf_char *c)
{
	char utf8[8] = "";
	g_autofree char *escaped = NULL;

	utf8[g_unichar_to_utf8(c->unicode, utf8)] = '\0';
	escaped = g_markup_escape_text(utf8, -1);
	g_string_append_printf(out, "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%.1f\" fill=\"%s\">%s</text>\n", c->x0,
			       c->y1 - (1 - YS_PDF_ASCENT) * c->size, c->size,
			       c->cut_across || c->cut_down ? "orange" : "grey", escaped);
}

static void add_grid(GString *out, const ys_pdf_grid *grid)
{
	for (guint i = 0; i < grid->cells->len; i++) {
		const ys_pdf_cell *cell = g_ptr_array_index(grid->cells, i);

		add_box(out, grid->ruled ? "blue" : "green", ys_pdf_grid_x(grid, cell->column),
			ys_pdf_grid_y(grid, cell->row), ys_pdf_grid_x(grid, cell->column + cell->width),
			ys_pdf_grid_y(grid, cell->row + cell->height), cell->text);
	}
}

static void add_page(GString *out, const ys_pdf_page *page, const ys_pdf_layout *layout)
{
	for (guint i = 0; i < page->chars->len; i++)
		add_char(out, &g_array_index(page->chars, ys_pdf_char, i));
	for (guint i = 0; i < layout->items->len; i++) {
		const ys_pdf_item *item = g_ptr_array_index(layout->items, i);

		if (item->grid)
			add_grid(out, item->grid);
		else
			add_box(out, "violet", item->x0, item->y0, item->x1, item->y1, item->line->text);
	}
	for (guint i = 0; i < page->across->len; i++) {
		const ys_pdf_rule *rule = &g_array_index(page->across, ys_pdf_rule, i);

		add_line(out, rule->from, rule->at, rule->to, rule->at);
	}
	for (guint i = 0; i < page->down->len; i++) {
		const ys_pdf_rule *rule = &g_array_index(page->down, ys_pdf_rule, i);

		add_line(out, rule->at, rule->from, rule->at, rule->to);
	}
}

char *ys_pdf_svg(const ys_bytes *bytes, guint number, GError **error)
{
	g_autoptr(pdf_c_document) document = pdf_c_open(bytes->data, bytes->len, error);
	g_autoptr(ys_pdf_page) page = NULL;
	GString *out;
	ys_pdf_layout *layout;

	if (!document)
		return NULL;
	page = pdf_c_page(document, number, SECONDS_MAX, error);
	if (!page)
		return NULL;
	layout = ys_pdf_layout_of(page);
	out = g_string_new(NULL);
	g_string_append_printf(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\">\n"
			       "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>\n", page->width, page->height);
	add_page(out, page, layout);
	g_string_append(out, "</svg>\n");
	ys_pdf_layout_free(layout);
	return g_string_free(out, FALSE);
}

#else

char *ys_pdf_svg(const ys_bytes *bytes G_GNUC_UNUSED, guint number G_GNUC_UNUSED, GError **error)
{
	g_set_error_literal(error, YS_ERROR, YS_ERROR_PUBLICATION, "built without PDF");
	return NULL;
}

#endif
