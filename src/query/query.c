#include "src/query/query.h"

#include <string.h>

#include "src/query/query_private.h"
#include "src/text/fold.h"
#include "src/text/lexicon.h"
#include "src/text/synonyms.h"
#include "src/year.h"

static const char *const sort_names[] = { "relevance", "amount", "year" };

ys_query *ys_query_new(void)
{
	ys_query *query = g_new0(ys_query, 1);

	query->text = g_strdup("");
	query->folded = g_strdup("");
	query->words = g_ptr_array_new();
	query->filters = g_ptr_array_new_with_free_func((GDestroyNotify)ys_node_free);
	query->types = 1u << YS_PROJECT | 1u << YS_ITEM;
	query->limit = YS_QUERY_LIMIT;
	return query;
}

void ys_query_free(ys_query *query)
{
	if (!query)
		return;
	g_free(query->text);
	g_free(query->folded);
	g_ptr_array_unref(query->words);
	ys_node_free(query->words_tree);
	ys_query_free(query->split_body);
	g_ptr_array_unref(query->filters);
	g_free(query);
}

/* ---- text ---- */

enum {
	WORDS = 1,
	FILTERS = 2
};

static int contents(const ys_node *node)
{
	int found = 0;

	if (node->kind == YS_NODE_WORD)
		return WORDS;
	if (node->kind == YS_NODE_FILTER)
		return FILTERS;
	for (guint i = 0; i < node->children->len; i++)
		found |= contents(g_ptr_array_index(node->children, i));
	return found;
}

static gboolean add_words(ys_query *query, ys_node *node)
{
	if (!query->words_tree)
		query->words_tree = ys_node_new(YS_NODE_AND, node->at);
	g_ptr_array_add(query->words_tree->children, node);
	return TRUE;
}

/* Give each part of a conjunction to the words or to the filters.  Takes the node. */
static gboolean distribute(ys_query *query, ys_node *node, GError **error)
{
	int inside = contents(node);
	gboolean ok = TRUE;

	if (inside == WORDS)
		return add_words(query, node);
	if (inside == FILTERS && node->kind != YS_NODE_AND) {
		g_ptr_array_add(query->filters, node);
		return TRUE;
	}
	if (node->kind != YS_NODE_AND) {
		YS_REFUSE(error, node->kind == YS_NODE_OR ? YS_REASON_MIXED_OR : YS_REASON_MIXED_NOT, .at = node->at);
		ys_node_free(node);
		return FALSE;
	}
	for (guint i = 0; i < node->children->len; i++) {
		ys_node *child = g_steal_pointer(&node->children->pdata[i]);

		if (ok)
			ok = distribute(query, child, error);
		else
			ys_node_free(child);
	}
	g_ptr_array_set_size(node->children, 0);
	ys_node_free(node);
	return ok;
}

/* Words that are not excluded; *plain turns FALSE when they have no single order. */
static void collect_words(ys_query *query, const ys_node *node, gboolean *plain)
{
	if (node->kind == YS_NODE_NOT)
		return;
	if (node->kind == YS_NODE_WORD)
		g_ptr_array_add(query->words, node->word);
	if (node->kind == YS_NODE_OR)
		*plain = FALSE;
	for (guint i = 0; i < node->children->len; i++)
		collect_words(query, g_ptr_array_index(node->children, i), plain);
}

static gboolean is_typed(const ys_query *query, const char *folded)
{
	for (guint i = 0; i < query->words->len; i++)
		if (!strcmp(((ys_word *)g_ptr_array_index(query->words, i))->folded, folded))
			return TRUE;
	return FALSE;
}

static gboolean is_same_word(const ys_node *a, const ys_node *b)
{
	return a->kind == YS_NODE_WORD && b->kind == YS_NODE_WORD && !strcmp(a->word->folded, b->word->folded) &&
	       a->word->quoted == b->word->quoted && a->word->amount == b->word->amount;
}

/* 服务 服务 asks for no more than 服务, but would be looked for twice in every text. */
static void drop_repeated(ys_node *node)
{
	for (guint i = 0; i < node->children->len; i++) {
		drop_repeated(g_ptr_array_index(node->children, i));
		for (guint k = node->children->len - 1; k > i; k--)
			if (is_same_word(g_ptr_array_index(node->children, i), g_ptr_array_index(node->children, k)))
				g_ptr_array_remove_index(node->children, k);
	}
}

/* Many words with many wordings each would be a search for thousands of runs: then each word has
 * its first ones only. */
static void limit_synonyms(ys_query *query)
{
	guint n = 0, share;

	for (guint i = 0; i < query->words->len; i++) {
		const ys_word *word = g_ptr_array_index(query->words, i);

		n += word->synonyms->len + word->related->len;
	}
	if (n <= YS_QUERY_WORDINGS_MAX)
		return;
	share = YS_QUERY_WORDINGS_MAX / query->words->len;
	for (guint i = 0; i < query->words->len; i++) {
		const ys_word *word = g_ptr_array_index(query->words, i);

		g_ptr_array_set_size(word->synonyms, MIN(word->synonyms->len, share));
		g_ptr_array_set_size(word->related, MIN(word->related->len, share - word->synonyms->len));
	}
}

static void drop_typed(const ys_query *query, GPtrArray *others)
{
	for (guint k = others->len; k-- > 0;)
		if (is_typed(query, g_ptr_array_index(others, k)))
			g_ptr_array_remove_index(others, k);
}

/* What has 快递 or another wording of it is related to 快递费, whose end tells nothing. */
static void add_related(ys_word *word)
{
	const gsize len = strlen(word->folded), stem = ys_lexicon_stem(word->folded, len);
	g_autofree char *bare = g_strndup(word->folded, stem);

	ys_related_of(word->folded, word->related);
	if (stem == len)
		return;
	ys_synonyms_of(bare, word->related);
	ys_related_of(bare, word->related);
	if (word->related->len < YS_SYNONYMS_MAX)
		g_ptr_array_insert(word->related, 0, g_steal_pointer(&bare));
}

/* Who types two wordings of a group wants them told apart: 食堂 饭堂 needs both. */
static void add_synonyms(ys_query *query)
{
	for (guint i = 0; i < query->words->len && !query->no_synonyms; i++) {
		ys_word *word = g_ptr_array_index(query->words, i);

		if (word->quoted)
			continue;
		ys_synonyms_of(word->folded, word->synonyms);
		drop_typed(query, word->synonyms);
		add_related(word);
		drop_typed(query, word->related);
	}
}

/* What the words are beside their characters. */
static void look_at_words(ys_query *query)
{
	for (guint i = 0; i < query->words->len; i++) {
		ys_word *word = g_ptr_array_index(query->words, i);

		query->signs |= word->signs;
		ys_lexicon_borders(word->folded, word->before, word->behind);
	}
}

/* What words say of the record as a whole, also those that are excluded: -教育局 leaves out what is the
 * department's. */
static void name_origins(ys_node *node)
{
	if (node->kind == YS_NODE_WORD && !node->word->quoted) {
		node->word->body = ys_body_asked_new(node->word->folded);
		node->word->year = ys_year_of(node->word->folded);
	}
	for (guint i = 0; i < node->children->len; i++)
		name_origins(g_ptr_array_index(node->children, i));
}

/* All words in order, as one run. */
static char *whole_run(const ys_query *query)
{
	g_autoptr(GString) text = g_string_new(NULL), folded = g_string_new(NULL);

	for (guint i = 0; i < query->words->len; i++)
		g_string_append_printf(text, "%s%s", i ? " " : "",
				       ((ys_word *)g_ptr_array_index(query->words, i))->text);
	ys_fold_append(folded, text->str, text->len);
	return g_strdup(folded->str);
}

static gboolean asks_for(const ys_node *node, ys_filter_kind kind)
{
	gboolean found = node->kind == YS_NODE_FILTER && node->filter->kind == kind;

	for (guint i = 0; i < node->children->len && !found; i++)
		found = asks_for(g_ptr_array_index(node->children, i), kind);
	return found;
}

/* What type: says is what the option says, so it is taken from the filters; below an
 * operator it stays one, and decides alone.  A code is in tables: who names one and no type
 * wants those. */
static void choose_types(ys_query *query)
{
	gboolean code = FALSE, nested = FALSE;

	for (guint i = query->filters->len; i-- > 0;) {
		const ys_node *node = g_ptr_array_index(query->filters, i);

		code |= asks_for(node, YS_FILTER_CODE);
		if (node->kind == YS_NODE_FILTER && node->filter->kind == YS_FILTER_TYPE) {
			query->types = (query->types_given ? query->types : 0) | node->filter->types;
			query->types_given = TRUE;
			g_ptr_array_remove_index(query->filters, i);
		} else {
			nested |= asks_for(node, YS_FILTER_TYPE);
		}
	}
	if (query->types_given)
		return;
	if (nested)
		query->types = (1u << YS_N_TYPES) - 1;
	else if (code)
		query->types = 1u << YS_TABLE;
}

/* The tree of a text; NULL without *error for a blank one. */
static ys_node *parse(ys_query *query, const char *text, GError **error)
{
	if (strlen(text) > YS_QUERY_TEXT_MAX) {
		YS_REFUSE(error, YS_REASON_QUERY_LONG, .bytes = strlen(text), .max = YS_QUERY_TEXT_MAX);
		return NULL;
	}
	if (!g_utf8_validate(text, -1, NULL)) {
		YS_REFUSE(error, YS_REASON_QUERY_UTF8);
		return NULL;
	}
	g_free(query->text);
	query->text = g_strdup(text);
	return ys_query_parse(text, error);
}

/* What the words are together, once they are known. */
static gboolean understand_words(ys_query *query, GError **error)
{
	gboolean plain = TRUE;

	collect_words(query, query->words_tree, &plain);
	if (plain) {
		g_free(query->folded);
		query->folded = whole_run(query);
	}
	drop_repeated(query->words_tree);
	g_ptr_array_set_size(query->words, 0);
	collect_words(query, query->words_tree, &plain);
	if (!query->words->len && !query->filters->len && !query->types_given)
		return YS_REFUSE(error, YS_REASON_ONLY_EXCLUDES);
	add_synonyms(query);
	look_at_words(query);
	if (!query->no_synonyms)
		name_origins(query->words_tree);
	limit_synonyms(query);
	return TRUE;
}

static gboolean set_text(ys_query *query, const char *text, GError **error)
{
	g_autoptr(GError) why = NULL;
	ys_node *tree = parse(query, text, &why);

	if (!tree && why) {
		g_propagate_error(error, g_steal_pointer(&why));
		return FALSE;
	}
	query->operators = tree && tree->operators;
	if (tree && !distribute(query, tree, error))
		return FALSE;
	choose_types(query);
	return !query->words_tree || understand_words(query, error);
}

/* Adds to breaks where in the text something else follows the name of a body that begins a word: behind
 * marks, for a dash or a quotation mark means something else behind a blank.  Words of characters typed
 * apart have no such place. */
static void find_breaks(const ys_node *node, const char *text, GArray *breaks)
{
	const char *at = node->kind == YS_NODE_WORD ? g_utf8_offset_to_pointer(text, node->at - 1) : NULL;

	if (at && !node->word->quoted && !node->word->body && g_str_has_prefix(at, node->word->text)) {
		g_autoptr(ys_folded) folded = ys_fold(node->word->text, -1);
		gsize len = ys_body_at_start(folded->text);

		if (len) {
			gsize place = at - text + folded->start[len + (folded->text[len] == ' ')];

			g_array_append_val(breaks, place);
		}
	}
	/* what is excluded would then exclude more */
	for (guint i = 0; i < node->children->len && node->kind != YS_NODE_NOT; i++)
		find_breaks(g_ptr_array_index(node->children, i), text, breaks);
}

/* The same words with blanks at the breaks, read once more: what stands behind a name is a word like any
 * other, with its other wordings.  Where that is too much for a query there is none. */
static void split_bodies(ys_query *query)
{
	g_autoptr(GArray) breaks = g_array_new(FALSE, FALSE, sizeof(gsize));
	g_autoptr(GString) text = g_string_new(query->text);
	g_autoptr(ys_query) split = NULL;

	find_breaks(query->words_tree, query->text, breaks);
	if (!breaks->len)
		return;
	for (guint i = breaks->len; i-- > 0;)
		g_string_insert_c(text, g_array_index(breaks, gsize, i), ' ');
	split = ys_query_new();
	if (set_text(split, text->str, NULL))
		query->split_body = g_steal_pointer(&split);
}

gboolean ys_query_set_text(ys_query *query, const char *text, GError **error)
{
	if (!set_text(query, text, error))
		return FALSE;
	if (query->words_tree && !query->no_synonyms)
		split_bodies(query);
	return TRUE;
}

/* ---- options ---- */

static gboolean set_number(guint *field, const char *value, guint max, const char *name, GError **error)
{
	guint64 number;

	if (!g_ascii_string_to_unsigned(value, 10, 0, max, &number, NULL))
		return YS_REFUSE(error, YS_REASON_NO_NUMBER, .typed = value, .name = name, .max = max);
	*field = number;
	return TRUE;
}

const char *ys_sort_name(ys_sort sort)
{
	return sort_names[sort];
}

static gboolean set_sort(ys_query *query, const char *value, GError **error)
{
	for (gsize i = 0; i < G_N_ELEMENTS(sort_names); i++)
		if (!strcmp(value, sort_names[i])) {
			query->sort = i;
			return TRUE;
		}
	return YS_REFUSE(error, YS_REASON_NO_ORDER, .typed = value);
}

static gboolean add_filter(ys_query *query, ys_filter_kind kind, const char *value, GError **error)
{
	ys_filter *filter = ys_filter_new(kind, value, error);
	ys_node *node;

	if (!filter)
		return FALSE;
	if (kind == YS_FILTER_TYPE) {
		query->types = filter->types;
		query->types_given = TRUE;
		ys_filter_free(filter);
		return TRUE;
	}
	node = ys_node_new(YS_NODE_FILTER, 0);
	node->filter = filter;
	g_ptr_array_add(query->filters, node);
	return TRUE;
}

/* Years, kinds and regions may be lists of alternatives; names of departments have commas of their own. */
static gboolean set_filter(ys_query *query, ys_filter_kind kind, const char *value, GError **error)
{
	g_auto(GStrv) values = NULL;

	if (kind != YS_FILTER_YEAR && kind != YS_FILTER_KIND && kind != YS_FILTER_REGION)
		return add_filter(query, kind, value, error);
	values = g_strsplit(value, ",", -1);
	if (!*values)
		return add_filter(query, kind, value, error);
	for (char **one = values; *one; one++)
		if (!add_filter(query, kind, g_strstrip(*one), error))
			return FALSE;
	return TRUE;
}

gboolean ys_query_set_understood(ys_query *query, ys_filter_kind kind, const char *value, GError **error)
{
	const guint n = query->filters->len;

	if (!add_filter(query, kind, value, error))
		return FALSE;
	if (query->filters->len > n)
		((ys_node *)g_ptr_array_index(query->filters, n))->at = 1;
	return TRUE;
}

static gboolean check_value(const char *name, const char *value, GError **error)
{
	if (!g_utf8_validate(value, -1, NULL))
		return YS_REFUSE(error, YS_REASON_VALUE_UTF8, .name = name);
	if (strlen(value) > YS_QUERY_TEXT_MAX)
		return YS_REFUSE(error, YS_REASON_VALUE_LONG, .name = name, .bytes = strlen(value),
				 .max = YS_QUERY_TEXT_MAX);
	return TRUE;
}

gboolean ys_query_set(ys_query *query, const char *name, const char *value, GError **error)
{
	ys_filter_kind kind;

	if (!check_value(name, value, error))
		return FALSE;
	if (!strcmp(name, "sort"))
		return set_sort(query, value, error);
	if (!strcmp(name, "limit"))
		return set_number(&query->limit, value, YS_QUERY_LIMIT_MAX, name, error);
	if (!strcmp(name, "offset"))
		return set_number(&query->offset, value, YS_QUERY_OFFSET_MAX, name, error);
	if (ys_filter_named(name, strlen(name), &kind))
		return set_filter(query, kind, value, error);
	return YS_REFUSE(error, YS_REASON_NO_OPTION, .typed = name);
}

ys_sort ys_query_order(const ys_query *query)
{
	return query->sort == YS_SORT_RELEVANCE && !query->words_tree ? YS_SORT_AMOUNT : query->sort;
}

gboolean ys_query_is_empty(const ys_query *query)
{
	return !query->words_tree && !query->filters->len && !query->types_given;
}
