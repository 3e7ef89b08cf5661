#include "tools/web/table_shape.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* Cells are parted by bars, rows by line ends, the first of them the head. */
static ys_record *table_of(const char *text)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	ys_record *table = ys_record_new(YS_TABLE);

	for (guint i = 0; lines[i]; i++) {
		g_auto(GStrv) cells = g_strsplit(lines[i], "|", -1);
		GPtrArray *row = i ? g_ptr_array_new_with_free_func(g_free) : table->columns;

		for (char **cell = cells; *cell; cell++)
			g_ptr_array_add(row, g_strdup(*cell));
		if (i)
			g_ptr_array_add(table->rows, row);
	}
	return table;
}

static const struct {
	const char *name, *table;
	const char *drawn;      /* heads of the columns that are drawn */
	guint empty;
} columns[] = {
	{ "what is empty or zero throughout is left out", "项目|合计|基金|其他|绩效目标\n甲|1.00|0.00||目标\n乙|2.00|—|0|",
	  "项目|合计|绩效目标", 2 },
	{ "a zero beside an amount stays", "项目|合计|基金\n甲|1.00|0.00\n乙|2.00|3.00", "项目|合计|基金", 0 },
	{ "a table of zeros says just that", "项目|合计|基金\n甲|0.00|0.00\n乙|0.00|0.00", "项目|合计|基金", 0 },
	{ "a form without amounts is left as it is", "||\n项目名称|校舍|\n负责人|某某|", "||", 0 },
	{ "the name of a row stays even where none is printed", "科目编码|科目名称|合计\n201||1.00", "科目编码|科目名称|合计", 0 },
	{ "a column behind the last head counts too", "项目|合计\n甲|1.00||0.00\n乙|2.00||5.00", "项目|合计|", 1 },
};

static void columns_that_say_nothing_are_left_out(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(columns); i++) {
		g_autoptr(ys_record) table = table_of(columns[i].table);
		g_autoptr(GString) drawn = g_string_new(NULL);
		const ys_lines all = { 1, (int)table->rows->len };
		table_shape shape;

		table_shape_init(&shape, table, all, FALSE);
		for (guint c = 0; c < shape.n; c++)
			g_string_append_printf(drawn, "%s%s", c ? "|" : "", shape.heads[c][0] ? shape.heads[c][0] : "");
		if (strcmp(drawn->str, columns[i].drawn) != 0 || shape.n_empty != columns[i].empty)
			fail_msg("%s: %s, %u left out", columns[i].name, drawn->str, shape.n_empty);
		table_shape_clear(&shape);
		table_shape_init(&shape, table, all, TRUE);
		assert_int_equal(shape.n_empty, 0);
		table_shape_clear(&shape);
	}
}

static void only_the_rows_that_are_shown_count(void **state)
{
	g_autoptr(ys_record) table = table_of("项目|合计|基金\n甲|1.00|\n乙|2.00|\n丙|3.00|3.00");
	table_shape shape;

	(void)state;
	table_shape_init(&shape, table, (ys_lines){ 1, 2 }, FALSE);
	assert_int_equal(shape.n, 2);
	table_shape_clear(&shape);
}

static const struct {
	const char *name, *table;
	const char *rows;       /* of each row how deep it stands, and = where it adds up others */
} rows[] = {
	{ "levels of functions", "科目编码|科目名称|合计\n201|一般公共服务|9.00\n20103|政府办公厅|9.00\n2010301|行政运行|9.00", "012" },
	{ "codes in brackets", "科目编码|科目名称|合计\n[205]|教育支出|9.00\n[20502]|普通教育|9.00", "01" },
	{ "codes before names", "科目|合计\n301工资福利支出|9.00\n30101基本工资|9.00", "01" },
	{ "without classes sections are the highest", "科目编码|科目名称|合计\n20502|普通教育|9.00\n2050201|学前教育|9.00", "01" },
	{ "numbers of projects are no codes", "编码|项目名称|合计\n440111|食堂|9.00\n4401112|物业|9.00", "00" },
	{ "totals", "科目编码|科目名称|合计\n|合计|9.00\n201|一般公共服务|9.00\n小计||9.00", "=0=" },
	{ "of which is no total", "项目|合计\n本年支出合计|9.00\n其中：因公出国（境）费|0.00", "=0" },
};

static void rows_have_their_depth_and_totals(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(ys_record) table = table_of(rows[i].table);
		g_autoptr(GString) got = g_string_new(NULL);
		table_shape shape;

		table_shape_init(&shape, table, (ys_lines){ 1, (int)table->rows->len }, FALSE);
		for (guint r = 0; r < table->rows->len; r++) {
			const GPtrArray *cells = g_ptr_array_index(table->rows, r);

			if (table_shape_is_sum(&shape, cells))
				g_string_append_c(got, '=');
			else
				g_string_append_printf(got, "%u", table_shape_depth(&shape, cells));
		}
		if (strcmp(got->str, rows[i].rows) != 0)
			fail_msg("%s: %s", rows[i].name, got->str);
		table_shape_clear(&shape);
	}
}

static void a_column_is_as_wide_as_what_stands_in_it(void **state)
{
	g_autoptr(ys_record) table = table_of("编码|项目名称|合计|内容|绩效目标\n"
					      "12|甲|1.00|用于学校的日常运转|完成不少于十项工作，提高服务水平，群众满意度不低于百分之九十五\n"
					      "13|乙|2.00||");
	static const column_width expected[] = { COLUMN_FIGURES, COLUMN_PLAIN, COLUMN_FIGURES, COLUMN_WORDS, COLUMN_PROSE };
	table_shape shape;

	(void)state;
	table_shape_init(&shape, table, (ys_lines){ 1, 2 }, FALSE);
	assert_int_equal(shape.n, G_N_ELEMENTS(expected));
	for (guint c = 0; c < shape.n; c++)
		assert_int_equal(shape.widths[c], expected[c]);
	table_shape_clear(&shape);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_that_say_nothing_are_left_out),
		cmocka_unit_test(only_the_rows_that_are_shown_count),
		cmocka_unit_test(rows_have_their_depth_and_totals),
		cmocka_unit_test(a_column_is_as_wide_as_what_stands_in_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
