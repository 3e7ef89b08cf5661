/* yusou.cgi: the search as a CGI program, and as a FastCGI one where the web server starts it
 * with a socket instead of a request.  doc/yusou.cgi.8 says how to install it. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <fastcgi.h>
#include <fcgiapp.h>

#include "src/output/text.h"
#include "tools/web/confine.h"
#include "tools/web/handler.h"

/* ---- what is the same for both ---- */

/* A variable of the request; NULL if it was not sent. */
typedef const char *(*get_fn)(const char *name, void *data);

static void fill(web_wire *wire, get_fn get, void *data)
{
	const char *https = get("HTTPS", data), *scheme = get("REQUEST_SCHEME", data);

	wire->method = get("REQUEST_METHOD", data);
	wire->query = get("QUERY_STRING", data);
	wire->path = get("PATH_INFO", data);
	wire->script = get("SCRIPT_NAME", data);
	wire->host = get("HTTP_HOST", data);
	wire->https = (https && !g_ascii_strcasecmp(https, "on")) || (scheme && !strcmp(scheme, "https"));
	wire->accept_language = get("HTTP_ACCEPT_LANGUAGE", data);
	wire->if_none_match = get("HTTP_IF_NONE_MATCH", data);
	wire->if_modified_since = get("HTTP_IF_MODIFIED_SINCE", data);
}

/* One line for the web server's log, whatever the message is made of. */
static char *log_line(const char *message)
{
	g_autoptr(GString) line = g_string_new("yusou.cgi: ");
	g_autofree char *text = g_utf8_make_valid(message, -1);

	ys_text_append_safe(line, text);
	g_string_append_c(line, '\n');
	return g_string_free(g_steal_pointer(&line), FALSE);
}

static void log_to_stderr(const char *message)
{
	g_autofree char *line = log_line(message);

	fputs(line, stderr);
}

/* ---- CGI ---- */

static const char *from_environment(const char *name, void *data)
{
	(void)data;
	return g_getenv(name);
}

static gboolean write_stdout(const char *data, gsize len, void *sink)
{
	const web_site *site = sink;

	while (len) {
		ssize_t n = write(STDOUT_FILENO, data, len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return FALSE;
		web_confine_moved(site);
		data += n;
		len -= (gsize)n;
	}
	return TRUE;
}

static int answer_once(const web_site *site)
{
	g_autoptr(web_handler) handler = NULL;
	g_autoptr(web_response) response = NULL;
	g_autoptr(GError) error = NULL;
	web_wire wire;

	web_confine(site);
	web_confine_request(site);
	fill(&wire, from_environment, NULL);
	handler = web_handler_new(site);
	response = web_answer(handler, &wire);
	if (response->log)
		log_to_stderr(response->log);
	/* a visitor who has gone is no failure; a body that cannot be finished is */
	if (web_response_send(response, write_stdout, (void *)site, &error) || !error)
		return EXIT_SUCCESS;
	log_to_stderr(error->message);
	return ys_error_answer(error)->exit_status;
}

/* The visitor is told that it is not his fault, the log what to do about it. */
static int answer_misconfigured(const GError *error)
{
	static const char text[] = "Status: 500 Internal Server Error\r\n"
				   "Content-Type: text/plain; charset=utf-8\r\n"
				   "X-Content-Type-Options: nosniff\r\n"
				   "Cache-Control: no-store\r\n\r\n"
				   "This search is not set up correctly.\n"
				   "搜索服务的设置有误，请与网站管理员联系。\n";

	log_to_stderr(error->message);
	fputs(text, stdout);
	return ys_error_answer(error)->exit_status;
}

/* ---- FastCGI ---- */

static const int end_signals[] = { SIGTERM, SIGUSR1, SIGINT };

/* Only interrupts waiting: the signals are blocked everywhere else. */
static volatile sig_atomic_t interrupted;

static void interrupt(int signal)
{
	(void)signal;
	interrupted = 1;
}

typedef struct {
	FCGX_Request *request;
	const web_site *site;
} fastcgi;

static const char *from_parameters(const char *name, void *data)
{
	return FCGX_GetParam(name, ((FCGX_Request *)data)->envp);
}

static gboolean write_request(const char *data, gsize len, void *sink)
{
	const fastcgi *to = sink;

	if (len > G_MAXINT || FCGX_PutStr(data, (int)len, to->request->out) < 0)
		return FALSE;
	web_confine_moved(to->site);
	return TRUE;
}

static void log_to_server(FCGX_Request *request, const char *message)
{
	g_autofree char *line = log_line(message);

	FCGX_PutS(line, request->err);
}

static void answer(web_handler *handler, const web_site *site, FCGX_Request *request)
{
	fastcgi sink = { request, site };
	g_autoptr(web_response) response = NULL;
	g_autoptr(GError) error = NULL;
	web_wire wire;

	fill(&wire, from_parameters, request);
	response = web_answer(handler, &wire);
	if (response->log)
		log_to_server(request, response->log);
	if (!web_response_send(response, write_request, &sink, &error) && error) {
		log_to_server(request, error->message);
		FCGX_FFlush(request->out);
		/* closed without the record that ends it: so that the half of a body is not taken for
		 * the whole */
		FCGX_Free(request, TRUE);
		return;
	}
	/* A connection that is kept would have to be waited on beside the socket, and would keep all
	 * other visitors waiting while nothing comes. */
	request->keepConnection = FALSE;
	FCGX_Finish_r(request);
}

static void end_set(sigset_t *set)
{
	sigemptyset(set);
	for (gsize i = 0; i < G_N_ELEMENTS(end_signals); i++)
		sigaddset(set, end_signals[i]);
}

/* As long as there are requests, waiting ends before a signal is let in. */
static gboolean is_over(void)
{
	const struct timespec at_once = { 0 };
	sigset_t end;

	end_set(&end);
	return interrupted || sigtimedwait(&end, NULL, &at_once) > 0;
}

/* Signals are let in only here, so that they never interrupt a request or get lost before
 * one. */
static gboolean wait_for_request(const sigset_t *open_mask)
{
	struct pollfd listening = { .fd = FCGI_LISTENSOCK_FILENO, .events = POLLIN };

	while (!is_over()) {
		if (ppoll(&listening, 1, NULL, open_mask) > 0)
			return TRUE;
		if (errno != EINTR)
			return FALSE;
	}
	return FALSE;
}

static gboolean is_passing(int accepted)
{
	/* another process was first, or the web server changed its mind */
	return accepted == -EAGAIN || accepted == -EINTR || accepted == -ECONNABORTED || accepted == -EPROTO;
}

static void catch_signals(sigset_t *open_mask)
{
	const struct sigaction action = { .sa_handler = interrupt };
	sigset_t blocked;

	end_set(&blocked);
	sigprocmask(SIG_BLOCK, &blocked, open_mask);
	for (gsize i = 0; i < G_N_ELEMENTS(end_signals); i++) {
		sigaction(end_signals[i], &action, NULL);
		sigdelset(open_mask, end_signals[i]);
	}
}

static int answer_many(const web_site *site)
{
	g_autoptr(web_handler) handler = web_handler_new(site);
	FCGX_Request request;
	sigset_t open_mask;
	int accepted = 0;

	if (FCGX_Init() != 0 ||
	    FCGX_InitRequest(&request, FCGI_LISTENSOCK_FILENO, FCGI_FAIL_ACCEPT_ON_INTR) != 0) {
		log_to_stderr("libfcgi cannot be used");
		return ys_error_answer(NULL)->exit_status;
	}
	catch_signals(&open_mask);
	/* Several processes wait at one socket, and only one of them gets what comes: the others must
	 * not stay in accept(), where no signal reaches them. */
	fcntl(FCGI_LISTENSOCK_FILENO, F_SETFL, fcntl(FCGI_LISTENSOCK_FILENO, F_GETFL) | O_NONBLOCK);
	web_confine(site);
	while (wait_for_request(&open_mask)) {
		/* reading the request counts */
		web_confine_request(site);
		accepted = FCGX_Accept_r(&request);
		if (accepted == 0)
			answer(handler, site, &request);
		web_confine_rest();
		if (accepted < 0 && !is_passing(accepted))
			break;
	}
	FCGX_Free(&request, TRUE);
	if (accepted < 0 && !is_passing(accepted)) {
		log_to_stderr(g_strerror(-accepted));
		return ys_error_answer(NULL)->exit_status;
	}
	return EXIT_SUCCESS;
}

int main(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(web_site) site = NULL;

	/* a visitor that goes away is an answer to a write, not a reason to die */
	signal(SIGPIPE, SIG_IGN);
	if (!FCGX_IsCGI()) {
		site = web_site_new(NULL, &error);
		if (site)
			return answer_many(site);
		log_to_stderr(error->message);
		return ys_error_answer(error)->exit_status;
	}
	if (!g_getenv("REQUEST_METHOD")) {
		fputs("yusou.cgi is started by a web server: yusou.cgi(8) says how.\n"
		      "Without one, try: yusou serve\n", stderr);
		return 2;
	}
	site = web_site_new(NULL, &error);
	return site ? answer_once(site) : answer_misconfigured(error);
}
