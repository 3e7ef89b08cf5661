/* A run in order: take the lock and load what is live; look at every file that the paths mean and list
 * those whose size or time is another; let the pool read them, the newest first; let the ledger decide
 * which file stands for each publication, and read again while that wants more files; count; refuse
 * what is suspiciously small; publish.  Until that last step nothing has changed for anybody who
 * searches, and any error leaves it so. */
#include "index/write/indexer.h"

#include <string.h>

#include "index/store/segment.h"
#include "index/write/composition.h"
#include "index/write/generation.h"
#include "index/write/indexer_private.h"
#include "src/confine.h"

/* A generation with less than this share of the publications it replaces is more likely a
 * wrong path, or a disk that is not mounted, than a wish. */
#define SHRINK_NUMERATOR 1
#define SHRINK_DENOMINATOR 2

/* Unchanged files that were read nevertheless, for their times had changed: from so many
 * bytes on it is cheaper to publish the new times than to read them in each run. */
#define SETTLE_BYTES (G_GINT64_CONSTANT(64) << 20)

/* A superseded file may win when the one that beat it is gone, must then be read, and may
 * turn out to be something else: such chains are short unless files change all the time. */
#define ROUNDS_MAX 8

typedef ys_indexer indexer;

typedef struct {
	const ys_job *job;
	gint64 mtime;
} newest;

static void indexer_init(indexer *x)
{
	int jobs = x->options->jobs;

	x->sources = ys_sources_new(x->saying.message, x->saying.data);
	x->gone = g_ptr_array_new_with_free_func(g_free);
	x->failed = g_ptr_array_new_with_free_func(g_free);
	x->walked = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	x->jobs = g_ptr_array_new_with_free_func((GDestroyNotify)ys_job_free);
	x->batches = g_ptr_array_new_with_free_func((GDestroyNotify)ys_batch_free);
	x->pool.n_workers = CLAMP(jobs ? jobs : (int)g_get_num_processors(), 1, YS_JOBS_MAX);
	x->pool.unconfined = x->options->unconfined;
	x->pool.seconds = x->options->seconds;
	x->pool.data = x;
	x->newest = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	x->progress.began_us = g_get_monotonic_time();
}

static void indexer_clear(indexer *x)
{
	g_clear_pointer(&x->store, ys_store_free);
	g_clear_pointer(&x->ledger, ys_ledger_free);
	g_clear_pointer(&x->salvage, ys_salvage_free);
	g_clear_pointer(&x->failed, g_ptr_array_unref);
	g_clear_pointer(&x->gone, g_ptr_array_unref);
	g_clear_pointer(&x->walked, g_hash_table_unref);
	g_clear_pointer(&x->newest, g_hash_table_unref);
	g_clear_pointer(&x->jobs, g_ptr_array_unref);
	g_clear_pointer(&x->batches, g_ptr_array_unref);
	g_clear_pointer(&x->convert, ys_convert_free);
	/* jobs borrow from it */
	g_clear_pointer(&x->sources, ys_sources_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(indexer, indexer_clear)

/* ---- the state before ---- */

/* Load what is live; a first index has nothing. */
static gboolean load_live(indexer *x, const char *root, GError **error)
{
	g_autoptr(GError) why = NULL;
	g_autofree char *live = ys_store_current(root, &why);
	g_autoptr(ys_manifest) manifest = NULL;

	if (!live && !x->options->rebuild && !g_error_matches(why, YS_ERROR, YS_ERROR_NO_INDEX)) {
		g_propagate_error(error, g_steal_pointer(&why));
		return FALSE;
	}
	/* A rebuild is also what a damaged pointer is told to be mended with. */
	if (!live || x->options->rebuild) {
		manifest = ys_manifest_new();
		x->salvage = ys_salvage_new(root, live);
		x->before = ys_salvage_before(x->salvage);
	} else {
		manifest = ys_manifest_load(live, YS_MANIFEST_WHOLE, error);
		if (!manifest || !ys_manifest_check_version(manifest, error) ||
		    !ys_segments_check(live, manifest, error))
			return FALSE;
		x->before = manifest->publications;
	}
	x->ledger = ys_ledger_new(manifest);
	x->ledger->afresh = x->options->rebuild;
	return TRUE;
}

/* ---- what cannot be read ---- */

/* An update has what was indexed of files that failed; a rebuild must take it over.  Only once
 * all files were looked at, or these would pass for unchanged. */
static void keep_what_failed(indexer *x)
{
	for (guint i = 0; x->salvage && i < x->failed->len; i++) {
		const char *path = g_ptr_array_index(x->failed, i);
		gboolean lost;
		guint n = ys_salvage_keep(x->salvage, x->ledger, path, &lost);

		if (!n)
			continue;
		x->summary->lost += lost ? n : 0;
		x->summary->kept += lost ? 0 : n;
		ys_say(&x->saying, path, lost ? "what was indexed of it (publications: %u) cannot be taken over, for the "
				    "index replaced is damaged or of another version; mend the file and index it" :
				    "what was indexed of it (publications: %u) is kept", n);
	}
	g_ptr_array_set_size(x->failed, 0);
}

/* ---- reading ---- */

static void note_progress(const ys_job *job, void *data)
{
	indexer *x = data;

	x->progress.files++;
	x->progress.bytes += job->size;
	if (x->options->progress)
		x->options->progress(&x->progress, x->saying.data);
}

/* What loses to a file that is known already need not be written.  It may turn out to have won:
 * where the other fails, or is something else by now, it is read once more. */
static gboolean is_wanted(const ys_job *job, const char *identity, gint64 mtime, void *data)
{
	indexer *x = data;
	newest *best = g_hash_table_lookup(x->newest, identity);

	if (job->parts)
		return TRUE;
	if ((best && ys_ledger_is_newer(best->mtime, best->job->file, mtime, job->file)) ||
	    ys_ledger_would_lose(x->ledger, job->file, identity, mtime))
		return FALSE;
	if (!best) {
		best = g_new0(newest, 1);
		g_hash_table_insert(x->newest, g_strdup(identity), best);
	}
	*best = (newest){ job, mtime };
	return TRUE;
}

/* A directory has other files than publications too, and so has what is saved with a page; but one that was a
 * publication is damaged. */
static gboolean is_passed_over(const indexer *x, const ys_job *job)
{
	return (job->outcome == YS_JOB_FOREIGN || (job->outcome == YS_JOB_FAILED && job->of_page)) && !job->named &&
	       !ys_is_known(x, job->file);
}

static void pass_over(indexer *x, ys_job *job)
{
	/* what is of a page may be moved away from it */
	if (job->outcome == YS_JOB_FOREIGN)
		ys_ledger_pass_over(x->ledger, job, ys_job_last_remark(job));
	x->read_again += job->stamp.size;
	x->summary->passed_over++;
	job->passed_over = TRUE;
}

static void take_failure(indexer *x, const ys_job *job)
{
	ys_claim *claim = ys_ledger_find(x->ledger, job->file);

	ys_note_failure(x, job->path);
	if (job->archive)
		ys_ledger_read_again(x->ledger, job);
	if (!claim)
		return;
	/* what was indexed of it stays, what was only remembered is no candidate any more */
	claim->failed = claim->entry->version || claim->entry->part_of;
	if (!claim->failed)
		ys_ledger_remove(x->ledger, claim);
}

/* All files of a publication that has several. */
static void take_whole(indexer *x, ys_job *job, ys_batch *batch)
{
	ys_claim *claim = ys_ledger_find(x->ledger, job->file);

	if (job->outcome == YS_JOB_READ) {
		ys_ledger_put_documents(x->ledger, claim, job->entry, batch);
		/* the publication is another all the same */
		x->summary->unchanged -= claim->unchanged;
		claim->unchanged = FALSE;
		return;
	}
	ys_note_failure(x, job->path);
	ys_ledger_part(x->ledger, claim);
}

static void take_publication(indexer *x, ys_job *job, ys_batch *batch)
{
	ys_claim *claim, *before;

	ys_note_gone(x, job->file);
	claim = ys_ledger_put(x->ledger, g_steal_pointer(&job->entry), batch);
	while ((before = ys_ledger_moved_from(x->ledger, claim))) {
		if (before->entry->version)
			g_hash_table_add(x->ledger->known_files, g_strdup(job->file));
		ys_ledger_remove(x->ledger, before);
	}
}

static void take_job(indexer *x, ys_job *job, ys_batch *batch)
{
	ys_claim *claim;

	if (job->outcome == YS_JOB_CONVERTED || job->outcome == YS_JOB_SEVERAL)
		return;
	if (job->parts) {
		take_whole(x, job, batch);
	} else if (is_passed_over(x, job)) {
		pass_over(x, job);
	} else if (job->outcome == YS_JOB_READ) {
		x->summary->bytes += job->entry->size;
		take_publication(x, job, batch);
	} else if (job->outcome == YS_JOB_SAME) {
		claim = ys_ledger_find(x->ledger, job->file);
		ys_ledger_refresh(x->ledger, claim, &job->stamp);
		ys_count_unchanged(x, claim);
		x->summary->bytes += job->stamp.size;
		x->read_again += job->stamp.size;
	} else {
		take_failure(x, job);
	}
}

static gboolean have_done(indexer *x, guint first, GError **error)
{
	g_autoptr(GPtrArray) batches = g_ptr_array_new();
	gboolean ok;

	for (guint i = first; i < x->batches->len; i++)
		g_ptr_array_add(batches, g_ptr_array_index(x->batches, i));
	ys_batches_sort(batches);
	g_hash_table_remove_all(x->newest);
	x->pool.is_wanted = is_wanted;
	x->pool.progress = note_progress;
	ok = ys_pool_run(batches, &x->pool, error);
	x->pool.is_wanted = NULL;
	x->pool.progress = NULL;
	return ok;
}

static gboolean have_read(indexer *x, const GPtrArray *todo, GError **error)
{
	guint first = x->batches->len;

	ys_batches_add(x->batches, todo, x->pool.n_workers, x->dir);
	for (guint i = 0; i < todo->len; i++)
		x->progress.bytes_total += ((ys_job *)g_ptr_array_index(todo, i))->size;
	x->progress.files_total += todo->len;
	return have_done(x, first, error);
}

/* Of those that failed, what LibreOffice makes of them. */
static gboolean read_converted(indexer *x, guint first, GError **error)
{
	g_autoptr(GPtrArray) failed = ys_batches_to_convert(x->batches, first), todo = g_ptr_array_new();

	if (failed->len && !x->convert && !(x->convert = ys_convert_new(x->options->seconds, error)))
		return FALSE;
	for (guint i = 0; i < failed->len; i++) {
		ys_job *job = ys_convert_job(x->convert, g_ptr_array_index(failed, i));

		if (job)
			ys_add_job(x, todo, job);
	}
	return !todo->len || have_read(x, todo, error);
}

/* The files in archives of several publications. */
static gboolean read_members(indexer *x, guint first, GError **error)
{
	g_autoptr(GPtrArray) todo = g_ptr_array_new();

	for (guint i = first; i < x->batches->len; i++) {
		const ys_batch *batch = g_ptr_array_index(x->batches, i);

		for (guint k = 0; k < batch->jobs->len; k++)
			if (((const ys_job *)g_ptr_array_index(batch->jobs, k))->outcome == YS_JOB_SEVERAL)
				ys_look_at_members(x, g_ptr_array_index(batch->jobs, k), todo);
	}
	return !todo->len || have_read(x, todo, error);
}

static gboolean read_files(indexer *x, const GPtrArray *todo, GError **error)
{
	guint first = x->batches->len;

	if (!have_read(x, todo, error) || !read_members(x, first, error) ||
	    (x->options->convert && !read_converted(x, first, error)))
		return FALSE;
	for (guint i = first; i < x->batches->len; i++) {
		ys_batch *batch = g_ptr_array_index(x->batches, i);

		for (guint k = 0; k < batch->jobs->len; k++)
			take_job(x, g_ptr_array_index(batch->jobs, k), batch);
	}
	ys_forget_gone(x);
	ys_ledger_host(x->ledger);
	for (; x->n_said < x->jobs->len; x->n_said++) {
		const ys_job *job = g_ptr_array_index(x->jobs, x->n_said);

		/* parts are read together, and what is lost is said then: of the prose alone the tables are */
		if (job->outcome != YS_JOB_READ || job->parts || !ys_ledger_is_part(x->ledger, job->file))
			ys_say_job(&x->saying, job);
	}
	return TRUE;
}

/* Two bodies under one title: whichever file is the newer one, the other would be lost. */
static void refuse_contested(indexer *x)
{
	g_autoptr(GPtrArray) contested = g_ptr_array_copy(x->ledger->contested, NULL, NULL);

	for (guint i = 0; i < contested->len; i++) {
		const ys_claim *claim = g_ptr_array_index(contested, i), *other = ys_ledger_contender(x->ledger, claim);

		ys_say(&x->saying, claim->entry->path, "it names %s, and %s, which has the same title, names %s: it cannot be told that "
		    "these are two publications; say whose each is in the column department of a " YS_SOURCES_FILE
		    " beside it", claim->entry->owner, other->entry->path, other->entry->owner);
		ys_note_failure(x, claim->entry->path);
	}
	for (guint i = 0; i < contested->len; i++)
		ys_ledger_remove(x->ledger, g_ptr_array_index(contested, i));
}

/* A file that is to be read once more, with the other files of its publication. */
static ys_job *job_of_claim(indexer *x, const ys_claim *claim)
{
	g_autoptr(GPtrArray) parts = ys_ledger_parts(x->ledger, claim), entries = g_ptr_array_new();

	for (guint i = 0; i < parts->len; i++)
		g_ptr_array_add(entries, ((const ys_claim *)g_ptr_array_index(parts, i))->entry);
	return ys_job_new_of_parts(entries, ys_composition_digest(entries));
}

/* Read what must be read until it is decided which file stands for each publication. */
static gboolean read_and_decide(indexer *x, GPtrArray *todo, GError **error)
{
	for (int round = 0; round < ROUNDS_MAX; round++) {
		g_autoptr(GPtrArray) wanted = g_ptr_array_new();

		if (todo->len && !read_files(x, todo, error))
			return FALSE;
		keep_what_failed(x);
		ys_ledger_decide(x->ledger, wanted);
		if (!wanted->len && !x->ledger->contested->len)
			return TRUE;
		refuse_contested(x);
		g_ptr_array_set_size(todo, 0);
		for (guint i = 0; i < wanted->len; i++)
			ys_add_job(x, todo, job_of_claim(x, g_ptr_array_index(wanted, i)));
	}
	g_set_error(error, YS_ERROR, YS_ERROR_IO, "the files change while they are read; try again when they are "
		    "finished, the index in service is unchanged");
	return FALSE;
}

/* ---- what came out ---- */

static gboolean check_size(const indexer *x, GError **error)
{
	guint now = x->ledger->n_live;
	gboolean shrunk = (guint64)now * SHRINK_DENOMINATOR < (guint64)x->before * SHRINK_NUMERATOR;

	if (!now && !(x->before && x->options->prune)) {
		g_set_error(error, YS_ERROR, YS_ERROR_NO_INDEX,
			    "no publication was found; name files that hold one, or directories with such files");
		return FALSE;
	}
	if (!shrunk || x->options->force)
		return TRUE;
	if (x->options->rebuild)
		g_set_error(error, YS_ERROR, YS_ERROR_IO,
			    "the rebuild has %u publications, the index has %u: not published; "
			    "name all the files, or use --force",
			    now, x->before);
	else
		g_set_error(error, YS_ERROR, YS_ERROR_IO,
			    "of %u publications the files of %u are gone: not published; "
			    "if no disk is missing, use --force",
			    x->before, x->before - now);
	return FALSE;
}

/* Files are read by what has fewer rights than it might: said once, and done. */
static void say_what_lacks(const indexer *x)
{
	guint able = ys_confine_able();

	if (!x->options->unconfined && able == YS_CONFINED_CALLS)
		ys_say(&x->saying, "landlock", "this kernel does not have it: what reads files can reach all that you can");
	else if (!x->options->unconfined && able == YS_CONFINED_FILES)
		ys_say(&x->saying, "seccomp", "this build or kernel does not have it: what reads files can make connections");
}

gboolean ys_index(const char *root, char *const *paths, const ys_index_options *options, ys_message_fn message,
		  void *data, ys_index_summary *summary, GError **error)
{
	g_auto(indexer) x = { .options = options, .summary = summary,
			    .saying = { .message = message, .data = data, .warnings = options->warnings,
					.convert = options->convert } };
	g_autoptr(GPtrArray) todo = g_ptr_array_new();

	memset(summary, 0, sizeof *summary);
	indexer_init(&x);
	if (!options->dry_run && !(x.store = ys_store_lock(root, options->wait, error)))
		return FALSE;
	if (!load_live(&x, root, error) || (x.store && !(x.dir = ys_store_begin(x.store, error))))
		return FALSE;
	x.pool.generation = x.store ? ys_store_number(x.store) : 0;
	ys_look_at_paths(&x, paths, todo);
	say_what_lacks(&x);
	if (!read_and_decide(&x, todo, error))
		return FALSE;
	summary->unsaid = x.saying.unsaid;
	ys_tally(x.ledger, summary, message, data);
	if (!check_size(&x, error))
		return FALSE;
	if (!x.store || (!ys_ledger_has_changed(x.ledger) && x.read_again < SETTLE_BYTES))
		return TRUE;
	if (!ys_generation_publish(x.store, x.dir, x.ledger, x.batches, &x.pool, error))
		return FALSE;
	summary->generation = x.pool.generation;
	return TRUE;
}
