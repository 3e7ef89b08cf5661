/* Build-time program: a table of text as a C array.
 *
 *   gen_rows NAME comma|tab FILE > out.h
 *
 * A line of FILE is a row, split at the separator; there is no quoting.  Blank lines and
 * lines that begin with '#' are skipped.  The first row says how many fields there are:
 * later rows may lack fields at the end, which become NULL, but not have more. */
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

static guint print_rows(const char *name, const char *separator, const char *file, const char *text)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	guint width = 0, count = 0;

	for (guint i = 0; lines[i]; i++) {
		g_auto(GStrv) fields = NULL;
		guint n;

		if (g_str_has_suffix(lines[i], "\r"))
			lines[i][strlen(lines[i]) - 1] = '\0';
		if (strspn(lines[i], " \t") == strlen(lines[i]) || *lines[i] == '#')
			continue;
		fields = g_strsplit(lines[i], separator, -1);
		n = g_strv_length(fields);
		if (!width) {
			width = n;
			printf("static const struct {\n\tconst char *field[%u];\n} %s[] = {\n", width, name);
		}
		if (n > width)
			fail(file, i + 1, "more fields than in the first row");
		print_row(fields, n, width);
		count++;
	}
	return count;
}

int main(int argc, char **argv)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *text = NULL;
	const char *separator;
	gsize len;
	guint count;

	if (argc != 4 || (strcmp(argv[2], "comma") && strcmp(argv[2], "tab"))) {
		fputs("usage: gen_rows NAME comma|tab FILE\n", stderr);
		return 2;
	}
	separator = argv[2][0] == 'c' ? "," : "\t";
	if (!g_file_get_contents(argv[3], &text, &len, &error)) {
		fprintf(stderr, "gen_rows: %s\n", error->message);
		return EXIT_FAILURE;
	}
	if (!g_utf8_validate_len(text, len, NULL))
		fail(argv[3], 1, "not UTF-8");
	printf("/* Made by gen_rows; do not edit. */\n");
	count = print_rows(argv[1], separator, argv[3], text);
	if (!count)
		fail(argv[3], 1, "no rows");
	printf("};\nenum { %s_count = %u };\n", argv[1], count);
	return fflush(stdout) == 0 && !ferror(stdout) ? EXIT_SUCCESS : EXIT_FAILURE;
}
