/* Gaps that are known: rows that say what would be right, and fail as long as it is not so.  A rule that
 * closes one for a single example is worse than the gap; one that closes it for good fails here first,
 * and its row then goes to the others. */
#ifndef YS_KNOWN_BROKEN_H
#define YS_KNOWN_BROKEN_H

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/unit/publication_fixture.h"

typedef struct {
	CMUnitTestFunction function;
	gpointer row;
} broken_test;

/* In a process of its own, for a failure ends the test that is running. */
static inline void still_fails(void **state)
{
	const broken_test *broken = *state;
	const struct CMUnitTest test = { .name = "known broken", .test_func = broken->function,
					 .initial_state = broken->row };
	int status = 0;
	pid_t child;

	fflush(NULL);
	child = fork();
	if (!child) {
		if (!freopen("/dev/null", "w", stdout) || !freopen("/dev/null", "w", stderr))
			_exit(2);
		_exit(_cmocka_run_group_tests("known broken", &test, 1, NULL, NULL) == 1);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	g_free(*state);
	if (!WIFEXITED(status) || WEXITSTATUS(status) > 1)
		fail_msg("it does not fail but crash");
	if (!WEXITSTATUS(status))
		fail_msg("closed: remove the mark");
}

/* Like ADD_ROWS, for rows that are expected to fail. */
#define ADD_KNOWN_BROKEN(tests, rows, test_function)                                               \
	for (gsize row_index = 0; row_index < G_N_ELEMENTS(rows); row_index++) {                   \
		broken_test *broken = g_new(broken_test, 1);                                       \
												   \
		*broken = (broken_test){ test_function, (gpointer) & (rows)[row_index] };          \
		add_test(tests, (rows)[row_index].name, still_fails, broken);                      \
	}

#endif
