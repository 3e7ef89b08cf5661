#include "src/publication/tables/form_shape.h"

#include <string.h>

#include "src/publication/tables/indicator.h"
#include "src/publication/tables/labels_table.h"
#include "src/publication/words/numbering.h"
#include "src/text/key.h"

/* A form opens in one of so many rows; above are its title, year and rubbish. */
#define OPENING_ROWS 8
/* 项目名称, 项目编码 and their values; a row of more cells is a header. */
#define OPENING_CELLS 4

/* 实施单位（盖章） and 项目资金（万元） are 实施单位 and 项目资金. */
static gsize length_before_bracket(const char *label)
{
	gsize len = strlen(label);

	for (const char *p = label; *p; p = g_utf8_next_char(p))
		if (p > label && (*p == '(' || g_utf8_get_char(p) == U'（'))
			return p - label;
	return len;
}

/* What labels are compared by, newly allocated; made once for all lists that are asked. */
static char *label_key(const char *text)
{
	const char *behind = ys_behind_number(text);
	g_autofree char *label = g_strndup(behind, length_before_bracket(behind));

	return ys_name_key(label);
}

gboolean ys_cell_is(const ys_row *row, guint i, const char *const *labels)
{
	g_autofree char *key = label_key(ys_row_cell(row, i));

	return g_strv_contains(labels, key);
}

guint ys_row_next_cell(const ys_row *row, guint i)
{
	while (i < row->cells->len && !*ys_row_cell(row, i))
		i++;
	return i;
}

/* The last level of the column's head is one of the labels. */
static gboolean is_headed(const ys_table *table, guint column, const char *const *labels)
{
	const char *name = ys_table_head(table, column)->name, *tail = strrchr(name, '/');
	g_autofree char *key = label_key(tail ? tail + 1 : name);

	return g_strv_contains(labels, key);
}

int ys_table_code_column(const ys_table *table)
{
	for (guint i = 0; i < table->columns->len && i < YS_COLUMNS_MAX; i++)
		if (is_headed(table, i, labels_code))
			return i;
	return -1;
}

gboolean ys_column_names_projects(const ys_table *table, guint column)
{
	return is_headed(table, column, labels_name) || is_headed(table, column, labels_names) ||
	       ys_table_head(table, column)->meaning == YS_COLUMN_UNIT_NAME;
}

gboolean ys_cell_is_label(const ys_row *row, guint i)
{
	static const char *const *const lists[] = {
		labels_name, labels_code, labels_unit, labels_category, labels_amount, labels_amount_of_year,
		labels_side, labels_content,
	};
	g_autofree char *key = label_key(ys_row_cell(row, i));

	for (gsize n = 0; n < G_N_ELEMENTS(lists); n++)
		if (g_strv_contains(lists[n], key))
			return TRUE;
	return FALSE;
}

/* The label of the name at i has one to its right, and what follows is no longer than that of a form. */
static gboolean has_name(const ys_row *row, guint i)
{
	guint value = ys_row_next_cell(row, i + 1), next = ys_row_next_cell(row, value + 1), cells = 0;

	if (value >= row->cells->len || ys_wording_column(ys_row_cell(row, value)) != YS_COLUMN_OTHER ||
	    ys_cell_is_label(row, value))
		return FALSE;
	for (; i < row->cells->len; i++)
		cells += *ys_row_cell(row, i) != '\0';
	return cells <= OPENING_CELLS || ys_cell_is_label(row, next);
}

gboolean ys_row_opens_form(const ys_row *row)
{
	for (guint i = ys_row_next_cell(row, 0); i < row->cells->len;) {
		g_autofree char *key = label_key(ys_row_cell(row, i));

		if (g_strv_contains(labels_name, key))
			return has_name(row, i);
		/* 项目基本情况 | 项目名称 | ..., 一级项目名称 | ... | 二级项目名称 | ... */
		if (g_strv_contains(labels_side, key))
			i = ys_row_next_cell(row, i + 1);
		else if (g_strv_contains(labels_category, key) || g_strv_contains(labels_code, key))
			i = ys_row_next_cell(row, ys_row_next_cell(row, i + 1) + 1);
		else
			return FALSE;
	}
	return FALSE;
}

gboolean ys_table_is_form(const ys_table *table)
{
	guint n = table->header->len;

	for (guint i = 0; i < n + table->rows->len && i < OPENING_ROWS; i++)
		if (ys_row_opens_form(i < n ? g_ptr_array_index(table->header, i)
					    : g_ptr_array_index(table->rows, i - n)))
			return TRUE;
	return FALSE;
}

gboolean ys_table_continues_form(const ys_table *table)
{
	return ys_table_lists_indicators(table) && ys_table_column(table, YS_COLUMN_TARGET) >= 0 &&
	       ys_table_column(table, YS_COLUMN_NAME) < 0 && !ys_table_heads_money(table);
}
