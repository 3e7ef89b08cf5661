#include "src/original/xlsx_book.h"

#include <string.h>

#include "src/error.h"
#include "src/original/number_format.h"
#include "src/original/xml.h"

static void sheet_free(ys_xlsx_sheet *sheet)
{
	g_free(sheet->name);
	g_free(sheet->part);
	g_free(sheet);
}

void ys_xlsx_book_free(ys_xlsx_book *book)
{
	if (!book)
		return;
	g_ptr_array_unref(book->sheets);
	g_ptr_array_unref(book->strings);
	g_ptr_array_unref(book->formats);
	g_free(book);
}

const char *ys_xlsx_parse_place(const char *reference, guint *row, guint *column)
{
	guint letters = 0, number = 0;

	reference += *reference == '$';
	for (; g_ascii_isalpha(*reference) && letters < 1 << 20; reference++)
		letters = letters * 26 + g_ascii_toupper(*reference) - 'A' + 1;
	reference += *reference == '$';
	for (; g_ascii_isdigit(*reference) && number < 1 << 24; reference++)
		number = number * 10 + *reference - '0';
	if (letters)
		*column = letters - 1;
	if (number)
		*row = number - 1;
	return reference;
}

/* ---- shared strings: large, so read one by one ---- */

/* More than there may be cells; what is behind them is not read. */
#define STRINGS_MAX 2000000

/* What is read aloud (rPh) beside Chinese characters is no text of the cell. */
static gboolean read_strings(xmlTextReader *reader, GPtrArray *strings)
{
	g_autoptr(GString) text = g_string_new(NULL);
	int phonetic = 0, in_text = 0, more = 0;

	while (strings->len < STRINGS_MAX && (more = ys_xml_next(reader)) == 1) {
		const char *name = (const char *)xmlTextReaderConstLocalName(reader);
		int type = xmlTextReaderNodeType(reader);
		gboolean start = type == XML_READER_TYPE_ELEMENT && !xmlTextReaderIsEmptyElement(reader);
		gboolean end = type == XML_READER_TYPE_END_ELEMENT;

		if (!strcmp(name, "rPh"))
			phonetic += start - end;
		else if (!strcmp(name, "t"))
			in_text += start - end;
		else if (!strcmp(name, "si") && (end || (!start && type == XML_READER_TYPE_ELEMENT))) {
			g_ptr_array_add(strings, g_strdup(text->str));
			g_string_truncate(text, 0);
		} else if (in_text && !phonetic && xmlTextReaderHasValue(reader)) {
			g_string_append(text, (const char *)xmlTextReaderConstValue(reader));
		}
	}
	return more >= 0;
}

static gboolean take_strings(ys_xlsx_book *book, const GPtrArray *parts, GError **error)
{
	const ys_part *part = ys_parts_find(parts, "xl/sharedStrings.xml");
	g_autoptr(xmlTextReader) reader = part ? ys_xml_reader(part->data, part->len) : NULL;

	if (!part || (reader && read_strings(reader, book->strings)))
		return TRUE;
	g_set_error_literal(error, YS_ERROR, YS_ERROR_PUBLICATION,
			    "the texts of the workbook (xl/sharedStrings.xml) are damaged; fetch the file again, or open "
			    "it in an office program and save it anew");
	return FALSE;
}

/* ---- styles ---- */

static void take_formats(ys_xlsx_book *book, const xmlNode *styles)
{
	g_autoptr(GHashTable) codes = g_hash_table_new(NULL, NULL);     /* number of a format → its code */
	xmlNode *own = ys_xml_child(ys_xml_child(styles, "numFmts"), "numFmt");
	xmlNode *format = ys_xml_child(ys_xml_child(styles, "cellXfs"), "xf");

	for (; own; own = ys_xml_skip_to(own->next, "numFmt")) {
		const char *code = ys_xml_value(own, "formatCode");

		if (code)
			g_hash_table_insert(codes, GINT_TO_POINTER(ys_xml_int(own, "numFmtId", -1)), (gpointer)code);
	}
	for (; format; format = ys_xml_skip_to(format->next, "xf")) {
		int id = ys_xml_int(format, "numFmtId", 0);
		const char *code = g_hash_table_lookup(codes, GINT_TO_POINTER(id));

		if (!code)
			code = ys_number_format_builtin(id);
		g_ptr_array_add(book->formats, g_strdup(code ? code : "General"));
	}
}

static gboolean take_styles(ys_xlsx_book *book, const GPtrArray *parts, GError **error)
{
	const ys_part *part = ys_parts_find(parts, "xl/styles.xml");
	g_autoptr(xmlDoc) doc = NULL;

	if (!part)
		return TRUE;
	doc = ys_xml_parse(part->data, part->len, part->name, error);
	if (doc)
		take_formats(book, xmlDocGetRootElement(doc));
	return doc != NULL;
}

/* ---- sheets ---- */

static char *part_of(const xmlNode *relations, const char *id)
{
	xmlNode *relation = ys_xml_child(relations, "Relationship");

	for (; relation && id; relation = ys_xml_skip_to(relation->next, "Relationship")) {
		const char *target = ys_xml_value(relation, "Target");

		if (target && !g_strcmp0(ys_xml_value(relation, "Id"), id))
			return *target == '/' ? g_strdup(target + 1) : g_strconcat("xl/", target, NULL);
	}
	return NULL;
}

static void take_sheets(ys_xlsx_book *book, const xmlNode *workbook, const xmlNode *relations)
{
	xmlNode *node = ys_xml_child(ys_xml_child(workbook, "sheets"), "sheet");

	for (; node; node = ys_xml_skip_to(node->next, "sheet")) {
		const char *name = ys_xml_value(node, "name"), *state = ys_xml_value(node, "state");
		ys_xlsx_sheet *sheet = g_new0(ys_xlsx_sheet, 1);

		sheet->name = g_strdup(name ? name : "");
		sheet->part = part_of(relations, ys_xml_value(node, "id"));
		sheet->hidden = state && strcmp(state, "visible");
		g_ptr_array_add(book->sheets, sheet);
	}
}

/* 'name'!$A:$B,'name'!$1:$4: only the rows of it. */
static void take_print_titles(ys_xlsx_sheet *sheet, const char *reference)
{
	for (const char *at = strchr(reference, '!'); at; at = strchr(at + 1, '!')) {
		guint first = G_MAXUINT, last = G_MAXUINT, column = G_MAXUINT;
		const char *colon = ys_xlsx_parse_place(at + 1, &first, &column);

		if (*colon != ':' || column != G_MAXUINT || first == G_MAXUINT)
			continue;
		ys_xlsx_parse_place(colon + 1, &last, &column);
		if (last != G_MAXUINT && last >= first) {
			sheet->repeat_first = first + 1;
			sheet->repeat_last = last + 1;
		}
	}
}

static void take_names(ys_xlsx_book *book, const xmlNode *workbook)
{
	xmlNode *node = ys_xml_child(ys_xml_child(workbook, "definedNames"), "definedName");

	for (; node; node = ys_xml_skip_to(node->next, "definedName")) {
		guint sheet = ys_xml_int(node, "localSheetId", -1);

		if (sheet < book->sheets->len && node->children && node->children->content &&
		    !g_strcmp0(ys_xml_value(node, "name"), "_xlnm.Print_Titles"))
			take_print_titles(g_ptr_array_index(book->sheets, sheet),
					  (const char *)node->children->content);
	}
}

static xmlDoc *parse_part(const GPtrArray *parts, const char *name, GError **error)
{
	const ys_part *part = ys_parts_find(parts, name);

	if (!part) {
		g_set_error(error, YS_ERROR, YS_ERROR_PUBLICATION,
			    "the workbook has no %s; open it in an office program and save it anew", name);
		return NULL;
	}
	return ys_xml_parse(part->data, part->len, name, error);
}

ys_xlsx_book *ys_xlsx_book_new(const GPtrArray *parts, GError **error)
{
	g_autoptr(ys_xlsx_book) book = g_new0(ys_xlsx_book, 1);
	g_autoptr(xmlDoc) workbook = NULL, relations = NULL;
	const xmlNode *root;

	book->sheets = g_ptr_array_new_with_free_func((GDestroyNotify)sheet_free);
	book->strings = g_ptr_array_new_with_free_func(g_free);
	book->formats = g_ptr_array_new_with_free_func(g_free);
	workbook = parse_part(parts, "xl/workbook.xml", error);
	relations = workbook ? parse_part(parts, "xl/_rels/workbook.xml.rels", error) : NULL;
	if (!relations || !take_styles(book, parts, error) || !take_strings(book, parts, error))
		return NULL;
	root = xmlDocGetRootElement(workbook);
	book->since_1904 = ys_xml_value(ys_xml_child(root, "workbookPr"), "date1904") &&
			   ys_xml_on(ys_xml_child(root, "workbookPr"), "date1904");
	take_sheets(book, root, xmlDocGetRootElement(relations));
	take_names(book, root);
	return g_steal_pointer(&book);
}
