/* The other end of pool.c: takes numbers of batches, reads each file of one, writes its records to a
 * scratch database of the batch, and reports.  It shares nothing with the writer but what was there
 * when it was forked, and ends without its writer, by a signal where the system has one.  Copying from
 * a segment that is left behind is a batch too. */
#include "index/write/worker.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#include "index/schema.h"
#include "index/stored.h"
#include "index/store/disk.h"
#include "index/write/document.h"
#include "index/write/former.h"
#include "index/write/opened.h"
#include "index/write/pipe.h"
#include "src/confine.h"
#include "src/error.h"
#include "src/original/parts.h"
#include "src/publication/publication.h"

/* Of what it may write: ten times a text of the largest size, and what a database holds back. */
#define MEMORY_MAX (G_GUINT64_CONSTANT(4) << 30)

typedef struct {
	int fd;
	FILE *in;               /* the same, to read lines from */
	guint generation;
	const ys_batch *batch;
	xc_writer *writer;      /* of the batch's scratch database; NULL until something is written */
	ys_document_writer *documents;
	ys_opened *opened;      /* the archive that files were read from last */
	guint64 records;
} worker;

#ifdef YS_COVERAGE
void __gcov_dump(void);
#endif

/* Not exit(): what the writer has registered for its own end is not the worker's to run.  Lines
 * that were counted would be lost with it. */
static void end(int status) G_GNUC_NORETURN;

static void end(int status)
{
#ifdef YS_COVERAGE
	__gcov_dump();
#endif
	_exit(status);
}

/* Without its reader there is nothing left to do. */
static void report(worker *w, const ys_report *what)
{
	if (!ys_pipe_report(w->fd, what))
		end(1);
}

static void report_text(worker *w, ys_report_kind kind, guint job, gint64 number, const char *text)
{
	report(w, &(ys_report){ .kind = kind, .job = job, .number = number, .text = (char *)text });
}

/* All records of a version one after the other, in their order. */
static gboolean write_record(worker *w, const ys_record *record, ys_former *former, const char *version, gboolean last,
			     GError **error)
{
	g_autoptr(GPtrArray) ids = ys_former_ids(former, record);
	g_autoptr(xc_document) doc = NULL;

	if (!w->batch->scratch)
		return TRUE;
	if (!w->writer && !(w->writer = xc_writer_create(w->batch->scratch, error)))
		return FALSE;
	doc = ys_document_new(w->documents, record, ids, version, last);
	w->records++;
	return xc_writer_add(w->writer, doc, error);
}

/* ---- reading files ---- */

/* Each once: a row of a table and the project in it have the same ones. */
static void report_warning(worker *w, ys_report_kind kind, guint i, const ys_warning *warning, GHashTable *said)
{
	g_autofree char *text = g_strdup_printf("%s (%s)", warning->message, warning->code);
	g_autofree char *key = g_strdup_printf("%d %s", warning->line, text);

	if (g_hash_table_add(said, g_steal_pointer(&key)))
		report_text(w, kind, i, warning->line, text);
}

/* What was lost by itself; then all else. */
static void report_warnings(worker *w, guint i, const ys_publication *publication)
{
	g_autoptr(GHashTable) said = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint k = 0; k < publication->losses->len; k++)
		report_warning(w, YS_REPORT_REMARK, i, g_ptr_array_index(publication->losses, k), said);
	for (guint r = 0; r < publication->records->len; r++) {
		const ys_record *record = g_ptr_array_index(publication->records, r);

		for (guint k = 0; k < record->warnings->len; k++)
			report_warning(w, YS_REPORT_WARNING, i, g_ptr_array_index(record->warnings, k), said);
	}
}

static ys_manifest_entry *entry_new(const ys_publication *publication, const ys_job *job, const ys_stamp *stamp,
				    const char *sha256)
{
	ys_manifest_entry *entry = ys_manifest_entry_new();

	entry->path = g_strdup(job->path);
	entry->file = g_strdup(job->file);
	entry->identity = g_strdup(publication->identity);
	entry->sha256 = g_strdup(sha256);
	entry->owner = g_strdup(publication->owner);
	/* what it was converted into is there in this run only */
	entry->holds = job->converted ? NULL : g_strdup(publication->holds);
	entry->nameless = publication->nameless;
	entry->said_year = publication->said_year;
	entry->given = ys_given_digest(job->given);
	entry->composition = g_strdup(job->composition);
	entry->size = stamp->size;
	entry->mtime = stamp->mtime;
	entry->unsettled = stamp->unsettled;
	return entry;
}

/* What is known only of a file whose publication is taken. */
static void complete(const worker *w, ys_manifest_entry *entry, const ys_publication *publication)
{
	const ys_record *record = ys_publication_record(publication);
	g_autofree char *number = g_strdup_printf("%u", w->generation);

	entry->id = g_strdup(record->id);
	entry->title = g_strdup(record->title);
	/* With the generation, for a file may go back to an older content: that version was
	 * hidden and must not come to life again with its old documents. */
	entry->version = ys_record_id(YS_PUBLICATION, entry->identity, entry->composition ? entry->composition : entry->sha256,
				      entry->path, number, NULL);
	entry->year = record->year;
	entry->region = record->region;
	for (guint i = 0; i < publication->records->len; i++) {
		const ys_record *r = g_ptr_array_index(publication->records, i);

		entry->records[r->type]++;
		entry->warnings += r->warnings->len;
	}
	for (guint i = 0; i < publication->losses->len; i++)
		g_ptr_array_add(entry->losses, g_strdup(((ys_warning *)g_ptr_array_index(publication->losses, i))->message));
}

/* Where another file of the same publication is known to be newer, all the writing is spared. */
static gboolean is_wanted(worker *w, guint i, const ys_manifest_entry *entry)
{
	gboolean wanted;

	report(w, &(ys_report){ .kind = YS_REPORT_ASK, .job = i, .text = entry->identity,
				.stamp.mtime = entry->mtime });
	if (!ys_pipe_take_answer(w->in, &wanted))
		end(1);
	return wanted;
}

static gboolean take_publication(worker *w, guint i, const ys_publication *publication, const ys_stamp *stamp,
				 const char *sha256, GError **error)
{
	const ys_job *job = g_ptr_array_index(w->batch->jobs, i);
	g_autoptr(ys_manifest_entry) entry = entry_new(publication, job, stamp, sha256);
	gboolean wanted = is_wanted(w, i, entry);
	g_autoptr(ys_former) former = NULL;

	ys_former_note(entry, job->before);
	former = ys_former_new(entry->was);
	if (wanted) {
		report_warnings(w, i, publication);
		complete(w, entry, publication);
	}
	for (guint k = 0; k < publication->records->len && wanted; k++)
		if (!write_record(w, g_ptr_array_index(publication->records, k), former, entry->version,
				  k + 1 == publication->records->len, error))
			return FALSE;
	report(w, &(ys_report){ .kind = YS_REPORT_READ, .job = i, .entry = entry });
	return TRUE;
}

/* Office programs are given files only. */
static void report_unread(worker *w, guint i, const GError *why, const ys_stamp *stamp)
{
	const ys_job *job = g_ptr_array_index(w->batch->jobs, i);

	report(w, &(ys_report){ .kind = g_error_matches(why, YS_ERROR, YS_ERROR_FOREIGN) ? YS_REPORT_FOREIGN :
											    YS_REPORT_FAILED,
				.job = i, .number = why->domain == YS_SAVE_AS && !job->archive ? why->code : 0,
				.text = why->message, .stamp = *stamp });
}

/* FALSE if it cannot be opened any more. */
static gboolean report_members(worker *w, guint i, GError **error)
{
	const ys_job *job = g_ptr_array_index(w->batch->jobs, i);
	const char *rest;
	ys_stamp stamp;
	const GPtrArray *files = ys_opened_files(w->opened, job->path, &rest, &stamp, error);

	if (!files)
		return FALSE;
	for (guint k = 0; k < files->len; k++)
		report_text(w, YS_REPORT_MEMBER, i, 0, ((const ys_part *)g_ptr_array_index(files, k))->name);
	if (rest) {
		g_autofree char *text = g_strdup_printf("not all of it was read: %s", rest);

		report_text(w, YS_REPORT_REMARK, i, 0, text);
	}
	report(w, &(ys_report){ .kind = YS_REPORT_SEVERAL, .job = i, .number = rest != NULL, .stamp = stamp });
	return TRUE;
}

static char *read_bytes(worker *w, const ys_job *job, gsize *len, ys_stamp *stamp, GError **error)
{
	return job->archive ? ys_opened_read(w->opened, job->archive, job->inside, len, stamp, error) :
			      ys_file_read(job->path, len, stamp, error);
}

static ys_publication *read_one(const ys_job *job, const char *data, gsize len, GError **error)
{
	ys_bundle_file file = { job->path, data, len, job->given };

	return ys_publication_read(&file, 1, error);
}

/* What is in the file; of one that was converted, what it was made into. */
static ys_publication *read_publication(const ys_job *job, const char *data, gsize len, const char *sha256,
					GError **error)
{
	g_autofree char *converted = NULL;
	ys_stamp stamp;

	if (!job->converted)
		return read_one(job, data, len, error);
	if (strcmp(sha256, job->converted_from) != 0) {
		g_set_error_literal(error, YS_ERROR, YS_ERROR_PUBLICATION,
				    "it was written to while it was converted; index it again");
		return NULL;
	}
	converted = ys_file_read(job->converted, &len, &stamp, error);
	return converted ? read_one(job, converted, len, error) : NULL;
}

static gboolean is_as_it_was(const ys_job *job, const char *data, gsize len, GError **error)
{
	g_autofree char *sha256 = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)data, len);

	if (!strcmp(sha256, job->sha256))
		return TRUE;
	g_set_error(error, YS_ERROR, YS_ERROR_PUBLICATION, "%s was written to while it was read; index it again", job->path);
	return FALSE;
}

/* data: of the first of them. */
static ys_publication *read_parts(worker *w, const ys_job *job, const char *data, gsize len, GError **error)
{
	g_autoptr(GArray) files = g_array_new(FALSE, FALSE, sizeof(ys_bundle_file));
	g_autoptr(GPtrArray) read = g_ptr_array_new_with_free_func(g_free);
	ys_bundle_file first = { job->path, data, len, job->given };

	g_array_append_val(files, first);
	if (!is_as_it_was(job, data, len, error))
		return NULL;
	for (guint i = 0; i < job->parts->len; i++) {
		const ys_job *part = g_ptr_array_index(job->parts, i);
		ys_stamp stamp;
		ys_bundle_file file = { .path = part->path, .given = part->given };
		char *text = read_bytes(w, part, &file.len, &stamp, error);

		if (!text)
			return NULL;
		g_ptr_array_add(read, text);
		if (!is_as_it_was(part, text, file.len, error))
			return NULL;
		file.data = text;
		g_array_append_val(files, file);
	}
	return ys_publication_read((const ys_bundle_file *)(const void *)files->data, files->len, error);
}

/* FALSE only when writing failed: a file that cannot be read is reported. */
static gboolean take_job(worker *w, guint i, GError **error)
{
	const ys_job *job = g_ptr_array_index(w->batch->jobs, i);
	g_autoptr(GError) why = NULL;
	g_autofree char *data = NULL, *sha256 = NULL;
	g_autoptr(ys_publication) publication = NULL;
	ys_stamp stamp = { 0, 0, TRUE };
	gsize len;

	/* a process died over it before */
	if (job->outcome == YS_JOB_FAILED)
		return TRUE;
	report(w, &(ys_report){ .kind = YS_REPORT_BEGIN, .job = i });
	ys_confine_seconds(YS_WORKER_SECONDS);
	data = read_bytes(w, job, &len, &stamp, &why);
	if (data && job->parts) {
		sha256 = g_strdup(job->sha256);
		publication = read_parts(w, job, data, len, &why);
	} else if (data) {
		sha256 = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)data, len);
		if (!g_strcmp0(sha256, job->sha256)) {
			report(w, &(ys_report){ .kind = YS_REPORT_SAME, .job = i, .stamp = stamp });
			return TRUE;
		}
		publication = read_publication(job, data, len, sha256, &why);
	}
	if (publication)
		return take_publication(w, i, publication, &stamp, sha256, error);
	if (g_error_matches(why, YS_ERROR, YS_ERROR_SEVERAL) && !job->parts) {
		g_clear_error(&why);
		if (report_members(w, i, &why))
			return TRUE;
	}
	report_unread(w, i, why, &stamp);
	return TRUE;
}

/* ---- copying from a segment ---- */

static gboolean copy_document(worker *w, xc_reader *reader, guint32 docid, ys_former *former, const char *version,
			      gboolean last, GError **error)
{
	g_autoptr(ys_record) record = ys_stored_record(reader, docid, error);

	return record && write_record(w, record, former, version, last, error);
}

/* All documents of a version, in their order. */
static gboolean copy_version(worker *w, xc_reader *reader, const ys_manifest_entry *entry, GError **error)
{
	const char *version = entry->version;
	g_autoptr(ys_former) former = ys_former_new(entry->was);
	g_autofree char *term = g_strconcat(YS_PREFIX_VERSION, version, NULL);
	xc_query *all = xc_query_all(error);
	xc_query *own = all ? xc_query_term(term, -1, error) : NULL;
	g_autoptr(xc_query) query = own ? xc_query_filter(g_steal_pointer(&all), own, error) : NULL;
	g_autoptr(xc_result) found = NULL;
	xc_page page = { 0 };

	xc_query_free(all);
	if (!query || !xc_reader_termfreq(reader, term, &page.max, error))
		return FALSE;
	found = xc_search(reader, query, &page, error);
	if (!found)
		return FALSE;
	for (guint i = 0; i < found->hits->len; i++)
		if (!copy_document(w, reader, g_array_index(found->hits, xc_hit, i).docid, former, version,
				   i + 1 == found->hits->len, error))
			return FALSE;
	return TRUE;
}

static gboolean copy_versions(worker *w, GError **error)
{
	g_autoptr(xc_reader) reader = xc_reader_open(w->batch->source, error);

	if (!reader)
		return FALSE;
	for (guint i = 0; i < w->batch->entries->len; i++)
		if (!copy_version(w, reader, g_ptr_array_index(w->batch->entries, i), error))
			return FALSE;
	return TRUE;
}

/* ---- batches ---- */

static gboolean take_batch(worker *w, GError **error)
{
	w->records = 0;
	/* what a process that died left there */
	if (w->batch->scratch && !ys_disk_remove(w->batch->scratch, error))
		return FALSE;
	for (guint i = 0; i < w->batch->jobs->len; i++)
		if (!take_job(w, i, error))
			return FALSE;
	if (w->batch->source && !copy_versions(w, error))
		return FALSE;
	if (w->writer && !xc_writer_commit(w->writer, error))
		return FALSE;
	g_clear_pointer(&w->writer, xc_writer_free);
	report(w, &(ys_report){ .kind = YS_REPORT_DONE, .number = (gint64)w->records });
	return TRUE;
}

static void run_batch(worker *w, const ys_batch *batch)
{
	g_autoptr(GError) error = NULL;

	w->batch = batch;
	if (take_batch(w, &error))
		return;
	report_text(w, YS_REPORT_ERROR, 0, ys_error_answer(error)->code, error->message);
	end(1);
}

/* ---- what it gives up ---- */

/* The directory that a file really lies in. */
static void add_directory_of(GPtrArray *paths, GHashTable *seen, const char *file)
{
	char *real = realpath(file, NULL);
	g_autofree char *dir = g_path_get_dirname(real ? real : file);

	free(real);
	/* added again, a table would free the one that the paths have */
	if (g_hash_table_contains(seen, dir))
		return;
	g_ptr_array_add(paths, dir);
	g_hash_table_add(seen, g_steal_pointer(&dir));
}

static void add_directories_of(GPtrArray *paths, GHashTable *seen, const ys_job *job)
{
	add_directory_of(paths, seen, job->archive ? job->archive : job->path);
	if (job->converted)
		add_directory_of(paths, seen, job->converted);
	for (guint i = 0; job->parts && i < job->parts->len; i++)
		add_directories_of(paths, seen, g_ptr_array_index(job->parts, i));
}

static gboolean confine(const GPtrArray *batches)
{
	g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autoptr(GHashTable) made = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autoptr(GPtrArray) readable = g_ptr_array_new(), writable = g_ptr_array_new();

	for (guint b = 0; b < batches->len; b++) {
		const ys_batch *batch = g_ptr_array_index(batches, b);

		for (guint i = 0; i < batch->jobs->len; i++)
			add_directories_of(readable, seen, g_ptr_array_index(batch->jobs, i));
		if (batch->source)
			g_ptr_array_add(readable, batch->source);
		if (batch->scratch)
			add_directory_of(writable, made, batch->scratch);
	}
	ys_confine_bound(RLIMIT_CORE, 0);
	ys_confine_memory(MEMORY_MAX);
	return ys_confine_reading(readable, writable);
}

static void confine_or_end(worker *w, const GPtrArray *batches)
{
#ifndef YS_COVERAGE
	if (confine(batches))
		return;
	report(w, &(ys_report){ .kind = YS_REPORT_ERROR, .number = YS_ERROR_INTERNAL,
				.text = (char *)"this system lets no process be confined, by seccomp or landlock, to read "
					"files of strangers in; --unconfined reads them all the same" });
	end(1);
#else
	/* counts of lines are written where the sources are */
	(void)w;
	(void)batches;
	(void)confine;
#endif
}

void ys_worker_run(int fd, const GPtrArray *batches, guint generation, gboolean unconfined)
{
	worker w = { .fd = fd, .in = fdopen(fd, "r"), .generation = generation, .documents = ys_document_writer_new(),
		     .opened = ys_opened_new() };
	guint batch;

#ifdef __linux__
	/* Without its writer it holds the lock for nothing. */
	prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
	/* a write that fails is reported, it does not look like a crash over a file */
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
	signal(SIGXCPU, SIG_DFL);
	if (!unconfined)
		confine_or_end(&w, batches);
	while (w.in && ys_pipe_take(w.in, &batch))
		if (batch < batches->len)
			run_batch(&w, g_ptr_array_index(batches, batch));
	ys_document_writer_free(w.documents);
	ys_opened_free(w.opened);
	end(0);
}
