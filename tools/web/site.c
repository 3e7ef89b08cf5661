#include "tools/web/site.h"

#include <string.h>

/* Where a site that can set no environment says what it wants. */
#define CONFIG_DEFAULT YUSOU_SYSCONFDIR "/yusou/web.ini"
#define GROUP "site"
#define TITLE_MAX 200
#define URL_BYTES_MAX 500

#define CPU_SECONDS_DEFAULT 10
#define CPU_SECONDS_MAX 3600
#define MEMORY_MB_DEFAULT 1024
/* Less, and the first search of a big index would end the process. */
#define MEMORY_MB_MIN 64
#define MEMORY_MB_MAX (1024 * 1024)

/* Each takes the value into the site, or says in one clause what it should be. */
typedef const char *(*take_fn)(web_site *site, const char *value);

static const char *take_index(web_site *site, const char *value)
{
	g_free(site->index);
	site->index = g_strdup(value);
	return NULL;
}

static const char *take_title(web_site *site, const char *value)
{
	gboolean good = strlen(value) <= TITLE_MAX && g_utf8_validate(value, -1, NULL);

	for (const char *p = value; good && *p; p = g_utf8_next_char(p))
		good = !g_unichar_iscntrl(g_utf8_get_char(p));
	if (!good)
		return "one line of UTF-8 of at most 200 bytes";
	g_free(site->title);
	site->title = g_strdup(value);
	return NULL;
}

static gboolean matches(const char *pattern, const char *value)
{
	return strlen(value) <= URL_BYTES_MAX &&
	       g_regex_match_simple(pattern, value, G_REGEX_DOLLAR_ENDONLY, 0);
}

/* Both are put into links and headers: nothing that would have to be escaped there. */
#define HOST "^https?://([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?"

static const char *take_base(web_site *site, const char *value)
{
	if (!matches(HOST "(/[A-Za-z0-9/._~-]*)?$", value))
		return "a URL such as https://www.example.org/yusou, of letters, digits and / . _ ~ -";
	g_free(site->base);
	site->base = g_strdup(value);
	return NULL;
}

static const char *take_origin(web_site *site, const char *value)
{
	if (strcmp(value, "*") != 0 && !matches(HOST "$", value))
		return "* or an origin such as https://www.example.org, without a path";
	g_free(site->origin);
	site->origin = g_strdup(value);
	return NULL;
}

static const char *take_cpu_seconds(web_site *site, const char *value)
{
	guint64 number;

	if (!g_ascii_string_to_unsigned(value, 10, 1, CPU_SECONDS_MAX, &number, NULL))
		return "a number of seconds from 1 to 3600";
	site->cpu_seconds = (guint)number;
	return NULL;
}

static const char *take_memory_mb(web_site *site, const char *value)
{
	guint64 number;

	if (!g_ascii_string_to_unsigned(value, 10, 0, MEMORY_MB_MAX, &number, NULL) ||
	    (number && number < MEMORY_MB_MIN))
		return "a number of megabytes from 64 to 1048576, or 0 for no bound";
	site->memory_mb = (guint)number;
	return NULL;
}

static const struct {
	const char *key, *variable;
	take_fn take;
} settings[] = {
	{ "index",       "YUSOU_INDEX",       take_index },
	{ "base_url",    "YUSOU_BASE_URL",    take_base },
	{ "title",       "YUSOU_TITLE",       take_title },
	{ "origin",      "YUSOU_ORIGIN",      take_origin },
	{ "cpu_seconds", "YUSOU_CPU_SECONDS", take_cpu_seconds },
	{ "memory_mb",   "YUSOU_MEMORY_MB",   take_memory_mb },
};

static gboolean wrong(GError **error, const char *where, const char *key, const char *expected)
{
	g_set_error(error, YS_ERROR, YS_ERROR_INPUT, "%s: %s must be %s", where, key, expected);
	return FALSE;
}

/* ---- the file ---- */

static gboolean is_known(const char *key)
{
	for (gsize i = 0; i < G_N_ELEMENTS(settings); i++)
		if (!strcmp(key, settings[i].key))
			return TRUE;
	return FALSE;
}

/* A misspelt name would otherwise leave a bound at its default unnoticed. */
static gboolean check_names(GKeyFile *file, const char *path, GError **error)
{
	g_auto(GStrv) groups = g_key_file_get_groups(file, NULL);
	g_auto(GStrv) keys = NULL;

	for (char **group = groups; *group; group++)
		if (strcmp(*group, GROUP) != 0) {
			g_set_error(error, YS_ERROR, YS_ERROR_INPUT, "%s: there is no section [%s], only [%s]",
				    path, *group, GROUP);
			return FALSE;
		}
	keys = g_key_file_get_keys(file, GROUP, NULL, NULL);
	for (char **key = keys; key && *key; key++)
		if (!is_known(*key)) {
			g_set_error(error, YS_ERROR, YS_ERROR_INPUT,
				    "%s: there is no setting %s; yusou.cgi(8) lists them", path, *key);
			return FALSE;
		}
	return TRUE;
}

static gboolean read_file(web_site *site, const char *path, gboolean named, GError **error)
{
	g_autoptr(GKeyFile) file = g_key_file_new();
	g_autoptr(GError) local = NULL;

	if (!g_key_file_load_from_file(file, path, G_KEY_FILE_NONE, &local)) {
		if (!named && g_error_matches(local, G_FILE_ERROR, G_FILE_ERROR_NOENT))
			return TRUE;
		g_set_error(error, YS_ERROR, local->domain == G_KEY_FILE_ERROR ? YS_ERROR_INPUT : YS_ERROR_IO,
			    "%s: %s", path, local->message);
		return FALSE;
	}
	if (!check_names(file, path, error))
		return FALSE;
	for (gsize i = 0; i < G_N_ELEMENTS(settings); i++) {
		g_autofree char *value = NULL;
		const char *expected;

		if (!g_key_file_has_key(file, GROUP, settings[i].key, NULL))
			continue;
		value = g_key_file_get_string(file, GROUP, settings[i].key, NULL);
		if (!value)
			return wrong(error, path, settings[i].key, "UTF-8, with escapes \\s \\n \\t \\r \\\\ only");
		if (!*value)
			continue;
		/* nobody knows in which directory a web server starts a program */
		if (settings[i].take == take_index && !g_path_is_absolute(value))
			return wrong(error, path, settings[i].key, "a path that begins with /");
		expected = settings[i].take(site, value);
		if (expected)
			return wrong(error, path, settings[i].key, expected);
	}
	return TRUE;
}

static gboolean read_environment(web_site *site, GError **error)
{
	for (gsize i = 0; i < G_N_ELEMENTS(settings); i++) {
		const char *value = g_getenv(settings[i].variable), *expected;

		if (!value || !*value)
			continue;
		expected = settings[i].take(site, value);
		if (expected)
			return wrong(error, "environment", settings[i].variable, expected);
	}
	return TRUE;
}

web_site *web_site_new(const char *path, GError **error)
{
	g_autoptr(web_site) site = g_new0(web_site, 1);

	site->cpu_seconds = CPU_SECONDS_DEFAULT;
	site->memory_mb = MEMORY_MB_DEFAULT;
	if (!path || !*path)
		path = g_getenv("YUSOU_CONFIG");
	if (path && *path) {
		if (!read_file(site, path, TRUE, error))
			return NULL;
	} else if (!read_file(site, CONFIG_DEFAULT, FALSE, error)) {
		return NULL;
	}
	if (!read_environment(site, error))
		return NULL;
	if (!site->index)
		site->index = g_build_filename(g_get_user_data_dir(), "yusou", "index", NULL);
	return g_steal_pointer(&site);
}

void web_site_free(web_site *site)
{
	if (!site)
		return;
	g_free(site->index);
	g_free(site->title);
	g_free(site->base);
	g_free(site->origin);
	g_free(site);
}
