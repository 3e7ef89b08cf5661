#include "tools/web/page_parts.h"

/* ---- its amounts ---- */

static void append_measured(page_out *p, const GPtrArray *tables, const ys_measured *measured)
{
	PAGE_LIT(p, "<tr><th scope=\"row\">");
	page_word(p, web_measure_word(measured->measure));
	PAGE_LIT(p, "</th><td class=\"num\">");
	page_amount(p, measured->amount);
	PAGE_LIT(p, "</td><td>");
	if (measured->place && measured->place->table) {
		gboolean linked = page_table_anchor(p, tables, measured->place);

		page_text(p, measured->place->table);
		g_string_append(p->out, linked ? "</a>" : "");
	}
	PAGE_LIT(p, "</td></tr>\n");
}

/* ---- the same line elsewhere ---- */

static void append_same(page_out *p, const web_record *shown)
{
	if (!shown->same->len)
		return;
	page_heading(p, W_SAME_LINE);
	page_years(p, shown, W_SAME_LINE);
}

static void append_others(page_out *p, const web_record *shown)
{
	if (!shown->others->len)
		return;
	page_heading(p, W_LINE_OTHERS);
	PAGE_LIT(p, "<ol>\n");
	for (guint i = 0; i < shown->others->len; i++)
		page_line_entry(p, g_ptr_array_index(shown->others, i));
	PAGE_LIT(p, "</ol>\n<p class=\"by\">");
	page_link_word(p, web_link_search(p->request, WEB_Q, shown->others_query), W_LINES_ALL);
	PAGE_LIT(p, "</p>\n");
}

/* ---- the page ---- */

void page_line(page_out *p, const web_record *shown)
{
	const ys_record *line = shown->record;

	PAGE_LIT(p, "<p class=\"by\">");
	for (guint i = 0; i < line->path->len; i++) {
		page_text(p, g_ptr_array_index(line->path, i));
		PAGE_LIT(p, " / ");
	}
	page_text(p, line->code ? line->code : line->title);
	PAGE_LIT(p, "</p>\n");
	page_warnings(p, line->warnings);
	PAGE_LIT(p, "<table>\n<tbody>\n");
	for (guint i = 0; i < line->amounts->len; i++)
		append_measured(p, shown->tables, g_ptr_array_index(line->amounts, i));
	PAGE_LIT(p, "</tbody>\n</table>\n");
	append_same(p, shown);
	append_others(p, shown);
}
