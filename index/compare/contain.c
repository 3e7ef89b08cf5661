/* Two things tell that a publication is contained in another of the same year and kind: the other lists its body
 * as a unit; or both are of one body, and only one of the body alone (本级, 单位).  What is contained is not
 * larger than what contains it, and does not contain that in turn. */
#include "index/compare/contain.h"

#include <string.h>

#include "src/text/key.h"

#define BODY_OWN "本级"

/* The key of a name without the places of a region in front of it: 云栖市青禾区渡口管理站 and 渡口管理站 are one
 * unit of that region.  Borrowed from key. */
static const char *without_place(const char *key, const ys_region *region)
{
	const char *places[] = { region->province, region->city, region->county };

	for (gsize i = 0; i < G_N_ELEMENTS(places); i++) {
		g_autofree char *place = places[i] ? ys_name_key(places[i]) : NULL;

		if (place && g_str_has_prefix(key, place) && key[strlen(place)])
			key += strlen(place);
	}
	return key;
}

/* By what an edition is found in the lists of others. */
static char *key_of(const ys_edition *edition, const char *name)
{
	g_autofree char *key = ys_name_key(name), *region = ys_region_key(edition->origin->region);

	return g_strdup_printf("%d|%s|%s|%s", edition->origin->year, edition->origin->kind, region,
			       without_place(key, edition->origin->region));
}

static ys_amount total_of(const ys_edition *edition)
{
	return ys_counted_amount(&edition->counted, ys_measure_named("total_expenditure"));
}

static gboolean is_own(const ys_edition *edition)
{
	return !strcmp(edition->counted.scope, BODY_OWN) || !strcmp(edition->counted.level, "单位");
}

/* Whether it lists the edition with this key. */
static gboolean lists(const ys_edition *edition, const char *key)
{
	const char *at = NULL, *name;

	while ((name = ys_counted_name(&edition->counted, &at))) {
		g_autofree char *listed = key_of(edition, name);

		if (!strcmp(listed, key))
			return TRUE;
	}
	return FALSE;
}

static gboolean may_contain(const ys_edition *whole, const ys_edition *part)
{
	const ys_amount all = total_of(whole), some = total_of(part);
	g_autofree char *key = NULL;

	if (whole == part || (all != YS_AMOUNT_NONE && some != YS_AMOUNT_NONE && some > all))
		return FALSE;
	key = key_of(whole, whole->origin->department);
	return !lists(part, key);
}

/* Those whose body is so named and that the edition may contain. */
static void contain_named(const ys_edition *whole, const char *key, const GPtrArray *parts, const char *own)
{
	const gboolean same = !strcmp(key, own);

	for (guint i = 0; parts && i < parts->len; i++) {
		ys_edition *part = g_ptr_array_index(parts, i);

		if (part == whole)
			continue;
		/* of one body the whole contains the office alone */
		if (same ? is_own(part) && !is_own(whole) : may_contain(whole, part))
			part->contained = TRUE;
	}
}

void ys_editions_contain(GArray *editions)
{
	g_autoptr(GHashTable) named =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);

	for (guint i = 0; i < editions->len; i++) {
		ys_edition *edition = &g_array_index(editions, ys_edition, i);
		char *key = key_of(edition, edition->origin->department);
		GPtrArray *same = g_hash_table_lookup(named, key);

		if (!same) {
			same = g_ptr_array_new();
			g_hash_table_insert(named, key, same);
		} else {
			g_free(key);
		}
		g_ptr_array_add(same, edition);
	}
	for (guint i = 0; i < editions->len; i++) {
		const ys_edition *edition = &g_array_index(editions, ys_edition, i);
		g_autofree char *own = key_of(edition, edition->origin->department);
		const char *at = NULL, *name;

		contain_named(edition, own, g_hash_table_lookup(named, own), own);
		while ((name = ys_counted_name(&edition->counted, &at))) {
			g_autofree char *key = key_of(edition, name);

			contain_named(edition, key, g_hash_table_lookup(named, key), own);
		}
	}
}

