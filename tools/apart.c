#include "tools/apart.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "index/store/disk.h"
#include "src/confine.h"
#include "src/error.h"

/* Of processor time, of waiting, of memory: what an indexer allows a file. */
#define WORK_SECONDS 300
#define PATIENCE_MS 600000
#define MEMORY_MAX (G_GUINT64_CONSTANT(4) << 30)
/* The status of a process that could not be confined. */
#define NOT_CONFINED 77

static gboolean confine(void)
{
	g_autoptr(GPtrArray) none = g_ptr_array_new();

	ys_confine_bound(RLIMIT_CORE, 0);
	ys_confine_memory(MEMORY_MAX);
	ys_confine_seconds(WORK_SECONDS);
	return ys_confine_reading(none, none);
}

static void work(apart_fn fn, void *data, int fd) G_GNUC_NORETURN;

static void work(apart_fn fn, void *data, int fd)
{
	g_autoptr(GString) out = g_string_new(NULL);

	signal(SIGXCPU, SIG_DFL);
#ifndef YS_COVERAGE
	if (!confine())
		_exit(NOT_CONFINED);
#endif
	fn(out, data);
	_exit(ys_disk_write_all(fd, out->str, out->len) ? 0 : 1);
}

/* What comes until the other end is closed; FALSE if nothing does for too long. */
static gboolean read_all(int fd, GString *out)
{
	char buf[65536];
	ssize_t n = 1;

	while (n > 0) {
		struct pollfd one = { fd, POLLIN, 0 };
		int ready = poll(&one, 1, PATIENCE_MS);

		if (ready < 0 && errno == EINTR)
			continue;
		if (ready <= 0)
			return FALSE;
		n = ys_disk_read_some(fd, buf, sizeof buf);
		if (n > 0)
			g_string_append_len(out, buf, n);
	}
	return n == 0;
}

static gboolean refuse(GError **error, gboolean late, int status)
{
	if (late)
		g_set_error(error, YS_ERROR, YS_ERROR_PUBLICATION, "the process that read it said nothing for %d seconds",
			    PATIENCE_MS / 1000);
	else if (WIFEXITED(status) && WEXITSTATUS(status) == NOT_CONFINED)
		g_set_error(error, YS_ERROR, YS_ERROR_PUBLICATION,
			    "this system lets no process be confined, by seccomp or landlock, to read it in");
	else if (WIFSIGNALED(status))
		g_set_error(error, YS_ERROR, YS_ERROR_PUBLICATION, "the process that read it ended with signal %d (%s)",
			    WTERMSIG(status), strsignal(WTERMSIG(status)));
	else
		g_set_error(error, YS_ERROR, YS_ERROR_PUBLICATION, "the process that read it ended with status %d",
			    WEXITSTATUS(status));
	return FALSE;
}

gboolean apart_run(apart_fn fn, void *data, GString *out, GError **error)
{
	gsize len = out->len;
	gboolean late;
	int fds[2], status = 0;
	pid_t pid;

	if (pipe(fds) != 0) {
		g_set_error_literal(error, YS_ERROR, YS_ERROR_INTERNAL, g_strerror(errno));
		return FALSE;
	}
	fflush(NULL);
	pid = fork();
	if (pid == 0) {
		close(fds[0]);
		work(fn, data, fds[1]);
	}
	close(fds[1]);
	late = pid < 0 || !read_all(fds[0], out);
	close(fds[0]);
	if (pid < 0) {
		g_set_error_literal(error, YS_ERROR, YS_ERROR_INTERNAL, g_strerror(errno));
		return FALSE;
	}
	if (late)
		kill(pid, SIGKILL);
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	if (!late && WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return TRUE;
	g_string_truncate(out, len);
	return refuse(error, late, status);
}
