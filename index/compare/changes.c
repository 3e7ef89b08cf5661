/* A publication is the same while its version is; of one that is not, its records are held against each other.  Where
 * a record stands is no news: one line more above moves all that follow. */
#include "index/compare/changes.h"

#include <string.h>

#include "index/counted.h"
#include "index/store/store.h"

#define TYPES (1u << YS_PROJECT | 1u << YS_ITEM | 1u << YS_LINE | 1u << YS_SECTION)
/* So many records of a publication at most: more than any has. */
#define RECORDS_MAX 1000000

const char *ys_change_kind_name(ys_change_kind kind)
{
	static const char *const names[] = { "added", "corrected", "removed" };

	return names[kind];
}

static void record_change_free(ys_record_change *change)
{
	g_free(change->id);
	g_free(change->title);
	g_free(change);
}

static void publication_change_free(ys_publication_change *change)
{
	g_free(change->id);
	g_free(change->title);
	g_free(change->path);
	g_ptr_array_unref(change->changes);
	g_free(change);
}

void ys_changes_free(ys_changes *changes)
{
	if (!changes)
		return;
	g_ptr_array_unref(changes->publications);
	g_free(changes);
}

/* ---- records ---- */

static void add_record(GPtrArray *changes, ys_change_kind kind, const ys_record *before, const ys_record *now)
{
	const ys_record *record = now ? now : before;
	ys_record_change *change = g_new0(ys_record_change, 1);

	*change = (ys_record_change){ kind, record->type, g_strdup(record->id), g_strdup(record->title),
				      before ? before->amount : YS_AMOUNT_NONE, now ? now->amount : YS_AMOUNT_NONE };
	g_ptr_array_add(changes, change);
}

static gboolean is_same_value(GString *a, GString *b)
{
	const gboolean same = !a || !b ? a == b : g_string_equal(a, b);

	if (a)
		g_string_free(a, TRUE);
	if (b)
		g_string_free(b, TRUE);
	return same;
}

/* What is searched and what is added up. */
static gboolean is_same_record(const ys_record *a, const ys_record *b)
{
	g_autofree char *left = ys_record_folded(a), *right = ys_record_folded(b);

	return !strcmp(left, right) && is_same_value(ys_counted_pack(a), ys_counted_pack(b));
}

static GHashTable *by_id(const GPtrArray *records)
{
	GHashTable *ids = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < records->len; i++) {
		ys_record *record = g_ptr_array_index(records, i);

		g_hash_table_insert(ids, record->id, record);
	}
	return ids;
}

static void compare_records(GPtrArray *changes, const GPtrArray *before, const GPtrArray *now)
{
	g_autoptr(GHashTable) old = by_id(before), new = by_id(now);

	for (guint i = 0; i < now->len; i++) {
		const ys_record *record = g_ptr_array_index(now, i), *was = g_hash_table_lookup(old, record->id);

		if (!was)
			add_record(changes, YS_ADDED, NULL, record);
		else if (!is_same_record(was, record))
			add_record(changes, YS_CORRECTED, was, record);
	}
	for (guint i = 0; i < before->len; i++) {
		const ys_record *record = g_ptr_array_index(before, i);

		if (!g_hash_table_contains(new, record->id))
			add_record(changes, YS_REMOVED, record, NULL);
	}
}

/* ---- publications ---- */

static ys_publication_change *add_publication(ys_changes *changes, ys_change_kind kind, const ys_manifest_entry *entry)
{
	ys_publication_change *change = g_new0(ys_publication_change, 1);

	change->kind = kind;
	change->id = g_strdup(entry->id);
	change->title = g_strdup(entry->title);
	change->path = g_strdup(entry->path);
	memcpy(change->records, entry->records, sizeof change->records);
	change->changes = g_ptr_array_new_with_free_func((GDestroyNotify)record_change_free);
	g_ptr_array_add(changes->publications, change);
	return change;
}

static gboolean add_corrected(ys_changes *changes, ys_search *before, ys_search *now, const ys_manifest_entry *entry,
			      GError **error)
{
	g_autoptr(GPtrArray) old = ys_search_publication(before, entry->id, TYPES, RECORDS_MAX, error);
	g_autoptr(GPtrArray) new = old ? ys_search_publication(now, entry->id, TYPES, RECORDS_MAX, error) : NULL;

	if (new)
		compare_records(add_publication(changes, YS_CORRECTED, entry)->changes, old, new);
	return new != NULL;
}

static GHashTable *entries_by_id(const ys_manifest *manifest)
{
	GHashTable *ids = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < manifest->entries->len; i++) {
		ys_manifest_entry *entry = g_ptr_array_index(manifest->entries, i);

		g_hash_table_insert(ids, entry->id, entry);
	}
	return ids;
}

static gint by_path(gconstpointer a, gconstpointer b)
{
	const ys_publication_change *left = *(ys_publication_change *const *)a, *right = *(ys_publication_change *const *)b;
	const int order = strcmp(left->path, right->path);

	return order ? order : strcmp(left->id, right->id);
}

static gboolean compare(ys_changes *changes, ys_search *before, ys_search *now, GError **error)
{
	const ys_manifest *was = ys_search_files(before, TRUE, error), *is = was ? ys_search_files(now, TRUE, error) : NULL;
	g_autoptr(GHashTable) old = is ? entries_by_id(was) : NULL, new = is ? entries_by_id(is) : NULL;

	if (!is)
		return FALSE;
	for (guint i = 0; i < is->entries->len; i++) {
		const ys_manifest_entry *entry = g_ptr_array_index(is->entries, i);
		const ys_manifest_entry *earlier = g_hash_table_lookup(old, entry->id);

		if (!earlier)
			add_publication(changes, YS_ADDED, entry);
		else if (strcmp(earlier->version, entry->version) && !add_corrected(changes, before, now, entry, error))
			return FALSE;
	}
	for (guint i = 0; i < was->entries->len; i++) {
		const ys_manifest_entry *entry = g_ptr_array_index(was->entries, i);

		if (!g_hash_table_contains(new, entry->id))
			add_publication(changes, YS_REMOVED, entry);
	}
	g_ptr_array_sort(changes->publications, by_path);
	return TRUE;
}

/* ---- generations ---- */

static gboolean is_there(const GArray *generations, guint number, GError **error)
{
	g_autoptr(GString) all = g_string_new(NULL);

	for (guint i = 0; i < generations->len; i++) {
		if (g_array_index(generations, guint, i) == number)
			return TRUE;
		g_string_append_printf(all, "%s%u", i ? ", " : "", g_array_index(generations, guint, i));
	}
	g_set_error(error, YS_ERROR, YS_ERROR_INPUT, "generation %u is not there; there %s %s, for each run of yusou index "
		    "keeps the one before", number, generations->len == 1 ? "is" : "are", all->str);
	return FALSE;
}

/* The last one before number; 0 and *error if there is none. */
static guint generation_before(const GArray *generations, guint number, GError **error)
{
	guint before = 0;

	for (guint i = 0; i < generations->len; i++)
		if (g_array_index(generations, guint, i) < number)
			before = g_array_index(generations, guint, i);
	if (!before)
		g_set_error(error, YS_ERROR, YS_ERROR_INPUT, "there is no generation before %u: nothing was indexed since",
			    number);
	return before;
}

ys_changes *ys_changes_new(const char *root, guint from, guint to, GError **error)
{
	g_autoptr(ys_search) now = NULL, before = NULL;
	g_autoptr(ys_changes) changes = g_new0(ys_changes, 1);
	g_autofree char *live = ys_store_current(root, error);
	g_autoptr(GArray) generations = live ? ys_store_generations(root, error) : NULL;

	changes->publications = g_ptr_array_new_with_free_func((GDestroyNotify)publication_change_free);
	if (!generations || (to && !is_there(generations, to, error)))
		return NULL;
	now = to ? ys_search_open_generation(root, to, error) : ys_search_open(root, error);
	if (!now)
		return NULL;
	changes->to = ys_search_manifest(now)->generation;
	changes->from = from ? from : generation_before(generations, changes->to, error);
	if (!changes->from || !is_there(generations, changes->from, error))
		return NULL;
	before = ys_search_open_generation(root, changes->from, error);
	return before && compare(changes, before, now, error) ? g_steal_pointer(&changes) : NULL;
}
