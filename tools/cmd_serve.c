#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "tools/tool.h"

#define PROGRAM "yusou-serve"

/* Beside this program, as in a build tree, else where it is installed. */
static char *program_path(void)
{
	g_autofree char *self = g_file_read_link("/proc/self/exe", NULL);
	g_autofree char *dir = self ? g_path_get_dirname(self) : NULL;
	g_autofree char *beside = dir ? g_build_filename(dir, PROGRAM, NULL) : NULL;

	if (beside && !access(beside, X_OK))
		return g_steal_pointer(&beside);
	return g_build_filename(PKGLIBEXECDIR, PROGRAM, NULL);
}

int cmd_serve(int argc, char **argv)
{
	g_autofree char *path = program_path();

	(void)argc;
	execv(path, argv);
	fprintf(stderr, "yusou: cannot start %s: %s; it is installed with yusou\n", path, g_strerror(errno));
	return ys_error_answer(NULL)->exit_status;
}
