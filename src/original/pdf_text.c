#include "src/original/pdf_text.h"

#include <math.h>
#include <wchar.h>

/* All but CANDIDATES_MAX are parts of the size of the font. */
#define SAME_BASE 0.3           /* between the baselines of one string */
#define STRING_GAP 1.5          /* within a string: more, and it is for two cells */
#define STRING_BACK 0.5         /* by which a character may stand before the end of the one before it */
#define LINE_DROP 0.45          /* between the baselines of a line: cells are not always level */
#define DROP_SIZE_MIN 6.0       /* pt: as if small fonts had this size */
#define DRAWN_TWICE 0.25        /* between a letter and the same again, which makes it bold */
#define COVERED 0.5             /* of the narrower of two characters: they are of two lines, */
#define LEVEL 0.05              /* if their baselines are this far apart */
#define BLANK_MIN 0.25          /* between two words, where no blank is drawn */
#define PART_GAP 0.9            /* between two parts of a line, */
#define STRING_PART_GAP 0.6     /* if they were drawn as two strings */
#define SPREAD_MIN 0.8          /* between all letters of a word that is spread, as titles are, */
#define SPREAD_MAX 4.0
#define PAIR_MAX 2.5            /* between the two letters of such a word in a line with others */
#define SHORT_LINE 2.0          /* by which a line ends early that its author ended */
#define LEFT_SLACK 0.5          /* between the left edges of lines that begin together */
#define CANDIDATES_MAX 32       /* cells over which one string may lie */

/* Characters that were drawn as one string.  It stands whole in one cell, even where the cell is too
 * narrow for it. */
typedef struct {
	guint from, to;         /* in the page's characters */
	const ys_pdf_char *last;        /* that is no blank */
	gboolean seen;          /* something of it is shown */
	gboolean placed;
	ys_pdf_cell *cell;      /* NULL: outside of all tables */
} drawn_string;

void ys_pdf_line_free(ys_pdf_line *line)
{
	for (guint i = 0; i < line->parts->len; i++)
		g_free(g_array_index(line->parts, ys_pdf_part, i).text);
	g_array_unref(line->parts);
	g_free(line->text);
	g_free(line);
}

gboolean ys_pdf_is_wide(gunichar c)
{
	return (c >= 0x2e80 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) || (c >= 0xff00 && c <= 0xffef) ||
		(c >= 0x20000 && c <= 0x3ffff) || (c >= 0x2460 && c <= 0x24ff) ||
		(c && wcschr(L"“”‘’—…·", c));
}

gboolean ys_pdf_ends_sentence(const char *text)
{
	static const char *const marks[] = { "。", "；", "：", "！", "？", ";", ":", "!", "?", "。”", "。）" };

	for (gsize i = 0; i < G_N_ELEMENTS(marks); i++)
		if (g_str_has_suffix(text, marks[i]))
			return TRUE;
	return FALSE;
}

static gboolean is_latin(gunichar c)
{
	return c < 0x250 && g_unichar_isalpha(c);
}

void ys_pdf_text_append(GString *text, const char *line)
{
	if (text->len && *line && is_latin(g_utf8_get_char(g_utf8_prev_char(text->str + text->len))) &&
	    is_latin(g_utf8_get_char(line)))
		g_string_append_c(text, ' ');
	g_string_append(text, line);
}

static double base_of(const ys_pdf_char *c)
{
	return c->y1 - (1 - YS_PDF_ASCENT) * c->size;
}

/* ---- characters -> strings ---- */

static ys_pdf_char *char_at(const GArray *chars, guint i)
{
	return &g_array_index(chars, ys_pdf_char, i);
}

/* How far it is from the end of one character to the beginning of the next, in its direction, and
 * from baseline to baseline. */
static void way(const ys_pdf_char *from, const ys_pdf_char *to, double *along, double *off)
{
	switch (from->turn) {
	case YS_PDF_RIGHT:
		*along = to->x0 - from->x1;
		*off = to->y1 - from->y1;
		break;
	case YS_PDF_LEFT:
		*along = from->x0 - to->x1;
		*off = to->y0 - from->y0;
		break;
	case YS_PDF_DOWN:
		*along = to->y0 - from->y1;
		*off = to->x0 - from->x0;
		break;
	default:
		*along = from->y0 - to->y1;
		*off = to->x1 - from->x1;
	}
}

static gboolean follows(const ys_pdf_char *last, const ys_pdf_char *next)
{
	double size = MAX(last->size, next->size), along, off;

	way(last, next, &along, &off);
	return fabs(off) <= SAME_BASE * size && -STRING_BACK * size <= along && along <= STRING_GAP * size;
}

static gboolean goes_on(const drawn_string *string, const ys_pdf_char *first, const ys_pdf_char *next)
{
	if (next->run != first->run || next->turn != first->turn)
		return FALSE;
	return next->unicode == ' ' || !string->last || follows(string->last, next);
}

static GArray *strings_of(const ys_pdf_page *page)
{
	GArray *strings = g_array_new(FALSE, FALSE, sizeof(drawn_string));

	for (guint i = 0; i < page->chars->len;) {
		drawn_string string = { .from = i };
		const ys_pdf_char *first = char_at(page->chars, i);

		for (; i < page->chars->len && goes_on(&string, first, char_at(page->chars, i)); i++) {
			const ys_pdf_char *c = char_at(page->chars, i);

			if (c->unicode == ' ')
				continue;
			string.last = c;
			string.seen |= !c->cut_across && !c->cut_down;
		}
		string.to = i;
		if (string.last)
			g_array_append_val(strings, string);
	}
	return strings;
}

/* ---- strings -> cells ---- */

typedef struct {
	ys_pdf_cell *cell;
	guint votes;
} candidate;

static ys_pdf_cell *cell_under(const GPtrArray *grids, const ys_pdf_char *c)
{
	for (guint i = 0; i < grids->len; i++) {
		ys_pdf_cell *cell = ys_pdf_grid_cell(g_ptr_array_index(grids, i), (c->x0 + c->x1) / 2,
						     (c->y0 + c->y1) / 2);

		if (cell)
			return cell;
	}
	return NULL;
}

static void vote(candidate *candidates, guint *n, ys_pdf_cell *cell)
{
	guint i = 0;

	while (i < *n && candidates[i].cell != cell)
		i++;
	if (i == CANDIDATES_MAX)
		return;
	if (i == *n)
		candidates[(*n)++] = (candidate) { cell, 0 };
	candidates[i].votes++;
}

/* Where most of what is seen of a string stands; the first of equals. */
static ys_pdf_cell *cell_of(const ys_pdf_page *page, const drawn_string *string, const GPtrArray *grids)
{
	candidate candidates[CANDIDATES_MAX];
	guint n = 0, best = 0;

	for (guint i = string->from; i < string->to; i++) {
		const ys_pdf_char *c = char_at(page->chars, i);

		if (c->unicode != ' ' && !c->cut_across && !c->cut_down)
			vote(candidates, &n, cell_under(grids, c));
	}
	for (guint i = 1; i < n; i++)
		if (candidates[i].votes > candidates[best].votes)
			best = i;
	return candidates[best].cell;
}

/* A string of which nothing is seen is a part of its cell if it only runs out of it sideways, behind
 * a string that is; otherwise it is what another page shows. */
static void place(const ys_pdf_page *page, GArray *strings, const GPtrArray *grids)
{
	for (guint i = 0; i < strings->len; i++) {
		drawn_string *string = &g_array_index(strings, drawn_string, i);
		const drawn_string *before = i ? string - 1 : NULL;
		const ys_pdf_char *first = char_at(page->chars, string->from);

		if (string->seen) {
			string->cell = cell_of(page, string, grids);
			string->placed = TRUE;
		} else if (before && before->placed && before->cell && !string->last->cut_down &&
			   before->last->turn == first->turn && follows(before->last, first)) {
			string->cell = before->cell;
			string->placed = TRUE;
		}
	}
}

/* ---- characters -> lines ---- */

static int compare(double a, double b)
{
	return (a > b) - (a < b);
}

static int by_base(const void *a, const void *b)
{
	const ys_pdf_char *x = a, *y = b;
	int order = compare(base_of(x), base_of(y));

	if (!order)
		order = compare(x->x0, y->x0);
	return order ? order : compare(x->run, y->run);
}

static int by_place(const void *a, const void *b)
{
	const ys_pdf_char *x = a, *y = b;
	int order = compare(x->x0 + x->x1, y->x0 + y->x1);

	return order ? order : compare(x->run, y->run);
}

/* The end of the line that begins with this character; the baseline may drift, as in a row whose
 * cells are not level. */
static guint line_end(const GArray *chars, guint from)
{
	double base = base_of(char_at(chars, from)), size = char_at(chars, from)->size;
	guint i;

	for (i = from; i < chars->len; i++) {
		const ys_pdf_char *c = char_at(chars, i);

		if (base_of(c) - base > LINE_DROP * MAX(DROP_SIZE_MIN, MIN(size, c->size)))
			break;
		if (c->unicode != ' ')
			size = MAX(size, c->size);
	}
	return i;
}

typedef struct {
	const ys_pdf_char *c;   /* no blank */
	gboolean blank;         /* one is drawn before it */
	double gap;             /* from the one before */
} letter;

static gboolean is_again(const ys_pdf_char *last, const ys_pdf_char *c)
{
	return last->unicode == c->unicode && fabs(last->x0 - c->x0) < DRAWN_TWICE * c->size;
}

/* A line without its blanks and what was drawn twice. */
static GArray *letters_of(const GArray *chars, guint from, guint to)
{
	GArray *letters = g_array_new(FALSE, FALSE, sizeof(letter));
	gboolean blank = FALSE;

	for (guint i = from; i < to; i++) {
		const ys_pdf_char *c = char_at(chars, i);
		const ys_pdf_char *last = letters->len ?
			g_array_index(letters, letter, letters->len - 1).c : NULL;
		letter next = { c, blank, last ? c->x0 - last->x1 : 0 };

		if (c->unicode == ' ') {
			blank = TRUE;
			continue;
		}
		if (last && is_again(last, c))
			continue;
		g_array_append_val(letters, next);
		blank = FALSE;
	}
	return letters;
}

static gboolean is_wide(const letter *l)
{
	return ys_pdf_is_wide(l->c->unicode);
}

static double gap_of(const letter *l)
{
	return l->gap / l->c->size;
}

/* A title's word may be spread over the line; its letters are still one word. */
static gboolean is_spread(const GArray *letters)
{
	for (guint i = 1; i < letters->len; i++) {
		const letter *l = &g_array_index(letters, letter, i);

		if (!is_wide(l - 1) || !is_wide(l) || gap_of(l) < SPREAD_MIN || gap_of(l) > SPREAD_MAX)
			return FALSE;
	}
	return TRUE;
}

/* Whether letter i and the one before it are such a word, alone between two gaps. */
static gboolean is_pair(const GArray *letters, guint i)
{
	const letter *l = &g_array_index(letters, letter, i);

	return is_wide(l - 1) && is_wide(l) && gap_of(l) <= PAIR_MAX && (i == 1 || gap_of(l - 1) > PART_GAP) &&
		(i + 1 == letters->len || gap_of(l + 1) > gap_of(l));
}

static gboolean has_blank(const letter *last, const letter *next)
{
	double gap = gap_of(next);
	gboolean wide = is_wide(last), wide_too = is_wide(next);

	if (wide && wide_too)
		return gap > PART_GAP;
	if (wide || wide_too)
		return next->blank || gap > PART_GAP;
	return next->blank || gap > BLANK_MIN;
}

static gboolean begins_part(const letter *last, const letter *next)
{
	return gap_of(next) > (last->c->run == next->c->run ? PART_GAP : STRING_PART_GAP);
}

static void end_part(ys_pdf_line *line, double x0, double x1, GString *text)
{
	ys_pdf_part part = { x0, x1, g_strdup(text->str) };

	g_array_append_val(line->parts, part);
	g_string_truncate(text, 0);
}

static void write_parts(ys_pdf_line *line, const GArray *letters)
{
	g_autoptr(GString) text = g_string_new(NULL);
	gboolean spread = is_spread(letters);
	double x0 = 0, x1 = 0;

	for (guint i = 0; i < letters->len; i++) {
		const letter *l = &g_array_index(letters, letter, i);

		gboolean one_word = spread || (i && is_pair(letters, i));

		if (i && !one_word && begins_part(l - 1, l))
			end_part(line, x0, x1, text);
		else if (i && !one_word && has_blank(l - 1, l))
			g_string_append_c(text, ' ');
		if (!text->len)
			x0 = l->c->x0;
		x1 = l->c->x1;
		g_string_append_unichar(text, l->c->unicode);
	}
	end_part(line, x0, x1, text);
}

static char *joined(const GArray *parts)
{
	GString *text = g_string_new(NULL);

	for (guint i = 0; i < parts->len; i++) {
		if (i)
			g_string_append_c(text, ' ');
		g_string_append(text, g_array_index(parts, ys_pdf_part, i).text);
	}
	return g_string_free(text, FALSE);
}

/* NULL: only blanks. */
static ys_pdf_line *line_of(const GArray *chars, guint from, guint to)
{
	g_autoptr(GArray) letters = letters_of(chars, from, to);
	ys_pdf_line *line;

	if (!letters->len)
		return NULL;
	line = g_new0(ys_pdf_line, 1);
	line->parts = g_array_new(FALSE, FALSE, sizeof(ys_pdf_part));
	line->x0 = line->y0 = INFINITY;
	line->x1 = line->y1 = -INFINITY;
	for (guint i = 0; i < letters->len; i++) {
		const ys_pdf_char *c = g_array_index(letters, letter, i).c;

		line->x0 = MIN(line->x0, c->x0);
		line->y0 = MIN(line->y0, c->y0);
		line->x1 = MAX(line->x1, c->x1);
		line->y1 = MAX(line->y1, c->y1);
		line->size = MAX(line->size, c->size);
	}
	write_parts(line, letters);
	line->text = joined(line->parts);
	return line;
}

/* Whether one stands on the other: a sheet's text runs over the next where its row is too low. */
static gboolean covers(const ys_pdf_char *left, const ys_pdf_char *right)
{
	double both = MIN(left->x1, right->x1) - right->x0;

	return left->unicode != ' ' && right->unicode != ' ' && !is_again(left, right) &&
		both > COVERED * MIN(left->x1 - left->x0, right->x1 - right->x0) &&
		fabs(base_of(left) - base_of(right)) > LEVEL * MAX(left->size, right->size);
}

/* The lowest baseline above which no character of a line covers another; sorts them by place. */
static double clear_base(GArray *chars, guint from, guint to)
{
	double base = INFINITY;

	qsort(char_at(chars, from), to - from, sizeof(ys_pdf_char), by_place);
	for (guint i = from + 1; i < to; i++)
		if (covers(char_at(chars, i - 1), char_at(chars, i)))
			base = MIN(base, MAX(base_of(char_at(chars, i - 1)), base_of(char_at(chars, i))));
	return base;
}

/* Where the line ends that the uppermost of these is in; it is sorted by place, what is left by baseline. */
static guint end_of_clear(GArray *chars, guint from, guint to)
{
	double base = clear_base(chars, from, to);
	guint end = from;

	if (!isfinite(base))
		return to;
	qsort(char_at(chars, from), to - from, sizeof(ys_pdf_char), by_base);
	while (end < to && base_of(char_at(chars, end)) < base)
		end++;
	qsort(char_at(chars, from), end - from, sizeof(ys_pdf_char), by_place);
	return end;
}

/* Sorts the characters. */
static GPtrArray *lines_of(GArray *chars)
{
	GPtrArray *lines = g_ptr_array_new_with_free_func((GDestroyNotify)ys_pdf_line_free);

	g_array_sort(chars, by_base);
	for (guint i = 0, end; i < chars->len; i = end) {
		ys_pdf_line *line;

		end = end_of_clear(chars, i, line_end(chars, i));
		line = line_of(chars, i, end);
		if (line)
			g_ptr_array_add(lines, line);
	}
	return lines;
}

/* ---- lines -> the text of a cell ---- */

/* Text of a narrow cell may run down or up: it is read as it runs. */
static void make_upright(GArray *chars)
{
	guint n[4] = { 0 }, most = YS_PDF_RIGHT;

	for (guint i = 0; i < chars->len; i++)
		n[char_at(chars, i)->turn]++;
	for (guint turn = 0; turn < G_N_ELEMENTS(n); turn++)
		if (n[turn] > n[most])
			most = turn;
	for (; most != YS_PDF_RIGHT; most--)
		for (guint i = 0; i < chars->len; i++)
			ys_pdf_char_turn(char_at(chars, i), 0);
}

static gboolean begin_together(const GPtrArray *lines)
{
	const ys_pdf_line *second = lines->len > 1 ? g_ptr_array_index(lines, 1) : NULL;

	for (guint i = 2; i < lines->len; i++) {
		const ys_pdf_line *line = g_ptr_array_index(lines, i);

		if (fabs(line->x0 - second->x0) > LEFT_SLACK * line->size)
			return FALSE;
	}
	return TRUE;
}

/* Whether the author ended the line, and not the width of the cell. */
static gboolean ends_early(const ys_pdf_line *line, double right)
{
	return line->x1 < right - SHORT_LINE * line->size && ys_pdf_ends_sentence(line->text);
}

static char *text_of_lines(const GPtrArray *lines)
{
	GString *text = g_string_new(NULL);
	gboolean together = begin_together(lines);
	double right = -INFINITY;

	for (guint i = 0; i < lines->len; i++)
		right = MAX(right, ((ys_pdf_line *)g_ptr_array_index(lines, i))->x1);
	for (guint i = 0; i < lines->len; i++) {
		const ys_pdf_line *line = g_ptr_array_index(lines, i);

		ys_pdf_text_append(text, line->text);
		if (together && i + 1 < lines->len && ends_early(line, right))
			g_string_append_c(text, '\n');
	}
	return g_string_free(text, FALSE);
}

/* Whether there is no room for one more line. */
static gboolean is_full(const GPtrArray *lines, double height)
{
	const ys_pdf_line *first, *last;

	if (lines->len < 2)
		return FALSE;
	first = g_ptr_array_index(lines, 0);
	last = g_ptr_array_index(lines, lines->len - 1);
	return last->y1 - first->y0 + (last->y1 - first->y1) / (lines->len - 1) > height;
}

static void write_cell(ys_pdf_cell *cell, GArray *chars, double height)
{
	g_autoptr(GPtrArray) lines = NULL;

	make_upright(chars);
	lines = lines_of(chars);
	cell->text = text_of_lines(lines);
	cell->full = is_full(lines, height);
}

/* ---- all of a page ---- */

static void take(GArray *chars, const ys_pdf_page *page, const drawn_string *string)
{
	for (guint i = string->from; i < string->to; i++)
		if (!char_at(page->chars, i)->cut_down)
			g_array_append_val(chars, *char_at(page->chars, i));
}

static void write_grid(const ys_pdf_grid *grid, GHashTable *chars_of)
{
	for (guint i = 0; i < grid->cells->len; i++) {
		ys_pdf_cell *cell = g_ptr_array_index(grid->cells, i);
		GArray *chars = g_hash_table_lookup(chars_of, cell);

		if (chars)
			write_cell(cell, chars, ys_pdf_grid_y(grid, cell->row + cell->height) -
				   ys_pdf_grid_y(grid, cell->row));
	}
}

/* What a string's characters go to; NULL: they are not read. */
static GArray *goal_of(const drawn_string *string, GArray *outside, GHashTable *chars_of)
{
	GArray *chars;

	if (!string->placed)
		return NULL;
	if (!string->cell)
		return string->last->turn == YS_PDF_RIGHT ? outside : NULL;
	chars = g_hash_table_lookup(chars_of, string->cell);
	if (!chars) {
		chars = g_array_new(FALSE, FALSE, sizeof(ys_pdf_char));
		g_hash_table_insert(chars_of, string->cell, chars);
	}
	return chars;
}

GPtrArray *ys_pdf_text_of(ys_pdf_page *page, GPtrArray *grids)
{
	g_autoptr(GHashTable) chars_of = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
	g_autoptr(GArray) strings = strings_of(page), outside = g_array_new(FALSE, FALSE, sizeof(ys_pdf_char));

	place(page, strings, grids);
	for (guint i = 0; i < strings->len; i++) {
		const drawn_string *string = &g_array_index(strings, drawn_string, i);
		GArray *chars = goal_of(string, outside, chars_of);

		if (chars)
			take(chars, page, string);
		else if (string->placed)
			page->n_slanted += string->to - string->from;
	}
	for (guint i = 0; i < grids->len; i++)
		write_grid(g_ptr_array_index(grids, i), chars_of);
	return lines_of(outside);
}
