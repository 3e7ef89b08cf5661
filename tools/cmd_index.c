#include <stdio.h>

#include "index/indexer.h"
#include "tools/tool.h"

/* "2 added, 1 corrected": only what there is. */
static void append_count(GString *out, guint n, const char *what)
{
	if (n)
		g_string_append_printf(out, "%s%u %s", out->len ? ", " : "", n, what);
}

static void print_summary(const ys_index_summary *s, const ys_index_options *options, gint64 took_us)
{
	g_autoptr(GString) line = g_string_new(NULL);

	append_count(line, s->added, "added");
	append_count(line, s->corrected, "corrected");
	append_count(line, s->unchanged, "unchanged");
	append_count(line, s->superseded, "superseded");
	append_count(line, s->failed, "failed");
	append_count(line, s->ignored, "ignored");
	if (!line->len)
		g_string_append(line, "no file found");
	g_string_append_printf(line,
			       "; %u publications with %" G_GUINT64_FORMAT " projects, %" G_GUINT64_FORMAT
			       " tables, %" G_GUINT64_FORMAT " sections; %u warnings",
			       s->publications, s->records[YS_PROJECT], s->records[YS_TABLE], s->records[YS_SECTION],
			       s->warnings);
	if (options->dry_run)
		g_string_append(line, "; nothing was written");
	else if (s->generation)
		g_string_append_printf(line, "; generation %u published in %.2f s", s->generation,
				       (double)took_us / G_USEC_PER_SEC);
	else
		g_string_append(line, "; nothing to publish");
	fprintf(stderr, "%s\n", line->str);
}

int cmd_index(int argc, char **argv)
{
	static ys_index_options options;
	static char *index;
	static const GOptionEntry entries[] = {
		{ "index", 0, 0, G_OPTION_ARG_FILENAME, &index, "The index directory", "DIR" },
		{ "rebuild", 0, 0, G_OPTION_ARG_NONE, &options.rebuild, "Start afresh from the files named", NULL },
		{ "dry-run", 'n', 0, G_OPTION_ARG_NONE, &options.dry_run, "Read and count, write nothing", NULL },
		{ "force", 0, 0, G_OPTION_ARG_NONE, &options.force, "Publish a rebuild even if it is much smaller", NULL },
		G_OPTION_ENTRY_NULL
	};
	gint64 began = g_get_monotonic_time();
	g_auto(GStrv) paths = NULL;
	g_autofree char *dir = NULL;
	g_autoptr(GError) error = NULL;
	ys_index_summary summary;

	if (!tool_options(argc, argv, entries, "PATH...", "Add or refresh publications; directories are walked.", &paths))
		return EXIT_USAGE;
	if (!*paths)
		return tool_usage("index", "no file or directory is named");
	dir = tool_index_dir(index);
	if (!ys_index(dir, paths, &options, tool_say, NULL, &summary, &error)) {
		int status = tool_fail(error);

		/* nothing found to index is an answer, not a failure of the index */
		return g_error_matches(error, YS_ERROR, YS_ERROR_NO_INDEX) && !summary.failed ? EXIT_NOTHING
		       : summary.failed							      ? 74
											      : status;
	}
	print_summary(&summary, &options, g_get_monotonic_time() - began);
	if (summary.failed)
		return 74;
	if (summary.added || summary.corrected || summary.unchanged || summary.superseded)
		return EXIT_FOUND;
	return EXIT_NOTHING;
}
