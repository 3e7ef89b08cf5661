#include "index/search/alternatives.h"
#include "tests/unit/library_fixture.h"

/* Two bodies of an invented district; only one has a budget of 2024. */
static const budget_row data_2023[] = { { "政务云租赁", "50.00", "租用云主机。" }, { "机房维护", "30.00", "不停机。" }, BUDGET_END };
static const budget_row data_2024[] = { { "政务云扩容", "200.00", "新增存储。" }, BUDGET_END };
static const budget_row school_2023[] = { { "校园网", "40.00", "接入政务云。" }, BUDGET_END };

#define DATA_SERVICE "松溪市云岭区数据服务局"
#define EDUCATION "松溪市云岭区教育局"

static library *shared;

/* "value count; ...", "-" for none */
static char *values_text(const GPtrArray *values)
{
	GString *text = g_string_new(values ? NULL : "-");

	for (guint i = 0; values && i < values->len; i++) {
		const ys_facet_value *value = g_ptr_array_index(values, i);

		g_string_append_printf(text, "%s%s %u", i ? "; " : "", value->value, value->count);
	}
	return g_string_free(text, FALSE);
}

/* options: names and values, each with '=' between and a blank behind */
static ys_page *page_of(const char *text, const char *options, gboolean facets)
{
	g_autoptr(ys_query) query = query_of(text);
	g_auto(GStrv) all = g_strsplit(options, " ", -1);
	g_autoptr(GError) error = NULL;
	ys_page *page;

	for (char **option = all; *option && **option; option++) {
		g_auto(GStrv) pair = g_strsplit(*option, "=", 2);

		assert_true(ys_query_set(query, pair[0], pair[1], NULL));
	}
	query->facets = facets;
	page = library_run(shared, query);
	if (!ys_alternatives_add(shared->search, query, page, &error))
		fail_msg("%s", error->message);
	return page;
}

static const struct facet_row {
	const char *name, *query, *options;
	ys_facet facet;
	const char *expected;
} facet_rows[] = {
	{ "a year that was chosen leaves the others to choose", "政务云", "year=2024", YS_FACET_YEAR, "2023 2; 2024 1" },
	{ "a year that was typed does not", "政务云 year:2024", "", YS_FACET_YEAR, "2024 1" },
	{ "other facets count within the year that was chosen", "政务云", "year=2024", YS_FACET_DEPARTMENT, DATA_SERVICE " 1" },
	{ "a department that was chosen leaves the others", "政务云", "department=" EDUCATION, YS_FACET_DEPARTMENT,
	  DATA_SERVICE " 2; " EDUCATION " 1" },
	{ "of two choices each facet is without its own only", "政务云", "department=" EDUCATION " year=2023",
	  YS_FACET_YEAR, "2023 1" },
	{ "nothing chosen, nothing changed", "政务云", "", YS_FACET_YEAR, "2023 2; 2024 1" },
};

static void facet_keeps_what_was_not_chosen(void **state)
{
	const struct facet_row *row = *state;
	g_autoptr(ys_page) page = page_of(row->query, row->options, TRUE);
	g_autofree char *text = values_text(page->facets[row->facet]);

	assert_string_equal(text, row->expected);
}

static const struct otherwise_row {
	const char *name, *query, *options;
	gboolean facets;
	const char *expected;
} otherwise_rows[] = {
	{ "a year without any, as an option", "校园网", "year=2024", TRUE, "2023年预算 1" },
	{ "a year without any, typed", "校园网 year:2024", "", TRUE, "2023年预算 1" },
	{ "a kind without any", "政务云", "kind=决算", TRUE, "2023年预算 2; 2024年预算 1" },
	{ "both", "校园网", "kind=决算 year=2024", TRUE, "2023年预算 1" },
	{ "without facets too", "校园网", "year=2024", FALSE, "2023年预算 1" },
	{ "what is found needs none", "校园网", "year=2023", TRUE, "-" },
	{ "what stands nowhere has none", "地铁", "year=2024", TRUE, "-" },
	{ "a year alone asks for nothing", "", "year=1999", TRUE, "-" },
	{ "no year, no kind", "地铁", "", TRUE, "-" },
};

static void other_years_and_kinds_are_named(void **state)
{
	const struct otherwise_row *row = *state;
	g_autoptr(ys_page) page = page_of(row->query, row->options, row->facets);
	g_autofree char *text = values_text(page->otherwise);

	assert_string_equal(text, row->expected);
}

static void write_budget(const library *l, const char *name, const char *department, int year, const budget_row *rows)
{
	g_autofree char *text = publication_text(department, year, rows, NULL);

	library_write(l, name, text);
}

int main(void)
{
	GArray *tests = tests_new();
	int failed;

	ADD_ROWS(tests, facet_rows, facet_keeps_what_was_not_chosen);
	ADD_ROWS(tests, otherwise_rows, other_years_and_kinds_are_named);
	shared = library_empty();
	write_budget(shared, "1.txt", DATA_SERVICE, 2023, data_2023);
	write_budget(shared, "2.txt", DATA_SERVICE, 2024, data_2024);
	write_budget(shared, "3.txt", EDUCATION, 2023, school_2023);
	library_index(shared);
	library_reopen(shared);
	failed = run_all("alternatives", tests);
	library_free(shared);
	return failed;
}
