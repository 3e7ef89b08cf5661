/* An index and the files it is made of, in a directory of their own.  Publications are
 * invented; number tells them apart, note is text that stands in one version only. */
#ifndef INDEX_FIXTURE_H
#define INDEX_FIXTURE_H

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "index/search/search.h"
#include "index/store/disk.h"
#include "index/store/store.h"
#include "index/write/indexer.h"

typedef struct {
	char *base, *docs, *root;
	GString *said;          /* messages of the last run */
	ys_index_summary summary;
	GError *error;
	ys_index_options options;
} place;

static int make_place(void **state)
{
	place *at = g_new0(place, 1);

	/* in memory where there is room: hundreds of generations are published here, each synced */
	at->base = g_mkdtemp(g_strdup("/dev/shm/yusou-index-XXXXXX"));
	if (!at->base)
		at->base = g_dir_make_tmp("yusou-index-XXXXXX", NULL);
	if (!at->base)
		return -1;
	at->docs = g_build_filename(at->base, "docs", NULL);
	at->root = g_build_filename(at->base, "index", NULL);
	at->said = g_string_new(NULL);
	at->options.jobs = 2;
	*state = at;
	return g_mkdir(at->docs, 0755);
}

static int remove_place(void **state)
{
	place *at = *state;

	ys_disk_remove(at->base, NULL);
	g_free(at->base);
	g_free(at->docs);
	g_free(at->root);
	g_string_free(at->said, TRUE);
	g_clear_error(&at->error);
	g_free(at);
	return 0;
}

static char *doc_path(const place *at, const char *name)
{
	return g_build_filename(at->docs, name, NULL);
}

/* Set the time of modification; seconds since 1970. */
static void set_time(const place *at, const char *name, gint64 seconds)
{
	g_autofree char *path = doc_path(at, name);
	const struct timespec times[2] = { { seconds, 0 }, { seconds, 0 } };

	assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

static void put_text(const place *at, const char *name, gint64 seconds, const char *text)
{
	g_autofree char *path = doc_path(at, name);
	g_autofree char *dir = g_path_get_dirname(path);

	assert_int_equal(g_mkdir_with_parents(dir, 0755), 0);
	assert_true(ys_disk_write(path, text, strlen(text), NULL));
	set_time(at, name, seconds);
}

static char *publication_text(int number, const char *note)
{
	return g_strdup_printf("2023年松溪市云岭区第%03d号服务中心部门预算\n\n"
			       "部门预算项目支出预算表\n\n单位：万元\n\n"
			       "支出项目类别 (资金使用单位)\t总计\t绩效目标\n"
			       "合计\t300.00\t\n"
			       "第%03d号机房维护\t100.00\t%s\n"
			       "第%03d号线路租用\t200.00\t线路全年畅通。\n",
			       number, number, note, number);
}

static void put_publication(const place *at, const char *name, gint64 seconds, int number, const char *note)
{
	g_autofree char *text = publication_text(number, note);

	put_text(at, name, seconds, text);
}

static void note_message(const char *path, int line, const char *message, void *data)
{
	place *at = data;
	g_autofree char *name = g_path_get_basename(path);

	g_string_append_printf(at->said, "%s:%d: %s\n", name, line, message);
}

/* Index names (NULL-terminated, below docs; "" for all of it). */
static gboolean index_names(place *at, const char *const *names)
{
	g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
	gboolean ok;

	for (; *names; names++)
		g_ptr_array_add(paths, **names ? doc_path(at, *names) : g_strdup(at->docs));
	g_ptr_array_add(paths, NULL);
	g_string_truncate(at->said, 0);
	g_clear_error(&at->error);
	ok = ys_index(at->root, (char *const *)paths->pdata, &at->options, note_message, at, &at->summary, &at->error);
	assert_true(ok == !at->error);
	return ok;
}

#define INDEX(at, ...) index_names(at, (const char *const[]){ __VA_ARGS__, NULL })

static void assert_indexed(const place *at, gboolean ok)
{
	if (!ok)
		fail_msg("%s", at->error->message);
}

static gboolean append_record(const ys_record *record, void *data)
{
	g_autofree char *stored = ys_record_to_stored(record);

	g_string_append_printf(data, "%s\n", stored);
	return TRUE;
}

/* Everything in the index, as it would be exported. */
static inline char *export_all(const char *root)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(ys_search) search = ys_search_open(root, &error);
	GString *out = g_string_new(NULL);

	if (!search || !ys_search_each(search, (1u << YS_N_TYPES) - 1, append_record, out, &error))
		fail_msg("%s", error->message);
	return g_string_free(out, FALSE);
}

static inline gboolean has(const place *at, const char *text)
{
	g_autofree char *all = export_all(at->root);

	return strstr(all, text) != NULL;
}

static inline ys_manifest *manifest_of(const place *at)
{
	g_autofree char *dir = ys_store_current(at->root, NULL);
	ys_manifest *manifest = ys_manifest_load(dir, YS_MANIFEST_WHOLE, NULL);

	assert_non_null(manifest);
	return manifest;
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, make_place, remove_place)

#endif
