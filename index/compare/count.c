/* First each addend by itself; then, of lines, one view of the money: a publication prints the same yuan by
 * function, by purpose and as a figure, and whoever adds these has it three times; last, in each publication, the
 * highest line of those that lie above each other. */
#include "index/compare/count.h"

#include <string.h>

const char *ys_count_verdict_name(ys_count_verdict verdict)
{
	static const char *const names[] = {
		"counts", "contained", "other_view", "no_amount", "implausible", "mentioned"
	};

	return names[verdict];
}

/* ---- by itself ---- */

static ys_count_verdict alone(const ys_addend *addend, const ys_count_rules *rules)
{
	if (addend->edition->contained && !rules->levels_apart)
		return YS_LEFT_CONTAINED;
	if (!addend->found->named && !rules->mentioned)
		return YS_LEFT_MENTIONED;
	if (addend->amount == YS_AMOUNT_NONE)
		return YS_LEFT_NO_AMOUNT;
	return addend->found->counted.implausible ? YS_LEFT_IMPLAUSIBLE : YS_COUNTS;
}

/* ---- one view of the money ---- */

/* Lines that may be added up, if none lies above another. */
typedef struct {
	gboolean whole;         /* some are called just what was asked for */
	gboolean coded;         /* its tables are of a part of the expenditure, as of basic expenditure */
	guint publications;
	const char *last;       /* the publication counted last */
	guint line;             /* what they are (index/cards.h) */
	const char *title;      /* of those that have neither code nor names above: each name is a view; else "" */
} view;

/* Lines without codes have parts only where names stand above them. */
static const char *title_of_view(const ys_addend *addend)
{
	const char *at = NULL;

	if (*addend->found->counted.code || ys_counted_name(&addend->found->counted, &at))
		return "";
	return addend->found->title;
}

static gboolean is_better(const view *a, const view *b)
{
	if (a->whole != b->whole)
		return a->whole;
	if (a->publications != b->publications)
		return a->publications > b->publications;
	if (a->coded != b->coded)
		return b->coded;
	return a->line != b->line ? a->line < b->line : strcmp(a->title, b->title) < 0;
}

static view *view_of(GHashTable *views, const ys_addend *addend)
{
	const guint line = addend->found->facts->line;
	const char *title = title_of_view(addend);
	char *key = g_strdup_printf("%u|%s", line, title);
	view *v = g_hash_table_lookup(views, key);

	if (v) {
		g_free(key);
		return v;
	}
	v = g_new0(view, 1);
	v->line = line;
	v->title = title;
	g_hash_table_insert(views, key, v);
	return v;
}

static const view *best_view(GHashTable *views)
{
	const view *best = NULL;
	GHashTableIter iter;
	gpointer v;

	g_hash_table_iter_init(&iter, views);
	while (g_hash_table_iter_next(&iter, NULL, &v))
		if (!best || is_better(v, best))
			best = v;
	return best;
}

static void choose_view(GArray *addends)
{
	g_autoptr(GHashTable) views = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	const view *best;

	for (guint i = 0; i < addends->len; i++) {
		const ys_addend *addend = &g_array_index(addends, ys_addend, i);
		view *v;

		if (addend->verdict != YS_COUNTS || addend->found->facts->type != YS_LINE)
			continue;
		v = view_of(views, addend);
		v->whole |= addend->found->whole;
		v->coded |= *addend->found->counted.code != '\0';
		v->publications += g_strcmp0(v->last, addend->edition->counted.id) != 0;
		v->last = addend->edition->counted.id;
	}
	best = best_view(views);
	for (guint i = 0; i < addends->len; i++) {
		ys_addend *addend = &g_array_index(addends, ys_addend, i);

		if (addend->verdict == YS_COUNTS && addend->found->facts->type == YS_LINE &&
		    view_of(views, addend) != best)
			addend->verdict = YS_LEFT_OTHER_VIEW;
	}
}

/* ---- lines above each other ---- */

static int by_sum(gconstpointer a, gconstpointer b)
{
	const ys_addend *left = *(ys_addend *const *)a, *right = *(ys_addend *const *)b;

	if (left->cell != right->cell)
		return left->cell < right->cell ? -1 : 1;
	return strcmp(left->edition->counted.id, right->edition->counted.id);
}

static gboolean is_above(const ys_addend *whole, const ys_addend *part)
{
	const ys_counted *a = &whole->found->counted, *b = &part->found->counted;
	const char *at = NULL, *name;

	if (whole->found->facts->line != part->found->facts->line || whole == part)
		return FALSE;
	if (*a->code || *b->code)
		return *a->code && strlen(b->code) > strlen(a->code) && g_str_has_prefix(b->code, a->code);
	while ((name = ys_counted_name(b, &at)))
		if (!strcmp(name, a->title))
			return TRUE;
	return FALSE;
}

static void leave_parts(ys_addend **addends, guint n)
{
	for (guint i = 0; i < n; i++)
		for (guint k = 0; k < n && addends[i]->verdict == YS_COUNTS; k++)
			if (is_above(addends[k], addends[i]))
				addends[i]->verdict = YS_LEFT_CONTAINED;
}

/* What is left out because of one above it is so whatever becomes of that: the highest of all stays. */
static void count_highest(GArray *addends)
{
	g_autoptr(GPtrArray) lines = g_ptr_array_new();

	for (guint i = 0; i < addends->len; i++) {
		ys_addend *addend = &g_array_index(addends, ys_addend, i);

		if (addend->verdict == YS_COUNTS && addend->found->facts->type == YS_LINE)
			g_ptr_array_add(lines, addend);
	}
	g_ptr_array_sort(lines, by_sum);
	for (guint i = 0, next; i < lines->len; i = next) {
		for (next = i + 1; next < lines->len && !by_sum(&lines->pdata[i], &lines->pdata[next]); next++)
			;
		leave_parts((ys_addend **)lines->pdata + i, next - i);
	}
}

void ys_count(GArray *addends, const ys_count_rules *rules)
{
	for (guint i = 0; i < addends->len; i++) {
		ys_addend *addend = &g_array_index(addends, ys_addend, i);

		addend->verdict = alone(addend, rules);
	}
	if (!rules->lines_apart)
		choose_view(addends);
	count_highest(addends);
}
