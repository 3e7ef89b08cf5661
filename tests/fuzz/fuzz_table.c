/* Putting tables together loses nothing: each printed row of data stands in some table, as a row
 * of its own, joined to another, or word for word again on top of a page.  What may go is what
 * prints no data: rules, rows of column numbers, furniture, lists of contents, and heads that a page repeats. */
#include "tests/fuzz/fuzz.h"

#include <string.h>

#include "src/amount.h"
#include "src/publication/lines/contents.h"
#include "src/publication/lines/read.h"
#include "src/publication/tables/assemble.h"
#include "src/publication/tables/header.h"
#include "src/publication/words/clean.h"
#include "src/text/key.h"

/* What the tables hold: the lines their rows are printed on, and all of their cells. */
typedef struct {
	GHashTable *lines;      /* of int */
	GHashTable *cells;      /* borrowed */
	GHashTable *amounts;    /* in the cells, of gint64 */
	GString *text;          /* the cells again, one a line: a joined one holds its halves */
	GString *keys;          /* their keys, one a line */
} holdings;

static void hold_rows(holdings *h, const GPtrArray *rows, int n_lines)
{
	for (guint r = 0; r < rows->len; r++) {
		const ys_row *row = g_ptr_array_index(rows, r);

		for (guint i = 0; i < row->lines->len; i++) {
			int line = g_array_index(row->lines, int, i);

			g_assert_true(line >= 1 && line <= n_lines);
			g_assert_true(g_hash_table_add(h->lines, GINT_TO_POINTER(line)));
		}
		for (guint i = 0; i < row->cells->len; i++) {
			char *cell = g_ptr_array_index(row->cells, i);
			g_autofree char *key = ys_name_key(cell);
			ys_amount amount = ys_amount_parse(cell, YS_YUAN);

			g_assert_true(g_utf8_validate(cell, -1, NULL));
			g_hash_table_add(h->cells, cell);
			g_hash_table_add(h->amounts, g_memdup2(&amount, sizeof amount));
			g_string_append_printf(h->text, "%s\n", cell);
			g_string_append_printf(h->keys, "%s\n", key);
		}
	}
}

/* The cells of a line, as the tables read them. */
static ys_row *row_of(const ys_line *line)
{
	ys_row *row = g_new0(ys_row, 1);
	const char *end = line->text + line->len;

	row->cells = g_ptr_array_new_with_free_func(g_free);
	row->lines = g_array_new(FALSE, FALSE, sizeof(int));
	for (const char *p = line->text, *next; p; p = next ? next + 1 : NULL) {
		next = memchr(p, '\t', end - p);
		g_ptr_array_add(row->cells, ys_clean(p, (next ? next : end) - p));
	}
	return row;
}

/* Nothing but what rules are drawn with. */
static gboolean is_ruling(const char *cell)
{
	return strspn(cell, "-: ·") == strlen(cell);
}

static gboolean is_amount(const char *cell)
{
	return ys_amount_parse(cell, YS_YUAN) != YS_AMOUNT_NONE;
}

/* An amount or a sentence: no head of a column has either. */
static gboolean holds_data(const ys_row *row)
{
	for (guint i = 0; i < row->cells->len; i++) {
		const char *cell = ys_row_cell(row, i);

		if (!is_ruling(cell) && (is_amount(cell) || strstr(cell, "。")))
			return TRUE;
	}
	return FALSE;
}

/* 单位名称：某某局 in cells; its number, if it has one, is a code. */
static gboolean is_furniture(const ys_row *row)
{
	g_autoptr(GString) line = g_string_new(NULL);
	guint numbers = 0;

	for (guint i = 0; i < row->cells->len; i++) {
		numbers += is_amount(ys_row_cell(row, i));
		g_string_append(line, ys_row_cell(row, i));
	}
	return numbers < 2 && ys_wording_is_furniture(line->str);
}

/* A row of column numbers: no header by itself, and to be left out. */
static gboolean is_index_row(ys_row *row)
{
	g_autoptr(GPtrArray) rows = g_ptr_array_new();
	guint skip;

	g_ptr_array_add(rows, row);
	return !ys_header_length(rows, 0, &skip) && skip;
}

/* Another row says the same on another page: the same words, and amounts of the same value. */
static gboolean is_repeated(const holdings *h, const char *cell)
{
	g_autofree char *key = ys_name_key(cell);
	ys_amount amount = ys_amount_parse(cell, YS_YUAN);

	if (g_hash_table_contains(h->cells, cell) || strstr(h->text->str, cell))
		return TRUE;
	return amount == YS_AMOUNT_NONE ? strstr(h->keys->str, key) != NULL
					: g_hash_table_contains(h->amounts, &amount);
}

static void check_line(const holdings *h, const ys_line *line, int number)
{
	ys_row *row = row_of(line);
	gboolean held = g_hash_table_contains(h->lines, GINT_TO_POINTER(number));
	gboolean repeats = !held && holds_data(row) && !is_index_row(row) && !is_furniture(row);
	/* two paragraphs in a cell may come to stand in two */
	gboolean marked = memchr(line->text, '<', line->len) != NULL;

	for (guint i = 0; i < row->cells->len; i++) {
		const char *cell = ys_row_cell(row, i);

		if (held)
			g_assert_true(marked || g_hash_table_contains(h->cells, cell) || strstr(h->text->str, cell));
		else if (repeats)
			g_assert_true(is_ruling(cell) || is_repeated(h, cell));
	}
	ys_row_free(row);
}

static void check_columns(const ys_table *table)
{
	for (guint i = 0; i < table->columns->len; i++) {
		const ys_column *column = g_ptr_array_index(table->columns, i);

		g_assert_true(g_utf8_validate(column->name, -1, NULL));
	}
	for (guint r = 0; r < table->rows->len; r++) {
		const ys_row *row = g_ptr_array_index(table->rows, r);

		for (guint i = table->columns->len; i < row->cells->len; i++)
			g_assert_cmpstr(ys_row_cell(row, i), ==, "");
	}
}

/* The line behind the list of contents that begins at line i, counted from 0; i if none does. */
static guint behind_contents(const ys_input *input, guint i)
{
	const ys_line *line = &g_array_index(input->lines, ys_line, i);
	g_autofree char *text = ys_clean(line->text, line->len);
	g_autoptr(ys_contents) contents = ys_contents_new();

	return ys_contents_begin(text) ? ys_contents_read(contents, input, i + 1) : i;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autoptr(ys_input) input = ys_input_new((const char *)data, size, NULL);
	g_autoptr(ys_outline) outline = NULL;
	g_autoptr(GPtrArray) tables = NULL;
	guint listed = 0;
	holdings h;

	if (!input)
		return 0;
	outline = ys_outline_new(input);
	tables = ys_tables_assemble(input, outline);
	h.lines = g_hash_table_new(NULL, NULL);
	h.cells = g_hash_table_new(g_str_hash, g_str_equal);
	h.keys = g_string_new(NULL);
	h.amounts = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
	h.text = g_string_new(NULL);
	for (guint i = 0; i < tables->len; i++) {
		const ys_table *table = g_ptr_array_index(tables, i);

		hold_rows(&h, table->header, input->lines->len);
		hold_rows(&h, table->rows, input->lines->len);
		check_columns(table);
	}
	for (guint i = 0; i < input->lines->len; i++) {
		const ys_line *line = &g_array_index(input->lines, ys_line, i);

		if (i >= listed)
			listed = behind_contents(input, i);
		if (i >= listed && memchr(line->text, '\t', line->len))
			check_line(&h, line, i + 1);
	}
	g_hash_table_unref(h.lines);
	g_hash_table_unref(h.cells);
	g_string_free(h.keys, TRUE);
	g_hash_table_unref(h.amounts);
	g_string_free(h.text, TRUE);
	return 0;
}
