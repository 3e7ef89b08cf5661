/* Damage to an index is found: all of it by ys_index_verify(), what is missing or cut off
 * already when the index is opened, and nothing of it makes a search crash. */
#include "index_fixture.h"

#include "index/store/verify.h"

#define OLD 1700000000

static void make_index(place *at)
{
	put_publication(at, "a.txt", OLD, 1, "甲");
	assert_indexed(at, INDEX(at, ""));
	put_publication(at, "b.txt", OLD, 2, "乙");
	assert_indexed(at, INDEX(at, ""));
}

static char *live_file(const place *at, const char *name)
{
	g_autofree char *dir = ys_store_current(at->root, NULL);

	return g_build_filename(dir, name, NULL);
}

/* Files are hard links between generations: write a new one. */
static void put_bytes(const char *path, const char *data, gsize len)
{
	g_unlink(path);
	assert_true(g_file_set_contents(path, data, len, NULL));
}

static gboolean is_sound(place *at)
{
	g_autoptr(GError) error = NULL;
	gboolean sound;

	g_string_truncate(at->said, 0);
	sound = ys_index_verify(at->root, note_message, at, &error);
	assert_true(sound || error);
	return sound;
}

/* Opens and reads all; what it holds, NULL if it was noticed that something is wrong. */
static char *contents(const place *at)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(ys_search) search = ys_search_open(at->root, &error);
	g_autoptr(GString) out = g_string_new(NULL);
	gboolean ok = search && ys_search_each(search, (1u << YS_N_TYPES) - 1, append_record, out, &error);

	assert_true(ok || (error && strlen(error->message) > 10));
	return ok ? g_strdup(out->str) : NULL;
}

/* TRUE if nothing was noticed. */
static gboolean is_searched(const place *at)
{
	g_autofree char *all = contents(at);

	return all != NULL;
}

static const char *const files[] = {
	"XAPIANDB", "manifest.jsonl", "seg-0001/iamglass", "seg-0001/postlist.glass", "seg-0001/docdata.glass",
	"seg-0002/iamglass", "seg-0002/postlist.glass", "seg-0002/docdata.glass",
};

static void a_new_index_is_sound(void **state)
{
	place *at = *state;

	make_index(at);
	assert_true(is_sound(at));
	assert_string_equal(at->said->str, "");
}

static void any_byte_that_flips_is_found_and_no_wrong_record_is_shown(void **state)
{
	place *at = *state;
	g_autofree char *wanted = NULL;

	make_index(at);
	wanted = contents(at);
	for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
		g_autofree char *path = live_file(at, files[i]), *data = NULL;
		gsize len;

		assert_true(g_file_get_contents(path, &data, &len, NULL));
		for (gsize k = 0; k < len; k += 1 + len / 97) {
			g_autofree char *changed = g_memdup2(data, len), *all = NULL;

			changed[k] ^= 0x10;
			put_bytes(path, changed, len);
			if (is_sound(at))
				fail_msg("byte %zu of %s", k, files[i]);
			all = contents(at);
			if (all && strcmp(all, wanted))
				fail_msg("byte %zu of %s shows wrong records", k, files[i]);
		}
		put_bytes(path, data, len);
		assert_true(is_sound(at));
	}
}

static void what_is_cut_off_or_missing_is_noticed_when_it_is_opened(void **state)
{
	place *at = *state;

	make_index(at);
	for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
		g_autofree char *path = live_file(at, files[i]), *data = NULL;
		gsize len;

		assert_true(g_file_get_contents(path, &data, &len, NULL));
		for (int part = 0; part < 5; part++) {
			put_bytes(path, data, len * part / 5);
			assert_false(is_sound(at));
			/* of the manifest and the stub only a part may be needed */
			assert_true(!is_searched(at) || i < 2);
		}
		g_unlink(path);
		assert_false(is_sound(at));
		assert_false(is_searched(at));
		put_bytes(path, data, len);
	}
	assert_true(is_sound(at));
}

static void damage_where_a_segment_begins_is_noticed_when_it_is_opened(void **state)
{
	place *at = *state;
	g_autofree char *path = NULL, *data = NULL;
	gsize len;

	make_index(at);
	path = live_file(at, "seg-0001/iamglass");
	assert_true(g_file_get_contents(path, &data, &len, NULL));
	for (gsize k = 0; k < len; k++) {
		g_autofree char *changed = g_memdup2(data, len);

		changed[k] ^= 0x01;
		put_bytes(path, changed, len);
		assert_false(is_searched(at));
	}
}

static void hidden_versions_cannot_come_back_by_damage(void **state)
{
	place *at = *state;
	g_autofree char *path = NULL, *data = NULL;
	g_autoptr(ys_manifest) manifest = NULL;
	char *version;
	gsize len;

	/* less than a fifth, or it would be rewritten */
	for (int i = 0; i < 8; i++) {
		g_autofree char *name = g_strdup_printf("p%d.txt", i);

		put_publication(at, name, OLD, i, "甲");
	}
	assert_indexed(at, INDEX(at, ""));
	put_publication(at, "p1.txt", OLD + 1, 1, "乙");
	assert_indexed(at, INDEX(at, ""));
	manifest = manifest_of(at);
	assert_int_equal(manifest->hidden->len, 1);
	path = live_file(at, "manifest.jsonl");
	assert_true(g_file_get_contents(path, &data, &len, NULL));
	version = strstr(data, g_ptr_array_index(manifest->hidden, 0));
	version[3] = version[3] == 'a' ? 'b' : 'a';
	put_bytes(path, data, len);
	assert_false(is_searched(at));
}

static void a_strange_file_in_a_segment_is_found(void **state)
{
	place *at = *state;
	g_autofree char *path = NULL;

	make_index(at);
	path = live_file(at, "seg-0001/position.glass");
	put_bytes(path, "x", 1);
	assert_false(is_sound(at));
	assert_non_null(strstr(at->said->str, "position.glass:0: is not of this index"));
}

static void findings_name_their_files(void **state)
{
	place *at = *state;
	g_autofree char *path = NULL;

	make_index(at);
	path = live_file(at, "seg-0002/docdata.glass");
	put_bytes(path, "x", 1);
	path = (g_free(path), live_file(at, "seg-0001/postlist.glass"));
	g_unlink(path);
	assert_false(is_sound(at));
	assert_non_null(strstr(at->said->str, "docdata.glass:0: is cut off"));
	assert_non_null(strstr(at->said->str, "postlist.glass:0: cannot open"));
}

static void the_writer_builds_on_nothing_damaged(void **state)
{
	place *at = *state;
	g_autofree char *path = NULL;

	make_index(at);
	path = live_file(at, "seg-0001/postlist.glass");
	put_bytes(path, "x", 1);
	put_publication(at, "c.txt", OLD, 3, "丙");
	assert_false(INDEX(at, ""));
	assert_non_null(strstr(at->error->message, "run: yusou index --rebuild"));
	at->options.rebuild = TRUE;
	assert_indexed(at, INDEX(at, ""));
	assert_true(is_sound(at));
}

static void without_an_index_there_is_nothing_to_verify(void **state)
{
	place *at = *state;
	g_autoptr(GError) error = NULL;

	assert_false(ys_index_verify(at->root, note_message, at, &error));
	assert_true(g_error_matches(error, YS_ERROR, YS_ERROR_NO_INDEX));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_new_index_is_sound),
		TEST(any_byte_that_flips_is_found_and_no_wrong_record_is_shown),
		TEST(what_is_cut_off_or_missing_is_noticed_when_it_is_opened),
		TEST(damage_where_a_segment_begins_is_noticed_when_it_is_opened),
		TEST(hidden_versions_cannot_come_back_by_damage),
		TEST(a_strange_file_in_a_segment_is_found),
		TEST(findings_name_their_files),
		TEST(the_writer_builds_on_nothing_damaged),
		TEST(without_an_index_there_is_nothing_to_verify),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
