/* What is said between the writer and one of the processes that read for it, over a socket. */
#ifndef YS_PIPE_H
#define YS_PIPE_H

#include <stdio.h>

#include "index/store/manifest_entry.h"
#include "index/write/file.h"

/* ---- what a worker reports ---- */

typedef enum {
	YS_REPORT_BEGIN,        /* it is about to read the file of a job */
	YS_REPORT_ASK,          /* is what is in it wanted?  It waits for the answer.  text: identity; stamp.mtime */
	YS_REPORT_REMARK,       /* number: line; text: to be said of it */
	YS_REPORT_WARNING,      /* the same, of what is only said when all is */
	YS_REPORT_SAME,         /* its content is the one that is indexed: stamp */
	YS_REPORT_READ,         /* entry: its records are in the scratch database, if it was wanted */
	YS_REPORT_MEMBER,       /* it is an archive of several publications, in which there is a file: text is its path */
	YS_REPORT_SEVERAL,      /* those were all of them: stamp; number: 1 if a remark said why there are more */
	YS_REPORT_FOREIGN,      /* there is no publication in it: text */
	YS_REPORT_FAILED,       /* it cannot be read: text; number: a ys_save_as, or 0 */
	YS_REPORT_DONE,         /* the batch is finished, its database committed; number: of its records */
	YS_REPORT_ERROR,        /* writing failed, and the process ends; number: ys_error_code; text */
	YS_N_REPORTS
} ys_report_kind;

typedef struct {
	ys_report_kind kind;
	guint job;              /* its place in the batch; 0 for the last two */
	gint64 number;
	char *text;             /* need not be UTF-8; NULL without one */
	ys_stamp stamp;
	ys_manifest_entry *entry;       /* NULL without one */
} ys_report;

/* FALSE if nobody reads any more. */
gboolean ys_pipe_report(int fd, const ys_report *report);

/* A line, without its end, as a report; FALSE if it is none, or lacks its text or entry. */
gboolean ys_pipe_understand(const char *line, gsize len, ys_report *report);
void ys_report_clear(ys_report *report);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ys_report, ys_report_clear)

/* ---- what it is told ---- */

/* To do a batch; the answer to what it asked.  FALSE and errno if it cannot be told. */
gboolean ys_pipe_give(int fd, guint batch);
gboolean ys_pipe_answer(int fd, gboolean wanted);

/* The same at the other end; FALSE if nothing more comes. */
gboolean ys_pipe_take(FILE *in, guint *batch);
gboolean ys_pipe_take_answer(FILE *in, gboolean *wanted);

#endif
