#include "index/compare/editions.h"

#include <string.h>

#include "index/compare/bodies.h"
#include "index/compare/contain.h"
#include "src/text/key.h"

void ys_editions_free(ys_editions *editions)
{
	if (!editions)
		return;
	g_clear_pointer(&editions->every, ys_every_free);
	g_array_unref(editions->list);
	g_hash_table_unref(editions->by_id);
	g_string_chunk_free(editions->strings);
	g_free(editions);
}

const ys_edition *ys_editions_find(const ys_editions *editions, const char *publication)
{
	return g_hash_table_lookup(editions->by_id, publication);
}

static gboolean is_of_publications(const ys_node *node)
{
	if (node->kind == YS_NODE_WORD)
		return FALSE;
	if (node->kind == YS_NODE_FILTER)
		return node->filter->kind == YS_FILTER_YEAR || node->filter->kind == YS_FILTER_KIND ||
		       node->filter->kind == YS_FILTER_REGION || node->filter->kind == YS_FILTER_DEPARTMENT ||
		       node->filter->kind == YS_FILTER_PUBLICATION;
	for (guint i = 0; i < node->children->len; i++)
		if (!is_of_publications(g_ptr_array_index(node->children, i)))
			return FALSE;
	return TRUE;
}

/* It is about years or kinds alone. */
static gboolean is_of_time(const ys_node *node)
{
	return node->kind == YS_NODE_FILTER &&
	       (node->filter->kind == YS_FILTER_YEAR || node->filter->kind == YS_FILTER_KIND);
}

ys_every *ys_editions_records(ys_search *search, const ys_query *query, ys_record_type type, gboolean all_years,
			      GError **error)
{
	g_autoptr(GPtrArray) filters = g_ptr_array_new(), words = g_ptr_array_new();
	ys_query all = { .text = (char *)"", .folded = (char *)"", .filters = filters, .words = words,
			 .types = 1u << type, .types_given = TRUE };

	for (guint i = 0; i < query->filters->len; i++) {
		ys_node *node = g_ptr_array_index(query->filters, i);

		if (is_of_publications(node) && !(all_years && is_of_time(node)))
			g_ptr_array_add(filters, node);
	}
	return ys_search_every(search, &all, error);
}

static const char *role_of(const char *department)
{
	g_autofree char *key = ys_name_key(department);
	g_autoptr(ys_body_asked) body = ys_body_asked_new(key);

	return body ? g_intern_string(ys_body_asked_role(body)) : NULL;
}

static ys_edition edition_of(ys_editions *editions, const ys_found *found)
{
	const ys_region *region = found->facts->origin->region;
	g_autofree char *joined = g_strconcat(region->province ? region->province : "",
					      region->city ? region->city : "", region->county ? region->county : "",
					      NULL);

	return (ys_edition){ .origin = found->facts->origin, .counted = found->counted,
			     .region = *joined ? g_string_chunk_insert_const(editions->strings, joined) : NULL,
			     .role = role_of(found->facts->origin->department) };
}

ys_editions *ys_editions_new(ys_search *search, const ys_query *query, gboolean all_years, GError **error)
{
	g_autoptr(ys_editions) editions = g_new0(ys_editions, 1);

	editions->list = g_array_new(FALSE, FALSE, sizeof(ys_edition));
	editions->by_id = g_hash_table_new(g_str_hash, g_str_equal);
	editions->strings = g_string_chunk_new(4096);
	editions->every = ys_editions_records(search, query, YS_PUBLICATION, all_years, error);
	if (!editions->every)
		return NULL;
	for (guint i = 0; i < editions->every->found->len; i++) {
		const ys_edition edition = edition_of(editions, &g_array_index(editions->every->found, ys_found, i));

		g_array_append_val(editions->list, edition);
	}
	for (guint i = 0; i < editions->list->len; i++) {
		ys_edition *edition = &g_array_index(editions->list, ys_edition, i);

		g_hash_table_insert(editions->by_id, (gpointer)edition->counted.id, edition);
	}
	ys_editions_contain(editions->list);
	ys_bodies_number(editions->list);
	return g_steal_pointer(&editions);
}
