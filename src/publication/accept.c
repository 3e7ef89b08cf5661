#include "src/publication/accept.h"

#include <string.h>

#include "src/error.h"
#include "src/publication/tables/table.h"

typedef struct {
	const ys_outline *outline;
	const ys_found_title *found;
	const GPtrArray *tables;
	const ys_given *given;
} document;

/* That it speaks of budgets is not enough: it must say of which year, or whose.  Of other documents only those
 * count as titles that do. */
static gboolean is_title(const ys_title *title)
{
	return title->text && (!strcmp(title->kind, "其他") || title->year || ys_title_names_body(title));
}

static gboolean has_known_table(const document *d)
{
	for (guint i = 0; i < d->tables->len; i++)
		if (((ys_table *)g_ptr_array_index(d->tables, i))->kind != YS_TABLE_OTHER)
			return TRUE;
	return FALSE;
}

/* Something of a publication stands below its title: a page that only links to it has the same title, and news
 * have a similar one that names no body. */
static gboolean has_content(const document *d)
{
	if (d->tables->len || (d->found->title->department && d->found->title->year && d->found->has_text))
		return TRUE;
	for (guint i = 0; i < d->outline->blocks->len; i++)
		if (((ys_block *)g_ptr_array_index(d->outline->blocks, i))->kind == YS_BLOCK_HEADING)
			return TRUE;
	return FALSE;
}

static char *what_is_missing(const document *d)
{
	static const char help[] = "a file sources.tsv beside it may say department, year and kind";
	const ys_found_title *found = d->found;
	const ys_title *title = d->found->title;

	if (found->other)
		return g_strdup_printf("line %d is the title of something else (%s): %s", found->nearest_line, found->other,
				       found->nearest);
	if (is_title(title))
		return g_strdup_printf("below the title, line %d, there is neither section nor table; "
				       "they may be in an attachment", title->line);
	if (found->nearest || title->text)
		return g_strdup_printf("no title of a budget or final account among the first %u lines, and no table of one; "
				       "line %d looks most like one: %s; %s", found->lines,
				       title->text ? title->line : found->nearest_line,
				       title->text ? title->text : found->nearest, help);
	return g_strdup_printf("no title of a budget or final account among the first %u lines, and no table of one",
			       found->lines);
}

/* Who says whose and of which year it is says that it is a publication. */
static gboolean is_said(const document *d)
{
	return d->given && d->given->department && d->found->title->year;
}

gboolean ys_is_publication(const ys_outline *outline, const ys_found_title *found, const GPtrArray *tables,
			   const ys_given *given, GError **error)
{
	const document d = { outline, found, tables, given };
	g_autofree char *missing = NULL;

	if (is_said(&d) || (is_title(found->title) && has_content(&d)) || (!found->other && has_known_table(&d)))
		return TRUE;
	missing = what_is_missing(&d);
	g_set_error(error, YS_ERROR, YS_ERROR_FOREIGN, "no publication: %s", missing);
	return FALSE;
}
