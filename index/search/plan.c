#include "index/search/plan.h"

#include <string.h>

#include "index/schema.h"
#include "index/search/weights.h"
#include "src/gazetteer.h"
#include "src/text/key.h"
#include "src/text/segment.h"

/* Queries under construction.  The first error stays; what comes after is not built. */
typedef struct {
	GPtrArray *parts;       /* of xc_query */
	GHashTable *terms;      /* of a run, so far; NULL: not noted */
	const char *prefix;
	GError **error;
	gboolean failed;
} builder;

static void builder_init(builder *b, const char *prefix, GError **error)
{
	b->parts = g_ptr_array_new_with_free_func((GDestroyNotify)xc_query_free);
	b->terms = NULL;
	b->prefix = prefix;
	b->error = error;
	b->failed = FALSE;
}

static void add(builder *b, xc_query *query)
{
	if (query)
		g_ptr_array_add(b->parts, query);
	else
		b->failed = TRUE;
}

static void add_term(builder *b, const char *prefix, const char *value)
{
	g_autofree char *term = NULL;

	if (b->failed)
		return;
	term = g_strconcat(prefix, value, NULL);
	add(b, xc_query_term(term, -1, b->error));
}

typedef xc_query *(*combine_fn)(xc_query **queries, gsize n, GError **error);

/* Combine the parts and end the builder. */
static xc_query *finish(builder *b, combine_fn combine)
{
	GPtrArray *parts = g_steal_pointer(&b->parts);
	xc_query *query = NULL;

	if (!b->failed) {
		/* the operands go over to the combination, only the array is left */
		g_ptr_array_set_free_func(parts, NULL);
		query = combine((xc_query **)parts->pdata, parts->len, b->error);
	}
	g_ptr_array_unref(parts);
	return query;
}

/* ---- words ---- */

static void add_segment(const char *term, gsize len, ys_query_term_kind kind, void *data)
{
	builder *b = data;
	g_autofree char *prefixed = g_strdup_printf("%s%.*s", b->prefix, (int)len, term);

	/* a run that repeats itself has few terms, however long it is */
	if (b->failed || !g_hash_table_add(b->terms, g_strdup(prefixed)))
		return;
	add(b, kind == YS_TERM_PREFIX ? xc_query_prefix(prefixed, -1, b->error) : xc_query_term(prefixed, -1, b->error));
}

/* The terms of one run; *verify turns TRUE if they do not prove it. */
static xc_query *run_query(const char *run, const char *prefix, gboolean *verify, GError **error)
{
	g_autoptr(GHashTable) terms = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	builder b;

	builder_init(&b, prefix, error);
	b.terms = terms;
	if (!ys_segment_query(run, strlen(run), add_segment, &b))
		*verify = TRUE;
	return finish(&b, xc_query_and);
}

/* Departments that a body's name, as typed, may mean. */
typedef struct {
	const ys_body_asked *body;
	xc_reader *reader;
	GPtrArray *sure;        /* of char *: terms */
	GPtrArray *unsure;      /* whose region decides */
} body_search;

static gboolean take_body(const char *term, guint32 freq, void *data)
{
	body_search *search = data;
	ys_body_match match = ys_body_is(search->body, term + strlen(YS_PREFIX_DEPARTMENT), NULL);

	(void)freq;
	if (match != YS_BODY_OTHER)
		g_ptr_array_add(match == YS_BODY_UNSURE ? search->unsure : search->sure, g_strdup(term));
	return TRUE;
}

static xc_query *any_query(const char *prefix, const GPtrArray *values, GError **error)
{
	builder b;

	builder_init(&b, "", error);
	for (guint i = 0; i < values->len; i++)
		add_term(&b, prefix, g_ptr_array_index(values, i));
	return finish(&b, xc_query_or);
}

/* Adds to parts what belongs to the departments a body's name may mean; nothing if there are none.  That
 * it belongs to them is no weight: it is the same for all of it. */
static void add_bodies(builder *parts, xc_reader *reader, const ys_body_asked *body)
{
	g_autoptr(GPtrArray) sure = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) unsure = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) codes = NULL;
	body_search search = { body, reader, sure, unsure };

	if (parts->failed)
		return;
	if (!xc_reader_each_term(reader, YS_PREFIX_DEPARTMENT, take_body, &search, parts->error)) {
		parts->failed = TRUE;
		return;
	}
	codes = ys_body_asked_codes(body);
	if (sure->len)
		add(parts, xc_query_scale(any_query("", sure, parts->error), 0, parts->error));
	if (unsure->len && codes->len && !parts->failed)
		add(parts, xc_query_scale(xc_query_filter(any_query("", unsure, parts->error),
							  any_query(YS_PREFIX_REGION, codes, parts->error),
							  parts->error),
					  0, parts->error));
}

/* A word in any of its wordings, as an amount of money, as the name of a department, or as a year. */
static xc_query *word_query(xc_reader *reader, const ys_word *word, gboolean *verify, GError **error)
{
	builder b;

	builder_init(&b, "", error);
	add(&b, run_query(word->folded, "", verify, error));
	/* the terms do not say which wording it was */
	*verify |= word->synonyms->len > 0;
	for (guint i = 0; i < word->synonyms->len && !b.failed; i++)
		add(&b, xc_query_scale(run_query(g_ptr_array_index(word->synonyms, i), "", verify, error),
				       YS_SYNONYM_WEIGHT, error));
	if (word->code) {
		*verify = TRUE;
		add_term(&b, YS_PREFIX_CODE, word->folded);
	}
	if (word->amount != YS_AMOUNT_NONE && !b.failed) {
		/* not told apart from the text but by looking */
		*verify = TRUE;
		add(&b, xc_query_number_range(YS_SLOT_AMOUNT, word->amount, word->amount, error));
	}
	if (word->body) {
		/* the terms do not say how it matches */
		*verify = TRUE;
		add_bodies(&b, reader, word->body);
	}
	if (word->year && !b.failed) {
		*verify = TRUE;
		add(&b, xc_query_scale(xc_query_number_range(YS_SLOT_YEAR, word->year, word->year, error), 0, error));
	}
	return finish(&b, xc_query_or);
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
	builder b;

	if (node->kind == YS_NODE_WORD)
		return word_query(reader, node->word, verify, error);
	builder_init(&b, "", error);
	for (guint i = 0; i < node->children->len && !b.failed; i++) {
		const ys_node *child = g_ptr_array_index(node->children, i);

		if (child->kind != YS_NODE_NOT || node->kind != YS_NODE_AND)
			add(&b, tree_query(reader, child, verify, error));
	}
	if (node->kind == YS_NODE_OR)
		return finish(&b, xc_query_or);
	if (node->kind == YS_NODE_NOT) {
		/* inside OR: everything else */
		xc_query *all = xc_query_all(error), *inner = finish(&b, xc_query_and);

		if (!all || !inner || *verify) {
			*verify = TRUE;
			xc_query_free(inner);
			return all;
		}
		return xc_query_and_not(all, inner, error);
	}
	return without_excluded(reader, finish(&b, xc_query_and), node, verify, error);
}

/* Any word in the title, by its own wording. */
static xc_query *title_query(const ys_query *query, GError **error)
{
	gboolean ignored = FALSE;
	builder b;

	builder_init(&b, "", error);
	for (guint i = 0; i < query->words->len && !b.failed; i++)
		add(&b, run_query(((ys_word *)g_ptr_array_index(query->words, i))->folded, YS_PREFIX_TITLE, &ignored,
				  error));
	return xc_query_scale(finish(&b, xc_query_or), YS_WEIGHT_OF_TITLE, error);
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

/* ---- filters ---- */

typedef struct {
	builder *values;
	const char *key;
} name_search;

static gboolean take_department(const char *term, guint32 freq, void *data)
{
	name_search *search = data;

	(void)freq;
	if (strstr(term + strlen(YS_PREFIX_DEPARTMENT), search->key))
		add_term(search->values, "", term);
	return !search->values->failed;
}

/* Departments whose name contains the one asked for, or that it shortens: 花都区政务 and 花都政数局 find
 * 广州市花都区政务服务数据管理局.
 * They are some thousands at most. */
static void add_departments(builder *values, xc_reader *reader, const char *name)
{
	g_autofree char *key = ys_name_key(name);
	g_autoptr(ys_body_asked) body = ys_body_asked_new(key);
	name_search search = { values, key };

	if (!values->failed && !xc_reader_each_term(reader, YS_PREFIX_DEPARTMENT, take_department, &search, values->error))
		values->failed = TRUE;
	if (body)
		add_bodies(values, reader, body);
}

static xc_query *department_query(xc_reader *reader, const char *name, GError **error)
{
	builder values;

	builder_init(&values, "", error);
	add_departments(&values, reader, name);
	return finish(&values, xc_query_or);
}

/* Divisions that lie in others. */
typedef struct {
	builder *values;
	const GPtrArray *outer; /* of char *: codes */
} inner_search;

static gboolean take_inner(const char *term, guint32 freq, void *data)
{
	inner_search *search = data;
	int division = ys_gazetteer_of_code(term + strlen(YS_PREFIX_REGION));

	(void)freq;
	for (guint i = 0; division >= 0 && i < search->outer->len; i++) {
		int outer = ys_gazetteer_of_code(g_ptr_array_index(search->outer, i));

		if (division != outer && ys_gazetteer_is_under(division, outer)) {
			add_term(search->values, "", term);
			break;
		}
	}
	return !search->values->failed;
}

/* What is the division's own, without the divisions in it. */
static xc_query *own_query(xc_reader *reader, xc_query *all, const GPtrArray *codes, GError **error)
{
	builder inner;
	inner_search search = { &inner, codes };

	builder_init(&inner, "", error);
	if (!xc_reader_each_term(reader, YS_PREFIX_REGION, take_inner, &search, error))
		inner.failed = TRUE;
	if (!inner.failed && !inner.parts->len) {
		g_ptr_array_unref(inner.parts);
		return all;
	}
	return xc_query_and_not(all, finish(&inner, xc_query_or), error);
}

/* A division by any of its names; 广州市本级 is the city without its districts.  What is no division we
 * know may still be the place in a department's name whose region could not be resolved. */
static xc_query *region_query(xc_reader *reader, const char *name, GError **error)
{
	gboolean own = g_str_has_suffix(name, YS_REGION_OWN);
	g_autofree char *place = g_strndup(name, strlen(name) - (own ? strlen(YS_REGION_OWN) : 0));
	g_autoptr(GPtrArray) codes = ys_region_codes_meant(place);
	builder values;

	builder_init(&values, "", error);
	for (guint i = 0; i < codes->len; i++)
		add_term(&values, YS_PREFIX_REGION, g_ptr_array_index(codes, i));
	if (!codes->len)
		add_departments(&values, reader, name);
	else if (own)
		return own_query(reader, finish(&values, xc_query_or), codes, error);
	return finish(&values, xc_query_or);
}

static xc_query *types_query(guint types, GError **error)
{
	builder values;

	if (types == (1u << YS_N_TYPES) - 1)
		return xc_query_all(error);
	builder_init(&values, "", error);
	for (int type = 0; type < YS_N_TYPES; type++)
		if (types & 1u << type)
			add_term(&values, YS_PREFIX_TYPE, ys_record_type_name(type));
	return finish(&values, xc_query_or);
}

static xc_query *term_query(const char *prefix, const char *value, GError **error)
{
	g_autofree char *term = g_strconcat(prefix, value, NULL);

	return xc_query_term(term, -1, error);
}

static xc_query *amount_query(const ys_filter *f, GError **error)
{
	return xc_query_number_range(YS_SLOT_AMOUNT, f->min == YS_AMOUNT_NONE ? (double)G_MININT64 : f->min,
				     f->max == YS_AMOUNT_NONE ? (double)G_MAXINT64 : f->max, error);
}

/* Codes by their number, or all of a name with what is below them. */
static xc_query *code_query(const ys_filter *f, GError **error)
{
	g_autofree char *code = NULL;
	builder values;

	if (!f->codes) {
		code = g_strconcat(YS_PREFIX_CODE, f->name, NULL);
		return f->roll_up ? xc_query_prefix(code, -1, error) : xc_query_term(code, -1, error);
	}
	builder_init(&values, "", error);
	for (guint i = 0; i < f->codes->len && !values.failed; i++) {
		g_clear_pointer(&code, g_free);
		code = g_strconcat(YS_PREFIX_CODE, (const char *)g_ptr_array_index(f->codes, i), NULL);
		add(&values, xc_query_prefix(code, -1, error));
	}
	return finish(&values, xc_query_or);
}

static xc_query *one_filter(xc_reader *reader, const ys_filter *f, GError **error)
{
	switch (f->kind) {
	case YS_FILTER_TYPE:
		return types_query(f->types, error);
	case YS_FILTER_YEAR:
		return xc_query_number_range(YS_SLOT_YEAR, f->year_first, f->year_last ? f->year_last : 9999, error);
	case YS_FILTER_KIND:
		return term_query(YS_PREFIX_KIND, f->name, error);
	case YS_FILTER_REGION:
		return region_query(reader, f->name, error);
	case YS_FILTER_DEPARTMENT:
		return department_query(reader, f->name, error);
	case YS_FILTER_AMOUNT:
		return amount_query(f, error);
	case YS_FILTER_CODE:
		return code_query(f, error);
	case YS_FILTER_PUBLICATION:
		return term_query(YS_PREFIX_PUBLICATION, f->name, error);
	}
	g_return_val_if_reached(NULL);
}

static xc_query *filter_node(xc_reader *reader, const ys_node *node, GError **error)
{
	builder b;

	if (node->kind == YS_NODE_FILTER)
		return one_filter(reader, node->filter, error);
	builder_init(&b, "", error);
	for (guint i = 0; i < node->children->len && !b.failed; i++)
		add(&b, filter_node(reader, g_ptr_array_index(node->children, i), error));
	if (node->kind == YS_NODE_NOT)
		return xc_query_and_not(xc_query_all(error), finish(&b, xc_query_and), error);
	return finish(&b, node->kind == YS_NODE_OR ? xc_query_or : xc_query_and);
}

/* The filters of one field, alternatives, of those that were typed in the query or of the others. */
static void add_field(builder *all, xc_reader *reader, const ys_query *query, ys_filter_kind kind, gboolean typed)
{
	builder same;

	builder_init(&same, "", all->error);
	for (guint i = 0; i < query->filters->len && !same.failed; i++) {
		const ys_node *node = g_ptr_array_index(query->filters, i);

		if (node->kind == YS_NODE_FILTER && node->filter->kind == kind && (node->at != 0) == typed)
			add(&same, one_filter(reader, node->filter, all->error));
	}
	if (same.parts->len || same.failed)
		add(all, finish(&same, xc_query_or));
	else
		g_ptr_array_unref(same.parts);
}

/* Filters of the same field are alternatives, different fields must all hold.  An option narrows
 * what was typed: who chooses 2024 of the years that year:2021..2024 found wants that one. */
static xc_query *filters_query(xc_reader *reader, const ys_query *query, GError **error)
{
	builder all;

	builder_init(&all, "", error);
	for (int kind = YS_FILTER_TYPE; kind <= YS_FILTER_PUBLICATION && !all.failed; kind++) {
		add_field(&all, reader, query, (ys_filter_kind)kind, TRUE);
		if (!all.failed)
			add_field(&all, reader, query, (ys_filter_kind)kind, FALSE);
	}
	for (guint i = 0; i < query->filters->len && !all.failed; i++) {
		const ys_node *node = g_ptr_array_index(query->filters, i);

		if (node->kind != YS_NODE_FILTER)
			add(&all, filter_node(reader, node, error));
	}
	return finish(&all, xc_query_and);
}

static xc_query *filtered(xc_query *text, xc_reader *reader, const ys_query *query, GError **error)
{
	if (!query->filters->len && !query->words_tree && text) {
		/* types alone: what they are is all there is to find */
		xc_query_free(text);
		return types_query(query->types, error);
	}
	if (!query->filters->len || !text)
		return text;
	return xc_query_filter(text, filters_query(reader, query, error), error);
}

static xc_query *hidden_query(const GPtrArray *hidden, GError **error)
{
	builder b;

	builder_init(&b, "", error);
	for (guint i = 0; i < hidden->len; i++)
		add_term(&b, YS_PREFIX_VERSION, g_ptr_array_index(hidden, i));
	return finish(&b, xc_query_or);
}

ys_plan *ys_plan_of(xc_query *query, const GPtrArray *hidden, GError **error)
{
	ys_plan *plan = g_new0(ys_plan, 1);

	plan->candidates = hidden->len && query ? xc_query_and_not(query, hidden_query(hidden, error), error) : query;
	if (!plan->candidates)
		g_clear_pointer(&plan, g_free);
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
	plan->wanted = text ? xc_query_filter(text, types_query(query->types, error), error) : NULL;
	return plan->wanted != NULL;
}

ys_plan *ys_plan_new(xc_reader *reader, const ys_query *query, const GPtrArray *hidden, GError **error)
{
	gboolean verify = FALSE;
	xc_query *text = text_query(reader, query, &verify, error);
	g_autoptr(ys_plan) plan = ys_plan_of(filtered(text, reader, query, error), hidden, error);

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
	ys_plan *plan;
	builder b;

	builder_init(&b, "", error);
	for (guint i = 0; i < terms->len; i++)
		add_term(&b, "", g_ptr_array_index(terms, i));
	plan = ys_plan_of(filtered(finish(&b, xc_query_or), reader, query, error), hidden, error);
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
		text = xc_query_filter(text, types_query(query->types, error), error);
	plan = ys_plan_of(query ? filtered(text, reader, query, error) : text, hidden, error);
	if (plan)
		plan->verify = verify;
	return g_steal_pointer(&plan);
}

/* Records of the types that have the term of this prefix. */
static xc_query *typed_query(const char *prefix, const char *name, guint types, GError **error)
{
	xc_query *all = types_query(types, error);

	return all ? xc_query_filter(all, term_query(prefix, name, error), error) : NULL;
}

ys_plan *ys_plan_version(const char *version, guint types, GError **error)
{
	const GPtrArray none = { 0 };

	return ys_plan_of(typed_query(YS_PREFIX_VERSION, version, types, error), &none, error);
}

ys_plan *ys_plan_publication(const char *id, guint types, const GPtrArray *hidden, GError **error)
{
	return ys_plan_of(typed_query(YS_PREFIX_PUBLICATION, id, types, error), hidden, error);
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
