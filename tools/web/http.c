/* libmicrohttpd parses requests and keeps connections; what is answered is the handler's.  One thread
 * polls, so that the process can be stopped between two answers, and counts for itself what the library
 * does not bound: how long a request may trickle, and how many may wait.  The address is kept as it was
 * sent, since the handler judges bytes. */
#include "tools/web/http.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>

#include <microhttpd.h>

#include "src/output/text.h"
#include "tools/web/confine.h"
#include "tools/web/handler.h"

/* Bounds of one process.  Memory holds the request line, all headers, and what is being sent. */
#define CONNECTIONS_MAX 256
#define CONNECTION_BYTES_MAX (32 * 1024)
#define BLOCK_BYTES (16 * 1024)
/* Seconds: without a byte either way; for a request to come in whole, however it trickles;
 * for an answer to be taken. */
#define SILENCE_MAX 15
#define REQUEST_MAX 20
#define ANSWER_MAX 600
/* What is being answered when the end comes. */
#define FAREWELL_MAX 5

typedef struct {
	const web_site *site;
	web_handler *handler;
	GPtrArray *connections; /* of connection */
	guint answering;        /* requests that are answered and not yet sent whole */
} server;

typedef struct {
	int fd;
	gint64 since;           /* seconds: waiting for a request, or being answered */
	gboolean answering;
} connection;

static void say(const char *message)
{
	g_autoptr(GString) line = g_string_new("yusou: ");
	g_autofree char *text = g_utf8_make_valid(message, -1);

	ys_text_append_safe(line, text);
	fprintf(stderr, "%s\n", line->str);
}

static gint64 now_seconds(void)
{
	return g_get_monotonic_time() / G_USEC_PER_SEC;
}

/* ---- bodies made piece by piece ---- */

typedef struct {
	const web_site *site;
	web_response *response;
	GString *piece;
	gsize sent;             /* of the piece */
	gboolean more;
	clock_t used;           /* processor time, by all pieces */
} body;

static void body_free(void *data)
{
	body *b = data;

	web_response_free(b->response);
	g_string_free(b->piece, TRUE);
	g_free(b);
}

/* The next piece; FALSE and said why if there is none although there should be. */
static gboolean next_piece(body *b)
{
	g_autoptr(GError) error = NULL;
	clock_t began = clock();

	g_string_truncate(b->piece, 0);
	b->sent = 0;
	web_confine_request(b->site);
	b->more = b->response->next(b->response->data, b->piece, &error);
	web_confine_rest();
	b->used += clock() - began;
	if (!error && b->used / CLOCKS_PER_SEC < b->site->cpu_seconds)
		return TRUE;
	say(error ? error->message : "an answer took more processor time than a request may; it was cut off");
	return FALSE;
}

static ssize_t read_body(void *data, uint64_t position, char *buffer, size_t max)
{
	body *b = data;
	gsize n;

	(void)position;
	while (b->sent == b->piece->len) {
		if (!b->more)
			return MHD_CONTENT_READER_END_OF_STREAM;
		if (!next_piece(b))
			return MHD_CONTENT_READER_END_WITH_ERROR;
	}
	n = MIN(max, b->piece->len - b->sent);
	memcpy(buffer, b->piece->str + b->sent, n);
	b->sent += n;
	return (ssize_t)n;
}

/* ---- requests ---- */

static const char *header_of(const web_response *response, const char *name)
{
	for (guint i = 0; i < response->headers->len; i++) {
		const web_header *header = g_ptr_array_index(response->headers, i);

		if (!g_ascii_strcasecmp(header->name, name))
			return header->value;
	}
	return NULL;
}

/* A body that is made while it is sent, or one whose length is told and which is not sent.
 * Takes the response. */
static struct MHD_Response *streamed(const web_site *site, web_response *response)
{
	const char *length = header_of(response, "Content-Length");
	body *b = g_new0(body, 1);

	b->site = site;
	b->response = response;
	b->piece = g_string_new_len(response->body->str, (gssize)response->body->len);
	b->more = response->next != NULL;
	return MHD_create_response_from_callback(length ? g_ascii_strtoull(length, NULL, 10) : MHD_SIZE_UNKNOWN,
						 BLOCK_BYTES, read_body, b, body_free);
}

static struct MHD_Response *whole(web_response *response)
{
	gsize len = response->body->len;
	char *text = g_string_free(response->body, FALSE);

	response->body = g_string_new(NULL);
	return MHD_create_response_from_buffer_with_free_callback(len, text, g_free);
}

/* Takes the response. */
static enum MHD_Result queue(struct MHD_Connection *to, const web_site *site, web_response *response,
			     gboolean head)
{
	gboolean has_no_body = head || response->status == 304, is_streamed = response->next || has_no_body;
	struct MHD_Response *answer = is_streamed ? streamed(site, response) : whole(response);
	enum MHD_Result result = MHD_NO;

	for (guint i = 0; answer && i < response->headers->len; i++) {
		const web_header *header = g_ptr_array_index(response->headers, i);

		/* which libmicrohttpd writes itself */
		if (g_ascii_strcasecmp(header->name, "Content-Length"))
			MHD_add_response_header(answer, header->name, header->value);
	}
	/* Of a body that is not sent, libmicrohttpd 0.9.75 tells a length of 0, which is wrong for HEAD
	 * and 304, or else sends the end of its last chunk.  No chunks, as for HTTP/1.0, and so a
	 * connection that ends. */
	if (answer && has_no_body && !header_of(response, "Content-Length"))
		MHD_set_response_options(answer, MHD_RF_HTTP_VERSION_1_0_ONLY, MHD_RO_END);
	if (answer) {
		result = MHD_queue_response(to, (unsigned)response->status, answer);
		MHD_destroy_response(answer);
	}
	if (!is_streamed)
		web_response_free(response);
	return result;
}

static connection *connection_of(struct MHD_Connection *handle)
{
	return MHD_get_connection_info(handle, MHD_CONNECTION_INFO_SOCKET_CONTEXT)->socket_context;
}

static const char *sent_header(struct MHD_Connection *from, const char *name)
{
	return MHD_lookup_connection_value(from, MHD_HEADER_KIND, name);
}

/* The address as it was sent; what libmicrohttpd makes of it has lost the bytes we have to
 * judge. */
typedef struct {
	char *address;
	gboolean seen;          /* its headers: the rest of it may come in */
} exchange;

static void *keep_address(void *data, const char *address, struct MHD_Connection *from)
{
	exchange *x = g_new0(exchange, 1);

	(void)data;
	(void)from;
	x->address = g_strdup(address);
	return x;
}

/* Behind the authority, for a request in the form that proxies use: RFC 9112, section 3.2.2.  Schemes
 * have no case. */
static char *path_of(char *address)
{
	char *authority = !g_ascii_strncasecmp(address, "http://", 7) ? address + 7 : NULL;

	return authority ? authority + strcspn(authority, "/?") : address;
}

static enum MHD_Result answer(server *s, struct MHD_Connection *to, const char *method, char *address)
{
	char *path = path_of(address), *question = strchr(path, '?');
	connection *c = connection_of(to);
	web_response *response;
	web_wire wire = {
		.method = method,
		.path = path,
		.script = "/",
		.host = sent_header(to, "Host"),
		.accept_language = sent_header(to, "Accept-Language"),
		.if_none_match = sent_header(to, "If-None-Match"),
		.if_modified_since = sent_header(to, "If-Modified-Since"),
	};

	if (question) {
		*question = '\0';
		wire.query = question + 1;
	}
	c->answering = TRUE;
	c->since = now_seconds();
	s->answering++;
	web_confine_request(s->site);
	response = web_answer(s->handler, &wire);
	web_confine_rest();
	if (response->log)
		say(response->log);
	return queue(to, s->site, response, !strcmp(method, "HEAD"));
}

/* Called when the headers are there, with each piece of a body, and at the end of it. */
static enum MHD_Result on_request(void *data, struct MHD_Connection *from, const char *url, const char *method,
				  const char *version, const char *upload, size_t *upload_size, void **context)
{
	exchange *x = *context;

	(void)url;
	(void)version;
	(void)upload;
	/* Answered before its end, a request costs the connection.  That is right for those that are
	 * refused for their method, and may have a long body. */
	if (!x->seen && (!strcmp(method, "GET") || !strcmp(method, "HEAD"))) {
		x->seen = TRUE;
		return MHD_YES;
	}
	if (*upload_size) {
		*upload_size = 0;
		return MHD_YES;
	}
	return answer(data, from, method, x->address);
}

static void on_completed(void *data, struct MHD_Connection *of, void **context,
			 enum MHD_RequestTerminationCode how)
{
	server *s = data;
	connection *c = connection_of(of);
	exchange *x = *context;

	(void)how;
	g_free(x->address);
	g_free(x);
	*context = NULL;
	if (c->answering)
		s->answering--;
	c->answering = FALSE;
	c->since = now_seconds();
}

/* ---- connections ---- */

static void on_connection(void *data, struct MHD_Connection *handle, void **context,
			  enum MHD_ConnectionNotificationCode what)
{
	server *s = data;
	connection *c = *context;

	if (what == MHD_CONNECTION_NOTIFY_STARTED) {
		c = g_new0(connection, 1);
		c->fd = MHD_get_connection_info(handle, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
		c->since = now_seconds();
		g_ptr_array_add(s->connections, c);
		*context = c;
	} else if (c) {
		if (c->answering)
			s->answering--;
		g_ptr_array_remove_fast(s->connections, c);
		g_free(c);
		*context = NULL;
	}
}

/* libmicrohttpd bounds silence only, and a byte now and then breaks it. */
static void close_slow(server *s)
{
	gint64 now = now_seconds();

	for (guint i = 0; i < s->connections->len; i++) {
		const connection *c = g_ptr_array_index(s->connections, i);

		if (now - c->since > (c->answering ? ANSWER_MAX : REQUEST_MAX))
			shutdown(c->fd, SHUT_RDWR);
	}
}

/* ---- the process ---- */

/* Only interrupts waiting: the signal is blocked everywhere else. */
static volatile sig_atomic_t interrupted;

static void interrupt(int signal)
{
	(void)signal;
	interrupted = 1;
}

/* As long as somebody wants something, waiting ends before a signal is let in. */
static gboolean is_over(void)
{
	const struct timespec at_once = { 0 };
	sigset_t end;

	sigemptyset(&end);
	sigaddset(&end, SIGTERM);
	return interrupted || sigtimedwait(&end, NULL, &at_once) == SIGTERM;
}

/* Wait until there is something to do, a second at most while somebody is connected. */
static void wait_and_run(struct MHD_Daemon *daemon, const server *s, const sigset_t *mask)
{
	guint connected = s->connections->len;
	struct pollfd ready = {
		.fd = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_EPOLL_FD)->epoll_fd,
		.events = POLLIN,
	};
	struct timespec timeout = { .tv_sec = 1 };
	MHD_UNSIGNED_LONG_LONG ms;

	if (MHD_get_timeout(daemon, &ms) == MHD_YES && ms < 1000) {
		timeout.tv_sec = 0;
		timeout.tv_nsec = (long)ms * 1000000;
	}
	ppoll(&ready, 1, s->connections->len ? &timeout : NULL, mask);
	MHD_run(daemon);
	/* With as many connections as it may have, libmicrohttpd stops to listen, and begins again when it
	 * is run after some of them ended.  If all ended at once nothing else would ever wake us. */
	if (s->connections->len < connected)
		MHD_run(daemon);
}

static void serve(struct MHD_Daemon *daemon, server *s, const sigset_t *open_mask)
{
	sigset_t mask = *open_mask;
	gint64 swept = now_seconds(), until;

	sigdelset(&mask, SIGTERM);
	while (!is_over()) {
		wait_and_run(daemon, s, &mask);
		if (now_seconds() > swept) {
			swept = now_seconds();
			close_slow(s);
		}
	}
	/* the socket is the parent's, who closes it */
	MHD_quiesce_daemon(daemon);
	until = now_seconds() + FAREWELL_MAX;
	while (s->answering && now_seconds() < until)
		wait_and_run(daemon, s, open_mask);
}

int web_http_run(int listening, const web_site *site, const sigset_t *open_mask)
{
	const struct sigaction action = { .sa_handler = interrupt };
	server s = { .site = site };
	struct MHD_Daemon *daemon;

	sigaction(SIGTERM, &action, NULL);
	s.handler = web_handler_new(site);
	s.connections = g_ptr_array_new();
	daemon = MHD_start_daemon(MHD_USE_EPOLL, 0, NULL, NULL, on_request, &s,
				  MHD_OPTION_LISTEN_SOCKET, listening,
				  MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS_MAX,
				  MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)CONNECTION_BYTES_MAX,
				  MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)SILENCE_MAX,
				  MHD_OPTION_URI_LOG_CALLBACK, keep_address, NULL,
				  MHD_OPTION_NOTIFY_COMPLETED, on_completed, &s,
				  MHD_OPTION_NOTIFY_CONNECTION, on_connection, &s,
				  MHD_OPTION_END);
	if (daemon) {
		web_confine(site);
		serve(daemon, &s, open_mask);
		MHD_stop_daemon(daemon);
	} else {
		say("libmicrohttpd cannot be started");
	}
	g_ptr_array_unref(s.connections);
	web_handler_free(s.handler);
	return daemon ? EXIT_SUCCESS : ys_error_answer(NULL)->exit_status;
}
