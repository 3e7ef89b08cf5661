/* Build-time program: a table of text as C arrays.
 *
 *   gen_rows NAME comma|tab|words FILE > out.h
 *
 * A line of FILE is a row, split at the separator; there is no quoting.  Blank lines and
 * lines that begin with '#' are skipped.  Rows may lack fields at the end, which become NULL.
 *
 * words: each row is a class and a word, split at a tab.  A class becomes an array NAME_CLASS with NULL
 * behind its last word, the longer words first, so that the first that fits is the longest. */
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

G_NORETURN static void fail(const char *file, guint line, const char *what)
{
	fprintf(stderr, "gen_rows: %s:%u: %s\n", file, line, what);
	exit(EXIT_FAILURE);
}

static void print_string(const char *s)
{
	putchar('"');
	for (; *s; s++) {
		if (*s == '"' || *s == '\\')
			printf("\\%c", *s);
		else if ((unsigned char)*s < ' ' || *s == 0x7f)
			printf("\\%03o", (unsigned char)*s);
		else
			putchar(*s);
	}
	putchar('"');
}

static void print_row(char **fields, guint n, guint width)
{
	fputs("\t{ { ", stdout);
	for (guint i = 0; i < width; i++) {
		if (i)
			fputs(", ", stdout);
		if (i < n)
			print_string(fields[i]);
		else
			fputs("NULL", stdout);
	}
	fputs(" } },\n", stdout);
}

/* The rows, each a GStrv. */
static GPtrArray *rows_of(const char *separator, const char *text)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	GPtrArray *rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);

	for (char **line = lines; *line; line++) {
		if (g_str_has_suffix(*line, "\r"))
			(*line)[strlen(*line) - 1] = '\0';
		if (strspn(*line, " \t") != strlen(*line) && **line != '#')
			g_ptr_array_add(rows, g_strsplit(*line, separator, -1));
	}
	return rows;
}

static void print_rows(const char *name, GPtrArray *rows)
{
	guint width = 0;

	for (guint i = 0; i < rows->len; i++)
		width = MAX(width, g_strv_length(g_ptr_array_index(rows, i)));
	printf("static const struct {\n\tconst char *field[%u];\n} %s[] = {\n", width, name);
	for (guint i = 0; i < rows->len; i++)
		print_row(g_ptr_array_index(rows, i), g_strv_length(g_ptr_array_index(rows, i)), width);
	printf("};\nenum { %s_count = %u };\n", name, rows->len);
}

static gint by_class(gconstpointer a, gconstpointer b)
{
	char *const *left = *(char *const *const *)a, *const *right = *(char *const *const *)b;
	int order = strcmp(left[0], right[0]);

	if (!order && strlen(left[1]) != strlen(right[1]))
		return strlen(left[1]) < strlen(right[1]) ? 1 : -1;
	return order ? order : strcmp(left[1], right[1]);
}

static void print_words(const char *name, GPtrArray *rows)
{
	const char *class = "";

	for (guint i = 0; i < rows->len; i++) {
		char **row = g_ptr_array_index(rows, i);

		if (g_strv_length(row) != 2) {
			fprintf(stderr, "gen_rows: %s: the row of '%s' is not a class and a word\n", name, row[0]);
			exit(EXIT_FAILURE);
		}
	}
	g_ptr_array_sort(rows, by_class);
	for (guint i = 0; i < rows->len; i++) {
		char **row = g_ptr_array_index(rows, i);

		if (i && strcmp(row[0], class))
			puts("\tNULL\n};");
		if (strcmp(row[0], class))
			printf("static const char *const %s_%s[] = {\n", name, row[0]);
		class = row[0];
		putchar('\t');
		print_string(row[1]);
		puts(",");
	}
	puts("\tNULL\n};");
}

int main(int argc, char **argv)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *text = NULL;
	g_autoptr(GPtrArray) rows = NULL;
	gboolean words = argc == 4 && !strcmp(argv[2], "words");
	gsize len;

	if (argc != 4 || (!words && strcmp(argv[2], "comma") && strcmp(argv[2], "tab"))) {
		fputs("usage: gen_rows NAME comma|tab|words FILE\n", stderr);
		return 2;
	}
	if (!g_file_get_contents(argv[3], &text, &len, &error)) {
		fprintf(stderr, "gen_rows: %s\n", error->message);
		return EXIT_FAILURE;
	}
	if (!g_utf8_validate_len(text, len, NULL))
		fail(argv[3], 1, "not UTF-8");
	rows = rows_of(argv[2][0] == 'c' ? "," : "\t", text);
	if (!rows->len)
		fail(argv[3], 1, "no rows");
	printf("/* Made by gen_rows; do not edit. */\n");
	(words ? print_words : print_rows)(argv[1], rows);
	return fflush(stdout) == 0 && !ferror(stdout) ? EXIT_SUCCESS : EXIT_FAILURE;
}
