#include "tools/web/page_parts.h"

/* Tables of which the row is shown; the places of the others are named. */
#define EXCERPTS_MAX 4

/* ---- its amounts ---- */

static void append_measured(page_out *p, const GPtrArray *tables, const ys_measured *measured)
{
	PAGE_LIT(p, "<tr><th scope=\"row\">");
	page_word(p, web_measure_word(measured->measure));
	PAGE_LIT(p, "</th><td class=\"n\">");
	page_amount(p, measured->amount);
	PAGE_LIT(p, "</td><td>");
	if (measured->place && measured->place->table) {
		gboolean linked = page_table_anchor(p, tables, measured->place);

		page_clipped_text(p, measured->place->table, PAGE_NAME_MAX);
		g_string_append(p->out, linked ? "</a>" : "");
	}
	PAGE_LIT(p, "</td></tr>\n");
}

static void append_amounts(page_out *p, const web_record *shown)
{
	const GPtrArray *amounts = shown->record->amounts;

	if (!amounts->len)
		return;
	PAGE_IN(p, "<table>\n<caption class=\"vh\">", page_word(p, W_MEASURES), "</caption>\n");
	PAGE_IN(p, "<thead><tr><th scope=\"col\">", page_word(p, W_MEASURE), "</th>");
	PAGE_IN(p, "<th scope=\"col\" class=\"n\">", page_word(p, W_AMOUNT), "</th>");
	PAGE_IN(p, "<th scope=\"col\">", page_word(p, W_TYPE_TABLE), "</th></tr></thead>\n<tbody>\n");
	for (guint i = 0; i < amounts->len; i++)
		append_measured(p, shown->tables, g_ptr_array_index(amounts, i));
	PAGE_LIT(p, "</tbody>\n</table>\n");
}

/* ---- its rows, as they are printed ---- */

static gboolean same_table(const ys_source *a, const ys_source *b)
{
	return a->table_no == b->table_no && a->rows.first == b->rows.first;
}

/* Two measures of one row stand in one place each. */
static gboolean is_shown(const ys_record *line, guint before, const ys_source *place)
{
	if (line->source && line->source != place && same_table(line->source, place))
		return TRUE;
	for (guint i = 0; i < before; i++)
		if (same_table(g_ptr_array_index(line->also, i), place))
			return TRUE;
	return FALSE;
}

static void append_rows(page_out *p, const web_record *shown)
{
	const ys_record *line = shown->record;
	const gsize begin = p->out->len;
	guint drawn = 0;

	page_heading(p, W_ROW);
	if (line->source)
		drawn += page_table_excerpt(p, shown->tables, line->source);
	for (guint i = 0; i < line->also->len && drawn < EXCERPTS_MAX; i++)
		if (!is_shown(line, i, g_ptr_array_index(line->also, i)))
			drawn += page_table_excerpt(p, shown->tables, g_ptr_array_index(line->also, i));
	if (!drawn)
		g_string_truncate(p->out, begin);
}

/* ---- the same line elsewhere ---- */

static void append_same(page_out *p, const web_record *shown)
{
	if (!shown->same->len)
		return;
	page_heading(p, W_SAME_LINE);
	page_years(p, shown, W_SAME_LINE);
}

static void append_other(page_out *p, const ys_record *line, gboolean own)
{
	g_autofree char *region = page_region_text(&line->region);

	g_string_append(p->out, own ? "<tr class=\"here\"><th scope=\"row\">" : "<tr><th scope=\"row\">");
	if (own)
		page_text(p, line->department);
	else
		page_link(p, web_link_record(p->request, line->id), line->department);
	PAGE_IN(p, "</th><td>", page_text(p, region), "</td>");
	PAGE_IN(p, "<td class=\"n\">", page_amount(p, line->amount), "</td></tr>\n");
}

/* Largest first, and this one among them. */
static void append_others(page_out *p, const web_record *shown)
{
	const ys_record *line = shown->record;
	gboolean pending = line->amount != YS_AMOUNT_NONE;

	if (!shown->others->len)
		return;
	page_heading(p, W_LINE_OTHERS);
	PAGE_IN(p, "<table class=\"wide\">\n<caption class=\"vh\">", page_word(p, W_LINE_OTHERS), "</caption>\n");
	PAGE_IN(p, "<thead><tr><th scope=\"col\">", page_word(p, W_DEPARTMENT), "</th>");
	PAGE_IN(p, "<th scope=\"col\">", page_word(p, W_REGION), "</th>");
	PAGE_IN(p, "<th scope=\"col\" class=\"n\">", page_word(p, W_AMOUNT), "</th></tr></thead>\n<tbody>\n");
	for (guint i = 0; i < shown->others->len; i++) {
		const ys_record *other = g_ptr_array_index(shown->others, i);

		if (pending && line->amount >= other->amount) {
			append_other(p, line, TRUE);
			pending = FALSE;
		}
		append_other(p, other, FALSE);
	}
	PAGE_LIT(p, "</tbody>\n</table>\n<p class=\"by\">");
	page_link_word(p, web_link_search(p->request, WEB_Q, shown->others_query), W_LINES_ALL_OTHERS);
	PAGE_LIT(p, "</p>\n");
}

/* ---- the page ---- */

void page_line(page_out *p, const web_record *shown)
{
	const ys_record *line = shown->record;

	PAGE_LIT(p, "<p class=\"by\">");
	for (guint i = 0; i < line->path->len; i++) {
		page_clipped_text(p, g_ptr_array_index(line->path, i), PAGE_NAME_MAX);
		PAGE_LIT(p, " / ");
	}
	page_clipped_text(p, line->code ? line->code : line->title, PAGE_NAME_MAX);
	PAGE_LIT(p, "</p>\n");
	page_warnings(p, line->warnings);
	page_big_amount(p, line);
	append_amounts(p, shown);
	append_rows(p, shown);
	append_same(p, shown);
	append_others(p, shown);
	if (shown->like)
		PAGE_IN(p, "<p class=\"by\">", page_link_word(p, web_link_of(p->request, "view", web_view_text(WEB_VIEW_COMPARE),
			"q", shown->like, "by", "department,year", "of", "line", NULL), W_COMPARE_LINE), "</p>\n");
}
