/* A query becomes one to the index: the terms of its words, which weigh, and the conditions of its fields, which do
 * not.  Terms find all that matches, and more: pairs of characters meet by chance, and a word may be an amount, a year
 * or a department instead.  Where terms do not prove a match the plan says so, and the judge of the text decides. */
#include "index/search/plan.h"

#include <string.h>

#include "index/schema.h"
#include "index/search/plan_private.h"
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

/* How words are looked for. */
typedef struct {
	xc_reader *reader;
	const char *prefix;     /* of the terms of text */
	gboolean related;       /* as words related to them, too */
	gboolean verify;        /* turns TRUE where terms do not prove it */
	GError **error;
} word_search;

static void add_wordings(ys_builder *b, word_search *s, const GPtrArray *wordings, double weight)
{
	for (guint i = 0; i < wordings->len && !b->failed; i++) {
		xc_query *run = run_query(g_ptr_array_index(wordings, i), s->prefix, &s->verify, s->error);

		ys_builder_add(b, xc_query_scale(run, weight, s->error));
	}
}

/* A word in any of its wordings, as an amount, as the name of a department, or as a year.  That something belongs to
 * the department or year is no weight: it is the same for all of it. */
static xc_query *word_query(word_search *s, const ys_word *word)
{
	GError **error = s->error;
	ys_builder b;

	ys_builder_init(&b, error);
	ys_builder_add(&b, run_query(word->folded, s->prefix, &s->verify, error));
	add_wordings(&b, s, word->synonyms, YS_SYNONYM_WEIGHT);
	if (s->related)
		add_wordings(&b, s, word->related, YS_RELATED_WEIGHT);
	if (word->code && !b.failed)
		ys_builder_add(&b, ys_term_query(YS_PREFIX_CODE, word->folded, error));
	if (word->amount != YS_AMOUNT_NONE && !b.failed)
		ys_builder_add(&b, xc_query_number_range(YS_SLOT_AMOUNT, word->amount, word->amount, error));
	if (word->body && !b.failed)
		ys_builder_add(&b, xc_query_scale(ys_departments_query(s->reader, NULL, word->body, error), 0, error));
	if (word->year && !b.failed)
		ys_builder_add(&b, xc_query_scale(xc_query_number_range(YS_SLOT_YEAR, word->year, word->year, error), 0, error));
	/* the terms do not say by which of them it matches, nor whether signs stand there */
	s->verify |= b.parts->len > 1 || word->signs;
	return ys_builder_any(&b);
}

static xc_query *tree_query(word_search *s, const ys_node *node);

/* What is excluded can only be left out here where its terms prove it; the rest is for the judge. */
static xc_query *without_excluded(word_search *s, xc_query *query, const ys_node *node)
{
	for (guint i = 0; i < node->children->len && query; i++) {
		const ys_node *child = g_ptr_array_index(node->children, i);
		word_search as_typed = { s->reader, s->prefix, FALSE, FALSE, s->error };
		xc_query *excluded;

		if (child->kind != YS_NODE_NOT)
			continue;
		excluded = tree_query(&as_typed, g_ptr_array_index(child->children, 0));
		if (as_typed.verify || !excluded) {
			s->verify = TRUE;
			xc_query_free(excluded);
			if (!excluded)
				g_clear_pointer(&query, xc_query_free);
		} else {
			query = xc_query_and_not(query, excluded, s->error);
		}
	}
	return query;
}

static xc_query *tree_query(word_search *s, const ys_node *node)
{
	ys_builder b;

	if (node->kind == YS_NODE_WORD)
		return word_query(s, node->word);
	ys_builder_init(&b, s->error);
	for (guint i = 0; i < node->children->len && !b.failed; i++) {
		const ys_node *child = g_ptr_array_index(node->children, i);

		if (child->kind != YS_NODE_NOT || node->kind != YS_NODE_AND)
			ys_builder_add(&b, tree_query(s, child));
	}
	if (node->kind == YS_NODE_OR)
		return ys_builder_any(&b);
	if (node->kind == YS_NODE_NOT) {
		/* inside OR: everything else */
		xc_query *all = xc_query_all(s->error), *inner = ys_builder_all(&b);

		if (!all || !inner || s->verify) {
			s->verify = TRUE;
			xc_query_free(inner);
			return all;
		}
		return xc_query_and_not(all, inner, s->error);
	}
	return without_excluded(s, ys_builder_all(&b), node);
}

/* Any word in the title, by its own wording. */
static xc_query *title_query(const ys_query *query, GError **error)
{
	gboolean ignored = FALSE;
	ys_builder b;

	ys_builder_init(&b, error);
	for (guint i = 0; i < query->words->len && !b.failed; i++)
		ys_builder_add(&b, run_query(((ys_word *)g_ptr_array_index(query->words, i))->folded, YS_PREFIX_TITLE, &ignored,
				  error));
	return xc_query_scale(ys_builder_any(&b), YS_WEIGHT_OF_TITLE, error);
}

/* Lines of budgets tell nothing of departments: they are as many as all the rest. */
static xc_query *any_record(const ys_query *query, GError **error)
{
	xc_query *all = xc_query_all(error);

	if (!all || query->types & 1u << YS_LINE)
		return all;
	return xc_query_and_not(all, ys_types_query(1u << YS_LINE, error), error);
}

static xc_query *text_query(xc_reader *reader, const ys_query *query, gboolean *verify, GError **error)
{
	const gboolean apart = query->types == 1u << YS_LINE || query->types == 1u << YS_TABLE;
	const char *prefix = apart ? ys_plan_apart(g_bit_nth_lsf(query->types, -1)) : "";
	word_search words = { reader, prefix, query->with_related, apart, error };
	xc_query *body, *title;

	if (!query->words_tree)
		return any_record(query, error);
	body = tree_query(&words, query->words_tree);
	*verify |= words.verify;
	if (apart)
		return body;
	title = body ? title_query(query, error) : NULL;
	return xc_query_and_maybe(body, title, error);
}

/* ---- plans ---- */

static xc_query *filtered(xc_query *text, xc_reader *reader, const ys_query *query, GError **error)
{
	if (!query->filters->len && !query->words_tree && text) {
		/* types alone: what they are is all there is to find */
		xc_query_free(text);
		return ys_types_query(query->types, error);
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
		query = xc_query_and_not(query, ys_any_term(YS_PREFIX_VERSION, hidden, error), error);
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
	plan->wanted = text ? xc_query_filter(text, ys_types_query(query->types, error), error) : NULL;
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

ys_plan *ys_plan_any(xc_reader *reader, const ys_query *query, const GPtrArray *runs, const GPtrArray *hidden,
		     GError **error)
{
	gboolean ignored = FALSE;
	ys_builder b;
	ys_plan *plan;

	ys_builder_init(&b, error);
	for (guint i = 0; i < runs->len && !b.failed; i++)
		ys_builder_add(&b, run_query(g_ptr_array_index(runs, i), "", &ignored, error));
	plan = plan_of(filtered(ys_builder_any(&b), reader, query, error), hidden, error);

	if (!plan)
		return NULL;
	plan->verify = TRUE;
	plan->parts = runs->len;
	return plan;
}

ys_plan *ys_plan_run(xc_reader *reader, const ys_query *query, const char *run, const GPtrArray *hidden,
		     GError **error)
{
	gboolean ignored = FALSE;
	xc_query *text = run_query(run, "", &ignored, error);

	if (!query)
		return plan_of(text, hidden, error);
	if (text)
		text = xc_query_filter(text, ys_types_query(query->types, error), error);
	return plan_of(filtered(text, reader, query, error), hidden, error);
}

ys_plan *ys_plan_term(const char *prefix, const char *value, guint types, const GPtrArray *hidden, GError **error)
{
	xc_query *all = ys_types_query(types, error);

	return plan_of(all ? xc_query_filter(all, ys_term_query(prefix, value, error), error) : NULL, hidden, error);
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
