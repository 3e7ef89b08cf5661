#include "tests/unit/pdf_fixture.h"
#include "tests/unit/publication_fixture.h"

static const picture_row rows[] = {
	{ "columns are told by what stands below each other",
	  "项目                  金额      比重\n"
	  "道路养护          1,234.56     10.5%\n"
	  "桥梁维修             34.56      0.5%\n"
	  "绿化                  4.56      0.1%\n",
	  "table page=1\n  | 0:项目 | 1:金额 | 2:比重 |\n  | 0:道路养护 | 1:1,234.56 | 2:10.5% |\n"
	  "  | 0:桥梁维修 | 1:34.56 | 2:0.5% |\n  | 0:绿化 | 1:4.56 | 2:0.1% |\n" },
	{ "a label over several columns spans them",
	  "                     本年支出\n"
	  "项目             基本支出   项目支出\n"
	  "养护                 1.00       2.00\n"
	  "绿化                 3.00       4.00\n"
	  "照明                 5.00       6.00\n",
	  "table page=1\n  | 0[1x2]:项目 | 1[2x1]:本年支出 |\n  | 1:基本支出 | 2:项目支出 |\n  | 0:养护 | 1:1.00 | 2:2.00 |\n"
	  "  | 0:绿化 | 1:3.00 | 2:4.00 |\n  | 0:照明 | 1:5.00 | 2:6.00 |\n" },
	{ "the numbers of the columns are a row of the head, also over one that is empty",
	  "项目      预算数      决算数      备注\n"
	  "   1           2           3         4\n"
	  "养护        1.00        2.00\n"
	  "绿化        3.00        4.00\n"
	  "照明        5.00        6.00\n",
	  "table page=1\n  | 0:项目 | 1:预算数 | 2:决算数 | 3:备注 |\n  | 0:1 | 1:2 | 2:3 | 3:4 |\n  | 0:养护 | 1:1.00 | 2:2.00 | 3: |\n"
	  "  | 0:绿化 | 1:3.00 | 2:4.00 | 3: |\n  | 0:照明 | 1:5.00 | 2:6.00 | 3: |\n" },
	{ "title, unit and note stay outside",
	  "              收入总表\n\n"
	  "单位：万元\n"
	  "项目                金额\n"
	  "养护                1.00\n"
	  "绿化                3.00\n"
	  "照明                5.00\n"
	  "\n\n"
	  "注：本表无合计。\n",
	  "text page=1: 收入总表\ntext page=1: 单位：万元\ntable page=1\n  | 0:项目 | 1:金额 |\n  | 0:养护 | 1:1.00 |\n"
	  "  | 0:绿化 | 1:3.00 |\n  | 0:照明 | 1:5.00 |\ntext page=1: 注：本表无合计。\n" },
	{ "a list of contents is no table",
	  "一、主要职责              3\n"
	  "二、机构设置              4\n"
	  "三、收支总表              5\n",
	  "text page=1: 一、主要职责 3\ntext page=1: 二、机构设置 4\ntext page=1: 三、收支总表 5\n" },
	{ "nor is one whose numbers stand apart from its titles",
	  "1.    2025年收支总表\n"
	  "2.    2025年收入总表\n"
	  "12.   2025年支出总表\n",
	  "text page=1: 1. 2025年收支总表\ntext page=1: 2. 2025年收入总表\ntext page=1: 12. 2025年支出总表\n" },
	{ "two tables below each other with other columns are two",
	  "甲            1.00      2.00\n"
	  "乙            3.00      4.00\n"
	  "丙            5.00      6.00\n"
	  "农村公路和桥梁的养护维修和绿化      7.00\n"
	  "县道和乡道以及村道的照明            8.00\n"
	  "其他                                9.00\n",
	  "table page=1\n  | 0:甲 | 1:1.00 | 2:2.00 |\n  | 0:乙 | 1:3.00 | 2:4.00 |\n  | 0:丙 | 1:5.00 | 2:6.00 |\n"
	  "table page=1\n  | 0:农村公路和桥梁的养护维修和绿化 | 1:7.00 |\n  | 0:县道和乡道以及村道的照明 | 1:8.00 |\n"
	  "  | 0:其他 | 1:9.00 |\n" },
	{ "rows that are not apart are told by the middles of their cells",
	  "项目            金额        目标\n"
	  "                            为群众提供良好的\n"
	  "道路养护        1.00        出行环境，使道路\n"
	  "                            完好通畅。\n"
	  "桥梁维修        2.00        消除桥梁的隐患。\n"
	  "                            保障全区夜间照明\n"
	  "照明            3.00        设施的正常使用，\n"
	  "                            不留暗处。\n",
	  "table page=1\n  | 0:项目 | 1:金额 | 2:目标 |\n  | 0:道路养护 | 1:1.00 | 2:为群众提供良好的出行环境，使道路完好通畅。 |\n"
	  "  | 0:桥梁维修 | 1:2.00 | 2:消除桥梁的隐患。 |\n"
	  "  | 0:照明 | 1:3.00 | 2:保障全区夜间照明设施的正常使用，不留暗处。 |\n" },
	{ "or of their tops",
	  "项目            金额        目标\n"
	  "道路养护        1.00        为群众提供良好的\n"
	  "                            出行环境，使道路\n"
	  "                            完好通畅。\n"
	  "桥梁维修        2.00        消除桥梁的隐患。\n"
	  "照明            3.00        保障全区夜间照明\n"
	  "                            设施的正常使用，\n"
	  "                            不留暗处。\n",
	  "table page=1\n  | 0:项目 | 1:金额 | 2:目标 |\n  | 0:道路养护 | 1:1.00 | 2:为群众提供良好的出行环境，使道路完好通畅。 |\n"
	  "  | 0:桥梁维修 | 1:2.00 | 2:消除桥梁的隐患。 |\n"
	  "  | 0:照明 | 1:3.00 | 2:保障全区夜间照明设施的正常使用，不留暗处。 |\n" },
	{ "a row that a page end cuts stands at its top, and goes on below the head of the next page",
	  "项目            金额        目标\n"
	  "桥梁维修        2.00        消除桥梁的隐患。\n"
	  "绿化            4.00        种树。\n"
	  "道路养护        1.00        为群众提供良好的\n"
	  "工程                        出行环境，使道路\n"
	  "\f"
	  "项目            金额        目标\n"
	  "                            完好通畅，不留坑\n"
	  "                            洞。\n"
	  "照明            3.00        保障夜间照明。\n"
	  "清扫和绿化      5.00        道路整洁。\n"
	  "排水            6.00        不积水。\n",
	  "table page=1\n  | 0:项目 | 1:金额 | 2:目标 |\n  | 0:桥梁维修 | 1:2.00 | 2:消除桥梁的隐患。 |\n  | 0:绿化 | 1:4.00 | 2:种树。 |\n"
	  "  | 0:道路养护工程 | 1:1.00 | 2:为群众提供良好的出行环境，使道路 |\n"
	  "  page | 0:项目 | 1:金额 | 2:目标 |\n  | 0: | 1: | 2:完好通畅，不留坑洞。 |\n"
	  "  | 0:照明 | 1:3.00 | 2:保障夜间照明。 |\n  | 0:清扫和绿化 | 1:5.00 | 2:道路整洁。 |\n  | 0:排水 | 1:6.00 | 2:不积水。 |\n" },
	{ "an amount torn over two lines is one",
	  "项目            金额    目标\n"
	  "道路养护和桥    41.9    为群众提供良好的\n"
	  "梁维修             1    出行环境。\n"
	  "全区的夜间照    33.0    保障全区夜间照明\n"
	  "明设施             2    设施的正常使用。\n"
	  "各村道路清扫    55.0    道路整洁，每天至\n"
	  "工程               3    少清扫一次。\n",
	  "table page=1\n  | 0:项目 | 1:金额 | 2:目标 |\n  | 0:道路养护和桥梁维修 | 1:41.91 | 2:为群众提供良好的出行环境。 |\n"
	  "  | 0:全区的夜间照明设施 | 1:33.02 | 2:保障全区夜间照明设施的正常使用。 |\n"
	  "  | 0:各村道路清扫工程 | 1:55.03 | 2:道路整洁，每天至少清扫一次。 |\n" },
	{ "labels may be of three levels, and each common one is over what it is in the middle of",
	  "           预算数                        决算数\n"
	  "                公务用车                      公务用车\n"
	  "  合计                          合计\n"
	  "            购置      运行                购置      运行\n"
	  "  7.00      2.00      3.00      4.00      5.00      6.00\n"
	  "  7.10      2.10      3.10      4.10      5.10      6.10\n",
	  "table page=1\n  | 0[3x1]:预算数 | 3[3x1]:决算数 |\n"
	  "  | 0[1x2]:合计 | 1[2x1]:公务用车 | 3[1x2]:合计 | 4[2x1]:公务用车 |\n"
	  "  | 1:购置 | 2:运行 | 4:购置 | 5:运行 |\n"
	  "  | 0:7.00 | 1:2.00 | 2:3.00 | 3:4.00 | 4:5.00 | 5:6.00 |\n"
	  "  | 0:7.10 | 1:2.10 | 2:3.10 | 3:4.10 | 4:5.10 | 5:6.10 |\n" },
	{ "a label with nothing below it has a column of its own, where a total is over two",
	  "     功能科目                   支出\n"
	  "  编码      名称       小计      基本      项目\n"
	  "      合计             0.00      0.00      0.00\n",
	  "table page=1\n  | 0[2x1]:功能科目 | 2[3x1]:支出 |\n  | 0:编码 | 1:名称 | 2:小计 | 3:基本 | 4:项目 |\n"
	  "  | 0:合计 | 1: | 2:0.00 | 3:0.00 | 4:0.00 |\n" },
	{ "one row whose text goes on below it is one, though its lines are not equally long",
	  "项目                  金额    目标\n"
	  "山塘村农村公路养护    1.65    保障全区农村公路养护，\n"
	  "和照明                        道路完好率达到九成以上。\n"
	  "                              每年检查。\n",
	  "table page=1\n  | 0:项目 | 1:金额 | 2:目标 |\n"
	  "  | 0:山塘村农村公路养护和照明 | 1:1.65 | 2:保障全区农村公路养护，道路完好率达到九成以上。每年检查。 |\n" },
	{ "an amount torn in the last row of a page is one, where amounts have two places",
	  "代码      项目                金额    目标                比重\n"
	  "161501    绿化                4.00    种树。              0.00\n"
	  "161502    照明               33.00    保障照明。          0.00\n"
	  "1615      山塘村道路养护和    77.2    为群众提供良好的    0.00\n"
	  "62        桥梁的维修             1    出行环境。\n",
	  "table page=1\n  | 0:代码 | 1:项目 | 2:金额 | 3:目标 | 4:比重 |\n  | 0:161501 | 1:绿化 | 2:4.00 | 3:种树。 | 4:0.00 |\n"
	  "  | 0:161502 | 1:照明 | 2:33.00 | 3:保障照明。 | 4:0.00 |\n"
	  "  | 0:161562 | 1:山塘村道路养护和桥梁的维修 | 2:77.21 | 3:为群众提供良好的出行环境。 | 4:0.00 |\n" },
	{ "the text beside a single row goes on below it in its column",
	  "项目                  金额    目标\n"
	  "                              保障全区农村公路养护\n"
	  "山塘村农村公路养护    1.65    ，道路完好率达到九成\n"
	  "                              以上，每年检查两次桥梁。\n",
	  "table page=1\n  | 0:项目 | 1:金额 | 2:目标 |\n"
	  "  | 0:山塘村农村公路养护 | 1:1.65 | 2:保障全区农村公路养护，道路完好率达到九成以上，每年检查两次桥梁。 |\n" },
	{ "a row without figures stays one between others",
	  "项目                金额        比重\n"
	  "本年支出\n"
	  "养护                1.00        1.0%\n"
	  "其中\n"
	  "绿化                3.00        3.0%\n"
	  "道路和桥梁的照明    5.00        5.0%\n",
	  "table page=1\n  | 0:项目 | 1:金额 | 2:比重 |\n  | 0:本年支出 | 1: | 2: |\n  | 0:养护 | 1:1.00 | 2:1.0% |\n  | 0:其中 | 1: | 2: |\n"
	  "  | 0:绿化 | 1:3.00 | 2:3.0% |\n  | 0:道路和桥梁的照明 | 1:5.00 | 2:5.0% |\n" },
};

/* Lines of text half a line above and below the figures that they belong to. */
static void text_in_two_lines_beside_a_figure_is_one_cell(void **state)
{
	ys_pdf_page *page = ys_pdf_page_new(1, PAGE_WIDTH, PAGE_HEIGHT);
	g_autofree char *read = NULL;

	(void)state;
	for (int i = 0; i < 3; i++) {
		draw_text(page, 10, 27 + 40 * i, SIZE, "201");
		draw_text(page, 60, 20 + 40 * i, SIZE, "农村公路养护");
		draw_text(page, 60, 34 + 40 * i, SIZE, "项目");
		draw_text(page, 200, 27 + 40 * i, SIZE, "1.00");
	}
	read = read_page(page);
	assert_string_equal(read, "table page=1\n  | 0:201 | 1:农村公路养护项目 | 2:1.00 |\n  | 0:201 | 1:农村公路养护项目 | 2:1.00 |\n"
			    "  | 0:201 | 1:农村公路养护项目 | 2:1.00 |\n");
}

/* And where nothing else stands beside the figure. */
static void an_amount_between_two_lines_of_its_text_is_a_row(void **state)
{
	ys_pdf_page *page = ys_pdf_page_new(1, PAGE_WIDTH, PAGE_HEIGHT);
	g_autofree char *read = NULL;

	(void)state;
	draw_text(page, 60, 4, SIZE, "项目");
	draw_text(page, 210, 4, SIZE, "金额");
	draw_text(page, 300, 4, SIZE, "目标");
	for (int i = 0; i < 2; i++) {
		draw_text(page, 60, 20 + 28 * i, SIZE, "农村公路和");
		draw_text(page, 60, 34 + 28 * i, SIZE, "桥梁");
		draw_text(page, 210, 27 + 28 * i, SIZE, "1.00");
		draw_text(page, 300, 20 + 28 * i, SIZE, "道路完好通");
		draw_text(page, 300, 34 + 28 * i, SIZE, "畅。");
	}
	read = read_page(page);
	assert_string_equal(read, "table page=1\n  | 0:项目 | 1:金额 | 2:目标 |\n  | 0:农村公路和桥梁 | 1:1.00 | 2:道路完好通畅。 |\n"
			    "  | 0:农村公路和桥梁 | 1:1.00 | 2:道路完好通畅。 |\n");
}

/* What has a colon above a table is a caption, but not within its head. */
static void a_label_may_have_a_colon(void **state)
{
	ys_pdf_page *page = ys_pdf_page_new(1, PAGE_WIDTH, PAGE_HEIGHT);
	g_autofree char *read = NULL;

	(void)state;
	draw_text(page, 210, 4, SIZE, "金额");
	draw_text(page, 210, 18, SIZE, "（单");
	draw_text(page, 60, 25, SIZE, "项目");
	draw_text(page, 300, 25, SIZE, "目标");
	draw_text(page, 210, 32, SIZE, "位：");
	draw_text(page, 210, 46, SIZE, "元）");
	for (int i = 0; i < 2; i++) {
		draw_text(page, 60, 62 + 28 * i, SIZE, "农村公路和");
		draw_text(page, 60, 76 + 28 * i, SIZE, "桥梁");
		draw_text(page, 210, 69 + 28 * i, SIZE, "1.00");
		draw_text(page, 300, 62 + 28 * i, SIZE, "道路完好通");
		draw_text(page, 300, 76 + 28 * i, SIZE, "畅。");
	}
	read = read_page(page);
	assert_string_equal(read, "table page=1\n  | 0:项目 | 1:金额（单位：元） | 2:目标 |\n  | 0:农村公路和桥梁 | 1:1.00 | 2:道路完好通畅。 |\n"
			    "  | 0:农村公路和桥梁 | 1:1.00 | 2:道路完好通畅。 |\n");
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, rows, a_picture_is_read_as);
	ADD_TEST(tests, text_in_two_lines_beside_a_figure_is_one_cell);
	ADD_TEST(tests, an_amount_between_two_lines_of_its_text_is_a_row);
	ADD_TEST(tests, a_label_may_have_a_colon);
	return run_all("pdf_columns", tests);
}
