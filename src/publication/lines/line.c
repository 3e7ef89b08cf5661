#include "src/publication/lines/line.h"

#include <string.h>

#include "src/publication/lines/sections_table.h"
#include "src/publication/words/clean.h"
#include "src/publication/words/numbering.h"
#include "src/word_list.h"

gboolean ys_line_is_row(const ys_line *line)
{
	if (memchr(line->text, '\t', line->len))
		return TRUE;
	return line->len > 2 && line->text[0] == '|' && memchr(line->text + 1, '|', line->len - 1);
}

char *ys_line_clean(const ys_line *line)
{
	const char *p = line->text, *end = p + line->len;

	while (p < end && (*p == '#' || *p == ' ' || ((*p == '-' || *p == '*') && end - p > 1 && p[1] == ' ')))
		p++;
	return ys_clean(p, end - p);
}

/* The marks of the converter are unreliable, the numbering is not (phenomenon 7). */
int ys_heading_level(const char *text)
{
	ys_number number = ys_number_at(text);

	return number.kind <= YS_NUMBER_HAN_BRACKET ? (int)number.kind : 0;
}

const char *ys_heading_text(const char *text)
{
	ys_number number = ys_number_at(text);

	return number.kind <= YS_NUMBER_HAN_BRACKET ? text + number.len : text;
}

gboolean ys_text_is_note(const char *text)
{
	return ys_word_at_start(text, sections_note) != NULL;
}

gboolean ys_text_is_caption(const char *text)
{
	const char *plain = ys_heading_text(text);

	if (ys_is_longer(plain, YS_HEADING_MAX) || strstr(plain, "。") || strstr(plain, "，"))
		return FALSE;
	return g_str_has_suffix(plain, "表") || strstr(plain, "表（") || strstr(plain, "表(");
}
