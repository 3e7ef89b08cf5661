#include "src/publication/lines/owner.h"

#include <string.h>

#include "src/amount.h"
#include "src/publication/lines/outline.h"
#include "src/publication/lines/sections_table.h"
#include "src/publication/words/clean.h"
#include "src/publication/words/wording.h"

/* Lines of a cover, and between a name and the rows it stands above, without blank ones. */
#define COVER_LINES 10
#define ABOVE_ROWS 8
/* Longer lines, in bytes, are prose. */
#define LINE_BYTES_MAX 240
/* Characters of the shortest name of a body: 教育局. */
#define NAME_CHARS_MIN 3

char *ys_owner_in(const char *clean)
{
	const char *name = ys_wording_owner(clean), *end;

	if (!name)
		return NULL;
	end = name + strlen(name);
	for (guint i = 0; sections_behind_owner[i]; i++) {
		const char *p = strstr(name, sections_behind_owner[i]);

		if (p && p < end)
			end = p;
	}
	return g_strndup(name, end - name);
}

/* The name in a line of text, or in the first cell of a row; NULL if it is blank or a unit of money. */
static char *name_in(const ys_line *line)
{
	const char *tab = memchr(line->text, '\t', line->len);
	gsize len = tab ? (gsize)(tab - line->text) : line->len;
	g_autofree char *clean = len <= LINE_BYTES_MAX ? ys_clean(line->text, len) : NULL;
	g_autofree char *name = clean ? ys_owner_in(clean) : NULL;

	return name && g_utf8_strlen(name, -1) >= NAME_CHARS_MIN && !ys_unit_in(name) ? g_steal_pointer(&name) : NULL;
}

static gboolean is_blank(const ys_line *line)
{
	return line->len <= LINE_BYTES_MAX && ys_clean_is_empty(line->text, line->len);
}

char *ys_owner_of_text(const ys_input *input)
{
	g_autofree char *name = NULL;
	guint printed = 0, named = 0;

	for (guint i = 0; i < input->lines->len; i++) {
		const ys_line *line = &g_array_index(input->lines, ys_line, i);
		char *here;

		if (is_blank(line))
			continue;
		printed++;
		here = name_in(line);
		if (here) {
			g_free(name);
			name = here;
			named = printed;
		}
		if (ys_line_is_row(line))
			break;
		/* a unit is named below its department */
		if (name && named <= COVER_LINES && printed > named)
			return g_steal_pointer(&name);
	}
	return name && (named <= COVER_LINES || printed - named <= ABOVE_ROWS) ? g_steal_pointer(&name) : NULL;
}
