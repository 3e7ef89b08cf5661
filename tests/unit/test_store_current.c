/* What a reader makes of DIR/current; the writer's half is in test_store.c. */
#include "index/store/store.h"

#include <glib/gstdio.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static int make_root(void **state)
{
	*state = g_dir_make_tmp("yusou-current-XXXXXX", NULL);
	return *state ? 0 : -1;
}

/* The tests make these and nothing else. */
static int remove_root(void **state)
{
	static const char *const names[] = { "gen-0001/XAPIANDB", "gen-0001", "current/x", "current", "" };

	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autofree char *path = g_build_filename(*state, names[i], NULL);

		g_remove(path);
	}
	g_free(*state);
	return 0;
}

static void put(const char *root, const char *name, const char *text)
{
	g_autofree char *path = g_build_filename(root, name, NULL);
	g_autofree char *dir = g_path_get_dirname(path);

	assert_int_equal(g_mkdir_with_parents(dir, 0755), 0);
	assert_true(g_file_set_contents(path, text, -1, NULL));
}

static void assert_error(const GError *error, int code, const char *part)
{
	assert_non_null(error);
	if (!g_error_matches(error, YS_ERROR, code) || !strstr(error->message, part))
		fail_msg("unexpected error %d: %s", error->code, error->message);
}

static const struct {
	const char *name;
	const char *text;
} bad_pointers[] = {
	{ "empty", "" },
	{ "a newline", "\n" },
	{ "garbage", "\x01\x02garbage" },
	{ "a path", "auto ../../etc" },
	{ "a path behind a generation", "auto gen-0001/../../etc\n" },
	{ "an absolute path", "auto /etc\n" },
	{ "no number", "auto gen-\n" },
	{ "generation zero", "auto gen-0000\n" },
	{ "a temporary generation", "auto gen-0001.tmp\n" },
	{ "two lines", "auto gen-0001\nauto gen-0002\n" },
	{ "two ends", "auto gen-0001\n\n" },
	{ "another database type", "glass gen-0001\n" },
	{ "a sign", "auto gen-+1\n" },
	{ "a blank", "auto gen- 1\n" },
	{ "too many digits", "auto gen-00000000000000000001\n" },
	{ "a long line",
	  "auto gen-0001                                                                        \n" },
};

static void a_pointer_that_is_none_is_an_error(void **state)
{
	const char *root = *state;

	put(root, "gen-0001/XAPIANDB", "");
	for (gsize i = 0; i < G_N_ELEMENTS(bad_pointers); i++) {
		g_autoptr(GError) error = NULL;
		g_autofree char *dir = NULL;

		put(root, "current", bad_pointers[i].text);
		dir = ys_store_current(root, &error);
		if (dir || !g_error_matches(error, YS_ERROR, YS_ERROR_IO))
			fail_msg("accepted: %s", bad_pointers[i].name);
	}
}

static void a_nul_in_the_pointer_is_an_error(void **state)
{
	const char *root = *state;
	g_autofree char *path = g_build_filename(root, "current", NULL);
	g_autoptr(GError) error = NULL;

	put(root, "gen-0001/XAPIANDB", "");
	assert_true(g_file_set_contents(path, "auto gen-0001\0x", 15, NULL));
	assert_null(ys_store_current(root, &error));
	assert_error(error, YS_ERROR_IO, "does not name a generation");
}

static void a_pointer_written_by_hand_needs_no_newline(void **state)
{
	const char *root = *state;
	g_autofree char *dir = NULL;
	g_autofree char *expected = NULL;

	put(root, "gen-0001/XAPIANDB", "");
	put(root, "current", "auto gen-0001");
	dir = ys_store_current(root, NULL);
	expected = g_build_filename(root, "gen-0001", NULL);
	assert_string_equal(dir, expected);
}

static void a_pointer_that_is_a_directory_is_an_error(void **state)
{
	const char *root = *state;
	g_autoptr(GError) error = NULL;

	put(root, "current/x", "");
	assert_null(ys_store_current(root, &error));
	assert_error(error, YS_ERROR_IO, "/current");
}

static void a_pointer_to_a_missing_generation_is_an_error(void **state)
{
	const char *root = *state;
	g_autoptr(GError) error = NULL;

	put(root, "current", "auto gen-0009\n");
	assert_null(ys_store_current(root, &error));
	assert_error(error, YS_ERROR_IO, "is missing");
}

static void without_a_pointer_there_is_no_index(void **state)
{
	const char *root = *state;

	for (int missing = 0; missing < 2; missing++) {
		g_autoptr(GError) error = NULL;

		assert_null(ys_store_current(root, &error));
		assert_error(error, YS_ERROR_NO_INDEX, root);
		g_rmdir(root);
	}
}

static void a_root_that_is_a_file_is_an_error(void **state)
{
	g_autofree char *root = g_build_filename(*state, "current", NULL);
	g_autoptr(GError) error = NULL;

	put(*state, "current", "a file");
	assert_null(ys_store_current(root, &error));
	assert_error(error, YS_ERROR_IO, root);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, make_root, remove_root)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_pointer_that_is_none_is_an_error),
		TEST(a_nul_in_the_pointer_is_an_error),
		TEST(a_pointer_written_by_hand_needs_no_newline),
		TEST(a_pointer_that_is_a_directory_is_an_error),
		TEST(a_pointer_to_a_missing_generation_is_an_error),
		TEST(without_a_pointer_there_is_no_index),
		TEST(a_root_that_is_a_file_is_an_error),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
