/* A rebuild and files that cannot be read: what was indexed of them stays. */
#include "index_fixture.h"

#define OLD 1700000000
#define NEW 1700000100

static gboolean rebuild(place *at)
{
	at->options.rebuild = TRUE;
	return INDEX(at, "");
}

static const char *const below[] = { "sub/a.txt", "sub/c.txt", "sub/d.txt", "sub/e.txt", "sub/f.txt" };

/* Two segments, and a version of b.txt that is hidden, but less than a fifth of them. */
static void make_index(place *at)
{
	put_publication(at, "b.txt", OLD, 9, "旧");
	put_publication(at, below[0], OLD, 0, "甲");
	for (int i = 1; i < (int)G_N_ELEMENTS(below); i++)
		put_publication(at, below[i], OLD, i, "丙");
	assert_indexed(at, INDEX(at, ""));
	put_publication(at, "b.txt", NEW, 9, "乙");
	assert_indexed(at, INDEX(at, ""));
}

static void assert_one_segment_without_hidden(const place *at)
{
	g_autoptr(ys_manifest) manifest = manifest_of(at);

	assert_int_equal(manifest->segments->len, 1);
	assert_int_equal(manifest->hidden->len, 0);
}

static void what_is_empty_now_keeps_what_it_was(void **state)
{
	place *at = *state;
	g_autofree char *before = NULL, *after = NULL;

	make_index(at);
	before = export_all(at->root);
	put_text(at, "sub/a.txt", NEW, "");
	put_text(at, "b.txt", NEW, "");
	assert_indexed(at, rebuild(at));
	assert_int_equal(at->summary.failed, 2);
	assert_int_equal(at->summary.kept, 2);
	assert_int_equal(at->summary.lost, 0);
	assert_int_equal(at->summary.added, 4);
	assert_int_equal(at->summary.publications, 6);
	assert_non_null(strstr(at->said->str, "a.txt:0: what was indexed of it (publications: 1) is kept"));
	after = export_all(at->root);
	assert_string_equal(after, before);
	assert_one_segment_without_hidden(at);
}

static void what_was_kept_is_kept_again_and_then_replaced(void **state)
{
	place *at = *state;

	make_index(at);
	put_text(at, "b.txt", NEW, "");
	for (int i = 0; i < 3; i++) {
		assert_indexed(at, rebuild(at));
		assert_int_equal(at->summary.kept, 1);
		assert_true(has(at, "乙"));
	}
	at->options.rebuild = FALSE;
	assert_indexed(at, INDEX(at, ""));
	assert_true(has(at, "乙"));
	put_publication(at, "b.txt", NEW + 1, 9, "新");
	assert_indexed(at, INDEX(at, ""));
	assert_int_equal(at->summary.corrected, 1);
	assert_false(has(at, "乙"));
	assert_true(has(at, "新"));
}

/* Where a directory was there is something that is none, so that root cannot read it either. */
static void all_below_a_directory_that_cannot_be_read_is_kept(void **state)
{
	place *at = *state;
	g_autofree char *sub = doc_path(at, "sub"), *aside = doc_path(at, ".aside");

	make_index(at);
	assert_int_equal(g_rename(sub, aside), 0);
	assert_int_equal(symlink("sub", sub), 0);
	at->options.rebuild = TRUE;
	assert_indexed(at, INDEX(at, "b.txt", "sub"));
	assert_int_equal(at->summary.failed, 1);
	assert_int_equal(at->summary.kept, 5);
	assert_int_equal(at->summary.publications, 6);
	assert_non_null(strstr(at->said->str, "sub:0: what was indexed of it (publications: 5) is kept"));
	assert_true(has(at, "甲"));
}

static void what_is_not_named_or_gone_is_not_kept(void **state)
{
	place *at = *state;
	g_autofree char *b = doc_path(at, "b.txt"), *a = doc_path(at, "sub/a.txt");

	make_index(at);
	g_unlink(a);
	assert_indexed(at, rebuild(at));
	assert_int_equal(at->summary.publications, 5);
	put_text(at, "b.txt", NEW, "");
	at->options.force = TRUE;
	assert_indexed(at, INDEX(at, "sub"));
	assert_int_equal(at->summary.publications, 4);
	assert_false(has(at, "乙"));
}

static void a_newer_file_of_the_publication_replaces_what_was_kept(void **state)
{
	place *at = *state;

	make_index(at);
	put_text(at, "sub/a.txt", NEW, "");
	put_publication(at, "z.txt", NEW, 0, "新");
	assert_indexed(at, rebuild(at));
	assert_true(has(at, "新"));
	assert_false(has(at, "甲"));
	assert_one_segment_without_hidden(at);
}

static void an_older_one_does_not(void **state)
{
	place *at = *state;

	make_index(at);
	put_text(at, "sub/a.txt", NEW, "");
	put_publication(at, "z.txt", OLD - 1, 0, "更旧");
	assert_indexed(at, rebuild(at));
	assert_true(has(at, "甲"));
	assert_false(has(at, "更旧"));
	assert_one_segment_without_hidden(at);
}

static void from_a_damaged_generation_nothing_is_taken_and_that_is_said(void **state)
{
	place *at = *state;
	g_autofree char *dir = NULL, *path = NULL, *data = NULL;
	gsize len;

	make_index(at);
	dir = ys_store_current(at->root, NULL);
	path = g_build_filename(dir, "seg-0001/docdata.glass", NULL);
	assert_true(g_file_get_contents(path, &data, &len, NULL));
	data[len / 2] ^= 1;
	assert_true(g_file_set_contents(path, data, len, NULL));
	put_text(at, "b.txt", NEW, "");
	assert_indexed(at, rebuild(at));
	assert_int_equal(at->summary.lost, 1);
	assert_int_equal(at->summary.kept, 0);
	assert_int_equal(at->summary.publications, 5);
	assert_non_null(strstr(at->said->str, "b.txt:0: what was indexed of it (publications: 1) cannot be "));
	assert_one_segment_without_hidden(at);
}

static void a_dry_run_says_what_would_be_kept(void **state)
{
	place *at = *state;
	g_autofree char *before = NULL, *after = NULL;

	make_index(at);
	before = export_all(at->root);
	put_text(at, "b.txt", NEW, "");
	at->options.dry_run = TRUE;
	assert_indexed(at, rebuild(at));
	assert_int_equal(at->summary.kept, 1);
	assert_int_equal(at->summary.publications, 6);
	assert_int_equal(at->summary.generation, 0);
	after = export_all(at->root);
	assert_string_equal(after, before);
}

static void nothing_readable_is_a_rebuild_of_what_was(void **state)
{
	place *at = *state;
	g_autofree char *before = NULL, *after = NULL;

	make_index(at);
	before = export_all(at->root);
	put_text(at, "b.txt", NEW, "");
	for (gsize i = 0; i < G_N_ELEMENTS(below); i++)
		put_text(at, below[i], NEW, "");
	assert_indexed(at, rebuild(at));
	assert_int_equal(at->summary.kept, 6);
	after = export_all(at->root);
	assert_string_equal(after, before);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_is_empty_now_keeps_what_it_was),
		TEST(what_was_kept_is_kept_again_and_then_replaced),
		TEST(all_below_a_directory_that_cannot_be_read_is_kept),
		TEST(what_is_not_named_or_gone_is_not_kept),
		TEST(a_newer_file_of_the_publication_replaces_what_was_kept),
		TEST(an_older_one_does_not),
		TEST(from_a_damaged_generation_nothing_is_taken_and_that_is_said),
		TEST(a_dry_run_says_what_would_be_kept),
		TEST(nothing_readable_is_a_rebuild_of_what_was),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
