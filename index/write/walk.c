#include "index/write/walk.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "index/store/disk.h"

/* Deeper than any archive of publications; ends a walk into a directory mounted on itself. */
#define DEPTH_MAX 64

typedef struct {
	ys_walk *walk;
	ys_message_fn message;
	void *data;
} walker;

static void fail(walker *w, const char *path, const char *why)
{
	g_ptr_array_add(w->walk->failed, g_strdup(path));
	w->message(path, 0, why, w->data);
}

static gboolean is_named_like_text(const char *name)
{
	static const char *const endings[] = { ".txt", ".text" };
	g_autofree char *lower = g_ascii_strdown(name, -1);

	for (gsize i = 0; i < G_N_ELEMENTS(endings); i++)
		if (g_str_has_suffix(lower, endings[i]))
			return TRUE;
	return FALSE;
}

static int by_bytes(gconstpointer a, gconstpointer b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void take_directory(walker *w, const char *path, int depth);

static void take_entry(walker *w, const char *path, const char *name, int depth)
{
	GStatBuf link = { 0 }, file;

	if (g_lstat(path, &link) || g_stat(path, &file)) {
		/* a broken link, or gone since the directory was read */
		if (is_named_like_text(name))
			fail(w, path, errno == ENOENT && S_ISLNK(link.st_mode) ?
			     "a link to a file that is not there" : g_strerror(errno));
		else
			w->walk->ignored++;
	} else if (S_ISDIR(file.st_mode)) {
		if (!S_ISLNK(link.st_mode))
			take_directory(w, path, depth + 1);
	} else if (!is_named_like_text(name)) {
		w->walk->ignored++;
	} else if (S_ISREG(file.st_mode)) {
		g_ptr_array_add(w->walk->files, g_strdup(path));
	} else {
		fail(w, path, "not a regular file");
	}
}

static void take_directory(walker *w, const char *path, int depth)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) names = NULL;

	if (depth > DEPTH_MAX) {
		fail(w, path, "too many directories inside each other");
		return;
	}
	names = ys_disk_list(path, &error);
	if (!names) {
		fail(w, path, error->message);
		return;
	}
	/* what is wrong is said in the same order on any file system */
	g_ptr_array_sort(names, by_bytes);
	for (guint i = 0; i < names->len; i++) {
		const char *name = g_ptr_array_index(names, i);
		g_autofree char *entry = NULL;

		if (*name == '.')
			continue;
		entry = g_build_filename(path, name, NULL);
		take_entry(w, entry, name, depth);
	}
}

static void sort_and_unite(GPtrArray *files)
{
	guint kept = 0;

	g_ptr_array_sort(files, by_bytes);
	for (guint i = 0; i < files->len; i++) {
		char *file = g_steal_pointer(&files->pdata[i]);

		if (kept && !strcmp(file, files->pdata[kept - 1]))
			g_free(file);
		else
			files->pdata[kept++] = file;
	}
	g_ptr_array_set_size(files, kept);
}

ys_walk *ys_walk_new(char *const *paths, ys_message_fn message, void *data)
{
	ys_walk *walk = g_new0(ys_walk, 1);
	walker w = { walk, message, data };

	walk->files = g_ptr_array_new_with_free_func(g_free);
	walk->failed = g_ptr_array_new_with_free_func(g_free);
	for (; *paths; paths++) {
		GStatBuf st;

		if (g_stat(*paths, &st))
			fail(&w, *paths, g_strerror(errno));
		else if (S_ISDIR(st.st_mode))
			take_directory(&w, *paths, 0);
		else if (S_ISREG(st.st_mode))
			g_ptr_array_add(walk->files, g_strdup(*paths));
		else
			fail(&w, *paths, "not a regular file");
	}
	sort_and_unite(walk->files);
	return walk;
}

void ys_walk_free(ys_walk *walk)
{
	if (!walk)
		return;
	g_ptr_array_unref(walk->files);
	g_ptr_array_unref(walk->failed);
	g_free(walk);
}
