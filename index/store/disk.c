#include "index/store/disk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "src/error.h"

gboolean ys_disk_fail(GError **error, const char *what, const char *path)
{
	int err = errno;
	gboolean full = err == ENOSPC || err == EDQUOT || err == EFBIG;

	g_set_error(error, YS_ERROR, YS_ERROR_IO, "cannot %s %s: %s%s", what, path, g_strerror(err),
		    full ? "; the index in service is unchanged, make room and try again" : "");
	return FALSE;
}

gboolean ys_disk_write_all(int fd, const char *data, gsize len)
{
	while (len > 0) {
		ssize_t n = write(fd, data, len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return FALSE;
		data += n;
		len -= (gsize)n;
	}
	return TRUE;
}

ssize_t ys_disk_read_some(int fd, char *buf, gsize size)
{
	ssize_t n;

	do
		n = read(fd, buf, size);
	while (n < 0 && errno == EINTR);
	return n;
}

gboolean ys_disk_write(const char *path, const char *data, gsize len, GError **error)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
	gboolean ok;

	if (fd < 0)
		return ys_disk_fail(error, "create", path);
	ok = ys_disk_write_all(fd, data, len) || ys_disk_fail(error, "write", path);
	close(fd);
	return ok;
}

gboolean ys_disk_sync(const char *path, GError **error)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	gboolean ok;

	if (fd < 0)
		return ys_disk_fail(error, "open", path);
	ok = fsync(fd) == 0 || ys_disk_fail(error, "sync", path);
	close(fd);
	return ok;
}

/* Not a GDir, which takes a failing disk for the end. */
GPtrArray *ys_disk_list(const char *path, GError **error)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
	DIR *dir = opendir(path);
	struct dirent *entry;
	gboolean ok;

	if (!dir) {
		ys_disk_fail(error, "open", path);
		return NULL;
	}
	for (errno = 0; (entry = readdir(dir)); errno = 0)
		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
			g_ptr_array_add(names, g_strdup(entry->d_name));
	ok = errno == 0 || ys_disk_fail(error, "list", path);
	closedir(dir);
	return ok ? g_steal_pointer(&names) : NULL;
}

gboolean ys_disk_sync_tree(const char *path, GError **error)
{
	g_autoptr(GPtrArray) names = ys_disk_list(path, error);

	if (!names)
		return FALSE;
	for (guint i = 0; i < names->len; i++) {
		g_autofree char *child = g_build_filename(path, names->pdata[i], NULL);
		gboolean is_dir = g_file_test(child, G_FILE_TEST_IS_DIR);

		if (!(is_dir ? ys_disk_sync_tree(child, error) : ys_disk_sync(child, error)))
			return FALSE;
	}
	return ys_disk_sync(path, error);
}

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *where)
{
	(void)st;
	(void)type;
	(void)where;
	return remove(path);
}

gboolean ys_disk_remove(const char *path, GError **error)
{
	if (nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS) == 0 || errno == ENOENT)
		return TRUE;
	return ys_disk_fail(error, "remove", path);
}

static gboolean copy_contents(int from, int to)
{
	g_autofree char *buf = g_malloc(1 << 16);
	ssize_t n;

	while ((n = ys_disk_read_some(from, buf, 1 << 16)) > 0)
		if (!ys_disk_write_all(to, buf, (gsize)n))
			return FALSE;
	return n == 0;
}

static gboolean copy_file(const char *from, const char *to, GError **error)
{
	int in = open(from, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	int out;
	gboolean ok;

	if (in < 0)
		return ys_disk_fail(error, "open", from);
	out = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
	ok = out >= 0 && copy_contents(in, out);
	if (!ok)
		ys_disk_fail(error, "copy to", to);
	close(in);
	if (out >= 0)
		close(out);
	return ok;
}

gboolean ys_disk_link(const char *from, const char *to, GError **error)
{
	if (linkat(AT_FDCWD, from, AT_FDCWD, to, 0) == 0)
		return TRUE;
	/* No hard links here, or no more of this file: ENOTSUP is EOPNOTSUPP on Linux. */
	if (errno == EXDEV || errno == EPERM || errno == EMLINK || errno == ENOTSUP)
		return copy_file(from, to, error);
	return ys_disk_fail(error, "link", to);
}

char *ys_disk_sha256(const char *path, gint64 *bytes, GError **error)
{
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
	g_autofree char *buf = g_malloc(1 << 16);
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t n;

	if (fd < 0) {
		ys_disk_fail(error, "open", path);
		return NULL;
	}
	for (*bytes = 0; (n = ys_disk_read_some(fd, buf, 1 << 16)) > 0; *bytes += n)
		g_checksum_update(sum, (const guchar *)buf, n);
	if (n < 0)
		ys_disk_fail(error, "read", path);
	close(fd);
	return n < 0 ? NULL : g_strdup(g_checksum_get_string(sum));
}
