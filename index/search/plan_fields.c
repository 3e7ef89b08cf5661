/* Conditions: what the fields of a query say of a record beside its words. */
#include "index/search/plan_private.h"

#include <string.h>

#include "index/schema.h"
#include "src/gazetteer.h"
#include "src/text/key.h"

/* ---- parts that become one query ---- */

void ys_builder_init(ys_builder *b, GError **error)
{
	b->parts = g_ptr_array_new_with_free_func((GDestroyNotify)xc_query_free);
	b->error = error;
	b->failed = FALSE;
}

void ys_builder_add(ys_builder *b, xc_query *query)
{
	if (query)
		g_ptr_array_add(b->parts, query);
	else
		b->failed = TRUE;
}

static xc_query *finish(ys_builder *b, xc_query *(*combine)(xc_query **queries, gsize n, GError **error))
{
	g_autoptr(GPtrArray) parts = g_steal_pointer(&b->parts);

	if (b->failed)
		return NULL;
	/* the operands go over to the combination, only the array is left */
	g_ptr_array_set_free_func(parts, NULL);
	return combine((xc_query **)parts->pdata, parts->len, b->error);
}

xc_query *ys_builder_all(ys_builder *b)
{
	return finish(b, xc_query_and);
}

xc_query *ys_builder_any(ys_builder *b)
{
	return finish(b, xc_query_or);
}

xc_query *ys_term_query(const char *prefix, const char *value, GError **error)
{
	g_autofree char *term = g_strconcat(prefix, value, NULL);

	return xc_query_term(term, -1, error);
}

xc_query *ys_any_term(const char *prefix, const GPtrArray *values, GError **error)
{
	ys_builder b;

	ys_builder_init(&b, error);
	for (guint i = 0; i < values->len && !b.failed; i++)
		ys_builder_add(&b, ys_term_query(prefix, g_ptr_array_index(values, i), error));
	return ys_builder_any(&b);
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
xc_query *ys_departments_query(xc_reader *reader, const char *key, const ys_body_asked *body, GError **error)
{
	g_autoptr(GPtrArray) sure = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) unsure = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) codes = body ? ys_body_asked_codes(body) : NULL;
	department_search search = { key, body, sure, unsure };
	ys_builder found;

	if (!xc_reader_each_term(reader, YS_PREFIX_DEPARTMENT, take_department, &search, error))
		return NULL;
	ys_builder_init(&found, error);
	ys_builder_add(&found, ys_any_term("", sure, error));
	if (unsure->len && codes->len && !found.failed)
		ys_builder_add(&found, xc_query_filter(ys_any_term("", unsure, error), ys_any_term(YS_PREFIX_REGION, codes, error),
					    error));
	return ys_builder_any(&found);
}

/* Departments whose name contains the one asked for, or that it shortens: 花都区政务 and 花都政数局 find
 * 广州市花都区政务服务数据管理局. */
static xc_query *department_query(xc_reader *reader, const char *name, GError **error)
{
	g_autofree char *key = ys_name_key(name);
	g_autoptr(ys_body_asked) body = ys_body_asked_new(key);

	return ys_departments_query(reader, key, body, error);
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
	all = ys_any_term(YS_PREFIX_REGION, codes, error);
	return all && inner->len ? xc_query_and_not(all, ys_any_term("", inner, error), error) : all;
}

/* A region that no table has, by its names. */
static xc_query *written_query(const ys_region *region, gboolean own, GError **error)
{
	const char *names[] = { region->province, region->city, region->county };
	gsize n = G_N_ELEMENTS(names);
	ys_builder all;

	while (n > 1 && !names[n - 1])
		n--;
	ys_builder_init(&all, error);
	for (gsize i = 0; i < n && !all.failed; i++) {
		g_autofree char *name = g_strconcat(names[i] ? names[i] : "", own && i + 1 == n ? YS_REGION_OWN : NULL,
						    NULL);

		if (names[i])
			ys_builder_add(&all, ys_term_query(YS_PREFIX_REGION, name, error));
	}
	return ys_builder_all(&all);
}

/* No division we know: one that somebody wrote down, or the place in a department's name that was not resolved. */
static xc_query *unknown_region_query(xc_reader *reader, const char *name, const char *place, gboolean own,
				      GError **error)
{
	ys_region region;
	ys_builder found;

	if (ys_region_of_written(place, &region) != YS_REGION_RESOLVED || region.code)
		return department_query(reader, name, error);
	ys_builder_init(&found, error);
	ys_builder_add(&found, written_query(&region, own, error));
	if (!found.failed)
		ys_builder_add(&found, department_query(reader, name, error));
	return ys_builder_any(&found);
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
	return own ? own_query(reader, codes, error) : ys_any_term(YS_PREFIX_REGION, codes, error);
}

/* ---- fields: others ---- */

xc_query *ys_types_query(guint types, GError **error)
{
	ys_builder values;

	if (types == (1u << YS_N_TYPES) - 1)
		return xc_query_all(error);
	ys_builder_init(&values, error);
	for (int type = 0; type < YS_N_TYPES && !values.failed; type++)
		if (types & 1u << type)
			ys_builder_add(&values, ys_term_query(YS_PREFIX_TYPE, ys_record_type_name(type), error));
	return ys_builder_any(&values);
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
	ys_builder values;

	if (!f->codes)
		return f->roll_up ? xc_query_prefix(code, -1, error) : xc_query_term(code, -1, error);
	ys_builder_init(&values, error);
	for (guint i = 0; i < f->codes->len && !values.failed; i++) {
		g_clear_pointer(&code, g_free);
		code = g_strconcat(YS_PREFIX_CODE, (const char *)g_ptr_array_index(f->codes, i), NULL);
		ys_builder_add(&values, xc_query_prefix(code, -1, error));
	}
	return ys_builder_any(&values);
}

static xc_query *one_filter(xc_reader *reader, const ys_filter *f, GError **error)
{
	switch (f->kind) {
	case YS_FILTER_TYPE:
		return ys_types_query(f->types, error);
	case YS_FILTER_YEAR:
		return xc_query_number_range(YS_SLOT_YEAR, f->year_first, f->year_last ? f->year_last : 9999, error);
	case YS_FILTER_KIND:
		return ys_term_query(YS_PREFIX_KIND, f->name, error);
	case YS_FILTER_REGION:
		return region_query(reader, f->name, error);
	case YS_FILTER_DEPARTMENT:
		return department_query(reader, f->name, error);
	case YS_FILTER_AMOUNT:
		return amount_query(f, error);
	case YS_FILTER_CODE:
		return code_query(f, error);
	case YS_FILTER_PUBLICATION:
		return ys_term_query(YS_PREFIX_PUBLICATION, f->name, error);
	}
	g_return_val_if_reached(NULL);
}

/* ---- fields: all filters ---- */

static xc_query *filter_node(xc_reader *reader, const ys_node *node, GError **error)
{
	ys_builder b;

	if (node->kind == YS_NODE_FILTER)
		return one_filter(reader, node->filter, error);
	ys_builder_init(&b, error);
	for (guint i = 0; i < node->children->len && !b.failed; i++)
		ys_builder_add(&b, filter_node(reader, g_ptr_array_index(node->children, i), error));
	if (node->kind == YS_NODE_NOT)
		return xc_query_and_not(xc_query_all(error), ys_builder_all(&b), error);
	return node->kind == YS_NODE_OR ? ys_builder_any(&b) : ys_builder_all(&b);
}

/* The filters of one field, alternatives, of those that were typed in the query or of the others. */
static void add_field(ys_builder *all, xc_reader *reader, const ys_query *query, ys_filter_kind kind, gboolean typed)
{
	ys_builder same;

	ys_builder_init(&same, all->error);
	for (guint i = 0; i < query->filters->len && !same.failed; i++) {
		const ys_node *node = g_ptr_array_index(query->filters, i);

		if (node->kind == YS_NODE_FILTER && node->filter->kind == kind && (node->at != 0) == typed)
			ys_builder_add(&same, one_filter(reader, node->filter, all->error));
	}
	if (same.parts->len || same.failed)
		ys_builder_add(all, ys_builder_any(&same));
	else
		g_ptr_array_unref(same.parts);
}

/* Filters of the same field are alternatives, different fields must all hold.  An option narrows
 * what was typed: who chooses 2024 of the years that year:2021..2024 found wants that one. */
xc_query *ys_filters_query(xc_reader *reader, const ys_query *query, GError **error)
{
	ys_builder all;

	ys_builder_init(&all, error);
	for (int kind = YS_FILTER_TYPE; kind <= YS_FILTER_PUBLICATION && !all.failed; kind++) {
		add_field(&all, reader, query, (ys_filter_kind)kind, TRUE);
		if (!all.failed)
			add_field(&all, reader, query, (ys_filter_kind)kind, FALSE);
	}
	for (guint i = 0; i < query->filters->len && !all.failed; i++) {
		const ys_node *node = g_ptr_array_index(query->filters, i);

		if (node->kind != YS_NODE_FILTER)
			ys_builder_add(&all, filter_node(reader, node, error));
	}
	return ys_builder_all(&all);
}
