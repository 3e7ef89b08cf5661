#include "index/write/saying.h"

/* Losses that are said without being asked for: more hide each other. */
#define SAID_MAX 20

void ys_say(const ys_saying *saying, const char *path, const char *format, ...)
{
	g_autofree char *text = NULL;
	va_list args;

	va_start(args, format);
	text = g_strdup_vprintf(format, args);
	va_end(args);
	saying->message(path, 0, text, saying->data);
}

static void say_all(ys_saying *saying, const ys_job *job, const GPtrArray *remarks)
{
	for (guint i = 0; i < remarks->len; i++) {
		const ys_remark *remark = g_ptr_array_index(remarks, i);

		saying->message(job->path, remark->line, remark->text, saying->data);
	}
}

static void say_read(ys_saying *saying, const ys_job *job)
{
	if (saying->warnings) {
		say_all(saying, job, job->remarks);
		say_all(saying, job, job->warnings);
		return;
	}
	saying->unsaid += job->warnings->len;
	if (saying->said + job->remarks->len > SAID_MAX) {
		saying->unsaid += job->remarks->len;
		return;
	}
	saying->said += job->remarks->len;
	say_all(saying, job, job->remarks);
}

void ys_say_job(ys_saying *saying, const ys_job *job)
{
	if (job->outcome == YS_JOB_CONVERTED)
		return;
	if (job->passed_over)
		ys_say(saying, job->path, "passed over: %s", ys_job_last_remark(job));
	else if (job->outcome == YS_JOB_READ)
		say_read(saying, job);
	else if (job->outcome != YS_JOB_SAME && job->parts)
		ys_say(saying, job->path, "it cannot be read together with the other parts of its publication, and the newest of "
		       "them is taken alone: %s", ys_job_last_remark(job));
	else if (job->save_as && !saying->convert)
		ys_say(saying, job->path, "%s, or have LibreOffice do that by --convert", ys_job_last_remark(job));
	else
		say_all(saying, job, job->remarks);
}
