/* What was understood of the words of a query: chips that can be taken away, and what could not be taken so. */
#include <string.h>

#include "tools/web/page_parts.h"

static web_word value_word(const ys_reading *reading)
{
	static const struct {
		const char *value;
		web_word word;
	} words[] = {
		{ "most", W_R_MOST },           { "least", W_R_LEAST },         { "rise", W_R_RISE },
		{ "fall", W_R_FALL },           { "most rise", W_R_MOST_RISE }, { "most fall", W_R_MOST_FALL },
		{ "0", W_R_NONE },              { "department", W_R_BY_DEPARTMENT }, { "region", W_R_BY_REGION },
	};

	if (reading->as == YS_READ_QUESTION)
		return W_R_QUESTION;
	for (gsize i = 0; i < G_N_ELEMENTS(words) && reading->as >= YS_READ_ORDER; i++)
		if (!strcmp(reading->value, words[i].value))
			return words[i].word;
	return W_N_WORDS;
}

/* 年度 2022–2024, 金额从大到小.  Newly allocated. */
static char *meaning(const page_out *p, const ys_reading *reading)
{
	static const web_word labels[] = { W_YEAR, W_AMOUNT, W_REGION, W_KIND, W_DEPARTMENT };
	web_word word = value_word(reading);
	web_word kind = reading->as == YS_READ_KIND ? web_kind_word(reading->value) : W_N_WORDS;

	if (reading->as == YS_READ_AMOUNT)
		word = W_AMOUNT;
	if (word != W_N_WORDS)
		return g_strdup(page_word_text(p, word));
	return g_strdup_printf("%s %s", page_word_text(p, labels[reading->as]),
			       kind != W_N_WORDS ? page_word_text(p, kind) : reading->value);
}

static void append_chip(page_out *p, const ys_reading *reading)
{
	g_autofree char *means = meaning(p, reading);
	g_autofree char *label = page_saying(p, W_R_AS, reading->text, means, NULL);
	g_autofree char *remove = page_saying(p, W_R_REMOVE, label, NULL);
	g_autofree char *rest = g_strstrip(ys_understood_without(p->request->values[WEB_Q], reading));
	g_autofree char *address = web_link_with(p->request, WEB_Q, *rest ? rest : NULL);

	PAGE_LIT(p, "<li><a href=\"");
	ys_html_attr(p->out, address);
	PAGE_LIT(p, "\" aria-label=\"");
	ys_html_attr(p->out, remove);
	PAGE_LIT(p, "\">");
	page_text(p, label);
	PAGE_LIT(p, " <span aria-hidden=\"true\">×</span></a></li>\n");
}

static void append_chips(page_out *p, const GPtrArray *readings)
{
	g_autofree char *label = g_markup_escape_text(page_word_text(p, W_R_READINGS), -1);
	const gsize begin = p->out->len;
	gsize empty;

	g_string_append_printf(p->out, "<ul class=\"chips\" aria-label=\"%s\">\n", label);
	empty = p->out->len;
	for (guint i = 0; i < readings->len; i++)
		if (((const ys_reading *)g_ptr_array_index(readings, i))->taken)
			append_chip(p, g_ptr_array_index(readings, i));
	if (p->out->len == empty) {
		g_string_truncate(p->out, begin);
		return;
	}
	PAGE_LIT(p, "<li>");
	page_link_word(p, web_link_with(p->request, WEB_LITERAL, "1"), W_R_LITERAL);
	PAGE_LIT(p, "</li>\n</ul>\n");
}

static void append_missing(page_out *p, const ys_not_indexed *missing)
{
	g_autoptr(GString) indexed = g_string_new(NULL);

	for (guint i = 0; i < missing->indexed->len; i++)
		g_string_append_printf(indexed, "%s%s", i ? (p->request->lang == WEB_ZH ? "、" : ", ") : "",
				       (const char *)g_ptr_array_index(missing->indexed, i));
	PAGE_IN(p, "<p class=\"by\">", page_say(p, W_R_NOT_INDEXED, missing->department, indexed->str, missing->value, NULL),
		"</p>\n");
}

void page_readings(page_out *p, const ys_page *page)
{
	if (page->understood)
		append_chips(p, page->understood);
	for (guint i = 0; page->understood && i < page->understood->len; i++) {
		const ys_reading *reading = g_ptr_array_index(page->understood, i);
		g_autofree char *means = meaning(p, reading);

		if (ys_reading_was_left(reading))
			PAGE_IN(p, "<p class=\"by\">", page_say(p, W_R_NOT_TAKEN, reading->text, means, NULL), "</p>\n");
	}
	for (guint i = 0; page->not_indexed && i < page->not_indexed->len; i++)
		append_missing(p, g_ptr_array_index(page->not_indexed, i));
}
