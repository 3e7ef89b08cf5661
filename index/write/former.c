#include "index/write/former.h"

#include <string.h>

#include "src/publication/permalink.h"

/* Nobody mends one more often; older permalinks are given up. */
#define WAS_MAX 8

/* The fields of an identity that tell whose publication of which year it is. */
static gboolean is_same_budget(const char *a, const char *b)
{
	enum { DEPARTMENT = 1, YEAR = 2, KIND = 3 };
	g_auto(GStrv) left = g_strsplit(a, "|", -1), right = g_strsplit(b, "|", -1);

	return g_strv_length(left) > KIND && g_strv_length(right) > KIND && !strcmp(left[DEPARTMENT], right[DEPARTMENT]) &&
	       !strcmp(left[YEAR], right[YEAR]) && !strcmp(left[KIND], right[KIND]);
}

static void add(ys_manifest_entry *entry, const char *identity)
{
	if (!strcmp(identity, entry->identity) ||
	    g_ptr_array_find_with_equal_func(entry->was, identity, g_str_equal, NULL))
		return;
	g_ptr_array_add(entry->was, g_strdup(identity));
	if (entry->was->len > WAS_MAX)
		g_ptr_array_remove_index(entry->was, 0);
}

void ys_former_note(ys_manifest_entry *entry, const ys_manifest_entry *before)
{
	if (!before || !before->identity || (strcmp(before->identity, entry->identity) &&
					     strcmp(before->sha256, entry->sha256) &&
					     !is_same_budget(before->identity, entry->identity)))
		return;
	for (guint i = 0; i < before->was->len; i++)
		add(entry, g_ptr_array_index(before->was, i));
	add(entry, before->identity);
}

struct ys_former {
	GPtrArray *links;       /* of ys_permalinks, one for each identity */
};

ys_former *ys_former_new(const GPtrArray *was)
{
	ys_former *former = g_new0(ys_former, 1);

	former->links = g_ptr_array_new_with_free_func((GDestroyNotify)ys_permalinks_free);
	for (guint i = 0; i < was->len; i++)
		g_ptr_array_add(former->links, ys_permalinks_new(g_ptr_array_index(was, i)));
	return former;
}

void ys_former_free(ys_former *former)
{
	if (!former)
		return;
	g_ptr_array_unref(former->links);
	g_free(former);
}

GPtrArray *ys_former_ids(ys_former *former, const ys_record *record)
{
	GPtrArray *ids = g_ptr_array_new_with_free_func(g_free);

	for (guint i = 0; i < former->links->len; i++) {
		char *id = ys_permalink(g_ptr_array_index(former->links, i), record);

		if (id)
			g_ptr_array_add(ids, id);
	}
	return ids;
}
