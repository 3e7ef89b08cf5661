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
/* Of so many pieces one may stand in no column of its own. */
#define FITTING 20
/* Bytes of a head that stands alone in its line. */
#define GROUP_MAX_BYTES 60
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

/* 91,016,775.35: whole, up to the hundredths. */
static gboolean is_whole_amount(const ys_piece *piece)
{
	gsize len = piece->len;

	return len >= 4 && ys_text_is_number(piece->text, len) && piece->text[len - 3] == '.' &&
	       g_ascii_isdigit(piece->text[len - 2]) && g_ascii_isdigit(piece->text[len - 1]);
}

/* Pieces are cut where there are two blanks, one as wide as two, or one behind an amount: columns stand as
 * near as that where a page is narrow. */
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
			if (gap >= 2 || (gap && is_whole_amount(&g_array_index(layout->pieces, ys_piece, layout->pieces->len - 1)))) {
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

/* A line of one piece that may begin a table: 其中 or 项目, over columns that the line below has heads of,
 * or a cell that goes on there. */
static gboolean may_begin_alone(const ys_input *input, const ys_layout *layout)
{
	const ys_piece *piece = &g_array_index(layout->pieces, ys_piece, 0);
	guint below = ys_layout_line_at(layout, 0)->number + 1;
	g_autofree char *text = ys_clean(piece->text, piece->len);
	g_autoptr(ys_layout) next = layout_new();
	gboolean aligned = FALSE;

	if (ys_wording_column(text) != YS_COLUMN_OTHER)
		return TRUE;
	if (below < input->lines->len)
		add_line(next, &g_array_index(input->lines, ys_line, below), below, 0);
	for (guint i = 0; i < next->pieces->len; i++)
		for (int m = 0; m < YS_N_MEASURES; m++)
			aligned |= piece->from[m] > 0 && g_array_index(next->pieces, ys_piece, i).from[m] == piece->from[m];
	return aligned;
}

static gboolean has_wide_blank(const ys_line *line)
{
	return memmem(line->text, line->len, "  ", 2) || memmem(line->text, line->len, "\343\200\200", 3);
}

/* A line with wide blanks, or a short one above such a line. */
static gboolean may_begin(const ys_input *input, guint i)
{
	const ys_line *line = &g_array_index(input->lines, ys_line, i);
	guint below = i + 1;

	if (ys_line_is_row(line))
		return FALSE;
	if (has_wide_blank(line) || !line->len || line->len > GROUP_MAX_BYTES)
		return has_wide_blank(line);
	if (below < input->lines->len && ys_text_is_blank(line + 1))
		below++;
	return below < input->lines->len && has_wide_blank(&g_array_index(input->lines, ys_line, below));
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

/* The line goes on below a piece of the one above it, off the margin. */
static gboolean stands_below_a_piece(const ys_layout *layout, const ys_layout_line *line)
{
	const ys_piece *piece = ys_layout_piece(layout, line, 0);
	gboolean below = FALSE;

	for (guint i = 0; line->first && !line->blanks && i < line[-1].n; i++) {
		const ys_piece *above = ys_layout_piece(layout, line - 1, i);

		for (int m = 0; m < YS_N_MEASURES; m++)
			below |= piece->from[m] > 0 && piece->from[m] == above->from[m];
	}
	return below;
}

/* A line of one piece that ends the table above it. */
static gboolean is_outside(const ys_layout *layout, const ys_layout_line *line)
{
	const ys_piece *piece = ys_layout_piece(layout, line, 0);
	g_autofree char *text = NULL;

	if (stands_below_a_piece(layout, line))
		return FALSE;
	if (piece->to[YS_BY_WIDTH] - piece->from[YS_BY_WIDTH] > PROSE_WIDTH)
		return TRUE;
	text = ys_clean(piece->text, piece->len);
	return ys_text_is_note(text) || ys_wording_is_furniture(text) || ys_text_is_caption(text);
}

/* Below amounts and a blank line, a line of three heads and more begins another table, or the same again. */
static gboolean is_another_head(const ys_layout *layout, const ys_layout_line *line)
{
	gboolean amounts = FALSE;

	if (!line->blanks || line->n < 3)
		return FALSE;
	for (guint i = 0; i < line->n; i++) {
		const ys_piece *piece = ys_layout_piece(layout, line, i);
		g_autofree char *text = piece->number ? NULL : ys_clean(piece->text, piece->len);

		if (!text || ys_wording_column(text) == YS_COLUMN_OTHER)
			return FALSE;
	}
	for (guint i = 0; i < line->first && !amounts; i++)
		amounts = g_array_index(layout->pieces, ys_piece, i).number;
	return amounts;
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

/* The line, the last of the layout, is not of the table above it, or begins none. */
static gboolean ends_table(const ys_input *input, const ys_layout *layout, const ys_layout_line *line)
{
	if (line->n == 1)
		return is_outside(layout, line) || (!line->first && !may_begin_alone(input, layout));
	return is_all_furniture(layout, line) || is_another_head(layout, line);
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
		if (ends_table(input, layout, added)) {
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

/* Nearly every piece has a column of its own. */
static gboolean fits(const ys_layout *layout, const ys_layout_grid *grid)
{
	return grid && grid->strays * FITTING < layout->pieces->len;
}

/* The first n lines. */
static ys_layout *part_of(const ys_layout *layout, guint n)
{
	ys_layout *part = layout_new();
	guint pieces = n < layout->lines->len ? ys_layout_line_at(layout, n)->first : layout->pieces->len;

	g_array_append_vals(part->lines, layout->lines->data, n);
	g_array_append_vals(part->pieces, layout->pieces->data, pieces);
	return part;
}

/* Where lines do not fit the same columns, another table begins behind a blank line: the lines up to the
 * last such line that do, found by halving; all lines if none do. */
static void drop_other_table(ys_layout *layout)
{
	g_autoptr(GArray) ends = g_array_new(FALSE, FALSE, sizeof(guint));
	guint low = 0, high;

	for (guint l = 2; l < layout->lines->len; l++)
		if (ys_layout_line_at(layout, l)->blanks)
			g_array_append_val(ends, l);
	for (high = ends->len; low < high;) {
		guint middle = (low + high) / 2;
		g_autoptr(ys_layout) part = part_of(layout, g_array_index(ends, guint, middle));
		g_autoptr(ys_layout_grid) grid = ys_layout_columns(part);

		if (fits(part, grid))
			low = middle + 1;
		else
			high = middle;
	}
	if (low)
		drop_lines_from(layout, g_array_index(ends, guint, low - 1));
}

/* The columns of the lines; of fewer, if not all of them stand in the same ones. */
static ys_layout_grid *settle(ys_layout *layout)
{
	g_autoptr(ys_layout_grid) grid = ys_layout_columns(layout);
	guint n = layout->lines->len;

	if (grid && !fits(layout, grid)) {
		drop_other_table(layout);
		if (layout->lines->len < n) {
			ys_layout_grid_free(grid);
			grid = ys_layout_columns(layout);
		}
	}
	n = grid ? first_stray(layout, grid) : layout->lines->len;
	if (n < layout->lines->len) {
		drop_lines_from(layout, n);
		drop_tail(layout);
		ys_layout_grid_free(grid);
		grid = ys_layout_columns(layout);
	}
	return g_steal_pointer(&grid);
}

GPtrArray *ys_layout_rows(const ys_input *input, guint first, guint *next)
{
	g_autoptr(ys_layout) layout = NULL;
	g_autoptr(ys_layout_grid) grid = NULL;
	guint behind;

	*next = first + 1;
	if (!may_begin(input, first))
		return NULL;
	layout = collect(input, first, &behind);
	grid = layout->lines->len >= 2 ? settle(layout) : NULL;
	if (!grid) {
		*next = layout->lines->len ? MAX(*next, behind) : *next;
		return NULL;
	}
	*next = ys_layout_line_at(layout, layout->lines->len - 1)->number + 1;
	return ys_layout_rows_of(layout, grid);
}
