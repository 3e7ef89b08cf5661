/* The query as it was understood, in words: what was looked for, in which other wordings, without
 * what, under which conditions.  Those of parameters stand below it, each to be taken away. */
#include <string.h>

#include "tools/web/page_parts.h"

/* Other wordings of a word that are named; the rest is counted. */
#define WORDINGS_MAX 6

static const char *comma(const page_out *p)
{
	return p->request->lang == WEB_ZH ? "、" : ", ";
}

static void add_saying(GString *out, char *saying)
{
	g_string_append(out, saying);
	g_free(saying);
}

/* ---- words ---- */

static char *wordings_of(const page_out *p, const GPtrArray *synonyms)
{
	GString *text = g_string_new(NULL);

	for (guint i = 0; i < synonyms->len && i < WORDINGS_MAX; i++)
		g_string_append_printf(text, "%s%s", i ? comma(p) : "", (const char *)g_ptr_array_index(synonyms, i));
	if (synonyms->len > WORDINGS_MAX) {
		g_autofree char *more = page_count_text(synonyms->len - WORDINGS_MAX);

		g_string_append(text, comma(p));
		add_saying(text, page_saying(p, W_U_MORE_WORDINGS, more, NULL));
	}
	return g_string_free(text, FALSE);
}

/* What else than itself a word was taken for. */
static void add_readings(GString *out, const page_out *p, const ys_word *word)
{
	if (word->amount != YS_AMOUNT_NONE) {
		g_autofree char *amount = page_amount_text(word->amount);

		add_saying(out, page_saying(p, W_U_AS_AMOUNT, amount, NULL));
	}
	if (word->synonyms->len) {
		g_autofree char *wordings = wordings_of(p, word->synonyms);

		add_saying(out, page_saying(p, W_U_ALSO, wordings, NULL));
	}
	if (word->body)
		add_saying(out, page_saying(p, W_U_AS_DEPARTMENT, ys_body_asked_role(word->body), NULL));
}

/* As it is looked for: 政务云 for 政務雲; but nobody cares that IPv6 is ipv6. */
static void add_word(GString *out, const page_out *p, const ys_word *word, gboolean excluded)
{
	g_string_append_printf(out, word->quoted ? "“%s”" : "%s",
			       g_ascii_strcasecmp(word->text, word->folded) ? word->folded : word->text);
	if (!excluded)
		add_readings(out, p, word);
}

/* ---- filters ---- */

/* Year is a label above a field, year a word in a sentence. */
static void add_label(GString *out, const page_out *p, web_word label)
{
	const char *text = page_word_text(p, label);

	g_string_append_printf(out, "%c%s ", g_ascii_tolower(*text), text + 1);
}

/* One end, the other, both or the same: ≥ 2021, ≤ 2023, 2021–2023, 2022; NULL: open. */
static void add_range(GString *out, const char *lo, const char *hi)
{
	if (lo && hi && strcmp(lo, hi))
		g_string_append_printf(out, "%s–%s", lo, hi);
	else if (lo && hi)
		g_string_append(out, lo);
	else
		g_string_append_printf(out, "%s %s", lo ? "≥" : "≤", lo ? lo : hi);
}

static void add_types(GString *out, const page_out *p, guint types)
{
	const char *separator = "";

	if (types == (1u << YS_N_TYPES) - 1) {
		g_string_append(out, page_word_text(p, W_U_ALL_TYPES));
		return;
	}
	for (int type = 0; type < YS_N_TYPES; type++) {
		if (!(types & 1u << type))
			continue;
		g_string_append_printf(out, "%s%s", separator, page_word_text(p, web_type_word((ys_record_type)type)));
		separator = comma(p);
	}
}

static void add_years(GString *out, const ys_filter *filter)
{
	g_autofree char *first = filter->year_first ? g_strdup_printf("%d", filter->year_first) : NULL;
	g_autofree char *last = filter->year_last ? g_strdup_printf("%d", filter->year_last) : NULL;

	add_range(out, first, last);
}

static void add_amounts(GString *out, const ys_filter *filter)
{
	g_autofree char *min = filter->min != YS_AMOUNT_NONE ? page_amount_text(filter->min) : NULL;
	g_autofree char *max = filter->max != YS_AMOUNT_NONE ? page_amount_text(filter->max) : NULL;

	add_range(out, min, max);
}

static void add_filter(GString *out, const page_out *p, const ys_filter *filter)
{
	static const web_word labels[] = {
		[YS_FILTER_TYPE] = W_TYPE,     [YS_FILTER_YEAR] = W_YEAR,
		[YS_FILTER_KIND] = W_KIND,     [YS_FILTER_REGION] = W_REGION,
		[YS_FILTER_DEPARTMENT] = W_DEPARTMENT, [YS_FILTER_AMOUNT] = W_AMOUNT,
		[YS_FILTER_CODE] = W_U_CODE,   [YS_FILTER_PUBLICATION] = W_TYPE_PUBLICATION,
	};
	web_word kind = filter->kind == YS_FILTER_KIND ? web_kind_word(filter->name) : W_N_WORDS;

	add_label(out, p, labels[filter->kind]);
	if (filter->kind == YS_FILTER_TYPE)
		add_types(out, p, filter->types);
	else if (filter->kind == YS_FILTER_YEAR)
		add_years(out, filter);
	else if (filter->kind == YS_FILTER_AMOUNT)
		add_amounts(out, filter);
	else
		g_string_append_printf(out, "%s%s", kind == W_N_WORDS ? filter->name : page_word_text(p, kind),
				       filter->roll_up ? "*" : "");
}

/* ---- what holds them together ---- */

static void add_node(GString *out, const page_out *p, const ys_node *node, gboolean inside, gboolean excluded);

static void add_children(GString *out, const page_out *p, const ys_node *node, gboolean excluded)
{
	for (guint i = 0; i < node->children->len; i++) {
		const ys_node *child = g_ptr_array_index(node->children, i);
		web_word joint = node->kind == YS_NODE_OR ? W_U_OR : child->kind == YS_NODE_NOT ? W_U_BUT : W_U_AND;

		if (i)
			g_string_append(out, page_word_text(p, joint));
		add_node(out, p, child, node->children->len > 1, excluded);
	}
}

/* inside: of a node with others, so that it takes brackets to keep its own together. */
static void add_node(GString *out, const page_out *p, const ys_node *node, gboolean inside, gboolean excluded)
{
	gboolean brackets = inside && node->children->len > 1;

	switch (node->kind) {
	case YS_NODE_WORD:
		add_word(out, p, node->word, excluded);
		break;
	case YS_NODE_FILTER:
		add_filter(out, p, node->filter);
		break;
	case YS_NODE_NOT:
		g_string_append(out, page_word_text(p, W_U_NOT));
		add_node(out, p, g_ptr_array_index(node->children, 0), TRUE, TRUE);
		break;
	default:
		g_string_append(out, brackets ? "(" : "");
		add_children(out, p, node, excluded);
		g_string_append(out, brackets ? ")" : "");
	}
}

static void add_separator(GString *out, const page_out *p)
{
	if (out->len)
		g_string_append(out, p->request->lang == WEB_ZH ? "；" : "; ");
}

/* Types that were typed, or follow from a code. */
static void add_types_meant(GString *out, const page_out *p, const ys_query *query)
{
	if (p->request->values[WEB_TYPE] || query->types == (1u << YS_PROJECT | 1u << YS_ITEM))
		return;
	add_separator(out, p);
	add_label(out, p, W_TYPE);
	add_types(out, p, query->types);
}

static char *understood(const page_out *p, const ys_query *query)
{
	GString *out = g_string_new(NULL);

	if (query->words_tree)
		add_node(out, p, query->words_tree, FALSE, FALSE);
	for (guint i = 0; i < query->filters->len; i++) {
		const ys_node *node = g_ptr_array_index(query->filters, i);

		/* those of parameters were typed nowhere */
		if (!node->at)
			continue;
		add_separator(out, p);
		add_node(out, p, node, FALSE, FALSE);
	}
	add_types_meant(out, p, query);
	return g_string_free(out, FALSE);
}

void page_understood(page_out *p, const ys_query *query)
{
	g_autofree char *text = p->request->values[WEB_Q] ? understood(p, query) : NULL;

	/* the title says it already */
	if (!text || !strcmp(text, p->request->values[WEB_Q]))
		return;
	PAGE_IN(p, "<p class=\"by\">", page_say(p, W_UNDERSTOOD, text, NULL), "</p>\n");
}
