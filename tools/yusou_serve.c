/* yusou-serve: what yusou serve runs.  A program of its own because its library for HTTP brings
 * one for TLS along, which every other command would load for nothing: a millisecond of the four
 * that a search takes. */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <netdb.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "index/search/search.h"
#include "tools/tool.h"
#include "tools/web/http.h"

#define PORT_DEFAULT 8080
#define JOBS_DEFAULT_MAX 8
#define JOBS_MAX 64
/* Workers that may be started at once in place of dead ones, and then one a second: one that
 * cannot live must not eat the machine. */
#define SPARE_MAX 10
/* Seconds that workers get to finish what they are at; they take less by themselves. */
#define PATIENCE 8

static struct {
	char *index, *listen;
	int port, jobs;
} options = { .port = PORT_DEFAULT };

static const GOptionEntry entries[] = {
	{ "index", 0, 0, G_OPTION_ARG_FILENAME, &options.index, "The index directory", "DIR" },
	{ "listen", 'l', 0, G_OPTION_ARG_FILENAME, &options.listen, "Where to listen (default: 127.0.0.1)",
	  "ADDRESS" },
	{ "port", 'p', 0, G_OPTION_ARG_INT, &options.port, "The port (default: 8080); 0: any that is free", "N" },
	{ "jobs", 'j', 0, G_OPTION_ARG_INT, &options.jobs,
	  "Processes that answer (default: the processors, up to 8)", "N" },
	G_OPTION_ENTRY_NULL
};

/* ---- the socket ---- */

static gboolean no_socket(GError **error, const char *address, int why)
{
	if (why == EADDRINUSE)
		g_set_error(error, YS_ERROR, YS_ERROR_IO,
			    "port %d of %s is taken by another program: name another with --port N, or let "
			    "--port 0 find a free one", options.port, address);
	else if (why == EACCES)
		g_set_error(error, YS_ERROR, YS_ERROR_IO,
			    "port %d of %s is for the administrator only: name one from 1024 on with --port N",
			    options.port, address);
	else
		g_set_error(error, YS_ERROR, YS_ERROR_IO, "cannot listen on port %d of %s: %s", options.port,
			    address, g_strerror(why));
	return FALSE;
}

static int open_socket(const struct addrinfo *at, const char *address, GError **error)
{
	int fd = socket(at->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0), yes = 1;

	if (fd >= 0 && setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) == 0 &&
	    bind(fd, at->ai_addr, at->ai_addrlen) == 0 && listen(fd, SOMAXCONN) == 0)
		return fd;
	no_socket(error, address, errno);
	if (fd >= 0)
		close(fd);
	return -1;
}

static int listen_on(const char *address, GError **error)
{
	const struct addrinfo hints = { .ai_socktype = SOCK_STREAM, .ai_flags = AI_PASSIVE | AI_NUMERICSERV };
	g_autofree char *port = g_strdup_printf("%d", options.port);
	struct addrinfo *found;
	int why = getaddrinfo(address, port, &hints, &found), fd;

	if (why) {
		g_set_error(error, YS_ERROR, YS_ERROR_INPUT, "'%s' is no address of this machine: %s", address,
			    gai_strerror(why));
		return -1;
	}
	fd = open_socket(found, address, error);
	freeaddrinfo(found);
	return fd;
}

/* Where a browser on this machine finds it. */
static void announce(int fd, const char *index)
{
	struct sockaddr_storage at;
	socklen_t len = sizeof at;
	char host[NI_MAXHOST], port[NI_MAXSERV];

	if (getsockname(fd, (struct sockaddr *)&at, &len) != 0 ||
	    getnameinfo((struct sockaddr *)&at, len, host, sizeof host, port, sizeof port,
			NI_NUMERICHOST | NI_NUMERICSERV) != 0)
		return;
	fprintf(stderr, at.ss_family == AF_INET6 ? "yusou: http://[%s]:%s/ serves %s; Ctrl-C ends it\n" :
						   "yusou: http://%s:%s/ serves %s; Ctrl-C ends it\n",
		host, port, index);
}

/* ---- workers ---- */

typedef struct {
	const web_site *site;
	int listening;
	sigset_t open_mask;     /* as it was before signals were blocked */
	pid_t *pids;            /* 0: none */
	int n;
	int spare;              /* workers that may be started at once */
	gint64 spared;          /* when that was counted, seconds */
} crew;

static gint64 now_seconds(void)
{
	return g_get_monotonic_time() / G_USEC_PER_SEC;
}

static pid_t start(const crew *c)
{
	pid_t parent = getpid(), pid;

	fflush(NULL);
	pid = fork();
	if (pid)
		return MAX(pid, 0);
	/* a parent that is killed takes its workers, and with them the port, along */
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	if (getppid() != parent)
		_exit(EXIT_SUCCESS);
	/* Ctrl-C goes to all of us; the parent says when to end */
	signal(SIGINT, SIG_IGN);
	exit(web_http_run(c->listening, c->site, &c->open_mask));
}

/* Start who is missing, as far as that is allowed now. */
static void fill(crew *c)
{
	gint64 now = now_seconds();

	c->spare = (int)MIN(c->spare + (now - c->spared), SPARE_MAX);
	c->spared = now;
	for (int i = 0; i < c->n; i++)
		if (!c->pids[i] && c->spare > 0) {
			c->spare--;
			c->pids[i] = start(c);
		}
}

static gboolean is_full(const crew *c)
{
	for (int i = 0; i < c->n; i++)
		if (!c->pids[i])
			return FALSE;
	return TRUE;
}

static gboolean is_empty(const crew *c)
{
	for (int i = 0; i < c->n; i++)
		if (c->pids[i])
			return FALSE;
	return TRUE;
}

static void say_death(const crew *c, int status, gboolean ending)
{
	const char *then = ending ? "" : "; another takes its place";

	if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)
		fprintf(stderr, "yusou: a request took more than %u seconds of processor time and was ended\n",
			c->site->cpu_seconds);
	else if (WIFSIGNALED(status))
		fprintf(stderr, "yusou: a worker was ended by signal %d (%s)%s\n", WTERMSIG(status),
			strsignal(WTERMSIG(status)), then);
	else
		fprintf(stderr, "yusou: a worker ended with status %d%s\n", WEXITSTATUS(status), then);
}

static void bury(crew *c, gboolean ending)
{
	int status;
	pid_t pid;

	while ((pid = waitpid(-1, &status, WNOHANG)) > 0)
		for (int i = 0; i < c->n; i++)
			if (c->pids[i] == pid) {
				c->pids[i] = 0;
				if (!ending || status != 0)
					say_death(c, status, ending);
			}
}

static void signal_all(const crew *c, int signal)
{
	for (int i = 0; i < c->n; i++)
		if (c->pids[i])
			kill(c->pids[i], signal);
}

static void dismiss(crew *c, const sigset_t *signals)
{
	const struct timespec second = { .tv_sec = 1 };
	gint64 until = now_seconds() + PATIENCE;

	signal_all(c, SIGTERM);
	for (bury(c, TRUE); !is_empty(c); bury(c, TRUE)) {
		if (now_seconds() > until)
			signal_all(c, SIGKILL);
		sigtimedwait(signals, NULL, &second);
	}
}

static void serve(crew *c)
{
	const struct timespec second = { .tv_sec = 1 };
	sigset_t signals, deaths;
	int signal;

	sigemptyset(&deaths);
	sigaddset(&deaths, SIGCHLD);
	signals = deaths;
	sigaddset(&signals, SIGTERM);
	sigaddset(&signals, SIGINT);
	sigaddset(&signals, SIGHUP);
	sigprocmask(SIG_BLOCK, &signals, &c->open_mask);
	do {
		fill(c);
		signal = sigtimedwait(&signals, NULL, is_full(c) ? NULL : &second);
		bury(c, FALSE);
	} while (signal == SIGCHLD || signal < 0);
	close(c->listening);
	dismiss(c, &deaths);
}

/* ---- the command ---- */

static web_site *site_of_options(GError **error)
{
	g_autoptr(web_site) site = web_site_new(NULL, error);

	if (site && options.index) {
		g_free(site->index);
		site->index = g_strdup(options.index);
	}
	return g_steal_pointer(&site);
}

static int serve_site(const web_site *site, const char *address)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(ys_search) search = NULL;
	g_autofree pid_t *pids = NULL;
	crew c = { .site = site, .n = options.jobs, .spare = options.jobs, .spared = now_seconds() };

	/* A newcomer has no index yet and has to be told; the pages would only say 503. */
	search = ys_search_open(site->index, &error);
	if (!search)
		return tool_fail(error);
	g_clear_pointer(&search, ys_search_free);
	c.listening = listen_on(address, &error);
	if (c.listening < 0)
		return tool_fail(error);
	announce(c.listening, site->index);
	pids = g_new0(pid_t, c.n);
	c.pids = pids;
	serve(&c);
	return EXIT_FOUND;
}

int main(int argc, char **argv)
{
	static char name[] = "serve";
	g_auto(GStrv) rest = NULL;
	g_autoptr(GError) error = NULL;
	g_autoptr(web_site) site = NULL;

	setlocale(LC_ALL, "");
	/* a visitor who goes away is an answer to a write */
	signal(SIGPIPE, SIG_IGN);
	/* what it is called in help and messages */
	if (argc > 0)
		argv[0] = name;
	if (!tool_options(argc, argv, entries, "", "The search as web pages, without a web server.", &rest))
		return EXIT_USAGE;
	if (*rest)
		return tool_usage("serve", "'%s' is too much: serve takes options only", *rest);
	if (options.port < 0 || options.port > 65535)
		return tool_usage("serve", "'%d' is no port; there are 0 to 65535", options.port);
	if (options.jobs < 0 || options.jobs > JOBS_MAX)
		return tool_usage("serve", "'%d' is no number of jobs; there are 1 to %d", options.jobs, JOBS_MAX);
	if (!options.jobs)
		options.jobs = (int)MIN(g_get_num_processors(), JOBS_DEFAULT_MAX);
	site = site_of_options(&error);
	if (!site)
		return tool_fail(error);
	return serve_site(site, options.listen ? options.listen : "127.0.0.1");
}
