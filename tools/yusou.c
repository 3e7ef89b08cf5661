/* yusou: one program, a subcommand for each job. */
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "config.h"
#include "tools/tool.h"

static const struct {
	const char *name;
	int (*run)(int argc, char **argv);
	const char *summary;
} commands[] = {
	{ "index",  cmd_index,  "add or refresh publications" },
	{ "search", cmd_search, "find projects, and the departments they belong to" },
	{ "compare", cmd_compare, "what it comes to, by region, body and year" },
	{ "show",   cmd_show,   "one record whole" },
	{ "export", cmd_export, "every record, as CSV or JSON lines" },
	{ "check",  cmd_check,  "do the numbers of publications add up" },
	{ "stats",  cmd_stats,  "what is indexed" },
	{ "diff",   cmd_diff,   "what was added, corrected and removed" },
	{ "serve",  cmd_serve,  "the search as web pages, without a web server" },
};

static void print_help(FILE *out)
{
	fputs("Usage: yusou COMMAND [OPTION...] [ARGUMENT...]\n\n"
	      "Search China's published department budgets and final accounts.\n\nCommands:\n",
	      out);
	for (gsize i = 0; i < G_N_ELEMENTS(commands); i++)
		fprintf(out, "  %-8s %s\n", commands[i].name, commands[i].summary);
	fputs("\nyusou COMMAND --help describes a command; yusou(1) describes all of them.\n", out);
}

int main(int argc, char **argv)
{
	setlocale(LC_ALL, "");
	/* a reader that goes away is an answer to a write, not a reason to die */
	signal(SIGPIPE, SIG_IGN);
	if (argc < 2) {
		print_help(stderr);
		return EXIT_USAGE;
	}
	if (!strcmp(argv[1], "--help") || !strcmp(argv[1], "-h") || !strcmp(argv[1], "help")) {
		print_help(stdout);
		return EXIT_FOUND;
	}
	if (!strcmp(argv[1], "--version")) {
		puts(PACKAGE_STRING);
		return EXIT_FOUND;
	}
	for (gsize i = 0; i < G_N_ELEMENTS(commands); i++)
		if (!strcmp(argv[1], commands[i].name))
			return commands[i].run(argc - 1, argv + 1);
	fprintf(stderr, "yusou: there is no command '%s'\n", argv[1]);
	print_help(stderr);
	return EXIT_USAGE;
}
