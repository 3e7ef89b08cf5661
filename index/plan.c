#include "index/plan.h"

#include <string.h>

#include "index/document.h"
#include "index/schema.h"
#include "src/text/key.h"
#include "src/text/segment.h"

/* How much more a term weighs in the title than in other text. */
#define TITLE_WEIGHT 2.5

/* Queries under construction.  The first error stays; what comes after is not built. */
typedef struct {
	GPtrArray *parts;       /* of xc_query */
	const char *prefix;
	GError **error;
	gboolean failed;
} builder;

static void builder_init(builder *b, const char *prefix, GError **error)
{
	b->parts = g_ptr_array_new_with_free_func((GDestroyNotify)xc_query_free);
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
	guint n = parts->len;
	xc_query *query = NULL;

	if (b->failed) {
		g_ptr_array_unref(parts);
		return NULL;
	}
	/* the operands go over to the combination, only the array is left */
	g_ptr_array_set_free_func(parts, NULL);
	query = combine((xc_query **)parts->pdata, n, b->error);
	g_ptr_array_unref(parts);
	return query;
}

static void add_segment(const char *term, gsize len, ys_query_term_kind kind, void *data)
{
	builder *b = data;
	g_autofree char *prefixed = g_strdup_printf("%s%.*s", b->prefix, (int)len, term);

	if (b->failed)
		return;
	add(b, kind == YS_TERM_PREFIX ? xc_query_prefix(prefixed, -1, b->error) : xc_query_term(prefixed, -1, b->error));
}

/* The terms of all words under a prefix. */
static xc_query *words_query(const ys_query *query, const char *prefix, gboolean *verify, GError **error)
{
	builder b;

	builder_init(&b, prefix, error);
	for (guint i = 0; i < query->words->len; i++) {
		const ys_word *word = g_ptr_array_index(query->words, i);

		if (!ys_segment_query(word->folded, strlen(word->folded), add_segment, &b))
			*verify = TRUE;
	}
	return finish(&b, xc_query_and);
}

static xc_query *text_query(const ys_query *query, gboolean *verify, GError **error)
{
	xc_query *body, *title;

	if (!query->words->len)
		return xc_query_all(error);
	body = words_query(query, "", verify, error);
	if (!body)
		return NULL;
	title = words_query(query, YS_PREFIX_TITLE, verify, error);
	if (!title) {
		xc_query_free(body);
		return NULL;
	}
	return xc_query_and_maybe(body, xc_query_scale(title, TITLE_WEIGHT, error), error);
}

/* ---- filters ---- */

static void add_filter(builder *filters, builder *values)
{
	xc_query *query = finish(values, xc_query_or);

	add(filters, query);
}

static void filter_types(builder *filters, guint types)
{
	builder values;

	if (types == (1u << YS_N_TYPES) - 1)
		return;
	builder_init(&values, "", filters->error);
	for (int type = 0; type < YS_N_TYPES; type++)
		if (types & 1u << type)
			add_term(&values, YS_PREFIX_TYPE, ys_record_type_name(type));
	add_filter(filters, &values);
}

static void filter_years(builder *filters, const ys_query *query)
{
	if (query->year_first && query->year_first == query->year_last) {
		g_autofree char *year = g_strdup_printf("%04d", query->year_first);

		add_term(filters, YS_PREFIX_YEAR, year);
	} else if (query->year_first || query->year_last) {
		add(filters, xc_query_number_range(YS_SLOT_YEAR, query->year_first,
						   query->year_last ? query->year_last : 9999, filters->error));
	}
}

static void filter_amount(builder *filters, const ys_query *query)
{
	if (query->amount_min == YS_AMOUNT_NONE && query->amount_max == YS_AMOUNT_NONE)
		return;
	add(filters, xc_query_number_range(YS_SLOT_AMOUNT,
					   query->amount_min == YS_AMOUNT_NONE ? (double)G_MININT64 : query->amount_min,
					   query->amount_max == YS_AMOUNT_NONE ? (double)G_MAXINT64 : query->amount_max,
					   filters->error));
}

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

/* Departments whose name contains the one asked for: 花都区政务 finds 广州市花都区政务服务数据管理局.
 * They are some thousands at most. */
static void add_departments(builder *values, xc_reader *reader, const char *name)
{
	g_autofree char *key = ys_name_key(name);
	name_search search = { values, key };

	if (!values->failed && !xc_reader_each_term(reader, YS_PREFIX_DEPARTMENT, take_department, &search, values->error))
		values->failed = TRUE;
}

static void filter_department(builder *filters, xc_reader *reader, const char *name)
{
	builder values;

	if (!name)
		return;
	builder_init(&values, "", filters->error);
	add_departments(&values, reader, name);
	add_filter(filters, &values);
}

/* A division by any of its names.  What is no division we know may still be the place in a
 * department's name whose region could not be resolved. */
static void filter_region(builder *filters, xc_reader *reader, const char *name)
{
	g_autoptr(GPtrArray) codes = NULL;
	builder values;

	if (!name)
		return;
	codes = ys_region_codes_named(name);
	builder_init(&values, "", filters->error);
	for (guint i = 0; i < codes->len; i++)
		add_term(&values, YS_PREFIX_REGION, g_ptr_array_index(codes, i));
	if (!codes->len)
		add_departments(&values, reader, name);
	add_filter(filters, &values);
}

static xc_query *hidden_query(const GPtrArray *hidden, GError **error)
{
	builder b;

	builder_init(&b, "", error);
	for (guint i = 0; i < hidden->len; i++)
		add_term(&b, YS_PREFIX_VERSION, g_ptr_array_index(hidden, i));
	return finish(&b, xc_query_or);
}

static xc_query *without_hidden(xc_query *query, const GPtrArray *hidden, GError **error)
{
	return hidden->len && query ? xc_query_and_not(query, hidden_query(hidden, error), error) : query;
}

static xc_query *filtered(xc_query *text, xc_reader *reader, const ys_query *query, GError **error)
{
	builder filters;

	builder_init(&filters, "", error);
	filter_types(&filters, query->types);
	filter_years(&filters, query);
	if (query->kind)
		add_term(&filters, YS_PREFIX_KIND, query->kind);
	filter_region(&filters, reader, query->region);
	filter_department(&filters, reader, query->department);
	filter_amount(&filters, query);
	return xc_query_filter(text, finish(&filters, xc_query_and), error);
}

ys_plan *ys_plan_of(xc_query *query, const GPtrArray *hidden, GError **error)
{
	ys_plan *plan = g_new0(ys_plan, 1);

	plan->candidates = without_hidden(query, hidden, error);
	if (!plan->candidates)
		g_clear_pointer(&plan, g_free);
	return plan;
}

ys_plan *ys_plan_new(xc_reader *reader, const ys_query *query, const GPtrArray *hidden, GError **error)
{
	gboolean verify = FALSE;
	xc_query *text = text_query(query, &verify, error);
	ys_plan *plan = ys_plan_of(text ? filtered(text, reader, query, error) : NULL, hidden, error);

	if (plan)
		plan->verify = verify;
	return plan;
}

ys_plan *ys_plan_all(guint types, const GPtrArray *hidden, GError **error)
{
	builder b;

	builder_init(&b, "", error);
	filter_types(&b, types);
	return ys_plan_of(finish(&b, xc_query_and), hidden, error);
}

void ys_plan_free(ys_plan *plan)
{
	if (!plan)
		return;
	xc_query_free(plan->candidates);
	g_free(plan);
}
