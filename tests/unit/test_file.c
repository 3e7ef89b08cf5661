#include "index/write/file.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "index/store/disk.h"

static int make_dir(void **state)
{
	*state = g_dir_make_tmp("yusou-file-XXXXXX", NULL);
	return *state ? 0 : -1;
}

static int remove_dir(void **state)
{
	ys_disk_remove(*state, NULL);
	g_free(*state);
	return 0;
}

static char *put(const char *dir, const char *text, gint64 ns)
{
	char *path = g_build_filename(dir, "a.txt", NULL);
	const struct timespec times[2] = { { 0, UTIME_OMIT }, { ns / 1000000000, ns % 1000000000 } };

	assert_true(g_file_set_contents(path, text, -1, NULL));
	assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
	return path;
}

static void a_stamp_tells_size_and_time_to_the_nanosecond(void **state)
{
	const gint64 when = G_GINT64_CONSTANT(1700000000123456789);
	g_autofree char *path = put(*state, "12345", when);
	ys_stamp stamp;

	assert_true(ys_file_stamp(path, &stamp, NULL));
	assert_int_equal(stamp.size, 5);
	assert_true(stamp.mtime == when);
	assert_false(stamp.unsettled);
}

static void a_file_is_unsettled_while_a_change_may_not_show(void **state)
{
	static const struct {
		gint64 age;     /* seconds */
		gboolean unsettled;
	} rows[] = { { 0, TRUE }, { 1, TRUE }, { 5, FALSE }, { -10, TRUE }, { -100000, TRUE }, { 100000, FALSE } };

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		gint64 now;
		ys_stamp stamp;

		/* again where the machine was too busy: meanwhile the file would have settled */
		do {
			g_autofree char *path = NULL;

			now = g_get_real_time();
			path = put(*state, "x", now * 1000 - rows[i].age * 1000000000);
			assert_true(ys_file_stamp(path, &stamp, NULL));
		} while (g_get_real_time() - now > G_USEC_PER_SEC / 2);
		assert_int_equal(stamp.unsettled, rows[i].unsettled);
	}
}

static void all_bytes_are_read(void **state)
{
	static const gsize sizes[] = { 0, 1, 4095, 4096, 4097, 1000000 };

	for (gsize i = 0; i < G_N_ELEMENTS(sizes); i++) {
		g_autofree char *text = g_strnfill(sizes[i], 'x'), *path = put(*state, text, 0), *data = NULL;
		ys_stamp stamp;
		gsize len;

		data = ys_file_read(path, &len, &stamp, NULL);
		assert_int_equal(len, sizes[i]);
		assert_int_equal(stamp.size, sizes[i]);
		assert_string_equal(data, text);
	}
}

static void what_is_no_regular_file_is_an_error_and_never_waited_for(void **state)
{
	g_autofree char *fifo = g_build_filename(*state, "pipe", NULL);
	const char *const paths[] = { fifo, *state, "/dev/null", "/dev/zero" };

	assert_int_equal(mkfifo(fifo, 0600), 0);
	for (gsize i = 0; i < G_N_ELEMENTS(paths); i++) {
		g_autoptr(GError) error = NULL;
		ys_stamp stamp;
		gsize len;

		assert_null(ys_file_read(paths[i], &len, &stamp, &error));
		assert_string_equal(error->message, "not a regular file");
		g_clear_error(&error);
		assert_false(ys_file_stamp(paths[i], &stamp, &error));
		assert_string_equal(error->message, "not a regular file");
	}
}

static void only_what_is_certainly_not_there_does_not_exist(void **state)
{
	g_autofree char *path = put(*state, "", 0), *link = g_build_filename(*state, "link", NULL);
	g_autofree char *below = g_build_filename(path, "below", NULL), *loop = g_build_filename(*state, "loop", NULL);

	assert_true(ys_file_exists(path));
	assert_false(ys_file_exists(link));
	assert_false(ys_file_exists(below));
	assert_int_equal(symlink("nowhere", link), 0);
	assert_false(ys_file_exists(link));
	assert_int_equal(symlink("loop", loop), 0);
	assert_true(ys_file_exists(loop));
}

/* Starts a process that goes on appending. */
static pid_t start_appending(const char *path)
{
	pid_t pid = fork();
	int fd;

	if (pid)
		return pid;
	fd = open(path, O_WRONLY | O_APPEND);
	while (write(fd, "x", 1) == 1)
		g_usleep(100);
	_exit(1);
}

static void what_lies_in_an_archive_is_there_as_long_as_that_is(void **state)
{
	g_autofree char *archive = put(*state, "x", 0), *path = ys_file_in_archive(archive, "a/b!/c.pdf");
	g_autofree char *found = NULL, *none = NULL;
	const char *inside = NULL;

	found = ys_file_archive(path, &inside);
	assert_string_equal(found, archive);
	assert_string_equal(inside, "a/b!/c.pdf");
	assert_true(ys_file_exists(path));
	assert_true(ys_file_is_below(path, archive));
	none = ys_file_archive(archive, &inside);
	assert_null(none);
	assert_int_equal(unlink(archive), 0);
	none = ys_file_archive(path, &inside);
	assert_null(none);
	assert_false(ys_file_exists(path));
}

/* A directory may have the name of an archive, and a !. */
static void what_lies_in_a_directory_lies_in_no_archive(void **state)
{
	g_autofree char *archive = put(*state, "x", 0), *dir = g_strconcat(archive, "!", NULL);
	g_autofree char *path = g_build_filename(dir, "x", NULL), *none = NULL;
	const char *inside;

	assert_int_equal(mkdir(dir, 0700), 0);
	assert_true(g_file_set_contents(path, "x", -1, NULL));
	none = ys_file_archive(path, &inside);
	assert_null(none);
	assert_int_equal(unlink(path), 0);
	assert_int_equal(rmdir(dir), 0);
}

static void a_file_that_goes_on_changing_is_an_error(void **state)
{
	g_autofree char *path = put(*state, "x", 0);
	g_autoptr(GError) error = NULL;
	g_autofree char *data = NULL;
	pid_t pid = start_appending(path);
	ys_stamp stamp;
	struct stat st;
	gsize len;

	/* until it has begun */
	while (stat(path, &st) == 0 && st.st_size < 10)
		g_usleep(1000);
	/* slowly enough to be changed meanwhile: some of the attempts may come through */
	for (int i = 0; i < 50 && !error; i++) {
		g_free(data);
		data = ys_file_read(path, &len, &stamp, &error);
		assert_true(!data || len == (gsize)stamp.size);
	}
	kill(pid, SIGKILL);
	assert_int_equal(waitpid(pid, NULL, 0), pid);
	if (error)
		assert_non_null(strstr(error->message, "is being written"));
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, make_dir, remove_dir)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_stamp_tells_size_and_time_to_the_nanosecond),
		TEST(a_file_is_unsettled_while_a_change_may_not_show),
		TEST(all_bytes_are_read),
		TEST(what_is_no_regular_file_is_an_error_and_never_waited_for),
		TEST(only_what_is_certainly_not_there_does_not_exist),
		TEST(what_lies_in_an_archive_is_there_as_long_as_that_is),
		TEST(what_lies_in_a_directory_lies_in_no_archive),
		TEST(a_file_that_goes_on_changing_is_an_error),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
