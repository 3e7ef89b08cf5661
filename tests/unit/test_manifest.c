#include "index/store/manifest.h"

#include <glib/gstdio.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "index/schema.h"
#include "index/store/disk.h"
#include "src/error.h"
#include "src/text/fold.h"

/* ---- a directory with a manifest in it ---- */

static char *dir_new(void)
{
	/* in memory where there is room: some thousand are made */
	char *dir = g_mkdtemp(g_strdup("/dev/shm/yusou-manifest-XXXXXX"));

	if (!dir)
		dir = g_dir_make_tmp("yusou-manifest-XXXXXX", NULL);
	assert_non_null(dir);
	return dir;
}

static void dir_remove(const char *dir)
{
	g_autofree char *file = g_build_filename(dir, YS_MANIFEST_FILE, NULL);

	g_unlink(file);
	assert_int_equal(g_rmdir(dir), 0);
}

static void write_text(const char *dir, const char *text, gssize len)
{
	g_autofree char *file = g_build_filename(dir, YS_MANIFEST_FILE, NULL);

	/* what is replaced, and not new, waits for the disk */
	g_unlink(file);
	assert_true(ys_disk_write(file, text, len < 0 ? strlen(text) : (gsize)len, NULL));
}

/* Load what text says; the directory is gone afterwards. */
static ys_manifest *load(const char *text, gssize len, ys_manifest_extent extent, GError **error)
{
	g_autofree char *dir = dir_new();
	ys_manifest *manifest;

	write_text(dir, text, len);
	manifest = ys_manifest_load(dir, extent, error);
	dir_remove(dir);
	return manifest;
}

static ys_manifest_entry *entry_new(const char *path, guint projects)
{
	ys_manifest_entry *entry = ys_manifest_entry_new();

	entry->path = g_strdup(path);
	entry->file = g_canonicalize_filename(path, "/somewhere");
	entry->id = g_strdup("pabc");
	entry->identity = g_strdup("440111|云栖县交通局|2023|预算||");
	entry->title = g_strdup("云栖县交通局 \"2023\"\n年部门预算");
	entry->sha256 = g_strdup("00ff");
	entry->size = G_GINT64_CONSTANT(5000000000);
	entry->mtime = 1700000000;
	entry->version = g_strdup("v1");
	entry->segment = g_strdup("seg-0001");
	entry->year = 2023;
	ys_region_of_code("440100", &entry->region);
	entry->records[YS_PUBLICATION] = 1;
	entry->records[YS_PROJECT] = projects;
	entry->warnings = 3;
	return entry;
}

/* One that a newer file of its publication replaced. */
static ys_manifest_entry *superseded_new(const char *path)
{
	ys_manifest_entry *entry = ys_manifest_entry_new();

	entry->path = g_strdup(path);
	entry->file = g_strdup(path);
	entry->identity = g_strdup("440111|云栖县交通局|2023|预算||");
	entry->sha256 = g_strdup("11ff");
	entry->size = 7;
	entry->mtime = 1600000000;
	entry->unsettled = TRUE;
	return entry;
}

static ys_segment_info *segment_new(const char *name, const char *hidden)
{
	ys_segment_info *info = ys_segment_info_new(name);
	ys_segment_file *file = g_new0(ys_segment_file, 1);

	file->name = g_strdup("iamglass");
	file->bytes = G_GINT64_CONSTANT(6000000000);
	file->sha256 = g_strdup("22ff");
	g_ptr_array_add(info->files, file);
	info->records = 9;
	if (hidden)
		g_ptr_array_add(info->hidden, g_strdup(hidden));
	return info;
}

static char *text_of_two(void)
{
	g_autoptr(ys_manifest) manifest = ys_manifest_new();

	manifest->generation = 42;
	g_ptr_array_add(manifest->segments, segment_new("seg-0001", "v0"));
	g_ptr_array_add(manifest->segments, segment_new("seg-0002", NULL));
	g_ptr_array_add(manifest->superseded, superseded_new("/old.txt"));
	g_ptr_array_add(manifest->entries, entry_new("/数据/b \"x\".txt", 7));
	g_ptr_array_add(manifest->entries, entry_new("/a.txt", 5));
	return ys_manifest_to_text(manifest);
}

/* ---- there and back ---- */

static void what_is_written_is_read_again(void **state)
{
	g_autofree char *text = text_of_two(), *again = NULL;
	g_autoptr(GError) error = NULL;
	g_autoptr(ys_manifest) manifest = load(text, -1, YS_MANIFEST_WHOLE, &error);
	const ys_manifest_entry *entry;
	const ys_segment_info *segment;

	(void)state;
	assert_null(error);
	assert_true(ys_manifest_check_version(manifest, NULL));
	assert_int_equal(manifest->schema, YS_SCHEMA_CURRENT);
	assert_int_equal(manifest->tokeniser, YS_TOKENISER_VERSION);
	assert_int_equal(manifest->generation, 42);
	assert_int_equal(manifest->segments->len, 2);
	segment = manifest->segments->pdata[1];
	assert_string_equal(segment->name, "seg-0002");
	assert_int_equal(segment->records, 9);
	assert_true(ys_segment_info_bytes(segment) == G_GINT64_CONSTANT(6000000000));
	assert_string_equal(((ys_segment_file *)segment->files->pdata[0])->sha256, "22ff");
	assert_int_equal(manifest->hidden->len, 1);
	assert_string_equal(manifest->hidden->pdata[0], "v0");
	assert_int_equal(manifest->entries->len, 2);
	entry = manifest->entries->pdata[1];
	assert_string_equal(entry->path, "/数据/b \"x\".txt");
	assert_string_equal(entry->id, "pabc");
	assert_string_equal(entry->identity, "440111|云栖县交通局|2023|预算||");
	assert_string_equal(entry->title, "云栖县交通局 \"2023\"\n年部门预算");
	assert_string_equal(entry->sha256, "00ff");
	assert_true(entry->size == G_GINT64_CONSTANT(5000000000));
	assert_true(entry->mtime == 1700000000);
	assert_string_equal(entry->version, "v1");
	assert_string_equal(entry->segment, "seg-0001");
	assert_int_equal(entry->year, 2023);
	assert_string_equal(entry->region.code, "440100");
	assert_int_equal(entry->records[YS_PROJECT], 7);
	assert_int_equal(entry->warnings, 3);
	assert_false(entry->unsettled);
	assert_int_equal(manifest->superseded->len, 1);
	entry = manifest->superseded->pdata[0];
	assert_null(entry->version);
	assert_true(entry->unsettled);
	assert_string_equal(entry->sha256, "11ff");
	again = ys_manifest_to_text(manifest);
	assert_string_equal(again, text);
}

static void entries_are_sorted_by_path_and_counted(void **state)
{
	g_autofree char *text = text_of_two();
	g_autoptr(ys_manifest) manifest = load(text, -1, YS_MANIFEST_WHOLE, NULL);

	(void)state;
	assert_string_equal(((ys_manifest_entry *)manifest->entries->pdata[0])->path, "/a.txt");
	assert_int_equal(manifest->publications, 2);
	assert_int_equal(manifest->records[YS_PROJECT], 12);
	assert_int_equal(manifest->records[YS_PUBLICATION], 2);
	assert_int_equal(manifest->records[YS_SECTION], 0);
}

static void the_head_alone_tells_the_counts(void **state)
{
	g_autofree char *text = text_of_two();
	g_autoptr(ys_manifest) manifest = load(text, -1, YS_MANIFEST_HEAD, NULL);

	(void)state;
	assert_int_equal(manifest->entries->len, 0);
	assert_int_equal(manifest->publications, 2);
	assert_int_equal(manifest->records[YS_PROJECT], 12);
	assert_int_equal(manifest->segments->len, 2);
}

static void the_rest_can_be_read_when_the_file_is_gone(void **state)
{
	g_autofree char *text = text_of_two();
	g_autoptr(ys_manifest) manifest = load(text, -1, YS_MANIFEST_HEAD, NULL);

	(void)state;
	assert_true(ys_manifest_load_entries(manifest, NULL));
	assert_int_equal(manifest->entries->len, 2);
	/* once */
	assert_true(ys_manifest_load_entries(manifest, NULL));
	assert_int_equal(manifest->entries->len, 2);
}

static void an_empty_index_has_a_manifest_too(void **state)
{
	g_autoptr(ys_manifest) empty = ys_manifest_new();
	g_autofree char *text = ys_manifest_to_text(empty);
	g_autoptr(ys_manifest) manifest = load(text, -1, YS_MANIFEST_WHOLE, NULL);

	(void)state;
	assert_non_null(manifest);
	assert_int_equal(manifest->publications, 0);
	assert_int_equal(manifest->segments->len, 0);
}

static void what_is_unknown_stays_unknown(void **state)
{
	g_autoptr(ys_manifest) before = ys_manifest_new();
	ys_manifest_entry *entry = entry_new("a.txt", 0);
	g_autofree char *text = NULL;
	g_autoptr(ys_manifest) manifest = NULL;

	(void)state;
	g_clear_pointer(&entry->title, g_free);
	memset(&entry->region, 0, sizeof entry->region);
	entry->year = 0;
	g_ptr_array_add(before->entries, entry);
	text = ys_manifest_to_text(before);
	manifest = load(text, -1, YS_MANIFEST_WHOLE, NULL);
	assert_non_null(manifest);
	entry = manifest->entries->pdata[0];
	assert_null(entry->title);
	assert_null(entry->region.code);
	assert_null(entry->region.province);
	assert_int_equal(entry->year, 0);
}

static const struct {
	const char *behaviour, *path;
} path_rows[] = {
	{ "plain", "/a/b.txt" },
	{ "Chinese", "/预算/花栖区.txt" },
	{ "bytes that are no UTF-8", "/\xb5\xb1\xff/a b%20c.txt" },
	{ "a percent sign", "/100%/%41.txt" },
	{ "a percent sign and bytes that are no UTF-8", "/100%\xff/%41.txt" },
	{ "a line end and control characters", "/a\nb\t\1.txt" },
	{ "quotes and backslashes", "/\"\\'.txt" },
	{ "a relative path", "../x" },
	{ "a name that looks like JSON", "{\"escaped\":\"x\"}" },
};

static void a_path_of_any_bytes_comes_back(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(path_rows); i++) {
		g_autoptr(ys_manifest) before = ys_manifest_new();
		g_autoptr(GError) error = NULL;
		g_autoptr(ys_manifest) after = NULL;
		g_autofree char *text = NULL;

		g_ptr_array_add(before->entries, entry_new(path_rows[i].path, 1));
		text = ys_manifest_to_text(before);
		assert_true(g_utf8_validate(text, -1, NULL));
		after = load(text, -1, YS_MANIFEST_WHOLE, &error);
		if (!after)
			fail_msg("%s: %s", path_rows[i].behaviour, error->message);
		if (strcmp(((ys_manifest_entry *)after->entries->pdata[0])->path, path_rows[i].path))
			fail_msg("%s came back as %s", path_rows[i].behaviour,
				 ((ys_manifest_entry *)after->entries->pdata[0])->path);
	}
}

/* ---- damage ---- */

static void a_file_cut_anywhere_is_refused(void **state)
{
	g_autofree char *text = text_of_two();

	(void)state;
	for (gsize len = 0; len < strlen(text); len++) {
		g_autoptr(GError) error = NULL;

		if (load(text, len, YS_MANIFEST_WHOLE, &error))
			fail_msg("accepted after %zu of %zu bytes", len, strlen(text));
		assert_true(g_error_matches(error, YS_ERROR, YS_ERROR_IO));
		assert_non_null(strstr(error->message, YS_MANIFEST_FILE));
		assert_non_null(strstr(error->message, "--rebuild"));
	}
}

#define HEAD "{\"schema\":" G_STRINGIFY(YS_SCHEMA_CURRENT) ",\"tokeniser\":1,\"generation\":1,\"segments\":[],\"hidden\":[]"
#define ENTRY "{\"path\":\"a\",\"id\":\"i\",\"identity\":\"x\",\"sha256\":\"s\",\"version\":\"v\""

static const struct {
	const char *behaviour, *text;
	const char *message;    /* part of it */
} damage_rows[] = {
	{ "an empty file", "", ":1: the file is empty" },
	{ "an empty line", "\n", ":1:" },
	{ "no JSON", "schema 1\n", ":1:" },
	{ "an array", "[1]\n", ":1: a field is missing" },
	{ "a string", "\"schema\"\n", ":1:" },
	{ "a head without a schema", "{\"tokeniser\":1}\n", ":1: a field is missing" },
	{ "a schema that is no number", "{\"schema\":\"1\"}\n", ":1: a field is missing" },
	{ "an entry without a segment", HEAD ",\"publications\":1}\n" ENTRY "}\n", ":2: a field is missing" },
	{ "an entry that is an array", HEAD ",\"publications\":1}\n[]\n", ":2: a field is missing" },
	{ "fewer entries than the head says", HEAD ",\"publications\":2}\n" ENTRY ",\"segment\":\"s\"}\n",
	  "publications are missing" },
	{ "more entries than the head says",
	  HEAD ",\"publications\":0}\n" ENTRY ",\"segment\":\"s\"}\n", "publications" },
	{ "bytes that are no UTF-8", HEAD ",\"publications\":0,\"x\":\"\xff\"}\n", ":1:" },
	{ "brackets without end", "[[[[[[[[[[[[[[[[[[[[[[[[\n", ":1:" },
};

static void damage_is_said_with_its_line(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(damage_rows); i++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(ys_manifest) manifest = load(damage_rows[i].text, -1, YS_MANIFEST_WHOLE, &error);

		if (manifest)
			fail_msg("%s is accepted", damage_rows[i].behaviour);
		assert_true(g_error_matches(error, YS_ERROR, YS_ERROR_IO));
		if (!strstr(error->message, damage_rows[i].message))
			fail_msg("%s: %s", damage_rows[i].behaviour, error->message);
	}
}

/* Names that become paths, and lists that every search needs. */
static const char *const bad_segments[] = {
	"{}",
	"{\"name\":1,\"hidden\":[],\"files\":{}}",
	"{\"name\":\"s\",\"files\":{}}",
	"{\"name\":\"s\",\"hidden\":[1],\"files\":{}}",
	"{\"name\":\"s\",\"hidden\":[],\"files\":[]}",
	"{\"name\":\"s\",\"hidden\":[],\"files\":{\"x\":1}}",
	"{\"name\":\"s\",\"hidden\":[],\"files\":{\"../x\":{\"bytes\":1,\"sha256\":\"\"}}}",
	"{\"name\":\"s\",\"hidden\":[],\"files\":{\"\":{\"bytes\":1,\"sha256\":\"\"}}}",
};

static void a_segment_that_is_none_is_refused(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(bad_segments); i++) {
		g_autofree char *text = g_strdup_printf("{\"schema\":" G_STRINGIFY(YS_SCHEMA_CURRENT) ",\"segments\":[%s]}\n", bad_segments[i]);

		if (load(text, -1, YS_MANIFEST_HEAD, NULL))
			fail_msg("accepted: %s", bad_segments[i]);
	}
}

static void any_byte_that_changes_is_noticed(void **state)
{
	g_autofree char *text = text_of_two();

	(void)state;
	for (gsize i = 0; i < strlen(text); i++) {
		g_autofree char *changed = g_strdup(text);
		g_autoptr(ys_manifest) manifest = NULL;

		changed[i] ^= 0x01;
		manifest = load(changed, -1, YS_MANIFEST_WHOLE, NULL);
		if (manifest && ys_manifest_check_version(manifest, NULL))
			fail_msg("byte %zu", i);
	}
}

static void fields_of_a_later_version_are_ignored(void **state)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(ys_manifest) manifest = load(HEAD ",\"publications\":1,\"new\":{\"x\":[]}}\n" ENTRY
						    ",\"segment\":\"s\",\"new\":null,\"region\":\"000000\"}\n",
					       -1, YS_MANIFEST_WHOLE, &error);

	(void)state;
	assert_null(error);
	assert_int_equal(manifest->entries->len, 1);
	assert_null(((ys_manifest_entry *)manifest->entries->pdata[0])->region.code);
}

static void a_missing_file_is_said(void **state)
{
	g_autofree char *dir = dir_new();
	g_autoptr(GError) error = NULL;

	(void)state;
	assert_null(ys_manifest_load(dir, YS_MANIFEST_HEAD, &error));
	assert_true(g_error_matches(error, YS_ERROR, YS_ERROR_IO));
	assert_non_null(strstr(error->message, dir));
	assert_int_equal(g_rmdir(dir), 0);
}

/* ---- versions ---- */

static const struct {
	const char *behaviour;
	int schema, tokeniser;
	gboolean ours;
} version_rows[] = {
	{ "ours", YS_SCHEMA_CURRENT, YS_TOKENISER_VERSION, TRUE },
	{ "an older schema", YS_SCHEMA_CURRENT - 1, YS_TOKENISER_VERSION, FALSE },
	{ "a newer schema", YS_SCHEMA_CURRENT + 1, YS_TOKENISER_VERSION, FALSE },
	{ "another tokeniser", YS_SCHEMA_CURRENT, YS_TOKENISER_VERSION + 1, FALSE },
};

static void another_version_is_read_but_refused_for_searching(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(version_rows); i++) {
		g_autoptr(ys_manifest) before = ys_manifest_new(), manifest = NULL;
		g_autoptr(GError) error = NULL;
		g_autofree char *text = NULL;

		before->schema = version_rows[i].schema;
		before->tokeniser = version_rows[i].tokeniser;
		g_ptr_array_add(before->entries, entry_new("a.txt", 4));
		text = ys_manifest_to_text(before);
		manifest = load(text, -1, YS_MANIFEST_WHOLE, NULL);
		assert_non_null(manifest);
		assert_int_equal(manifest->records[YS_PROJECT], 4);
		if (ys_manifest_check_version(manifest, &error) != version_rows[i].ours)
			fail_msg("%s", version_rows[i].behaviour);
		if (!version_rows[i].ours)
			assert_true(g_error_matches(error, YS_ERROR, YS_ERROR_SCHEMA));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_written_is_read_again),
		cmocka_unit_test(entries_are_sorted_by_path_and_counted),
		cmocka_unit_test(the_head_alone_tells_the_counts),
		cmocka_unit_test(the_rest_can_be_read_when_the_file_is_gone),
		cmocka_unit_test(an_empty_index_has_a_manifest_too),
		cmocka_unit_test(what_is_unknown_stays_unknown),
		cmocka_unit_test(a_path_of_any_bytes_comes_back),
		cmocka_unit_test(a_file_cut_anywhere_is_refused),
		cmocka_unit_test(damage_is_said_with_its_line),
		cmocka_unit_test(a_segment_that_is_none_is_refused),
		cmocka_unit_test(any_byte_that_changes_is_noticed),
		cmocka_unit_test(fields_of_a_later_version_are_ignored),
		cmocka_unit_test(a_missing_file_is_said),
		cmocka_unit_test(another_version_is_read_but_refused_for_searching),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
