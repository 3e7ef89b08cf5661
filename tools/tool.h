/* What the subcommands of yusou share. */
#ifndef YS_TOOL_H
#define YS_TOOL_H

#include "src/error.h"

/* Exit statuses beside those of errors (src/error.h). */
enum {
	EXIT_FOUND = 0,
	EXIT_NOTHING = 1,
	EXIT_USAGE = 2
};

/* Each takes the arguments behind the subcommand's name (argv[0] is the name) and returns
 * the exit status. */
int cmd_index(int argc, char **argv);
int cmd_search(int argc, char **argv);
int cmd_compare(int argc, char **argv);
int cmd_diff(int argc, char **argv);
int cmd_show(int argc, char **argv);
int cmd_export(int argc, char **argv);
int cmd_check(int argc, char **argv);
int cmd_stats(int argc, char **argv);
int cmd_serve(int argc, char **argv);

/* Parse options with GLib.  arguments: what the help says behind the options; summary: the
 * help's first paragraph.  What is not an option ends up in *rest (NULL-terminated, never
 * NULL, the caller's).  FALSE after saying what is wrong; -h prints help and exits. */
gboolean tool_options(int argc, char **argv, const GOptionEntry *entries, const char *arguments, const char *summary,
		      char ***rest);

/* Say a usage error on stderr; returns EXIT_USAGE. */
int tool_usage(const char *command, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* Say what went wrong on stderr; returns the exit status for it. */
int tool_fail(const GError *error);

/* Say something of a file, or of a line of it, on stderr (a ys_message_fn of index/message.h). */
void tool_say(const char *path, int line, const char *message, void *data);

/* The index directory: option (may be NULL), else YUSOU_INDEX, else the user's data
 * directory.  Newly allocated. */
char *tool_index_dir(const char *option);

/* Write to stdout and flush.  FALSE after saying so on stderr, except where the reader
 * closed the pipe, which is no error of ours. */
gboolean tool_write(const GString *text);

#endif
