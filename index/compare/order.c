#include "index/compare/order.h"

#include <string.h>

typedef __int128 wide;

ys_percent ys_ratio(ys_amount part, ys_amount whole)
{
	wide scaled, down, ratio;

	if (!whole)
		return YS_PERCENT_NONE;
	scaled = (wide)part * 10000;
	down = whole < 0 ? -(wide)whole : whole;
	scaled = whole < 0 ? -scaled : scaled;
	ratio = (2 * (scaled < 0 ? -scaled : scaled) + down) / (2 * down);
	if (ratio > G_MAXINT64)
		return YS_PERCENT_NONE;
	return scaled < 0 ? -(ys_percent)ratio : (ys_percent)ratio;
}

/* Unknown values last. */
static int by_text(const char *a, const char *b)
{
	if (!a || !b)
		return !a - !b;
	return strcmp(a, b);
}

/* ---- ranks ---- */

typedef struct {
	const ys_question *question;
	guint at;               /* the dimension that does not count */
} ranking;

static int by_others(const ys_cell *a, const ys_cell *b, const ranking *r)
{
	int order = 0;

	for (guint i = 0; i < r->question->n_by && !order; i++)
		order = i == r->at ? 0 : by_text(a->key[i], b->key[i]);
	return order;
}

static int by_rank(gconstpointer a, gconstpointer b, gpointer data)
{
	const ys_cell *left = *(ys_cell *const *)a, *right = *(ys_cell *const *)b;
	const int order = by_others(left, right, data);

	if (order || left->amount == right->amount)
		return order;
	return left->amount > right->amount ? -1 : 1;
}

static void rank(ys_comparison *comparison, ys_cell **cells, guint n, guint at)
{
	ys_median median = { .bodies = n, .median = cells[n / 2]->amount };

	for (guint i = 0; i < n; i++)
		cells[i]->rank = i && cells[i]->amount == cells[i - 1]->amount ? cells[i - 1]->rank : i + 1;
	memcpy(median.key, cells[0]->key, sizeof median.key);
	median.key[at] = NULL;
	g_array_append_val(comparison->medians, median);
}

void ys_ranks_add(ys_comparison *comparison)
{
	const ys_question *question = &comparison->question;
	ranking r = { question, ys_question_at(question, YS_BY_DEPARTMENT) };
	g_autoptr(GPtrArray) cells = g_ptr_array_new();

	if (r.at == question->n_by)
		return;
	for (guint i = 0; i < comparison->cells->len; i++) {
		ys_cell *cell = &g_array_index(comparison->cells, ys_cell, i);

		if (cell->count)
			g_ptr_array_add(cells, cell);
	}
	g_ptr_array_sort_with_data(cells, by_rank, &r);
	for (guint i = 0, next; i < cells->len; i = next) {
		for (next = i + 1; next < cells->len && !by_others(cells->pdata[i], cells->pdata[next], &r); next++)
			;
		rank(comparison, (ys_cell **)cells->pdata + i, next - i, r.at);
	}
}

/* ---- order ---- */

typedef struct {
	const ys_question *question;
	GHashTable *sums;       /* key of a group -> its sum */
} ordering;

static gboolean is_of_group(ys_dimension by)
{
	return by != YS_BY_YEAR && by != YS_BY_KIND;
}

static char *group_of(const ys_question *question, const ys_cell *cell)
{
	GString *key = g_string_new(NULL);

	for (guint i = 0; i < question->n_by; i++)
		if (is_of_group(question->by[i]))
			g_string_append_printf(key, "%s\x1f", cell->key[i] ? cell->key[i] : "\x1e");
	if (cell->code)
		g_string_append(key, cell->code);
	return g_string_free(key, FALSE);
}

static ys_amount sum_of(const ordering *o, const ys_cell *cell)
{
	g_autofree char *key = group_of(o->question, cell);

	return *(const ys_amount *)g_hash_table_lookup(o->sums, key);
}

static int by_values(const ys_cell *a, const ys_cell *b, const ys_question *question, gboolean groups)
{
	int order = 0;

	for (guint i = 0; i < question->n_by && !order; i++)
		if (is_of_group(question->by[i]) == groups)
			/* 预算 before 决算 */
			order = question->by[i] == YS_BY_KIND ? by_text(b->key[i], a->key[i])
							      : by_text(a->key[i], b->key[i]);
	return order;
}

static int by_groups(const ys_cell *left, const ys_cell *right, const ordering *o)
{
	const ys_amount x = sum_of(o, left), y = sum_of(o, right);
	int order;

	if (x != y)
		return x > y ? -1 : 1;
	order = by_values(left, right, o->question, TRUE);
	if (!order)
		order = by_text(left->code, right->code);
	if (!order)
		order = by_values(left, right, o->question, FALSE);
	/* two projects may be called the same */
	return order || !left->ids->len || !right->ids->len
		       ? order : strcmp(g_ptr_array_index(left->ids, 0), g_ptr_array_index(right->ids, 0));
}

static guint64 size_of(const ys_cell *cell, ys_cell_order order)
{
	if (order == YS_ORDER_CHANGE)
		return cell->change == YS_AMOUNT_NONE ? 0 : ys_amount_distance(cell->change, 0);
	return cell->amount == YS_AMOUNT_NONE ? 0 : ys_amount_distance(cell->amount, YS_AMOUNT_NONE);
}

static int in_order(gconstpointer a, gconstpointer b, gpointer data)
{
	const ordering *o = data;
	const ys_cell_order order = o->question->order;
	const guint64 x = order == YS_ORDER_GROUPS ? 0 : size_of(a, order), y = order == YS_ORDER_GROUPS ? 0 : size_of(b, order);

	return x == y ? by_groups(a, b, o) : x > y ? -1 : 1;
}

static GHashTable *sums_of(const ys_comparison *comparison)
{
	GHashTable *sums = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);

	for (guint i = 0; i < comparison->cells->len; i++) {
		const ys_cell *cell = &g_array_index(comparison->cells, ys_cell, i);
		char *key = group_of(&comparison->question, cell);
		ys_amount *sum = g_hash_table_lookup(sums, key);

		if (sum) {
			g_free(key);
		} else {
			sum = g_new0(ys_amount, 1);
			g_hash_table_insert(sums, key, sum);
		}
		ys_amount_add(sum, cell->amount);
	}
	return sums;
}

void ys_comparison_sort(ys_comparison *comparison, guint max)
{
	ordering o = { &comparison->question, sums_of(comparison) };

	g_array_sort_with_data(comparison->cells, in_order, &o);
	g_hash_table_unref(o.sums);
	if (!max || max >= comparison->cells->len)
		return;
	for (guint i = max; i < comparison->cells->len; i++)
		g_ptr_array_unref(g_array_index(comparison->cells, ys_cell, i).ids);
	g_array_set_size(comparison->cells, max);
}
