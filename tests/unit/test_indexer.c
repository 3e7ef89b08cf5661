/* The life of an index: what is added, corrected, moved, removed and merged, and that the
 * files alone decide what is in it. */
#include "index_fixture.h"

#define OLD 1700000000
#define NEW 1700000100

/* ---- unchanged files ---- */

static void a_second_run_finds_all_unchanged_and_publishes_nothing(void **state)
{
	place *at = *state;

	put_publication(at, "a.txt", OLD, 1, "甲");
	put_publication(at, "b.txt", OLD, 2, "乙");
	assert_indexed(at, INDEX(at, ""));
	assert_int_equal(at->summary.added, 2);
	assert_int_equal(at->summary.generation, 1);
	assert_indexed(at, INDEX(at, ""));
	assert_int_equal(at->summary.unchanged, 2);
	assert_int_equal(at->summary.bytes, 0);
	assert_int_equal(at->summary.generation, 0);
}

static void a_touched_file_is_read_but_not_indexed_again(void **state)
{
	place *at = *state;

	put_publication(at, "a.txt", OLD, 1, "甲");
	assert_indexed(at, INDEX(at, ""));
	set_time(at, "a.txt", NEW);
	assert_indexed(at, INDEX(at, ""));
	assert_int_equal(at->summary.unchanged, 1);
	assert_true(at->summary.bytes > 0);
	assert_int_equal(at->summary.generation, 0);
}

/* As an editor does that writes twice within what the file system's clock tells apart. */
static void a_change_that_the_time_does_not_show_is_found_where_it_could_be(void **state)
{
	place *at = *state;
	gint64 now = g_get_real_time() / G_USEC_PER_SEC;

	put_publication(at, "a.txt", now, 1, "甲");
	assert_indexed(at, INDEX(at, ""));
	put_publication(at, "a.txt", now, 1, "乙");
	assert_indexed(at, INDEX(at, ""));
	assert_int_equal(at->summary.corrected, 1);
	assert_true(has(at, "乙"));
}

static void a_time_in_the_future_is_never_trusted(void **state)
{
	place *at = *state;
	gint64 later = g_get_real_time() / G_USEC_PER_SEC + 3600;

	put_publication(at, "a.txt", later, 1, "甲");
	assert_indexed(at, INDEX(at, ""));
	put_publication(at, "a.txt", later, 1, "乙");
	assert_indexed(at, INDEX(at, ""));
	assert_int_equal(at->summary.corrected, 1);
}

static void a_file_whose_clock_goes_backwards_is_corrected(void **state)
{
	place *at = *state;

	put_publication(at, "a.txt", NEW, 1, "甲");
	assert_indexed(at, INDEX(at, ""));
	put_publication(at, "a.txt", OLD, 1, "乙");
	assert_indexed(at, INDEX(at, ""));
	assert_int_equal(at->summary.corrected, 1);
	assert_true(has(at, "乙"));
	assert_false(has(at, "甲"));
}

/* ---- several files of a publication ---- */

static const char *const three[] = { "a.txt", "b.txt", "c.txt" };
static const char *const notes[] = { "甲", "乙", "丙" };

/* Every order of the three, as digits. */
static const char *const orders[] = { "012", "021", "102", "120", "201", "210" };

static void put_three(const place *at, const char *times)
{
	for (int i = 0; i < 3; i++)
		put_publication(at, three[i], OLD + times[i] - '0', 7, notes[i]);
}

static void forget_index(const place *at)
{
	assert_true(ys_disk_remove(at->root, NULL));
}

static void the_newest_of_three_wins_in_any_order_and_number_of_runs(void **state)
{
	place *at = *state;

	for (gsize times = 0; times < G_N_ELEMENTS(orders); times++) {
		int newest = strchr(orders[times], '2') - orders[times];
		g_autofree char *wanted = NULL;

		put_three(at, orders[times]);
		assert_indexed(at, INDEX(at, ""));
		assert_true(has(at, notes[newest]));
		wanted = export_all(at->root);
		for (gsize order = 0; order < G_N_ELEMENTS(orders); order++) {
			g_autofree char *all = NULL;

			forget_index(at);
			for (int i = 0; i < 3; i++)
				assert_indexed(at, INDEX(at, three[orders[order][i] - '0']));
			all = export_all(at->root);
			assert_string_equal(all, wanted);
		}
		forget_index(at);
	}
}

static void of_equally_old_ones_the_greatest_path_wins(void **state)
{
	place *at = *state;

	put_three(at, "111");
	for (gsize order = 0; order < G_N_ELEMENTS(orders); order++) {
		for (int i = 0; i < 3; i++)
			assert_indexed(at, INDEX(at, three[orders[order][i] - '0']));
		assert_true(has(at, "丙"));
		forget_index(at);
	}
}

static void a_first_index_with_several_files_of_a_publication_hides_nothing(void **state)
{
	place *at = *state;
	g_autoptr(ys_manifest) manifest = NULL;

	put_three(at, "021");
	assert_indexed(at, INDEX(at, ""));
	assert_int_equal(at->summary.added, 1);
	assert_int_equal(at->summary.superseded, 2);
	manifest = manifest_of(at);
	assert_int_equal(manifest->hidden->len, 0);
	assert_int_equal(manifest->superseded->len, 2);
	assert_int_equal(((ys_segment_info *)manifest->segments->pdata[0])->records,
			 ys_manifest_entry_records(manifest->entries->pdata[0]));
}

static void superseded_files_are_not_read_again_but_said_each_time(void **state)
{
	place *at = *state;

	put_three(at, "021");
	assert_indexed(at, INDEX(at, ""));
	assert_indexed(at, INDEX(at, ""));
	assert_int_equal(at->summary.bytes, 0);
	assert_int_equal(at->summary.superseded, 2);
	assert_int_equal(at->summary.generation, 0);
	assert_non_null(strstr(at->said->str, "a.txt:0: the same publication as"));
	assert_non_null(strstr(at->said->str, "c.txt:0: the same publication as"));
}

static void a_loser_takes_over_when_the_winner_is_gone(void **state)
{
	place *at = *state;
	g_autofree char *b = doc_path(at, "b.txt");

	put_three(at, "021");
	assert_indexed(at, INDEX(at, ""));
	g_unlink(b);
	at->options.prune = TRUE;
	/* the losers are not even named */
	assert_indexed(at, INDEX(at, "b.txt"));
	assert_true(has(at, "丙"));
	assert_int_equal(at->summary.publications, 1);
}

static void a_loser_that_is_removed_changes_nothing(void **state)
{
	place *at = *state;
	g_autofree char *a = doc_path(at, "a.txt");

	put_three(at, "021");
	assert_indexed(at, INDEX(at, ""));
	g_unlink(a);
	at->options.prune = TRUE;
	assert_indexed(at, INDEX(at, ""));
	assert_true(has(at, "乙"));
	assert_int_equal(at->summary.removed, 0);
	assert_int_equal(at->summary.superseded, 1);
}

static void a_touched_loser_wins(void **state)
{
	place *at = *state;

	put_three(at, "021");
	assert_indexed(at, INDEX(at, ""));
	set_time(at, "a.txt", NEW);
	assert_indexed(at, INDEX(at, ""));
	assert_true(has(at, "甲"));
	assert_int_equal(at->summary.corrected, 1);
	assert_non_null(strstr(at->said->str, "b.txt:0: the same publication as"));
	assert_non_null(strstr(at->said->str, "newer and taken instead"));
}

static void a_winner_that_becomes_older_loses(void **state)
{
	place *at = *state;

	put_three(at, "021");
	assert_indexed(at, INDEX(at, ""));
	set_time(at, "b.txt", OLD - 100);
	assert_indexed(at, INDEX(at, ""));
	assert_true(has(at, "丙"));
}

static void a_winner_that_becomes_another_publication_leaves_the_first_to_the_next(void **state)
{
	place *at = *state;

	put_three(at, "021");
	assert_indexed(at, INDEX(at, ""));
	put_publication(at, "b.txt", NEW, 8, "丁");
	assert_indexed(at, INDEX(at, ""));
	assert_int_equal(at->summary.publications, 2);
	assert_true(has(at, "丁"));
	assert_true(has(at, "丙"));
}

static void a_candidate_that_turns_out_unreadable_leaves_the_next(void **state)
{
	place *at = *state;
	g_autofree char *b = doc_path(at, "b.txt");

	put_three(at, "021");
	assert_indexed(at, INDEX(at, ""));
	g_unlink(b);
	put_text(at, "c.txt", NEW, "");
	at->options.prune = TRUE;
	assert_indexed(at, INDEX(at, "b.txt"));
	assert_true(has(at, "甲"));
	assert_int_equal(at->summary.failed, 1);
}

static void a_copy_says_nothing_new(void **state)
{
	place *at = *state;

	put_publication(at, "a.txt", OLD, 1, "甲");
	put_publication(at, "b.txt", OLD, 1, "甲");
	assert_indexed(at, INDEX(at, ""));
	assert_int_equal(at->summary.added, 1);
	assert_int_equal(at->summary.unchanged, 1);
	assert_int_equal(at->summary.superseded, 0);
	assert_string_equal(at->said->str, "");
}

/* ---- moving and removing ---- */

static void a_moved_file_keeps_its_ids_and_is_there_once(void **state)
{
	place *at = *state;
	g_autofree char *a = doc_path(at, "a.txt"), *b = doc_path(at, "sub/b.txt"), *dir = doc_path(at, "sub");
	g_autoptr(ys_manifest) before = NULL, after = NULL;

	put_publication(at, "a.txt", OLD, 1, "甲");
	assert_indexed(at, INDEX(at, ""));
	before = manifest_of(at);
	assert_int_equal(g_mkdir(dir, 0755), 0);
	assert_int_equal(g_rename(a, b), 0);
	assert_indexed(at, INDEX(at, ""));
	assert_int_equal(at->summary.corrected, 1);
	assert_int_equal(at->summary.publications, 1);
	after = manifest_of(at);
	assert_string_equal(((ys_manifest_entry *)before->entries->pdata[0])->id,
			    ((ys_manifest_entry *)after->entries->pdata[0])->id);
	assert_string_equal(((ys_manifest_entry *)after->entries->pdata[0])->path, b);
	assert_true(has(at, b));
	assert_false(has(at, a));
}

/* Its name is all that tells it apart: it becomes another publication, not a second one. */
static void a_renamed_file_without_a_department_is_there_once(void **state)
{
	static const char text[] = "部门预算项目支出预算表\n\n单位：万元\n\n"
				   "项目名称\t总计\n合计\t1.00\n机房维护\t1.00\n";
	place *at = *state;
	g_autofree char *a = doc_path(at, "a.txt"), *b = doc_path(at, "b.txt");

	put_text(at, "a.txt", OLD, text);
	assert_indexed(at, INDEX(at, ""));
	assert_int_equal(g_rename(a, b), 0);
	assert_indexed(at, INDEX(at, ""));
	assert_int_equal(at->summary.publications, 1);
	assert_int_equal(at->summary.corrected, 1);
}

static void what_is_gone_stays_until_it_is_pruned(void **state)
{
	place *at = *state;
	g_autofree char *a = doc_path(at, "a.txt");

	put_publication(at, "a.txt", OLD, 1, "甲");
	put_publication(at, "b.txt", OLD, 2, "乙");
	assert_indexed(at, INDEX(at, ""));
	g_unlink(a);
	assert_indexed(at, INDEX(at, ""));
	assert_int_equal(at->summary.publications, 2);
	at->options.prune = TRUE;
	assert_indexed(at, INDEX(at, ""));
	assert_int_equal(at->summary.removed, 1);
	assert_int_equal(at->summary.publications, 1);
	assert_false(has(at, "甲"));
}

static void only_what_is_below_the_paths_is_pruned(void **state)
{
	place *at = *state;
	g_autofree char *a = doc_path(at, "x/a.txt"), *b = doc_path(at, "xy/b.txt");

	put_publication(at, "x/a.txt", OLD, 1, "甲");
	put_publication(at, "xy/b.txt", OLD, 2, "乙");
	put_publication(at, "x/c.txt", OLD, 3, "丙");
	assert_indexed(at, INDEX(at, ""));
	g_unlink(a);
	g_unlink(b);
	at->options.prune = TRUE;
	assert_indexed(at, INDEX(at, "x"));
	assert_int_equal(at->summary.removed, 1);
	assert_false(has(at, "甲"));
	assert_true(has(at, "乙"));
}

static void pruning_most_of_the_index_takes_force(void **state)
{
	place *at = *state;
	g_autofree char *a = doc_path(at, "a.txt"), *b = doc_path(at, "b.txt"), *c = doc_path(at, "c.txt");

	put_publication(at, "a.txt", OLD, 1, "甲");
	put_publication(at, "b.txt", OLD, 2, "乙");
	put_publication(at, "c.txt", OLD, 3, "丙");
	assert_indexed(at, INDEX(at, ""));
	g_unlink(a);
	g_unlink(b);
	at->options.prune = TRUE;
	assert_false(INDEX(at, ""));
	assert_non_null(strstr(at->error->message, "of 3 publications the files of 2 are gone"));
	assert_true(has(at, "甲"));
	g_unlink(c);
	at->options.force = TRUE;
	assert_indexed(at, INDEX(at, ""));
	assert_int_equal(at->summary.publications, 0);
	assert_false(has(at, "丙"));
}

/* ---- merging ---- */

static void segments_never_become_many(void **state)
{
	place *at = *state;
	g_autofree char *stepwise = NULL, *at_once = NULL;

	for (int i = 0; i < 30; i++) {
		g_autofree char *name = g_strdup_printf("p%02d.txt", i);
		g_autoptr(ys_manifest) manifest = NULL;

		put_publication(at, name, OLD, i, "甲");
		assert_indexed(at, INDEX(at, name));
		manifest = manifest_of(at);
		assert_true(manifest->segments->len <= 8);
		assert_int_equal(manifest->entries->len, i + 1);
	}
	stepwise = export_all(at->root);
	at->options.rebuild = TRUE;
	assert_indexed(at, INDEX(at, ""));
	at_once = export_all(at->root);
	assert_string_equal(stepwise, at_once);
}

static void corrections_do_not_pile_up(void **state)
{
	place *at = *state;
	g_autofree char *stepwise = NULL, *at_once = NULL;

	for (int i = 0; i < 12; i++) {
		g_autofree char *name = g_strdup_printf("p%02d.txt", i);

		put_publication(at, name, OLD, i, "甲");
	}
	assert_indexed(at, INDEX(at, ""));
	for (int i = 0; i < 12; i++) {
		g_autofree char *name = g_strdup_printf("p%02d.txt", i);
		g_autoptr(ys_manifest) manifest = NULL;

		put_publication(at, name, NEW, i, "乙");
		assert_indexed(at, INDEX(at, ""));
		assert_int_equal(at->summary.corrected, 1);
		manifest = manifest_of(at);
		/* a fifth of twelve publications, and none in segments that are gone */
		assert_true(manifest->hidden->len <= 3);
	}
	assert_false(has(at, "甲"));
	stepwise = export_all(at->root);
	at->options.rebuild = TRUE;
	assert_indexed(at, INDEX(at, ""));
	at_once = export_all(at->root);
	assert_string_equal(stepwise, at_once);
}

/* ---- processes ---- */

static void the_number_of_processes_and_the_order_of_paths_do_not_matter(void **state)
{
	static const int jobs[] = { 1, 2, 3, 7, 64 };
	place *at = *state;
	g_autofree char *wanted = NULL;

	for (int i = 0; i < 40; i++) {
		g_autofree char *name = g_strdup_printf("%c/p%02d.txt", "xyz"[i % 3], i);

		put_publication(at, name, OLD + i % 5, i % 33, notes[i % 3]);
	}
	at->options.rebuild = TRUE;
	for (gsize i = 0; i < G_N_ELEMENTS(jobs); i++) {
		g_autofree char *all = NULL;

		at->options.jobs = jobs[i];
		assert_indexed(at, i % 2 ? INDEX(at, "z", "y", "x") : INDEX(at, "x", "z", "y"));
		all = export_all(at->root);
		if (!wanted)
			wanted = g_steal_pointer(&all);
		else
			assert_string_equal(all, wanted);
	}
}

/* ---- files that are no publications ---- */

static void what_a_directory_has_besides_publications_is_passed_over(void **state)
{
	place *at = *state;

	put_publication(at, "a", OLD, 1, "甲");
	put_text(at, "b.txt", OLD, "今天天气很好。\n");
	put_text(at, "c.bin", OLD, "\1\2\3\4\5\6\7\16");
	put_text(at, "sources.tsv", OLD, "file\turl\n");
	put_text(at, ".d", OLD, "");
	assert_indexed(at, INDEX(at, ""));
	assert_int_equal(at->summary.added, 1);
	assert_int_equal(at->summary.failed, 0);
	assert_int_equal(at->summary.passed_over, 2);
	assert_non_null(strstr(at->said->str, "b.txt:0: passed over: no publication"));
	assert_non_null(strstr(at->said->str, "c.bin:0: passed over: not a text file"));
	assert_indexed(at, INDEX(at, ""));
	assert_int_equal(at->summary.unchanged, 1);
	assert_int_equal(at->summary.passed_over, 2);
	assert_int_equal(at->summary.generation, 0);
}

static void a_format_that_is_known_and_cannot_be_read_fails(void **state)
{
	place *at = *state;

	put_publication(at, "a.txt", OLD, 1, "甲");
	put_text(at, "b", OLD, "{\\rtf1 }");
	assert_indexed(at, INDEX(at, ""));
	assert_int_equal(at->summary.failed, 1);
	assert_int_equal(at->summary.passed_over, 0);
	assert_non_null(strstr(at->said->str, "b:0: an RTF document"));
}

static void what_is_named_and_no_publication_fails(void **state)
{
	static const char *const names[][4] = {
		{ "a.txt", "b.txt" }, { "a.txt", "", "b.txt" }, { "b.txt", "" }, { "", "./b.txt" },
	};
	place *at = *state;

	put_publication(at, "a.txt", OLD, 1, "甲");
	put_text(at, "b.txt", OLD, "今天天气很好。\n");
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		assert_indexed(at, index_names(at, names[i]));
		assert_int_equal(at->summary.failed, 1);
		assert_int_equal(at->summary.passed_over, 0);
		assert_null(strstr(at->said->str, "passed over"));
	}
}

static void a_publication_that_is_none_any_more_fails_and_stays(void **state)
{
	place *at = *state;

	put_publication(at, "a.txt", OLD, 1, "甲");
	put_publication(at, "b.txt", OLD, 2, "乙");
	assert_indexed(at, INDEX(at, ""));
	put_text(at, "a.txt", NEW, "今天天气很好。\n");
	for (int run = 0; run < 3; run++) {
		at->options.rebuild = run == 2;
		assert_indexed(at, INDEX(at, ""));
		assert_int_equal(at->summary.failed, 1);
		assert_int_equal(at->summary.passed_over, 0);
		assert_int_equal(at->summary.publications, 2);
		assert_true(has(at, "甲"));
	}
}

static void messages_come_in_the_order_of_files_whoever_reads_them(void **state)
{
	place *at = *state;
	g_autofree char *wanted = NULL;

	for (int i = 0; i < 12; i++) {
		g_autofree char *name = g_strdup_printf("p%02d.txt", i);

		put_text(at, name, OLD, i % 3 ? "" : "\xff\xfe nothing");
	}
	put_publication(at, "q.txt", OLD, 1, "甲");
	for (int jobs = 1; jobs < 5; jobs++) {
		at->options.jobs = jobs;
		at->options.rebuild = TRUE;
		assert_indexed(at, INDEX(at, ""));
		assert_int_equal(at->summary.passed_over, 12);
		if (!wanted)
			wanted = g_strdup(at->said->str);
		assert_string_equal(at->said->str, wanted);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_second_run_finds_all_unchanged_and_publishes_nothing),
		TEST(a_touched_file_is_read_but_not_indexed_again),
		TEST(a_change_that_the_time_does_not_show_is_found_where_it_could_be),
		TEST(a_time_in_the_future_is_never_trusted),
		TEST(a_file_whose_clock_goes_backwards_is_corrected),
		TEST(the_newest_of_three_wins_in_any_order_and_number_of_runs),
		TEST(of_equally_old_ones_the_greatest_path_wins),
		TEST(a_first_index_with_several_files_of_a_publication_hides_nothing),
		TEST(superseded_files_are_not_read_again_but_said_each_time),
		TEST(a_loser_takes_over_when_the_winner_is_gone),
		TEST(a_loser_that_is_removed_changes_nothing),
		TEST(a_touched_loser_wins),
		TEST(a_winner_that_becomes_older_loses),
		TEST(a_winner_that_becomes_another_publication_leaves_the_first_to_the_next),
		TEST(a_candidate_that_turns_out_unreadable_leaves_the_next),
		TEST(a_copy_says_nothing_new),
		TEST(a_moved_file_keeps_its_ids_and_is_there_once),
		TEST(a_renamed_file_without_a_department_is_there_once),
		TEST(what_is_gone_stays_until_it_is_pruned),
		TEST(only_what_is_below_the_paths_is_pruned),
		TEST(pruning_most_of_the_index_takes_force),
		TEST(segments_never_become_many),
		TEST(corrections_do_not_pile_up),
		TEST(the_number_of_processes_and_the_order_of_paths_do_not_matter),
		TEST(what_a_directory_has_besides_publications_is_passed_over),
		TEST(a_format_that_is_known_and_cannot_be_read_fails),
		TEST(what_is_named_and_no_publication_fails),
		TEST(a_publication_that_is_none_any_more_fails_and_stays),
		TEST(messages_come_in_the_order_of_files_whoever_reads_them),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
