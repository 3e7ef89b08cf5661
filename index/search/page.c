#include "index/search/page.h"

const char *ys_match_name(ys_match match)
{
	static const char *const names[] = { "exact", "all", "related", "corrected", "loose" };

	return names[match];
}

const char *ys_facet_name(ys_facet facet)
{
	static const char *const names[] = { "region", "year", "kind", "department", "year_kind" };

	return names[facet];
}

void ys_department_hit_free(ys_department_hit *hit)
{
	if (!hit)
		return;
	if (hit->measure) {
		g_free(hit->measure->id);
		g_free(hit->measure->title);
		g_free(hit->measure->kind);
		g_free(hit->measure);
	}
	g_free(hit->department);
	g_array_free(hit->years, TRUE);
	g_free(hit->top_id);
	g_free(hit->top_title);
	g_free(hit);
}

void ys_page_free(ys_page *page)
{
	if (!page)
		return;
	g_clear_pointer(&page->hits, g_ptr_array_unref);
	g_clear_pointer(&page->departments, g_ptr_array_unref);
	g_clear_pointer(&page->lines, g_ptr_array_unref);
	g_clear_pointer(&page->elsewhere, g_ptr_array_unref);
	g_clear_pointer(&page->suggestions, g_ptr_array_unref);
	g_clear_pointer(&page->otherwise, g_ptr_array_unref);
	g_clear_pointer(&page->words, ys_query_free);
	g_clear_pointer(&page->understood, g_ptr_array_unref);
	g_clear_pointer(&page->not_indexed, g_ptr_array_unref);
	g_free(page->corrected);
	for (int facet = 0; facet < YS_N_FACETS; facet++)
		g_clear_pointer(&page->facets[facet], g_ptr_array_unref);
	g_free(page);
}
