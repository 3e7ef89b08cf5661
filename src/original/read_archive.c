#include "src/original/archive.h"

#include <string.h>

#include "src/error.h"
#include "src/original/readers.h"

static gint by_name(gconstpointer a, gconstpointer b)
{
	return ys_parts_compare_names((*(ys_part *const *)a)->name, (*(ys_part *const *)b)->name);
}

/* ---- members: all they say is of their part ---- */

static void set_part(ys_original *original, ys_spot *spot, const char *part)
{
	if (spot->part) {
		g_autofree char *path = g_strconcat(part, "/", spot->part, NULL);

		spot->part = ys_original_name(original, path);
	} else {
		spot->part = ys_original_name(original, part);
	}
}

static void set_parts(ys_original *original, const char *part)
{
	for (guint i = 0; i < original->remarks->len; i++)
		set_part(original, &((ys_original_remark *)g_ptr_array_index(original->remarks, i))->spot, part);
	for (guint i = 0; i < original->elements->len; i++) {
		ys_element *element = g_ptr_array_index(original->elements, i);

		set_part(original, &element->spot, part);
		for (guint r = 0; element->table && r < element->table->rows->len; r++) {
			ys_original_row *row = g_ptr_array_index(element->table->rows, r);

			set_part(original, &row->spot, part);
		}
	}
	for (guint i = 0; i < original->members->len; i++)
		set_parts(g_ptr_array_index(original->members, i), part);
}

static void remark(ys_original *original, const char *code, const char *part, const char *why)
{
	ys_spot spot = { .part = ys_original_name(original, part) };

	ys_original_add_remark(original, code, spot, "%s was not read: %s", part, why);
}

/* NULL where it cannot be read, which is remarked. */
static const ys_original *read_member(ys_original *original, const ys_part *part, ys_budget *budget)
{
	ys_bytes bytes = { part->name, part->data, part->len, budget };
	g_autoptr(GError) error = NULL;
	const ys_reader *reader;
	ys_original *member;

	if (part->failure) {
		remark(original, "member-failed", part->name, part->failure);
		return NULL;
	}
	reader = ys_reader_of(&bytes);
	if (!reader) {
		remark(original, "member-unknown", part->name, "its format is not known");
		return NULL;
	}
	member = reader->read(&bytes, &error);
	if (!member) {
		remark(original, "member-failed", part->name, error->message);
		return NULL;
	}
	set_parts(member, part->name);
	g_ptr_array_add(original->members, member);
	return member;
}

/* ---- the files in it ---- */

/* As a path that leads nowhere else: without what leads up, or stays where it is. */
static char *clean_name(const char *name)
{
	g_auto(GStrv) steps = g_strsplit(name, "/", -1);
	GString *out = g_string_new(NULL);

	for (char **step = steps; *step; step++)
		if (**step && strcmp(*step, ".") && strcmp(*step, ".."))
			g_string_append_printf(out, "%s%s", out->len ? "/" : "", *step);
	if (!out->len)
		g_string_append_c(out, '?');
	return g_string_free(out, FALSE);
}

static GPtrArray *files_of(const ys_bytes *bytes, const char **rest, GError **error);

static gboolean is_archive(const ys_part *part)
{
	ys_bytes bytes = { part->name, part->data, part->len, NULL };

	return !part->failure && ys_reader_of(&bytes) == &ys_reader_archive;
}

/* The files of an archive in the archive stand in its place; it stays where not all of it was read. */
static void add_inner(GPtrArray *files, ys_part *part, ys_budget *budget)
{
	ys_bytes bytes = { part->name, part->data, part->len, budget };
	g_autoptr(GError) error = NULL;
	const char *rest = NULL;
	g_autoptr(GPtrArray) inner = budget->depth ? files_of(&bytes, &rest, &error) : NULL;

	while (inner && inner->len) {
		ys_part *file = g_ptr_array_steal_index(inner, 0);
		char *path = g_strconcat(part->name, "/", file->name, NULL);

		g_free(file->name);
		file->name = path;
		g_ptr_array_add(files, file);
	}
	if (inner && !rest) {
		ys_part_free(part);
		return;
	}
	part->failure = !budget->depth ? "it is an archive in an archive in an archive; unpack it and give the files "
					 "themselves" :
			inner ? rest : g_intern_string(error->message);
	g_ptr_array_add(files, part);
}

static GPtrArray *files_of(const ys_bytes *bytes, const char **rest, GError **error)
{
	g_autoptr(GPtrArray) parts = ys_parts_of_archive(bytes, rest, error);
	GPtrArray *files;

	if (!parts)
		return NULL;
	files = g_ptr_array_new_with_free_func((GDestroyNotify)ys_part_free);
	g_ptr_array_sort(parts, by_name);
	bytes->budget->depth--;
	while (parts->len) {
		ys_part *part = g_ptr_array_steal_index(parts, 0);
		char *name = clean_name(part->name);

		g_free(part->name);
		part->name = name;
		if (is_archive(part))
			add_inner(files, part, bytes->budget);
		else
			g_ptr_array_add(files, part);
	}
	bytes->budget->depth++;
	return files;
}

/* A tape archive has a file again where it was packed again: the last one is the newest, as its name then sorts. */
static void tell_apart(GPtrArray *files)
{
	g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < files->len; i++) {
		ys_part *file = g_ptr_array_index(files, i);

		for (guint n = 2; g_hash_table_contains(names, file->name); n++) {
			char *name = g_strdup_printf("%s (%u)", file->name, n);

			g_free(file->name);
			file->name = name;
		}
		g_hash_table_add(names, file->name);
	}
}

GPtrArray *ys_archive_files(const ys_bytes *bytes, const char **rest, GError **error)
{
	ys_budget whole = YS_BUDGET_WHOLE;
	ys_bytes here = { bytes->name, bytes->data, bytes->len, bytes->budget ? bytes->budget : &whole };

	g_autoptr(GPtrArray) files = files_of(&here, rest, error);

	if (files)
		tell_apart(files);
	return g_steal_pointer(&files);
}

/* ---- the reader ---- */

static int bid_archive(const ys_bytes *bytes)
{
	static const struct {
		gsize at, len;
		const char *magic;
	} kinds[] = {
		{ 0, 4, "PK\3\4" }, { 0, 6, "7z\xbc\xaf\x27\x1c" }, { 0, 6, "Rar!\x1a\a" }, { 257, 5, "ustar" },
		{ 0, 3, "\x1f\x8b\b" }, { 0, 3, "BZh" }, { 0, 6, "\xfd" "7zXZ" },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
		if (bytes->len >= kinds[i].at + kinds[i].len &&
		    !memcmp(bytes->data + kinds[i].at, kinds[i].magic, kinds[i].len))
			return 8 * kinds[i].len;
	return 0;
}

static ys_original *refuse(const ys_original *original, guint n, const char *rest, GError **error)
{
	const ys_original_remark *first = g_ptr_array_index(original->remarks, 0);

	g_set_error(error, YS_ERROR, YS_ERROR_SEVERAL, "none of its %u files could be read; %s%s%s", n, first->message,
		    rest ? "; " : "", rest ? rest : "");
	return NULL;
}

ys_original *ys_archive_read(const ys_bytes *bytes, ys_member_fn goes_on, void *data, GError **error)
{
	g_autoptr(ys_original) original = ys_original_new("archive");
	ys_budget whole = YS_BUDGET_WHOLE, *budget = bytes->budget ? bytes->budget : &whole;
	ys_bytes here = { bytes->name, bytes->data, bytes->len, budget };
	const char *rest = NULL;
	g_autoptr(GPtrArray) files = ys_archive_files(&here, &rest, error);

	if (!files)
		return NULL;
	for (guint i = 0; i < files->len; i++) {
		const ys_part *file = g_ptr_array_index(files, i);
		const ys_original *member = read_member(original, file, budget);

		if (goes_on && !goes_on(file->name, member, data))
			return g_steal_pointer(&original);
	}
	if (!original->members->len)
		return refuse(original, files->len, rest, error);
	if (rest)
		ys_original_add_remark(original, "archive-cut", (ys_spot){ 0 }, "not all of it was read: %s", rest);
	return g_steal_pointer(&original);
}

static ys_original *read_archive(const ys_bytes *bytes, GError **error)
{
	return ys_archive_read(bytes, NULL, NULL, error);
}

const ys_reader ys_reader_archive = { "archive", bid_archive, read_archive };
