/* By what most likely tells first: the same name of the same unit, then the same name but for what comes and goes,
 * then other wordings and the next phase; then the same of units that are called anew.  Only what is left is looked
 * at for parts, wholes and new words, for most that is easily confused is the same as before. */
#include "index/compare/succession.h"

#include <string.h>

#include "src/word_list.h"

#define BORDER "\x1f"
/* A name whose parts are looked for has so many bytes: three characters. */
#define WHOLE_MIN 9
/* Between the names of two that became one there are so many bytes at most: 服务和. */
#define JOINT_MAX 15
/* An amount changes by this factor at most in what is also worded anew. */
#define CHANGE_MAX 3

typedef enum {
	BY_PLAIN,
	BY_CORE,
	BY_WORDING,
	BY_NEXT_PHASE,
	N_STAGES
} stage;

static ys_successor *at(GArray *list, guint i)
{
	return &g_array_index(list, ys_successor, i);
}

/* ---- by keys ---- */

/* NULL where this stage is not about it. */
static char *key_of(const ys_successor *s, stage by, gboolean units, gboolean before)
{
	const char *unit = units ? s->unit : "";
	const int phase = s->name.phase;

	switch (by) {
	case BY_PLAIN:
		return g_strconcat(unit, BORDER, s->name.plain, NULL);
	case BY_CORE:
		return g_strdup_printf("%s" BORDER "%s" BORDER "%d", unit, s->name.core, phase);
	case BY_WORDING:
		return g_strdup_printf("%s" BORDER "%s" BORDER "%d", unit, s->name.wording, phase);
	default:
		return phase ? g_strdup_printf("%s" BORDER "%s" BORDER "%d", unit, s->name.wording, phase + before) : NULL;
	}
}

/* Over units only what is of a unit that the other year does not have: it may be called anew. */
static gboolean takes_part(const ys_successor *s, gboolean units)
{
	return s->other < 0 && s->succeeds != YS_SUCCEEDS_UNSURE && (units || !s->same_unit);
}

/* Those of a list that take part, by their keys: key -> GArray of places. */
static GHashTable *places_by_key(GArray *list, stage by, gboolean units, gboolean before)
{
	GHashTable *places = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);

	for (guint i = 0; i < list->len; i++) {
		char *key = takes_part(at(list, i), units) ? key_of(at(list, i), by, units, before) : NULL;
		GArray *same = key ? g_hash_table_lookup(places, key) : NULL;

		if (!key)
			continue;
		if (same) {
			g_free(key);
		} else {
			same = g_array_new(FALSE, FALSE, sizeof(guint));
			g_hash_table_insert(places, key, same);
		}
		g_array_append_val(same, i);
	}
	return places;
}

static void join(GArray *before, guint old, GArray *after, guint new, ys_succeeds how)
{
	at(before, old)->other = (int)new;
	at(after, new)->other = (int)old;
	at(after, new)->succeeds = how;
}

/* As many here as there: in their order.  Else nobody knows which is left. */
static void join_places(GArray *before, const GArray *olds, GArray *after, const GArray *news, ys_succeeds how)
{
	if (olds->len != news->len) {
		for (guint i = 0; i < olds->len; i++)
			at(before, g_array_index(olds, guint, i))->succeeds = YS_SUCCEEDS_UNSURE;
		for (guint i = 0; i < news->len; i++)
			at(after, g_array_index(news, guint, i))->succeeds = YS_SUCCEEDS_UNSURE;
		return;
	}
	for (guint i = 0; i < olds->len; i++)
		join(before, g_array_index(olds, guint, i), after, g_array_index(news, guint, i), how);
}

static void join_by(GArray *before, GArray *after, stage by, gboolean units)
{
	g_autoptr(GHashTable) olds = places_by_key(before, by, units, TRUE);
	g_autoptr(GHashTable) news = places_by_key(after, by, units, FALSE);
	GHashTableIter iter;
	gpointer key, places;

	g_hash_table_iter_init(&iter, olds);
	while (g_hash_table_iter_next(&iter, &key, &places)) {
		const GArray *same = g_hash_table_lookup(news, key);

		if (same)
			join_places(before, places, after, same, by == BY_WORDING ? YS_SUCCEEDS_REWORDED : YS_SUCCEEDS_SAME);
	}
}

/* ---- what is left ---- */

static gboolean is_left(const ys_successor *s)
{
	return s->other < 0 && s->succeeds == YS_SUCCEEDS_NONE;
}

static gboolean may_be_of_one_unit(const ys_successor *old, const ys_successor *new)
{
	return !strcmp(old->unit, new->unit) || (!old->same_unit && !new->same_unit);
}

/* The name of the whole and something that does not make it another project. */
static gboolean is_part(const ys_successor *whole, const ys_successor *part)
{
	return may_be_of_one_unit(whole, part) && strlen(whole->name.core) >= WHOLE_MIN &&
	       strcmp(whole->name.core, part->name.core) && strstr(part->name.core, whole->name.core) &&
	       !whole->name.phase == !part->name.phase && ys_project_name_is_kin(&part->name, &whole->name);
}

static void find_parts(GArray *before, GArray *after)
{
	for (guint i = 0; i < before->len; i++) {
		guint parts = 0;

		if (!is_left(at(before, i)))
			continue;
		for (guint k = 0; k < after->len; k++)
			parts += is_left(at(after, k)) && is_part(at(before, i), at(after, k));
		for (guint k = 0; k < after->len && parts > 1; k++)
			if (is_left(at(after, k)) && is_part(at(before, i), at(after, k)))
				at(after, k)->succeeds = YS_SUCCEEDS_PART;
	}
}

/* 甲和乙, by the names of both. */
static gboolean is_both(const ys_successor *both, const ys_successor *first, const ys_successor *second)
{
	const char *core = both->name.core;
	const gsize len = strlen(core), a = strlen(first->name.core), b = strlen(second->name.core);
	g_autofree char *joint = NULL;

	if (first == second || a + b >= len || len - a - b > JOINT_MAX || !g_str_has_prefix(core, first->name.core) ||
	    !g_str_has_suffix(core, second->name.core))
		return FALSE;
	joint = g_strndup(core + a, len - a - b);
	return strstr(joint, "和") || strstr(joint, "及") || strstr(joint, "与");
}

static void find_wholes(GArray *before, GArray *after)
{
	for (guint k = 0; k < after->len; k++)
		for (guint i = 0; i < before->len && is_left(at(after, k)); i++)
			for (guint j = 0; j < before->len && is_left(at(before, i)); j++)
				if (is_left(at(before, j)) && is_both(at(after, k), at(before, i), at(before, j)))
					at(after, k)->succeeds = YS_SUCCEEDS_BOTH;
}

static gboolean is_near(ys_amount a, ys_amount b)
{
	if (a == YS_AMOUNT_NONE || b == YS_AMOUNT_NONE || a <= 0 || b <= 0)
		return TRUE;
	return a / CHANGE_MAX <= b && b / CHANGE_MAX <= a;
}

static gboolean may_be_reworded(const ys_successor *old, const ys_successor *new)
{
	return is_left(old) && is_left(new) && may_be_of_one_unit(old, new) && is_near(old->amount, new->amount) &&
	       (old->name.phase == new->name.phase || (old->name.phase && old->name.phase + 1 == new->name.phase)) &&
	       ys_project_name_is_reworded(&old->name, &new->name);
}

/* The only one of a list that may be the same as s; -1 for none and for several. */
static int only_one(GArray *list, const ys_successor *s, gboolean before)
{
	int found = -1;

	for (guint i = 0; i < list->len; i++) {
		if (!(before ? may_be_reworded(at(list, i), s) : may_be_reworded(s, at(list, i))))
			continue;
		if (found >= 0)
			return -1;
		found = (int)i;
	}
	return found;
}

static void find_reworded(GArray *before, GArray *after)
{
	for (guint k = 0; k < after->len; k++) {
		const int old = is_left(at(after, k)) ? only_one(before, at(after, k), TRUE) : -1;

		if (old >= 0 && only_one(after, at(before, old), FALSE) == (int)k)
			join(before, old, after, k, YS_SUCCEEDS_REWORDED);
	}
}

/* ---- all of it ---- */

static void clear(GArray *list, GArray *others)
{
	g_autoptr(GHashTable) units = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < others->len; i++)
		g_hash_table_add(units, at(others, i)->unit);
	for (guint i = 0; i < list->len; i++) {
		at(list, i)->other = -1;
		at(list, i)->succeeds = YS_SUCCEEDS_NONE;
		at(list, i)->same_unit = g_hash_table_contains(units, at(list, i)->unit);
	}
}

void ys_succession(GArray *before, GArray *after)
{
	clear(before, after);
	clear(after, before);
	for (int units = TRUE; units >= FALSE; units--)
		for (int by = 0; by < N_STAGES; by++)
			join_by(before, after, (stage)by, units);
	find_parts(before, after);
	find_wholes(before, after);
	find_reworded(before, after);
}
