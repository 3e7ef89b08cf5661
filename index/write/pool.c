/* Each member is a forked process at the other end of a socket.  It is given the number of a batch and
 * tells what became of each of its files; a question is answered before it goes on.  One loop polls all
 * sockets.  Whose end comes before that of its batch has died over the file it was reading: that file
 * has failed, and a new process does the batch again without it. */
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
#include "index/write/pipe.h"
#include "index/write/worker.h"

/* Deaths over a batch while no file was being read: more are no accident. */
#define ATTEMPTS_MAX 3
#define PATIENCE_SECONDS 600

typedef struct {
	pid_t pid;              /* 0 none */
	int fd;
	GString *in;            /* of a line that has not come in whole */
	ys_batch *batch;        /* it is at; NULL when it was told to end */
	ys_job *job;            /* it is reading; NULL between files */
	gint64 heard_us;        /* when it last said something, monotonic */
	gboolean late;          /* it said nothing for too long, and was killed */
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

static gboolean not_understood(GError **error)
{
	return broken(error, "a process that reads publications is not understood");
}

static ys_batch *next_batch(pool *p)
{
	return p->next < p->batches->len ? g_ptr_array_index(p->batches, p->next++) : NULL;
}

/* ---- members ---- */

static gboolean give(pool *p, member *m, ys_batch *batch, GError **error)
{
	guint number;

	m->batch = batch;
	if (!batch) {
		shutdown(m->fd, SHUT_WR);
		return TRUE;
	}
	if (!g_ptr_array_find((GPtrArray *)p->batches, batch, &number))
		return broken(error, "a batch is not among those to be done");
	/* one that has just died is found dead when it is read from */
	if (!ys_pipe_give(m->fd, number) && errno != EPIPE && errno != ECONNRESET)
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
		ys_worker_run(fds[1], p->batches, p->options->generation, p->options->unconfined);
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
	m->late = FALSE;
	m->heard_us = g_get_monotonic_time();
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

static guint patience(const pool *p)
{
	return p->options->seconds ? p->options->seconds : PATIENCE_SECONDS;
}

static char *cause_of_death(const pool *p, const member *m, int status)
{
	if (m->late)
		return g_strdup_printf("nothing said for %u seconds", patience(p));
	if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)
		return g_strdup_printf("more than %u seconds of work", YS_WORKER_SECONDS);
	if (WIFSIGNALED(status))
		return g_strdup_printf("signal %d (%s)", WTERMSIG(status), strsignal(WTERMSIG(status)));
	return g_strdup_printf("status %d", WEXITSTATUS(status));
}

/* Whoever was reading a file is blamed on it; all others of the batch are done again. */
static gboolean succeed(pool *p, member *m, int status, GError **error)
{
	g_autofree char *cause = cause_of_death(p, m, status);
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

/* ---- what they report ---- */

/* It waits for the answer. */
static void answer(pool *p, const member *m, const ys_job *job, const ys_report *report)
{
	const ys_pool_options *o = p->options;
	gboolean wanted = !o->is_wanted || o->is_wanted(job, report->text, report->stamp.mtime, o->data);

	/* one that has just died is found dead when it is read from */
	if (!ys_pipe_answer(m->fd, wanted))
		g_debug("process %ld does not wait for its answer", (long)m->pid);
}

/* The file has been dealt with. */
static void settle(pool *p, member *m, ys_job *job, ys_job_outcome outcome)
{
	job->outcome = outcome;
	m->job = NULL;
	if (p->options->progress)
		p->options->progress(job, p->options->data);
}

static void take_file(pool *p, member *m, ys_job *job, ys_report *report)
{
	switch (report->kind) {
	case YS_REPORT_BEGIN:
		m->job = job;
		break;
	case YS_REPORT_ASK:
		answer(p, m, job, report);
		break;
	case YS_REPORT_REMARK:
		ys_job_remark(job, (int)report->number, report->text);
		break;
	case YS_REPORT_WARNING:
		ys_job_warn(job, (int)report->number, report->text);
		break;
	case YS_REPORT_SAME:
		job->stamp = report->stamp;
		settle(p, m, job, YS_JOB_SAME);
		break;
	case YS_REPORT_MEMBER:
		g_ptr_array_add(job->members, g_strdup(report->text));
		break;
	case YS_REPORT_SEVERAL:
		job->stamp = report->stamp;
		job->cut = report->number != 0;
		settle(p, m, job, YS_JOB_SEVERAL);
		break;
	case YS_REPORT_READ:
		job->entry = g_steal_pointer(&report->entry);
		settle(p, m, job, YS_JOB_READ);
		break;
	default:
		job->stamp = report->stamp;
		job->save_as = report->kind == YS_REPORT_FAILED ? CLAMP(report->number, 0, YS_SAVE_AS_PDF) : 0;
		ys_job_remark(job, 0, report->text);
		settle(p, m, job, report->kind == YS_REPORT_FOREIGN ? YS_JOB_FOREIGN : YS_JOB_FAILED);
	}
}

static gboolean take_report(pool *p, member *m, ys_report *report, GError **error)
{
	if (report->kind == YS_REPORT_ERROR) {
		g_set_error_literal(error, YS_ERROR, (int)report->number, report->text);
		return FALSE;
	}
	if (report->kind == YS_REPORT_DONE) {
		m->batch->records = report->number;
		return give(p, m, next_batch(p), error);
	}
	if (report->job >= m->batch->jobs->len)
		return not_understood(error);
	take_file(p, m, g_ptr_array_index(m->batch->jobs, report->job), report);
	return TRUE;
}

static gboolean take_lines(pool *p, member *m, GError **error)
{
	char *line = m->in->str, *end;

	for (; (end = strchr(line, '\n')); line = end + 1) {
		g_auto(ys_report) report = { 0 };

		if (!m->batch || !ys_pipe_understand(line, end - line, &report))
			return not_understood(error);
		if (!take_report(p, m, &report, error))
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
		m->heard_us = g_get_monotonic_time();
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

/* One that hangs, or was stopped, must not hold the writer, and its lock, for ever.  Milliseconds until the
 * next of them is late; -1: none is at work. */
static int end_late(pool *p)
{
	gint64 now = g_get_monotonic_time(), next = -1;

	for (guint i = 0; i < p->options->n_workers; i++) {
		member *m = &p->members[i];
		gint64 left = m->heard_us + patience(p) * (gint64)G_USEC_PER_SEC - now;

		if (!m->pid || !m->batch || m->late)
			continue;
		if (left <= 0) {
			m->late = TRUE;
			kill(m->pid, SIGKILL);
		} else if (next < 0 || left < next) {
			next = left;
		}
	}
	return next < 0 ? -1 : (int)(next / 1000 + 1);
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
	if (poll(fds, p->options->n_workers, end_late(p)) < 0)
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
