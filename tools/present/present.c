#include "tools/present/present.h"

#include <stdio.h>
#include <string.h>

#include "src/output/csv.h"
#include "src/output/text.h"
#include "tools/present/json.h"
#include "tools/present/text.h"

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

/* Filters of options as they would be typed; those in the text stand there. */
static void append_filters(GString *out, const ys_query *query)
{
	for (guint i = 0; i < query->filters->len; i++) {
		const ys_node *node = g_ptr_array_index(query->filters, i);

		if (node->kind == YS_NODE_FILTER && !node->at) {
			g_autofree char *text = ys_filter_text(node->filter);

			g_string_append_printf(out, " %s", text);
		}
	}
}

void present_footer(const ys_query *query, const ys_page *page)
{
	g_autoptr(GString) line = g_string_new(NULL), safe = g_string_new(NULL);

	if (!page->total && !page->elsewhere && !page->lines)
		g_string_append(line, "Nothing found");
	else if (!page->total)
		g_string_append(line, "No project or item found");
	else
		g_string_append_printf(line, "%s%" G_GUINT64_FORMAT " found", page->total_exact ? "" : "about ",
				       page->total);
	if (page->total_related)
		g_string_append_printf(line, ", %u with related words", page->total_related);
	if (page->total_corrected)
		g_string_append_printf(line, ", %u for %s", page->total_corrected, page->corrected);
	if (page->total_loose)
		g_string_append_printf(line, ", %u with part of the query", page->total_loose);
	g_string_append_printf(line, " in %.1f ms:", page->took_us / 1000.0);
	if (*query->text)
		g_string_append_printf(line, " %s", query->text);
	append_filters(line, query);
	for (guint i = 0; page->elsewhere && i < page->elsewhere->len; i++) {
		const ys_elsewhere *elsewhere = g_ptr_array_index(page->elsewhere, i);

		g_string_append_printf(line, "%s%s %" G_GUINT64_FORMAT, i ? ", " : "; --type ",
				       ys_record_type_name(elsewhere->type), elsewhere->total);
	}
	for (guint i = 0; page->suggestions && i < page->suggestions->len; i++)
		g_string_append_printf(line, "%s%s", i ? ", " : "; did you mean ",
				       (char *)g_ptr_array_index(page->suggestions, i));
	ys_text_append_safe(safe, line->str);
	fprintf(stderr, "%s\n", safe->str);
}
