/* A writer holds a lock on a file as long as it lives, and its workers inherit it.  What it builds has
 * a name in .tmp until everything in it is synced; then it is renamed, and the pointer, one small file,
 * is replaced by rename: the only moment that readers notice.  Each step leaves a directory that the
 * next writer can clean up, and each reader takes the number from the pointer and looks for nothing
 * else. */
#include "index/store/store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "index/store/disk.h"

#define POINTER "current"
#define POINTER_TMP "current.tmp"
#define LOCK "lock"
#define TMP ".tmp"

/* How long workers may outlive their writer before they count as one themselves. */
#define ORPHANS_MAX_US (2 * G_USEC_PER_SEC)

struct ys_store {
	char *root;
	int lock_fd;
	pid_t owner;
	guint number;           /* of the generation begun; 0 none */
	guint previous;         /* the one before it, which publishing keeps; 0 none */
	char *live;             /* directory of the live generation; NULL none */
	char *dir;              /* of the generation begun; NULL when there is none or it is live */
	guint n_segments;       /* new ones in it */
	char *segment;          /* name of the last new one */
};

/* ---- errors ---- */

static gboolean refuse(GError **error, const char *what, const char *name)
{
	g_set_error(error, YS_ERROR, YS_ERROR_INTERNAL, "%s: \"%s\"", what, name);
	return FALSE;
}

/* ---- names ---- */

static char *generation_name(guint number)
{
	return g_strdup_printf("gen-%04u", number);
}

char *ys_store_generation(const char *root, guint number)
{
	g_autofree char *name = generation_name(number);

	return g_build_filename(root, name, NULL);
}

/* The number of a generation's directory, 0 if name is none.  tail: what must follow the digits. */
static guint generation_number(const char *name, const char *tail)
{
	guint64 number = 0;
	gsize digits;

	if (!g_str_has_prefix(name, "gen-"))
		return 0;
	name += strlen("gen-");
	digits = strspn(name, "0123456789");
	/* Nine digits fit a guint; more were never written by us. */
	if (digits < 1 || digits > 9 || strcmp(name + digits, tail) != 0)
		return 0;
	number = g_ascii_strtoull(name, NULL, 10);
	return (guint)number;
}

gboolean ys_store_is_index(const GPtrArray *names)
{
	gboolean generation = FALSE, ours = FALSE;

	for (guint i = 0; i < names->len; i++) {
		const char *name = g_ptr_array_index(names, i);

		generation |= generation_number(name, "") || generation_number(name, TMP);
		ours |= !strcmp(name, LOCK) || !strcmp(name, POINTER);
	}
	return generation && ours;
}

/* seg-0043 or seg-0043-2 */
gboolean ys_store_is_segment(const char *name)
{
	return g_str_has_prefix(name, "seg-") && g_ascii_isdigit(name[4]) &&
	       name[4 + strspn(name + 4, "0123456789-")] == '\0';
}

/* ---- the pointer ---- */

/* The number in a pointer "auto gen-0042\n", 0 if data is nothing of the kind: what
 * stands there becomes a path. */
static guint pointer_number(const char *data)
{
	g_autofree char *line = g_strdup(data);

	if (!g_str_has_prefix(line, "auto "))
		return 0;
	if (g_str_has_suffix(line, "\n"))
		line[strlen(line) - 1] = '\0';
	return generation_number(line + strlen("auto "), "");
}

/* Read the pointer; TRUE with *number 0 when there is none. */
static gboolean read_pointer(const char *root, guint *number, GError **error)
{
	g_autofree char *path = g_build_filename(root, POINTER, NULL);
	char data[64];
	ssize_t n;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	*number = 0;
	if (fd < 0)
		return errno == ENOENT || ys_disk_fail(error, "open", path);
	n = ys_disk_read_some(fd, data, sizeof(data) - 1);
	if (n < 0)
		ys_disk_fail(error, "read", path);
	close(fd);
	if (n < 0)
		return FALSE;
	data[n] = '\0';
	if (strlen(data) == (gsize)n)
		*number = pointer_number(data);
	if (!*number)
		g_set_error(error, YS_ERROR, YS_ERROR_IO,
			    "%s does not name a generation; build the index anew with yusou index --rebuild",
			    path);
	return *number != 0;
}

/* The directory of a generation; NULL if it is not there. */
static char *find_generation(const char *root, guint number)
{
	g_autofree char *name = generation_name(number);
	g_autofree char *path = g_build_filename(root, name, NULL);

	return g_file_test(path, G_FILE_TEST_IS_DIR) ? g_steal_pointer(&path) : NULL;
}

char *ys_store_current(const char *root, GError **error)
{
	guint number, before = 0;
	char *dir;

	for (;; before = number) {
		if (!read_pointer(root, &number, error))
			return NULL;
		if (!number) {
			g_set_error(error, YS_ERROR, YS_ERROR_NO_INDEX,
				    "there is no index in %s; make one with yusou index", root);
			return NULL;
		}
		dir = find_generation(root, number);
		if (dir)
			return dir;
		/* Two writers may have published since the pointer was read; but if it still names
		 * what is not there, it is damaged. */
		if (number != before)
			continue;
		g_set_error(error, YS_ERROR, YS_ERROR_IO,
			    "generation %u, which %s/" POINTER " names, is missing; "
			    "build the index anew with yusou index --rebuild", number, root);
		return NULL;
	}
}

static int by_number(gconstpointer a, gconstpointer b)
{
	const guint left = *(const guint *)a, right = *(const guint *)b;

	return left < right ? -1 : left > right;
}

GArray *ys_store_generations(const char *root, GError **error)
{
	g_autoptr(GPtrArray) names = ys_disk_list(root, error);
	GArray *numbers;

	if (!names)
		return NULL;
	numbers = g_array_new(FALSE, FALSE, sizeof(guint));
	for (guint i = 0; i < names->len; i++) {
		guint number = generation_number(names->pdata[i], "");

		if (number)
			g_array_append_val(numbers, number);
	}
	g_array_sort(numbers, by_number);
	return numbers;
}

/* Make number live.  The rename is the one moment that readers notice. */
static gboolean replace_pointer(const char *root, guint number, GError **error)
{
	g_autofree char *tmp = g_build_filename(root, POINTER_TMP, NULL);
	g_autofree char *path = g_build_filename(root, POINTER, NULL);
	g_autofree char *name = generation_name(number);
	g_autofree char *line = g_strdup_printf("auto %s\n", name);

	if (ys_disk_write(tmp, line, strlen(line), error) && ys_disk_sync(tmp, error)) {
		if (rename(tmp, path) == 0)
			return TRUE;
		ys_disk_fail(error, "replace", path);
	}
	unlink(tmp);
	return FALSE;
}

/* ---- the lock ---- */

static void report_holder(const char *root, int fd, GError **error)
{
	char pid[32];
	ssize_t n = ys_disk_read_some(fd, pid, sizeof(pid) - 1);

	pid[MAX(n, 0)] = '\0';
	pid[strspn(pid, "0123456789")] = '\0';
	/* It may have taken the lock and not yet written its pid. */
	g_set_error(error, YS_ERROR, YS_ERROR_LOCKED,
		    "another writer%s%s%s is at work in %s; try again when it has finished",
		    *pid ? " (process " : "", pid, *pid ? ")" : "", root);
}

/* The lock of a writer that died is held on by its workers, which end within moments. */
static gboolean holder_is_dead(int fd)
{
	char pid[32];
	ssize_t n = pread(fd, pid, sizeof(pid) - 1, 0);
	long holder;

	pid[MAX(n, 0)] = '\0';
	holder = strtol(pid, NULL, 10);
	return holder > 0 && kill((pid_t)holder, 0) != 0 && errno == ESRCH;
}

/* 0, or what errno was. */
static int lock_file(int fd, gboolean wait)
{
	gint64 until = g_get_monotonic_time() + ORPHANS_MAX_US;

	for (;;) {
		int err = flock(fd, wait ? LOCK_EX : LOCK_EX | LOCK_NB) == 0 ? 0 : errno;

		if (err == EWOULDBLOCK && g_get_monotonic_time() < until && holder_is_dead(fd))
			g_usleep(ORPHANS_MAX_US / 100);
		else if (err != EINTR)
			return err;
	}
}

/* The descriptor that holds the lock, -1 on error. */
static int take_lock(const char *root, gboolean wait, GError **error)
{
	g_autofree char *path = g_build_filename(root, LOCK, NULL);
	g_autofree char *pid = g_strdup_printf("%ld\n", (long)getpid());
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);

	if (fd < 0) {
		ys_disk_fail(error, "open", path);
		return -1;
	}
	errno = lock_file(fd, wait);
	if (errno == EWOULDBLOCK) {
		report_holder(root, fd, error);
	} else if (errno) {
		ys_disk_fail(error, "lock", path);
	} else if (ftruncate(fd, 0) == 0 && ys_disk_write_all(fd, pid, strlen(pid))) {
		return fd;
	} else {
		ys_disk_fail(error, "write", path);
	}
	close(fd);
	return -1;
}

/* ---- the writer ---- */

/* Called for every name in root. */
typedef gboolean (*name_fn)(ys_store *store, const char *name, GError **error);

static gboolean each_name(ys_store *store, name_fn fn, GError **error)
{
	g_autoptr(GPtrArray) names = ys_disk_list(store->root, error);

	if (!names)
		return FALSE;
	for (guint i = 0; i < names->len; i++)
		if (!fn(store, names->pdata[i], error))
			return FALSE;
	return TRUE;
}

/* Only names of ours: the directory may be one that a person also uses otherwise. */
static gboolean remove_leftover(ys_store *store, const char *name, GError **error)
{
	g_autofree char *path = NULL;

	if (strcmp(name, POINTER_TMP) != 0 && !generation_number(name, TMP))
		return TRUE;
	path = g_build_filename(store->root, name, NULL);
	return ys_disk_remove(path, error);
}

ys_store *ys_store_lock(const char *root, gboolean wait, GError **error)
{
	g_autoptr(ys_store) store = g_new0(ys_store, 1);

	store->root = g_strdup(root);
	store->owner = getpid();
	store->lock_fd = -1;
	if (g_mkdir_with_parents(root, 0755) != 0) {
		ys_disk_fail(error, "create", root);
		return NULL;
	}
	store->lock_fd = take_lock(root, wait, error);
	if (store->lock_fd < 0 || !each_name(store, remove_leftover, error))
		return NULL;
	return g_steal_pointer(&store);
}

void ys_store_free(ys_store *store)
{
	if (!store)
		return;
	/* A forked worker that unwinds has neither a generation nor the lock to give up. */
	if (store->owner == getpid()) {
		if (store->dir)
			ys_disk_remove(store->dir, NULL);
		if (store->lock_fd >= 0 && ftruncate(store->lock_fd, 0) != 0)
			g_debug("%s/" LOCK " keeps a stale pid", store->root);
	}
	if (store->lock_fd >= 0)
		close(store->lock_fd);
	g_free(store->root);
	g_free(store->live);
	g_free(store->dir);
	g_free(store->segment);
	g_free(store);
}

static gboolean note_highest(ys_store *store, const char *name, GError **error)
{
	(void)error;
	store->number = MAX(store->number, generation_number(name, ""));
	return TRUE;
}

/* Find what is live, what to keep and the next number. */
static gboolean choose_number(ys_store *store, GError **error)
{
	guint current;

	/* A damaged pointer is no error here: it is about to be replaced. */
	read_pointer(store->root, &current, NULL);
	g_clear_pointer(&store->live, g_free);
	if (current)
		store->live = find_generation(store->root, current);
	store->number = current;
	if (!each_name(store, note_highest, error))
		return FALSE;
	/* Without a pointer the newest generation is the best there is: keep that. */
	store->previous = current ? current : store->number;
	store->number++;
	return TRUE;
}

const char *ys_store_begin(ys_store *store, GError **error)
{
	g_autofree char *name = NULL;
	g_autofree char *dir = NULL;

	if (store->dir) {
		refuse(error, "a generation is already begun", store->dir);
		return NULL;
	}
	if (!choose_number(store, error))
		return NULL;
	name = g_strdup_printf("gen-%04u" TMP, store->number);
	dir = g_build_filename(store->root, name, NULL);
	if (g_mkdir(dir, 0755) != 0) {
		ys_disk_fail(error, "create", dir);
		return NULL;
	}
	store->n_segments = 0;
	store->dir = g_steal_pointer(&dir);
	return store->dir;
}

guint ys_store_number(const ys_store *store)
{
	return store->number;
}

const char *ys_store_live(const ys_store *store)
{
	return store->live;
}

static gboolean link_segment(const char *from, const char *to, GError **error)
{
	g_autoptr(GPtrArray) names = ys_disk_list(from, error);

	if (!names)
		return FALSE;
	if (g_mkdir(to, 0755) != 0)
		return ys_disk_fail(error, "create", to);
	for (guint i = 0; i < names->len; i++) {
		g_autofree char *old = g_build_filename(from, names->pdata[i], NULL);
		g_autofree char *new = g_build_filename(to, names->pdata[i], NULL);

		if (!ys_disk_link(old, new, error))
			return FALSE;
	}
	return TRUE;
}

gboolean ys_store_keep_segment(ys_store *store, const char *segment, GError **error)
{
	g_autofree char *from = NULL;
	g_autofree char *to = NULL;

	if (!store->dir)
		return refuse(error, "no generation is begun to keep a segment in", segment);
	if (!ys_store_is_segment(segment)) {
		g_set_error(error, YS_ERROR, YS_ERROR_IO, "\"%s\" in the manifest is no name of a segment; "
			    "build the index anew with yusou index --rebuild", segment);
		return FALSE;
	}
	if (!store->live) {
		g_set_error(error, YS_ERROR, YS_ERROR_IO, "there is no live generation in %s to keep %s of",
			    store->root, segment);
		return FALSE;
	}
	from = g_build_filename(store->live, segment, NULL);
	to = g_build_filename(store->dir, segment, NULL);
	return link_segment(from, to, error);
}

char *ys_store_new_segment(ys_store *store, const char **name)
{
	g_return_val_if_fail(store->dir, NULL);
	g_free(store->segment);
	store->segment = ++store->n_segments == 1 ?
		g_strdup_printf("seg-%04u", store->number) :
		g_strdup_printf("seg-%04u-%u", store->number, store->n_segments);
	*name = store->segment;
	return g_build_filename(store->dir, store->segment, NULL);
}

gboolean ys_store_write(ys_store *store, const char *name, const char *data, gsize len, GError **error)
{
	g_autofree char *path = NULL;

	if (!store->dir)
		return refuse(error, "no generation is begun to write in", name);
	if (*name == '\0' || *name == '.' || strchr(name, '/'))
		return refuse(error, "not the name of a file", name);
	path = g_build_filename(store->dir, name, NULL);
	return ys_disk_write(path, data, len, error);
}

/* ---- publishing ---- */

static gboolean write_stub(ys_store *store, const char *const *segments, GError **error)
{
	g_autoptr(GString) stub = g_string_new(NULL);

	for (; *segments; segments++) {
		g_autofree char *path = g_build_filename(store->dir, *segments, NULL);

		if (!ys_store_is_segment(*segments) || !g_file_test(path, G_FILE_TEST_IS_DIR))
			return refuse(error, "no such segment in the generation to be published", path);
		g_string_append_printf(stub, "auto %s\n", *segments);
	}
	return ys_store_write(store, YS_STORE_STUB, stub->str, stub->len, error);
}

/* Give the generation its lasting name. */
static gboolean settle(ys_store *store, GError **error)
{
	g_autofree char *name = generation_name(store->number);
	g_autofree char *path = g_build_filename(store->root, name, NULL);

	if (rename(store->dir, path) != 0)
		return ys_disk_fail(error, "rename", store->dir);
	g_free(store->dir);
	store->dir = g_steal_pointer(&path);
	/* Before the pointer names it, so that no power failure leaves a pointer to nothing. */
	return ys_disk_sync(store->root, error);
}

/* Best effort: what stays is removed after the next publication. */
static gboolean prune_one(ys_store *store, const char *name, GError **error)
{
	guint number = generation_number(name, "");
	g_autofree char *path = NULL;
	g_autofree char *tmp = NULL;

	(void)error;
	if (!number || number == store->number || number == store->previous)
		return TRUE;
	path = g_build_filename(store->root, name, NULL);
	tmp = g_strconcat(path, TMP, NULL);
	/* Renamed first: a generation that is half removed must not look whole. */
	if (rename(path, tmp) == 0)
		ys_disk_remove(tmp, NULL);
	return TRUE;
}

gboolean ys_store_publish(ys_store *store, const char *const *segments, GError **error)
{
	if (!store->dir)
		return refuse(error, "no generation is begun to publish in", store->root);
	if (!write_stub(store, segments, error) || !ys_disk_sync_tree(store->dir, error) ||
	    !settle(store, error) || !replace_pointer(store->root, store->number, error))
		return FALSE;
	/* Live from here on: not to be removed, also if the disk does not confirm it. */
	g_clear_pointer(&store->dir, g_free);
	if (!ys_disk_sync(store->root, error))
		return FALSE;
	/* Keep the previous generation: a reader that opened it a moment ago still reads
	 * its files, and an operator may want to point back at it. */
	each_name(store, prune_one, NULL);
	return TRUE;
}
