#include "index/search/plan.h"

#include <string.h>

#include "index/schema.h"
#include "index/search/builder.h"
#include "index/search/filters.h"
#include "index/search/weights.h"
#include "src/text/segment.h"

/* ---- words ---- */

/* The terms of a run, or of their beginnings, each once: a run that repeats itself has few terms, however
 * long it is. */
typedef struct {
	ys_builder parts;
	const char *prefix;
	GHashTable *terms;      /* so far */
} run_terms;

static void add_segment(const char *term, gsize len, ys_query_term_kind kind, void *data)
{
	run_terms *run = data;
	ys_builder *parts = &run->parts;
	g_autofree char *prefixed = g_strdup_printf("%s%.*s", run->prefix, (int)len, term);

	if (parts->failed || !g_hash_table_add(run->terms, g_strdup(prefixed)))
		return;
	ys_builder_add(parts, kind == YS_TERM_PREFIX ? xc_query_prefix(prefixed, -1, parts->error) :
						       xc_query_term(prefixed, -1, parts->error));
}

/* The terms of one run; *verify turns TRUE if they do not prove it. */
static xc_query *run_query(const char *text, const char *prefix, gboolean *verify, GError **error)
{
	g_autoptr(GHashTable) terms = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	run_terms run = { .prefix = prefix, .terms = terms };

	ys_builder_init(&run.parts, error);
	if (!ys_segment_query(text, strlen(text), add_segment, &run))
		*verify = TRUE;
	return ys_builder_all(&run.parts);
}

/* A word in any of its wordings, as an amount of money, as the name of a department, or as a year.  That
 * something belongs to the department or year is no weight: it is the same for all of it. */
static xc_query *word_query(xc_reader *reader, const ys_word *word, gboolean *verify, GError **error)
{
	ys_builder b;

	ys_builder_init(&b, error);
	ys_builder_add(&b, run_query(word->folded, "", verify, error));
	/* the terms do not say how it matches */
	*verify |= word->synonyms->len > 0 || word->code || word->amount != YS_AMOUNT_NONE || word->body || word->year;
	for (guint i = 0; i < word->synonyms->len && !b.failed; i++)
		ys_builder_add(&b, xc_query_scale(run_query(g_ptr_array_index(word->synonyms, i), "", verify, error),
						  YS_SYNONYM_WEIGHT, error));
	if (word->code && !b.failed)
		ys_builder_add(&b, ys_builder_term(YS_PREFIX_CODE, word->folded, error));
	if (word->amount != YS_AMOUNT_NONE && !b.failed)
		ys_builder_add(&b, xc_query_number_range(YS_SLOT_AMOUNT, word->amount, word->amount, error));
	if (word->body && !b.failed)
		ys_builder_add(&b, xc_query_scale(ys_filters_departments(reader, NULL, word->body, error), 0, error));
	if (word->year && !b.failed)
		ys_builder_add(&b, xc_query_scale(xc_query_number_range(YS_SLOT_YEAR, word->year, word->year, error),
						  0, error));
	return ys_builder_any(&b);
}

static xc_query *tree_query(xc_reader *reader, const ys_node *node, gboolean *verify, GError **error);

/* What is excluded can only be left out here where its terms prove it; the rest is for the
 * judge of the text. */
static xc_query *without_excluded(xc_reader *reader, xc_query *query, const ys_node *node, gboolean *verify,
				  GError **error)
{
	for (guint i = 0; i < node->children->len && query; i++) {
		const ys_node *child = g_ptr_array_index(node->children, i);
		gboolean unsure = FALSE;
		xc_query *excluded;

		if (child->kind != YS_NODE_NOT)
			continue;
		excluded = tree_query(reader, g_ptr_array_index(child->children, 0), &unsure, error);
		if (unsure || !excluded) {
			*verify = TRUE;
			xc_query_free(excluded);
			if (!excluded)
				g_clear_pointer(&query, xc_query_free);
		} else {
			query = xc_query_and_not(query, excluded, error);
		}
	}
	return query;
}

static xc_query *tree_query(xc_reader *reader, const ys_node *node, gboolean *verify, GError **error)
{
	ys_builder b;

	if (node->kind == YS_NODE_WORD)
		return word_query(reader, node->word, verify, error);
	ys_builder_init(&b, error);
	for (guint i = 0; i < node->children->len && !b.failed; i++) {
		const ys_node *child = g_ptr_array_index(node->children, i);

		if (child->kind != YS_NODE_NOT || node->kind != YS_NODE_AND)
			ys_builder_add(&b, tree_query(reader, child, verify, error));
	}
	if (node->kind == YS_NODE_OR)
		return ys_builder_any(&b);
	if (node->kind == YS_NODE_NOT) {
		/* inside OR: everything else */
		xc_query *all = xc_query_all(error), *inner = ys_builder_all(&b);

		if (!all || !inner || *verify) {
			*verify = TRUE;
			xc_query_free(inner);
			return all;
		}
		return xc_query_and_not(all, inner, error);
	}
	return without_excluded(reader, ys_builder_all(&b), node, verify, error);
}

/* Any word in the title, by its own wording. */
static xc_query *title_query(const ys_query *query, GError **error)
{
	gboolean ignored = FALSE;
	ys_builder b;

	ys_builder_init(&b, error);
	for (guint i = 0; i < query->words->len && !b.failed; i++)
		ys_builder_add(&b, run_query(((ys_word *)g_ptr_array_index(query->words, i))->folded, YS_PREFIX_TITLE,
					     &ignored, error));
	return xc_query_scale(ys_builder_any(&b), YS_WEIGHT_OF_TITLE, error);
}

static xc_query *text_query(xc_reader *reader, const ys_query *query, gboolean *verify, GError **error)
{
	xc_query *body, *title;

	if (!query->words_tree)
		return xc_query_all(error);
	body = tree_query(reader, query->words_tree, verify, error);
	title = body ? title_query(query, error) : NULL;
	return xc_query_and_maybe(body, title, error);
}

/* ---- plans ---- */

static xc_query *filtered(xc_query *text, xc_reader *reader, const ys_query *query, GError **error)
{
	if (!query->filters->len && !query->words_tree && text) {
		/* types alone: what they are is all there is to find */
		xc_query_free(text);
		return ys_filters_types(query->types, error);
	}
	if (!query->filters->len || !text)
		return text;
	return xc_query_filter(text, ys_filters_query(reader, query, error), error);
}

/* What matches query, which becomes the plan's, but for hidden versions (NULL: none). */
static ys_plan *plan_of(xc_query *query, const GPtrArray *hidden, GError **error)
{
	ys_plan *plan;

	if (query && hidden && hidden->len)
		query = xc_query_and_not(query, ys_builder_any_term(YS_PREFIX_VERSION, hidden, error), error);
	if (!query)
		return NULL;
	plan = g_new0(ys_plan, 1);
	plan->candidates = query;
	return plan;
}

static void take_only_term(const char *term, gsize len, ys_query_term_kind kind, void *data)
{
	ys_plan *plan = data;

	if (kind == YS_TERM_WHOLE)
		plan->term = g_strndup(term, len);
}

static gboolean is_one_word(const ys_query *query, const GPtrArray *hidden)
{
	return !query->operators && query->words->len == 1 && !query->filters->len && !hidden->len;
}

/* One word whose terms prove it has one term, or is a single character. */
static gboolean add_only_term(ys_plan *plan, xc_reader *reader, const ys_query *query, GError **error)
{
	const ys_word *word = g_ptr_array_index(query->words, 0);
	gboolean ignored;
	xc_query *text;

	ys_segment_query(word->folded, strlen(word->folded), take_only_term, plan);
	if (!plan->term)
		return TRUE;
	text = text_query(reader, query, &ignored, error);
	plan->wanted = text ? xc_query_filter(text, ys_filters_types(query->types, error), error) : NULL;
	return plan->wanted != NULL;
}

ys_plan *ys_plan_new(xc_reader *reader, const ys_query *query, const GPtrArray *hidden, GError **error)
{
	gboolean verify = FALSE;
	xc_query *text = text_query(reader, query, &verify, error);
	g_autoptr(ys_plan) plan = plan_of(filtered(text, reader, query, error), hidden, error);

	if (!plan)
		return NULL;
	plan->verify = verify;
	if (!verify && is_one_word(query, hidden) && !add_only_term(plan, reader, query, error))
		return NULL;
	return g_steal_pointer(&plan);
}

ys_plan *ys_plan_any(xc_reader *reader, const ys_query *query, const GPtrArray *terms, const GPtrArray *hidden,
		     GError **error)
{
	xc_query *any = ys_builder_any_term("", terms, error);
	ys_plan *plan = plan_of(filtered(any, reader, query, error), hidden, error);

	if (!plan)
		return NULL;
	plan->verify = TRUE;
	plan->parts = terms->len;
	return plan;
}

ys_plan *ys_plan_run(xc_reader *reader, const ys_query *query, const char *run, const GPtrArray *hidden,
		     GError **error)
{
	gboolean verify = FALSE;
	xc_query *text = run_query(run, "", &verify, error);
	g_autoptr(ys_plan) plan = NULL;

	if (text && query)
		text = xc_query_filter(text, ys_filters_types(query->types, error), error);
	plan = plan_of(query ? filtered(text, reader, query, error) : text, hidden, error);
	if (plan)
		plan->verify = verify;
	return g_steal_pointer(&plan);
}

ys_plan *ys_plan_term(const char *prefix, const char *value, guint types, const GPtrArray *hidden, GError **error)
{
	xc_query *all = ys_filters_types(types, error);

	return plan_of(all ? xc_query_filter(all, ys_builder_term(prefix, value, error), error) : NULL, hidden, error);
}

void ys_plan_free(ys_plan *plan)
{
	if (!plan)
		return;
	xc_query_free(plan->candidates);
	xc_query_free(plan->wanted);
	g_free(plan->term);
	g_free(plan);
}
