/* Codes that are printed in a column for each of their levels. */
#include "src/publication/tables/code_columns.h"

#include "tests/unit/publication_fixture.h"

#define T "2023年云栖县交通局部门预算\n第一部分 报表\n"
#define HEAD "科目编码\t\t\t科目名称\t合计\n类\t款\t项\t\t\n"

static const struct row {
	const char *name, *text;
	const char *expected;   /* columns; the first two cells of each row; warnings */
} rows[] = {
	{ "classes, groups and items are one code, and what is none stays",
	  HEAD "201\t\t\t一般公共服务支出\t5.00\n201\t03\t\t政府办公厅（室）及相关机构事务\t5.00\n201\t03\t01\t行政运行\t5.00\n"
	  "合计\t\t\t\t5.00\n",
	  "科目编码|科目名称|合计 201 一般公共服务支出 20103 政府办公厅（室）及相关机构事务 2010301 行政运行 合计 " },
	{ "so are classes and groups of purposes, beside codes of functions",
	  "功能分类科目编码\t\t\t经济分类科目编码\t\t科目名称\t合计\n类\t款\t项\t类\t款\t\t\n"
	  "208\t05\t05\t301\t08\t养老保险缴费\t1.00\n208\t05\t06\t301\t09\t职业年金缴费\t1.00\n",
	  "功能分类科目编码|经济分类科目编码|科目名称|合计 2080505 30108 2080506 30109" },
	{ "a level that a row leaves to those above it is theirs",
	  HEAD "205\t\t\t教育支出\t5.00\n\t02\t\t普通教育\t5.00\n\t\t01\t学前教育\t2.00\n\t\t02\t小学教育\t3.00\n"
	  "221\t\t\t住房保障支出\t1.00\n\t02\t\t住房改革支出\t1.00\n",
	  "科目编码|科目名称|合计 205 教育支出 20502 普通教育 2050201 学前教育 2050202 小学教育 221 住房保障支出 "
	  "22102 住房改革支出" },
	{ "a level that repeats those left of it adds what is new",
	  HEAD "205\t\t\t教育支出\t5.00\n205\t20502\t\t普通教育\t5.00\n205\t20502\t2050201\t学前教育\t5.00\n",
	  "科目编码|科目名称|合计 205 教育支出 20502 普通教育 2050201 学前教育" },
	{ "a level that a number lost the zero of gets it back, and is told",
	  "经济分类科目编码\t\t科目名称\t合计\n类\t款\t\t\n301\t\t工资福利支出\t3.00\n301\t1\t基本工资\t2.00\n301\t13\t住房公积金\t1.00\n",
	  "经济分类科目编码|科目名称|合计 301 工资福利支出 30101 基本工资 30113 住房公积金 code-rebuilt 6" },
	{ "a class that is wrong stays wrong",
	  HEAD "208\t05\t01\t行政单位离退休\t1.00\n7\t11\t02\t事业单位医疗\t1.00\n",
	  "科目编码|科目名称|合计 2080501 行政单位离退休 71102 事业单位医疗" },
	{ "a total whose word is cut over the levels is one word",
	  HEAD "合\t计\t\t\t5.00\n201\t03\t01\t行政运行\t5.00\n", "科目编码|科目名称|合计 合计  2010301 行政运行" },
	{ "the levels may be heads of their own, with nothing above", "类\t款\t项\t科目名称\t合计\n201\t03\t01\t行政运行\t5.00\n",
	  "类款项|科目名称|合计 2010301 行政运行" },
	{ "their row may stand below the one of column numbers",
	  "科目编码\t\t\t科目名称\t合计\n1\t\t\t2\t3\n类\t款\t项\t\t\n201\t03\t01\t行政运行\t5.00\n",
	  "科目编码|科目名称|合计 2010301 行政运行" },
	{ "their row at the end of a page is head, and no part of the row above",
	  HEAD "201\t03\t01\t行政运行\t5.00\n类\t款\t项\t\t\n201\t03\t02\t一般行政管理事务\t1.00\n",
	  "科目编码|科目名称|合计 2010301 行政运行 2010302 一般行政管理事务" },
	{ "cells tell where heads do not",
	  "科目编码\t\t\t科目名称\t合计\n201\t\t\t一般公共服务支出\t5.00\n201\t03\t\t政府办公厅（室）及相关机构事务\t5.00\n"
	  "201\t03\t01\t行政运行\t5.00\n合计\t\t\t\t5.00\n",
	  "科目编码|科目名称|合计 201 一般公共服务支出 20103 政府办公厅（室）及相关机构事务 2010301 行政运行 合计 " },
	{ "a whole code beside a number of lines is no level of one",
	  "科目编码\t行次\t科目名称\t合计\n201\t1\t一般公共服务支出\t5.00\n208\t2\t社会保障和就业支出\t5.00\n",
	  "科目编码|行次|科目名称|合计 201 1 208 2" },
	{ "nor are two columns of whole codes",
	  "科目编码\t\t科目名称\t合计\n201\t501\t甲\t5.00\n208\t502\t乙\t5.00\n", "科目编码||科目名称|合计 201 501 208 502" },
	{ "levels that are names are no code",
	  "类\t款\t项\t合计\n教育支出\t普通教育\t学前教育\t5.00\n教育支出\t普通教育\t小学教育\t5.00\n",
	  "类|款|项|合计 教育支出 普通教育 教育支出 普通教育" },
};

static char *describe(const ys_table *table)
{
	GString *out = g_string_new(NULL);

	for (guint c = 0; c < table->columns->len; c++)
		g_string_append_printf(out, "%s%s", c ? "|" : "", ys_table_head(table, c)->name);
	for (guint r = 0; r < table->rows->len; r++)
		for (guint c = 0; c < 2; c++)
			g_string_append_printf(out, " %s", ys_row_cell(g_ptr_array_index(table->rows, r), c));
	for (guint w = 0; w < table->warnings->len; w++) {
		const ys_warning *warning = g_ptr_array_index(table->warnings, w);

		g_string_append_printf(out, " %s %d", warning->code, warning->line);
	}
	return g_string_free(out, FALSE);
}

static void codes_are_put_together(void **state)
{
	const struct row *row = *state;
	g_autofree char *text = g_strconcat(T, row->text, NULL);
	g_autoptr(fixture) f = fixture_new(text);
	g_autofree char *got = describe(fixture_table(f, 0));

	assert_int_equal(f->tables->len, 1);
	assert_string_equal(got, row->expected);
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, rows, codes_are_put_together);
	return run_all("code_columns", tests);
}
