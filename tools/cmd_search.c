#include <stdio.h>
#include <string.h>

#include "index/search/alternatives.h"
#include "tools/present/present.h"
#include "tools/tool.h"

/* The options as typed; those that go into the query are validated by it. */
static struct {
	char *index, *type, *year, *kind, *region, *department, *amount, *sort, *limit, *offset, *format;
	gboolean facets, exact, literal, no_synonyms, no_amount, explain;
} options;

static const GOptionEntry entries[] = {
	{ "index", 0, 0, G_OPTION_ARG_FILENAME, &options.index, "The index directory", "DIR" },
	{ "type", 't', 0, G_OPTION_ARG_FILENAME, &options.type, "Types of records (default: project,item)", "T[,T]" },
	{ "year", 'y', 0, G_OPTION_ARG_FILENAME, &options.year, "2023, 2021..2024, 2021..", "YEARS" },
	{ "kind", 'k', 0, G_OPTION_ARG_FILENAME, &options.kind, "预算 or 决算", "KIND" },
	{ "region", 'r', 0, G_OPTION_ARG_FILENAME, &options.region, "A province, city or county", "NAME" },
	{ "department", 'd', 0, G_OPTION_ARG_FILENAME, &options.department, "Part of a department's name", "NAME" },
	{ "amount", 'a', 0, G_OPTION_ARG_FILENAME, &options.amount, "100万..1亿, 500万..; bare numbers are 万元", "LO..HI" },
	{ "sort", 's', 0, G_OPTION_ARG_FILENAME, &options.sort, "relevance, amount or year", "ORDER" },
	{ "limit", 'n', 0, G_OPTION_ARG_FILENAME, &options.limit, "How many hits (default: " G_STRINGIFY(YS_QUERY_LIMIT) ")", "N" },
	{ "offset", 0, 0, G_OPTION_ARG_FILENAME, &options.offset, "How many hits to skip", "N" },
	{ "facets", 0, 0, G_OPTION_ARG_NONE, &options.facets, "Count by region, year, kind and department", NULL },
	{ "exact", 0, 0, G_OPTION_ARG_NONE, &options.exact, "Only where the query stands as typed", NULL },
	{ "literal", 0, 0, G_OPTION_ARG_NONE, &options.literal, "Years, amounts and orders in words are only text", NULL },
	{ "no-synonyms", 0, 0, G_OPTION_ARG_NONE, &options.no_synonyms, "Only the words that were typed", NULL },
	{ "no-amount", 0, 0, G_OPTION_ARG_NONE, &options.no_amount, "Amounts do not raise a rank", NULL },
	{ "explain", 0, 0, G_OPTION_ARG_NONE, &options.explain, "Say why each hit stands where it does", NULL },
	{ "format", 'f', 0, G_OPTION_ARG_FILENAME, &options.format, "text, json, jsonl or csv", "FORMAT" },
	G_OPTION_ENTRY_NULL
};

static ys_query *query_from_options(char **words, GError **error)
{
	const struct {
		const char *name, *value;
	} values[] = {
		{ "type", options.type },     { "year", options.year },
		{ "kind", options.kind },     { "region", options.region },
		{ "department", options.department }, { "amount", options.amount },
		{ "sort", options.sort },     { "limit", options.limit },
		{ "offset", options.offset },
	};
	g_autoptr(ys_query) query = ys_query_new();
	g_autofree char *text = g_strjoinv(" ", words);

	query->facets = options.facets;
	query->exact = options.exact;
	query->literal = options.literal;
	query->no_synonyms = options.no_synonyms;
	query->no_amount_factor = options.no_amount;
	query->explain = options.explain;
	for (gsize i = 0; i < G_N_ELEMENTS(values); i++)
		if (values[i].value && !ys_query_set(query, values[i].name, values[i].value, error))
			return NULL;
	if (!ys_query_set_text(query, text, error))
		return NULL;
	return g_steal_pointer(&query);
}

int cmd_search(int argc, char **argv)
{
	g_auto(GStrv) words = NULL;
	g_autofree char *dir = NULL;
	g_autoptr(GError) error = NULL;
	g_autoptr(ys_query) query = NULL;
	g_autoptr(ys_search) search = NULL;
	g_autoptr(ys_page) page = NULL;
	g_autoptr(GString) out = g_string_new(NULL);
	const present_format *format;

	if (!tool_options(argc, argv, entries, "QUERY...",
			  "Find projects, and the departments they belong to.  yusou-query(7) describes queries.",
			  &words))
		return EXIT_USAGE;
	format = present_format_named(options.format ? options.format : "text");
	if (!format)
		return tool_usage("search", "'%s' is no format; there are text, json, jsonl and csv", options.format);
	query = query_from_options(words, &error);
	if (!query)
		return tool_fail(error);
	if (ys_query_is_empty(query)) {
		YS_REFUSE(&error, YS_REASON_NOTHING_ASKED);
		return tool_usage("search", "%s", error->message);
	}
	dir = tool_index_dir(options.index);
	search = ys_search_open(dir, &error);
	page = search ? ys_search_run(search, query, &error) : NULL;
	if (page && !ys_alternatives_add(search, query, page, &error))
		g_clear_pointer(&page, ys_page_free);
	if (!page)
		return tool_fail(error);
	format->page(out, query, page);
	if (!tool_write(out))
		return 74;
	present_footer(query, page);
	return page->total || page->total_related || page->total_corrected || page->total_loose || page->lines || page->elsewhere ? EXIT_FOUND : EXIT_NOTHING;
}
