/* A run of lines with bars is a table; where its bars stand is told by all of its lines together: a bar
 * that each of them begins or ends with borders nothing.  Cells that a head spans are often left out, so
 * that the number of bars is one for most lines only. */
#include <string.h>

#include "src/publication/lines/line.h"
#include "src/publication/lines/text_rows.h"

/* The bytes of the bar at p; 0 if there is none.  They are as wide as the characters around them, or drawn. */
static gsize bar_at(const char *p, const char *end)
{
	static const char *const wide[] = { "｜", "│", "┃", "║" };

	if (*p == '|')
		return 1;
	/* all begin with one of these two bytes, and few other characters do */
	if (*p != wide[0][0] && *p != wide[1][0])
		return 0;
	for (gsize i = 0; i < G_N_ELEMENTS(wide); i++)
		if (end - p >= 3 && !memcmp(p, wide[i], 3))
			return 3;
	return 0;
}

static const char *next_bar(const char *p, const char *end)
{
	while (p < end && !bar_at(p, end))
		p += *p == '\\' && end - p > 1 ? 2 : 1;
	return p < end ? p : NULL;
}

/* |---|:--:|, +----+----+ and drawn ones. */
static gboolean is_rule(const ys_line *line)
{
	guint dashes = 0;

	for (const char *p = line->text, *end = p + line->len; p < end; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		gboolean drawn = c >= 0x2500 && c <= 0x257f;

		if (!drawn && !(c < 0x80 && strchr("-=:+| \t", (int)c)))
			return FALSE;
		dashes += c == '-' || c == '=' || (drawn && !bar_at(p, end));
	}
	return dashes >= 3;
}

/* What has tabs is a row already. */
static gboolean has_bars(const ys_line *line)
{
	const char *p = line->text, *end = p + line->len;

	if (memchr(p, '\t', line->len))
		return FALSE;
	while (p < end && !bar_at(p, end))
		p = g_utf8_next_char(p);
	return p < end;
}

static void trimmed(const ys_line *line, const char **begin, const char **end)
{
	*begin = line->text;
	*end = line->text + line->len;
	while (*begin < *end && g_ascii_isspace(**begin))
		++*begin;
	while (*end > *begin && g_ascii_isspace((*end)[-1]))
		--*end;
}

static gboolean begins_with_bar(const ys_line *line)
{
	const char *p, *end;

	trimmed(line, &p, &end);
	return p < end && bar_at(p, end);
}

static gboolean ends_with_bar(const ys_line *line)
{
	const char *p, *end;

	trimmed(line, &p, &end);
	return (end > p && bar_at(end - 1, end)) || (end - p >= 3 && bar_at(end - 3, end) == 3);
}

/* Cells between the bars, the outer ones left out if they border nothing. */
static void split_row(ys_text_row *row, const ys_line *line, gboolean bar_before, gboolean bar_behind)
{
	const char *p, *end, *bar;

	trimmed(line, &p, &end);
	if (bar_before)
		p += bar_at(p, end);
	if (bar_behind)
		end -= end > p && end[-1] == '|' ? 1 : MIN(end - p, 3);
	for (; (bar = next_bar(p, end)); p = bar + bar_at(bar, end))
		ys_text_row_take(row, p, bar - p);
	ys_text_row_take(row, p, end - p);
}

/* The lines of the run, of guint, rules among them.  Where there is a blank line between its first two,
 * there may be one between all. */
static GArray *run_from(const ys_input *input, guint first, guint *next)
{
	GArray *run = g_array_new(FALSE, FALSE, sizeof(guint));
	gboolean spaced = FALSE;
	guint i = first;

	while (i < input->lines->len) {
		const ys_line *line = &g_array_index(input->lines, ys_line, i);

		if (has_bars(line) || is_rule(line)) {
			g_array_append_val(run, i);
			i++;
		} else if (ys_text_is_blank(line) && (spaced || run->len == 1) && i + 1 < input->lines->len &&
			   has_bars(line + 1)) {
			spaced = TRUE;
			i++;
		} else {
			break;
		}
	}
	*next = MAX(i, first + 1);
	return run;
}

static const ys_line *line_of(const ys_input *input, const GArray *run, guint i)
{
	return &g_array_index(input->lines, ys_line, g_array_index(run, guint, i));
}

/* | rows | one below the other need no other form. */
static gboolean is_read_as_it_is(const ys_input *input, const GArray *run)
{
	for (guint i = 0; i < run->len; i++) {
		const ys_line *line = line_of(input, run, i);

		if (!ys_line_is_row(line) || memmem(line->text, line->len, "｜", 3))
			return FALSE;
	}
	return g_array_index(run, guint, run->len - 1) - g_array_index(run, guint, 0) == run->len - 1;
}

/* At least half of the rows with more than one cell have the same number of them. */
static gboolean is_even(const GPtrArray *rows)
{
	g_autoptr(GHashTable) votes = g_hash_table_new(NULL, NULL);
	guint most = 0, all = 0;

	for (guint i = 0; i < rows->len; i++) {
		guint width = ((ys_text_row *)g_ptr_array_index(rows, i))->cells->len;
		guint n = GPOINTER_TO_UINT(g_hash_table_lookup(votes, GUINT_TO_POINTER(width))) + 1;

		if (width < 2)
			continue;
		g_hash_table_insert(votes, GUINT_TO_POINTER(width), GUINT_TO_POINTER(n));
		most = MAX(most, n);
		all++;
	}
	return all >= 2 && most * 2 >= all;
}

/* Rows of the run; a rule is one without cells. */
static GPtrArray *rows_of(const ys_input *input, const GArray *run)
{
	GPtrArray *rows = ys_text_rows_new();
	gboolean before = TRUE, behind = TRUE;

	for (guint i = 0; i < run->len; i++) {
		const ys_line *line = line_of(input, run, i);

		before &= is_rule(line) || begins_with_bar(line);
		behind &= is_rule(line) || ends_with_bar(line);
	}
	for (guint i = 0; i < run->len; i++) {
		guint number = g_array_index(run, guint, i);
		ys_text_row *row = ys_text_rows_add(rows, number, number);

		if (!is_rule(line_of(input, run, i)))
			split_row(row, line_of(input, run, i), before, behind);
	}
	return rows;
}

GPtrArray *ys_bar_rows(const ys_input *input, guint first, guint *next)
{
	g_autoptr(GArray) run = NULL;
	g_autoptr(GPtrArray) rows = NULL;
	const ys_line *line = &g_array_index(input->lines, ys_line, first);

	*next = first + 1;
	if (!has_bars(line) && !(line->len && is_rule(line)))
		return NULL;
	run = run_from(input, first, next);
	if (run->len < 2 || is_read_as_it_is(input, run))
		return NULL;
	rows = rows_of(input, run);
	return is_even(rows) ? g_steal_pointer(&rows) : NULL;
}
