/* Work for the processes that read publications: files in, a scratch database out. */
#ifndef YS_BATCH_H
#define YS_BATCH_H

#include "index/store/manifest.h"
#include "index/write/file.h"
#include "src/publication/given.h"

typedef enum {
	YS_JOB_WAITING,
	YS_JOB_SAME,            /* its content is the one that is indexed */
	YS_JOB_READ,            /* entry says what was found; with a version, its documents are in the batch */
	YS_JOB_SEVERAL,         /* it is an archive of several publications: members */
	YS_JOB_FOREIGN,         /* there is no publication in it: the last remark says why */
	YS_JOB_FAILED,          /* the last remark says why */
	YS_JOB_CONVERTED        /* it could not be read; another job reads what it was converted into */
} ys_job_outcome;

/* Something to be said of a file. */
typedef struct {
	int line;               /* 0 for the file as a whole */
	char *text;
} ys_remark;

/* One file. */
typedef struct {
	char *path, *file;      /* as in ys_manifest_entry */
	char *sha256;           /* of the content that is indexed; NULL: read it in any case */
	char *archive;          /* that it lies in, a path; NULL: it is a file of its own */
	const char *inside;     /* its path in the archive */
	gint64 size, mtime;     /* of the file when it was looked at, to share the work out */
	gboolean named;         /* itself, not only a directory it was found in */
	gboolean of_page;       /* a browser saved it with a page (index/write/walk.h) */
	const ys_given *given;  /* what is known of it otherwise, borrowed; NULL */
	char *converted;        /* path of what is to be read in its place (index/write/convert.h); NULL */
	char *converted_from;   /* sha256 of what that was made of */
	GPtrArray *parts;       /* of ys_job: the other files of its publication, to be read with it; NULL */
	const ys_manifest_entry *before;        /* what was known of it, borrowed until it was read; NULL */
	char *composition;      /* of all of them (index/write/composition.h) */

	ys_job_outcome outcome;
	gboolean passed_over;
	ys_stamp stamp;
	ys_save_as save_as;     /* FAILED: what an office program could save it as; 0 none */
	GPtrArray *members;     /* of char *: SEVERAL: paths of the files in it */
	gboolean cut;           /* SEVERAL: it has more files, which cannot be read: the last remark says why */
	ys_manifest_entry *entry;
	GPtrArray *remarks;     /* of ys_remark: why it failed; or what of it was not read, converted or recognised */
	GPtrArray *warnings;    /* of ys_remark: what else is doubtful in it */
} ys_job;

ys_job *ys_job_new(const char *path, const char *file, const char *sha256, gint64 size, gint64 mtime);
/* Read the first of entries (of ys_manifest_entry) in any case; where there are more, with them, if all are as they are
 * there.  Takes composition. */
ys_job *ys_job_new_of_parts(const GPtrArray *entries, char *composition);
void ys_job_free(ys_job *job);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_job, ys_job_free)
void ys_job_remark(ys_job *job, int line, const char *text);
void ys_job_warn(ys_job *job, int line, const char *text);
/* What was said of it last; there must be something. */
const char *ys_job_last_remark(const ys_job *job);
/* As if it had never been tried. */
void ys_job_reset(ys_job *job);

/* What one process does at a time, and what is done again if it dies: neighbouring files,
 * or publications of an old segment that are copied to leave hidden ones behind. */
typedef struct {
	char *scratch;          /* the database that is filled; NULL: read only, write nothing */
	GPtrArray *jobs;        /* of ys_job, borrowed */
	char *source;           /* directory of the segment to copy from; NULL for files */
	GPtrArray *entries;     /* what to copy: of ys_manifest_entry, borrowed */

	guint64 records;        /* in scratch when it is done; it does not exist without any */
	guint attempts;         /* processes that died over it, not over one of its files */
	gboolean spoilt;        /* holds a publication that a newer file replaced: to be made again */
} ys_batch;

ys_batch *ys_batch_new(const char *scratch);
void ys_batch_free(ys_batch *batch);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_batch, ys_batch_free)

/* Those with the newest files first, as these win; of equally old ones those whose paths come last. */
void ys_batches_sort(GPtrArray *batches);

/* From the first on: of ys_job, those that could not be read and an office program reads; borrowed. */
GPtrArray *ys_batches_to_convert(const GPtrArray *batches, guint first);

/* Share jobs out to batches, in their order, so that n_workers have something to do and
 * memory is bounded.  Appends to batches; scratch databases are numbered by their place
 * there, in dir (NULL: nothing is to be written). */
void ys_batches_add(GPtrArray *batches, const GPtrArray *jobs, guint n_workers, const char *dir);

#endif
