#include "index/compare/coverage.h"

#include <string.h>

gboolean ys_dimension_is_of_editions(ys_dimension by)
{
	return by == YS_BY_REGION || by == YS_BY_DEPARTMENT || by == YS_BY_ROLE || by == YS_BY_YEAR ||
	       by == YS_BY_KIND || by == YS_BY_LEVEL;
}

static const char *known(const char *text)
{
	return text && *text ? text : NULL;
}

const char *ys_edition_value(const ys_edition *edition, ys_dimension by, GStringChunk *strings)
{
	char year[12];

	switch (by) {
	case YS_BY_REGION:
		return edition->region;
	case YS_BY_DEPARTMENT:
		return known(edition->origin->department);
	case YS_BY_ROLE:
		return edition->role;
	case YS_BY_KIND:
		return known(edition->origin->kind);
	case YS_BY_LEVEL:
		return known(edition->counted.level);
	case YS_BY_YEAR:
		g_snprintf(year, sizeof year, "%d", edition->origin->year);
		return edition->origin->year ? g_string_chunk_insert_const(strings, year) : NULL;
	default:
		return NULL;
	}
}

/* Of one value. */
typedef struct {
	ys_coverage coverage;
	GHashTable *bodies;
} tally;

static void tally_free(tally *t)
{
	g_hash_table_unref(t->bodies);
	g_free(t);
}

static void count(GHashTable *tallies, const ys_edition *edition, ys_dimension by, const char *value)
{
	tally *t = g_hash_table_lookup(tallies, value ? value : "");

	if (!t) {
		t = g_new0(tally, 1);
		t->coverage = (ys_coverage){ .by = by, .value = value };
		t->bodies = g_hash_table_new(NULL, NULL);
		g_hash_table_insert(tallies, (gpointer)(value ? value : ""), t);
	}
	t->coverage.publications++;
	g_hash_table_add(t->bodies, GUINT_TO_POINTER(edition->body + 1));
	t->coverage.bodies = g_hash_table_size(t->bodies);
}

/* Unknown values last. */
static gint by_value(gconstpointer a, gconstpointer b)
{
	const char *left = ((const ys_coverage *)a)->value, *right = ((const ys_coverage *)b)->value;

	return left && right ? strcmp(left, right) : !left - !right;
}

static void add_dimension(ys_comparison *comparison, ys_dimension by, gboolean levels_apart)
{
	g_autoptr(GHashTable) tallies = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)tally_free);
	g_autoptr(GArray) values = g_array_new(FALSE, FALSE, sizeof(ys_coverage));
	const GArray *editions = comparison->editions->list;
	GHashTableIter iter;
	gpointer t;

	for (guint i = 0; i < editions->len; i++) {
		const ys_edition *edition = &g_array_index(editions, ys_edition, i);

		if (levels_apart || !edition->contained)
			count(tallies, edition, by, ys_edition_value(edition, by, comparison->strings));
	}
	g_hash_table_iter_init(&iter, tallies);
	while (g_hash_table_iter_next(&iter, NULL, &t))
		g_array_append_val(values, ((const tally *)t)->coverage);
	g_array_sort(values, by_value);
	g_array_append_vals(comparison->coverage, values->data, values->len);
}

void ys_coverage_add(ys_comparison *comparison)
{
	const ys_question *question = &comparison->question;
	const gboolean levels_apart = ys_question_at(question, YS_BY_LEVEL) < question->n_by;

	for (guint i = 0; i < question->n_by; i++)
		if (ys_dimension_is_of_editions(question->by[i]))
			add_dimension(comparison, question->by[i], levels_apart);
}
