/* Row by row, each with the one above it.  A row goes on with that if its shape says so: nothing in
 * front where the other had something, or a name without amount at the top of a page.  Digits complete
 * digits only where the row above ends in too few of them, or where its sum comes out right only so.
 * Where a number is torn, so that neither half is one and both together are, all of the row is.
 * What was put together is warned of. */
#include "src/publication/tables/join.h"

#include <string.h>

#include "src/publication/tables/indicator.h"
#include "src/publication/tables/shift.h"
#include "src/publication/words/numbering.h"
#include "src/publication/words/wording.h"

/* No cell runs over more pages than this; more rows stay rows of their own, so that joining
 * takes linear time on any input. */
#define JOIN_MAX 64

/* What a row that may go on with the one above looks like. */
typedef struct {
	gboolean name;          /* has a name */
	gboolean amounts;       /* has a readable amount, or money in whatever column */
	gboolean digits;        /* has a few digits in an amount column: the rest of a number */
	gboolean text;          /* has text in another column */
} row_shape;

/* The second half of a number: at most "30.02" without its first digits, so no thousands
 * comma. */
static gboolean is_number_tail(const char *cell)
{
	gsize len = strlen(cell);

	return len && len <= 4 && strspn(cell, "0123456789.") == len;
}

/* A number that stops too early: 2,530.0 or 2,530. where two places are printed. */
static gboolean is_number_head(const char *cell)
{
	const char *point = strrchr(cell, '.');

	return point && strlen(point) < 3 && strspn(cell, "0123456789,.") == strlen(cell);
}

/* 1,530.06: with two places behind the point, as no number within a text is that a line begins with. */
static gboolean is_money(const char *cell)
{
	const char *point = strrchr(cell, '.');

	return point && strlen(point) == 3 && ys_amount_parse(cell, YS_YUAN) != YS_AMOUNT_NONE;
}

/* In a table of purchases the column of units holds the names of the rows above the items. */
static gboolean lists_items(const ys_table *table)
{
	return ys_table_column(table, YS_COLUMN_ITEM) >= 0 ||
	       ys_table_column(table, YS_COLUMN_CATALOGUE) >= 0;
}

static row_shape shape_of(const ys_table *table, const ys_row *row)
{
	row_shape shape = { FALSE, FALSE, FALSE, FALSE };

	for (guint i = 0; i < row->cells->len && i < table->columns->len; i++) {
		const char *cell = ys_row_cell(row, i);
		ys_column_meaning meaning = ys_table_head(table, i)->meaning;

		if (!*cell)
			continue;
		if (meaning == YS_COLUMN_NAME || meaning == YS_COLUMN_CODE ||
		    (meaning == YS_COLUMN_UNIT_NAME && lists_items(table)))
			shape.name = TRUE;
		else if (!ys_column_is_amount(meaning) && !is_money(cell))
			shape.text = TRUE;
		else if (is_number_tail(cell) && !strchr(cell, '.'))
			shape.digits = TRUE;
		else
			shape.amounts = TRUE;
	}
	return shape;
}

/* Every run of digits in the row completes a number cut off in the row above. */
static gboolean completes_numbers(const ys_table *table, const ys_row *above, const ys_row *row)
{
	for (guint i = 0; i < row->cells->len && i < table->columns->len; i++) {
		const char *tail = ys_row_cell(row, i);

		if (!*tail || !ys_column_is_amount(ys_table_head(table, i)->meaning))
			continue;
		if (!is_number_tail(tail) || !is_number_head(ys_row_cell(above, i)))
			return FALSE;
	}
	return TRUE;
}

/* 2,53 and 0.02, 0. and 00: both together are money, and the first is not. */
static gboolean is_torn(const char *head, const char *tail)
{
	static const char figures[] = "0123456789,.";
	g_autofree char *whole = g_strconcat(head, tail, NULL);

	return *head && *tail && strspn(whole, figures) == strlen(whole) && is_money(whole) && !is_money(head);
}

/* A number in the last row of a page and one in the first of the next are torn, and none is whole in both. */
static gboolean completes_row(const ys_table *table, const ys_row *above, const ys_row *row)
{
	guint torn = 0;

	for (guint i = 0; i < row->cells->len && i < table->columns->len; i++) {
		const char *head = ys_row_cell(above, i), *tail = ys_row_cell(row, i);

		if (is_torn(head, tail))
			torn++;
		else if (is_money(tail) || (is_money(head) && is_number_tail(tail)))
			return FALSE;
	}
	return row->after_break && torn >= 1;
}

typedef enum {
	NOT_KNOWN,              /* total or parts are not printed, or not readable */
	ADDS_UP,
	DIFFERS
} row_sum;

/* Whether the total of above is the sum of its sources of money, when each cell is read
 * together with that of row (NULL: by itself). */
static row_sum sum_of_row(const ys_table *table, const ys_row *above, const ys_row *row)
{
	int total_column = ys_table_column(table, YS_COLUMN_TOTAL);
	ys_amount sum = 0, total = YS_AMOUNT_NONE;
	guint parts = 0;

	for (guint i = 0; i < table->columns->len && i < above->cells->len; i++) {
		ys_column_meaning meaning = ys_table_head(table, i)->meaning;
		g_autofree char *cell = NULL;
		ys_amount amount;

		if ((int)i != total_column && (meaning < YS_COLUMN_GPB || meaning > YS_COLUMN_CARRY))
			continue;
		cell = g_strconcat(ys_row_cell(above, i), row ? ys_row_cell(row, i) : "", NULL);
		if (!*cell)
			continue;
		amount = ys_amount_parse(cell, YS_WAN);
		if (amount == YS_AMOUNT_NONE)
			return NOT_KNOWN;
		if ((int)i == total_column)
			total = amount;
		else if (__builtin_add_overflow(sum, amount, &sum))
			return NOT_KNOWN;
		else
			parts++;
	}
	if (!parts || total == YS_AMOUNT_NONE)
		return NOT_KNOWN;
	return sum == total ? ADDS_UP : DIFFERS;
}

/* Numbers cut where it does not show, 1,53 and 0.06: only together does the row add up. */
static gboolean completes_sum(const ys_table *table, const ys_row *above, const ys_row *row)
{
	for (guint i = 0; i < row->cells->len && i < table->columns->len; i++)
		if (*ys_row_cell(row, i) && ys_column_is_amount(ys_table_head(table, i)->meaning) &&
		    !is_number_tail(ys_row_cell(row, i)))
			return FALSE;
	return row->after_break && sum_of_row(table, above, NULL) != ADDS_UP &&
	       sum_of_row(table, above, row) == ADDS_UP;
}

/* All that the row has is a name without the code that the one above has. */
static gboolean lacks_code(const ys_table *table, const ys_row *above, const ys_row *row)
{
	int code = ys_table_column(table, YS_COLUMN_CODE), name = ys_table_column(table, YS_COLUMN_NAME);

	if (code < 0 || name < 0 || !*ys_row_cell(above, code) || !*ys_row_cell(above, name) ||
	    ys_number_at(ys_row_cell(row, name)).kind != YS_NUMBER_NONE)
		return FALSE;
	for (guint i = 0; i < row->cells->len; i++)
		if ((int)i != name && *ys_row_cell(row, i))
			return FALSE;
	return TRUE;
}

/* A row whose name goes on with the one above (phenomenon 51) has no amount of its own and
 * opens a page; and the table is one that prints text beside its amounts or codes beside its names, or the
 * cell above has no room for more.  Elsewhere a name without amounts is a heading of the table. */
static gboolean continues_name(const ys_table *table, const ys_row *above, const ys_row *row, const row_shape *shape)
{
	if (!row->after_break || !shape->name || shape->amounts || shape->digits)
		return FALSE;
	return shape->text || ys_table_column(table, YS_COLUMN_GOAL) >= 0 || lacks_code(table, above, row) ||
	       (above->full && shape_of(table, above).amounts);
}

static void append_cells(ys_row *above, const ys_row *row)
{
	for (guint i = 0; i < row->cells->len; i++)
		if (*ys_row_cell(row, i))
			ys_row_set_cell(above, i, g_strconcat(ys_row_cell(above, i), ys_row_cell(row, i), NULL));
	g_array_append_vals(above->lines, row->lines->data, row->lines->len);
}

static void warn(ys_table *table, const char *code, const char *what, const ys_row *above, const ys_row *row)
{
	int first = g_array_index(above->lines, int, 0), second = g_array_index(row->lines, int, 0);

	g_ptr_array_add(table->warnings,
			ys_warning_new(code, first, "%s was put together from lines %d and %d", what, first, second));
}

static gboolean ends_sentence(const char *text)
{
	return g_str_has_suffix(text, "。") || g_str_has_suffix(text, "；") || g_str_has_suffix(text, ";");
}

/* The first half of a text stands above its own name (phenomenon 55): a nameless row at the
 * end of a page, below a text that is complete, and itself not complete; the first row of
 * the next page has the name.  It goes over to that row. */
static gboolean opens_next(const ys_table *table, const ys_row *above, const ys_row *row, ys_row *next)
{
	row_shape shape = shape_of(table, row), below = shape_of(table, next);

	if (row->after_break || !next->after_break || shape.name || shape.amounts || shape.digits || !below.name ||
	    !below.amounts)
		return FALSE;
	for (guint i = 0; i < row->cells->len; i++) {
		const char *cell = ys_row_cell(row, i);

		if (*cell && (ends_sentence(cell) || !ends_sentence(ys_row_cell(above, i))))
			return FALSE;
	}
	for (guint i = 0; i < row->cells->len; i++)
		if (*ys_row_cell(row, i))
			ys_row_set_cell(next, i, g_strconcat(ys_row_cell(row, i), ys_row_cell(next, i), NULL));
	g_array_prepend_vals(next->lines, row->lines->data, row->lines->len);
	return TRUE;
}

/* 合计 in whatever column, as tables print it that are empty else. */
static gboolean begins_with_total(const ys_row *row)
{
	for (guint i = 0; i < row->cells->len; i++)
		if (*ys_row_cell(row, i))
			return ys_wording_total(ys_row_cell(row, i)) >= YS_TOTAL_OF_ALL;
	return FALSE;
}

/* Try to join row to the one above; TRUE if done. */
static gboolean join(ys_table *table, ys_row *above, const ys_row *row)
{
	row_shape shape = shape_of(table, row);

	if (above->lines->len >= JOIN_MAX || begins_with_total(row))
		return FALSE;
	if (!shape.name && !shape.amounts && !shape.digits && shape.text) {
		ys_shift_to(table, above, row);
		append_cells(above, row);
		return TRUE;
	}
	if (completes_row(table, above, row) ||
	    (!shape.name && (shape.amounts || shape.digits) &&
	     ((!shape.amounts && completes_numbers(table, above, row)) || completes_sum(table, above, row)))) {
		warn(table, "number-rebuilt", "a number cut by a page break", above, row);
		if (sum_of_row(table, above, row) == DIFFERS)
			warn(table, "number-doubtful", "a total unlike the sum of its parts", above, row);
		append_cells(above, row);
		return TRUE;
	}
	if (continues_name(table, above, row, &shape)) {
		warn(table, "name-rebuilt", "a name cut by a page break", above, row);
		append_cells(above, row);
		return TRUE;
	}
	return FALSE;
}

/* Without a name and an amount column little tells a continuation: in a table of indicators an empty first cell is a
 * row of its own. */
static gboolean names_amounts(const ys_table *table)
{
	return (ys_table_column(table, YS_COLUMN_NAME) >= 0 || lists_items(table)) && ys_table_heads_money(table) &&
	       !ys_table_lists_indicators(table);
}

/* A sentence goes on at the top of a page: it is all that the row has, and the cell above, which is in the middle of
 * it, has no room for more. */
static gboolean continues_sentence(const ys_row *above, const ys_row *row)
{
	guint filled = 0, others = 0;

	if (!row->after_break || !above->full || above->lines->len >= JOIN_MAX)
		return FALSE;
	for (guint i = 0; i < row->cells->len; i++) {
		const char *head = ys_row_cell(above, i), *tail = ys_row_cell(row, i);

		others += !*tail && *head;
		if (!*tail)
			continue;
		if (filled++ || !*head || ends_sentence(head) || ys_amount_parse(tail, YS_YUAN) != YS_AMOUNT_NONE)
			return FALSE;
	}
	return filled && others;
}

/* Whether row, or with what follows it, is part of one beside it, and was put together with that. */
static gboolean goes_with(ys_table *table, ys_row *above, const ys_row *row, ys_row *next, gboolean named)
{
	if (named)
		return (next && opens_next(table, above, row, next)) || join(table, above, row);
	if (!continues_sentence(above, row))
		return FALSE;
	append_cells(above, row);
	return TRUE;
}

void ys_join_rows(ys_table *table)
{
	const gboolean named = names_amounts(table);
	guint kept = 0;

	for (guint i = 0; i < table->rows->len; i++) {
		ys_row *row = g_ptr_array_index(table->rows, i);
		ys_row *next = i + 1 < table->rows->len ? g_ptr_array_index(table->rows, i + 1) : NULL;

		table->rows->pdata[i] = NULL;
		if (kept && goes_with(table, g_ptr_array_index(table->rows, kept - 1), row, next, named))
			ys_row_free(row);
		else
			table->rows->pdata[kept++] = row;
	}
	g_ptr_array_set_size(table->rows, kept);
}
