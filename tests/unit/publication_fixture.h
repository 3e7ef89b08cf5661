/* Short invented publications taken through the modules that read them, and tables of rows as
 * cmocka tests of their own: each row has a name that reads as a sentence. */
#ifndef YS_PUBLICATION_FIXTURE_H
#define YS_PUBLICATION_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "src/publication/lines/read.h"
#include "src/publication/tables/assemble.h"

/* Add one test for each row of a table whose rows have a member called name. */
#define ADD_ROWS(tests, rows, function)                                                            \
	for (gsize row_index = 0; row_index < G_N_ELEMENTS(rows); row_index++)                     \
		add_test(tests, (rows)[row_index].name, function, (gpointer) & (rows)[row_index])

static inline GArray *tests_new(void)
{
	return g_array_new(FALSE, TRUE, sizeof(struct CMUnitTest));
}

static inline void add_test(GArray *tests, const char *name, CMUnitTestFunction function, gpointer row)
{
	struct CMUnitTest test = { .name = name, .test_func = function, .initial_state = row };

	g_array_append_val(tests, test);
}

#define ADD_TEST(tests, function) add_test(tests, #function, function, NULL)

static inline int run_all(const char *group, GArray *tests)
{
	int failed = _cmocka_run_group_tests(group, (const struct CMUnitTest *)(gpointer)tests->data, tests->len,
					     NULL, NULL);

	g_array_free(tests, TRUE);
	return failed;
}

/* A text as far as its tables. */
typedef struct {
	ys_input *input;
	ys_outline *outline;
	GPtrArray *tables;
} fixture;

/* The input goes to the fixture. */
static inline fixture *fixture_of(ys_input *input)
{
	fixture *f = g_new0(fixture, 1);

	f->input = input;
	assert_non_null(f->input);
	f->outline = ys_outline_new(f->input);
	f->tables = ys_tables_assemble(f->input, f->outline);
	return f;
}

static inline fixture *fixture_new(const char *text)
{
	return fixture_of(ys_input_new(text, strlen(text), NULL));
}

static inline void fixture_free(fixture *f)
{
	g_ptr_array_unref(f->tables);
	ys_outline_free(f->outline);
	ys_input_free(f->input);
	g_free(f);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(fixture, fixture_free)

static inline const ys_table *fixture_table(const fixture *f, guint i)
{
	assert_true(i < f->tables->len);
	return g_ptr_array_index(f->tables, i);
}

#endif
