/* Lines go by once.  Each form is asked for the rows that begin in a line, and not again before the line
 * it has looked up to: what is read once is not read again, however long runs of lines are that turn out
 * to be prose. */
#include "src/publication/lines/text_tables.h"

#include <string.h>

#include "src/publication/lines/line.h"
#include "src/publication/lines/text_rows.h"
#include "src/publication/words/clean.h"
#include "src/publication/words/wording.h"

/* Rows that stand above a head, and bytes of one. */
#define ABOVE_MAX 6
#define ABOVE_MAX_BYTES 600
/* Rows of a head that a blank line parts from its rows. */
#define HEAD_MAX 4

/* How sure a form is that what it reads is a table: rows with tabs are; bars and quotation marks are
 * borders in another one as in the last; wide blanks are so only where they are many. */
typedef enum {
	CERTAIN,
	BORDERED,
	LAID_OUT
} certainty;

static const struct {
	ys_text_form *rows;
	certainty certainty;
} forms[] = {
	{ ys_quoted_tab_rows, CERTAIN },
	{ ys_quoted_rows, BORDERED },
	{ ys_bar_rows, BORDERED },
	{ ys_layout_rows, LAID_OUT },
};

static ys_line *line_at(const ys_input *input, guint i)
{
	return &g_array_index(input->lines, ys_line, i);
}

static void set_text(ys_input *input, ys_line *line, const char *text, gsize len)
{
	line->text = g_string_chunk_insert_len(input->names, text, len);
	line->len = len;
}

static void append_cell(GString *out, const char *cell)
{
	for (; *cell; cell++)
		g_string_append_c(out, *cell == '\t' ? ' ' : *cell);
}

/* Rows are lines with tabs, at least one. */
static void write_row(ys_input *input, const ys_text_row *row)
{
	g_autoptr(GString) text = g_string_new(NULL);

	for (guint c = 0; c < row->cells->len; c++) {
		if (c)
			g_string_append_c(text, '\t');
		append_cell(text, g_ptr_array_index(row->cells, c));
	}
	if (row->cells->len < 2)
		g_string_append_c(text, '\t');
	set_text(input, line_at(input, row->first), text->str, text->len);
}

static void empty_lines(ys_input *input, guint first, guint end, ys_line_marks mark)
{
	for (guint i = first; i < end; i++) {
		line_at(input, i)->marks |= mark;
		line_at(input, i)->len = 0;
	}
}

static void write_rows(ys_input *input, const GPtrArray *rows)
{
	guint behind = ((ys_text_row *)g_ptr_array_index(rows, 0))->first;

	for (guint r = 0; r < rows->len; r++) {
		const ys_text_row *row = g_ptr_array_index(rows, r);

		empty_lines(input, behind, row->first, YS_LINE_BETWEEN_ROWS);
		behind = row->last + 1;
		if (row->cells->len) {
			write_row(input, row);
			empty_lines(input, row->first + 1, behind, YS_LINE_OF_ROW);
		} else {
			empty_lines(input, row->first, behind, YS_LINE_BETWEEN_ROWS);
		}
	}
}

/* The rows that begin in line i, in any form; widths are of the last table of each form.  A table goes on
 * behind a page end without its head. */
static GPtrArray *rows_at(const ys_input *input, guint i, guint *next, guint *widths)
{
	for (gsize f = 0; f < G_N_ELEMENTS(forms); f++) {
		g_autoptr(GPtrArray) rows = i < next[f] ? NULL : forms[f].rows(input, i, &next[f]);
		guint width = rows ? ys_text_rows_width(rows) : 0;

		if (!rows || !(forms[f].certainty == CERTAIN || ys_text_rows_tell(rows) ||
			       (forms[f].certainty == BORDERED && width == widths[f])))
			continue;
		widths[f] = width;
		return g_steal_pointer(&rows);
	}
	return NULL;
}

/* ---- what stands in the grid above the head ---- */

/* What the cells of a row say: its only text, or that all of them are furniture. */
typedef struct {
	char *only;             /* NULL if there are more, or none */
	gboolean furniture;
} said;

static void said_clear(said *s)
{
	g_free(s->only);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(said, said_clear)

static said said_by(const ys_line *line)
{
	g_autofree char *row = g_strndup(line->text, line->len);
	g_auto(GStrv) cells = g_strsplit_set(row, "\t|", -1);
	said s = { NULL, TRUE };
	guint filled = 0;

	for (char **cell = cells; *cell; cell++) {
		g_autofree char *text = ys_clean(*cell, -1);

		if (!*text)
			continue;
		s.furniture &= ys_wording_is_furniture(text);
		if (!filled++)
			s.only = g_steal_pointer(&text);
	}
	s.furniture &= filled > 0;
	if (filled > 1)
		g_clear_pointer(&s.only, g_free);
	return s;
}

/* Titles and units are short; most rows need not be cut to see that they are none. */
static gboolean may_stand_above(const ys_line *line)
{
	return ys_line_is_row(line) && line->len <= ABOVE_MAX_BYTES;
}

static void lift(ys_input *input, guint i)
{
	ys_line *line = line_at(input, i);
	g_autofree char *row = g_strndup(line->text, line->len);
	const char *text = g_strstrip(g_strdelimit(row, "\t|", ' '));

	set_text(input, line, text, strlen(text));
}

/* The row behind those from i on that stand above the head: a title alone in its row, with what is alone
 * above it, and furniture.  i if there is no title. */
static guint behind_title(const ys_input *input, guint i)
{
	guint end = i;

	for (guint k = i; k < input->lines->len && k < i + ABOVE_MAX && may_stand_above(line_at(input, k)); k++) {
		g_auto(said) row = said_by(line_at(input, k));

		if (row.only && ys_text_is_caption(row.only))
			end = k + 1;
		else if (row.furniture && end == k && end > i)
			end++;
		else if (!row.only && !row.furniture)
			break;
	}
	return end;
}

/* A row of furniture that stands alone, above a blank line. */
static gboolean is_furniture_alone(const ys_input *input, guint i)
{
	if (!may_stand_above(line_at(input, i)) || i + 1 == input->lines->len || !ys_text_is_blank(line_at(input, i + 1)))
		return FALSE;
	else {
		g_auto(said) row = said_by(line_at(input, i));

		return row.furniture;
	}
}

/* ---- a blank line between a head and its rows ---- */

static guint tabs_in(const ys_line *line)
{
	guint n = 0;

	for (gsize i = 0; i < line->len; i++)
		n += line->text[i] == '\t';
	return n;
}

static gboolean has_number(const ys_line *line)
{
	const char *p = line->text, *end = p + line->len;

	for (;;) {
		const char *next = memchr(p, '\t', end - p);

		if (ys_text_is_number(p, (next ? next : end) - p))
			return TRUE;
		if (!next)
			return FALSE;
		p = next + 1;
	}
}

/* Rows without a number, then a blank line, then a row as wide with one: these are one table. */
static void join_head(ys_input *input, guint i)
{
	guint tabs = tabs_in(line_at(input, i)), end = i, n = input->lines->len;

	while (end < n && end < i + HEAD_MAX && line_at(input, end)->len && tabs_in(line_at(input, end)) == tabs &&
	       !has_number(line_at(input, end)))
		end++;
	if (tabs && end > i && end + 1 < n && !line_at(input, end)->marks && ys_text_is_blank(line_at(input, end)) &&
	    tabs_in(line_at(input, end + 1)) == tabs && has_number(line_at(input, end + 1)))
		line_at(input, end)->marks |= YS_LINE_BETWEEN_ROWS;
}

static void lift_what_stands_above(ys_input *input)
{
	gboolean in_rows = FALSE;

	for (guint i = 0; i < input->lines->len; i++) {
		gboolean is_row = ys_line_is_row(line_at(input, i));

		if (is_row && !in_rows) {
			guint end = behind_title(input, i);

			if (end == i && is_furniture_alone(input, i))
				end++;
			for (; i < end; i++)
				lift(input, i);
			if (i == input->lines->len)
				return;
			is_row = ys_line_is_row(line_at(input, i));
			join_head(input, i);
		}
		in_rows = is_row || (line_at(input, i)->marks & (YS_LINE_OF_ROW | YS_LINE_BETWEEN_ROWS));
	}
}

void ys_text_tables(ys_input *input)
{
	guint next[G_N_ELEMENTS(forms)] = { 0 }, widths[G_N_ELEMENTS(forms)] = { 0 };

	for (guint i = 0; i < input->lines->len; i++) {
		g_autoptr(GPtrArray) rows = rows_at(input, i, next, widths);

		if (!rows)
			continue;
		write_rows(input, rows);
		i = ((ys_text_row *)g_ptr_array_index(rows, rows->len - 1))->last;
	}
	lift_what_stands_above(input);
}
