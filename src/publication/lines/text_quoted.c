/* Values between commas or semicolons, those with such a sign or a line end in them in quotation marks.
 * Prose has commas too: where nothing is quoted, three records must have the same number of values, and
 * more than two.  Spreadsheets write lines with tabs the same way; those are rows whatever is in them, and
 * only lose quotation marks that are there for what they hold. */
#include <string.h>

#include "src/publication/lines/text_rows.h"

/* Lines and bytes of the longest value. */
#define LINES_MAX 40
#define VALUE_MAX 20000

typedef struct {
	const ys_input *input;
	char border;
	guint quoted;           /* values of the last record in quotation marks */
	gboolean needed;        /* each of them has to be, or there is no other value in it */
} reader;

static const ys_line *line_at(const reader *r, guint i)
{
	return &g_array_index(r->input->lines, ys_line, i);
}

/* The value whose quotation mark stands before p, in line *i, up to the one that closes it; returns what
 * stands behind that, NULL if nothing closes it. */
static const char *take_quoted(reader *r, GString *value, const char *p, guint *i)
{
	guint first = *i;

	for (;;) {
		const char *end = line_at(r, *i)->text + line_at(r, *i)->len;

		for (; p < end; p++) {
			if (*p != '"')
				g_string_append_c(value, *p);
			else if (p + 1 < end && p[1] == '"')
				g_string_append_c(value, *p++);
			else
				return p + 1;
		}
		if (++*i == r->input->lines->len || *i - first > LINES_MAX || value->len > VALUE_MAX)
			return NULL;
		g_string_append_c(value, ' ');
		p = line_at(r, *i)->text;
	}
}

/* A value of the record in row, from p on in its last line; returns what stands behind it, NULL if it is
 * no value.  *plain: it is not quoted. */
static const char *take_value(reader *r, ys_text_row *row, const char *p, gboolean *plain)
{
	g_autoptr(GString) value = g_string_new(NULL);
	const char *end = line_at(r, row->last)->text + line_at(r, row->last)->len;

	while (p < end && *p == ' ')
		p++;
	*plain = p == end || *p != '"';
	if (*plain) {
		const char *next = memchr(p, r->border, end - p);

		g_string_append_len(value, p, (next ? next : end) - p);
		p = next ? next : end;
	} else {
		guint first = row->last;

		p = take_quoted(r, value, p + 1, &row->last);
		if (!p)
			return NULL;
		end = line_at(r, row->last)->text + line_at(r, row->last)->len;
		while (p < end && *p == ' ')
			p++;
		if (p < end && *p != r->border)
			return NULL;
		r->quoted++;
		r->needed &= row->last > first || strpbrk(value->str, ",;\"\t") != NULL;
	}
	*plain &= value->len > 0;
	ys_text_row_take(row, value->str, value->len);
	return p;
}

/* The record that begins in line i; NULL if none does.  Its row is appended to rows. */
static const ys_text_row *take_record(reader *r, GPtrArray *rows, guint i)
{
	ys_text_row *row = ys_text_rows_add(rows, i, i);
	const char *p = line_at(r, i)->text;
	gboolean only = TRUE, plain;

	r->quoted = 0;
	r->needed = TRUE;
	while ((p = take_value(r, row, p, &plain))) {
		only &= !plain;
		if (p == line_at(r, row->last)->text + line_at(r, row->last)->len) {
			r->needed |= only;
			return row;
		}
		p++;
	}
	g_ptr_array_set_size(rows, rows->len - 1);
	return NULL;
}

/* Records of as many values as the first. */
static GPtrArray *rows_between(const ys_input *input, guint first, char border, guint *next)
{
	g_autoptr(GPtrArray) rows = ys_text_rows_new();
	reader r = { .input = input, .border = border };
	guint width = 0, quoted = 0;

	for (guint i = first; i < input->lines->len && !ys_text_is_blank(line_at(&r, i));) {
		const ys_text_row *row = take_record(&r, rows, i);

		if (!row)
			break;
		if (i == first)
			width = row->cells->len;
		if (row->cells->len != width || width < 2) {
			g_ptr_array_set_size(rows, rows->len - 1);
			break;
		}
		quoted += r.quoted;
		i = row->last + 1;
	}
	if (rows->len < 2)
		return NULL;
	*next = MAX(*next, ((ys_text_row *)g_ptr_array_index(rows, rows->len - 1))->last + 1);
	return quoted >= rows->len || (rows->len >= 3 && width >= 3) ? g_steal_pointer(&rows) : NULL;
}

/* 36,144.80 is no two values where something else borders them. */
static gboolean has_other_borders(const ys_line *line)
{
	return memchr(line->text, '\t', line->len) || memchr(line->text, '|', line->len) ||
	       memmem(line->text, line->len, "  ", 2);
}

GPtrArray *ys_quoted_rows(const ys_input *input, guint first, guint *next)
{
	const ys_line *line = &g_array_index(input->lines, ys_line, first);
	gboolean comma = memchr(line->text, ',', line->len) != NULL;
	gboolean semicolon = memchr(line->text, ';', line->len) != NULL;
	GPtrArray *rows = NULL;

	*next = first + 1;
	if (!(comma || semicolon) || (!memchr(line->text, '"', line->len) && has_other_borders(line)))
		return NULL;
	if (comma)
		rows = rows_between(input, first, ',', next);
	return rows || !semicolon ? rows : rows_between(input, first, ';', next);
}

GPtrArray *ys_quoted_tab_rows(const ys_input *input, guint first, guint *next)
{
	const ys_line *line = &g_array_index(input->lines, ys_line, first);
	g_autoptr(GPtrArray) rows = NULL;
	reader r = { .input = input, .border = '\t' };

	*next = first + 1;
	if (!memchr(line->text, '\t', line->len) || !memchr(line->text, '"', line->len))
		return NULL;
	rows = ys_text_rows_new();
	return take_record(&r, rows, first) && r.quoted && r.needed ? g_steal_pointer(&rows) : NULL;
}
