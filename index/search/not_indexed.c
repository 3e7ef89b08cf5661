#include "index/search/not_indexed.h"

#include <string.h>

static void not_indexed_free(ys_not_indexed *missing)
{
	g_free(missing->department);
	g_free(missing->value);
	g_ptr_array_unref(missing->indexed);
	g_free(missing);
}

/* What is left of the text without years and kinds, if it is one word, which may name a department; else NULL.  Newly
 * allocated. */
static char *name_left(const ys_answer *a)
{
	const GPtrArray *readings = a->readings;
	g_autoptr(GArray) copies = g_array_new(FALSE, FALSE, sizeof(ys_reading));
	g_autoptr(GPtrArray) others = g_ptr_array_new();
	const ys_query *typed = a->typed ? &a->typed->query : &a->query;
	char *rest;

	for (guint i = 0; i < readings->len; i++) {
		const ys_reading *reading = g_ptr_array_index(readings, i);
		ys_reading copy = *reading;

		copy.ignored = reading->as != YS_READ_REGION && reading->as != YS_READ_DEPARTMENT;
		g_array_append_val(copies, copy);
	}
	for (guint i = 0; i < copies->len; i++)
		g_ptr_array_add(others, &g_array_index(copies, ys_reading, i));
	rest = g_strstrip(ys_understood_rest(typed->text, others));
	if (!*rest || strpbrk(rest, " \"():="))
		g_clear_pointer(&rest, g_free);
	return rest;
}

/* Publications of the department, with a reading (NULL: all of them); NULL on error, or without *error where that is
 * no query. */
static ys_answer *publications(const ys_answer *a, const char *name, const ys_reading *reading, ys_query *query,
			       GError **error)
{
	g_autoptr(ys_answer) found = NULL;
	ys_filter_kind kind;

	if (!ys_query_set_understood(query, YS_FILTER_DEPARTMENT, name, NULL))
		return NULL;
	if (reading && (!ys_reading_filter(reading, &kind) || !ys_query_set_understood(query, kind, reading->value, NULL)))
		return NULL;
	query->types = 1u << YS_PUBLICATION;
	query->types_given = TRUE;
	query->sort = YS_SORT_YEAR;
	found = ys_answer_new(a->reader, a->hidden, query);
	return ys_answer_find_all(found, error) ? g_steal_pointer(&found) : NULL;
}

static ys_not_indexed *not_indexed_new(const ys_answer *all, const ys_reading *reading)
{
	ys_not_indexed *missing = g_new0(ys_not_indexed, 1);

	missing->value = g_strdup(reading->value);
	missing->indexed = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; i < all->ranking->candidates->len; i++) {
		const ys_candidate *c = &g_array_index(all->ranking->candidates, ys_candidate, i);
		const ys_origin *origin = c->facts->origin;
		g_autofree char *what = g_strdup_printf("%d年%s", origin->year, origin->kind);

		if (!c->wanted)
			continue;
		if (!missing->department)
			missing->department = g_strdup(origin->department);
		if (!strcmp(missing->department, origin->department) && origin->year &&
		    !g_ptr_array_find_with_equal_func(missing->indexed, what, g_str_equal, NULL))
			g_ptr_array_add(missing->indexed, g_steal_pointer(&what));
	}
	return missing;
}

/* Nothing is said where the department has no publication, or has one with the reading. */
static gboolean add(const ys_answer *a, const char *name, const ys_reading *reading, ys_page *page, GError **error)
{
	g_autoptr(ys_query) some = ys_query_new(), any = ys_query_new();
	g_autoptr(GError) why = NULL;
	g_autoptr(ys_answer) with = publications(a, name, reading, some, &why);
	g_autoptr(ys_answer) all = with && !with->ranking->hits ? publications(a, name, NULL, any, &why) : NULL;

	if (why) {
		g_propagate_error(error, g_steal_pointer(&why));
		return FALSE;
	}
	if (!all || !all->ranking->hits)
		return TRUE;
	if (!page->not_indexed)
		page->not_indexed = g_ptr_array_new_with_free_func((GDestroyNotify)not_indexed_free);
	g_ptr_array_add(page->not_indexed, not_indexed_new(all, reading));
	return TRUE;
}

static gboolean is_missing(const ys_reading *reading)
{
	return !reading->taken && (reading->as == YS_READ_YEAR || reading->as == YS_READ_KIND);
}

gboolean ys_not_indexed_add(const ys_answer *a, ys_page *page, GError **error)
{
	g_autofree char *name = NULL;

	for (guint i = 0; a->readings && i < a->readings->len; i++) {
		const ys_reading *reading = g_ptr_array_index(a->readings, i);

		if (!is_missing(reading))
			continue;
		if (!name)
			name = name_left(a);
		if (name && !add(a, name, reading, page, error))
			return FALSE;
	}
	return TRUE;
}
