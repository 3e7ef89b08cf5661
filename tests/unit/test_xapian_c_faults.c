/* What is missing, damaged, forbidden or too much comes back as an error with the right
 * code; nothing crashes, and nothing that C cannot catch gets out. */
#include "tests/unit/xapian_fixture.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

/* Where libxapian fails it leaks now and then, and there is nothing to be done here. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
	return "leak:libxapian";
}

/* ---- what is not a database ---- */

struct unopenable {
	const char *what, *file, *text, *open;
	int code;
};

/* "file" is written with "text", unless it is NULL; then "open" is opened. */
static const struct unopenable unopenables[] = {
	{ "nothing there", NULL, NULL, "db", YS_ERROR_IO },
	{ "not even the directory", NULL, NULL, "no/such/db", YS_ERROR_IO },
	{ "below a file", "file", "auto x\n", "file/db", YS_ERROR_IO },
	{ "a directory without a database", "dir/notes", "hello\n", "dir", YS_ERROR_IO },
	{ "a file of anything", "db", "garbage\n", "db", YS_ERROR_IO },
	{ "a binary file", "db", "\177ELF\001\002\n\377\376", "db", YS_ERROR_IO },
	{ "a pointer to nothing", "current", "auto gen-0001\n", "current", YS_ERROR_IO },
	{ "a list of nothing", "dir/XAPIANDB", "auto seg-0001\n", "dir", YS_ERROR_IO },
	{ "a database that is garbage", "dir/iamglass", "garbage\n", "dir", YS_ERROR_IO },
	{ "an empty version file", "dir/iamglass", "", "dir", YS_ERROR_IO },
	{ "a format of the past", "dir/iamflint", "", "dir", YS_ERROR_SCHEMA },
	{ "a remote server in a broken stub", "db", "remote nonsense\n", "db", YS_ERROR_IO },
};

static void what_cannot_be_opened_says_why(void **state)
{
	for (gsize i = 0; i < G_N_ELEMENTS(unopenables); i++) {
		const struct unopenable *u = &unopenables[i];
		g_autofree char *root = g_strdup_printf("%s/%zu", (char *)*state, i);
		g_autofree char *file = g_build_filename(root, u->file ? u->file : "unused", NULL);
		g_autofree char *parent = g_path_get_dirname(file);
		g_autofree char *path = g_build_filename(root, u->open, NULL);
		g_autoptr(GError) error = NULL;

		assert_int_equal(g_mkdir_with_parents(parent, 0755), 0);
		assert_true(!u->file || g_file_set_contents(file, u->text, -1, NULL));
		assert_null(xc_reader_open(path, &error));
		if (!error || error->code != u->code)
			fail_msg("%s: %s", u->what, error ? error->message : "opened");
		assert_true(g_str_has_prefix(error->message, path));
		expect_code(&error, u->code);
	}
}

static void what_may_not_be_read_is_not_taken_for_nothing(void **state)
{
	g_autofree char *path = NULL;
	g_autoptr(GError) error = NULL;

	if (geteuid() == 0) {
		print_message("permissions do not bind root\n");
		skip();
	}
	path = in_dir(state, "db");
	fill_rows(state, "db");
	assert_int_equal(g_chmod(path, 0), 0);
	assert_null(xc_reader_open(path, &error));
	assert_int_equal(g_chmod(path, 0755), 0);
	expect_code(&error, YS_ERROR_IO);
}

/* ---- damage ---- */

enum damage { BLANK, CUT, REMOVE, VERSION };

struct damaged {
	const char *file;
	enum damage how;
	double where;           /* as a part of the file: where it is hit, or what is left */
	int code;
};

/* Blank are two blocks, as after a lost write.  Bytes that changed inside a block are for
 * sums to find, for Xapian has none and does not survive the reading of every such block
 * (it trusts the lengths of items). */
static const struct damaged damages[] = {
	{ "postlist.glass", BLANK, 0.5, YS_ERROR_IO },
	{ "postlist.glass", CUT, 0.5, YS_ERROR_IO },
	{ "postlist.glass", CUT, 0.0, YS_ERROR_IO },
	{ "postlist.glass", REMOVE, 0, YS_ERROR_IO },
	{ "docdata.glass", BLANK, 0.5, YS_ERROR_IO },
	{ "docdata.glass", CUT, 0.9, YS_ERROR_IO },
	{ "iamglass", CUT, 0.5, YS_ERROR_IO },
	{ "iamglass", BLANK, 0.0, YS_ERROR_IO },
	{ "iamglass", VERSION, 0.0, YS_ERROR_SCHEMA },
};

/* Which bytes: whole blocks of 8 KiB are blanked, and the version number stands behind
 * 14 bytes of magic. */
static void hit_range(const struct damaged *d, gsize len, gsize *from, gsize *to)
{
	*from = len * d->where;
	*to = MIN(len, *from + 2000);
	if (d->how == BLANK) {
		*from &= ~(gsize)8191;
		*to = MIN(len, *from + 2 * 8192);
	} else if (d->how == VERSION) {
		*from = 14;
		*to = 16;
	}
}

static void damage(const char *path, const struct damaged *d)
{
	g_autofree char *bytes = NULL;
	gsize len, from, to;

	if (d->how == REMOVE) {
		assert_int_equal(g_unlink(path), 0);
		return;
	}
	assert_true(g_file_get_contents(path, &bytes, &len, NULL));
	hit_range(d, len, &from, &to);
	for (gsize i = from; i < to && d->how != CUT; i++)
		bytes[i] = d->how == BLANK ? 0 : bytes[i] ^ 0x55;
	assert_true(g_file_set_contents(path, bytes, d->how == CUT ? from : len, NULL));
}

static gboolean next_term(const char *text, guint32 freq, void *data)
{
	(void)text, (void)freq, (void)data;
	return TRUE;
}

/* Read everything in every way; TRUE if nothing complained. */
static gboolean read_all(xc_reader *reader)
{
	static const char *const words[] = { "common", "w7", "w77", "w777" };
	gboolean ok = xc_reader_each_term(reader, "", next_term, NULL, NULL);

	for (guint32 id = 1; id <= xc_reader_n_documents(reader); id++) {
		gsize len;
		g_autofree char *data = xc_reader_data(reader, id, &len, NULL);

		ok = ok && data;
	}
	for (gsize i = 0; i < G_N_ELEMENTS(words) * 2; i++) {
		xc_page page = { 2000, 2000, i % 2, SLOT };
		g_autoptr(xc_query) query = term(words[i / 2]);
		g_autoptr(GError) error = NULL;
		g_autoptr(xc_result) result = xc_search(reader, query, &page, &error);

		assert_true(!result == !!error);
		ok = ok && result;
	}
	return ok;
}

static void fill_much(void **state, const char *name, int n)
{
	g_autoptr(xc_writer) writer = create(state, name);

	for (int i = 0; i < n; i++) {
		g_autofree char *words = g_strdup_printf("common w%d w%d w%d", i % 100, i % 1000, i);
		g_autofree char *data = g_strdup_printf("{\"id\": %d, \"n\": %d}", i, i * 7919 % 10007);

		add(writer, &(struct row){ words, i % 7 ? i : NO_NUMBER, data });
	}
	assert_true(xc_writer_commit(writer, NULL));
}

static void damage_is_found_and_never_fatal(void **state)
{
	for (gsize i = 0; i < G_N_ELEMENTS(damages); i++) {
		g_autofree char *name = g_strdup_printf("db%zu", i);
		g_autofree char *path = in_dir(state, name);
		g_autofree char *file = g_build_filename(path, damages[i].file, NULL);
		g_autoptr(GError) error = NULL;
		g_autoptr(xc_reader) reader = NULL;

		fill_much(state, name, 1500);
		damage(file, &damages[i]);
		reader = xc_reader_open(path, &error);
		if (reader) {
			assert_false(read_all(reader));
			continue;
		}
		assert_true(g_str_has_prefix(error->message, path));
		expect_code(&error, damages[i].code);
	}
}

static void a_sound_database_reads_without_complaint(void **state)
{
	g_autoptr(xc_reader) reader = NULL;

	fill_much(state, "db", 1500);
	reader = open_reader(state, "db");
	assert_true(read_all(reader));
}

/* ---- a full disk, played by a limit on the size of files ---- */

static void limit_files(rlim_t size)
{
	struct rlimit limit;

	assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
	limit.rlim_cur = size < limit.rlim_max ? size : limit.rlim_max;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static void a_full_disk_loses_what_was_not_committed_and_says_so(void **state)
{
	g_autoptr(xc_writer) writer = create(state, "db");
	g_autoptr(xc_reader) reader = NULL;
	g_autoptr(xc_document) doc = document(&rows[0]);
	g_autoptr(GError) error = NULL;
	gboolean ok = TRUE;

	signal(SIGXFSZ, SIG_IGN);
	for (int i = 0; i < 10; i++)
		add(writer, &rows[0]);
	assert_true(xc_writer_commit(writer, NULL));
	limit_files(64 * 1024);
	for (int i = 0; ok && i < 20000; i++)
		ok = xc_writer_add(writer, doc, &error);
	if (ok)
		ok = xc_writer_commit(writer, &error);
	limit_files(RLIM_INFINITY);
	assert_false(ok);
	expect_code(&error, YS_ERROR_IO);

	/* There is room again, but a gap in what was added. */
	assert_false(xc_writer_add(writer, doc, &error));
	expect_code(&error, YS_ERROR_IO);
	assert_false(xc_writer_commit(writer, &error));
	expect_code(&error, YS_ERROR_IO);
	g_clear_pointer(&writer, xc_writer_free);
	reader = open_reader(state, "db");
	assert_int_equal(xc_reader_n_documents(reader), 10);
	assert_true(read_all(reader));
}

/* Few documents stay in memory until the commit itself, many fail on the way to it. */
static void a_disk_that_fills_at_commit_commits_nothing_later(void **state)
{
	static const int sizes[] = { 3, 900 };

	signal(SIGXFSZ, SIG_IGN);
	for (gsize s = 0; s < G_N_ELEMENTS(sizes); s++) {
		g_autofree char *name = g_strdup_printf("db%d", sizes[s]);
		g_autoptr(xc_writer) writer = create(state, name);
		g_autoptr(xc_reader) reader = NULL;
		g_autoptr(GError) error = NULL;

		for (int i = 0; i < sizes[s]; i++)
			add(writer, &(struct row){ rows[i % 6].terms, NO_NUMBER, "" });
		limit_files(1);
		assert_false(xc_writer_commit(writer, &error));
		limit_files(RLIM_INFINITY);
		expect_code(&error, YS_ERROR_IO);
		g_clear_pointer(&writer, xc_writer_free);
		reader = open_reader(state, name);
		assert_int_equal(xc_reader_n_documents(reader), 0);
	}
}

static void a_full_disk_fails_the_compaction(void **state)
{
	g_autofree char *from = in_dir(state, "db");
	g_autofree char *to = in_dir(state, "merged");
	const char *sources[] = { from, from, NULL };
	g_autoptr(GError) error = NULL;

	signal(SIGXFSZ, SIG_IGN);
	fill_much(state, "db", 1500);
	limit_files(16 * 1024);
	assert_false(xc_compact(sources, to, &error));
	limit_files(RLIM_INFINITY);
	expect_code(&error, YS_ERROR_IO);
}

/* ---- no memory ---- */

/* This program's operator new (LP64) fails once, at the allocation counted down to.
 * C cannot throw, but the C++ run time has a function that does. */
static long countdown = -1;

void _ZSt17__throw_bad_allocv(void) G_GNUC_NORETURN;
void *_Znwm(size_t size);
void _ZdlPv(void *p);
void _ZdlPvm(void *p, size_t size);

void *_Znwm(size_t size)
{
	void *p = countdown > 0 && --countdown == 0 ? NULL : malloc(size ? size : 1);

	if (!p)
		_ZSt17__throw_bad_allocv();
	return p;
}

void _ZdlPv(void *p)
{
	free(p);
}

void _ZdlPvm(void *p, size_t size)
{
	(void)size;
	free(p);
}

/* Each does one thing from scratch, in a directory of its own, and reports success. */
typedef gboolean (*attempt)(void **state, const char *path, GError **error);

static gboolean write_one(void **state, const char *path, GError **error)
{
	g_autoptr(xc_writer) writer = xc_writer_create(path, error);
	g_autoptr(xc_document) doc = document(&rows[0]);

	(void)state;
	return writer && xc_writer_add(writer, doc, error) &&
	       xc_writer_commit(writer, error);
}

static gboolean read_some(void **state, const char *path, GError **error)
{
	g_autofree char *db = in_dir(state, "db");
	g_autoptr(xc_reader) reader = xc_reader_open(db, error);
	g_autofree char *data = NULL;
	gsize len;

	(void)path;
	if (!reader)
		return FALSE;
	data = xc_reader_data(reader, 3, &len, error);
	return data && xc_reader_each_term(reader, "", next_term, NULL, error);
}

static gboolean search_some(void **state, const char *path, GError **error)
{
	g_autofree char *db = in_dir(state, "db");
	g_autoptr(xc_reader) reader = xc_reader_open(db, error);
	g_autoptr(xc_query) query = NULL;
	g_autoptr(xc_result) result = NULL;
	xc_query *parts[2];

	(void)path;
	if (!reader)
		return FALSE;
	parts[0] = xc_query_term("政务", -1, error);
	parts[1] = parts[0] ? xc_query_prefix("政", -1, error) : NULL;
	query = xc_query_or(parts, 2, error);
	query = query ? xc_query_filter(g_steal_pointer(&query), xc_query_all(error), error) : NULL;
	if (!query)
		return FALSE;
	result = xc_search(reader, query, &(xc_page){ 10, 10, XC_BY_NUMBER, SLOT }, error);
	return result != NULL;
}

static gboolean merge_one(void **state, const char *path, GError **error)
{
	g_autofree char *db = in_dir(state, "db");

	return xc_compact((const char *[]){ db, db, NULL }, path, error);
}

static gboolean open_missing(void **state, const char *path, GError **error)
{
	g_autoptr(GError) local = NULL;

	(void)state;
	assert_null(xc_reader_open(path, &local));
	if (local->code == YS_ERROR_IO)
		return TRUE;
	g_propagate_error(error, g_steal_pointer(&local));
	return FALSE;
}

/* Fail the first allocation, then the second, ... until it goes through untouched. */
static void try_without_memory(void **state, attempt what)
{
	gboolean through = FALSE;
	int failed = 0;

	for (long n = 1; !through; n++) {
		g_autofree char *name = g_strdup_printf("%p-%ld", (void *)what, n);
		g_autofree char *path = in_dir(state, name);
		g_autoptr(GError) error = NULL;
		gboolean ok;

		countdown = n;
		ok = what(state, path, &error);
		through = countdown != 0;
		countdown = -1;
		assert_true(ok == !error);
		if (error) {
			assert_int_equal(error->code, YS_ERROR_INTERNAL);
			assert_non_null(strstr(error->message, "no memory"));
			failed++;
		}
		assert_true(ok || !through);
	}
	assert_true(failed > 3);
}

static void no_memory_is_an_error_like_any_other(void **state)
{
	static const attempt attempts[] = { write_one, read_some, search_some, merge_one, open_missing };

	/* Not where size_t has another letter, nor under valgrind, which has its own. */
	countdown = G_MAXLONG;
	xc_document_free(xc_document_new());
	if (countdown == G_MAXLONG) {
		print_message("memory comes from elsewhere here\n");
		skip();
	}
	countdown = -1;
	fill_rows(state, "db");
	for (gsize i = 0; i < G_N_ELEMENTS(attempts); i++)
		try_without_memory(state, attempts[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_cannot_be_opened_says_why),
		TEST(what_may_not_be_read_is_not_taken_for_nothing),
		TEST(damage_is_found_and_never_fatal),
		TEST(a_sound_database_reads_without_complaint),
		TEST(a_full_disk_loses_what_was_not_committed_and_says_so),
		TEST(a_disk_that_fills_at_commit_commits_nothing_later),
		TEST(a_full_disk_fails_the_compaction),
		TEST(no_memory_is_an_error_like_any_other),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
