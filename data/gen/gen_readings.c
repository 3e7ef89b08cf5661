/* Build-time program: how characters are read, as tables that need no work at start-up.
 *
 * Reads data/readings, made into C by gen_rows, and prints the characters of each syllable, syllables that
 * are mixed up next to each other, and every character's syllables sorted by character. */
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "data/gen/readings_rows.h"

typedef struct {
	const char *syllable, *characters;
	char *like;     /* the same for syllables that are mixed up */
} sound;

typedef struct {
	gunichar character;
	guint sound;
} reading;

/* What much of the country does not tell apart, and so types: zh, ch, sh as z, c, s; n as l before a
 * vowel; and ang, eng, ing as an, en, in. */
static char *like_of(const char *syllable)
{
	GString *like = g_string_new(syllable);

	if (strchr("zcs", like->str[0]) && like->str[1] == 'h')
		g_string_erase(like, 1, 1);
	else if (like->str[0] == 'n' && like->str[1] && like->str[1] != 'g')
		like->str[0] = 'l';
	if (g_str_has_suffix(like->str, "ang") || g_str_has_suffix(like->str, "eng") ||
	    g_str_has_suffix(like->str, "ing"))
		g_string_truncate(like, like->len - 1);
	return g_string_free(like, FALSE);
}

static gint by_like(gconstpointer a, gconstpointer b)
{
	const sound *left = a, *right = b;
	int order = strcmp(left->like, right->like);

	return order ? order : strcmp(left->syllable, right->syllable);
}

static gint by_character(gconstpointer a, gconstpointer b)
{
	const reading *left = a, *right = b;

	if (left->character != right->character)
		return left->character < right->character ? -1 : 1;
	return left->sound < right->sound ? -1 : 1;
}

static GArray *load_sounds(void)
{
	GArray *sounds = g_array_new(FALSE, FALSE, sizeof(sound));

	for (guint i = 0; i < reading_rows_count; i++) {
		const char *const *f = reading_rows[i].field;
		sound s = { f[0], f[1], like_of(f[0]) };

		g_array_append_val(sounds, s);
	}
	g_array_sort(sounds, by_like);
	return sounds;
}

/* The characters of all syllables, one after the other. */
static GArray *load_readings(const GArray *sounds)
{
	GArray *readings = g_array_new(FALSE, FALSE, sizeof(reading));

	for (guint i = 0; i < sounds->len; i++) {
		const sound *s = &g_array_index(sounds, sound, i);

		for (const char *p = s->characters; *p; p = g_utf8_next_char(p)) {
			reading r = { g_utf8_get_char(p), i };

			if (r.character > G_MAXUINT16) {
				fprintf(stderr, "gen_readings: %s: a character above U+FFFF\n", s->syllable);
				exit(EXIT_FAILURE);
			}
			g_array_append_val(readings, r);
		}
	}
	return readings;
}

static void print_sounds(const GArray *sounds)
{
	guint first = 0, like = 0;

	puts("/* Of each syllable the first character, and the first it is mixed up with; an end. */\n"
	     "static const struct {\n\tguint16 first, like;\n\tchar name[8];\n} sounds[] = {");
	for (guint i = 0; i < sounds->len; i++) {
		const sound *s = &g_array_index(sounds, sound, i);

		if (strcmp(s->like, g_array_index(sounds, sound, like).like))
			like = i;
		printf("\t{ %u, %u, \"%s\" },\n", first, like, s->syllable);
		first += g_utf8_strlen(s->characters, -1);
	}
	printf("\t{ %u, %u, \"\" }\n};\n\n", first, sounds->len);
}

int main(void)
{
	GArray *sounds = load_sounds(), *readings = load_readings(sounds);

	puts("/* Made from data/readings by gen_readings. */\n");
	print_sounds(sounds);
	puts("static const guint16 sound_characters[] = {");
	for (guint i = 0; i < readings->len; i++)
		printf("\t0x%04x,\n", g_array_index(readings, reading, i).character);
	g_array_sort(readings, by_character);
	puts("};\n\nstatic const struct {\n\tguint16 character, sound;\n} readings[] = {");
	for (guint i = 0; i < readings->len; i++)
		printf("\t{ 0x%04x, %u },\n", g_array_index(readings, reading, i).character,
		       g_array_index(readings, reading, i).sound);
	puts("};");
	return fflush(stdout) == 0 && !ferror(stdout) ? EXIT_SUCCESS : EXIT_FAILURE;
}
