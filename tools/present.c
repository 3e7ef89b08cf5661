#include "tools/present.h"

#include <stdio.h>
#include <string.h>

#include "src/output/csv.h"
#include "src/output/text.h"
#include "tools/present_json.h"
#include "tools/present_text.h"

static void page_csv(GString *out, const ys_query *query, const ys_page *page)
{
	(void)query;
	ys_csv_append_head(out);
	for (guint i = 0; i < page->hits->len; i++)
		ys_csv_append_record(out, ((ys_hit *)g_ptr_array_index(page->hits, i))->record);
}

static const present_format formats[] = {
	{ "text", present_page_text },
	{ "json", present_page_json },
	{ "jsonl", present_page_jsonl },
	{ "csv", page_csv },
};

const present_format *present_format_named(const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS(formats); i++)
		if (!strcmp(formats[i].name, name))
			return &formats[i];
	return NULL;
}

static void append_range(GString *out, const char *lo, const char *hi)
{
	g_string_append(out, lo);
	if (strcmp(lo, hi))
		g_string_append_printf(out, "..%s", hi);
}

static void append_filters(GString *out, const ys_query *query)
{
	if (query->year_first || query->year_last) {
		g_autofree char *lo = query->year_first ? g_strdup_printf("%d", query->year_first) : g_strdup("");
		g_autofree char *hi = query->year_last ? g_strdup_printf("%d", query->year_last) : g_strdup("");

		g_string_append(out, " year:");
		append_range(out, lo, hi);
	}
	if (query->kind)
		g_string_append_printf(out, " kind:%s", query->kind);
	if (query->region)
		g_string_append_printf(out, " region:%s", query->region);
	if (query->department)
		g_string_append_printf(out, " department:%s", query->department);
	if (query->amount_min != YS_AMOUNT_NONE || query->amount_max != YS_AMOUNT_NONE) {
		g_autoptr(GString) lo = g_string_new(NULL), hi = g_string_new(NULL);

		if (query->amount_min != YS_AMOUNT_NONE)
			ys_amount_append_wan(lo, query->amount_min);
		if (query->amount_max != YS_AMOUNT_NONE)
			ys_amount_append_wan(hi, query->amount_max);
		g_string_append(out, " amount:");
		append_range(out, lo->str, hi->str);
	}
}

void present_footer(const ys_query *query, const ys_page *page)
{
	g_autoptr(GString) line = g_string_new(NULL), safe = g_string_new(NULL);

	if (!page->total)
		g_string_append(line, "Nothing found");
	else
		g_string_append_printf(line, "%s%" G_GUINT64_FORMAT " found", page->total_exact ? "" : "about ",
				       page->total);
	g_string_append_printf(line, " in %.1f ms:", page->took_us / 1000.0);
	for (guint i = 0; i < query->words->len; i++) {
		const ys_word *word = g_ptr_array_index(query->words, i);

		g_string_append_printf(line, word->quoted ? " \"%s\"" : " %s", word->text);
	}
	append_filters(line, query);
	ys_text_append_safe(safe, line->str);
	fprintf(stderr, "%s\n", safe->str);
}
