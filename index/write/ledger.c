/* One set of claims in four hashes: by file, by publication, by directory, by content.  Whatever changes a claim
 * touches its publication and its directory, and deciding (decide.c) looks at touched ones only.  Who loses documents
 * in a segment has them hidden; who loses them in a batch of this run spoils the batch, which is then
 * copied without them. */
#include "index/write/ledger.h"

#include <string.h>

#include "src/original/readers.h"

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

const char *ys_claim_publication(const ys_claim *claim)
{
	return claim->entry->host ? claim->entry->host : claim->entry->identity;
}

static void touch(ys_ledger *ledger, const ys_claim *claim)
{
	g_hash_table_add(ledger->touched, g_strdup(ys_claim_publication(claim)));
	g_hash_table_add(ledger->touched_folders, g_path_get_dirname(claim->entry->file));
}

static void list_claim(ys_ledger *ledger, ys_claim *claim)
{
	g_autofree char *folder = g_path_get_dirname(claim->entry->file);

	list_add(ledger->by_identity, ys_claim_publication(claim), claim);
	list_add(ledger->by_folder, folder, claim);
	list_add(ledger->by_content, claim->entry->sha256, claim);
}

static void unlist_claim(ys_ledger *ledger, ys_claim *claim)
{
	g_autofree char *folder = g_path_get_dirname(claim->entry->file);

	list_remove(ledger->by_identity, ys_claim_publication(claim), claim);
	list_remove(ledger->by_folder, folder, claim);
	list_remove(ledger->by_content, claim->entry->sha256, claim);
}

void ys_claim_set_host(ys_ledger *ledger, ys_claim *claim, const char *host)
{
	if (!g_strcmp0(claim->entry->host, host))
		return;
	touch(ledger, claim);
	list_remove(ledger->by_identity, ys_claim_publication(claim), claim);
	g_free(claim->entry->host);
	claim->entry->host = g_strdup(host);
	claim->entry->line = NULL;
	list_add(ledger->by_identity, ys_claim_publication(claim), claim);
	touch(ledger, claim);
	ledger->changed |= !claim->fresh;
}

static ys_claim *add(ys_ledger *ledger, ys_manifest_entry *entry)
{
	ys_claim *claim = g_new0(ys_claim, 1);

	claim->entry = entry;
	g_hash_table_insert(ledger->by_file, entry->file, claim);
	list_claim(ledger, claim);
	ledger->n_live += entry->version != NULL;
	return claim;
}

static void take_entries(ys_ledger *ledger, GPtrArray *entries)
{
	for (guint i = 0; i < entries->len; i++) {
		ys_manifest_entry *entry = g_steal_pointer(&entries->pdata[i]);

		if (entry->version || entry->part_of) {
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
	ledger->by_folder = lists_new();
	ledger->by_content = lists_new();
	ledger->passed_over = g_hash_table_new_full(g_str_hash, g_str_equal, NULL,
						    (GDestroyNotify)ys_manifest_entry_free);
	ledger->touched = set_new();
	ledger->touched_folders = set_new();
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
	g_hash_table_unref(ledger->by_folder);
	g_hash_table_unref(ledger->by_content);
	g_hash_table_unref(ledger->by_file);
	g_hash_table_unref(ledger->passed_over);
	g_hash_table_unref(ledger->touched);
	g_hash_table_unref(ledger->touched_folders);
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

static ys_manifest_entry *pass_over(ys_ledger *ledger, const ys_job *job, const char *why)
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
	return entry;
}

void ys_ledger_pass_over(ys_ledger *ledger, const ys_job *job, const char *why)
{
	pass_over(ledger, job, why);
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

void ys_claim_give_up(ys_ledger *ledger, ys_claim *claim)
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
	g_clear_pointer(&entry->composition, g_free);
	ledger->n_live--;
	ledger->changed |= !claim->fresh;
}

void ys_ledger_remove(ys_ledger *ledger, ys_claim *claim)
{
	ys_manifest_entry *entry = claim->entry;

	ys_claim_give_up(ledger, claim);
	touch(ledger, claim);
	unlist_claim(ledger, claim);
	ledger->changed |= !claim->fresh;
	g_hash_table_remove(ledger->by_file, entry->file);
}

/* ---- archives of several publications ---- */

static void keep_members(ys_manifest_entry *archive, const ys_manifest_entry *before)
{
	for (guint i = 0; before && i < before->members->len; i++)
		if (!ys_manifest_entry_has_member(archive, g_ptr_array_index(before->members, i)))
			g_ptr_array_add(archive->members, g_strdup(g_ptr_array_index(before->members, i)));
}

void ys_ledger_put_archive(ys_ledger *ledger, const ys_job *job)
{
	ys_manifest_entry *before = g_hash_table_lookup(ledger->passed_over, job->file), *entry;

	if (before)
		g_hash_table_steal(ledger->passed_over, job->file);
	entry = pass_over(ledger, job, "an archive of several publications");
	for (guint i = 0; i < job->members->len; i++)
		g_ptr_array_add(entry->members, g_strdup(g_ptr_array_index(job->members, i)));
	if (job->cut)
		keep_members(entry, before);
	entry->unsettled |= job->cut;
	ys_manifest_entry_free(before);
}

void ys_ledger_keep_archive(ys_ledger *ledger, ys_manifest_entry *archive)
{
	ys_manifest_entry *now = g_hash_table_lookup(ledger->passed_over, archive->file);

	archive->line = NULL;
	archive->unsettled = TRUE;
	if (!now) {
		g_hash_table_replace(ledger->passed_over, archive->file, archive);
		return;
	}
	keep_members(now, archive);
	ys_manifest_entry_free(archive);
}

void ys_ledger_forget_passed_over(ys_ledger *ledger, const char *file)
{
	g_hash_table_remove(ledger->passed_over, file);
}

void ys_ledger_read_again(ys_ledger *ledger, const ys_job *member)
{
	g_autofree char *file = g_strndup(member->file, strlen(member->file) - strlen(member->inside) - strlen("!/"));
	ys_manifest_entry *archive = g_hash_table_lookup(ledger->passed_over, file);

	if (!archive)
		return;
	archive->unsettled = TRUE;
	archive->line = NULL;
}

/* Documents are what stands in an entry from version on. */
static void move_documents(ys_manifest_entry *to, ys_manifest_entry *from)
{
	to->version = g_steal_pointer(&from->version);
	to->segment = g_steal_pointer(&from->segment);
	to->composition = g_steal_pointer(&from->composition);
	g_free(to->id);
	to->id = g_steal_pointer(&from->id);
	g_free(to->title);
	to->title = g_steal_pointer(&from->title);
	to->year = from->year;
	to->region = from->region;
	memcpy(to->records, from->records, sizeof to->records);
	to->warnings = from->warnings;
	g_ptr_array_unref(to->losses);
	to->losses = g_ptr_array_ref(from->losses);
	to->line = from->line = NULL;
}

/* Documents of all parts of a publication stay until it is decided what becomes of them: where another part cannot be read,
 * they cannot be made anew. */
static ys_manifest_entry *documents_to_keep(ys_ledger *ledger, ys_claim *before, const ys_manifest_entry *entry)
{
	ys_manifest_entry *kept;

	if (!before || !before->entry->composition || before->batch || strcmp(before->entry->identity, entry->identity))
		return NULL;
	kept = ys_manifest_entry_new();
	move_documents(kept, before->entry);
	ledger->n_live--;
	return kept;
}

static void take_documents(ys_ledger *ledger, ys_claim *claim, ys_manifest_entry *from, ys_batch *batch)
{
	ys_claim_give_up(ledger, claim);
	move_documents(claim->entry, from);
	claim->batch = batch;
	ledger->n_live++;
	ledger->changed = TRUE;
}

ys_claim *ys_ledger_put(ys_ledger *ledger, ys_manifest_entry *entry, ys_batch *batch)
{
	ys_claim *before = ys_ledger_find(ledger, entry->file), *claim;
	gboolean beaten = before && before->beaten, fresh = !before || before->fresh;
	g_autoptr(ys_manifest_entry) kept = documents_to_keep(ledger, before, entry);

	if (before)
		ys_ledger_remove(ledger, before);
	g_hash_table_remove(ledger->passed_over, entry->file);
	claim = add(ledger, entry);
	claim->batch = batch;
	claim->seen = TRUE;
	claim->beaten = beaten;
	claim->fresh = fresh;
	claim->put = TRUE;
	if (kept)
		take_documents(ledger, claim, kept, NULL);
	touch(ledger, claim);
	return claim;
}

void ys_ledger_put_documents(ys_ledger *ledger, ys_claim *claim, ys_manifest_entry *made, ys_batch *batch)
{
	take_documents(ledger, claim, made, batch);
}

void ys_ledger_part(ys_ledger *ledger, ys_claim *claim)
{
	const GPtrArray *group = g_hash_table_lookup(ledger->by_identity, ys_claim_publication(claim));

	for (guint i = 0; i < group->len; i++)
		((ys_claim *)g_ptr_array_index(group, i))->apart = TRUE;
	touch(ledger, claim);
}

gboolean ys_ledger_has_changed(const ys_ledger *ledger)
{
	GHashTableIter iter;
	gpointer claim;

	g_hash_table_iter_init(&iter, ledger->by_file);
	while (!ledger->changed && g_hash_table_iter_next(&iter, NULL, &claim))
		if (((ys_claim *)claim)->fresh)
			return TRUE;
	return ledger->changed;
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
	touch(ledger, add(ledger, entry));
	ledger->changed = TRUE;
}

void ys_ledger_refresh(ys_ledger *ledger, ys_claim *claim, const ys_stamp *stamp)
{
	claim->seen = TRUE;
	/* another age may make another file the newest */
	if (claim->entry->mtime != stamp->mtime)
		touch(ledger, claim);
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

		if (other != claim && !other->seen && (other->gone || !ys_file_exists(other->entry->file)))
			return other;
	}
	return NULL;
}

/* ---- all ---- */

static int by_path(gconstpointer a, gconstpointer b)
{
	const ys_manifest_entry *left = (*(ys_claim *const *)a)->entry, *right = (*(ys_claim *const *)b)->entry;
	int order = strcmp(left->path, right->path);

	return order ? order : strcmp(left->file, right->file);
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
