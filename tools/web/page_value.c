#include "tools/web/page_value.h"

#include <string.h>

#include "tools/web/number.h"

/* ---- values ---- */

char *page_amount_text(ys_amount amount)
{
	GString *text = g_string_new(NULL);

	if (amount != YS_AMOUNT_NONE)
		ys_amount_append_wan(text, amount);
	return g_string_free(text, FALSE);
}

char *page_count_text(guint64 n)
{
	GString *text = g_string_new(NULL);

	number_append_count(text, n);
	return g_string_free(text, FALSE);
}

/* 2,655.11万元 and nothing else. */
static void append_amount(page_out *p, ys_amount amount)
{
	g_autofree char *text = page_amount_text(amount);

	page_text(p, text);
}

void page_amount_tail(page_out *p, ys_amount amount)
{
	g_autoptr(GString) yuan = g_string_new(NULL);
	g_autofree char *title = NULL;

	number_append_yuan(yuan, amount);
	title = page_saying(p, W_YUAN, yuan->str, NULL);
	PAGE_LIT(p, " class=\"m\" title=\"");
	ys_html_attr(p->out, title);
	PAGE_LIT(p, "\">");
	append_amount(p, amount);
}

void page_amount(page_out *p, ys_amount amount)
{
	if (amount == YS_AMOUNT_NONE)
		return;
	PAGE_LIT(p, "<span");
	page_amount_tail(p, amount);
	PAGE_LIT(p, "</span>");
}

void page_big_amount(page_out *p, const ys_record *record)
{
	g_autoptr(GString) yuan = g_string_new(NULL);

	PAGE_LIT(p, "<p class=\"big\">");
	if (record->amount == YS_AMOUNT_NONE) {
		page_word(p, W_NO_AMOUNT);
	} else {
		number_append_yuan(yuan, record->amount);
		PAGE_IN(p, "<b>", append_amount(p, record->amount), "</b> ");
		page_say(p, W_YUAN, yuan->str, NULL);
	}
	PAGE_LIT(p, "</p>\n");
}

char *page_sum_text(ys_amount amount)
{
	GString *text = g_string_new(NULL);

	number_append_short(text, amount);
	return g_string_free(text, FALSE);
}

void page_sum(page_out *p, ys_amount amount)
{
	g_autofree char *text = page_sum_text(amount), *whole = page_amount_text(amount), *title = NULL;
	g_autoptr(GString) yuan = g_string_new(NULL);

	/* where nothing is rounded there is nothing more to say */
	if (!strcmp(text, whole)) {
		page_text(p, text);
		return;
	}
	number_append_yuan(yuan, amount);
	title = page_saying(p, W_YUAN, yuan->str, NULL);
	PAGE_LIT(p, "<span class=\"m\" title=\"");
	ys_html_attr(p->out, title);
	PAGE_IN(p, "\">", page_text(p, text), "</span>");
}

void page_change(page_out *p, ys_amount change, ys_percent percent)
{
	g_autoptr(GString) text = g_string_new(NULL);

	if (change == YS_AMOUNT_NONE)
		return;
	PAGE_LIT(p, "<span class=\"m\">");
	number_append_change(text, change);
	page_text(p, text->str);
	if (percent != YS_PERCENT_NONE) {
		PAGE_LIT(p, " (");
		number_append_percent(p->out, percent, 2, TRUE);
		PAGE_LIT(p, ")");
	}
	PAGE_LIT(p, "</span>");
}

char *page_share_text(const ys_record *record, const ys_record *publication)
{
	GString *percent;
	gint64 permille;

	if (record->type != YS_PROJECT || !publication || record->amount <= 0 ||
	    !number_share(record->amount, publication->project, &permille))
		return NULL;
	percent = g_string_new(NULL);
	/* what is there is not nothing */
	if (permille)
		number_append_percent(percent, permille, 1, FALSE);
	else
		g_string_append(percent, "<0.1%");
	return g_string_free(percent, FALSE);
}

char *page_year_kind(const page_out *p, int year, const char *kind)
{
	web_word word = web_kind_word(kind);
	const char *name = word == W_N_WORDS ? kind : page_word_text(p, word);

	if (!year)
		return g_strdup(name ? name : "");
	return g_strdup_printf(p->request->lang == WEB_ZH ? "%d年%s%s" : "%d%s%s", year,
			       name && p->request->lang != WEB_ZH ? " " : "", name ? name : "");
}

char *page_region_text(const ys_region *region)
{
	const char *parts[] = { region->province, region->city, region->county };
	GString *text = g_string_new(NULL);

	for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
		if (parts[i])
			g_string_append_printf(text, "%s%s", text->len ? " " : "", parts[i]);
	return g_string_free(text, !text->len);
}

/* ---- marked text ---- */

static void append_piece(page_out *p, const ys_piece *piece, guint max, const GPtrArray *synonyms)
{
	if (!piece->hit) {
		page_clipped_plain(p, piece->text, max);
		return;
	}
	if (ys_piece_is_hit_of(piece, synonyms)) {
		PAGE_LIT(p, "<mark class=\"syn\" title=\"");
		ys_html_attr(p->out, page_word_text(p, W_SYNONYM));
		PAGE_LIT(p, "\">");
	} else {
		PAGE_LIT(p, "<mark>");
	}
	page_clipped_plain(p, piece->text, max);
	PAGE_LIT(p, "</mark>");
}

void page_pieces(page_out *p, const GPtrArray *pieces, const GPtrArray *synonyms)
{
	gboolean span = p->request->lang != WEB_ZH;
	glong left = PAGE_PIECES_MAX;

	/* one around all: a match inside a name is no change of language */
	if (span)
		PAGE_LIT(p, "<span lang=\"zh-CN\">");
	for (guint i = 0; pieces && i < pieces->len && left > 0; i++) {
		const ys_piece *piece = g_ptr_array_index(pieces, i);

		append_piece(p, piece, (guint)left, synonyms);
		left -= g_utf8_strlen(piece->text, -1);
		if (left <= 0 && i + 1 < pieces->len)
			page_plain(p, "…");
	}
	if (span)
		PAGE_LIT(p, "</span>");
}

void page_warnings(page_out *p, const GPtrArray *warnings)
{
	if (!warnings->len)
		return;
	PAGE_LIT(p, "<ul class=\"warn\">");
	for (guint i = 0; i < warnings->len && i < PAGE_LIST_MAX; i++) {
		const ys_warning *warning = g_ptr_array_index(warnings, i);
		const char *text = web_warning_text(p->request->lang, warning->code);

		PAGE_LIT(p, "<li>");
		page_clipped_text(p, text ? text : warning->message, PAGE_VALUE_MAX);
		PAGE_LIT(p, "</li>");
	}
	page_list_rest(p, warnings->len);
	PAGE_LIT(p, "</ul>\n");
}

void page_list_rest(page_out *p, guint n)
{
	g_autofree char *more = NULL;

	if (n <= PAGE_LIST_MAX)
		return;
	more = page_count_text(n - PAGE_LIST_MAX);
	PAGE_IN(p, "<li class=\"by\">", page_say(p, W_MORE_VALUES, more, NULL), "</li>\n");
}

static void append_lines(page_out *p, const char *text)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

	for (char **line = lines; *line; line++) {
		if (!*g_strstrip(*line))
			continue;
		PAGE_LIT(p, "<p");
		page_chinese(p);
		PAGE_LIT(p, ">");
		page_plain(p, *line);
		PAGE_LIT(p, "</p>\n");
	}
}

void page_paragraphs(page_out *p, const char *text, gsize max)
{
	g_autofree char *begin = NULL, *shown = NULL, *all = NULL;
	const char *end;

	if (!text || strlen(text) <= max) {
		append_lines(p, text ? text : "");
		return;
	}
	end = g_utf8_find_prev_char(text, text + max);
	begin = g_strndup(text, end ? end - text : 0);
	append_lines(p, begin);
	shown = page_count_text(g_utf8_strlen(begin, -1));
	all = page_count_text(g_utf8_strlen(text, -1));
	PAGE_IN(p, "<p class=\"by\">", page_say(p, W_CUT_TEXT, shown, all, NULL), "</p>\n");
}

/* ---- facts ---- */

void page_fact_begin(page_out *p, web_word label)
{
	PAGE_IN(p, "<dt>", page_word(p, label), "</dt>");
	PAGE_LIT(p, "<dd>");
}

void page_fact_end(page_out *p)
{
	PAGE_LIT(p, "</dd>\n");
}

void page_fact(page_out *p, web_word label, const char *value)
{
	if (!value || !*value)
		return;
	page_fact_begin(p, label);
	page_clipped_text(p, value, PAGE_VALUE_MAX);
	page_fact_end(p);
}

void page_fact_amount(page_out *p, web_word label, ys_amount amount)
{
	if (amount == YS_AMOUNT_NONE)
		return;
	page_fact_begin(p, label);
	page_amount(p, amount);
	page_fact_end(p);
}

/* ---- lists printed as one text ---- */

static int depth_of(gunichar c)
{
	if (c == '(' || c == 0xff08)
		return 1;
	return c == ')' || c == 0xff09 ? -1 : 0;
}

static void add_entry(GPtrArray *entries, const char *from, gsize len)
{
	char *entry = g_strstrip(g_strndup(from, len));

	if (g_str_has_suffix(entry, "。"))
		entry[strlen(entry) - strlen("。")] = '\0';
	if (*entry)
		g_ptr_array_add(entries, entry);
	else
		g_free(entry);
}

/* Take the numbers off if each entry begins with its own; FALSE, and nothing is changed, if some
 * do and others do not. */
static gboolean take_numbers(GPtrArray *entries, gboolean *numbered)
{
	g_autofree gsize *lengths = g_new0(gsize, entries->len);
	guint count = 0;

	for (guint i = 0; i < entries->len; i++) {
		const char *entry = g_ptr_array_index(entries, i);
		char *end;
		guint64 number = g_ascii_strtoull(entry, &end, 10);

		if (end == entry || number != i + 1 || !g_str_has_prefix(end, "、"))
			continue;
		lengths[i] = end - entry + strlen("、");
		count++;
	}
	*numbered = count == entries->len;
	for (guint i = 0; *numbered && i < entries->len; i++) {
		char *entry = g_ptr_array_index(entries, i);

		memmove(entry, entry + lengths[i], strlen(entry + lengths[i]) + 1);
		if (!*g_strstrip(entry))
			return FALSE;
	}
	return *numbered || !count;
}

GPtrArray *page_split_list(const char *text, gboolean *numbered)
{
	g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func(g_free);
	const char *from = text, *s;
	int depth = 0;

	for (s = text; *s; s = g_utf8_next_char(s)) {
		gunichar c = g_utf8_get_char(s);

		depth += depth_of(c);
		if (depth || (c != ';' && c != 0xff1b && c != '\n'))
			continue;
		add_entry(entries, from, s - from);
		from = g_utf8_next_char(s);
	}
	add_entry(entries, from, s - from);
	if (depth || entries->len < 2 || !take_numbers(entries, numbered))
		return NULL;
	return g_steal_pointer(&entries);
}
