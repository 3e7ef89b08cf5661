#include "src/original/page.h"

#include <string.h>

#include "src/original/pages_table.h"

/* Characters of a title; a box called so that holds more is none. */
#define TITLE_MAX 120

/* What is no text of the page. */
static const char *const unseen[] = { "script", "style", "noscript", "head", "nav", "header", "footer", "select",
				      "button", "input", "textarea", "iframe", "object", "template", "svg", NULL };
static const char *const blocks[] = { "address", "article", "aside", "blockquote", "body", "caption", "center",
				      "dd", "div", "dl", "dt", "fieldset", "figure", "form", "h1", "h2", "h3", "h4",
				      "h5", "h6", "hr", "html", "li", "main", "ol", "p", "pre", "section", "table",
				      "tbody", "td", "tfoot", "th", "thead", "tr", "ul", NULL };

static gboolean is_one_of(const xmlNode *node, const char *const *names)
{
	return g_strv_contains(names, (const char *)node->name);
}

gboolean ys_page_is_block(const xmlNode *node)
{
	return is_one_of(node, blocks);
}

/* ---- data/pages ---- */

/* The lines are in byte order. */
static gboolean is_listed(const char *kind, const char *key)
{
	gsize low = 0, high = pages_table_count;

	while (low < high) {
		gsize middle = (low + high) / 2;
		const char *const *line = pages_table[middle].field;
		int order = strcmp(line[0], kind);

		if (!order)
			order = strcmp(line[1], key);
		if (!order)
			return TRUE;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return FALSE;
}

/* Without case, hyphens, underscores and digits at the end. */
static char *key_of(const char *name)
{
	GString *key = g_string_new(NULL);

	for (; *name; name++)
		if (*name != '-' && *name != '_')
			g_string_append_c(key, g_ascii_tolower(*name));
	while (key->len && g_ascii_isdigit(key->str[key->len - 1]))
		g_string_truncate(key, key->len - 1);
	return g_string_free(key, FALSE);
}

static gboolean is_called(const xmlNode *node, const char *kind)
{
	static const char *const attributes[] = { "id", "class" };

	for (gsize a = 0; a < G_N_ELEMENTS(attributes); a++) {
		const char *value = ys_xml_value(node, attributes[a]);
		g_auto(GStrv) names = value && strlen(value) < 1000 ? g_strsplit_set(value, " \t\r\n", -1) : NULL;

		for (char **name = names; name && *name; name++) {
			g_autofree char *key = key_of(*name);

			if (is_listed(kind, key))
				return TRUE;
		}
	}
	return FALSE;
}

gboolean ys_page_is_trail(const char *text)
{
	while (*text && (g_unichar_isspace(g_utf8_get_char(text)) || *text == '['))
		text = g_utf8_next_char(text);
	/* a paragraph that only begins so is longer */
	if (g_utf8_strlen(text, -1) > 200)
		return FALSE;
	for (gsize i = 0; i < pages_table_count; i++)
		if (!strcmp(pages_table[i].field[0], "trail") && g_str_has_prefix(text, pages_table[i].field[1]))
			return TRUE;
	return FALSE;
}

/* ---- what is seen ---- */

static gboolean is_hidden(const xmlNode *node)
{
	const char *style = ys_xml_value(node, "style");
	g_autoptr(GString) rules = NULL;

	if (ys_xml_value(node, "hidden"))
		return TRUE;
	if (!style)
		return FALSE;
	rules = g_string_new(NULL);
	for (; *style; style++)
		if (!g_ascii_isspace(*style))
			g_string_append_c(rules, g_ascii_tolower(*style));
	return strstr(rules->str, "display:none") || strstr(rules->str, "mso-hide:all");
}

static const xmlNode *find(const xmlNode *node, const char *name)
{
	for (const xmlNode *child = node->children; child; child = child->next) {
		const xmlNode *found = ys_xml_is(child, name) ? child : NULL;

		if (found || (child->type == XML_ELEMENT_NODE && (found = find(child, name))))
			return found;
	}
	return NULL;
}

/* What the survey leaves in the nodes: how many tables with data are inside, and whether <h1> is. */
typedef struct {
	guint n_tables;
	gboolean heading;
} inside;

static inside inside_of(const xmlNode *node)
{
	guint mark = GPOINTER_TO_UINT(node->_private);

	return (inside){ mark >> 1, mark & 1 };
}

static void set_inside(xmlNode *node, inside inside)
{
	node->_private = GUINT_TO_POINTER(inside.n_tables << 1 | (inside.heading ? 1 : 0));
}

/* Names are no proof: what holds a table or the heading of the page is no furniture. */
gboolean ys_page_shows(const xmlNode *node)
{
	inside inside;

	if (node->type != XML_ELEMENT_NODE)
		return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
	inside = inside_of(node);
	if (ys_xml_is(node, "header") ? !inside.heading : is_one_of(node, unseen))
		return FALSE;
	if (is_hidden(node))
		return FALSE;
	return inside.n_tables || inside.heading || !is_called(node, "furniture") || is_called(node, "area");
}

/* ---- text ---- */

void ys_page_append_collapsed(GString *out, const char *text)
{
	for (; *text; text++)
		if (!g_ascii_isspace(*text))
			g_string_append_c(out, *text);
		else if (out->len && out->str[out->len - 1] != ' ' && out->str[out->len - 1] != '\n')
			g_string_append_c(out, ' ');
}

static void end_line(GString *out)
{
	while (out->len && out->str[out->len - 1] == ' ')
		g_string_truncate(out, out->len - 1);
	if (out->len && out->str[out->len - 1] != '\n')
		g_string_append_c(out, '\n');
}

void ys_page_append_text(GString *out, const xmlNode *node)
{
	for (const xmlNode *child = node->children; child; child = child->next) {
		if (!ys_page_shows(child))
			continue;
		if (child->type != XML_ELEMENT_NODE) {
			ys_page_append_collapsed(out, (const char *)child->content);
			continue;
		}
		if (ys_xml_is(child, "br") || ys_page_is_block(child))
			end_line(out);
		ys_page_append_text(out, child);
		if (ys_page_is_block(child))
			end_line(out);
	}
}

static gboolean is_blank(const char *text)
{
	for (; *text; text = g_utf8_next_char(text))
		if (!g_unichar_isspace(g_utf8_get_char(text)))
			return FALSE;
	return TRUE;
}

static gboolean has_text(const xmlNode *node)
{
	for (const xmlNode *child = node->children; child; child = child->next) {
		if (child->type == XML_TEXT_NODE && !is_blank((const char *)child->content))
			return TRUE;
		if (child->type == XML_ELEMENT_NODE && !is_one_of(child, unseen) && has_text(child))
			return TRUE;
	}
	return FALSE;
}

/* ---- tables with data ---- */

static void add_rows(const xmlNode *node, GPtrArray *rows)
{
	for (xmlNode *child = node->children; child; child = child->next)
		if (ys_xml_is(child, "tr"))
			g_ptr_array_add(rows, child);
		else if (child->type == XML_ELEMENT_NODE && !ys_xml_is(child, "table"))
			add_rows(child, rows);
}

GPtrArray *ys_page_rows(const xmlNode *table)
{
	GPtrArray *rows = g_ptr_array_new();

	add_rows(table, rows);
	return rows;
}

static gboolean has_two_cells(const xmlNode *row)
{
	guint filled = 0;

	for (const xmlNode *cell = row->children; cell && filled < 2; cell = cell->next)
		filled += (ys_xml_is(cell, "td") || ys_xml_is(cell, "th")) && has_text(cell);
	return filled == 2;
}

/* Two rows of two cells with text. */
static gboolean is_data(const xmlNode *table)
{
	g_autoptr(GPtrArray) rows = ys_page_rows(table);
	guint filled = 0;

	for (guint i = 0; i < rows->len && filled < 2; i++)
		filled += has_two_cells(g_ptr_array_index(rows, i));
	return filled == 2;
}

/* ---- the survey ---- */

typedef struct {
	const xmlNode *node;
	gsize weight;
} weighed;

typedef struct {
	ys_page *page;
	GArray *areas;          /* of weighed */
} survey;

static inside survey_tables(ys_page *page, xmlNode *node)
{
	inside all = { 0, FALSE };

	for (xmlNode *child = node->children; child; child = child->next)
		if (child->type == XML_ELEMENT_NODE && !is_hidden(child)) {
			inside here = survey_tables(page, child);

			all.n_tables += here.n_tables;
			all.heading |= here.heading;
		}
	if (!all.n_tables && ys_xml_is(node, "table") && is_data(node)) {
		g_hash_table_add(page->tables, node);
		all.n_tables = 1;
	}
	if (ys_xml_is(node, "h1") && has_text(node)) {
		all.heading = TRUE;
		if (!page->heading)
			page->heading = node;
	}
	set_inside(node, all);
	return all;
}

/* Bytes of text that are not part of links, of which menus are made. */
static gsize weigh(survey *survey, const xmlNode *node)
{
	weighed this = { node, 0 };

	for (const xmlNode *child = node->children; child; child = child->next) {
		if (child->type == XML_TEXT_NODE)
			this.weight += is_blank((const char *)child->content) ? 0 : strlen((const char *)child->content);
		else if (child->type == XML_ELEMENT_NODE && !ys_xml_is(child, "a") && ys_page_shows(child))
			this.weight += weigh(survey, child);
	}
	if (this.weight && is_called(node, "area"))
		g_array_append_val(survey->areas, this);
	return this.weight;
}

/* The heaviest area, or one in it that holds nearly as much: what lies between the two is date and source. */
static const xmlNode *choose_area(const GArray *areas, gsize whole)
{
	const xmlNode *area = NULL;
	gsize most = 0, least = G_MAXSIZE;

	for (guint i = 0; i < areas->len; i++)
		most = MAX(most, g_array_index(areas, weighed, i).weight);
	for (guint i = 0; i < areas->len; i++) {
		const weighed *this = &g_array_index(areas, weighed, i);

		if (this->weight >= most - most / 10 && this->weight < least) {
			least = this->weight;
			area = this->node;
		}
	}
	return most >= whole / 2 ? area : NULL;
}

static gboolean is_in(const xmlNode *node, const xmlNode *around)
{
	while (node && node != around)
		node = node->parent;
	return node != NULL;
}

/* The last title inside, or the node itself: a heading, or what is called one; not a paragraph. */
static const xmlNode *last_title_in(const xmlNode *node)
{
	static const char *const headings[] = { "h1", "h2", "h3", NULL };
	g_autoptr(GString) text = NULL;

	if (node->type != XML_ELEMENT_NODE || !ys_page_shows(node))
		return NULL;
	for (const xmlNode *child = node->last; child; child = child->prev) {
		const xmlNode *title = last_title_in(child);

		if (title)
			return title;
	}
	if (!is_one_of(node, headings) && !is_called(node, "heading"))
		return NULL;
	text = g_string_new(NULL);
	ys_page_append_text(text, node);
	return is_blank(text->str) || g_utf8_strlen(text->str, -1) > TITLE_MAX ? NULL : node;
}

/* Next to the area in front of it: pages without <h1> have the title of the article there. */
static const xmlNode *title_before(const xmlNode *area)
{
	for (; area; area = area->parent)
		for (const xmlNode *before = area->prev; before; before = before->prev) {
			const xmlNode *title = last_title_in(before);

			if (title)
				return title;
		}
	return NULL;
}

void ys_page_init(ys_page *page, const xmlNode *root)
{
	g_autoptr(GArray) areas = g_array_new(FALSE, FALSE, sizeof(weighed));
	survey survey = { page, areas };
	gsize whole;
	guint n_tables;

	*page = (ys_page){ .tables = g_hash_table_new(NULL, NULL) };
	n_tables = survey_tables(page, (xmlNode *)root).n_tables;
	whole = weigh(&survey, root);
	page->area = choose_area(areas, whole);
	page->sure = page->area != NULL;
	while (page->area && page->area != root && inside_of(page->area).n_tables < n_tables)
		page->area = page->area->parent;
	if (!page->area)
		page->area = root;
	if (!page->heading && page->sure)
		page->heading = title_before(page->area);
	page->heading_inside = page->heading && is_in(page->heading, page->area);
}

void ys_page_clear(ys_page *page)
{
	g_clear_pointer(&page->tables, g_hash_table_unref);
}

/* ---- what the page says of itself ---- */

static const char *content_of(const xmlNode *node, const char *name)
{
	for (const xmlNode *child = node->children; child; child = child->next) {
		const char *called = ys_xml_is(child, "meta") ? ys_xml_value(child, "name") : NULL;
		const char *content = NULL;

		if (!called && ys_xml_is(child, "meta"))
			called = ys_xml_value(child, "property");
		if (called && !g_ascii_strcasecmp(called, name))
			content = ys_xml_value(child, "content");
		else if (child->type == XML_ELEMENT_NODE)
			content = content_of(child, name);
		if (content && !is_blank(content))
			return content;
	}
	return NULL;
}

static char *meta(const xmlNode *root, const char *kind)
{
	for (gsize i = 0; i < pages_table_count; i++) {
		const char *content = strcmp(pages_table[i].field[0], kind) ? NULL :
				      content_of(root, pages_table[i].field[1]);

		if (content) {
			g_autoptr(GString) text = g_string_new(NULL);

			ys_page_append_collapsed(text, content);
			return g_strdup(g_strstrip(text->str));
		}
	}
	return NULL;
}

/* The day of 2024-02-05 10:30, 2024/2/5 and 2024年2月5日; NULL: it is none. */
static char *day_of(const char *text)
{
	guint parts[3] = { 0 };

	for (int i = 0; i < 3; i++) {
		while (*text && !g_ascii_isdigit(*text))
			text++;
		for (; g_ascii_isdigit(*text) && parts[i] < 10000; text++)
			parts[i] = parts[i] * 10 + *text - '0';
	}
	/* a GDateDay has eight bits, 261 would be the fifth */
	if (parts[0] < 1990 || parts[0] > 2099 || parts[2] > 31 || !g_date_valid_dmy(parts[2], parts[1], parts[0]))
		return NULL;
	return g_strdup_printf("%04u-%02u-%02u", parts[0], parts[1], parts[2]);
}

static char *line_of(const xmlNode *node)
{
	g_autoptr(GString) text = g_string_new(NULL);

	for (const xmlNode *child = node ? node->children : NULL; child; child = child->next)
		if (child->type == XML_TEXT_NODE)
			ys_page_append_collapsed(text, (const char *)child->content);
	return *g_strstrip(text->str) ? g_strdup(text->str) : NULL;
}

static char *heading_line(const xmlNode *heading)
{
	g_autoptr(GString) text = g_string_new(NULL);

	if (heading)
		ys_page_append_text(text, heading);
	return *g_strstrip(g_strdelimit(text->str, "\n", ' ')) ? g_strdup(text->str) : NULL;
}

void ys_page_take_meta(ys_original *original, const xmlNode *root, const xmlNode *heading)
{
	g_autofree char *published = meta(root, "published");

	original->publisher = meta(root, "publisher");
	original->published = published ? day_of(published) : NULL;
	original->title = meta(root, "title");
	if (!original->title)
		original->title = heading_line(heading);
	if (!original->title)
		original->title = line_of(find(root, "title"));
}
