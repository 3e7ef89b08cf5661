#include <stdio.h>
#include <string.h>

#include "index/search/search.h"
#include "index/store/manifest.h"
#include "index/store/store.h"
#include "index/store/verify.h"
#include "index/write/composition.h"
#include "index/write/file.h"
#include "index/write/sources.h"
#include "index/write/walk.h"
#include "src/publication/checks/remarks.h"
#include "src/publication/publication.h"
#include "tools/apart.h"
#include "tools/meant.h"
#include "tools/present/check.h"
#include "tools/tool.h"
#include "tools/unpack.h"

/* Written out whenever so much has come together. */
#define CHUNK 65536

typedef struct {
	GString *out;
	ys_printer *json;       /* NULL: text */
	guint shown;            /* as in present_checked */
	ys_sources *sources;    /* what is said of files */
	ys_years_book *book;    /* of what was read */
	present_check_summary summary;
	char *archive;          /* that was unpacked last, and */
	GPtrArray *unpacked;    /* its files, of tool_unpacked; NULL */
	guint failed;           /* files that could not be checked; each was said */
	gboolean broken;        /* stdout is */
} checker;

static void flush(checker *c)
{
	if (!c->broken)
		c->broken = !tool_write(c->out);
	g_string_truncate(c->out, 0);
}

static void present(checker *c, const present_checked *checked)
{
	present_check_count(&c->summary, checked);
	if (!present_check_shows(checked))
		return;
	if (c->json)
		present_check_json(c->json, checked);
	else
		present_check_text(c->out, checked);
}

static void fail(checker *c, const char *path, const char *why)
{
	c->failed++;
	tool_say(path, 0, why, NULL);
}

/* What is to be read apart. */
typedef struct {
	const GPtrArray *paths; /* of const char *: the files of one publication */
	const GPtrArray *bytes; /* of GBytes, for each of them */
	ys_sources *sources;
	const ys_years_book *book;
	gboolean json;
	guint shown;
} reading;

/* Of a publication that was read, behind its 'y'; then come so many bytes of its years, and what is to be printed of
 * it. */
typedef struct {
	present_check_summary summary;
	gsize years;
} apart_head;

static void write_apart(GString *out, const checker *c, const ys_years *years)
{
	g_autoptr(GString) bytes = g_string_new(NULL);
	apart_head head = { .summary = c->summary };

	ys_years_write(years, bytes);
	head.years = bytes->len;
	g_string_append_c(out, 'y');
	g_string_append_len(out, (const char *)&head, sizeof head);
	g_string_append_len(out, bytes->str, (gssize)bytes->len);
	g_string_append_len(out, c->out->str, (gssize)c->out->len);
}

/* A publication that was read: 'y' and what write_apart() tells.  One that was refused: 'n' and why; 'o' if it is
 * something else than a publication, 's' if it is an archive of several. */
static void read_apart(GString *out, void *data)
{
	const reading *r = data;
	g_autoptr(GError) error = NULL;
	g_autoptr(ys_publication) publication = NULL;
	g_autoptr(GPtrArray) remarks = NULL;
	g_autoptr(GString) printed = g_string_new(NULL);
	g_autoptr(ys_printer) json = r->json ? ys_printer_json_new(printed, YS_JSON_YUAN) : NULL;
	checker c = { .out = printed, .json = json, .shown = r->shown };
	g_autofree ys_bundle_file *files = g_new0(ys_bundle_file, r->paths->len);

	for (guint i = 0; i < r->paths->len; i++) {
		files[i].path = g_ptr_array_index(r->paths, i);
		files[i].data = g_bytes_get_data(g_ptr_array_index(r->bytes, i), &files[i].len);
		ys_sources_of(r->sources, files[i].path, &files[i].given);
	}
	publication = ys_publication_read(files, r->paths->len, &error);
	if (!publication) {
		g_string_append_printf(out, "%c%s", g_error_matches(error, YS_ERROR, YS_ERROR_FOREIGN) ? 'o' :
						    g_error_matches(error, YS_ERROR, YS_ERROR_SEVERAL) ? 's' : 'n',
				       error->message);
		return;
	}
	ys_years_compare(publication->years, r->book, publication->remarks);
	remarks = ys_remarks_with_warnings(publication->remarks, publication->records);
	present(&c, &(present_checked){ files[0].path, ys_publication_record(publication), publication->checks, remarks,
				r->shown });
	write_apart(out, &c, publication->years);
}

/* FALSE if it is not what write_apart() writes. */
static gboolean take_apart(checker *c, const char *path, const GString *result)
{
	const char *years = result->str + 1 + sizeof(apart_head), *printed;
	apart_head head;

	if (*result->str != 'y' || result->len <= sizeof head)
		return FALSE;
	memcpy(&head, result->str + 1, sizeof head);
	if (head.years > result->len - 1 - sizeof head || !ys_years_book_take(c->book, path, years, head.years))
		return FALSE;
	printed = years + head.years;
	present_check_add(&c->summary, &head.summary);
	/* an element of the list, whose place is taken by what was written of it */
	if (c->json && *printed) {
		c->json->begin_map(c->json, NULL);
		c->json->end(c->json);
		g_string_truncate(c->out, c->out->len - strlen("{}"));
	}
	g_string_append_len(c->out, printed, result->len - (printed - result->str));
	if (c->out->len >= CHUNK)
		flush(c);
	return TRUE;
}

static void check_bytes(checker *c, const GPtrArray *paths, gboolean wanted, gboolean of_page, const GPtrArray *bytes);

static void check_member(checker *c, const char *archive, const tool_unpacked *file)
{
	g_autofree char *path = ys_file_in_archive(archive, file->name);
	g_autoptr(GPtrArray) paths = g_ptr_array_new(), bytes = g_ptr_array_new();

	if (file->failure) {
		fail(c, path, file->failure);
		return;
	}
	g_ptr_array_add(paths, path);
	g_ptr_array_add(bytes, file->bytes);
	check_bytes(c, paths, FALSE, FALSE, bytes);
}

/* Each file of an archive of several publications. */
static void check_members(checker *c, const char *path, GBytes *archive)
{
	g_autofree char *rest = NULL;
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) files = tool_unpack(path, archive, &rest, &error);

	if (!files) {
		fail(c, path, error->message);
		return;
	}
	for (guint i = 0; i < files->len && !c->broken; i++) {
		const tool_unpacked *file = g_ptr_array_index(files, i);

		if (!ys_walk_leaves_out(file->name))
			check_member(c, path, file);
	}
	if (rest)
		fail(c, path, rest);
}

/* wanted: named, or indexed; others are passed over where they are no publications, or of a saved page. */
static void check_bytes(checker *c, const GPtrArray *paths, gboolean wanted, gboolean of_page, const GPtrArray *bytes)
{
	reading r = { paths, bytes, c->sources, c->book, c->json != NULL, c->shown };
	const char *path = g_ptr_array_index(paths, 0);
	const ys_given *given;
	g_autoptr(GString) result = g_string_new(NULL);
	g_autoptr(GError) error = NULL;

	/* what is wrong in it is said by this process, and once */
	for (guint i = 0; i < paths->len; i++)
		ys_sources_of(c->sources, g_ptr_array_index(paths, i), &given);
	if (!apart_run(read_apart, &r, result, &error)) {
		fail(c, path, error->message);
	} else if (take_apart(c, path, result)) {
		return;
	} else if (*result->str == 's' && paths->len == 1) {
		check_members(c, path, g_ptr_array_index(bytes, 0));
	} else if ((*result->str == 'o' || (*result->str == 'n' && of_page)) && !wanted) {
		g_autofree char *text = g_strdup_printf("passed over: %s", result->str + 1);

		tool_say(path, 0, text, NULL);
	} else {
		fail(c, path, *result->str == 'n' || *result->str == 'o' ? result->str + 1 : "the process that read it is not understood");
	}
}

static GBytes *read_file(const char *path, GError **error)
{
	char *data;
	gsize len;

	return g_file_get_contents(path, &data, &len, error) ? g_bytes_new_take(data, len) : NULL;
}

/* ---- files ---- */

static GPtrArray *bytes_new(void)
{
	return g_ptr_array_new_with_free_func((GDestroyNotify)g_bytes_unref);
}

static void check_files(checker *c, char **named)
{
	g_autoptr(ys_walk) walk = ys_walk_new(named, tool_say, NULL);

	c->failed += walk->failed->len;
	for (guint i = 0; i < walk->others->len; i++) {
		const ys_walk_other *other = g_ptr_array_index(walk->others, i);
		g_autofree char *text = g_strdup_printf("passed over: %s", other->why);

		tool_say(other->path, 0, text, NULL);
	}
	for (guint i = 0; i < walk->files->len && !c->broken; i++) {
		const ys_walk_file *file = g_ptr_array_index(walk->files, i);
		g_autoptr(GError) error = NULL;
		g_autoptr(GPtrArray) paths = g_ptr_array_new(), bytes = bytes_new();
		GBytes *read = read_file(file->path, &error);

		if (!read) {
			fail(c, file->path, error->message);
			continue;
		}
		g_ptr_array_add(paths, file->path);
		g_ptr_array_add(bytes, read);
		check_bytes(c, paths, file->named, file->of_page, bytes);
	}
}

/* ---- an index ---- */

/* What the index itself knows of a publication whose file is gone or changed: the sums of
 * rows that were compared when it was read. */
typedef struct {
	ys_record *record;
	GPtrArray *checks, *remarks;
} stored;

static stored *stored_new(void)
{
	stored *s = g_new0(stored, 1);

	s->checks = g_ptr_array_new_with_free_func((GDestroyNotify)ys_check_free);
	s->remarks = g_ptr_array_new_with_free_func((GDestroyNotify)ys_warning_free);
	return s;
}

static void stored_free(stored *s)
{
	ys_record_free(s->record);
	g_ptr_array_unref(s->checks);
	g_ptr_array_unref(s->remarks);
	g_free(s);
}

static ys_check *check_of_table(const ys_record *table)
{
	const ys_reconciliation *r = &table->reconciliation;
	ys_check *check = g_new0(ys_check, 1);

	check->what = "rows-total";
	check->subject = g_strdup(table->title ? table->title : "");
	check->status = r->status;
	check->sum = r->sum;
	check->declared = r->declared;
	check->residual = r->residual;
	check->n = 1;
	if (table->source && table->source->lines->len)
		check->line = g_array_index(table->source->lines, ys_lines, 0).first;
	check->detail = g_strdup(r->status == YS_UNCHECKED ? "not checked when it was indexed"
							   : "as it was when it was indexed");
	return check;
}

static gboolean take_record(const ys_record *record, void *data)
{
	stored *s = record->source ? g_hash_table_lookup(data, record->source->path) : NULL;

	if (!s)
		return TRUE;
	if (record->type == YS_TABLE) {
		if (record->reconciliation.declared != YS_AMOUNT_NONE)
			g_ptr_array_add(s->checks, check_of_table(record));
	} else if (!s->record) {
		s->record = ys_record_new(YS_PUBLICATION);
		s->record->id = g_strdup(record->id);
		s->record->title = g_strdup(record->title);
		s->record->department = g_strdup(record->department);
		s->record->kind = g_strdup(record->kind);
		s->record->year = record->year;
		for (guint i = 0; i < record->warnings->len; i++)
			g_ptr_array_add(s->remarks, ys_warning_copy(g_ptr_array_index(record->warnings, i)));
	}
	return TRUE;
}

/* A file in an archive, which stays unpacked for the next one. */
static GBytes *read_member(checker *c, const char *archive, const char *inside, GError **error)
{
	if (g_strcmp0(c->archive, archive)) {
		g_autoptr(GBytes) packed = read_file(archive, error);
		g_autofree char *rest = NULL;

		g_clear_pointer(&c->unpacked, g_ptr_array_unref);
		g_clear_pointer(&c->archive, g_free);
		c->unpacked = packed ? tool_unpack(archive, packed, &rest, error) : NULL;
		if (!c->unpacked)
			return NULL;
		c->archive = g_strdup(archive);
	}
	for (guint i = 0; i < c->unpacked->len; i++) {
		const tool_unpacked *file = g_ptr_array_index(c->unpacked, i);

		if (!strcmp(file->name, inside) && !file->failure)
			return g_bytes_ref(file->bytes);
	}
	g_set_error(error, YS_ERROR, YS_ERROR_PUBLICATION, "%s is no more in the archive, or cannot be unpacked; run yusou "
		    "index, then check again", inside);
	return NULL;
}

/* The file of an entry as it was indexed; NULL after saying why not. */
static GBytes *indexed_file(checker *c, const ys_manifest_entry *entry)
{
	const char *inside;
	g_autofree char *archive = ys_file_archive(entry->path, &inside), *sha256 = NULL;
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) bytes = archive ? read_member(c, archive, inside, &error) : read_file(entry->path, &error);

	if (!bytes) {
		fail(c, entry->path, error->message);
		return NULL;
	}
	sha256 = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes);
	if (!g_strcmp0(sha256, entry->sha256))
		return g_steal_pointer(&bytes);
	fail(c, entry->path, "changed since it was indexed; run yusou index, then check again");
	return NULL;
}

/* The files of an entry's publication, in the order in which they were read. */
static GPtrArray *files_of(const ys_manifest *manifest, ys_manifest_entry *entry)
{
	g_autoptr(GPtrArray) files = g_ptr_array_new();

	g_ptr_array_add(files, entry);
	for (guint i = 0; entry->composition && i < manifest->superseded->len; i++) {
		ys_manifest_entry *part = g_ptr_array_index(manifest->superseded, i);

		if (!g_strcmp0(part->part_of, entry->file))
			g_ptr_array_add(files, part);
	}
	return ys_composition_choose(files);
}

/* FALSE after saying why, if one of its files is not there as it was indexed. */
static gboolean check_entry(checker *c, const ys_manifest *manifest, ys_manifest_entry *entry)
{
	g_autoptr(GPtrArray) files = files_of(manifest, entry), paths = g_ptr_array_new(), bytes = bytes_new();
	gboolean ok = TRUE;

	for (guint i = 0; i < files->len; i++) {
		const ys_manifest_entry *file = g_ptr_array_index(files, i);
		GBytes *read = indexed_file(c, file);

		ok &= read != NULL;
		if (!read)
			continue;
		g_ptr_array_add(paths, file->path);
		g_ptr_array_add(bytes, read);
	}
	if (ok)
		check_bytes(c, paths, TRUE, FALSE, bytes);
	return ok;
}

static gboolean check_stored(checker *c, const char *dir, const ys_manifest *manifest, GHashTable *lost,
			     GError **error)
{
	g_autoptr(ys_search) search = ys_search_open(dir, error);

	if (!search ||
	    !ys_search_each(search, 1u << YS_PUBLICATION | 1u << YS_TABLE, take_record, lost, error))
		return FALSE;
	for (guint i = 0; i < manifest->entries->len; i++) {
		const ys_manifest_entry *entry = g_ptr_array_index(manifest->entries, i);
		const stored *s = g_hash_table_lookup(lost, entry->path);

		if (s && s->record)
			present(c, &(present_checked){ entry->path, s->record, s->checks, s->remarks, c->shown });
		if (c->out->len >= CHUNK)
			flush(c);
	}
	return TRUE;
}

/* meant: paths of the files that are to be checked; NULL: all. */
static gboolean is_meant(const ys_manifest *manifest, ys_manifest_entry *entry, GHashTable *meant)
{
	g_autoptr(GPtrArray) files = files_of(manifest, entry);

	for (guint i = 0; meant && i < files->len; i++)
		if (g_hash_table_contains(meant, ((const ys_manifest_entry *)g_ptr_array_index(files, i))->path))
			return TRUE;
	return !meant;
}

/* words: which of its publications; none: all of them. */
static gboolean check_index(checker *c, const char *dir, char **words, GError **error)
{
	g_autoptr(GHashTable) meant = NULL;
	g_autofree char *live = ys_store_current(dir, error);
	g_autoptr(ys_manifest) manifest = live ? ys_manifest_load(live, YS_MANIFEST_WHOLE, error) : NULL;
	g_autoptr(GHashTable) lost =
		g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)stored_free);

	if (!manifest || !ys_manifest_check_version(manifest, error) || !ys_index_verify(dir, tool_say, NULL, error) ||
	    (*words && !(meant = meant_files(dir, words, error))))
		return FALSE;
	for (guint i = 0; i < manifest->entries->len && !c->broken; i++) {
		ys_manifest_entry *entry = g_ptr_array_index(manifest->entries, i);

		if (is_meant(manifest, entry, meant) && !check_entry(c, manifest, entry))
			g_hash_table_insert(lost, entry->path, stored_new());
	}
	return !g_hash_table_size(lost) || check_stored(c, dir, manifest, lost, error);
}

/* ---- the command ---- */

static void begin(checker *c)
{
	if (!c->json)
		return;
	c->json->begin_map(c->json, NULL);
	c->json->begin_list(c->json, "publications");
}

static void end(checker *c)
{
	if (c->json) {
		c->json->end(c->json);
		present_check_summary_json(c->json, &c->summary);
		c->json->end(c->json);
		g_string_append_c(c->out, '\n');
	} else {
		present_check_summary_text(c->out, &c->summary);
	}
	flush(c);
}

/* Who names a file that is not there is told so, who types words of a publication is not: a path has a '/' or a '.'. */
static gboolean are_files(char **named)
{
	for (char **p = named; *p; p++)
		if (strpbrk(*p, "/.") || g_file_test(*p, G_FILE_TEST_EXISTS))
			return TRUE;
	return FALSE;
}

int cmd_check(int argc, char **argv)
{
	static char *index, *format, *only;
	static const GOptionEntry entries[] = {
		{ "index", 0, 0, G_OPTION_ARG_FILENAME, &index, "Check what is indexed here", "DIR" },
		{ "only", 0, 0, G_OPTION_ARG_FILENAME, &only,
		  "Show only what is ok, rounding, mismatch, unchecked, or a remark", "WHAT" },
		{ "format", 'f', 0, G_OPTION_ARG_FILENAME, &format, "text (default) or json", "FORMAT" },
		G_OPTION_ENTRY_NULL
	};
	g_auto(GStrv) rest = NULL;
	g_autofree char *dir = NULL;
	g_autoptr(GError) error = NULL;
	g_autoptr(GString) out = g_string_new(NULL);
	g_autoptr(ys_printer) json = NULL;
	g_autoptr(ys_sources) sources = ys_sources_new(tool_say, NULL);
	g_autoptr(ys_years_book) book = ys_years_book_new();
	checker c = { .out = out, .sources = sources, .book = book, .shown = PRESENT_ALL };

	if (!tool_options(argc, argv, entries, "[PATH...|ID...|WORDS...]",
			  "Check whether the numbers of publications add up: of files and directories, of what is indexed under "
			  "an id or words, or of all that is.",
			  &rest))
		return EXIT_USAGE;
	if (format && !strcmp(format, "json"))
		c.json = json = ys_printer_json_new(out, YS_JSON_YUAN);
	else if (format && strcmp(format, "text"))
		return tool_usage("check", "'%s' is no format; there are text and json", format);
	if (only && !(c.shown = present_check_named(only)))
		return tool_usage("check", "'%s' is nothing a check says; there are ok, rounding, mismatch, unchecked and "
					   "remark", only);
	if (index && are_files(rest))
		return tool_usage("check", "either files or --index, not both");
	dir = tool_index_dir(index);
	begin(&c);
	if (are_files(rest))
		check_files(&c, rest);
	else if (!check_index(&c, dir, rest, &error))
		return tool_fail(error);
	end(&c);
	g_clear_pointer(&c.unpacked, g_ptr_array_unref);
	g_clear_pointer(&c.archive, g_free);
	if (c.failed || c.broken)
		return 74;
	return c.summary.n[YS_MISMATCH] ? EXIT_NOTHING : EXIT_FOUND;
}
