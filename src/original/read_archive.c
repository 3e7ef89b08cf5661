#include <string.h>

#include "src/error.h"
#include "src/original/parts.h"
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

/* Members of an archive in the archive become members of the outer one. */
static void take_member(ys_original *original, ys_original *member, const char *part)
{
	set_parts(member, part);
	if (!member->members->len) {
		g_ptr_array_add(original->members, member);
		return;
	}
	for (guint i = 0; i < member->remarks->len; i++) {
		const ys_original_remark *inner = g_ptr_array_index(member->remarks, i);
		ys_spot spot = { .part = ys_original_name(original, inner->spot.part) };

		ys_original_add_remark(original, inner->code, spot, "%s", inner->message);
	}
	while (member->members->len)
		g_ptr_array_add(original->members, g_ptr_array_steal_index(member->members, 0));
	ys_original_free(member);
}

static void read_member(ys_original *original, const ys_part *part, ys_budget *budget)
{
	ys_bytes bytes = { part->name, part->data, part->len, budget };
	g_autoptr(GError) error = NULL;
	const ys_reader *reader;
	ys_original *member;

	if (part->failure) {
		remark(original, "member-failed", part->name, part->failure);
		return;
	}
	reader = ys_reader_of(&bytes);
	if (!reader) {
		remark(original, "member-unknown", part->name, "its format is not known");
		return;
	}
	if (reader == &ys_reader_archive && !budget->depth) {
		remark(original, "member-failed", part->name,
		       "it is an archive in an archive in an archive; unpack it and give the files themselves");
		return;
	}
	member = reader->read(&bytes, &error);
	if (member)
		take_member(original, member, part->name);
	else
		remark(original, "member-failed", part->name, error->message);
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

	g_set_error(error, YS_ERROR, YS_ERROR_PUBLICATION, "none of its %u files could be read; %s%s%s", n, first->message,
		    rest ? "; " : "", rest ? rest : "");
	return NULL;
}

static ys_original *read_archive(const ys_bytes *bytes, GError **error)
{
	g_autoptr(ys_original) original = ys_original_new("archive");
	ys_budget whole = YS_BUDGET_WHOLE, *budget = bytes->budget ? bytes->budget : &whole;
	ys_bytes here = { bytes->name, bytes->data, bytes->len, budget };
	const char *rest = NULL;
	g_autoptr(GPtrArray) parts = ys_parts_of_archive(&here, &rest, error);

	if (!parts)
		return NULL;
	g_ptr_array_sort(parts, by_name);
	budget->depth--;
	for (guint i = 0; i < parts->len; i++)
		read_member(original, g_ptr_array_index(parts, i), budget);
	budget->depth++;
	if (!original->members->len)
		return refuse(original, parts->len, rest, error);
	if (rest)
		ys_original_add_remark(original, "archive-cut", (ys_spot){ 0 }, "not all of it was read: %s", rest);
	return g_steal_pointer(&original);
}

const ys_reader ys_reader_archive = { "archive", bid_archive, read_archive };
