/* The words of a file of data/ that is made of classes and words: each does what its class says. */
#ifndef YS_WORDS_FIXTURE_H
#define YS_WORDS_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <glib.h>

/* An example of what the words of a class do.  A class may have several. */
typedef struct {
	const char *class, *text;
	const char *expected;   /* a part of the answer to text; in both %s is the word */
	const char *other;      /* a word that does not do it; NULL: one that nothing knows */
} class_row;

static inline gboolean is_answered(const class_row *row, const char *word, char *(*answer)(const char *text))
{
	g_auto(GStrv) texts = g_strsplit(row->text, "%s", -1), parts = g_strsplit(row->expected, "%s", -1);
	g_autofree char *text = g_strjoinv(word, texts), *expected = g_strjoinv(word, parts), *got = answer(text);

	return strstr(got, expected) != NULL;
}

/* Put each word of the file into the examples of its class. */
static inline void check_words(const char *file, const class_row *rows, gsize n, char *(*answer)(const char *text))
{
	g_autofree char *path = g_build_filename(g_getenv("top_srcdir"), "data", file, NULL);
	g_autofree char *data = NULL;
	g_auto(GStrv) lines = NULL;

	assert_true(g_file_get_contents(path, &data, NULL, NULL));
	lines = g_strsplit(data, "\n", -1);
	for (char **line = lines; *line; line++) {
		g_auto(GStrv) fields = g_strsplit(*line, "\t", -1);
		guint found = 0;

		for (gsize i = 0; fields[0] && fields[1] && i < n; i++) {
			if (strcmp(rows[i].class, fields[0]))
				continue;
			found++;
			if (!is_answered(&rows[i], fields[1], answer))
				fail_msg("data/%s: '%s' does not do what its class does", file, *line);
			if (is_answered(&rows[i], rows[i].other ? rows[i].other : "禾苗", answer))
				fail_msg("data/%s: any word does what those of %s do", file, fields[0]);
		}
		if (fields[0] && fields[1] && !found)
			fail_msg("data/%s: '%s': no example says what its class does", file, *line);
	}
}

#endif
