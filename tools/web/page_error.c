#include "tools/web/page_parts.h"

static const struct {
	int status;
	web_word what, advice;
} errors[] = {
	{ 400, W_E_400, W_A_400 },
	{ 404, W_E_404, W_A_404 },
	{ 405, W_E_405, W_A_405 },
	{ 414, W_E_414, W_A_414 },
	{ 503, W_E_503, W_A_503 },
	{ 500, W_E_500, W_A_500 },      /* the last one: for all others too */
};

void page_error(GString *out, const web_view *view, int status, const char *reason)
{
	web_lang lang = view->request->lang;
	page_out page, *p = &page;
	guint i = 0;

	while (i < G_N_ELEMENTS(errors) - 1 && errors[i].status != status)
		i++;
	page = page_begin(out, view, web_word_text(lang, errors[i].what), PAGE_PLAIN, status == 400);
	g_string_append_printf(out, "<p class=\"by\">%d</p>\n<h1>", status);
	page_word(p, errors[i].what);
	PAGE_LIT(p, "</h1>\n");
	if (reason) {
		PAGE_LIT(p, "<p class=\"reason\">");
		page_word(p, W_REASON);
		page_text(p, reason);
		PAGE_LIT(p, "</p>\n");
	}
	PAGE_IN(p, "<p>", page_word(p, errors[i].advice), "</p>\n");
	page_examples(p);
	page_end(p, PAGE_PLAIN);
}
