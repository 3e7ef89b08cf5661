#include "src/publication/tables/indicator.h"

#include <string.h>

#include "src/publication/words/clean.h"
#include "src/text/key.h"

/* 产出指标, 数量指标, and what is counted. */
#define LEVELS 3

gboolean ys_table_lists_indicators(const ys_table *table)
{
	if (table->columns->len > YS_COLUMNS_MAX)
		return FALSE;
	return ys_table_column(table, YS_COLUMN_INDICATOR) >= 0 ||
	       (ys_table_column(table, YS_COLUMN_TARGET) >= 0 &&
		ys_table_column(table, YS_COLUMN_INDICATORS) >= 0);
}

static void append_without_stop(GString *out, const char *cell)
{
	g_string_append_len(out, cell, ys_length_before_stop(cell));
}

static const char *said(const ys_table *table, const ys_row *row, ys_column_meaning meaning)
{
	return ys_row_said(row, ys_table_column(table, meaning));
}

/* The lowest level that is printed is the indicator; those above it only sort. */
static const char *name_of(const ys_table *table, const ys_row *row)
{
	gboolean levels = ys_table_column(table, YS_COLUMN_INDICATOR) >= 0;
	const char *name = "";

	for (guint i = 0; i < table->columns->len && i < row->cells->len; i++) {
		ys_column_meaning meaning = ys_table_head(table, i)->meaning;

		if (meaning != (levels ? YS_COLUMN_INDICATOR : YS_COLUMN_INDICATORS))
			continue;
		if (*ys_row_said(row, i))
			name = ys_row_cell(row, i);
	}
	return name;
}

/* 总分 closes a self-assessment with the points that were given. */
static gboolean is_score(const ys_row *row)
{
	for (guint i = 0; i < row->cells->len; i++) {
		g_autofree char *key = *ys_row_cell(row, i) ? ys_name_key(ys_row_cell(row, i)) : NULL;

		if (key)
			return g_str_has_prefix(key, "总分");
	}
	return FALSE;
}

static const char *const signs[] = { ">=", "<=", "≥", "≤", ">", "<", "=", "＞", "＜", "＝", NULL };

/* The cells of a row up to the last that says something. */
static guint filled(const ys_row *row)
{
	guint n = row->cells->len;

	while (n && !*ys_row_cell(row, n - 1))
		n--;
	return n;
}

gboolean ys_indicators_span(const ys_table *table, const GPtrArray *rows, guint begin, guint end)
{
	int first = ys_table_column(table, YS_COLUMN_INDICATOR);

	for (guint i = begin; first >= 0 && i < end; i++) {
		const ys_row *row = g_ptr_array_index(rows, i);

		if (!*ys_row_cell(row, first) && filled(row) > (guint)first)
			return TRUE;
	}
	return FALSE;
}

/* How many cells the row stands left of its columns; signs tell, or else the words for the kinds of indicators. */
static guint cells_lost(const ys_table *table, const ys_row *row, gboolean spans)
{
	int sign = ys_table_column(table, YS_COLUMN_SIGN), first = ys_table_column(table, YS_COLUMN_INDICATOR);
	guint levels = 0, kinds = 0, lost = 0;

	for (int i = 0; i < sign; i++)
		if (g_strv_contains(signs, ys_row_cell(row, i)))
			return filled(row) + sign - i <= table->columns->len ? sign - i : 0;
	for (guint i = 0; i < table->columns->len; i++)
		levels += ys_table_head(table, i)->meaning == YS_COLUMN_INDICATOR;
	while (kinds < 2 && g_str_has_suffix(ys_row_cell(row, kinds), "指标"))
		kinds++;
	if (sign < 0 && !spans && levels == LEVELS && kinds)
		lost = first + 2 - kinds;
	return filled(row) + lost <= table->columns->len ? lost : 0;
}

ys_row *ys_indicator_row(const ys_table *table, const ys_row *row, gboolean spans)
{
	guint lost = cells_lost(table, row, spans), n = filled(row);
	ys_row *moved;

	if (!lost)
		return NULL;
	moved = ys_row_new(g_array_index(row->lines, int, 0));
	for (guint i = 0; i < n; i++)
		ys_row_set_cell(moved, i + lost, g_strdup(ys_row_cell(row, i)));
	return moved;
}

void ys_indicators_place(ys_table *table)
{
	gboolean spans;

	if (!ys_table_lists_indicators(table))
		return;
	spans = ys_indicators_span(table, table->rows, 0, table->rows->len);
	for (guint i = 0; i < table->rows->len; i++) {
		ys_row *row = g_ptr_array_index(table->rows, i);
		g_autoptr(ys_row) moved = ys_indicator_row(table, row, spans);
		GPtrArray *cells = row->cells;

		if (!moved)
			continue;
		row->cells = moved->cells;
		moved->cells = cells;
	}
}

/* Beside a column for each level of indicators one of 绩效指标值 has their values. */
static const char *target_of(const ys_table *table, const ys_row *row)
{
	if (ys_table_column(table, YS_COLUMN_TARGET) < 0 && ys_table_column(table, YS_COLUMN_INDICATOR) >= 0)
		return said(table, row, YS_COLUMN_INDICATORS);
	return said(table, row, YS_COLUMN_TARGET);
}

/* The value with what belongs to it: ≥, 95 and % in three cells are ≥95%.  Words such as
 * 定量 or 正向 in the column of signs are none. */
static void append_target(GString *out, const ys_table *table, const ys_row *row)
{
	int column = ys_table_column(table, YS_COLUMN_SIGN);
	const char *sign = column < 0 ? "" : ys_row_cell(row, column);
	const char *value = target_of(table, row), *measure = said(table, row, YS_COLUMN_MEASURE);

	if (!*value)
		return;
	if (g_strv_contains(signs, sign) && !g_str_has_prefix(value, sign))
		g_string_append(out, sign);
	append_without_stop(out, value);
	if (!g_str_has_suffix(value, measure))
		g_string_append(out, measure);
}

void ys_indicator_append(GString *indicators, const ys_table *table, const ys_row *row)
{
	const char *name = name_of(table, row);
	const char *actual = said(table, row, YS_COLUMN_ACTUAL);
	g_autoptr(GString) target = g_string_new(NULL);

	if (is_score(row))
		return;
	append_target(target, table, row);
	if (!*name && !target->len && !*actual)
		return;
	if (indicators->len && (*name || !row->after_break))
		g_string_append(indicators, "；");
	append_without_stop(indicators, name);
	if (*name && (target->len || *actual))
		g_string_append(indicators, "：");
	if (*actual && *name)
		g_string_append_printf(indicators, "%s%s%s完成", target->len ? "目标" : "", target->str,
				       target->len ? "，" : "");
	else
		g_string_append(indicators, target->str);
	append_without_stop(indicators, actual);
}

/* The head of a column that holds one kind of indicators: 数量指标, 满意度指标. */
static const char *kind_of(const ys_table *table, guint i)
{
	const ys_column *column = ys_table_head(table, i);
	const char *tail = strrchr(column->name, '/');

	tail = tail ? tail + 1 : column->name;
	return column->meaning == YS_COLUMN_OTHER && ys_wording_has_indicators(tail) ? tail : NULL;
}

char *ys_indicators_of_row(const ys_table *table, const ys_row *row)
{
	g_autoptr(GString) text = g_string_new(NULL);

	for (guint i = 0; i < table->columns->len && i < row->cells->len; i++) {
		ys_column_meaning meaning = ys_table_head(table, i)->meaning;
		const char *kind = kind_of(table, i), *cell = ys_row_cell(row, i);

		if (meaning != YS_COLUMN_INDICATORS && meaning != YS_COLUMN_TARGET && !kind)
			continue;
		if (ys_is_nothing(cell))
			continue;
		if (text->len)
			g_string_append(text, "；");
		if (kind)
			g_string_append_printf(text, "%s：", kind);
		g_string_append(text, cell);
	}
	return text->len ? g_string_free(g_steal_pointer(&text), FALSE) : NULL;
}
