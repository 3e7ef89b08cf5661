#include "src/publication/figures/balance.h"

#include <string.h>

#include "src/publication/words/numbering.h"

GArray *ys_balance_sides(const ys_grid *grid)
{
	GArray *sides = g_array_new(FALSE, FALSE, sizeof(ys_side));
	ys_side side = { 0 };
	guint money = 0;
	gboolean open = FALSE;

	for (guint c = 0; c <= grid->width; c++) {
		gboolean begins = c < grid->width && grid->holds[c] == YS_CELLS_TEXT;

		if (c < grid->width && grid->holds[c] == YS_CELLS_MONEY)
			money++;
		if (!begins && c < grid->width)
			continue;
		side.n = money - side.first;
		if (open && side.n)
			g_array_append_val(sides, side);
		side = (ys_side){ c, money, 0 };
		open = TRUE;
	}
	return sides;
}

/* In brackets stands also what has no number: （境）. */
static gboolean is_part(const char *name)
{
	static const char *const marks[] = { "其中", "（", "(", "#", "＃" };

	for (gsize i = 0; i < G_N_ELEMENTS(marks); i++)
		if (g_str_has_prefix(name, marks[i]))
			return TRUE;
	return ys_number_at(name).kind > YS_NUMBER_HAN;
}

ys_balance_line ys_balance_line_of(const ys_grid *grid, const ys_side *side, guint row)
{
	const char *name = ys_row_cell(ys_grid_row(grid, row), side->name);
	ys_total total = ys_wording_total(name);

	if (!*name)
		return YS_LINE_NONE;
	if (total >= YS_TOTAL_OF_ALL)
		return total == YS_TOTAL_GRAND ? YS_LINE_GRAND : YS_LINE_YEAR;
	if (ys_number_at(name).kind == YS_NUMBER_HAN)
		return YS_LINE_ITEM;
	return is_part(name) ? YS_LINE_PART : YS_LINE_PLAIN;
}

void ys_balance_totals(const ys_grid *grid, const ys_side *side, guint *year, guint *grand)
{
	guint n = grid->table->rows->len;

	*year = *grand = n;
	for (guint r = 0; r < n; r++)
		switch (ys_balance_line_of(grid, side, r)) {
		case YS_LINE_YEAR:
			/* 本年收入合计, and in some tables 合计 for the whole below it */
			if (*year == n)
				*year = r;
			else
				*grand = r;
			break;
		case YS_LINE_GRAND:
			*grand = r;
			break;
		default:
			break;
		}
	if (*grand == n && *year < n &&
	    !g_str_has_prefix(ys_row_cell(ys_grid_row(grid, *year), side->name), "本年")) {
		*grand = *year;
		*year = n;
	}
}
