#include "src/original/docx_styles.h"

#include <string.h>

/* A style is based on another at most so often; what goes on is a circle. */
#define BASES_MAX 16

static void style_free(ys_docx_style *style)
{
	g_free(style->based_on);
	g_free(style);
}

ys_docx_style ys_docx_style_in(const xmlNode *ppr, const xmlNode *rpr)
{
	const xmlNode *numbering = ys_xml_child(ppr, "numPr");
	const xmlNode *outline = ys_xml_child(ppr, "outlineLvl"), *vanish = ys_xml_child(rpr, "vanish");
	int level = ys_xml_int(outline, "val", -1);

	return (ys_docx_style){
		/* the tenth level is text */
		.level = !outline ? -1 : level >= 0 && level < 9 ? level + 1 : 0,
		.numbering = ys_xml_int(ys_xml_child(numbering, "numId"), "val", -1),
		.numbering_level = ys_xml_int(ys_xml_child(numbering, "ilvl"), "val", -1),
		.hidden = vanish ? ys_xml_on(vanish, "val") : -1,
	};
}

/* Its name tells a heading where its level does not: WPS writes some without. */
static int level_by_name(const char *name)
{
	if (name && !g_ascii_strncasecmp(name, "heading ", 8) && g_ascii_isdigit(name[8]) && !name[9])
		return name[8] - '0';
	return name && !g_ascii_strcasecmp(name, "title") ? 1 : -1;
}

GHashTable *ys_docx_styles(const xmlNode *root)
{
	GHashTable *styles = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)style_free);

	for (xmlNode *node = ys_xml_child(root, "style"); node; node = ys_xml_skip_to(node->next, "style")) {
		const char *id = ys_xml_value(node, "styleId");
		ys_docx_style *style;

		if (!id)
			continue;
		style = g_new0(ys_docx_style, 1);
		*style = ys_docx_style_in(ys_xml_child(node, "pPr"), ys_xml_child(node, "rPr"));
		style->based_on = g_strdup(ys_xml_value(ys_xml_child(node, "basedOn"), "val"));
		if (style->level < 0)
			style->level = level_by_name(ys_xml_value(ys_xml_child(node, "name"), "val"));
		g_hash_table_replace(styles, g_strdup(id), style);
	}
	return styles;
}

static int said(int here, int before)
{
	return here >= 0 ? here : before;
}

ys_docx_style ys_docx_style_of(GHashTable *styles, const char *id)
{
	ys_docx_style whole = { NULL, -1, -1, -1, -1 };

	for (int i = 0; id && i < BASES_MAX; i++) {
		const ys_docx_style *style = g_hash_table_lookup(styles, id);

		if (!style)
			break;
		whole.level = said(whole.level, style->level);
		whole.numbering = said(whole.numbering, style->numbering);
		whole.numbering_level = said(whole.numbering_level, style->numbering_level);
		whole.hidden = said(whole.hidden, style->hidden);
		id = style->based_on;
	}
	return whole;
}
