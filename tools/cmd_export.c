#include <string.h>

#include "index/search/search.h"
#include "src/output/csv.h"
#include "tools/present/json.h"
#include "tools/tool.h"

/* Written out whenever so much has come together. */
#define CHUNK 65536

typedef struct {
	GString *out;
	void (*append)(GString *out, const ys_record *record);
	guint64 n;
	gboolean failed;
} exporter;

static gboolean export_record(const ys_record *record, void *data)
{
	exporter *x = data;

	x->append(x->out, record);
	x->n++;
	if (x->out->len >= CHUNK) {
		x->failed = !tool_write(x->out);
		g_string_truncate(x->out, 0);
	}
	return !x->failed;
}

int cmd_export(int argc, char **argv)
{
	static char *index, *type, *format;
	static const GOptionEntry entries[] = {
		{ "index", 0, 0, G_OPTION_ARG_FILENAME, &index, "The index directory", "DIR" },
		{ "type", 't', 0, G_OPTION_ARG_FILENAME, &type, "Types of records (default: project,item), or all", "T[,T]" },
		{ "format", 'f', 0, G_OPTION_ARG_FILENAME, &format, "csv or jsonl (default)", "FORMAT" },
		G_OPTION_ENTRY_NULL
	};
	g_auto(GStrv) rest = NULL;
	g_autofree char *dir = NULL;
	g_autoptr(GError) error = NULL;
	g_autoptr(ys_query) query = ys_query_new();
	g_autoptr(ys_search) search = NULL;
	g_autoptr(GString) out = g_string_new(NULL);
	exporter x = { .out = out, .append = present_record_json };

	if (!tool_options(argc, argv, entries, NULL, "Print every record, in the order of the files' paths.", &rest))
		return EXIT_USAGE;
	if (*rest)
		return tool_usage("export", "'%s' is not understood; export takes no arguments", *rest);
	if (format && !strcmp(format, "csv"))
		x.append = ys_csv_append_record;
	else if (format && strcmp(format, "jsonl"))
		return tool_usage("export", "'%s' is no format; there are csv and jsonl", format);
	if (type && !ys_query_set(query, "type", type, &error))
		return tool_fail(error);
	dir = tool_index_dir(index);
	search = ys_search_open(dir, &error);
	if (!search)
		return tool_fail(error);
	if (x.append == ys_csv_append_record)
		ys_csv_append_head(out);
	if (!ys_search_each(search, query->types, export_record, &x, &error))
		return tool_fail(error);
	if (x.failed || !tool_write(out))
		return 74;
	return x.n ? EXIT_FOUND : EXIT_NOTHING;
}
