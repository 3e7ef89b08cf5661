/* Each body has a series of editions; budgets follow each other, and each account follows its budget or, without one,
 * the account of the year before. */
#include "index/compare/link.h"

#include <string.h>

#include "index/compare/succession.h"
#include "src/text/key.h"

/* A project is still itself after so many years without an edition. */
#define YEARS_MAX 2

/* An edition with its projects. */
typedef struct {
	const ys_edition *edition;
	GArray *projects;       /* of ys_successor */
	GArray *links;          /* of guint: their places in the list of links */
} volume;

typedef struct {
	ys_links *links;
	GHashTable *volumes;    /* edition -> volume */
	guint chains;
} linking;

const char *ys_project_status_name(ys_project_status status)
{
	static const char *const names[] = { NULL, "new", "continued", "renamed", "split", "merged", "ended" };

	return names[status];
}

void ys_links_free(ys_links *links)
{
	if (!links)
		return;
	g_array_unref(links->list);
	g_hash_table_unref(links->by_id);
	g_hash_table_unref(links->names);
	g_free(links);
}

/* ---- volumes ---- */

static void volume_free(volume *v)
{
	for (guint i = 0; i < v->projects->len; i++) {
		ys_successor *s = &g_array_index(v->projects, ys_successor, i);

		ys_project_name_clear(&s->name);
		g_free(s->unit);
	}
	g_array_unref(v->projects);
	g_array_unref(v->links);
	g_free(v);
}

static volume *volume_of(linking *l, const ys_edition *edition)
{
	volume *v = g_hash_table_lookup(l->volumes, edition);

	if (v)
		return v;
	v = g_new0(volume, 1);
	v->edition = edition;
	v->projects = g_array_new(FALSE, FALSE, sizeof(ys_successor));
	v->links = g_array_new(FALSE, FALSE, sizeof(guint));
	g_hash_table_insert(l->volumes, (gpointer)edition, v);
	return v;
}

static void add_project(linking *l, const ys_found *found, const ys_edition *edition)
{
	const ys_link link = { .found = found, .edition = edition };
	const guint place = l->links->list->len;
	volume *v = volume_of(l, edition);
	ys_successor s = { .unit = ys_name_key(found->counted.unit),
			   .amount = ys_counted_amount(&found->counted, ys_measure_named("budget")) };

	ys_project_name_init(&s.name, found->counted.title, edition->origin->department, found->counted.unit);
	g_array_append_val(v->projects, s);
	g_array_append_val(v->links, place);
	g_array_append_val(l->links->list, link);
}

static ys_link *link_at(const linking *l, const volume *v, guint i)
{
	return &g_array_index(l->links->list, ys_link, g_array_index(v->links, guint, i));
}

/* ---- one after the other ---- */

static ys_project_status status_of(ys_succeeds succeeds)
{
	static const ys_project_status statuses[] = {
		[YS_SUCCEEDS_NONE] = YS_STATUS_NEW,      [YS_SUCCEEDS_SAME] = YS_STATUS_CONTINUED,
		[YS_SUCCEEDS_REWORDED] = YS_STATUS_RENAMED, [YS_SUCCEEDS_PART] = YS_STATUS_SPLIT,
		[YS_SUCCEEDS_BOTH] = YS_STATUS_MERGED,   [YS_SUCCEEDS_UNSURE] = YS_STATUS_UNKNOWN,
	};

	return statuses[succeeds];
}

static void begin_chains(linking *l, const volume *v)
{
	for (guint i = 0; i < v->links->len; i++)
		if (!link_at(l, v, i)->chain)
			link_at(l, v, i)->chain = ++l->chains;
}

/* Account: what it says of its budget's projects is no news of the year before. */
static void follow(linking *l, const volume *before, const volume *after, gboolean account)
{
	const gboolean next_year = after->edition->origin->year == before->edition->origin->year + 1;

	ys_succession(before->projects, after->projects);
	for (guint i = 0; i < after->projects->len; i++) {
		const ys_successor *s = &g_array_index(after->projects, ys_successor, i);
		ys_link *link = link_at(l, after, i), *old = s->other < 0 ? NULL : link_at(l, before, s->other);

		if (old)
			link->chain = old->chain;
		if (account)
			link->status = old ? old->status : YS_STATUS_UNKNOWN;
		else if (next_year)
			link->status = status_of(s->succeeds);
	}
	for (guint i = 0; i < before->projects->len && next_year && !account; i++) {
		const ys_successor *s = &g_array_index(before->projects, ys_successor, i);

		if (s->other < 0 && s->succeeds != YS_SUCCEEDS_UNSURE)
			link_at(l, before, i)->ended = after->edition;
	}
}

/* ---- series ---- */

static int by_year(gconstpointer a, gconstpointer b)
{
	const ys_edition *left = (*(volume *const *)a)->edition, *right = (*(volume *const *)b)->edition;

	if (left->origin->year != right->origin->year)
		return left->origin->year - right->origin->year;
	return strcmp(left->counted.id, right->counted.id);
}

/* The last one of a kind before a year, at most so many years; of the year itself with years 0. */
static const volume *last_of(const GPtrArray *series, const char *kind, int year, int years)
{
	const volume *last = NULL;

	for (guint i = 0; i < series->len; i++) {
		const volume *v = g_ptr_array_index(series, i);
		const int before = year - v->edition->origin->year;

		if (!strcmp(v->edition->origin->kind, kind) && (years ? before > 0 && before <= years : !before))
			last = v;
	}
	return last;
}

static void link_series(linking *l, GPtrArray *series)
{
	g_ptr_array_sort(series, by_year);
	for (guint i = 0; i < series->len; i++) {
		const volume *v = g_ptr_array_index(series, i);
		const volume *before = strcmp(v->edition->origin->kind, "预算")
			? NULL : last_of(series, "预算", v->edition->origin->year, YEARS_MAX);

		if (before)
			follow(l, before, v, FALSE);
		if (!strcmp(v->edition->origin->kind, "预算"))
			begin_chains(l, v);
	}
	for (guint i = 0; i < series->len; i++) {
		const volume *v = g_ptr_array_index(series, i);
		const volume *budget = last_of(series, "预算", v->edition->origin->year, 0), *before;

		if (!strcmp(v->edition->origin->kind, "预算"))
			continue;
		before = budget ? budget : last_of(series, v->edition->origin->kind, v->edition->origin->year, YEARS_MAX);
		if (before)
			follow(l, before, v, budget != NULL);
		begin_chains(l, v);
	}
}

/* Editions of one body, level and scope. */
static GHashTable *all_series(const linking *l)
{
	GHashTable *all = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
	GHashTableIter iter;
	gpointer v;

	g_hash_table_iter_init(&iter, l->volumes);
	while (g_hash_table_iter_next(&iter, NULL, &v)) {
		const ys_edition *edition = ((volume *)v)->edition;
		char *key = g_strdup_printf("%u|%s|%s", edition->body, edition->counted.level, edition->counted.scope);
		GPtrArray *series = g_hash_table_lookup(all, key);

		if (series) {
			g_free(key);
		} else {
			series = g_ptr_array_new();
			g_hash_table_insert(all, key, series);
		}
		/* of a year that nobody knows nothing follows */
		g_ptr_array_add(series, v);
	}
	return all;
}

/* Of a chain the title of its last year. */
static void name_chains(ys_links *links)
{
	g_autoptr(GHashTable) years = g_hash_table_new(NULL, NULL);

	for (guint i = 0; i < links->list->len; i++) {
		const ys_link *link = &g_array_index(links->list, ys_link, i);
		const gpointer chain = GUINT_TO_POINTER(link->chain);

		if (g_hash_table_contains(years, chain) &&
		    GPOINTER_TO_INT(g_hash_table_lookup(years, chain)) >= link->edition->origin->year)
			continue;
		g_hash_table_insert(years, chain, GINT_TO_POINTER(link->edition->origin->year));
		g_hash_table_insert(links->names, chain, (gpointer)link->found->counted.title);
	}
}

ys_links *ys_links_new(const ys_editions *editions, const ys_every *projects)
{
	ys_links *links = g_new0(ys_links, 1);
	linking l = { .links = links };
	g_autoptr(GHashTable) series = NULL;
	GHashTableIter iter;
	gpointer one;

	links->list = g_array_new(FALSE, FALSE, sizeof(ys_link));
	links->by_id = g_hash_table_new(g_str_hash, g_str_equal);
	links->names = g_hash_table_new(NULL, NULL);
	l.volumes = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)volume_free);
	for (guint i = 0; i < projects->found->len; i++) {
		const ys_found *found = &g_array_index(projects->found, ys_found, i);
		const ys_edition *edition = ys_editions_find(editions, found->counted.publication);

		if (edition)
			add_project(&l, found, edition);
	}
	series = all_series(&l);
	g_hash_table_iter_init(&iter, series);
	while (g_hash_table_iter_next(&iter, NULL, &one))
		link_series(&l, one);
	for (guint i = 0; i < links->list->len; i++)
		g_hash_table_insert(links->by_id, (gpointer)g_array_index(links->list, ys_link, i).found->counted.id,
				    &g_array_index(links->list, ys_link, i));
	name_chains(links);
	g_hash_table_unref(l.volumes);
	return links;
}
