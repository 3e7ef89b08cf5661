/* A word for each table, 't' and a digest of what it is called, and for each section, 's' and one of its heading.  A digest of
 * few characters is enough: only the files of one publication in one directory are compared. */
#include "src/publication/holds.h"

#include <string.h>

#include "src/publication/tables/table.h"
#include "src/text/key.h"

#define DIGITS 8

static void append(GString *out, char what, const char *called)
{
	g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, called, -1);

	if (out->len)
		g_string_append_c(out, ' ');
	g_string_append_c(out, what);
	g_string_append_len(out, sum, DIGITS);
}

static void append_key(GString *out, const char *text)
{
	g_autofree char *key = text ? ys_name_key(text) : NULL;

	g_string_append_c(out, '|');
	if (key)
		g_string_append(out, key);
}

/* Forms have one title for all projects. */
static gboolean is_of_one_project(ys_table_kind kind)
{
	return kind == YS_TABLE_GOAL_PROJ || kind == YS_TABLE_EVAL;
}

static void append_table(GString *out, const ys_table *table)
{
	const ys_row *first = table->rows->len ? g_ptr_array_index(table->rows, 0) : NULL;
	g_autoptr(GString) called = g_string_new(NULL);

	append_key(called, table->title);
	if (!table->title || is_of_one_project(table->kind)) {
		for (guint c = 0; c < table->columns->len; c++)
			append_key(called, ys_table_head(table, c)->name);
		for (guint c = 0; first && c < first->cells->len; c++)
			append_key(called, ys_row_cell(first, c));
	}
	append(out, 't', called->str);
}

char *ys_holds(const ys_outline *outline, const GPtrArray *tables)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < tables->len; i++)
		append_table(out, g_ptr_array_index(tables, i));
	for (guint i = 1; i < outline->blocks->len; i++) {
		const ys_block *heading = g_ptr_array_index(outline->blocks, i - 1);
		const ys_block *below = g_ptr_array_index(outline->blocks, i);

		if (heading->kind == YS_BLOCK_HEADING && below->kind == YS_BLOCK_PARAGRAPH) {
			g_autofree char *key = ys_name_key(heading->text);

			append(out, 's', key);
		}
	}
	return g_string_free(out, FALSE);
}

gboolean ys_holds_prose(const char *holds)
{
	return *holds == 's' || strstr(holds, " s");
}

/* How many words of one kind a has, and how many of them b has too. */
static guint count(char **a, char **b, char what, guint *common)
{
	guint n = 0;

	*common = 0;
	for (; *a; a++) {
		if (**a != what)
			continue;
		n++;
		*common += g_strv_contains((const char *const *)b, *a);
	}
	return n;
}

gboolean ys_holds_meet(const char *a, const char *b)
{
	g_auto(GStrv) left = a ? g_strsplit(a, " ", -1) : NULL, right = b ? g_strsplit(b, " ", -1) : NULL;
	guint common, back, n_left, n_right;

	if (!left || !right)
		return TRUE;
	n_left = count(left, right, 't', &common);
	n_right = count(right, left, 't', &back);
	if (n_left || n_right)
		return common > 0;
	n_left = count(left, right, 's', &common);
	n_right = count(right, left, 's', &back);
	/* neither says what it is: nothing tells them apart */
	if (!n_left || !n_right)
		return TRUE;
	return n_left <= n_right ? 2 * common > n_left : 2 * back > n_right;
}
