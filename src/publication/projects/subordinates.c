#include "src/publication/projects/subordinates.h"

#include <string.h>

#include "src/body_end.h"
#include "src/places_table.h"
#include "src/publication/projects/subordinates_table.h"
#include "src/publication/words/slice.h"
#include "src/region.h"
#include "src/text/key.h"
#include "src/word_list.h"

/* Bytes between a subject and its list. */
#define OPENER_REACH 150
/* The longest real name seen has 29 characters. */
#define NAME_MAX_CHARS 40
/* Shorter ones are words: 中心, 办公室. */
#define NAME_MIN_CHARS 4
/* A sentence that introduces more lists is none. */
#define LISTS_MAX 16

/* The units found so far, and their keys. */
typedef struct {
	GPtrArray *units;
	GHashTable *keys;
	char *department;       /* key; NULL unknown */
} unit_list;

/* The name without what stands in brackets behind it: （公益一类）, (本级). */
static char *bare_name(const char *name, gsize len)
{
	char *bare = g_strndup(name, len);

	for (guint i = 0; ys_slice_openings[i]; i++) {
		char *bracket = strstr(bare, ys_slice_openings[i]);

		if (bracket)
			*bracket = '\0';
	}
	return bare;
}

/* Where the text says that a unit is named. */
static gboolean is_body(const char *name)
{
	g_autofree char *bare = bare_name(name, strlen(name));
	g_autofree char *key = ys_name_key(bare);

	return ys_body_end_of(key, strlen(key)).text != NULL;
}

/* The name behind the words that lead to it, 包括两个单位，分别是：青禾站; the 和 of 和平区 is none. */
static const char *behind_leads(const char *name)
{
	const char *behind = ys_behind_word(name, subordinates_lead);
	ys_region region;

	if (!behind)
		behind = ys_behind_word(name, subordinates_list);
	return behind && *behind && ys_region_of_name(name, NULL, &region, NULL) == YS_REGION_NONE
		       ? behind_leads(behind)
		       : name;
}

static void add_unit(unit_list *c, const char *name, gsize len)
{
	g_autofree char *text = len <= 4 * NAME_MAX_CHARS ? bare_name(name, len) : NULL;
	const char *unit = text ? behind_leads(text) : "";
	g_autofree char *key = NULL;
	glong chars;

	chars = g_utf8_strlen(unit, -1);
	if (chars > NAME_MAX_CHARS || chars < NAME_MIN_CHARS || !is_body(unit) ||
	    ys_word_in(unit, subordinates_no_unit))
		return;
	key = ys_name_key(unit);
	if (!g_strcmp0(key, c->department) || g_hash_table_contains(c->keys, key))
		return;
	g_hash_table_add(c->keys, g_steal_pointer(&key));
	g_ptr_array_add(c->units, g_strdup(unit));
}

/* 甲中心和乙站 are two, if both are named like bodies; a name may also have 和 in it. */
static void add_units(unit_list *c, const char *item, gsize len)
{
	g_autofree char *text = len <= 8 * NAME_MAX_CHARS ? g_strndup(item, len) : NULL;
	char *and = text ? strstr(text, "和") : NULL;

	for (; and && and != text; and = strstr(and + 1, "和")) {
		g_autofree char *first = g_strndup(text, and - text);

		if (!is_body(first) || !is_body(and + strlen("和")))
			continue;
		add_unit(c, first, strlen(first));
		add_unit(c, and + strlen("和"), strlen(and + strlen("和")));
		return;
	}
	add_unit(c, item, len);
}

/* Split a list at its commas up to the end of the sentence; returns that. */
static const char *add_list(unit_list *c, const char *list)
{
	static const char *const stops[] = { "、", "，", "；", "。", ",", ";", NULL };
	const char *start = list, *p = list;

	for (;;) {
		const char *behind = ys_behind_word(p, stops);

		if (!*p || behind) {
			add_units(c, start, p - start);
			if (!*p || g_str_has_prefix(p, "。"))
				return p;
			start = p = behind;
		} else {
			p = g_utf8_next_char(p);
		}
	}
}

/* 无下属单位, 没有单独编报的下属预算单位: denied in the same clause. */
static gboolean is_denied(const char *text, const char *at)
{
	static const char stops[] = "。，；、,;";
	g_autofree char *before = NULL;
	const char *start = at;

	for (int i = 0; i < 12 && start > text; i++) {
		const char *p = g_utf8_prev_char(start);

		if (g_utf8_strchr(stops, -1, g_utf8_get_char(p)))
			break;
		start = p;
	}
	before = g_strndup(start, at - start);
	return ys_word_in(before, subordinates_denial) != NULL;
}

/* Where the list that a subject at s introduces begins; NULL if it introduces none. */
static const char *list_after(const char *s)
{
	const char *first = NULL;
	g_autofree char *reach = g_strndup(s, strnlen(s, OPENER_REACH));
	const char *stop = strstr(reach, "。");

	for (guint i = 0; subordinates_list[i]; i++) {
		const char *at = strstr(reach, subordinates_list[i]);

		if (at && (!stop || at < stop) && (!first || at < first))
			first = at + strlen(subordinates_list[i]);
	}
	return first ? s + (first - reach) : NULL;
}

static void units_in_text(unit_list *c, const char *text)
{
	guint lists = 0;

	for (guint i = 0; subordinates_subject[i]; i++) {
		const char *at = text;

		while (lists < LISTS_MAX && (at = strstr(at, subordinates_subject[i]))) {
			const char *list = is_denied(text, at) ? NULL : list_after(at);

			at += strlen(subordinates_subject[i]);
			if (!list)
				continue;
			at = add_list(c, list);
			lists++;
		}
	}
}

/* 序号 | 单位名称 | 单位性质: a table without amounts. */
static void units_in_table(unit_list *c, const ys_table *table)
{
	int column = ys_table_column(table, YS_COLUMN_UNIT_NAME);

	if (column < 0 || ys_table_heads_money(table))
		return;
	for (guint i = 0; i < table->rows->len; i++) {
		const char *cell = ys_row_cell(g_ptr_array_index(table->rows, i), column);

		if (*cell)
			add_unit(c, cell, strlen(cell));
	}
}

GPtrArray *ys_subordinate_units(const ys_outline *outline, const GPtrArray *tables, const char *department)
{
	unit_list c = { .department = department ? ys_name_key(department) : NULL };

	c.units = g_ptr_array_new_with_free_func(g_free);
	c.keys = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (guint i = 0; i < outline->blocks->len; i++) {
		const ys_block *block = g_ptr_array_index(outline->blocks, i);

		if (block->kind == YS_BLOCK_PARAGRAPH)
			units_in_text(&c, block->text);
	}
	for (guint i = 0; i < tables->len; i++)
		units_in_table(&c, g_ptr_array_index(tables, i));
	g_hash_table_unref(c.keys);
	g_free(c.department);
	return c.units;
}

void ys_body_add_names(GHashTable *bodies, const char *name)
{
	g_hash_table_add(bodies, ys_name_key(name));
	for (const char *p = name; *p; p = g_utf8_next_char(p)) {
		const char *rest = g_utf8_next_char(p);

		if (ys_word_at_start(p, places_sign) &&
		    g_utf8_strlen(rest, -1) >= NAME_MIN_CHARS && is_body(rest))
			g_hash_table_add(bodies, ys_name_key(rest));
	}
}
