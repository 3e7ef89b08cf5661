#include "tools/web/site.h"

#include <glib/gstdio.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const char *const variables[] = { "YUSOU_CONFIG",  "YUSOU_INDEX",       "YUSOU_BASE_URL", "YUSOU_TITLE",
					 "YUSOU_ORIGIN", "YUSOU_CPU_SECONDS", "YUSOU_MEMORY_MB" };

static int forget(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(variables); i++)
		g_unsetenv(variables[i]);
	return 0;
}

/* A file of its own in the directory for temporary files; remove and free. */
static char *file_with(const char *text)
{
	char *path = NULL;
	int fd = g_file_open_tmp("yusou-site-XXXXXX", &path, NULL);

	assert_true(fd >= 0);
	assert_true(g_close(fd, NULL));
	assert_true(g_file_set_contents(path, text, -1, NULL));
	return path;
}

static web_site *site_of(const char *text, GError **error)
{
	g_autofree char *path = file_with(text);
	web_site *site = web_site_new(path, error);

	g_remove(path);
	return site;
}

static void a_file_sets_everything(void **state)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(web_site) site = site_of("# of our district\n[site]\n"
					   "index = /srv/yusou\n"
					   "title = 青禾区预算搜索\n"
					   "base_url = https://www.example.org/cgi-bin/yusou.cgi\n"
					   "origin = https://data.example.org:8443\n"
					   "cpu_seconds = 3\n"
					   "memory_mb = 0\n",
					   &error);

	(void)state;
	assert_null(error);
	assert_string_equal(site->index, "/srv/yusou");
	assert_string_equal(site->title, "青禾区预算搜索");
	assert_string_equal(site->base, "https://www.example.org/cgi-bin/yusou.cgi");
	assert_string_equal(site->origin, "https://data.example.org:8443");
	assert_int_equal(site->cpu_seconds, 3);
	assert_int_equal(site->memory_mb, 0);
}

static void the_environment_wins_over_the_file(void **state)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(web_site) site = NULL;

	(void)state;
	g_setenv("YUSOU_INDEX", "of/the/environment", TRUE);
	g_setenv("YUSOU_CPU_SECONDS", "7", TRUE);
	g_setenv("YUSOU_TITLE", "", TRUE);
	site = site_of("[site]\nindex=/of/the/file\ntitle=of the file\ncpu_seconds=3\n", &error);
	assert_null(error);
	assert_string_equal(site->index, "of/the/environment");
	assert_string_equal(site->title, "of the file");
	assert_int_equal(site->cpu_seconds, 7);
}

static void nothing_said_means_bounds_all_the_same(void **state)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(web_site) site = site_of("", &error);

	(void)state;
	assert_null(error);
	assert_true(g_str_has_suffix(site->index, "/yusou/index"));
	assert_null(site->title);
	assert_null(site->base);
	assert_null(site->origin);
	assert_int_not_equal(site->cpu_seconds, 0);
	assert_int_not_equal(site->memory_mb, 0);
}

static void the_file_may_be_named_by_the_environment(void **state)
{
	g_autofree char *path = file_with("[site]\nindex=/srv/yusou\n");
	g_autoptr(GError) error = NULL;
	g_autoptr(web_site) site = NULL;

	(void)state;
	g_setenv("YUSOU_CONFIG", path, TRUE);
	site = web_site_new(NULL, &error);
	g_remove(path);
	assert_null(error);
	assert_string_equal(site->index, "/srv/yusou");
}

static void a_named_file_must_be_there(void **state)
{
	g_autoptr(GError) error = NULL;

	(void)state;
	assert_null(web_site_new("/nowhere/web.ini", &error));
	assert_true(g_error_matches(error, YS_ERROR, YS_ERROR_IO));
	assert_non_null(strstr(error->message, "/nowhere/web.ini"));
}

static const struct {
	const char *name, *text;
	const char *part;               /* of the message */
} bad_files[] = {
	{ "no section", "index=/srv\n", "" },
	{ "another section", "[web]\nindex=/srv\n", "[web]" },
	{ "a misspelt key", "[site]\nindx=/srv\n", "indx" },
	{ "a key of the environment", "[site]\nYUSOU_INDEX=/srv\n", "YUSOU_INDEX" },
	{ "an index that depends on where one stands", "[site]\nindex=srv\n", "index must be a path that begins" },
	{ "a base without scheme", "[site]\nbase_url=www.example.org\n", "base_url must be" },
	{ "a base of another scheme", "[site]\nbase_url=javascript://x/\n", "base_url must be" },
	{ "a base without host", "[site]\nbase_url=https:///x\n", "base_url must be" },
	{ "a base with a query", "[site]\nbase_url=https://x/y?z\n", "base_url must be" },
	{ "a base with a quotation mark", "[site]\nbase_url=https://x/\"y\n", "base_url must be" },
	{ "a base with a user", "[site]\nbase_url=https://a@x/\n", "base_url must be" },
	{ "a base of two lines", "[site]\nbase_url=https://x/\\n\n", "base_url must be" },
	{ "an origin with a path", "[site]\norigin=https://x/\n", "origin must be" },
	{ "two origins", "[site]\norigin=https://x https://y\n", "origin must be" },
	{ "a title of two lines", "[site]\ntitle=a\\nb\n", "title must be" },
	{ "a title that is not UTF-8", "[site]\ntitle=a\xff\n", "title must be" },
	{ "no time at all", "[site]\ncpu_seconds=0\n", "cpu_seconds must be" },
	{ "a time with a unit", "[site]\ncpu_seconds=3s\n", "cpu_seconds must be" },
	{ "a time below nothing", "[site]\ncpu_seconds=-1\n", "cpu_seconds must be" },
	{ "too little memory", "[site]\nmemory_mb=1\n", "memory_mb must be" },
	{ "more memory than there is a number for", "[site]\nmemory_mb=99999999999999999999\n", "memory_mb must be" },
};

static void what_is_wrong_is_named(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(bad_files); i++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(web_site) site = site_of(bad_files[i].text, &error);

		if (site || !g_error_matches(error, YS_ERROR, YS_ERROR_INPUT) ||
		    !strstr(error->message, bad_files[i].part) || !strstr(error->message, "yusou-site-"))
			fail_msg("%s: %s", bad_files[i].name, error ? error->message : "taken");
	}
}

static void a_variable_that_is_wrong_is_named(void **state)
{
	g_autoptr(GError) error = NULL;

	(void)state;
	g_setenv("YUSOU_BASE_URL", "https://x/\ny", TRUE);
	assert_null(site_of("", &error));
	assert_true(g_error_matches(error, YS_ERROR, YS_ERROR_INPUT));
	assert_non_null(strstr(error->message, "YUSOU_BASE_URL"));
	/* no part of a value gets into a log */
	assert_null(strchr(error->message, '\n'));
}

static void urls_may_have_ports_and_numbers(void **state)
{
	static const char *const urls[] = { "http://127.0.0.1:8080", "http://[::1]:8080/", "https://x/~a/b-c_d.cgi" };

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(urls); i++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(web_site) site = NULL;

		g_setenv("YUSOU_BASE_URL", urls[i], TRUE);
		site = site_of("", &error);
		assert_null(error);
		assert_string_equal(site->base, urls[i]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(a_file_sets_everything, forget),
		cmocka_unit_test_setup(the_environment_wins_over_the_file, forget),
		cmocka_unit_test_setup(nothing_said_means_bounds_all_the_same, forget),
		cmocka_unit_test_setup(the_file_may_be_named_by_the_environment, forget),
		cmocka_unit_test_setup(a_named_file_must_be_there, forget),
		cmocka_unit_test_setup(what_is_wrong_is_named, forget),
		cmocka_unit_test_setup(a_variable_that_is_wrong_is_named, forget),
		cmocka_unit_test_setup(urls_may_have_ports_and_numbers, forget),
	};

	return cmocka_run_group_tests(tests, NULL, forget);
}
