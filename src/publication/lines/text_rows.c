#include "src/publication/lines/text_rows.h"

#include <string.h>

#include "src/publication/words/clean.h"
#include "src/publication/words/wording.h"

/* Rows that a head has at most, a title and a unit line in the grid above it included. */
#define HEAD_ROWS 6

static void row_free(ys_text_row *row)
{
	g_ptr_array_unref(row->cells);
	g_free(row);
}

GPtrArray *ys_text_rows_new(void)
{
	return g_ptr_array_new_with_free_func((GDestroyNotify)row_free);
}

ys_text_row *ys_text_rows_add(GPtrArray *rows, guint first, guint last)
{
	ys_text_row *row = g_new0(ys_text_row, 1);

	row->first = first;
	row->last = last;
	row->cells = g_ptr_array_new_with_free_func(g_free);
	g_ptr_array_add(rows, row);
	return row;
}

void ys_text_row_take(ys_text_row *row, const char *s, gsize len)
{
	while (len && g_ascii_isspace(*s)) {
		s++;
		len--;
	}
	while (len && g_ascii_isspace(s[len - 1]))
		len--;
	g_ptr_array_add(row->cells, g_strndup(s, len));
}

guint ys_text_rows_width(const GPtrArray *rows)
{
	guint width = 0;

	for (guint i = 0; i < rows->len; i++)
		width = MAX(width, ((ys_text_row *)g_ptr_array_index(rows, i))->cells->len);
	return width;
}

gboolean ys_text_is_number(const char *s, gsize n)
{
	gboolean digit = FALSE;

	for (gsize i = 0; i < n; i++) {
		if (!g_ascii_isdigit(s[i]) && !strchr("-.,%() ", s[i]))
			return FALSE;
		digit |= g_ascii_isdigit(s[i]);
	}
	return digit;
}

gboolean ys_text_is_blank(const ys_line *line)
{
	for (const char *p = line->text, *end = p + line->len; p < end; p = g_utf8_next_char(p))
		if (!g_unichar_isspace(g_utf8_get_char(p)))
			return FALSE;
	return TRUE;
}

static guint known_heads(const ys_text_row *row)
{
	guint known = 0;

	for (guint i = 0; i < row->cells->len; i++) {
		g_autofree char *cell = ys_clean(g_ptr_array_index(row->cells, i), -1);

		known += *cell && ys_wording_column(cell) != YS_COLUMN_OTHER;
	}
	return known;
}

/* Words, and behind them an amount. */
static gboolean has_amount(const ys_text_row *row)
{
	gboolean words = FALSE;

	for (guint i = 0; i < row->cells->len; i++) {
		const char *cell = g_ptr_array_index(row->cells, i);

		if (words && strpbrk(cell, ".,") && ys_text_is_number(cell, strlen(cell)))
			return TRUE;
		words |= *cell && !ys_text_is_number(cell, strlen(cell));
	}
	return FALSE;
}

gboolean ys_text_rows_tell(const GPtrArray *rows)
{
	guint amounts = 0;

	for (guint i = 0; i < MIN(rows->len, HEAD_ROWS); i++)
		if (known_heads(g_ptr_array_index(rows, i)) >= 2)
			return TRUE;
	for (guint i = 0; i < rows->len; i++)
		amounts += has_amount(g_ptr_array_index(rows, i));
	return ys_text_rows_width(rows) >= 3 && rows->len >= 3 && amounts * 2 >= rows->len;
}
