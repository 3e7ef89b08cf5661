#include "tests/unit/xapian_fixture.h"

/* ---- writing and reading back ---- */

static void what_was_committed_is_there(void **state)
{
	g_autoptr(xc_reader) reader = NULL;
	g_autofree char *data = NULL;
	guint32 freq = 77;
	gsize len = 77;

	fill_rows(state, "db");
	reader = open_reader(state, "db");
	assert_int_equal(xc_reader_n_documents(reader), 6);
	data = xc_reader_data(reader, 5, &len, NULL);
	assert_string_equal(data, "five");
	assert_int_equal(len, 4);
	assert_true(xc_reader_termfreq(reader, "政务", &freq, NULL));
	assert_int_equal(freq, 2);
	assert_true(xc_reader_termfreq(reader, "无", &freq, NULL));
	assert_int_equal(freq, 0);
}

static void data_may_hold_any_byte(void **state)
{
	static const char bytes[] = "a\0\xff\nz";
	g_autoptr(xc_writer) writer = create(state, "db");
	g_autoptr(xc_document) doc = xc_document_new();
	g_autoptr(xc_reader) reader = NULL;
	g_autofree char *data = NULL;
	gsize len = 0;

	xc_document_set_data(doc, bytes, sizeof(bytes) - 1);
	assert_true(xc_writer_add(writer, doc, NULL));
	assert_true(xc_writer_commit(writer, NULL));
	reader = open_reader(state, "db");
	data = xc_reader_data(reader, 1, &len, NULL);
	assert_int_equal(len, sizeof(bytes) - 1);
	assert_memory_equal(data, bytes, sizeof(bytes));
}

/* 2,500 documents: more than are held in memory between two flushes. */
static void nothing_is_there_without_commit(void **state)
{
	g_autoptr(xc_writer) writer = create(state, "db");
	g_autoptr(xc_reader) during = NULL;
	g_autoptr(xc_reader) after = NULL;

	for (int i = 0; i < 2500; i++)
		add(writer, &rows[0]);
	during = open_reader(state, "db");
	assert_int_equal(xc_reader_n_documents(during), 0);
	g_clear_pointer(&writer, xc_writer_free);
	after = open_reader(state, "db");
	assert_int_equal(xc_reader_n_documents(after), 0);
}

static void free_keeps_the_last_commit_and_drops_the_rest(void **state)
{
	g_autoptr(xc_writer) writer = create(state, "db");
	g_autoptr(xc_reader) reader = NULL;
	guint32 freq;

	for (int i = 0; i < 1500; i++)
		add(writer, &rows[i % 2]);
	assert_true(xc_writer_commit(writer, NULL));
	for (int i = 0; i < 1500; i++)
		add(writer, &rows[3]);
	g_clear_pointer(&writer, xc_writer_free);
	reader = open_reader(state, "db");
	assert_int_equal(xc_reader_n_documents(reader), 1500);
	assert_true(xc_reader_termfreq(reader, "政务", &freq, NULL) && freq == 1500);
	assert_true(xc_reader_termfreq(reader, "市府", &freq, NULL) && freq == 0);
}

static void a_path_that_exists_is_refused(void **state)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *db = in_dir(state, "db");
	g_autofree char *file = in_dir(state, "file");
	g_autofree char *orphan = in_dir(state, "no/such/parent");
	const char *sources[] = { db, NULL };

	fill_rows(state, "db");
	write_file(state, "file", "mine");
	assert_null(xc_writer_create(db, &error));
	expect_code(&error, YS_ERROR_IO);
	assert_null(xc_writer_create(file, &error));
	expect_code(&error, YS_ERROR_IO);
	assert_null(xc_writer_create(orphan, &error));
	expect_code(&error, YS_ERROR_IO);
	assert_false(xc_compact(sources, db, &error));
	expect_code(&error, YS_ERROR_IO);
	assert_false(xc_compact(sources, file, &error));
	expect_code(&error, YS_ERROR_IO);
}

/* Xapian holds 245 bytes, a NUL counting twice; and when it refuses a document itself,
 * those before it are lost. */
static void a_term_is_at_most_245_bytes(void **state)
{
	static const struct {
		gsize length, nuls;
		gboolean fits;
	} cases[] = {
		{ 0, 0, FALSE }, { 1, 0, TRUE }, { 243, 0, TRUE }, { 245, 0, TRUE }, { 246, 0, FALSE },
		{ 244, 1, TRUE }, { 245, 1, FALSE }, { 122, 122, TRUE }, { 123, 123, FALSE },
		{ 100000, 0, FALSE },
	};
	g_autoptr(xc_writer) writer = create(state, "db");
	g_autoptr(xc_reader) reader = NULL;
	g_autoptr(GError) error = NULL;
	guint32 docid = 1;

	add(writer, &rows[0]);
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *text = g_strnfill(cases[i].length, 'x');
		g_autoptr(xc_document) doc = xc_document_new();

		memset(text, 0, cases[i].nuls);
		xc_document_add_term(doc, text, cases[i].length, 1);
		xc_document_add_term(doc, "also", -1, 1);
		assert_int_equal(xc_writer_add(writer, doc, &error), cases[i].fits);
		if (!cases[i].fits)
			expect_code(&error, YS_ERROR_INPUT);
	}
	assert_true(xc_writer_commit(writer, NULL));
	reader = open_reader(state, "db");
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *text = g_strnfill(cases[i].length, 'x');
		g_autofree char *expected = NULL;
		g_autoptr(xc_query) query = NULL;

		memset(text, 0, cases[i].nuls);
		query = xc_query_term(text, cases[i].length, &error);
		if (!cases[i].fits) {
			assert_null(query);
			expect_code(&error, YS_ERROR_INPUT);
			continue;
		}
		expected = g_strdup_printf("%u", ++docid);
		expect_hits(reader, g_steal_pointer(&query), &everything, expected);
	}
	assert_int_equal(xc_reader_n_documents(reader), docid);
}

static gboolean collect(const char *text, guint32 freq, void *data)
{
	GString *out = data;

	g_string_append_printf(out, "%s=%u ", text, freq);
	return !g_str_has_prefix(text, "stop");
}

static void terms_are_listed_by_prefix_in_byte_order(void **state)
{
	static const struct row words[] = {
		{ "政务 政 Y2023 Y2022", NO_NUMBER, "" }, { "财政 政 政务 Y2023", NO_NUMBER, "" },
		{ "stop1 stop2 sto", NO_NUMBER, "" },
	};
	static const struct {
		const char *prefix, *expected;
	} cases[] = {
		{ "政", "政=2 政务=2 " }, { "无", "" },
		{ "Y", "Y2022=1 Y2023=2 " }, { "Y2023", "Y2023=2 " },
		{ "s", "sto=1 stop1=1 " },
		{ "", "Y2022=1 Y2023=2 sto=1 stop1=1 " },
	};
	g_autoptr(xc_reader) reader = NULL;

	fill(state, "db", words, G_N_ELEMENTS(words));
	reader = open_reader(state, "db");
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GString) got = g_string_new(NULL);

		assert_true(xc_reader_each_term(reader, cases[i].prefix, collect, got, NULL));
		assert_string_equal(got->str, cases[i].expected);
	}
}

static void a_document_that_is_not_there_is_an_error(void **state)
{
	g_autoptr(xc_reader) reader = NULL;
	g_autoptr(GError) error = NULL;
	gsize len;

	fill_rows(state, "db");
	reader = open_reader(state, "db");
	assert_null(xc_reader_data(reader, 7, &len, &error));
	expect_code(&error, YS_ERROR_IO);
}

/* ---- several databases ---- */

static void fill_segments(void **state)
{
	g_autofree char *generation = in_dir(state, "gen-0001");

	assert_int_equal(g_mkdir(generation, 0755), 0);
	fill(state, "gen-0001/seg-0001", rows, 2);
	fill(state, "gen-0001/seg-0002", rows + 2, 3);
	fill(state, "gen-0001/seg-0003", rows + 5, 1);
	write_file(state, "gen-0001/XAPIANDB", "auto seg-0001\nauto seg-0002\nauto seg-0003\n");
	write_file(state, "current", "auto gen-0001\n");
	write_file(state, "list", "auto gen-0001/seg-0001\nauto gen-0001/seg-0002\nauto gen-0001/seg-0003\n");
}

/* A pointer to a generation to its segments: Xapian follows it by itself. */
static void stubs_open_as_one_database(void **state)
{
	static const char *const names[] = { "list", "gen-0001", "gen-0001/XAPIANDB", "current" };

	fill_segments(state);
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autoptr(xc_reader) reader = open_reader(state, names[i]);
		g_autoptr(xc_result) result = NULL;
		g_autofree char *all_data = g_strdup("");
		guint32 freq;

		assert_int_equal(xc_reader_n_documents(reader), 6);
		assert_true(xc_reader_termfreq(reader, "XTproject", &freq, NULL));
		assert_int_equal(freq, 3);
		result = search(reader, all(), &(xc_page){ 10, 10, XC_BY_NUMBER, SLOT });
		assert_int_equal(result->total, 6);
		for (guint h = 0; h < result->hits->len; h++) {
			guint32 docid = g_array_index(result->hits, xc_hit, h).docid;
			gsize len;
			g_autofree char *data = xc_reader_data(reader, docid, &len, NULL);
			char *longer;

			longer = g_strconcat(all_data, data, " ", NULL);
			g_free(all_data);
			all_data = longer;
		}
		/* 1e9, 100, 100, -5, none, none; equals by the docids of this reader. */
		assert_string_equal(all_data, "four one six three two five ");
	}
}

static void a_stub_that_lists_nothing_has_no_documents(void **state)
{
	g_autoptr(xc_reader) reader = NULL;

	write_file(state, "empty", "");
	reader = open_reader(state, "empty");
	assert_int_equal(xc_reader_n_documents(reader), 0);
	expect_hits(reader, all(), &everything, "");
	expect_hits(reader, prefix("政"), &(xc_page){ 10, 0, XC_BY_NUMBER, SLOT }, "");
}

static gboolean there(void **state, const char *name)
{
	g_autofree char *path = in_dir(state, name);

	return g_file_test(path, G_FILE_TEST_EXISTS);
}

static void compaction_keeps_everything_in_order(void **state)
{
	g_autofree char *merged = in_dir(state, "merged");
	g_autofree char *a = in_dir(state, "gen-0001/seg-0001");
	g_autofree char *b = in_dir(state, "gen-0001/seg-0002");
	g_autofree char *c = in_dir(state, "gen-0001/seg-0003");
	const char *sources[] = { a, b, c, NULL };
	g_autoptr(GError) error = NULL;
	g_autoptr(xc_reader) reader = NULL;

	fill_segments(state);
	assert_true(xc_compact(sources, merged, &error));
	assert_null(error);
	reader = open_reader(state, "merged");
	assert_int_equal(xc_reader_n_documents(reader), G_N_ELEMENTS(rows));
	for (guint32 i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_auto(GStrv) words = g_strsplit(rows[i].terms, " ", -1);
		g_autofree char *docid = g_strdup_printf("%u", i + 1);
		gsize len;
		g_autofree char *data = xc_reader_data(reader, i + 1, &len, NULL);

		assert_string_equal(data, rows[i].data);
		for (char **w = words; *w; w++) {
			g_autoptr(xc_result) result = search(reader, term(*w), &everything);
			g_autofree char *got = docids(result);

			assert_non_null(strstr(got, docid));
		}
	}
	for (gsize i = 0; i < G_N_ELEMENTS(rankings); i++)
		expect_hits(reader, all(), &(xc_page){ 10, 0, rankings[i].order, SLOT },
			    rankings[i].expected);
	/* Neither costs a byte: positions and termlist would triple the size. */
	assert_true(there(state, "merged/postlist.glass"));
	assert_false(there(state, "merged/position.glass"));
	assert_false(there(state, "merged/termlist.glass"));
	assert_false(there(state, "gen-0001/seg-0001/termlist.glass"));
}

static void compaction_takes_empty_databases_but_not_missing_ones(void **state)
{
	g_autofree char *void_db = in_dir(state, "void");
	g_autofree char *merged = in_dir(state, "merged");
	g_autofree char *never = in_dir(state, "never");
	g_autofree char *missing = in_dir(state, "missing");
	g_autoptr(GError) error = NULL;
	g_autoptr(xc_reader) reader = NULL;

	fill(state, "void", rows, 0);
	assert_true(xc_compact((const char *[]){ void_db, void_db, NULL }, merged, &error));
	reader = open_reader(state, "merged");
	assert_int_equal(xc_reader_n_documents(reader), 0);
	assert_false(xc_compact((const char *[]){ void_db, missing, NULL }, never, &error));
	assert_non_null(strstr(error->message, "missing"));
	expect_code(&error, YS_ERROR_IO);
	assert_false(xc_compact((const char *[]){ NULL }, never, &error));
	expect_code(&error, YS_ERROR_INTERNAL);
	assert_false(there(state, "never"));
}

static void null_may_be_freed(void **state)
{
	(void)state;
	xc_document_free(NULL);
	xc_writer_free(NULL);
	xc_query_free(NULL);
	xc_reader_free(NULL);
	xc_result_free(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_was_committed_is_there),
		TEST(data_may_hold_any_byte),
		TEST(nothing_is_there_without_commit),
		TEST(free_keeps_the_last_commit_and_drops_the_rest),
		TEST(a_path_that_exists_is_refused),
		TEST(a_term_is_at_most_245_bytes),
		TEST(terms_are_listed_by_prefix_in_byte_order),
		TEST(a_document_that_is_not_there_is_an_error),
		TEST(stubs_open_as_one_database),
		TEST(a_stub_that_lists_nothing_has_no_documents),
		TEST(compaction_keeps_everything_in_order),
		TEST(compaction_takes_empty_databases_but_not_missing_ones),
		TEST(null_may_be_freed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
