#include "index/store/store.h"

#include <glib/gstdio.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

/* Each test has a root of its own below a temporary directory; the root does not
 * exist at first. */
typedef struct {
	char *base;
	char *root;
} place;

static int make_place(void **state)
{
	place *at = g_new0(place, 1);

	at->base = g_dir_make_tmp("yusou-store-XXXXXX", NULL);
	if (!at->base)
		return -1;
	at->root = g_build_filename(at->base, "a", "root", NULL);
	*state = at;
	return 0;
}

static void remove_all(const char *path)
{
	g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
	const char *name;

	while (dir && (name = g_dir_read_name(dir))) {
		g_autofree char *child = g_build_filename(path, name, NULL);

		remove_all(child);
	}
	g_remove(path);
}

static int remove_place(void **state)
{
	place *at = *state;

	remove_all(at->base);
	g_free(at->base);
	g_free(at->root);
	g_free(at);
	return 0;
}

/* ---- helpers ---- */

static void put(const char *root, const char *name, const char *text)
{
	g_autofree char *path = g_build_filename(root, name, NULL);
	g_autofree char *dir = g_path_get_dirname(path);

	assert_int_equal(g_mkdir_with_parents(dir, 0755), 0);
	assert_true(g_file_set_contents(path, text, -1, NULL));
}

static gboolean is_there(const char *root, const char *name)
{
	g_autofree char *path = g_build_filename(root, name, NULL);

	return g_file_test(path, G_FILE_TEST_EXISTS);
}

static void assert_text(const char *root, const char *name, const char *expected)
{
	g_autofree char *path = g_build_filename(root, name, NULL);
	g_autofree char *text = NULL;

	assert_true(g_file_get_contents(path, &text, NULL, NULL));
	assert_string_equal(text, expected);
}

static void assert_live(const char *root, const char *name)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *dir = ys_store_current(root, &error);
	g_autofree char *expected = g_build_filename(root, name, NULL);

	assert_null(error);
	assert_string_equal(dir, expected);
}

static ys_store *lock(const char *root)
{
	g_autoptr(GError) error = NULL;
	ys_store *store = ys_store_lock(root, FALSE, &error);

	if (!store)
		fail_msg("%s", error->message);
	return store;
}

/* A segment with one file. */
static char *fill_segment(ys_store *store, const char *text)
{
	const char *name;
	g_autofree char *path = ys_store_new_segment(store, &name);

	put(path, "docdata.glass", text);
	return g_strdup(name);
}

/* Publish a generation with one new segment that holds text. */
static void publish_one(const char *root, const char *text)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(ys_store) store = lock(root);
	g_autofree char *segment = NULL;

	assert_non_null(ys_store_begin(store, NULL));
	segment = fill_segment(store, text);
	assert_true(ys_store_write(store, "manifest.json", "{}", 2, NULL));
	if (!ys_store_publish(store, (const char *[]){ segment, NULL }, &error))
		fail_msg("%s", error->message);
}

static void assert_error(const GError *error, int code, const char *part)
{
	assert_non_null(error);
	if (!g_error_matches(error, YS_ERROR, code) || !strstr(error->message, part))
		fail_msg("unexpected error %d: %s", error->code, error->message);
}

/* ---- publishing ---- */

static void the_first_generation_is_published(void **state)
{
	const char *root = ((place *)*state)->root;

	publish_one(root, "one");
	assert_live(root, "gen-0001");
	assert_text(root, "current", "auto gen-0001\n");
	assert_text(root, "gen-0001/XAPIANDB", "auto seg-0001\n");
	assert_text(root, "gen-0001/manifest.json", "{}");
	assert_text(root, "gen-0001/seg-0001/docdata.glass", "one");
	assert_false(is_there(root, "gen-0001.tmp"));
	assert_false(is_there(root, "current.tmp"));
}

static void readers_see_the_old_generation_until_the_new_one_is_published(void **state)
{
	const char *root = ((place *)*state)->root;
	g_autoptr(ys_store) store = NULL;
	g_autofree char *segment = NULL;

	publish_one(root, "one");
	store = lock(root);
	assert_live(root, "gen-0001");
	assert_true(g_str_has_suffix(ys_store_begin(store, NULL), "/gen-0002.tmp"));
	assert_int_equal(ys_store_number(store), 2);
	assert_live(root, "gen-0001");
	segment = fill_segment(store, "two");
	assert_live(root, "gen-0001");
	assert_true(ys_store_publish(store, (const char *[]){ segment, NULL }, NULL));
	assert_live(root, "gen-0002");
}

static void the_previous_generation_is_kept_and_older_ones_are_removed(void **state)
{
	const char *root = ((place *)*state)->root;

	publish_one(root, "one");
	publish_one(root, "two");
	assert_true(is_there(root, "gen-0001"));
	publish_one(root, "three");
	assert_false(is_there(root, "gen-0001"));
	assert_true(is_there(root, "gen-0002"));
	assert_live(root, "gen-0003");
}

static void one_writer_may_publish_twice(void **state)
{
	const char *root = ((place *)*state)->root;
	g_autoptr(ys_store) store = lock(root);

	for (guint i = 1; i <= 3; i++) {
		g_autofree char *segment = NULL;

		assert_non_null(ys_store_begin(store, NULL));
		assert_int_equal(ys_store_number(store), i);
		segment = fill_segment(store, "x");
		assert_true(ys_store_publish(store, (const char *[]){ segment, NULL }, NULL));
	}
	assert_live(root, "gen-0003");
	assert_false(is_there(root, "gen-0001"));
}

static void new_segments_are_numbered_by_their_generation(void **state)
{
	const char *root = ((place *)*state)->root;
	g_autoptr(ys_store) store = NULL;
	g_autofree char *first = NULL;
	g_autofree char *second = NULL;
	g_autofree char *third = NULL;

	publish_one(root, "one");
	store = lock(root);
	assert_non_null(ys_store_begin(store, NULL));
	first = fill_segment(store, "x");
	second = fill_segment(store, "y");
	third = fill_segment(store, "z");
	assert_string_equal(first, "seg-0002");
	assert_string_equal(second, "seg-0002-2");
	assert_string_equal(third, "seg-0002-3");
	assert_true(ys_store_publish(store, (const char *[]){ first, third, NULL }, NULL));
	assert_text(root, "gen-0002/XAPIANDB", "auto seg-0002\nauto seg-0002-3\n");
}

static void a_kept_segment_outlives_its_first_generation(void **state)
{
	const char *root = ((place *)*state)->root;

	publish_one(root, "one");
	for (int i = 0; i < 2; i++) {
		g_autoptr(ys_store) store = lock(root);
		g_autofree char *segment = NULL;

		assert_non_null(ys_store_begin(store, NULL));
		assert_true(ys_store_keep_segment(store, "seg-0001", NULL));
		segment = fill_segment(store, "more");
		assert_true(ys_store_publish(store, (const char *[]){ "seg-0001", segment, NULL }, NULL));
	}
	assert_false(is_there(root, "gen-0001"));
	assert_text(root, "gen-0003/seg-0001/docdata.glass", "one");
	assert_text(root, "gen-0003/XAPIANDB", "auto seg-0001\nauto seg-0003\n");
}

static void a_segment_that_does_not_exist_cannot_be_kept(void **state)
{
	const char *root = ((place *)*state)->root;
	g_autoptr(GError) error = NULL;
	g_autoptr(ys_store) store = NULL;

	publish_one(root, "one");
	store = lock(root);
	assert_non_null(ys_store_begin(store, NULL));
	assert_false(ys_store_keep_segment(store, "seg-0007", &error));
	assert_error(error, YS_ERROR_IO, "gen-0001/seg-0007");
}

static void a_name_that_is_no_segment_is_refused(void **state)
{
	static const char *const names[] = { "", ".", "..", "seg-", "seg-/..", "seg-0001/../../x",
					     "../gen-0001/seg-0001", "XAPIANDB", "seg--1", "seg-1x" };
	const char *root = ((place *)*state)->root;
	g_autoptr(ys_store) store = NULL;

	publish_one(root, "one");
	store = lock(root);
	assert_non_null(ys_store_begin(store, NULL));
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autoptr(GError) error = NULL;

		assert_false(ys_store_keep_segment(store, names[i], &error));
		assert_error(error, YS_ERROR_IO, "is no name of a segment");
		assert_false(ys_store_publish(store, (const char *[]){ names[i], NULL }, NULL));
	}
	/* The name of a segment, but none was made. */
	assert_false(ys_store_publish(store, (const char *[]){ "seg-0002", NULL }, NULL));
	assert_live(root, "gen-0001");
}

static void only_plain_names_are_written(void **state)
{
	static const char *const names[] = { "", ".", "..", "../x", "a/b", "/x" };
	g_autoptr(ys_store) store = lock(((place *)*state)->root);

	assert_non_null(ys_store_begin(store, NULL));
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
		assert_false(ys_store_write(store, names[i], "", 0, NULL));
}

static void what_is_not_begun_can_be_neither_written_nor_published(void **state)
{
	const char *const none[] = { NULL };
	g_autoptr(ys_store) store = lock(((place *)*state)->root);

	assert_false(ys_store_write(store, "manifest.json", "", 0, NULL));
	assert_false(ys_store_keep_segment(store, "seg-0001", NULL));
	assert_false(ys_store_publish(store, none, NULL));
	assert_non_null(ys_store_begin(store, NULL));
	assert_null(ys_store_begin(store, NULL));
}

/* ---- what a writer leaves behind ---- */

static void an_unpublished_generation_is_removed_with_its_writer(void **state)
{
	const char *root = ((place *)*state)->root;
	ys_store *store;

	publish_one(root, "one");
	store = lock(root);
	assert_non_null(ys_store_begin(store, NULL));
	g_free(fill_segment(store, "two"));
	assert_true(is_there(root, "gen-0002.tmp/seg-0002/docdata.glass"));
	ys_store_free(store);
	assert_false(is_there(root, "gen-0002.tmp"));
	assert_live(root, "gen-0001");
}

static void leftovers_of_a_dead_writer_are_removed_and_nothing_else(void **state)
{
	const char *root = ((place *)*state)->root;
	g_autoptr(ys_store) store = NULL;

	publish_one(root, "one");
	put(root, "gen-0002.tmp/seg-0002/docdata.glass", "half");
	put(root, "current.tmp", "aut");
	put(root, "notes.tmp", "mine");
	put(root, "gen-x.tmp", "mine");
	store = lock(root);
	assert_false(is_there(root, "gen-0002.tmp"));
	assert_false(is_there(root, "current.tmp"));
	assert_text(root, "notes.tmp", "mine");
	assert_text(root, "gen-x.tmp", "mine");
	assert_live(root, "gen-0001");
}

/* A writer that died between renaming its generation and replacing the pointer. */
static void a_generation_that_never_became_live_is_not_reused(void **state)
{
	const char *root = ((place *)*state)->root;

	publish_one(root, "one");
	put(root, "gen-0002/seg-0002/docdata.glass", "orphan");
	assert_live(root, "gen-0001");
	publish_one(root, "three");
	assert_live(root, "gen-0003");
	assert_true(is_there(root, "gen-0001"));
	assert_false(is_there(root, "gen-0002"));
}

static void a_symbolic_link_in_a_leftover_is_not_followed(void **state)
{
	const place *at = *state;
	g_autofree char *target = g_build_filename(at->base, "precious", NULL);
	g_autofree char *link = g_build_filename(at->root, "gen-0001.tmp", "link", NULL);
	g_autoptr(ys_store) store = NULL;

	put(target, "file", "precious");
	put(at->root, "gen-0001.tmp/x", "");
	assert_int_equal(symlink(target, link), 0);
	store = lock(at->root);
	assert_false(is_there(at->root, "gen-0001.tmp"));
	assert_text(target, "file", "precious");
}

/* ---- the lock ---- */

static void a_second_writer_is_told_who_holds_the_lock(void **state)
{
	const char *root = ((place *)*state)->root;
	g_autoptr(GError) error = NULL;
	g_autofree char *holder = NULL;
	int ready[2], done[2];
	char byte = 0;
	pid_t child;

	assert_int_equal(pipe(ready), 0);
	assert_int_equal(pipe(done), 0);
	child = fork();
	if (child == 0) {
		ys_store *store = ys_store_lock(root, FALSE, NULL);

		close(done[1]);
		if (!store || write(ready[1], "r", 1) != 1 || read(done[0], &byte, 1) < 0)
			_exit(1);
		ys_store_free(store);
		_exit(0);
	}
	close(ready[1]);
	assert_int_equal(read(ready[0], &byte, 1), 1);
	holder = g_strdup_printf("(process %ld)", (long)child);
	assert_null(ys_store_lock(root, FALSE, &error));
	assert_error(error, YS_ERROR_LOCKED, holder);
	close(done[1]);
	assert_int_equal(waitpid(child, NULL, 0), child);
	close(done[0]);
	close(ready[0]);
	ys_store_free(lock(root));
}

static void a_lock_whose_holder_was_killed_is_free(void **state)
{
	const char *root = ((place *)*state)->root;
	int ready[2];
	char byte;
	pid_t child;

	assert_int_equal(pipe(ready), 0);
	child = fork();
	if (child == 0) {
		ys_store *store = ys_store_lock(root, FALSE, NULL);

		if (!store || !ys_store_begin(store, NULL) || write(ready[1], "r", 1) != 1)
			_exit(1);
		pause();
		_exit(0);
	}
	close(ready[1]);
	assert_int_equal(read(ready[0], &byte, 1), 1);
	close(ready[0]);
	kill(child, SIGKILL);
	assert_int_equal(waitpid(child, NULL, 0), child);
	assert_true(is_there(root, "gen-0001.tmp"));
	publish_one(root, "one");
	assert_live(root, "gen-0001");
}

static void a_forked_worker_takes_nothing_down_with_it(void **state)
{
	const char *root = ((place *)*state)->root;
	g_autoptr(ys_store) store = lock(root);
	pid_t child;

	assert_non_null(ys_store_begin(store, NULL));
	child = fork();
	if (child == 0) {
		ys_store_free(store);
		_exit(0);
	}
	assert_int_equal(waitpid(child, NULL, 0), child);
	assert_true(is_there(root, "gen-0001.tmp"));
	assert_null(ys_store_lock(root, FALSE, NULL));
}

/* ---- the pointer ---- */

static void a_rebuild_replaces_a_damaged_pointer_and_keeps_what_was_there(void **state)
{
	const char *root = ((place *)*state)->root;

	publish_one(root, "one");
	publish_one(root, "two");
	put(root, "current", "garbage");
	publish_one(root, "three");
	assert_live(root, "gen-0003");
	assert_true(is_there(root, "gen-0002"));
	assert_false(is_there(root, "gen-0001"));
}

static void an_operator_may_point_back_at_the_previous_generation(void **state)
{
	const char *root = ((place *)*state)->root;

	publish_one(root, "one");
	publish_one(root, "two");
	put(root, "current", "auto gen-0001\n");
	publish_one(root, "three");
	assert_live(root, "gen-0003");
	assert_true(is_there(root, "gen-0001"));
	assert_false(is_there(root, "gen-0002"));
}

/* ---- faults ---- */

static void a_root_that_is_a_file_is_an_error_that_names_it(void **state)
{
	const char *root = ((place *)*state)->root;
	g_autofree char *parent = g_path_get_dirname(root);
	g_autoptr(GError) error = NULL;

	put(parent, "root", "a file");
	assert_null(ys_store_lock(root, FALSE, &error));
	assert_error(error, YS_ERROR_IO, root);
}

static void a_root_that_cannot_be_written_is_an_error_that_names_it(void **state)
{
	const char *root = ((place *)*state)->root;
	g_autoptr(GError) error = NULL;

	if (geteuid() == 0) {
		print_message("permissions do not bind root\n");
		skip();
	}
	assert_int_equal(g_mkdir_with_parents(root, 0755), 0);
	assert_int_equal(g_chmod(root, 0555), 0);
	assert_null(ys_store_lock(root, FALSE, &error));
	g_chmod(root, 0755);
	assert_error(error, YS_ERROR_IO, root);
}

/* As on a full disk, from the byte limit on. */
static void limit_file_size(rlim_t limit, struct rlimit *old)
{
	struct rlimit now;

	assert_int_equal(getrlimit(RLIMIT_FSIZE, old), 0);
	now = (struct rlimit){ limit, old->rlim_max };
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &now), 0);
}

static void a_full_disk_while_writing_leaves_the_old_generation_live(void **state)
{
	const char *root = ((place *)*state)->root;
	g_autofree char *big = g_strnfill(10000, 'x');
	g_autoptr(GError) error = NULL;
	g_autoptr(ys_store) store = NULL;
	struct rlimit old;
	gboolean ok;

	publish_one(root, "one");
	store = lock(root);
	assert_non_null(ys_store_begin(store, NULL));
	limit_file_size(4096, &old);
	ok = ys_store_write(store, "manifest.json", big, 10000, &error);
	setrlimit(RLIMIT_FSIZE, &old);
	assert_false(ok);
	assert_error(error, YS_ERROR_IO, "gen-0002.tmp/manifest.json");
	assert_live(root, "gen-0001");
}

static void a_full_disk_while_publishing_leaves_the_old_generation_live(void **state)
{
	/* Bytes that still fit: none for the stub, and the stub but not the pointer. */
	static const rlim_t limits[] = { 0, 13 };
	static const char *const paths[] = { "XAPIANDB", "current.tmp" };
	const char *root = ((place *)*state)->root;
	const char *const none[] = { NULL };

	publish_one(root, "one");
	for (gsize i = 0; i < G_N_ELEMENTS(limits); i++) {
		g_autoptr(GError) error = NULL;
		ys_store *store = lock(root);
		g_autofree char *segment = NULL;
		struct rlimit old;
		gboolean ok;

		assert_non_null(ys_store_begin(store, NULL));
		segment = fill_segment(store, "two");
		limit_file_size(limits[i], &old);
		ok = ys_store_publish(store, i ? none : (const char *[]){ segment, NULL }, &error);
		setrlimit(RLIMIT_FSIZE, &old);
		assert_false(ok);
		assert_error(error, YS_ERROR_IO, paths[i]);
		assert_live(root, "gen-0001");
		ys_store_free(store);
		assert_false(is_there(root, "gen-0002"));
		assert_false(is_there(root, "gen-0002.tmp"));
		assert_false(is_there(root, "current.tmp"));
	}
	publish_one(root, "two");
	assert_live(root, "gen-0002");
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, make_place, remove_place)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_first_generation_is_published),
		TEST(readers_see_the_old_generation_until_the_new_one_is_published),
		TEST(the_previous_generation_is_kept_and_older_ones_are_removed),
		TEST(one_writer_may_publish_twice),
		TEST(new_segments_are_numbered_by_their_generation),
		TEST(a_kept_segment_outlives_its_first_generation),
		TEST(a_segment_that_does_not_exist_cannot_be_kept),
		TEST(a_name_that_is_no_segment_is_refused),
		TEST(only_plain_names_are_written),
		TEST(what_is_not_begun_can_be_neither_written_nor_published),
		TEST(an_unpublished_generation_is_removed_with_its_writer),
		TEST(leftovers_of_a_dead_writer_are_removed_and_nothing_else),
		TEST(a_generation_that_never_became_live_is_not_reused),
		TEST(a_symbolic_link_in_a_leftover_is_not_followed),
		TEST(a_second_writer_is_told_who_holds_the_lock),
		TEST(a_lock_whose_holder_was_killed_is_free),
		TEST(a_forked_worker_takes_nothing_down_with_it),
		TEST(a_rebuild_replaces_a_damaged_pointer_and_keeps_what_was_there),
		TEST(an_operator_may_point_back_at_the_previous_generation),
		TEST(a_root_that_is_a_file_is_an_error_that_names_it),
		TEST(a_root_that_cannot_be_written_is_an_error_that_names_it),
		TEST(a_full_disk_while_writing_leaves_the_old_generation_live),
		TEST(a_full_disk_while_publishing_leaves_the_old_generation_live),
	};

	signal(SIGXFSZ, SIG_IGN);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
