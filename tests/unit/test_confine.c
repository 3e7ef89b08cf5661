/* Each test goes on in a child, which tells by its exit status: what is given up stays so. */
#include "tools/web/confine.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "config.h"

/* It has the memory of its own bookkeeping, and starts a process to look for leaks. */
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

static const web_site site = { .cpu_seconds = 1, .memory_mb = 64 };

/* The wait status of a child that was confined and then did what. */
static int status_of(int (*what)(void))
{
	int status = -1;
	pid_t pid = fork();

	assert_true(pid >= 0);
	if (pid == 0) {
		web_confine(&site);
		web_confine_request(&site);
		_exit(what());
	}
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	return status;
}

static int exit_of(int (*what)(void))
{
	int status = status_of(what);

	return WIFEXITED(status) ? WEXITSTATUS(status) : -status;
}

/* ---- what is still possible ---- */

static int reads_a_file(void)
{
	char byte;
	int fd = open("/etc/passwd", O_RDONLY | O_CLOEXEC);

	return fd >= 0 && read(fd, &byte, 1) == 1 && close(fd) == 0;
}

static int walks_a_directory(void)
{
	g_autoptr(GDir) dir = g_dir_open("/", 0, NULL);

	return dir && g_dir_read_name(dir);
}

static int takes_memory(void)
{
	g_autofree char *some = g_try_malloc(8 << 20);

	if (some)
		memset(some, 1, 8 << 20);
	return some && some[4711] == 1;
}

/* Open before the child is confined. */
static int listening = -1;

static int answers_who_connects(void)
{
	int fd = accept4(listening, NULL, NULL, SOCK_CLOEXEC);

	return fd >= 0 && send(fd, "x", 1, MSG_NOSIGNAL) == 1;
}

static void reading_and_answering_go_on(void **state)
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t len = sizeof address;
	int client = socket(AF_INET, SOCK_STREAM, 0);

	(void)state;
	assert_int_equal(exit_of(reads_a_file), 1);
	assert_int_equal(exit_of(walks_a_directory), 1);
	assert_int_equal(exit_of(takes_memory), 1);
	listening = socket(AF_INET, SOCK_STREAM, 0);
	assert_int_equal(bind(listening, (struct sockaddr *)&address, sizeof address), 0);
	assert_int_equal(listen(listening, 1), 0);
	assert_int_equal(getsockname(listening, (struct sockaddr *)&address, &len), 0);
	assert_int_equal(connect(client, (struct sockaddr *)&address, len), 0);
	assert_int_equal(exit_of(answers_who_connects), 1);
	close(client);
	close(listening);
}

/* ---- what is not ---- */

static int opens_for_writing(void)
{
	return open("/dev/null", O_WRONLY) >= 0 || open("/dev/null", O_RDWR) >= 0 ||
	       open("/tmp", O_TMPFILE | O_WRONLY, 0600) >= 0 || creat("/dev/null", 0600) >= 0 ||
	       openat(AT_FDCWD, "/dev/null", O_RDONLY | O_TRUNC) >= 0;
}

static int changes_files(void)
{
	return !mkdir("/nowhere/x", 0700) || errno != ENOSYS || !unlink("/nowhere") || errno != ENOSYS ||
	       !rename("/nowhere", "/nowhere/x") || errno != ENOSYS || !chmod("/nowhere", 0) || errno != ENOSYS;
}

static int cannot_start_a_program(void)
{
	execl("/bin/true", "true", (char *)NULL);
	return errno == ENOSYS;
}

static int forks(void)
{
	pid_t pid = fork();

	if (pid == 0)
		_exit(0);
	return pid > 0;
}

static int connects(void)
{
	return socket(AF_INET, SOCK_STREAM, 0) >= 0 || socket(AF_UNIX, SOCK_STREAM, 0) >= 0 ||
	       connect(0, NULL, 0) == 0 || errno != ENOSYS;
}

/* A socket that listened is a fresh one after shutdown(), and data that is sent with it to an
 * address opens a connection (TCP Fast Open). */
static int connects_by_sending(void)
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	char byte = 'x';
	struct iovec data = { &byte, 1 };
	struct msghdr message = {
		.msg_name = &address,
		.msg_namelen = sizeof address,
		.msg_iov = &data,
		.msg_iovlen = 1,
	};

	address.sin_port = htons(9);
	shutdown(listening, SHUT_RDWR);
	return sendto(listening, &byte, 1, MSG_FASTOPEN, (struct sockaddr *)&address, sizeof address) >= 0 ||
	       errno != ENOSYS || sendmsg(listening, &message, MSG_FASTOPEN) >= 0 || errno != ENOSYS;
}

/* Who owns a descriptor is sent any signal that was chosen when something comes in. */
static int signals_by_descriptor(void)
{
	return fcntl(0, F_SETOWN, getppid()) == 0 || errno != ENOSYS || fcntl(0, F_SETSIG, SIGKILL) == 0 ||
	       errno != ENOSYS || fcntl(0, F_GETFL) < 0;
}

static int does_what_no_request_needs(void)
{
	static const long calls[] = {
		SYS_io_uring_setup, SYS_ptrace, SYS_process_vm_writev, SYS_memfd_create, SYS_openat2, SYS_clone3,
		SYS_execveat, SYS_unlinkat, SYS_renameat2, SYS_fchmodat, SYS_fchownat, SYS_linkat,
		SYS_symlinkat, SYS_mkdirat, SYS_mknodat, SYS_truncate, SYS_ftruncate, SYS_fallocate, SYS_setxattr,
		SYS_utimensat, SYS_mount, SYS_chroot, SYS_unshare, SYS_setns, SYS_bpf, SYS_perf_event_open,
		SYS_keyctl, SYS_userfaultfd, SYS_socketpair, SYS_bind, SYS_listen, SYS_pidfd_open,
		SYS_pidfd_send_signal, SYS_rt_sigqueueinfo, SYS_tkill, SYS_shmget, SYS_msgget, SYS_setuid,
	};

	for (gsize i = 0; i < G_N_ELEMENTS(calls); i++)
		if ((!HAS_ASAN || calls[i] != SYS_ptrace) &&
		    (syscall(calls[i], -1L, 0L, 0L, 0L, 0L, 0L) != -1 || errno != ENOSYS))
			return (int)i + 1;
	return 0;
}

static int kills_another(void)
{
	return kill(getppid(), 0) == 0;
}

static void everything_else_fails(void **state)
{
	(void)state;
#ifndef HAVE_SECCOMP
	print_message("built without libseccomp\n");
	skip();
#endif
	assert_int_equal(exit_of(opens_for_writing), 0);
	assert_int_equal(exit_of(changes_files), 0);
	assert_int_equal(exit_of(cannot_start_a_program), 1);
	assert_int_equal(exit_of(connects), 0);
	assert_int_equal(exit_of(signals_by_descriptor), 0);
	assert_int_equal(exit_of(does_what_no_request_needs), 0);
	listening = socket(AF_INET, SOCK_STREAM, 0);
	assert_int_equal(listen(listening, 1), 0);
	assert_int_equal(exit_of(connects_by_sending), 0);
	close(listening);
	if (HAS_ASAN)
		return;
	assert_int_equal(exit_of(forks), 0);
	assert_int_equal(exit_of(kills_another), 0);
}

/* ---- bounds ---- */

static int never_ends(void)
{
	for (volatile guint i = 0;; i++)
		;
	return 0;
}

static void a_request_that_never_ends_is_ended(void **state)
{
	int status;

	(void)state;
	status = status_of(never_ends);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGXCPU);
}

static void use_seconds(double seconds)
{
	while ((double)clock() / CLOCKS_PER_SEC < seconds)
		;
}

static guint64 cpu_limit(void)
{
	struct rlimit limit;

	getrlimit(RLIMIT_CPU, &limit);
	return limit.rlim_cur;
}

/* What was used before is rounded up to whole seconds: no request gets less than its time. */
static int gives_each_request_its_own_time(void)
{
	guint64 first;

	use_seconds(0.01);
	web_confine_request(&site);
	first = cpu_limit();
	use_seconds(1.01);
	web_confine_request(&site);
	return first == 2 && cpu_limit() == 3;
}

static void the_next_request_has_its_own_time(void **state)
{
	(void)state;
	assert_int_equal(exit_of(gives_each_request_its_own_time), 1);
}

static int takes_too_much_memory(void)
{
	g_autofree char *some = g_try_malloc(65 << 20);

	return some != NULL;
}

static void memory_is_bounded(void **state)
{
	(void)state;
	if (HAS_ASAN) {
		print_message("the address sanitizer takes more than the bound by itself\n");
		skip();
	}
	assert_int_equal(exit_of(takes_too_much_memory), 0);
}

static int leaves_a_core(void)
{
	struct rlimit limit;

	return getrlimit(RLIMIT_CORE, &limit) != 0 || limit.rlim_cur || limit.rlim_max;
}

static int can_open_everything(void)
{
	struct rlimit limit;

	return getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_max > 1024;
}

static void cores_and_open_files_are_bounded(void **state)
{
	(void)state;
	assert_int_equal(exit_of(leaves_a_core), 0);
	assert_int_equal(exit_of(can_open_everything), 0);
}

static int is_watched_by_the_clock(void)
{
	/* running, and running anew */
	if (!alarm(1))
		return 2;
	web_confine_moved(&site);
	if (alarm(1) < 2)
		return 3;
	web_confine_rest();
	return alarm(0) == 0;
}

static void a_request_that_stands_still_is_ended(void **state)
{
	(void)state;
	assert_int_equal(exit_of(is_watched_by_the_clock), 1);
}

static int aborts(void)
{
	abort();
}

static void a_failed_assertion_still_ends_the_process(void **state)
{
	int status;

	(void)state;
	status = status_of(aborts);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGABRT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reading_and_answering_go_on),
		cmocka_unit_test(everything_else_fails),
		cmocka_unit_test(a_request_that_never_ends_is_ended),
		cmocka_unit_test(the_next_request_has_its_own_time),
		cmocka_unit_test(memory_is_bounded),
		cmocka_unit_test(cores_and_open_files_are_bounded),
		cmocka_unit_test(a_request_that_stands_still_is_ended),
		cmocka_unit_test(a_failed_assertion_still_ends_the_process),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
