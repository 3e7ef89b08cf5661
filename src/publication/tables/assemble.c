/* Blocks go by in their order; a caption, the line with the unit and the heading are kept until rows
 * come.  A run of rows is a fragment: what is furniture and header of it is told, and it goes on with
 * the open table or opens another. A note or paragraph closes the table to what does not repeat its
 * header, a heading to all.  When no block is left each table is finished: its margin goes, its header
 * becomes columns, rows cut by a page break are joined. Titles come last, as those that are missing are
 * told by what is left over. */
#include "src/publication/tables/assemble.h"

#include <string.h>

#include "src/publication/tables/code_columns.h"
#include "src/publication/tables/form_shape.h"
#include "src/publication/tables/header.h"
#include "src/publication/tables/indicator.h"
#include "src/publication/tables/join.h"
#include "src/publication/tables/page_labels.h"
#include "src/publication/tables/shift.h"
#include "src/publication/tables/title_of_table.h"
#include "src/publication/words/clean.h"
#include "src/text/key.h"

/* No table has more columns; what a line prints beyond them is one cell. */
#define CELLS_MAX 1000000

/* Headers say the same if they have so many percent in common: OCR reads some better.  The
 * same caption above them says most already. */
#define LIKE_ALONE 60
#define LIKE_BELOW_CAPTION 40

/* What is known while the blocks go by. */
typedef struct {
	const ys_input *input;
	GPtrArray *tables;
	ys_table *open;         /* the last table, as long as it may go on */
	GPtrArray *heads;       /* the filled cells of its header; NULL before they are needed */
	ys_row *numbers;        /* the row of column numbers below its header; NULL */
	char *caption;          /* above the rows to come; NULL */
	char *unit_line;        /* 单位：万元 above the rows to come; NULL */
	char *section;          /* the last heading, without its number; NULL */
	gboolean ended;         /* a note or paragraph stands since the last rows */
} assembler;

/* Most cells are numbers; those need no cleaning. */
static char *clean_cell(const char *s, gsize len)
{
	for (gsize i = 0; i < len; i++)
		if (!g_ascii_isdigit(s[i]) && s[i] != '.' && s[i] != ',')
			return ys_clean_paragraphs(s, len);
	return g_strndup(s, len);
}

static ys_row *row_new(const ys_line *line, int number)
{
	ys_row *row = ys_row_new(number);
	char border = memchr(line->text, '\t', line->len) ? '\t' : '|';
	const char *p = line->text, *end = p + line->len;

	row->head = line->marks & YS_LINE_HEAD;
	row->full = line->marks & YS_LINE_FULL;
	row->after_break = line->marks & YS_LINE_BEGINS_PAGE;
	if (border == '|') {
		/* | a | b |: the outer bars border nothing */
		p++;
		while (end > p && g_ascii_isspace(end[-1]))
			end--;
		if (end > p && end[-1] == '|')
			end--;
	}
	for (;;) {
		const char *next = row->cells->len < CELLS_MAX ? memchr(p, border, end - p) : NULL;
		gsize len = (next ? next : end) - p;

		ys_cells_add(row->cells, len ? clean_cell(p, len) : NULL);
		if (!next)
			break;
		p = next + 1;
	}
	return row;
}

/* |---|:--:|, ----⇥------: ruled lines, no data (phenomenon 38). */
static gboolean is_rule(const ys_row *row)
{
	gboolean dashes = FALSE;

	for (guint i = 0; i < row->cells->len; i++) {
		const char *cell = ys_row_cell(row, i);

		if (strspn(cell, "-: ·") != strlen(cell))
			return FALSE;
		dashes |= strstr(cell, "--") != NULL;
	}
	return dashes;
}

static gboolean is_empty(const ys_row *row)
{
	for (guint i = 0; i < row->cells->len; i++)
		if (*ys_row_cell(row, i))
			return FALSE;
	return TRUE;
}

static GPtrArray *fragment_rows(const ys_input *input, const ys_block *block)
{
	GPtrArray *rows = ys_rows_new();

	for (int line = block->first; line <= block->last; line++) {
		const ys_line *printed = &g_array_index(input->lines, ys_line, line - 1);
		ys_row *row;

		if (printed->marks & YS_LINE_OF_ROW && rows->len)
			g_array_append_val(((ys_row *)rows->pdata[rows->len - 1])->lines, line);
		if (printed->marks & (YS_LINE_OF_ROW | YS_LINE_BETWEEN_ROWS))
			continue;
		row = row_new(printed, line);
		if (is_empty(row) || is_rule(row))
			ys_row_free(row);
		else
			g_ptr_array_add(rows, row);
	}
	return rows;
}

static gboolean same_caption(const char *a, const char *b)
{
	g_autofree char *left = a ? ys_name_key(a) : NULL, *right = b ? ys_name_key(b) : NULL;

	return left && right && !strcmp(left, right);
}

/* Forms of several projects look alike up to the name; each is a table of its own. */
static gboolean opens_form(const GPtrArray *rows)
{
	for (guint i = 0; i < rows->len; i++)
		if (ys_row_opens_form(g_ptr_array_index(rows, i)))
			return TRUE;
	return FALSE;
}

static void add_filled(gpointer row, gpointer filled)
{
	const GPtrArray *cells = ((ys_row *)row)->cells;
	GPtrArray *kept = g_ptr_array_new();

	for (guint i = 0; i < cells->len; i++)
		if (*(char *)g_ptr_array_index(cells, i))
			g_ptr_array_add(kept, g_ptr_array_index(cells, i));
	g_ptr_array_add(filled, kept);
}

/* The cells of each row of a header that are not empty, which may be few of very many: a
 * GPtrArray of GPtrArray of borrowed strings. */
static GPtrArray *filled_cells(const GPtrArray *header)
{
	GPtrArray *filled = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);

	g_ptr_array_foreach((GPtrArray *)header, add_filled, filled);
	return filled;
}

static gboolean row_repeats(const ys_row *row, const GPtrArray *head)
{
	guint i = 0;

	for (guint k = 0; k < row->cells->len; k++) {
		const char *cell = ys_row_cell(row, k);

		if (*cell && (i == head->len || strcmp(cell, g_ptr_array_index(head, i++))))
			return FALSE;
	}
	return i == head->len;
}

/* The row repeats a row of the open table's header. */
static gboolean repeats_header(assembler *a, const ys_row *row)
{
	if (!a->heads)
		a->heads = filled_cells(a->open->header);
	for (guint r = 0; r < a->heads->len; r++)
		if (row_repeats(row, g_ptr_array_index(a->heads, r)))
			return TRUE;
	return FALSE;
}

/* The rows of header are such as the open table's, or as like as so many percent. */
static gboolean is_alike(assembler *a, const GPtrArray *header, guint percent)
{
	for (guint i = 0; i < header->len; i++)
		if (!repeats_header(a, g_ptr_array_index(header, i)))
			return ys_header_likeness(header, a->open->header) >= percent;
	return TRUE;
}

/* Does the fragment go on with the open table?  The same caption with the same header
 * does; so does the header alone, or none at all, unless something ended the table. */
static gboolean continues(assembler *a, const GPtrArray *header)
{
	if (!a->open || opens_form(header))
		return FALSE;
	if (a->caption)
		return same_caption(a->caption, a->open->title) && is_alike(a, header, LIKE_BELOW_CAPTION);
	return !a->ended && is_alike(a, header, LIKE_ALONE);
}

static void set_unit(ys_table *table, const char *line)
{
	if (table->unit || !line || !ys_unit_in(line))
		return;
	table->unit = ys_unit_in(line);
	table->unit_text = g_strdup(ys_unit_name(table->unit));
}

static ys_table *open_table(assembler *a, int line)
{
	ys_table *table = ys_table_new(line);

	table->title = g_strdup(a->caption);
	table->title_printed = a->caption != NULL;
	table->section = g_strdup(a->section);
	g_ptr_array_add(a->tables, table);
	a->open = table;
	g_clear_pointer(&a->heads, g_ptr_array_unref);
	g_clear_pointer(&a->numbers, ys_row_free);
	return table;
}

/* Move rows [from, to) of source to the end of target. */
static void move_rows(GPtrArray *target, GPtrArray *source, guint from, guint to)
{
	for (guint i = from; i < to; i++) {
		g_ptr_array_add(target, source->pdata[i]);
		source->pdata[i] = NULL;
	}
}

/* All cells known heads, and at least three: a second header inside a physical table
 * (phenomenon 27). */
static gboolean is_inner_header(const ys_row *row)
{
	guint cells = 0;

	for (guint i = 0; i < row->cells->len; i++) {
		const char *cell = ys_row_cell(row, i);

		if (!*cell)
			continue;
		if (ys_wording_column(cell) == YS_COLUMN_OTHER || ys_wording_row(cell) == YS_ROW_TOTAL)
			return FALSE;
		cells++;
	}
	return cells >= 3;
}

/* The same amount, or the same words: in the key of a name the sign of an amount is lost. */
static gboolean says_the_same(const char *a, const char *b)
{
	ys_amount left = ys_amount_parse(a, YS_YUAN), right = ys_amount_parse(b, YS_YUAN);

	return left == right && (left != YS_AMOUNT_NONE || same_caption(a, b));
}

static gboolean row_says_the_same(const ys_row *a, const ys_row *b)
{
	for (guint i = 0; i < MAX(a->cells->len, b->cells->len); i++)
		if (!says_the_same(ys_row_cell(a, i), ys_row_cell(b, i)))
			return FALSE;
	return TRUE;
}

/* The total row that stands again on top of each page (phenomenon 34). */
static gboolean repeats_total(const ys_table *table, const ys_row *row)
{
	const ys_row *first = table->rows->len ? g_ptr_array_index(table->rows, 0) : NULL;
	const char *name = "";

	if (!first)
		return FALSE;
	for (guint i = 0; i < row->cells->len && !*name; i++)
		name = ys_row_cell(row, i);
	if (ys_wording_row(name) != YS_ROW_TOTAL)
		return FALSE;
	return row_says_the_same(row, first);
}

/* 类 款 项 below a row of column numbers, or at the end of a page: head, which the first page may lack. */
static gboolean is_stray_head(assembler *a, ys_row *row)
{
	ys_table *table = a->open;

	if (!ys_row_names_levels(row))
		return FALSE;
	if (table->rows->len || repeats_header(a, row)) {
		ys_row_free(row);
	} else {
		g_ptr_array_add(table->header, row);
		g_clear_pointer(&a->heads, g_ptr_array_unref);
	}
	return TRUE;
}

/* Take a row that is data of the open table, or head.  *after_break: a page begins with the next row, for it is the
 * first or stands below a head once more. */
static void take_row(assembler *a, ys_row *row, gboolean *after_break)
{
	ys_table *table = a->open;

	if (is_stray_head(a, row)) {
		*after_break = TRUE;
		return;
	}
	if (repeats_header(a, row) || ys_row_numbers_columns(row) ||
	    (a->numbers && row_says_the_same(a->numbers, row))) {
		ys_row_free(row);
		*after_break = TRUE;
		return;
	}
	if (*after_break && repeats_total(table, row)) {
		ys_row_free(row);
		return;
	}
	if (table->rows->len && is_inner_header(row) && !ys_table_is_form(table)) {
		int line = g_array_index(row->lines, int, 0);
		ys_table *inner = open_table(a, line);

		table->last_line = line - 1;
		inner->unit = table->unit;
		inner->unit_text = g_strdup(table->unit_text);
		g_ptr_array_add(inner->header, row);
		inner->n_fragments = 1;
		return;
	}
	row->after_break |= *after_break;
	*after_break = FALSE;
	g_ptr_array_add(table->rows, row);
}

/* How many rows of a fragment that goes on with the open table repeat its header.  Never
 * more than the header has, so that no data is taken for one. */
static guint repeated_header(const ys_table *table, guint length, guint skip)
{
	return skip > length ? skip : MIN(length, table->header->len);
}

/* 部门名称：…⇥单位：万元 above a header, in cells (phenomenon 15).  One number may be a code; more
 * are amounts. */
static gboolean is_furniture(const ys_row *row, GString *line)
{
	guint numbers = 0;

	g_string_truncate(line, 0);
	for (guint i = 0; i < row->cells->len && line->len < 1000; i++) {
		numbers += ys_amount_parse(ys_row_cell(row, i), YS_YUAN) != YS_AMOUNT_NONE;
		g_string_append(line, ys_row_cell(row, i));
	}
	return numbers < 2 && ys_wording_is_furniture(line->str);
}

static void drop_furniture(assembler *a, GPtrArray *rows)
{
	g_autoptr(GString) line = g_string_new(NULL);
	guint n = 0;

	while (n < rows->len && is_furniture(g_ptr_array_index(rows, n), line)) {
		if (ys_unit_in(line->str)) {
			g_free(a->unit_line);
			a->unit_line = g_strdup(line->str);
		}
		n++;
	}
	if (n)
		g_ptr_array_remove_range(rows, 0, n);
}

/* Of two headers of equal width the one with more words that mean something is the better
 * read one (phenomenon 33). */
static void take_better_header(assembler *a, GPtrArray *rows, guint length)
{
	g_autoptr(GPtrArray) header = ys_rows_new();
	ys_table *table = a->open;

	move_rows(header, rows, 0, length);
	if (ys_header_width(header) != ys_header_width(table->header) ||
	    ys_header_quality(header) <= ys_header_quality(table->header))
		return;
	g_clear_pointer(&a->heads, g_ptr_array_unref);
	g_ptr_array_unref(table->header);
	table->header = g_steal_pointer(&header);
}

/* The header of the open table, which has none, and the row of column numbers below it. */
static void take_header(assembler *a, GPtrArray *rows, guint length, guint skip)
{
	move_rows(a->open->header, rows, 0, length);
	if (skip > length) {
		/* of the beginning of a header that is read again */
		g_clear_pointer(&a->numbers, ys_row_free);
		a->numbers = g_steal_pointer(&rows->pdata[length]);
	}
}

/* The rows of the open table are but the beginning of a header that goes on in these: they are read again
 * in front of them.  What begins with the same row stands there again, whole. */
static GPtrArray *with_cut_header(assembler *a, GPtrArray *rows)
{
	ys_table *open = a->open;
	g_autoptr(GPtrArray) all = NULL;

	if (!open || a->caption || a->ended || !rows->len || ((ys_row *)g_ptr_array_index(rows, 0))->head ||
	    opens_form(rows) || !ys_header_may_go_on(open))
		return rows;
	all = ys_rows_new();
	move_rows(all, open->header, 0, open->header->len);
	move_rows(all, open->rows, 0, open->rows->len);
	g_ptr_array_set_size(open->header, 0);
	g_ptr_array_set_size(open->rows, 0);
	g_clear_pointer(&a->heads, g_ptr_array_unref);
	if (all->len && row_says_the_same(g_ptr_array_index(all, 0), g_ptr_array_index(rows, 0)))
		g_ptr_array_set_size(all, 0);
	move_rows(all, rows, 0, rows->len);
	g_ptr_array_unref(rows);
	return g_steal_pointer(&all);
}

static void take_fragment(assembler *a, const ys_block *block)
{
	g_autoptr(GPtrArray) rows = fragment_rows(a->input, block);
	g_autoptr(GPtrArray) header = g_ptr_array_new();
	gboolean after_break = TRUE;
	guint skip, length;

	if (ys_rows_are_page_labels(rows))
		return;
	drop_furniture(a, rows);
	rows = with_cut_header(a, rows);
	length = ys_header_length(rows, 0, &skip);
	for (guint i = 0; i < length; i++)
		g_ptr_array_add(header, rows->pdata[i]);
	if (a->open && !a->open->header->len && !a->open->rows->len) {
		take_header(a, rows, length, skip);
	} else if (continues(a, header)) {
		skip = repeated_header(a->open, length, skip);
		take_better_header(a, rows, MIN(length, skip));
	} else {
		open_table(a, block->first);
		take_header(a, rows, length, skip);
	}
	/* not the title of a table that begins inside this one */
	g_clear_pointer(&a->caption, g_free);
	a->open->n_fragments++;
	set_unit(a->open, a->unit_line);
	for (guint i = skip; i < rows->len; i++)
		take_row(a, g_steal_pointer(&rows->pdata[i]), &after_break);
	a->open->last_line = block->last;
	g_clear_pointer(&a->unit_line, g_free);
	a->ended = FALSE;
}

/* That there is nothing to note is none. */
static void take_note(assembler *a, const char *text)
{
	const char *behind = strpbrk(text, ":") ? strchr(text, ':') + 1 : strstr(text, "：");
	g_autofree char *said = behind ? g_strndup(behind, ys_length_before_stop(behind)) : NULL;

	if (a->open && !(said && ys_is_nothing(g_str_has_prefix(said, "：") ? said + strlen("：") : said)))
		g_ptr_array_add(a->open->notes, g_strdup(text));
}

static void take_block(assembler *a, const ys_block *block)
{
	switch (block->kind) {
	case YS_BLOCK_HEADING:
		g_free(a->section);
		a->section = g_strdup(ys_heading_text(block->text));
		a->open = NULL;
		g_clear_pointer(&a->caption, g_free);
		g_clear_pointer(&a->unit_line, g_free);
		break;
	case YS_BLOCK_CAPTION:
		g_free(a->caption);
		a->caption = g_strdup(block->text);
		break;
	case YS_BLOCK_UNIT:
		g_free(a->unit_line);
		a->unit_line = g_strdup(block->text);
		break;
	case YS_BLOCK_NOTE:
		take_note(a, block->text);
		a->ended = TRUE;
		break;
	case YS_BLOCK_PARAGRAPH:
		a->ended = TRUE;
		break;
	case YS_BLOCK_ROWS:
		take_fragment(a, block);
		break;
	}
}

static guint table_width(const ys_table *table)
{
	return MAX(ys_rows_width(table->header), ys_rows_width(table->rows));
}

/* Columns with neither a head nor data are what a page's ragged right edge left
 * (phenomenon 30). */
static void trim_columns(ys_table *table)
{
	guint used = ys_header_width(table->rows), width = table->columns->len;

	while (width > used && !*((ys_column *)g_ptr_array_index(table->columns, width - 1))->name)
		width--;
	g_ptr_array_set_size(table->columns, width);
}

static guint empty_cells_before(const GPtrArray *rows, guint most)
{
	for (guint r = 0; r < rows->len && most; r++) {
		guint n = 0;

		while (n < most && !*ys_row_cell(g_ptr_array_index(rows, r), n))
			n++;
		most = n;
	}
	return most;
}

static void drop_cells_before(GPtrArray *rows, guint n)
{
	for (guint r = 0; r < rows->len; r++) {
		GPtrArray *cells = ((ys_row *)g_ptr_array_index(rows, r))->cells;

		g_ptr_array_remove_range(cells, 0, MIN(n, cells->len));
	}
}

/* Columns with nothing in them before the first are a page's margin. */
static void trim_margin(ys_table *table)
{
	guint n = empty_cells_before(table->rows, empty_cells_before(table->header, table_width(table)));

	if (!n)
		return;
	drop_cells_before(table->header, n);
	drop_cells_before(table->rows, n);
}

static void finish(ys_table *table)
{
	trim_margin(table);
	ys_shift_drop_marks(table->header);
	ys_code_columns_join(table);
	table->columns = ys_header_flatten(table->header, table_width(table));
	trim_columns(table);
	for (guint i = 0; i < table->columns->len && !table->unit; i++)
		set_unit(table, ys_table_head(table, i)->name);
	ys_shift_glued(table);
	ys_indicators_place(table);
	ys_join_rows(table);
}

GPtrArray *ys_tables_assemble(const ys_input *input, const ys_outline *outline)
{
	assembler a = { .input = input };

	a.tables = g_ptr_array_new_with_free_func((GDestroyNotify)ys_table_free);
	for (guint i = 0; i < outline->blocks->len; i++)
		take_block(&a, g_ptr_array_index(outline->blocks, i));
	for (guint i = 0; i < a.tables->len; i++)
		finish(g_ptr_array_index(a.tables, i));
	ys_table_titles(a.tables, outline->contents);
	g_free(a.caption);
	g_free(a.unit_line);
	g_free(a.section);
	g_clear_pointer(&a.heads, g_ptr_array_unref);
	g_clear_pointer(&a.numbers, ys_row_free);
	return a.tables;
}
