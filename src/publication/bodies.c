#include "src/publication/bodies.h"

#include <string.h>

#include "src/publication/clean.h"
#include "src/text/key.h"

/* A list of units is introduced by one of the first, and begins after one of the second. */
static const char *const subjects[] = { "下属单位", "所属事业单位", "所属单位", "直属单位", "预算单位", "编报范围",
					"编制范围" };
static const char *const openers[] = { "分别为", "分别是", "具体包括", "包括" };

/* The longest real name seen has 29 characters. */
#define NAME_MAX_CHARS 40

static void add_unit(GPtrArray *units, const char *name, gsize len, const char *department)
{
	static const char *const leads[] = { "：", ":", "以及", "和", "及" };
	g_autofree char *unit = NULL;
	g_autofree char *key = NULL, *own = department ? ys_name_key(department) : NULL;

	for (gsize i = 0; i < G_N_ELEMENTS(leads); i++)
		if (len > strlen(leads[i]) && !strncmp(name, leads[i], strlen(leads[i]))) {
			name += strlen(leads[i]);
			len -= strlen(leads[i]);
		}
	unit = g_strndup(name, len);
	if (g_utf8_strlen(unit, -1) > NAME_MAX_CHARS || g_utf8_strlen(unit, -1) < 4 || !ys_wording_is_body(unit) ||
	    strstr(unit, "本级") || strstr(unit, "内设"))
		return;
	key = ys_name_key(unit);
	if (own && !strcmp(key, own))
		return;
	for (guint i = 0; i < units->len; i++) {
		g_autofree char *known = ys_name_key(g_ptr_array_index(units, i));

		if (!strcmp(known, key))
			return;
	}
	g_ptr_array_add(units, g_steal_pointer(&unit));
}

/* Split a list at its commas up to the end of the sentence. */
static void add_list(GPtrArray *units, const char *list, const char *department)
{
	static const char *const stops[] = { "、", "，", "；", "。", ",", ";", NULL };
	const char *start = list, *p = list;

	for (;;) {
		gsize stop = 0;

		for (gsize i = 0; *p && stops[i] && !stop; i++)
			if (g_str_has_prefix(p, stops[i]))
				stop = strlen(stops[i]);
		if (!*p || stop) {
			add_unit(units, start, p - start, department);
			if (!*p || g_str_has_prefix(p, "。"))
				return;
			start = p + stop;
			p = start;
		} else {
			p = g_utf8_next_char(p);
		}
	}
}

static void units_in_text(GPtrArray *units, const char *text, const char *department)
{
	for (gsize s = 0; s < G_N_ELEMENTS(subjects); s++) {
		const char *at = strstr(text, subjects[s]);

		for (gsize o = 0; at && o < G_N_ELEMENTS(openers); o++) {
			const char *list = strstr(at, openers[o]);

			if (!list || list - at > 150)
				continue;
			add_list(units, list + strlen(openers[o]), department);
			break;
		}
	}
}

/* 序号 | 单位名称 | 单位性质: a table without amounts. */
static void units_in_table(GPtrArray *units, const ys_table *table, const char *department)
{
	int column = ys_table_column(table, YS_COLUMN_UNIT_NAME);

	if (column < 0 || ys_table_amount_column(table) >= 0)
		return;
	for (guint i = 0; i < table->rows->len; i++) {
		const char *cell = ys_row_cell(g_ptr_array_index(table->rows, i), column);

		add_unit(units, cell, strlen(cell), department);
	}
}

GPtrArray *ys_subordinate_units(const ys_outline *outline, const GPtrArray *tables, const char *department)
{
	GPtrArray *units = g_ptr_array_new_with_free_func(g_free);

	for (guint i = 0; i < outline->blocks->len; i++) {
		const ys_block *block = g_ptr_array_index(outline->blocks, i);

		if (block->kind == YS_BLOCK_PARAGRAPH)
			units_in_text(units, block->text, department);
	}
	for (guint i = 0; i < tables->len; i++)
		units_in_table(units, g_ptr_array_index(tables, i), department);
	return units;
}
