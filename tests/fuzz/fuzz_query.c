/* A query as typed: the first line is the text, further lines are options, "name=value".  What is
 * accepted can be searched for; what is refused is refused with a sentence. */
#include "tests/fuzz/fuzz.h"

#include <string.h>

#include "src/query/query.h"
#include "src/query/query_private.h"

static void set_option(ys_query *query, const char *line)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *name = NULL;
	const char *equals = strchr(line, '=');

	if (!equals)
		return;
	name = g_strndup(line, equals - line);
	if (ys_query_set(query, name, equals + 1, &error))
		g_assert_no_error(error);
	else
		check_refusal(error);
}

static void check_word(const ys_word *word)
{
	g_assert_true(*word->folded && g_utf8_validate(word->folded, -1, NULL));
	g_assert_true(g_utf8_validate(word->text, -1, NULL));
	for (guint i = 0; i < word->synonyms->len; i++)
		g_assert_true(*(char *)g_ptr_array_index(word->synonyms, i));
}

static void check_filter(const ys_filter *filter)
{
	g_autofree char *text = ys_filter_text(filter);

	g_assert_true(*text && g_utf8_validate(text, -1, NULL));
	g_assert_true(!filter->year_first || !filter->year_last || filter->year_first <= filter->year_last);
	g_assert_true(filter->min == YS_AMOUNT_NONE || filter->max == YS_AMOUNT_NONE ||
		      filter->min <= filter->max);
	g_assert_true(filter->kind != YS_FILTER_TYPE || filter->types);
}

/* Counts the words below; *filters is set if there are filters.  Brackets are bounded, and so
 * are the levels that AND, OR and NOT add between them. */
static guint check_node(const ys_node *node, guint depth, gboolean *filters)
{
	gboolean below = FALSE;
	guint words = 0;

	g_assert_cmpuint(depth, <=, 4 * YS_QUERY_DEPTH_MAX);
	switch (node->kind) {
	case YS_NODE_WORD:
		check_word(node->word);
		return 1;
	case YS_NODE_FILTER:
		check_filter(node->filter);
		*filters = TRUE;
		return 0;
	default:
		g_assert_cmpuint(node->children->len, >, 0);
		g_assert_true(node->kind != YS_NODE_NOT || node->children->len == 1);
		for (guint i = 0; i < node->children->len; i++)
			words += check_node(g_ptr_array_index(node->children, i), depth + 1, &below);
		g_assert_true(node->kind == YS_NODE_AND || !words || !below);
		*filters |= below;
		return words;
	}
}

static void check_query(const ys_query *query)
{
	gboolean filters = FALSE;
	guint words = 0;

	g_assert_true(g_utf8_validate(query->text, -1, NULL) && g_utf8_validate(query->folded, -1, NULL));
	if (query->words_tree)
		words = check_node(query->words_tree, 0, &filters);
	g_assert_true(!query->words_tree || words);
	g_assert_false(filters);
	g_assert_cmpuint(query->words->len, <=, words);
	g_assert_cmpuint(words, <=, YS_QUERY_WORDS_MAX);
	for (guint i = 0; i < query->filters->len; i++)
		g_assert_cmpuint(check_node(g_ptr_array_index(query->filters, i), 0, &filters), ==, 0);
	g_assert_cmpuint(query->limit, <=, YS_QUERY_LIMIT_MAX);
	g_assert_cmpuint(query->offset, <=, YS_QUERY_OFFSET_MAX);
	g_assert_cmpuint(query->types, !=, 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autofree char *text = g_strndup((const char *)data, size);
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	g_autoptr(ys_query) query = ys_query_new();
	g_autoptr(GError) error = NULL;

	/* g_strsplit() gives nothing for an empty text */
	if (*lines && !ys_query_set_text(query, *lines, &error)) {
		check_refusal(error);
		return 0;
	}
	for (char **line = lines; *lines && *++line;)
		set_option(query, *line);
	check_query(query);
	ys_query_is_empty(query);
	return 0;
}
