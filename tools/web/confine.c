#include "tools/web/confine.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "config.h"
#ifdef HAVE_SECCOMP
#include <seccomp.h>
#endif

/* An index of many segments is some hundred files, and for a moment two generations are open. */
#define FILES_MAX 1024
/* Beyond its processor time, a request may wait so long for a disk or a visitor. */
#define STANDSTILL_SECONDS 60

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

/* Lower both limits to at most n: what is given up cannot be taken back. */
static void bound(int resource, rlim_t n)
{
	struct rlimit limit;

	if (getrlimit(resource, &limit) != 0)
		return;
	limit.rlim_cur = MIN(limit.rlim_cur, n);
	limit.rlim_max = MIN(limit.rlim_max, n);
	setrlimit(resource, &limit);
}

static void bound_all(const web_site *site)
{
	bound(RLIMIT_CORE, 0);
	bound(RLIMIT_NOFILE, FILES_MAX);
	/* Not RLIMIT_AS: files of an index may be mapped, and are no memory that is taken from others.
	 * The shadow of the address sanitizer is, by terabytes. */
	if (site->memory_mb && !HAS_ASAN)
		bound(RLIMIT_DATA, (rlim_t)site->memory_mb << 20);
}

/* ---- system calls ---- */

#ifdef HAVE_SECCOMP

/* What Xapian, GLib, libfcgi, libmicrohttpd and the C library do on behalf of a request, in this
 * release of them and under other names in older and newer ones. */
static const int allowed[] = {
	/* files that are there */
	SCMP_SYS(read), SCMP_SYS(readv), SCMP_SYS(pread64), SCMP_SYS(preadv), SCMP_SYS(lseek),
	SCMP_SYS(close), SCMP_SYS(stat), SCMP_SYS(lstat), SCMP_SYS(fstat), SCMP_SYS(newfstatat),
	SCMP_SYS(statx), SCMP_SYS(statfs), SCMP_SYS(fstatfs), SCMP_SYS(access), SCMP_SYS(faccessat),
	SCMP_SYS(faccessat2), SCMP_SYS(readlink), SCMP_SYS(readlinkat), SCMP_SYS(getdents64),
	SCMP_SYS(getcwd), SCMP_SYS(fadvise64),
	/* answering: what is open for writing was opened before */
	SCMP_SYS(write), SCMP_SYS(writev), SCMP_SYS(accept), SCMP_SYS(accept4), SCMP_SYS(recvfrom),
	SCMP_SYS(recvmsg), SCMP_SYS(shutdown),
	SCMP_SYS(getsockname), SCMP_SYS(getpeername), SCMP_SYS(getsockopt), SCMP_SYS(setsockopt),
	SCMP_SYS(poll), SCMP_SYS(ppoll), SCMP_SYS(select), SCMP_SYS(pselect6), SCMP_SYS(epoll_create1),
	SCMP_SYS(epoll_ctl), SCMP_SYS(epoll_wait), SCMP_SYS(epoll_pwait),
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

/* Calls that are allowed in part. */
static int allow_in_part(scmp_filter_ctx filter)
{
	const scmp_datum_t writing = O_ACCMODE | O_CREAT | O_TRUNC, self = (scmp_datum_t)getpid();

	return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(open), 1,
				SCMP_A1(SCMP_CMP_MASKED_EQ, writing, 0)) |
	       seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1,
				SCMP_A2(SCMP_CMP_MASKED_EQ, writing, 0)) |
	       /* is this a terminal?  is there something to read? */
	       seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(ioctl), 1, SCMP_A1(SCMP_CMP_EQ, TCGETS, 0)) |
	       seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(ioctl), 1, SCMP_A1(SCMP_CMP_EQ, FIONREAD, 0)) |
	       seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(ioctl), 1, SCMP_A1(SCMP_CMP_EQ, FIONBIO, 0)) |
	       /* our own bounds, our own death by abort() */
	       seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 1, SCMP_A0(SCMP_CMP_EQ, 0, 0)) |
	       seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, SCMP_A0(SCMP_CMP_EQ, self, 0));
}

/* Everything else fails as on a kernel that does not have it: what a newer C library tries
 * first it then does in an older way, where killing the process, or another error, would
 * take the site down on the day of an upgrade.  For an intruder it is the same. */
static void give_up_calls(void)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(ENOSYS));
	int failed = 0;

	if (!filter)
		return;
	for (gsize i = 0; i < G_N_ELEMENTS(allowed); i++)
		failed |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, allowed[i], 0);
	failed |= allow_in_part(filter);
	failed |= allow_descriptors(filter);
	failed |= allow_sending(filter);
	/* the kernel tries the list for every call there is: sooner done as a tree */
	failed |= seccomp_attr_set(filter, SCMP_FLTATR_CTL_OPTIMIZE, 2);
	/* half a list would be a broken site */
	if (!failed)
		seccomp_load(filter);
	seccomp_release(filter);
}

#endif

void web_confine(const web_site *site)
{
	/* whoever started us may have ignored them */
	signal(SIGXCPU, SIG_DFL);
	signal(SIGALRM, SIG_DFL);
	bound_all(site);
#ifdef HAVE_SECCOMP
	give_up_calls();
#endif
}

/* ---- a request ---- */

void web_confine_request(const web_site *site)
{
	struct rusage used;
	struct rlimit limit;

	/* The soft limit only, so that it can be moved on for the next request. */
	if (getrusage(RUSAGE_SELF, &used) == 0 && getrlimit(RLIMIT_CPU, &limit) == 0) {
		gint64 us = ((gint64)used.ru_utime.tv_sec + used.ru_stime.tv_sec) * G_USEC_PER_SEC +
			    used.ru_utime.tv_usec + used.ru_stime.tv_usec;
		rlim_t seconds = (rlim_t)((us + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC) + site->cpu_seconds;

		limit.rlim_cur = MIN(seconds, limit.rlim_max);
		setrlimit(RLIMIT_CPU, &limit);
	}
	web_confine_moved(site);
}

void web_confine_moved(const web_site *site)
{
	alarm(site->cpu_seconds + STANDSTILL_SECONDS);
}

void web_confine_rest(void)
{
	alarm(0);
}
