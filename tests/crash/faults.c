/* Loaded before the C library (LD_PRELOAD) into the program under test, which itself has no
 * places for faults: counts the calls that change the disk, and at one of them ends the
 * process or fails.
 *
 *   FAULT_WHO    writer (default) or worker: whose calls; a worker is any forked process
 *   FAULT_AT     the number of the call, from 1; the calls of all workers are counted together
 *   FAULT_DO     kill (default), or a number for errno: the call fails with it, and so do all
 *                later ones that need room
 *   FAULT_COUNT  a file that the writer leaves both numbers of calls in when it ends
 *   FAULT_READ   whoever opens a file whose path contains this for reading is killed
 *   FAULT_STOP   the same is stopped, and does nothing more unless it is told to go on */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { WRITER, WORKER };

static pid_t writer;
static long *counts;            /* of WRITER and WORKER, shared between processes */
static long at;
static int who, failure;
static const char *reading, *stopping;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static const char *setting(const char *name)
{
	const char *value = getenv(name);

	return value ? value : "";
}

__attribute__((constructor)) static void begin(void)
{
	writer = getpid();
	counts = mmap(NULL, 2 * sizeof *counts, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	at = atol(setting("FAULT_AT"));
	who = strcmp(setting("FAULT_WHO"), "worker") == 0 ? WORKER : WRITER;
	failure = atoi(setting("FAULT_DO"));
	reading = setting("FAULT_READ");
	stopping = setting("FAULT_STOP");
}

__attribute__((destructor)) static void end(void)
{
	FILE *out = getpid() == writer && *setting("FAULT_COUNT") ? fopen(setting("FAULT_COUNT"), "w") : NULL;

	if (!out)
		return;
	fprintf(out, "%ld %ld\n", counts[WRITER], counts[WORKER]);
	fclose(out);
}

/* Called for each change; needs_room: a full disk would refuse it.  Nonzero with errno: it fails. */
static int change(int needs_room)
{
	int self = getpid() == writer ? WRITER : WORKER;
	long n = __sync_add_and_fetch(&counts[self], 1);

	if (self != who || !at || n < at)
		return 0;
	if (!failure)
		kill(getpid(), SIGKILL);
	if (n > at && !needs_room)
		return 0;
	errno = failure;
	return -1;
}

/* A file, and not a pipe, a socket or what the program prints. */
static int is_file(int fd)
{
	struct stat st;

	return fd > STDERR_FILENO && fstat(fd, &st) == 0 && S_ISREG(st.st_mode);
}

static int look(const char *path, int flags)
{
	if ((flags & O_ACCMODE) == O_RDONLY && *reading && strstr(path, reading))
		kill(getpid(), SIGKILL);
	if ((flags & O_ACCMODE) == O_RDONLY && *stopping && strstr(path, stopping))
		kill(getpid(), SIGSTOP);
	return flags & O_CREAT ? change(1) : 0;
}

#define MODE(flags) \
	mode_t mode = 0; \
	if ((flags) & O_CREAT) { \
		va_list args; \
		va_start(args, flags); \
		mode = va_arg(args, mode_t); \
		va_end(args); \
	}

int open(const char *path, int flags, ...)
{
	MODE(flags)
	return look(path, flags) ? -1 : REAL(open)(path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
	MODE(flags)
	return look(path, flags) ? -1 : REAL(open64)(path, flags, mode);
}

ssize_t write(int fd, const void *data, size_t n)
{
	return is_file(fd) && change(1) ? -1 : REAL(write)(fd, data, n);
}

ssize_t pwrite(int fd, const void *data, size_t n, off_t where)
{
	return change(1) ? -1 : REAL(pwrite)(fd, data, n, where);
}

ssize_t pwrite64(int fd, const void *data, size_t n, off64_t where)
{
	return change(1) ? -1 : REAL(pwrite64)(fd, data, n, where);
}

int ftruncate(int fd, off_t n)
{
	return change(0) ? -1 : REAL(ftruncate)(fd, n);
}

int fsync(int fd)
{
	return change(0) ? -1 : REAL(fsync)(fd);
}

int fdatasync(int fd)
{
	return change(0) ? -1 : REAL(fdatasync)(fd);
}

int rename(const char *from, const char *to)
{
	return change(0) ? -1 : REAL(rename)(from, to);
}

int linkat(int from_dir, const char *from, int to_dir, const char *to, int flags)
{
	return change(1) ? -1 : REAL(linkat)(from_dir, from, to_dir, to, flags);
}

int unlink(const char *path)
{
	return change(0) ? -1 : REAL(unlink)(path);
}

int remove(const char *path)
{
	return change(0) ? -1 : REAL(remove)(path);
}

int mkdir(const char *path, mode_t mode)
{
	return change(1) ? -1 : REAL(mkdir)(path, mode);
}
