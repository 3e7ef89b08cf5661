#include <string.h>

#include "tools/web/number.h"
#include "tools/web/page_parts.h"

/* ---- the card ---- */

static void append_executed(page_out *p, const ys_record *record)
{
	g_autoptr(GString) percent = g_string_new(NULL);
	gint64 rate;

	if (record->executed == YS_AMOUNT_NONE)
		return;
	page_fact_begin(p, W_EXECUTED);
	page_amount(p, record->executed);
	if (number_ratio(record->executed, record->amount, 1000, &rate)) {
		number_append_percent(percent, rate, 1, FALSE);
		PAGE_LIT(p, " · ");
		page_say(p, W_RATE, percent->str, NULL);
	}
	page_fact_end(p);
}

static void append_share(page_out *p, const web_record *shown)
{
	g_autofree char *share = page_share_text(shown->record, shown->publication);

	if (!share)
		return;
	page_fact_begin(p, W_SHARE_LABEL);
	page_say(p, W_SHARE, share, NULL);
	page_fact_end(p);
}

static void append_funding(page_out *p, const ys_record *record)
{
	gboolean any = FALSE;

	for (guint i = 0; i < record->funding->len; i++) {
		const ys_funding *funding = g_ptr_array_index(record->funding, i);

		/* the columns that are 0.00 stand in the row below */
		if (funding->amount == YS_AMOUNT_NONE || funding->amount == 0)
			continue;
		if (!any)
			page_fact_begin(p, W_FUNDING);
		else
			PAGE_LIT(p, "<br>");
		any = TRUE;
		page_clipped_text(p, funding->name, PAGE_NAME_MAX);
		PAGE_LIT(p, " ");
		page_amount(p, funding->amount);
	}
	if (any)
		page_fact_end(p);
}

static void append_list(page_out *p, web_word heading, const char *text)
{
	g_autoptr(GPtrArray) entries = NULL;
	gboolean numbered;

	if (!text || !*text)
		return;
	page_heading(p, heading);
	entries = strlen(text) <= PAGE_TEXT_BYTES_MAX ? page_split_list(text, &numbered) : NULL;
	if (!entries) {
		page_paragraphs(p, text, PAGE_TEXT_BYTES_MAX);
		return;
	}
	g_string_append(p->out, numbered ? "<ol>\n" : "<ul>\n");
	for (guint i = 0; i < entries->len; i++)
		PAGE_IN(p, "<li>", page_text(p, g_ptr_array_index(entries, i)), "</li>\n");
	g_string_append(p->out, numbered ? "</ol>\n" : "</ul>\n");
}

static void append_text(page_out *p, web_word heading, const char *text)
{
	if (!text || !*text)
		return;
	page_heading(p, heading);
	page_paragraphs(p, text, PAGE_TEXT_BYTES_MAX);
}

static void append_parent(page_out *p, const web_record *shown)
{
	if (!shown->project)
		return;
	page_fact_begin(p, W_OF_PROJECT);
	page_record_link(p, shown->project);
	PAGE_LIT(p, " ");
	page_amount(p, shown->project->amount);
	page_fact_end(p);
}

static void append_department(page_out *p, const ys_record *record)
{
	if (!record->department)
		return;
	page_fact_begin(p, W_DEPARTMENT);
	page_link(p, web_link_search(p->request, WEB_DEPARTMENT, record->department), record->department);
	page_fact_end(p);
}

static void append_facts(page_out *p, const web_record *shown)
{
	const ys_record *record = shown->record;
	g_autofree char *when = page_year_kind(p, record->year, record->kind), *amount = page_amount_text(record->amount);

	PAGE_LIT(p, "<dl class=\"facts\">\n");
	append_department(p, record);
	/* what stands there already is not said twice */
	if (g_strcmp0(record->unit, record->department))
		page_fact(p, W_UNIT, record->unit);
	page_fact(p, W_YEAR, when);
	append_parent(p, shown);
	page_fact(p, W_CODE, record->code);
	page_fact(p, W_CATEGORY, record->category);
	if (g_strcmp0(record->amount_text, amount))
		page_fact(p, W_AMOUNT_PRINTED, record->amount_text);
	append_executed(p, record);
	append_share(p, shown);
	append_funding(p, record);
	PAGE_LIT(p, "</dl>\n");
}

/* ---- its row ---- */

static void append_row(page_out *p, const web_record *shown)
{
	const gsize begin = p->out->len;

	page_heading(p, W_ROW);
	if (!shown->record->source || !page_table_excerpt(p, shown->tables, shown->record->source))
		g_string_truncate(p->out, begin);
}

/* ---- the publication it stands in ---- */

static void append_publication(page_out *p, const ys_record *publication)
{
	if (!publication)
		return;
	page_heading(p, W_PUBLICATION);
	PAGE_IN(p, "<p>", page_record_link(p, publication), "</p>\n");
	PAGE_LIT(p, "<dl class=\"facts\">\n");
	page_fact_amount(p, W_EXPENDITURE, publication->total_expenditure);
	page_fact_amount(p, W_BASIC, publication->basic);
	page_fact_amount(p, W_PROJECTS, publication->project);
	PAGE_LIT(p, "</dl>\n");
}

/* ---- other years ---- */

static void append_years(page_out *p, const web_record *shown)
{
	page_heading(p, W_SAME);
	if (shown->same->len)
		page_years(p, shown, W_SAME);
	else
		PAGE_IN(p, "<p>", page_word(p, W_SAME_NONE), "</p>\n");
}

static void append_compared(page_out *p, const web_record *shown)
{
	const char *view = web_view_text(WEB_VIEW_COMPARE);

	if (!shown->like)
		return;
	PAGE_LIT(p, "<p class=\"by\">");
	page_link_word(p, web_link_of(p->request, "view", view, "q", shown->like, "by", "department,year", NULL),
		       W_COMPARE_PROJECT);
	PAGE_LIT(p, " · ");
	page_link_word(p, web_link_of(p->request, "view", view, "department", shown->record->department, "by",
				      "project,year", NULL), W_COMPARE_PROJECTS);
	PAGE_LIT(p, "</p>\n");
}

void page_project(page_out *p, const web_record *shown)
{
	const ys_record *record = shown->record;

	page_big_amount(p, record);
	if (record->amount == 0)
		PAGE_IN(p, "<p class=\"warn\">", page_word(p, W_PLACEHOLDER), "</p>\n");
	page_warnings(p, record->warnings);
	append_facts(p, shown);
	append_row(p, shown);
	append_text(p, W_CONTENT, record->content);
	append_text(p, W_GOAL, record->goal);
	append_list(p, W_INDICATORS, record->indicators);
	append_text(p, W_BASIS, record->basis);
	append_text(p, W_PLAN, record->plan);
	append_text(p, W_PERIOD, record->period);
	if (record->type == YS_PROJECT)
		append_years(p, shown);
	append_compared(p, shown);
	append_publication(p, shown->publication);
}
