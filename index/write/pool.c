#include "index/write/pool.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "index/store/disk.h"
#include "index/store/manifest_json.h"
#include "index/write/worker.h"

/* Deaths over a batch while no file was being read: more are no accident. */
#define ATTEMPTS_MAX 3

typedef struct {
	pid_t pid;              /* 0 none */
	int fd;
	GString *in;            /* of a line that has not come in whole */
	ys_batch *batch;        /* it is at; NULL when it was told to end */
	ys_job *job;            /* it is reading; NULL between files */
} member;

typedef struct {
	const ys_pool_options *options;
	const GPtrArray *batches;
	guint next;             /* batch to be given out */
	member *members;
} pool;

static gboolean broken(GError **error, const char *why)
{
	g_set_error(error, YS_ERROR, YS_ERROR_INTERNAL, "%s; the index in service is unchanged", why);
	return FALSE;
}

static ys_batch *next_batch(pool *p)
{
	return p->next < p->batches->len ? g_ptr_array_index(p->batches, p->next++) : NULL;
}

/* ---- members ---- */

static gboolean give(pool *p, member *m, ys_batch *batch, GError **error)
{
	guint number;
	char line[16];

	m->batch = batch;
	if (!batch) {
		shutdown(m->fd, SHUT_WR);
		return TRUE;
	}
	if (!g_ptr_array_find((GPtrArray *)p->batches, batch, &number))
		return broken(error, "a batch is not among those to be done");
	g_snprintf(line, sizeof line, "%u\n", number);
	/* one that has just died is found dead when it is read from */
	if (send(m->fd, line, strlen(line), MSG_NOSIGNAL) < 0 && errno != EPIPE && errno != ECONNRESET)
		return broken(error, g_strerror(errno));
	return TRUE;
}

/* A new process sees jobs and batches as they are now: what is done again after a death
 * must go to one. */
static gboolean start(pool *p, member *m, ys_batch *batch, GError **error)
{
	int fds[2];

	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, fds) != 0)
		return broken(error, g_strerror(errno));
	fflush(NULL);
	m->pid = fork();
	if (m->pid == 0) {
		/* or the others would never see that their writer is gone */
		for (guint i = 0; i < p->options->n_workers; i++)
			if (p->members[i].fd >= 0)
				close(p->members[i].fd);
		close(fds[0]);
		ys_worker_run(fds[1], p->batches, p->options->generation);
	}
	close(fds[1]);
	if (m->pid < 0) {
		broken(error, g_strerror(errno));
		close(fds[0]);
		m->pid = 0;
		return FALSE;
	}
	m->fd = fds[0];
	m->job = NULL;
	g_string_truncate(m->in, 0);
	return give(p, m, batch, error);
}

static int reap(member *m)
{
	int status = 0;

	close(m->fd);
	m->fd = -1;
	while (waitpid(m->pid, &status, 0) < 0 && errno == EINTR)
		;
	m->pid = 0;
	return status;
}

static char *cause_of_death(int status)
{
	if (WIFSIGNALED(status))
		return g_strdup_printf("signal %d (%s)", WTERMSIG(status), strsignal(WTERMSIG(status)));
	return g_strdup_printf("status %d", WEXITSTATUS(status));
}

/* Whoever was reading a file is blamed on it; all others of the batch are done again. */
static gboolean succeed(pool *p, member *m, int status, GError **error)
{
	g_autofree char *cause = cause_of_death(status);
	ys_batch *batch = m->batch;

	if (!m->job && ++batch->attempts == ATTEMPTS_MAX) {
		g_autofree char *why = g_strdup_printf("the process that wrote records ended with %s", cause);

		return broken(error, why);
	}
	for (guint i = 0; i < batch->jobs->len; i++) {
		ys_job *job = g_ptr_array_index(batch->jobs, i);

		if (job->outcome != YS_JOB_FAILED)
			ys_job_reset(job);
	}
	if (m->job) {
		g_autofree char *why = g_strdup_printf("the process that read it ended with %s; "
						       "it is left out, all else goes on", cause);

		m->job->outcome = YS_JOB_FAILED;
		ys_job_remark(m->job, 0, why);
	}
	return start(p, m, batch, error);
}

/* ---- what they tell ---- */

static gboolean take_error(const json_t *message, GError **error)
{
	g_autofree char *text = ys_bytes_from_json(json_array_get(message, 2));

	g_set_error_literal(error, YS_ERROR, json_integer_value(json_array_get(message, 1)),
			    text ? text : "writing failed");
	return FALSE;
}

static void take_stamp(ys_job *job, const json_t *message)
{
	job->stamp.size = json_integer_value(json_array_get(message, 2));
	job->stamp.mtime = json_integer_value(json_array_get(message, 3));
	job->stamp.unsettled = json_is_true(json_array_get(message, 4));
}

/* It waits for the answer. */
static void answer(pool *p, const member *m, const ys_job *job, const json_t *message)
{
	const char *identity = json_string_value(json_array_get(message, 2));
	gint64 mtime = json_integer_value(json_array_get(message, 3));
	const ys_pool_options *o = p->options;
	gboolean wanted = !o->is_wanted || !identity || o->is_wanted(job, identity, mtime, o->data);

	/* one that has just died is found dead when it is read from */
	if (send(m->fd, wanted ? "y\n" : "n\n", 2, MSG_NOSIGNAL) != 2)
		g_debug("process %ld does not wait for its answer", (long)m->pid);
}

static gboolean take_file(pool *p, member *m, ys_job *job, const char *what, const json_t *message)
{
	if (!strcmp(what, "begin")) {
		m->job = job;
		return TRUE;
	}
	if (!strcmp(what, "ask")) {
		answer(p, m, job, message);
		return TRUE;
	}
	if (!strcmp(what, "remark")) {
		ys_job_remark(job, json_integer_value(json_array_get(message, 2)),
			      json_string_value(json_array_get(message, 3)));
		return TRUE;
	}
	if (!strcmp(what, "same")) {
		take_stamp(job, message);
		job->outcome = YS_JOB_SAME;
	} else if (!strcmp(what, "read")) {
		job->entry = ys_manifest_entry_from_json(json_array_get(message, 2));
		job->outcome = YS_JOB_READ;
	} else if (!strcmp(what, "failed")) {
		g_autofree char *text = ys_bytes_from_json(json_array_get(message, 2));

		ys_job_remark(job, 0, text);
		job->outcome = YS_JOB_FAILED;
	}
	m->job = NULL;
	if (p->options->progress)
		p->options->progress(job, p->options->data);
	return job->outcome != YS_JOB_WAITING && (job->outcome != YS_JOB_READ || job->entry);
}

static gboolean take_message(pool *p, member *m, const json_t *message, GError **error)
{
	const char *what = json_string_value(json_array_get(message, 0));
	gsize i = json_integer_value(json_array_get(message, 1));

	if (what && m->batch && !strcmp(what, "error"))
		return take_error(message, error);
	if (what && m->batch && !strcmp(what, "done")) {
		m->batch->records = i;
		return give(p, m, next_batch(p), error);
	}
	return (what && m->batch && i < m->batch->jobs->len &&
		take_file(p, m, g_ptr_array_index(m->batch->jobs, i), what, message)) ||
	       broken(error, "a process that reads publications is not understood");
}

static gboolean take_lines(pool *p, member *m, GError **error)
{
	char *line = m->in->str, *end;

	for (; (end = strchr(line, '\n')); line = end + 1) {
		json_t *message = json_loadb(line, end - line, 0, NULL);
		gboolean ok = take_message(p, m, message, error);

		json_decref(message);
		if (!ok)
			return FALSE;
	}
	g_string_erase(m->in, 0, line - m->in->str);
	return TRUE;
}

/* Something came in, or it has ended. */
static gboolean listen_to(pool *p, member *m, GError **error)
{
	char buf[16384];
	ssize_t n = ys_disk_read_some(m->fd, buf, sizeof buf);
	int status;

	if (n > 0) {
		g_string_append_len(m->in, buf, n);
		return take_lines(p, m, error);
	}
	status = reap(m);
	return !m->batch || succeed(p, m, status, error);
}

/* ---- all of them ---- */

static gboolean start_all(pool *p, GError **error)
{
	for (guint i = 0; i < p->options->n_workers; i++) {
		ys_batch *batch = next_batch(p);
		g_autoptr(GError) why = NULL;

		if (!batch)
			return TRUE;
		if (start(p, &p->members[i], batch, &why))
			continue;
		/* where no more fit, those there are do the work */
		if (i == 0 || p->members[i].pid) {
			g_propagate_error(error, g_steal_pointer(&why));
			return FALSE;
		}
		p->next--;
		return TRUE;
	}
	return TRUE;
}

/* FALSE when nobody is left, or with *error. */
static gboolean wait_for_some(pool *p, GError **error)
{
	g_autofree struct pollfd *fds = g_new0(struct pollfd, p->options->n_workers);
	gboolean any = FALSE;

	for (guint i = 0; i < p->options->n_workers; i++) {
		fds[i] = (struct pollfd){ p->members[i].fd, POLLIN, 0 };
		any |= p->members[i].fd >= 0;
	}
	if (!any)
		return FALSE;
	if (poll(fds, p->options->n_workers, -1) < 0)
		return errno == EINTR || broken(error, g_strerror(errno));
	for (guint i = 0; i < p->options->n_workers; i++)
		if (fds[i].revents && !listen_to(p, &p->members[i], error))
			return FALSE;
	return TRUE;
}

static void end_all(pool *p)
{
	for (guint i = 0; i < p->options->n_workers; i++) {
		if (p->members[i].pid) {
			kill(p->members[i].pid, SIGKILL);
			reap(&p->members[i]);
		}
		g_string_free(p->members[i].in, TRUE);
	}
}

gboolean ys_pool_run(const GPtrArray *batches, const ys_pool_options *options, GError **error)
{
	g_autofree member *members = g_new0(member, options->n_workers);
	pool p = { .options = options, .batches = batches, .members = members };
	g_autoptr(GError) why = NULL;

	for (guint i = 0; i < options->n_workers; i++)
		members[i] = (member){ .fd = -1, .in = g_string_new(NULL) };
	if (start_all(&p, &why))
		while (wait_for_some(&p, &why))
			;
	end_all(&p);
	if (!why)
		return TRUE;
	g_propagate_error(error, g_steal_pointer(&why));
	return FALSE;
}
