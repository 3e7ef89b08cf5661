/* One set of claims in three hashes: by file, by identity, by content.  Whatever changes a claim
 * touches its identity, and deciding looks at touched identities only: of the claims of each the
 * greatest is taken, which makes the outcome independent of the order of events.  Who loses documents
 * in a segment has them hidden; who loses them in a batch of this run spoils the batch, which is then
 * copied without them. */
#include "index/write/ledger.h"

#include <string.h>

#include "src/original/readers.h"
#include "src/text/key.h"

static void claim_free(ys_claim *claim)
{
	ys_manifest_entry_free(claim->entry);
	g_free(claim);
}

static GHashTable *lists_new(void)
{
	return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
}

static GHashTable *set_new(void)
{
	return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

static void list_add(GHashTable *lists, const char *key, ys_claim *claim)
{
	GPtrArray *list = g_hash_table_lookup(lists, key);

	if (!list) {
		list = g_ptr_array_new();
		g_hash_table_insert(lists, g_strdup(key), list);
	}
	g_ptr_array_add(list, claim);
}

static void list_remove(GHashTable *lists, const char *key, ys_claim *claim)
{
	GPtrArray *list = g_hash_table_lookup(lists, key);

	g_ptr_array_remove_fast(list, claim);
	if (!list->len)
		g_hash_table_remove(lists, key);
}

static void touch(ys_ledger *ledger, const char *identity)
{
	g_hash_table_add(ledger->touched, g_strdup(identity));
}

static ys_claim *add(ys_ledger *ledger, ys_manifest_entry *entry)
{
	ys_claim *claim = g_new0(ys_claim, 1);

	claim->entry = entry;
	g_hash_table_insert(ledger->by_file, entry->file, claim);
	list_add(ledger->by_identity, entry->identity, claim);
	list_add(ledger->by_content, entry->sha256, claim);
	ledger->n_live += entry->version != NULL;
	return claim;
}

static void take_entries(ys_ledger *ledger, GPtrArray *entries)
{
	for (guint i = 0; i < entries->len; i++) {
		ys_manifest_entry *entry = g_steal_pointer(&entries->pdata[i]);

		if (entry->version) {
			g_hash_table_add(ledger->known_files, g_strdup(entry->file));
			g_hash_table_add(ledger->known_identities, g_strdup(entry->identity));
		}
		add(ledger, entry);
	}
	g_ptr_array_set_size(entries, 0);
}

ys_ledger *ys_ledger_new(ys_manifest *manifest)
{
	ys_ledger *ledger = g_new0(ys_ledger, 1);

	ledger->by_file = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)claim_free);
	ledger->by_identity = lists_new();
	ledger->by_content = lists_new();
	ledger->passed_over = g_hash_table_new_full(g_str_hash, g_str_equal, NULL,
						    (GDestroyNotify)ys_manifest_entry_free);
	ledger->touched = set_new();
	ledger->contested = g_ptr_array_new();
	ledger->known_files = set_new();
	ledger->known_identities = set_new();
	ledger->segments = manifest->segments;
	ledger->text = manifest->text ? g_mapped_file_ref(manifest->text) : NULL;
	manifest->segments = g_ptr_array_new_with_free_func((GDestroyNotify)ys_segment_info_free);
	g_ptr_array_set_size(manifest->hidden, 0);
	take_entries(ledger, manifest->entries);
	take_entries(ledger, manifest->superseded);
	for (guint i = 0; i < manifest->passed_over->len; i++) {
		ys_manifest_entry *entry = g_steal_pointer(&manifest->passed_over->pdata[i]);

		g_hash_table_replace(ledger->passed_over, entry->file, entry);
	}
	g_ptr_array_set_size(manifest->passed_over, 0);
	return ledger;
}

void ys_ledger_free(ys_ledger *ledger)
{
	if (!ledger)
		return;
	g_hash_table_unref(ledger->by_identity);
	g_hash_table_unref(ledger->by_content);
	g_hash_table_unref(ledger->by_file);
	g_hash_table_unref(ledger->passed_over);
	g_hash_table_unref(ledger->touched);
	g_ptr_array_unref(ledger->contested);
	g_hash_table_unref(ledger->known_files);
	g_hash_table_unref(ledger->known_identities);
	g_ptr_array_unref(ledger->segments);
	g_clear_pointer(&ledger->text, g_mapped_file_unref);
	g_free(ledger);
}

ys_claim *ys_ledger_find(const ys_ledger *ledger, const char *file)
{
	return g_hash_table_lookup(ledger->by_file, file);
}

/* ---- changes ---- */

void ys_ledger_pass_over(ys_ledger *ledger, const ys_job *job, const char *why)
{
	ys_manifest_entry *entry = ys_manifest_entry_new();

	entry->path = g_strdup(job->path);
	entry->file = g_strdup(job->file);
	entry->given = ys_given_digest(job->given);
	entry->size = job->stamp.size;
	entry->mtime = job->stamp.mtime;
	entry->unsettled = job->stamp.unsettled;
	entry->passed_over = g_strdup(why);
	entry->readers = YS_READERS_VERSION;
	g_hash_table_replace(ledger->passed_over, entry->file, entry);
}

const ys_manifest_entry *ys_ledger_passed_over(const ys_ledger *ledger, const char *file)
{
	return g_hash_table_lookup(ledger->passed_over, file);
}

static void hide(ys_ledger *ledger, const ys_manifest_entry *entry)
{
	for (guint i = 0; i < ledger->segments->len; i++) {
		ys_segment_info *info = g_ptr_array_index(ledger->segments, i);

		if (!strcmp(info->name, entry->segment))
			g_ptr_array_add(info->hidden, g_strdup(entry->version));
	}
}

/* Its documents no longer count: those in a segment are hidden from now on, a batch is made
 * again without them. */
static void give_up_documents(ys_ledger *ledger, ys_claim *claim)
{
	ys_manifest_entry *entry = claim->entry;

	if (!entry->version)
		return;
	if (claim->batch)
		claim->batch->spoilt = TRUE;
	else
		hide(ledger, entry);
	claim->batch = NULL;
	entry->line = NULL;
	g_clear_pointer(&entry->version, g_free);
	g_clear_pointer(&entry->segment, g_free);
	ledger->n_live--;
	ledger->changed = TRUE;
}

void ys_ledger_remove(ys_ledger *ledger, ys_claim *claim)
{
	ys_manifest_entry *entry = claim->entry;

	give_up_documents(ledger, claim);
	touch(ledger, entry->identity);
	list_remove(ledger->by_identity, entry->identity, claim);
	list_remove(ledger->by_content, entry->sha256, claim);
	g_hash_table_remove(ledger->by_file, entry->file);
	ledger->changed = TRUE;
}

ys_claim *ys_ledger_put(ys_ledger *ledger, ys_manifest_entry *entry, ys_batch *batch)
{
	ys_claim *before = ys_ledger_find(ledger, entry->file), *claim;
	gboolean beaten = before && before->beaten;

	if (before)
		ys_ledger_remove(ledger, before);
	g_hash_table_remove(ledger->passed_over, entry->file);
	claim = add(ledger, entry);
	claim->batch = batch;
	claim->seen = TRUE;
	claim->beaten = beaten;
	touch(ledger, entry->identity);
	ledger->changed = TRUE;
	return claim;
}

void ys_ledger_take_segments(ys_ledger *ledger, ys_manifest *manifest)
{
	g_ptr_array_extend_and_steal(ledger->segments, manifest->segments);
	manifest->segments = g_ptr_array_new_with_free_func((GDestroyNotify)ys_segment_info_free);
	g_ptr_array_set_size(manifest->hidden, 0);
}

void ys_ledger_keep(ys_ledger *ledger, ys_manifest_entry *entry)
{
	/* that manifest may be gone before this one is written */
	entry->line = NULL;
	add(ledger, entry);
	touch(ledger, entry->identity);
	ledger->changed = TRUE;
}

void ys_ledger_refresh(ys_ledger *ledger, ys_claim *claim, const ys_stamp *stamp)
{
	claim->seen = TRUE;
	/* another age may make another file the newest */
	if (claim->entry->mtime != stamp->mtime)
		touch(ledger, claim->entry->identity);
	claim->entry->line = NULL;
	claim->entry->size = stamp->size;
	claim->entry->mtime = stamp->mtime;
	claim->entry->unsettled = stamp->unsettled;
}

static gboolean is_below_any(const char *file, char *const *roots)
{
	for (; *roots; roots++)
		if (ys_file_is_below(file, *roots))
			return TRUE;
	return FALSE;
}

static gboolean is_gone(gpointer file, gpointer entry, gpointer roots)
{
	(void)entry;
	return is_below_any(file, roots) && !ys_file_exists(file);
}

guint ys_ledger_prune(ys_ledger *ledger, char *const *roots)
{
	g_autoptr(GPtrArray) claims = ys_ledger_claims(ledger);
	guint removed = 0;

	g_hash_table_foreach_remove(ledger->passed_over, is_gone, (gpointer)roots);
	for (guint i = 0; i < claims->len; i++) {
		ys_claim *claim = g_ptr_array_index(claims, i);

		if (!is_below_any(claim->entry->file, roots) || claim->seen || ys_file_exists(claim->entry->file))
			continue;
		removed += claim->entry->version != NULL;
		ys_ledger_remove(ledger, claim);
	}
	return removed;
}

gboolean ys_ledger_has_below(const ys_ledger *ledger, const char *root)
{
	GHashTableIter iter;
	gpointer file;

	g_hash_table_iter_init(&iter, ledger->by_file);
	while (g_hash_table_iter_next(&iter, &file, NULL))
		if (ys_file_is_below(file, root))
			return TRUE;
	return FALSE;
}

ys_claim *ys_ledger_moved_from(const ys_ledger *ledger, const ys_claim *claim)
{
	GPtrArray *same = g_hash_table_lookup(ledger->by_content, claim->entry->sha256);

	for (guint i = 0; same && i < same->len; i++) {
		ys_claim *other = g_ptr_array_index(same, i);

		if (other != claim && !other->seen && !ys_file_exists(other->entry->file))
			return other;
	}
	return NULL;
}

/* ---- decisions ---- */

gboolean ys_ledger_is_newer(gint64 mtime, const char *file, gint64 than_mtime, const char *than_file)
{
	return mtime != than_mtime ? mtime > than_mtime : strcmp(file, than_file) > 0;
}

/* A file that is there beats one that is not; what is indexed of one that is gone still
 * beats nothing. */
static gboolean beats(const ys_claim *a, gboolean a_there, const ys_claim *b, gboolean b_there)
{
	if (a_there != b_there)
		return a_there;
	return ys_ledger_is_newer(a->entry->mtime, a->entry->file, b->entry->mtime, b->entry->file);
}

static ys_claim *best_of(const GPtrArray *claims)
{
	ys_claim *best = NULL;
	gboolean best_there = FALSE;

	for (guint i = 0; i < claims->len; i++) {
		ys_claim *claim = g_ptr_array_index(claims, i);
		gboolean alone = claims->len == 1 && claim->entry->version;
		gboolean there = alone || claim->seen || ys_file_exists(claim->entry->file);

		if (!there && !claim->entry->version)
			continue;
		if (!best || beats(claim, there, best, best_there)) {
			best = claim;
			best_there = there;
		}
	}
	return best;
}

/* A short name is part of the full one. */
static gboolean is_other_body(const ys_claim *a, const ys_claim *b)
{
	g_autofree char *left = a->entry->owner ? ys_name_key(a->entry->owner) : NULL;
	g_autofree char *right = b->entry->owner ? ys_name_key(b->entry->owner) : NULL;

	return left && right && !strstr(left, right) && !strstr(right, left);
}

static ys_claim *contender_in(const GPtrArray *claims, const ys_claim *claim)
{
	for (guint i = 0; i < claims->len; i++) {
		ys_claim *other = g_ptr_array_index(claims, i);

		if (is_other_body(claim, other) && (other->seen || ys_file_exists(other->entry->file)))
			return other;
	}
	return NULL;
}

ys_claim *ys_ledger_contender(const ys_ledger *ledger, const ys_claim *claim)
{
	const GPtrArray *group = g_hash_table_lookup(ledger->by_identity, claim->entry->identity);

	return group ? contender_in(group, claim) : NULL;
}

/* The newest of those that were indexed when the run began; NULL if none was. */
static ys_claim *incumbent_of(const ys_ledger *ledger, const GPtrArray *claims)
{
	ys_claim *incumbent = NULL;

	for (guint i = 0; i < claims->len; i++) {
		ys_claim *claim = g_ptr_array_index(claims, i);

		if (g_hash_table_contains(ledger->known_files, claim->entry->file) &&
		    (!incumbent || beats(claim, TRUE, incumbent, TRUE)))
			incumbent = claim;
	}
	return incumbent;
}

/* Whether the claims are those of different bodies; then who must go is noted. */
static gboolean is_contested(ys_ledger *ledger, const GPtrArray *claims)
{
	const ys_claim *incumbent = incumbent_of(ledger, claims);
	guint before = ledger->contested->len;

	for (guint i = 0; i < claims->len; i++) {
		ys_claim *claim = g_ptr_array_index(claims, i);

		if (claim != incumbent &&
		    (incumbent && incumbent->entry->owner ? is_other_body(claim, incumbent) :
							    contender_in(claims, claim) != NULL))
			g_ptr_array_add(ledger->contested, claim);
	}
	return ledger->contested->len > before;
}

static void decide_one(ys_ledger *ledger, const char *identity, GPtrArray *wanted)
{
	GPtrArray *group = g_hash_table_lookup(ledger->by_identity, identity);
	g_autoptr(GPtrArray) claims = group ? g_ptr_array_copy(group, NULL, NULL) : g_ptr_array_new();
	ys_claim *best;

	if (is_contested(ledger, claims))
		return;
	best = best_of(claims);
	for (guint i = 0; i < claims->len; i++) {
		ys_claim *claim = g_ptr_array_index(claims, i);

		if (claim == best)
			continue;
		claim->beaten = claim->beaten || (claim->entry->version && !claim->batch);
		give_up_documents(ledger, claim);
		if (!claim->seen && !ys_file_exists(claim->entry->file))
			ys_ledger_remove(ledger, claim);
	}
	if (best && !best->entry->version)
		g_ptr_array_add(wanted, best);
}

static int by_path(gconstpointer a, gconstpointer b)
{
	const ys_manifest_entry *left = (*(ys_claim *const *)a)->entry, *right = (*(ys_claim *const *)b)->entry;
	int order = strcmp(left->path, right->path);

	return order ? order : strcmp(left->file, right->file);
}

void ys_ledger_decide(ys_ledger *ledger, GPtrArray *wanted)
{
	g_autoptr(GHashTable) touched = g_steal_pointer(&ledger->touched);
	GHashTableIter iter;
	gpointer identity;

	ledger->touched = set_new();
	g_ptr_array_set_size(ledger->contested, 0);
	g_hash_table_iter_init(&iter, touched);
	while (g_hash_table_iter_next(&iter, &identity, NULL))
		decide_one(ledger, identity, wanted);
	g_ptr_array_sort(ledger->contested, by_path);
	/* removing files that are gone touched groups that are decided */
	g_hash_table_remove_all(ledger->touched);
}

ys_claim *ys_ledger_holder(const ys_ledger *ledger, const char *identity)
{
	GPtrArray *group = g_hash_table_lookup(ledger->by_identity, identity);

	for (guint i = 0; group && i < group->len; i++) {
		ys_claim *claim = g_ptr_array_index(group, i);

		if (claim->entry->version)
			return claim;
	}
	return NULL;
}

gboolean ys_ledger_would_lose(const ys_ledger *ledger, const char *file, const char *identity, gint64 mtime)
{
	const ys_claim *holder = ys_ledger_holder(ledger, identity);

	return holder && strcmp(holder->entry->file, file) &&
	       ys_ledger_is_newer(holder->entry->mtime, holder->entry->file, mtime, file) &&
	       (holder->seen || ys_file_exists(holder->entry->file));
}

GPtrArray *ys_ledger_claims(const ys_ledger *ledger)
{
	GPtrArray *claims = g_ptr_array_sized_new(g_hash_table_size(ledger->by_file));
	GHashTableIter iter;
	gpointer claim;

	g_hash_table_iter_init(&iter, ledger->by_file);
	while (g_hash_table_iter_next(&iter, NULL, &claim))
		g_ptr_array_add(claims, claim);
	g_ptr_array_sort(claims, by_path);
	return claims;
}
