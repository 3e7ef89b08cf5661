#include "index/write/file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "index/store/disk.h"
#include "src/publication/publication.h"

/* The coarsest time of modification among file systems in use: FAT counts in two seconds. */
#define SETTLE_NS (2 * G_GINT64_CONSTANT(1000000000))

/* Between two attempts to read a file that is being written, and how many. */
#define AGAIN_US 50000
#define ATTEMPTS 4

static gboolean fail(GError **error, const char *why)
{
	g_set_error_literal(error, YS_ERROR, YS_ERROR_PUBLICATION, why);
	return FALSE;
}

static gboolean take_stamp(const struct stat *st, ys_stamp *stamp, GError **error)
{
	if (!S_ISREG(st->st_mode))
		return fail(error, "not a regular file");
	if (st->st_size > YS_PUBLICATION_BYTES_MAX) {
		g_set_error(error, YS_ERROR, YS_ERROR_PUBLICATION,
			    "the file has %" G_GINT64_FORMAT " bytes, more than the %d of any publication; split it",
			    (gint64)st->st_size, YS_PUBLICATION_BYTES_MAX);
		return FALSE;
	}
	stamp->size = st->st_size;
	stamp->mtime = st->st_mtim.tv_sec * G_GINT64_CONSTANT(1000000000) + st->st_mtim.tv_nsec;
	stamp->unsettled = stamp->mtime > g_get_real_time() * 1000 - SETTLE_NS;
	return TRUE;
}

gboolean ys_file_stamp(const char *path, ys_stamp *stamp, GError **error)
{
	struct stat st;

	return stat(path, &st) == 0 ? take_stamp(&st, stamp, error) : fail(error, g_strerror(errno));
}

#define INSIDE "!/"

char *ys_file_in_archive(const char *archive, const char *name)
{
	return g_strconcat(archive, INSIDE, name, NULL);
}

/* A directory may be called a.zip! as well. */
char *ys_file_archive(const char *path, const char **name)
{
	const char *at = strstr(path, INSIDE);
	struct stat st;

	if (!at || lstat(path, &st) == 0)
		return NULL;
	for (; at; at = strstr(at + 1, INSIDE)) {
		g_autofree char *archive = g_strndup(path, at - path);

		if (stat(archive, &st) == 0 && S_ISREG(st.st_mode)) {
			*name = at + strlen(INSIDE);
			return g_steal_pointer(&archive);
		}
	}
	return NULL;
}

gboolean ys_file_exists(const char *path)
{
	const char *name;
	g_autofree char *archive = ys_file_archive(path, &name);
	struct stat st;

	return archive || stat(path, &st) == 0 || (errno != ENOENT && errno != ENOTDIR);
}

gboolean ys_file_is_below(const char *file, const char *root)
{
	gsize len = strlen(root);

	/* the root directory itself ends in what separates */
	return g_str_has_prefix(file, root) &&
	       (file[len] == '\0' || file[len] == '/' || (len && root[len - 1] == '/') ||
		g_str_has_prefix(file + len, INSIDE));
}

static gboolean is_same(const ys_stamp *a, const ys_stamp *b)
{
	return a->size == b->size && a->mtime == b->mtime;
}

/* What there is up to the end of the file; NULL with errno. */
static char *read_all(int fd, gsize expected, gsize *len)
{
	gsize room = expected + 1;
	g_autofree char *data = g_malloc(room);
	ssize_t n;

	for (*len = 0; (n = ys_disk_read_some(fd, data + *len, room - *len)) > 0;) {
		*len += (gsize)n;
		if (*len == room)
			data = g_realloc(data, room *= 2);
	}
	if (n < 0)
		return NULL;
	data[*len] = '\0';
	return g_steal_pointer(&data);
}

static char *read_stable(int fd, gsize *len, ys_stamp *stamp, GError **error)
{
	for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
		g_autofree char *data = NULL;
		struct stat before, after;
		ys_stamp then;

		if (attempt)
			g_usleep(AGAIN_US);
		if (fstat(fd, &before)) {
			fail(error, g_strerror(errno));
			return NULL;
		}
		if (!take_stamp(&before, stamp, error))
			return NULL;
		data = lseek(fd, 0, SEEK_SET) == 0 ? read_all(fd, stamp->size, len) : NULL;
		if (!data || fstat(fd, &after)) {
			fail(error, g_strerror(errno));
			return NULL;
		}
		if (take_stamp(&after, &then, NULL) && is_same(stamp, &then) && (gint64)*len == stamp->size)
			return g_steal_pointer(&data);
	}
	fail(error, "the file is being written; index it again when it is finished");
	return NULL;
}

char *ys_file_read(const char *path, gsize *len, ys_stamp *stamp, GError **error)
{
	/* What was a file when the directory was read may be a pipe now: do not wait for its writer. */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	char *data;

	if (fd < 0) {
		fail(error, g_strerror(errno));
		return NULL;
	}
	data = read_stable(fd, len, stamp, error);
	close(fd);
	return data;
}
