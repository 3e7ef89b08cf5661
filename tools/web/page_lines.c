#include <string.h>

#include "tools/web/page_parts.h"

/* ---- lines of budgets that a query names ---- */

/* Whose, of when, how much. */
static void append_entry(page_out *p, const ys_record *line)
{
	g_autofree char *when = page_year_kind(p, line->year, line->kind);

	PAGE_LIT(p, "<li>");
	page_link(p, web_link_record(p->request, line->id), line->department ? line->department : line->title);
	PAGE_LIT(p, " <span class=\"by\">");
	page_text(p, when);
	PAGE_LIT(p, "</span> ");
	page_amount(p, line->amount);
	PAGE_LIT(p, "</li>\n");
}

/* Years, plans and accounts are not added up. */
static void append_sums(page_out *p, const ys_line_group *group)
{
	for (guint i = 0; i < group->sums->len; i++) {
		const ys_line_sum *sum = g_ptr_array_index(group->sums, i);
		g_autofree char *when = page_year_kind(p, sum->year, sum->kind), *count = page_count_text(sum->total);

		if (i)
			g_string_append(p->out, p->request->lang == WEB_ZH ? "；" : "; ");
		page_text(p, when);
		PAGE_LIT(p, " ");
		page_say(p, W_N_HITS, count, NULL);
		PAGE_LIT(p, " ");
		page_sum(p, sum->amount);
	}
}

static void append_group(page_out *p, const ys_line_group *group)
{
	g_autofree char *title = page_clipped(group->title, PAGE_NAME_MAX);

	PAGE_IN(p, "<h3>", page_text(p, title), "");
	if (group->code) {
		PAGE_LIT(p, " ");
		page_text(p, group->code);
	}
	PAGE_LIT(p, "</h3>\n<p class=\"by\">");
	append_sums(p, group);
	PAGE_LIT(p, "</p>\n<ul>\n");
	for (guint i = 0; i < group->hits->len; i++)
		append_entry(p, ((const ys_hit *)g_ptr_array_index(group->hits, i))->record);
	PAGE_LIT(p, "</ul>\n");
}

void page_lines(page_out *p, const ys_page *page)
{
	if (!page->lines)
		return;
	PAGE_LIT(p, "<section>\n");
	page_heading(p, W_TYPE_LINE);
	for (guint i = 0; i < page->lines->len; i++)
		append_group(p, g_ptr_array_index(page->lines, i));
	PAGE_IN(p, "<p class=\"by\">", page_link_word(p, web_link_with(p->request, WEB_TYPE, "line"), W_LINES_ALL), "</p>\n");
	PAGE_LIT(p, "</section>\n");
}

/* ---- other types, where nothing else is found ---- */

static void append_elsewhere(page_out *p, const ys_elsewhere *elsewhere)
{
	const char *type = ys_record_type_name(elsewhere->type);
	g_autofree char *count = page_count_text(elsewhere->total);

	PAGE_LIT(p, "<section>\n");
	page_heading(p, web_type_word(elsewhere->type));
	PAGE_LIT(p, "<ul>\n");
	for (guint i = 0; i < elsewhere->hits->len; i++) {
		const ys_record *record = ((const ys_hit *)g_ptr_array_index(elsewhere->hits, i))->record;
		g_autofree char *title = record->title && *record->title ? page_clipped(record->title, PAGE_NAME_MAX)
									 : g_strdup(page_word_text(p, W_UNTITLED));

		PAGE_LIT(p, "<li>");
		page_link(p, web_link_record(p->request, record->id), title);
		PAGE_LIT(p, " <span class=\"by\">");
		page_text(p, record->department ? record->department : "");
		PAGE_LIT(p, "</span></li>\n");
	}
	PAGE_LIT(p, "</ul>\n<p class=\"by\">");
	page_anchor(p, web_link_with(p->request, WEB_TYPE, type));
	page_say(p, W_N_HITS, count, NULL);
	PAGE_LIT(p, "</a></p>\n</section>\n");
}

void page_elsewhere(page_out *p, const ys_page *page)
{
	for (guint i = 0; page->elsewhere && i < page->elsewhere->len; i++) {
		const ys_elsewhere *elsewhere = g_ptr_array_index(page->elsewhere, i);

		/* lines stand above, those of one name together */
		if (elsewhere->type != YS_LINE || !page->lines)
			append_elsewhere(p, elsewhere);
	}
}
