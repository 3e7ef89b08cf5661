#include "tests/unit/pdf_fixture.h"
#include "tests/unit/publication_fixture.h"

#define FEED "\n\f"
#define TO_THE_FOOT "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n"

static const picture_row rows[] = {
	{ "lines that only the width of the page ended are a paragraph",
	  "    本部门承担全县农村公路的养护和管理工作，负责\n"
	  "县道、乡道和村道的日常养护，以及桥梁的安全检查和\n"
	  "维修。\n"
	  "    本部门另有职工食堂，向职工供应午餐，费用由单位\n"
	  "和职工分担。\n",
	  "text page=1: 本部门承担全县农村公路的养护和管理工作，负责县道、乡道和村道的日常养护，以及桥梁的安全检查和维修。\n"
	  "text page=1: 本部门另有职工食堂，向职工供应午餐，费用由单位和职工分担。\n" },
	{ "a number that did not fit into a line goes on with it",
	  "    本年收入预算比上年执行数有所增加，增加的数额为\n"
	  "12,345,678.90元，主要是农村公路养护支出的增加。\n"
	  "    本年支出预算比上年执行数减少，减少的主要是\n"
	  "12,345,678.90元，主要是农村公路养护支出的减少。\n",
	  "text page=1: 本年收入预算比上年执行数有所增加，增加的数额为12,345,678.90元，主要是农村公路养护支出的增加。\n"
	  "text page=1: 本年支出预算比上年执行数减少，减少的主要是12,345,678.90元，主要是农村公路养护支出的减少。\n" },
	{ "a paragraph goes on over a page end, over page numbers too",
	  "    本部门承担全县农村公路的养护和管理工作，负责\n"
	  "县道、乡道和村道的日常养护，以及桥梁的安全检查和" TO_THE_FOOT "\n              - 1 -" FEED
	  "维修。\n",
	  "text page=1: 本部门承担全县农村公路的养护和管理工作，负责县道、乡道和村道的日常养护，以及桥梁的安全检查和维修。\n"
	  "page end page=1\n" },
	{ "but no heading is joined to it",
	  "    本部门承担全县农村公路的养护和管理工作，负责\n"
	  "县道、乡道和村道的日常养护，以及桥梁的安全检查。" FEED
	  "二、机构设置\n",
	  "text page=1: 本部门承担全县农村公路的养护和管理工作，负责县道、乡道和村道的日常养护，以及桥梁的安全检查。\n"
	  "page end page=1\ntext page=2: 二、机构设置\n" },
	{ "nor is the next entry of a list, the first below it or a heading above, without any stop between",
	  "    本部门承担全县农村公路的养护和管理工作，负责县\n"
	  "道、乡道和村道的日常养护，以及桥梁的安全检查和维修\n"
	  "第三部分 云栖县交通局公路养护和桥梁检测及客运管理\n"
	  "九、国有资本经营预算财政拨款收入支出决算情况的说明\n"
	  "十、其他重要事项的情况说明一般公共预算财政拨款支出\n"
	  "（一）一般公共预算财政拨款支出决算总体情况及其说明\n"
	  "（二）款所说的支出与（三）项所说的支出都在其他说明\n"
	  "（二）一般公共预算财政拨款支出决算具体情况说明\n",
	  "text page=1: 本部门承担全县农村公路的养护和管理工作，负责县道、乡道和村道的日常养护，以及桥梁的安全检查和维修\n"
	  "text page=1: 第三部分云栖县交通局公路养护和桥梁检测及客运管理\n"
	  "text page=1: 九、国有资本经营预算财政拨款收入支出决算情况的说明\n"
	  "text page=1: 十、其他重要事项的情况说明一般公共预算财政拨款支出\n"
	  "text page=1: （一）一般公共预算财政拨款支出决算总体情况及其说明（二）款所说的支出与（三）项所说的支出都在其他说明\n"
	  "text page=1: （二）一般公共预算财政拨款支出决算具体情况说明\n" },
	{ "a short line with the next number of its kind is a heading, behind a text that a sheet cuts off too",
	  "（一）决算总体情况\n"
	  "    本部门承担全县农村公路的养护和管理工作，负责县\n"
	  "道、乡道和村道的日常养护，以及桥梁的安全检查和维修\n"
	  "（二）国有资产情况\n"
	  "    本部门承担全县农村公路的养护和管理工作，负责县\n"
	  "道、乡道和村道的日常养护，以及桥梁的安全检查和维修\n"
	  "（四）处的照明\n",
	  "text page=1: （一）决算总体情况\n"
	  "text page=1: 本部门承担全县农村公路的养护和管理工作，负责县道、乡道和村道的日常养护，以及桥梁的安全检查和维修\n"
	  "text page=1: （二）国有资产情况\n"
	  "text page=1: 本部门承担全县农村公路的养护和管理工作，负责县道、乡道和村道的日常养护，以及桥梁的安全检查和维修（四）处的照明\n" },
	{ "what stands on every page is none of the text",
	  "云栖县公路养护中心\n\n\n\n\n\n甲。" FEED "云栖县公路养护中心\n\n\n\n\n\n乙。" FEED
	  "云栖县公路养护中心\n\n\n\n\n\n丙。",
	  "text page=1: 甲。\npage end page=1\ntext page=2: 乙。\npage end page=2\ntext page=3: 丙。\n" },
	{ "leaders of a list of contents go with the number behind them",
	  "一、主要职责……………………3\n"
	  "二、机构设置................12\n"
	  "三、人员构成................( 13 )\n"
	  "四、收支总表2023…………\n",
	  "text page=1: 一、主要职责\ntext page=1: 二、机构设置\ntext page=1: 三、人员构成\ntext page=1: 四、收支总表2023\n" },
	{ "a table goes on over a page end",
	  "+----+----+\n|项目|金额|\n+----+----+\n|养护|1.00|\n+----+----+" FEED
	  "+----+----+\n|绿化|2.00|\n+----+----+\n|照明|3.00|\n+----+----+\n\n注：无。\n",
	  "table page=1\n  | 0:项目 | 1:金额 |\n  | 0:养护 | 1:1.00 |\n  page | 0:绿化 | 1:2.00 |\n  | 0:照明 | 1:3.00 |\n"
	  "text page=2: 注：无。\n" },
	{ "a last page with a total alone takes the columns of the page before",
	  "+----+----+----+----+\n|类  |款  |项目|金额|\n+----+----+----+----+\n|201 |01  |养护|1.00|\n+----+----+----+----+" FEED
	  "+--------------+----+\n|合计          |1.00|\n+--------------+----+\n",
	  "table page=1\n  | 0:类 | 1:款 | 2:项目 | 3:金额 |\n  | 0:201 | 1:01 | 2:养护 | 3:1.00 |\n  page | 0[3x1]:合计 | 3:1.00 |\n" },
	{ "a head cut by a page end is one head",
	  "+---------+---------+\n|科目     |支出     |\n+---------+---------+" FEED
	  "+----+----+----+----+\n|编码|名称|基本|项目|\n+----+----+----+----+\n|201 |养护|1.00|2.00|\n+----+----+----+----+\n",
	  "table page=1\n  | 0[2x1]:科目 | 2[2x1]:支出 |\n  page | 0:编码 | 1:名称 | 2:基本 | 3:项目 |\n"
	  "  | 0:201 | 1:养护 | 2:1.00 | 3:2.00 |\n" },
	{ "a table with other columns is another",
	  "+----+----+\n|项目|金额|\n+----+----+\n|养护|1.00|\n+----+----+" FEED
	  "+------+----+\n|项目  |金额|\n+------+----+\n|绿化  |2.00|\n+------+----+\n",
	  "table page=1\n  | 0:项目 | 1:金额 |\n  | 0:养护 | 1:1.00 |\npage end page=1\n"
	  "table page=2\n  | 0:项目 | 1:金额 |\n  | 0:绿化 | 1:2.00 |\n" },
	{ "and so is one with a line above it",
	  "+----+----+\n|项目|金额|\n+----+----+\n|养护|1.00|\n+----+----+" FEED
	  "支出总表\n\n+----+----+\n|绿化|2.00|\n+----+----+\n",
	  "table page=1\n  | 0:项目 | 1:金额 |\n  | 0:养护 | 1:1.00 |\npage end page=1\ntext page=2: 支出总表\n"
	  "table page=2\n  | 0:绿化 | 1:2.00 |\n" },
};

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, rows, a_picture_is_read_as);
	return run_all("pdf_pages", tests);
}
