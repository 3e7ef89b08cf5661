#include <string.h>

#include "src/error.h"
#include "src/original/number_format.h"
#include "src/original/readers.h"
#include "src/original/sheet.h"
#include "src/original/xlsx_book.h"
#include "src/original/xml.h"

/* Cells with text in a workbook, and bytes of their text: 100 times the largest one seen.  A text that many
 * cells share takes place in each. */
#define CELLS_MAX 1000000
#define TEXT_MAX (64 << 20)

/* What of that is left. */
typedef struct {
	guint cells;
	gsize text;
} allowance;

/* A sheet while it is read: where the reader stands. */
typedef struct {
	ys_original *original;
	const ys_xlsx_book *book;
	const char *name;
	ys_sheet *sheet;
	guint row, column;      /* of the cell, from 0 */
	char *type;             /* of the cell: "s", "b", ... */
	guint format;
	GString *text;
	gboolean in_value, phonetic, hides_zeros;
	guint n_errors, first_error;    /* cells with #REF! and the like; row of the first, from 1 */
	allowance *left;
} sheet_reading;

static char *attribute(xmlTextReader *reader, const char *name)
{
	return (char *)xmlTextReaderGetAttribute(reader, BAD_CAST name);
}

static gboolean is_on(xmlTextReader *reader, const char *name)
{
	g_autofree char *value = attribute(reader, name);

	return value && (!strcmp(value, "1") || !strcmp(value, "true"));
}

static guint64 number_of(xmlTextReader *reader, const char *name, guint64 otherwise)
{
	g_autofree char *value = attribute(reader, name);

	return value && g_ascii_isdigit(*value) ? g_ascii_strtoull(value, NULL, 10) : otherwise;
}

/* Zero width or height hides as well. */
static gboolean is_hidden(xmlTextReader *reader, const char *size)
{
	g_autofree char *value = attribute(reader, size);

	return is_on(reader, "hidden") || (value && g_ascii_strtod(value, NULL) == 0);
}

static void begin_row(sheet_reading *at, xmlTextReader *reader)
{
	/* rows without a number follow the one before; in front of the first stands -1 */
	at->row = CLAMP(number_of(reader, "r", at->row + 2), 1, 1 << 24) - 1;
	at->column = G_MAXUINT;
	if (is_hidden(reader, "ht"))
		ys_sheet_hide_row(at->sheet, at->row);
}

static void begin_cell(sheet_reading *at, xmlTextReader *reader)
{
	g_autofree char *place = attribute(reader, "r");

	at->column++;
	if (place)
		ys_xlsx_parse_place(place, &at->row, &at->column);
	g_free(at->type);
	at->type = attribute(reader, "t");
	at->format = number_of(reader, "s", 0);
	g_string_truncate(at->text, 0);
}

static const char *code_of(const sheet_reading *at)
{
	const GPtrArray *formats = at->book->formats;

	return at->format < formats->len ? g_ptr_array_index(formats, at->format) : "General";
}

static char *number_text(const sheet_reading *at)
{
	char *end;
	double number = g_ascii_strtod(at->text->str, &end);

	if (end == at->text->str || *end)
		return g_strdup(at->text->str);
	if (number == 0 && at->hides_zeros)
		return g_strdup("");
	return ys_number_format(number, code_of(at), at->book->since_1904);
}

static char *string_text(const sheet_reading *at)
{
	guint64 index = g_ascii_strtoull(at->text->str, NULL, 10);
	const GPtrArray *strings = at->book->strings;

	return ys_number_format_text(index < strings->len ? g_ptr_array_index(strings, index) : "", code_of(at));
}

/* What is printed of the value: a formula's is the one it had when the file was saved. */
static char *cell_text(sheet_reading *at)
{
	const char *type = at->type ? at->type : "n";

	if (!at->text->len)
		return g_strdup("");
	if (!strcmp(type, "n"))
		return number_text(at);
	if (!strcmp(type, "s"))
		return string_text(at);
	if (!strcmp(type, "b"))
		return g_strdup(*at->text->str == '1' ? "TRUE" : "FALSE");
	if (!strcmp(type, "e") && !at->n_errors++)
		at->first_error = at->row + 1;
	return ys_number_format_text(at->text->str, strcmp(type, "e") ? code_of(at) : "@");
}

static void end_cell(sheet_reading *at)
{
	g_autofree char *text = cell_text(at);

	gsize len = strlen(text);

	if (!len)
		return;
	if (len > at->left->text)
		at->left->cells = 0;
	if (!at->left->cells)
		return;
	at->left->cells--;
	at->left->text -= len;
	ys_sheet_set(at->sheet, at->row, at->column, text);
}

static void take_columns(sheet_reading *at, xmlTextReader *reader)
{
	guint64 first = number_of(reader, "min", 0), last = number_of(reader, "max", 0);

	if (first && last >= first && is_hidden(reader, "width"))
		ys_sheet_hide_columns(at->sheet, MIN(first - 1, G_MAXUINT), MIN(last - 1, G_MAXUINT));
}

static void take_merge(sheet_reading *at, xmlTextReader *reader)
{
	g_autofree char *reference = attribute(reader, "ref");
	guint first_row = G_MAXUINT, first_column = G_MAXUINT, last_row = 0, last_column = 0;
	const char *colon = reference ? ys_xlsx_parse_place(reference, &first_row, &first_column) : "";

	if (*colon == ':') {
		ys_xlsx_parse_place(colon + 1, &last_row, &last_column);
		ys_sheet_merge(at->sheet, first_row, first_column, last_row, last_column);
	}
}

static void start(sheet_reading *at, xmlTextReader *reader, const char *name)
{
	gboolean empty = xmlTextReaderIsEmptyElement(reader);

	if (!strcmp(name, "c"))
		begin_cell(at, reader);
	else if (!strcmp(name, "v") || !strcmp(name, "t"))
		at->in_value = !empty;
	else if (!strcmp(name, "rPh"))
		at->phonetic = !empty;
	else if (!strcmp(name, "row"))
		begin_row(at, reader);
	else if (!strcmp(name, "col"))
		take_columns(at, reader);
	else if (!strcmp(name, "mergeCell"))
		take_merge(at, reader);
	else if (!strcmp(name, "sheetView")) {
		g_autofree char *zeros = attribute(reader, "showZeros");

		at->hides_zeros = zeros && (!strcmp(zeros, "0") || !strcmp(zeros, "false"));
	}
}

static void end(sheet_reading *at, const char *name)
{
	if (!strcmp(name, "c"))
		end_cell(at);
	else if (!strcmp(name, "v") || !strcmp(name, "t"))
		at->in_value = FALSE;
	else if (!strcmp(name, "rPh"))
		at->phonetic = FALSE;
}

/* FALSE: the part is damaged. */
static gboolean read_nodes(sheet_reading *at, xmlTextReader *reader)
{
	int more = 0;

	while (at->left->cells && (more = ys_xml_next(reader)) == 1) {
		const char *name = (const char *)xmlTextReaderConstLocalName(reader);
		int type = xmlTextReaderNodeType(reader);

		if (type == XML_READER_TYPE_ELEMENT)
			start(at, reader, name);
		else if (type == XML_READER_TYPE_END_ELEMENT)
			end(at, name);
		else if (at->in_value && !at->phonetic && xmlTextReaderHasValue(reader))
			g_string_append(at->text, (const char *)xmlTextReaderConstValue(reader));
	}
	return more >= 0;
}

static void remark_errors(const sheet_reading *at)
{
	ys_spot spot = { .sheet = ys_original_name(at->original, at->name), .row = at->first_error };

	if (at->n_errors)
		ys_original_add_remark(at->original, "cell-error", spot,
				       "%u cells of sheet %s print an error instead of a value", at->n_errors, at->name);
	if (!at->left->cells)
		ys_original_add_remark(at->original, "sheet-cut", spot,
				       "the workbook was read as far as a million cells or 64 MB of text, to sheet %s; "
				       "split it", at->name);
}

/* FALSE: it is damaged. */
static gboolean read_sheet(ys_original *original, const ys_xlsx_book *book, const ys_xlsx_sheet *which,
			   const ys_part *part, allowance *left)
{
	g_autoptr(ys_sheet) sheet = ys_sheet_new();
	g_autoptr(GString) text = g_string_new(NULL);
	g_autoptr(xmlTextReader) reader = ys_xml_reader(part->data, part->len);
	sheet_reading at = { .original = original, .book = book, .name = which->name, .sheet = sheet,
			     .row = G_MAXUINT, .text = text, .left = left };
	gboolean good = reader && read_nodes(&at, reader);

	g_free(at.type);
	if (which->repeat_first)
		ys_sheet_repeat_rows(sheet, which->repeat_first - 1, which->repeat_last - 1);
	remark_errors(&at);
	if (good)
		ys_sheet_deliver(sheet, original, which->name);
	return good;
}

static gboolean read_sheets(ys_original *original, const ys_xlsx_book *book, const GPtrArray *parts, GError **error)
{
	g_autoptr(GHashTable) read = g_hash_table_new(NULL, NULL);      /* a part is one sheet */
	allowance left = { CELLS_MAX, TEXT_MAX };

	for (guint i = 0; i < book->sheets->len && left.cells; i++) {
		const ys_xlsx_sheet *sheet = g_ptr_array_index(book->sheets, i);
		const ys_part *part = sheet->part && !sheet->hidden ? ys_parts_find(parts, sheet->part) : NULL;

		if (sheet->hidden || (part && !g_hash_table_add(read, (gpointer)part)))
			continue;
		if (!part) {
			ys_original_add_remark(original, "sheet-missing",
					       (ys_spot){ .sheet = ys_original_name(original, sheet->name) },
					       "sheet %s has no cells in the file: a chart, or lost", sheet->name);
		} else if (!read_sheet(original, book, sheet, part, &left)) {
			g_set_error(error, YS_ERROR, YS_ERROR_PUBLICATION,
				    "sheet %s is damaged; fetch the file again, or open it in an office program and "
				    "save it anew", sheet->name);
			return FALSE;
		}
	}
	return TRUE;
}

static gboolean is_wanted(const char *name)
{
	return g_str_has_suffix(name, "xl/workbook.xml") || g_str_has_suffix(name, "workbook.xml.rels") ||
	       g_str_has_suffix(name, "xl/sharedStrings.xml") || g_str_has_suffix(name, "xl/styles.xml") ||
	       (g_str_has_prefix(name, "xl/worksheets/") && g_str_has_suffix(name, ".xml"));
}

static int bid_xlsx(const ys_bytes *bytes)
{
	return ys_parts_bid(bytes, "xl/workbook.xml");
}

static ys_original *read_xlsx(const ys_bytes *bytes, GError **error)
{
	g_autoptr(ys_original) original = ys_original_new("xlsx");
	g_autoptr(GPtrArray) parts = ys_parts_of_document(bytes, is_wanted, error);
	g_autoptr(ys_xlsx_book) book = NULL;

	if (!parts)
		return NULL;
	book = ys_xlsx_book_new(parts, error);
	if (!book || !read_sheets(original, book, parts, error))
		return NULL;
	if (!original->elements->len) {
		g_set_error_literal(error, YS_ERROR, YS_ERROR_PUBLICATION,
				    "no sheet of the workbook that is not hidden has text");
		return NULL;
	}
	return g_steal_pointer(&original);
}

const ys_reader ys_reader_xlsx = { "xlsx", bid_xlsx, read_xlsx };
