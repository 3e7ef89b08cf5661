#include "index/compare/comparison.h"

#include <string.h>

const char *ys_dimension_name(ys_dimension by)
{
	static const char *const names[YS_N_BY] = {
		"region", "department", "role", "year", "kind", "level", "code", "line", "unit", "project", "status"
	};

	return names[by];
}

ys_dimension ys_dimension_named(const char *name)
{
	int by = 0;

	while (by < YS_N_BY && strcmp(ys_dimension_name((ys_dimension)by), name))
		by++;
	return (ys_dimension)by;
}

guint ys_question_at(const ys_question *question, ys_dimension by)
{
	guint i = 0;

	while (i < question->n_by && question->by[i] != by)
		i++;
	return i;
}

void ys_comparison_free(ys_comparison *comparison)
{
	if (!comparison)
		return;
	for (guint i = 0; comparison->cells && i < comparison->cells->len; i++)
		g_ptr_array_unref(g_array_index(comparison->cells, ys_cell, i).ids);
	g_clear_pointer(&comparison->cells, g_array_unref);
	g_clear_pointer(&comparison->coverage, g_array_unref);
	g_clear_pointer(&comparison->medians, g_array_unref);
	g_clear_pointer(&comparison->links, ys_links_free);
	g_clear_pointer(&comparison->all_projects, ys_every_free);
	g_clear_pointer(&comparison->all_editions, ys_editions_free);
	g_clear_pointer(&comparison->every, ys_every_free);
	g_clear_pointer(&comparison->editions, ys_editions_free);
	g_clear_pointer(&comparison->strings, g_string_chunk_free);
	g_free(comparison);
}
