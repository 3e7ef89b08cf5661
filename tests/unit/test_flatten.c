#include "src/publication/lines/flatten.h"

#include "tests/unit/original_fixture.h"
#include "tests/unit/publication_fixture.h"

typedef struct {
	const char *name, *original;
	const char *lines;      /* one a line, behind its marks: T begins a table, H head, P begins a page, F full */
} row;

#define HEAD "| 1x2:项目 | 2x1:本年 | 1x2:备注 |\n| 合计 | 基本支出 |\n"
#define HEAD_LINES "TH:项目\t本年\t本年\t备注\nH:\t合计\t基本支出\n"

static const row rows[] = {
	{ "a paragraph is a line", "甲\n乙", ":甲\n:乙\n" },
	{ "a table stands between blank lines", "甲\n| 项目 | 金额 |\n| 道路 | 1.00 |\n\n乙",
	  ":甲\n:\nT:项目\t金额\n:道路\t1.00\n:\n:乙\n" },
	{ "a cell stands in its column", "| 项目 | 金额 | 备注 |\n| 道路 |  | 续建 |\n", "T:项目\t金额\t备注\n:道路\t\t续建\n:\n" },
	{ "the head is as high as the cells of its first row", HEAD "| 道路 | 3.00 | 1.00 |  |\n", HEAD_LINES ":道路\t3.00\t1.00\t\n:\n" },
	{ "a head of three rows",
	  "| 1x3:科目 | 3x1:本年 |\n| 1x2:合计 | 2x1:其中 |\n| 基本 | 项目 |\n| 教育 | 3.00 | 1.00 | 2.00 |\n",
	  "TH:科目\t本年\t本年\t本年\nH:\t合计\t其中\t其中\nH:\t\t基本\t项目\n:教育\t3.00\t1.00\t2.00\n:\n" },
	{ "a group without cells beside it is followed by what it groups",
	  "| 2x1:收入 | 2x1:支出 |\n| 项目 | 金额 | 项目 | 金额 |\n| 拨款 | 1.00 | 教育 | 1.00 |\n",
	  "TH:收入\t收入\t支出\t支出\nH:项目\t金额\t项目\t金额\n:拨款\t1.00\t教育\t1.00\n:\n" },
	{ "rows that their format calls a head are one", "head| 项目 | 金额 |\nhead| 名称 | 万元 |\n| 道路 | 1.00 |\n",
	  "TH:项目\t金额\nH:名称\t万元\n:道路\t1.00\n:\n" },
	{ "without spans nothing is said of the head", "| 项目 | 金额 |\n| 道路 | 1.00 |\n", "T:项目\t金额\n:道路\t1.00\n:\n" },
	{ "what spans rows with amounts is no head", "| 1x2:教育局 | 甲 | 1.00 |\n| 乙 | 2.00 |\n",
	  "T:教育局\t甲\t1.00\n:\t乙\t2.00\n:\n" },
	{ "the title in the grid stands above it", "| 4x1:部门收支总表 |\n" HEAD "| 道路 | 3.00 | 1.00 |  |\n",
	  ":部门收支总表\n" HEAD_LINES ":道路\t3.00\t1.00\t\n:\n" },
	{ "so do whose it is and the unit", "| 4x1:部门收支总表 |\n| 2x1:编制部门：青禾县教育局 | 2x1:单位：万元 |\n|  |\n" HEAD
	  "| 道路 | 3.00 | 1.00 |  |\n",
	  ":部门收支总表\n:编制部门：青禾县教育局\n:单位：万元\n" HEAD_LINES ":道路\t3.00\t1.00\t\n:\n" },
	{ "below the title a cell over all columns is a group of the head",
	  "三公经费支出表\n| 3x1:单位：万元 |\n| 3x1:财政拨款三公经费 |\n| 1x2:合计 | 2x1:用车 |\n| 购置 | 运行 |\n| 3.00 | 1.00 | 2.00 |\n",
	  ":三公经费支出表\n:\n:单位：万元\nTH:财政拨款三公经费\t财政拨款三公经费\t财政拨款三公经费\nH:合计\t用车\t用车\nH:\t购置\t运行\n:3.00\t1.00\t2.00\n:\n" },
	{ "without a title it may be that",
	  "甲\n| 3x1:财政拨款三公经费 |\n| 1x2:合计 | 2x1:用车 |\n| 购置 | 运行 |\n| 3.00 | 1.00 | 2.00 |\n",
	  ":甲\n:\n:财政拨款三公经费\nTH:合计\t用车\t用车\nH:\t购置\t运行\n:3.00\t1.00\t2.00\n:\n" },
	{ "the total may stand in the row of the last heads",
	  "| 1x2:科目 | 1x2:本年收入 | 2x2:本年支出 |\n|\n| 合计 |  | 基本支出 | 项目支出 |\n| 渡口 | 2.00 | 1.00 | 1.00 |\n",
	  "TH:科目\t本年收入\t本年支出\t本年支出\nH:\t\nH:\t\t基本支出\t项目支出\n:合计\t\t\t\n:渡口\t2.00\t1.00\t1.00\n:\n" },
	{ "but names below a group are none",
	  "| 1x2:科目 | 1x2:本年收入 | 2x2:本年支出 |\n|\n| 合计 |  | 养护 | 绿化 |\n| 渡口 | 2.00 | 1.00 | 1.00 |\n",
	  "TH:科目\t本年收入\t本年支出\t本年支出\nH:\t\n:合计\t\t养护\t绿化\n:渡口\t2.00\t1.00\t1.00\n:\n" },
	{ "a note below it is no row", "| 项目 | 金额 |\n| 道路 | 1.00 |\n| 2x1:注：本表为空表。 |\n",
	  "T:项目\t金额\n:道路\t1.00\n:注：本表为空表。\n:\n" },
	{ "a second title in the grid begins a table of its own",
	  "| 2x1:收入总表 |\n| 项目 | 金额 |\n| 拨款 | 1.00 |\n| 2x1:支出总表 |\n| 科目 | 金额 |\n| 教育 | 1.00 |\n",
	  ":收入总表\nT:项目\t金额\n:拨款\t1.00\n:\n:支出总表\nT:科目\t金额\n:教育\t1.00\n:\n" },
	{ "a row of nothing is none", "| 项目 | 金额 |\n| 道路 | 1.00 |\n|  |  |\n| 桥梁 | 2.00 |\n",
	  "T:项目\t金额\n:道路\t1.00\n:桥梁\t2.00\n:\n" },
	{ "a grid of one column is text", "| 甲 |\n| 1.00 |\n| 乙 |\n", ":甲\n:1.00\n:乙\n:\n" },
	{ "a head that stands again on the next page is left out",
	  HEAD "| 道路 | 3.00 | 1.00 |  |\npage| 1x2:项目 | 2x1:本年 | 1x2:备注 |\n| 合计 | 基本支出 |\n| 桥梁 | 2.00 | 1.00 |  |\n",
	  HEAD_LINES ":道路\t3.00\t1.00\t\nP:桥梁\t2.00\t1.00\t\n:\n" },
	{ "so is one of which a low cell cuts the end off",
	  HEAD "| 道路 | 3.00 | 1.00 |  |\npage| 1x2:项目 | 2x1:本年 | 1x2:备注 |\n| 合计 | 基本支 |\n| 桥梁 | 2.00 | 1.00 |  |\n",
	  HEAD_LINES ":道路\t3.00\t1.00\t\nP:桥梁\t2.00\t1.00\t\n:\n" },
	{ "rows tell that a page begins and that a cell is full",
	  "| 项目 | 金额 |\nfull| 道路养 | 1.00 |\npage| 护 |  |\n", "T:项目\t金额\nF:道路养\t1.00\nP:护\t\n:\n" },
};

static void an_original_becomes_lines(void **state)
{
	const row *row = *state;
	g_autoptr(ys_original) original = original_of(row->original);
	g_autoptr(GError) error = NULL;
	g_autoptr(ys_input) input = ys_input_of_original(original, &error);
	g_autoptr(GString) got = g_string_new(NULL);

	if (!input)
		fail_msg("%s", error->message);
	for (guint i = 0; i < input->lines->len; i++) {
		const ys_line *line = &g_array_index(input->lines, ys_line, i);

		g_string_append_printf(got, "%s%s%s%s:%.*s\n", line->marks & YS_LINE_BEGINS_TABLE ? "T" : "",
				       line->marks & YS_LINE_HEAD ? "H" : "",
				       line->marks & YS_LINE_BEGINS_PAGE ? "P" : "",
				       line->marks & YS_LINE_FULL ? "F" : "", (int)line->len, line->text);
	}
	assert_string_equal(got->str, row->lines);
}

static void a_line_knows_its_place(void **state)
{
	g_autoptr(ys_original) original = original_of("甲\n| 项目 | 金额 |\n| 道路 | 1.00 |\n");
	g_autoptr(ys_input) input = ys_input_of_original(original, NULL);

	(void)state;
	assert_int_equal(ys_input_spot(input, 1)->row, 0);
	assert_null(ys_input_spot(input, 2));
	assert_int_equal(ys_input_spot(input, 4)->row, 2);
	assert_int_equal(ys_input_spot(input, 4)->page, 1);
	assert_null(ys_input_spot(input, 100));
}

static void the_title_that_a_page_says_of_itself_comes_first(void **state)
{
	g_autoptr(ys_original) original = original_of("甲\n乙");
	g_autoptr(ys_input) input = NULL;

	(void)state;
	original->title = g_strdup("青禾县教育局2023年部门预算");
	input = ys_input_of_original(original, NULL);
	assert_true(g_str_has_prefix(input->text, "青禾县教育局2023年部门预算\n\n甲\n"));
	g_free(original->title);
	original->title = g_strdup("甲");
	ys_input_free(input);
	input = ys_input_of_original(original, NULL);
	assert_true(g_str_has_prefix(input->text, "甲\n乙\n"));
}

static void nothing_printed_is_refused(void **state)
{
	g_autoptr(ys_original) original = original_of("");
	g_autoptr(GError) error = NULL;

	(void)state;
	assert_null(ys_input_of_original(original, &error));
	assert_string_equal(error->message, "nothing is printed in it");
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, rows, an_original_becomes_lines);
	ADD_TEST(tests, a_line_knows_its_place);
	ADD_TEST(tests, the_title_that_a_page_says_of_itself_comes_first);
	ADD_TEST(tests, nothing_printed_is_refused);
	return run_all("flatten", tests);
}
