/* Decides what becomes of each old segment (merge_policy.h), has the pool copy what is to be left
 * behind, merges copies and batches into one new segment, and writes the manifest last.  Kept segments
 * come over as hard links, and the versions in them that no longer count are listed as hidden.  The
 * store then publishes all of it at once. */
#include "index/write/generation.h"

#include <string.h>

#include "index/store/disk.h"
#include "index/store/segment.h"
#include "index/write/merge_policy.h"

/* Records that one process copies at a time. */
#define COPY_RECORDS 4000

typedef struct {
	ys_store *store;
	const char *dir;
	ys_ledger *ledger;
	GPtrArray *batches;
	const ys_pool_options *pool;
	GPtrArray *claims;      /* all that have documents, by path */
	GArray *states;         /* of ys_segment_state, one for each of the ledger's segments */
	GPtrArray *members;     /* of ys_manifest_entry: what the new segment will hold */
	guint64 records;        /* it will hold, with hidden ones */
	ys_segment_info *made;  /* the new segment; NULL none */
	ys_manifest *manifest;
} generation;

static void generation_clear(generation *g)
{
	g_clear_pointer(&g->claims, g_ptr_array_unref);
	g_clear_pointer(&g->states, g_array_unref);
	g_clear_pointer(&g->members, g_ptr_array_unref);
	g_clear_pointer(&g->made, ys_segment_info_free);
	g_clear_pointer(&g->manifest, ys_manifest_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(generation, generation_clear)

static ys_segment_info *segment_at(const generation *g, guint i)
{
	return g_ptr_array_index(g->ledger->segments, i);
}

static ys_segment_state *state_at(const generation *g, guint i)
{
	return &g_array_index(g->states, ys_segment_state, i);
}

/* The state of the segment a claim has its documents in; NULL if they are in a batch. */
static ys_segment_state *state_of(const generation *g, const ys_claim *claim)
{
	for (guint i = 0; i < g->states->len && !claim->batch; i++)
		if (!strcmp(segment_at(g, i)->name, claim->entry->segment))
			return state_at(g, i);
	return NULL;
}

static void list_claims(generation *g)
{
	g_autoptr(GPtrArray) all = ys_ledger_claims(g->ledger);

	g->claims = g_ptr_array_new();
	for (guint i = 0; i < all->len; i++)
		if (((ys_claim *)g_ptr_array_index(all, i))->entry->version)
			g_ptr_array_add(g->claims, g_ptr_array_index(all, i));
}

/* A rebuild takes only what is valid from the segments before, and leaves them behind. */
static void leave_all(GArray *states)
{
	for (guint i = 0; i < states->len; i++) {
		ys_segment_state *state = &g_array_index(states, ys_segment_state, i);

		state->fate = state->live ? YS_SEGMENT_REWRITE : YS_SEGMENT_DROP;
	}
}

/* What becomes of each old segment. */
static void decide_fates(generation *g)
{
	guint64 adding = 0;

	g->states = g_array_new(FALSE, TRUE, sizeof(ys_segment_state));
	for (guint i = 0; i < g->ledger->segments->len; i++) {
		const ys_segment_info *info = segment_at(g, i);
		ys_segment_state state = { .records = info->records, .hidden = info->hidden->len };

		g_array_append_val(g->states, state);
	}
	for (guint i = 0; i < g->claims->len; i++) {
		const ys_claim *claim = g_ptr_array_index(g->claims, i);
		ys_segment_state *state = state_of(g, claim);

		*(state ? &state->live : &adding) += ys_manifest_entry_records(claim->entry);
	}
	if (g->ledger->afresh)
		leave_all(g->states);
	else
		ys_merge_decide(g->states, adding);
}

/* ---- copies ---- */

/* Copy the publications of claims (by path) for which is_wanted() from source. */
static void copy_claims(generation *g, const char *source, gboolean (*is_wanted)(const ys_claim *, const void *),
			const void *data)
{
	ys_batch *batch = NULL;
	guint64 records = 0;

	for (guint i = 0; i < g->claims->len; i++) {
		const ys_claim *claim = g_ptr_array_index(g->claims, i);
		guint64 more = ys_manifest_entry_records(claim->entry);

		if (!is_wanted(claim, data))
			continue;
		if (!batch || records + more > COPY_RECORDS) {
			g_autofree char *scratch = g_strdup_printf("%s/scratch-%04u", g->dir, g->batches->len + 1);

			batch = ys_batch_new(scratch);
			batch->source = g_strdup(source);
			g_ptr_array_add(g->batches, batch);
			records = 0;
		}
		g_ptr_array_add(batch->entries, claim->entry);
		records += more;
	}
}

static gboolean is_in_batch(const ys_claim *claim, const void *batch)
{
	return claim->batch == batch;
}

static gboolean is_in_segment(const ys_claim *claim, const void *segment)
{
	return !claim->batch && !strcmp(claim->entry->segment, segment);
}

/* What is to be left behind cannot be deleted where it is: all else is copied. */
static gboolean make_copies(generation *g, GError **error)
{
	guint n_read = g->batches->len;
	g_autoptr(GPtrArray) copies = g_ptr_array_new();

	for (guint i = 0; i < n_read; i++) {
		const ys_batch *batch = g_ptr_array_index(g->batches, i);

		if (batch->spoilt)
			copy_claims(g, batch->scratch, is_in_batch, batch);
	}
	for (guint i = 0; i < g->states->len; i++) {
		g_autofree char *source = NULL;

		if (state_at(g, i)->fate != YS_SEGMENT_REWRITE)
			continue;
		source = g_build_filename(ys_store_live(g->store), segment_at(g, i)->name, NULL);
		copy_claims(g, source, is_in_segment, segment_at(g, i)->name);
	}
	for (guint i = n_read; i < g->batches->len; i++)
		g_ptr_array_add(copies, g_ptr_array_index(g->batches, i));
	return ys_pool_run(copies, g->pool, error);
}

/* ---- the new segment ---- */

/* Databases that the new segment is merged from. */
static GPtrArray *list_sources(const generation *g)
{
	GPtrArray *sources = g_ptr_array_new_with_free_func(g_free);

	for (guint i = 0; i < g->states->len; i++)
		if (state_at(g, i)->fate == YS_SEGMENT_JOIN)
			g_ptr_array_add(sources, g_build_filename(ys_store_live(g->store), segment_at(g, i)->name,
								  NULL));
	for (guint i = 0; i < g->batches->len; i++) {
		const ys_batch *batch = g_ptr_array_index(g->batches, i);

		if (batch->records && !batch->spoilt)
			g_ptr_array_add(sources, g_strdup(batch->scratch));
	}
	return sources;
}

/* What it will hold, as far as it is valid. */
static void list_members(generation *g)
{
	g->members = g_ptr_array_new();
	for (guint i = 0; i < g->claims->len; i++) {
		const ys_claim *claim = g_ptr_array_index(g->claims, i);
		const ys_segment_state *state = state_of(g, claim);

		if (state && state->fate == YS_SEGMENT_KEEP)
			continue;
		g_ptr_array_add(g->members, claim->entry);
		g->records += ys_manifest_entry_records(claim->entry);
	}
	for (guint i = 0; i < g->states->len; i++)
		if (state_at(g, i)->fate == YS_SEGMENT_JOIN)
			g->records += state_at(g, i)->records - state_at(g, i)->live;
}

static void take_over_hidden(generation *g)
{
	for (guint i = 0; i < g->states->len; i++) {
		GPtrArray *hidden = segment_at(g, i)->hidden;

		for (guint k = 0; state_at(g, i)->fate == YS_SEGMENT_JOIN && k < hidden->len; k++)
			g_ptr_array_add(g->made->hidden, g_strdup(g_ptr_array_index(hidden, k)));
	}
}

static gboolean make_segment(generation *g, GError **error)
{
	g_autoptr(GPtrArray) sources = list_sources(g);
	g_autofree char *path = NULL;
	const char *name;

	list_members(g);
	if (!sources->len)
		return TRUE;
	path = ys_store_new_segment(g->store, &name);
	if (!ys_segment_merge(sources, path, error))
		return FALSE;
	g->made = ys_segment_describe(path, name, error);
	if (!g->made || !ys_segment_try(path, g->members, g->records, error))
		return FALSE;
	take_over_hidden(g);
	return TRUE;
}

static gboolean remove_scratch(generation *g, GError **error)
{
	for (guint i = 0; i < g->batches->len; i++)
		if (!ys_disk_remove(((ys_batch *)g_ptr_array_index(g->batches, i))->scratch, error))
			return FALSE;
	return TRUE;
}

/* ---- the generation ---- */

/* Moves everything from the ledger into the manifest. */
static gboolean fill_manifest(generation *g, GError **error)
{
	g_autoptr(GPtrArray) all = ys_ledger_claims(g->ledger);
	GHashTableIter iter;
	gpointer passed;

	g->manifest = ys_manifest_new();
	g->manifest->generation = ys_store_number(g->store);
	for (guint i = 0; i < g->states->len; i++) {
		ys_segment_info *info = segment_at(g, i);

		if (state_at(g, i)->fate != YS_SEGMENT_KEEP)
			continue;
		if (!ys_store_keep_segment(g->store, info->name, error))
			return FALSE;
		g_ptr_array_add(g->manifest->segments, info);
		g->ledger->segments->pdata[i] = NULL;
	}
	for (guint i = 0; g->made && i < g->members->len; i++) {
		ys_manifest_entry *entry = g_ptr_array_index(g->members, i);

		entry->line = NULL;
		g_free(entry->segment);
		entry->segment = g_strdup(g->made->name);
	}
	if (g->made)
		g_ptr_array_add(g->manifest->segments, g_steal_pointer(&g->made));
	for (guint i = 0; i < all->len; i++) {
		ys_claim *claim = g_ptr_array_index(all, i);

		g_ptr_array_add(claim->entry->version ? g->manifest->entries : g->manifest->superseded, claim->entry);
	}
	g_hash_table_iter_init(&iter, g->ledger->passed_over);
	while (g_hash_table_iter_next(&iter, NULL, &passed))
		g_ptr_array_add(g->manifest->passed_over, passed);
	/* the ledger goes on owning them */
	g_ptr_array_set_free_func(g->manifest->passed_over, NULL);
	g_ptr_array_set_free_func(g->manifest->entries, NULL);
	g_ptr_array_set_free_func(g->manifest->superseded, NULL);
	return TRUE;
}

static gboolean write_and_publish(generation *g, GError **error)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	g_autofree char *text = ys_manifest_to_text(g->manifest);

	for (guint i = 0; i < g->manifest->segments->len; i++)
		g_ptr_array_add(names, ((ys_segment_info *)g_ptr_array_index(g->manifest->segments, i))->name);
	g_ptr_array_add(names, NULL);
	return ys_store_write(g->store, YS_MANIFEST_FILE, text, strlen(text), error) &&
	       ys_store_publish(g->store, (const char *const *)names->pdata, error);
}

gboolean ys_generation_publish(ys_store *store, const char *dir, ys_ledger *ledger, GPtrArray *batches,
			       const ys_pool_options *pool, GError **error)
{
	g_auto(generation) g = { .store = store, .dir = dir, .ledger = ledger, .batches = batches, .pool = pool };

	list_claims(&g);
	decide_fates(&g);
	return make_copies(&g, error) && make_segment(&g, error) && remove_scratch(&g, error) &&
	       fill_manifest(&g, error) && write_and_publish(&g, error);
}
