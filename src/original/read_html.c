#include <string.h>

#include "src/error.h"
#include "src/original/charset.h"
#include "src/original/html.h"
#include "src/original/html_tame.h"
#include "src/original/page.h"
#include "src/original/page_table.h"
#include "src/original/readers.h"

/* A page is less than a tenth of it. */
#define LEN_MAX (16 << 20)
/* How much of a file is looked at for what it is. */
#define SAMPLE 65536

/* Walking over the page: the paragraph that is not ended yet. */
typedef struct {
	const ys_page *page;
	ys_original *original;
	GString *paragraph;
	int level;              /* of the heading it stands in; 0: none */
	guint heading_at;       /* how many elements stand in front of the heading of the page */
} walk;

static void end_paragraph(walk *walk)
{
	if (!ys_page_is_trail(walk->paragraph->str))
		ys_original_add_text(walk->original, (ys_spot){ 0 }, walk->paragraph->str, walk->level);
	g_string_truncate(walk->paragraph, 0);
}

static int level_of(const xmlNode *node)
{
	const char *name = (const char *)node->name;

	return name[0] == 'h' && name[1] >= '1' && name[1] <= '6' && !name[2] ? name[1] - '0' : 0;
}

static void walk_children(walk *walk, const xmlNode *node);

/* The caption, and what stands between the rows by mistake: browsers print it in front of the table. */
static void take_table(walk *walk, const xmlNode *node)
{
	static const char *const parts[] = { "tr", "thead", "tbody", "tfoot", NULL };

	for (const xmlNode *child = node->children; child; child = child->next) {
		if (!ys_page_shows(child))
			continue;
		if (child->type != XML_ELEMENT_NODE) {
			ys_page_append_collapsed(walk->paragraph, (const char *)child->content);
		} else if (!g_strv_contains(parts, (const char *)child->name)) {
			ys_page_append_text(walk->paragraph, child);
			end_paragraph(walk);
		}
	}
	end_paragraph(walk);
	ys_original_add_table(walk->original, (ys_spot){ 0 }, ys_page_table(node));
}

static void walk_block(walk *walk, const xmlNode *node)
{
	int level = walk->level;

	end_paragraph(walk);
	if (node == walk->page->heading)
		walk->heading_at = walk->original->elements->len;
	if (level_of(node))
		walk->level = level_of(node);
	if (g_hash_table_contains(walk->page->tables, node))
		take_table(walk, node);
	else
		walk_children(walk, node);
	end_paragraph(walk);
	walk->level = level;
}

static void walk_children(walk *walk, const xmlNode *node)
{
	for (const xmlNode *child = node->children; child; child = child->next) {
		if (!ys_page_shows(child))
			continue;
		if (child->type != XML_ELEMENT_NODE)
			ys_page_append_collapsed(walk->paragraph, (const char *)child->content);
		else if (ys_xml_is(child, "br"))
			g_string_append_c(walk->paragraph, '\n');
		else if (ys_page_is_block(child))
			walk_block(walk, child);
		else
			walk_children(walk, child);
	}
}

/* Bytes of text from element first up to element end; G_MAXSIZE: there are tables. */
static gsize text_between(const ys_original *original, guint first, guint end)
{
	gsize len = 0;

	for (guint i = first; i < end; i++) {
		const ys_element *element = g_ptr_array_index(original->elements, i);

		if (element->kind == YS_ELEMENT_TABLE)
			return G_MAXSIZE;
		len += strlen(element->text);
	}
	return len;
}

/* A page that marks no article: what stands in front of its heading is the head of the site, unless that
 * is most of it. */
static void drop_head_of_site(walk *walk)
{
	ys_original *original = walk->original;
	guint at = walk->heading_at;

	if (at && !walk->page->sure &&
	    text_between(original, 0, at) < text_between(original, at, original->elements->len))
		g_ptr_array_remove_range(original->elements, 0, at);
}

static void read_page(ys_original *original, const xmlNode *root)
{
	g_autoptr(GString) paragraph = g_string_new(NULL);
	ys_page page;
	walk walk = { .page = &page, .original = original, .paragraph = paragraph };

	ys_page_init(&page, root);
	ys_page_take_meta(original, root, page.heading);
	if (page.heading && !page.heading_inside) {
		walk.level = 1;
		walk_children(&walk, page.heading);
		end_paragraph(&walk);
		walk.level = 0;
	}
	walk_block(&walk, page.area);
	if (page.heading_inside)
		drop_head_of_site(&walk);
	ys_page_clear(&page);
}

/* charset=gb2312, with or without quotation marks, in the beginning of the page; NULL: none. */
static char *declared_in(const ys_bytes *bytes)
{
	g_autofree char *head = g_ascii_strdown(bytes->data, MIN(bytes->len, 4096));
	const char *at = strstr(head, "charset=");

	if (!at)
		return NULL;
	at += strlen("charset=");
	at += strspn(at, "\"' ");
	return g_strndup(at, strcspn(at, "\"'>; \r\n"));
}

static ys_original *refuse(const char *why, GError **error)
{
	g_set_error_literal(error, YS_ERROR, YS_ERROR_PUBLICATION, why);
	return NULL;
}

/* A page that is cut off in &#37325; ends with another character. */
static void drop_cut_reference(char *page, gsize *n)
{
	gsize end = *n;

	while (end && *n - end < 10 && (g_ascii_isalnum(page[end - 1]) || page[end - 1] == '#'))
		end--;
	if (end && page[end - 1] == '&') {
		*n = end - 1;
		page[*n] = '\0';
	}
}

ys_original *ys_html_read(const ys_bytes *bytes, const char *format, const char *declared, GError **error)
{
	g_autoptr(ys_original) original = ys_original_new(format);
	g_autofree char *inside = declared ? NULL : declared_in(bytes), *text = NULL;
	g_autoptr(xmlDoc) doc = NULL;
	gboolean damaged, cut;
	gsize n;

	if (bytes->len > LEN_MAX)
		return refuse("the page has more than 16 MB; split it", error);
	text = ys_charset_decode(bytes->data, bytes->len, declared ? declared : inside, &n, &damaged);
	ys_html_tame(text);
	drop_cut_reference(text, &n);
	doc = ys_html_parse(text, n, &cut);
	if (doc)
		read_page(original, xmlDocGetRootElement(doc));
	if (cut)
		ys_original_add_remark(original, "page-cut", (ys_spot){ 0 },
				       "the page has too many elements, or too many inside one another; what follows "
				       "them is missing");
	if (damaged)
		ys_original_add_remark(original, "text-damaged", (ys_spot){ 0 },
				       "some bytes are no text in the page's encoding");
	if (!original->elements->len && cut)
		return refuse("the page begins with too many elements inside one another; save it from the browser as "
			      "PDF", error);
	if (!original->elements->len)
		return refuse("there is no text in the page; if a browser shows some, a script fetches it: save "
			      "the page from the browser as PDF", error);
	return g_steal_pointer(&original);
}

/* The first tag is of a kind that pages are made of. */
static int bid_fragment(const char *at)
{
	static const char *const tags[] = { "!--", "%@", "a", "article", "b", "br", "center", "div", "font", "form",
					    "h1", "h2", "h3", "h4", "head", "img", "input", "jsp:include", "li", "link",
					    "main", "meta", "ol", "p", "pre", "script", "section", "span", "strong",
					    "style", "table", "tbody", "title", "tr", "ul", NULL };

	if (*at++ != '<')
		return 0;
	for (gsize i = 0; tags[i]; i++) {
		gsize len = strlen(tags[i]);

		if (!strncmp(at, tags[i], len) && !g_ascii_isalnum(at[len]))
			return 8 * (len + 1);
	}
	return 0;
}

/* The beginning in lower case, as a string.  Every second byte of UTF-16 is a NUL where tags are. */
static char *sample_of(const ys_bytes *bytes)
{
	gsize len = MIN(bytes->len, SAMPLE), n = 0;
	const char *data = bytes->data;
	gboolean utf16 = len >= 2 && (!memcmp(data, "\xff\xfe", 2) || !memcmp(data, "\xfe\xff", 2));
	char *sample = g_malloc(len + 1);

	for (gsize i = utf16 ? 2 : 0; i < len; i++)
		if (data[i] || !utf16)
			sample[n++] = data[i] ? g_ascii_tolower(data[i]) : ' ';
	sample[n] = '\0';
	return sample;
}

/* Pages have few control characters, but for UTF-16, whose mark is none. */
static gboolean looks_binary(const ys_bytes *bytes)
{
	gsize control = 0, n = MIN(bytes->len, SAMPLE);

	if (n >= 2 && (!memcmp(bytes->data, "\xff\xfe", 2) || !memcmp(bytes->data, "\xfe\xff", 2)))
		return FALSE;
	for (gsize i = 0; i < n; i++)
		control += (guchar)bytes->data[i] < ' ' && !g_ascii_isspace(bytes->data[i]);
	return control * 50 > n;
}

/* It says that it is a page, or begins with a tag.  Text with a tag here and there is none. */
static int bid_html(const ys_bytes *bytes)
{
	static const char *const sure[] = { "<!doctype html", "<html", "<body" };
	g_autofree char *sample = NULL;
	const char *at;

	/* most text has no tag at all */
	if (!memchr(bytes->data, '<', MIN(bytes->len, SAMPLE)) || looks_binary(bytes))
		return 0;
	sample = sample_of(bytes);
	at = g_str_has_prefix(sample, "\xef\xbb\xbf") ? sample + 3 : sample;
	while (g_ascii_isspace(*at))
		at++;
	for (gsize i = 0; i < G_N_ELEMENTS(sure); i++)
		if (g_str_has_prefix(at, sure[i]))
			return 8 * strlen(sure[i]);
	/* further on it may be a page in an archive */
	for (gsize i = 0; i < G_N_ELEMENTS(sure); i++)
		if (strstr(at, sure[i]))
			return 16;
	return bid_fragment(at);
}

static ys_original *read_html(const ys_bytes *bytes, GError **error)
{
	return ys_html_read(bytes, "html", NULL, error);
}

const ys_reader ys_reader_html = { "html", bid_html, read_html };
