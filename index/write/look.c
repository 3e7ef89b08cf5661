/* Which files are read: those that are new, or another than they were by their size and time, and by what sources.tsv says
 * of them. */
#include "index/write/indexer_private.h"

#include <string.h>

#include "index/write/walk.h"
#include "src/original/readers.h"

void ys_note_failure(ys_indexer *x, const char *path)
{
	x->summary->failed++;
	g_ptr_array_add(x->failed, g_strdup(path));
}

void ys_add_job(ys_indexer *x, GPtrArray *todo, ys_job *job)
{
	ys_sources_of(x->sources, job->path, &job->given);
	for (guint i = 0; job->parts && i < job->parts->len; i++) {
		ys_job *part = g_ptr_array_index(job->parts, i);

		ys_sources_of(x->sources, part->path, &part->given);
	}
	g_ptr_array_add(x->jobs, job);
	g_ptr_array_add(todo, job);
}

/* The same file by another name: ./dir/a.txt behind dir/a.txt. */
static void look_again(ys_indexer *x, const char *file, gboolean named)
{
	ys_job *job = g_hash_table_lookup(x->walked, file);

	x->summary->unchanged++;
	if (job)
		job->named |= named;
}

static gboolean is_unchanged(const ys_manifest_entry *entry, const ys_stamp *stamp)
{
	return !entry->unsettled && entry->size == stamp->size && entry->mtime == stamp->mtime;
}

/* It held no publication when it was read last, and nothing that decides this has changed. */
static gboolean is_still_passed_over(ys_indexer *x, const ys_walk_file *walked, const char *file, const ys_stamp *stamp,
				     const char *given)
{
	const ys_manifest_entry *entry = walked->named ? NULL : ys_ledger_passed_over(x->ledger, file);

	if (!entry || entry->members->len || entry->readers != YS_READERS_VERSION || g_strcmp0(entry->given, given) ||
	    !is_unchanged(entry, stamp))
		return FALSE;
	x->summary->passed_over++;
	ys_say(&x->saying, walked->path, "passed over: %s", entry->passed_over);
	return TRUE;
}

/* What was known of a file when the run began; NULL: nothing. */
static const ys_manifest_entry *known_of(const ys_indexer *x, const char *file)
{
	const ys_claim *claim = ys_ledger_find(x->ledger, file);

	return claim ? claim->entry : x->salvage ? ys_salvage_find(x->salvage, file) : NULL;
}

void ys_count_unchanged(ys_indexer *x, ys_claim *claim)
{
	claim->seen = TRUE;
	claim->unchanged = claim->entry->version != NULL;
	x->summary->unchanged += claim->unchanged;
}

gboolean ys_is_known(const ys_indexer *x, const char *file)
{
	const ys_manifest_entry *archive = ys_ledger_passed_over(x->ledger, file);

	return known_of(x, file) || (archive && archive->members->len) || (x->salvage && ys_salvage_is_archive(x->salvage, file));
}

/* ---- archives of several publications ---- */

typedef struct {
	char *path, *file;
	const ys_given *given;
	char *digest;           /* of that */
	ys_claim *claim;        /* NULL */
	gboolean same_given;
} member;

static void member_init(member *m, ys_indexer *x, const char *archive, const char *file, const char *name)
{
	m->path = ys_file_in_archive(archive, name);
	m->file = ys_file_in_archive(file, name);
	ys_sources_of(x->sources, m->path, &m->given);
	m->digest = ys_given_digest(m->given);
	m->claim = ys_ledger_find(x->ledger, m->file);
	m->same_given = m->claim && !g_strcmp0(m->claim->entry->given, m->digest);
}

static void member_clear(member *m)
{
	g_free(m->path);
	g_free(m->file);
	g_free(m->digest);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(member, member_clear)

/* What is known of one that need not be read; FALSE: it must be. */
static gboolean is_member_known(ys_indexer *x, const member *m)
{
	const ys_manifest_entry *passed = ys_ledger_passed_over(x->ledger, m->file);

	return m->claim ? m->same_given : passed && !g_strcmp0(passed->given, m->digest);
}

static gboolean is_archive_unchanged(ys_indexer *x, const ys_walk_file *walked, const ys_manifest_entry *archive,
				     const ys_stamp *stamp, const char *given)
{
	if (!archive || !archive->members->len || archive->readers != YS_READERS_VERSION ||
	    g_strcmp0(archive->given, given) || !is_unchanged(archive, stamp))
		return FALSE;
	for (guint i = 0; i < archive->members->len; i++) {
		const char *name = g_ptr_array_index(archive->members, i);
		g_auto(member) m = { 0 };

		member_init(&m, x, walked->path, archive->file, name);
		if (!ys_walk_leaves_out(name) && !is_member_known(x, &m))
			return FALSE;
	}
	return TRUE;
}

static void count_members(ys_indexer *x, const ys_walk_file *walked, const ys_manifest_entry *archive)
{
	for (guint i = 0; i < archive->members->len; i++) {
		const ys_manifest_entry *passed;
		g_auto(member) m = { 0 };

		member_init(&m, x, walked->path, archive->file, g_ptr_array_index(archive->members, i));
		passed = ys_ledger_passed_over(x->ledger, m.file);
		if (m.claim) {
			ys_count_unchanged(x, m.claim);
		} else if (passed) {
			x->summary->passed_over++;
			ys_say(&x->saying, m.path, "passed over: %s", passed->passed_over);
		}
	}
}

static void look_at_member(ys_indexer *x, const ys_job *archive, const char *name, GPtrArray *todo)
{
	g_auto(member) m = { 0 };
	ys_job *job;

	member_init(&m, x, archive->path, archive->file, name);
	job = ys_job_new(m.path, m.file, m.same_given ? m.claim->entry->sha256 : NULL,
			 archive->stamp.size / archive->members->len, archive->stamp.mtime);
	if (!job->archive) {
		ys_say(&x->saying, m.path, "a file beside the archive has this name too; give one of the two another name");
		ys_note_failure(x, m.path);
		ys_job_free(job);
		return;
	}
	job->of_page = archive->of_page;
	job->before = known_of(x, m.file);
	if (m.claim)
		m.claim->seen = TRUE;
	ys_add_job(x, todo, job);
}

/* Only after what is in the archive now was read: it may be the same by another name. */
static void note_gone(ys_indexer *x, const char *file, GHashTable *now)
{
	const ys_manifest_entry *before = ys_ledger_passed_over(x->ledger, file);

	for (guint i = 0; before && i < before->members->len; i++) {
		const char *name = g_ptr_array_index(before->members, i);
		char *member = ys_file_in_archive(file, name);
		ys_claim *claim = ys_ledger_find(x->ledger, member);

		if (now && g_hash_table_contains(now, name)) {
			g_free(member);
			continue;
		}
		if (claim)
			claim->gone = TRUE;
		g_ptr_array_add(x->gone, member);
	}
}

void ys_note_gone(ys_indexer *x, const char *file)
{
	note_gone(x, file, NULL);
}

static void forget(ys_indexer *x, ys_claim *claim)
{
	const GPtrArray *holders = g_hash_table_lookup(x->ledger->by_identity, ys_claim_publication(claim));

	if (claim->entry->version && holders->len == 1) {
		ys_say(&x->saying, claim->entry->path, "no longer in the archive: what was indexed of it is removed");
		x->summary->removed++;
	}
	ys_ledger_remove(x->ledger, claim);
}

void ys_forget_gone(ys_indexer *x)
{
	for (guint i = 0; i < x->gone->len; i++) {
		const char *file = g_ptr_array_index(x->gone, i);
		ys_claim *claim = ys_ledger_find(x->ledger, file);

		ys_ledger_forget_passed_over(x->ledger, file);
		if (claim && claim->gone)
			forget(x, claim);
	}
	g_ptr_array_set_size(x->gone, 0);
}

void ys_look_at_members(ys_indexer *x, const ys_job *archive, GPtrArray *todo)
{
	ys_claim *claim = ys_ledger_find(x->ledger, archive->file);
	g_autoptr(GHashTable) now = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < archive->members->len; i++)
		g_hash_table_add(now, g_ptr_array_index(archive->members, i));
	if (claim)
		ys_ledger_remove(x->ledger, claim);
	if (!archive->cut)
		note_gone(x, archive->file, now);
	ys_ledger_put_archive(x->ledger, archive);
	if (archive->cut)
		ys_note_failure(x, archive->path);
	for (guint i = 0; i < archive->members->len; i++)
		if (!ys_walk_leaves_out(g_ptr_array_index(archive->members, i)))
			look_at_member(x, archive, g_ptr_array_index(archive->members, i), todo);
}

/* ---- files ---- */

static void look_at_file(ys_indexer *x, const ys_walk_file *walked, GPtrArray *todo)
{
	const char *path = walked->path;
	g_autofree char *file = g_canonicalize_filename(path, NULL);
	g_autoptr(GError) why = NULL;
	ys_claim *claim = ys_ledger_find(x->ledger, file);
	ys_job *job = NULL;
	const ys_given *given;
	g_autofree char *digest = NULL;
	gboolean same_given;
	ys_stamp stamp;

	if (g_hash_table_contains(x->walked, file)) {
		look_again(x, file, walked->named);
		return;
	}
	if (!ys_sources_of(x->sources, path, &given)) {
		ys_say(&x->saying, path, "left as it is, for the " YS_SOURCES_FILE " beside it cannot be read");
		ys_note_failure(x, path);
		g_hash_table_insert(x->walked, g_steal_pointer(&file), NULL);
		return;
	}
	digest = ys_given_digest(given);
	same_given = claim && !g_strcmp0(claim->entry->given, digest);
	if (!ys_file_stamp(path, &stamp, &why)) {
		ys_say(&x->saying, path, "%s", why->message);
		ys_note_failure(x, path);
	} else if (is_archive_unchanged(x, walked, ys_ledger_passed_over(x->ledger, file), &stamp, digest)) {
		count_members(x, walked, ys_ledger_passed_over(x->ledger, file));
	} else if (is_still_passed_over(x, walked, file, &stamp, digest)) {
		/* nothing to be read */
	} else if (same_given && is_unchanged(claim->entry, &stamp)) {
		ys_count_unchanged(x, claim);
	} else {
		job = ys_job_new(path, file, same_given ? claim->entry->sha256 : NULL, stamp.size, stamp.mtime);
		job->named = walked->named;
		job->of_page = walked->of_page;
		job->before = known_of(x, file);
		ys_add_job(x, todo, job);
		if (claim)
			claim->seen = TRUE;
	}
	g_hash_table_insert(x->walked, g_steal_pointer(&file), job);
}

/* What is indexed of a file stays where it has become something else. */
static void look_at_other(ys_indexer *x, const ys_walk_other *other)
{
	g_autofree char *file = g_canonicalize_filename(other->path, NULL);

	ys_say(&x->saying, other->path, "%s%s", ys_is_known(x, file) ? "" : "passed over: ", other->why);
	if (ys_is_known(x, file))
		ys_note_failure(x, other->path);
	else
		x->summary->passed_over++;
}

/* The paths to walk: without those that were removed, where this is what is to be noticed. */
static GPtrArray *paths_to_walk(const ys_indexer *x, char *const *paths, char *const *roots)
{
	GPtrArray *walk = g_ptr_array_new();

	for (guint i = 0; paths[i]; i++)
		if (!x->options->prune || ys_file_exists(paths[i]) || !ys_ledger_has_below(x->ledger, roots[i]))
			g_ptr_array_add(walk, paths[i]);
	g_ptr_array_add(walk, NULL);
	return walk;
}

void ys_look_at_paths(ys_indexer *x, char *const *paths, GPtrArray *todo)
{
	g_autoptr(GStrvBuilder) builder = g_strv_builder_new();
	g_autoptr(GPtrArray) to_walk = NULL;
	g_autoptr(ys_walk) walk = NULL;
	g_auto(GStrv) roots = NULL;

	for (char *const *path = paths; *path; path++) {
		g_autofree char *root = g_canonicalize_filename(*path, NULL);

		g_strv_builder_add(builder, root);
	}
	roots = g_strv_builder_end(builder);
	to_walk = paths_to_walk(x, paths, roots);
	walk = ys_walk_new((char *const *)to_walk->pdata, x->saying.message, x->saying.data);
	for (guint i = 0; i < walk->failed->len; i++)
		ys_note_failure(x, g_ptr_array_index(walk->failed, i));
	for (guint i = 0; i < walk->others->len; i++)
		look_at_other(x, g_ptr_array_index(walk->others, i));
	for (guint i = 0; i < walk->files->len; i++)
		look_at_file(x, g_ptr_array_index(walk->files, i), todo);
	if (x->options->prune)
		x->summary->removed = ys_ledger_prune(x->ledger, roots);
}
