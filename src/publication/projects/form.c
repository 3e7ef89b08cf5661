#include "src/publication/projects/form.h"

#include <string.h>

#include "src/publication/projects/name.h"
#include "src/publication/tables/form_shape.h"
#include "src/publication/tables/header.h"
#include "src/publication/tables/indicator.h"
#include "src/publication/tables/labels_table.h"
#include "src/publication/words/clean.h"
#include "src/text/key.h"
#include "src/word_list.h"

/* Labels are found wherever the converter put them: by row, then the cells right of them. */
typedef struct {
	const GPtrArray *rows;  /* of the table, its header included */
	guint first, end;       /* those of this form */
} form;

static const ys_row *row_at(const form *f, guint r)
{
	return g_ptr_array_index(f->rows, r);
}

/* Forms print their head as rows and their rows as heads: look at all of them. */
static GPtrArray *all_rows(const ys_table *table)
{
	GPtrArray *rows = g_ptr_array_new();

	for (guint i = 0; i < table->header->len; i++)
		g_ptr_array_add(rows, g_ptr_array_index(table->header, i));
	for (guint i = 0; i < table->rows->len; i++)
		g_ptr_array_add(rows, g_ptr_array_index(table->rows, i));
	return rows;
}

/* The first row with one of the labels, and the value right of it; NULL. */
static const char *value_of(const form *f, const char *const *labels, guint *found)
{
	for (guint r = f->first; r < f->end; r++) {
		const ys_row *row = row_at(f, r);

		for (guint i = 0; i < row->cells->len; i++) {
			guint value;

			if (!ys_cell_is(row, i, labels))
				continue;
			value = ys_row_next_cell(row, i + 1);
			if (value == row->cells->len || ys_cell_is_label(row, value))
				continue;
			*found = r;
			return ys_row_cell(row, value);
		}
	}
	return NULL;
}

/* ---- amounts ---- */

typedef struct {
	guint head;             /* the row that heads them */
	guint sums;             /* the row with the whole sum */
	guint label;            /* its cell that says so */
	guint first;            /* the first column of amounts */
	int budget, executed;   /* columns; executed -1 where a form only plans */
} amounts;

/* The row heads the amounts: 预算数 and 执行数 side by side.  A head that says the unit, 年度预算数（万元） left of
 * 年初预算, is their label. */
static gboolean heads_execution(const ys_row *row, amounts *a)
{
	g_autofree ys_column_meaning *meanings = g_new(ys_column_meaning, row->cells->len + 1);

	a->budget = a->executed = -1;
	a->first = 0;
	for (guint i = 0; i < row->cells->len && a->executed < 0; i++) {
		meanings[i] = ys_wording_column(ys_row_cell(row, i));
		/* of 年初预算数 and 预算数 the later one is executed against */
		if (meanings[i] == YS_COLUMN_TOTAL && a->budget >= 0) {
			meanings[a->budget] = YS_COLUMN_OTHER;
			if (ys_unit_in(ys_row_cell(row, a->budget)) && !ys_unit_in(ys_row_cell(row, i)))
				a->first = i;
		}
		if (!a->first && (meanings[i] == YS_COLUMN_TOTAL || meanings[i] == YS_COLUMN_ADJUSTED))
			a->first = i;
		if (meanings[i] == YS_COLUMN_TOTAL)
			a->budget = i;
		else if (meanings[i] == YS_COLUMN_EXECUTED)
			a->executed = i;
	}
	a->budget = a->executed < 0 ? -1 : ys_amount_column_of(meanings, a->executed);
	return a->budget >= 0;
}

/* Or that of the year beside that of another: 上年度安排资金 | 本年度申请资金. */
static gboolean heads_years(const ys_row *row, amounts *a)
{
	for (guint i = 0; i < row->cells->len; i++) {
		guint next = ys_row_next_cell(row, i + 1);

		if (!ys_cell_is(row, i, labels_this_year) ||
		    ys_amount_parse(ys_row_cell(row, next), YS_YUAN) != YS_AMOUNT_NONE)
			continue;
		a->budget = a->first = i;
		a->executed = -1;
		return TRUE;
	}
	return FALSE;
}

static gboolean is_sum_label(const char *cell)
{
	g_autofree char *key = ys_name_key(cell);

	return ys_word_at_end(key, strlen(key), labels_sum) || ys_wording_total(cell) >= YS_TOTAL_OF_ALL;
}

/* The row below the head whose label says it is the whole sum. */
static gboolean find_sums(const form *f, amounts *a)
{
	for (guint r = a->head + 1; r < f->end; r++)
		for (guint i = 0; i < row_at(f, r)->cells->len && i < 3; i++)
			if (is_sum_label(ys_row_cell(row_at(f, r), i))) {
				a->sums = r;
				a->label = i;
				return TRUE;
			}
	return FALSE;
}

static gboolean find_amounts(const form *f, amounts *a)
{
	for (a->head = f->first; a->head < f->end; a->head++)
		if (heads_execution(row_at(f, a->head), a) || heads_years(row_at(f, a->head), a))
			return find_sums(f, a);
	return FALSE;
}

/* Where a cell that spans rows is printed but once, the cells of the others stand left of their columns: an amount
 * right behind the label of the sum is the first. */
static const char *sum_in(const form *f, const amounts *a, int column)
{
	const ys_row *row = row_at(f, a->sums);
	guint moved = 0;

	if (a->executed >= 0 && a->label + 1 < a->first &&
	    ys_amount_parse(ys_row_cell(row, a->label + 1), YS_YUAN) != YS_AMOUNT_NONE)
		moved = a->first - a->label - 1;
	return ys_row_cell(row, column - moved);
}

/* What one of the labels of the money says, 项目资金（万元）, or the table. */
static gint64 unit_of(const form *f, const ys_table *table, gint64 fallback)
{
	for (guint r = f->first; r < f->end; r++) {
		const ys_row *row = row_at(f, r);

		for (guint i = 0; i < row->cells->len && i < 3; i++) {
			const char *cell = ys_row_cell(row, i);

			if ((ys_word_in(cell, labels_money) || ys_wording_column(cell) == YS_COLUMN_TOTAL) &&
			    ys_unit_in(cell))
				return ys_unit_in(cell);
		}
	}
	return table->unit ? table->unit : fallback;
}

static char *amount_text(const char *cell, gint64 unit)
{
	return g_strconcat(cell, unit == YS_WAN ? "万元" : unit == YS_YUAN ? "元" : "", NULL);
}

static void add_lines(ys_source *source, const ys_row *row)
{
	for (guint i = 0; i < row->lines->len; i++)
		ys_source_add_line(source, g_array_index(row->lines, int, i));
}

/* The amount of a cell that says more, 总额120.50万元 其中：..., and what of it that is; NULL. */
static char *amount_inside(const char *cell, ys_amount *amount)
{
	const char *p = strpbrk(cell, "0123456789");
	gsize len = p ? strspn(p, "0123456789,.") : 0, unit_len;
	g_autofree char *number = g_strndup(p ? p : "", len);
	gint64 unit;

	if (!len || !(unit_len = ys_unit_at(p + len, &unit)))
		return NULL;
	*amount = ys_amount_parse(number, unit);
	return *amount == YS_AMOUNT_NONE ? NULL : g_strndup(p, len + unit_len);
}

static void take_amount(ys_record *project, const char *cell, gint64 unit)
{
	project->amount = ys_amount_parse(cell, unit);
	project->amount_text = project->amount == YS_AMOUNT_NONE ? amount_inside(cell, &project->amount)
								 : amount_text(cell, unit);
}

static void read_amounts(const form *f, gint64 unit, ys_record *project)
{
	const char *cell;
	amounts a;
	guint r;

	if (find_amounts(f, &a)) {
		take_amount(project, sum_in(f, &a, a.budget), unit);
		if (a.executed >= 0)
			project->executed = ys_amount_parse(sum_in(f, &a, a.executed), unit);
		add_lines(project->source, row_at(f, a.sums));
	} else if ((cell = value_of(f, labels_amount_of_year, &r)) || (cell = value_of(f, labels_amount, &r))) {
		take_amount(project, cell, unit);
		add_lines(project->source, row_at(f, r));
	}
}

/* ---- goal ---- */

static guint count_meanings(const ys_row *row, ys_column_meaning a, ys_column_meaning b)
{
	guint n = 0;

	for (guint i = 0; i < row->cells->len; i++) {
		ys_column_meaning meaning = ys_wording_column(ys_row_cell(row, i));

		n += meaning == a || meaning == b;
	}
	return n;
}

/* 一级指标 | 二级指标 | ... | 指标值 */
static gboolean heads_indicators(const ys_row *row)
{
	return count_meanings(row, YS_COLUMN_INDICATOR, YS_COLUMN_TARGET) >= 2;
}

/* The row that heads goal and result, or the goal alone, and the columns of their heads; -1
 * where a form only plans.  FALSE if there is none. */
static gboolean find_goal(const form *f, guint *head, int *goal, int *result)
{
	for (guint r = f->first; r < f->end; r++) {
		const ys_row *row = row_at(f, r);

		if (heads_indicators(row))
			break;
		*goal = *result = -1;
		/* the last of 总体目标, 预期目标 or 中期目标, 年度目标 is the year's */
		for (guint i = 0; i < row->cells->len; i++) {
			ys_column_meaning meaning = ys_wording_column(ys_row_cell(row, i));

			if (meaning == YS_COLUMN_GOAL && *result < 0)
				*goal = i;
			else if (meaning == YS_COLUMN_ACTUAL && *goal >= 0)
				*result = i;
		}
		*head = r;
		if (*goal >= 0)
			return TRUE;
	}
	return FALSE;
}

/* The row is about something else again. */
static gboolean ends_goal(const ys_row *row)
{
	amounts a;

	return heads_indicators(row) || heads_execution(row, &a) || ys_cell_is_label(row, ys_row_next_cell(row, 0));
}

/* The text of the column; where the label at the side, which spans the row, is not printed again, the first row
 * stands left of its columns. */
static const char *goal_cell(const ys_row *row, guint column, gboolean first)
{
	return ys_row_cell(row, first && ys_row_next_cell(row, column) == row->cells->len ? 0 : column);
}

/* The text of a column below the row of heads, over all rows that it takes. */
static char *column_text(const form *f, guint head, int column, ys_source *source)
{
	GString *text = g_string_new(NULL);

	for (guint r = head + 1; r < f->end && !ends_goal(row_at(f, r)); r++) {
		const char *cell = goal_cell(row_at(f, r), column, r == head + 1);

		if (!*cell || ys_wording_column(cell) != YS_COLUMN_OTHER)
			continue;
		g_string_append(text, cell);
		if (source)
			add_lines(source, row_at(f, r));
	}
	return g_string_free(text, FALSE);
}

/* Goal and result do not stand in columns of their own: the first row has but one of them. */
static gboolean is_mixed(const form *f, guint head, int goal, int result)
{
	return result >= 0 && head + 1 < f->end && *ys_row_cell(row_at(f, head + 1), goal) &&
	       ys_row_next_cell(row_at(f, head + 1), goal + 1) >= row_at(f, head + 1)->cells->len;
}

static char *goal_of(const form *f, ys_source *source)
{
	guint head, value;
	int goal, result;
	g_autofree char *text = NULL;

	if (!find_goal(f, &head, &goal, &result) || is_mixed(f, head, goal, result))
		return NULL;
	value = ys_row_next_cell(row_at(f, head), goal + 1);
	if (result < 0 && value < row_at(f, head)->cells->len) {
		add_lines(source, row_at(f, head));
		text = g_strdup(ys_row_cell(row_at(f, head), value));
	} else {
		text = column_text(f, head, goal, source);
	}
	return ys_is_nothing(text) ? NULL : g_steal_pointer(&text);
}

/* ---- indicators ---- */

/* 总分, 评价结论, 项目负责人：... */
static gboolean ends_indicators(const ys_row *row)
{
	const char *cell = ys_row_cell(row, ys_row_next_cell(row, 0));
	g_autofree char *key = ys_name_key(cell);

	return ys_word_at_start(key, labels_end) || ys_wording_total(cell) >= YS_TOTAL_OF_ALL;
}

/* The indicators in rows [first, end) under the head of row first. */
static void append_indicators(GString *indicators, const form *f, guint first)
{
	g_autoptr(GPtrArray) header = g_ptr_array_new(), columns = NULL;
	guint width = 0, end = first + 1;
	ys_table table = { 0 };
	gboolean spans;

	g_ptr_array_add(header, f->rows->pdata[first]);
	for (guint r = first; r < f->end; r++)
		width = MIN(MAX(width, row_at(f, r)->cells->len), YS_COLUMNS_MAX);
	columns = ys_header_flatten(header, width);
	while (end < f->end && !ends_indicators(row_at(f, end)))
		end++;
	table.columns = columns;
	spans = ys_indicators_span(&table, f->rows, first + 1, end);
	for (guint r = first + 1; r < end; r++) {
		g_autoptr(ys_row) moved = ys_indicator_row(&table, row_at(f, r), spans);

		ys_indicator_append(indicators, &table, moved ? moved : row_at(f, r));
	}
}

static const ys_table *table_at(const GPtrArray *grids, guint i)
{
	return ((ys_grid *)g_ptr_array_index(grids, i))->table;
}

static char *indicators_of(const form *f, const GPtrArray *grids, guint i, gboolean last)
{
	GString *indicators = g_string_new(NULL);

	for (guint r = f->first; r < f->end; r++)
		if (heads_indicators(row_at(f, r))) {
			append_indicators(indicators, f, r);
			break;
		}
	for (i++; last && i < grids->len && ys_table_continues_form(table_at(grids, i)); i++) {
		const ys_table *table = table_at(grids, i);

		for (guint r = 0; r < table->rows->len; r++)
			ys_indicator_append(indicators, table, g_ptr_array_index(table->rows, r));
	}
	return g_string_free(indicators, indicators->len == 0);
}

/* ---- the whole ---- */

/* The form that begins at or after row *r, which becomes the row behind it; FALSE if none. */
static gboolean next_form(const GPtrArray *rows, guint *r, form *f)
{
	while (*r < rows->len && !ys_row_opens_form(g_ptr_array_index(rows, *r)))
		++*r;
	if (*r == rows->len)
		return FALSE;
	f->rows = rows;
	f->first = *r;
	for (++*r; *r < rows->len && !ys_row_opens_form(g_ptr_array_index(rows, *r)); ++*r)
		;
	f->end = *r;
	return TRUE;
}

/* Under another title, or none, what is laid out as a form must also say what forms say. */
static gboolean is_form(const form *f, const ys_table *table)
{
	amounts a;

	if (table->kind == YS_TABLE_EVAL || table->kind == YS_TABLE_GOAL_PROJ)
		return TRUE;
	for (guint r = f->first; r < f->end; r++)
		if (heads_indicators(row_at(f, r)))
			return TRUE;
	return find_amounts(f, &a);
}

static char *text_of(const form *f, const char *const *labels)
{
	guint row;
	const char *value = value_of(f, labels, &row);

	return ys_is_nothing(value) ? NULL : g_strdup(value);
}

static ys_record *project_of(const form *f, const ys_table *table, const ys_project_context *context)
{
	ys_record *project;
	guint row, labelled;
	const char *name = value_of(f, labels_name, &row), *unit;

	/* a form about all projects together is about none */
	if (!name || ys_wording_row(name) == YS_ROW_TOTAL)
		return NULL;
	project = ys_record_new(YS_PROJECT);
	project->title = ys_project_name(name, &project->code);
	project->source = ys_source_new(context->path, table->title);
	add_lines(project->source, row_at(f, row));
	unit = value_of(f, labels_unit, &labelled);
	project->unit = g_strdup(unit ? ys_behind_unit_code(unit) : context->department);
	if (!project->code)
		project->code = text_of(f, labels_code);
	project->category = text_of(f, labels_category);
	project->content = text_of(f, labels_content);
	project->basis = text_of(f, labels_basis);
	project->period = text_of(f, labels_period);
	read_amounts(f, unit_of(f, table, context->unit), project);
	return project;
}

void ys_forms_add(GPtrArray *projects, const GPtrArray *grids, guint i, const ys_project_context *context)
{
	const ys_table *table = table_at(grids, i);
	g_autoptr(GPtrArray) rows = all_rows(table);
	guint r = 0;
	form f;

	while (next_form(rows, &r, &f)) {
		ys_record *project = is_form(&f, table) ? project_of(&f, table, context) : NULL;

		if (!project)
			continue;
		project->goal = goal_of(&f, project->source);
		project->indicators = indicators_of(&f, grids, i, r == rows->len);
		g_ptr_array_add(projects, project);
	}
}

char *ys_form_mixed_text(const ys_table *table)
{
	g_autoptr(GPtrArray) rows = all_rows(table);
	guint r = 0, head;
	int goal, result;
	form f;

	if (!next_form(rows, &r, &f) || !is_form(&f, table) || !find_goal(&f, &head, &goal, &result) ||
	    !is_mixed(&f, head, goal, result))
		return NULL;
	return column_text(&f, head, goal, NULL);
}
