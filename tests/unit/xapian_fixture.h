/* What the tests of the Xapian wrapper share: a directory for each test, documents
 * written as one line, and hits read as one line. */
#ifndef YS_TEST_XAPIAN_FIXTURE_H
#define YS_TEST_XAPIAN_FIXTURE_H

#include "index/xapian_c.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <ftw.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include <glib/gstdio.h>

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_dir, remove_dir)

#define SLOT 3

static inline int remove_entry(const char *path, const struct stat *st, int type, struct FTW *walk)
{
	(void)st, (void)type, (void)walk;
	return remove(path);
}

static inline int make_dir(void **state)
{
	*state = g_dir_make_tmp("yusou-xapian-XXXXXX", NULL);
	return *state ? 0 : -1;
}

static inline int remove_dir(void **state)
{
	int rc = nftw(*state, remove_entry, 8, FTW_DEPTH | FTW_PHYS);

	g_free(*state);
	return rc;
}

static inline char *in_dir(void **state, const char *name)
{
	return g_build_filename(*state, name, NULL);
}

static inline void write_file(void **state, const char *name, const char *text)
{
	g_autofree char *path = in_dir(state, name);

	assert_true(g_file_set_contents(path, text, -1, NULL));
}

static inline void expect_code(GError **error, int code)
{
	assert_non_null(*error);
	assert_int_equal((*error)->domain, YS_ERROR);
	assert_int_equal((*error)->code, code);
	assert_true(g_utf8_validate((*error)->message, -1, NULL) && *(*error)->message);
	g_clear_error(error);
}

#define NO_NUMBER NAN

struct row {
	const char *terms;      /* separated by blanks; a capital first: boolean */
	double number;
	const char *data;
};

static inline xc_document *document(const struct row *row)
{
	xc_document *doc = xc_document_new();
	g_auto(GStrv) terms = g_strsplit(row->terms, " ", -1);

	for (char **t = terms; *t; t++)
		xc_document_add_term(doc, *t, -1, g_ascii_isupper(**t) ? 0 : 1);
	if (!isnan(row->number))
		xc_document_set_number(doc, SLOT, row->number);
	xc_document_set_data(doc, row->data, strlen(row->data));
	return doc;
}

static inline void add(xc_writer *writer, const struct row *row)
{
	g_autoptr(xc_document) doc = document(row);
	g_autoptr(GError) error = NULL;

	assert_true(xc_writer_add(writer, doc, &error));
	assert_null(error);
}

static inline xc_writer *create(void **state, const char *name)
{
	g_autofree char *path = in_dir(state, name);
	g_autoptr(GError) error = NULL;
	xc_writer *writer = xc_writer_create(path, &error);

	assert_null(error);
	assert_non_null(writer);
	return writer;
}

static inline void fill(void **state, const char *name, const struct row *rows, gsize n)
{
	g_autoptr(xc_writer) writer = create(state, name);

	for (gsize i = 0; i < n; i++)
		add(writer, &rows[i]);
	assert_true(xc_writer_commit(writer, NULL));
}

static inline xc_reader *open_reader(void **state, const char *name)
{
	g_autofree char *path = in_dir(state, name);
	g_autoptr(GError) error = NULL;
	xc_reader *reader = xc_reader_open(path, &error);

	assert_null(error);
	assert_non_null(reader);
	return reader;
}

static inline xc_query *term(const char *text)
{
	return xc_query_term(text, -1, NULL);
}

static inline xc_query *pair(xc_query *(*op)(xc_query **, gsize, GError **), xc_query *a, xc_query *b)
{
	xc_query *both[] = { a, b };

	return op(both, 2, NULL);
}

static inline xc_result *search(xc_reader *reader, xc_query *query, const xc_page *page)
{
	g_autoptr(xc_query) owned = query;
	g_autoptr(GError) error = NULL;
	xc_result *result;

	assert_non_null(query);
	result = xc_search(reader, query, page, &error);
	assert_null(error);
	assert_non_null(result);
	return result;
}

static inline char *docids(const xc_result *result)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < result->hits->len; i++)
		g_string_append_printf(out, i ? " %u" : "%u", g_array_index(result->hits, xc_hit, i).docid);
	return g_string_free(out, FALSE);
}

static const xc_page everything = { 1000, 1000, XC_BY_RELEVANCE, 0 };

static inline void expect_hits(xc_reader *reader, xc_query *query, const xc_page *page, const char *expected)
{
	g_autoptr(xc_result) result = search(reader, query, page);
	g_autofree char *got = docids(result);

	assert_string_equal(got, expected);
}

static inline double weight_of(xc_reader *reader, xc_query *query, guint32 docid)
{
	g_autoptr(xc_result) result = search(reader, query, &everything);

	for (guint i = 0; i < result->hits->len; i++)
		if (g_array_index(result->hits, xc_hit, i).docid == docid)
			return g_array_index(result->hits, xc_hit, i).weight;
	fail_msg("document %u does not match", docid);
	return 0;
}

static const struct row rows[] = {
	/* 1 */ { "政务 务云 云 Y2023 XTproject", 100, "one" },
	/* 2 */ { "政务 务服 服务 务 Y2022 XTproject", NO_NUMBER, "two" },
	/* 3 */ { "财政 政 Y2022 XTitem", -5, "three" },
	/* 4 */ { "市府 府 Y2021 XTitem", 1e9, "four" },
	/* 5 */ { "政府 府采 采购 购 Y2023 XTitem", NO_NUMBER, "five" },
	/* 6 */ { "Q政 Y2023 XTproject zebra", 100, "six" },
};

static inline void fill_rows(void **state, const char *name)
{
	fill(state, name, rows, G_N_ELEMENTS(rows));
}

static inline xc_query *prefix(const char *text) { return xc_query_prefix(text, -1, NULL); }
static inline xc_query *range(double lo, double hi) { return xc_query_number_range(SLOT, lo, hi, NULL); }
static inline xc_query *all(void) { return xc_query_all(NULL); }
static inline xc_query *none(void) { return xc_query_or(NULL, 0, NULL); }
static inline xc_query *both(xc_query *a, xc_query *b) { return pair(xc_query_and, a, b); }
static inline xc_query *either(xc_query *a, xc_query *b) { return pair(xc_query_or, a, b); }
static inline xc_query *only(xc_query *a, xc_query *b) { return xc_query_filter(a, b, NULL); }
static inline xc_query *but(xc_query *a, xc_query *b) { return xc_query_and_not(a, b, NULL); }
static inline xc_query *maybe(xc_query *a, xc_query *b) { return xc_query_and_maybe(a, b, NULL); }

struct ranking {
	xc_order order;
	const char *expected;
};

static const struct ranking rankings[] = {
	{ XC_BY_RELEVANCE, "1 2 3 4 5 6" },
	{ XC_BY_NUMBER, "4 1 6 3 2 5" },
};

#endif
