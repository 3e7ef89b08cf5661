#include "src/publication/tables/title_of_table.h"

#include <string.h>

#include "src/publication/tables/form_shape.h"
#include "src/publication/tables/header.h"
#include "src/publication/words/clean.h"
#include "src/text/key.h"

/* A header may name its table: 部门整体支出绩效目标, 年度主要支出计划（对应任务、政策）. */
static char *title_in_header(const ys_table *table)
{
	for (guint r = 0; r < table->header->len; r++) {
		const ys_row *row = g_ptr_array_index(table->header, r);

		for (guint i = 0; i < row->cells->len; i++) {
			const char *cell = ys_row_cell(row, i);
			ys_table_kind kind = *cell ? ys_wording_table(cell) : YS_TABLE_OTHER;
			const char *bracket = strstr(cell, "（");

			if (kind == YS_TABLE_GOAL_DEPT || kind == YS_TABLE_GOAL_PROJ)
				return bracket && bracket > cell ? g_strndup(cell, bracket - cell) : g_strdup(cell);
		}
	}
	return NULL;
}

/* The entries of the contents by the keys of their titles. */
typedef struct {
	GHashTable *first;      /* key -> number of an entry, counted from 1 */
	guint *next;            /* the next one with the same key; 0 for none */
} entries;

static void entries_init(entries *e, const GPtrArray *contents)
{
	e->first = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	e->next = g_new(guint, contents->len + 1);
	for (guint i = contents->len; i > 0; i--) {
		char *key = ys_name_key(g_ptr_array_index(contents, i - 1));

		e->next[i] = GPOINTER_TO_UINT(g_hash_table_lookup(e->first, key));
		g_hash_table_replace(e->first, key, GUINT_TO_POINTER(i));
	}
}

static void entries_clear(entries *e)
{
	g_hash_table_unref(e->first);
	g_free(e->next);
}

/* Index of the entry of the contents that is this title, at or after from, which never goes
 * back; -1. */
static int entry_of(entries *e, const char *title, guint from)
{
	g_autofree char *key = ys_name_key(title);
	guint i = GPOINTER_TO_UINT(g_hash_table_lookup(e->first, key));

	while (i && i <= from)
		i = e->next[i];
	g_hash_table_replace(e->first, g_steal_pointer(&key), GUINT_TO_POINTER(i));
	return (int)i - 1;
}

static gboolean is_table_entry(const GPtrArray *contents, guint i)
{
	const char *entry = g_ptr_array_index(contents, i);

	return ys_wording_table(entry) != YS_TABLE_OTHER || g_str_has_suffix(entry, "表");
}

/* Tables [first, last) have no title; entries [from, to) of the contents belong to none.
 * If they are as many, they belong together in this order. */
static void assign(GPtrArray *tables, guint first, guint last, const GPtrArray *contents, guint from, guint to)
{
	guint entries = 0, untitled = 0;

	for (guint i = from; i < to; i++)
		entries += is_table_entry(contents, i);
	for (guint i = first; i < last; i++)
		untitled += ((ys_table *)g_ptr_array_index(tables, i))->title == NULL;
	if (!entries || entries != untitled)
		return;
	for (guint i = from; i < to; i++) {
		ys_table *table;

		if (!is_table_entry(contents, i))
			continue;
		while ((table = g_ptr_array_index(tables, first))->title)
			first++;
		table->title = g_strdup(g_ptr_array_index(contents, i));
	}
}

static void titles_from_contents(GPtrArray *tables, const GPtrArray *contents)
{
	guint first = 0, from = 0;
	entries e;

	entries_init(&e, contents);
	for (guint i = 0; i < tables->len; i++) {
		ys_table *table = g_ptr_array_index(tables, i);
		int entry = table->title ? entry_of(&e, table->title, from) : -1;

		if (entry < 0)
			continue;
		assign(tables, first, i, contents, from, entry);
		first = i + 1;
		from = entry + 1;
	}
	assign(tables, first, tables->len, contents, from, contents->len);
	entries_clear(&e);
}

/* The indicators below a form have no title of their own: 项目支出绩效自评表（指标）. */
static char *title_below_form(const ys_table *form)
{
	return form->title && ys_table_is_form(form) ? g_strconcat(form->title, "（指标）", NULL) : NULL;
}

void ys_table_titles(GPtrArray *tables, const GPtrArray *contents)
{
	for (guint i = 0; i < tables->len; i++) {
		ys_table *table = g_ptr_array_index(tables, i);

		if (!table->title)
			table->title = title_in_header(table);
	}
	titles_from_contents(tables, contents);
	for (guint i = 0; i < tables->len; i++) {
		ys_table *table = g_ptr_array_index(tables, i);

		if (!table->title && i > 0 && ys_table_continues_form(table))
			table->title = title_below_form(g_ptr_array_index(tables, i - 1));
		if (!table->title && table->section)
			table->title = g_strdup(table->section);
		table->kind = table->title ? ys_wording_table(table->title) : YS_TABLE_OTHER;
	}
}
