/* The newest is taken, then each older one, in its turn, that lies in the same directory and meets none of those taken:
 * as this is decided along a total order, it depends on nothing but the files. */
#include "index/write/composition.h"

#include <stdlib.h>
#include <string.h>

#include "index/write/ledger.h"
#include "src/original/parts.h"
#include "src/publication/holds.h"
#include "src/text/key.h"

/* No publication has as many files, and each is compared with each. */
#define FILES_MAX 200

static const ys_manifest_entry *at(const GPtrArray *entries, guint i)
{
	return g_ptr_array_index(entries, i);
}

/* A file without a name of its own takes the place of none. */
static int by_right(gconstpointer a, gconstpointer b)
{
	const ys_manifest_entry *left = *(ys_manifest_entry *const *)a, *right = *(ys_manifest_entry *const *)b;

	if (!left->host != !right->host)
		return left->host ? 1 : -1;
	return ys_ledger_is_newer(left->mtime, left->file, right->mtime, right->file) ? -1 : 1;
}

static int by_name(gconstpointer a, gconstpointer b)
{
	const ys_manifest_entry *left = *(ys_manifest_entry *const *)a, *right = *(ys_manifest_entry *const *)b;
	int order = ys_parts_compare_names(left->file, right->file);

	if (!left->host != !right->host)
		return left->host ? 1 : -1;
	return order ? order : strcmp(left->file, right->file);
}

static gboolean is_beside(const ys_manifest_entry *a, const ys_manifest_entry *b)
{
	gsize n = strrchr(a->file, '/') - a->file;

	return (gsize)(strrchr(b->file, '/') - b->file) == n && !strncmp(a->file, b->file, n);
}

static gboolean is_part(const ys_manifest_entry *entry, const GPtrArray *taken)
{
	if (taken->len >= FILES_MAX)
		return FALSE;
	for (guint i = 0; i < taken->len; i++)
		if (!is_beside(at(taken, i), entry) || ys_holds_meet(at(taken, i)->holds, entry->holds))
			return FALSE;
	return TRUE;
}

GPtrArray *ys_composition_choose(const GPtrArray *entries)
{
	g_autoptr(GPtrArray) sorted = g_ptr_array_copy((GPtrArray *)entries, NULL, NULL);
	GPtrArray *taken = g_ptr_array_new();

	g_ptr_array_sort(sorted, by_right);
	for (guint i = 0; i < sorted->len; i++)
		if (is_part(at(sorted, i), taken))
			g_ptr_array_add(taken, g_ptr_array_index(sorted, i));
	g_ptr_array_sort(taken, by_name);
	return taken;
}

char *ys_composition_digest(const GPtrArray *parts)
{
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);

	if (parts->len < 2)
		return NULL;
	for (guint i = 0; i < parts->len; i++) {
		const ys_manifest_entry *part = at(parts, i);
		const char *words[] = { part->file, part->sha256, part->given ? part->given : "" };

		/* with the NUL that ends it */
		for (gsize w = 0; w < G_N_ELEMENTS(words); w++)
			g_checksum_update(sum, (const guchar *)words[w], (gssize)strlen(words[w]) + 1);
	}
	return g_strndup(g_checksum_get_string(sum), 32);
}

/* ---- files that do not say whose they are ---- */

/* The fields of an identity. */
enum { REGION, DEPARTMENT, YEAR, KIND, LEVEL, SCOPE, N_FIELDS };

static gboolean agrees(const char *said, const char *whole, const char *nothing)
{
	return !*said || !strcmp(said, nothing) || !strcmp(said, whole);
}

/* What stands above a table is at times less than the title has: without its place. */
static gboolean is_name_of(const char *owner, const char *department)
{
	g_autofree char *key = ys_name_key(owner);

	return g_str_has_suffix(department, key) || g_str_has_suffix(key, department);
}

const ys_manifest_entry *ys_composition_only_whole(const GPtrArray *entries)
{
	const ys_manifest_entry *only = NULL;

	for (guint i = 0; i < entries->len; i++) {
		const ys_manifest_entry *entry = at(entries, i);

		if (entry->nameless)
			continue;
		if (only && strcmp(only->identity, entry->identity))
			return NULL;
		only = entry;
	}
	return only;
}

static gboolean meets_any(const ys_manifest_entry *entry, const GPtrArray *entries)
{
	for (guint i = 0; i < entries->len; i++)
		if (at(entries, i) != entry && ys_holds_meet(at(entries, i)->holds, entry->holds))
			return TRUE;
	return FALSE;
}

static gboolean agree(const ys_manifest_entry *nameless, const ys_manifest_entry *whole)
{
	g_auto(GStrv) said = g_strsplit(nameless->identity, "|", -1), all = g_strsplit(whole->identity, "|", -1);

	/* the name of a file may have bars too */
	if (g_strv_length(said) != N_FIELDS || g_strv_length(all) != N_FIELDS ||
	    (nameless->owner && !is_name_of(nameless->owner, all[DEPARTMENT])))
		return FALSE;
	return (!nameless->said_year || nameless->said_year == atoi(all[YEAR])) &&
	       agrees(said[REGION], all[REGION], "") && agrees(said[YEAR], all[YEAR], "0") &&
	       agrees(said[KIND], all[KIND], "其他") && agrees(said[LEVEL], all[LEVEL], "") &&
	       agrees(said[SCOPE], all[SCOPE], "");
}

gboolean ys_composition_fits(const ys_manifest_entry *nameless, const ys_manifest_entry *whole, const GPtrArray *entries)
{
	return entries->len <= FILES_MAX && agree(nameless, whole) && !meets_any(nameless, entries);
}
