#include "src/publication/checks/lost_tables.h"

#include <string.h>

#include "src/amount.h"
#include "src/publication/words/clean.h"
#include "src/publication/words/wording.h"

/* No caption, and no row that lost its columns, has more bytes. */
#define LINE_MAX_BYTES 400
/* How many lines below a title are looked at, blank ones left out, and how many of them must have numbers. */
#define LINES_BELOW 40
#define NUMBERS_BELOW 2

static const ys_line *line_at(const ys_input *input, guint i)
{
	return &g_array_index(input->lines, ys_line, i);
}

static gboolean is_title(const ys_line *line)
{
	g_autofree char *text = NULL;

	if (line->len > LINE_MAX_BYTES || ys_line_is_row(line) || !g_strstr_len(line->text, line->len, "表"))
		return FALSE;
	text = ys_clean(line->text, line->len);
	return ys_text_is_caption(text) && ys_wording_table(ys_heading_text(text)) != YS_TABLE_OTHER;
}

/* Ends in an amount, and is no sentence. */
static gboolean has_number(const ys_line *line)
{
	g_autofree char *text = line->len <= LINE_MAX_BYTES ? g_strndup(line->text, line->len) : NULL;
	const char *last;

	if (!text || strstr(text, "，") || strstr(text, "。"))
		return FALSE;
	g_strchomp(text);
	last = strrchr(text, ' ');
	last = last ? last + 1 : text;
	return g_ascii_isdigit(*last) && strpbrk(last, ".,") && ys_amount_parse(last, YS_YUAN) != YS_AMOUNT_NONE;
}

static gboolean is_lost(const ys_input *input, guint title)
{
	guint seen = 0, numbers = 0;

	for (guint i = title + 1; i < input->lines->len && seen < LINES_BELOW && numbers < NUMBERS_BELOW; i++) {
		const ys_line *line = line_at(input, i);

		if (is_title(line))
			return FALSE;
		seen += line->len > 0;
		numbers += has_number(line);
	}
	return numbers >= NUMBERS_BELOW;
}

guint ys_lost_tables(const ys_input *input, const ys_outline *outline, int *first)
{
	const ys_block *behind = outline->contents->len && outline->blocks->len ?
		g_ptr_array_index(outline->blocks, 0) : NULL;
	guint lost = 0;

	*first = 0;
	for (guint i = behind ? behind->first - 1 : 0; i < input->lines->len; i++) {
		if (!is_title(line_at(input, i)) || !is_lost(input, i))
			continue;
		if (!lost++)
			*first = i + 1;
	}
	return lost;
}
