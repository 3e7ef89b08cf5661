/* One pass over the lines.  What stands before the contents or the first heading is the title, which title/find
 * reads.  Each line by itself is a row, the mark of a page, a note, furniture, a caption, a heading or else a
 * paragraph, asked in this order; only a caption is told by what follows it, and a paragraph may go on the one
 * before.  Levels come from the numbers of headings, never from marks. */
#include "src/publication/lines/outline.h"

#include <string.h>

#include "src/amount.h"
#include "src/publication/lines/contents.h"
#include "src/publication/lines/sections_table.h"
#include "src/publication/words/clean.h"
#include "src/publication/words/numbering.h"
#include "src/publication/words/wording.h"
#include "src/text/key.h"
#include "src/word_list.h"

/* A caption stands this near above its rows, with only furniture between. */
#define CAPTION_REACH 8
/* A paragraph longer than this, in bytes, is not joined with the next: text without any
 * full stop must not cost quadratic time. */
#define JOIN_MAX 32768
/* Lines a title may be spread over. */
#define TITLE_LINES 10
/* How many lines 目录 may turn out not to begin a list of contents. */
#define CONTENTS_TRIES 4

/* The last numbers of headings （一） and of those below them in the same style. */
typedef struct {
	guint outer, inner;
} counter;

static void block_free(ys_block *block)
{
	g_free(block->text);
	g_free(block);
}

/* Numbered paragraphs are not headings: those are long, define something after a colon,
 * or are whole sentences.  A heading may end with a full stop all the same
 * (phenomena 11, 12). */
static gboolean reads_as_heading(const char *text)
{
	gsize stop;

	if (!*text || ys_is_longer(text, YS_HEADING_MAX) || strstr(text, "；") || strchr(text, ';') || strstr(text, "：") ||
	    strchr(text, ':'))
		return FALSE;
	if (!strstr(text, "。"))
		return !strstr(text, "，") || !ys_is_longer(text, 25);
	stop = strlen(text) - strlen("。");
	return !ys_is_longer(text, 30) && strstr(text, "。") == text + stop &&
	       ys_word_at_end(text, stop, sections_heading_end);
}

/* 表1, 公开01表, a page number: print nothing (phenomenon 16). */
static gboolean is_page_mark(const char *text)
{
	/* （2023年度） stands between the title of a form and its rows */
	gboolean year = (*text == '(' || g_str_has_prefix(text, "（")) && strstr(text, "年");
	const char *marks = year ? "()（）年度" : " -./—–";
	gboolean digit = FALSE;

	if (ys_is_longer(text, 12))
		return FALSE;
	for (const char *p = text, *behind; *p; p = behind ? behind : g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		behind = year ? NULL : ys_behind_word(p, sections_page);
		if (g_unichar_isdigit(c))
			digit = TRUE;
		else if (!behind && !g_utf8_strchr(marks, -1, c))
			return FALSE;
	}
	return digit;
}

static gboolean names_a_table(const char *text)
{
	const char *plain = ys_heading_text(text);

	if (ys_is_longer(plain, YS_HEADING_MAX) || strstr(plain, "。") || strstr(plain, "，"))
		return FALSE;
	return ys_text_is_caption(text) || ys_wording_table(plain) != YS_TABLE_OTHER;
}

/* Only furniture stands between line i and rows below it. */
static gboolean rows_follow(const ys_input *input, guint i)
{
	for (guint k = i + 1; k < input->lines->len && k <= i + CAPTION_REACH; k++) {
		const ys_line *line = &g_array_index(input->lines, ys_line, k);
		g_autofree char *text = NULL;

		if (ys_line_is_row(line))
			return TRUE;
		text = ys_line_clean(line);
		if (*text && !ys_wording_is_furniture(text) && !is_page_mark(text))
			return FALSE;
	}
	return FALSE;
}

/* The first line that is not part of the title: of the contents, or of whatever comes first. */
static guint behind_title(const ys_input *input)
{
	guint taken = 0;

	for (guint i = 0; i < input->lines->len; i++) {
		const ys_line *line = &g_array_index(input->lines, ys_line, i);
		g_autofree char *text = ys_line_clean(line);
		g_autofree char *key = ys_name_key(text);

		if (!*text || (!taken && ys_wording_owner(text)))
			continue;
		if (g_strv_contains(sections_contents, key) || ys_line_is_row(line) || taken == TITLE_LINES ||
		    ys_text_is_note(text) || ys_wording_is_furniture(text) || (taken && ys_heading_text(text) > text) ||
		    (names_a_table(text) && rows_follow(input, i)) || ys_is_longer(text, 2 * YS_HEADING_MAX) ||
		    (taken && strstr(text, "。")))
			return i;
		taken++;
		if (ys_contents_begin(text))
			return i;
	}
	return input->lines->len;
}

static ys_block *add_block(ys_outline *outline, ys_block_kind kind, guint line, char *text)
{
	ys_block *block = g_new0(ys_block, 1);

	block->kind = kind;
	block->first = block->last = line + 1;
	block->text = text;
	g_ptr_array_add(outline->blocks, block);
	return block;
}

static ys_block *last_block(const ys_outline *outline)
{
	return outline->blocks->len ? g_ptr_array_index(outline->blocks, outline->blocks->len - 1) : NULL;
}

static void take_row(ys_outline *outline, guint line, gboolean after_blank)
{
	ys_block *last = last_block(outline);

	if (last && last->kind == YS_BLOCK_ROWS && !after_blank)
		last->last = line + 1;
	else
		add_block(outline, YS_BLOCK_ROWS, line, NULL);
}

/* A heading, or a member of a list, which goes on with nothing.  12.5 and 一是 may stand inside a sentence. */
static gboolean is_numbered(const char *text)
{
	ys_number number = ys_number_at(text);

	return number.kind != YS_NUMBER_NONE && number.kind != YS_NUMBER_CLAUSE &&
	       (number.kind != YS_NUMBER_DIGIT || !g_ascii_isdigit(text[number.len]));
}

/* A paragraph that a page break cut in mid-sentence goes on in the next one
 * (phenomena 13, 14). */
static gboolean goes_on(const ys_block *last, const char *text)
{
	static const char *const stops[] = { "。", "；", "：", "！", "？", ".", ";", ":", "”", "）", ")", "\"" };

	if (!last || last->kind != YS_BLOCK_PARAGRAPH || is_numbered(text) || strlen(last->text) > JOIN_MAX)
		return FALSE;
	for (gsize i = 0; i < G_N_ELEMENTS(stops); i++)
		if (g_str_has_suffix(last->text, stops[i]))
			return FALSE;
	return TRUE;
}

static void take_paragraph(ys_outline *outline, gboolean whole, guint line, char *text)
{
	ys_block *last = last_block(outline);

	if (!whole && goes_on(last, text)) {
		/* a blank would stand inside a word that the end of the line cut */
		char *joined = g_strconcat(last->text, text, NULL);

		g_free(last->text);
		last->text = joined;
		last->last = line + 1;
		g_free(text);
	} else {
		add_block(outline, YS_BLOCK_PARAGRAPH, line, text);
	}
}

/* （一） below （一）: the same style numbers the next deeper level (phenomenon 10).  outer and
 * inner are the last numbers on both; a number that goes on with either belongs there. */
static int bracket_level(counter *counter, guint n)
{
	if (counter->inner && n == counter->inner + 1) {
		counter->inner = n;
		return 4;
	}
	if (n == 1 && counter->outer && !counter->inner) {
		counter->inner = 1;
		return 4;
	}
	counter->outer = n;
	counter->inner = 0;
	return 3;
}

static void add_heading(ys_outline *outline, counter *counter, guint line, char *text, const ys_number *number)
{
	int level = (int)number->kind;

	text[ys_length_before_stop(text)] = '\0';
	if (level == 3)
		level = bracket_level(counter, number->value);
	else
		counter->outer = counter->inner = 0;
	add_block(outline, YS_BLOCK_HEADING, line, text)->level = level;
}

/* A line that the contents list is a heading without number; what goes on with a paragraph is none. */
static gboolean take_listed(ys_outline *outline, ys_contents *contents, gboolean whole, guint line, char *text)
{
	const ys_block *last = last_block(outline);
	int level;

	if (!whole && goes_on(last, text))
		return FALSE;
	level = ys_contents_level(contents, text);
	if (level)
		add_block(outline, YS_BLOCK_HEADING, line, text)->level = level;
	return level > 0;
}

static void take_text(ys_outline *outline, ys_contents *contents, const ys_input *input, counter *counter, guint line,
		      char *text)
{
	ys_number number = ys_number_at(text);
	ys_line_marks marks = g_array_index(input->lines, ys_line, line).marks;

	if (is_page_mark(text) || ys_contents_is_entry(text)) {
		g_free(text);
	} else if (ys_text_is_note(text)) {
		add_block(outline, YS_BLOCK_NOTE, line, text);
	} else if (ys_wording_is_furniture(text)) {
		if (ys_unit_in(text))
			add_block(outline, YS_BLOCK_UNIT, line, text);
		else
			g_free(text);
	} else if ((names_a_table(text) || marks & YS_LINE_CAPTION) &&
		   rows_follow(input, line)) {
		add_block(outline, YS_BLOCK_CAPTION, line, g_strdup(ys_heading_text(text)));
		g_free(text);
	} else if (ys_heading_level(text) && reads_as_heading(text + number.len)) {
		ys_contents_found(contents, text);
		add_heading(outline, counter, line, text, &number);
	} else if (!take_listed(outline, contents, marks & YS_LINE_WHOLE, line, text)) {
		take_paragraph(outline, marks & YS_LINE_WHOLE, line, text);
	}
}

ys_outline *ys_outline_new(const ys_input *input)
{
	ys_outline *outline = g_new0(ys_outline, 1);
	gboolean after_blank = TRUE;
	guint i = behind_title(input);
	counter counter = { 0, 0 };
	g_autoptr(ys_contents) contents = ys_contents_new();
	gboolean listed = FALSE;
	guint tries = 0;

	outline->blocks = g_ptr_array_new_with_free_func((GDestroyNotify)block_free);
	for (; i < input->lines->len; i++) {
		const ys_line *line = &g_array_index(input->lines, ys_line, i);
		char *text;

		if (line->marks & (YS_LINE_OF_ROW | YS_LINE_BETWEEN_ROWS))
			continue;
		if (ys_clean_is_empty(line->text, line->len)) {
			after_blank = TRUE;
			continue;
		}
		if (ys_line_is_row(line)) {
			take_row(outline, i, after_blank || (line->marks & YS_LINE_BEGINS_TABLE));
			after_blank = FALSE;
			continue;
		}
		text = ys_line_clean(line);
		if (!listed && tries < CONTENTS_TRIES && ys_contents_begin(text)) {
			guint end = ys_contents_read(contents, input, i + 1);

			g_free(text);
			tries++;
			listed = end > i + 1;
			i = end - 1;
			after_blank = TRUE;
			continue;
		}
		take_text(outline, contents, input, &counter, i, text);
		after_blank = TRUE;
	}
	outline->contents = ys_contents_take_titles(contents);
	return outline;
}

void ys_outline_free(ys_outline *outline)
{
	g_ptr_array_unref(outline->contents);
	g_ptr_array_unref(outline->blocks);
	g_free(outline);
}
