/* Which files stand for a publication.  Of its claims those are chosen that count together (composition.h), which makes the
 * outcome independent of the order of events; the documents of all of them are those of the first. */
#include "index/write/ledger.h"

#include <string.h>

#include "index/write/composition.h"
#include "src/text/key.h"

gboolean ys_ledger_is_newer(gint64 mtime, const char *file, gint64 than_mtime, const char *than_file)
{
	return mtime != than_mtime ? mtime > than_mtime : strcmp(file, than_file) > 0;
}

static gboolean is_there(const ys_claim *claim)
{
	return claim->seen || ys_file_exists(claim->entry->file);
}

static ys_claim *claim_at(const GPtrArray *claims, guint i)
{
	return g_ptr_array_index(claims, i);
}

static int newest_first(gconstpointer a, gconstpointer b)
{
	const ys_manifest_entry *left = (*(ys_claim *const *)a)->entry, *right = (*(ys_claim *const *)b)->entry;

	return ys_ledger_is_newer(left->mtime, left->file, right->mtime, right->file) ? -1 : 1;
}

/* ---- which count ---- */

/* Those whose files are there; of a publication whose files are all gone, those with documents. */
static GPtrArray *candidates(const GPtrArray *claims)
{
	GPtrArray *there = g_ptr_array_new();

	for (guint i = 0; i < claims->len; i++)
		if ((claims->len == 1 && claim_at(claims, i)->entry->version) || is_there(claim_at(claims, i)))
			g_ptr_array_add(there, claim_at(claims, i));
	for (guint i = 0; !there->len && i < claims->len; i++)
		if (claim_at(claims, i)->entry->version)
			g_ptr_array_add(there, claim_at(claims, i));
	return there;
}

/* The newest alone, where they could not be read together. */
static void leave_newest(GPtrArray *claims)
{
	gboolean apart = FALSE;

	for (guint i = 0; i < claims->len; i++)
		apart |= claim_at(claims, i)->apart;
	if (!apart)
		return;
	g_ptr_array_sort(claims, newest_first);
	g_ptr_array_set_size(claims, 1);
}

static GPtrArray *choose(const ys_ledger *ledger, const GPtrArray *claims)
{
	GPtrArray *chosen = candidates(claims);
	g_autoptr(GPtrArray) entries = g_ptr_array_new(), parts = NULL;

	leave_newest(chosen);
	for (guint i = 0; i < chosen->len; i++)
		g_ptr_array_add(entries, claim_at(chosen, i)->entry);
	parts = ys_composition_choose(entries);
	g_ptr_array_set_size(chosen, 0);
	for (guint i = 0; i < parts->len; i++)
		g_ptr_array_add(chosen, ys_ledger_find(ledger, ((ys_manifest_entry *)g_ptr_array_index(parts, i))->file));
	return chosen;
}

GPtrArray *ys_ledger_parts(const ys_ledger *ledger, const ys_claim *claim)
{
	return choose(ledger, g_hash_table_lookup(ledger->by_identity, ys_claim_publication(claim)));
}

gboolean ys_ledger_is_part(const ys_ledger *ledger, const char *file)
{
	const ys_claim *claim = ys_ledger_find(ledger, file);
	g_autoptr(GPtrArray) parts = claim ? ys_ledger_parts(ledger, claim) : NULL;

	return parts && parts->len > 1;
}

/* ---- files that do not say whose they are ---- */

static void host_in(ys_ledger *ledger, const GPtrArray *claims)
{
	g_autoptr(GPtrArray) entries = g_ptr_array_new();
	const ys_manifest_entry *whole;
	gboolean any = FALSE;

	for (guint i = 0; i < claims->len; i++)
		any |= claim_at(claims, i)->entry->nameless;
	for (guint i = 0; any && i < claims->len; i++)
		if (is_there(claim_at(claims, i)))
			g_ptr_array_add(entries, claim_at(claims, i)->entry);
	whole = ys_composition_only_whole(entries);
	for (guint i = 0; any && i < claims->len; i++) {
		ys_claim *claim = claim_at(claims, i);

		if (claim->entry->nameless)
			ys_claim_set_host(ledger, claim, whole && ys_composition_fits(claim->entry, whole, entries)
								 ? whole->identity : NULL);
	}
}

void ys_ledger_host(ys_ledger *ledger)
{
	g_autoptr(GHashTable) folders = g_steal_pointer(&ledger->touched_folders);
	GHashTableIter iter;
	gpointer folder;

	ledger->touched_folders = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_hash_table_iter_init(&iter, folders);
	while (g_hash_table_iter_next(&iter, &folder, NULL)) {
		const GPtrArray *claims = g_hash_table_lookup(ledger->by_folder, folder);

		if (claims)
			host_in(ledger, claims);
	}
	/* hosting moves no file */
	g_hash_table_remove_all(ledger->touched_folders);
}

/* ---- different bodies ---- */

/* A short name is part of the full one. */
static gboolean is_other_body(const ys_claim *a, const ys_claim *b)
{
	g_autofree char *left = a->entry->owner ? ys_name_key(a->entry->owner) : NULL;
	g_autofree char *right = b->entry->owner ? ys_name_key(b->entry->owner) : NULL;

	return left && right && !strstr(left, right) && !strstr(right, left);
}

static ys_claim *contender_in(const GPtrArray *claims, const ys_claim *claim)
{
	for (guint i = 0; i < claims->len; i++)
		if (is_other_body(claim, claim_at(claims, i)) && is_there(claim_at(claims, i)))
			return claim_at(claims, i);
	return NULL;
}

ys_claim *ys_ledger_contender(const ys_ledger *ledger, const ys_claim *claim)
{
	const GPtrArray *group = g_hash_table_lookup(ledger->by_identity, ys_claim_publication(claim));

	return group ? contender_in(group, claim) : NULL;
}

/* The newest of those that were indexed when the run began; NULL if none was. */
static ys_claim *incumbent_of(const ys_ledger *ledger, const GPtrArray *claims)
{
	g_autoptr(GPtrArray) known = g_ptr_array_new();

	for (guint i = 0; i < claims->len; i++)
		if (g_hash_table_contains(ledger->known_files, claim_at(claims, i)->entry->file))
			g_ptr_array_add(known, claim_at(claims, i));
	g_ptr_array_sort(known, newest_first);
	return known->len ? claim_at(known, 0) : NULL;
}

/* Whether the claims are those of different bodies; then who must go is noted. */
static gboolean is_contested(ys_ledger *ledger, const GPtrArray *claims)
{
	const ys_claim *incumbent = incumbent_of(ledger, claims);
	guint before = ledger->contested->len;

	for (guint i = 0; i < claims->len; i++) {
		ys_claim *claim = claim_at(claims, i);

		if (claim != incumbent &&
		    (incumbent && incumbent->entry->owner ? is_other_body(claim, incumbent) :
							    contender_in(claims, claim) != NULL))
			g_ptr_array_add(ledger->contested, claim);
	}
	return ledger->contested->len > before;
}

/* ---- decisions ---- */

static void set_part_of(ys_ledger *ledger, ys_claim *claim, const ys_claim *lead)
{
	const char *file = lead ? lead->entry->file : NULL;

	if (!g_strcmp0(claim->entry->part_of, file))
		return;
	g_free(claim->entry->part_of);
	claim->entry->part_of = g_strdup(file);
	claim->entry->line = NULL;
	ledger->changed |= !claim->fresh;
}

static void lose(ys_ledger *ledger, ys_claim *claim)
{
	claim->beaten = claim->beaten || ((claim->entry->version || claim->entry->part_of) && !claim->batch);
	ys_claim_give_up(ledger, claim);
	set_part_of(ledger, claim, NULL);
	if (!is_there(claim))
		ys_ledger_remove(ledger, claim);
}

/* Where a part cannot be read now, the claim whose documents, of before this run, are to stay; NULL: they can be made. */
static ys_claim *documents_that_stay(const GPtrArray *chosen)
{
	ys_claim *holder = NULL;
	gboolean failed = FALSE;

	for (guint i = 0; i < chosen->len; i++) {
		ys_claim *claim = claim_at(chosen, i);

		failed |= claim->failed;
		if (claim->entry->version && !claim->batch && (!holder || claim->failed))
			holder = claim;
	}
	return failed ? holder : NULL;
}

static char *composition_of(const GPtrArray *chosen)
{
	g_autoptr(GPtrArray) entries = g_ptr_array_new();

	for (guint i = 0; i < chosen->len; i++)
		g_ptr_array_add(entries, claim_at(chosen, i)->entry);
	return ys_composition_digest(entries);
}

static void win(ys_ledger *ledger, const GPtrArray *chosen, GPtrArray *wanted)
{
	g_autofree char *composition = composition_of(chosen);
	ys_claim *stays = documents_that_stay(chosen), *lead = stays ? stays : claim_at(chosen, 0);
	gboolean same = !g_strcmp0(lead->entry->composition, composition);

	for (guint i = 0; i < chosen->len; i++) {
		ys_claim *claim = claim_at(chosen, i);

		claim->waits = stays && !same && claim->put;
		if (claim != lead)
			ys_claim_give_up(ledger, claim);
		set_part_of(ledger, claim, claim == lead ? NULL : lead);
	}
	if (!same && !stays)
		ys_claim_give_up(ledger, lead);
	if (!lead->entry->version)
		g_ptr_array_add(wanted, lead);
}

static void decide_one(ys_ledger *ledger, const char *identity, GPtrArray *wanted)
{
	GPtrArray *group = g_hash_table_lookup(ledger->by_identity, identity);
	g_autoptr(GPtrArray) claims = group ? g_ptr_array_copy(group, NULL, NULL) : g_ptr_array_new(), chosen = NULL;

	if (is_contested(ledger, claims))
		return;
	chosen = choose(ledger, claims);
	if (chosen->len)
		win(ledger, chosen, wanted);
	for (guint i = 0; i < claims->len; i++)
		if (!g_ptr_array_find(chosen, claim_at(claims, i), NULL))
			lose(ledger, claim_at(claims, i));
}

static int by_path(gconstpointer a, gconstpointer b)
{
	const ys_manifest_entry *left = (*(ys_claim *const *)a)->entry, *right = (*(ys_claim *const *)b)->entry;
	int order = strcmp(left->path, right->path);

	return order ? order : strcmp(left->file, right->file);
}

void ys_ledger_decide(ys_ledger *ledger, GPtrArray *wanted)
{
	g_autoptr(GHashTable) touched = NULL;
	GHashTableIter iter;
	gpointer identity;

	ys_ledger_host(ledger);
	touched = g_steal_pointer(&ledger->touched);
	ledger->touched = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_ptr_array_set_size(ledger->contested, 0);
	g_hash_table_iter_init(&iter, touched);
	while (g_hash_table_iter_next(&iter, &identity, NULL))
		decide_one(ledger, identity, wanted);
	g_ptr_array_sort(ledger->contested, by_path);
	g_ptr_array_sort(wanted, by_path);
	/* removing files that are gone touched groups that are decided */
	g_hash_table_remove_all(ledger->touched);
}

ys_claim *ys_ledger_holder(const ys_ledger *ledger, const char *identity)
{
	GPtrArray *group = g_hash_table_lookup(ledger->by_identity, identity);

	for (guint i = 0; group && i < group->len; i++)
		if (claim_at(group, i)->entry->version)
			return claim_at(group, i);
	return NULL;
}

gboolean ys_ledger_would_lose(const ys_ledger *ledger, const char *file, const char *identity, gint64 mtime)
{
	const ys_claim *holder = ys_ledger_holder(ledger, identity);

	return holder && strcmp(holder->entry->file, file) &&
	       ys_ledger_is_newer(holder->entry->mtime, holder->entry->file, mtime, file) &&
	       is_there(holder);
}
