#include "src/original/xml.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <string.h>

#include "src/error.h"

/* Some 300 MB of tree; the largest budget seen has 200,000. */
#define ELEMENTS_MAX 2000000
/* What is nested deeper becomes text of the element at that depth.  libxml2 itself gives up at 256. */
#define DEPTH_MAX 200
/* Elements that only surround are left out from here on, for unclosed ones have the tables of a page in them. */
#define SURROUND_MAX 100
/* libxml2 looks for what an end tag closes through all that is open. */
#define OPEN_MAX 1000

#define XML_OPTIONS (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT | XML_PARSE_NOCDATA)
#define HTML_OPTIONS (HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | \
		      HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC)

/* How an element that is open stands in the tree. */
enum { LEFT_OUT, AS_BORDERS, GROWN };

/* What is known of a tree while it grows; the parser's _private. */
typedef struct {
	guint elements, depth;
	guint grown;                    /* of the elements that are open, how many are in the tree */
	guint8 open[OPEN_MAX + 1];
	gboolean cut, doctype;
} growth;

static void start_xml(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int n_spaces,
		      const xmlChar **spaces, int n_attributes, int n_defaulted, const xmlChar **attributes)
{
	xmlParserCtxt *parser = context;
	growth *growth = parser->_private;

	if (++growth->elements > ELEMENTS_MAX) {
		growth->cut = TRUE;
		xmlStopParser(parser);
		return;
	}
	xmlSAX2StartElementNs(context, name, prefix, uri, n_spaces, spaces, n_attributes, n_defaulted, attributes);
}

static void refuse_doctype(void *context, G_GNUC_UNUSED const xmlChar *name, G_GNUC_UNUSED const xmlChar *external,
			   G_GNUC_UNUSED const xmlChar *system)
{
	xmlParserCtxt *parser = context;

	((growth *)parser->_private)->doctype = TRUE;
	xmlStopParser(parser);
}

static void set_parse_error(GError **error, const char *part, const growth *growth)
{
	if (growth->doctype)
		g_set_error(error, YS_ERROR, YS_ERROR_PUBLICATION,
			    "%s declares a document type, which no office program does; it is not read", part);
	else if (growth->cut)
		g_set_error(error, YS_ERROR, YS_ERROR_PUBLICATION,
			    "%s has more than %d elements; split the document", part, ELEMENTS_MAX);
	else
		g_set_error(error, YS_ERROR, YS_ERROR_PUBLICATION,
			    "%s is damaged or cut off; fetch the file again, or open it in an office program "
			    "and save it anew", part);
}

xmlDoc *ys_xml_parse(const char *data, gsize len, const char *part, GError **error)
{
	xmlParserCtxt *parser = xmlNewParserCtxt();
	growth growth = { 0 };
	xmlDoc *doc;

	parser->_private = &growth;
	parser->sax->startElementNs = start_xml;
	parser->sax->internalSubset = refuse_doctype;
	doc = xmlCtxtReadMemory(parser, data, len, NULL, NULL, XML_OPTIONS);
	if (doc && (growth.cut || growth.doctype)) {
		xmlFreeDoc(doc);
		doc = NULL;
	}
	xmlFreeParserCtxt(parser);
	if (!doc || !xmlDocGetRootElement(doc)) {
		set_parse_error(error, part, &growth);
		g_clear_pointer(&doc, xmlFreeDoc);
	}
	return doc;
}

static gboolean may_be_hidden(const xmlChar **attributes)
{
	for (; attributes && attributes[0]; attributes += 2) {
		const char *name = (const char *)attributes[0], *value = (const char *)attributes[1];

		if (!strcmp(name, "hidden") ||
		    (!strcmp(name, "style") && value && (strcasestr(value, "display") || strcasestr(value, "mso-hide"))))
			return TRUE;
	}
	return FALSE;
}

static int how_to_grow(const growth *growth, const char *name, const xmlChar **attributes)
{
	static const char *const inside_lines[] = { "a", "b", "em", "font", "i", "o:p", "span", "strong", "u", NULL };
	static const char *const lines[] = { "article", "center", "div", "main", "section", NULL };

	if (growth->grown >= DEPTH_MAX)
		return LEFT_OUT;
	if (growth->grown < SURROUND_MAX || may_be_hidden(attributes))
		return GROWN;
	if (g_strv_contains(inside_lines, name))
		return LEFT_OUT;
	return g_strv_contains(lines, name) ? AS_BORDERS : GROWN;
}

/* An empty paragraph ends the one before it. */
static void add_border(void *context)
{
	xmlSAX2StartElement(context, BAD_CAST "p", NULL);
	xmlSAX2EndElement(context, BAD_CAST "p");
}

static void start_html(void *context, const xmlChar *name, const xmlChar **attributes)
{
	xmlParserCtxt *parser = context;
	growth *growth = parser->_private;

	if (++growth->elements > ELEMENTS_MAX || growth->depth >= OPEN_MAX) {
		growth->cut = TRUE;
		xmlStopParser(parser);
		return;
	}
	growth->open[growth->depth] = how_to_grow(growth, (const char *)name, attributes);
	if (growth->open[growth->depth] == AS_BORDERS)
		add_border(context);
	if (growth->open[growth->depth++] == GROWN) {
		growth->grown++;
		xmlSAX2StartElement(context, name, attributes);
	}
}

static void end_html(void *context, const xmlChar *name)
{
	growth *growth = ((xmlParserCtxt *)context)->_private;

	if (!growth->depth)
		return;
	if (growth->open[--growth->depth] == GROWN) {
		growth->grown--;
		xmlSAX2EndElement(context, name);
	} else if (growth->open[growth->depth] == AS_BORDERS) {
		add_border(context);
	}
}

xmlDoc *ys_html_parse(const char *data, gsize len, gboolean *cut)
{
	htmlParserCtxt *parser = htmlNewParserCtxt();
	growth growth = { 0 };
	xmlDoc *doc;

	parser->_private = &growth;
	parser->sax->startElement = start_html;
	parser->sax->endElement = end_html;
	doc = htmlCtxtReadMemory(parser, data, len, NULL, "UTF-8", HTML_OPTIONS);
	htmlFreeParserCtxt(parser);
	*cut = growth.cut;
	if (doc && !xmlDocGetRootElement(doc))
		g_clear_pointer(&doc, xmlFreeDoc);
	return doc;
}

xmlTextReader *ys_xml_reader(const char *data, gsize len)
{
	return xmlReaderForMemory(data, len, NULL, NULL, XML_OPTIONS);
}

int ys_xml_next(xmlTextReader *reader)
{
	int more = xmlTextReaderRead(reader);

	return more == 1 && xmlTextReaderNodeType(reader) == XML_READER_TYPE_DOCUMENT_TYPE ? -1 : more;
}

gboolean ys_xml_is(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE && !strcmp((const char *)node->name, name);
}

xmlNode *ys_xml_skip_to(xmlNode *node, const char *name)
{
	while (node && !ys_xml_is(node, name))
		node = node->next;
	return node;
}

xmlNode *ys_xml_child(const xmlNode *node, const char *name)
{
	return node ? ys_xml_skip_to(node->children, name) : NULL;
}

const char *ys_xml_value(const xmlNode *node, const char *attribute)
{
	if (!node)
		return NULL;
	for (const xmlAttr *a = node->properties; a; a = a->next)
		if (!strcmp((const char *)a->name, attribute))
			return a->children && a->children->content ? (const char *)a->children->content : "";
	return NULL;
}

int ys_xml_int(const xmlNode *node, const char *attribute, int otherwise)
{
	const char *value = ys_xml_value(node, attribute);
	char *end;
	gint64 number = value ? g_ascii_strtoll(value, &end, 10) : 0;

	return value && end != value ? CLAMP(number, G_MININT, G_MAXINT) : otherwise;
}

gboolean ys_xml_on(const xmlNode *node, const char *attribute)
{
	const char *value = ys_xml_value(node, attribute);

	return node && (!value || !strcmp(value, "1") || !strcmp(value, "true") || !strcmp(value, "on"));
}
