#include "index/search/line_groups.h"

#include <string.h>

#include "index/schema.h"
#include "index/search/hit.h"

/* So many groups of a page. */
#define GROUPS_MAX 3

/* How much a name is what was asked for. */
typedef enum {
	NEAR_WHOLE,             /* all of it */
	NEAR_BEGIN,             /* its beginning: 公务接待 of 公务接待费 */
	NEAR_INSIDE
} nearness;

/* Of one name, code and sort of lines. */
typedef struct {
	ys_line_group *group;
	GArray *members;        /* of guint: candidates of the ranking, the largest first */
	nearness near;
	gboolean has_money;     /* some amount is not zero */
	guint line;             /* what its lines are (index/cards.h) */
} bundle;

typedef struct {
	const ys_query *query;
	const ys_ranking *ranking;
	GArray *named;          /* of guint: candidates that are lines which are named */
	char **texts;           /* of each of those: its name and code, folded */
} reader;

/* ---- freeing ---- */

static void sum_free(ys_line_sum *sum)
{
	g_free(sum->kind);
	g_free(sum);
}

static void group_free(ys_line_group *group)
{
	g_free(group->title);
	g_free(group->code);
	g_free(group->classification);
	g_ptr_array_unref(group->sums);
	g_ptr_array_unref(group->hits);
	g_free(group);
}

static void bundle_free(bundle *b)
{
	g_clear_pointer(&b->group, group_free);
	g_array_unref(b->members);
	g_free(b);
}

/* ---- names ---- */

static const ys_candidate *candidate_at(const reader *r, guint i)
{
	return &g_array_index(r->ranking->candidates, ys_candidate, i);
}

static void keep_text(guint i, const char *text, gsize len, void *data)
{
	((char **)data)[i] = g_strndup(text, len);
}

static int by_document(gconstpointer a, gconstpointer b, gpointer ranking)
{
	const GArray *all = ((const ys_ranking *)ranking)->candidates;
	guint32 left = g_array_index(all, ys_candidate, *(const guint *)a).docid;
	guint32 right = g_array_index(all, ys_candidate, *(const guint *)b).docid;

	return left < right ? -1 : left > right;
}

/* Values are read in the order of the documents, and names are wanted in that of the amounts. */
static gboolean read_texts(reader *r, xc_reader *index, GError **error)
{
	const guint n = r->named->len;
	g_autoptr(GArray) order = g_array_copy(r->named);
	g_autofree guint32 *docids = g_new(guint32, n + 1);
	g_autofree char **texts = g_new0(char *, n + 1);
	g_autoptr(GHashTable) of = g_hash_table_new(NULL, NULL);

	g_array_sort_with_data(order, by_document, (gpointer)r->ranking);
	for (guint i = 0; i < n; i++)
		docids[i] = candidate_at(r, g_array_index(order, guint, i))->docid;
	if (!xc_reader_values(index, YS_SLOT_TEXT, docids, n, keep_text, texts, error)) {
		for (guint i = 0; i < n; i++)
			g_free(texts[i]);
		return FALSE;
	}
	for (guint i = 0; i < n; i++)
		g_hash_table_insert(of, GUINT_TO_POINTER(docids[i]), texts[i]);
	for (guint i = 0; i < n; i++)
		r->texts[i] = g_hash_table_lookup(of, GUINT_TO_POINTER(
							  candidate_at(r, g_array_index(r->named, guint, i))->docid));
	return TRUE;
}

static nearness nearness_to(const char *asked, const char *text)
{
	const char *border = strchr(text, '|');
	const gsize name = border ? (gsize)(border - text) : strlen(text), len = strlen(asked);

	if ((len == name && !memcmp(text, asked, len)) || (border && !strcmp(border + 1, asked)))
		return NEAR_WHOLE;
	return len && g_str_has_prefix(text, asked) ? NEAR_BEGIN : NEAR_INSIDE;
}

/* Of all words typed, or the one that is nearest: the others may name the body. */
static nearness nearness_of(const reader *r, const char *text)
{
	const GPtrArray *words = r->query->words;
	nearness near = words->len ? nearness_to(r->query->folded, text) : NEAR_WHOLE;

	for (guint i = 0; i < words->len; i++) {
		nearness one = nearness_to(((const ys_word *)g_ptr_array_index(words, i))->folded, text);

		near = MIN(near, one);
	}
	return near;
}

/* ---- groups ---- */

static bundle *bundle_new(const reader *r, const char *text, guint line)
{
	bundle *b = g_new0(bundle, 1);

	b->group = g_new0(ys_line_group, 1);
	b->group->amount = YS_AMOUNT_NONE;
	b->group->sums = g_ptr_array_new_with_free_func((GDestroyNotify)sum_free);
	b->group->hits = g_ptr_array_new_with_free_func((GDestroyNotify)ys_hit_free);
	b->members = g_array_new(FALSE, FALSE, sizeof(guint));
	b->near = nearness_of(r, text);
	b->line = line;
	return b;
}

/* A code is one thing, however its name is printed; a name without code another for each sort of lines. */
static char *key_of(const char *text, guint line)
{
	const char *border = strrchr(text, '|');

	if (border && border[1] && strspn(border + 1, "0123456789") == strlen(border + 1))
		return g_strdup_printf("%u|%s", line, border + 1);
	return g_strdup_printf("%u||%s", line, text);
}

static void add_sum(ys_line_group *group, const ys_facts *facts)
{
	const ys_origin *origin = facts->origin;
	ys_line_sum *sum = NULL;

	for (guint i = 0; i < group->sums->len && !sum; i++) {
		ys_line_sum *one = g_ptr_array_index(group->sums, i);

		if (one->year == origin->year && !strcmp(one->kind, origin->kind))
			sum = one;
	}
	if (!sum) {
		sum = g_new0(ys_line_sum, 1);
		sum->year = origin->year;
		sum->kind = g_strdup(origin->kind);
		g_ptr_array_add(group->sums, sum);
	}
	sum->total++;
	if (facts->doubtful && facts->amount != YS_AMOUNT_NONE)
		sum->left_out++;
	else if (facts->amount != YS_AMOUNT_NONE && __builtin_add_overflow(sum->amount, facts->amount, &sum->amount))
		sum->amount = facts->amount > 0 ? G_MAXINT64 : G_MININT64 + 1;
}

static int newest_first(gconstpointer a, gconstpointer b)
{
	const ys_line_sum *left = *(ys_line_sum *const *)a, *right = *(ys_line_sum *const *)b;

	return left->year != right->year ? right->year - left->year : strcmp(left->kind, right->kind);
}

static GPtrArray *bundles_of(const reader *r)
{
	GPtrArray *bundles = g_ptr_array_new_with_free_func((GDestroyNotify)bundle_free);
	g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = 0; i < r->named->len; i++) {
		guint at = g_array_index(r->named, guint, i);
		const ys_facts *facts = candidate_at(r, at)->facts;
		g_autofree char *key = key_of(r->texts[i], facts->line);
		bundle *b = g_hash_table_lookup(known, key);

		if (!b) {
			b = bundle_new(r, r->texts[i], facts->line);
			g_ptr_array_add(bundles, b);
			g_hash_table_insert(known, g_steal_pointer(&key), b);
		}
		b->near = MIN(b->near, nearness_of(r, r->texts[i]));
		b->has_money |= facts->amount != YS_AMOUNT_NONE && facts->amount;
		b->group->total++;
		g_array_append_val(b->members, at);
		add_sum(b->group, facts);
	}
	return bundles;
}

/* What was asked for first; then what somebody has money for, and what most publications have: a form prints rows
 * that are zero in all of them. */
static int by_nearness(gconstpointer a, gconstpointer b)
{
	const bundle *left = *(bundle *const *)a, *right = *(bundle *const *)b;

	if (left->near != right->near)
		return left->near < right->near ? -1 : 1;
	if (left->has_money != right->has_money)
		return left->has_money ? -1 : 1;
	if (left->group->total != right->group->total)
		return left->group->total > right->group->total ? -1 : 1;
	return left->line != right->line ? (left->line < right->line ? -1 : 1)
					 : (int)g_array_index(left->members, guint, 0) - (int)g_array_index(right->members, guint, 0);
}

/* ---- a page ---- */

/* max: of its hits, each of which costs as much as one of the page. */
static gboolean finish(const reader *r, bundle *b, guint max, xc_reader *index, GError **error)
{
	const ys_measures measures = { r->query, NULL, NULL };
	ys_line_group *group = b->group;
	const ys_record *largest;

	for (guint i = 0; i < MIN(b->members->len, max); i++) {
		ys_hit *hit = ys_hit_new(index, &measures, candidate_at(r, g_array_index(b->members, guint, i)),
					 i + 1, error);

		if (!hit)
			return FALSE;
		g_ptr_array_add(group->hits, hit);
	}
	largest = ((ys_hit *)g_ptr_array_index(group->hits, 0))->record;
	group->title = g_strdup(largest->title);
	group->code = g_strdup(largest->code);
	group->classification = g_strdup(largest->classification);
	g_ptr_array_sort(group->sums, newest_first);
	if (group->sums->len == 1)
		group->amount = ((ys_line_sum *)g_ptr_array_index(group->sums, 0))->amount;
	return TRUE;
}

static gboolean fill(const reader *r, xc_reader *index, ys_page *page, GError **error)
{
	g_autoptr(GPtrArray) bundles = bundles_of(r);

	g_ptr_array_sort(bundles, by_nearness);
	page->lines = g_ptr_array_new_with_free_func((GDestroyNotify)group_free);
	for (guint i = 0; i < MIN(bundles->len, GROUPS_MAX); i++) {
		bundle *b = g_ptr_array_index(bundles, i);

		if (!finish(r, b, b->near == NEAR_WHOLE || (!i && b->near == NEAR_BEGIN) ? YS_GROUP_HITS_MAX : 1, index, error))
			return FALSE;
		g_ptr_array_add(page->lines, g_steal_pointer(&b->group));
	}
	return TRUE;
}

gboolean ys_line_groups_add(xc_reader *index, const ys_query *query, const ys_ranking *ranking, ys_page *page,
			    GError **error)
{
	g_autoptr(GArray) named = g_array_new(FALSE, FALSE, sizeof(guint));
	reader r = { .query = query, .ranking = ranking, .named = named };
	gboolean ok;

	for (guint i = 0; i < ranking->candidates->len; i++)
		if (candidate_at(&r, i)->facts->type == YS_LINE && (candidate_at(&r, i)->named || !query->words_tree))
			g_array_append_val(named, i);
	r.texts = g_new0(char *, named->len + 1);
	ok = read_texts(&r, index, error) && (!named->len || fill(&r, index, page, error));
	g_strfreev(r.texts);
	return ok;
}
