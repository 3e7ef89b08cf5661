#include "src/publication/lines/text_tables.h"

#include "tests/unit/publication_fixture.h"

typedef struct {
	const char *name, *text;
	const char *lines;      /* one a line; cells with / between; ^ more of the row above; ~ no end of a table */
} row;

static const row form_rows[] = {
	{ "tabs stay tabs", "项目名称\t合计\n道路养护\t12.50\n", "项目名称/合计\n道路养护/12.50\n" },
	{ "| rows | stay as they are", "| 项目名称 | 合计 |\n|---|---|\n| 道路养护 | 12.50 |\n",
	  "| 项目名称 | 合计 |\n|---|---|\n| 道路养护 | 12.50 |\n" },
	{ "phenomenon 101: a bar behind each cell", "项目名称 | 合计 | 项目内容 |\n道路养护 | 12.50 | |\n| 3.00 | 补漏 |\n",
	  "项目名称/合计/项目内容\n道路养护/12.50/\n/3.00/补漏\n" },
	{ "bars between cells", "项目名称 | 合计 | 项目内容\n道路养护 | 12.50 | \n", "项目名称/合计/项目内容\n道路养护/12.50/\n" },
	{ "bars without blanks", "项目名称|合计|项目内容\n道路养护|12.50|\n||补漏\n", "项目名称/合计/项目内容\n道路养护/12.50/\n//补漏\n" },
	{ "bars as wide as characters", "项目名称｜合计\n道路养护｜12.50\n", "项目名称/合计\n道路养护/12.50\n" },
	{ "bars of both kinds", "项目名称 | 合计\n道路养护｜12.50\n", "项目名称/合计\n道路养护/12.50\n" },
	{ "a drawn table", "┌──┬──┐\n│项目名称│合计│\n├──┼──┤\n│道路养护│12.50│\n└──┴──┘\n",
	  "~\n项目名称/合计\n~\n道路养护/12.50\n~\n" },
	{ "rules of plus signs", "+----+----+\n| 项目名称 | 合计 |\n+----+----+\n| 道路养护 | 12.50 |\n+----+----+\n",
	  "~\n项目名称/合计\n~\n道路养护/12.50\n~\n" },
	{ "rows that are indented", "  | 项目名称 | 合计 |\n  | 道路养护 | 12.50 |\n", "项目名称/合计\n道路养护/12.50\n" },
	{ "a blank line between all rows", "项目名称 | 合计\n\n道路养护 | 12.50\n\n桥梁维修 | 3.00\n",
	  "项目名称/合计\n~\n道路养护/12.50\n~\n桥梁维修/3.00\n" },
	{ "cells that a head spans are left out", "收入 | 支出 |\n项目 | 预算数 | 项目 | 预算数 |\n拨款 | 5.00 | 教育 | 5.00 |\n",
	  "收入/支出\n项目/预算数/项目/预算数\n拨款/5.00/教育/5.00\n" },
	{ "an escaped bar borders nothing", "项目名称 | 合计\n甲\\|乙 | 12.50\n", "项目名称/合计\n甲\\|乙/12.50\n" },
	{ "bars of a page's furniture are none of a table", "首页 | 政务公开 | 财政信息\n字号：大 | 中 | 小\n",
	  "首页 | 政务公开 | 财政信息\n字号：大 | 中 | 小\n" },
	{ "a bar in prose", "贯彻教育方针|政策。\n负责学校|幼儿园管理。\n", "贯彻教育方针|政策。\n负责学校|幼儿园管理。\n" },
	{ "a table goes on behind a page end without its head",
	  "项目名称 | 合计 | 项目内容\n道路养护 | 12.50 | 补漏\n\n3\n\n桥梁维修 | | 加固\n隧道照明 | | 换灯\n",
	  "项目名称/合计/项目内容\n道路养护/12.50/补漏\n\n3\n\n桥梁维修//加固\n隧道照明//换灯\n" },

	{ "phenomenon 102: quoted values", "\"项目名称\",\"合计\"\n\"道路养护\",\"1,212.50\"\n", "项目名称/合计\n道路养护/1,212.50\n" },
	{ "values that need it are quoted", "项目名称,合计,项目内容\n道路养护,\"1,212.50\",\n桥梁维修,3,加固\n",
	  "项目名称/合计/项目内容\n道路养护/1,212.50/\n桥梁维修/3/加固\n" },
	{ "values between semicolons", "\"项目名称\";\"合计\"\n\"道路养护\";\"12,50\"\n", "项目名称/合计\n道路养护/12,50\n" },
	{ "a value of several lines", "\"项目名称\",\"项目内容\"\n\"道路养护\",\"补漏，\n换灯\n画线\"\n\"桥梁维修\",\"加固\"\n",
	  "项目名称/项目内容\n道路养护/补漏， 换灯 画线\n^\n^\n桥梁维修/加固\n" },
	{ "a quotation mark in a value", "\"项目名称\",\"项目内容\"\n\"道路养护\",\"\"\"三通\"\"工程\"\n",
	  "项目名称/项目内容\n道路养护/\"三通\"工程\n" },
	{ "a value that nothing closes", "\"项目名称\",\"合计\n道路养护\n", "\"项目名称\",\"合计\n道路养护\n" },
	{ "commas of prose", "项目名称,合计,以万元计。\n其中道路,桥梁,隧道。\n", "项目名称,合计,以万元计。\n其中道路,桥梁,隧道。\n" },
	{ "quoted cells of lines with tabs", "项目名称\t合计\n道路养护\t\"1,212.50\"\n桥梁维修\t3.00\n",
	  "项目名称/合计\n道路养护/1,212.50\n桥梁维修/3.00\n" },
	{ "a quoted word between tabs is a word", "项目名称\t合计\n\"三通\"\t12.50\n", "项目名称/合计\n\"三通\"/12.50\n" },

	{ "phenomenon 103: columns at fixed positions",
	  "项目名称      合计  项目内容\n道路养护  1,212.50  补漏\n桥梁维修      3.00\n",
	  "项目名称/合计/项目内容\n道路养护/1,212.50/补漏\n桥梁维修/3.00/\n" },
	{ "positions counted in characters",
	  "项目名称        合计  项目内容\n道路养护  1,212.50  补漏\n桥         3.00  加固\n合计    1,215.50\n",
	  "项目名称/合计/项目内容\n道路养护/1,212.50/补漏\n桥/3.00/加固\n合计/1,215.50/\n" },
	{ "phenomenon 104: a cell that is cut into lines",
	  "项目名称          合计\n县乡道路养护      12.50\n和安全设施修理\n桥梁维修加固      3.00\n工程\n合计              15.50\n",
	  "项目名称/合计\n县乡道路养护和安全设施修理/12.50\n^\n桥梁维修加固工程/3.00\n^\n合计/15.50\n" },
	{ "cells in the middle of their row",
	  "项目名称   合计  项目内容\n"
	  "                 修补路面，更\n"
	  "道路养护  12.50  换路灯和护栏\n"
	  "                 共三公里\n"
	  "桥梁维修   3.00  加固\n",
	  "项目名称/合计/项目内容\n道路养护/12.50/修补路面，更换路灯和护栏共三公里\n^\n^\n桥梁维修/3.00/加固\n" },
	{ "a blank line behind each row",
	  "项目名称  合计   项目内容\n\n道路养护  12.50  修补路面\n                 换灯\n\n桥梁维修  3.00   加固\n",
	  "项目名称/合计/项目内容\n~\n道路养护/12.50/修补路面换灯\n^\n~\n桥梁维修/3.00/加固\n" },
	{ "heads that are cut into lines",
	  "          一般公共预  政府性基\n项目名称  算财政拨款  金预算\n道路养护       12.50      0.00\n桥梁维修        3.00      0.00\n",
	  "项目名称/一般公共预算财政拨款/政府性基金预算\n^\n道路养护/12.50/0.00\n桥梁维修/3.00/0.00\n" },
	{ "a head over others, with a rule below",
	  "                        其中\n项目名称   合计  ---------------\n                 基本支出  项目支出\n道路养护  12.50      2.50     10.00\n",
	  "//其中/\n项目名称/合计//\n//基本支出/项目支出\n道路养护/12.50/2.50/10.00\n" },
	{ "a cell that is cut into lines begins above all others",
	  "           一般公共\n项目名称   预算\n道路养护      12.50\n",
	  "项目名称/一般公共预算\n^\n道路养护/12.50\n" },
	{ "a word of captions inside a column is text",
	  "项目名称   合计  项目内容\n                 填写支出表（\n道路养护  12.50  见附件）共三\n                 份\n",
	  "项目名称/合计/项目内容\n道路养护/12.50/填写支出表（见附件）共三份\n^\n^\n" },
	{ "one blank behind an amount is a border",
	  "项目            预算数       项目            预算数\n财政拨款收入   91,016.35 教育支出        82,096.42\n"
	  "事业收入          100.00 其他支出         9,019.93\n",
	  "项目/预算数/项目/预算数\n财政拨款收入/91,016.35/教育支出/82,096.42\n事业收入/100.00/其他支出/9,019.93\n" },
	{ "behind a blank line another head begins another table",
	  "项目名称   合计  项目内容\n道路养护  12.50  补漏\n\n指标  目标值  得分\n里程  3公里      10\n",
	  "项目名称/合计/项目内容\n道路养护/12.50/补漏\n\n指标/目标值/得分\n里程/3公里/10\n" },
	{ "title, unit and note are none of its rows",
	  "项目支出表\n单位：甲局          单位：万元\n项目名称   合计\n道路养护  12.50\n注：无。\n",
	  "项目支出表\n单位：甲局          单位：万元\n项目名称/合计\n道路养护/12.50\n注：无。\n" },
	{ "a page end parts what goes on",
	  "项目名称   合计\n道路养护  12.50\n\n      - 3 -\n\f项目名称   合计\n桥梁维修   3.00\n",
	  "项目名称/合计\n道路养护/12.50\n\n      - 3 -\n\n项目名称/合计\n桥梁维修/3.00\n" },
	{ "wide blanks in prose", "本部门收入为  1,570.50  万元，\n其中一般公共预算    1,570.50  万元，\n增长  1.3  %。\n",
	  "本部门收入为  1,570.50  万元，\n其中一般公共预算    1,570.50  万元，\n增长  1.3  %。\n" },
	{ "a list of telephone numbers", "办公室    0512-66001234\n财务科    66001235\n人事科    13812345678\n",
	  "办公室    0512-66001234\n财务科    66001235\n人事科    13812345678\n" },
	{ "contents with and without leaders", "目  录\n一、收支总表        4\n二、收入总表        5\n三、支出总表 .......... 6\n",
	  "目  录\n一、收支总表        4\n二、收入总表        5\n三、支出总表 .......... 6\n" },

	{ "phenomenon 105: title and unit in the grid stand above it",
	  "项目支出表\t\t\n编制单位：甲局\t\t单位：万元\n项目名称\t合计\t项目内容\n道路养护\t12.50\t补漏\n",
	  "项目支出表\n编制单位：甲局  单位：万元\n项目名称/合计/项目内容\n道路养护/12.50/补漏\n" },
	{ "so they do in other forms", "\"项目支出表\",\"\"\n\"\",\"单位：万元\"\n\"项目名称\",\"合计\"\n\"道路养护\",\"12.50\"\n",
	  "项目支出表\n单位：万元\n项目名称/合计\n道路养护/12.50\n" },
	{ "owner and unit in a row of their own", "项目支出表\n编制单位：甲局\t单位：万元\n\n项目名称\t合计\n道路养护\t12.50\n",
	  "项目支出表\n编制单位：甲局 单位：万元\n\n项目名称/合计\n道路养护/12.50\n" },
	{ "a blank line between a head and its rows", "项目名称\t合计\n\n道路养护\t12.50\n", "项目名称/合计\n~\n道路养护/12.50\n" },
	{ "but not between rows", "道路养护\t12.50\n\n桥梁维修\t3.00\n", "道路养护/12.50\n\n桥梁维修/3.00\n" },
	{ "what a page end cut off is no title", "维修经费\t\t\n道路养护\t12.50\t补漏\n", "维修经费//\n道路养护/12.50/补漏\n" },
};

static void print_line(GString *out, const ys_line *line)
{
	if (line->marks & YS_LINE_OF_ROW)
		g_string_append_c(out, '^');
	if (line->marks & YS_LINE_BETWEEN_ROWS)
		g_string_append_c(out, '~');
	for (gsize i = 0; i < line->len; i++)
		g_string_append_c(out, line->text[i] == '\t' ? '/' : line->text[i]);
	g_string_append_c(out, '\n');
}

static void forms_become_tabs(void **state)
{
	const row *r = *state;
	g_autoptr(ys_input) input = ys_input_new(r->text, strlen(r->text), NULL);
	g_autoptr(GString) out = g_string_new(NULL);

	assert_non_null(input);
	ys_text_tables(input);
	for (guint i = 0; i < input->lines->len; i++)
		print_line(out, &g_array_index(input->lines, ys_line, i));
	assert_string_equal(out->str, r->lines);
}

static void a_row_says_on_which_lines_it_stands(void **state)
{
	const char *text = "2024年云栖县交通局部门预算\n\n项目支出表\n项目名称   合计  项目内容\n"
			   "                 修补路面，更\n道路养护  12.50  换路灯和护栏\n                 共三公里\n"
			   "桥梁维修   3.00  加固\n";
	g_autoptr(ys_input) input = ys_input_new(text, strlen(text), NULL);
	g_autoptr(ys_outline) outline = NULL;
	g_autoptr(GPtrArray) tables = NULL;
	const ys_row *first;

	(void)state;
	ys_text_tables(input);
	outline = ys_outline_new(input);
	tables = ys_tables_assemble(input, outline);
	assert_int_equal(tables->len, 1);
	first = g_ptr_array_index(((ys_table *)g_ptr_array_index(tables, 0))->rows, 0);
	assert_int_equal(first->lines->len, 3);
	assert_int_equal(g_array_index(first->lines, int, 0), 5);
	assert_int_equal(g_array_index(first->lines, int, 2), 7);
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, form_rows, forms_become_tabs);
	ADD_TEST(tests, a_row_says_on_which_lines_it_stands);
	return run_all("text_tables", tests);
}
