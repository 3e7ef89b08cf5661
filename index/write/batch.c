#include "index/write/batch.h"

#include <string.h>

/* So much text, or so many files, at once: some thousand records.  More would be lost with
 * a process that dies, fewer cost more to merge. */
#define BATCH_BYTES (4 << 20)
#define BATCH_FILES 200
/* Each process should get several batches, or one would end long before another... */
#define BATCHES_PER_WORKER 4
/* ...but not so small ones that merging them is all the work. */
#define BATCH_BYTES_MIN (256 << 10)

static void remark_free(ys_remark *remark)
{
	g_free(remark->text);
	g_free(remark);
}

ys_job *ys_job_new(const char *path, const char *file, const char *sha256, gint64 size, gint64 mtime)
{
	ys_job *job = g_new0(ys_job, 1);

	job->path = g_strdup(path);
	job->file = g_strdup(file);
	job->archive = ys_file_archive(job->path, &job->inside);
	job->sha256 = g_strdup(sha256);
	job->size = size;
	job->mtime = mtime;
	job->members = g_ptr_array_new_with_free_func(g_free);
	job->remarks = g_ptr_array_new_with_free_func((GDestroyNotify)remark_free);
	job->warnings = g_ptr_array_new_with_free_func((GDestroyNotify)remark_free);
	return job;
}

static ys_job *job_of(const GPtrArray *entries, guint i)
{
	const ys_manifest_entry *entry = g_ptr_array_index(entries, i);

	return ys_job_new(entry->path, entry->file, entries->len > 1 ? entry->sha256 : NULL, entry->size, entry->mtime);
}

ys_job *ys_job_new_of_parts(const GPtrArray *entries, char *composition)
{
	ys_job *job = job_of(entries, 0);

	job->composition = composition;
	job->before = g_ptr_array_index(entries, 0);
	if (entries->len > 1)
		job->parts = g_ptr_array_new_with_free_func((GDestroyNotify)ys_job_free);
	for (guint i = 1; i < entries->len; i++) {
		ys_job *part = job_of(entries, i);

		job->size += part->size;
		g_ptr_array_add(job->parts, part);
	}
	return job;
}

void ys_job_free(ys_job *job)
{
	if (!job)
		return;
	g_free(job->path);
	g_free(job->file);
	g_free(job->archive);
	g_free(job->sha256);
	g_free(job->converted);
	g_free(job->converted_from);
	g_free(job->composition);
	g_clear_pointer(&job->parts, g_ptr_array_unref);
	g_clear_pointer(&job->entry, ys_manifest_entry_free);
	g_ptr_array_unref(job->members);
	g_ptr_array_unref(job->remarks);
	g_ptr_array_unref(job->warnings);
	g_free(job);
}

static void add(GPtrArray *remarks, int line, const char *text)
{
	ys_remark *remark = g_new0(ys_remark, 1);

	remark->line = line;
	remark->text = g_strdup(text);
	g_ptr_array_add(remarks, remark);
}

void ys_job_remark(ys_job *job, int line, const char *text)
{
	add(job->remarks, line, text);
}

void ys_job_warn(ys_job *job, int line, const char *text)
{
	add(job->warnings, line, text);
}

const char *ys_job_last_remark(const ys_job *job)
{
	return ((const ys_remark *)g_ptr_array_index(job->remarks, job->remarks->len - 1))->text;
}

void ys_job_reset(ys_job *job)
{
	job->outcome = YS_JOB_WAITING;
	job->save_as = 0;
	g_clear_pointer(&job->entry, ys_manifest_entry_free);
	g_ptr_array_set_size(job->members, 0);
	g_ptr_array_set_size(job->remarks, 0);
	g_ptr_array_set_size(job->warnings, 0);
}

ys_batch *ys_batch_new(const char *scratch)
{
	ys_batch *batch = g_new0(ys_batch, 1);

	batch->scratch = g_strdup(scratch);
	batch->jobs = g_ptr_array_new();
	batch->entries = g_ptr_array_new();
	return batch;
}

void ys_batch_free(ys_batch *batch)
{
	if (!batch)
		return;
	g_free(batch->scratch);
	g_free(batch->source);
	g_ptr_array_unref(batch->jobs);
	g_ptr_array_unref(batch->entries);
	g_free(batch);
}

static gint64 newest_of(const ys_batch *batch)
{
	gint64 newest = 0;

	for (guint i = 0; i < batch->jobs->len; i++)
		newest = MAX(newest, ((const ys_job *)g_ptr_array_index(batch->jobs, i))->mtime);
	return newest;
}

static int newest_first(gconstpointer a, gconstpointer b)
{
	const ys_batch *left = *(ys_batch *const *)a, *right = *(ys_batch *const *)b;
	gint64 left_time = newest_of(left), right_time = newest_of(right);

	if (left_time != right_time)
		return left_time > right_time ? -1 : 1;
	return -strcmp(((ys_job *)g_ptr_array_index(left->jobs, 0))->file,
		       ((ys_job *)g_ptr_array_index(right->jobs, 0))->file);
}

void ys_batches_sort(GPtrArray *batches)
{
	g_ptr_array_sort(batches, newest_first);
}

GPtrArray *ys_batches_to_convert(const GPtrArray *batches, guint first)
{
	GPtrArray *jobs = g_ptr_array_new();

	for (guint i = first; i < batches->len; i++) {
		const ys_batch *batch = g_ptr_array_index(batches, i);

		for (guint k = 0; k < batch->jobs->len; k++) {
			ys_job *job = g_ptr_array_index(batch->jobs, k);

			if (job->outcome == YS_JOB_FAILED && job->save_as && !job->converted)
				g_ptr_array_add(jobs, job);
		}
	}
	return jobs;
}

static ys_batch *begin(GPtrArray *batches, const char *dir)
{
	g_autofree char *scratch = dir ? g_strdup_printf("%s/scratch-%04u", dir, batches->len + 1) : NULL;
	ys_batch *batch = ys_batch_new(scratch);

	g_ptr_array_add(batches, batch);
	return batch;
}

void ys_batches_add(GPtrArray *batches, const GPtrArray *jobs, guint n_workers, const char *dir)
{
	gint64 total = 0, share, bytes = 0;
	ys_batch *batch = NULL;

	for (guint i = 0; i < jobs->len; i++)
		total += ((const ys_job *)g_ptr_array_index(jobs, i))->size;
	share = CLAMP(total / (n_workers * BATCHES_PER_WORKER), BATCH_BYTES_MIN, BATCH_BYTES);
	for (guint i = 0; i < jobs->len; i++) {
		ys_job *job = g_ptr_array_index(jobs, i);

		if (!batch || batch->jobs->len == BATCH_FILES || bytes + job->size > share) {
			batch = begin(batches, dir);
			bytes = 0;
		}
		g_ptr_array_add(batch->jobs, job);
		bytes += job->size;
	}
}
