/* Build-time program: the names of bodies as tables that need no work at start-up.
 *
 * Reads data/bodies, made into C by gen_rows, and prints every name, those of a role together, and
 * their numbers by the character that names end with, the longest name first. */
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "data/gen/bodies_rows.h"

typedef struct {
	char *head, *tail;      /* around the place; head is NULL where the name has no gap for it */
	guint role;
	gboolean official;
	guint number;
} role_name;

static const char *last_character(const role_name *f)
{
	return g_utf8_prev_char(f->tail + strlen(f->tail));
}

static gsize length(const role_name *f)
{
	return strlen(f->tail) + (f->head ? strlen(f->head) : 0);
}

static gint by_end(gconstpointer a, gconstpointer b)
{
	const role_name *left = a, *right = b;
	int order = strcmp(last_character(left), last_character(right));

	if (order)
		return order;
	if (length(left) != length(right))
		return length(left) > length(right) ? -1 : 1;
	return left->number < right->number ? -1 : 1;
}

static void add(GArray *names, const char *name, guint role, gboolean official)
{
	const char *gap = strchr(name, '~');
	role_name f = { .role = role, .official = official, .number = names->len };

	f.head = gap ? g_strndup(name, gap - name) : NULL;
	f.tail = g_strdup(gap ? gap + 1 : name);
	if (!*f.tail) {
		fprintf(stderr, "gen_bodies: %s: a name ends with its place\n", name);
		exit(EXIT_FAILURE);
	}
	g_array_append_val(names, f);
}

static void print_names(const GArray *names)
{
	puts("static const role_name role_names[] = {");
	for (guint i = 0; i < names->len; i++) {
		const role_name *f = &g_array_index(names, role_name, i);

		printf("\t{ %s%s%s, \"%s\", %u, %d },\n", f->head ? "\"" : "", f->head ? f->head : "NULL",
		       f->head ? "\"" : "", f->tail, f->role, f->official);
	}
	puts("};\n");
}

int main(void)
{
	GArray *names = g_array_new(FALSE, FALSE, sizeof(role_name));

	puts("/* Made from data/bodies by gen_bodies. */\n\n/* The first name of each role, and an end. */\n"
	     "static const guint16 body_roles[] = {");
	for (guint role = 0; role < body_rows_count; role++) {
		printf("\t%u,\n", names->len);
		for (guint column = 0; column < 2 && body_rows[role].field[column]; column++) {
			char **words = g_strsplit(body_rows[role].field[column], " ", -1);

			for (char **word = words; *word; word++)
				add(names, *word, role, column == 0);
			g_strfreev(words);
		}
	}
	printf("\t%u\n};\n\n", names->len);
	print_names(names);
	g_array_sort(names, by_end);
	puts("static const guint16 names_by_end[] = {");
	for (guint i = 0; i < names->len; i++)
		printf("\t%u,\n", g_array_index(names, role_name, i).number);
	puts("};");
	return 0;
}
