/* Every file of data/: lines in their order, each once, of one meaning, and clean. */
#include "src/text/fold.h"
#include "src/text/key.h"
#include "tests/unit/publication_fixture.h"

#define ORDER_BYTES  "# Lines are in byte order"
#define ORDER_CODES  "# Lines are in the order of codes within each part, those of one code in byte order."
#define ORDER_LEVELS "# Lines are in the order of levels, and of codes within each level."

/* A column whose words each mean one thing, when their variants fold together. */
#define NO_WORDS (-1)

static const struct file_row {
	const char *name;
	const char *order;      /* the sentence of its head that says so */
	const char *separator;
	guint fields_min, fields_max;
	int words;              /* the first column of variants; those behind it are more of them */
	const char *within;     /* NULL, or: the words of these classes, in the first column, are sets of their own */
} file_rows[] = {
	{ "asking", ORDER_BYTES, "\t", 2, 2, NO_WORDS, NULL },
	{ "bodies", ORDER_BYTES, "\t", 1, 2, 0, NULL },
	{ "body-ends", ORDER_BYTES, "\t", 2, 3, 1, NULL },
	{ "columns", ORDER_BYTES, "\t", 2, 2, 1, NULL },
	{ "divisions-aka", ORDER_CODES, "\t", 3, 3, NO_WORDS, NULL },
	{ "divisions.csv", ORDER_LEVELS, ",", 4, 4, NO_WORDS, NULL },
	{ "economics", ORDER_BYTES, "\t", 2, 2, NO_WORDS, NULL },
	{ "figures", ORDER_BYTES, "\t", 2, 3, 1,
	  " before budget compare executed filler less more other planned speaker " },
	{ "functions", ORDER_BYTES, "\t", 2, 2, NO_WORDS, NULL },
	{ "heads", ORDER_BYTES, "\t", 2, 2, NO_WORDS, NULL },
	{ "labels", ORDER_BYTES, "\t", 2, 2, NO_WORDS, NULL },
	{ "descriptions", ORDER_BYTES, "\t", 2, 2, NO_WORDS, NULL },
	{ "mentions", ORDER_BYTES, "\t", 2, 2, NO_WORDS, NULL },
	{ "pages", ORDER_BYTES, "\t", 2, 2, NO_WORDS, NULL },
	{ "places", ORDER_BYTES, "\t", 2, 2, NO_WORDS, NULL },
	{ "project-names", ORDER_BYTES, "\t", 2, 2, NO_WORDS, NULL },
	{ "readings", ORDER_BYTES, "\t", 2, 2, NO_WORDS, NULL },
	{ "related", ORDER_BYTES, "\t", 2, 2, NO_WORDS, NULL },
	{ "remarks", ORDER_BYTES, "\t", 2, 2, NO_WORDS, NULL },
	{ "sections", ORDER_BYTES, "\t", 2, 2, NO_WORDS, NULL },
	{ "shapes", ORDER_BYTES, "\t", 2, 2, NO_WORDS, NULL },
	{ "statutory", ORDER_BYTES, "\t", 4, 5, 2, NULL },
	{ "stopwords", ORDER_BYTES, "\t", 1, 1, 0, NULL },
	{ "subordinates", ORDER_BYTES, "\t", 2, 2, NO_WORDS, NULL },
	{ "synonyms", ORDER_BYTES, "\t", 1, 1, 0, NULL },
	{ "tables", ORDER_BYTES, "\t", 2, 2, 1, NULL },
	{ "three-public", ORDER_BYTES, "\t", 2, 2, NO_WORDS, NULL },
	{ "title", ORDER_BYTES, "\t", 2, 2, NO_WORDS, NULL },
	/* folding is what it is about, so its words fold together */
	{ "traditional", ORDER_BYTES, "\t", 2, 2, NO_WORDS, NULL },
	{ "words", ORDER_BYTES, "\t", 2, 2, 1, NULL },
	{ "wording", ORDER_BYTES, "\t", 2, 2, 1, " project purchase " },
};

static const struct file_row *row_named(const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS(file_rows); i++)
		if (!strcmp(file_rows[i].name, name))
			return &file_rows[i];
	return NULL;
}

static char *data_path(const char *name)
{
	return g_build_filename(g_getenv("top_srcdir"), "data", name, NULL);
}

static char **lines_of(const struct file_row *file)
{
	g_autofree char *path = data_path(file->name);
	g_autofree char *text = NULL;
	gsize len;

	assert_true(g_file_get_contents(path, &text, &len, NULL));
	if (strlen(text) != len || !g_utf8_validate(text, len, NULL))
		fail_msg("%s is not UTF-8", file->name);
	if (!g_str_has_suffix(text, "\n") || g_str_has_suffix(text, "\n\n"))
		fail_msg("%s does not end with its last line", file->name);
	text[len - 1] = '\0';
	return g_strsplit(text, "\n", -1);
}

static gboolean is_row(const char *line)
{
	return *line && *line != '#';
}

/* ---- clean ---- */

static void check_field(const struct file_row *file, guint line, const char *field, gboolean last)
{
	gsize len = strlen(field);

	if ((!len && !last) || (len && (field[0] == ' ' || field[len - 1] == ' ')) || strstr(field, "  "))
		fail_msg("%s:%u: a field '%s' is empty or has a blank too many", file->name, line, field);
}

static void lines_are_clean(void **state)
{
	const struct file_row *file = *state;
	g_auto(GStrv) lines = lines_of(file);

	for (guint i = 0; lines[i]; i++) {
		g_autofree char *composed = g_utf8_normalize(lines[i], -1, G_NORMALIZE_NFC);
		g_auto(GStrv) fields = g_strsplit(lines[i], file->separator, -1);
		guint n = g_strv_length(fields);

		for (const char *p = lines[i]; *p; p = g_utf8_next_char(p))
			if (*p != '\t' && !g_unichar_isprint(g_utf8_get_char(p)))
				fail_msg("%s:%u: a character that cannot be seen", file->name, i + 1);
		if (!is_row(lines[i]))
			continue;
		if (strcmp(composed, lines[i]))
			fail_msg("%s:%u: not in NFC", file->name, i + 1);
		if (n < file->fields_min || n > file->fields_max)
			fail_msg("%s:%u: %u fields", file->name, i + 1, n);
		for (guint k = 0; k < n; k++)
			check_field(file, i + 1, fields[k], k == n - 1 && *file->separator == ',');
	}
}

/* ---- order ---- */

static char *level_key(const char *line)
{
	static const char *const levels[] = { "province", "prefecture", "county" };
	g_auto(GStrv) fields = g_strsplit(line, ",", -1);

	for (gsize i = 0; i < G_N_ELEMENTS(levels); i++)
		if (!strcmp(fields[2], levels[i]))
			return g_strdup_printf("%zu %s", i, fields[0]);
	fail_msg("'%s' is no level", fields[2]);
	return NULL;
}

static char *code_key(const char *line)
{
	g_auto(GStrv) fields = g_strsplit(line, "\t", -1);

	return g_strdup_printf("%s %s", fields[1], line);
}

static char *order_key(const struct file_row *file, const char *line)
{
	if (!strcmp(file->order, ORDER_LEVELS))
		return level_key(line);
	return !strcmp(file->order, ORDER_CODES) ? code_key(line) : g_strdup(line);
}

/* A line of comment begins a new part where the head says so. */
static void lines_are_in_order_and_stand_once(void **state)
{
	const struct file_row *file = *state;
	g_auto(GStrv) lines = lines_of(file);
	g_autofree char *before = NULL;
	gboolean said = FALSE, parts = FALSE;

	for (guint i = 0; lines[i]; i++) {
		if (g_str_has_prefix(lines[i], file->order)) {
			said = TRUE;
			parts = strstr(lines[i], "each part") != NULL;
		}
		if (is_row(lines[i])) {
			char *key = order_key(file, lines[i]);

			if (before && strcmp(before, key) >= 0)
				fail_msg("%s:%u: '%s' does not belong behind the line before", file->name, i + 1,
					 lines[i]);
			g_free(before);
			before = key;
		} else if (parts) {
			g_clear_pointer(&before, g_free);
		} else if (before) {
			fail_msg("%s:%u: a comment among lines without parts", file->name, i + 1);
		}
	}
	if (!said)
		fail_msg("%s: its head does not say '%s'", file->name, file->order);
}

/* ---- one meaning ---- */

/* As lists of words are compared; the other files are of names. */
static char *folded_word(const char *word)
{
	g_autoptr(GString) folded = g_string_new(NULL);

	ys_fold_append(folded, word, -1);
	return g_strdup(folded->str);
}

static void note_word(const struct file_row *file, GHashTable *seen, const char *class, const char *word, guint line)
{
	g_autofree char *spaced = g_strdup_printf(" %s ", class);
	gboolean set = file->within && strstr(file->within, spaced);
	g_autofree char *folded = file->words ? ys_name_key(word) : folded_word(word);
	/* ~ and the marks of synonyms and stop words do not survive folding, which is well */
	char *key = g_strdup_printf("%s|%s%s", set ? class : "", folded, strchr(word, '~') ? "~" : "");

	if (!*folded)
		fail_msg("%s:%u: nothing is left of '%s'", file->name, line, word);
	if (g_hash_table_contains(seen, key))
		fail_msg("%s:%u: '%s' stands in line %u too", file->name, line, word,
			 GPOINTER_TO_UINT(g_hash_table_lookup(seen, key)));
	g_hash_table_insert(seen, key, GUINT_TO_POINTER(line));
}

static void a_word_means_one_thing(void **state)
{
	const struct file_row *file = *state;
	g_auto(GStrv) lines = lines_of(file);
	g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = 0; lines[i] && file->words >= 0; i++) {
		g_auto(GStrv) fields = NULL;
		guint last;

		if (!is_row(lines[i]))
			continue;
		fields = g_strsplit(lines[i], file->separator, -1);
		/* a mark behind a word is no word */
		last = file->words ? (guint)file->words : g_strv_length(fields) - 1;
		for (guint k = file->words; k <= last; k++) {
			g_auto(GStrv) words = g_strsplit(fields[k], " ", -1);

			for (char **word = words; *word; word++)
				note_word(file, seen, file->words ? fields[0] : "", *word, i + 1);
		}
	}
}

static void first_fields_stand_once(void **state)
{
	static const char *const files[] = { "economics", "functions", "readings", "traditional", "divisions-aka" };

	(void)state;
	for (gsize f = 0; f < G_N_ELEMENTS(files); f++) {
		g_auto(GStrv) lines = lines_of(row_named(files[f]));
		g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

		for (char **line = lines; *line; line++)
			if (is_row(*line) && !g_hash_table_add(seen, g_strndup(*line, strcspn(*line, "\t"))))
				fail_msg("%s: '%s' has two meanings", files[f], *line);
	}
}

/* They are compared with keys and not made into them first. */
static void names_of_bodies_are_their_own_keys(void **state)
{
	g_auto(GStrv) lines = lines_of(row_named("bodies"));

	(void)state;
	for (char **line = lines; *line; line++) {
		g_auto(GStrv) names = g_strsplit_set(*line, "\t ~", -1);

		for (char **name = names; **line != '#' && *name; name++) {
			g_autofree char *key = ys_name_key(*name);

			if (strcmp(key, *name))
				fail_msg("%s: its key is %s", *name, key);
		}
	}
}

static void characters_of_a_reading_are_in_order(void **state)
{
	g_auto(GStrv) lines = lines_of(row_named("readings"));
	g_autoptr(GHashTable) read = g_hash_table_new(NULL, NULL);

	(void)state;
	for (char **line = lines; *line; line++) {
		gunichar before = 0;

		for (const char *p = is_row(*line) ? strchr(*line, '\t') + 1 : ""; *p; p = g_utf8_next_char(p)) {
			g_autofree char *one = g_strndup(p, g_utf8_next_char(p) - p);
			gunichar c = g_utf8_get_char(p);

			if (c <= before || ys_char_class_of(c) != YS_CHAR_HAN)
				fail_msg("%s does not belong behind the one before: %s", one, *line);
			before = c;
			g_hash_table_add(read, GUINT_TO_POINTER(c));
		}
	}
	/* GB 2312 */
	assert_int_equal(g_hash_table_size(read), 6763);
}

static void no_file_is_left_out(void **state)
{
	g_autofree char *path = data_path("");
	g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
	const char *name;

	(void)state;
	assert_non_null(dir);
	while ((name = g_dir_read_name(dir)))
		if (*name != '.' && strcmp(name, "gen") && !row_named(name))
			fail_msg("data/%s is not in the table of this test", name);
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, file_rows, lines_are_clean);
	ADD_ROWS(tests, file_rows, lines_are_in_order_and_stand_once);
	ADD_ROWS(tests, file_rows, a_word_means_one_thing);
	ADD_TEST(tests, first_fields_stand_once);
	ADD_TEST(tests, names_of_bodies_are_their_own_keys);
	ADD_TEST(tests, characters_of_a_reading_are_in_order);
	ADD_TEST(tests, no_file_is_left_out);
	return run_all("data", tests);
}
