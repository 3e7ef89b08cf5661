/* The oracle of exactness: what a search finds is what a plain scan of the folded text
 * finds, for every window of the titles and goals of real records. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <ftw.h>
#include <stdio.h>
#include <string.h>

#include "index/search/search.h"
#include "index/write/indexer.h"
#include "src/text/fold.h"

static const int lengths[] = { 1, 2, 3, 4, 8 };

/* A record as the scan sees it. */
typedef struct {
	char *id;
	char *text;             /* all searchable text, folded, '|' between fields */
	char *windows_of;       /* title and goal, folded */
} scanned;

typedef struct {
	char *dir;
	ys_search *search;
	GPtrArray *records;     /* of scanned: projects and items */
	GHashTable *done;       /* windows that were asked */
	guint asked;
} oracle;

static void scanned_free(scanned *s)
{
	g_free(s->id);
	g_free(s->text);
	g_free(s->windows_of);
	g_free(s);
}

static int remove_entry(const char *path, const struct stat *st, int type, struct FTW *walk)
{
	(void)st, (void)type, (void)walk;
	return remove(path);
}

static gboolean take_record(const ys_record *record, void *data)
{
	GPtrArray *records = data;
	GString *windows = g_string_new(NULL);
	scanned *s = g_new0(scanned, 1);

	ys_fold_append(windows, record->title, -1);
	g_string_append_c(windows, '|');
	if (record->goal)
		ys_fold_append(windows, record->goal, -1);
	s->id = g_strdup(record->id);
	s->text = ys_record_folded(record);
	s->windows_of = g_string_free(windows, FALSE);
	g_ptr_array_add(records, s);
	return TRUE;
}

static void ignore_message(const char *path, int line, const char *message, void *data)
{
	(void)path, (void)line, (void)message, (void)data;
}

static oracle *oracle_new(const char *source)
{
	oracle *o = g_new0(oracle, 1);
	g_autoptr(GError) error = NULL;
	g_autofree char *index = NULL, *path = g_strdup(source);
	char *paths[] = { path, NULL };
	ys_index_options options = { 0 };
	ys_index_summary summary;

	o->dir = g_dir_make_tmp("yusou-oracle-XXXXXX", NULL);
	index = g_build_filename(o->dir, "index", NULL);
	o->records = g_ptr_array_new_with_free_func((GDestroyNotify)scanned_free);
	o->done = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	if (!ys_index(index, paths, &options, ignore_message, NULL, &summary, &error) ||
	    !(o->search = ys_search_open(index, &error)) ||
	    !ys_search_each(o->search, 1u << YS_PROJECT | 1u << YS_ITEM, take_record, o->records, &error))
		fail_msg("%s: %s", source, error->message);
	return o;
}

static void oracle_free(oracle *o)
{
	ys_search_free(o->search);
	g_ptr_array_unref(o->records);
	g_hash_table_unref(o->done);
	nftw(o->dir, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
	g_free(o->dir);
	g_free(o);
}

static ys_char_class class_at(const char *p)
{
	return ys_char_class_of(g_utf8_get_char(p));
}

/* A window may begin or end anywhere in Han text, but a word is found whole or not at
 * all. */
static gboolean cuts_word(const char *text, const char *start, const char *end)
{
	const char *before = start > text ? g_utf8_prev_char(start) : NULL, *last = g_utf8_prev_char(end);

	if (*start == '.' || *last == '.' || *end == '.')
		return TRUE;
	return (before && (*before == '.' || class_at(before) == YS_CHAR_WORD) && class_at(start) == YS_CHAR_WORD) ||
	       (*end && class_at(end) == YS_CHAR_WORD && class_at(last) == YS_CHAR_WORD);
}

/* The scan does not share the program's matcher: every occurrence by memmem, and those that
 * cut a word left out. */
static gboolean scan_has(const char *text, const char *window)
{
	gsize len = strlen(window);

	for (const char *at = text; (at = strstr(at, window)); at++)
		if (!cuts_word(text, at, at + len))
			return TRUE;
	return FALSE;
}

static GHashTable *found_ids(const oracle *o, const char *window, guint *total)
{
	GHashTable *ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autofree char *quoted = g_strdup_printf("\"%s\"", window);
	g_autoptr(GError) error = NULL;
	g_autoptr(ys_query) query = ys_query_new();
	g_autoptr(ys_page) page = NULL;

	query->exact = TRUE;
	query->limit = YS_QUERY_LIMIT_MAX;
	if (!ys_query_set_text(query, quoted, &error) || !(page = ys_search_run(o->search, query, &error)))
		fail_msg("%s: %s", window, error->message);
	if (!page->total_exact)
		fail_msg("%s: the total is an estimate", window);
	for (guint i = 0; i < page->hits->len; i++)
		g_hash_table_add(ids, g_strdup(((ys_hit *)g_ptr_array_index(page->hits, i))->record->id));
	*total = page->total;
	return ids;
}

static void ask(oracle *o, const char *start, const char *end)
{
	char *window = g_strndup(start, end - start);
	g_autoptr(GHashTable) found = NULL;
	guint total, wanted = 0;

	if (strpbrk(window, " |")) {
		g_free(window);
		return;
	}
	if (!g_hash_table_add(o->done, window))
		return;
	o->asked++;
	found = found_ids(o, window, &total);
	for (guint i = 0; i < o->records->len; i++) {
		const scanned *s = g_ptr_array_index(o->records, i);
		gboolean has = scan_has(s->text, window);

		wanted += has;
		if (has && wanted <= YS_QUERY_LIMIT_MAX && total <= YS_QUERY_LIMIT_MAX &&
		    !g_hash_table_contains(found, s->id))
			fail_msg("'%s' is in %s but was not found there", window, s->id);
	}
	if (total != wanted)
		fail_msg("'%s': %u found, %u are there", window, total, wanted);
}

static void ask_windows(oracle *o, const char *text)
{
	for (const char *start = text; *start; start = g_utf8_next_char(start))
		for (gsize i = 0; i < G_N_ELEMENTS(lengths); i++) {
			const char *end = start;
			int n = 0;

			while (n < lengths[i] && *end) {
				end = g_utf8_next_char(end);
				n++;
			}
			if (n == lengths[i] && !cuts_word(text, start, end))
				ask(o, start, end);
		}
}

static void check_all(const char *source)
{
	oracle *o = oracle_new(source);

	assert_int_not_equal(o->records->len, 0);
	for (guint i = 0; i < o->records->len; i++)
		ask_windows(o, ((scanned *)g_ptr_array_index(o->records, i))->windows_of);
	print_message("%s: %u windows of %u records\n", source, o->asked, o->records->len);
	assert_true(o->asked > 1000);
	oracle_free(o);
}

static void every_window_of_the_samples_is_found_as_a_scan_finds_it(void **state)
{
	g_autofree char *samples = g_build_filename(g_getenv("top_srcdir"), "samples", NULL);

	(void)state;
	check_all(samples);
}

static void every_window_of_the_real_publications_is_found_as_a_scan_finds_it(void **state)
{
	g_autofree char *seeds = g_build_filename(g_getenv("top_srcdir"), "..", "shared", "seeds", NULL);

	(void)state;
	if (!g_file_test(seeds, G_FILE_TEST_IS_DIR)) {
		print_message("there is no ../shared/seeds\n");
		skip();
	}
	check_all(seeds);
}

/* One window in so many of a generated corpus is asked, by a fixed sequence. */
#define SAMPLED 60

static void ask_some_windows(oracle *o, const char *text, guint32 *random)
{
	for (const char *start = text; *start; start = g_utf8_next_char(start)) {
		const char *end = start;
		int n, wanted;

		*random = *random * 1664525 + 1013904223;
		if ((*random >> 16) % SAMPLED)
			continue;
		wanted = lengths[(*random >> 8) % G_N_ELEMENTS(lengths)];
		for (n = 0; n < wanted && *end; n++)
			end = g_utf8_next_char(end);
		if (n == wanted && !cuts_word(text, start, end))
			ask(o, start, end);
	}
}

static void random_windows_of_a_generated_corpus_are_found_as_a_scan_finds_them(void **state)
{
	g_autofree char *program =
		g_build_filename(g_getenv("top_srcdir"), "..", "shared", "bench", "gen_corpus.py", NULL);
	g_autofree char *dir = g_dir_make_tmp("yusou-corpus-XXXXXX", NULL);
	char *argv[] = { "python3", program, "--docs", "15", "--jobs", "1", "--out", dir, NULL };
	guint32 random = 20150101;
	int status = -1;
	oracle *o;

	(void)state;
	if (!g_file_test(program, G_FILE_TEST_EXISTS) ||
	    !g_spawn_sync(NULL, argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL,
			  &status, NULL) ||
	    status) {
		nftw(dir, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
		print_message("there is no python3 or no ../shared/bench\n");
		skip();
	}
	o = oracle_new(dir);
	for (guint i = 0; i < o->records->len; i++)
		ask_some_windows(o, ((scanned *)g_ptr_array_index(o->records, i))->windows_of, &random);
	print_message("generated: %u windows of %u records\n", o->asked, o->records->len);
	assert_true(o->asked > 300);
	oracle_free(o);
	nftw(dir, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_window_of_the_samples_is_found_as_a_scan_finds_it),
		cmocka_unit_test(every_window_of_the_real_publications_is_found_as_a_scan_finds_it),
		cmocka_unit_test(random_windows_of_a_generated_corpus_are_found_as_a_scan_finds_them),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
