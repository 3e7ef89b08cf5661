#include "tools/tool.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/output/text.h"

gboolean tool_options(int argc, char **argv, const GOptionEntry *entries, const char *arguments, const char *summary,
		      char ***rest)
{
	g_autoptr(GOptionContext) context = g_option_context_new(arguments);
	g_autoptr(GError) error = NULL;
	g_autofree char *program = g_strdup_printf("yusou %s", argv[0]);
	/* File names and queries are bytes to us: GLib would convert them from the locale. */
	const GOptionEntry remaining[] = {
		{ G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, rest, NULL, NULL },
		G_OPTION_ENTRY_NULL
	};

	g_option_context_add_main_entries(context, entries, NULL);
	g_option_context_add_main_entries(context, remaining, NULL);
	g_option_context_set_summary(context, summary);
	g_set_prgname(program);
	if (!g_option_context_parse(context, &argc, &argv, &error)) {
		/* no option has other letters: it is a word to be left out */
		fprintf(stderr, "yusou: %s%s\n", error->message, g_str_is_ascii(error->message) ||
			!g_error_matches(error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION) ? "" :
			"; to leave a word out, put the whole query in quotation marks: '食堂 -学校'");
		return FALSE;
	}
	if (!*rest)
		*rest = g_new0(char *, 1);
	return TRUE;
}

int tool_usage(const char *command, const char *format, ...)
{
	va_list args;

	fputs("yusou: ", stderr);
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fprintf(stderr, "\nTry: yusou %s --help\n", command);
	return EXIT_USAGE;
}

int tool_fail(const GError *error)
{
	fprintf(stderr, "yusou: %s\n", error->message);
	return ys_error_answer(error)->exit_status;
}

void tool_say(const char *path, int line, const char *message, void *data)
{
	g_autoptr(GString) safe = g_string_new("yusou: ");
	g_autofree char *name = g_filename_display_name(path);
	/* may name another file, and those are bytes */
	g_autofree char *text = g_utf8_make_valid(message, -1);

	(void)data;
	ys_text_append_safe(safe, name);
	if (line)
		g_string_append_printf(safe, ":%d", line);
	g_string_append(safe, ": ");
	ys_text_append_safe(safe, text);
	fprintf(stderr, "%s\n", safe->str);
}

char *tool_index_dir(const char *option)
{
	const char *environment = g_getenv("YUSOU_INDEX");

	if (option)
		return g_strdup(option);
	if (environment && *environment)
		return g_strdup(environment);
	return g_build_filename(g_get_user_data_dir(), "yusou", "index", NULL);
}

gboolean tool_write(const GString *text)
{
	if (fwrite(text->str, 1, text->len, stdout) == text->len && !fflush(stdout))
		return TRUE;
	if (errno != EPIPE)
		fprintf(stderr, "yusou: cannot write the result: %s\n", g_strerror(errno));
	return FALSE;
}
