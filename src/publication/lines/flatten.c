/* Rows above the head are taken for captions as long as each has a single cell, or no cell but what is
 * furniture wherever it stands.  How many rows the head has is told by its spans: it reaches as far down
 * as any cell that begins in its first row, and a group is followed by what it groups. */
#include "src/publication/lines/flatten.h"

#include <string.h>

#include "src/amount.h"
#include "src/error.h"
#include "src/publication/words/wording.h"
#include "src/record.h"

/* Rows above a head, and of a head: none seen has more. */
#define CAPTIONS_MAX 10
#define HEAD_MAX 8
/* Characters of the longest cell of a head. */
#define HEAD_CELL_MAX 40
#define GROUP_MAX 20            /* of one over all columns */
/* Columns that lines are made of: a spreadsheet may be drawn wider than anything printed in it. */
#define COLUMNS_MAX 2000

typedef struct {
	ys_input *input;
	GString *text;
	GArray *begins;         /* of gsize: where each line begins in text */
	gboolean blank;         /* the last line is */
	gboolean titled;        /* the last text, but for furniture, was the title of a table */
} builder;

static guint add_spot(builder *b, const ys_spot *spot)
{
	const ys_spot *last = &g_array_index(b->input->spots, ys_spot, b->input->spots->len - 1);
	ys_spot own = *spot;

	if (last->page == spot->page && last->row == spot->row && !g_strcmp0(last->part, spot->part) &&
	    !g_strcmp0(last->sheet, spot->sheet))
		return b->input->spots->len - 1;
	own.part = spot->part ? g_string_chunk_insert_const(b->input->names, spot->part) : NULL;
	own.sheet = spot->sheet ? g_string_chunk_insert_const(b->input->names, spot->sheet) : NULL;
	g_array_append_val(b->input->spots, own);
	return b->input->spots->len - 1;
}

/* Begin a line; what is appended to b->text until end_line() is its text. */
static void begin_line(builder *b, const ys_spot *spot, ys_line_marks marks)
{
	ys_line line = { .marks = marks | YS_LINE_WHOLE, .spot = spot ? add_spot(b, spot) : 0 };

	g_array_append_val(b->begins, b->text->len);
	g_array_append_val(b->input->lines, line);
}

static void end_line(builder *b)
{
	gsize begin = g_array_index(b->begins, gsize, b->begins->len - 1);
	ys_line *line = &g_array_index(b->input->lines, ys_line, b->input->lines->len - 1);

	line->len = b->text->len - begin;
	b->blank = line->len == 0;
	g_string_append_c(b->text, '\n');
}

static void blank_line(builder *b)
{
	if (b->blank || !b->begins->len)
		return;
	begin_line(b, NULL, 0);
	end_line(b);
}

/* Tabs border cells, so there is none in the text of a cell or of a paragraph. */
static void append_plain(builder *b, const char *s, gsize len)
{
	for (gsize i = 0; i < len; i++)
		g_string_append_c(b->text, s[i] == '\n' || s[i] == '\t' ? ' ' : s[i]);
}

static gboolean names_a_table(const char *text)
{
	return g_str_has_suffix(text, "表") || ys_wording_table(text) != YS_TABLE_OTHER;
}

static void add_text(builder *b, const ys_spot *spot, const char *text)
{
	while (*text) {
		gsize len = strcspn(text, "\n");

		if (len) {
			begin_line(b, spot, 0);
			append_plain(b, text, len);
			end_line(b);
			if (!ys_wording_is_furniture(text) && !ys_unit_in(text))
				b->titled = names_a_table(text);
		}
		text += len + (text[len] == '\n');
	}
}

/* ---- tables ---- */

static const ys_original_row *row_at(const ys_original_table *table, guint r)
{
	return g_ptr_array_index(table->rows, r);
}

static const ys_original_cell *cell_at(const ys_original_row *row, guint c)
{
	return g_ptr_array_index(row->cells, c);
}

/* The only cell with something in it; NULL if there are more, or none. */
static const ys_original_cell *single_cell(const ys_original_row *row)
{
	const ys_original_cell *single = NULL;

	for (guint c = 0; c < row->cells->len; c++) {
		const ys_original_cell *cell = cell_at(row, c);

		if (!*cell->text)
			continue;
		if (single)
			return NULL;
		single = cell;
	}
	return single;
}

static gboolean is_blank(const ys_original_row *row)
{
	for (guint c = 0; c < row->cells->len; c++)
		if (*cell_at(row, c)->text)
			return FALSE;
	return TRUE;
}

static gboolean is_furniture(const ys_original_row *row)
{
	for (guint c = 0; c < row->cells->len; c++) {
		const char *text = cell_at(row, c)->text;

		if (*text && !ys_wording_is_furniture(text) && !ys_unit_in(text))
			return FALSE;
	}
	return !is_blank(row);
}

static gboolean is_caption(const ys_original_row *row)
{
	const ys_original_cell *single = single_cell(row);

	return single ? ys_amount_parse(single->text, YS_YUAN) == YS_AMOUNT_NONE : is_furniture(row);
}

static void add_cells_as_text(builder *b, const ys_original_row *row)
{
	for (guint c = 0; c < row->cells->len; c++)
		add_text(b, &row->spot, cell_at(row, c)->text);
}

static void add_caption(builder *b, const ys_original_row *row)
{
	const ys_original_cell *single = single_cell(row);

	add_cells_as_text(b, row);
	if (single && row->spot.sheet && !strcmp(single->text, row->spot.sheet))
		g_array_index(b->input->lines, ys_line, b->input->lines->len - 1).marks |= YS_LINE_CAPTION;
}

/* The rows above the head, which it may follow in row `first`; returns the row behind them.  A table
 * of such rows alone is text that somebody laid out in a grid. */
static guint skip_captions(const ys_original_table *table, guint first)
{
	guint r = first;

	while (r < table->rows->len && r < first + CAPTIONS_MAX &&
	       (is_blank(row_at(table, r)) || is_caption(row_at(table, r))))
		r++;
	return r;
}

static gboolean may_head(const ys_original_row *row)
{
	for (guint c = 0; c < row->cells->len; c++) {
		const char *text = cell_at(row, c)->text;

		if (ys_amount_parse(text, YS_YUAN) != YS_AMOUNT_NONE || g_utf8_strlen(text, -1) > HEAD_CELL_MAX)
			return FALSE;
	}
	return TRUE;
}

static gboolean has_group(const ys_original_row *row)
{
	for (guint c = 0; c < row->cells->len; c++)
		if (cell_at(row, c)->width > 1 && *cell_at(row, c)->text)
			return TRUE;
	return FALSE;
}

/* The row behind the head that begins in row first; first if its spans tell nothing. */
static guint head_end(const ys_original_table *table, guint first)
{
	guint end = first + 1;

	for (guint r = first; r < end && r < table->rows->len; r++) {
		const ys_original_row *row = row_at(table, r);

		if (r >= first + HEAD_MAX || !may_head(row))
			return first;
		if (row->head)
			end = MAX(end, r + 1);
		for (guint c = 0; c < row->cells->len; c++)
			end = MAX(end, r + cell_at(row, c)->height);
		if (r + 1 == end && (has_group(row) || (end < table->rows->len && row_at(table, end)->head)))
			end++;
	}
	return end > first + 1 && end < table->rows->len ? end : first;
}

/* A cell over all columns right above a head of several rows: below the title of the table it can be none, and is a
 * group of all of them. */
static gboolean groups_all(const builder *b, const ys_original_table *table, guint first, guint head)
{
	const ys_original_cell *single = head > first ? single_cell(row_at(table, head - 1)) : NULL;
	gboolean titled = b->titled;

	if (!single || single->width < table->n_columns || names_a_table(single->text) ||
	    is_furniture(row_at(table, head - 1)) || g_utf8_strlen(single->text, -1) > GROUP_MAX ||
	    head_end(table, head) == head)
		return FALSE;
	for (guint r = first; r + 1 < head; r++)
		titled |= single_cell(row_at(table, r)) && names_a_table(single_cell(row_at(table, r))->text);
	return titled;
}

static gboolean is_under(const ys_original_cell *cell, const ys_original_cell *group)
{
	return cell->column >= group->column && cell->column < group->column + group->width;
}

/* Below the group the row has heads, and else nothing but that it is the total. */
static gboolean heads_and_total(const ys_original_row *row, const ys_original_cell *group)
{
	guint heads = 0;

	for (guint c = 0; c < row->cells->len; c++) {
		const ys_original_cell *cell = cell_at(row, c);

		if (is_under(cell, group) ? ys_wording_column(cell->text) == YS_COLUMN_OTHER
					  : *cell->text && ys_wording_total(cell->text) < YS_TOTAL_OF_ALL)
			return FALSE;
		heads += is_under(cell, group);
	}
	return heads > 1;
}

/* A group of the head [head, end) below which nothing of it stands, but in the row behind it: accounts print 合计
 * there, in the row of the last heads. */
static const ys_original_cell *bare_group(const ys_original_table *table, guint head, guint end)
{
	const ys_original_cell *group = NULL;

	for (guint r = head; r < end; r++)
		for (guint c = 0; c < row_at(table, r)->cells->len; c++) {
			const ys_original_cell *cell = cell_at(row_at(table, r), c);

			if (group && is_under(cell, group) && r > head)
				group = NULL;
			else if (r + 1 < end && cell->width > 1 && *cell->text)
				group = cell;
		}
	return group && heads_and_total(row_at(table, end), group) ? group : NULL;
}

typedef enum { WHOLE, UNDER_GROUP, BESIDE_GROUP } row_part;

/* The text of each column of a row, or of some; what a cell spans is empty, or, in a head, has its text too. */
static void add_part(builder *b, const ys_original_row *row, ys_line_marks marks, const ys_original_cell *group,
		     row_part part)
{
	guint column = 0;

	begin_line(b, &row->spot, marks);
	for (guint c = 0; c < row->cells->len; c++) {
		const ys_original_cell *cell = cell_at(row, c);
		gboolean drawn_out = marks & YS_LINE_HEAD;
		guint end = MIN(drawn_out ? cell->column + cell->width : cell->column + 1, COLUMNS_MAX);

		for (guint k = cell->column; k < end; k++) {
			for (; column < k; column++)
				g_string_append_c(b->text, '\t');
			if (part == WHOLE || (part == UNDER_GROUP) == is_under(cell, group))
				append_plain(b, cell->text, strlen(cell->text));
		}
	}
	/* a row of a single column is one all the same */
	if (!column)
		g_string_append_c(b->text, '\t');
	end_line(b);
}

static void add_row(builder *b, const ys_original_row *row, ys_line_marks marks)
{
	add_part(b, row, marks, NULL, WHOLE);
}

static ys_line_marks marks_of(const ys_original_row *row)
{
	ys_line_marks marks = row->begins_page ? YS_LINE_BEGINS_PAGE : 0;

	for (guint c = 0; c < row->cells->len; c++)
		if (cell_at(row, c)->full)
			marks |= YS_LINE_FULL;
	return marks;
}

/* Behind the last row with an amount: 注：... in one cell over all columns. */
static gboolean is_note(const ys_original_table *table, const ys_original_row *row)
{
	const ys_original_cell *single = single_cell(row);

	return single && single->width >= table->n_columns && table->n_columns > 1 &&
	       ys_amount_parse(single->text, YS_YUAN) == YS_AMOUNT_NONE;
}

/* A title in one cell over all columns, with a table of its own below it. */
static gboolean begins_another(const ys_original_table *table, const ys_original_row *row)
{
	return is_note(table, row) && ys_wording_table(single_cell(row)->text);
}

/* The same row; the end of a text may be cut off where a cell is too low for it. */
static gboolean is_same_row(const ys_original_row *a, const ys_original_row *b)
{
	if (a->cells->len != b->cells->len)
		return FALSE;
	for (guint c = 0; c < a->cells->len; c++) {
		const char *whole = cell_at(a, c)->text, *text = cell_at(b, c)->text;

		if (cell_at(a, c)->column != cell_at(b, c)->column || !g_str_has_prefix(whole, text) || (*whole && !*text))
			return FALSE;
	}
	return TRUE;
}

/* The rows [head, end) stand again from row r on, as on the top of each page. */
static gboolean repeats_head(const ys_original_table *table, guint head, guint end, guint r)
{
	if (r < end || head == end || end - head > table->rows->len - r)
		return FALSE;
	for (guint i = 0; i < end - head; i++)
		if (!is_same_row(row_at(table, head + i), row_at(table, r + i)))
			return FALSE;
	return TRUE;
}

/* Half of it is of the head. */
static void add_split_row(builder *b, const ys_original_row *row, ys_line_marks marks, const ys_original_cell *group)
{
	add_part(b, row, marks | YS_LINE_HEAD, group, UNDER_GROUP);
	add_part(b, row, marks, group, BESIDE_GROUP);
}

/* The rows from first up to where another table begins in the same grid; returns that row. */
static guint add_one_table(builder *b, const ys_original_table *table, guint first)
{
	guint head = skip_captions(table, first), end, r;
	const ys_original_cell *bare;
	ys_line_marks page = 0;

	blank_line(b);
	head -= groups_all(b, table, first, head);
	for (r = first; r < head; r++)
		add_caption(b, row_at(table, r));
	if (head == table->rows->len || table->n_columns == 1)
		return head;
	end = head_end(table, head);
	bare = bare_group(table, head, end);
	for (r = head; r < table->rows->len && (r == head || !begins_another(table, row_at(table, r))); r++) {
		const ys_original_row *row = row_at(table, r);
		ys_line_marks marks = marks_of(row) | page | (r == head ? YS_LINE_BEGINS_TABLE : 0);

		if (repeats_head(table, head, end, r)) {
			r += end - head - 1;
			page = YS_LINE_BEGINS_PAGE;
			continue;
		}
		page = 0;
		if (r < end)
			add_row(b, row, marks | YS_LINE_HEAD);
		else if (r == end && bare)
			add_split_row(b, row, marks, bare);
		else if (is_note(table, row) && r > head)
			add_cells_as_text(b, row);
		else if (!is_blank(row))
			add_row(b, row, marks);
	}
	return r;
}

static void add_table(builder *b, const ys_original_table *table)
{
	for (guint r = 0; r < table->rows->len;) {
		guint next = add_one_table(b, table, r);

		/* a grid of one column is text */
		for (; table->n_columns == 1 && next < table->rows->len; next++)
			add_cells_as_text(b, row_at(table, next));
		r = next;
	}
	blank_line(b);
}

/* ---- the whole ---- */

static void add_elements(builder *b, const ys_original *original)
{
	for (guint i = 0; i < original->elements->len; i++) {
		const ys_element *element = g_ptr_array_index(original->elements, i);

		if (element->kind == YS_ELEMENT_TEXT)
			add_text(b, &element->spot, element->text);
		else if (element->kind == YS_ELEMENT_TABLE)
			add_table(b, element->table);
	}
}

/* What the page says of itself comes first, unless the text begins with it. */
static void add_title(builder *b, const ys_original *original)
{
	ys_spot nowhere = { NULL, NULL, 0, 0 };
	const ys_element *first = original->elements->len ? g_ptr_array_index(original->elements, 0) : NULL;

	if (original->title && *original->title && (!first || g_strcmp0(first->text, original->title)))
		add_text(b, &nowhere, original->title);
	blank_line(b);
}

static void add_warnings(ys_input *input, const ys_original *original)
{
	for (guint i = 0; i < original->remarks->len; i++) {
		const ys_original_remark *remark = g_ptr_array_index(original->remarks, i);
		ys_warning *warning = ys_warning_new(remark->code, 0, "%s", remark->message);

		warning->page = remark->spot.page;
		g_ptr_array_add(input->warnings, warning);
	}
}

static void settle_lines(builder *b)
{
	b->input->text = g_string_free(b->text, FALSE);
	for (guint i = 0; i < b->input->lines->len; i++)
		g_array_index(b->input->lines, ys_line, i).text =
			b->input->text + g_array_index(b->begins, gsize, i);
	g_array_unref(b->begins);
}

ys_input *ys_input_of_original(const ys_original *original, GError **error)
{
	g_autoptr(ys_input) input = ys_input_new_empty(original->format);
	builder b = { input, g_string_new(NULL), g_array_new(FALSE, FALSE, sizeof(gsize)), TRUE, FALSE };

	input->published = g_strdup(original->published);
	add_title(&b, original);
	add_elements(&b, original);
	for (guint i = 0; i < original->members->len; i++)
		add_elements(&b, g_ptr_array_index(original->members, i));
	add_warnings(input, original);
	for (guint i = 0; i < original->members->len; i++)
		add_warnings(input, g_ptr_array_index(original->members, i));
	settle_lines(&b);
	if (!input->lines->len) {
		g_set_error(error, YS_ERROR, YS_ERROR_PUBLICATION, "nothing is printed in it");
		return NULL;
	}
	return g_steal_pointer(&input);
}
