#include "index/write/salvage.h"

#include <string.h>

#include "index/store/verify.h"

struct ys_salvage {
	char *root;
	ys_manifest *manifest;  /* of the old generation; NULL if it cannot be read */
	GHashTable *by_file;    /* path -> ys_manifest_entry, those that were not taken over */
	GHashTable *archives;   /* set of paths: archives of several publications */
	guint before;
	gboolean verified, sound;
};

ys_salvage *ys_salvage_new(const char *root, const char *live)
{
	ys_salvage *salvage = g_new0(ys_salvage, 1);
	g_autoptr(ys_manifest) head = live ? ys_manifest_load(live, YS_MANIFEST_HEAD, NULL) : NULL;

	salvage->root = g_strdup(root);
	salvage->before = head ? head->publications : 0;
	if (head && ys_manifest_load_entries(head, NULL))
		salvage->manifest = g_steal_pointer(&head);
	salvage->by_file = g_hash_table_new(g_str_hash, g_str_equal);
	for (guint i = 0; salvage->manifest && i < salvage->manifest->entries->len; i++) {
		ys_manifest_entry *entry = g_ptr_array_index(salvage->manifest->entries, i);

		g_hash_table_insert(salvage->by_file, entry->file, entry);
	}
	salvage->archives = g_hash_table_new(g_str_hash, g_str_equal);
	for (guint i = 0; salvage->manifest && i < salvage->manifest->passed_over->len; i++) {
		ys_manifest_entry *entry = g_ptr_array_index(salvage->manifest->passed_over, i);

		if (entry->members->len)
			g_hash_table_add(salvage->archives, entry->file);
	}
	return salvage;
}

void ys_salvage_free(ys_salvage *salvage)
{
	if (!salvage)
		return;
	g_free(salvage->root);
	g_hash_table_unref(salvage->by_file);
	g_hash_table_unref(salvage->archives);
	g_clear_pointer(&salvage->manifest, ys_manifest_free);
	g_free(salvage);
}

guint ys_salvage_before(const ys_salvage *salvage)
{
	return salvage->before;
}

const ys_manifest_entry *ys_salvage_find(const ys_salvage *salvage, const char *file)
{
	return g_hash_table_lookup(salvage->by_file, file);
}

gboolean ys_salvage_is_archive(const ys_salvage *salvage, const char *file)
{
	return g_hash_table_contains(salvage->archives, file);
}

static void ignore(const char *path, int line, const char *message, void *data)
{
	(void)path;
	(void)line;
	(void)message;
	(void)data;
}

/* All of it is read, but only when something must be taken over: a rebuild is what damage is
 * mended with, and must not fail at copying from what is damaged. */
static gboolean is_sound(ys_salvage *salvage)
{
	if (!salvage->verified)
		salvage->sound = ys_index_verify(salvage->root, ignore, NULL, NULL);
	salvage->verified = TRUE;
	return salvage->sound;
}

static void keep_archives(ys_salvage *salvage, ys_ledger *ledger, const char *root)
{
	GPtrArray *passed_over = salvage->manifest ? salvage->manifest->passed_over : NULL;

	for (guint i = 0; passed_over && i < passed_over->len; i++) {
		ys_manifest_entry *entry = g_ptr_array_index(passed_over, i);

		if (!entry || !entry->members->len || !ys_file_is_below(entry->file, root))
			continue;
		g_hash_table_remove(salvage->archives, entry->file);
		ys_ledger_keep_archive(ledger, g_steal_pointer(&passed_over->pdata[i]));
	}
}

guint ys_salvage_keep(ys_salvage *salvage, ys_ledger *ledger, const char *path, gboolean *lost)
{
	GPtrArray *entries = salvage->manifest ? salvage->manifest->entries : NULL;
	g_autofree char *root = g_canonicalize_filename(path, NULL);
	guint n = 0;

	*lost = FALSE;
	for (guint i = 0; entries && i < entries->len; i++) {
		ys_manifest_entry *entry = g_ptr_array_index(entries, i);

		if (!entry || !ys_file_is_below(entry->file, root) || ys_ledger_find(ledger, entry->file))
			continue;
		n++;
		*lost = !is_sound(salvage);
		if (*lost)
			continue;
		g_hash_table_remove(salvage->by_file, entry->file);
		ys_ledger_take_segments(ledger, salvage->manifest);
		ys_ledger_keep(ledger, g_steal_pointer(&entries->pdata[i]));
	}
	if (n && !*lost)
		keep_archives(salvage, ledger, root);
	return n;
}
