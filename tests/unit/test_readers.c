/* Readers while a writer publishes. */
#include "index_fixture.h"

#include <sys/wait.h>

#define OLD 1700000000
#define PUBLISHED 100

static void put_and_index(place *at, int i)
{
	static const char *const notes[] = { "甲", "乙", "丙", "丁", "戊" };

	put_publication(at, "a.txt", OLD + i, 1, notes[i % 5]);
	assert_indexed(at, INDEX(at, "a.txt"));
}

static void a_reader_reads_on_however_many_generations_come(void **state)
{
	place *at = *state;
	g_autoptr(ys_search) search = NULL;
	g_autoptr(GError) error = NULL;
	g_autoptr(GString) before = g_string_new(NULL), after = g_string_new(NULL);

	put_publication(at, "b.txt", OLD, 2, "己");
	assert_indexed(at, INDEX(at, ""));
	put_and_index(at, 0);
	assert_true(has(at, "甲"));
	search = ys_search_open(at->root, &error);
	assert_non_null(search);
	for (int i = 1; i < 5; i++)
		put_and_index(at, i);
	/* what it has open was removed from the disk three generations ago */
	if (!ys_search_each(search, (1u << YS_N_TYPES) - 1, append_record, after, &error))
		fail_msg("%s", error->message);
	assert_non_null(strstr(after->str, "甲"));
	assert_null(strstr(after->str, "戊"));
}

static guint count_lines(const GString *text)
{
	guint n = 0;

	for (gsize i = 0; i < text->len; i++)
		n += text->str[i] == '\n';
	return n;
}

/* Reads all there is, again and again, until the pipe is closed; never returns. */
static void read_all_the_time(const char *root, int fd)
{
	char byte = 0;
	guint rounds = 0;

	while (read(fd, &byte, 1) < 0) {
		g_autoptr(GError) error = NULL;
		g_autoptr(ys_search) search = ys_search_open(root, &error);
		g_autoptr(GString) out = g_string_new(NULL);

		if (!search || !ys_search_each(search, 1u << YS_PROJECT, append_record, out, &error)) {
			fprintf(stderr, "a reader saw: %s\n", error->message);
			_exit(1);
		}
		/* two publications of two projects each, whichever state it is */
		if (count_lines(out) != 4) {
			fprintf(stderr, "a reader saw half a state\n");
			_exit(1);
		}
		rounds++;
	}
	_exit(rounds ? 0 : 2);
}

static pid_t start_reader(const char *root, const int *fds)
{
	pid_t pid = fork();

	if (pid == 0) {
		close(fds[1]);
		fcntl(fds[0], F_SETFL, O_NONBLOCK);
		read_all_the_time(root, fds[0]);
	}
	return pid;
}

static void no_reader_sees_an_error_during_a_hundred_publications(void **state)
{
	place *at = *state;
	pid_t readers[2];
	int fds[2], status;

	put_publication(at, "b.txt", OLD, 2, "己");
	assert_indexed(at, INDEX(at, ""));
	put_and_index(at, 0);
	assert_int_equal(pipe(fds), 0);
	for (int i = 0; i < 2; i++)
		readers[i] = start_reader(at->root, fds);
	for (int i = 1; i <= PUBLISHED; i++)
		put_and_index(at, i);
	close(fds[0]);
	/* the end of the file ends them */
	close(fds[1]);
	for (int i = 0; i < 2; i++) {
		assert_int_equal(waitpid(readers[i], &status, 0), readers[i]);
		assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_reader_reads_on_however_many_generations_come),
		TEST(no_reader_sees_an_error_during_a_hundred_publications),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
