#include <stdio.h>
#include <string.h>

#include "index/compare/compare.h"
#include "src/output/text.h"
#include "tools/present/compare.h"
#include "tools/present/text.h"
#include "tools/tool.h"

static struct {
	char *index, *by, *of, *measure, *match, *year, *kind, *region, *department, *amount, *code, *sort, *limit, *format;
	gboolean no_synonyms;
} options;

static const GOptionEntry entries[] = {
	{ "index", 0, 0, G_OPTION_ARG_FILENAME, &options.index, "The index directory", "DIR" },
	{ "by", 'b', 0, G_OPTION_ARG_FILENAME, &options.by,
	  "region, department, role, year, kind, level, code, line, unit, project, status", "DIM[,DIM]" },
	{ "of", 'o', 0, G_OPTION_ARG_FILENAME, &options.of, "project (default), line or publication", "TYPE" },
	{ "measure", 'm', 0, G_OPTION_ARG_FILENAME, &options.measure, "Which amount: budget, executed, total, ...", "M" },
	{ "match", 0, 0, G_OPTION_ARG_FILENAME, &options.match, "title (default), or text to count mentions too", "WHERE" },
	{ "year", 'y', 0, G_OPTION_ARG_FILENAME, &options.year, "2023, 2021..2024, 2021..", "YEARS" },
	{ "kind", 'k', 0, G_OPTION_ARG_FILENAME, &options.kind, "预算 or 决算", "KIND" },
	{ "region", 'r', 0, G_OPTION_ARG_FILENAME, &options.region, "A province, city or county", "NAME" },
	{ "department", 'd', 0, G_OPTION_ARG_FILENAME, &options.department, "Part of a department's name", "NAME" },
	{ "amount", 'a', 0, G_OPTION_ARG_FILENAME, &options.amount, "100万..1亿, 500万..; bare numbers are 万元", "LO..HI" },
	{ "code", 0, 0, G_OPTION_ARG_FILENAME, &options.code, "Of a function or purpose; 206* rolls up", "CODE" },
	{ "sort", 's', 0, G_OPTION_ARG_FILENAME, &options.sort, "group (default), amount or change", "ORDER" },
	{ "limit", 'n', 0, G_OPTION_ARG_FILENAME, &options.limit, "How many cells (default: all)", "N" },
	{ "no-synonyms", 0, 0, G_OPTION_ARG_NONE, &options.no_synonyms, "Only the words that were typed", NULL },
	{ "format", 'f', 0, G_OPTION_ARG_FILENAME, &options.format, "text, json or csv", "FORMAT" },
	G_OPTION_ENTRY_NULL
};

static ys_query *query_of_options(char **words, GError **error)
{
	const struct {
		const char *name, *value;
	} values[] = {
		{ "year", options.year },             { "kind", options.kind },     { "region", options.region },
		{ "department", options.department }, { "amount", options.amount }, { "code", options.code },
	};
	g_autoptr(ys_query) query = ys_query_new();
	g_autofree char *text = g_strjoinv(" ", words);

	query->no_synonyms = options.no_synonyms;
	for (gsize i = 0; i < G_N_ELEMENTS(values); i++)
		if (values[i].value && !ys_query_set(query, values[i].name, values[i].value, error))
			return NULL;
	return ys_query_set_text(query, text, error) ? g_steal_pointer(&query) : NULL;
}

/* 0 or the exit status of what is wrong. */
static int read_dimensions(ys_question *question)
{
	g_auto(GStrv) names = options.by ? g_strsplit(options.by, ",", -1) : NULL;

	if (!names)
		return tool_usage("compare", "by what? --by region,year for example");
	for (guint i = 0; names[i]; i++) {
		const ys_dimension by = ys_dimension_named(names[i]);

		if (by == YS_N_BY)
			return tool_usage("compare", "'%s' is no dimension; there are region, department, role, year, kind, "
					  "level, code, line, unit, project and status", names[i]);
		if (ys_question_at(question, by) < question->n_by)
			return tool_usage("compare", "'%s' stands twice in --by", names[i]);
		question->by[question->n_by++] = by;
	}
	return 0;
}

static int read_order(ys_question *question)
{
	const ys_cell_order order = options.sort ? ys_cell_order_named(options.sort) : YS_ORDER_GROUPS;
	guint64 limit = 0;

	if (order == YS_N_ORDERS)
		return tool_usage("compare", "'%s' is no order; there are group, amount and change", options.sort);
	if (options.limit && !g_ascii_string_to_unsigned(options.limit, 10, 1, G_MAXINT32, &limit, NULL))
		return tool_usage("compare", "'%s' is no number of cells; write 1 or more", options.limit);
	question->order = order;
	question->max = (guint)limit;
	return 0;
}

static int read_question(ys_question *question)
{
	const char *of = options.of ? options.of : "project", *match = options.match ? options.match : "title";

	question->of = ys_record_type_named(of);
	if (question->of != YS_PROJECT && question->of != YS_LINE && question->of != YS_PUBLICATION)
		return tool_usage("compare", "'%s' cannot be compared; there are project, line and publication", of);
	question->measure = options.measure ? ys_measure_named(options.measure) : ys_measure_of(question->of);
	if (question->measure == ys_n_measures())
		return tool_usage("compare", "'%s' is no measure; yusou(1) lists those of each type", options.measure);
	if (strcmp(match, "title") && strcmp(match, "text"))
		return tool_usage("compare", "'%s' is not understood; --match is title or text", match);
	question->mentioned = !strcmp(match, "text");
	if (read_dimensions(question) || read_order(question))
		return EXIT_USAGE;
	if (ys_question_misfit(question) != YS_N_BY)
		return tool_usage("compare", "%s records have no %s", of, ys_dimension_name(ys_question_misfit(question)));
	return 0;
}

/* On stderr, as below a search. */
static void say_footer(const ys_comparison *comparison)
{
	g_autoptr(GString) line = g_string_new(NULL), safe = g_string_new(NULL);
	g_string_append_printf(line, "%u records of %u publications, %s", comparison->count, comparison->publications,
			       ys_measure_name(comparison->question.measure));
	for (int verdict = YS_COUNTS + 1; verdict < YS_N_LEFT; verdict++)
		if (comparison->left_out[verdict])
			g_string_append_printf(line, ", %u %s", comparison->left_out[verdict],
					       ys_count_verdict_name((ys_count_verdict)verdict));
	if (comparison->superseded)
		g_string_append_printf(line, ", %u superseded", comparison->superseded);
	if (comparison->cells->len < comparison->n_cells)
		g_string_append_printf(line, ", %u of %u cells", comparison->cells->len, comparison->n_cells);
	if (*comparison->question.query->text)
		g_string_append_printf(line, ": %s", comparison->question.query->text);
	ys_text_append_safe(safe, line->str);
	fprintf(stderr, "%s\n", safe->str);
}

static gboolean print(const ys_comparison *comparison, const char *format)
{
	g_autoptr(GString) out = g_string_new(NULL);
	const ys_style style = present_style();

	if (!strcmp(format, "json"))
		present_comparison_json(out, comparison, NULL);
	else if (!strcmp(format, "csv"))
		present_comparison_csv(out, comparison, NULL, FALSE);
	else
		present_comparison_text(out, comparison, &style);
	return tool_write(out);
}

int cmd_compare(int argc, char **argv)
{
	g_auto(GStrv) words = NULL;
	g_autofree char *dir = NULL;
	g_autoptr(GError) error = NULL;
	g_autoptr(ys_query) query = NULL;
	g_autoptr(ys_search) search = NULL;
	g_autoptr(ys_comparison) comparison = NULL;
	ys_question question = { 0 };
	const char *format;

	if (!tool_options(argc, argv, entries, "[QUERY...]",
			  "Add up projects, lines of budgets or whole publications, nothing twice.  yusou(1) says how.", &words))
		return EXIT_USAGE;
	format = options.format ? options.format : "text";
	if (strcmp(format, "text") && strcmp(format, "json") && strcmp(format, "csv"))
		return tool_usage("compare", "'%s' is no format; there are text, json and csv", format);
	if (read_question(&question))
		return EXIT_USAGE;
	query = query_of_options(words, &error);
	if (!query)
		return tool_fail(error);
	question.query = query;
	dir = tool_index_dir(options.index);
	search = ys_search_open(dir, &error);
	comparison = search ? ys_compare(search, &question, &error) : NULL;
	if (!comparison)
		return tool_fail(error);
	if (!print(comparison, format))
		return 74;
	say_footer(comparison);
	return comparison->cells->len ? EXIT_FOUND : EXIT_NOTHING;
}
