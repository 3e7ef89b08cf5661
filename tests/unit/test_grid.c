/* Tables as numbers: what columns hold, which of them has a row's own amount, which row adds up all. */
#include "src/publication/tables/grid.h"

#include "tests/unit/publication_fixture.h"
#include "tests/unit/words_fixture.h"

#define T "2023年云栖县交通局部门预算\n第一部分 报表\n"

/* ---- amounts ---- */

static const struct {
	const char *name, *text;
	ys_amount amount;
} amount_rows[] = {
	{ "the unit of a head goes before the table's", "单位：万元\n项目\t金额（元）\n甲\t12.34\n", 1234 },
	{ "the unit of the table goes before the publication's", "单位：元\n项目\t金额\n甲\t12.34\n", 1234 },
	{ "else the publication's is taken", "项目\t金额\n甲\t12.34\n", 12340000 },
	{ "phenomenon 65: blanks inside a number do not count",
	  "项目\t金额\n甲\t36, 145. 11\n", G_GINT64_CONSTANT(36145110000) },
	{ "phenomenon 66: thousands separators do not count",
	  "项目\t金额\n甲\t7,941.09\n", G_GINT64_CONSTANT(7941090000) },
	{ "phenomenon 71: 无 is no amount", "项目\t金额\n甲\t无\n", YS_AMOUNT_NONE },
	{ "an empty cell is no amount", "项目\t金额\n甲\t\n", YS_AMOUNT_NONE },
};

static void amounts_are_read_in_their_unit(void **state)
{
	const typeof(amount_rows[0]) *row = *state;
	g_autofree char *text = g_strconcat(T "收入表\n", row->text, NULL);
	g_autoptr(fixture) f = fixture_new(text);
	g_autoptr(ys_grid) grid = ys_grid_new(fixture_table(f, 0), YS_WAN);

	assert_true(ys_grid_amount(grid, 0, 1) == row->amount);
}

/* ---- columns ---- */

static const struct {
	const char *name, *text;
	const char *holds;      /* a letter for each column: - nothing, t text, c code, m money, n number */
	int amount;             /* the column with a row's own amount */
} column_rows[] = {
	{ "cells tell codes, names and money", "科目编码\t科目名称\t合计\n201\t服务\t30.00\n20103\t办公\t30.00\n", "ctm", 2 },
	{ "a code with its name", "科目\t预算\n[301]工资\t7.00\n[302]商品\t1.00\n", "cm", 1 },
	{ "a fifth of the cells may be something else",
	  "项目名称\t合计\n甲\t1.00\n乙\t2.00\n丙\t3.00\n丁\t4.00\n戊\t见附件\n", "tm", 1 },
	{ "but no more", "项目名称\t合计\n甲\t1.00\n乙\t2.00\n丙\t3.00\n丁\t见附件\n", "tt", 1 },
	{ "numbers of lines are no money", "项目\t▍\t金额\n甲\t1\t5.00\n乙\t2\t5.00\n丙\t3\t5.00\n丁\t4\t5.00\n戊\t5\t5.00\n",
	  "tnm", 2 },
	{ "four numbers that rise may be money", "项目\t▍\t金额\n甲\t1\t5.00\n乙\t2\t5.00\n丙\t3\t5.00\n丁\t4\t5.00\n", "tmm", 2 },
	{ "nor are rates, counts and prices", "项目\t完成率\t人数\t单价\t金额\n甲\t90\t12\t3.50\t5.00\n", "tnnnm", 4 },
	{ "a column of 无 and nothing holds nothing", "项目名称\t合计\t上年结转\n甲\t1.00\t无\n乙\t2.00\t\n", "tm-", 1 },
	{ "the adjusted budget goes before that of the year's beginning",
	  "项目名称\t年初预算数\t调整预算数\t决算数\n甲\t1.00\t2.00\t3.00\n", "tmmm", 2 },
	{ "but not where it is left empty", "项目名称\t预算数\t调整预算数\t决算数\n甲\t1.00\t\t3.00\n", "tm-m", 1 },
	{ "what was executed where no budget is printed", "项目名称\t决算数\t其他资金\n甲\t3.00\t1.00\n", "tmm", 1 },
	{ "a head over empty cells stays what it says", "项目名称\t合计\n甲\t\n乙\t\n", "t-", 1 },
	{ "a table of texts has no amounts", "单位名称\t单位性质\n甲\t事业\n", "tt", -1 },
};

static char *letters_of(const ys_grid *grid)
{
	static const char letters[] = "-tcmn";
	GString *holds = g_string_new(NULL);

	for (guint c = 0; c < grid->width; c++)
		g_string_append_c(holds, letters[grid->holds[c]]);
	return g_string_free(holds, FALSE);
}

static void cells_tell_the_columns(void **state)
{
	const typeof(column_rows[0]) *row = *state;
	g_autofree char *text = g_strconcat(T "某某表\n单位：万元\n", row->text, NULL), *holds = NULL;
	g_autoptr(fixture) f = fixture_new(text);
	g_autoptr(ys_grid) grid = ys_grid_new(fixture_table(f, 0), YS_WAN);

	holds = letters_of(grid);
	assert_string_equal(holds, row->holds);
	assert_int_equal(ys_grid_amount_column(grid), row->amount);
}

/* What the words of a class in data/heads do: what columns hold. */
static const class_row class_rows[] = {
	{ "number", T "某某表\n单位：万元\n项目\t合计\t完成%s\n甲\t5.00\t12\n", "tmn", NULL },
};

static char *columns_of(const char *text)
{
	g_autoptr(fixture) f = fixture_new(text);
	g_autoptr(ys_grid) grid = ys_grid_new(fixture_table(f, 0), YS_WAN);

	return letters_of(grid);
}

static void every_word_of_the_data_does_what_its_class_says(void **state)
{
	(void)state;
	check_words("heads", class_rows, G_N_ELEMENTS(class_rows), columns_of);
}

/* ---- rounding ---- */

static const struct {
	const char *name, *text;
	ys_amount half_step;    /* fen */
} place_rows[] = {
	{ "amounts to two places are rounded to the second", "单位：万元\n项目\t金额\n甲\t1.25\n乙\t3.50\n", 5000 },
	{ "whole yuan are rounded to one", "单位：元\n项目\t金额\n甲\t1,250\n乙\t0\n", 50 },
	{ "zeros at the end may be left out", "单位：万元\n项目\t金额\n甲\t1.25\n乙\t3\n丙\t4.5\n丁\t6\n", 5000 },
	{ "places of one of many that was typed by hand do not count",
	  "单位：元\n项目\t金额\n甲\t1.12\n乙\t3\n丙\t4\n丁\t6\n戊\t7\n己\t8\n庚\t9\n辛\t3\n壬\t3\n癸\t2\n子\t2\n", 50 },
	{ "no place is less than a fen", "单位：万元\n项目\t金额\n甲\t1.250001\n乙\t3.500002\n", 1 },
	{ "numbers that are no money do not count", "单位：元\n项目\t完成率\t金额\n甲\t90.25\t15\n乙\t91.25\t3\n", 50 },
};

static void amounts_are_rounded_to_the_place_they_print(void **state)
{
	const typeof(place_rows[0]) *row = *state;
	g_autofree char *text = g_strconcat(T "某某表\n", row->text, NULL);
	g_autoptr(fixture) f = fixture_new(text);
	g_autoptr(ys_grid) grid = ys_grid_new(fixture_table(f, 0), YS_WAN);

	assert_int_equal(grid->half_step, row->half_step);
}

/* ---- totals ---- */

static const struct {
	const char *name, *of;
	ys_total total;
} total_rows[] = {
	{ "合计 is the total of all", "合 计", YS_TOTAL_OF_ALL },
	{ "so is that of the year's income", "本年收入合计", YS_TOTAL_OF_ALL },
	{ "总计 is with what is carried over", "支出总计", YS_TOTAL_GRAND },
	{ "in traditional characters too", "收入總計", YS_TOTAL_GRAND },
	{ "what a bracket limits is not of all", "合计（在职）", YS_TOTAL_NONE },
	{ "小计 is one of some", "小计", YS_TOTAL_OF_SOME },
	{ "so is a total that says of what", "人员经费合计", YS_TOTAL_OF_SOME },
	{ "其中 begins parts, even if it ends so", "其中：财政拨款合计", YS_TOTAL_NONE },
	{ "words that only contain it are no total", "统计局", YS_TOTAL_NONE },
	{ "nor are words about it", "合计数据平台", YS_TOTAL_NONE },
};

static void a_name_tells_what_a_row_adds_up(void **state)
{
	const typeof(total_rows[0]) *row = *state;

	assert_int_equal(ys_wording_total(row->of), row->total);
}

static void the_row_of_the_total_is_the_first_that_adds_up_all(void **state)
{
	g_autoptr(fixture) f = fixture_new(T "某某表\n项目\t合计\n人员经费合计\t1.00\n甲\t1.00\n收入总计\t2.00\n合计\t2.00\n");
	g_autoptr(fixture) none = fixture_new(T "某某表\n项目\t合计\n人员经费小计\t1.00\n甲\t1.00\n");
	g_autoptr(ys_grid) grid = ys_grid_new(fixture_table(f, 0), YS_WAN);
	g_autoptr(ys_grid) without = ys_grid_new(fixture_table(none, 0), YS_WAN);

	(void)state;
	assert_int_equal(ys_grid_total_row(grid), 2);
	assert_int_equal(ys_grid_total_row(without), 2);
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, amount_rows, amounts_are_read_in_their_unit);
	ADD_ROWS(tests, column_rows, cells_tell_the_columns);
	ADD_TEST(tests, every_word_of_the_data_does_what_its_class_says);
	ADD_ROWS(tests, place_rows, amounts_are_rounded_to_the_place_they_print);
	ADD_ROWS(tests, total_rows, a_name_tells_what_a_row_adds_up);
	ADD_TEST(tests, the_row_of_the_total_is_the_first_that_adds_up_all);
	return run_all("grid", tests);
}
