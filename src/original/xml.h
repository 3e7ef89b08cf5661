/* Trees of XML and HTML from strangers: no entities, nothing fetched, bounds on depth and size. */
#ifndef YS_XML_H
#define YS_XML_H

#include <glib.h>
#include <libxml/tree.h>
#include <libxml/xmlreader.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(xmlDoc, xmlFreeDoc)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(xmlTextReader, xmlFreeTextReader)

/* YS_ERROR_PUBLICATION, which names the part, where the bytes are no well-formed XML, declare a document
 * type, as no office program does, or hold more than two million elements. */
xmlDoc *ys_xml_parse(const char *data, gsize len, const char *part, GError **error);

/* The page as far as it goes; *cut is set where it went on but its elements are too many or nested too
 * deeply.  data is UTF-8.  NULL where there is no element. */
xmlDoc *ys_html_parse(const char *data, gsize len, gboolean *cut);

/* The same bytes read from their beginning to their end, of which only one element is held.  To be asked
 * with ys_xml_next(). */
xmlTextReader *ys_xml_reader(const char *data, gsize len);
/* To the next node: 1; 0 at the end; -1 where it is damaged or declares a document type. */
int ys_xml_next(xmlTextReader *reader);

/* Elements and attributes by their names without prefix: what the prefix is bound to never told two that
 * office programs write apart. */
gboolean ys_xml_is(const xmlNode *node, const char *name);
xmlNode *ys_xml_child(const xmlNode *node, const char *name);
/* The next sibling of that name, node itself included. */
xmlNode *ys_xml_skip_to(xmlNode *node, const char *name);
/* The tree's own; NULL: no such attribute. */
const char *ys_xml_value(const xmlNode *node, const char *attribute);
int ys_xml_int(const xmlNode *node, const char *attribute, int otherwise);
/* 1, true, on, and the element without the attribute are yes, as for <w:b/>; node may be NULL: no. */
gboolean ys_xml_on(const xmlNode *node, const char *attribute);

#endif
