#include "index/indexer.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "index/document.h"
#include "index/manifest.h"
#include "index/schema.h"
#include "index/store.h"
#include "src/publication/publication.h"

/* A rebuild with less than this share of the publications it replaces is more likely a
 * wrong path than a wish. */
#define SHRINK_NUMERATOR 1
#define SHRINK_DENOMINATOR 2

typedef struct {
	const ys_index_options *options;
	ys_message_fn message;
	void *message_data;
	ys_index_summary *summary;
	ys_store *store;        /* NULL in a dry run */
	ys_manifest *manifest;  /* of the generation being made */
	GHashTable *by_path;    /* borrowed entries of manifest, from here */
	GHashTable *by_identity;
	GHashTable *by_content;
	guint before;           /* publications in the generation replaced */
	gboolean changed;       /* the manifest is no longer that of the live generation */
	char *segment_path;     /* of the segment being written; NULL as long as nothing is new */
	char *scratch_path;     /* where it is filled before it is compacted */
	char *segment;
	xc_writer *writer;
} indexer;

static void indexer_clear(indexer *x)
{
	g_clear_pointer(&x->writer, xc_writer_free);
	g_clear_pointer(&x->store, ys_store_free);
	g_clear_pointer(&x->manifest, ys_manifest_free);
	g_clear_pointer(&x->by_path, g_hash_table_unref);
	g_clear_pointer(&x->by_identity, g_hash_table_unref);
	g_clear_pointer(&x->by_content, g_hash_table_unref);
	g_free(x->segment_path);
	g_free(x->scratch_path);
	g_free(x->segment);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(indexer, indexer_clear)

static void say(indexer *x, const char *path, int line, const char *format, ...) G_GNUC_PRINTF(4, 5);

static void say(indexer *x, const char *path, int line, const char *format, ...)
{
	g_autofree char *text = NULL;
	va_list args;

	va_start(args, format);
	text = g_strdup_vprintf(format, args);
	va_end(args);
	x->message(path, line, text, x->message_data);
}

/* ---- the state before ---- */

static void know_entry(indexer *x, ys_manifest_entry *entry)
{
	g_hash_table_insert(x->by_path, entry->path, entry);
	g_hash_table_insert(x->by_identity, entry->identity, entry);
	g_hash_table_insert(x->by_content, entry->sha256, entry);
}

/* Load what is live; a first index has nothing. */
static gboolean load_live(indexer *x, const char *root, GError **error)
{
	g_autoptr(GError) why = NULL;
	g_autofree char *live = ys_store_current(root, &why);
	g_autoptr(ys_manifest) manifest = NULL;

	/* A rebuild is also what a damaged pointer is told to be mended with. */
	if (!live && (x->options->rebuild || g_error_matches(why, YS_ERROR, YS_ERROR_NO_INDEX))) {
		x->manifest = ys_manifest_new();
		return TRUE;
	}
	if (!live) {
		g_propagate_error(error, g_steal_pointer(&why));
		return FALSE;
	}
	manifest = ys_manifest_load(live, x->options->rebuild ? YS_MANIFEST_HEAD : YS_MANIFEST_WHOLE,
				    x->options->rebuild ? NULL : error);
	/* A rebuild needs nothing of a damaged or foreign generation but its number of
	 * publications. */
	if (x->options->rebuild) {
		x->before = manifest ? manifest->publications : 0;
		x->manifest = ys_manifest_new();
		return TRUE;
	}
	if (!manifest || !ys_manifest_check_version(manifest, error))
		return FALSE;
	x->before = manifest->publications;
	x->manifest = g_steal_pointer(&manifest);
	for (guint i = 0; i < x->manifest->entries->len; i++)
		know_entry(x, g_ptr_array_index(x->manifest->entries, i));
	return TRUE;
}

/* ---- writing ---- */

/* The segment is begun with the first document. */
static gboolean open_segment(indexer *x, GError **error)
{
	const char *name;

	if (x->writer)
		return TRUE;
	x->segment_path = ys_store_new_segment(x->store, &name);
	x->segment = g_strdup(name);
	x->scratch_path = g_strconcat(x->segment_path, ".scratch", NULL);
	x->writer = xc_writer_create(x->scratch_path, error);
	return x->writer != NULL;
}

static gboolean write_records(indexer *x, const ys_publication *publication, const char *version, GError **error)
{
	if (x->options->dry_run)
		return TRUE;
	if (!open_segment(x, error))
		return FALSE;
	for (guint i = 0; i < publication->records->len; i++) {
		g_autoptr(xc_document) doc = ys_document_new(g_ptr_array_index(publication->records, i), version);

		if (!xc_writer_add(x->writer, doc, error))
			return FALSE;
	}
	return TRUE;
}

/* ---- one file ---- */

typedef struct {
	const char *path;
	gint64 size, mtime;
	char *sha256;
} file_facts;

/* TRUE if a is the one to keep of two files of the same publication. */
static gboolean is_newer(const file_facts *a, const ys_manifest_entry *b)
{
	if (a->mtime != b->mtime)
		return a->mtime > b->mtime;
	return strcmp(a->path, b->path) > 0;
}

static ys_manifest_entry *entry_new(indexer *x, const ys_publication *publication, const file_facts *file)
{
	const ys_record *record = ys_publication_record(publication);
	ys_manifest_entry *entry = ys_manifest_entry_new();
	g_autofree char *number = g_strdup_printf("%u", x->store ? ys_store_number(x->store) : 0);

	entry->path = g_strdup(file->path);
	entry->id = g_strdup(record->id);
	entry->identity = g_strdup(publication->identity);
	entry->title = g_strdup(record->title);
	entry->sha256 = g_strdup(file->sha256);
	entry->size = file->size;
	entry->mtime = file->mtime;
	/* With the generation, for a file may go back to an older content: that version was
	 * hidden and must not come to life again with its old documents. */
	entry->version = ys_record_id(YS_PUBLICATION, publication->identity, file->sha256, file->path, number, NULL);
	entry->year = record->year;
	entry->region = record->region;
	for (guint i = 0; i < publication->records->len; i++) {
		const ys_record *r = g_ptr_array_index(publication->records, i);

		entry->records[r->type]++;
		entry->warnings += r->warnings->len;
	}
	x->summary->warnings += entry->warnings;
	return entry;
}

/* Take an entry out of the manifest; its documents stay in their segment, hidden. */
static void retire(indexer *x, ys_manifest_entry *entry)
{
	x->changed = TRUE;
	g_ptr_array_add(x->manifest->hidden, g_strdup(entry->version));
	g_hash_table_remove(x->by_path, entry->path);
	g_hash_table_remove(x->by_identity, entry->identity);
	g_hash_table_remove(x->by_content, entry->sha256);
	g_ptr_array_remove_fast(x->manifest->entries, entry);
}

static void say_conversions(indexer *x, const char *path, const ys_record *record)
{
	for (guint i = 0; i < record->warnings->len; i++) {
		const ys_warning *warning = g_ptr_array_index(record->warnings, i);

		if (g_str_has_prefix(warning->code, "text-") || !strcmp(warning->code, "encoding"))
			say(x, path, warning->line, "%s", warning->message);
	}
}

/* By one name or by two: dir/a.txt and ./dir/a.txt. */
static gboolean is_same_file(const char *a, const char *b)
{
	GStatBuf left, right;

	return !strcmp(a, b) || (!g_stat(a, &left) && !g_stat(b, &right) && left.st_dev == right.st_dev &&
				 left.st_ino == right.st_ino);
}

/* The entry of an earlier state of this publication or file that the new one replaces, in
 * *replaced.  FALSE if the file must not be taken: a newer one of the same publication is
 * there. */
static gboolean decide(indexer *x, const ys_publication *publication, const file_facts *file,
		       ys_manifest_entry **replaced)
{
	ys_manifest_entry *same = g_hash_table_lookup(x->by_identity, publication->identity);

	*replaced = same;
	if (!same || is_same_file(same->path, file->path) || !g_file_test(same->path, G_FILE_TEST_EXISTS))
		return TRUE;
	x->summary->superseded++;
	if (is_newer(file, same)) {
		say(x, same->path, 0, "the same publication as %s, which is newer and taken instead", file->path);
		return TRUE;
	}
	say(x, file->path, 0, "the same publication as %s, which is newer and kept", same->path);
	return FALSE;
}

static gboolean take_publication(indexer *x, const ys_publication *publication, const file_facts *file,
				 GError **error)
{
	ys_manifest_entry *by_path, *replaced, *entry;

	say_conversions(x, file->path, ys_publication_record(publication));
	/* The file may have become another publication: what it was is gone. */
	by_path = g_hash_table_lookup(x->by_path, file->path);
	if (!decide(x, publication, file, &replaced)) {
		if (by_path)
			retire(x, by_path);
		return TRUE;
	}
	entry = entry_new(x, publication, file);
	if (!write_records(x, publication, entry->version, error)) {
		ys_manifest_entry_free(entry);
		return FALSE;
	}
	entry->segment = g_strdup(x->segment ? x->segment : "");
	if (replaced)
		retire(x, replaced);
	if (by_path && by_path != replaced)
		retire(x, by_path);
	if (replaced || by_path)
		x->summary->corrected++;
	else
		x->summary->added++;
	x->changed = TRUE;
	g_ptr_array_add(x->manifest->entries, entry);
	know_entry(x, entry);
	return TRUE;
}

/* This content is indexed already, from this path or from another that is still there: a copy,
 * or the same file under a relative name and an absolute one. */
static gboolean is_known(const indexer *x, const char *path, const char *sha256)
{
	const ys_manifest_entry *before = g_hash_table_lookup(x->by_path, path);
	const ys_manifest_entry *same = g_hash_table_lookup(x->by_content, sha256);

	if (before)
		return !strcmp(before->sha256, sha256);
	return same && g_file_test(same->path, G_FILE_TEST_EXISTS);
}

/* What is too large to be a publication is not even loaded. */
static gboolean load_file(const char *path, const GStatBuf *st, char **data, gsize *len, GError **error)
{
	if (st->st_size <= YS_PUBLICATION_BYTES_MAX)
		return g_file_get_contents(path, data, len, error);
	g_set_error(error, YS_ERROR, YS_ERROR_PUBLICATION,
		    "the file has %" G_GINT64_FORMAT " bytes, more than the %d of any publication; split it",
		    (gint64)st->st_size, YS_PUBLICATION_BYTES_MAX);
	return FALSE;
}

/* FALSE only when writing failed; a file that cannot be read is said and passed over. */
static gboolean take_file(indexer *x, const char *path, GError **error)
{
	g_autoptr(GError) why = NULL;
	g_autofree char *data = NULL, *sha256 = NULL;
	g_autoptr(ys_publication) publication = NULL;
	file_facts file = { .path = path };
	GStatBuf st;
	gsize len;

	if (g_stat(path, &st) || !load_file(path, &st, &data, &len, &why)) {
		say(x, path, 0, "%s", why ? why->message : g_strerror(errno));
		x->summary->failed++;
		return TRUE;
	}
	sha256 = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)data, len);
	if (is_known(x, path, sha256)) {
		x->summary->unchanged++;
		return TRUE;
	}
	file.size = len;
	file.mtime = st.st_mtime;
	file.sha256 = sha256;
	publication = ys_publication_new(path, data, len, &why);
	if (!publication) {
		say(x, path, 0, "%s", why->message);
		x->summary->failed++;
		return TRUE;
	}
	return take_publication(x, publication, &file, error);
}

/* ---- publishing ---- */

/* Segments that still hold something valid, the new one last. */
static gboolean keep_segments(indexer *x, GError **error)
{
	g_autoptr(GPtrArray) segments = g_steal_pointer(&x->manifest->segments);

	x->manifest->segments = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; i < segments->len; i++) {
		const char *segment = g_ptr_array_index(segments, i);
		gboolean used = FALSE;

		for (guint k = 0; k < x->manifest->entries->len && !used; k++)
			used = !strcmp(((ys_manifest_entry *)g_ptr_array_index(x->manifest->entries, k))->segment,
				       segment);
		if (!used)
			continue;
		if (!ys_store_keep_segment(x->store, segment, error))
			return FALSE;
		g_ptr_array_add(x->manifest->segments, g_strdup(segment));
	}
	if (x->segment)
		g_ptr_array_add(x->manifest->segments, g_strdup(x->segment));
	return TRUE;
}

static void remove_tree(const char *path)
{
	g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
	const char *name;

	while (dir && (name = g_dir_read_name(dir))) {
		g_autofree char *file = g_build_filename(path, name, NULL);

		g_unlink(file);
	}
	g_rmdir(path);
}

static gboolean finish_segment(indexer *x, GError **error)
{
	const char *sources[] = { x->scratch_path, NULL };

	if (!xc_writer_commit(x->writer, error))
		return FALSE;
	g_clear_pointer(&x->writer, xc_writer_free);
	if (!xc_compact(sources, x->segment_path, error))
		return FALSE;
	remove_tree(x->scratch_path);
	return TRUE;
}

/* What was just written opens, and holds every record the manifest counts. */
static gboolean verify_segment(indexer *x, GError **error)
{
	g_autoptr(xc_reader) reader = xc_reader_open(x->segment_path, error);
	guint64 wanted = 0, hidden = 0;

	if (!reader)
		return FALSE;
	for (guint i = 0; i < x->manifest->entries->len; i++) {
		const ys_manifest_entry *entry = g_ptr_array_index(x->manifest->entries, i);

		for (int type = 0; type < YS_N_TYPES && !strcmp(entry->segment, x->segment); type++)
			wanted += entry->records[type];
	}
	for (guint i = 0; i < x->manifest->hidden->len; i++) {
		g_autofree char *term = g_strconcat(YS_PREFIX_VERSION, g_ptr_array_index(x->manifest->hidden, i), NULL);
		guint32 freq;

		if (!xc_reader_termfreq(reader, term, &freq, error))
			return FALSE;
		hidden += freq;
	}
	if (xc_reader_n_documents(reader) == wanted + hidden)
		return TRUE;
	g_set_error(error, YS_ERROR, YS_ERROR_IO, "%s holds %u records instead of %" G_GUINT64_FORMAT "; not published",
		    x->segment_path, xc_reader_n_documents(reader), wanted + hidden);
	return FALSE;
}

static gboolean publish(indexer *x, GError **error)
{
	g_autofree char *text = NULL;

	/* without a segment of its own the generation only leaves out what is gone */
	if (x->writer && (!finish_segment(x, error) || !verify_segment(x, error)))
		return FALSE;
	if (!keep_segments(x, error))
		return FALSE;
	x->manifest->generation = ys_store_number(x->store);
	text = ys_manifest_to_text(x->manifest);
	g_ptr_array_add(x->manifest->segments, NULL);
	if (!ys_store_write(x->store, YS_MANIFEST_FILE, text, strlen(text), error) ||
	    !ys_store_publish(x->store, (const char *const *)x->manifest->segments->pdata, error))
		return FALSE;
	x->summary->generation = x->manifest->generation;
	return TRUE;
}

static gboolean check_size(const indexer *x, GError **error)
{
	guint now = x->manifest->entries->len;

	if (!now) {
		g_set_error(error, YS_ERROR, YS_ERROR_NO_INDEX,
			    "no publication was found; name files or directories with .txt files");
		return FALSE;
	}
	if (x->options->rebuild && !x->options->force &&
	    (guint64)now * SHRINK_DENOMINATOR < (guint64)x->before * SHRINK_NUMERATOR) {
		g_set_error(error, YS_ERROR, YS_ERROR_IO,
			    "the rebuild has %u publications, the index has %u: not published; "
			    "name all the files, or use --force",
			    now, x->before);
		return FALSE;
	}
	return TRUE;
}

static void summarise(indexer *x)
{
	x->summary->publications = x->manifest->entries->len;
	memset(x->summary->records, 0, sizeof x->summary->records);
	for (guint i = 0; i < x->manifest->entries->len; i++)
		for (int type = 0; type < YS_N_TYPES; type++)
			x->summary->records[type] +=
				((ys_manifest_entry *)g_ptr_array_index(x->manifest->entries, i))->records[type];
}

gboolean ys_index(const char *root, char *const *paths, const ys_index_options *options, ys_message_fn message,
		  void *data, ys_index_summary *summary, GError **error)
{
	g_auto(indexer) x = { .options = options, .message = message, .message_data = data, .summary = summary };
	g_autoptr(ys_walk) walk = NULL;

	memset(summary, 0, sizeof *summary);
	x.by_path = g_hash_table_new(g_str_hash, g_str_equal);
	x.by_identity = g_hash_table_new(g_str_hash, g_str_equal);
	x.by_content = g_hash_table_new(g_str_hash, g_str_equal);
	if (!options->dry_run && !(x.store = ys_store_lock(root, error)))
		return FALSE;
	if (!load_live(&x, root, error) || (x.store && !ys_store_begin(x.store, error)))
		return FALSE;
	walk = ys_walk_new(paths, message, data);
	summary->ignored = walk->ignored;
	summary->failed = walk->failed;
	for (guint i = 0; i < walk->files->len; i++)
		if (!take_file(&x, g_ptr_array_index(walk->files, i), error))
			return FALSE;
	if (!check_size(&x, error))
		return FALSE;
	if (x.changed && x.store && !publish(&x, error))
		return FALSE;
	summarise(&x);
	return TRUE;
}
