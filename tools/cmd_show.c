#include <stdio.h>
#include <string.h>

#include "index/search/search.h"
#include "tools/present/json.h"
#include "tools/present/text.h"
#include "tools/tool.h"

int cmd_show(int argc, char **argv)
{
	static char *index, *format;
	static const GOptionEntry entries[] = {
		{ "index", 0, 0, G_OPTION_ARG_FILENAME, &index, "The index directory", "DIR" },
		{ "format", 'f', 0, G_OPTION_ARG_FILENAME, &format, "text or json", "FORMAT" },
		G_OPTION_ENTRY_NULL
	};
	g_auto(GStrv) ids = NULL;
	g_autofree char *dir = NULL;
	g_autoptr(GError) error = NULL;
	g_autoptr(ys_search) search = NULL;
	int status = EXIT_FOUND;

	if (!tool_options(argc, argv, entries, "ID...", "Show records whole, by the ids that a search prints.", &ids))
		return EXIT_USAGE;
	if (!*ids)
		return tool_usage("show", "no id is named");
	if (format && strcmp(format, "text") && strcmp(format, "json"))
		return tool_usage("show", "'%s' is no format; there are text and json", format);
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
		if (format && !strcmp(format, "json"))
			present_record_json(out, record);
		else
			present_record_text(out, record);
		if (!tool_write(out))
			return 74;
	}
	return status;
}
