/* Lines -> paragraphs. */
#include "src/original/pdf_pages.h"

#include <math.h>
#include <string.h>
#include <wchar.h>

/* Sizes of the font, unless said otherwise. */
#define LONG_LINE 15.0          /* a line that is longer tells the margins */
#define FULL_SLACK 1.0          /* that is left in a full line, were the next word in it */
#define SHORT 4.0               /* that is left in a line that surely ends a paragraph, or is a heading */
#define FULL_MIN 12.0           /* a shorter line is never full */
#define INDENT_MIN 1.2          /* from the margin to the first line of a paragraph */
#define LEADING_MAX 2.6         /* between the tops of two lines of a paragraph */
#define LEADING_MIN 0.8
#define SAME_SIZE 0.2           /* part by which sizes within a paragraph differ */
#define CENTRED_SLACK 1.5       /* between the blanks left and right of a centred line */
#define CENTRED_MIN 3.0         /* such a blank */
#define RIGHT_PART 0.8          /* of the long lines end left of the right margin or at it */
#define LEFT_PART 0.2
#define LATIN_WIDTH 0.55        /* of a letter or a digit */

#define LABEL_MIN 3             /* characters of a label; 其中： is none */
#define LABEL_MAX 8
#define WORD_MAX 24             /* characters of a word that is looked at */
#define LEADERS_MIN 4           /* characters; an ellipsis is two */
#define OWN_MIN 4               /* long lines by which a page tells its own margins */
#define SAME_WIDTH 2.0          /* pt, of pages */
#define PAPERS_MAX 32           /* widths of pages whose margins are looked for */

/* ---- margins ---- */

static int by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double value_at(GArray *values, double part)
{
	g_array_sort(values, by_value);
	return g_array_index(values, double, (guint)((values->len - 1) * part));
}

static void collect(const ys_pdf_layout *page, double long_line, GArray *lefts, GArray *rights)
{
	for (guint i = 0; i < page->items->len; i++) {
		const ys_pdf_item *item = g_ptr_array_index(page->items, i);

		if (!item->line || item->furniture || item->x1 - item->x0 < long_line * item->line->size)
			continue;
		g_array_append_val(lefts, item->x0);
		g_array_append_val(rights, item->x1);
	}
}

static ys_pdf_margins margins_of(GArray *lefts, GArray *rights)
{
	return (ys_pdf_margins) { value_at(lefts, LEFT_PART), value_at(rights, RIGHT_PART) };
}

/* The margins of all pages of one width; long lines tell them, or all if none is long. */
static ys_pdf_margins margins_of_width(const GPtrArray *pages, double width)
{
	g_autoptr(GArray) lefts = g_array_new(FALSE, FALSE, sizeof(double));
	g_autoptr(GArray) rights = g_array_new(FALSE, FALSE, sizeof(double));
	static const double long_lines[] = { LONG_LINE, 0 };

	for (gsize k = 0; k < G_N_ELEMENTS(long_lines) && !lefts->len; k++)
		for (guint i = 0; i < pages->len; i++) {
			const ys_pdf_layout *page = g_ptr_array_index(pages, i);

			if (fabs(page->width - width) <= SAME_WIDTH)
				collect(page, long_lines[k], lefts, rights);
		}
	return lefts->len ? margins_of(lefts, rights) : (ys_pdf_margins) { 0, width };
}

/* Those of a page with long lines enough; FALSE: there are too few. */
static gboolean own_margins(const ys_pdf_layout *page, ys_pdf_margins *margins)
{
	g_autoptr(GArray) lefts = g_array_new(FALSE, FALSE, sizeof(double));
	g_autoptr(GArray) rights = g_array_new(FALSE, FALSE, sizeof(double));

	collect(page, LONG_LINE, lefts, rights);
	if (lefts->len < OWN_MIN)
		return FALSE;
	*margins = margins_of(lefts, rights);
	return TRUE;
}

typedef struct {
	double width;
	ys_pdf_margins margins;
} paper;

static ys_pdf_margins margins_of_paper(const GPtrArray *pages, GArray *papers, double width)
{
	paper new = { width, { 0, 0 } };

	for (guint i = 0; i < papers->len; i++)
		if (fabs(g_array_index(papers, paper, i).width - width) <= SAME_WIDTH)
			return g_array_index(papers, paper, i).margins;
	new.margins = papers->len < PAPERS_MAX ? margins_of_width(pages, width) : (ys_pdf_margins) { 0, width };
	g_array_append_val(papers, new);
	return new.margins;
}

GArray *ys_pdf_margins_of(const GPtrArray *pages)
{
	GArray *all = g_array_new(FALSE, FALSE, sizeof(ys_pdf_margins));
	g_autoptr(GArray) papers = g_array_new(FALSE, FALSE, sizeof(paper));

	for (guint i = 0; i < pages->len; i++) {
		const ys_pdf_layout *page = g_ptr_array_index(pages, i);
		ys_pdf_margins margins;

		if (!own_margins(page, &margins))
			margins = margins_of_paper(pages, papers, page->width);
		g_array_append_val(all, margins);
	}
	return all;
}

/* ---- paragraphs ---- */

/* How wide the first word of a line is: what would have had to fit into the line above. */
static double first_word(const ys_pdf_line *line)
{
	const char *p = line->text;
	double width = 0;
	guint n = 0;

	for (; *p && *p != ' ' && n < WORD_MAX && !ys_pdf_is_wide(g_utf8_get_char(p)); p = g_utf8_next_char(p), n++)
		width += LATIN_WIDTH;
	if (n == 0 && *p) {
		p = g_utf8_next_char(p);
		width = 1;
	}
	/* No line begins with these. */
	for (; *p && wcschr(L"，。、；：！？）》”％,.;:!?)%\"", g_utf8_get_char(p)); p = g_utf8_next_char(p))
		width++;
	return width * line->size;
}

/* Whether a line ended only because the first word of the next did not fit into it. */
static gboolean is_full(const ys_pdf_place *at, const ys_pdf_line *next)
{
	const ys_pdf_line *line = at->line;

	return line->x1 - line->x0 >= FULL_MIN * line->size &&
		line->x1 + first_word(next) + FULL_SLACK * line->size >= at->margins.right;
}

static gboolean is_centred(const ys_pdf_place *at)
{
	const ys_pdf_line *line = at->line;
	double left = line->x0 - at->margins.left, right = at->margins.right - line->x1;

	return fabs(left - right) <= CENTRED_SLACK * line->size && MIN(left, right) >= CENTRED_MIN * line->size;
}

static gboolean is_indented(const ys_pdf_place *at)
{
	return at->line->x0 > at->margins.left + INDENT_MIN * at->line->size;
}

/* What stands in front of a heading or an entry of a list: its kind, deeper ones later, and its value. */
typedef struct number {
	guint kind;             /* 0: nothing */
	guint value;            /* 0: not known */
} number;

/* YS_PDF_NUMBER_KINDS, each with one group; the first two hardly ever stand within a text. */
#define HEADS 2
#define NUMBERS \
	"^(?:第([一二三四五六七八九十]+)(?:部分|章|节)|([一二三四五六七八九十]{1,3})[、.．]|" \
	"[（(]([一二三四五六七八九十]{1,3})[)）](?![款项])|(\\d{1,2})[.、．](?!\\d)|[（(](\\d{1,3})[)）]|([①-⑳])|(注[:：]))"

/* Of figures up to 99; 0 of what is none. */
static guint value_of(const char *figures)
{
	static const char *const ones[] = { "一", "二", "三", "四", "五", "六", "七", "八", "九" };
	guint value = 0;

	if (g_ascii_isdigit(*figures))
		return (guint)g_ascii_strtoull(figures, NULL, 10);
	for (; *figures; figures = g_utf8_next_char(figures)) {
		if (g_str_has_prefix(figures, "十"))
			value = MAX(value, 1) * 10;
		for (guint i = 0; i < G_N_ELEMENTS(ones); i++)
			if (g_str_has_prefix(figures, ones[i]))
				value += i + 1;
	}
	return value;
}

static number number_of(const char *text)
{
	static GRegex *regex;
	g_autoptr(GMatchInfo) match = NULL;
	number number = { 0, 0 };

	if (g_once_init_enter(&regex))
		g_once_init_leave(&regex, g_regex_new(NUMBERS, 0, 0, NULL));
	if (!g_regex_match(regex, text, 0, &match))
		return number;
	for (int i = 1; i < g_match_info_get_match_count(match); i++) {
		g_autofree char *figures = g_match_info_fetch(match, i);

		if (*figures)
			number = (struct number) { (guint)i, value_of(figures) };
	}
	return number;
}

/* Whether a line begins a heading, the entry behind the one that a paragraph is or the first one below it: then it
 * goes on with nothing, however full the line before it was. */
static gboolean is_next_entry(const char *paragraph, const char *line)
{
	number a = number_of(paragraph), b = number_of(line);

	if (!a.kind || !b.kind || b.kind <= HEADS)
		return b.kind && b.kind <= HEADS;
	return a.kind == b.kind ? b.value == a.value + 1 : b.kind > a.kind && b.value == 1;
}

void ys_pdf_numbers_take(ys_pdf_numbers *numbers, const char *line)
{
	number number = number_of(line);

	for (guint i = number.kind; number.kind && i <= YS_PDF_NUMBER_KINDS; i++)
		numbers->values[i] = i == number.kind ? number.value : 0;
}

/* Whether a short line is the heading behind the last one of its kind, however full the line before it: a sheet
 * shows no more of a text than its row is high. */
static gboolean is_next_heading(const ys_pdf_numbers *numbers, const ys_pdf_place *at)
{
	number number = number_of(at->line->text);

	return number.kind && number.value > 1 && numbers->values[number.kind] == number.value - 1 &&
		at->line->x1 < at->margins.right - SHORT * at->line->size && !ys_pdf_ends_sentence(at->line->text);
}

/* An entry of a list of contents, or a row: no line of a paragraph has a number far behind its text. */
static gboolean ends_with_number(const ys_pdf_line *line)
{
	const char *last = g_array_index(line->parts, ys_pdf_part, line->parts->len - 1).text;

	return line->parts->len > 1 && !last[strspn(last, "0123456789")];
}

/* 单位名称：..., below a line by itself: a heading or caption, however full. */
static gboolean is_label_below(const char *paragraph, const ys_pdf_line *last, const ys_pdf_line *next)
{
	const char *colon = strstr(next->text, "：");
	glong label = colon ? g_utf8_strlen(next->text, colon - next->text) : 0;

	return strlen(paragraph) == strlen(last->text) && !g_str_has_suffix(last->text, "，") &&
		label >= LABEL_MIN && label <= LABEL_MAX && colon[strlen("：")];
}

gboolean ys_pdf_goes_on(const char *paragraph, const ys_pdf_numbers *numbers, const ys_pdf_place *last,
			const ys_pdf_place *next)
{
	const ys_pdf_line *a = last->line, *b = next->line;

	if (!is_full(last, b) || fabs(a->size - b->size) > SAME_SIZE * MAX(a->size, b->size))
		return FALSE;
	if (next->page > last->page + 1)
		return FALSE;
	if (last->page == next->page && (b->y0 - a->y0 > LEADING_MAX * MAX(a->size, b->size) ||
					 b->y0 - a->y0 < LEADING_MIN * MIN(a->size, b->size)))
		return FALSE;
	if (ends_with_number(a) || ends_with_number(b) || is_centred(last) || is_centred(next) || is_indented(next))
		return FALSE;
	if (is_label_below(paragraph, a, b) || is_next_heading(numbers, next))
		return FALSE;
	return !is_next_entry(paragraph, b->text) && !(ys_pdf_ends_sentence(a->text) && number_of(b->text).kind);
}

/* ---- contents ---- */

static gboolean is_leader(gunichar c)
{
	return c && wcschr(L".…·․‥‧．_", c);
}

char *ys_pdf_without_leaders(const char *text, gboolean *had)
{
	const char *end = text + strlen(text), *leaders;
	guint n = 0;

	*had = FALSE;
	while (end > text && (g_ascii_isdigit(end[-1]) || strchr(" ()-", end[-1])))
		end--;
	for (leaders = end; leaders > text; leaders = g_utf8_prev_char(leaders)) {
		gunichar c = g_utf8_get_char(g_utf8_prev_char(leaders));

		if (is_leader(c))
			n += c == L'…' ? 2 : 1;
		else if (c != ' ')
			break;
	}
	*had = n >= LEADERS_MIN;
	return *had ? g_strndup(text, leaders - text) : g_strdup(text);
}
