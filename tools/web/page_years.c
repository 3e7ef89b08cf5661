#include "tools/web/number.h"
#include "tools/web/page_parts.h"

static int newest_first(gconstpointer a, gconstpointer b)
{
	const ys_record *left = *(ys_record *const *)a, *right = *(ys_record *const *)b;

	return left->year != right->year ? right->year - left->year : g_strcmp0(left->kind, right->kind);
}

/* Each year is compared with the nearest one before it of the same kind: -1 where there is none. */
static int year_before(const GPtrArray *records, guint i)
{
	const ys_record *record = g_ptr_array_index(records, i);

	for (guint k = i + 1; k < records->len; k++) {
		const ys_record *other = g_ptr_array_index(records, k);

		if (other->year && other->year < record->year && !g_strcmp0(other->kind, record->kind))
			return (int)k;
	}
	return -1;
}

static void append_year(page_out *p, const GPtrArray *years, guint i, const ys_record *current,
			gboolean executed)
{
	const ys_record *record = g_ptr_array_index(years, i);
	const ys_record *before = NULL;
	g_autofree char *when = page_year_kind(p, record->year, record->kind);
	int k = year_before(years, i);
	ys_amount change = YS_AMOUNT_NONE;
	ys_percent percent = YS_PERCENT_NONE;

	if (k >= 0) {
		before = g_ptr_array_index(years, k);
		change = number_difference(record->amount, before->amount);
		if (!number_ratio(change, before->amount, 10000, &percent))
			percent = YS_PERCENT_NONE;
	}
	g_string_append(p->out, record == current ? "<tr class=\"here\"><th scope=\"row\">" : "<tr><th scope=\"row\">");
	if (record == current)
		page_text(p, when);
	else
		page_link(p, web_link_record(p->request, record->id), when);
	PAGE_IN(p, "</th><td>", page_clipped_text(p, page_title_of(p, record), PAGE_NAME_MAX), "</td>");
	PAGE_IN(p, "<td class=\"n\">", page_amount(p, record->amount), "</td>");
	if (executed)
		PAGE_IN(p, "<td class=\"n\">", page_amount(p, record->executed), "</td>");
	PAGE_IN(p, "<td class=\"n\">", page_change(p, change, percent), "</td></tr>\n");
}

typedef enum {
	COLUMN_FIRST,           /* stays in place */
	COLUMN_TEXT,
	COLUMN_AMOUNT
} column_kind;

static void append_column(page_out *p, web_word word, column_kind kind)
{
	static const char *const starts[] = {
		"<th scope=\"col\" class=\"f\">", "<th scope=\"col\" class=\"w\">", "<th scope=\"col\" class=\"n\">",
	};

	g_string_append(p->out, starts[kind]);
	page_word(p, word);
	PAGE_LIT(p, "</th>");
}

void page_years(page_out *p, const web_record *shown, web_word caption)
{
	const gboolean executed = shown->record->type == YS_PROJECT;
	g_autoptr(GPtrArray) years = g_ptr_array_new();

	g_ptr_array_add(years, (gpointer)shown->record);
	for (guint i = 0; i < shown->same->len; i++)
		g_ptr_array_add(years, g_ptr_array_index(shown->same, i));
	g_ptr_array_sort(years, newest_first);
	PAGE_LIT(p, "<div class=\"scroll\" role=\"region\" aria-labelledby=\"same\" tabindex=\"0\">\n<table>\n"
		 "<caption id=\"same\" class=\"vh\">");
	page_word(p, caption);
	PAGE_LIT(p, "</caption>\n<thead><tr>");
	append_column(p, W_YEAR, COLUMN_FIRST);
	append_column(p, W_NAME, COLUMN_TEXT);
	append_column(p, W_AMOUNT, COLUMN_AMOUNT);
	if (executed)
		append_column(p, W_EXECUTED, COLUMN_AMOUNT);
	append_column(p, W_CHANGE, COLUMN_AMOUNT);
	PAGE_LIT(p, "</tr></thead>\n<tbody>\n");
	for (guint i = 0; i < years->len; i++)
		append_year(p, years, i, shown->record, executed);
	PAGE_LIT(p, "</tbody>\n</table>\n</div>\n");
}
