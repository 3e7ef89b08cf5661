#include <stdio.h>
#include <string.h>

#include "index/search/search.h"
#include "src/output/csv.h"
#include "tools/present/json.h"
#include "tools/present/text.h"
#include "tools/tool.h"

typedef enum {
	TEXT,
	JSON,
	CSV,
	N_FORMATS
} show_format;

/* N_FORMATS if there is none of that name. */
static show_format format_named(const char *name)
{
	static const char *const names[N_FORMATS] = { "text", "json", "csv" };
	int i = 0;

	while (name && i < N_FORMATS && strcmp(name, names[i]))
		i++;
	return (show_format)i;
}

static gboolean one_is_a_table(char **ids)
{
	for (; *ids; ids++)
		if (ys_record_type_of_id(*ids) == YS_TABLE)
			return TRUE;
	return FALSE;
}

/* first: nothing was printed yet. */
static void append_record(GString *out, const ys_record *record, show_format format, gboolean first)
{
	switch (format) {
	case JSON:
		present_record_json(out, record);
		break;
	case CSV:
		if (record->type == YS_TABLE) {
			ys_csv_append_table(out, record);
			break;
		}
		if (first)
			ys_csv_append_head(out);
		ys_csv_append_record(out, record);
		break;
	default:
		present_record_text(out, record);
		break;
	}
}

int cmd_show(int argc, char **argv)
{
	static char *index, *format;
	static const GOptionEntry entries[] = {
		{ "index", 0, 0, G_OPTION_ARG_FILENAME, &index, "The index directory", "DIR" },
		{ "format", 'f', 0, G_OPTION_ARG_FILENAME, &format, "text, json or csv", "FORMAT" },
		G_OPTION_ENTRY_NULL
	};
	g_auto(GStrv) ids = NULL;
	g_autofree char *dir = NULL;
	g_autoptr(GError) error = NULL;
	g_autoptr(ys_search) search = NULL;
	show_format as;
	gboolean first = TRUE;
	int status = EXIT_FOUND;

	if (!tool_options(argc, argv, entries, "ID...", "Show records whole, by the ids that a search prints.", &ids))
		return EXIT_USAGE;
	if (!*ids)
		return tool_usage("show", "no id is named");
	as = format_named(format);
	if (as == N_FORMATS)
		return tool_usage("show", "'%s' is no format; there are text, json and csv", format);
	/* it has columns of its own */
	if (as == CSV && ids[1] && one_is_a_table(ids))
		return tool_usage("show", "the rows of a table are a CSV file of their own; name its id alone");
	dir = tool_index_dir(index);
	search = ys_search_open(dir, &error);
	if (!search)
		return tool_fail(error);
	for (char **id = ids; *id; id++) {
		g_autoptr(ys_record) record = ys_search_record(search, *id, &error);
		g_autoptr(GString) out = g_string_new(NULL);

		if (error)
			return tool_fail(error);
		if (!record) {
			fprintf(stderr, "yusou: no record has the id '%s'\n", *id);
			status = EXIT_NOTHING;
			continue;
		}
		if (strcmp(record->id, *id))
			fprintf(stderr, "yusou: %s is %s now: whose publication it is was mended\n", *id, record->id);
		append_record(out, record, as, first);
		first = FALSE;
		if (!tool_write(out))
			return 74;
	}
	return status;
}
