#include <glib.h>
#include <string.h>

#include "tools/web/page_parts.h"

static const char style[] =
#include "tools/web/style_text.h"
	;

/* The hash is of what the browser finds between the tags, byte for byte. */
static char *policy_of(const char *text)
{
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
	g_autofree char *hash = NULL;
	guint8 digest[32];
	gsize len = sizeof digest;

	g_checksum_update(sum, (const guchar *)text, -1);
	g_checksum_get_digest(sum, digest, &len);
	hash = g_base64_encode(digest, len);
	return g_strdup_printf("default-src 'none'; style-src 'sha256-%s'; form-action 'self'; base-uri 'none'; "
			       "frame-ancestors 'none'", hash);
}

const char *page_security_policy(void)
{
	static gsize policy;

	if (g_once_init_enter(&policy))
		g_once_init_leave(&policy, (gsize)policy_of(style));
	return (const char *)policy;
}

static const char *site_title(const page_out *p)
{
	return p->view->title ? p->view->title : page_word_text(p, W_SITE);
}

/* ---- head ---- */

static void append_alternate(page_out *p, web_format format)
{
	static const struct {
		const char *rel, *type;
	} links[WEB_N_FORMATS] = {
		[WEB_JSON] = { "alternate", "application/json" },
		[WEB_CSV] = { "alternate", "text/csv" },
		[WEB_ATOM] = { "alternate", "application/atom+xml" },
		[WEB_OPENSEARCH] = { "search", "application/opensearchdescription+xml" },
	};
	g_autofree char *address = web_link_format(p->request, format);

	g_string_append_printf(p->out, "<link rel=\"%s\" type=\"%s\" title=\"", links[format].rel, links[format].type);
	ys_html_attr(p->out, site_title(p));
	PAGE_LIT(p, "\" href=\"");
	ys_html_attr(p->out, address);
	PAGE_LIT(p, "\">\n");
}

static void append_head(page_out *p, const char *title, page_data data)
{
	PAGE_LIT(p, "<!DOCTYPE html>\n<html lang=\"");
	g_string_append(p->out, p->request->lang == WEB_EN ? "en" : "zh-CN");
	PAGE_LIT(p, "\">\n<head>\n<meta charset=\"utf-8\">\n<title>");
	if (title) {
		page_plain(p, title);
		PAGE_LIT(p, " – ");
		page_plain(p, site_title(p));
	} else {
		page_plain(p, p->view->title ? p->view->title : page_word_text(p, W_SITE_LONG));
	}
	PAGE_LIT(p, "</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
		 "<meta name=\"color-scheme\" content=\"light dark\">\n");
	append_alternate(p, WEB_OPENSEARCH);
	if (data == PAGE_WITH_FEED)
		append_alternate(p, WEB_ATOM);
	PAGE_LIT(p, "<style>");
	g_string_append_len(p->out, style, sizeof style - 1);
	PAGE_LIT(p, "</style>\n</head>\n");
}

/* ---- search form ---- */

static void append_input(page_out *p, web_value value, web_word label, web_word hint)
{
	const char *name = web_value_name(value);

	g_string_append_printf(p->out, "<p><label for=\"f-%s\">", name);
	page_word(p, label);
	g_string_append_printf(p->out, "</label><input id=\"f-%s\" name=\"%s\" value=\"", name, name);
	ys_html_attr(p->out, p->request->values[value]);
	PAGE_LIT(p, "\"");
	if (hint != W_N_WORDS) {
		g_string_append_printf(p->out, " aria-describedby=\"h-%s\"><small id=\"h-%s\">", name, name);
		page_word(p, hint);
		PAGE_LIT(p, "</small></p>\n");
	} else {
		PAGE_LIT(p, "></p>\n");
	}
}

typedef struct {
	const char *value;
	web_word word;
} option;

static void append_select(page_out *p, web_value value, web_word label, const option *options, guint n)
{
	const char *name = web_value_name(value), *now = p->request->values[value];

	g_string_append_printf(p->out, "<p><label for=\"f-%s\">", name);
	page_word(p, label);
	g_string_append_printf(p->out, "</label><select id=\"f-%s\" name=\"%s\">", name, name);
	for (guint i = 0; i < n; i++) {
		PAGE_LIT(p, "<option value=\"");
		ys_html_attr(p->out, options[i].value);
		g_string_append(p->out, !g_strcmp0(now, options[i].value) ? "\" selected>" : "\">");
		page_plain(p, page_word_text(p, options[i].word));
		PAGE_LIT(p, "</option>");
	}
	PAGE_LIT(p, "</select></p>\n");
}

/* What the form has no field for must not get lost. */
static void append_hidden(page_out *p, const char *name, const char *value)
{
	if (!value)
		return;
	g_string_append_printf(p->out, "<input type=\"hidden\" name=\"%s\" value=\"", name);
	ys_html_attr(p->out, value);
	PAGE_LIT(p, "\">");
}

static void append_conditions(page_out *p, gboolean open)
{
	static const option kinds[] = { { "", W_KIND_ANY }, { "预算", W_KIND_BUDGET }, { "决算", W_KIND_FINAL } };
	static const option sorts[] = {
		{ "", W_SORT_RELEVANCE }, { "amount", W_SORT_AMOUNT }, { "year", W_SORT_YEAR },
	};

	g_string_append(p->out, open ? "<details open><summary>" : "<details><summary>");
	page_word(p, W_MORE_CONDITIONS);
	PAGE_LIT(p, "</summary><div class=\"fields\">\n");
	append_input(p, WEB_YEAR, W_YEAR, W_YEAR_HINT);
	append_input(p, WEB_REGION, W_REGION, W_REGION_HINT);
	append_input(p, WEB_DEPARTMENT, W_DEPARTMENT, W_N_WORDS);
	append_input(p, WEB_AMOUNT, W_AMOUNT, W_AMOUNT_HINT);
	append_select(p, WEB_KIND, W_KIND, kinds, G_N_ELEMENTS(kinds));
	append_select(p, WEB_SORT, W_SORT, sorts, G_N_ELEMENTS(sorts));
	PAGE_LIT(p, "</div></details>\n");
}

static void append_form(page_out *p, gboolean open)
{
	static const web_value kept[] = { WEB_TYPE, WEB_PUBLICATION, WEB_EXACT, WEB_SYNONYMS };

	PAGE_LIT(p, "<form role=\"search\" method=\"get\" action=\"");
	ys_html_attr(p->out, p->request->self);
	PAGE_LIT(p, "\">\n<div class=\"box\"><label class=\"vh\" for=\"q\">");
	page_word(p, W_SEARCH_LABEL);
	PAGE_LIT(p, "</label><input id=\"q\" type=\"search\" name=\"q\" value=\"");
	ys_html_attr(p->out, p->request->values[WEB_Q]);
	PAGE_IN(p, "\"><button>", page_word(p, W_SEARCH), "</button></div>\n");
	append_conditions(p, open);
	for (guint i = 0; i < G_N_ELEMENTS(kept); i++)
		append_hidden(p, web_value_name(kept[i]), p->request->values[kept[i]]);
	if (p->request->lang_chosen)
		append_hidden(p, "lang", p->request->lang == WEB_EN ? "en" : "zh");
	PAGE_LIT(p, "</form>\n");
}

/* ---- frame ---- */

page_out page_begin(GString *out, const web_view *view, const char *title, page_data data, gboolean conditions_open)
{
	page_out page = { out, view, view->request, 0 }, *p = &page;
	web_lang other = p->request->lang == WEB_EN ? WEB_ZH : WEB_EN;
	g_autofree char *address = web_link_lang(p->request, other);

	append_head(p, title, data);
	PAGE_IN(p, "<body>\n<a class=\"skip\" href=\"#main\">", page_word(p, W_SKIP), "</a>\n");
	PAGE_LIT(p, "<header class=\"top\">\n<p class=\"brand\">");
	page_link(p, web_link_record(p->request, NULL), site_title(p));
	PAGE_LIT(p, "</p>\n");
	append_form(p, conditions_open);
	g_string_append_printf(p->out, "<p class=\"lang\"><a lang=\"%s\" hreflang=\"%s\" href=\"",
			       other == WEB_EN ? "en" : "zh-CN", other == WEB_EN ? "en" : "zh-CN");
	ys_html_attr(p->out, address);
	PAGE_LIT(p, "\">");
	page_plain(p, page_word_text(p, W_OTHER_LANG));
	PAGE_LIT(p, "</a></p>\n</header>\n<main id=\"main\" tabindex=\"-1\">\n");
	return page;
}

static void append_data_links(page_out *p, page_data data)
{
	if (data == PAGE_PLAIN)
		return;
	PAGE_LIT(p, "<p>");
	page_word(p, W_FORMATS);
	PAGE_LIT(p, " ");
	page_link(p, web_link_format(p->request, WEB_JSON), "JSON");
	PAGE_LIT(p, " · ");
	page_link(p, web_link_format(p->request, WEB_CSV), "CSV");
	if (data == PAGE_WITH_FEED) {
		PAGE_LIT(p, " · ");
		page_link_word(p, web_link_format(p->request, WEB_ATOM), W_ATOM);
	}
	PAGE_LIT(p, "</p>\n");
}

void page_end(page_out *p, page_data data)
{
	PAGE_LIT(p, "</main>\n<footer>\n");
	append_data_links(p, data);
	PAGE_IN(p, "<p>", page_link_word(p, web_link_help(p->request), W_HELP), "</p>\n");
	PAGE_LIT(p, "<p>");
	page_word(p, W_FOOTER);
	if (p->view->generation) {
		g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc(p->view->published);
		g_autofree char *date = time ? g_date_time_format(time, "%Y-%m-%d") : g_strdup("");
		g_autofree char *number = g_strdup_printf("%u", p->view->generation);

		PAGE_LIT(p, " ");
		page_say(p, W_GENERATION, number, date, NULL);
	}
	PAGE_LIT(p, "</p>\n</footer>\n</body>\n</html>\n");
}
