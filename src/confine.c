#include "src/confine.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "config.h"
#ifdef HAVE_SECCOMP
#include <seccomp.h>
#endif
#if defined(__linux__) && __has_include(<linux/landlock.h>)
#include <linux/landlock.h>
#define HAVE_LANDLOCK 1
#endif

#if defined(__SANITIZE_ADDRESS__)
#define HAS_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAS_ASAN 1
#endif
#endif
#ifndef HAS_ASAN
#define HAS_ASAN 0
#endif

/* ---- bounds ---- */

void ys_confine_bound(int resource, guint64 n)
{
	struct rlimit limit;

	if (getrlimit(resource, &limit) != 0)
		return;
	limit.rlim_cur = MIN(limit.rlim_cur, n);
	limit.rlim_max = MIN(limit.rlim_max, n);
	setrlimit(resource, &limit);
}

void ys_confine_memory(guint64 bytes)
{
	/* Not RLIMIT_AS: mapped files are no memory that is taken from others. */
	if (!HAS_ASAN)
		ys_confine_bound(RLIMIT_DATA, bytes);
}

void ys_confine_seconds(guint seconds)
{
	struct rusage used;
	struct rlimit limit;
	gint64 us;

	/* The soft limit only, so that it can be moved on. */
	if (getrusage(RUSAGE_SELF, &used) != 0 || getrlimit(RLIMIT_CPU, &limit) != 0)
		return;
	us = ((gint64)used.ru_utime.tv_sec + used.ru_stime.tv_sec) * G_USEC_PER_SEC + used.ru_utime.tv_usec +
	     used.ru_stime.tv_usec;
	limit.rlim_cur = MIN((rlim_t)((us + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC) + seconds, limit.rlim_max);
	setrlimit(RLIMIT_CPU, &limit);
}

/* ---- system calls ---- */

#ifdef HAVE_SECCOMP

/* What Xapian, GLib, the libraries of formats and of the web, and the C library do on the way, in this
 * release of them and under other names in older and newer ones. */
static const int common[] = {
	/* files that are there */
	SCMP_SYS(read), SCMP_SYS(readv), SCMP_SYS(pread64), SCMP_SYS(preadv), SCMP_SYS(lseek),
	SCMP_SYS(close), SCMP_SYS(stat), SCMP_SYS(lstat), SCMP_SYS(fstat), SCMP_SYS(newfstatat),
	SCMP_SYS(statx), SCMP_SYS(statfs), SCMP_SYS(fstatfs), SCMP_SYS(access), SCMP_SYS(faccessat),
	SCMP_SYS(faccessat2), SCMP_SYS(readlink), SCMP_SYS(readlinkat), SCMP_SYS(getdents64),
	SCMP_SYS(getcwd), SCMP_SYS(fadvise64),
	SCMP_SYS(write), SCMP_SYS(writev), SCMP_SYS(poll), SCMP_SYS(ppoll),
	/* memory */
	SCMP_SYS(brk), SCMP_SYS(mmap), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(mprotect),
	SCMP_SYS(madvise),
	/* time, and who and where we are */
	SCMP_SYS(alarm), SCMP_SYS(setitimer), SCMP_SYS(clock_gettime), SCMP_SYS(clock_getres),
	SCMP_SYS(clock_nanosleep), SCMP_SYS(nanosleep), SCMP_SYS(gettimeofday), SCMP_SYS(time),
	SCMP_SYS(getrusage), SCMP_SYS(times), SCMP_SYS(getpid), SCMP_SYS(getppid), SCMP_SYS(gettid),
	SCMP_SYS(getuid), SCMP_SYS(geteuid), SCMP_SYS(getgid), SCMP_SYS(getegid), SCMP_SYS(uname),
	SCMP_SYS(sysinfo), SCMP_SYS(sched_getaffinity), SCMP_SYS(sched_yield), SCMP_SYS(getrandom),
	SCMP_SYS(getrlimit), SCMP_SYS(setrlimit),
	/* the C library's own */
	SCMP_SYS(futex), SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn),
	SCMP_SYS(rt_sigtimedwait), SCMP_SYS(rt_sigpending), SCMP_SYS(sigaltstack),
	SCMP_SYS(restart_syscall), SCMP_SYS(rseq), SCMP_SYS(set_robust_list), SCMP_SYS(exit),
	SCMP_SYS(exit_group),
#if HAS_ASAN
	/* to look for leaks when the process ends, another one is started that looks into it */
	SCMP_SYS(clone), SCMP_SYS(ptrace), SCMP_SYS(prctl), SCMP_SYS(wait4), SCMP_SYS(getdents),
	SCMP_SYS(kill), SCMP_SYS(pipe), SCMP_SYS(pipe2), SCMP_SYS(process_vm_readv),
	SCMP_SYS(set_tid_address), SCMP_SYS(arch_prctl),
#endif
};

/* What is open for writing was opened before. */
static const int answering[] = {
	SCMP_SYS(accept), SCMP_SYS(accept4), SCMP_SYS(recvfrom), SCMP_SYS(recvmsg), SCMP_SYS(shutdown),
	SCMP_SYS(getsockname), SCMP_SYS(getpeername), SCMP_SYS(getsockopt), SCMP_SYS(setsockopt),
	SCMP_SYS(select), SCMP_SYS(pselect6), SCMP_SYS(epoll_create1), SCMP_SYS(epoll_ctl),
	SCMP_SYS(epoll_wait), SCMP_SYS(epoll_pwait),
};

/* Databases are made, locked and removed; which files, landlock says. */
static const int reading[] = {
	SCMP_SYS(open), SCMP_SYS(openat), SCMP_SYS(pwrite64), SCMP_SYS(pwritev), SCMP_SYS(ftruncate),
	SCMP_SYS(fallocate), SCMP_SYS(fsync), SCMP_SYS(fdatasync), SCMP_SYS(sync_file_range),
	SCMP_SYS(copy_file_range), SCMP_SYS(mkdir), SCMP_SYS(mkdirat), SCMP_SYS(rmdir), SCMP_SYS(unlink),
	SCMP_SYS(unlinkat), SCMP_SYS(rename), SCMP_SYS(renameat), SCMP_SYS(renameat2), SCMP_SYS(flock),
	SCMP_SYS(fchmod), SCMP_SYS(umask), SCMP_SYS(dup), SCMP_SYS(dup2), SCMP_SYS(dup3), SCMP_SYS(prctl),
};

/* Of what is open: not who gets a signal, and which, when something comes in (F_SETOWN, F_SETSIG),
 * which would be a kill(). */
static int allow_descriptors(scmp_filter_ctx filter)
{
	static const int commands[] = { F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_DUPFD, F_DUPFD_CLOEXEC };
	int failed = 0;

	for (gsize i = 0; i < G_N_ELEMENTS(commands); i++)
		failed |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(fcntl), 1,
					   SCMP_A1(SCMP_CMP_EQ, (scmp_datum_t)commands[i], 0));
	return failed;
}

/* Only to who is connected: with an address, or as TCP Fast Open, sending connects. */
static int allow_sending(scmp_filter_ctx filter)
{
	return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(sendto), 1, SCMP_A4(SCMP_CMP_EQ, 0, 0)) |
	       seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(sendmsg), 1,
				SCMP_A2(SCMP_CMP_MASKED_EQ, MSG_FASTOPEN, 0));
}

/* To lock a database. */
static int allow_locks(scmp_filter_ctx filter)
{
	static const int commands[] = { F_GETLK, F_SETLK, F_SETLKW, F_OFD_GETLK, F_OFD_SETLK, F_OFD_SETLKW };
	int failed = 0;

	for (gsize i = 0; i < G_N_ELEMENTS(commands); i++)
		failed |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(fcntl), 1,
					   SCMP_A1(SCMP_CMP_EQ, (scmp_datum_t)commands[i], 0));
	return failed;
}

static int allow_opening_to_read(scmp_filter_ctx filter)
{
	const scmp_datum_t writing = O_ACCMODE | O_CREAT | O_TRUNC;

	return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(open), 1, SCMP_A1(SCMP_CMP_MASKED_EQ, writing, 0)) |
	       seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, writing, 0));
}

/* Calls that are allowed in part. */
static int allow_in_part(scmp_filter_ctx filter)
{
	const scmp_datum_t self = (scmp_datum_t)getpid();

	/* is this a terminal?  is there something to read? */
	return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(ioctl), 1, SCMP_A1(SCMP_CMP_EQ, TCGETS, 0)) |
	       seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(ioctl), 1, SCMP_A1(SCMP_CMP_EQ, FIONREAD, 0)) |
	       seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(ioctl), 1, SCMP_A1(SCMP_CMP_EQ, FIONBIO, 0)) |
	       /* our own bounds, our own death by abort() */
	       seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 1, SCMP_A0(SCMP_CMP_EQ, 0, 0)) |
	       seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(kill), 1, SCMP_A0(SCMP_CMP_EQ, self, 0)) |
	       seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, SCMP_A0(SCMP_CMP_EQ, self, 0));
}

static int allow_all(scmp_filter_ctx filter, const int *calls, gsize n)
{
	int failed = 0;

	for (gsize i = 0; i < n; i++)
		failed |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, calls[i], 0);
	return failed;
}

static int allow_role(scmp_filter_ctx filter, ys_confine_role role)
{
	if (role == YS_CONFINE_READING)
		return allow_all(filter, reading, G_N_ELEMENTS(reading)) | allow_locks(filter);
	return allow_all(filter, answering, G_N_ELEMENTS(answering)) | allow_opening_to_read(filter) |
	       allow_sending(filter);
}

/* Everything else fails as on a kernel that does not have it: what a newer C library tries
 * first it then does in an older way, where killing the process, or another error, would
 * take the site down on the day of an upgrade.  For an intruder it is the same. */
gboolean ys_confine_calls(ys_confine_role role)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(ENOSYS));
	int failed;

	if (!filter)
		return FALSE;
	failed = allow_all(filter, common, G_N_ELEMENTS(common)) | allow_in_part(filter) | allow_descriptors(filter) |
		 allow_role(filter, role);
	/* the kernel tries the list for every call there is: sooner done as a tree */
	failed |= seccomp_attr_set(filter, SCMP_FLTATR_CTL_OPTIMIZE, 2);
	/* half a list would be a broken site */
	if (!failed)
		failed = seccomp_load(filter);
	seccomp_release(filter);
	return !failed;
}

#else

gboolean ys_confine_calls(ys_confine_role role)
{
	(void)role;
	return FALSE;
}

#endif

/* ---- files ---- */

#ifdef HAVE_LANDLOCK

/* Rights that came with a later version of landlock, for headers that do not name them. */
#define RIGHT_REFER (1ULL << 13)
#define RIGHT_TRUNCATE (1ULL << 14)
#define RIGHTS_FIRST ((1ULL << 13) - 1)
#define RIGHTS_OF_FILES \
	(LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_READ_FILE | RIGHT_TRUNCATE)

static int landlock_version(void)
{
	return (int)syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
}

static guint64 all_rights(int version)
{
	return RIGHTS_FIRST | (version >= 2 ? RIGHT_REFER : 0) | (version >= 3 ? RIGHT_TRUNCATE : 0);
}

static gboolean allow_path(int rules, const char *path, guint64 rights)
{
	struct landlock_path_beneath_attr beneath = { .allowed_access = rights };
	struct stat st;
	gboolean ok;

	beneath.parent_fd = open(path, O_PATH | O_CLOEXEC);
	if (beneath.parent_fd < 0)
		return errno == ENOENT || errno == ENOTDIR || errno == EACCES;
	/* a right of directories for a file is an error, and then nothing would be given up */
	if (fstat(beneath.parent_fd, &st) == 0 && !S_ISDIR(st.st_mode))
		beneath.allowed_access &= RIGHTS_OF_FILES;
	ok = syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0) == 0;
	close(beneath.parent_fd);
	return ok;
}

static gboolean allow_paths(int rules, const char *const *paths, gsize n, guint64 rights)
{
	gboolean ok = TRUE;

	for (gsize i = 0; i < n; i++)
		ok &= allow_path(rules, paths[i], rights);
	return ok;
}

static gboolean give_up_files(const GPtrArray *readable, const GPtrArray *writable)
{
	static const char *const libraries[] = { "/usr", "/lib", "/lib64", "/etc/ld.so.cache" };
	const guint64 reading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
	int version = landlock_version();
	struct landlock_ruleset_attr attributes = { .handled_access_fs = all_rights(version) };
	gboolean ok;
	int rules;

	if (version < 1)
		return FALSE;
	rules = (int)syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0);
	if (rules < 0)
		return FALSE;
	ok = allow_paths(rules, libraries, G_N_ELEMENTS(libraries), reading) &&
	     allow_paths(rules, (const char *const *)readable->pdata, readable->len, reading) &&
	     allow_paths(rules, (const char *const *)writable->pdata, writable->len, all_rights(version)) &&
	     prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
	     syscall(SYS_landlock_restrict_self, rules, 0) == 0;
	close(rules);
	return ok;
}

#else

static int landlock_version(void)
{
	return 0;
}

static gboolean give_up_files(const GPtrArray *readable, const GPtrArray *writable)
{
	(void)readable;
	(void)writable;
	return FALSE;
}

#endif

guint ys_confine_able(void)
{
	guint able = landlock_version() >= 1 ? YS_CONFINED_FILES : 0;

#ifdef HAVE_SECCOMP
	if (seccomp_api_get() >= 1 && prctl(PR_GET_SECCOMP) >= 0)
		able |= YS_CONFINED_CALLS;
#endif
	return able;
}

gboolean ys_confine_reading(const GPtrArray *readable, const GPtrArray *writable)
{
	/* asked before anything is given up: what a system has and refuses is no reason to do without */
	guint able = ys_confine_able(), done = 0;

	if (give_up_files(readable, writable))
		done |= YS_CONFINED_FILES;
	if (ys_confine_calls(YS_CONFINE_READING))
		done |= YS_CONFINED_CALLS;
	return done && (done & able) == able;
}
