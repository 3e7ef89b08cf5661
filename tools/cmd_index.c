#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "index/write/indexer.h"
#include "src/output/printer.h"
#include "tools/progress.h"
#include "tools/tool.h"

static void say(const char *path, int line, const char *message, void *data)
{
	tool_clear_progress();
	tool_say(path, line, message, data);
}

/* ---- the summary ---- */

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
	append_count(line, s->parts, s->parts == 1 ? "part" : "parts");
	append_count(line, s->superseded, "superseded");
	append_count(line, s->removed, "removed");
	append_count(line, s->failed, "failed");
	append_count(line, s->kept, "kept");
	append_count(line, s->lost, "lost");
	append_count(line, s->passed_over, "passed over");
	if (!line->len)
		g_string_append(line, "no file found");
	g_string_append_printf(line,
			       "; %u publications with %" G_GUINT64_FORMAT " projects, %" G_GUINT64_FORMAT
			       " tables, %" G_GUINT64_FORMAT " sections; %u warnings",
			       s->publications, s->records[YS_PROJECT], s->records[YS_TABLE], s->records[YS_SECTION],
			       s->warnings);
	if (s->unsaid)
		g_string_append(line, " (--warnings names them)");
	/* the speed of less is that of starting and syncing */
	if (s->bytes >= 1000000)
		g_string_append_printf(line, "; %.1f MB read, %.1f MB/s", (double)s->bytes / 1e6,
				       (double)s->bytes / (double)MAX(took_us, 1));
	if (options->dry_run)
		g_string_append(line, "; nothing was written");
	else if (s->generation)
		g_string_append_printf(line, "; generation %u published in %.2f s", s->generation,
				       (double)took_us / G_USEC_PER_SEC);
	else
		g_string_append(line, "; nothing to publish");
	fprintf(stderr, "%s\n", line->str);
}

static void print_summary_json(const ys_index_summary *s, const ys_index_options *options, gint64 took_us)
{
	g_autoptr(GString) out = g_string_new(NULL);
	g_autoptr(ys_printer) p = ys_printer_json_new(out, YS_JSON_YUAN);
	const struct {
		const char *key;
		gint64 value;
	} numbers[] = {
		{ "added", s->added },
		{ "corrected", s->corrected },
		{ "unchanged", s->unchanged },
		{ "parts", s->parts },
		{ "superseded", s->superseded },
		{ "removed", s->removed },
		{ "failed", s->failed },
		{ "kept", s->kept },
		{ "lost", s->lost },
		{ "passed_over", s->passed_over },
		{ "warnings", s->warnings },
		{ "bytes", s->bytes },
		{ "took_ms", took_us / 1000 },
		{ "generation", s->generation },
		{ "publications", s->publications },
	};

	p->begin_map(p, NULL);
	for (gsize i = 0; i < G_N_ELEMENTS(numbers); i++)
		p->integer(p, numbers[i].key, numbers[i].value);
	ys_printer_record_counts(p, s->records);
	p->boolean(p, "dry_run", options->dry_run);
	p->end(p);
	g_string_append_c(out, '\n');
	tool_write(out);
}

static int answer_failure(const ys_index_summary *summary, const GError *error)
{
	int status = tool_fail(error);

	/* nothing found to index is an answer, not a failure of the index */
	if (summary->failed)
		return 74;
	return g_error_matches(error, YS_ERROR, YS_ERROR_NO_INDEX) ? EXIT_NOTHING : status;
}

int cmd_index(int argc, char **argv)
{
	static ys_index_options options;
	static char *index, *format;
	static int seconds;
	static const GOptionEntry entries[] = {
		{ "index", 0, 0, G_OPTION_ARG_FILENAME, &index, "The index directory", "DIR" },
		{ "rebuild", 0, 0, G_OPTION_ARG_NONE, &options.rebuild, "Start afresh from the files named", NULL },
		{ "prune", 0, 0, G_OPTION_ARG_NONE, &options.prune, "Forget what came from files that are gone",
		  NULL },
		{ "jobs", 'j', 0, G_OPTION_ARG_INT, &options.jobs, "Processes that read (default: the processors)",
		  "N" },
		{ "wait", 0, 0, G_OPTION_ARG_NONE, &options.wait, "Wait while another writer is active", NULL },
		{ "dry-run", 'n', 0, G_OPTION_ARG_NONE, &options.dry_run, "Read and count, write nothing", NULL },
		{ "warnings", 0, 0, G_OPTION_ARG_NONE, &options.warnings, "Name all that is doubtful in what was read", NULL },
		{ "force", 0, 0, G_OPTION_ARG_NONE, &options.force, "Publish even if it is much smaller", NULL },
		{ "convert", 0, 0, G_OPTION_ARG_NONE, &options.convert, "Have LibreOffice convert what only it reads", NULL },
		{ "timeout", 0, 0, G_OPTION_ARG_INT, &seconds, "A file may take so long (default: 600)", "SECONDS" },
		{ "unconfined", 0, 0, G_OPTION_ARG_NONE, &options.unconfined,
		  "Read files with all rights, where the system cannot confine what reads them", NULL },
		{ "format", 'f', 0, G_OPTION_ARG_FILENAME, &format, "The summary as text (default) or json",
		  "FORMAT" },
		G_OPTION_ENTRY_NULL
	};
	gint64 began = g_get_monotonic_time();
	g_auto(GStrv) paths = NULL;
	g_autofree char *dir = NULL;
	g_autoptr(GError) error = NULL;
	ys_index_summary summary;

	if (!tool_options(argc, argv, entries, "PATH...", "Add or refresh publications; directories are walked.",
			  &paths))
		return EXIT_USAGE;
	if (!*paths)
		return tool_usage("index", "no file or directory is named");
	if (format && strcmp(format, "text") && strcmp(format, "json"))
		return tool_usage("index", "'%s' is no format; there are text and json", format);
	if (options.jobs < 0 || options.jobs > YS_JOBS_MAX)
		return tool_usage("index", "'%d' is no number of jobs; there are 1 to %d", options.jobs, YS_JOBS_MAX);
	if (seconds < 0)
		return tool_usage("index", "'%d' is no number of seconds", seconds);
	options.seconds = (guint)seconds;
	dir = tool_index_dir(index);
	if (tool_has_progress())
		options.progress = tool_show_progress;
	/* a file that grows too large is an error to be said, not a reason to die */
	signal(SIGXFSZ, SIG_IGN);
	if (!ys_index(dir, paths, &options, say, NULL, &summary, &error)) {
		tool_clear_progress();
		return answer_failure(&summary, error);
	}
	tool_clear_progress();
	(format && !strcmp(format, "json") ? print_summary_json : print_summary)(&summary, &options,
										 g_get_monotonic_time() - began);
	if (summary.failed)
		return 74;
	if (summary.added || summary.corrected || summary.unchanged || summary.superseded || summary.removed)
		return EXIT_FOUND;
	return EXIT_NOTHING;
}
