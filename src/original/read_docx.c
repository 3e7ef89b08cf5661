#include <string.h>

#include "src/error.h"
#include "src/original/docx_walk.h"
#include "src/original/parts.h"
#include "src/original/readers.h"

static gboolean is_wanted(const char *name)
{
	static const char *const names[] = { "word/document.xml", "word/styles.xml", "word/numbering.xml",
					     "word/footnotes.xml", "word/endnotes.xml", NULL };

	for (gsize i = 0; names[i]; i++)
		if (!g_ascii_strcasecmp(name, names[i]))
			return TRUE;
	return FALSE;
}

/* *doc stays NULL where there is no such part; FALSE: it is damaged. */
static gboolean parse_part(const GPtrArray *parts, const char *name, xmlDoc **doc, GError **error)
{
	const ys_part *part = ys_parts_find(parts, name);

	*doc = part ? ys_xml_parse(part->data, part->len, name, error) : NULL;
	return !part || *doc;
}

static const xmlNode *root_of(xmlDoc *doc)
{
	return doc ? xmlDocGetRootElement(doc) : NULL;
}

/* The lines that set notes off are in the same part, with a type. */
static gboolean walk_notes(ys_docx_walk *walk, const GPtrArray *parts, const char *name, const char *note,
			   GError **error)
{
	g_autoptr(xmlDoc) doc = NULL;

	if (!parse_part(parts, name, &doc, error))
		return FALSE;
	for (xmlNode *node = ys_xml_child(root_of(doc), note); node; node = ys_xml_skip_to(node->next, note))
		if (!ys_xml_value(node, "type") || !strcmp(ys_xml_value(node, "type"), "normal"))
			ys_docx_walk_blocks(walk, node);
	return TRUE;
}

static gboolean walk_document(ys_docx_walk *walk, const GPtrArray *parts, GError **error)
{
	g_autoptr(xmlDoc) doc = NULL;
	const xmlNode *body;

	if (!parse_part(parts, "word/document.xml", &doc, error))
		return FALSE;
	body = ys_xml_child(root_of(doc), "body");
	if (body)
		ys_docx_walk_blocks(walk, body);
	return walk_notes(walk, parts, "word/footnotes.xml", "footnote", error) &&
	       walk_notes(walk, parts, "word/endnotes.xml", "endnote", error);
}

static gboolean read_parts(ys_original *original, const GPtrArray *parts, GError **error)
{
	g_autoptr(xmlDoc) styles_doc = NULL, numbering_doc = NULL;
	g_autoptr(GHashTable) styles = NULL;
	g_autoptr(ys_docx_numbering) numbering = NULL;
	g_autoptr(GPtrArray) boxes = NULL;
	g_autoptr(GArray) fields = NULL;
	g_autoptr(GString) paragraph = NULL;
	ys_docx_walk walk = { .original = original };
	gboolean good;

	if (!parse_part(parts, "word/styles.xml", &styles_doc, error) ||
	    !parse_part(parts, "word/numbering.xml", &numbering_doc, error))
		return FALSE;
	walk.styles = styles = ys_docx_styles(root_of(styles_doc));
	walk.numbering = numbering = ys_docx_numbering_new(root_of(numbering_doc), styles);
	walk.fields = fields = g_array_new(FALSE, FALSE, sizeof(gboolean));
	walk.paragraph = paragraph = g_string_new(NULL);
	walk.boxes = g_ptr_array_new();
	good = walk_document(&walk, parts, error);
	boxes = walk.boxes;
	return good;
}

static int bid_docx(const ys_bytes *bytes)
{
	return ys_parts_bid(bytes, "word/document.xml");
}

static ys_original *read_docx(const ys_bytes *bytes, GError **error)
{
	g_autoptr(ys_original) original = ys_original_new("docx");
	g_autoptr(GPtrArray) parts = ys_parts_of_document(bytes, is_wanted, error);

	if (!parts)
		return NULL;
	if (!read_parts(original, parts, error))
		return NULL;
	if (!original->elements->len) {
		g_set_error_literal(error, YS_ERROR, YS_ERROR_PUBLICATION,
				    "there is no text in the document; if its pages are pictures, run a program that "
				    "recognises characters (OCR) and give its result");
		return NULL;
	}
	return g_steal_pointer(&original);
}

const ys_reader ys_reader_docx = { "docx", bid_docx, read_docx };
