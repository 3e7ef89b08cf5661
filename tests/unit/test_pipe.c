/* What the writer and its processes say to each other arrives as it was meant. */
#include "index/write/pipe.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static ys_manifest_entry *entry_new(void)
{
	ys_manifest_entry *entry = ys_manifest_entry_new();

	entry->path = g_strdup("a\xff.txt");
	entry->file = g_strdup("/b/a\xff.txt");
	entry->identity = g_strdup("青禾");
	entry->sha256 = g_strdup("00");
	entry->mtime = 7;
	return entry;
}

/* What was written to one end, without the end of the line. */
static char *line_from(int fd)
{
	char buf[4096];
	ssize_t n = read(fd, buf, sizeof buf);

	assert_true(n > 0 && buf[n - 1] == '\n' && memchr(buf, '\n', n) == buf + n - 1);
	return g_strndup(buf, n - 1);
}

static void a_report_arrives_as_it_was_made(void **state)
{
	g_autoptr(ys_manifest_entry) entry = entry_new();
	const ys_report reports[] = {
		{ .kind = YS_REPORT_BEGIN, .job = 3 },
		{ .kind = YS_REPORT_ASK, .text = (char *)"青禾", .stamp.mtime = G_MAXINT64 },
		{ .kind = YS_REPORT_REMARK, .job = 1, .number = 12, .text = (char *)"not\nUTF-8: \xff" },
		{ .kind = YS_REPORT_WARNING, .job = 1, .number = 7, .text = (char *)"doubtful" },
		{ .kind = YS_REPORT_SAME, .job = 2, .stamp = { 5, G_MININT64, TRUE } },
		{ .kind = YS_REPORT_READ, .entry = entry },
		{ .kind = YS_REPORT_MEMBER, .job = 2, .text = (char *)"预算/1.pdf" },
		{ .kind = YS_REPORT_SEVERAL, .job = 2, .number = 1, .stamp = { 5, 6, FALSE } },
		{ .kind = YS_REPORT_FOREIGN, .job = 4, .text = (char *)"no publication" },
		{ .kind = YS_REPORT_FAILED, .job = 199, .text = (char *)"" },
		{ .kind = YS_REPORT_DONE, .number = 1000 },
		{ .kind = YS_REPORT_ERROR, .number = 5, .text = (char *)"disk full" },
	};
	int fds[2];

	(void)state;
	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, fds), 0);
	for (gsize i = 0; i < G_N_ELEMENTS(reports); i++) {
		const ys_report *sent = &reports[i];
		g_auto(ys_report) got = { 0 };
		g_autofree char *line = NULL;

		assert_int_equal(sent->kind, i);
		assert_true(ys_pipe_report(fds[0], sent));
		line = line_from(fds[1]);
		assert_true(ys_pipe_understand(line, strlen(line), &got));
		assert_int_equal(got.kind, sent->kind);
		assert_int_equal(got.job, sent->job);
		assert_int_equal(got.number, sent->number);
		assert_int_equal(g_strcmp0(got.text, sent->text), 0);
		assert_int_equal(got.stamp.size, sent->stamp.size);
		assert_int_equal(got.stamp.mtime, sent->stamp.mtime);
		assert_int_equal(got.stamp.unsettled, sent->stamp.unsettled);
		assert_int_equal(got.entry != NULL, sent->entry != NULL);
		if (got.entry)
			assert_string_equal(got.entry->path, entry->path);
	}
	close(fds[0]);
	close(fds[1]);
}

static void what_is_no_report_is_not_understood(void **state)
{
	static const char *const lines[] = {
		"", "begin", "[]", "{}", "[0]", "[0,0,0,null,0,0,false]", "[\"0\",0,0,null,0,0,false,null]",
		/* no such kind */
		"[12,0,0,null,0,0,false,null]", "[-1,0,0,null,0,0,false,null]",
		/* a remark, a file in an archive without its text, a publication without its entry, or with half of one */
		"[2,0,0,null,0,0,false,null]", "[6,0,0,null,0,0,false,null]", "[5,0,0,null,0,0,false,null]",
		"[5,0,0,null,0,0,false,{\"path\":\"a\"}]",
		/* more than there is */
		"[0,0,0,null,0,0,false,null,0]",
	};

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
		g_auto(ys_report) report = { 0 };

		if (ys_pipe_understand(lines[i], strlen(lines[i]), &report))
			fail_msg("%s", lines[i]);
	}
}

static void batches_and_answers_arrive(void **state)
{
	gboolean wanted = FALSE;
	guint batch = 77;
	FILE *in;
	int fds[2];

	(void)state;
	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, fds), 0);
	in = fdopen(fds[1], "r");
	assert_true(ys_pipe_give(fds[0], 0) && ys_pipe_answer(fds[0], TRUE) && ys_pipe_answer(fds[0], FALSE) &&
		    ys_pipe_give(fds[0], G_MAXUINT));
	assert_true(ys_pipe_take(in, &batch) && batch == 0);
	assert_true(ys_pipe_take_answer(in, &wanted) && wanted);
	assert_true(ys_pipe_take_answer(in, &wanted) && !wanted);
	assert_true(ys_pipe_take(in, &batch) && batch == G_MAXUINT);
	shutdown(fds[0], SHUT_WR);
	assert_false(ys_pipe_take(in, &batch));
	assert_false(ys_pipe_take_answer(in, &wanted));
	fclose(in);
	/* nobody reads any more: no signal */
	assert_false(ys_pipe_give(fds[0], 0));
	close(fds[0]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_report_arrives_as_it_was_made),
		cmocka_unit_test(what_is_no_report_is_not_understood),
		cmocka_unit_test(batches_and_answers_arrive),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
