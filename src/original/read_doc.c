/* Documents of Word 97 to 2003.  The cells of a row end with marks of their own, and behind the last one
 * stands what the row is like: where its cells begin, in twentieths of a point, and which go on with those
 * beside or above them.  Cells that begin at the same place are of one column. */
#include <string.h>

#include "src/error.h"
#include "src/original/ole.h"
#include "src/original/readers.h"
#include "src/original/word_runs.h"

/* Twentieths of a point between two places that are the same: two points. */
#define SAME_PLACE 40
/* Word has no wider tables. */
#define CELLS_MAX 63
/* Bytes of the definition of a cell, and its flags. */
#define CELL_BYTES 20
#define WITH_LEFT 0x02
#define WITH_ABOVE 0x20
#define BEGINS_COLUMN 0x40
/* Fields inside each other. */
#define FIELDS_MAX 32

typedef struct {
	GPtrArray *cells;       /* of char * */
	int places[CELLS_MAX + 1];
	guint flags[CELLS_MAX];
	guint n;                /* cells that are defined; 0: the row says nothing of them */
	gboolean head;
} word_row;

typedef struct {
	ys_original *original;
	GString *text;          /* of the paragraph or cell being read */
	GPtrArray *cells;       /* of char *: of the row being read */
	GPtrArray *rows;        /* of word_row: of the table being read */
	guint fields;           /* open ones */
	gboolean asks[FIELDS_MAX];      /* for each: what comes is its instruction, not its result */
} builder;

static void row_free(word_row *row)
{
	g_ptr_array_unref(row->cells);
	g_free(row);
}

/* ---- tables ---- */

static word_row *row_at(const builder *b, guint r)
{
	return g_ptr_array_index(b->rows, r);
}

static void define_cells(word_row *row, const ys_word_paragraph *paragraph)
{
	const guint8 *p = paragraph->cells;
	guint n = p && paragraph->cells_len ? *p : 0;

	if (!n || n > CELLS_MAX || 1 + 2 * (n + 1) > paragraph->cells_len)
		return;
	row->n = n;
	for (guint i = 0; i <= n; i++)
		row->places[i] = (gint16)ys_u16(p + 1 + 2 * i);
	for (guint i = 0; i < n; i++) {
		guint at = 1 + 2 * (n + 1) + CELL_BYTES * i;

		row->flags[i] = at + 2 <= paragraph->cells_len ? ys_u16(p + at) : 0;
	}
}

static int by_value(gconstpointer a, gconstpointer b)
{
	return *(const int *)a - *(const int *)b;
}

/* Where the columns of the table begin and end: a GArray of int. */
static GArray *column_places(const builder *b)
{
	GArray *all = g_array_new(FALSE, FALSE, sizeof(int));
	guint kept = 0;

	for (guint r = 0; r < b->rows->len; r++)
		g_array_append_vals(all, row_at(b, r)->places, row_at(b, r)->n ? row_at(b, r)->n + 1 : 0);
	g_array_sort(all, by_value);
	for (guint i = 0; i < all->len; i++) {
		int place = g_array_index(all, int, i);

		if (!kept || place - g_array_index(all, int, kept - 1) >= SAME_PLACE)
			g_array_index(all, int, kept++) = place;
	}
	return g_array_set_size(all, kept);
}

static guint column_of(const GArray *places, int place)
{
	guint i = 0;

	while (i + 1 < places->len && g_array_index(places, int, i + 1) - SAME_PLACE / 2 <= place)
		i++;
	return i;
}

/* The columns [*first, *end) of cell i; a row that does not define it has it in the next column. */
static void span_of(const word_row *row, const GArray *places, guint i, guint *first, guint *end)
{
	*first = i < row->n ? MAX(*end, column_of(places, row->places[i])) : *end;
	*end = i < row->n ? MAX(*first + 1, column_of(places, row->places[i + 1])) : *first + 1;
}

/* open: for each column the cell that cells below may go on with, or NULL. */
static void add_row(const builder *b, ys_original_table *table, guint r, const GArray *places, ys_original_cell **open)
{
	const word_row *row = row_at(b, r);
	ys_original_row *out = ys_original_table_add_row(table, (ys_spot){ .row = 0 });
	ys_original_cell *last = NULL;
	guint first, end = 0;

	out->head = row->head;
	for (guint i = 0; i < row->cells->len && i < CELLS_MAX; i++) {
		guint flags = i < row->n ? row->flags[i] : 0;

		span_of(row, places, i, &first, &end);
		if ((flags & WITH_LEFT) && last) {
			last->width += end - first;
			table->n_columns = MAX(table->n_columns, end);
			continue;
		}
		if ((flags & WITH_ABOVE) && !(flags & BEGINS_COLUMN) && open[first]) {
			open[first]->height++;
			last = NULL;
			continue;
		}
		last = ys_original_row_add_cell(table, out, first, end - first, 1, g_ptr_array_index(row->cells, i));
		open[first] = last;
	}
}

static void end_table(builder *b)
{
	g_autoptr(GArray) places = column_places(b);
	ys_original_cell **open = g_new0(ys_original_cell *, places->len + CELLS_MAX + 1);
	ys_original_table *table = ys_original_table_new();

	for (guint r = 0; r < b->rows->len; r++)
		add_row(b, table, r, places, open);
	ys_original_add_table(b->original, (ys_spot){ .row = 0 }, table);
	g_ptr_array_set_size(b->rows, 0);
	g_free(open);
}

/* ---- text ---- */

static void end_cell(builder *b, const ys_word_paragraph *paragraph)
{
	word_row *row;

	if (!paragraph->ends_row) {
		g_ptr_array_add(b->cells, g_strdup(b->text->str));
		g_string_truncate(b->text, 0);
		return;
	}
	row = g_new0(word_row, 1);
	row->cells = b->cells;
	row->head = paragraph->head;
	define_cells(row, paragraph);
	g_ptr_array_add(b->rows, row);
	b->cells = g_ptr_array_new_with_free_func(g_free);
	g_string_truncate(b->text, 0);
}

static void end_paragraph(builder *b, const ys_word_paragraph *paragraph)
{
	if (paragraph->in_table) {
		g_string_append_c(b->text, '\n');
		return;
	}
	if (b->rows->len)
		end_table(b);
	ys_original_add_text(b->original, (ys_spot){ .row = 0 }, b->text->str, 0);
	g_string_truncate(b->text, 0);
}

/* The marks of a field: it begins (19) with what it asks for, and behind 20 stands the answer, up to 21. */
static gboolean take_field(builder *b, gunichar c)
{
	if (c == 19) {
		if (b->fields < FIELDS_MAX)
			b->asks[b->fields] = TRUE;
		b->fields++;
	} else if (c == 20 && b->fields) {
		if (b->fields <= FIELDS_MAX)
			b->asks[b->fields - 1] = FALSE;
	} else if (c == 21 && b->fields) {
		b->fields--;
	} else {
		return c >= 19 && c <= 21;
	}
	return TRUE;
}

static gboolean is_asked(const builder *b)
{
	for (guint i = 0; i < MIN(b->fields, FIELDS_MAX); i++)
		if (b->asks[i])
			return TRUE;
	return FALSE;
}

static void take(gunichar c, const ys_word_paragraph *paragraph, void *data)
{
	builder *b = data;

	if (paragraph) {
		if (c == 7)
			end_cell(b, paragraph);
		else
			end_paragraph(b, paragraph);
	} else if (!take_field(b, c) && !is_asked(b)) {
		if (c == 11)
			g_string_append_c(b->text, '\n');
		else if (c == 30)
			g_string_append_c(b->text, '-');
		else if (c == 9 || c >= 32)
			g_string_append_unichar(b->text, c == 9 ? ' ' : c);
	}
}

/* ---- the reader ---- */

static int bid(const ys_bytes *bytes)
{
	g_autoptr(ys_ole) ole = ys_ole_new(bytes->data, bytes->len);

	return ole && ys_ole_has(ole, "WordDocument") ? 80 : 0;
}

static gboolean refuse(GError **error, const char *why)
{
	g_set_error_literal(error, YS_ERROR, YS_ERROR_PUBLICATION, why);
	return FALSE;
}

static gboolean refuse_to_office(GError **error, const char *why)
{
	g_set_error_literal(error, YS_SAVE_AS, YS_SAVE_AS_DOCX, why);
	return FALSE;
}

static gboolean read_streams(builder *b, const ys_ole *ole, GError **error)
{
	g_autoptr(GByteArray) document = ys_ole_stream(ole, "WordDocument"), table = NULL;
	g_autoptr(GByteArray) data = ys_ole_stream(ole, "Data");
	const char *table_name;
	gboolean encrypted;

	if (!document || !ys_word_is(document, &encrypted, &table_name))
		return refuse_to_office(error, "a document of a Word older than 97, or damaged; open it and save it as .docx");
	if (encrypted)
		return refuse(error, "a Word document with a password; save it without one");
	table = ys_ole_stream(ole, table_name);
	if (!table || !ys_word_each(document, table, data, take, b))
		return refuse_to_office(error, "a damaged Word document; open it and save it again");
	return TRUE;
}

static ys_original *read_doc(const ys_bytes *bytes, GError **error)
{
	g_autoptr(ys_ole) ole = ys_ole_new(bytes->data, bytes->len);
	g_autoptr(ys_original) original = ys_original_new("doc");
	builder b = { original, g_string_new(NULL), g_ptr_array_new_with_free_func(g_free),
		      g_ptr_array_new_with_free_func((GDestroyNotify)row_free), 0, { FALSE } };
	gboolean ok = ole ? read_streams(&b, ole, error) : refuse(error, "a damaged document");

	if (b.rows->len)
		end_table(&b);
	ys_original_add_text(original, (ys_spot){ .row = 0 }, b.text->str, 0);
	g_string_free(b.text, TRUE);
	g_ptr_array_unref(b.cells);
	g_ptr_array_unref(b.rows);
	if (ok && !original->elements->len)
		ok = refuse(error, "there is no text in the document");
	return ok ? g_steal_pointer(&original) : NULL;
}

const ys_reader ys_reader_doc = { "doc", bid, read_doc };
