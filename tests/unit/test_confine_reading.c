/* Each test goes on in a child, which tells by its exit status: what is given up stays so. */
#include "src/confine.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__linux__) && __has_include(<linux/landlock.h>)
#include <linux/landlock.h>
#define HAVE_LANDLOCK 1
#endif

#include "tests/unit/publication_fixture.h"

/* It starts a process to look for leaks, and may send it signals. */
#if defined(__SANITIZE_ADDRESS__)
#define HAS_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAS_ASAN 1
#endif
#endif
#ifndef HAS_ASAN
#define HAS_ASAN 0
#endif

/* Beside each other: what may be read, what may be written, what neither; and a file that may be read in a
 * directory that may not. */
static char *home, *readable, *writable, *other, *listed;

static char *file_in(const char *dir)
{
	return g_build_filename(dir, "file", NULL);
}

static gboolean can_read_it(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	return fd >= 0;
}

static gboolean can_read(const char *dir)
{
	g_autofree char *path = file_in(dir);

	return can_read_it(path);
}

static gboolean can_write(const char *dir)
{
	g_autofree char *path = g_build_filename(dir, "new", NULL);
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

	return fd >= 0 && write(fd, "x", 1) == 1;
}

static gboolean can_rename(const char *dir)
{
	g_autofree char *from = file_in(dir), *to = g_build_filename(dir, "renamed", NULL);

	return rename(from, to) == 0;
}

static gboolean can_connect(void)
{
	return socket(AF_INET, SOCK_STREAM, 0) >= 0 || socket(AF_UNIX, SOCK_STREAM, 0) >= 0;
}

static gboolean can_start_programs(void)
{
	char *const argv[] = { (char *)"true", NULL };

	/* starts it in this process, whose status then says so */
	execv("/bin/true", argv);
	execv("/usr/bin/true", argv);
	return FALSE;
}

static const struct {
	const char *name;
	guint needs;            /* of ys_confined */
	gboolean expected;
	gboolean (*can)(const char *dir);
	char **dir;
} file_rows[] = {
	{ "what it was told of is read", 0, TRUE, can_read, &readable },
	{ "a file too, where its directory is not", 0, TRUE, can_read_it, &listed },
	{ "nothing is written there", YS_CONFINED_FILES, FALSE, can_write, &readable },
	{ "nor renamed", YS_CONFINED_FILES, FALSE, can_rename, &readable },
	{ "what it makes is written", 0, TRUE, can_write, &writable },
	{ "read", 0, TRUE, can_read, &writable },
	{ "and renamed", 0, TRUE, can_rename, &writable },
	{ "nothing else is read", YS_CONFINED_FILES, FALSE, can_read, &other },
	{ "nor written", YS_CONFINED_FILES, FALSE, can_write, &other },
};

/* What the kernel can do was not done. */
#define NOT_AS_ABLE 42

/* The exit status of a child that gave up what a reader of files does. */
static int confined(int (*what)(const void *data), const void *data)
{
	int status = -1;
	pid_t pid = fork();

	assert_true(pid >= 0);
	if (pid == 0) {
		g_autoptr(GPtrArray) read = g_ptr_array_new(), written = g_ptr_array_new();

		g_ptr_array_add(read, readable);
		g_ptr_array_add(read, listed);
		g_ptr_array_add(read, (char *)"/nowhere at all");
		g_ptr_array_add(written, writable);
		if (ys_confine_able() && !ys_confine_reading(read, written))
			_exit(NOT_AS_ABLE);
		_exit(what(data));
	}
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	return WIFEXITED(status) ? WEXITSTATUS(status) : -status;
}

static int try_file(const void *data)
{
	const typeof(file_rows[0]) *row = data;

	return row->can(*row->dir) ? 1 : 2;
}

static void a_reader_reaches_what_it_was_told_of(void **state)
{
	const typeof(file_rows[0]) *row = *state;

	if ((ys_confine_able() & row->needs) != row->needs)
		skip();
	assert_int_equal(confined(try_file, row), row->expected ? 1 : 2);
}

static int try_calls(const void *data)
{
	(void)data;
	return can_connect() ? 3 : can_start_programs() ? 4 : !HAS_ASAN && kill(getppid(), 0) == 0 ? 5 : 1;
}

static void a_reader_has_no_connections_programs_or_signals(void **state)
{
	(void)state;
	if (!(ys_confine_able() & YS_CONFINED_CALLS))
		skip();
	assert_int_equal(confined(try_calls, NULL), 1);
}

static int work_too_long(const void *data)
{
	(void)data;
	ys_confine_seconds(0);
	for (volatile guint64 i = 0; i < G_MAXUINT64; i++)
		;
	return 1;
}

static void a_reader_has_no_time_without_end(void **state)
{
	(void)state;
	assert_int_equal(confined(work_too_long, NULL), -SIGXCPU);
}

#ifdef HAVE_LANDLOCK

/* A process can be landlocked so many times; then the kernel refuses. */
#define LAYERS_MAX 16

/* Whether a child may read that the kernel lets not be confined once more. */
static gboolean is_confined_too_often(void)
{
	g_autoptr(GPtrArray) read = g_ptr_array_new(), written = g_ptr_array_new();
	struct landlock_ruleset_attr attributes = { .handled_access_fs = LANDLOCK_ACCESS_FS_EXECUTE };
	int rules = (int)syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0);

	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	for (guint i = 0; i < LAYERS_MAX; i++)
		if (syscall(SYS_landlock_restrict_self, rules, 0) != 0)
			return FALSE;
	return ys_confine_reading(read, written);
}

static void what_the_kernel_has_and_refuses_is_not_done_without(void **state)
{
	int status = -1;
	pid_t pid;

	(void)state;
	if (!(ys_confine_able() & YS_CONFINED_FILES))
		skip();
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0)
		_exit(is_confined_too_often() ? 1 : 2);
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 2);
}

#endif

static int make_dirs(void **state)
{
	char **dirs[] = { &readable, &writable, &other };
	static const char *const names[] = { "readable", "writable", "other" };

	(void)state;
	home = g_dir_make_tmp("yusou-confine.XXXXXX", NULL);
	for (gsize i = 0; i < G_N_ELEMENTS(dirs); i++) {
		g_autofree char *file = NULL;

		*dirs[i] = g_build_filename(home, names[i], NULL);
		if (g_mkdir(*dirs[i], 0700) != 0)
			return -1;
		file = file_in(*dirs[i]);
		if (!g_file_set_contents(file, "x", 1, NULL))
			return -1;
	}
	listed = g_build_filename(other, "listed", NULL);
	return g_file_set_contents(listed, "x", 1, NULL) ? 0 : -1;
}

static int remove_dirs(void **state)
{
	char **dirs[] = { &readable, &writable, &other };
	static const char *const files[] = { "file", "new", "renamed", "listed" };

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(dirs); i++) {
		for (gsize k = 0; k < G_N_ELEMENTS(files); k++) {
			g_autofree char *path = g_build_filename(*dirs[i], files[k], NULL);

			g_unlink(path);
		}
		g_rmdir(*dirs[i]);
		g_free(*dirs[i]);
	}
	g_rmdir(home);
	g_free(home);
	g_free(listed);
	return 0;
}

int main(void)
{
	GArray *tests = tests_new();
	int failed;

	ADD_ROWS(tests, file_rows, a_reader_reaches_what_it_was_told_of);
	ADD_TEST(tests, a_reader_has_no_connections_programs_or_signals);
	ADD_TEST(tests, a_reader_has_no_time_without_end);
#ifdef HAVE_LANDLOCK
	ADD_TEST(tests, what_the_kernel_has_and_refuses_is_not_done_without);
#endif
	if (make_dirs(NULL) != 0)
		return 99;
	failed = run_all("confine_reading", tests);
	remove_dirs(NULL);
	return failed;
}
