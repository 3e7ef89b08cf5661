/* Where columns stand is what no line prints in: the positions between pieces, of all lines, of those with
 * most pieces, or of those with amounts, for a head may span columns.  All are tried in both measures; the
 * columns that leave the fewest pieces without one of their own are those that the lines were made with. */
#include <string.h>

#include "src/publication/lines/text_layout.h"

#define POSITIONS_MAX 1000
#define COLUMNS_MAX 64

typedef struct {
	int from, to;
} column;

typedef enum {
	ALL,
	FULLEST,        /* with amounts, or nearly as many pieces as any */
	AMOUNTS,
	N_TELLING
} telling;

/* A line that columns are told by; most is the number of pieces of the fullest. */
static gboolean is_told_by(const ys_layout *layout, const ys_layout_line *line, telling telling, guint most)
{
	guint numbers = 0;

	for (guint i = 0; i < line->n; i++)
		numbers += ys_layout_piece(layout, line, i)->number;
	return line->n > 1 && (telling == ALL || numbers || (telling == FULLEST && line->n * 4 >= most * 3));
}

static guint most_pieces(const ys_layout *layout)
{
	guint most = 0;

	for (guint l = 0; l < layout->lines->len; l++)
		most = MAX(most, ys_layout_line_at(layout, l)->n);
	return most;
}

/* The runs of positions in which some line prints. */
static GArray *printed_runs(const ys_layout *layout, ys_measure m, telling telling)
{
	g_autofree guint8 *printed = g_malloc0(POSITIONS_MAX + 1);
	GArray *columns = g_array_new(FALSE, FALSE, sizeof(column));
	guint most = most_pieces(layout);

	for (guint l = 0; l < layout->lines->len; l++) {
		const ys_layout_line *line = ys_layout_line_at(layout, l);
		gboolean told = is_told_by(layout, line, telling, most);

		for (guint i = 0; told && i < line->n; i++) {
			const ys_piece *piece = ys_layout_piece(layout, line, i);
			int from = MIN(piece->from[m], POSITIONS_MAX), to = MIN(piece->to[m], POSITIONS_MAX);

			memset(printed + from, 1, to - from);
		}
	}
	for (int at = 0; at < POSITIONS_MAX; at++) {
		column found = { at, at };

		while (printed[at])
			found.to = ++at;
		if (found.to > found.from)
			g_array_append_val(columns, found);
	}
	return columns;
}

/* The first and last column that the piece reaches; the nearest if it stands between two. */
static void columns_of(const GArray *columns, const ys_piece *piece, ys_measure m, guint *first, guint *last)
{
	guint n = columns->len, c = 0;

	while (c + 1 < n && g_array_index(columns, column, c).to <= piece->from[m])
		c++;
	*first = c;
	while (c + 1 < n && g_array_index(columns, column, c + 1).from < piece->to[m])
		c++;
	*last = c;
	if (*first == *last && *first && g_array_index(columns, column, c).from >= piece->to[m] &&
	    piece->from[m] - g_array_index(columns, column, c - 1).to <
		    g_array_index(columns, column, c).from - piece->to[m])
		*first = *last = c - 1;
}

/* No line prints in both: parts of one column, the amounts on the right and their head on the left. */
static void merge_parts(const ys_layout *layout, GArray *columns, ys_measure m)
{
	g_autofree guint8 *both = g_malloc0(columns->len + 1);
	guint kept = 0;

	for (guint l = 0; l < layout->lines->len; l++) {
		const ys_layout_line *line = ys_layout_line_at(layout, l);
		guint before = G_MAXUINT;

		for (guint i = 0; i < line->n; i++) {
			guint first, last;

			columns_of(columns, ys_layout_piece(layout, line, i), m, &first, &last);
			if (first && first - 1 == before)
				both[first] = 1;
			before = last;
		}
	}
	for (guint c = 1; c < columns->len; c++) {
		if (both[c])
			g_array_index(columns, column, ++kept) = g_array_index(columns, column, c);
		else
			g_array_index(columns, column, kept).to = g_array_index(columns, column, c).to;
	}
	g_array_set_size(columns, columns->len ? kept + 1 : 0);
}

static void put(ys_layout_grid *grid, ys_chunk *chunk, const ys_piece *piece)
{
	int width = piece->to[grid->measure] - piece->from[grid->measure];

	if (chunk->text) {
		/* a cell may have wide blanks in it, 合    计, but seldom has */
		grid->strays++;
		chunk->len = piece->text + piece->len - chunk->text;
		chunk->number = FALSE;
		return;
	}
	*chunk = (ys_chunk){ piece->text, piece->len, width, piece->number };
}

static void fill_line(ys_layout_grid *grid, const ys_layout *layout, guint l, const GArray *columns, gboolean head)
{
	const ys_layout_line *line = ys_layout_line_at(layout, l);

	for (guint i = 0; i < line->n; i++) {
		const ys_piece *piece = ys_layout_piece(layout, line, i);
		ys_chunk *chunk;
		guint first, last;

		columns_of(columns, piece, grid->measure, &first, &last);
		/* a head may span columns, prose must not */
		if (last > first && !head) {
			grid->strays++;
			if (line->n == 1)
				continue;
		}
		chunk = &grid->chunks[(gsize)l * grid->n_columns + first];
		put(grid, chunk, piece);
		if (first == last && !(head && chunk->width > grid->widths[first]))
			grid->widths[first] = MAX(grid->widths[first], chunk->width);
	}
}

static ys_layout_grid *grid_new(const ys_layout *layout, const GArray *columns, ys_measure m)
{
	ys_layout_grid *grid = g_new0(ys_layout_grid, 1);
	gboolean head = TRUE;

	grid->n_lines = layout->lines->len;
	grid->n_columns = columns->len;
	grid->measure = m;
	grid->chunks = g_new0(ys_chunk, (gsize)grid->n_lines * grid->n_columns);
	grid->widths = g_new0(int, grid->n_columns);
	for (guint l = 0; l < grid->n_lines; l++) {
		const ys_layout_line *line = ys_layout_line_at(layout, l);

		for (guint i = 0; i < line->n; i++)
			head &= !ys_layout_piece(layout, line, i)->number;
		fill_line(grid, layout, l, columns, head);
	}
	return grid;
}

void ys_layout_grid_free(ys_layout_grid *grid)
{
	if (!grid)
		return;
	g_free(grid->chunks);
	g_free(grid->widths);
	g_free(grid);
}

ys_layout_grid *ys_layout_columns(const ys_layout *layout)
{
	ys_layout_grid *best = NULL;

	for (telling telling = ALL; telling < N_TELLING; telling++)
		for (int m = 0; m < YS_N_MEASURES; m++) {
			g_autoptr(GArray) columns = printed_runs(layout, m, telling);
			ys_layout_grid *grid;

			if (columns->len > COLUMNS_MAX)
				continue;
			merge_parts(layout, columns, m);
			if (columns->len < 2)
				continue;
			grid = grid_new(layout, columns, m);
			if (!best || grid->strays < best->strays) {
				ys_layout_grid *worse = best;

				best = grid;
				grid = worse;
			}
			ys_layout_grid_free(grid);
		}
	return best;
}
