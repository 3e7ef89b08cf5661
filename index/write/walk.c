#include "index/write/walk.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "index/store/disk.h"
#include "index/store/store.h"
#include "index/write/sources.h"

/* Deeper than any archive of publications; ends a walk into a directory mounted on itself. */
#define DEPTH_MAX 64

#define NOT_REGULAR "not a regular file"

typedef struct {
	ys_walk *walk;
	ys_message_fn message;
	void *data;
	gboolean of_page;       /* what is walked now was saved with a page */
} walker;

static void fail(walker *w, const char *path, const char *why)
{
	g_ptr_array_add(w->walk->failed, g_strdup(path));
	w->message(path, 0, why, w->data);
}

/* Copying a disk leaves pipes and links that lead nowhere in archives of publications: nobody meant them to be read. */
static void pass_by(walker *w, const char *path, const char *why)
{
	ys_walk_other *other = g_new0(ys_walk_other, 1);

	other->path = g_strdup(path);
	other->why = why;
	g_ptr_array_add(w->walk->others, other);
}

static void other_free(ys_walk_other *other)
{
	g_free(other->path);
	g_free(other);
}

static void take_file(walker *w, const char *path, gboolean named)
{
	ys_walk_file *file = g_new0(ys_walk_file, 1);

	file->path = g_strdup(path);
	file->named = named;
	file->of_page = w->of_page;
	g_ptr_array_add(w->walk->files, file);
}

static void file_free(ys_walk_file *file)
{
	if (!file)
		return;
	g_free(file->path);
	g_free(file);
}

static int by_bytes(gconstpointer a, gconstpointer b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static int by_path(gconstpointer a, gconstpointer b)
{
	return strcmp((*(ys_walk_file *const *)a)->path, (*(ys_walk_file *const *)b)->path);
}

/* Browsers save what a page shows beside it: a.html and a_files, or a.files. */
static gboolean is_of_page(const GPtrArray *names, const char *directory)
{
	static const char *const ends[] = { "_files", ".files", "_file", "_文件" };
	gsize stem = 0;

	for (gsize i = 0; i < G_N_ELEMENTS(ends) && !stem; i++)
		if (g_str_has_suffix(directory, ends[i]))
			stem = strlen(directory) - strlen(ends[i]);
	for (guint i = 0; stem && i < names->len; i++) {
		const char *name = g_ptr_array_index(names, i);

		if (!strncmp(name, directory, stem) && name[stem] == '.' && strcmp(name, directory))
			return TRUE;
	}
	return FALSE;
}

static void take_directory(walker *w, const char *path, int depth);

static void take_inner(walker *w, const char *path, const GPtrArray *names, int depth)
{
	g_autofree char *name = g_path_get_basename(path);
	gboolean before = w->of_page;

	w->of_page |= is_of_page(names, name);
	take_directory(w, path, depth + 1);
	w->of_page = before;
}

/* Why a link cannot be followed; NULL: for another reason than where it leads. */
static const char *why_no_link(int error)
{
	if (error == ENOENT || error == ENOTDIR)
		return "a link to a file that is not there; mend the link or take it away";
	return error == ELOOP ? "a link that leads back to itself; let it lead to the file or take it away" : NULL;
}

/* One of the names in a directory. */
static void take_entry(walker *w, const char *path, const GPtrArray *names, int depth)
{
	GStatBuf link = { 0 }, file;

	if (g_lstat(path, &link) || g_stat(path, &file)) {
		const char *why = S_ISLNK(link.st_mode) ? why_no_link(errno) : NULL;

		if (why)
			pass_by(w, path, why);
		else
			/* gone since the directory was read, or not to be looked at */
			fail(w, path, g_strerror(errno));
	} else if (S_ISDIR(file.st_mode)) {
		if (!S_ISLNK(link.st_mode))
			take_inner(w, path, names, depth);
	} else if (S_ISREG(file.st_mode)) {
		take_file(w, path, FALSE);
	} else {
		pass_by(w, path, NOT_REGULAR);
	}
}

gboolean ys_walk_leaves_out(const char *inside)
{
	const char *slash = strrchr(inside, '/');

	return *inside == '.' || strstr(inside, "/.") || !strcmp(slash ? slash + 1 : inside, YS_SOURCES_FILE);
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
	if (ys_store_is_index(names))
		return;
	/* what is wrong is said in the same order on any file system */
	g_ptr_array_sort(names, by_bytes);
	for (guint i = 0; i < names->len; i++) {
		const char *name = g_ptr_array_index(names, i);
		g_autofree char *entry = NULL;

		if (ys_walk_leaves_out(name))
			continue;
		entry = g_build_filename(path, name, NULL);
		take_entry(w, entry, names, depth);
	}
}

static void sort_and_unite(GPtrArray *files)
{
	guint kept = 0;

	g_ptr_array_sort(files, by_path);
	for (guint i = 0; i < files->len; i++) {
		ys_walk_file *file = g_steal_pointer(&files->pdata[i]);
		ys_walk_file *last = kept ? g_ptr_array_index(files, kept - 1) : NULL;

		if (last && !strcmp(file->path, last->path)) {
			last->named |= file->named;
			file_free(file);
		} else {
			files->pdata[kept++] = file;
		}
	}
	g_ptr_array_set_size(files, kept);
}

ys_walk *ys_walk_new(char *const *paths, ys_message_fn message, void *data)
{
	ys_walk *walk = g_new0(ys_walk, 1);
	walker w = { walk, message, data, FALSE };

	walk->files = g_ptr_array_new_with_free_func((GDestroyNotify)file_free);
	walk->others = g_ptr_array_new_with_free_func((GDestroyNotify)other_free);
	walk->failed = g_ptr_array_new_with_free_func(g_free);
	for (; *paths; paths++) {
		GStatBuf st;

		if (g_stat(*paths, &st))
			fail(&w, *paths, errno == ELOOP ? why_no_link(ELOOP) : g_strerror(errno));
		else if (S_ISDIR(st.st_mode))
			take_directory(&w, *paths, 0);
		else if (S_ISREG(st.st_mode))
			take_file(&w, *paths, TRUE);
		else
			fail(&w, *paths, NOT_REGULAR);
	}
	sort_and_unite(walk->files);
	return walk;
}

void ys_walk_free(ys_walk *walk)
{
	if (!walk)
		return;
	g_ptr_array_unref(walk->files);
	g_ptr_array_unref(walk->others);
	g_ptr_array_unref(walk->failed);
	g_free(walk);
}
