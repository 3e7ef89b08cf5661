#include "index/search/alternatives.h"

static gboolean is_filter_of(const ys_node *node, ys_filter_kind kind)
{
	return node->kind == YS_NODE_FILTER && node->filter->kind == kind;
}

/* An array of the filters but those of a kind: of options only, or typed ones too.  NULL if there are none of it. */
static GPtrArray *filters_without(const GPtrArray *filters, ys_filter_kind kind, gboolean typed)
{
	g_autoptr(GPtrArray) rest = g_ptr_array_new();

	for (guint i = 0; i < filters->len; i++) {
		ys_node *node = g_ptr_array_index(filters, i);

		if (!is_filter_of(node, kind) || (node->at && !typed))
			g_ptr_array_add(rest, node);
	}
	return rest->len < filters->len ? g_steal_pointer(&rest) : NULL;
}

/* A facet of what the query finds with other filters. */
static gboolean count(ys_search *search, const ys_query *query, GPtrArray *filters, ys_facet facet, GPtrArray **values,
		      GError **error)
{
	ys_query other = *query;
	g_autoptr(ys_page) page = NULL;

	other.filters = filters;
	other.facets = TRUE;
	other.limit = other.offset = 0;
	/* neither lines nor other types are wanted */
	other.types_given = TRUE;
	page = ys_search_run(search, &other, error);
	if (!page)
		return FALSE;
	g_clear_pointer(values, g_ptr_array_unref);
	*values = g_steal_pointer(&page->facets[facet]);
	return TRUE;
}

static gboolean add_facets(ys_search *search, const ys_query *query, ys_page *page, GError **error)
{
	static const ys_filter_kind kinds[] = {
		[YS_FACET_REGION] = YS_FILTER_REGION,   [YS_FACET_YEAR] = YS_FILTER_YEAR,
		[YS_FACET_KIND] = YS_FILTER_KIND,       [YS_FACET_DEPARTMENT] = YS_FILTER_DEPARTMENT,
	};

	for (gsize facet = 0; facet < G_N_ELEMENTS(kinds); facet++) {
		g_autoptr(GPtrArray) rest = filters_without(query->filters, kinds[facet], FALSE);

		if (rest && !count(search, query, rest, (ys_facet)facet, &page->facets[facet], error))
			return FALSE;
	}
	return TRUE;
}

/* Who asks for the account of a body of which only a budget is indexed is told so. */
static gboolean add_otherwise(ys_search *search, const ys_query *query, ys_page *page, GError **error)
{
	g_autoptr(GPtrArray) years = filters_without(query->filters, YS_FILTER_YEAR, TRUE);
	g_autoptr(GPtrArray) both = filters_without(years ? years : query->filters, YS_FILTER_KIND, TRUE);
	GPtrArray *rest = both ? both : years;

	/* a year alone asks for nothing that could stand in another */
	if (page->total || !rest || (!query->words_tree && !rest->len))
		return TRUE;
	if (!count(search, query, rest, YS_FACET_YEAR_KIND, &page->otherwise, error))
		return FALSE;
	if (!page->otherwise->len)
		g_clear_pointer(&page->otherwise, g_ptr_array_unref);
	return TRUE;
}

gboolean ys_alternatives_add(ys_search *search, const ys_query *query, ys_page *page, GError **error)
{
	return (!query->facets || add_facets(search, query, page, error)) && add_otherwise(search, query, page, error);
}
