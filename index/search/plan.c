/* A query becomes one to the index: the terms of its words, which weigh, and the conditions of its fields,
 * which do not.  Terms find all that matches, and more: pairs of characters meet by chance, and a word may
 * be an amount, a year or a department instead.  Where terms do not prove a match the plan says so, and
 * the judge of the text decides. */
#include "index/search/plan.h"

#include <string.h>

#include "index/schema.h"
#include "index/search/weights.h"
#include "src/gazetteer.h"
#include "src/text/key.h"
#include "src/text/segment.h"

/* ---- parts that become one query ---- */

/* Under construction.  The first error stays; what comes after it is not built. */
typedef struct {
	GPtrArray *parts;       /* of xc_query */
	GError **error;
	gboolean failed;
} builder;

static void builder_init(builder *b, GError **error)
{
	b->parts = g_ptr_array_new_with_free_func((GDestroyNotify)xc_query_free);
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

static xc_query *finish(builder *b, xc_query *(*combine)(xc_query **queries, gsize n, GError **error))
{
	g_autoptr(GPtrArray) parts = g_steal_pointer(&b->parts);

	if (b->failed)
		return NULL;
	/* the operands go over to the combination, only the array is left */
	g_ptr_array_set_free_func(parts, NULL);
	return combine((xc_query **)parts->pdata, parts->len, b->error);
}

static xc_query *all_of(builder *b)
{
	return finish(b, xc_query_and);
}

static xc_query *any_of(builder *b)
{
	return finish(b, xc_query_or);
}

static xc_query *term_query(const char *prefix, const char *value, GError **error)
{
	g_autofree char *term = g_strconcat(prefix, value, NULL);

	return xc_query_term(term, -1, error);
}

static xc_query *any_term(const char *prefix, const GPtrArray *values, GError **error)
{
	builder b;

	builder_init(&b, error);
	for (guint i = 0; i < values->len && !b.failed; i++)
		add(&b, term_query(prefix, g_ptr_array_index(values, i), error));
	return any_of(&b);
}

/* ---- fields: departments ---- */

/* Terms of departments that a name may mean. */
typedef struct {
	const char *key;
	const ys_body_asked *body;
	GPtrArray *sure;        /* of char * */
	GPtrArray *unsure;      /* whose region decides */
} department_search;

static gboolean take_department(const char *term, guint32 freq, void *data)
{
	department_search *search = data;
	const char *name = term + strlen(YS_PREFIX_DEPARTMENT);
	ys_body_match match = search->key && strstr(name, search->key) ? YS_BODY_NAMED :
			      search->body ? ys_body_is(search->body, name, NULL) : YS_BODY_OTHER;

	(void)freq;
	if (match != YS_BODY_OTHER)
		g_ptr_array_add(match == YS_BODY_UNSURE ? search->unsure : search->sure, g_strdup(term));
	return TRUE;
}

/* Departments whose name has the key (NULL: none), or that the name of a body (NULL: none) may mean.  They are some
 * thousands at most. */
static xc_query *departments_query(xc_reader *reader, const char *key, const ys_body_asked *body, GError **error)
{
	g_autoptr(GPtrArray) sure = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) unsure = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) codes = body ? ys_body_asked_codes(body) : NULL;
	department_search search = { key, body, sure, unsure };
	builder found;

	if (!xc_reader_each_term(reader, YS_PREFIX_DEPARTMENT, take_department, &search, error))
		return NULL;
	builder_init(&found, error);
	add(&found, any_term("", sure, error));
	if (unsure->len && codes->len && !found.failed)
		add(&found, xc_query_filter(any_term("", unsure, error), any_term(YS_PREFIX_REGION, codes, error),
					    error));
	return any_of(&found);
}

/* Departments whose name contains the one asked for, or that it shortens: 花都区政务 and 花都政数局 find
 * 广州市花都区政务服务数据管理局. */
static xc_query *department_query(xc_reader *reader, const char *name, GError **error)
{
	g_autofree char *key = ys_name_key(name);
	g_autoptr(ys_body_asked) body = ys_body_asked_new(key);

	return departments_query(reader, key, body, error);
}

/* ---- fields: regions ---- */

/* Terms of divisions that lie in others. */
typedef struct {
	const GPtrArray *outer; /* of char *: codes */
	GPtrArray *inner;       /* of char * */
} inner_search;

static gboolean take_inner(const char *term, guint32 freq, void *data)
{
	inner_search *search = data;
	int division = ys_gazetteer_of_code(term + strlen(YS_PREFIX_REGION));

	(void)freq;
	for (guint i = 0; division >= 0 && i < search->outer->len; i++) {
		int outer = ys_gazetteer_of_code(g_ptr_array_index(search->outer, i));

		if (division != outer && ys_gazetteer_is_under(division, outer)) {
			g_ptr_array_add(search->inner, g_strdup(term));
			break;
		}
	}
	return TRUE;
}

/* What is the divisions' own, without the divisions in them. */
static xc_query *own_query(xc_reader *reader, const GPtrArray *codes, GError **error)
{
	g_autoptr(GPtrArray) inner = g_ptr_array_new_with_free_func(g_free);
	inner_search search = { codes, inner };
	xc_query *all;

	if (!xc_reader_each_term(reader, YS_PREFIX_REGION, take_inner, &search, error))
		return NULL;
	all = any_term(YS_PREFIX_REGION, codes, error);
	return all && inner->len ? xc_query_and_not(all, any_term("", inner, error), error) : all;
}

/* A region that no table has, by its names. */
static xc_query *written_query(const ys_region *region, gboolean own, GError **error)
{
	const char *names[] = { region->province, region->city, region->county };
	gsize n = G_N_ELEMENTS(names);
	builder all;

	while (n > 1 && !names[n - 1])
		n--;
	builder_init(&all, error);
	for (gsize i = 0; i < n && !all.failed; i++) {
		g_autofree char *name = g_strconcat(names[i] ? names[i] : "", own && i + 1 == n ? YS_REGION_OWN : NULL,
						    NULL);

		if (names[i])
			add(&all, term_query(YS_PREFIX_REGION, name, error));
	}
	return all_of(&all);
}

/* No division we know: one that somebody wrote down, or the place in a department's name that was not resolved. */
static xc_query *unknown_region_query(xc_reader *reader, const char *name, const char *place, gboolean own,
				      GError **error)
{
	ys_region region;
	builder found;

	if (ys_region_of_written(place, &region) != YS_REGION_RESOLVED || region.code)
		return department_query(reader, name, error);
	builder_init(&found, error);
	add(&found, written_query(&region, own, error));
	if (!found.failed)
		add(&found, department_query(reader, name, error));
	return any_of(&found);
}

/* A division by any of its names; 广州市本级 is the city without its districts. */
static xc_query *region_query(xc_reader *reader, const char *name, GError **error)
{
	gboolean own = g_str_has_suffix(name, YS_REGION_OWN);
	g_autofree char *place = g_strndup(name, strlen(name) - (own ? strlen(YS_REGION_OWN) : 0));
	g_autoptr(GPtrArray) codes = ys_region_codes_meant(place);

	if (!codes->len)
		return strcmp(name, YS_REGION_UNKNOWN) ? unknown_region_query(reader, name, place, own, error) :
			xc_query_and_not(xc_query_all(error), xc_query_prefix(YS_PREFIX_REGION, -1, error), error);
	return own ? own_query(reader, codes, error) : any_term(YS_PREFIX_REGION, codes, error);
}

/* ---- fields: others ---- */

static xc_query *types_query(guint types, GError **error)
{
	builder values;

	if (types == (1u << YS_N_TYPES) - 1)
		return xc_query_all(error);
	builder_init(&values, error);
	for (int type = 0; type < YS_N_TYPES && !values.failed; type++)
		if (types & 1u << type)
			add(&values, term_query(YS_PREFIX_TYPE, ys_record_type_name(type), error));
	return any_of(&values);
}

static xc_query *amount_query(const ys_filter *f, GError **error)
{
	return xc_query_number_range(YS_SLOT_AMOUNT, f->min == YS_AMOUNT_NONE ? (double)G_MININT64 : f->min,
				     f->max == YS_AMOUNT_NONE ? (double)G_MAXINT64 : f->max, error);
}

/* Codes by their number, or all of a name with what is below them. */
static xc_query *code_query(const ys_filter *f, GError **error)
{
	g_autofree char *code = g_strconcat(YS_PREFIX_CODE, f->name, NULL);
	builder values;

	if (!f->codes)
		return f->roll_up ? xc_query_prefix(code, -1, error) : xc_query_term(code, -1, error);
	builder_init(&values, error);
	for (guint i = 0; i < f->codes->len && !values.failed; i++) {
		g_clear_pointer(&code, g_free);
		code = g_strconcat(YS_PREFIX_CODE, (const char *)g_ptr_array_index(f->codes, i), NULL);
		add(&values, xc_query_prefix(code, -1, error));
	}
	return any_of(&values);
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

/* ---- fields: all filters ---- */

static xc_query *filter_node(xc_reader *reader, const ys_node *node, GError **error)
{
	builder b;

	if (node->kind == YS_NODE_FILTER)
		return one_filter(reader, node->filter, error);
	builder_init(&b, error);
	for (guint i = 0; i < node->children->len && !b.failed; i++)
		add(&b, filter_node(reader, g_ptr_array_index(node->children, i), error));
	if (node->kind == YS_NODE_NOT)
		return xc_query_and_not(xc_query_all(error), all_of(&b), error);
	return node->kind == YS_NODE_OR ? any_of(&b) : all_of(&b);
}

/* The filters of one field, alternatives, of those that were typed in the query or of the others. */
static void add_field(builder *all, xc_reader *reader, const ys_query *query, ys_filter_kind kind, gboolean typed)
{
	builder same;

	builder_init(&same, all->error);
	for (guint i = 0; i < query->filters->len && !same.failed; i++) {
		const ys_node *node = g_ptr_array_index(query->filters, i);

		if (node->kind == YS_NODE_FILTER && node->filter->kind == kind && (node->at != 0) == typed)
			add(&same, one_filter(reader, node->filter, all->error));
	}
	if (same.parts->len || same.failed)
		add(all, any_of(&same));
	else
		g_ptr_array_unref(same.parts);
}

/* Filters of the same field are alternatives, different fields must all hold.  An option narrows
 * what was typed: who chooses 2024 of the years that year:2021..2024 found wants that one. */
static xc_query *filters_query(xc_reader *reader, const ys_query *query, GError **error)
{
	builder all;

	builder_init(&all, error);
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
	return all_of(&all);
}

/* ---- words ---- */

/* The terms of a run, or of their beginnings, each once: a run that repeats itself has few terms, however
 * long it is. */
typedef struct {
	builder parts;
	const char *prefix;
	GHashTable *terms;      /* so far */
} run_terms;

static void add_segment(const char *term, gsize len, ys_query_term_kind kind, void *data)
{
	run_terms *run = data;
	builder *parts = &run->parts;
	g_autofree char *prefixed = g_strdup_printf("%s%.*s", run->prefix, (int)len, term);

	if (parts->failed || !g_hash_table_add(run->terms, g_strdup(prefixed)))
		return;
	add(parts, kind == YS_TERM_PREFIX ? xc_query_prefix(prefixed, -1, parts->error) :
					    xc_query_term(prefixed, -1, parts->error));
}

/* The terms of one run; *verify turns TRUE if they do not prove it. */
static xc_query *run_query(const char *text, const char *prefix, gboolean *verify, GError **error)
{
	g_autoptr(GHashTable) terms = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	run_terms run = { .prefix = prefix, .terms = terms };

	builder_init(&run.parts, error);
	if (!ys_segment_query(text, strlen(text), add_segment, &run))
		*verify = TRUE;
	return all_of(&run.parts);
}

/* prefix: of the terms of text.  A word in any of its wordings, as an amount of money, as the name of a department, or as a year.  That
 * something belongs to the department or year is no weight: it is the same for all of it. */
static xc_query *word_query(xc_reader *reader, const ys_word *word, const char *prefix, gboolean *verify,
			    GError **error)
{
	builder b;

	builder_init(&b, error);
	add(&b, run_query(word->folded, prefix, verify, error));
	for (guint i = 0; i < word->synonyms->len && !b.failed; i++)
		add(&b, xc_query_scale(run_query(g_ptr_array_index(word->synonyms, i), prefix, verify, error),
				       YS_SYNONYM_WEIGHT, error));
	if (word->code && !b.failed)
		add(&b, term_query(YS_PREFIX_CODE, word->folded, error));
	if (word->amount != YS_AMOUNT_NONE && !b.failed)
		add(&b, xc_query_number_range(YS_SLOT_AMOUNT, word->amount, word->amount, error));
	if (word->body && !b.failed)
		add(&b, xc_query_scale(departments_query(reader, NULL, word->body, error), 0, error));
	if (word->year && !b.failed)
		add(&b, xc_query_scale(xc_query_number_range(YS_SLOT_YEAR, word->year, word->year, error), 0, error));
	/* the terms do not say by which of them it matches */
	*verify |= b.parts->len > 1;
	return any_of(&b);
}

static xc_query *tree_query(xc_reader *reader, const ys_node *node, const char *prefix, gboolean *verify,
			    GError **error);

/* What is excluded can only be left out here where its terms prove it; the rest is for the
 * judge of the text. */
static xc_query *without_excluded(xc_reader *reader, xc_query *query, const ys_node *node, const char *prefix,
				  gboolean *verify, GError **error)
{
	for (guint i = 0; i < node->children->len && query; i++) {
		const ys_node *child = g_ptr_array_index(node->children, i);
		gboolean unsure = FALSE;
		xc_query *excluded;

		if (child->kind != YS_NODE_NOT)
			continue;
		excluded = tree_query(reader, g_ptr_array_index(child->children, 0), prefix, &unsure, error);
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

static xc_query *tree_query(xc_reader *reader, const ys_node *node, const char *prefix, gboolean *verify,
			    GError **error)
{
	builder b;

	if (node->kind == YS_NODE_WORD)
		return word_query(reader, node->word, prefix, verify, error);
	builder_init(&b, error);
	for (guint i = 0; i < node->children->len && !b.failed; i++) {
		const ys_node *child = g_ptr_array_index(node->children, i);

		if (child->kind != YS_NODE_NOT || node->kind != YS_NODE_AND)
			add(&b, tree_query(reader, child, prefix, verify, error));
	}
	if (node->kind == YS_NODE_OR)
		return any_of(&b);
	if (node->kind == YS_NODE_NOT) {
		/* inside OR: everything else */
		xc_query *all = xc_query_all(error), *inner = all_of(&b);

		if (!all || !inner || *verify) {
			*verify = TRUE;
			xc_query_free(inner);
			return all;
		}
		return xc_query_and_not(all, inner, error);
	}
	return without_excluded(reader, all_of(&b), node, prefix, verify, error);
}

/* Any word in the title, by its own wording. */
static xc_query *title_query(const ys_query *query, GError **error)
{
	gboolean ignored = FALSE;
	builder b;

	builder_init(&b, error);
	for (guint i = 0; i < query->words->len && !b.failed; i++)
		add(&b, run_query(((ys_word *)g_ptr_array_index(query->words, i))->folded, YS_PREFIX_TITLE, &ignored,
				  error));
	return xc_query_scale(any_of(&b), YS_WEIGHT_OF_TITLE, error);
}

/* Lines of budgets tell nothing of departments: they are as many as all the rest. */
static xc_query *any_record(const ys_query *query, GError **error)
{
	xc_query *all = xc_query_all(error);

	if (!all || query->types & 1u << YS_LINE)
		return all;
	return xc_query_and_not(all, types_query(1u << YS_LINE, error), error);
}

static xc_query *text_query(xc_reader *reader, const ys_query *query, gboolean *verify, GError **error)
{
	xc_query *body, *title;

	if (!query->words_tree)
		return any_record(query, error);
	if (query->types == 1u << YS_LINE || query->types == 1u << YS_TABLE) {
		*verify = TRUE;
		return tree_query(reader, query->words_tree, ys_plan_apart(g_bit_nth_lsf(query->types, -1)), verify, error);
	}
	body = tree_query(reader, query->words_tree, "", verify, error);
	title = body ? title_query(query, error) : NULL;
	return xc_query_and_maybe(body, title, error);
}

/* ---- plans ---- */

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

/* What matches query, which becomes the plan's, but for hidden versions (NULL: none). */
static ys_plan *plan_of(xc_query *query, const GPtrArray *hidden, GError **error)
{
	ys_plan *plan;

	if (query && hidden && hidden->len)
		query = xc_query_and_not(query, any_term(YS_PREFIX_VERSION, hidden, error), error);
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
	plan->wanted = text ? xc_query_filter(text, types_query(query->types, error), error) : NULL;
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
	xc_query *any = any_term("", terms, error);
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
	gboolean ignored = FALSE;
	xc_query *text = run_query(run, "", &ignored, error);

	if (!query)
		return plan_of(text, hidden, error);
	if (text)
		text = xc_query_filter(text, types_query(query->types, error), error);
	return plan_of(filtered(text, reader, query, error), hidden, error);
}

ys_plan *ys_plan_term(const char *prefix, const char *value, guint types, const GPtrArray *hidden, GError **error)
{
	xc_query *all = types_query(types, error);

	return plan_of(all ? xc_query_filter(all, term_query(prefix, value, error), error) : NULL, hidden, error);
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
