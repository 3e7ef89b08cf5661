/* A directory of short invented publications, an index of them, and questions to it. */
#ifndef YS_LIBRARY_FIXTURE_H
#define YS_LIBRARY_FIXTURE_H

#include <glib/gstdio.h>

#include "index/search/search.h"
#include "index/store/store.h"
#include "index/write/indexer.h"
#include "tests/unit/publication_fixture.h"

typedef struct {
	const char *name, *amount, *goal;
} budget_row;

#define BUDGET_END { NULL, NULL, NULL }

/* The text of a publication with one table of projects whose sums are right.  more, if not
 * NULL, comes before it. */
static inline char *publication_text(const char *department, int year, const budget_row *rows, const char *more)
{
	GString *text = g_string_new(NULL);
	g_autoptr(GString) body = g_string_new(NULL);
	double total = 0;

	for (; rows->name; rows++) {
		total += g_ascii_strtod(rows->amount, NULL);
		g_string_append_printf(body, "%s\t%s\t%s\n", rows->name, rows->amount, rows->goal);
	}
	g_string_append_printf(text,
			       "%d年%s部门预算\n\n一、主要职责\n\n统筹政务云。\n\n%s"
			       "部门预算项目支出及其他支出预算表\n\n单位：万元\n\n"
			       "支出项目类别 (资金使用单位)\t总计\t绩效目标\n合计\t%.2f\t\n%s\t%.2f\t\n%s",
			       year, department, more ? more : "", total, department, total, body->str);
	return g_string_free(text, FALSE);
}

typedef struct {
	char *dir;              /* with the files and, in index, the index of them */
	char *index;
	ys_search *search;
} library;

static inline void library_write(const library *l, const char *name, const char *text)
{
	g_autofree char *path = g_build_filename(l->dir, name, NULL);

	assert_true(g_file_set_contents(path, text, -1, NULL));
}

static inline void unexpected_message(const char *path, int line, const char *message, void *data)
{
	(void)data;
	fail_msg("%s:%d: %s", path, line, message);
}

static inline void library_index(const library *l)
{
	char *paths[] = { l->dir, NULL };
	ys_index_options options = { 0 };
	ys_index_summary summary;
	g_autoptr(GError) error = NULL;

	if (!ys_index(l->index, paths, &options, unexpected_message, NULL, &summary, &error))
		fail_msg("%s", error->message);
}

static inline void library_reopen(library *l)
{
	g_autoptr(GError) error = NULL;

	ys_search_free(l->search);
	l->search = ys_search_open(l->index, &error);
	if (!l->search)
		fail_msg("%s", error->message);
}

/* Without publications yet. */
static inline library *library_empty(void)
{
	library *l = g_new0(library, 1);

	l->dir = g_dir_make_tmp("yusou-library-XXXXXX", NULL);
	assert_non_null(l->dir);
	l->index = g_build_filename(l->dir, "index", NULL);
	return l;
}

static inline void remove_all(const char *path)
{
	g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
	const char *name;

	while (dir && (name = g_dir_read_name(dir))) {
		g_autofree char *entry = g_build_filename(path, name, NULL);

		remove_all(entry);
	}
	assert_int_equal(g_remove(path), 0);
}

static inline void library_free(library *l)
{
	ys_search_free(l->search);
	remove_all(l->dir);
	g_free(l->index);
	g_free(l->dir);
	g_free(l);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(library, library_free)

static inline ys_query *query_of(const char *text)
{
	ys_query *query = ys_query_new();
	g_autoptr(GError) error = NULL;

	if (!ys_query_set_text(query, text, &error))
		fail_msg("%s: %s", text, error->message);
	return query;
}

static inline ys_page *library_run(const library *l, const ys_query *query)
{
	g_autoptr(GError) error = NULL;
	ys_page *page = ys_search_run(l->search, query, &error);

	if (!page)
		fail_msg("%s", error->message);
	return page;
}

/* "title match; title match": the hits in order. */
static inline char *hits_text(const ys_page *page)
{
	GString *text = g_string_new(NULL);

	for (guint i = 0; i < page->hits->len; i++) {
		const ys_hit *hit = g_ptr_array_index(page->hits, i);

		g_string_append_printf(text, "%s%s %s", i ? "; " : "", hit->record->title,
				       ys_match_name(hit->match));
	}
	return g_string_free(text, FALSE);
}

static inline char *library_ask(const library *l, const char *text)
{
	g_autoptr(ys_query) query = query_of(text);
	g_autoptr(ys_page) page = library_run(l, query);

	assert_true(page->total_exact);
	assert_int_equal(page->total + page->total_loose, page->hits->len);
	return hits_text(page);
}

#endif
