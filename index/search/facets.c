#include "index/search/facets.h"

#include <string.h>

#include "index/search/facet_names.h"

typedef struct {
	ys_department_hit *hit;
	guint32 top;            /* docid of the best project, or else of the best match */
	gboolean has_project;
	guint evidence;         /* matches so far */
	ys_amount items;        /* sum of what is no project */
} department;

/* What records of one origin are counted in: found once, not by name for each record. */
typedef struct {
	department *department; /* NULL until a record says something of it */
	ys_facet_value *values[YS_N_FACETS];    /* NULL: not looked for yet, or unknown */
	gboolean counted;       /* values are found */
} per_origin;

struct ys_facets {
	per_origin *origins;    /* by number of the origin */
	GHashTable *departments;        /* name -> department */
	GPtrArray *order;               /* of department */
	GHashTable *values[YS_N_FACETS];        /* value -> ys_facet_value; NULL unless asked */
	gboolean projects_only; /* what is summed */
};

static void department_free(department *d)
{
	g_clear_pointer(&d->hit, ys_department_hit_free);
	g_free(d);
}

static void facet_value_free(ys_facet_value *value)
{
	g_free(value->value);
	g_free(value);
}

ys_facets *ys_facets_new(gboolean asked, guint types, const ys_columns *columns)
{
	ys_facets *facets = g_new0(ys_facets, 1);

	facets->origins = g_new0(per_origin, ys_columns_n_origins(columns) + 1);
	facets->departments = g_hash_table_new(g_str_hash, g_str_equal);
	facets->projects_only = types & 1u << YS_PROJECT;
	facets->order = g_ptr_array_new_with_free_func((GDestroyNotify)department_free);
	for (int facet = 0; asked && facet < YS_N_FACETS; facet++)
		facets->values[facet] =
			g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)facet_value_free);
	return facets;
}

void ys_facets_free(ys_facets *facets)
{
	if (!facets)
		return;
	g_free(facets->origins);
	g_hash_table_unref(facets->departments);
	g_ptr_array_unref(facets->order);
	for (int facet = 0; facet < YS_N_FACETS; facet++)
		g_clear_pointer(&facets->values[facet], g_hash_table_unref);
	g_free(facets);
}

/* One that is doubtful is counted instead. */
static void add_or_count(ys_amount *sum, guint *left_out, const ys_facts *facts, ys_amount amount)
{
	if (facts->doubtful && amount != YS_AMOUNT_NONE)
		++*left_out;
	else
		ys_amount_add(sum, amount);
}

static void add_year(GArray *years, int year)
{
	guint i = 0;

	while (i < years->len && g_array_index(years, int, i) < year)
		i++;
	if (i == years->len || g_array_index(years, int, i) != year)
		g_array_insert_val(years, i, year);
}

static department *department_named(ys_facets *facets, const char *name)
{
	department *d = g_hash_table_lookup(facets->departments, name);

	if (d)
		return d;
	d = g_new0(department, 1);
	d->hit = g_new0(ys_department_hit, 1);
	d->hit->department = g_strdup(name);
	d->hit->years = g_array_new(FALSE, FALSE, sizeof(int));
	g_hash_table_insert(facets->departments, d->hit->department, d);
	g_ptr_array_add(facets->order, d);
	return d;
}

static ys_facet_value *facet_value(ys_facets *facets, ys_facet facet, const char *name)
{
	ys_facet_value *value;

	if (!name || !*name)
		return NULL;
	value = g_hash_table_lookup(facets->values[facet], name);
	if (!value) {
		value = g_new0(ys_facet_value, 1);
		value->value = g_strdup(name);
		g_hash_table_insert(facets->values[facet], value->value, value);
	}
	return value;
}

static void find_values(ys_facets *facets, per_origin *p, const ys_origin *origin)
{
	const int y = origin->year;
	/* printing it costs as much as all the rest */
	const char year[] = { (char)('0' + y / 1000 % 10), (char)('0' + y / 100 % 10), (char)('0' + y / 10 % 10),
			      (char)('0' + y % 10), '\0' };
	g_autofree char *region = ys_facet_names_path(origin->region);
	g_autofree char *year_kind = y ? g_strdup_printf("%s年%s", year, origin->kind) : NULL;

	/* named at the end: a name alone does not tell divisions apart */
	p->values[YS_FACET_REGION] = facet_value(facets, YS_FACET_REGION, *region ? region : YS_REGION_UNKNOWN);
	p->values[YS_FACET_YEAR] = facet_value(facets, YS_FACET_YEAR, y ? year : NULL);
	p->values[YS_FACET_KIND] = facet_value(facets, YS_FACET_KIND, origin->kind);
	p->values[YS_FACET_YEAR_KIND] = facet_value(facets, YS_FACET_YEAR_KIND, year_kind);
	p->values[YS_FACET_DEPARTMENT] = facet_value(facets, YS_FACET_DEPARTMENT, origin->department);
	p->counted = TRUE;
}

static void count_facets(ys_facets *facets, per_origin *p, const ys_facts *facts, ys_amount amount)
{
	const gboolean item = facts->type == YS_ITEM && facets->projects_only;

	if (!facets->values[0])
		return;
	if (!p->counted)
		find_values(facets, p, facts->origin);
	for (int facet = 0; facet < YS_N_FACETS; facet++)
		if (p->values[facet]) {
			p->values[facet]->count++;
			p->values[facet]->items += item;
			add_or_count(&p->values[facet]->amount, &p->values[facet]->left_out, facts, amount);
			if (item)
				add_or_count(&p->values[facet]->items_amount, &p->values[facet]->left_out, facts, facts->amount);
		}
}

/* The best evidence counts whole; more of it counts less and less, so that many loose
 * remarks do not outweigh one name. */
static void add_evidence(department *d, double score, ys_match match)
{
	d->evidence++;
	if (match == d->hit->match && d->evidence > 1)
		d->hit->score += score / (4 * d->evidence);
}

static department *department_of(ys_facets *facets, per_origin *p, const ys_origin *origin)
{
	if (p->department)
		return p->department;
	p->department = department_named(facets, origin->department);
	if (origin->year)
		add_year(p->department->hit->years, origin->year);
	return p->department;
}

void ys_facets_add(ys_facets *facets, guint32 docid, const ys_facts *facts, double score, ys_match match,
		   gboolean wanted)
{
	gboolean counts = wanted && match <= YS_MATCH_ALL, project = facts->type == YS_PROJECT;
	/* publications of units are in those of their departments, and accounts beside budgets: nothing is summed */
	const gboolean summed = facets->projects_only ? project : facts->type != YS_PUBLICATION;
	ys_amount amount = summed ? facts->amount : YS_AMOUNT_NONE;
	per_origin *p = &facets->origins[facts->origin->index];
	department *d;

	if (counts)
		count_facets(facets, p, facts, amount);
	if (!*facts->origin->department || facts->glossary)
		return;
	d = department_of(facets, p, facts->origin);
	if (!d->top || (match == d->hit->match && score > d->hit->score && !d->has_project)) {
		d->top = docid;
		d->hit->score = MAX(score, d->hit->score);
		d->hit->match = match;
		d->hit->region = *facts->origin->region;
	}
	add_evidence(d, score, match);
	/* the best project is worth more to a reader than the section that mentions it, but not one that has
	 * part of the query only */
	if (project && !d->has_project && (match <= d->hit->match)) {
		d->has_project = TRUE;
		d->top = docid;
	}
	if (counts) {
		ys_amount_add(&d->items, project || facts->doubtful ? YS_AMOUNT_NONE : facts->amount);
		d->hit->projects += project;
		add_or_count(&d->hit->amount, &d->hit->left_out, facts, amount);
	}
}

static int by_evidence(gconstpointer a, gconstpointer b)
{
	const ys_department_hit *left = (*(department *const *)a)->hit, *right = (*(department *const *)b)->hit;

	if (left->match != right->match)
		return left->match < right->match ? -1 : 1;
	if (left->score != right->score)
		return left->score > right->score ? -1 : 1;
	return strcmp(left->department, right->department);
}

static int by_count(gconstpointer a, gconstpointer b)
{
	const ys_facet_value *left = *(ys_facet_value *const *)a, *right = *(ys_facet_value *const *)b;

	if (left->count != right->count)
		return left->count > right->count ? -1 : 1;
	return strcmp(left->value, right->value);
}

static GPtrArray *facet_values(GHashTable *table, ys_facet facet)
{
	GPtrArray *values = g_ptr_array_new_with_free_func((GDestroyNotify)facet_value_free);
	GHashTableIter iter;
	gpointer value;

	g_hash_table_iter_init(&iter, table);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		g_hash_table_iter_steal(&iter);
		g_ptr_array_add(values, value);
	}
	if (facet == YS_FACET_REGION)
		ys_facet_names_set(values);
	g_ptr_array_sort(values, by_count);
	return values;
}

void ys_facets_finish(ys_facets *facets, guint max, ys_page *page, GArray **top_docids)
{
	ys_match first = YS_MATCH_LOOSE;

	*top_docids = g_array_new(FALSE, FALSE, sizeof(guint32));
	g_ptr_array_sort(facets->order, by_evidence);
	if (facets->order->len)
		first = ((const department *)g_ptr_array_index(facets->order, 0))->hit->match;
	page->departments = g_ptr_array_new_with_free_func((GDestroyNotify)ys_department_hit_free);
	for (guint i = 0; i < facets->order->len && i < max; i++) {
		department *d = g_ptr_array_index(facets->order, i);

		/* what has part of the query is an answer only where nothing has all of it */
		if (d->hit->match == YS_MATCH_LOOSE && i && first != YS_MATCH_LOOSE)
			break;
		if (!d->hit->projects && !d->hit->amount)
			d->hit->amount = d->items;
		g_ptr_array_add(page->departments, g_steal_pointer(&d->hit));
		g_array_append_val(*top_docids, d->top);
	}
	for (int facet = 0; facet < YS_N_FACETS; facet++)
		if (facets->values[facet])
			page->facets[facet] = facet_values(facets->values[facet], facet);
	g_hash_table_remove_all(facets->departments);
}
