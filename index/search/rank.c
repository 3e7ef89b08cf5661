/* Two stable sorts of keys as numbers: by relevance always, glossaries and tiers in its highest bits,
 * and over that by the order that was asked for, so that relevance decides among equals.  A later tier
 * is appended, without what is ranked already.  A department that has several records of its own is
 * ranked once. */
#include "index/search/rank.h"

#include <string.h>

#include "index/search/radix.h"

ys_ranking *ys_ranking_new(void)
{
	ys_ranking *ranking = g_new0(ys_ranking, 1);

	ranking->candidates = g_array_new(FALSE, FALSE, sizeof(ys_candidate));
	ranking->departments = g_hash_table_new(g_str_hash, g_str_equal);
	return ranking;
}

void ys_ranking_free(ys_ranking *ranking)
{
	if (!ranking)
		return;
	g_array_unref(ranking->candidates);
	g_hash_table_unref(ranking->departments);
	g_free(ranking);
}

void ys_rank_reject_known(const ys_ranking *ranking, ys_candidates *candidates)
{
	g_autoptr(GHashTable) known = g_hash_table_new(NULL, NULL);

	for (guint i = 0; i < ranking->candidates->len; i++)
		g_hash_table_add(known, GUINT_TO_POINTER(g_array_index(ranking->candidates, ys_candidate, i).docid));
	for (guint i = 0; i < candidates->list->len; i++) {
		ys_candidate *c = &g_array_index(candidates->list, ys_candidate, i);

		c->rejected = g_hash_table_contains(known, GUINT_TO_POINTER(c->docid));
		c->judged &= !c->rejected;
	}
}

/* Numbers that sort as the doubles do, the largest first. */
static guint64 descending(double value)
{
	gint64 bits;

	/* 0 and -0 are equal */
	value += 0.0;
	memcpy(&bits, &value, sizeof bits);
	return bits < 0 ? (guint64)bits : ~((guint64)bits | G_GUINT64_CONSTANT(1) << 63);
}

/* Glossaries come last, the better match comes first. */
static guint64 key_of_relevance(const ys_candidate *c)
{
	return (guint64)c->facts->glossary << 63 | (guint64)c->match << 60 | descending(c->score) >> 4;
}

/* What is not known, or may be wrong by a factor, comes last. */
static guint64 key_of_amount(const ys_candidate *c, const ys_query *query)
{
	const double amount = query->ascending ? -(double)c->facts->amount : (double)c->facts->amount;
	const gboolean unknown = c->facts->amount == YS_AMOUNT_NONE || c->facts->doubtful;
	const guint64 key = descending(unknown ? -G_MAXDOUBLE : amount);

	return query->named_first ? key >> 1 | (guint64)!c->titled << 63 : key;
}

static guint64 key_of_year(const ys_candidate *c)
{
	return descending(c->facts->origin->year ? c->facts->origin->year : -G_MAXDOUBLE);
}

/* Sort what is in order by another key, which then decides first. */
static void sort_by_year(ys_radix_item *order, guint n, const ys_candidate *all)
{
	for (guint i = 0; i < n; i++)
		order[i].key = key_of_year(&all[order[i].index]);
	ys_radix_sort(order, n);
}

static void sort_by_amount(ys_radix_item *order, guint n, const ys_candidate *all, const ys_query *query)
{
	for (guint i = 0; i < n; i++)
		order[i].key = key_of_amount(&all[order[i].index], query);
	ys_radix_sort(order, n);
}

void ys_rank_append(ys_ranking *ranking, const ys_candidate *c)
{
	if (c->facts->type == YS_DEPARTMENT &&
	    !g_hash_table_add(ranking->departments, (gpointer)c->facts->origin->id))
		return;
	g_array_append_vals(ranking->candidates, c, 1);
	ranking->chances += c->wanted && c->chance && c->match <= YS_MATCH_ALL;
	if (c->wanted)
		(*(c->match > YS_MATCH_ALL ? &ranking->beside[c->match] : &ranking->hits))++;
}

/* What has no words has no relevance: the largest comes first, the newest of equal ones.  Among equals the document
 * that comes first stays first.  Relevance decides among equals of another order, also where the index sorted them:
 * it knows nothing of tiers. */
void ys_rank_add(ys_ranking *ranking, const ys_candidates *candidates, const ys_query *query)
{
	const ys_candidate *all = (const ys_candidate *)(void *)candidates->list->data;
	g_autofree ys_radix_item *order = g_new(ys_radix_item, candidates->list->len + 1);
	guint n = 0;

	for (guint i = 0; i < candidates->list->len; i++)
		if (!all[i].rejected)
			order[n++] = (ys_radix_item){ key_of_relevance(&all[i]), i };
	ys_radix_sort(order, n);
	if (query->sort == YS_SORT_YEAR || !query->words_tree)
		sort_by_year(order, n, all);
	if (ys_query_order(query) == YS_SORT_AMOUNT)
		sort_by_amount(order, n, all, query);
	for (guint i = 0; i < n; i++)
		ys_rank_append(ranking, &all[order[i].index]);
}

void ys_rank_add_typed(ys_ranking *ranking, const ys_ranking *typed, gboolean anywhere)
{
	for (guint i = 0; i < typed->candidates->len; i++) {
		ys_candidate c = g_array_index(typed->candidates, ys_candidate, i);

		c.typed = TRUE;
		if (c.wanted && ((anywhere && c.match == YS_MATCH_EXACT) || (c.titled && !c.synonym)))
			ys_rank_append(ranking, &c);
	}
}

void ys_rank_sort(ys_ranking *ranking, const ys_query *query)
{
	const guint n = ranking->candidates->len;
	g_autoptr(GArray) before = g_steal_pointer(&ranking->candidates);
	const ys_candidate *all = (const ys_candidate *)(void *)before->data;
	g_autofree ys_radix_item *order = g_new(ys_radix_item, n + 1);

	for (guint i = 0; i < n; i++)
		order[i] = (ys_radix_item){ 0, i };
	if (query->sort == YS_SORT_YEAR)
		sort_by_year(order, n, all);
	else
		sort_by_amount(order, n, all, query);
	ranking->candidates = g_array_sized_new(FALSE, FALSE, sizeof(ys_candidate), n);
	for (guint i = 0; i < n; i++)
		g_array_append_vals(ranking->candidates, &all[order[i].index], 1);
}

void ys_rank_chance_last(ys_ranking *ranking)
{
	GArray *all = ranking->candidates;
	g_autoptr(GArray) chance = g_array_new(FALSE, FALSE, sizeof(ys_candidate));
	guint kept = 0;

	for (guint i = 0; i < all->len; i++) {
		const ys_candidate c = g_array_index(all, ys_candidate, i);

		if (c.chance)
			g_array_append_val(chance, c);
		else
			g_array_index(all, ys_candidate, kept++) = c;
	}
	g_array_set_size(all, kept);
	g_array_append_vals(all, chance->data, chance->len);
}
