#include "src/original/docx_walk.h"

#include <string.h>

static const char *const wrappers[] = { "ins", "moveTo", "customXml", "smartTag", "sdtContent", "Choice", NULL };
static const char *const not_text[] = { "del", "moveFrom", "delText", "delInstrText", "instrText", "pPr", "rPr", "rt",
					"sdtPr", "sdtEndPr", "Fallback", NULL };

static gboolean is_one_of(const xmlNode *node, const char *const *names)
{
	return node->type == XML_ELEMENT_NODE && g_strv_contains(names, (const char *)node->name);
}

const xmlNode *ys_docx_inside(const xmlNode *node)
{
	if (ys_xml_is(node, "sdt"))
		return ys_xml_child(node, "sdtContent");
	if (ys_xml_is(node, "AlternateContent"))
		return ys_xml_child(node, "Choice") ? ys_xml_child(node, "Choice") : ys_xml_child(node, "Fallback");
	return is_one_of(node, wrappers) ? node : NULL;
}

void ys_docx_end_paragraph(ys_docx_walk *walk, int level)
{
	if (!walk->lines)
		ys_original_add_text(walk->original, (ys_spot){ 0 }, walk->paragraph->str, level);
	else if (walk->paragraph->len)
		g_string_append_printf(walk->lines, "%s%s", walk->lines->len ? "\n" : "", walk->paragraph->str);
	g_string_truncate(walk->paragraph, 0);
}

/* ---- fields: what they were last worked out to is printed, their instructions are not ---- */

static gboolean in_instruction(const ys_docx_walk *walk)
{
	for (guint i = 0; i < walk->fields->len; i++)
		if (g_array_index(walk->fields, gboolean, i))
			return TRUE;
	return FALSE;
}

static void meet_field(ys_docx_walk *walk, const xmlNode *node)
{
	const char *type = ys_xml_value(node, "fldCharType");
	gboolean instruction = TRUE;

	if (!g_strcmp0(type, "begin") && walk->fields->len < 64)
		g_array_append_val(walk->fields, instruction);
	else if (!g_strcmp0(type, "separate") && walk->fields->len)
		g_array_index(walk->fields, gboolean, walk->fields->len - 1) = FALSE;
	else if (!g_strcmp0(type, "end") && walk->fields->len)
		g_array_set_size(walk->fields, walk->fields->len - 1);
}

/* A field whose end was lost must not swallow the rest of the document. */
static void drop_instructions(ys_docx_walk *walk)
{
	for (guint i = walk->fields->len; i-- > 0;)
		if (g_array_index(walk->fields, gboolean, i))
			g_array_remove_index(walk->fields, i);
}

/* ---- runs ---- */

static gboolean is_hidden(const ys_docx_walk *walk, const xmlNode *rpr)
{
	ys_docx_style own = ys_docx_style_in(NULL, rpr);

	if (own.hidden < 0)
		own = ys_docx_style_of(walk->styles, ys_xml_value(ys_xml_child(rpr, "rStyle"), "val"));
	return own.hidden == 1;
}

/* Line ends in the file are blanks; those of the author are elements. */
static void append_text(ys_docx_walk *walk, const xmlNode *node)
{
	if (in_instruction(walk))
		return;
	for (const xmlNode *text = node->children; text; text = text->next)
		for (const char *p = text->content ? (const char *)text->content : ""; *p; p++)
			g_string_append_c(walk->paragraph, *p == '\n' || *p == '\r' ? ' ' : *p);
}

/* An element that stands for a character; FALSE: it is none. */
static gboolean append_character(ys_docx_walk *walk, const xmlNode *node)
{
	static const struct {
		const char *name;
		char character;
	} characters[] = {
		{ "tab", ' ' }, { "ptab", ' ' }, { "br", '\n' }, { "cr", '\n' }, { "noBreakHyphen", '-' },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(characters); i++)
		if (ys_xml_is(node, characters[i].name)) {
			if (!in_instruction(walk))
				g_string_append_c(walk->paragraph, characters[i].character);
			return TRUE;
		}
	return FALSE;
}

static void walk_runs(ys_docx_walk *walk, const xmlNode *node)
{
	for (xmlNode *child = node->children; child; child = child->next) {
		const xmlNode *inside;

		if (child->type != XML_ELEMENT_NODE || is_one_of(child, not_text) || append_character(walk, child))
			continue;
		if (ys_xml_is(child, "r") && is_hidden(walk, ys_xml_child(child, "rPr")))
			continue;
		inside = ys_docx_inside(child);
		if (ys_xml_is(child, "t"))
			append_text(walk, child);
		else if (ys_xml_is(child, "fldChar"))
			meet_field(walk, child);
		else if (ys_xml_is(child, "txbxContent"))
			g_ptr_array_add(walk->boxes, child);
		else
			walk_runs(walk, inside ? inside : child);
	}
}

/* ---- paragraphs ---- */

static void append_number(ys_docx_walk *walk, const ys_docx_style *own, const char *id, const ys_docx_style *style)
{
	int list = own->numbering >= 0 ? own->numbering : style->numbering;
	int level = own->numbering_level >= 0 ? own->numbering_level : style->numbering_level;

	if (list > 0)
		ys_docx_numbering_append(walk->numbering, list, level, id, walk->paragraph);
}

/* Without its end a paragraph goes on in the next one. */
static gboolean end_is_gone(const xmlNode *ppr)
{
	const xmlNode *mark = ys_xml_child(ppr, "rPr");

	return ys_xml_child(mark, "del") || ys_xml_child(mark, "moveFrom") ||
	       ys_docx_style_in(NULL, mark).hidden == 1;
}

static void walk_boxes(ys_docx_walk *walk)
{
	g_autoptr(GPtrArray) boxes = g_steal_pointer(&walk->boxes);

	walk->boxes = g_ptr_array_new();
	for (guint i = 0; i < boxes->len; i++)
		ys_docx_walk_blocks(walk, g_ptr_array_index(boxes, i));
}

static void walk_paragraph(ys_docx_walk *walk, const xmlNode *node)
{
	const xmlNode *ppr = ys_xml_child(node, "pPr");
	const char *id = ys_xml_value(ys_xml_child(ppr, "pStyle"), "val");
	ys_docx_style own = ys_docx_style_in(ppr, NULL), style = ys_docx_style_of(walk->styles, id);
	int level = own.level >= 0 ? own.level : MAX(style.level, 0);

	if (!walk->paragraph->len)
		append_number(walk, &own, id, &style);
	if (style.hidden != 1)
		walk_runs(walk, node);
	drop_instructions(walk);
	if (end_is_gone(ppr) && node->next)
		return;
	ys_docx_end_paragraph(walk, level);
	if (walk->boxes->len)
		walk_boxes(walk);
}

void ys_docx_walk_blocks(ys_docx_walk *walk, const xmlNode *node)
{
	for (const xmlNode *child = node->children; child; child = child->next) {
		const xmlNode *inside = ys_docx_inside(child);

		if (ys_xml_is(child, "p"))
			walk_paragraph(walk, child);
		else if (ys_xml_is(child, "tbl"))
			ys_docx_walk_table(walk, child);
		else if (ys_xml_is(child, "altChunk"))
			ys_original_add_remark(walk->original, "part-not-read", (ys_spot){ 0 },
					       "another document is included that was not read; open the file in an "
					       "office program and save it anew");
		else if (inside)
			ys_docx_walk_blocks(walk, inside);
	}
}
