/* A cell that is too wide for its column goes on in the next line, and cells of fewer lines stand in the
 * middle of the row, or on top of it.  A line that fills its column is likely to go on below, one that
 * does not is not; two lines with numbers in columns of numbers are two rows.  Each way to cut the lines
 * into rows costs what it leaves unexplained, and the cheapest is taken. */
#include <string.h>

#include "src/publication/lines/text_layout.h"
#include "src/publication/words/clean.h"
#include "src/publication/words/wording.h"

/* Lines of the highest row, and of a head. */
#define HEIGHT_MAX 80
#define HEAD_LINES 8
/* What it costs: to part text that seems to go on; to join text that does not, or lines that have no
 * column in common; a blank line in a row, where rows have blank lines between them and where not; the
 * lack of one between rows; a line missing in a cell; a cell that is a line too high or too low. */
#define COST_PART 2
#define COST_JOIN 3
#define COST_APART 1
#define COST_BLANK_SPACED 6
#define COST_BLANK 2
#define COST_NO_BLANK 8
#define COST_HOLE 4
#define COST_OFF 1
/* No row is so bad. */
#define COST_ROW_MAX 24

typedef struct {
	const ys_layout *layout;
	const ys_layout_grid *grid;
	gboolean *anchors;      /* of each line: it has a number in a column of numbers */
	int *part, *join;       /* the cost of a border, and of none, below each line */
	gboolean centred;
} cutter;

static const ys_chunk *chunk_at(const cutter *k, guint line, guint column)
{
	return &k->grid->chunks[(gsize)line * k->grid->n_columns + column];
}

static gboolean is_column_of_numbers(const cutter *k, guint column)
{
	guint filled = 0, numbers = 0;

	for (guint l = 0; l < k->grid->n_lines; l++) {
		filled += chunk_at(k, l, column)->text != NULL;
		numbers += chunk_at(k, l, column)->number;
	}
	return numbers >= 2 && numbers * 2 >= filled;
}

static void find_anchors(cutter *k)
{
	for (guint c = 0; c < k->grid->n_columns; c++)
		if (is_column_of_numbers(k, c))
			for (guint l = 0; l < k->grid->n_lines; l++)
				k->anchors[l] |= chunk_at(k, l, c)->number;
}

/* The next character would not have fitted, behind a blank that the end of the line hides. */
static gboolean is_full(const cutter *k, const ys_chunk *chunk, guint column)
{
	return chunk->width + (k->grid->measure == YS_BY_WIDTH ? 2 : 1) >= k->grid->widths[column];
}

static gboolean is_head_word(const ys_chunk *chunk)
{
	g_autofree char *text = ys_clean(chunk->text, chunk->len);

	return ys_wording_column(text) != YS_COLUMN_OTHER;
}

/* A head goes on in the next line if only both together are one that is known. */
static gboolean head_goes_on(const ys_chunk *above, const ys_chunk *below)
{
	g_autofree char *first = ys_clean(above->text, above->len), *second = ys_clean(below->text, below->len);
	g_autofree char *both = g_strconcat(first, second, NULL);

	return ys_wording_column(first) == YS_COLUMN_OTHER && ys_wording_column(both) != YS_COLUMN_OTHER;
}

/* Between nearly all lines with numbers stands a blank one; where there are none, it tells little that
 * some lines are blank. */
static gboolean is_spaced(const cutter *k)
{
	guint pairs = 0, spaced = 0, blanks = 0;
	gboolean below = FALSE;

	for (guint l = 0; l < k->grid->n_lines; l++) {
		blanks += ys_layout_line_at(k->layout, l)->blanks > 0;
		if (!k->anchors[l])
			continue;
		pairs += below;
		spaced += below && blanks;
		below = TRUE;
		blanks = 0;
	}
	return pairs ? spaced * 10 >= pairs * 9 : !below && blanks * 3 >= k->grid->n_lines;
}

static void weigh_border(cutter *k, guint line, gboolean in_head, gboolean spaced)
{
	guint blanks = ys_layout_line_at(k->layout, line + 1)->blanks;
	int on = 0, off = 0;

	for (guint c = 0; c < k->grid->n_columns; c++) {
		const ys_chunk *above = chunk_at(k, line, c), *below = chunk_at(k, line + 1, c);

		if (!above->text || !below->text)
			continue;
		if (in_head && head_goes_on(above, below))
			on += 2;
		else if (above->number || below->number || !is_full(k, above, c) ||
			 (in_head && is_head_word(above) && is_head_word(below)))
			off++;
		else
			on++;
	}
	k->part[line] = COST_PART * MAX(on - off, 0) + (spaced && !blanks ? COST_NO_BLANK : 0);
	k->join[line] = COST_JOIN * off + (on ? 0 : COST_APART) +
			(!blanks ? 0 : spaced ? COST_BLANK_SPACED : COST_BLANK);
}

static void weigh_borders(cutter *k)
{
	gboolean spaced = is_spaced(k), head = TRUE;

	for (guint l = 0; l + 1 < k->grid->n_lines; l++) {
		head &= !k->anchors[l] && l < HEAD_LINES;
		weigh_border(k, l, head && !k->anchors[l + 1], spaced);
	}
}

/* The lines of each column's cell in a row that begins in line `first`. */
typedef struct {
	guint first, last, n;
} cell_lines;

static int cost_of_cells(const cutter *k, const cell_lines *cells, guint first, guint height)
{
	int cost = 0;

	for (guint c = 0; c < k->grid->n_columns; c++) {
		guint n = cells[c].last - cells[c].first + 1;
		int above = cells[c].first - first, below = height - above - n;

		if (!cells[c].n)
			continue;
		cost += COST_HOLE * (n - cells[c].n);
		cost += COST_OFF * (k->centred ? MAX(ABS(below - above) - 1, 0) + (above > below) : above);
	}
	return cost;
}

/* The cheapest way to rows: from[i] is the first line of the row whose last is i - 1.  Returns its cost. */
static int cut(const cutter *k, guint *from)
{
	guint n = k->grid->n_lines, columns = k->grid->n_columns;
	g_autofree int *best = g_new(int, n + 1);
	g_autofree cell_lines *cells = g_new(cell_lines, columns);

	best[0] = 0;
	for (guint end = 1; end <= n; end++) {
		guint anchors = 0;
		int inside = 0;

		best[end] = G_MAXINT;
		memset(cells, 0, columns * sizeof *cells);
		for (guint first = end; first-- > 0 && end - first <= HEIGHT_MAX;) {
			int cost;

			anchors += k->anchors[first];
			inside += first + 1 < end ? k->join[first] : 0;
			if (anchors > 1 || inside > COST_ROW_MAX)
				break;
			for (guint c = 0; c < columns; c++)
				if (chunk_at(k, first, c)->text) {
					cells[c].first = first;
					cells[c].last = cells[c].n++ ? cells[c].last : first;
				}
			cost = best[first] + inside + (first ? k->part[first - 1] : 0) +
			       cost_of_cells(k, cells, first, end - first);
			if (cost < best[end]) {
				best[end] = cost;
				from[end] = first;
			}
		}
	}
	return best[n];
}

static void add_row(GPtrArray *rows, const cutter *k, guint first, guint end)
{
	ys_text_row *row = ys_text_rows_add(rows, ys_layout_line_at(k->layout, first)->number,
					    ys_layout_line_at(k->layout, end - 1)->number);
	g_autoptr(GString) cell = g_string_new(NULL);

	for (guint c = 0; c < k->grid->n_columns; c++) {
		g_string_truncate(cell, 0);
		for (guint l = first; l < end; l++)
			g_string_append_len(cell, chunk_at(k, l, c)->text, chunk_at(k, l, c)->len);
		ys_text_row_take(row, cell->str, cell->len);
	}
}

GPtrArray *ys_layout_rows_of(const ys_layout *layout, const ys_layout_grid *grid)
{
	guint n = grid->n_lines;
	g_autofree gboolean *anchors = g_new0(gboolean, n);
	g_autofree int *part = g_new0(int, n), *join = g_new0(int, n);
	g_autofree guint *centred = g_new0(guint, n + 1), *on_top = g_new0(guint, n + 1);
	cutter k = { layout, grid, anchors, part, join, TRUE };
	GPtrArray *rows = ys_text_rows_new();
	g_autoptr(GArray) borders = g_array_new(FALSE, FALSE, sizeof(guint));
	const guint *from;
	int cost;

	find_anchors(&k);
	weigh_borders(&k);
	cost = cut(&k, centred);
	k.centred = FALSE;
	from = cost <= cut(&k, on_top) ? centred : on_top;
	for (guint end = n; end; end = from[end])
		g_array_append_val(borders, end);
	for (guint i = borders->len, first = 0; i-- > 0; first = g_array_index(borders, guint, i))
		add_row(rows, &k, first, g_array_index(borders, guint, i));
	return rows;
}
