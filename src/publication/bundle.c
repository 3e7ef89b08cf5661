#include "src/publication/bundle.h"

#include <string.h>

#include "src/error.h"
#include "src/original/archive.h"
#include "src/original/readers.h"
#include "src/publication/lines/flatten.h"
#include "src/publication/lines/owner.h"
#include "src/publication/lines/read.h"
#include "src/publication/lines/simplify.h"
#include "src/publication/lines/text_tables.h"
#include "src/publication/title/find.h"
#include "src/text/key.h"

/* ---- is an archive one publication? ---- */

typedef struct {
	char *name;             /* of the file in the archive */
	ys_title *title;        /* of a body, a year and a kind, all of them known */
} named;

static void named_free(named *one)
{
	g_free(one->name);
	ys_title_free(one->title);
	g_free(one);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(named, named_free)

/* Less would be true of a table in another file's publication, too: 2024年部门收支总表. */
static gboolean is_whole(const ys_title *title)
{
	return title->year && strcmp(title->kind, "其他") != 0 && ys_title_names_body(title);
}

/* What is a publication begins with its title; further down one may be quoted, or head a form. */
#define TITLE_LINES 5

static ys_title *title_inside(const ys_original *member)
{
	g_autoptr(ys_input) input = ys_input_of_original(member, NULL);
	g_autoptr(ys_found_title) found = NULL;
	g_autofree char *owner = NULL;

	if (!input)
		return NULL;
	ys_input_simplify(input);
	owner = ys_owner_of_text(input);
	found = ys_title_find(input->text, owner, NULL);
	return is_whole(found->title) && found->title->line <= TITLE_LINES ? g_steal_pointer(&found->title) : NULL;
}

static ys_title *title_in_name(const char *name)
{
	g_autofree char *base = g_path_get_basename(name);
	g_autoptr(ys_title) title = ys_title_of_file(base);

	return is_whole(title) ? g_steal_pointer(&title) : NULL;
}

/* 青禾县体育局 and 体育局, but not 青禾县体育局 and 青禾县体育局体育场馆中心. */
static gboolean is_same_body(const ys_title *a, const ys_title *b)
{
	g_autofree char *left = ys_name_key(a->department), *right = ys_name_key(b->department);
	g_autofree char *left_region = ys_region_key(&a->region), *right_region = ys_region_key(&b->region);

	if (*left_region && *right_region && strcmp(left_region, right_region) != 0)
		return FALSE;
	return g_str_has_suffix(left, right) || g_str_has_suffix(right, left);
}

/* What only one of them says is no difference. */
static gboolean differs(const char *a, const char *b)
{
	return a && b && strcmp(a, b) != 0;
}

/* The prose of a unit's budget may well be called 部门预算情况说明: only covers tell levels apart. */
static gboolean is_cover(const ys_title *title)
{
	return g_str_has_suffix(title->text, title->kind);
}

static gboolean is_same(const ys_title *a, const ys_title *b)
{
	gboolean covers = is_cover(a) && is_cover(b);

	return a->year == b->year && !strcmp(a->kind, b->kind) && !(covers && differs(a->level, b->level)) &&
	       !differs(a->scope, b->scope) && is_same_body(a, b);
}

/* NULL without a title of its own.  member: NULL if it cannot be read; then its name may tell. */
static named *named_new(const char *name, const ys_original *member)
{
	g_autoptr(ys_title) inside = member ? title_inside(member) : NULL;
	g_autoptr(ys_title) title = inside ? g_steal_pointer(&inside) : title_in_name(name);
	named *one;

	if (!title)
		return NULL;
	one = g_new0(named, 1);
	one->name = g_strdup(name);
	one->title = g_steal_pointer(&title);
	return one;
}

static void say(GString *out, const named *one)
{
	const ys_title *title = one->title;

	g_string_append_printf(out, "%s (%s, %d, %s%s%s)", one->name, title->department, title->year,
			       title->level ? title->level : "", title->kind, title->scope ? title->scope : "");
}

/* What the files seen so far say. */
typedef struct {
	named *first, *other;   /* the first that says whose it is, and one that says otherwise; NULL */
} saying;

static void saying_clear(saying *said)
{
	g_clear_pointer(&said->first, named_free);
	g_clear_pointer(&said->other, named_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(saying, saying_clear)

/* FALSE once they are several publications: no more of them needs to be read then. */
static gboolean is_one_so_far(const char *name, const ys_original *member, void *data)
{
	g_autoptr(named) one = named_new(name, member);
	saying *said = data;

	if (!said->first)
		said->first = g_steal_pointer(&one);
	else if (one && !is_same(said->first->title, one->title))
		said->other = g_steal_pointer(&one);
	return !said->other;
}

static void refuse(const saying *said, GError **error)
{
	g_autoptr(GString) what = g_string_new("an archive of several publications, such as ");

	say(what, said->first);
	g_string_append(what, " and ");
	say(what, said->other);
	g_set_error_literal(error, YS_ERROR, YS_ERROR_SEVERAL, what->str);
}

static ys_original *read_archive(const ys_bytes *bytes, GError **error)
{
	g_auto(saying) said = { 0 };
	g_autoptr(ys_original) original = ys_archive_read(bytes, is_one_so_far, &said, error);

	if (!said.other)
		return g_steal_pointer(&original);
	refuse(&said, error);
	return NULL;
}

/* ---- bytes as lines ---- */

/* Who says whose all of it is says that it is one. */
static gboolean is_one(const ys_given *given)
{
	return given && given->department;
}

/* What no reader knows is text. */
static ys_input *read_file(const ys_bundle_file *file, GError **error)
{
	ys_bytes bytes = { .name = file->path, .data = file->data, .len = file->len };
	const ys_reader *reader = ys_reader_of(&bytes);
	gboolean may_be_several = reader == &ys_reader_archive && !is_one(file->given);
	g_autoptr(ys_original) original = may_be_several ? read_archive(&bytes, error) :
					  reader ? reader->read(&bytes, error) : NULL;
	ys_input *input;

	if (reader && !original)
		return NULL;
	input = original ? ys_input_of_original(original, error) : ys_input_new(file->data, file->len, error);
	if (!input)
		return NULL;
	ys_input_simplify(input);
	if (!original)
		ys_text_tables(input);
	return input;
}

static gboolean check_bytes(const ys_bundle_file *files, guint n, GError **error)
{
	gsize len = 0;

	for (guint i = 0; i < n; i++)
		len += files[i].len;
	if (len <= YS_PUBLICATION_BYTES_MAX)
		return TRUE;
	g_set_error(error, YS_ERROR, YS_ERROR_PUBLICATION,
		    "the file has %" G_GSIZE_FORMAT " bytes, more than the %d of any publication; split it", len,
		    YS_PUBLICATION_BYTES_MAX);
	return FALSE;
}

ys_input *ys_bundle_read(const ys_bundle_file *files, guint n, GError **error)
{
	g_autoptr(GPtrArray) inputs = g_ptr_array_new_with_free_func((GDestroyNotify)ys_input_free);

	if (!check_bytes(files, n, error))
		return NULL;
	for (guint i = 0; i < n; i++) {
		ys_input *input = read_file(&files[i], error);

		if (!input)
			return NULL;
		g_ptr_array_add(inputs, input);
	}
	return ys_input_join(inputs);
}
