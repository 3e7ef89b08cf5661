/* Which lines may be a table in columns: those with wide blanks in them, and what stands between them.
 * Captions, notes, and lines that cross the columns end it. */
#include "src/publication/lines/text_layout.h"

#include <string.h>

#include "src/publication/lines/line.h"
#include "src/publication/words/clean.h"
#include "src/publication/words/wording.h"

/* Lines of a table on one page and more; wider lines are no page's. */
#define LINES_MAX 3000
#define POSITIONS_MAX 1000
/* Blank lines inside of a table, and lines of a single piece one below the other: a long text in one
 * narrow column. */
#define BLANKS_MAX 3
#define SINGLES_MAX 60
/* A line of one piece is prose if it is wider. */
#define PROSE_WIDTH 70

static ys_layout *layout_new(void)
{
	ys_layout *layout = g_new0(ys_layout, 1);

	layout->lines = g_array_new(FALSE, FALSE, sizeof(ys_layout_line));
	layout->pieces = g_array_new(FALSE, FALSE, sizeof(ys_piece));
	return layout;
}

static void layout_free(ys_layout *layout)
{
	g_array_unref(layout->lines);
	g_array_unref(layout->pieces);
	g_free(layout);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_layout, layout_free)

ys_layout_line *ys_layout_line_at(const ys_layout *layout, guint i)
{
	return &g_array_index(layout->lines, ys_layout_line, i);
}

ys_piece *ys_layout_piece(const ys_layout *layout, const ys_layout_line *line, guint i)
{
	return &g_array_index(layout->pieces, ys_piece, line->first + i);
}

static gboolean is_blank(gunichar c)
{
	return c == ' ' || c == 0x3000 || c == 0xa0;
}

/* ----- is drawn below a head, or between rows. */
static gboolean is_rule(const ys_piece *piece)
{
	return piece->len >= 3 && strspn(piece->text, "-=_+") >= piece->len;
}

static void drop_rules(ys_layout *layout, guint first)
{
	for (guint i = layout->pieces->len; i-- > first;)
		if (is_rule(&g_array_index(layout->pieces, ys_piece, i)))
			g_array_remove_index(layout->pieces, i);
}

/* Pieces are cut where there are two blanks or one as wide as two. */
static void add_line(ys_layout *layout, const ys_line *line, guint number, guint blanks)
{
	ys_layout_line added = { number, layout->pieces->len, 0, blanks };
	ys_piece piece = { .text = NULL };
	int at[YS_N_MEASURES] = { 0, 0 }, gap = 2;

	for (const char *p = line->text, *end = p + line->len; p < end; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		int width = c >= 0x1100 && g_unichar_iswide(c) ? 2 : 1;

		if (is_blank(c)) {
			gap += width;
		} else {
			if (gap >= 2) {
				piece.text = p;
				memcpy(piece.from, at, sizeof at);
				g_array_append_val(layout->pieces, piece);
			}
			gap = 0;
		}
		at[YS_BY_WIDTH] += width;
		at[YS_BY_CHARACTER]++;
		if (!is_blank(c)) {
			ys_piece *last = &g_array_index(layout->pieces, ys_piece, layout->pieces->len - 1);

			memcpy(last->to, at, sizeof at);
			last->len = g_utf8_next_char(p) - last->text;
		}
	}
	drop_rules(layout, added.first);
	added.n = layout->pieces->len - added.first;
	for (guint i = 0; i < added.n; i++) {
		ys_piece *own = ys_layout_piece(layout, &added, i);

		own->number = ys_text_is_number(own->text, own->len);
	}
	if (added.n)
		g_array_append_val(layout->lines, added);
}

/* ---- which lines ---- */

/* 其中, over the columns of the line below. */
static gboolean is_group_head(const ys_layout_line *line, const ys_layout *layout)
{
	const ys_piece *piece = ys_layout_piece(layout, line, 0);
	g_autofree char *text = ys_clean(piece->text, piece->len);

	return piece->from[YS_BY_WIDTH] > 0 && ys_wording_column(text) != YS_COLUMN_OTHER;
}

static gboolean has_wide_blank(const ys_line *line)
{
	return memmem(line->text, line->len, "  ", 2) || memmem(line->text, line->len, "\343\200\200", 3);
}

/* Of another form, or of the contents. */
static gboolean is_foreign(const ys_line *line)
{
	return line->len > 4 * POSITIONS_MAX || ys_line_is_row(line) ||
	       memmem(line->text, line->len, ".....", 5) || memmem(line->text, line->len, "……", 6);
}

static gboolean begins_page(const ys_input *input, guint i)
{
	const char *text = g_array_index(input->lines, ys_line, i).text;

	return text > input->text && text[-1] == '\f';
}

/* 单位名称：...    单位：万元 */
static gboolean is_all_furniture(const ys_layout *layout, const ys_layout_line *line)
{
	for (guint i = 0; i < line->n; i++) {
		const ys_piece *piece = ys_layout_piece(layout, line, i);
		g_autofree char *text = ys_clean(piece->text, piece->len);

		if (!ys_wording_is_furniture(text))
			return FALSE;
	}
	return TRUE;
}

/* A line of one piece that ends the table above it. */
static gboolean is_outside(const ys_layout *layout, const ys_layout_line *line)
{
	const ys_piece *piece = ys_layout_piece(layout, line, 0);
	g_autofree char *text = NULL;

	if (piece->to[YS_BY_WIDTH] - piece->from[YS_BY_WIDTH] > PROSE_WIDTH)
		return TRUE;
	text = ys_clean(piece->text, piece->len);
	return ys_text_is_note(text) || ys_wording_is_furniture(text) || ys_text_is_caption(text);
}

static void drop_lines_from(ys_layout *layout, guint n)
{
	if (n >= layout->lines->len)
		return;
	g_array_set_size(layout->pieces, ys_layout_line_at(layout, n)->first);
	g_array_set_size(layout->lines, n);
}

/* What follows the last line of several pieces belongs to it only without a blank line between. */
static void drop_tail(ys_layout *layout)
{
	guint n = layout->lines->len;

	while (n && ys_layout_line_at(layout, n - 1)->n < 2)
		n--;
	while (n && n < layout->lines->len && !ys_layout_line_at(layout, n)->blanks)
		n++;
	drop_lines_from(layout, n);
}

/* The lines from first on that may be a table; *behind is the line that ended them. */
static ys_layout *collect(const ys_input *input, guint first, guint *behind)
{
	ys_layout *layout = layout_new();
	guint blanks = 0, singles = 0, i;

	for (i = first; i < input->lines->len && layout->lines->len < LINES_MAX; i++) {
		const ys_line *line = &g_array_index(input->lines, ys_line, i);
		guint n = layout->lines->len;
		const ys_layout_line *added;

		if (is_foreign(line) || blanks > BLANKS_MAX || singles > SINGLES_MAX || (n && begins_page(input, i)))
			break;
		add_line(layout, line, i, blanks);
		if (layout->lines->len == n) {
			blanks++;
			continue;
		}
		added = ys_layout_line_at(layout, n);
		blanks = 0;
		singles = added->n == 1 ? singles + 1 : 0;
		if (added->n == 1 ? is_outside(layout, added) || (!n && !is_group_head(added, layout))
				  : is_all_furniture(layout, added)) {
			drop_lines_from(layout, n);
			break;
		}
	}
	*behind = i;
	drop_tail(layout);
	return layout;
}

/* The first line of one piece that no column holds, behind the first amount; n_lines if there is none. */
static guint first_stray(const ys_layout *layout, const ys_layout_grid *grid)
{
	gboolean amounts = FALSE;

	for (guint l = 0; l < grid->n_lines; l++) {
		const ys_layout_line *line = ys_layout_line_at(layout, l);
		guint filled = 0;

		for (guint i = 0; i < line->n; i++)
			amounts |= ys_layout_piece(layout, line, i)->number;
		if (!amounts || line->n > 1)
			continue;
		for (guint c = 0; c < grid->n_columns; c++)
			filled += grid->chunks[l * grid->n_columns + c].text != NULL;
		if (!filled)
			return l;
	}
	return grid->n_lines;
}

GPtrArray *ys_layout_rows(const ys_input *input, guint first, guint *next)
{
	g_autoptr(ys_layout) layout = NULL;
	g_autoptr(ys_layout_grid) grid = NULL;
	guint stray, behind;

	*next = first + 1;
	if (!has_wide_blank(&g_array_index(input->lines, ys_line, first)))
		return NULL;
	layout = collect(input, first, &behind);
	if (layout->lines->len < 2)
		return NULL;
	grid = ys_layout_columns(layout);
	stray = grid ? first_stray(layout, grid) : 0;
	if (grid && stray < grid->n_lines) {
		drop_lines_from(layout, stray);
		drop_tail(layout);
		ys_layout_grid_free(grid);
		grid = ys_layout_columns(layout);
	}
	if (!grid) {
		*next = MAX(*next, behind);
		return NULL;
	}
	*next = ys_layout_line_at(layout, layout->lines->len - 1)->number + 1;
	return ys_layout_rows_of(layout, grid);
}
