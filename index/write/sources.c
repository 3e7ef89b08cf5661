/* A head row with the names of columns, then a row for each file, with tabs between: what spreadsheets save as text
 * with tabs, quotation marks around some cells included. */
#include "index/write/sources.h"

#include <stdlib.h>
#include <string.h>

#include "index/write/file.h"
#include "src/record.h"
#include "src/year.h"

/* A table that is wrong all through is not said row by row. */
#define SAID_MAX 20
/* Characters of a name. */
#define NAME_MAX_CHARS 200

typedef struct {
	GHashTable *by_file;    /* name in the directory -> ys_given */
	gboolean failed;
} directory;

struct ys_sources {
	ys_message_fn message;
	void *data;
	GHashTable *directories;        /* path -> directory */
};

/* One sources.tsv that is being read. */
typedef struct {
	ys_sources *sources;
	const char *path;
	directory *directory;
	GArray *columns;        /* of int: which of the columns each cell is, -1 none */
	int line;
	guint wrong;            /* messages so far */
} table;

static void directory_free(directory *d)
{
	g_hash_table_unref(d->by_file);
	g_free(d);
}

ys_sources *ys_sources_new(ys_message_fn message, void *data)
{
	ys_sources *sources = g_new0(ys_sources, 1);

	sources->message = message;
	sources->data = data;
	sources->directories =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)directory_free);
	return sources;
}

void ys_sources_free(ys_sources *sources)
{
	if (!sources)
		return;
	g_hash_table_unref(sources->directories);
	g_free(sources);
}

static void say(table *t, const char *format, ...) G_GNUC_PRINTF(2, 3);

static void say(table *t, const char *format, ...)
{
	g_autofree char *text = NULL;
	va_list args;

	if (++t->wrong > SAID_MAX)
		return;
	va_start(args, format);
	text = g_strdup_vprintf(format, args);
	va_end(args);
	t->sources->message(t->path, t->line, text, t->sources->data);
}

/* ---- values: FALSE with what is wrong said ---- */

static gboolean take_url(table *t, const char *value, ys_given *given)
{
	if (!ys_url_is_web(value)) {
		say(t, "url '%s' is none that a page can link to; write one that begins with https:// or http://, without "
		    "blanks", value);
		return FALSE;
	}
	given->url = g_strdup(value);
	return TRUE;
}

static gboolean is_day(const char *s)
{
	static const char form[] = "dddd-dd-dd";

	for (gsize i = 0; i < sizeof form - 1; i++)
		if (form[i] == 'd' ? !g_ascii_isdigit(s[i]) : s[i] != form[i])
			return FALSE;
	return !s[sizeof form - 1] &&
	       g_date_valid_dmy((GDateDay)atoi(s + 8), (GDateMonth)atoi(s + 5), (GDateYear)atoi(s));
}

static gboolean take_published(table *t, const char *value, ys_given *given)
{
	if (!is_day(value)) {
		say(t, "published '%s' is no day; write it as 2024-02-29", value);
		return FALSE;
	}
	given->published = g_strdup(value);
	return TRUE;
}

static gboolean take_department(table *t, const char *value, ys_given *given)
{
	if (g_utf8_strlen(value, -1) > NAME_MAX_CHARS) {
		say(t, "department has more than %d characters; write the name alone", NAME_MAX_CHARS);
		return FALSE;
	}
	given->department = g_strdup(value);
	return TRUE;
}

static gboolean take_region(table *t, const char *value, ys_given *given)
{
	ys_region_status status = ys_region_of_written(value, &given->region);

	if (status == YS_REGION_AMBIGUOUS)
		say(t, "region '%s' is the name of several; write province and city before it", value);
	else if (status == YS_REGION_NONE)
		say(t, "region '%s' is not understood; write the names of province, city and county one behind the "
		    "other, as 广东省广州市白云区", value);
	given->has_region = status == YS_REGION_RESOLVED;
	return given->has_region;
}

static gboolean take_year(table *t, const char *value, ys_given *given)
{
	given->year = ys_year_of(value);
	if (!given->year)
		say(t, "year '%s' is none; write four digits, as 2024", value);
	return given->year != 0;
}

/* The static string that is value; NULL, which was said. */
static const char *one_of(table *t, const char *column, const char *value, const char *const *words)
{
	g_autofree char *all = g_strjoinv(" ", (char **)words);

	for (gsize i = 0; words[i]; i++)
		if (!strcmp(value, words[i]))
			return words[i];
	say(t, "%s '%s' is not known; there are %s", column, value, all);
	return NULL;
}

static gboolean take_kind(table *t, const char *value, ys_given *given)
{
	static const char *const kinds[] = { "预算", "决算", "其他", NULL };

	return (given->kind = one_of(t, "kind", value, kinds)) != NULL;
}

static gboolean take_level(table *t, const char *value, ys_given *given)
{
	static const char *const levels[] = { "部门", "单位", NULL };

	return (given->level = one_of(t, "level", value, levels)) != NULL;
}

/* The first names the file. */
static const struct {
	const char *name;
	gboolean (*take)(table *t, const char *value, ys_given *given);
} columns[] = {
	{ "file", NULL },
	{ "url", take_url },
	{ "published", take_published },
	{ "department", take_department },
	{ "region", take_region },
	{ "year", take_year },
	{ "kind", take_kind },
	{ "level", take_level },
};

/* ---- rows ---- */

/* The cells of a line, without the blanks around them, and without the quotation marks that spreadsheets add. */
static char **cells_of(const char *line)
{
	char **cells = g_strsplit(line, "\t", -1);

	for (char **cell = cells; *cell; cell++) {
		gsize len = strlen(g_strstrip(*cell));

		if (len >= 2 && **cell == '"' && (*cell)[len - 1] == '"') {
			g_autofree char *inner = g_strndup(*cell + 1, len - 2);
			g_auto(GStrv) pieces = g_strsplit(inner, "\"\"", -1);

			g_free(*cell);
			*cell = g_strstrip(g_strjoinv("\"", pieces));
		}
	}
	return cells;
}

static void take_column(table *t, const char *name)
{
	gboolean known = FALSE;
	int column = -1;

	for (gsize i = 0; i < G_N_ELEMENTS(columns); i++)
		if (!g_ascii_strcasecmp(name, columns[i].name))
			column = (int)i;
	for (guint i = 0; column >= 0 && i < t->columns->len; i++)
		if (g_array_index(t->columns, int, i) == column) {
			say(t, "there are two columns '%s'; the first counts", name);
			known = TRUE;
			column = -1;
		}
	if (column < 0 && *name && !known)
		say(t, "there is no column '%s', it is left out; the columns are file url published department region year "
		    "kind level, with tabs between", name);
	g_array_append_val(t->columns, column);
}

/* FALSE if no row can be understood. */
static gboolean take_head(table *t, const char *line)
{
	g_auto(GStrv) cells = cells_of(line);

	for (char **cell = cells; *cell; cell++)
		take_column(t, *cell);
	for (guint i = 0; i < t->columns->len; i++)
		if (g_array_index(t->columns, int, i) == 0)
			return TRUE;
	say(t, "no column is called 'file', so nothing of it can be used; the first line names the columns, with tabs between");
	return FALSE;
}

/* The name of the row's file; NULL, which was said. */
static const char *file_of(table *t, char **cells)
{
	g_autofree char *dir = g_path_get_dirname(t->path), *beside = NULL, *archive = NULL;
	const char *name = NULL, *inside;

	for (guint i = 0; cells[i] && i < t->columns->len; i++)
		if (g_array_index(t->columns, int, i) == 0)
			name = cells[i];
	if (!name || !*name) {
		say(t, "the row names no file; it is left out");
		return NULL;
	}
	beside = g_build_filename(dir, name, NULL);
	archive = ys_file_archive(beside, &inside);
	if (!archive && (strchr(name, '/') || !ys_file_exists(beside))) {
		say(t, "'%s' is no file beside it; write its name as it is there, or take the row out", name);
		return NULL;
	}
	if (g_hash_table_contains(t->directory->by_file, name)) {
		say(t, "'%s' has a row already, which counts; take one out", name);
		return NULL;
	}
	return name;
}

static void take_row(table *t, const char *line)
{
	g_auto(GStrv) cells = cells_of(line);
	const char *name = file_of(t, cells);
	g_autoptr(ys_given) given = g_new0(ys_given, 1);
	gboolean any = FALSE;

	if (!name)
		return;
	for (guint i = 0; cells[i]; i++) {
		int column = i < t->columns->len ? g_array_index(t->columns, int, i) : -1;

		if (column > 0 && *cells[i])
			any |= columns[column].take(t, cells[i], given);
		else if (i >= t->columns->len && *cells[i])
			say(t, "'%s' stands behind the last column", cells[i]);
	}
	if (any)
		g_hash_table_insert(t->directory->by_file, g_strdup(name), g_steal_pointer(&given));
}

static gboolean is_blank(const char *line)
{
	return !line[strspn(line, " \t")];
}

/* FALSE when no further line can be understood. */
static gboolean take_line(table *t, const char *line, gsize len)
{
	g_autofree char *text = g_strndup(line, len);

	if (strlen(text) != len) {
		say(t, "it has a NUL, which no text has%s", t->columns->len ? "; the line is left out" :
		    ", so nothing of it can be used; save it as text in UTF-8, with tabs");
		return t->columns->len != 0;
	}
	if (!g_utf8_validate(text, -1, NULL)) {
		say(t, t->columns->len ? "not UTF-8; the line is left out" :
					 "not UTF-8, so nothing of it can be used; save it as text in UTF-8, with tabs");
		return t->columns->len != 0;
	}
	if (is_blank(text))
		return TRUE;
	if (!t->columns->len)
		return take_head(t, text);
	take_row(t, text);
	return TRUE;
}

static void take_text(table *t, const char *data, gsize len)
{
	const char *p = data, *end = data + len;

	if (len >= 3 && !memcmp(p, "\xef\xbb\xbf", 3))
		p += 3;
	while (p < end) {
		const char *stop = memchr(p, '\n', end - p);
		gsize n = (stop ? stop : end) - p;

		t->line++;
		if (!take_line(t, p, n && p[n - 1] == '\r' ? n - 1 : n))
			break;
		p += n + (stop != NULL);
	}
	if (t->wrong > SAID_MAX) {
		g_autofree char *rest = g_strdup_printf("%u more lines are wrong", t->wrong - SAID_MAX);

		t->sources->message(t->path, 0, rest, t->sources->data);
	}
}

/* ---- directories ---- */

static directory *read_directory(ys_sources *sources, const char *dir)
{
	directory *d = g_new0(directory, 1);
	g_autofree char *path = strcmp(dir, ".") ? g_build_filename(dir, YS_SOURCES_FILE, NULL)
						 : g_strdup(YS_SOURCES_FILE);
	g_autoptr(GArray) names = g_array_new(FALSE, FALSE, sizeof(int));
	table t = { sources, path, d, names, 0, 0 };
	g_autoptr(GError) error = NULL;
	g_autofree char *data = NULL;
	ys_stamp stamp;
	gsize len;

	d->by_file = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)ys_given_free);
	if (!ys_file_exists(path))
		return d;
	data = ys_file_read(path, &len, &stamp, &error);
	d->failed = data == NULL;
	if (data)
		take_text(&t, data, len);
	else
		sources->message(path, 0, error->message, sources->data);
	return d;
}

gboolean ys_sources_of(ys_sources *sources, const char *path, const ys_given **given)
{
	const char *inside;
	g_autofree char *archive = ys_file_archive(path, &inside), *file = g_strdup(archive ? archive : path);
	g_autofree char *dir = g_path_get_dirname(file), *name = g_path_get_basename(file);
	g_autofree char *row = archive ? ys_file_in_archive(name, inside) : g_strdup(name);
	directory *d = g_hash_table_lookup(sources->directories, dir);

	if (!d) {
		d = read_directory(sources, dir);
		g_hash_table_insert(sources->directories, g_strdup(dir), d);
	}
	*given = g_hash_table_lookup(d->by_file, row);
	if (!*given)
		*given = g_hash_table_lookup(d->by_file, name);
	return !d->failed;
}
