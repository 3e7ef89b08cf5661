/* One name of one region is one body.  Two names are one body too where the one gives way to the other: of the same
 * role and place (src/body_name.h), the last publication of the one before the first of the other in each kind, and
 * no third that it could be. */
#include "index/compare/bodies.h"

#include <string.h>

#include "src/body_name.h"
#include "src/text/key.h"

/* Between two names of a body there are so many years at most. */
#define GAP_MAX 2
/* Names of one place begin with the same characters, so many. */
#define PLACE_CHARACTERS 3

enum { BUDGET, ACCOUNT, N_KINDS };

/* All publications under one name. */
typedef struct {
	guint number;
	char *key;              /* of the name */
	const ys_edition *edition;      /* any */
	int first[N_KINDS], last[N_KINDS];      /* years; 0 none */
	int before, after;      /* the only name that it may have had, may get; -1 none yet, -2 several */
} name;

static void name_clear(gpointer data)
{
	g_free(((name *)data)->key);
}

static void add_year(name *n, const ys_edition *edition)
{
	const int kind = strcmp(edition->origin->kind, "预算") ? ACCOUNT : BUDGET, year = edition->origin->year;

	if (!year)
		return;
	n->first[kind] = n->first[kind] ? MIN(n->first[kind], year) : year;
	n->last[kind] = MAX(n->last[kind], year);
}

static GArray *names_of(GArray *editions)
{
	g_autoptr(GHashTable) numbers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	GArray *names = g_array_new(FALSE, TRUE, sizeof(name));

	g_array_set_clear_func(names, name_clear);
	for (guint i = 0; i < editions->len; i++) {
		ys_edition *edition = &g_array_index(editions, ys_edition, i);
		g_autofree char *region = ys_region_key(edition->origin->region);
		g_autofree char *key = ys_name_key(edition->origin->department);
		char *both = g_strdup_printf("%s|%s", region, key);
		guint number = GPOINTER_TO_UINT(g_hash_table_lookup(numbers, both));

		if (!number) {
			const name n = { .number = names->len, .key = g_steal_pointer(&key), .edition = edition,
					 .before = -1, .after = -1 };

			g_array_append_val(names, n);
			number = names->len;
			g_hash_table_insert(numbers, both, GUINT_TO_POINTER(number));
		} else {
			g_free(both);
		}
		edition->body = number - 1;
		add_year(&g_array_index(names, name, number - 1), edition);
	}
	return names;
}

/* ---- new names ---- */

static gboolean gives_way(const name *old, const name *new)
{
	const int last = MAX(old->last[BUDGET], old->last[ACCOUNT]), first = new->first[BUDGET];

	for (int kind = 0; kind < N_KINDS; kind++)
		if (old->last[kind] && new->first[kind] && old->last[kind] >= new->first[kind])
			return FALSE;
	/* the account of a year may be out under the new name already */
	return last && (first ? first - last <= GAP_MAX && first > old->last[BUDGET]
			      : new->first[ACCOUNT] && new->first[ACCOUNT] - last <= GAP_MAX);
}

static gboolean is_same_body(const name *a, const name *b)
{
	g_autoptr(ys_body_asked) asked = ys_body_asked_new(a->key);

	return asked && ys_body_is(asked, b->edition->origin->department, b->edition->origin->region) >= YS_BODY_ROLE &&
	       !strcmp(a->edition->counted.level, b->edition->counted.level);
}

static void note(int *only, guint number)
{
	*only = *only == -1 ? (int)number : -2;
}

static void hold_together(GArray *names, const GArray *same)
{
	for (guint i = 0; i < same->len; i++)
		for (guint k = 0; k < same->len; k++) {
			name *old = &g_array_index(names, name, g_array_index(same, guint, i));
			name *new = &g_array_index(names, name, g_array_index(same, guint, k));

			if (i == k || !gives_way(old, new) || !is_same_body(old, new))
				continue;
			note(&old->after, new->number);
			note(&new->before, old->number);
		}
}

/* Names of one role in one region that begin alike: each with each is few. */
static GHashTable *candidates_of(const GArray *names)
{
	GHashTable *candidates = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);

	for (guint i = 0; i < names->len; i++) {
		const name *n = &g_array_index(names, name, i);
		g_autofree char *region = ys_region_key(n->edition->origin->region);
		g_autofree char *place = g_utf8_substring(n->key, 0, MIN(PLACE_CHARACTERS, g_utf8_strlen(n->key, -1)));
		char *key = n->edition->role ? g_strdup_printf("%s|%s|%s", region, n->edition->role, place) : NULL;
		GArray *same = key ? g_hash_table_lookup(candidates, key) : NULL;

		if (!key)
			continue;
		if (same) {
			g_free(key);
		} else {
			same = g_array_new(FALSE, FALSE, sizeof(guint));
			g_hash_table_insert(candidates, key, same);
		}
		g_array_append_val(same, i);
	}
	return candidates;
}

void ys_bodies_number(GArray *editions)
{
	g_autoptr(GArray) names = names_of(editions);
	g_autoptr(GHashTable) candidates = candidates_of(names);
	GHashTableIter iter;
	gpointer same;

	g_hash_table_iter_init(&iter, candidates);
	while (g_hash_table_iter_next(&iter, NULL, &same))
		hold_together(names, same);
	for (guint i = 0; i < editions->len; i++) {
		ys_edition *edition = &g_array_index(editions, ys_edition, i);
		const name *n = &g_array_index(names, name, edition->body);

		/* back to the first name; years only go back, so this ends */
		while (n->before >= 0 && g_array_index(names, name, n->before).after == (int)n->number)
			n = &g_array_index(names, name, n->before);
		edition->body = n->number;
	}
}
