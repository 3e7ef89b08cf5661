#include "tests/unit/xapian_fixture.h"

/* ---- what queries mean ---- */

/* One line a query; filtered by "all", so that the order is that of the docids. */
static void queries_match_what_they_say(void **state)
{
	g_autoptr(xc_reader) reader = NULL;

	fill_rows(state, "db");
	reader = open_reader(state, "db");
#define MATCHES(query, expected) expect_hits(reader, only(all(), query), &everything, expected)
	MATCHES(term("政务"), "1 2");
	MATCHES(term("没有"), "");
	MATCHES(all(), "1 2 3 4 5 6");
	MATCHES(none(), "");
	MATCHES(xc_query_and(NULL, 0, NULL), "1 2 3 4 5 6");
	MATCHES(both(term("政务"), term("Y2023")), "1");
	MATCHES(both(term("政务"), none()), "");
	MATCHES(both(term("政务"), all()), "1 2");
	MATCHES(either(term("政务"), term("政府")), "1 2 5");
	MATCHES(either(term("政务"), none()), "1 2");
	MATCHES(only(term("政务"), term("Y2022")), "2");
	MATCHES(only(term("政务"), none()), "");
	MATCHES(but(all(), term("Y2023")), "2 3 4");
	MATCHES(but(term("政务"), none()), "1 2");
	MATCHES(but(term("政务"), all()), "");
	MATCHES(maybe(term("政务"), term("云")), "1 2");
	MATCHES(maybe(term("政务"), none()), "1 2");
	MATCHES(maybe(none(), term("政务")), "");
	MATCHES(xc_query_scale(term("政务"), 0, NULL), "1 2");
	/* A character alone: all that begins with it and the run-last one, no field term. */
	MATCHES(prefix("政"), "1 2 3 5");
	MATCHES(prefix("政务"), "1 2");
	MATCHES(prefix("府"), "4 5");
	MATCHES(prefix("无"), "");
	/* No pattern but the one at the end. */
	MATCHES(prefix("政*"), "");
	MATCHES(prefix("?务"), "");
	MATCHES(prefix("Y202"), "1 2 3 4 5 6");
	MATCHES(range(-5, 100), "1 3 6");
	MATCHES(range(100, 100), "1 6");
	MATCHES(range(100.01, INFINITY), "4");
	MATCHES(range(-INFINITY, 99.99), "3");
	MATCHES(range(-INFINITY, INFINITY), "1 3 4 6");
	MATCHES(range(5, -5), "");
	MATCHES(but(all(), range(-INFINITY, INFINITY)), "2 5");
#undef MATCHES
}

/* ---- values that serve several documents ---- */

static void fill_kept(void **state, const char *name, const char *const *values, gsize n)
{
	g_autoptr(xc_writer) writer = create(state, name);

	for (gsize i = 0; i < n; i++) {
		g_autoptr(xc_document) doc = xc_document_new();

		xc_document_add_term(doc, "T", -1, 0);
		if (values[i])
			xc_document_set_value(doc, SLOT, values[i], strlen(values[i]));
		assert_true(xc_writer_add(writer, doc, NULL));
	}
	assert_true(xc_writer_commit(writer, NULL));
}

static void note_group(guint i, guint32 keeper, guint32 back, const char *value, gsize len, void *data)
{
	g_string_append_printf(data, "%s%u:%u-%u=%.*s", i ? " " : "", i, keeper, back, (int)len, value);
}

/* In one database, and in two whose docids interleave: 1 3 5 7 9 and 2 4 6 are theirs. */
static void a_value_serves_the_documents_before_it(void **state)
{
	static const char *const first[] = { NULL, "a", NULL, NULL, "b" }, *const second[] = { NULL, NULL, "c" };
	static const struct {
		const char *db;
		guint32 docids[8];
		gsize n;
		const char *expected;
	} rows[] = {
		{ "first", { 1, 2, 3, 5 }, 4, "0:2-1=a 1:2-0=a 2:5-2=b 3:5-0=b" },
		{ "first", { 4 }, 1, "0:5-1=b" },
		{ "first", { 6 }, 1, "0:0-0=" },
		{ "stub", { 1, 2, 3, 4, 5, 6, 7, 9 }, 8,
		  "0:3-1=a 1:6-2=c 2:3-0=a 3:6-1=c 4:9-2=b 5:6-0=c 6:9-1=b 7:9-0=b" },
		{ "stub", { 2, 7 }, 2, "0:6-2=c 1:9-1=b" },
		{ "stub", { 8, 9 }, 2, "0:0-0= 1:9-0=b" },
	};

	fill_kept(state, "first", first, G_N_ELEMENTS(first));
	fill_kept(state, "second", second, G_N_ELEMENTS(second));
	write_file(state, "stub", "auto first\nauto second\n");
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(xc_reader) reader = open_reader(state, rows[i].db);
		g_autoptr(GString) said = g_string_new(NULL);

		assert_true(xc_reader_groups(reader, SLOT, rows[i].docids, rows[i].n, note_group, said, NULL));
		assert_string_equal(said->str, rows[i].expected);
	}
}

static void documents_of_a_term_are_listed_in_their_order(void **state)
{
	static const struct {
		const char *db, *term, *expected;
	} rows[] = {
		{ "db", "政务", "1 2" }, { "db", "没有", "" }, { "stub", "政务", "1 2 3 4" },
	};

	fill_rows(state, "db");
	write_file(state, "stub", "auto db\nauto db\n");
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(xc_reader) reader = open_reader(state, rows[i].db);
		g_autoptr(GArray) docids = xc_reader_documents(reader, rows[i].term, NULL);
		g_autoptr(GString) got = g_string_new(NULL);

		assert_non_null(docids);
		for (guint k = 0; k < docids->len; k++)
			g_string_append_printf(got, "%s%u", k ? " " : "", g_array_index(docids, guint32, k));
		assert_string_equal(got->str, rows[i].expected);
	}
}

static void a_term_too_long_for_the_index_lists_nothing(void **state)
{
	g_autofree char *term = g_strnfill(300, 'x');
	g_autoptr(xc_reader) reader = NULL;
	g_autoptr(GError) error = NULL;

	fill_rows(state, "db");
	reader = open_reader(state, "db");
	assert_null(xc_reader_documents(reader, term, &error));
	expect_code(&error, YS_ERROR_INPUT);
}

static void a_failed_operand_fails_the_whole_and_keeps_the_first_error(void **state)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GError) expected = NULL;
	xc_query *three[] = { term("政"), NULL, term("务") };
	xc_query *a, *b;

	(void)state;
	assert_null(xc_query_and(three, 3, &error));
	assert_null(error);
	assert_null(xc_query_or((xc_query *[]){ NULL }, 1, &error));
	assert_null(xc_query_filter(term("政"), NULL, &error));
	assert_null(xc_query_and_not(NULL, term("政"), &error));
	assert_null(xc_query_and_maybe(NULL, NULL, &error));
	assert_null(xc_query_scale(NULL, 2, &error));
	assert_null(error);

	/* Nested calls: no error is set upon another. */
	a = xc_query_term("", 0, &error);
	expected = g_error_copy(error);
	b = term("政");
	assert_null(xc_query_scale(xc_query_filter(a, b, &error), 2, &error));
	assert_string_equal(error->message, expected->message);
	expect_code(&error, YS_ERROR_INPUT);

	assert_null(xc_query_prefix("", -1, &error));
	expect_code(&error, YS_ERROR_INPUT);
	assert_null(xc_query_scale(term("政"), -1, &error));
	expect_code(&error, YS_ERROR_INPUT);
}

static const struct row weighed[] = {
	/* 1 */ { "common", NO_NUMBER, "" },
	/* 2 */ { "common rare extra1 extra2 extra3 extra4 Y1", NO_NUMBER, "" },
	/* 3 */ { "common pre1 same Y1", NO_NUMBER, "" },
	/* 4 */ { "common pre2 same", NO_NUMBER, "" },
	/* 5 */ { "other", NO_NUMBER, "" },
};

static void weights_are_bm25_without_document_lengths(void **state)
{
	g_autoptr(xc_reader) reader = NULL;

	fill(state, "db", weighed, G_N_ELEMENTS(weighed));
	reader = open_reader(state, "db");
	/* A rarer term weighs more; ties go by docid, whatever the documents' lengths. */
	expect_hits(reader, either(term("common"), term("rare")), &everything, "2 1 3 4");
	expect_hits(reader, either(term("other"), term("common")), &everything, "5 1 2 3 4");
	expect_hits(reader, term("common"), &everything, "1 2 3 4");
	assert_true(weight_of(reader, term("common"), 1) == weight_of(reader, term("common"), 2));
	/* A filter adds no weight, a bonus does. */
	assert_true(weight_of(reader, only(term("common"), term("rare")), 2) ==
		    weight_of(reader, term("common"), 2));
	assert_true(weight_of(reader, only(all(), term("rare")), 2) == 0);
	expect_hits(reader, maybe(term("common"), term("same")), &everything, "3 4 1 2");
	expect_hits(reader, maybe(term("common"), xc_query_scale(term("same"), 0, NULL)), &everything,
		    "1 2 3 4");
	assert_true(fabs(weight_of(reader, xc_query_scale(term("rare"), 3, NULL), 2) -
			 3 * weight_of(reader, term("rare"), 2)) < 1e-9);
	/* A prefix weighs like one term of all the documents, not like its rarest one. */
	assert_true(fabs(weight_of(reader, prefix("pre"), 3) - weight_of(reader, term("same"), 3)) < 1e-9);
}

/* ---- pages ---- */

static void documents_without_a_number_come_last(void **state)
{
	g_autoptr(xc_reader) reader = NULL;

	fill_rows(state, "db");
	reader = open_reader(state, "db");
	/* Equal numbers, and no number: by relevance. */
	expect_hits(reader, maybe(all(), either(term("zebra"), term("采购"))),
		    &(xc_page){ 10, 0, XC_BY_NUMBER, SLOT }, "4 6 1 3 5 2");
	/* A slot that no document has. */
	expect_hits(reader, all(), &(xc_page){ 10, 0, XC_BY_NUMBER, SLOT + 1 }, "1 2 3 4 5 6");
}

static void a_page_is_the_beginning_of_the_whole_ranking(void **state)
{
	g_autoptr(xc_reader) reader = NULL;

	fill_rows(state, "db");
	reader = open_reader(state, "db");
	for (gsize i = 0; i < G_N_ELEMENTS(rankings); i++) {
		for (guint32 max = 0; max < 8; max++) {
			xc_page page = { max, 100, rankings[i].order, SLOT };
			g_autoptr(xc_result) result = search(reader, all(), &page);
			g_autofree char *got = docids(result);
			/* A docid and a blank for each, the last without. */
			g_autofree char *part = g_strndup(rankings[i].expected, MAX(2 * max, 1) - 1);

			assert_string_equal(got, part);
			assert_int_equal(result->total, 6);
		}
	}
	expect_hits(reader, all(), &(xc_page){ G_MAXUINT32, G_MAXUINT32, XC_BY_NUMBER, SLOT }, "4 1 6 3 2 5");
}

static void totals_are_exact_when_enough_is_checked(void **state)
{
	g_autoptr(xc_writer) writer = create(state, "db");
	g_autoptr(xc_reader) reader = NULL;

	for (int i = 0; i < 3000; i++)
		add(writer, &(struct row){ i % 6 == 0 ? "two three" : i % 2 == 0 ? "two" : "three",
					   i % 5 ? i : NO_NUMBER, "" });
	assert_true(xc_writer_commit(writer, NULL));
	reader = open_reader(state, "db");
	for (gsize i = 0; i < G_N_ELEMENTS(rankings); i++) {
		g_autoptr(xc_result) exact = search(reader, both(term("two"), term("three")),
						    &(xc_page){ 10, 3000, rankings[i].order, SLOT });
		g_autoptr(xc_result) single = search(reader, term("two"),
						     &(xc_page){ 10, 0, rankings[i].order, SLOT });

		assert_int_equal(exact->total, 500);
		assert_int_equal(exact->hits->len, 10);
		assert_int_equal(single->total, 1500);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(queries_match_what_they_say),
		TEST(a_value_serves_the_documents_before_it),
		TEST(documents_of_a_term_are_listed_in_their_order),
		TEST(a_term_too_long_for_the_index_lists_nothing),
		TEST(a_failed_operand_fails_the_whole_and_keeps_the_first_error),
		TEST(weights_are_bm25_without_document_lengths),
		TEST(documents_without_a_number_come_last),
		TEST(a_page_is_the_beginning_of_the_whole_ranking),
		TEST(totals_are_exact_when_enough_is_checked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
