#include "index/store/manifest_entry.h"

ys_manifest_entry *ys_manifest_entry_new(void)
{
	ys_manifest_entry *entry = g_new0(ys_manifest_entry, 1);

	entry->was = g_ptr_array_new_with_free_func(g_free);
	entry->losses = g_ptr_array_new_with_free_func(g_free);
	entry->members = g_ptr_array_new_with_free_func(g_free);
	return entry;
}

void ys_manifest_entry_free(ys_manifest_entry *entry)
{
	if (!entry)
		return;
	g_free(entry->path);
	g_free(entry->file);
	g_free(entry->identity);
	g_free(entry->owner);
	g_free(entry->sha256);
	g_free(entry->holds);
	g_free(entry->host);
	g_free(entry->part_of);
	g_free(entry->composition);
	g_free(entry->given);
	g_free(entry->version);
	g_free(entry->segment);
	g_free(entry->id);
	g_free(entry->title);
	g_free(entry->passed_over);
	g_ptr_array_unref(entry->members);
	g_ptr_array_unref(entry->was);
	g_ptr_array_unref(entry->losses);
	g_free(entry);
}

gboolean ys_manifest_entry_has_member(const ys_manifest_entry *archive, const char *name)
{
	return g_ptr_array_find_with_equal_func(archive->members, name, g_str_equal, NULL);
}

guint64 ys_manifest_entry_records(const ys_manifest_entry *entry)
{
	guint64 sum = 0;

	for (int type = 0; type < YS_N_TYPES; type++)
		sum += entry->records[type];
	return sum;
}

static void segment_file_free(ys_segment_file *file)
{
	g_free(file->name);
	g_free(file->sha256);
	g_free(file);
}

ys_segment_info *ys_segment_info_new(const char *name)
{
	ys_segment_info *info = g_new0(ys_segment_info, 1);

	info->name = g_strdup(name);
	info->hidden = g_ptr_array_new_with_free_func(g_free);
	info->files = g_ptr_array_new_with_free_func((GDestroyNotify)segment_file_free);
	return info;
}

void ys_segment_info_free(ys_segment_info *info)
{
	if (!info)
		return;
	g_free(info->name);
	g_ptr_array_unref(info->hidden);
	g_ptr_array_unref(info->files);
	g_free(info);
}

gint64 ys_segment_info_bytes(const ys_segment_info *info)
{
	gint64 bytes = 0;

	for (guint i = 0; i < info->files->len; i++)
		bytes += ((ys_segment_file *)g_ptr_array_index(info->files, i))->bytes;
	return bytes;
}
