/* Pages as pictures of letters: two or more - in a line are a rule across, | below each other a rule down, + is
 * of both; anything else is text, of which a run ends at two blanks.  A letter is 6 points wide and Han 12, as
 * terminals show them; a line is 16 points high and its text 12.  A form feed begins a page. */
#ifndef YS_PDF_FIXTURE_H
#define YS_PDF_FIXTURE_H

#include <string.h>

#include "src/original/pdf_pages.h"
#include "tests/unit/publication_fixture.h"

#define UNIT 6.0
#define LINE 16.0
#define SIZE 12.0
#define PAGE_WIDTH (80 * UNIT)
#define PAGE_HEIGHT (40 * LINE)

/* Append a string that stands at x with the top of its letters at y. */
static inline void draw_text(ys_pdf_page *page, double x, double y, double size, const char *text)
{
	guint run = page->chars->len + 1;

	for (const char *p = text; *p; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		double width = size * (g_unichar_iswide(c) ? 1 : 0.5);
		ys_pdf_char drawn = { x, y, x + width, y + size, size, c, run, YS_PDF_RIGHT, FALSE, FALSE };

		ys_pdf_page_add_char(page, &drawn);
		x += width;
	}
}

typedef struct {
	GPtrArray *lines;       /* of gunichar *, each PICTURE_WIDTH long; behind wide letters stands 0 */
} picture;

#define PICTURE_WIDTH 200

static inline gunichar *picture_line(const char *text)
{
	gunichar *line = g_new0(gunichar, PICTURE_WIDTH);
	guint at = 0;

	for (guint i = 0; i < PICTURE_WIDTH; i++)
		line[i] = ' ';
	for (; *text && at + 1 < PICTURE_WIDTH; text = g_utf8_next_char(text)) {
		gunichar c = g_utf8_get_char(text);

		line[at++] = c;
		if (g_unichar_iswide(c))
			line[at++] = 0;
	}
	return line;
}

static inline gunichar picture_at(const GPtrArray *lines, guint y, guint x)
{
	return y < lines->len && x < PICTURE_WIDTH ? ((gunichar *)g_ptr_array_index(lines, y))[x] : ' ';
}

static inline gboolean is_across(const GPtrArray *lines, guint y, guint x)
{
	gunichar c = picture_at(lines, y, x);

	return c == '+' || (c == '-' && (strchr("+-", picture_at(lines, y, x + 1)) ||
					 (x && strchr("+-", picture_at(lines, y, x - 1)))));
}

static inline gboolean is_down(const GPtrArray *lines, guint y, guint x)
{
	return picture_at(lines, y, x) == '+' || picture_at(lines, y, x) == '|';
}

static inline void draw_rules(ys_pdf_page *page, const GPtrArray *lines)
{
	for (guint y = 0; y < lines->len; y++)
		for (guint x = 0, end; x < PICTURE_WIDTH; x = MAX(end, x + 1)) {
			for (end = x; is_across(lines, y, end); end++)
				;
			if (end > x + 1)
				ys_pdf_page_add_stroke(page, (x + 0.5) * UNIT, (y + 0.5) * LINE, (end - 0.5) * UNIT,
						       (y + 0.5) * LINE);
		}
	for (guint x = 0; x < PICTURE_WIDTH; x++)
		for (guint y = 0, end; y < lines->len; y = MAX(end, y + 1)) {
			for (end = y; is_down(lines, end, x); end++)
				;
			if (end > y + 1)
				ys_pdf_page_add_stroke(page, (x + 0.5) * UNIT, (y + 0.5) * LINE, (x + 0.5) * UNIT,
						       (end - 0.5) * LINE);
			else if (end == y + 1 && picture_at(lines, y, x) == '|')
				ys_pdf_page_add_stroke(page, (x + 0.5) * UNIT, y * LINE, (x + 0.5) * UNIT, (y + 1) * LINE);
		}
}

static inline void draw_texts(ys_pdf_page *page, const GPtrArray *lines)
{
	for (guint y = 0; y < lines->len; y++) {
		g_autoptr(GString) run = g_string_new(NULL);
		guint begin = 0;

		for (guint x = 0; x < PICTURE_WIDTH; x++) {
			gunichar c = picture_at(lines, y, x);
			gboolean ends = is_across(lines, y, x) || is_down(lines, y, x) ||
				(c == ' ' && picture_at(lines, y, x + 1) == ' ');

			if (ends) {
				draw_text(page, begin * UNIT, y * LINE + 2, SIZE, run->str);
				g_string_truncate(run, 0);
				continue;
			}
			if (!run->len && c == ' ')
				continue;
			if (!run->len)
				begin = x;
			if (c)
				g_string_append_unichar(run, c);
		}
	}
}

static inline ys_pdf_page *page_of(guint number, const char *text)
{
	ys_pdf_page *page = ys_pdf_page_new(number, PAGE_WIDTH, PAGE_HEIGHT);
	g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
	g_auto(GStrv) split = g_strsplit(text, "\n", -1);

	for (char **line = split; *line; line++)
		g_ptr_array_add(lines, picture_line(*line));
	draw_rules(page, lines);
	draw_texts(page, lines);
	return page;
}

/* What is read of pages, which it takes; without the line that names the format. */
static inline char *read_pages(GPtrArray *pages)
{
	g_autoptr(GPtrArray) layouts = g_ptr_array_new_with_free_func((GDestroyNotify)ys_pdf_layout_free);
	g_autoptr(ys_original) original = ys_original_new("test");
	g_autofree char *dump = NULL;

	for (guint i = 0; i < pages->len; i++)
		g_ptr_array_add(layouts, ys_pdf_layout_of(g_ptr_array_index(pages, i)));
	ys_pdf_pages_write(layouts, original);
	g_ptr_array_unref(pages);
	dump = ys_original_dump(original);
	return g_strdup(strchr(dump, '\n') + 1);
}

static inline char *read_page(ys_pdf_page *page)
{
	GPtrArray *pages = g_ptr_array_new_with_free_func((GDestroyNotify)ys_pdf_page_free);

	g_ptr_array_add(pages, page);
	return read_pages(pages);
}

static inline char *read_picture(const char *text)
{
	GPtrArray *pages = g_ptr_array_new_with_free_func((GDestroyNotify)ys_pdf_page_free);
	g_auto(GStrv) split = g_strsplit(text, "\f", -1);

	for (guint i = 0; split[i]; i++)
		g_ptr_array_add(pages, page_of(i + 1, split[i]));
	return read_pages(pages);
}

typedef struct {
	const char *name, *text, *expected;
} picture_row;

static void a_picture_is_read_as(void **state)
{
	const picture_row *row = *state;
	g_autofree char *read = read_picture(row->text);

	assert_string_equal(read, row->expected);
}

#endif
