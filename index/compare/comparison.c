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

ys_cell_order ys_cell_order_named(const char *name)
{
	static const char *const names[YS_N_ORDERS] = { "group", "amount", "change" };
	int order = 0;

	while (order < YS_N_ORDERS && strcmp(names[order], name))
		order++;
	return (ys_cell_order)order;
}

guint ys_question_at(const ys_question *question, ys_dimension by)
{
	guint i = 0;

	while (i < question->n_by && question->by[i] != by)
		i++;
	return i;
}

ys_dimension ys_question_misfit(const ys_question *question)
{
	for (guint i = 0; i < question->n_by; i++) {
		const ys_dimension by = question->by[i];
		const gboolean of_lines = by == YS_BY_LINE, of_projects = by == YS_BY_UNIT || by == YS_BY_PROJECT || by == YS_BY_STATUS;

		if ((of_lines && question->of != YS_LINE) || (of_projects && question->of != YS_PROJECT) ||
		    (by == YS_BY_CODE && question->of == YS_PUBLICATION))
			return by;
	}
	return YS_N_BY;
}

/* Its key; lines of one name may have several codes. */
static char *values_of(const ys_comparison *comparison, const ys_cell *cell)
{
	GString *name = g_string_new(NULL);

	for (guint i = 0; i < comparison->question.n_by; i++)
		g_string_append_printf(name, "%s%s", i ? "|" : "", cell->key[i] ? cell->key[i] : "");
	if (cell->code && *cell->code)
		g_string_append_printf(name, "|%s", cell->code);
	return g_string_free(name, FALSE);
}

/* Projects of several bodies are called the same, and lines of several classifications, or have no code: such cells are
 * told apart by a record of each. */
static gboolean needs_record(const ys_comparison *comparison, const ys_cell *cell)
{
	static const ys_dimension shared[] = { YS_BY_PROJECT, YS_BY_LINE, YS_BY_CODE };
	const ys_question *question = &comparison->question;

	for (gsize i = 0; i < G_N_ELEMENTS(shared) && cell->ids->len; i++)
		if (ys_question_at(question, shared[i]) < question->n_by)
			return TRUE;
	return FALSE;
}

char *ys_cell_name(const ys_comparison *comparison, const ys_cell *cell)
{
	char *values = values_of(comparison, cell), *name;

	if (!needs_record(comparison, cell))
		return values;
	name = g_strconcat(values, "|", g_ptr_array_index(cell->ids, 0), NULL);
	g_free(values);
	return name;
}

static gboolean has_record(const ys_cell *cell, const char *id)
{
	for (guint i = 0; i < cell->ids->len; i++)
		if (!strcmp(g_ptr_array_index(cell->ids, i), id))
			return TRUE;
	return FALSE;
}

const ys_cell *ys_cell_named(const ys_comparison *comparison, const char *name)
{
	for (guint i = 0; i < comparison->cells->len; i++) {
		const ys_cell *cell = &g_array_index(comparison->cells, ys_cell, i);
		g_autofree char *values = values_of(comparison, cell);
		const gsize len = strlen(values);

		if (needs_record(comparison, cell) ? !strncmp(values, name, len) && name[len] == '|' && has_record(cell, name + len + 1)
			     : !strcmp(values, name))
			return cell;
	}
	return NULL;
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
